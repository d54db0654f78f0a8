//! The failure of a filter that cannot be read: its text with a caret below the mistake, and the reason.

use super::failure::{Failure, Status};
use crate::query::{FilterError, Reason};
use crate::text::{shortened, width};
use std::ops::Range;

/// A filter that cannot be read: the text, a caret below the place, the reason.
pub fn unreadable(typed: &str, error: &FilterError) -> Failure {
    if matches!(error.reason, Reason::TooLong(_)) {
        return Failure::new(Status::Usage, error.message());
    }
    // One character for one, so that the caret stands where it must.
    let shown: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let (before, marked, behind) = around(&shown, &error.at);
    let caret = format!("{}{}", " ".repeat(width(&before)), "^".repeat(width(&marked).max(1)));
    let shown = [before, marked, behind].concat();
    Failure::new(Status::Usage, error.message()).showing(shown).showing(caret)
}

/// The most cells that are shown of a filter before a mistake, of the mistake, and behind it.
const AROUND: usize = 120;

/// The text before a place, at it and behind it, each cut where it is long.
fn around(shown: &str, at: &Range<usize>) -> (String, String, String) {
    let before = shown.get(..at.start).unwrap_or(shown);
    let marked = shown.get(at.clone()).unwrap_or_default();
    let behind = shown.get(at.end..).unwrap_or_default();
    let mut taken = 0;
    let fits = |(_, c): &(usize, char)| {
        taken += width(c.encode_utf8(&mut [0; 4]));
        taken <= AROUND
    };
    let from = before.char_indices().rev().take_while(fits).last();
    let near = &before[from.map_or(before.len(), |(from, _)| from)..];
    let cut = if near.len() < before.len() { "…" } else { "" };
    (format!("{cut}{near}"), shortened(marked, AROUND), shortened(behind, AROUND))
}
