//! Torture: eight processes write to the same hundred needs, by triage and by records that are added, corrected, voided
//! and merged, and a writer is killed at random moments. Afterwards the register must be sound, every acknowledged write
//! in the log and in the row, and no work overwritten unseen. `docs/reliability.md` says how to run it for longer:
//!
//! - `TA_TUI_TORTURE_SECONDS`: how long the eight write (3)
//! - `TA_TUI_TORTURE_KILLS`: how often a writer is killed (30, a writer of records 300)
//! - `TA_TUI_TORTURE_SEED`: another seed, another run (1)

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod dice;
mod recorder;
mod records_verdict;
mod seat;
mod verdict;
mod writer;

#[path = "../it/store_fixture.rs"]
mod store_fixture;

use dice::Dice;
use records_verdict::RecordsVerdict;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use store_fixture::Fixture;
use verdict::{Told, Verdict};

const WRITERS: u64 = 8;
const NEEDS: u32 = 100;

/// The lines of a writer's process before its first write: an empty one, that one test runs, and
/// "ready".
const FRAME: u64 = 3;

/// The number in an environment variable, or else the default.
fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

/// The work of a writer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Work {
    Triage,
    Records,
}

/// A writer in a process of its own, and the lines that it prints.
struct Process {
    child: Child,
    lines: Receiver<String>,
    heard: Vec<String>,
}

impl Process {
    fn start(work: Work, register: &Path, who: &str, seed: u64, milliseconds: u64) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "a_writer", "--nocapture"])
            .env("TA_TUI_TORTURE_FILE", register)
            .env("TA_TUI_TORTURE_WORK", if work == Work::Records { "records" } else { "triage" })
            .env("TA_TUI_TORTURE_WHO", who)
            .env("TA_TUI_TORTURE_OWN_SEED", seed.to_string())
            .env("TA_TUI_TORTURE_MILLISECONDS", milliseconds.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            out.lines().map_while(Result::ok).all(|line| sender.send(line).is_ok())
        });
        Self { child, lines, heard: Vec::new() }
    }

    /// Waits for so many more lines.
    fn wait_for(&mut self, lines: u64) {
        for _ in 0..lines {
            match self.lines.recv_timeout(Duration::from_secs(300)) {
                Ok(line) => self.heard.push(line),
                Err(error) => panic!("the writer does not go on: {error}, after {:?}", self.heard),
            }
        }
    }

    /// All lines that it has printed, once it has ended.
    fn said(mut self) -> Vec<String> {
        self.child.wait().unwrap();
        self.heard.extend(self.lines.iter());
        self.heard
    }

    /// What they tell of triage.
    fn told(self) -> Vec<Told> {
        self.said().iter().filter_map(|line| Told::read(line)).collect()
    }
}

/// Not a test of its own: the body of a writer's process, which the others start.
#[test]
fn a_writer() {
    if let Some(register) = std::env::var_os("TA_TUI_TORTURE_FILE") {
        let who = std::env::var("TA_TUI_TORTURE_WHO").unwrap();
        let seed = setting("TA_TUI_TORTURE_OWN_SEED", 0);
        let time = Duration::from_millis(setting("TA_TUI_TORTURE_MILLISECONDS", 0));
        match std::env::var("TA_TUI_TORTURE_WORK").as_deref() {
            Ok("records") => recorder::record(Path::new(&register), &who, seed, time),
            _ => writer::write(Path::new(&register), &who, seed, time),
        }
    }
}

#[test]
fn eight_writers_lose_nothing() {
    let (seconds, seed) = (setting("TA_TUI_TORTURE_SECONDS", 3), setting("TA_TUI_TORTURE_SEED", 1));
    let fixture = Fixture::with_needs(NEEDS);
    // Clears the values, so that every later one stands in the log, for `check` at the end.
    let unset =
        "UPDATE need SET priority = NULL, horizon = NULL, response = NULL, focal_point_id = NULL";
    fixture.sql().execute_batch(unset).unwrap();
    let mut verdict = Verdict::of(&fixture);
    let start = |n: u64| {
        let who = format!("writer-{n}");
        Process::start(Work::Triage, &fixture.path, &who, seed * 1_000 + n, seconds * 1_000)
    };
    let writers: Vec<Process> = (0..WRITERS).map(start).collect();
    // Beside them, the program itself, as scripts call it.
    let until = Instant::now() + Duration::from_secs(seconds);
    let mut dice = Dice::new(seed);
    let mut called = 0;
    while Instant::now() < until {
        let need = (1 + dice.below(NEEDS.into())).to_string();
        let notes = format!("notes=called {called}");
        let done = Command::new(env!("CARGO_BIN_EXE_ta-tui"))
            .env("TA_TUI_DB", &fixture.path)
            .args(["set", &need, &notes, "--if-version", "1", "--as", "secretariat"])
            .output()
            .unwrap();
        // Done, or refused by a conflict; nothing else.
        assert!(matches!(done.status.code(), Some(0 | 75)), "{done:?}");
        called += 1;
    }
    let told: Vec<Told> = writers.into_iter().flat_map(Process::told).collect();
    verdict.hear(told);
    verdict.judge();
    let check = Command::new(env!("CARGO_BIN_EXE_ta-tui"))
        .env("TA_TUI_DB", &fixture.path)
        .arg("check")
        .output()
        .unwrap();
    assert_eq!(check.status.code(), Some(0), "{check:?}");
    let figures = verdict.figures();
    println!("{WRITERS} writers, {seconds} s, seed {seed}: {figures}; {called} calls beside them");
    assert!(verdict.acknowledged() > 0, "{figures}");
    // On a machine that lets them write at all they come into each other's way.
    assert!(verdict.conflicts() > 0 || verdict.acknowledged() < 2_000, "{figures}");
}

#[test]
fn a_killed_writer_loses_nothing_that_was_acknowledged() {
    let (kills, seed) = (setting("TA_TUI_TORTURE_KILLS", 30), setting("TA_TUI_TORTURE_SEED", 1));
    let fixture = Fixture::with_needs(NEEDS);
    let mut verdict = Verdict::of(&fixture);
    let mut dice = Dice::new(seed);
    for kill in 0..kills {
        let mut writer =
            Process::start(Work::Triage, &fixture.path, "killed", seed * 100_000 + kill, 600_000);
        // From before it has opened the file to well into its writing. The first lines are those
        // of the test's frame and its word that it is ready.
        let acknowledged = dice.below(12);
        writer.wait_for(if dice.once_in(10) { 0 } else { FRAME + acknowledged });
        std::thread::sleep(Duration::from_micros(dice.below(12_000)));
        writer.child.kill().unwrap();
        verdict.hear(writer.told());
        verdict.judge();
        if (kill + 1) % 100 == 0 {
            println!("{} kills: {}", kill + 1, verdict.figures());
        }
    }
    println!("{kills} kills, seed {seed}: {}", verdict.figures());
    assert!(verdict.acknowledged() > 0);
}

#[test]
fn eight_writers_of_records_lose_nothing() {
    let (seconds, seed) = (setting("TA_TUI_TORTURE_SECONDS", 3), setting("TA_TUI_TORTURE_SEED", 1));
    let fixture = Fixture::with_needs(NEEDS);
    let mut verdict = RecordsVerdict::of(fixture.path.clone());
    let start = |n: u64| {
        let who = format!("writer-{n}");
        let seed = seed * 1_000 + n;
        Process::start(Work::Records, &fixture.path, &who, seed, seconds * 1_000)
    };
    let writers: Vec<Process> = (0..WRITERS).map(start).collect();
    let said: Vec<String> = writers.into_iter().flat_map(Process::said).collect();
    verdict.judge(&said);
    verdict.replay();
    let figures = verdict.figures();
    println!("{WRITERS} writers of records, {seconds} s, seed {seed}: {figures}");
    assert!(verdict.acknowledged() > 0, "{figures}");
    // On a machine that lets them write at all they come into each other's way.
    assert!(verdict.conflicts() > 0 || verdict.acknowledged() < 2_000, "{figures}");
}

#[test]
fn a_killed_writer_of_records_loses_nothing_that_was_acknowledged() {
    let (kills, seed) = (setting("TA_TUI_TORTURE_KILLS", 300), setting("TA_TUI_TORTURE_SEED", 1));
    let fixture = Fixture::with_needs(NEEDS);
    let mut verdict = RecordsVerdict::of(fixture.path.clone());
    let mut dice = Dice::new(seed ^ 0xBEEF);
    for kill in 0..kills {
        let seed = seed * 100_000 + kill;
        let mut writer = Process::start(Work::Records, &fixture.path, "killed", seed, 600_000);
        let acknowledged = dice.below(8);
        writer.wait_for(if dice.once_in(10) { 0 } else { FRAME + acknowledged });
        std::thread::sleep(Duration::from_micros(dice.below(12_000)));
        writer.child.kill().unwrap();
        verdict.judge(&writer.said());
        if (kill + 1) % 100 == 0 {
            println!("{} kills: {}", kill + 1, verdict.figures());
        }
    }
    verdict.replay();
    println!("{kills} kills of a writer of records, seed {seed}: {}", verdict.figures());
    assert!(verdict.acknowledged() > 0);
}
