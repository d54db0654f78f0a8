//! A screen or page a file.

mod around;
pub(super) mod by_theme;
mod decisions;
pub(super) mod figures;
pub(super) mod history;
pub(super) mod need;
pub(super) mod needs;
pub(super) mod overview;
mod people;
pub(super) mod review;
pub(super) mod reviews;
pub(super) mod state;
pub(super) mod states;
pub(super) mod triage;
