//! A private place to run the program in: its own home, configuration, data and register.

use rusqlite::Connection;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use ta_tui::store::Store;
use tempfile::TempDir;

/// Three reviews, one of them without needs, and four needs, one of them hostile.
const ROWS: &str = "
    INSERT INTO review (id, state_id, cycle, stakeholders, reviewer1_id, reviewer2_id) VALUES
      (1, (SELECT id FROM state WHERE iso3 = 'GHA'), 1, 1,
          (SELECT id FROM state WHERE iso3 = 'KEN'), (SELECT id FROM state WHERE iso3 = 'FRA')),
      (2, (SELECT id FROM state WHERE iso3 = 'BTN'), 2, NULL, NULL, NULL),
      (3, (SELECT id FROM state WHERE iso3 = 'KEN'), 1, 0, NULL, NULL);
    INSERT INTO review_step (review_id, step, on_date) VALUES
      (1, 'started', '2011-06-01'), (1, 'executive-summary', '2013-05-04'),
      (2, 'started', '2017-06-01'),
      (3, 'started', '2012-06-01'), (3, 'country-report', '2015-01-31');
    INSERT INTO theme (id, code) VALUES (1, 'asset declarations');
    INSERT INTO name VALUES ('theme', 1, 'name', 'en', 'asset declarations'), ('theme', 1, 'name', 'zh', '财产申报');
    INSERT INTO need (id, review_id, category_id, text, language, identified_on, priority, response,
                      focal_point_id) VALUES
      (1, 1, (SELECT id FROM category WHERE code = 'C1-6'), 'Training on asset declaration', 'en',
          '2013-05-04', 'high', 'unmet', (SELECT id FROM person WHERE code = 'fp-gh')),
      (2, 1, NULL, '=HYPERLINK(\"x\")' || char(27) || ']0;owned' || char(7) || char(8238) || char(155),
          'en', NULL, NULL, NULL, NULL),
      (3, 2, NULL, '资产追回的立法援助', 'zh', '2018-03-01', 'low', 'under way', NULL),
      (1234, 2, NULL, 'Advice', 'en', NULL, 'medium', NULL, NULL);
    INSERT INTO need_article VALUES (1, 8), (1, 52), (3, 57);
    INSERT INTO need_theme VALUES (1, 1);
";

/// A folder with a register in which the program runs.
pub(crate) struct Place {
    pub(crate) dir: TempDir,
    pub(crate) db: PathBuf,
}

/// The result of a run of the program.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Place {
    /// A place with a small register.
    pub(crate) fn new() -> Self {
        let place = Self::without_register();
        drop(Store::create(&place.db).unwrap());
        place.sql().execute_batch(ROWS).unwrap();
        place
    }

    /// A place with a copy of the sample register.
    pub(crate) fn of_sample() -> Self {
        let place = Self::without_register();
        std::fs::copy(crate::support::desk::sample(), &place.db).unwrap();
        place
    }

    /// A place without one.
    pub(crate) fn without_register() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let db = dir.path().join("register.db");
        Self { dir, db }
    }

    /// The register in plain SQL.
    pub(crate) fn sql(&self) -> Connection {
        Connection::open(&self.db).unwrap()
    }

    /// The program in this place, without a register named.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ta-tui"));
        command
            .env_clear()
            .env("HOME", self.dir.path())
            .env("XDG_DATA_HOME", self.dir.path().join("data"))
            .env("XDG_CONFIG_HOME", self.dir.path().join("config"))
            .env("LANG", "C.UTF-8")
            .stdin(Stdio::null());
        command
    }

    /// Runs it on the register of this place.
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        let mut command = self.command();
        command.env("TA_TUI_DB", &self.db).args(args);
        Ran::of(&command.output().unwrap())
    }

    /// Runs it with something on standard input.
    pub(crate) fn run_with_input(&self, args: &[&str], input: &str) -> Ran {
        let mut command = self.command();
        command.env("TA_TUI_DB", &self.db).args(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        Ran::of(&child.wait_with_output().unwrap())
    }

    /// A file of this place.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }
}

impl Ran {
    pub(crate) fn of(output: &Output) -> Self {
        Self {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout.clone()).unwrap(),
            err: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }

    /// The rows of JSON output.
    pub(crate) fn json(&self) -> Vec<serde_json::Value> {
        assert_eq!(self.status, 0, "{self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The ids of JSON output.
    pub(crate) fn ids(&self) -> Vec<u64> {
        self.json().iter().map(|row| row["id"].as_u64().unwrap()).collect()
    }

    /// The output, where the run went well.
    pub(crate) fn done(&self) -> &str {
        assert_eq!(self.status, 0, "{self:?}");
        &self.out
    }

    /// Standard error, where the run ended with this status and gave no data.
    pub(crate) fn failed(&self, status: i32) -> &str {
        assert_eq!(self.status, status, "{self:?}");
        assert_eq!(self.out, "", "{self:?}");
        &self.err
    }
}
