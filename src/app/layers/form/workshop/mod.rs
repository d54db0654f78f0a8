//! The planner of a workshop: the form of an activity for a group of shared needs, beside it the States and needs that
//! take part. One write adds the activity and its matches.

mod code;
mod edits;
mod keys;
mod open;
pub(super) mod pane;
mod question;
mod refused;

pub(super) use open::proposed_title;
pub use question::PlanQuestion;
