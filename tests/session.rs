//! The real program in a pseudo-terminal: from its first screen to the shell's prompt, alone and
//! with somebody else at the same register.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // this is a test throughout

mod support;

use rustix::process::Signal;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::desk::sample;
use support::pty::Pty;

const PROGRAM: &str = env!("CARGO_BIN_EXE_ta-tui");
const SMALL: (u16, u16) = (80, 24);

/// A home of its own, with a copy of the sample register.
struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        let home = Self { folder: tempfile::tempdir().unwrap() };
        std::fs::copy(sample(), home.db()).unwrap();
        home
    }

    fn db(&self) -> PathBuf {
        self.folder.path().join("register.db")
    }

    /// Writes the settings file.
    fn configure(&self, settings: &str) {
        let folder = self.folder.path().join("config/ta-tui");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("config.toml"), settings).unwrap();
    }

    fn environment(&self) -> Vec<(String, String)> {
        let path = |name: &str| self.folder.path().join(name).to_string_lossy().into_owned();
        vec![
            ("HOME".into(), path("")),
            ("XDG_CONFIG_HOME".into(), path("config")),
            ("XDG_DATA_HOME".into(), path("data")),
            ("TERM".into(), "xterm-256color".into()),
            ("LC_ALL".into(), String::new()),
            ("LC_MESSAGES".into(), String::new()),
            ("LANG".into(), "en_US.UTF-8".into()),
            ("TA_TUI_LANG".into(), String::new()),
            ("TA_TUI_DB".into(), String::new()),
            ("NO_COLOR".into(), String::new()),
            ("COLORFGBG".into(), String::new()),
        ]
    }

    /// The program on the register, with these arguments and more of an environment.
    fn open(&self, args: &[&str], more: &[(&str, &str)], size: (u16, u16)) -> Pty {
        let db = self.db();
        let mut all = vec!["--db", db.to_str().unwrap()];
        all.extend(args);
        let environment = self.environment();
        let mut env: Vec<(&str, &str)> = environment
            .iter()
            .filter(|(name, _)| more.iter().all(|(other, _)| other != name))
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        env.extend(more);
        Pty::spawn(Path::new(PROGRAM), &all, &env, size)
    }

    fn start(&self) -> Pty {
        let pty = self.open(&[], &[], SMALL);
        pty.wait_text("3,954 of 3,954 needs");
        pty
    }

    /// Runs a command of the program; its standard output and its status.
    fn run(&self, args: &[&str]) -> (String, Option<i32>) {
        let done = Command::new(PROGRAM)
            .arg("--db")
            .arg(self.db())
            .args(args)
            .envs(self.environment())
            .output()
            .unwrap();
        (String::from_utf8(done.stdout).unwrap(), done.status.code())
    }

    /// The newest entries of the change log.
    fn log(&self) -> Vec<serde_json::Value> {
        serde_json::from_str(&self.run(&["log", "id:1", "--format", "json"]).0).unwrap()
    }
}

fn quit(mut pty: Pty) {
    pty.keys("q");
    assert_eq!(pty.wait_exit(), 0);
    assert!(!pty.alternate(), "the alternate screen is left");
    let received = pty.received();
    let last = |bytes: &[u8]| received.windows(bytes.len()).rposition(|window| window == bytes);
    assert!(last(b"\x1b[?25h") > last(b"\x1b[?25l"), "the cursor is shown again");
}

#[test]
fn a_decision_from_the_first_screen_to_the_prompt() {
    let home = Home::new();
    let mut pty = home.start();
    pty.wait_text("illustrative needs");
    pty.keys("4<F5>");
    pty.wait_text("108 of 3,954 needs");
    pty.keys("<F5>/id:1<Enter>");
    pty.wait_text("1 of 3,954 needs");
    pty.keys("<Enter>");
    pty.wait_text("Need 1 ");
    pty.keys("ph");
    pty.wait_text("p Priority      ▲ High");
    pty.keys("u");
    pty.wait_text("p Priority      –");
    quit(pty);
    let log = home.log();
    assert_eq!(log[0]["before"], "high");
    assert_eq!(log[1]["after"], "high");
    assert_eq!(home.run(&["check"]).1, Some(0));
}

#[test]
fn two_people_see_each_other_and_nobody_overwrites_unseen() {
    let home = Home::new();
    let mut first = home.open(&["--as", "fp-gh", "id:1"], &[], SMALL);
    let mut second = home.open(&["--as", "fp-ke", "id:1"], &[], SMALL);
    for pty in [&mut first, &mut second] {
        pty.wait_text("1 of 3,954 needs");
        pty.keys("4<Enter>");
        pty.wait_text("p Priority      –");
    }
    first.keys("pm");
    first.wait_text("p Priority      ■ Medium");
    // the other one sees it without a key
    second.wait_text("p Priority      ■ Medium");
    second.wait_text("Somebody else changed");
    // and a command from a script is seen by both
    assert_eq!(home.run(&["set", "1", "response=planned", "--as", "secretariat"]).1, Some(0));
    first.wait_text("r Response      Planned");
    second.wait_text("r Response      Planned");
    quit(first);
    quit(second);
}

#[test]
fn what_others_change_leaves_the_filter_line_alone() {
    let home = Home::new();
    let mut pty = home.start();
    pty.keys("4/chapter:V asset decl");
    pty.wait_text("asset decl");
    assert_eq!(home.run(&["set", "1", "priority=low"]).1, Some(0));
    pty.wait_text("Somebody else changed");
    pty.wait_text("chapter:V asset decl");
    pty.keys("<Esc>");
    pty.wait_text("3,954 of 3,954 needs");
    quit(pty);
}

#[test]
fn the_language_comes_from_flag_environment_and_settings() {
    let home = Home::new();
    for (args, env) in [
        (&["--lang", "zh"][..], &[][..]),
        (&[], &[("TA_TUI_LANG", "zh")]),
        (&[], &[("LANG", "zh_CN.UTF-8")]),
    ] {
        let pty = home.open(args, env, SMALL);
        pty.wait_text("需求均为示例");
        quit(pty);
    }
    home.configure("language = \"zh\"\n");
    let pty = home.open(&[], &[], SMALL);
    pty.wait_text("需求均为示例");
    quit(pty);
}

#[test]
fn own_keys_work_and_show_and_a_mistake_is_named_with_its_place() {
    let home = Home::new();
    home.configure("[keys]\n\"triage.priority\" = [\"y\"]\n\"triage.prioritie\" = [\"w\"]\n");
    let mut pty = home.open(&["id:1"], &[], SMALL);
    pty.wait_text("config.toml:3:1");
    pty.keys("4");
    pty.wait_text("y priority");
    pty.keys("yl");
    pty.wait_text("▽ Low");
    quit(pty);
}

#[test]
fn without_colour_no_colour_is_sent() {
    let home = Home::new();
    let mut pty = home.open(&[], &[("NO_COLOR", "1")], SMALL);
    pty.wait_text("3,954 of 3,954 needs");
    pty.keys("4");
    pty.wait_text("Mozambique");
    let text = String::from_utf8_lossy(&pty.received()).into_owned();
    for sequence in text.split("\x1b[").skip(1) {
        let Some((numbers, _)) = sequence.split_once('m') else { continue };
        if numbers.bytes().all(|b| b.is_ascii_digit() || b == b';') {
            let coloured = |n: &str| {
                matches!(n, "38" | "48")
                    || matches!(n.len(), 2 | 3) && {
                        matches!(n.parse().unwrap_or(0), 30..=37 | 40..=47 | 90..=97 | 100..=107)
                    }
            };
            assert!(!numbers.split(';').any(coloured), "{numbers}");
        }
    }
    quit(pty);
}

#[test]
fn a_small_window_says_so_and_a_larger_one_goes_on() {
    let home = Home::new();
    let pty = home.open(&[], &[], (30, 8));
    pty.wait_text("40×12");
    pty.resize(SMALL);
    pty.wait_text("3,954 of 3,954 needs");
    quit(pty);
}

#[test]
fn ctrl_c_quits_from_within_a_line() {
    let home = Home::new();
    let mut pty = home.start();
    pty.keys("/chap<C-c>");
    assert_eq!(pty.wait_exit(), 0);
    assert!(!pty.alternate());
}

#[test]
fn it_ends_with_its_terminal_and_with_signals() {
    let home = Home::new();
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let mut pty = home.start();
        pty.signal(signal);
        assert_eq!(pty.wait_exit(), status);
        assert!(!pty.alternate(), "{signal:?}");
    }
    let mut pty = home.open(&["id:1"], &[], SMALL);
    pty.wait_text("1 of 3,954 needs");
    pty.keys("4<Enter>ph");
    pty.wait_text("p Priority      ▲ High");
    pty.close();
    pty.wait_exit();
    assert_eq!(home.log()[0]["after"], "high");
    assert_eq!(home.run(&["check"]).1, Some(0));
}

#[test]
fn no_byte_of_a_hostile_text_acts_on_the_terminal() {
    let home = Home::new();
    let sql = rusqlite::Connection::open(home.db()).unwrap();
    let hostile =
        format!("\x1b[2J\x1b]0;title\x07\u{9b}31m\u{202e}abc{}\r\n!", "\u{323}".repeat(500));
    sql.execute("UPDATE need SET text = ?1 WHERE id = 1", [&hostile]).unwrap();
    drop(sql);
    let mut pty = home.open(&["id:1"], &[], SMALL);
    pty.wait_text("1 of 3,954 needs");
    pty.keys("4");
    pty.wait_text("31mabc");
    quit(pty);
}

/// Facts of slow lines: one TCP segment is about 1,400 bytes; these are the budgets of
/// `docs/performance.md`.
#[test]
fn the_line_carries_few_bytes() {
    let home = Home::new();
    let mut pty = home.start();
    assert!(pty.bytes() <= 4_000, "first paint: {}", pty.bytes());
    pty.keys("4");
    pty.wait_text("1/3,954");
    let before = pty.bytes();
    for row in 2..=201 {
        pty.keys("j");
        pty.wait_text(&format!(" {row}/3,954"));
    }
    let step = (pty.bytes() - before) / 200;
    assert!(step <= 170, "a cursor step while scrolling: {step}");
    pty.keys("/");
    pty.wait_text("accept");
    for (letter, text) in
        [("m", "Filter m"), ("o", "Filter mo"), ("d", "Filter mod"), ("e", "Filter mode")]
    {
        let before = pty.bytes();
        pty.keys(letter);
        pty.wait_text(text);
        let letter = pty.bytes() - before;
        assert!(letter <= 2_500, "{text}: {letter}");
    }
}
