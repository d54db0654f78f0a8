//! What the columns of States and those of reviews have in common.

use super::screen::{CellContext, Words};
use crate::domain::Coded;
use crate::paint::theme::Tone;
use crate::query::register::State;
use crate::query::{Condition, Counts, Field};
use crate::text::bar;

/// A State's code of three letters, where it has one, else of two.
pub(super) fn iso(state: &State) -> &str {
    if state.iso3.is_empty() { &state.iso2 } else { &state.iso3 }
}

/// A number of needs as a bar.
pub(super) fn share(needs: u32, look: &CellContext<'_>) -> Words {
    Words::new(bar(needs, look.most, look.room.into(), look.signs), Tone::Bar)
}

/// How many needs of the provenance at a place meet a condition.
pub(super) fn met(counts: &Counts, place: usize, condition: Condition) -> u32 {
    counts.of_provenance(Field::Is, place).get(condition.index() + 1).copied().unwrap_or(0)
}
