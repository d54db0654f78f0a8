//! A home for the programs that are measured, with a register that may be written.

use super::{BARE, number};
use portable_pty::CommandBuilder;
use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A home, its register, and the settings for a register of that size.
pub(crate) struct Place {
    folder: tempfile::TempDir,
    /// How many needs there are.
    pub(crate) needs: u64,
    /// For how long nothing comes when nothing more is to come: longer than the program draws and
    /// counts.
    pub(crate) quiet: Duration,
}

impl Place {
    /// A copy of the register that `BENCH_DB` names, or of the sample.
    pub(crate) fn new() -> Result<Self, Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample.db");
        let from = std::env::var_os("BENCH_DB").map_or(sample, PathBuf::from);
        std::fs::copy(from, folder.path().join("register.db"))?;
        let db = rusqlite::Connection::open(folder.path().join("register.db"))?;
        let needs: u32 = db.query_row("SELECT count(*) FROM need", [], |row| row.get(0))?;
        let usual = if needs > 100_000 { 150 } else { 40 };
        let quiet = Duration::from_millis(number("BENCH_QUIET", usual) as u64);
        Ok(Self { folder, needs: needs.into(), quiet })
    }

    /// The register.
    pub(crate) fn db(&self) -> PathBuf {
        self.folder.path().join("register.db")
    }

    /// Whether the budgets for a million needs hold here, rather than those for the sample.
    pub(crate) fn is_large(&self) -> bool {
        self.needs > 100_000
    }

    /// The program on the register, with a filter, which may be empty.
    pub(crate) fn program(&self, filter: &str) -> CommandBuilder {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_ta-tui"));
        command.args(["--lang", "en", "--db"]);
        command.arg(self.db());
        if !filter.is_empty() {
            command.args(["--", filter]);
        }
        self.in_home(&mut command);
        command
    }

    /// The least that a program on the whole screen does.
    pub(crate) fn bare(&self) -> io::Result<CommandBuilder> {
        let mut command = CommandBuilder::new(std::env::current_exe()?);
        command.env(BARE, "1");
        self.in_home(&mut command);
        Ok(command)
    }

    fn in_home(&self, command: &mut CommandBuilder) {
        for name in ["NO_COLOR", "COLORTERM", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TA_TUI_DB"] {
            command.env_remove(name);
        }
        command.env("HOME", self.folder.path());
        command.env("TERM", "xterm-256color");
        command.cwd(self.folder.path());
    }
}
