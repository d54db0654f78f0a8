//! The order of a triage queue: what wants a decision first stands first.
//!
//! 1. open needs before closed ones (met or withdrawn);
//! 2. untriaged ones (priority or response not stated) before the others;
//! 3. the higher priority first, not stated between high and medium: it may be either;
//! 4. the longer known first, by the day of identification; without a day last;
//! 5. by number.

use crate::domain::{Priority, Response};
use crate::query::register::{NeedRef, Register};

/// Sorts rows by urgency.
pub(super) fn sort(register: &Register, rows: &mut [u32]) {
    rows.sort_by_cached_key(|row| register.need(*row).map(key));
}

fn key(need: NeedRef<'_>) -> (bool, bool, u8, i32, u32) {
    let (priority, response) = (need.priority(), need.response());
    let closed = matches!(response, Some(Response::Met | Response::Withdrawn));
    let triaged = priority.is_some() && response.is_some();
    let rank = match priority {
        Some(Priority::High) => 0,
        None => 1,
        Some(Priority::Medium) => 2,
        Some(Priority::Low) => 3,
    };
    let known_since = need.identified().map_or(i32::MAX, crate::domain::Day::number);
    (closed, triaged, rank, known_since, need.id())
}
