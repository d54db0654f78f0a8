//! The changes that a command has made, or would make: written or only rehearsed, and printed in one of two forms, that of
//! the triage of needs (`set`, `handover`) or that of records of every kind (`add`, `edit`, `void`, `merge`).

use super::failure::{Failure, Status};
use super::format::Format;
use super::output::{self, Output, marked};
use super::session::Session;
use crate::columns::property::{Property, ValueKind, codes};
use crate::domain::{Article, Coded, Kind, NeedNumber, Record, TriageField, clean_line};
use crate::exchange::{Cell, Sheet};
use crate::fields::RecordField;
use crate::paint::values;
use crate::query::register::Vocabulary;
use crate::store::{Conflict, LogEntry, LogQuery, Store, StoreError, Written};
use crate::text::Message;
use std::io::Write as _;

/// The properties of a change of a need's triage; names and order are a contract.
pub(super) const OF_TRIAGE: [Property; 6] = [
    Property::new("need", "need", ValueKind::Number).stated(),
    Property::new("field", "field", ValueKind::OneOf(codes::<TriageField>)).stated(),
    Property::new("before", "before", ValueKind::Text),
    Property::new("after", "after", ValueKind::Text),
    Property::new("version", "version-after", ValueKind::Number).stated(),
    Property::new("batch", "batch-written", ValueKind::Number),
];

/// The properties of a change of any record; names and order are a contract.
pub(super) const OF_RECORDS: [Property; 7] = [
    Property::new("kind", "kind-of-record", ValueKind::OneOf(codes::<Kind>)).stated(),
    Property::new("number", "record", ValueKind::Number).stated(),
    Property::new("field", "field", ValueKind::Text).stated(),
    Property::new("before", "before", ValueKind::Text),
    Property::new("after", "after", ValueKind::Text),
    Property::new("version", "version-of-record", ValueKind::Number).stated(),
    Property::new("batch", "batch-written", ValueKind::Number),
];

/// One field of one record that is changed.
pub(super) struct Changed {
    pub(super) record: Record,
    /// The name of the record, where the log has one.
    pub(super) name: Option<String>,
    pub(super) field: RecordField,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
    /// The version of the record then.
    pub(super) version: u32,
    /// The batch; `None` where it would only be changed.
    pub(super) batch: Option<i64>,
}

impl Changed {
    /// A change of the log; `written` is false where it would only be one.
    fn of(entry: LogEntry, written: bool) -> Self {
        let LogEntry { record, name, field, before, after, version, batch, .. } = entry;
        Self { record, name, field, before, after, version, batch: written.then_some(batch) }
    }
}

/// The form in which changes are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// That of the triage of needs.
    Triage,
    /// That of records of every kind.
    Records,
}

impl Form {
    fn properties(self) -> &'static [Property] {
        match self {
            Self::Triage => &OF_TRIAGE,
            Self::Records => &OF_RECORDS,
        }
    }

    fn cells(self, change: &Changed) -> Vec<Cell> {
        let value = |value: &Option<String>| Cell::stated(value.clone().unwrap_or_default());
        let number = Cell::Id(change.record.number);
        let mut cells = match self {
            Self::Triage => vec![number],
            Self::Records => vec![change.record.kind.code().into(), number],
        };
        cells.extend([
            change.field.code().into(),
            value(&change.before),
            value(&change.after),
            Cell::Id(change.version),
            change.batch.map_or(Cell::Missing, |batch| Cell::Number(batch.unsigned_abs())),
        ]);
        cells
    }
}

/// A command that writes: where it writes, and how its changes are printed.
pub(super) struct Writer<'a> {
    pub(super) session: &'a Session<'a>,
    pub(super) store: &'a Store,
    pub(super) form: Form,
    pub(super) format: Format,
    /// The message that advises on a conflict.
    pub(super) advice: &'static str,
}

impl Writer<'_> {
    /// Writes, or with `dry_run` only tries to, and prints the changes.
    pub(super) fn carry_out(
        &self,
        dry_run: bool,
        rehearse: impl FnOnce() -> Result<Vec<LogEntry>, StoreError>,
        write: impl FnOnce() -> Result<Written, StoreError>,
    ) -> Result<(), Failure> {
        if dry_run {
            return self.rehearsed(rehearse().map_err(|error| refused(error, self.advice))?);
        }
        self.written(&write().map_err(|error| refused(error, self.advice))?)
    }

    /// Prints the changes of a dry run, as if they had been written.
    fn rehearsed(&self, entries: Vec<LogEntry>) -> Result<(), Failure> {
        let id = if entries.is_empty() { "cli-set-nothing" } else { "cli-set-rehearsed" };
        self.print_entries(entries, false)?;
        output::notice(self.session.text(), &Message::new(id));
        Ok(())
    }

    /// Prints the changes of a write.
    pub(super) fn written(&self, written: &Written) -> Result<(), Failure> {
        let text = self.session.text();
        let Some(batch) = written.batch else {
            output::notice(text, &Message::new("cli-set-nothing"));
            return self.print(&[]);
        };
        if let Some(at) = written.clock {
            output::notice(text, &Message::new("store-clock-behind").with("at", at.to_string()));
        }
        self.doubted(&written.doubtful, "cli-records-other-cycle");
        if let [first, ..] = written.in_no_figure[..] {
            let message = Message::new("cli-records-in-no-figure").with("need", first.to_string());
            output::notice(text, &message.with("count", written.in_no_figure.len()));
        }
        let done = Message::new("cli-set-unprinted")
            .with("batch", batch.to_string())
            .with("count", written.changes);
        let printed = || {
            let kinds = crate::domain::Kinds::all();
            let query = LogQuery { kinds, batch: Some(batch), ..LogQuery::default() };
            self.print_entries(self.store.log(&query)?, true)
        };
        output::after_writing(printed(), &done)
    }

    /// Tells of articles that the cycle of the need's review does not cover, with the message of this id.
    pub(super) fn doubted(&self, doubtful: &[(NeedNumber, Article)], id: &'static str) {
        for (need, article) in doubtful {
            let message = Message::new(id).with("need", need.to_string());
            let message = message.with("article", article.number().to_string());
            output::notice(self.session.text(), &message);
        }
    }

    /// Prints changes of the log in the order of records and fields.
    fn print_entries(&self, mut entries: Vec<LogEntry>, written: bool) -> Result<(), Failure> {
        entries.sort_by_key(|entry| (entry.record, entry.field));
        let changes = entries.into_iter().map(|entry| Changed::of(entry, written));
        self.print(&changes.collect::<Vec<_>>())
    }

    /// Prints changes: for people one on a line.
    pub(super) fn print(&self, changes: &[Changed]) -> Result<(), Failure> {
        let mut out = Output::new();
        if !self.format.is_for_people() {
            let columns = self.form.properties().iter().map(Property::data_column).collect();
            let cells = |change| self.form.cells(change);
            let sheet = Sheet::new(columns, || changes.iter().map(cells));
            let sheet = marked(sheet, self.store.is_illustrative()?, self.format);
            return out.sheet(&sheet, self.format, &[], self.session.text());
        }
        let vocabulary = match self.form {
            Form::Triage => None,
            Form::Records => Some(self.store.vocabulary()?),
        };
        for change in changes {
            writeln!(out, "{}", self.line(change, vocabulary.as_ref()))?;
        }
        out.finish()
    }

    /// A change for people: of triage by the codes that `set` takes, of records in words.
    fn line(&self, change: &Changed, vocabulary: Option<&Vocabulary>) -> String {
        let text = self.session.text();
        if self.form == Form::Triage {
            let value = |value: &Option<String>| clean_line(value.as_deref().unwrap_or("none"));
            let (before, after) = (value(&change.before), value(&change.after));
            return format!("{} {}: {before} → {after}", change.record.number, change.field.code());
        }
        let record = values::record(change.record, change.name.as_deref(), text);
        if change.field.is_itself() {
            let id = if change.after.is_some() { "cli-records-added" } else { "cli-records-out" };
            return text.tra(
                "name-and-value",
                &[("field", record.into()), ("value", text.tr(id).into_owned().into())],
            );
        }
        let value = |value: &Option<String>| {
            clean_line(&values::value(vocabulary, change.field, value.as_deref(), text))
        };
        let (before, after) = (value(&change.before), value(&change.after));
        let field = [record, change.field.in_words(text)].join(&text.tr("list-separator"));
        let value = format!("{before} → {after}");
        text.tra("name-and-value", &[("field", field.into()), ("value", value.into())])
    }
}

/// Gives the failure of a refused write: a line for each edit whose field another user changed first, then the message
/// `advice`.
pub(super) fn refused(error: StoreError, advice: &'static str) -> Failure {
    let StoreError::Conflict(conflicts) = &error else { return unwritten(error) };
    let mut lines = conflicts.iter().map(Conflict::message);
    let Some(first) = lines.next() else { return error.into() };
    let failure = lines.fold(Failure::new(Status::Conflict, first), Failure::and);
    failure.and(Message::new(advice).with("count", conflicts.len()))
}

/// The failure of a write that was refused for an unknown need, which says that nothing was
/// written; other refusals of a write say so themselves.
pub(super) fn unwritten(error: StoreError) -> Failure {
    let is_of_reading = matches!(error, StoreError::UnknownNeed(_));
    let failure = Failure::from(error);
    if is_of_reading { failure.and(Message::new("cli-nothing-written")) } else { failure }
}
