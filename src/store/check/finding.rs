//! The findings of an examination: the weight, the place and the advice of each.

use crate::domain::clean_line;
use crate::store::{Difference, ErrorKind, StoreError, Weight};
use crate::text::{Arg, Message};
use std::collections::BTreeMap;

/// At most so many findings of one sort are listed; the rest is counted.
const MOST: usize = 20;

/// The gravity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// The register cannot be used.
    Unusable,
    /// Something is wrong.
    Fault,
    /// Worth knowing; nothing is wrong by it, or nothing can be done about it.
    Remark,
}

/// A sort of finding: its stable name and the messages that state the fault and advise.
pub(super) struct Sort {
    id: &'static str,
    grade: Grade,
    says: &'static str,
    advice: &'static str,
}

macro_rules! sorts {
    ($($name:ident = $grade:ident $id:literal $says:literal $advice:literal;)*) => {
        $(pub(super) const $name: Sort =
            Sort { id: $id, grade: Grade::$grade, says: $says, advice: $advice };)*
    };
}

sorts! {
    INTEGRITY = Unusable "integrity" "check-integrity" "check-do-backup";
    CUT_OFF = Fault "journal" "check-cut-off" "check-do-cut-off";
    JOURNAL = Fault "journal" "check-journal" "check-do-journal";
    FOREIGN_JOURNAL = Fault "foreign-journal" "check-foreign-journal" "check-do-move";
    NO_FILE = Fault "companion-no-file" "check-companion-no-file" "check-do-move";
    STRAY_LOG = Fault "stray-log" "check-stray-log" "check-do-move";
    COMPANION = Fault "companion-mode" "check-companion-mode" "check-do-companion";
    FOLDER = Remark "folder-mode" "check-folder-mode" "check-do-folder";
    EVERYBODY = Remark "file-mode" "check-file-mode" "check-do-mode";
    NETWORK = Remark "network-file-system" "check-network" "check-do-network";
    NO_ROOM = Remark "disk-space" "check-no-room" "check-do-room";
    SESSION_SETTINGS = Remark "session-settings" "check-session-settings" "check-do-session-settings";
    KEYS_WRITABLE = Remark "keys-mode" "check-keys-writable" "check-do-keys-writable";
    KEY_LINE = Remark "key-line" "check-key-line" "check-do-key-line";
    SERVER = Remark "server-settings" "check-server" "check-do-server";
    RULE = Fault "rule" "check-rule" "check-do-row";
    MARK = Fault "mark" "check-mark" "check-do-backup";
    OLDER = Remark "older" "check-older" "check-do-open";
    REFERENCE = Fault "reference" "check-reference" "check-do-row";
    REGISTER_ID = Fault "register-id" "check-register-id" "check-do-backup";
    NO_UUID = Fault "uuid-missing" "check-uuid-missing" "check-do-backup";
    SAME_UUID = Fault "uuid-shared" "check-uuid-shared" "check-do-backup";
    CIRCLE = Fault "circle" "check-circle" "check-do-circle";
    NUMBER = Fault "need-number" "check-need-number" "check-do-row";
    STATE = Fault "need-state" "check-need-state" "check-do-row";
    CHAPTER = Remark "chapter-alone" "check-chapter-alone" "check-do-chapter";
    VALUE = Fault "value" "check-value" "check-do-set";
    UNLOGGED = Fault "unlogged-value" "check-unlogged-value" "check-do-set";
    UNLOGGED_MOSTLY = Remark "unlogged-value" "check-unlogged-value" "check-do-backups";
    GAP = Fault "gap" "check-gap" "check-do-log";
    VERSION = Fault "version" "check-version" "check-do-log";
    RECORD_VALUE = Fault "value" "check-record-value" "check-do-backup";
    RECORD_GAP = Fault "gap" "check-record-gap" "check-do-backup";
    RECORD_VERSION = Fault "version" "check-record-version" "check-do-backup";
    LOG_FIELD = Fault "log-field" "check-log-field" "check-do-backup";
    LOG_RECORD = Fault "log-record" "check-log-record" "check-do-backup";
    SETTING = Fault "setting" "check-setting" "check-do-setting";
    MOMENT = Fault "moment" "check-moment" "check-do-log";
    LOST = Fault "log-missing" "check-log-missing" "check-do-backup";
    EMPTY = Fault "empty-batch" "check-empty-batch" "check-do-backup";
    TALLY = Fault "tally" "check-tally" "check-do-count";
    COUNTER = Fault "counter" "check-counter" "check-do-counter";
    OUTSIDE = Remark "outside-log" "check-outside-log" "check-do-backups";
    NO_DOCUMENT = Remark "activity-document" "check-activity-document" "check-do-named";
    NO_THEME = Remark "priority-theme" "check-priority-theme" "check-do-named";
    NOT_UTF8 = Fault "not-utf8" "check-not-utf8" "check-do-row";
    UNCLEAN = Remark "unclean-text" "check-unclean-text" "check-do-text";
    LONG = Remark "long-text" "check-long-text" "check-do-text";
    RANGE = Fault "time-range" "check-time-range" "check-do-row";
    BACKWARDS = Remark "time-backwards" "check-time-backwards" "check-do-keep";
    FUTURE = Remark "time-future" "check-time-future" "check-do-clock";
    EARLY = Remark "time-early" "check-time-early" "check-do-clock";
    DATES = Fault "dates" "check-dates" "check-do-row";
    SHARES = Fault "shares" "check-shares" "check-do-row";
    DOCUMENT = Fault "need-document" "check-need-document" "check-do-row";
    MATCHED = Remark "match-changed" "check-match-changed" "check-do-match";
    VIEW = Remark "view" "check-view" "check-do-view";
    ROLES = Remark "roles" "check-roles" "check-do-roles";
    DRAFT = Remark "draft" "check-draft" "check-do-nothing";
    UNCOVERED = Remark "not-covered" "check-not-covered" "check-do-backups";
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckFinding {
    /// A stable name of its sort.
    pub id: &'static str,
    /// How bad it is.
    pub grade: Grade,
    /// The need that it is about.
    pub need: Option<i64>,
    /// The table that it is in.
    pub table: Option<String>,
    /// The row there.
    pub row: Option<String>,
    /// The column there.
    pub column: Option<String>,
    /// How many more findings of this sort there are that are not listed; set in the last listed one.
    pub more: u32,
    says: Message,
    advice: Option<Message>,
}

impl CheckFinding {
    pub(super) fn new(sort: &Sort) -> Self {
        Self {
            id: sort.id,
            grade: sort.grade,
            need: None,
            table: None,
            row: None,
            column: None,
            more: 0,
            says: Message::new(sort.says),
            advice: Some(Message::new(sort.advice)),
        }
    }

    /// Something of the schema.
    pub(super) fn of(difference: &Difference) -> Self {
        let grade = match difference.weight() {
            Weight::Refused => Grade::Unusable,
            Weight::ReadingOnly => Grade::Fault,
            Weight::Remark => Grade::Remark,
        };
        Self {
            id: difference.id(),
            grade,
            table: Some(difference.table().to_owned()),
            row: Some(difference.name().to_owned()),
            says: difference.message(),
            advice: Some(difference.advice()),
            ..Self::new(&INTEGRITY)
        }
    }

    fn error(id: &'static str, error: &StoreError) -> Self {
        let grade = match error.kind() {
            ErrorKind::BadData => Grade::Unusable,
            _ => Grade::Fault,
        };
        // The store's messages about files end with advice of their own. That on a damaged file is this examination.
        let says = match error {
            StoreError::Damaged(_, detail) => StoreError::Damaged(None, detail.clone()).message(),
            error => error.message(),
        };
        Self { id, grade, says, advice: None, ..Self::new(&INTEGRITY) }
    }

    /// This finding with one more value for its message.
    pub(super) fn with(self, name: &'static str, value: impl Into<Arg>) -> Self {
        Self { says: self.says.with(name, value), ..self }
    }

    pub(super) fn need(self, need: i64) -> Self {
        let number = need.to_string();
        Self {
            need: Some(need),
            advice: self.advice.map(|advice| advice.with("need", number.clone())),
            says: self.says.with("need", number),
            ..self
        }
    }

    pub(super) fn table(self, table: &str) -> Self {
        let table = short(table);
        Self { table: Some(table.clone()), says: self.says.with("table", table), ..self }
    }

    pub(super) fn row(self, row: &str) -> Self {
        let row = short(row);
        Self { row: Some(row.clone()), says: self.says.with("row", row), ..self }
    }

    pub(super) fn column(self, column: &str) -> Self {
        Self { column: Some(column.to_owned()), says: self.says.with("column", column), ..self }
    }

    /// The message that states the fault.
    pub fn message(&self) -> &Message {
        &self.says
    }

    /// The message that advises; `None` where [`Self::message`] says it already.
    pub fn advice(&self) -> Option<&Message> {
        self.advice.as_ref()
    }
}

/// Foreign words, as they can be said.
pub(super) fn short(words: &str) -> String {
    clean_line(words.get(..400).unwrap_or(words)).chars().take(80).collect()
}

/// The findings so far.
#[derive(Clone, Default)]
pub(super) struct Findings {
    list: Vec<CheckFinding>,
    /// How many of each sort there are, and where the last that is listed stands.
    counts: BTreeMap<&'static str, (usize, usize)>,
}

impl Findings {
    pub(super) fn add(&mut self, finding: CheckFinding) {
        let (count, last) = self.counts.entry(finding.id).or_default();
        *count += 1;
        if *count <= MOST {
            *last = self.list.len();
            self.list.push(finding);
        } else if let Some(last) = self.list.get_mut(*last) {
            last.more += 1;
        }
    }

    /// The file cannot be opened, or not be read to its end.
    pub(super) fn refused(&mut self, error: &StoreError) {
        if let StoreError::ForeignLog(_, log) = error {
            let name = log.file_name().unwrap_or_default().to_string_lossy();
            return self.add(CheckFinding::new(&STRAY_LOG).row(&name));
        }
        self.add(CheckFinding::error("cannot-open", error));
    }

    /// Adds that the register cannot be loaded.
    pub(super) fn unloaded(&mut self, error: &StoreError) {
        self.add(CheckFinding::error("load", error));
    }

    /// Everything, the worst first, otherwise in the order of the examination.
    pub(super) fn sorted(mut self) -> Vec<CheckFinding> {
        self.list.sort_by_key(|finding| finding.grade);
        self.list
    }
}
