//! Register files: accounts that may write, places of files, replacement of files.

mod beside;
mod clocks;
mod journals;
mod limits;
mod links;
mod overwritten;
mod restored;
mod users;

use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use ta_tui::domain::{Change, Edit, NeedNumber};
use ta_tui::store::{Access, Store, StoreError, Write, Written};

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_ta-tui");

/// Two accounts and a group that no machine gives to anybody.
pub(crate) const ALICE: u32 = 61_001;
pub(crate) const BOB: u32 = 61_002;
pub(crate) const GROUP: u32 = 61_100;

/// A folder that every account can reach, and a small register in it.
pub(crate) struct Folder {
    pub(crate) dir: tempfile::TempDir,
    pub(crate) db: PathBuf,
}

/// How a run of the program ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Folder {
    pub(crate) fn empty() -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::set_permissions(dir.path(), Permissions::from_mode(0o755)).unwrap();
        let db = dir.path().join("register.db");
        Self { dir, db }
    }

    /// With a register of twenty needs.
    pub(crate) fn new() -> Self {
        let folder = Self::empty();
        drop(Store::create(&folder.db).unwrap());
        let sql = folder.sql();
        sql.execute_batch(
            "INSERT INTO review (id, state_id, cycle) VALUES (1, 10, 1);
             INSERT INTO need (review_id, text, language)
               SELECT 1, printf('%.500c', 'x'), 'en' FROM state LIMIT 20",
        )
        .unwrap();
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn sql(&self) -> Connection {
        Connection::open(&self.db).unwrap()
    }

    pub(crate) fn store(&self) -> Store {
        Store::open(&self.db, Access::ReadWrite).unwrap()
    }

    /// Every file with its bytes; other entries by name alone. Not while this process has a
    /// register open there.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(self.dir.path()).unwrap().map(Result::unwrap);
        let bytes = |path: &Path| {
            if path.is_file() { fs::read(path).unwrap() } else { Vec::new() }
        };
        entries
            .map(|entry| (entry.file_name().into_string().unwrap(), bytes(&entry.path())))
            .collect()
    }

    pub(crate) fn names(&self) -> Vec<String> {
        // Nothing is opened: to close a file lets go of the locks that this process has on it.
        let entries = fs::read_dir(self.dir.path()).unwrap().map(Result::unwrap);
        let names = entries.map(|entry| entry.file_name().into_string().unwrap());
        names.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The program in this folder, on its register.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(PROGRAM);
        self.prepare(&mut command);
        command
    }

    pub(crate) fn prepare(&self, command: &mut Command) {
        command
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", "/nonexistent")
            .env("LANG", "C.UTF-8")
            .env("TA_TUI_DB", &self.db)
            .current_dir(self.dir.path())
            .stdin(Stdio::null());
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        Ran::of(&self.command().args(args).output().unwrap())
    }

    /// Runs the program by another account.
    pub(crate) fn run_as(&self, (uid, gid): (u32, u32), args: &[&str]) -> Ran {
        Ran::of(&self.command().uid(uid).gid(gid).args(args).output().unwrap())
    }

    /// Copies a file as a person would: by a program of its own. (A copy within this process would
    /// let go of its locks.)
    pub(crate) fn cp(&self, from: &Path, to: &Path) {
        let mut copy = Command::new("cp");
        let done = copy.arg(from).arg(to).current_dir(self.dir.path()).status().unwrap();
        assert!(done.success());
    }
}

impl Ran {
    pub(crate) fn of(output: &Output) -> Self {
        Self {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    pub(crate) fn done(&self) -> &str {
        assert_eq!(self.status, 0, "{self:?}");
        &self.out
    }

    /// Standard error, where the run ended with this status and in one line.
    pub(crate) fn failed(&self, status: i32) -> &str {
        assert_eq!((self.status, self.out.as_str()), (status, ""), "{self:?}");
        assert_eq!(self.err.lines().count(), 1, "{self:?}");
        &self.err
    }
}

/// Writes notes.
pub(crate) fn note(store: &Store, need: u32, text: &str) -> Result<Written, StoreError> {
    let edits =
        vec![Edit { need: NeedNumber::new(need), change: Change::notes(text), if_version: None }];
    store.write(&Write { who: "secretariat".into(), note: String::new(), edits })
}

/// The notes of a need, through a connection of its own.
pub(crate) fn notes(path: &Path, need: u32) -> String {
    let sql = Connection::open(path).unwrap();
    sql.query_row("SELECT notes FROM need WHERE id = ?1", [need], |row| row.get(0)).unwrap()
}

/// Whether this test can run the program by other accounts; said where it cannot.
#[allow(clippy::print_stderr)] // a skipped test says so
pub(crate) fn other_accounts() -> bool {
    let root = rustix::process::geteuid().is_root();
    let runs = |uid| {
        let mut version = Command::new(PROGRAM);
        version.arg("--version").uid(uid).gid(uid).stdout(Stdio::null());
        version.status().is_ok_and(|status| status.success())
    };
    let able = root && runs(ALICE);
    if !able {
        eprintln!("skipped: needs root, and a program that other accounts can run");
    }
    able
}

/// Gives a file or folder an owner, a group and a mode.
pub(crate) fn own(path: &Path, uid: u32, gid: u32, mode: u32) {
    std::os::unix::fs::chown(path, Some(uid), Some(gid)).unwrap();
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}
