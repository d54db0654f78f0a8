//! A register that another program keeps for itself: a command that only reads waits as well, says for whom,
//! and finds no fault in it.

use crate::support::home::Home;
use rusqlite::Connection;
use rustix::process::{Pid, Signal, kill_process};
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};
use ta_tui::store::{Access, Store};

const PROGRAM: &str = env!("CARGO_BIN_EXE_ta-tui");

const WIDE: (u16, u16) = (120, 40);

/// Ways to keep a register from being read: without a log; in the midst of a write without a log, whose journal
/// stands there; with a log for one program alone.
const LOCKS: [&str; 3] = [
    "BEGIN EXCLUSIVE",
    "BEGIN EXCLUSIVE; INSERT INTO meta VALUES ('held', 'x')",
    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; INSERT INTO meta VALUES ('held', 'x')",
];

/// Everything that reads.
const READS: [&[&str]; 9] = [
    &["needs"],
    &["--read-only", "needs"],
    &["count", "--by", "region"],
    &["log"],
    &["figure", "1"],
    &["verify"],
    &["frame"],
    &["check"],
    &["backup"],
];

fn held(home: &Home, lock: &str) -> Connection {
    let other = Connection::open(home.db()).unwrap();
    other.execute_batch(lock).unwrap();
    other
}

fn reading(home: &Home, args: &[&str]) -> Child {
    let mut command = Command::new(PROGRAM);
    command.arg("--db").arg(home.db()).args(["--lang", "en"]).args(args);
    if args.last() == Some(&"backup") {
        command.arg(home.db().with_file_name("copy.db"));
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Reads standard error up to the line that says for whom a program waits.
fn waits(child: &mut Child) {
    let mut said = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
    let told = |line: String| line.contains("Waiting since") && line.contains(&holder());
    assert!(said.any(told), "it says for whom it waits");
}

/// This test, which holds the lock.
fn holder() -> String {
    format!("(process {}", std::process::id())
}

fn ended(child: Child) -> (String, String, Option<i32>) {
    let Output { stdout, stderr, status } = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(stdout), text(stderr), status.code())
}

#[test]
fn c12_a_reading_says_for_whom_it_waits_and_reads_then() {
    std::thread::scope(|scope| {
        for lock in LOCKS {
            scope.spawn(move || {
                for args in READS {
                    let home = Home::new();
                    let other = held(&home, lock);
                    let mut child = reading(&home, args);
                    waits(&mut child);
                    drop(other);
                    let (out, _, status) = ended(child);
                    // The figures of the sample are not those that were published.
                    let expected = i32::from(args == ["verify"]);
                    assert_eq!(status, Some(expected), "{lock}: {args:?}: {out}");
                    assert!(!out.is_empty() || args == ["backup"], "{lock}: {args:?}");
                }
            });
        }
    });
}

#[test]
fn c12_a_reading_that_gives_up_names_the_program_and_check_finds_no_fault() {
    let ends: [&[&str]; 3] =
        [&["needs", "--format", "json"], &["check", "--format", "json"], &["check"]];
    std::thread::scope(|scope| {
        for lock in LOCKS {
            for args in ends {
                scope.spawn(move || {
                    let home = Home::new();
                    let _other = held(&home, lock);
                    let (out, said, status) = ended(reading(&home, args));
                    assert_eq!((out.as_str(), status), ("", Some(1)), "{lock}: {args:?}");
                    let last = said.lines().last().unwrap();
                    assert!(last.contains(&holder()), "{lock}: {args:?}: {said}");
                    assert!(last.contains("using the register"), "{lock}: {args:?}: {said}");
                    let unchecked = said.contains("could not be checked");
                    assert_eq!(unchecked, args[0] == "check", "{lock}: {said}");
                });
            }
        }
    });
}

/// The journal of a program that was killed in the midst of a write is a fault.
#[test]
fn c16_a_journal_is_a_fault_when_no_program_writes() {
    let home = Home::new();
    let other = held(&home, LOCKS[1]);
    let journal = home.db().with_file_name("register.db-journal");
    let left = std::fs::read(&journal).unwrap();
    drop(other);
    std::fs::write(&journal, left).unwrap();
    let (out, status) = home.run(&["check"]);
    assert!(status == Some(1) && out.contains("register.db-journal"), "{out}");
}

#[test]
fn f1_a_program_that_opens_to_read_only_says_for_whom_it_waits() {
    for lock in LOCKS {
        let home = Home::new();
        let other = held(&home, lock);
        let pty = home.open(&["--read-only"], &[], WIDE);
        pty.wait_text(&holder());
        assert!(!pty.alternate(), "{}", pty.screen_text());
        drop(other);
        pty.wait_text("3,954 of 3,954 needs");
        crate::support::home::quit(pty);
    }
}

#[test]
fn f1_a_signal_ends_a_reading_that_waits() {
    let home = Home::new();
    let _other = held(&home, LOCKS[0]);
    for args in READS {
        let mut child = reading(&home, args);
        waits(&mut child);
        let began = Instant::now();
        // A background process may have been started with interrupts ignored.
        kill_process(Pid::from_child(&child), Signal::TERM).unwrap();
        assert!(!child.wait().unwrap().success(), "{args:?}");
        assert!(began.elapsed() < Duration::from_secs(20), "{args:?}: {:?}", began.elapsed());
    }
    let mut pty = home.open(&["--read-only"], &[], WIDE);
    pty.wait_text("Waiting since");
    let began = Instant::now();
    pty.signal(Signal::INT);
    assert_ne!(pty.wait_exit(), 0);
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
}

/// A copy of a register as a program leaves it that is killed in the midst of a large write without a log.
fn cut_off(home: &Home) {
    let other =
        held(home, "PRAGMA cache_size = 5; BEGIN EXCLUSIVE; UPDATE need SET text = text || ' x'");
    let files = ["register.db", "register.db-journal"].map(|name| home.db().with_file_name(name));
    let left = files.each_ref().map(|file| std::fs::read(file).unwrap());
    drop(other);
    for (file, left) in files.iter().zip(left) {
        std::fs::write(file, left).unwrap();
    }
}

#[test]
fn c16_a_write_that_was_cut_off_is_taken_back_before_anything_is_read() {
    let counted = |home: &Home| ended(reading(home, &["count", "--by", "cycle"])).0;
    for args in READS.into_iter().filter(|args| args[0] != "--read-only" && args[0] != "check") {
        let home = Home::new();
        let before = counted(&home);
        cut_off(&home);
        let journal = home.db().with_file_name("register.db-journal");
        for asked in [&["--read-only"][..], &["check"]] {
            let rest = if asked == ["check"] { &[][..] } else { args };
            let (out, said, status) = ended(reading(&home, &[asked, rest].concat()));
            assert_eq!(status, Some(1), "{asked:?} {args:?}: {out}{said}");
            let told = out + &said;
            assert!(told.contains("stopped in the midst of a write"), "{asked:?} {args:?}: {told}");
            assert!(!told.contains("damaged") && journal.exists(), "{asked:?} {args:?}: {told}");
        }
        let (out, said, status) = ended(reading(&home, args));
        assert_eq!(status, Some(i32::from(args == ["verify"])), "{args:?}: {out}{said}");
        assert!(!journal.exists(), "{args:?}");
        assert_eq!(counted(&home), before, "{args:?}");
    }
}

/// A register without a log, open for reading: a program that wants it exclusively is named, and waited for.
#[test]
fn c12_a_reading_of_an_open_register_says_for_whom_it_waits() {
    let home = Home::new();
    let store = Store::open(&home.db(), Access::ReadOnly).unwrap();
    let (told, said) = std::sync::mpsc::channel();
    store.tell_when_waiting(move |waiting| drop(told.send(waiting)));
    let other = Connection::open(home.db()).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    // A process is not told of its own locks: that they are in the way is all that can be said.
    let error = store.load(&mut |_| true).unwrap_err();
    assert!(error.is_busy(), "{error:?}");
    let waiting = said.try_recv().unwrap().unwrap();
    assert!(waiting.reads && waiting.most.is_some(), "{waiting:?}");
    assert_eq!(said.try_recv().unwrap(), None, "the waiting is over");
    other.execute_batch("COMMIT").unwrap();
    assert_eq!(store.load(&mut |_| true).unwrap().len(), 3_954);
}
