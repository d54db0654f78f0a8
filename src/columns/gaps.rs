//! The columns of gaps and of shared needs as the screen lists them.

use super::column::{Column, Listed, RecordList, ScreenColumn};
use super::property::ValueKind;
use super::screen::{Width, Words};
use super::state_cells::iso;
use super::widths::GivesWay::Goes;
use crate::assistance::{GapRow, SharedNeeds};
use crate::domain::Article;
use crate::exchange::Cell;
use crate::paint::labels;
use crate::paint::theme::Tone;
use crate::query::register::Slot;
use crate::query::{Field, label_of_value};
use crate::text::Text;

/// A row of the matrix of gaps.
#[derive(Clone, Copy, Debug)]
pub struct GapLine<'a> {
    /// Its place in the order of the widest gaps.
    pub place: usize,
    /// The field of its value.
    pub field: Field,
    /// Its numbers.
    pub row: &'a GapRow,
}

/// The rows of the matrix of gaps.
pub struct GapLines;

impl RecordList for GapLines {
    type Row<'a> = GapLine<'a>;
    type Order = ();
}

type Of = Column<GapLines>;
type Shown = ScreenColumn<GapLines>;

/// The name of a value; for a program its code.
fn value(field: Field, slot: u16, to: super::reader::Reader<'_>) -> Cell {
    let lang = to.person.map(Text::lang).unwrap_or_default();
    label_of_value(field, slot, to.vocabulary, lang).into()
}

/// The value, in the order of the widest gaps.
static VALUE: Shown =
    Of::new("value", "value", ValueKind::Text, |line, to| value(line.field, line.row.slot, to))
        .ranked(|line| Some(line.place))
        .on_screen("gap-value", Width::Rest(17));

static ALL: Shown =
    Of::new("unserved", "gap-unserved", ValueKind::Count, |line, _| line.row.all.unserved.into())
        .on_screen("gap-all", Width::Fixed(10))
        .right();

static NOW: Shown = Of::new("candidates", "gap-candidates", ValueKind::Count, |line, _| {
    line.row.all.candidates.map_or(Cell::Missing, Cell::from)
})
.on_screen("gap-now", Width::Fixed(4))
.right();

/// The columns of the rows of gaps, beside those of the second field.
pub static GAPS: Listed<GapLines> =
    Listed { name: "gaps", columns: &[VALUE.here(), ALL.here(), NOW.here()], gives_way: &[] };

/// An article and the States of one group that need assistance under it.
#[derive(Clone, Copy, Debug)]
pub struct SharedLine<'a> {
    /// Its place among the groups.
    pub place: u32,
    /// The field by which States are grouped; `None`: all are one group.
    pub by: Option<Field>,
    /// The field that splits the groups, where one does.
    pub split: Option<Field>,
    /// The group.
    pub of: &'a SharedNeeds,
}

/// The list of shared needs.
pub struct SharedLines;

impl RecordList for SharedLines {
    type Row<'a> = SharedLine<'a>;
    type Order = ();
}

type OfShared = Column<SharedLines>;
type SharedShown = ScreenColumn<SharedLines>;

/// The slot of an article.
pub fn article_slot(article: Article) -> u16 {
    Slot::at(article.index()).number()
}

/// The number of States, by which the list is in order at first.
pub static STATES: SharedShown =
    OfShared::new("states", "sharing-states", ValueKind::Count, |line, _| {
        (line.of.states.len() as u32).into()
    })
    .on_screen("states", Width::Fixed(6))
    .right();

static NEEDS: SharedShown =
    OfShared::new("needs", "shared-needs", ValueKind::Count, |line, _| line.of.needs().into())
        .on_screen("needs", Width::Fixed(6))
        .right();

static GROUP: SharedShown =
    OfShared::new("group", "group", ValueKind::Text, |line, to| match (line.by, line.of.group) {
        (Some(by), Some(slot)) => value(by, slot, to),
        _ => Cell::Missing,
    })
    .on_screen("sharing", Width::From(&[(84, 21), (0, 14)]))
    .looks(|line, look| match (line.by, line.of.group) {
        (Some(by), Some(slot)) => {
            let (of, room) = (look.reader.vocabulary, look.room.into());
            Words::new(labels::label_in(by, slot, of, look.text, room), Tone::Plain)
        }
        _ => Words::new(crate::paint::theme::NIL, Tone::Dim),
    });

static ARTICLE: SharedShown = OfShared::new("article", "article", ValueKind::Text, |line, to| {
    value(Field::Article, article_slot(line.of.article), to)
})
.ranked(|line| Some(line.of.article.index()))
.on_screen("article", Width::From(&[(84, 23), (0, 18)]))
.looks(|line, look| {
    let (of, room) = (look.reader.vocabulary, look.room.into());
    let slot = article_slot(line.of.article);
    Words::new(labels::label_in(Field::Article, slot, of, look.text, room), Tone::Plain)
});

/// The column of the part into which a group is split.
pub const PART: &str = "sharing-part";

static PART_OF: SharedShown = OfShared::new("part", "sharing-part", ValueKind::Text, |line, to| {
    match (line.split, line.of.part) {
        (Some(field), Some(slot)) => value(field, slot, to),
        _ => Cell::Missing,
    }
})
.on_screen(PART, Width::From(&[(84, 22), (0, 14)]))
.looks(|line, look| match (line.split, line.of.part) {
    (Some(field), Some(slot)) => {
        let (of, room) = (look.reader.vocabulary, look.room.into());
        Words::new(labels::label_in(field, slot, of, look.text, room), Tone::Plain)
    }
    _ => Words::new(crate::paint::theme::NIL, Tone::Dim),
});

static NAMES: SharedShown =
    OfShared::new("names", "sharing-names", ValueKind::Texts, |line, to| {
        let places: Vec<u16> = line.of.states.iter().map(|state| state.state).collect();
        to.states(&places)
    })
    .on_screen("members", Width::Rest(12))
    .looks(|line, look| {
        let places: Vec<u16> = line.of.states.iter().map(|state| state.state).collect();
        let of = look.reader.vocabulary;
        if of.nameless.is_some() {
            return Words::of(look.reader.states(&places), Tone::Plain, look.text);
        }
        let states = places.iter().filter_map(|place| of.states.get(usize::from(*place)));
        let codes: Vec<&str> = states.map(iso).collect();
        Words::new(codes.join(&look.text.tr("list-separator")), Tone::Plain)
    });

/// The columns of shared needs.
pub static SHARED: Listed<SharedLines> = Listed {
    name: "shared-needs",
    columns: &[
        STATES.here(),
        NEEDS.here(),
        GROUP.here(),
        ARTICLE.here(),
        PART_OF.here(),
        NAMES.here(),
    ],
    gives_way: &[Goes("members")],
};
