//! The figures of a note as data: the numbers in each line and column, at one date or two.

mod base;
mod design;
mod look;
mod query;
mod words;

pub use design::{Compared, DESIGNS, Design};
pub use look::Look;
pub use words::chart;

use super::{FilteredRegister, counted, total};
use crate::domain::{Article, Chapter, Coded, Region};
use crate::query::register::Vocabulary;
use crate::query::{Field, Filter, FilterError, Measure, parse, slots};
use std::collections::HashMap;

/// The lines or the columns of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// Their field.
    pub field: Field,
    /// The values, in order; "not stated" last, and only where it occurs.
    pub slots: Vec<u16>,
}

/// The numbers of a figure at one date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// By line and column; a single column for each line where the figure has none.
    pub cells: Vec<Vec<u32>>,
    /// By line, whatever the column.
    pub rows: Vec<u32>,
    /// By column, whatever the line.
    pub columns: Vec<u32>,
    /// In all: the base of percentages.
    pub total: u32,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its design, with its number.
    pub design: &'static Design,
    /// Needs or States.
    pub measure: Measure,
    /// The filter of its needs: the figure's own and the added one.
    pub filter: Filter,
    /// The added filter.
    pub narrowed: Filter,
    /// Its lines.
    pub rows: Axis,
    /// Its columns, where it is a table of two fields.
    pub columns: Option<Axis>,
    /// The numbers on the day shown.
    pub now: Table,
    /// The numbers at the earlier date, where it is compared with one.
    pub before: Option<Table>,
}

/// The needs of a figure, narrowed by a filter.
///
/// # Errors
/// The figure's own filter cannot be read, which a test rules out.
pub fn figure_filter(design: &Design, narrowed: &Filter) -> Result<Filter, FilterError> {
    let mut filter = parse(design.filter)?;
    filter.terms.extend(narrowed.terms.iter().cloned());
    Ok(filter)
}

impl Figure {
    /// Counts a figure. `now` and `before` are [`figure_filter`] asked of the registers of two days.
    pub fn count(
        design: &'static Design,
        measure: Measure,
        (filter, narrowed): (Filter, Filter),
        now: FilteredRegister<'_>,
        before: Option<FilteredRegister<'_>>,
    ) -> Self {
        let vocabulary = &now.register.vocabulary;
        let axis = |field: Field| {
            let seen = |asked: FilteredRegister<'_>| {
                counted(asked, &[field], measure).into_iter().map(|count| count.slots[0])
            };
            let seen: Vec<u16> = seen(now).chain(before.into_iter().flat_map(seen)).collect();
            axis(field, design, &seen, vocabulary)
        };
        let (rows, columns) = (axis(design.rows), design.columns.map(axis));
        let table = |asked| table(asked, measure, &rows, columns.as_ref());
        let (now, before) = (table(now), before.map(table));
        Self { design, measure, filter, narrowed, rows, columns, now, before }
    }

    /// A count in per cent of all at that date, rounded half up; `None` where there is nothing.
    pub fn percent(value: u32, of: u32) -> Option<u32> {
        let doubled = u64::from(value) * 200 + u64::from(of);
        (of > 0).then(|| (doubled / (u64::from(of) * 2)) as u32)
    }

    /// Whether something stands in several lines, so that they add up to more than there is.
    pub fn overlaps(&self) -> bool {
        self.now.rows.iter().sum::<u32>() > self.now.total
    }

    /// Whether the percentages of the lines do not add up to 100 only because they are rounded.
    pub fn rounds(&self) -> bool {
        let shown = self.now.rows.iter().filter_map(|row| Self::percent(*row, self.now.total));
        !self.overlaps() && self.now.total > 0 && shown.sum::<u32>() != 100
    }

    /// The needs that a line, a column or a cell counts.
    pub fn counted_in(&self, row: Option<usize>, column: Option<usize>, of: &Vocabulary) -> Filter {
        let mut filter = self.filter.clone();
        let mut narrow = |axis: &Axis, place: Option<usize>| {
            if let Some(slot) = place.and_then(|place| axis.slots.get(place)) {
                filter.narrow(axis.field, &crate::query::code_of_value(axis.field, *slot, of));
            }
        };
        narrow(&self.rows, row);
        if let Some(columns) = &self.columns {
            narrow(columns, column);
        }
        filter
    }
}

/// The values that a figure shows of a field: those of its cycle also where there is nothing, and
/// whatever else there is.
fn axis(field: Field, design: &Design, seen: &[u16], vocabulary: &Vocabulary) -> Axis {
    let chapters = design.cycle.chapters();
    let expected = |slot: u16| {
        let place = usize::from(slot) - 1;
        match field {
            Field::Category => {
                vocabulary.categories.get(place).is_some_and(|c| c.cycle == design.cycle)
            }
            Field::Chapter => Chapter::at(place).is_some_and(|c| chapters.contains(&c)),
            Field::Article => Article::at(place).is_some_and(|a| chapters.contains(&a.chapter())),
            // a withheld region is not zero
            Field::Region => Region::at(place).is_some_and(|region| vocabulary.tells(region)),
            _ => true,
        }
    };
    let values = 1..slots(field, vocabulary) as u16;
    let mut shown: Vec<u16> =
        values.filter(|slot| expected(*slot) || seen.contains(slot)).collect();
    if seen.contains(&0) {
        shown.push(0);
    }
    Axis { field, slots: shown }
}

fn table(
    asked: FilteredRegister<'_>,
    measure: Measure,
    rows: &Axis,
    columns: Option<&Axis>,
) -> Table {
    let along = |axis: &Axis| {
        let counts = counted(asked, &[axis.field], measure);
        let counts: HashMap<u16, u32> = counts.iter().map(|c| (c.slots[0], c.value)).collect();
        axis.slots.iter().map(|slot| counts.get(slot).copied().unwrap_or(0)).collect()
    };
    let mut cells = Vec::new();
    if let Some(columns) = columns {
        let counts = counted(asked, &[rows.field, columns.field], measure);
        let counts: HashMap<Vec<u16>, u32> =
            counts.into_iter().map(|count| (count.slots, count.value)).collect();
        let cell = |row: u16, column: u16| counts.get(&[row, column][..]).copied().unwrap_or(0);
        let line = |row: &u16| columns.slots.iter().map(|column| cell(*row, *column)).collect();
        cells = rows.slots.iter().map(line).collect();
    }
    Table {
        cells,
        rows: along(rows),
        columns: columns.map(along).unwrap_or_default(),
        total: total(asked, measure),
    }
}
