//! The columns of the regional advisers: their posts, which name their regions, and their load.

use super::column::{Column, Listed, RecordList, ScreenColumn};
use super::property::ValueKind;
use super::screen::Width;
use super::widths::GivesWay::Goes;
use crate::query::register::Person;

/// An adviser with the numbers that a list shows.
#[derive(Clone, Copy, Debug)]
pub struct AdviserRow<'a> {
    /// The place in the vocabulary.
    pub place: u16,
    /// The post.
    pub person: &'a Person,
    /// How many States the region has.
    pub states: u32,
    /// How many of the needs that are asked for these States have.
    pub needs: u32,
    /// How many of the needs that are asked for are assigned to the adviser.
    pub assigned: u32,
}

/// The list of advisers.
pub struct Advisers;

impl RecordList for Advisers {
    type Row<'a> = AdviserRow<'a>;
    type Order = ();
}

type Of = Column<Advisers>;
type Shown = ScreenColumn<Advisers>;

static POST: Shown = Of::new("post", "post", ValueKind::Text, |row, to| to.name(&row.person.posts))
    .stated()
    .on_screen("post", Width::Rest(24));

static STATES: Shown = Of::new("states", "states", ValueKind::Count, |row, _| row.states.into())
    .on_screen("states", Width::Fixed(6))
    .right();

static NEEDS: Shown = Of::new("needs", "needs", ValueKind::Count, |row, _| row.needs.into())
    .on_screen("needs", Width::Fixed(6))
    .right();

static ASSIGNED: Shown =
    Of::new("assigned", "assigned", ValueKind::Count, |row, _| row.assigned.into())
        .on_screen("assigned", Width::Fixed(8))
        .right();

/// The columns of the screen.
pub static SCREEN: Listed<Advisers> = Listed {
    name: "advisers",
    columns: &[POST.here(), STATES.here(), NEEDS.here(), ASSIGNED.here()],
    gives_way: &[Goes("assigned")],
};

/// The columns of an adviser's page.
pub fn all() -> Vec<&'static Column<Advisers>> {
    SCREEN.columns.iter().map(|placed| &placed.column.column).collect()
}
