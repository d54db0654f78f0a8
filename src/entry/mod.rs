//! Reads typed words into the value of a record's field, by the kind of value and the names in the register: States by
//! any name, articles as documents write them, dates as precise as they are known.

mod cited_chapters;
mod closed_list;
mod identified;
mod language;
mod named;
mod passages;
mod proposals;
mod record;
mod refusal;
mod rows;
mod value;

pub use identified::day_identified;
pub use language::language_of;
pub use passages::{Passage, passages};
pub use proposals::{FIELDS as PROPOSED, Proposal, proposals};
pub use record::record_named;
pub use refusal::Refusal;
pub use rows::rows_in_words;
pub use value::{is_of_open_kind, known_kinds, read};
