//! A screen or page a file.

pub(super) mod history;
pub(super) mod need;
pub(super) mod needs;
pub(super) mod overview;
pub(super) mod review;
pub(super) mod reviews;
pub(super) mod state;
pub(super) mod states;
pub(super) mod triage;
