//! Reading a ledger: every mistake with its line and column, and the words that could stand there.

use super::Check;
use super::cells::{self, Cell};
use super::entry::{At, Entry, Problem, Query};
use super::form::form;
use super::mistake::{Mistake, filter, is_word, unknown};
use super::query::{Told, What};
use super::records::{Records, SmallTable, Unread};
use crate::analysis::span::end_of;
use crate::config::FilePosition;
use crate::domain::{Day, ReachOf, clean_line};
use crate::query::Measure;
use crate::text::{Arg, Lang, Message, Names};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The columns of a ledger in order: those with words are there in each language.
pub static COLUMNS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let in_each = |what| Lang::ALL.iter().map(move |lang| lang.column(what));
    let alike = [
        "published",
        "as_of",
        "since",
        "count",
        "filter",
        "by",
        "of",
        "form",
        "check",
        "computed_from",
    ];
    let first = ["id", "paragraph"].into_iter().chain(in_each("about"));
    first.chain(alike).chain(in_each("remark")).collect()
});

/// The columns that must be there.
static NEEDED: LazyLock<[&'static str; 3]> =
    LazyLock::new(|| ["id", Lang::default().column("about"), "published"]);

/// The words for things that can be counted.
const COUNTS: [&str; 19] = [
    "needs",
    "states",
    "reviews",
    "stakeholders",
    "activities",
    "organisations",
    "posts",
    "categories",
    "helped",
    "unnamed",
    "participants",
    "year",
    "starts",
    "ends",
    "level",
    "events",
    "people",
    "covered",
    "ldcs",
];

/// Reads a ledger that follows entries of others.
///
/// `today` is the last day that it may name.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    before: &[Entry],
    today: Day,
) -> Result<Vec<Entry>, Vec<Problem>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
            let place = FilePosition::of(file, good, good.len());
            return Err(vec![Problem { place, message: Message::new("ledger-not-text") }]);
        }
    };
    let mut reader = Reader { file, text, today, columns: HashMap::new(), problems: Vec::new() };
    let entries = match cells::rows(text) {
        Ok(rows) => reader.rows(&rows, before),
        Err(at) => {
            reader.problem(at, Message::new("ledger-quote"));
            Vec::new()
        }
    };
    if reader.problems.is_empty() { Ok(entries) } else { Err(reader.problems) }
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    today: Day,
    /// The place of each column.
    columns: HashMap<&'static str, usize>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn problem(&mut self, byte: usize, message: Message) {
        self.problems.push(Problem { place: self.place(byte), message });
    }

    fn place(&self, byte: usize) -> FilePosition {
        FilePosition::of(self.file, self.text, byte)
    }

    fn rows(&mut self, rows: &[Vec<Cell>], before: &[Entry]) -> Vec<Entry> {
        let Some((head, rows)) = rows.split_first() else {
            self.problem(0, Message::new("ledger-empty"));
            return Vec::new();
        };
        self.head(head);
        if !self.problems.is_empty() {
            return Vec::new();
        }
        let mut entries: Vec<Entry> = Vec::new();
        for row in rows {
            let Some(entry) = self.entry(row, head.len()) else { continue };
            let other = before.iter().chain(&entries).find(|other| other.id == entry.id);
            if let Some(other) = other {
                let message = Message::new("ledger-twice")
                    .with("id", entry.id.as_str())
                    .with("other", format!("{}:{}", other.place.file, other.place.line));
                self.problems.push(Problem { place: entry.place, message });
                continue;
            }
            entries.push(entry);
        }
        for entry in &entries {
            let known = |id: &str| before.iter().chain(&entries).any(|other| other.id == id);
            let unknown = entry.check.iter().flat_map(Check::ids).find(|id| !known(id));
            if let Some(id) = unknown {
                let message = Message::new("ledger-unknown-id").with("id", id);
                self.problems.push(Problem { place: entry.place.clone(), message });
            }
        }
        entries
    }

    fn head(&mut self, head: &[Cell]) {
        // A file without any column of a ledger may be private: the message quotes nothing from it.
        if !head.iter().any(|cell| COLUMNS.contains(&cell.text.as_str())) {
            let message = Message::new("ledger-no-heads")
                .with("known", COLUMNS.iter().copied().collect::<Arg>());
            self.problem(0, message);
            return;
        }
        for (place, cell) in head.iter().enumerate() {
            let Some(name) = COLUMNS.iter().copied().find(|name| *name == cell.text) else {
                let message = if is_word(&cell.text) {
                    unknown("ledger-unknown-column", &cell.text, &COLUMNS)
                } else {
                    Message::new("ledger-strange-column")
                        .with("known", COLUMNS.iter().copied().collect::<Arg>())
                };
                self.problem(cell.place(0), message);
                continue;
            };
            if self.columns.insert(name, place).is_some() {
                let message = Message::new("ledger-column-twice").with("column", name);
                self.problem(cell.place(0), message);
            }
        }
        for name in NEEDED.iter().copied().filter(|name| !self.columns.contains_key(name)) {
            self.problems.push(Problem {
                place: FilePosition::of(self.file, self.text, 0),
                message: Message::new("ledger-no-column").with("column", name),
            });
        }
    }

    fn entry(&mut self, row: &[Cell], width: usize) -> Option<Entry> {
        if row.len() != width {
            let message =
                Message::new("ledger-width").with("found", row.len()).with("expected", width);
            let beyond = row.get(width).or(row.first());
            self.problem(beyond.map_or(0, |cell| cell.place(0)), message);
            return None;
        }
        match self.read_entry(row) {
            Ok(entry) => Some(entry),
            Err((byte, message)) => {
                self.problem(byte, message);
                None
            }
        }
    }

    fn read_entry(&self, row: &[Cell]) -> Result<Entry, Mistake> {
        let empty = Cell::default();
        let cell =
            |name| self.columns.get(name).and_then(|place| row.get(*place)).unwrap_or(&empty);
        let words = |what| -> Names {
            let said = |lang: &Lang| (lang.code(), clean_line(&cell(lang.column(what)).text));
            let words: Names = Lang::ALL.iter().map(said).collect();
            // The build for tests has a column of the language that is made up for them.
            #[cfg(test)]
            let words = crate::text::with_made_up(words);
            words
        };
        let start = row.first().map_or(0, |cell| cell.place(0));
        for name in *NEEDED {
            if cell(name).text.is_empty() {
                return Err((
                    cell(name).place(0),
                    Message::new("ledger-missing").with("column", name),
                ));
            }
        }
        let query = if cell("count").text.is_empty() {
            let mut given = ["filter", "by", "of", "form"].into_iter();
            if let Some(name) = given.find(|name| !cell(name).text.is_empty()) {
                let message = Message::new("ledger-no-count").with("column", name);
                return Err((cell(name).place(0), message));
            }
            None
        } else {
            Some(self.query(&cell)?)
        };
        let check = cell("check");
        let read = Check::read(&check.text);
        if read.is_none() && !check.text.is_empty() {
            return Err((check.place(0), Message::new("ledger-check")));
        }
        Ok(Entry {
            id: clean_line(&cell("id").text),
            paragraph: clean_line(&cell("paragraph").text),
            about: words("about"),
            remark: words("remark"),
            published: clean_line(&cell("published").text),
            query,
            check: read,
            computed_from: clean_line(&cell("computed_from").text),
            place: self.place(start),
            is_built_in: false,
        })
    }

    fn day(&self, cell: &Cell) -> Result<Option<Day>, Mistake> {
        if cell.text.is_empty() {
            return Ok(None);
        }
        let read = end_of(&cell.text, self.today);
        read.map(Some).map_err(|message| (cell.place(0), message))
    }

    fn query<'c>(&self, cell: &impl Fn(&'static str) -> &'c Cell) -> Result<Query, Mistake> {
        let (as_of, since) = (self.day(cell("as_of"))?, self.day(cell("since"))?);
        if let (Some(since), Some(until)) = (since, as_of)
            && since >= until
        {
            let message = Message::new("span-swapped")
                .with("since", since.to_string())
                .with("until", until.to_string());
            return Err((cell("since").place(0), message));
        }
        let what = what(cell("count"), cell("filter"))?;
        let form = form(&what, cell)?;
        let places =
            |cell: &Cell| (0..=cell.text.len()).map(|byte| self.place(cell.place(byte))).collect();
        let at = At { filter: places(cell("filter")), of: places(cell("of")) };
        let text = clean_line(format!("{} {}", cell("count").text, cell("filter").text).trim());
        Ok(Query { as_of, since, what, form, text, at })
    }
}

fn what(count: &Cell, which: &Cell) -> Result<What, Mistake> {
    let records = |kind: SmallTable| {
        Records::read(&which.text, kind).map_err(|unread| match unread {
            Unread::NoCondition(at) => (which.place(at), Message::new("ledger-condition")),
            Unread::OpenQuote(at) => (which.place(at), Message::new("ledger-quote")),
            Unread::NoField(at, field) => {
                (which.place(at), unknown("ledger-unknown-field", &field, kind.fields()))
            }
        })
    };
    let told = |told: Told| Ok(What::Told(told, records(SmallTable::Activities)?));
    let reach = |what: ReachOf| Ok(What::Reach(what, records(SmallTable::Activities)?));
    let rows = |kind: SmallTable| Ok(What::Rows(kind, records(kind)?));
    let counted = |measure: Measure| Ok(What::Counted(measure, filter(which)?));
    match count.text.as_str() {
        "needs" => counted(Measure::Needs),
        "states" => counted(Measure::States),
        "reviews" => counted(Measure::Reviews),
        "stakeholders" => Ok(What::Stakeholders(filter(which)?)),
        "activities" => rows(SmallTable::Activities),
        "organisations" => rows(SmallTable::Organisations),
        "posts" => rows(SmallTable::Posts),
        "categories" => rows(SmallTable::Categories),
        "helped" => Ok(What::Helped(records(SmallTable::Activities)?)),
        "unnamed" => Ok(What::Unnamed(records(SmallTable::Activities)?)),
        "participants" => Ok(What::Participants(records(SmallTable::Activities)?)),
        "year" => Ok(What::Year(records(SmallTable::Activities)?)),
        "starts" => told(Told::Starts),
        "ends" => told(Told::Ends),
        "level" => told(Told::Level),
        "events" => reach(ReachOf::Events),
        "people" => reach(ReachOf::People),
        "covered" => reach(ReachOf::States),
        "ldcs" => reach(ReachOf::Ldcs),
        word => Err((count.place(0), unknown("ledger-unknown-count", word, &COUNTS))),
    }
}
