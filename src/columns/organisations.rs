//! The columns of organisations: who gives assistance, takes part in it, pays for it.

use super::activities::told;
use super::column::{Column, Listed, RecordList, ScreenColumn};
use super::property::ValueKind;
use super::screen::Width;
use super::widths::GivesWay::{Goes, Narrows};
use crate::exchange::{Cell, Room};
use crate::query::register::{Activity, Organisation, Vocabulary};
use crate::text::Lang;
use std::sync::LazyLock;

/// An organisation with the numbers that a list shows.
#[derive(Clone, Copy, Debug)]
pub struct OrganisationRow<'a> {
    /// Its place in the vocabulary.
    pub place: u16,
    /// The organisation.
    pub organisation: &'a Organisation,
    /// How many activities it gives, takes part in or pays for.
    pub activities: u32,
    /// How many of the needs that are asked for are matched with an activity that it gives; `None` where that is not told.
    pub needs: Option<u32>,
    /// How many activities it reports, where the file is asked.
    pub reports: Option<u32>,
}

impl<'a> OrganisationRow<'a> {
    /// The organisation at a place of the vocabulary; `needs` are matched with an activity that it gives, `reports` is
    /// how many it reports.
    pub fn new(
        of: &'a Vocabulary,
        place: u16,
        needs: Option<u32>,
        reports: Option<u32>,
    ) -> Option<Self> {
        let organisation = of.organisations.get(usize::from(place))?;
        let activities = of.activities.iter().filter(|activity| has_part(activity, place)).count();
        Some(Self { place, organisation, activities: activities as u32, needs, reports })
    }
}

/// The list of organisations.
pub struct Organisations;

impl RecordList for Organisations {
    type Row<'a> = OrganisationRow<'a>;
    type Order = ();
}

/// Whether an organisation, by its place in the vocabulary, gives an activity, takes part in it or pays for it.
pub fn has_part(activity: &Activity, place: u16) -> bool {
    let of = [&activity.providers, &activity.partners, &activity.donors];
    of.into_iter().any(|who| who.contains(&place))
}

type Of = Column<Organisations>;
type Shown = ScreenColumn<Organisations>;

static CODE: Shown =
    Of::new("code", "code", ValueKind::Text, |row, _| row.organisation.code.as_str().into())
        .stated()
        .room(Room::Stays)
        .on_screen("code", Width::Fixed(5));

static NAME: Shown =
    Of::new("name", "name", ValueKind::Text, |row, to| to.name(&row.organisation.names))
        .stated()
        .room(Room::Fills)
        .on_screen("name", Width::Rest(24));

static KIND: Shown =
    Of::new("kind", "kind", ValueKind::Text, |row, to| to.word("kind", &row.organisation.kind))
        .on_screen("kind", Width::Fixed(16));

static ROLE: Shown =
    Of::new("role", "role", ValueKind::Text, |row, to| to.name(&row.organisation.role))
        .in_data()
        .on_screen("role", Width::From(&[(130, 40), (90, 26), (0, 20)]));

static ACTIVITIES: Shown =
    Of::new("activities", "activities", ValueKind::Count, |row, _| row.activities.into())
        .on_screen("activities", Width::Fixed(10))
        .right();

static NEEDS: Shown = Of::new("needs", "needs", ValueKind::Count, |row, _| told(row.needs))
    .unstated()
    .room(Room::Stays)
    .on_screen("needs", Width::Fixed(5))
    .right();

static REPORTS: Of = Of::new("reports", "reports", ValueKind::Count, |row, _| {
    row.reports.map_or(Cell::Missing, Cell::from)
})
.unstated()
.in_the_file();

/// The names in the languages but the default one.
static NAMED: LazyLock<Vec<Of>> = LazyLock::new(|| {
    let named =
        |lang| Of::in_language(lang, "name", |row, to| to.in_its_language(&row.organisation.names));
    Lang::default().others().map(named).collect()
});

/// The columns of data; names and order are a contract. Later columns stand at the end.
pub fn data() -> Vec<&'static Column<Organisations>> {
    let first = [
        &CODE.column,
        &NAME.column,
        &KIND.column,
        &ROLE.column,
        &ACTIVITIES.column,
        &NEEDS.column,
        &REPORTS,
    ];
    first.into_iter().chain(NAMED.iter()).collect()
}

/// The columns of the screen.
pub static SCREEN: Listed<Organisations> = Listed {
    name: "organisations",
    columns: &[NAME.here(), KIND.here(), ROLE.here(), ACTIVITIES.here(), NEEDS.here(), CODE.here()],
    gives_way: &[Goes("code"), Narrows("role"), Goes("kind"), Goes("role")],
};
