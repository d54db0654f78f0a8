//! The columns of reviews.

use super::column::{Column, Listed, RecordList, ScreenColumn};
use super::property::{ValueKind, codes, regions};
use super::screen::{CellContext, Width, Words};
pub use super::state_cells::GROWTH;
use super::state_cells::{grown, growth, iso, met, share_since};
use super::widths::GivesWay::{Goes, Narrows};
use crate::domain::{Coded, Origin, PartialDate, Stakeholder, Step};
use crate::exchange::{Cell, Room};
use crate::paint::labels;
use crate::paint::theme::{NIL, Tone};
use crate::query::register::{Register, Review, State, Vocabulary};
use crate::query::{Condition, Counts, Field};
use crate::text::Named;

/// The list of reviews.
pub struct Reviews;

impl RecordList for Reviews {
    type Row<'a> = ReviewRow<'a>;
    type Order = ();

    fn origin(row: &Self::Row<'_>) -> Option<Origin> {
        Some(row.review.origin)
    }

    fn holds_made_up(register: &Register) -> bool {
        register.vocabulary.reviews.iter().any(|one| one.origin == Origin::Illustrative)
    }
}

/// A review with the numbers of its needs that pass a filter.
#[derive(Clone, Copy, Debug)]
pub struct ReviewRow<'a> {
    /// Its place in the vocabulary.
    pub place: u16,
    /// The review.
    pub review: &'a Review,
    /// The State under review.
    pub state: &'a State,
    /// Its needs that pass the filter.
    pub needs: u32,
    /// The needs that did on the earlier day, where counts are compared with one.
    pub before: Option<u32>,
    /// The untriaged ones among them.
    pub untriaged: u32,
}

/// Every review, by place, with its counts.
pub fn rows<'a>(vocabulary: &'a Vocabulary, counts: &Counts) -> Vec<ReviewRow<'a>> {
    let needs = counts.by_review();
    let row = |(place, review): (usize, &'a Review)| ReviewRow {
        place: place as u16,
        review,
        state: &vocabulary.states[usize::from(review.state)],
        needs: needs.get(place).copied().unwrap_or(0),
        before: None,
        untriaged: met(counts, place, Condition::Untriaged),
    };
    vocabulary.reviews.iter().enumerate().map(row).collect()
}

type Of = Column<Reviews>;
type Shown = ScreenColumn<Reviews>;

static STATE: Shown = Of::new("state", "state", ValueKind::Text, |row, to| to.state(row.state))
    .of_field(Field::State)
    .stated()
    .room(Room::Stays)
    .on_screen("state", Width::From(&[(100, 26), (70, 20), (0, 14)]));

static ISO3: Of =
    Of::new("iso3", "iso3", ValueKind::Text, |row, _| Cell::stated(row.state.iso3.as_str()))
        .room(Room::YieldsFirst);

/// The code on the screen: of two letters for a State without one of three.
static CODE: Shown =
    Of::new("code", "iso3", ValueKind::Text, |row, _| Cell::stated(iso(row.state)))
        .on_screen("iso3", Width::Chosen(5))
        .looks(|row, _| Words::new(iso(row.state), Tone::Dim));

static CYCLE: Shown = Of::new("cycle", "cycle", ValueKind::Number, |row, _| {
    Cell::Id(row.review.cycle.number().into())
})
.of_field(Field::Cycle)
.stated()
.room(Room::Stays)
.on_screen("cycle", Width::Fixed(6))
.dim();

static REACHED: Shown =
    Of::new("reached", "reached", ValueKind::OneOf(codes::<Step>), |row, to| {
        to.step(row.review.reached())
    })
    .ranked(|row| row.review.reached().map(Coded::index))
    .on_screen("reached", Width::From(&[(100, 26), (70, 20), (0, 13)]))
    .looks(reached);

/// The day on which the step was reached that was reached last.
pub static SINCE: Shown =
    Of::new("since", "since", ValueKind::Date, |row, _| reached_on(row.review).into())
        .on_screen("since", Width::Fixed(10))
        .dim();

static STARTED: Of =
    Of::new("started_on", "started", ValueKind::Date, |row, _| day(row, Step::Started)).in_data();

static COMPLETED: Of = Of::new("completed_on", "completed", ValueKind::Date, |row, _| {
    day(row, Step::ExecutiveSummary)
});

static REVIEWERS: Shown =
    Of::new("reviewers", "reviewers", ValueKind::Texts, |row, to| to.states(&row.review.reviewers))
        .room(Room::Fills)
        .on_screen("reviewers", Width::Wide(34, 140))
        .looks(reviewers);

/// Whether stakeholders outside government took part.
pub static STAKEHOLDERS: Shown =
    Of::new("stakeholders", "stakeholders", ValueKind::Flag, |row, _| {
        row.review.stakeholders.map_or(Cell::Missing, Cell::Flag)
    })
    .room(Room::YieldsFirst)
    .on_screen("stakeholders", Width::Wide(12, 160))
    .looks(|row, look| match row.review.stakeholders {
        Some(took_part) => {
            Words::new(look.text.tr(if took_part { "yes" } else { "no" }), Tone::Plain)
        }
        None => Words::new(NIL, Tone::Dim),
    });

static JOINT_MEETING: Of = Of::new("joint_meeting", "joint-meeting", ValueKind::Flag, |row, _| {
    row.review.joint_meeting.map_or(Cell::Missing, Cell::Flag)
})
.in_data();

static NEEDS: Shown = Of::new("needs", "needs", ValueKind::Count, |row, _| row.needs.into())
    .room(Room::Stays)
    .on_screen("needs", Width::Fixed(6))
    .right();

static UNTRIAGED: Shown =
    Of::new("untriaged", "untriaged", ValueKind::Count, |row, _| row.untriaged.into())
        .on_screen("untriaged", Width::Fixed(9))
        .right();

/// How many more needs there are than on the earlier day.
static GROWN: Shown = Of::new("growth", "growth", ValueKind::Change, |row, _| {
    row.before.map_or(Cell::Missing, |before| Cell::Change(grown(row.needs, before)))
})
.on_screen(GROWTH, Width::Fixed(6))
.right()
.looks(|row, _| growth(row.needs, row.before));

static BAR: Shown = Of::new("bar", "needs", ValueKind::Count, |row, _| row.needs.into())
    .on_screen("bar", Width::Rest(8))
    .looks(|row, look| share_since(row.needs, row.before, look))
    .drawing("columns-bar");

static REGION: Of =
    Of::new("region", "region", ValueKind::OneOf(regions), |row, to| to.region(row.state.region))
        .of_field(Field::Region)
        .on_request()
        .ranked(|row| row.state.region.map(Coded::index));

static SELF_ASSESSMENT: Of =
    Of::new("self_assessment_on", "self-assessment", ValueKind::Date, |row, _| {
        day(row, Step::SelfAssessment)
    })
    .on_request();

static DESK_REVIEW: Of =
    Of::new("desk_review_on", "desk-review", ValueKind::Date, |row, _| day(row, Step::DeskReview))
        .on_request();

static DIRECT_DIALOGUE: Of =
    Of::new("direct_dialogue_on", "direct-dialogue", ValueKind::Date, |row, _| {
        day(row, Step::DirectDialogue)
    })
    .on_request();

static COUNTRY_REPORT: Of =
    Of::new("country_report_on", "country-report", ValueKind::Date, |row, _| {
        day(row, Step::CountryReport)
    })
    .on_request();

/// A kind of stakeholders outside government.
const fn took_part(
    name: &'static str,
    key: &'static str,
    cell: for<'r, 'a, 't> fn(&'r ReviewRow<'a>, super::reader::Reader<'t>) -> Cell,
) -> Of {
    Of::new(name, key, ValueKind::Flag, cell).on_request()
}

fn part(row: &ReviewRow<'_>, who: Stakeholder) -> Cell {
    row.review.took_part[who.index()].map_or(Cell::Missing, Cell::Flag)
}

static CIVIL_SOCIETY: Of =
    took_part("civil_society", "civil-society", |row, _| part(row, Stakeholder::CivilSociety));
static PRIVATE_SECTOR: Of =
    took_part("private_sector", "private-sector", |row, _| part(row, Stakeholder::PrivateSector));
static ACADEMIA: Of = took_part("academia", "academia", |row, _| part(row, Stakeholder::Academia));
static ORIGIN: Of = Of::of_origin();
static MEDIA: Of = took_part("media", "media", |row, _| part(row, Stakeholder::Media));

/// The columns of data; names and order are a contract. Later columns stand at the end.
pub static DATA: [&Of; 20] = [
    &STATE.column,
    &ISO3,
    &CYCLE.column,
    &REACHED.column,
    &STARTED,
    &COMPLETED,
    &REVIEWERS.column,
    &STAKEHOLDERS.column,
    &JOINT_MEETING,
    &NEEDS.column,
    &REGION,
    &SELF_ASSESSMENT,
    &DESK_REVIEW,
    &DIRECT_DIALOGUE,
    &COUNTRY_REPORT,
    &CIVIL_SOCIETY,
    &PRIVATE_SECTOR,
    &ACADEMIA,
    &MEDIA,
    &ORIGIN,
];

/// The columns of the screen.
pub static SCREEN: Listed<Reviews> = Listed {
    name: "reviews",
    columns: &[
        STATE.here(),
        CODE.here(),
        CYCLE.here(),
        REACHED.here(),
        SINCE.here(),
        REVIEWERS.here(),
        STAKEHOLDERS.here(),
        NEEDS.here(),
        UNTRIAGED.here(),
        GROWN.here(),
        BAR.here(),
    ],
    gives_way: &[
        Goes("stakeholders"),
        Goes("reviewers"),
        Goes("bar"),
        Narrows("state"),
        Narrows("reached"),
        Goes("untriaged"),
        Goes(GROWTH),
    ],
};

/// The day on which a review reached the step that it has reached.
pub fn reached_on(review: &Review) -> Option<PartialDate> {
    review.reached().and_then(|step| review.steps[step.index()])
}

/// The day on which a review reached a step.
fn day(row: &ReviewRow<'_>, step: Step) -> Cell {
    row.review.steps[step.index()].into()
}

fn reached(row: &ReviewRow<'_>, look: &CellContext<'_>) -> Words {
    match row.review.reached() {
        Some(step) => {
            let tone = if step.is_completed() { Tone::Good } else { Tone::Plain };
            let name = labels::value_in(Field::Review, step.code(), look.text, look.room.into());
            Words::new(name, tone)
        }
        None => Words::new(look.text.tr("review-no-step"), Tone::Dim),
    }
}

fn reviewers(row: &ReviewRow<'_>, look: &CellContext<'_>) -> Words {
    let states = &look.reader.vocabulary.states;
    let reviewers = row.review.reviewers.iter();
    let names: Vec<_> = reviewers
        .filter_map(|place| states.get(usize::from(*place)))
        .map(|state| state.in_lang(look.text.lang()))
        .collect();
    Words::new(names.join(" · "), Tone::Plain)
}
