//! The fields of a record, each with its value as `ta-tui edit` reads it.

use crate::app::state::form::words;
use crate::exchange::{Cell, SheetColumn};
use crate::fields::RecordField;
use crate::query::register::Vocabulary;
use crate::store::WholeRecord;
use crate::text::{Arg, Lang, Text};

/// The fields that are shown: all of its kind, of names by language those of the program and others that are stated.
fn shown(whole: &WholeRecord) -> impl Iterator<Item = RecordField> {
    let fields = RecordField::of(whole.record.kind).iter().copied();
    fields.filter(|field| !field.is_itself()).filter(|field| {
        let is_own = field.language().is_none_or(|code| Lang::from_code(code).is_some());
        is_own || whole.value(*field).is_some()
    })
}

/// The fields for people: the heads with their codes, and the values in words.
pub(super) fn for_people(
    whole: &WholeRecord,
    vocabulary: &Vocabulary,
    text: &Text,
) -> (Vec<SheetColumn>, Vec<Cell>) {
    let column = |field: RecordField| {
        let name = field.in_words(text);
        let head = text.tra(
            "cli-show-field",
            &[("field", Arg::from(name)), ("code", Arg::from(field.code()))],
        );
        SheetColumn::new(field.code(), head)
    };
    let cell = |field: RecordField| {
        Cell::stated(words::for_people(field, whole.value(field), vocabulary, text))
    };
    (shown(whole).map(column).collect(), shown(whole).map(cell).collect())
}

/// The fields for programs, the same in every language: `edit` takes them as they are.
pub(super) fn as_data(whole: &WholeRecord, vocabulary: &Vocabulary) -> Cell {
    let text = Text::of(Lang::default());
    let field = |field: RecordField| {
        let words = words::of(field, whole.value(field), vocabulary, text);
        (field.code(), Cell::stated(words))
    };
    Cell::Object(shown(whole).map(field).collect())
}
