//! What all lists share: the choice of columns, the order, the number of rows, the output.

use super::failure::{Failure, Status};
use super::format::{Format, FormatArgs};
use super::globals::FilterArgs;
use super::nearest::nearest;
use super::output::Output;
use super::property::{ILLUSTRATIVE, Kind, Property, Shown};
use super::reader::Reader;
use super::session::Question;
use crate::domain::{clean_line, fold};
use crate::exchange::{Cell, Column, Room, Sheet};
use crate::text::{Arg, Message};
use clap::Args;
use std::cmp::Ordering;

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[command(flatten)]
    pub(super) format: FormatArgs,
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(super) columns: Vec<String>,
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub(super) sort: Option<String>,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

impl ListArgs {
    /// Whether one of these columns, by their names, is shown, or sorted by.
    pub(super) fn asks_for<R>(
        &self,
        columns: impl IntoIterator<Item = ListColumn<R>>,
        names: &[&str],
    ) -> bool {
        let columns: Vec<_> = columns.into_iter().collect();
        let is_one = |word: &str| {
            named(&columns, word).is_ok_and(|column| names.contains(&column.property.name))
        };
        let asked = |name: &String| name.trim() == ALL || is_one(name.trim());
        let sorted = |wish: &String| is_one(direction(wish).0);
        self.columns.iter().any(asked) || self.sort.as_ref().is_some_and(sorted)
    }
}

/// The word for every column.
const ALL: &str = "all";

/// A column that a list of `R` can have.
pub(super) struct ListColumn<R> {
    /// What it is called, says and looks like.
    pub(super) property: Property,
    /// What stands in it.
    pub(super) cell: fn(&R, Reader<'_>) -> Cell,
    /// What it is sorted by, where that is not what stands in it.
    pub(super) rank: Option<fn(&R) -> Option<usize>>,
}

impl<R> ListColumn<R> {
    /// A column by its name, the key of its messages and the kind of its values; not every record
    /// states it, and tables and data show it.
    pub(super) const fn new(
        name: &'static str,
        key: &'static str,
        kind: Kind,
        cell: fn(&R, Reader<'_>) -> Cell,
    ) -> Self {
        Self { property: Property::new(name, key, kind), cell, rank: None }
    }

    /// Stated by every record.
    pub(super) const fn stated(mut self) -> Self {
        self.property = self.property.stated();
        self
    }

    /// Not stated by every record, where the kind of the values would say otherwise.
    pub(super) const fn unstated(mut self) -> Self {
        self.property = self.property.unstated();
        self
    }

    /// Not in a table unless asked for: the table would be too wide to read.
    pub(super) const fn in_data(mut self) -> Self {
        self.property = self.property.shown(Shown::InData);
        self
    }

    /// Only where it is asked for.
    pub(super) const fn on_request(mut self) -> Self {
        self.property = self.property.shown(Shown::OnRequest);
        self
    }

    /// With another room in a table that is too wide.
    pub(super) const fn room(mut self, room: Room) -> Self {
        self.property = self.property.room(room);
        self
    }

    /// Sorted by the order of a vocabulary instead of by letter.
    pub(super) const fn ranked(mut self, rank: fn(&R) -> Option<usize>) -> Self {
        self.rank = Some(rank);
        self
    }

    fn is_called(&self, name: &str) -> bool {
        self.property.name == name
    }
}

/// Writes a list. `row` makes the record of a number that `rows` holds; records are made when
/// they are written.
pub(super) fn write<R>(
    columns: impl IntoIterator<Item = ListColumn<R>>,
    question: &Question<'_>,
    args: &ListArgs,
    mut rows: Vec<u32>,
    row: impl Fn(u32) -> Option<R>,
) -> Result<(), Failure> {
    let text = question.text;
    let format = args.format.chosen();
    let reader = Reader::new(question.register, format, text);
    let made_up = ListColumn {
        property: ILLUSTRATIVE,
        cell: |_, to| Cell::Flag(to.illustrative),
        rank: None,
    };
    let columns: Vec<_> = columns.into_iter().chain([made_up]).collect();
    let chosen = chosen(&columns, &args.columns, format, reader.illustrative)?;
    if let Some(wish) = &args.sort {
        let (name, descending) = direction(wish);
        sort(&mut rows, named(&columns, name)?, descending, reader, &row);
    }
    rows.truncate(args.limit.unwrap_or(usize::MAX));
    let heads =
        chosen.iter().map(|(column, room)| Column { room: *room, ..column.property.column(text) });
    let cells = |number: &u32| {
        let record = row(*number)?;
        Some(chosen.iter().map(|(column, _)| (column.cell)(&record, reader)).collect())
    };
    let sheet = Sheet::new(heads.collect(), || rows.iter().filter_map(cells));
    Output::with_columns().sheet(&sheet, format, &question.remarks(), text)
}

/// The columns to show, each once, and their room in a table. Those that are asked for by name stay
/// there however narrow the terminal is. Data of an illustrative register say so unless columns are
/// named: who names them gets these and no other.
fn chosen<'c, R>(
    columns: &'c [ListColumn<R>],
    asked: &[String],
    format: Format,
    illustrative: bool,
) -> Result<Vec<(&'c ListColumn<R>, Room)>, Failure> {
    let marks = |column: &ListColumn<R>| {
        column.is_called(ILLUSTRATIVE.name) && illustrative && !format.is_for_people()
    };
    let all = asked.iter().any(|name| name.trim() == ALL);
    if asked.is_empty() || all {
        let shown = |column: &&ListColumn<R>| match column.property.shown {
            _ if column.is_called(ILLUSTRATIVE.name) => marks(column),
            Shown::Always => true,
            Shown::InData => all || !format.is_for_people(),
            Shown::OnRequest => all,
        };
        let shown = columns.iter().filter(shown);
        return Ok(shown.map(|column| (column, column.property.room)).collect());
    }
    let mut chosen: Vec<(&ListColumn<R>, Room)> = Vec::new();
    for name in asked {
        let column = named(columns, name.trim())?;
        if !chosen.iter().any(|(other, _)| other.is_called(column.property.name)) {
            let room = match column.property.room {
                Room::Fills => Room::Fills,
                _ => Room::Stays,
            };
            chosen.push((column, room));
        }
    }
    Ok(chosen)
}

/// The column that a word names: by its name, else by its head or by the filter field that it shows, in any language.
fn named<'c, R>(columns: &'c [ListColumn<R>], name: &str) -> Result<&'c ListColumn<R>, Failure> {
    if let Some(column) = columns.iter().find(|column| column.is_called(name)) {
        return Ok(column);
    }
    let word = fold(name);
    let is_word = |name: String| fold(&name) == word;
    let with = |is_called: &dyn Fn(&Property) -> bool| -> Vec<&ListColumn<R>> {
        columns.iter().filter(|column| is_called(&column.property)).collect()
    };
    let mut found =
        with(&|property| is_word(property.name.to_owned()) || property.heads().any(is_word));
    if found.is_empty() {
        found = with(&|property| property.field_names().into_iter().any(is_word));
    }
    if let [_, _, ..] = found[..] {
        let message = Message::new("cli-ambiguous-column")
            .with("column", clean_line(name))
            .with("known", found.iter().map(|column| column.property.name).collect::<Arg>());
        return Err(Failure::new(Status::Usage, message));
    }
    found.first().copied().ok_or_else(|| {
        let names = columns.iter().map(|column| column.property.name);
        let message = Message::new("cli-unknown-column")
            .with("column", clean_line(name))
            .with("known", names.clone().collect::<Arg>());
        nearest(Failure::new(Status::Usage, message), name, names)
    })
}

/// The name of the column of `--sort` and whether the greatest comes first: `f`, `-f`, `f:asc`, `f:desc`.
fn direction(wish: &str) -> (&str, bool) {
    if let Some(name) = wish.strip_prefix('-') {
        (name, true)
    } else if let Some(name) = wish.strip_suffix(":desc") {
        (name, true)
    } else {
        (wish.strip_suffix(":asc").unwrap_or(wish), false)
    }
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
