//! Why a folder is no register.

use crate::text::{Arg, Message};

/// What is wrong with a folder, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveFault {
    /// The file, by its name in the folder.
    pub file: String,
    /// The first and the last line concerned; `None` where no line can be named.
    pub lines: Option<(u64, u64)>,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a file of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It cannot be read; the words of the system.
    Unreadable(String),
    /// It is a folder, a pipe, a device or a socket.
    NoFile,
    /// It describes no register; the words of the reader.
    NoPackage(String),
    /// It is of another schema than this program's: its number, and that of the program.
    Schema(i64, i64),
    /// It describes no table of this name, or one that no register has.
    Table(String),
    /// Its first line has not the names of the columns.
    Names(String),
    /// The file is not in the form of CSV; with the words of the reader.
    Form(String),
    /// A value is not of the kind of its column: the column, and the value.
    Value(String, String),
    /// A row breaks a rule of its table; the words of SQLite.
    Rule(String),
    /// A row refers to one that is not there: the column, and the table.
    Reference(String, String),
    /// Lines differ from those that were exported.
    Changed,
    /// It has another number of rows than were exported: its own, and theirs.
    Rows(u64, u64),
}

impl ArchiveFault {
    /// A fault of a file as a whole.
    pub(super) fn of(file: &str, fault: Fault) -> Self {
        Self { file: file.to_owned(), lines: None, fault }
    }

    /// This fault at a line.
    pub(super) fn at(self, line: u64) -> Self {
        Self { lines: Some((line, line)), ..self }
    }

    /// The message: where, what, and that nothing was made.
    pub fn message(&self) -> Message {
        let message = match &self.fault {
            Fault::Unreadable(words) => Message::new("archive-unreadable").with("words", &**words),
            Fault::NoFile => Message::new("archive-no-file"),
            Fault::NoPackage(words) => Message::new("archive-no-package").with("words", &**words),
            Fault::Schema(found, known) => {
                let message = Message::new("archive-schema").with("found", found.to_string());
                message.with("known", known.to_string())
            }
            Fault::Table(name) => Message::new("archive-table").with("table", &**name),
            Fault::Names(names) => Message::new("archive-names").with("names", &**names),
            Fault::Form(words) => Message::new("archive-form").with("words", &**words),
            Fault::Value(column, value) => {
                Message::new("archive-value").with("column", &**column).with("value", &**value)
            }
            Fault::Rule(words) => Message::new("archive-rule").with("words", &**words),
            Fault::Reference(column, table) => {
                Message::new("archive-reference").with("column", &**column).with("table", &**table)
            }
            Fault::Changed => Message::new("archive-changed"),
            Fault::Rows(found, told) => {
                Message::new("archive-rows").with("found", *found).with("told", *told)
            }
        };
        message.with("place", self.place())
    }

    /// The file, with the lines where they are known.
    fn place(&self) -> Arg {
        let words = match self.lines {
            None => self.file.clone(),
            Some((first, last)) if first == last => format!("{}:{first}", self.file),
            Some((first, last)) => format!("{}:{first}–{last}", self.file),
        };
        words.as_str().into()
    }
}
