//! The real program in a home of its own, on a register of its own.

use super::desk::sample;
use super::large;
use super::pty::Pty;
use super::stale::READING;
use std::path::{Path, PathBuf};
use std::process::Command;
use ta_tui::text::grouped;

const PROGRAM: &str = env!("CARGO_BIN_EXE_ta-tui");

/// How many needs the sample has.
pub const SAMPLE: u32 = 3_954;

/// The usual terminal.
pub const SMALL: (u16, u16) = (80, 24);

/// A home of its own, with a copy of the sample register.
pub struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    /// With the 3,954 needs of the sample.
    pub fn new() -> Self {
        let home = Self { folder: tempfile::tempdir().unwrap() };
        std::fs::copy(sample(), home.db()).unwrap();
        home
    }

    /// With about 100,000.
    pub fn large() -> Self {
        let home = Self { folder: tempfile::tempdir().unwrap() };
        large::make(&home.db());
        home
    }

    /// The register.
    pub fn db(&self) -> PathBuf {
        self.folder.path().join("register.db")
    }

    /// Writes the settings file.
    pub fn configure(&self, settings: &str) {
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
            ("LC_CTYPE".into(), String::new()),
            ("LANG".into(), "en_US.UTF-8".into()),
            ("TA_TUI_LANG".into(), String::new()),
            ("TA_TUI_DB".into(), String::new()),
            ("NO_COLOR".into(), String::new()),
            ("COLORFGBG".into(), String::new()),
        ]
    }

    /// The program on the register, with these arguments and more of an environment.
    pub fn open(&self, args: &[&str], more: &[(&str, &str)], size: (u16, u16)) -> Pty {
        let db = self.db();
        let mut all = vec!["--db", db.to_str().unwrap()];
        all.extend(args);
        self.spawn(Path::new(PROGRAM), &all, more, size)
    }

    /// The program under a shell, which does something else when the program has ended.
    pub fn open_before(&self, then: &str) -> Pty {
        let db = self.db();
        let script = format!("\"$0\" --db \"$1\"; {then}");
        let args = ["-c", &script, PROGRAM, db.to_str().unwrap()];
        self.spawn(Path::new("/bin/sh"), &args, &[], SMALL)
    }

    fn spawn(&self, program: &Path, args: &[&str], more: &[(&str, &str)], size: (u16, u16)) -> Pty {
        let environment = self.environment();
        let mut env: Vec<(&str, &str)> = environment
            .iter()
            .filter(|(name, _)| more.iter().all(|(other, _)| other != name))
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        env.extend(more);
        Pty::spawn(program, args, &env, size)
    }

    /// The program on its first screen.
    pub fn start(&self) -> Pty {
        let pty = self.open(&[], &[], SMALL);
        wait_whole(&pty, SAMPLE);
        pty
    }

    /// Runs a command of the program; its standard output and its status.
    pub fn run(&self, args: &[&str]) -> (String, Option<i32>) {
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
    pub fn log(&self) -> Vec<serde_json::Value> {
        serde_json::from_str(&self.run(&["log", "id:1", "--format", "json"]).0).unwrap()
    }
}

/// Blocks until so many needs are all read and all shown, in a whole frame.
pub fn wait_whole(pty: &Pty, needs: u32) {
    let needs = grouped(needs.into());
    let whole = format!("{needs} of {needs} needs");
    pty.wait_frame_with(&whole, |text| text.contains(&whole) && !text.contains(READING));
}

/// Leaves the program with its key, which gives the terminal back.
pub fn quit(mut pty: Pty) {
    pty.keys("Q");
    assert_eq!(pty.wait_exit(), 0);
    assert!(!pty.alternate(), "the alternate screen is left");
    let received = pty.received();
    let last = |bytes: &[u8]| received.windows(bytes.len()).rposition(|window| window == bytes);
    assert!(last(b"\x1b[?25h") > last(b"\x1b[?25l"), "the cursor is shown again");
}
