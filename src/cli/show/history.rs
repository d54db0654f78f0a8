//! The changes of one record: who, when, before and after, and which of them were taken back.

use crate::columns::Column;
use crate::columns::log::{DATA, Log};
use crate::columns::property::ShownWhere;
use crate::columns::reader::Reader;
use crate::exchange::{Cell, Room, SheetColumn};
use crate::store::LogEntry;
use crate::text::{Arg, Text};

/// Whether a batch was taken back, of this record, and that stands: an undo that was itself taken back does not count.
pub(super) fn is_undone(batch: i64, history: &[LogEntry]) -> bool {
    let mut undos: Vec<i64> = history
        .iter()
        .filter(|entry| entry.undoes == Some(batch))
        .map(|entry| entry.batch)
        .collect();
    undos.dedup();
    // An undo is younger than what it takes back, so that this ends.
    undos.into_iter().any(|undo| undo > batch && !is_undone(undo, history))
}

/// The columns of the log that say something of one record's change.
fn columns(in_table: bool) -> impl Iterator<Item = &'static Column<Log>> {
    let says_which =
        |column: &Column<Log>| ["need", "kind", "record"].contains(&column.property.name);
    let is_shown = move |shown| !in_table || shown == ShownWhere::Always;
    let all = DATA.into_iter();
    all.filter(move |column| !says_which(column) && is_shown(column.property.shown))
}

/// The heads of the table for people.
pub(super) fn heads(text: &Text) -> Vec<SheetColumn> {
    let heads = columns(true).map(|column| column.property.column(text));
    let undone = SheetColumn { room: Room::Stays, ..SheetColumn::new("undone", "") };
    heads.chain([undone]).collect()
}

/// The row of a change for people.
pub(super) fn row(
    entry: &LogEntry,
    history: &[LogEntry],
    reader: Reader<'_>,
    text: &Text,
) -> Vec<Cell> {
    let cells = columns(true).map(|column| column.of(entry, reader));
    let undone = match entry.undoes {
        _ if is_undone(entry.batch, history) => text.tr("cli-show-undone").into_owned(),
        Some(batch) => text.tra("cli-show-undoes", &[("batch", Arg::from(batch.to_string()))]),
        None => String::new(),
    };
    cells.chain([Cell::Text(undone)]).collect()
}

/// The changes for programs, the newest first.
pub(super) fn as_data(history: &[LogEntry], reader: Reader<'_>) -> Cell {
    let change = |entry: &LogEntry| {
        let cells = columns(false).map(|column| (column.property.name, column.of(entry, reader)));
        let undoes = entry.undoes.map(|batch| Cell::Number(batch.unsigned_abs()));
        let more = [
            ("version", Cell::Id(entry.version)),
            ("undoes", undoes.unwrap_or(Cell::Missing)),
            ("undone", Cell::Flag(is_undone(entry.batch, history))),
        ];
        Cell::Object(cells.chain(more).collect())
    };
    Cell::List(history.iter().map(change).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Moment, NeedNumber, Record};
    use crate::fields::RecordField;

    fn entry(batch: i64, undoes: Option<i64>) -> LogEntry {
        LogEntry {
            change: batch,
            batch,
            at: Moment::from_seconds(batch),
            who: "me".to_owned(),
            record: Record::need(NeedNumber::new(1)),
            name: None,
            field: RecordField::of_triage()[0],
            before: None,
            after: None,
            version: 1,
            note: String::new(),
            undoes,
            import: None,
        }
    }

    #[test]
    fn a_change_is_undone_while_its_undo_stands() {
        let mut history = vec![entry(1, None), entry(2, Some(1))];
        assert!(is_undone(1, &history) && !is_undone(2, &history));
        history.push(entry(3, Some(2)));
        assert!(!is_undone(1, &history) && is_undone(2, &history), "a redo");
        history.push(entry(4, Some(3)));
        assert!(is_undone(1, &history) && !is_undone(2, &history));
        // A log that somebody has written by hand names itself.
        assert!(!is_undone(7, &[entry(7, Some(7))]));
    }
}
