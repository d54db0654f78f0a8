//! The needs as columns, in chunks: their facts, and their triage.

use super::column::{Column, NeedColumn, Origin};
use super::plain::{NO_DAY, Plain, PlainValue, Said};
use super::set_place::SetPlace;
use super::slot::Slot;
use super::sparse::Sparse;
use super::{ProvenancePlace, Texts};
use crate::domain::{ArticleSet, Coded, Day, PartialDate};
use std::sync::Arc;

/// How many needs a chunk holds at most. Small enough to copy one for a single change, large
/// enough that a scan is a plain loop.
pub const CHUNK: usize = 16_384;

/// "Not stated" in a column of codes, which are slots in a byte.
pub const NONE: u8 = 0;

/// Calls a macro with the columns of needs: name, type, the rule of `store` by which it is read,
/// and the fields that it is read from. Everything that goes through the columns is made from this
/// list. The rules, and the vocabularies of the domain that they name, are looked up where the
/// called macro uses them.
macro_rules! need_columns {
    ($made:ident) => {
        $made! {
            facts {
                /// Rising.
                id: Vec<u32> = rules::OwnNumber, [Origin::Own("id")];
                /// The review that identified it, or the State and source outside reviews.
                provenance: Vec<ProvenancePlace> = rules::FromReview,
                    [Origin::Field("review"), Origin::Outside("state"), Origin::Outside("source")];
                /// The slot of a place in [`super::Vocabulary::categories`], in a byte.
                category: Vec<u8> = rules::InCategory, [Origin::Field("category")];
                /// The articles that the need touches.
                articles: Vec<ArticleSet> = rules::OfArticles,
                    [Origin::Field("article"), Origin::Field("chapter")];
                /// The set of its themes, in [`super::Vocabulary::theme_sets`].
                themes: Vec<SetPlace> = rules::OfThemes, [Origin::Field("theme")];
                /// The set of its matches with activities, in [`super::Vocabulary::match_sets`].
                activities: Vec<SetPlace> = rules::OfMatches, [Origin::Matches];
                /// The date on which it was identified ([`PartialDate::number`]), or [`NO_DAY`].
                identified: Vec<i32> = rules::OnDate, [Origin::Field("identified")];
                /// The document that each comes from: read with [`Facts::document`].
                documents: Sparse<Slot> = rules::OfDocument, [Origin::Field("document")];
                /// The recommendations that needs answer.
                recommendations: Sparse<Said> = rules::FewWords, [Origin::Few("recommendation")];
                /// The slot of a [`crate::domain::Origin`], in a byte.
                origin: Vec<u8> = rules::InCode<domain::Origin>, [Origin::Own("origin")];
                /// The State's own rank, or 0.
                rank: Vec<u16> = rules::SmallNumber, [Origin::Field("rank")];
                /// The texts of the needs.
                texts: Texts = rules::InWords, [Origin::Field("text")];
            }
            triage {
                /// The slot of a [`crate::domain::Priority`], in a byte.
                priority: Vec<u8> = rules::InCode<domain::Priority>, [Origin::Field("priority")];
                /// The slot of a [`crate::domain::Horizon`], in a byte.
                horizon: Vec<u8> = rules::InCode<domain::Horizon>, [Origin::Field("horizon")];
                /// The slot of a [`crate::domain::Response`], in a byte.
                response: Vec<u8> = rules::InCode<domain::Response>, [Origin::Field("response")];
                /// The slot of a place in [`super::Vocabulary::people`].
                focal: Vec<Slot> = rules::OfPerson, [Origin::Field("focal")];
                /// The version of the need, which every write raises.
                version: Vec<u32> = rules::Number, [Origin::Own("version")];
                /// The moment of the last change in seconds after 1970, or 0.
                changed: Vec<u32> = rules::Number, [Origin::Own("changed_at")];
                /// The day by which the need is expected, counted from 1970-01-01, or [`NO_DAY`].
                projected: Vec<i32> = rules::OnDay, [Origin::Field("projected")];
                /// The number of the need that this one repeats, or 0.
                duplicate: Vec<u32> = rules::Number, [Origin::Field("duplicate")];
            }
        }
    };
}
pub(crate) use need_columns;

/// Makes a struct of columns.
macro_rules! columns {
    ($(#[$about:meta])* $group:ident {
        $($(#[$doc:meta])* $name:ident: $column:ty = $read:ty, [$($from:expr),*];)*
    }) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $group {
            $($(#[$doc])* pub $name: $column,)*
        }

        impl $group {
            /// Every column of it, in order.
            pub const COLUMNS: &[NeedColumn] =
                &[$(NeedColumn { name: stringify!($name), from: &[$($from),*] }),*];

            /// One need, of which nothing is stated.
            pub fn of_nothing() -> Self {
                let mut one = Self::default();
                $(one.$name.push_nothing(0);)*
                one
            }

            /// The column at a place among [`Self::COLUMNS`], where it is one of plain values.
            pub fn plain(&self, column: usize) -> Option<Plain<'_>> {
                type Of = fn(&$group) -> Option<Plain<'_>>;
                const ALL: &[Of] = &[$(|own| own.$name.plain()),*];
                ALL.get(column)?(self)
            }

            /// Puts plain values in a place: those that `value` gives for columns of plain values, as far as it does.
            pub fn put_plain<'v>(
                &mut self,
                here: usize,
                value: impl Fn(&NeedColumn) -> Option<PlainValue<'v>>,
            ) {
                let mut columns = Self::COLUMNS.iter();
                $(if let Some(value) = columns.next().and_then(&value) {
                    self.$name.put_plain(here, value);
                })*
            }

            /// No needs, with room for so many: a column that grows is copied several times.
            pub fn with_room(needs: usize) -> Self {
                Self { $($name: Column::with_room(needs)),* }
            }

            /// Adds the values of the need at a place of other columns. So many needs are here
            /// already.
            pub fn push_from(&mut self, here: usize, others: &Self, there: usize) {
                $(self.$name.push_from(here, &others.$name, there);)*
            }

            /// Takes the values of a need from other columns, where wanted, for the need at a place
            /// here.
            pub fn put_from(
                &mut self,
                here: usize,
                others: &Self,
                there: usize,
                wanted: impl Fn(&NeedColumn) -> bool,
            ) {
                let mut columns = Self::COLUMNS.iter();
                $(if columns.next().is_some_and(&wanted) {
                    self.$name.put_from(here, &others.$name, there);
                })*
            }

            /// Gives back the room that is not used, where it is much.
            pub fn tighten(&mut self) {
                $(self.$name.tighten();)*
            }

            /// The columns, each with whether some need has a value in it.
            #[cfg(test)]
            pub fn filled(&self) -> Vec<(&'static NeedColumn, bool)> {
                Self::COLUMNS.iter().zip([$(self.$name.is_filled()),*]).collect()
            }
        }
    };
}

macro_rules! both {
    (facts { $($facts:tt)* } triage { $($triage:tt)* }) => {
        columns! {
            /// The facts of needs, which triage does not change. All columns have the same length.
            Facts { $($facts)* }
        }
        columns! {
            /// The values that triage sets. All columns have the same length.
            Triage { $($triage)* }
        }
    };
}
need_columns!(both);

impl Facts {
    /// The document that a need comes from: the slot of a place in [`super::Vocabulary::documents`].
    pub fn document(&self, place: usize) -> Slot {
        self.documents.get(place).copied().unwrap_or_default()
    }
}

/// Up to [`CHUNK`] needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chunk {
    /// The columns that triage does not change.
    pub facts: Arc<Facts>,
    /// The columns that it changes.
    pub triage: Arc<Triage>,
}

impl Chunk {
    /// How many needs it holds.
    pub fn len(&self) -> usize {
        self.facts.id.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A day as a column stores it: its number, or [`NO_DAY`].
pub fn encoded_day(day: Option<Day>) -> i32 {
    day.map_or(NO_DAY, Day::number)
}

/// The day that a column stores.
pub fn decoded_day(number: i32) -> Option<Day> {
    (number != NO_DAY).then(|| Day::from_number(number))
}

/// A date as a column stores it: its number, or [`NO_DAY`].
pub fn encoded_date(date: Option<PartialDate>) -> i32 {
    date.map_or(NO_DAY, PartialDate::number)
}

/// The date that a column stores.
pub fn decoded_date(number: i32) -> Option<PartialDate> {
    (number != NO_DAY).then(|| PartialDate::from_number(number))
}

/// The number of the last day that a date in a column may mean, or [`NO_DAY`]: from that day on it counts.
#[inline]
pub fn last_day(number: i32) -> i32 {
    if number == NO_DAY { NO_DAY } else { PartialDate::day_of(number) }
}

/// A value as a column stores it: its slot in a byte, or [`NONE`].
pub fn encoded<T: Coded>(value: Option<T>) -> u8 {
    value.map_or(NONE, |value| Slot::coded(value).number() as u8)
}

/// The value that a column stores.
pub fn decoded<T: Coded>(code: u8) -> Option<T> {
    Slot::from(code).index().and_then(T::at)
}

#[cfg(test)]
mod tests {
    use crate::testing::random_register;

    #[test]
    fn every_column_of_a_random_register_has_values() {
        let register = random_register::register(5, 400);
        let chunk = &register.chunks[0];
        let columns = chunk.facts.filled().into_iter().chain(chunk.triage.filled());
        let empty: Vec<_> = columns.filter(|(_, filled)| !filled).collect();
        assert!(empty.is_empty(), "{empty:?}");
    }
}
