//! The columns of needs broken down by the values of one or more fields.

use super::column::{Column, Listed, RecordList, ScreenColumn};
use super::property::ValueKind;
use super::screen::{Width, Words};
use crate::paint::labels;
use crate::paint::theme::Tone;
use crate::query::{Field, label_of_value};
use crate::text::{Text, bar};

/// A value of a field with its needs.
#[derive(Clone, Copy, Debug)]
pub struct PartRow {
    /// Its place in the list.
    pub place: usize,
    /// The field.
    pub field: Field,
    /// The slot of the value.
    pub slot: u16,
    /// Its needs.
    pub needs: u32,
    /// The most needs of a value of that field.
    pub most: u32,
}

/// The list of such values.
pub struct PartsOf;

impl RecordList for PartsOf {
    type Row<'a> = PartRow;
    type Order = ();
}

type Of = Column<PartsOf>;
type Shown = ScreenColumn<PartsOf>;

static VALUE: Shown = Of::new("value", "value", ValueKind::Text, |row, to| {
    let lang = to.person.map(Text::lang).unwrap_or_default();
    label_of_value(row.field, row.slot, to.vocabulary, lang).into()
})
.ranked(|row| Some(row.place))
.on_screen("gap-value", Width::From(&[(60, 34), (0, 24)]))
.looks(|row, look| {
    let (of, room) = (look.reader.vocabulary, look.room.into());
    Words::new(labels::label_in(row.field, row.slot, of, look.text, room), Tone::Plain)
});

static NEEDS: Shown = Of::new("needs", "needs", ValueKind::Count, |row, _| row.needs.into())
    .on_screen("needs", Width::Fixed(6))
    .right();

static BAR: Shown = Of::new("bar", "needs", ValueKind::Count, |row, _| row.needs.into())
    .on_screen("bar", Width::Rest(8))
    .drawing("columns-bar")
    .looks(|row, look| {
        let room = usize::from(look.room).min(40);
        Words::new(bar(row.needs, row.most, room, look.signs), Tone::Bar)
    });

/// The columns.
pub static SCREEN: Listed<PartsOf> =
    Listed { name: "parts", columns: &[VALUE.here(), NEEDS.here(), BAR.here()], gives_way: &[] };
