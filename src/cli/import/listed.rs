//! The records of an import as data: one object a record of the file, with what became of it.

use super::reading::Judged;
use crate::cli::failure::Failure;
use crate::cli::format::Format;
use crate::cli::output::{Output, marked};
use crate::cli::session::Session;
use crate::columns::property::{Property, ValueKind, codes};
use crate::domain::{Coded, Kind, Record};
use crate::exchange::{Cell, Sheet};
use crate::import::{Outcome, Plan, PlannedRow, ReasonKind, Verdict};
use crate::store::{Edited, Store, Written};

/// The properties of a record of an import; names and order are a contract.
pub(in crate::cli) const OF_IMPORT: [Property; 8] = [
    Property::new("row", "import-row", ValueKind::Number).stated(),
    Property::new("verdict", "import-verdict", ValueKind::OneOf(codes::<Verdict>)).stated(),
    Property::new("reasons", "import-reasons", ValueKind::Texts),
    Property::new("outcome", "import-outcome", ValueKind::OneOf(codes::<Outcome>)),
    Property::new("kind", "kind-of-record", ValueKind::OneOf(codes::<Kind>)),
    Property::new("number", "import-number", ValueKind::Number),
    Property::new("fields", "import-fields", ValueKind::Texts),
    Property::new("batch", "batch-written", ValueKind::Number),
];

/// Prints the records of an import: those of rows that are compared with the register, then rows that are not written.
pub(super) fn print(
    session: &Session<'_>,
    store: &Store,
    judged: &Judged,
    plan: &Plan,
    written: &Written,
    format: Format,
) -> Result<(), Failure> {
    let columns = OF_IMPORT.iter().map(Property::data_column).collect();
    let numbers = numbers(plan, written);
    let batch = written.batch.map_or(Cell::Missing, |batch| Cell::Number(batch.unsigned_abs()));
    let rows = || {
        let mut planned = plan.rows.iter().peekable();
        judged.rows.iter().flat_map(move |staged| {
            let mut of_row: Vec<Option<&PlannedRow>> = Vec::new();
            while let Some(own) = planned.next_if(|own| own.row == staged.row) {
                of_row.push(Some(own));
            }
            if of_row.is_empty() {
                of_row.push(None);
            }
            of_row.into_iter().map(move |own| (staged, own))
        })
    };
    let cells = |(staged, own): (&crate::import::Staged, Option<&PlannedRow>)| {
        let reasons = staged.reasons.iter().map(|reason| ReasonKind::code(reason.kind).into());
        let written = own.and_then(|own| numbers.get(own.place?).copied().flatten());
        let number = written.or(own.and_then(|own| own.record));
        let changes = own.map(|own| own.changes.as_slice()).unwrap_or_default();
        let is_written = own.is_some_and(|own| own.place.is_some());
        vec![
            Cell::Id(staged.row),
            staged.verdict.code().into(),
            Cell::List(reasons.collect()),
            own.map_or(Cell::Missing, |own| own.outcome.code().into()),
            own.map_or(Cell::Missing, |own| own.kind.code().into()),
            number.map_or(Cell::Missing, |record| Cell::Id(record.number)),
            Cell::List(changes.iter().map(|one| one.field.code().into()).collect()),
            if is_written { batch.clone() } else { Cell::Missing },
        ]
    };
    let sheet = Sheet::new(columns, || rows().map(cells));
    let sheet = marked(sheet, store.is_illustrative()?, format);
    Output::data().sheet(&sheet, format, &[], session.text())
}

/// The records that were written, by their places in the plan; of a dry run no added ones.
fn numbers(plan: &Plan, written: &Written) -> Vec<Option<Record>> {
    let mut added = written.added.iter().copied().filter(|_| written.batch.is_some());
    let record = |edited: Edited| match edited {
        Edited::Known(record) => Some(record),
        Edited::New(_) => added.next(),
    };
    plan.records.iter().map(|one| one.edit.record).map(record).collect()
}
