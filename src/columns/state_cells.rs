//! The cells that the columns of States, reviews and needs have in common.

use super::screen::{CellContext, Words};
use crate::exchange::Cell;
use crate::paint::labels;
use crate::paint::theme::Tone;
use crate::query::register::{Category, Slot, State};
use crate::query::{Condition, Counts, Field};
use crate::text::{bar, signed, stacked};

/// A State's code of three letters, where it has one, else of two.
pub(super) fn iso(state: &State) -> &str {
    if state.iso3.is_empty() { &state.iso2 } else { &state.iso3 }
}

/// A category in a short form where its name has no room.
pub(super) fn category(of: Option<&Category>, look: &CellContext<'_>) -> Words {
    let Some(category) = of else { return Words::of(Cell::Missing, Tone::Plain, look.text) };
    let (vocabulary, room) = (look.reader.vocabulary, look.room.into());
    let place = vocabulary.categories.iter().position(|other| other.code == category.code);
    let slot = place.map_or(0, |place| Slot::at(place).number());
    Words::new(labels::label_in(Field::Category, slot, vocabulary, look.text, room), Tone::Plain)
}

/// The code of the column of growth, which is shown where counts are compared with an earlier day.
pub const GROWTH: &str = "growth";

/// How many more needs there are than on the earlier day.
pub(super) fn grown(needs: u32, before: u32) -> i64 {
    i64::from(needs) - i64::from(before)
}

/// The growth with its sign; nothing where the number of the earlier day is not known.
pub(super) fn growth(needs: u32, before: Option<u32>) -> Words {
    let growth = before.map(|before| grown(needs, before));
    let tone = if growth.is_some_and(|growth| growth > 0) { Tone::Good } else { Tone::Plain };
    Words::new(growth.map_or_else(String::new, signed), tone)
}

/// A number of needs as a bar.
pub(super) fn share(needs: u32, look: &CellContext<'_>) -> Words {
    Words::new(bar(needs, look.most, look.room.into(), look.signs), Tone::Bar)
}

/// A number of needs as a bar; beside an earlier day, the part added since stands behind the
/// earlier one.
pub(super) fn share_since(needs: u32, before: Option<u32>, look: &CellContext<'_>) -> Words {
    match before.filter(|before| *before < needs) {
        Some(before) => {
            let parts = [(before, '█'), (needs - before, '▚')];
            Words::new(stacked(&parts, look.most, look.room.into()), Tone::Bar)
        }
        None => share(needs, look),
    }
}

/// How many needs of the provenance at a place meet a condition.
pub(super) fn met(counts: &Counts, place: usize, condition: Condition) -> u32 {
    counts.of_provenance(Field::Is, place).get(Slot::coded(condition).entry()).copied().unwrap_or(0)
}
