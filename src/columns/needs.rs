//! The columns of needs. On the screen the engine sorts them: a register can have a million.

use super::column::{Column, Listed, RecordList, ScreenColumn};
use super::need_row::{focal, identified, priorities, priority, state, stated, text, words};
use super::property::{ValueKind, codes, regions};
use super::reader;
use super::screen::{Width, Words};
use super::state_cells::{category, iso};
use super::widths::GivesWay::{self, Goes, Narrows};
use crate::domain::{Coded, Horizon, Moment, Origin, Response, Source, Standing, Step};
use crate::exchange::{Cell, Room};
use crate::paint::names;
use crate::paint::theme::Tone;
use crate::query::register::{Register, Review};
use crate::query::{Field, SortBy};
use crate::store::Comment;

pub use super::need_row::NeedRow;

/// The list of needs.
pub struct Needs;

impl RecordList for Needs {
    type Row<'a> = NeedRow<'a>;
    type Order = SortBy;

    fn origin(row: &Self::Row<'_>) -> Option<Origin> {
        row.need.origin()
    }

    fn holds_made_up(register: &Register) -> bool {
        let mut needs = register.rows().filter_map(|row| register.need(row));
        needs.any(|need| need.origin() == Some(Origin::Illustrative))
    }
}

type Of = Column<Needs>;
type Shown = ScreenColumn<Needs>;

static ID: Shown = Of::new("id", "id", ValueKind::Number, |row, _| row.need.id().into())
    .of_field(Field::Id)
    .stated()
    .room(Room::Stays)
    .on_screen_by(SortBy::Field(Field::Id), "id", Width::Fixed(5))
    .right();

static STATE: Shown =
    Of::new("state", "state", ValueKind::Text, |row, to| to.state(row.need.state()))
        .of_field(Field::State)
        .stated()
        .room(Room::Stays)
        .on_screen_by(
            SortBy::Field(Field::State),
            "state",
            Width::From(&[(110, 16), (84, 13), (76, 11), (0, 3)]),
        )
        .looks(state);

/// On the screen in the queue alone, which has an order of its own.
static ISO3: Shown =
    Of::new("iso3", "iso3", ValueKind::Text, |row, _| Cell::stated(row.need.state().iso3.as_str()))
        .in_data()
        .on_screen_by(SortBy::Field(Field::State), "iso3", Width::Fixed(3))
        .looks(|row, _| Words::new(iso(row.need.state()), Tone::Plain));

static REGION: Of = Of::new("region", "region", ValueKind::OneOf(regions), |row, to| {
    to.region(row.need.state().region)
})
.of_field(Field::Region)
.in_data()
.ranked(|row| row.need.state().region.map(Coded::index));

static CYCLE: Shown = Of::new("cycle", "cycle", ValueKind::Number, |row, _| {
    row.need.review().map_or(Cell::Missing, |review| Cell::Id(review.cycle.number().into()))
})
.of_field(Field::Cycle)
.on_screen_by(SortBy::Field(Field::Cycle), "cycle", Width::Chosen(2))
.dim();

static CHAPTER: Of = Of::new("chapter", "chapter", ValueKind::Text, |row, _| {
    reader::chapters(row.need.articles().chapters())
})
.of_field(Field::Chapter)
.room(Room::YieldsFirst)
.ranked(|row| row.need.articles().chapters().next().map(Coded::index));

static ARTICLES: Shown = Of::new("articles", "articles", ValueKind::Numbers, |row, _| {
    reader::articles(row.need.articles().iter())
})
.of_field(Field::Article)
.on_screen_by(SortBy::Field(Field::Article), "articles", Width::Fixed(6))
.looks(|row, look| {
    let room = look.room.into();
    Words::new(names::articles_in(row.need.articles(), look.text, room), Tone::Plain)
});

static CATEGORY: Shown = Of::new("category", "category", ValueKind::Text, |row, to| {
    row.need.category().map_or(Cell::Missing, |c| to.name(&c.names))
})
.of_field(Field::Category)
.room(Room::YieldsFirst)
.on_screen_by(SortBy::Field(Field::Category), "category", Width::Wide(14, 110))
.looks(|row, look| category(row.need.category(), look));

static THEMES: Of = Of::new("themes", "themes", ValueKind::Texts, |row, to| {
    Cell::List(row.need.themes().map(|t| to.name(&t.names)).collect())
})
.of_field(Field::Theme)
.in_data();

static PRIORITY: Shown = Of::new("priority", "priority", ValueKind::OneOf(priorities), priority)
    .of_field(Field::Priority)
    .stated()
    .ranked(|row| row.need.priority().map(Coded::index))
    .on_screen_by(SortBy::Field(Field::Priority), "priority", Width::From(&[(110, 6), (0, 3)]))
    .looks(|row, look| {
        let decided = names::priority(row.need.priority(), look.text);
        match look.room {
            ..6 => Words::signed(decided.sign.to_owned(), decided.sign, decided.tone),
            6..10 => Words::new(decided.word_alone(), decided.tone),
            10.. => Words::signed(decided.sign_first(3), decided.sign, decided.tone),
        }
    });

static HORIZON: Shown =
    Of::new("horizon", "horizon", ValueKind::OneOf(codes::<Horizon>), |row, to| {
        to.value("horizon", row.need.horizon())
    })
    .of_field(Field::Horizon)
    .in_data()
    .ranked(|row| row.need.horizon().map(Coded::index))
    .on_screen_by(SortBy::Field(Field::Horizon), "horizon", Width::Chosen(9));

static RESPONSE: Shown =
    Of::new("response", "response", ValueKind::OneOf(codes::<Response>), |row, to| {
        to.value("response", row.need.response())
    })
    .of_field(Field::Response)
    .ranked(|row| row.need.response().map(Coded::index))
    .on_screen_by(SortBy::Field(Field::Response), "response", Width::From(&[(76, 11), (0, 1)]))
    .looks(|row, look| {
        let decided = names::response(row.need.response(), look.text, look.signs);
        let said = if look.room < 4 { decided.sign.into() } else { decided.sign_first(1) };
        Words::signed(said, decided.sign, decided.tone)
    });

static FOCAL_POINT: Shown = Of::new("focal_point", "focal-point", ValueKind::Text, |row, to| {
    to.post(row.need.focal_point())
})
.of_field(Field::Focal)
.in_data()
.on_screen_by(SortBy::Field(Field::Focal), "focal", Width::From(&[(170, 12)]))
.looks(focal);

static IDENTIFIED: Shown = Of::new("identified_on", "identified", ValueKind::Date, |row, _| {
    stated(row, Field::Identified)
})
.of_field(Field::Identified)
.room(Room::YieldsFirst)
.on_screen_by(SortBy::Field(Field::Identified), "identified", Width::From(&[(170, 7)]))
.looks(identified);

static TEXT: Shown = Of::new("text", "text", ValueKind::Text, |row, _| row.need.text().into())
    .stated()
    .room(Room::Fills)
    .on_screen_by(SortBy::Text, "text", Width::Text)
    .looks(text);

static REVIEW: Of = Of::new("review", "review", ValueKind::OneOf(codes::<Step>), |row, to| {
    to.step(row.need.review().and_then(Review::reached))
})
.of_field(Field::Review)
.in_data()
.ranked(|row| row.need.review().and_then(Review::reached).map(Coded::index));

static VERSION: Of =
    Of::new("version", "version", ValueKind::Number, |row, _| Cell::Id(row.need.version()))
        .stated()
        .in_data();

static PROJECTED: Of =
    Of::new("projected_on", "projected", ValueKind::Day, |row, _| stated(row, Field::Projected))
        .of_field(Field::Projected)
        .in_data();

static DUPLICATE: Of =
    Of::new("duplicate_of", "duplicate", ValueKind::Number, |row, _| stated(row, Field::Duplicate))
        .of_field(Field::Duplicate)
        .in_data();

static CATEGORY_CODE: Of = Of::new("category_code", "category-code", ValueKind::Text, |row, _| {
    row.need.category().map_or(Cell::Missing, |c| Cell::stated(c.code.as_str()))
})
.on_request();

static DOCUMENT: Of =
    Of::new("document", "document", ValueKind::Text, |row, _| words(row, |w| &w.document))
        .in_the_file();

static PARAGRAPH: Of =
    Of::new("paragraph", "paragraph", ValueKind::Text, |row, _| words(row, |w| &w.paragraph))
        .in_the_file();

static LANGUAGE: Of =
    Of::new("language", "language", ValueKind::Text, |row, _| words(row, |w| &w.language))
        .in_the_file();

static NOTES: Of =
    Of::new("notes", "notes", ValueKind::Text, |row, _| words(row, |w| &w.notes)).in_the_file();

static CHANGED: Shown = Of::new("changed_at", "changed", ValueKind::Moment, |row, _| {
    row.need.changed().map_or(Cell::Missing, |at| at.to_string().into())
})
.of_field(Field::Changed)
.on_request()
.on_screen_by(SortBy::Field(Field::Changed), "changed", Width::Chosen(10))
.looks(|row, _| Words::new(names::or_nil(row.need.changed().map(Moment::day)), Tone::Dim));

static RECOMMENDATIONS: Of =
    Of::new("recommendations", "recommendations", ValueKind::Texts, |row, _| {
        let all = row.words.iter().flat_map(|words| &words.recommendations);
        Cell::List(all.map(|words| words.as_str().into()).collect())
    })
    .in_the_file();

static COMMENTS: Of = Of::new("comments", "comments", ValueKind::Texts, |row, _| {
    let all = row.words.iter().flat_map(|words| &words.comments);
    let said = |one: &Comment| format!("{} {}: {}", one.at, one.who, one.text).into();
    Cell::List(all.map(said).collect())
})
.in_the_file();

static ACTIVITIES: Of = Of::new("activities", "matched", ValueKind::Texts, |row, to| {
    if to.vocabulary.nameless.is_some() {
        return Cell::List(Vec::new());
    }
    Cell::List(row.need.activities().map(|activity| activity.code.as_str().into()).collect())
})
.on_request();

static UUID: Of =
    Of::new("uuid", "uuid", ValueKind::Text, |row, _| words(row, |w| &w.uuid)).in_the_file();

static ORIGIN: Of = Of::new("origin", "origin", ValueKind::OneOf(codes::<Origin>), |row, to| {
    to.value("origin", row.words.as_ref().map(|of_need| of_need.origin))
})
.in_the_file();

static RANK: Shown = Of::new("rank", "rank", ValueKind::Number, |row, _| stated(row, Field::Rank))
    .in_data()
    .on_screen_by(SortBy::Field(Field::Rank), "rank", Width::Chosen(4))
    .right();

static MATCH: Of = Of::new("match", "match", ValueKind::OneOf(codes::<Standing>), |row, to| {
    // Where States are not named, it would give numbers of needs of few States.
    to.value("match", row.need.standing().filter(|_| to.vocabulary.nameless.is_none()))
})
.of_field(Field::Match)
.in_data()
.ranked(|row| row.need.standing().map(Coded::index));

static SOURCE: Of =
    Of::new("source", "source-of-need", ValueKind::OneOf(codes::<Source>), |row, to| {
        to.value("source", Some(row.need.source()))
    })
    .stated()
    .in_data()
    .ranked(|row| Some(row.need.source().index()));

/// The columns of data; names and order are a contract. What has come later stands at the end, so
/// that the earlier columns keep their places.
pub static DATA: [&Of; 33] = [
    &ID.column,
    &STATE.column,
    &ISO3.column,
    &REGION,
    &CYCLE.column,
    &CHAPTER,
    &ARTICLES.column,
    &CATEGORY.column,
    &THEMES,
    &PRIORITY.column,
    &HORIZON.column,
    &RESPONSE.column,
    &FOCAL_POINT.column,
    &IDENTIFIED.column,
    &TEXT.column,
    &REVIEW,
    &VERSION,
    &PROJECTED,
    &DUPLICATE,
    &CATEGORY_CODE,
    &DOCUMENT,
    &PARAGRAPH,
    &LANGUAGE,
    &NOTES,
    &CHANGED.column,
    &ACTIVITIES,
    &RECOMMENDATIONS,
    &UUID,
    &ORIGIN,
    &SOURCE,
    &RANK.column,
    &COMMENTS,
    &MATCH,
];

/// The columns that the page of a need shows too, each on a line where the need states it.
pub static PAGE: [&Of; 1] = [&RANK.column];

/// The columns of the screen.
pub static SCREEN: Listed<Needs> = Listed {
    name: "needs",
    columns: &[
        ID.here(),
        STATE.here(),
        CYCLE.here(),
        ARTICLES.here(),
        PRIORITY.here(),
        RESPONSE.here(),
        CATEGORY.here(),
        HORIZON.here(),
        FOCAL_POINT.here(),
        IDENTIFIED.here(),
        CHANGED.here(),
        RANK.here(),
        TEXT.here(),
    ],
    gives_way: NEEDS_GIVE_WAY,
};

const NEEDS_GIVE_WAY: &[GivesWay] = &[
    Goes("rank"),
    Goes("changed"),
    Goes("horizon"),
    Goes("cycle"),
    Goes("identified"),
    Goes("focal"),
    Goes("category"),
    Narrows("priority"),
    Narrows("response"),
    Narrows("state"),
    Goes("articles"),
    Goes("priority"),
];

/// The columns of the queue of the triage screen: those for the decisions of triage come first.
pub static QUEUE: Listed<Needs> = Listed {
    name: "queue",
    columns: &[
        ID.here(),
        PRIORITY.wide(Width::From(&[(100, 10), (0, 3)])),
        STATE.wide(Width::From(&[(100, 12), (0, 3)])),
        ARTICLES.here(),
        RESPONSE.wide(Width::From(&[(100, 11), (0, 1)])),
        CATEGORY.wide(Width::Chosen(14)),
        IDENTIFIED.wide(Width::Chosen(10)),
        TEXT.here(),
    ],
    gives_way: &[
        Goes("identified"),
        Goes("category"),
        Narrows("priority"),
        Narrows("response"),
        Narrows("state"),
        Goes("articles"),
        Goes("state"),
    ],
};
