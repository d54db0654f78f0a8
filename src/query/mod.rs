//! The register in memory and the questions it answers: the filter language, the columns, the
//! selection, the counts. Pure computation: no input or output, no SQL, nothing that can fail
//! for a reason outside the question.

pub mod register;

mod activity_values;
mod alike;
mod check;
mod complete;
mod condition;
mod counts;
mod cross_tabulation;
mod cursor;
mod described;
mod engine;
mod error;
mod facet_value;
mod field;
mod field_row;
mod filter;
mod heads;
mod highlights;
mod letter_pairs;
mod matched;
mod meant;
mod names;
mod own_values;
mod parse;
mod parts;
mod plan;
mod print;
mod punctuation;
mod resolve;
mod spellings;
mod words;
mod workload;

pub use alike::{Alike, LIKELY, alike, per_cent_alike};
pub use complete::{Completion, CompletionNeeds, Completions, complete};
pub use condition::{Condition, tells_assistance};
pub use counts::{Counts, Measure};
pub use cross_tabulation::cross_tabulate;
pub use cursor::begins_field;
pub use described::{Described, DescribedValue, described};
pub use engine::difference::Base;
pub use engine::order::{Order, is_worth_an_order};
pub use engine::parallel::{Followed, PassParts, chunks_told, over_chunks, over_parts};
pub use engine::select::{select, select_from};
pub use engine::selection::Selection;
pub use engine::sort::{Sort, SortBy, sort};
pub use engine::text_sort_keys::ranks_by_text;
pub use engine::urgency::by_urgency;
pub use error::{FilterError, MOST_BYTES, MOST_TERMS, Reason};
pub use facet_value::{
    article_slots, code_of_value, label_of_value, name_of_value, review_slots,
    short_label_of_value, slot_of_code, slots, state_slots, theme_slots,
};
pub use field::{Field, NoField};
pub use filter::{Alternative, Filter, Term, TermPosition, Test, Value};
pub use heads::{HEAD, heads};
pub use highlights::search_hits;
pub use letter_pairs::{LetterPairs, PairMark};
pub use matched::{AssistanceShown, assistance_shown, matched_needs, needs_of_activity};
pub use meant::{Among, Counted, KnownNames, Meant, Named, Offer, Searched, meant};
pub use parse::parse;
pub use parts::{Parts, SPLITS};
pub use plan::{Context, Plan};
pub use resolve::{Meaning, Miss, period, person_named, slot_named};
pub use words::means_nobody;
pub use workload::{Load, loads_by_person};
