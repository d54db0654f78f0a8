//! An idle program does nothing: no byte on the line, no thread woken but for one look a second at
//! writes of others. Wake-ups are counted, not timed; `benches/terminal` measures their time on a
//! processor.
//!
//! The quiet time is `TA_TUI_QUIET` seconds, a few where that is not set.

#![cfg(target_os = "linux")] // what a process costs is read from its account in /proc

use crate::support::cost::Cost;
use crate::support::home::{Home, SAMPLE, SMALL, wait_whole};
use crate::support::pty::Pty;
use std::time::{Duration, Instant};

/// The interval between two accounts of the programs, until they are at rest.
const REST: Duration = Duration::from_secs(1);

/// When programs that do not come to rest are given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// Whether a program has done no more in [`REST`] than look: it neither wrote nor worked.
fn is_at_rest(cost: &Cost) -> bool {
    cost.sleeps <= 2 && cost.writes == 0 && cost.processor < REST / 50
}

/// The list of needs with its cursor.
const LIST: &str = "▌     1 ";

fn quiet_time() -> Duration {
    let seconds = std::env::var("TA_TUI_QUIET").ok().and_then(|value| value.parse().ok());
    Duration::from_secs(seconds.unwrap_or(3))
}

/// A program to be left alone: its arguments, the keys to the place where it is left, the text that it shows.
type Case<'a> = (&'a [&'a str], &'a str, &'a str);

/// Blocks until no program does more than look: work begun for the last key is then done.
fn wait_at_rest<const N: usize>(programs: &[Pty; N]) {
    let begun = Instant::now();
    let costs = || programs.each_ref().map(|pty| Cost::of(pty.process()));
    let mut before = costs();
    loop {
        programs[0].stays_quiet(REST);
        let now = costs();
        let since: Vec<Cost> = now.iter().zip(before).map(|(now, b)| now.since(b)).collect();
        if since.iter().all(is_at_rest) {
            return;
        }
        assert!(begun.elapsed() < PATIENCE, "{since:?}");
        before = now;
    }
}

/// The cost of programs in the quiet time, side by side, and the whole seconds that had begun by
/// its end, which on a busy machine may be more than were meant.
fn quiet<const N: usize>(cases: [Case; N]) -> ([Cost; N], u64) {
    let home = Home::new();
    let programs = cases.map(|(args, keys, shown)| {
        let mut pty = home.open(args, &[], SMALL);
        wait_whole(&pty, SAMPLE);
        pty.keys(keys);
        pty.wait_frame(shown);
        pty
    });
    wait_at_rest(&programs);
    let begun = Instant::now();
    let before = programs.each_ref().map(|pty| (pty.bytes(), Cost::of(pty.process())));
    programs[0].stays_quiet(quiet_time());
    let after = programs.each_ref().map(|pty| (pty.bytes(), Cost::of(pty.process())));
    let seconds = begun.elapsed().as_secs() + 1;
    let mut costs = before.into_iter().zip(after).map(|((bytes, before), (now, after))| {
        assert_eq!(now, bytes, "nothing is written while nothing happens");
        after.since(before)
    });
    let costs = programs.map(|mut pty| {
        pty.keys("<C-c>");
        assert_eq!(pty.wait_exit(), 0);
        costs.next().unwrap()
    });
    (costs, seconds)
}

/// In a list, and where the cursor of the terminal waits for letters.
#[test]
fn one_look_a_second_and_nothing_else() {
    let (costs, seconds) = quiet([(&[], "4", LIST), (&[], "/", "accept")]);
    for cost in costs {
        // A look sleeps once; now and then it waits for the disk as well.
        assert!(cost.sleeps < 2 * seconds, "in {seconds} s: {cost:?}");
        assert!(cost.sleeps > 0, "it does look: {cost:?}");
        assert_eq!(cost.writes, 0, "{cost:?}");
    }
}

#[test]
fn nothing_at_all_where_nobody_is_watched() {
    let (costs, _) = quiet([(&["--read-only", "--no-watch"], "4", LIST)]);
    for cost in costs {
        assert_eq!((cost.sleeps, cost.writes), (0, 0), "{cost:?}");
        assert_eq!(cost.processor, Duration::ZERO, "{cost:?}");
    }
}
