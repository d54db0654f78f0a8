//! The register in memory and the questions it answers: the filter language, the columns, the
//! selection, the counts. Pure computation: no input or output, no SQL, nothing that can fail
//! for a reason outside the question.

pub mod register;

mod bitmap;
mod check;
mod condition;
mod counts;
mod error;
mod field;
mod filter;
mod marks;
mod names;
mod parse;
mod plan;
mod print;
mod resolve;
mod search;
mod select;
mod slot;
mod tally;

pub use condition::Condition;
pub use counts::{Counts, Measure};
pub use error::{FilterError, Reason};
pub use field::{Field, NoField};
pub use filter::{Alternative, Filter, Place, Term, Test, Value};
pub use parse::parse;
pub use plan::{Context, Plan};
pub use select::{Selection, select};
pub use slot::{slot_code, slot_label, slot_name, slot_of_value, slots};
