//! The register in memory and the questions it answers: the filter language, the columns, the
//! selection, the counts. Pure computation: no input or output, no SQL, nothing that can fail
//! for a reason outside the question.

pub mod register;

mod bitmap;
mod check;
mod complete;
mod condition;
mod counts;
mod cross;
mod cursor;
mod described;
mod difference;
mod error;
mod field;
mod figures;
mod filter;
mod hits;
mod loads;
mod marks;
mod meant;
mod met;
mod names;
mod order;
mod parallel;
mod parse;
mod plan;
mod print;
mod ranks;
mod resolve;
mod scan;
mod search;
mod select;
mod slot;
mod sort;
mod spellings;
mod tally;
mod urgency;
mod words;

#[cfg(test)]
mod oracle;
#[cfg(test)]
pub(crate) mod specimen;

pub use complete::{Completions, Item, Needs, complete};
pub use condition::Condition;
pub use counts::{Counts, Measure};
pub use cross::cross;
pub use described::{Described, DescribedValue, described};
pub use difference::Base;
pub use error::{FilterError, MOST_BYTES, MOST_TERMS, Reason};
pub use field::{Field, NoField};
pub use filter::{Alternative, Filter, Place, Term, Test, Value};
pub use hits::hits;
pub use loads::{Load, loads};
pub use meant::{Among, Counted, Meant, Named, Names, Offer, Searched, meant};
pub use order::{Order, is_worth_an_order};
pub use parse::parse;
pub use plan::{Context, Plan};
pub use ranks::text_ranks;
pub use resolve::{Meaning, Miss, period, person_named};
pub use select::{Selection, select, select_from};
pub use slot::{review_slots, slot_code, slot_label, slot_name, slot_of_value, slots};
pub use sort::{Sort, SortBy, sort};
pub use urgency::by_urgency;
pub use words::means_nobody;
