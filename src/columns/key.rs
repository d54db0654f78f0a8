//! The keys by which records are sorted: the same on the screen and on the command line.

use crate::domain::{PartialDate, fold};
use crate::exchange::Cell;
use std::cmp::Ordering;

/// The key by which a cell is sorted.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SortKey {
    /// A number, or a place in a vocabulary.
    Number(u64),
    /// A day, a month or a year.
    Date(PartialDate),
    /// Folded words.
    Text(String),
    /// Several, the first one first.
    List(Vec<Self>),
}

impl SortKey {
    /// The key of a cell; `None` for an empty one.
    pub fn of(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Text(words) => Some(Self::Text(fold(words))),
            Cell::Number(number) | Cell::Hundredths(number) => Some(Self::Number(*number)),
            Cell::Change(number) => Some(Self::Number((*number ^ i64::MIN).cast_unsigned())),
            Cell::Id(number) => Some(Self::Number(u64::from(*number))),
            Cell::Flag(flag) => Some(Self::Number(u64::from(!*flag))), // yes before no
            Cell::Date(date) => Some(Self::Date(*date)),
            Cell::List(cells) if cells.is_empty() => None,
            Cell::List(cells) => Some(Self::List(cells.iter().filter_map(Self::of).collect())),
            Cell::Object(_) | Cell::Missing => None,
        }
    }
}

/// Sorts by keys. Equal items stay in their order; items without a key come last either way.
pub fn sorted<T>(
    items: impl IntoIterator<Item = T>,
    descending: bool,
    key: impl Fn(&T) -> Option<SortKey>,
) -> Vec<T> {
    let mut keyed: Vec<(Option<SortKey>, T)> =
        items.into_iter().map(|item| (key(&item), item)).collect();
    keyed.sort_by(|(a, _), (b, _)| match (a, b) {
        (Some(a), Some(b)) if descending => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
    keyed.into_iter().map(|(_, item)| item).collect()
}
