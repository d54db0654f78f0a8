//! A need as a row of a list, and the cells of its columns that take more than a line to tell.

use super::property::codes;
use super::reader::Reader;
use super::screen::{CellContext, Words};
use super::state_cells::iso;
use crate::domain::Priority;
use crate::exchange::Cell;
use crate::paint::names;
use crate::paint::theme::{NIL, Tone};
use crate::query::register::{NeedRef, Stated};
use crate::query::{Field, search_hits};
use crate::store::NeedWords;
use crate::text::Named;

/// A need, and its words from the file, where they are asked for.
#[derive(Clone)]
pub struct NeedRow<'a> {
    /// The need.
    pub need: NeedRef<'a>,
    /// The words from the file.
    pub words: Option<NeedWords>,
}

/// Programs read the word `none` where no priority is stated: the contract lists four priorities.
pub(super) fn priorities() -> Vec<&'static str> {
    codes::<Priority>().into_iter().chain(["none"]).collect()
}

pub(super) fn priority(row: &NeedRow<'_>, to: Reader<'_>) -> Cell {
    match (row.need.priority(), to.person) {
        (None, None) => "none".into(),
        (priority, _) => to.value("priority", priority),
    }
}

/// The value in the column in memory of a field, where that holds plain values.
pub(super) fn stated(row: &NeedRow<'_>, field: Field) -> Cell {
    match row.need.stated(field) {
        None => Cell::Missing,
        Some(Stated::Number(number)) => Cell::Id(number),
        Some(Stated::Day(day)) => Some(day).into(),
        Some(Stated::Date(date)) => Cell::Date(date),
        Some(Stated::Code(code)) => code.into(),
        Some(Stated::Words(words)) => words.written().into(),
    }
}

/// The name where it has room, else the code.
pub(super) fn state(row: &NeedRow<'_>, look: &CellContext<'_>) -> Words {
    let state = row.need.state();
    let name = if look.room < 5 { iso(state) } else { state.in_lang(look.text.lang()) };
    Words::new(name, Tone::Plain)
}

/// The person who answers for the need; where there is little room, only that it is the State's own
/// focal point, or the region of an adviser.
pub(super) fn focal(row: &NeedRow<'_>, look: &CellContext<'_>) -> Words {
    let Some(person) = row.need.focal_point() else { return Words::new(NIL, Tone::Dim) };
    let is_own = person.state == Some(row.need.state_place());
    let name = match (look.room < 20, is_own) {
        (false, _) => person.in_lang(look.text.lang()).to_owned(),
        (true, true) => look.text.tr("focal-own").into_owned(),
        (true, false) => names::person_short(person, look.reader.vocabulary, look.text),
    };
    Words::new(name, Tone::Plain)
}

/// The day, or its month where there is no more room.
pub(super) fn identified(row: &NeedRow<'_>, look: &CellContext<'_>) -> Words {
    let day = names::or_nil(row.need.identified());
    let shown = day.get(..usize::from(look.room)).unwrap_or(&day);
    Words::new(shown.trim_end_matches('-'), Tone::Dim)
}

pub(super) fn text(row: &NeedRow<'_>, look: &CellContext<'_>) -> Words {
    let text = row.need.text();
    Words { hits: search_hits(&text, look.plan), ..Words::new(text, Tone::Plain) }
}

pub(super) fn words(row: &NeedRow<'_>, words: fn(&NeedWords) -> &String) -> Cell {
    row.words.as_ref().map_or(Cell::Missing, |of_need| Cell::stated(words(of_need).as_str()))
}
