//! Requests that fail, writes that wait, and how the program ends meanwhile.

use crate::support::desk::{Desk, start};
use crate::support::home::{Home, SMALL};
use crate::support::pty::Pty;
use rusqlite::Connection;
use rustix::process::Signal;
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use ta_tui::program::Headless;
use ta_tui::store::{Access, Store};
use ta_tui::text::Lang;

const WIDE: (u16, u16) = (120, 40);

/// The end of a program that waits must come long before the ten seconds that a write once waited;
/// its own bound is less than a second, which a loaded machine may stretch.
const SOON: Duration = Duration::from_secs(5);

/// Changes the register behind the program's back. It has been opened for writing before, so that it
/// is not looked through when it is opened next.
fn by_sql(db: &Path, sql: &str) {
    drop(Store::open(db, Access::ReadWrite).unwrap());
    let connection = Connection::open(db).unwrap();
    connection.pragma_update(None, "foreign_keys", false).unwrap();
    connection.execute_batch(sql).unwrap();
}

/// Begins a write of another program and leaves it open.
fn writing(db: &Path) -> Connection {
    let other = Connection::open(db).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    other
}

/// A row that no program writes: with an unknown field.
const BAD_CHANGE: &str = "PRAGMA ignore_check_constraints = ON;
    DROP TRIGGER change_is_final;
    UPDATE change SET field = 'nonsense' WHERE kind = 'need' AND record = 1;
    CREATE TRIGGER change_is_final BEFORE UPDATE ON change
    BEGIN SELECT raise(ABORT, 'the change log is append-only'); END;";

/// Each kind of request on a register in which it must fail: the request, the SQL that spoils the
/// open register, and the keys that ask.
const KINDS: &[(&str, &str, &str)] = &[
    ("a detail", "ALTER TABLE need RENAME COLUMN document TO document_away", "4<Enter>"),
    ("the log", "ALTER TABLE change RENAME TO change_away", "4gh"),
    ("the log of all", "ALTER TABLE change RENAME TO change_away", "1H"),
    ("the views", "ALTER TABLE saved_view RENAME TO saved_view_away", "O"),
    ("saving a view", "ALTER TABLE saved_view RENAME TO saved_view_away", "4O+name<C-s><C-s>"),
    ("a write", "ALTER TABLE batch RENAME TO batch_away", "4e<Enter>"),
    ("two writes", "ALTER TABLE batch RENAME TO batch_away", "4e<Enter>o<Enter>"),
    ("an undo", "ALTER TABLE batch RENAME TO batch_away", "4u"),
    ("a redo", "ALTER TABLE batch RENAME TO batch_away", "4<C-r>"),
    ("notes", "ALTER TABLE need RENAME COLUMN notes TO notes_away", "4<Enter>nabc<C-s>"),
    ("a draft", "ALTER TABLE draft RENAME TO draft_away", "4nabc<Esc>"),
    ("an earlier day", "ALTER TABLE change RENAME TO change_away", "4@2019-05<Enter>"),
    ("a figure", "ALTER TABLE change RENAME TO change_away", "7"),
    ("names", "ALTER TABLE person RENAME TO person_away", "4*"),
];

/// Every request is answered, also where it fails: `Desk::keys` waits for all answers, so that a request without one
/// never comes back from it.
#[test]
fn f1_every_kind_of_request_that_fails_is_answered() {
    for (what, sql, keys) in KINDS {
        let (told, done) = std::sync::mpsc::channel();
        let (sql, keys) = ((*sql).to_owned(), (*keys).to_owned());
        std::thread::spawn(move || {
            let mut desk = Desk::with(WIDE, |start| start.watch = false);
            by_sql(&desk.db, &format!("PRAGMA legacy_alter_table = ON; {sql}"));
            desk.keys(&keys);
            let settled = desk.program.app().is_settled();
            let before = desk.screen();
            // The program goes on.
            desk.keys("<Esc><Esc><Esc>1");
            told.send((settled && desk.program.app().is_settled(), before)).unwrap();
        });
        let Ok((settled, screen)) = done.recv_timeout(Duration::from_secs(60)) else {
            panic!("{what}: something waits for ever, or the program stopped");
        };
        assert!(settled, "{what}: something waits\n{screen}");
    }
}

/// The register of the row: one line of the change log that cannot be read.
#[test]
fn f1_a_register_with_an_unreadable_change_ends_frame_with_65() {
    let home = Home::new();
    by_sql(&home.db(), BAD_CHANGE);
    let (screen, status) = home.run(&["frame", "id:1", "--keys", "4gh"]);
    assert_eq!((screen.as_str(), status), ("", Some(65)));
    let (screen, status) = home.run(&["frame", "id:1"]);
    assert_eq!(status, Some(0), "what it does not show harms nothing");
    assert!(screen.contains("1 of 3,954 needs"), "{screen}");
}

/// A priority that there is not.
const UNREADABLE: &str = "PRAGMA ignore_check_constraints = ON;
                          UPDATE need SET priority = 'urgent' WHERE id = 3000";

/// A register that cannot be read at all: every question gets that for an answer, every key is heard
/// at once, and the program can be left.
#[test]
fn f1_a_register_that_cannot_be_read_is_said_and_left() {
    let home = Home::new();
    by_sql(&home.db(), UNREADABLE);
    let (screen, status) = home.run(&["frame", "--keys", "4ejj"]);
    assert!(screen.is_empty() && status == Some(65), "{status:?}\n{screen}");
    let mut pty = home.open(&[], &[], SMALL);
    pty.wait_text("✗");
    let before = Instant::now();
    // An arrow between them: eight characters at once are a paste.
    pty.keys("4jjkk<Down>eu1q");
    assert_eq!(pty.wait_exit(), 0, "{}", pty.screen_text());
    assert!(before.elapsed() < SOON);
    // The register of a program without a terminal.
    let home = Home::new();
    by_sql(&home.db(), UNREADABLE);
    let headless = Headless::start(&start(home.db()), WIDE).unwrap();
    assert!(headless.app().is_settled() && headless.app().failed_to_read().is_some());
}

/// On the list of one need, with another program in the midst of a write, and a decision that waits.
fn waiting_write(home: &Home) -> (Pty, Connection) {
    let mut pty = home.open(&["--as", "fp-gh", "id:1", "--no-watch"], &[], WIDE);
    pty.wait_text("1 of 3,954 needs");
    pty.keys("4");
    pty.wait_frame_with("a list", |screen| screen.contains("Need▲"));
    let other = writing(&home.db());
    pty.keys("d<Enter>");
    // The program says that it waits, and names this process, which holds the lock.
    pty.wait_frame(&format!("(process {}", std::process::id()));
    assert!(pty.screen_text().contains("Waiting since"), "{}", pty.screen_text());
    (pty, other)
}

/// How many writes there are on the sample's own day; its own are of earlier days.
fn batches(db: &Path) -> i64 {
    let sql = "SELECT count(*) FROM batch WHERE at >= unixepoch('2019-12-31')";
    Connection::open(db).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn f1_a_write_that_waits_says_so_and_is_written_when_its_turn_comes() {
    let home = Home::new();
    let (mut pty, other) = waiting_write(&home);
    // Keys are heard meanwhile.
    pty.keys("?");
    pty.wait_frame("Keys: Needs");
    pty.keys("<Esc>");
    // A key that is heard later would take the notice away.
    pty.wait_frame_with("no help", |screen| !screen.contains("Keys: Needs"));
    other.execute_batch("COMMIT").unwrap();
    pty.wait_frame("Need 1 changed");
    assert!(!pty.screen_text().contains("Waiting since"), "{}", pty.screen_text());
    assert_eq!(batches(&home.db()), 1);
    crate::support::home::quit(pty);
}

#[test]
fn f1_whatever_ends_the_program_ends_it_while_a_write_waits() {
    type End = fn(&mut Pty);
    let ways: [(&str, End, u32); 3] = [
        ("q", |pty| pty.keys("q"), 1),
        ("Ctrl-C", |pty| pty.keys("<C-c>"), 1),
        ("SIGTERM", |pty| pty.signal(Signal::TERM), 143),
    ];
    for (way, end, status) in ways {
        let home = Home::new();
        let (mut pty, other) = waiting_write(&home);
        let before = Instant::now();
        end(&mut pty);
        assert_eq!(pty.wait_exit(), status, "{way}");
        assert!(before.elapsed() < SOON, "{way}: {:?}", before.elapsed());
        let left = pty.screen_text();
        assert!(!pty.alternate(), "{way}");
        assert!(left.contains("Not written: need 1, Priority: Medium"), "{way}: {left}");
        assert!(left.contains(&std::process::id().to_string()), "{way}: {left}");
        drop(other);
        assert_eq!(batches(&home.db()), 0, "{way}");
    }
    let home = Home::new();
    let (mut pty, other) = waiting_write(&home);
    let before = Instant::now();
    pty.close();
    pty.wait_exit();
    assert!(before.elapsed() < SOON, "{:?}", before.elapsed());
    drop(other);
    assert_eq!(batches(&home.db()), 0);
}

/// Writes waiting behind an earlier one about the same need are reported as well.
#[test]
fn f1_what_waits_behind_a_waiting_write_is_said_too() {
    let home = Home::new();
    let (mut pty, other) = waiting_write(&home);
    pty.keys("o<Enter>");
    pty.keys("<C-c>");
    assert_eq!(pty.wait_exit(), 1);
    let left = pty.screen_text();
    assert!(left.contains("Priority: Medium") && left.contains("Response: Unmet"), "{left}");
    drop(other);
}

fn set(home: &Home, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ta-tui"));
    command.arg("--db").arg(home.db()).args(["--lang", "en", "--as", "fp-gh", "set"]).args(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Reads standard error up to a line with these words.
fn said(child: &mut Child, words: &str) -> String {
    use std::io::BufRead as _;
    let mut lines = std::io::BufReader::new(child.stderr.take().unwrap()).lines();
    lines.find_map(|line| line.ok().filter(|line| line.contains(words))).expect(words)
}

#[test]
fn c12_a_command_waits_as_long_as_the_other_one_lives_and_says_for_whom() {
    let home = Home::new();
    drop(Connection::open(home.db()).unwrap().execute_batch("PRAGMA journal_mode = WAL"));
    let other = writing(&home.db());
    let mut child = set(&home, &["1", "priority=low"]).spawn().unwrap();
    let line = said(&mut child, "Waiting since");
    assert!(line.contains(&format!("process {}", std::process::id())), "{line}");
    other.execute_batch("COMMIT").unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(home.log()[0]["after"], "low");
}

/// A register that is no longer, or not yet, kept with a log gets one when it is first opened for writing, for which
/// it must have no other user.
#[test]
fn c12_an_opening_waits_as_long_as_the_other_one_lives_and_says_for_whom() {
    for lock in ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE", "BEGIN; SELECT count(*) FROM need"] {
        let home = Home::new();
        let other = Connection::open(home.db()).unwrap();
        other.execute_batch(lock).unwrap();
        let mut child = set(&home, &["1", "priority=low"]).spawn().unwrap();
        let line = said(&mut child, "Waiting since");
        let holder = format!("process {}", std::process::id());
        assert!(line.contains(&holder) && line.contains("using the register"), "{lock}: {line}");
        other.execute_batch("COMMIT").unwrap();
        assert!(child.wait().unwrap().success(), "{lock}");
        assert_eq!(home.log()[0]["after"], "low", "{lock}");
    }
}

#[test]
fn f1_a_program_that_waits_for_the_register_says_so_and_opens_it_then() {
    let home = Home::new();
    let other = writing(&home.db());
    let pty = home.open(&[], &[], WIDE);
    pty.wait_text(&format!("(process {}", std::process::id()));
    assert!(!pty.alternate(), "{}", pty.screen_text());
    other.execute_batch("COMMIT").unwrap();
    pty.wait_text("3,954 of 3,954 needs");
    crate::support::home::quit(pty);
    // And it can be left meanwhile.
    let home = Home::new();
    let other = writing(&home.db());
    let mut pty = home.open(&[], &[], WIDE);
    pty.wait_text("Waiting since");
    pty.signal(Signal::TERM);
    assert_ne!(pty.wait_exit(), 0);
    drop(other);
}

#[test]
fn c12_many_needs_are_written_at_once_in_one_batch() {
    let home = Home::new();
    let mut child = set(&home, &["-", "theme+=awareness", "priority=low"]).spawn().unwrap();
    let ids = (1..=3_954).map(|id: u32| id.to_string()).collect::<Vec<_>>().join("\n");
    child.stdin.take().unwrap().write_all(ids.as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(home.run(&["check"]).1, Some(0));
    let wrong = "SELECT count(*) FROM need WHERE priority IS NOT 'low'";
    let connection = Connection::open(home.db()).unwrap();
    assert_eq!(connection.query_row(wrong, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
    let sql = "SELECT count(DISTINCT batch_id) FROM change
               WHERE batch_id IN (SELECT id FROM batch WHERE who = 'fp-gh' ORDER BY id DESC LIMIT 1)";
    assert_eq!(connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap(), 1);
}

#[test]
fn c14_what_was_written_but_could_not_be_printed_is_said_to_be_written() {
    let home = Home::new();
    let full = || Stdio::from(std::fs::File::options().write(true).open("/dev/full").unwrap());
    let done = set(&home, &["1", "priority=medium"]).stdout(full()).output().unwrap();
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(1));
    assert!(told.contains("the change was written") && told.contains("one field"), "{told}");
    assert_eq!(home.log()[0]["after"], "medium");
    let mut handover = Command::new(env!("CARGO_BIN_EXE_ta-tui"));
    handover.arg("--db").arg(home.db()).args(["--lang", "en", "handover", "fp-ke", "fp-gh"]);
    let done = handover.stdout(full()).output().unwrap();
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.code() == Some(1) && told.contains("was written"), "{told}");
    // Without a write, the end of the write is not reported.
    let done = set(&home, &["1", "priority=medium"]).stdout(full()).output().unwrap();
    assert!(done.status.success());
}

#[test]
fn c15_what_is_no_list_of_needs_is_not_read_to_its_end() {
    let home = Home::new();
    let before = home.log();
    let zero = Stdio::from(std::fs::File::open("/dev/zero").unwrap());
    let done = set(&home, &["-", "priority=low"]).stdin(zero).output().unwrap();
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(65), "{told}");
    assert!(told.contains("longer than 64 KiB"), "{told}");
    let mut child = set(&home, &["-", "priority=low"]).spawn().unwrap();
    let mut into = child.stdin.take().unwrap();
    let wrong = "1\nno number\n".repeat(500_000);
    // The program ends before all is written, and the rest stays unread.
    let rest = std::thread::spawn(move || into.write_all(wrong.as_bytes()).is_err());
    let done = child.wait_with_output().unwrap();
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(65), "{told}");
    assert!(told.contains("stopped at line 200") && told.contains("and 80 more lines"), "{told}");
    assert!(rest.join().unwrap(), "it was read to its end");
    assert_eq!(home.log(), before, "nothing is written");
}

/// Lines that are right and never end.
#[test]
fn c15_what_is_right_and_never_ends_is_not_read_for_ever() {
    let home = Home::new();
    let before = home.log();
    for (args, line) in [
        (&["set", "-", "priority=low"][..], "\n"),
        (&["set", "-", "priority=low"], "1\n"),
        (&["add", "need", "-"], "\n"),
        (&["add", "need", "-"], "{\"text\":\"x\"}\n"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ta-tui"));
        command.arg("--db").arg(home.db()).args(["--lang", "en", "--as", "secretariat"]).args(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut into = child.stdin.take().unwrap();
        let lines = line.repeat(10_000);
        let rest = std::thread::spawn(move || while into.write_all(lines.as_bytes()).is_ok() {});
        let done = child.wait_with_output().unwrap();
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(65), "{args:?} {line:?}: {told}");
        rest.join().unwrap();
    }
    assert_eq!(home.log(), before, "nothing is written");
}

/// One language more: the words are there in both.
#[test]
fn f1_a_write_that_waits_says_so_in_both_languages() {
    use ta_tui::domain::Moment;
    use ta_tui::store::{Holder, StoreError, Waiting};
    use ta_tui::text::Text;
    let holder = Holder {
        process: 4711,
        program: "ta-tui".into(),
        account: "ada".into(),
        person: Some("fp-ke".into()),
    };
    for lang in Lang::ALL {
        for holder in [None, Some(holder.clone())] {
            let since = Moment::from_seconds(0);
            let waiting = Waiting { holder: holder.clone(), since, reads: false, most: None };
            let [for_ever, for_a_while] = [None, Some(Duration::from_secs(5))]
                .map(|most| Text::of(*lang).say(&Waiting { most, ..waiting.clone() }.to_open()));
            let opens = if *lang == Lang::En { "opens when" } else { "即打开" };
            assert!(for_ever.contains(opens) && !for_ever.contains('秒'), "{for_ever}");
            assert!(!for_a_while.contains(opens) && for_a_while.contains('5'), "{for_a_while}");
            let given_up = StoreError::GivenUp(holder.clone()).message();
            let held = holder.clone().map_or(StoreError::Busy, StoreError::Held).message();
            for said in [waiting.message(), waiting.to_open(), given_up, held] {
                let said = Text::of(*lang).say(&said);
                assert!(!said.contains("store-"), "{said}");
                assert_eq!(
                    said.contains("4711") && said.contains("fp-ke"),
                    holder.is_some(),
                    "{said}"
                );
            }
        }
    }
}
