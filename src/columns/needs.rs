//! The columns of needs. On the screen the engine sorts them: a register can have a million.

use super::column::{Column, List, Listed, ScreenColumn};
use super::property::{Kind, codes, regions};
use super::reader::{self, Reader};
use super::screen::{Look, Width, Words};
use crate::domain::{Coded, Horizon, Moment, Priority, Response, Source, Step};
use crate::exchange::{Cell, Room};
use crate::paint::names;
use crate::paint::theme::Tone;
use crate::query::register::{NeedRef, Review};
use crate::query::{SortBy, hits};
use crate::store::NeedWords;

/// The list of needs.
pub struct Needs;

impl List for Needs {
    type Row<'a> = Row<'a>;
    type Order = SortBy;
}

/// A need, and what the register in memory leaves in the file, where it is asked for.
#[derive(Clone)]
pub struct Row<'a> {
    /// The need.
    pub need: NeedRef<'a>,
    /// What stands in the file.
    pub words: Option<NeedWords>,
}

type Of = Column<Needs>;
type Shown = ScreenColumn<Needs>;

static ID: Shown = Of::new("id", "id", Kind::Number, |row, _| Cell::Id(row.need.id()))
    .stated()
    .room(Room::Stays)
    .on_screen_by(SortBy::Id, "id", Width::Fixed(7))
    .right();

static STATE: Shown = Of::new("state", "state", Kind::Text, |row, to| to.state(row.need.state()))
    .stated()
    .room(Room::Stays)
    .on_screen_by(SortBy::State, "state", Width::Fixed(12));

/// On the screen in the queue alone, which has an order of its own.
static ISO3: Shown =
    Of::new("iso3", "iso3", Kind::Text, |row, _| Cell::stated(row.need.state().iso3.as_str()))
        .in_data()
        .on_screen_by(SortBy::State, "iso3", Width::Fixed(3))
        .looks(|row, _| Words::new(&row.need.state().iso3, Tone::Dim));

static REGION: Of =
    Of::new("region", "region", Kind::OneOf(regions), |row, to| to.region(row.need.state().region))
        .in_data()
        .ranked(|row| row.need.state().region.map(Coded::index));

static CYCLE: Shown = Of::new("cycle", "cycle", Kind::Number, |row, _| {
    row.need.review().map_or(Cell::Missing, |review| Cell::Id(review.cycle.number().into()))
})
.on_screen_by(SortBy::Cycle, "cycle", Width::Fixed(2))
.dim();

static CHAPTER: Of = Of::new("chapter", "chapter", Kind::Text, |row, _| {
    reader::chapters(row.need.articles().chapters())
})
.room(Room::YieldsFirst)
.ranked(|row| row.need.articles().chapters().next().map(Coded::index));

static ARTICLES: Shown = Of::new("articles", "articles", Kind::Numbers, |row, _| {
    reader::articles(row.need.articles().iter())
})
.on_screen_by(SortBy::Article, "articles", Width::Fixed(7))
.looks(|row, look| Words::new(names::articles(row.need.articles(), look.text), Tone::Plain));

static CATEGORY: Shown = Of::new("category", "category", Kind::Text, |row, to| {
    row.need.category().map_or(Cell::Missing, |c| to.name(&c.name_en, &c.name_zh))
})
.room(Room::YieldsFirst)
.on_screen_by(SortBy::Category, "category", Width::Wide(20, 110));

static THEMES: Of = Of::new("themes", "themes", Kind::Texts, |row, to| {
    Cell::List(row.need.themes().map(|t| to.name(&t.name_en, &t.name_zh)).collect())
})
.in_data();

static PRIORITY: Shown = Of::new("priority", "priority", Kind::OneOf(priorities), priority)
    .stated()
    .ranked(|row| row.need.priority().map(Coded::index))
    .on_screen_by(SortBy::Priority, "priority", Width::Fixed(8))
    .looks(|row, look| {
        let (name, tone) = names::priority(row.need.priority(), look.text);
        Words::new(name, tone)
    });

static HORIZON: Shown = Of::new("horizon", "horizon", Kind::OneOf(codes::<Horizon>), |row, to| {
    to.value("horizon", row.need.horizon())
})
.in_data()
.ranked(|row| row.need.horizon().map(Coded::index))
.on_screen_by(SortBy::Horizon, "horizon", Width::Wide(9, 140));

static RESPONSE: Shown =
    Of::new("response", "response", Kind::OneOf(codes::<Response>), |row, to| {
        to.value("response", row.need.response())
    })
    .ranked(|row| row.need.response().map(Coded::index))
    .on_screen_by(SortBy::Response, "response", Width::Fixed(9))
    .looks(|row, look| {
        let (name, tone) = names::response(row.need.response(), look.text);
        Words::new(name, tone)
    });

static FOCAL_POINT: Shown =
    Of::new("focal_point", "focal-point", Kind::Text, |row, to| to.post(row.need.focal_point()))
        .in_data()
        .on_screen_by(SortBy::Focal, "focal", Width::Wide(24, 150));

static IDENTIFIED: Shown =
    Of::new("identified_on", "identified", Kind::Date, |row, _| row.need.identified().into())
        .room(Room::YieldsFirst)
        .on_screen_by(SortBy::Identified, "identified", Width::Wide(10, 125))
        .dim();

static TEXT: Shown = Of::new("text", "text", Kind::Text, |row, _| row.need.text().into())
    .stated()
    .room(Room::Fills)
    .on_screen_by(SortBy::Text, "text", Width::Rest(12))
    .looks(text);

static REVIEW: Of = Of::new("review", "review", Kind::OneOf(codes::<Step>), |row, to| {
    to.step(row.need.review().and_then(Review::reached))
})
.in_data()
.ranked(|row| row.need.review().and_then(Review::reached).map(Coded::index));

static VERSION: Of =
    Of::new("version", "version", Kind::Number, |row, _| Cell::Id(row.need.version()))
        .stated()
        .in_data();

static PROJECTED: Of =
    Of::new("projected_on", "projected", Kind::Day, |row, _| row.need.projected_on().into())
        .in_data();

static DUPLICATE: Of = Of::new("duplicate_of", "duplicate", Kind::Number, |row, _| {
    row.need.duplicate_of().map_or(Cell::Missing, Cell::Id)
})
.in_data();

static CATEGORY_CODE: Of = Of::new("category_code", "category-code", Kind::Text, |row, _| {
    row.need.category().map_or(Cell::Missing, |c| Cell::stated(c.code.as_str()))
})
.on_request();

static DOCUMENT: Of =
    Of::new("document", "document", Kind::Text, |row, _| words(row, |w| &w.document)).in_the_file();

static PARAGRAPH: Of =
    Of::new("paragraph", "paragraph", Kind::Text, |row, _| words(row, |w| &w.paragraph))
        .in_the_file();

static LANGUAGE: Of =
    Of::new("language", "language", Kind::Text, |row, _| words(row, |w| &w.language)).in_the_file();

static NOTES: Of =
    Of::new("notes", "notes", Kind::Text, |row, _| words(row, |w| &w.notes)).in_the_file();

static CHANGED: Shown = Of::new("changed_at", "changed", Kind::Moment, |row, _| {
    row.need.changed().map_or(Cell::Missing, |at| at.to_string().into())
})
.on_request()
.on_screen_by(SortBy::Changed, "changed", Width::Wide(10, 170))
.looks(|row, _| Words::new(names::or_nil(row.need.changed().map(Moment::day)), Tone::Dim));

static ACTIVITIES: Of = Of::new("activities", "matched", Kind::Texts, |row, _| {
    Cell::List(row.need.activities().map(|activity| activity.code.as_str().into()).collect())
})
.on_request();

static RANK: Shown = Of::new("rank", "rank", Kind::Number, |row, _| {
    row.need.rank().map_or(Cell::Missing, |rank| Cell::Id(rank.into()))
})
.in_data()
.on_screen_by(SortBy::Rank, "rank", Width::Wide(4, 260))
.right();

static SOURCE: Of = Of::new("source", "source-of-need", Kind::OneOf(codes::<Source>), |row, to| {
    to.value("source", Some(row.need.source()))
})
.stated()
.in_data()
.ranked(|row| Some(row.need.source().index()));

/// The columns of data; names and order are a contract. What has come later stands at the end, so
/// that the earlier columns keep their places.
pub static DATA: [&Of; 28] = [
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
    &SOURCE,
    &RANK.column,
];

/// The columns of the screen.
pub static SCREEN: Listed<Needs> = Listed {
    columns: &[
        ID.here(),
        STATE.here(),
        CYCLE.here(),
        ARTICLES.here(),
        CATEGORY.here(),
        PRIORITY.here(),
        RESPONSE.here(),
        HORIZON.here(),
        FOCAL_POINT.here(),
        IDENTIFIED.here(),
        CHANGED.here(),
        RANK.here(),
        TEXT.here(),
    ],
};

/// The columns of the queue of the triage screen: what triage decides comes first.
pub static QUEUE: Listed<Needs> = Listed {
    columns: &[
        ID.here(),
        PRIORITY.here(),
        RESPONSE.here(),
        ISO3.here(),
        ARTICLES.wide(Width::Fixed(6)),
        CATEGORY.wide(Width::Wide(20, 120)),
        IDENTIFIED.wide(Width::Wide(10, 110)),
        TEXT.here(),
    ],
};

/// Programs read the word `none` where no priority is stated: the contract lists four priorities.
fn priorities() -> Vec<&'static str> {
    codes::<Priority>().into_iter().chain(["none"]).collect()
}

fn priority(row: &Row<'_>, to: Reader<'_>) -> Cell {
    match (row.need.priority(), to.person) {
        (None, None) => "none".into(),
        (priority, _) => to.value("priority", priority),
    }
}

fn text(row: &Row<'_>, look: &Look<'_>) -> Words {
    let text = row.need.text();
    Words { hits: hits(&text, look.plan), ..Words::new(text, Tone::Plain) }
}

fn words(row: &Row<'_>, words: fn(&NeedWords) -> &String) -> Cell {
    row.words.as_ref().map_or(Cell::Missing, |of_need| Cell::stated(words(of_need).as_str()))
}
