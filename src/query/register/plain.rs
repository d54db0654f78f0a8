//! Columns of plain values: the part of a column that filters, orders, pages and lists need without
//! knowing it by name.

use super::ProvenancePlace;
use super::set_place::SetPlace;
use super::slot::Slot;
use super::sparse::Sparse;
use crate::domain::{ArticleSet, fold};

/// "Not stated" in a column of days or dates.
pub const NO_DAY: i32 = i32::MIN;

/// A column of values that stand for themselves; the others hold places in tables of the register.
#[derive(Clone, Copy, Debug)]
pub enum Plain<'a> {
    /// Slots of a closed vocabulary.
    Codes(&'a [u8]),
    /// Numbers of two bytes, or 0.
    Small(&'a [u16]),
    /// Numbers, or 0.
    Numbers(&'a [u32]),
    /// Days or dates, as a column stores them.
    Days(&'a [i32]),
    /// Words that few needs have.
    Words(&'a Sparse<Said>),
}

impl<'a> Plain<'a> {
    /// The number of the value in a place, in the order of values; `None` where nothing is stated,
    /// and for words.
    #[inline]
    pub fn number(self, place: usize) -> Option<u32> {
        let stated = |number: u32| (number != 0).then_some(number);
        match self {
            Self::Codes(all) => stated(all[place].into()),
            Self::Small(all) => stated(all[place].into()),
            Self::Numbers(all) => stated(all[place]),
            Self::Days(all) => (all[place] != NO_DAY).then(|| turned(all[place].cast_unsigned())),
            Self::Words(_) => None,
        }
    }

    /// The words in a place, where there are any.
    #[inline]
    pub fn words(self, place: usize) -> Option<&'a Said> {
        match self {
            Self::Words(few) => few.get(place),
            _ => None,
        }
    }
}

/// A value for a column of plain values.
#[derive(Clone, Copy, Debug)]
pub enum PlainValue<'a> {
    /// A number, as [`Plain::number`] gives it.
    Number(u32),
    /// Words.
    Words(&'a str),
}

/// The number that a day or a date in a column stands for, as [`Plain::number`] gives it, and back. The sign bit turned
/// over keeps the order of days before 1970 too.
#[inline]
pub(super) const fn turned(number: u32) -> u32 {
    number ^ 1 << 31
}

/// Words of a need in a field that few needs have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    folded: Box<str>,
    /// The words as written, where they differ from the folded ones.
    written: Option<Box<str>>,
}

impl Said {
    /// Folds words as written.
    pub fn new(written: &str) -> Self {
        let folded = fold(written);
        let written = (*folded != *written).then(|| written.into());
        Self { folded: folded.into(), written }
    }

    /// The words in the form that searches compare.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// The words as written.
    pub fn written(&self) -> &str {
        self.written.as_deref().unwrap_or(&self.folded)
    }
}

/// An entry of a column.
pub trait Entry: Sized {
    /// The entry of a need that states nothing.
    fn nothing() -> Self;

    /// Such a column as plain values, if they are.
    fn plain(_: &[Self]) -> Option<Plain<'_>> {
        None
    }

    /// The entry with a number as [`Plain::number`] gives it, if entries are plain values.
    fn numbered(_: u32) -> Option<Self> {
        None
    }
}

/// An entry of a column in which few needs have a value.
pub trait FewEntry: Sized {
    /// Such a column as plain values, if they are.
    fn plain(_: &Sparse<Self>) -> Option<Plain<'_>> {
        None
    }

    /// The entry with these words, if entries are words.
    fn said(_: &str) -> Option<Self> {
        None
    }
}

macro_rules! plain_entries {
    ($($entry:ty, $nothing:expr, $plain:ident, $numbered:expr;)+) => {
        $(impl Entry for $entry {
            fn nothing() -> Self {
                $nothing
            }

            fn plain(all: &[Self]) -> Option<Plain<'_>> {
                Some(Plain::$plain(all))
            }

            fn numbered(number: u32) -> Option<Self> {
                $numbered(number)
            }
        })+
    };
}
plain_entries! {
    u8, 0, Codes, |number| u8::try_from(number).ok();
    u16, 0, Small, |number| u16::try_from(number).ok();
    u32, 0, Numbers, Some;
    i32, NO_DAY, Days, |number| Some(turned(number).cast_signed());
}

impl Entry for Slot {
    fn nothing() -> Self {
        Self::NONE
    }
}

impl Entry for SetPlace {
    fn nothing() -> Self {
        Self::EMPTY
    }
}

impl Entry for ArticleSet {
    fn nothing() -> Self {
        Self::EMPTY
    }
}

impl Entry for ProvenancePlace {
    fn nothing() -> Self {
        Self::default()
    }
}

impl FewEntry for Slot {}

impl FewEntry for Said {
    fn plain(few: &Sparse<Self>) -> Option<Plain<'_>> {
        Some(Plain::Words(few))
    }

    fn said(words: &str) -> Option<Self> {
        Some(Self::new(words))
    }
}
