//! The program ends in every kind of place, whatever input is still coming and whatever it waits for.

use crate::support::desk::Desk;
use crate::support::home::{Home, SAMPLE, SMALL, wait_whole};
use crate::support::keys;
use crate::support::places::{self, Kind, Way};
use crate::support::pty::Pty;
use rusqlite::Connection;
use rustix::process::Signal;
use std::fs;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use ta_tui::app::context::KeyContext;
use ta_tui::domain::Clock;
use ta_tui::text::Lang;

/// The promised bound, one second: the quickest of each kind of end must keep it.
const PROMISED: Duration = Duration::from_secs(1);

/// The bound of the others, on a loaded machine and a slow build. Since the awaited event follows only the end of the
/// program, this bound tells a late end from no end.
const BOUND: Duration = Duration::from_secs(20);

/// The most kilobytes of memory that a text which is thrown away may take.
const MEMORY: u64 = 150_000;

/// The number of terminals at a time: an ending program mostly waits for the rest of a text.
const TOGETHER: usize = 4;

/// The way in which the program is ended.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    Key,
    Signal,
    Closed,
}

const ENDS: [End; 3] = [End::Key, End::Signal, End::Closed];

/// The input that is still coming at that moment.
#[derive(Clone, Copy, Debug)]
enum Coming {
    Nothing,
    /// A megabyte and more in the marks of a paste.
    Paste,
    /// A megabyte of text without the marks of a paste.
    Text,
    /// Keys typed ahead.
    Keys,
    /// A flood of keys, far more than any person types.
    Flood,
}

impl Coming {
    /// The input that comes before the program is told to end.
    fn first(self, part: &str) -> Vec<u8> {
        let megabyte = || part.repeat(1_000_000 / part.len());
        match self {
            Self::Nothing => Vec::new(),
            Self::Paste => format!("\x1b[200~{}", megabyte()).into_bytes(),
            Self::Text => megabyte().into_bytes(),
            Self::Flood => "p1r2\x1b[B".repeat(40_000).into_bytes(),
            Self::Keys => keys::bytes("jjjkkkjjjkkkjjj/chapter:V<Enter>z0/"),
        }
    }

    fn is_text(self) -> bool {
        matches!(self, Self::Paste | Self::Text)
    }
}

/// The way to a place, key by key.
struct Trail {
    way: Way,
    /// Each key, with the screen that follows it.
    steps: Vec<(&'static str, String)>,
    /// The key before which others write.
    meanwhile: Option<usize>,
    kind: Kind,
}

impl Trail {
    /// Walks the way in a program without a terminal.
    fn of(way: Way) -> Self {
        let mut desk = Desk::with(SMALL, |start| {
            (start.lang, start.clock, start.watch) = (Lang::En, Clock::System, false);
        });
        // On the terminal key follows key: no message is old enough to go.
        desk.program.set_pace(Duration::ZERO);
        let mut steps = Vec::new();
        for (half, keys) in [way.0, way.1].into_iter().enumerate() {
            if half == 1 && !keys.is_empty() {
                places::meanwhile(&desk.db);
            }
            for key in places::keys(keys) {
                desk.keys(key);
                steps.push((key, bare(&desk.screen())));
            }
        }
        let halved = !way.1.is_empty();
        let meanwhile = halved.then(|| places::keys(way.0).count());
        Self { way, steps, meanwhile, kind: places::kind(&desk) }
    }

    /// Leads a program on a terminal there: a key is typed when the screen shows the effect of the
    /// one before it.
    fn lead(&self, home: &Home, pty: &mut Pty) {
        for (place, (key, screen)) in self.steps.iter().enumerate() {
            if self.meanwhile == Some(place) {
                places::meanwhile(&home.db());
            }
            pty.keys(key);
            let what = format!("{:?}, {key}:\n{screen}\n", self.way);
            pty.wait_frame_with(&what, |shown| bare(shown) == *screen);
        }
    }
}

/// A screen without its numbers: of two registers, others may not have written in the same minute.
fn bare(screen: &str) -> String {
    let lines: Vec<&str> = screen.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().replace(|c: char| c.is_ascii_digit(), "0")
}

/// Ends the program in a place while something comes that does not stop by itself, and another
/// program writes that does not stop either.
fn ends(trail: &Trail, end: End, coming: Coming) -> Duration {
    let home = Home::new();
    let mut pty = home.open(&["--as", "secretariat", "--no-watch"], &[], SMALL);
    wait_whole(&pty, SAMPLE);
    trail.lead(&home, &mut pty);
    let other = Connection::open(home.db()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    // Words are many terms of a filter, lines are lines of notes.
    let part = match trail.kind.0 {
        KeyContext::Filter | KeyContext::Tagging | KeyContext::Themes => "a ",
        _ => "Needs of the State, 资产追回.\r",
    };
    pty.send(&coming.first(part));
    let peak = fs::read_to_string(format!("/proc/{}/status", pty.process())).unwrap_or_default();
    let told = Instant::now();
    match end {
        End::Key => pty.keys("<C-c>"),
        End::Signal => pty.signal(Signal::TERM),
        End::Closed => pty.close(),
    }
    if coming.is_text() && end != End::Closed {
        pty.pour(part.repeat(100).into_bytes());
    }
    let status = pty.wait_exit();
    let (took, case) = (told.elapsed(), format!("{:?}, {coming:?}, {end:?}", trail.way));
    let peak = peak.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next());
    let peak: u64 = peak.map_or(0, |kilobytes| kilobytes.parse().unwrap());
    let ends_with: &[u32] = match end {
        End::Key => &[0],
        End::Signal => &[143],
        // The write that fails may be the first to know.
        End::Closed => &[0, 129],
    };
    // This status reports data that could not be kept.
    let keeps_draft = [KeyContext::Notes, KeyContext::Conflict, KeyContext::Form];
    let unkept = keeps_draft.contains(&trail.kind.0) && status == 1;
    assert!(unkept || ends_with.contains(&status), "{case}: {status}\n{}", pty.screen_text());
    assert!(end == End::Closed || !pty.alternate(), "{case}: the terminal is not given back");
    assert!(peak < MEMORY, "{case}: {peak} kB");
    assert!(took < BOUND, "{case}: {took:?}");
    drop(other);
    took
}

/// Gives the trials of a place: the ends take turns, and so do the two kinds of a megabyte, each in every second place
/// with typed text, and before every second Ctrl-C. Places differ only in how they treat text and their end.
fn tried(trail: &Trail, place: usize) -> (End, Coming) {
    let end = ENDS[place % ENDS.len()];
    let coming = if (place / ENDS.len()).is_multiple_of(2) { Coming::Paste } else { Coming::Text };
    let comes = trail.kind.0.takes_text() || end == End::Key;
    (end, if comes { coming } else { Coming::Nothing })
}

#[test]
fn a8_the_program_ends_at_once_in_every_kind_of_place() {
    let ways: Vec<Way> = places::pages().chain(places::overlays()).collect();
    let (next, reached) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let times = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..TOGETHER {
            scope.spawn(|| {
                let following = || next.fetch_add(1, Ordering::Relaxed);
                while let Some((place, way)) = ways.iter().enumerate().nth(following()) {
                    let trail = Trail::of(*way);
                    let (end, coming) = tried(&trail, place);
                    let took = ends(&trail, end, coming);
                    times.lock().unwrap().push((end, took));
                    reached.lock().unwrap().push(trail.kind);
                }
            });
        }
    });
    places::are_all(&reached.into_inner().unwrap());
    let times = times.into_inner().unwrap();
    for end in ENDS {
        let of_it = || times.iter().filter(|(tried, _)| *tried == end).map(|(_, took)| *took);
        assert!(of_it().count() > 10, "{end:?}");
        assert!(of_it().min().unwrap() < PROMISED, "{end:?}: {times:?}");
    }
}

#[test]
fn a8_the_program_ends_at_once_behind_keys_that_were_typed_ahead() {
    let needs = Trail::of(("4", ""));
    for end in ENDS {
        ends(&needs, end, Coming::Keys);
        ends(&needs, end, Coming::Flood);
    }
}
