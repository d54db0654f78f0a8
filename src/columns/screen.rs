//! A column on the screen: its code and head, its width, and the words and style of a cell.

use super::reader::Reader;
use crate::exchange::Cell;
use crate::paint::theme::{NIL, Tone};
use crate::query::Plan;
use crate::text::{Signs, Text, grouped, width};
use std::ops::Range;

/// How a column takes its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// So many cells, always.
    Fixed(u16),
    /// At least so many; the column takes what the others leave.
    Rest(u16),
    /// The cells that the others leave, and at least two fifths of the list.
    Text,
    /// So many, in lists that are at least this wide (in cells).
    Wide(u16, u16),
    /// In lists of at least so many cells, the widest first, so many.
    From(&'static [(u16, u16)]),
    /// So many, where the user asks for the column.
    Chosen(u16),
}

impl Width {
    /// Whether a column of this width is shown in a list of so many cells, unless the user says
    /// otherwise.
    pub fn is_shown(self, list: u16) -> bool {
        self.in_list(list) > 0
    }

    /// The cells that it takes in a list of so many; 0 where it is not shown of itself.
    pub fn in_list(self, list: u16) -> u16 {
        match self {
            Self::Fixed(cells) | Self::Rest(cells) => cells,
            Self::Text => TEXT,
            Self::Wide(cells, from) if list >= from => cells,
            Self::Wide(..) | Self::Chosen(_) => 0,
            Self::From(steps) => {
                steps.iter().find(|(from, _)| list >= *from).map_or(0, |(_, cells)| *cells)
            }
        }
    }

    /// The cells of its narrowest form.
    pub fn least(self) -> u16 {
        match self {
            Self::Fixed(cells) | Self::Rest(cells) | Self::Wide(cells, _) | Self::Chosen(cells) => {
                cells
            }
            Self::Text => TEXT,
            Self::From(steps) => steps.last().map_or(0, |(_, cells)| *cells),
        }
    }

    /// Whether it takes what the others leave.
    pub fn takes_rest(self) -> bool {
        matches!(self, Self::Rest(_) | Self::Text)
    }
}

/// The least cells of a text, where the user asks for so many columns.
const TEXT: u16 = 12;

/// The head of a column on the screen, and how much room it takes.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    /// The code of the column in saved views. The head is the message `head-CODE`; a column without that message
    /// takes `field-CODE`.
    pub code: &'static str,
    /// Its width.
    pub width: Width,
    /// Numbers stand on the right.
    pub right: bool,
    /// The message that names a column with an empty head. It draws another column's value and is
    /// not offered to sort by.
    pub drawing: Option<&'static str>,
}

impl Head {
    /// The words above the column.
    pub fn title(self, text: &Text) -> String {
        let (own, field) = (format!("head-{}", self.code), format!("field-{}", self.code));
        text.tr_or(&own, &field).into_owned()
    }

    /// The words above the column in so many cells: a short form where the whole one has no room.
    pub fn title_in(self, text: &Text, room: usize) -> String {
        let title = self.title(text);
        if width(&title) <= room { title } else { self.short(text).unwrap_or(title) }
    }

    /// The cells of its shortest form.
    pub(super) fn least(self, text: &Text) -> u16 {
        width(&self.short(text).unwrap_or_else(|| self.title(text))) as u16
    }

    fn short(self, text: &Text) -> Option<String> {
        let id = format!("short-head-{}", self.code);
        text.has(&id).then(|| text.tr(&id).into_owned())
    }

    /// The name of the column where it is chosen.
    pub fn name(self, text: &Text) -> String {
        self.drawing.map_or_else(|| self.title(text), |id| text.tr(id).into_owned())
    }
}

/// The context of a screen cell, beside its record.
#[derive(Clone, Copy)]
pub struct CellContext<'a> {
    /// The person who reads.
    pub reader: Reader<'a>,
    /// Their words.
    pub text: &'a Text,
    /// The signs that bars are drawn with.
    pub signs: Signs,
    /// The filter, whose words are marked in texts.
    pub plan: &'a Plan,
    /// The most needs that a row of the list has: the full length of a bar.
    pub most: u32,
    /// The cells of the column.
    pub room: u16,
}

/// A cell of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Its words.
    pub text: String,
    /// The meaning of its style.
    pub tone: Tone,
    /// The matches of a search in it, in bytes.
    pub hits: Vec<Range<usize>>,
    /// How many bytes at its beginning are a sign, which has colour where words have none.
    pub sign: usize,
}

impl Words {
    /// A cell in which no search has found anything.
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone, hits: Vec::new(), sign: 0 }
    }

    /// A sign alone, or a cell that begins with one.
    pub(super) fn signed(text: String, sign: &str, tone: Tone) -> Self {
        Self { sign: sign.len(), ..Self::new(text, tone) }
    }

    /// A cell as data have it; a dash for zero and for a value not stated.
    pub(super) fn of(cell: Cell, tone: Tone, text: &Text) -> Self {
        match cell {
            Cell::Number(0) => Self::new(NIL, Tone::Dim),
            Cell::Missing => Self::new(NIL, tone),
            cell => Self::new(said(cell, text), tone),
        }
    }
}

fn said(cell: Cell, text: &Text) -> String {
    let yes = |flag| text.tr(if flag { "yes" } else { "no" }).into_owned();
    match cell {
        Cell::Text(words) => words,
        Cell::Number(number) => grouped(number),
        Cell::Hundredths(number) => format!("{}.{:02}", grouped(number / 100), number % 100),
        Cell::Change(number) => format!("{number:+}"),
        Cell::Id(number) => number.to_string(),
        Cell::Flag(flag) => yes(flag),
        Cell::Date(day) => day.to_string(),
        Cell::List(cells) => {
            let parts: Vec<_> = cells.into_iter().map(|cell| said(cell, text)).collect();
            parts.join(&text.tr("list-separator"))
        }
        Cell::Object(cells) => {
            let parts =
                cells.into_iter().map(|(name, cell)| format!("{name} {}", said(cell, text)));
            parts.collect::<Vec<_>>().join(&text.tr("list-separator"))
        }
        Cell::Missing => NIL.to_owned(),
    }
}
