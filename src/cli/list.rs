//! What all lists share: the choice of columns, the order, the number of rows, the output.

use super::args::{Format, ListArgs};
use super::failure::{Failure, Status};
use super::nearest::nearest;
use super::output::Output;
use super::reader::Reader;
use super::session::Question;
use crate::domain::{clean_line, fold};
use crate::exchange::{Cell, Column, Sheet};
use crate::text::{Arg, Message, Text};
use std::cmp::Ordering;

/// A column that a list of `R` can have.
pub(super) struct ListColumn<R> {
    /// Its name in CSV, JSON and on the command line.
    pub(super) name: &'static str,
    /// The message with its head in a table.
    pub(super) head: &'static str,
    /// Whether a table shows it without being asked; CSV and JSON have every column.
    pub(super) shown: bool,
    /// What stands in it.
    pub(super) cell: fn(&R, Reader<'_>) -> Cell,
    /// What it is sorted by, where that is not what stands in it.
    pub(super) rank: Option<fn(&R) -> Option<usize>>,
}

impl<R> ListColumn<R> {
    pub(super) const fn new(
        name: &'static str,
        head: &'static str,
        cell: fn(&R, Reader<'_>) -> Cell,
    ) -> Self {
        Self { name, head, shown: true, cell, rank: None }
    }

    /// Not in a table unless asked for: the table would be too wide to read.
    pub(super) const fn on_request(mut self) -> Self {
        self.shown = false;
        self
    }

    /// Sorted by the order of a vocabulary instead of by letter.
    pub(super) const fn ranked(mut self, rank: fn(&R) -> Option<usize>) -> Self {
        self.rank = Some(rank);
        self
    }
}

/// Writes a list. `row` makes the record of a number that `rows` holds; records are made when
/// they are written.
pub(super) fn write<R>(
    columns: &[ListColumn<R>],
    question: &Question<'_>,
    args: &ListArgs,
    mut rows: Vec<u32>,
    row: impl Fn(u32) -> Option<R>,
) -> Result<(), Failure> {
    let text = question.text;
    let reader = Reader::new(&question.register.vocabulary, args.format, text);
    let chosen = chosen(columns, &args.columns, args.format)?;
    if let Some(wish) = &args.sort {
        let (column, descending) = order(columns, wish)?;
        sort(&mut rows, column, descending, reader, &row);
    }
    rows.truncate(args.limit.unwrap_or(usize::MAX));
    let heads = chosen.iter().map(|column| head(column.name, column.head, text)).collect();
    let cells = |number: &u32| {
        row(*number).map(|record| chosen.iter().map(|c| (c.cell)(&record, reader)).collect())
    };
    let sheet = Sheet::new(heads, || rows.iter().filter_map(cells));
    Output::new().sheet(&sheet, args.format, &question.remarks(), text)
}

/// A column of a sheet with its head from the language files.
pub(super) fn head(name: &str, id: &str, text: &Text) -> Column {
    Column { name: name.to_owned(), head: text.tr(id).into_owned() }
}

fn chosen<'c, R>(
    columns: &'c [ListColumn<R>],
    asked: &[String],
    format: Format,
) -> Result<Vec<&'c ListColumn<R>>, Failure> {
    if asked.is_empty() {
        let all = columns.iter();
        return Ok(all.filter(|column| column.shown || format != Format::Table).collect());
    }
    if asked.iter().any(|name| name == "all") {
        return Ok(columns.iter().collect());
    }
    asked.iter().map(|name| named(columns, name.trim())).collect()
}

fn named<'c, R>(columns: &'c [ListColumn<R>], name: &str) -> Result<&'c ListColumn<R>, Failure> {
    columns.iter().find(|column| column.name == name).ok_or_else(|| {
        let names = columns.iter().map(|column| column.name);
        let message = Message::new("cli-unknown-column")
            .with("column", clean_line(name))
            .with("known", names.clone().collect::<Arg>());
        nearest(Failure::new(Status::Usage, message), name, names)
    })
}

/// The column of `--sort` and whether the greatest comes first: `f`, `-f`, `f:asc`, `f:desc`.
fn order<'c, R>(
    columns: &'c [ListColumn<R>],
    wish: &str,
) -> Result<(&'c ListColumn<R>, bool), Failure> {
    let (name, descending) = if let Some(name) = wish.strip_prefix('-') {
        (name, true)
    } else if let Some(name) = wish.strip_suffix(":desc") {
        (name, true)
    } else {
        (wish.strip_suffix(":asc").unwrap_or(wish), false)
    };
    Ok((named(columns, name)?, descending))
}

/// Rows that are equal stay in their order; those that state nothing come last either way.
fn sort<R>(
    rows: &mut Vec<u32>,
    column: &ListColumn<R>,
    descending: bool,
    reader: Reader<'_>,
    row: &impl Fn(u32) -> Option<R>,
) {
    let key = |number: u32| {
        let record = row(number)?;
        match column.rank {
            Some(rank) => rank(&record).map(|place| Key::Number(place as u64)),
            None => Key::of(&(column.cell)(&record, reader)),
        }
    };
    let mut keyed: Vec<(Option<Key>, u32)> = rows.drain(..).map(|n| (key(n), n)).collect();
    keyed.sort_by(|(a, _), (b, _)| match (a, b) {
        (Some(a), Some(b)) if descending => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
    rows.extend(keyed.into_iter().map(|(_, number)| number));
}

/// What a cell is sorted by.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(u64),
    Day(crate::domain::Day),
    Text(String),
    List(Vec<Self>),
}

impl Key {
    fn of(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Text(words) => Some(Self::Text(fold(words))),
            Cell::Number(number) | Cell::Hundredths(number) => Some(Self::Number(*number)),
            Cell::Change(number) => Some(Self::Number((*number ^ i64::MIN).cast_unsigned())),
            Cell::Id(number) => Some(Self::Number(u64::from(*number))),
            Cell::Flag(flag) => Some(Self::Number(u64::from(!*flag))), // yes before no
            Cell::Date(day) => Some(Self::Day(*day)),
            Cell::List(cells) if cells.is_empty() => None,
            Cell::List(cells) => Some(Self::List(cells.iter().filter_map(Self::of).collect())),
            Cell::Missing => None,
        }
    }
}
