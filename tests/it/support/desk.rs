//! The program without a terminal, on a copy of the sample register, for tests with keys.

use ratatui::buffer::Buffer;
use std::path::PathBuf;
use std::sync::LazyLock;
use ta_tui::app::key;
use ta_tui::app::state::pointing::Gesture;
use ta_tui::cli::{Opening, Start};
use ta_tui::config::{Config, RowMark};
use ta_tui::domain::{Change, Clock, Day, Edit, NeedNumber};
use ta_tui::picture;
use ta_tui::program::Headless;
use ta_tui::store::{Access, Store, Write};
use ta_tui::text::{Lang, Signs};

/// A running program and the folder of its register.
pub struct Desk {
    /// The program.
    pub program: Headless,
    /// The register's file.
    pub db: PathBuf,
    folder: tempfile::TempDir,
}

/// The sample register, opened for writing once: a copy of it is not searched for damage and not given a log at each
/// opening, as one of the file in the repository is.
static OPENED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("register.db");
    std::fs::copy(sample(), &db).unwrap();
    drop(Store::open(&db, Access::ReadWrite).unwrap());
    std::fs::read(db).unwrap()
});

/// The settings of a desk, where a test gives no others.
pub fn start(db: PathBuf) -> Start {
    Start {
        db,
        read_only: false,
        as_of: None,
        // Any day after all that the sample register holds: nothing may depend on the real one.
        clock: Clock::on(Day::parse("2026-11-24").unwrap()),
        today: None,
        known_then: false,
        ledger: None,
        kept: None,
        watch: true,
        remembers: false,
        tour: None,
        opening: Opening::Usual,
        filter: String::new(),
        who: Some("secretariat".into()),
        lang: Lang::En,
        signs: Signs::Unicode,
        row: RowMark::Whole,
        config: Config::default(),
        built_in_sample: false,
        served: None,
    }
}

impl Desk {
    /// The program at a size, in a language, on a copy of the sample register.
    pub fn new(size: (u16, u16), lang: Lang) -> Self {
        Self::with(size, |start| start.lang = lang)
    }

    /// The program at a size on a copy of the sample register, with changed settings.
    pub fn with(size: (u16, u16), change: impl FnOnce(&mut Start)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let db = folder.path().join("register.db");
        std::fs::write(&db, &**OPENED).unwrap();
        let mut start = start(db.clone());
        change(&mut start);
        let program = Headless::start(&start, size).unwrap();
        Self { program, db, folder }
    }

    /// The program started once more on the same register.
    pub fn reopen(self) -> Self {
        self.reopen_with(|_| {})
    }

    /// The program started once more on the same register, with changed settings.
    pub fn reopen_with(self, change: impl FnOnce(&mut Start)) -> Self {
        let Self { program, db, folder } = self;
        let size = program.app().settings.size;
        drop(program);
        let mut start = start(db.clone());
        change(&mut start);
        let program = Headless::start(&start, size).unwrap();
        Self { program, db, folder }
    }

    /// Writes to the same file as another person.
    pub fn elsewhere(&self, need: u32, change: Change) {
        let store = Store::open(&self.db, Access::ReadWrite).unwrap();
        let edits = vec![Edit { need: NeedNumber::new(need), change, if_version: None }];
        store.write(&Write { who: "fp-ke".into(), note: String::new(), edits }).unwrap();
    }

    /// Presses keys, written as in `4/chapter:5<Enter>`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in key::script(keys).unwrap() {
            self.program.key(key);
        }
        self
    }

    /// Does something with the mouse where a text begins on the screen.
    pub fn point(&mut self, text: &str, gesture: Gesture) -> &mut Self {
        let screen = self.screen();
        let found = screen.lines().enumerate().find_map(|(y, line)| {
            let begin = line.find(text)?;
            Some((line[..begin].chars().count(), y))
        });
        let (x, y) = found.unwrap_or_else(|| panic!("no “{text}” on\n{screen}"));
        self.program.point(x as u16, y as u16, gesture);
        self
    }

    /// The screen as a buffer.
    pub fn buffer(&self) -> Buffer {
        self.program.draw().0
    }

    /// The screen as text.
    pub fn screen(&self) -> String {
        picture::text(&self.buffer())
    }

    /// The line of the screen with this number.
    pub fn line(&self, number: usize) -> String {
        self.screen().lines().nth(number).unwrap_or_default().to_owned()
    }

    /// Whether the screen shows a text.
    pub fn shows(&self, text: &str) -> bool {
        self.screen().contains(text)
    }

    /// Fails with the screen unless it shows a text.
    pub fn expect(&self, text: &str) -> &Self {
        assert!(self.shows(text), "no “{text}” on\n{}", self.screen());
        self
    }
}

/// The sample register of the repository.
pub fn sample() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample.db")
}

/// The screens after keys, each under a line with its keys and its size.
pub fn screens_after(ways: &[(&str, (u16, u16), Lang)]) -> String {
    let screen = |&(keys, size, lang): &(&str, (u16, u16), Lang)| {
        let (columns, rows) = size;
        let mut desk = Desk::new(size, lang);
        format!("== {keys} {columns}x{rows}\n{}\n", desk.keys(keys).screen())
    };
    ways.iter().map(screen).collect()
}
