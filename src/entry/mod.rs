//! Reads the words that people type into a field of a record, by the kind of value that the field holds and by the
//! names that the register has: States by any name, articles as documents write them, dates as precise as they are
//! known.

mod named;
mod passages;
mod proposals;
mod record;
mod refusal;
mod value;

pub use passages::{Passage, passages};
pub use proposals::{Proposal, proposals};
pub use record::record_named;
pub use refusal::Refusal;
pub use value::read;
