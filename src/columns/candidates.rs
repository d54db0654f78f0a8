//! The columns of candidates: the activities that could serve a need, and the needs that an activity could serve.

use super::activities::{self, ActivityRow};
use super::column::{Column, Listed, RecordList, ScreenColumn};
use super::need_row::{self, NeedRow};
use super::property::ValueKind;
use super::reader;
use super::screen::{CellContext, Width, Words};
use super::widths::GivesWay::{Goes, Narrows};
use crate::assistance::{Band, Fit, Score, explained};
use crate::domain::Coded;
use crate::exchange::Cell;
use crate::paint::names;
use crate::paint::theme::{NIL, Tone};
use crate::query::register::Activity;

/// An activity that could serve a need.
#[derive(Clone, Copy, Debug)]
pub struct CandidateRow<'a> {
    /// The activity.
    pub of: ActivityRow<'a>,
    /// How it fits the need.
    pub fit: Fit,
    /// Its points.
    pub score: Score,
}

/// The list of the activities that could serve a need.
pub struct Candidates;

impl RecordList for Candidates {
    type Row<'a> = CandidateRow<'a>;
    type Order = ();
}

type Of = Column<Candidates>;
type Shown = ScreenColumn<Candidates>;

/// The column of the points, by which the list is in order at first.
pub static POINTS: Shown =
    Of::new("points", "points", ValueKind::Count, |row, _| u32::from(row.score.sum()).into())
        .on_screen("points", Width::Fixed(3))
        .right();

static BAND: Shown =
    Of::new("band", "band", ValueKind::Text, |row, to| to.value("band", row.score.band()))
        .ranked(|row| row.score.band().map(Coded::index))
        .on_screen("band", Width::Fixed(8))
        .looks(|row, look| band(row.score.band(), look));

static CODE: Shown =
    Of::new("code", "code", ValueKind::Text, |row, _| row.of.activity.code.as_str().into())
        .on_screen("code", Width::Fixed(6));

static PROVIDERS: Shown = Of::new("providers", "providers", ValueKind::Texts, |row, to| {
    activities::organisations(to, &row.of.activity.providers)
})
.on_screen("provider", Width::From(&[(150, 14), (0, 8)]))
.looks(|row, look| activities::providers(&row.of, look));

static STATUS: Shown = Of::new("status", "status", ValueKind::Text, |row, to| {
    to.word("status", &row.of.activity.status)
})
.on_screen("status", Width::Fixed(9))
.looks(|row, look| activities::status(&row.of, look));

static WHY: Shown = Of::new("why", "why", ValueKind::Text, |row, to| match to.person {
    Some(text) => explained(&row.fit, row.score, text).into(),
    None => Cell::Missing,
})
.on_screen("why", Width::Wide(56, 120));

static WHAT: Shown = Of::new("description", "description", ValueKind::Text, |row, to| {
    to.name(&row.of.activity.description)
})
.on_screen("what", Width::Rest(24));

/// The columns of the activities that could serve a need.
pub static ACTIVITIES: Listed<Candidates> = Listed {
    name: "candidates",
    columns: &[
        POINTS.here(),
        BAND.here(),
        CODE.here(),
        PROVIDERS.here(),
        STATUS.here(),
        WHY.here(),
        WHAT.here(),
    ],
    gives_way: &[Goes("why"), Narrows("provider")],
};

/// A need that an activity could serve.
#[derive(Clone)]
pub struct CandidateNeedRow<'a> {
    /// The need.
    pub of: NeedRow<'a>,
    /// The sum of the points.
    pub points: u8,
    /// The activity with these points, where the list is not of one activity.
    pub best: Option<&'a Activity>,
}

/// The list of the needs that an activity could serve.
pub struct CandidateNeeds;

impl RecordList for CandidateNeeds {
    type Row<'a> = CandidateNeedRow<'a>;
    type Order = ();
}

type OfNeed = Column<CandidateNeeds>;
type NeedShown = ScreenColumn<CandidateNeeds>;

/// The column of the points, by which the list is in order at first.
pub static POINTS_OF_NEED: NeedShown =
    OfNeed::new("points", "points", ValueKind::Count, |row, _| u32::from(row.points).into())
        .on_screen("points", Width::Fixed(3))
        .right();

static BAND_OF_NEED: NeedShown =
    OfNeed::new("band", "band", ValueKind::Text, |row, to| to.value("band", Band::of(row.points)))
        .ranked(|row| Band::of(row.points).map(Coded::index))
        .on_screen("band", Width::Fixed(8))
        .looks(|row, look| band(Band::of(row.points), look));

static NUMBER: NeedShown =
    OfNeed::new("id", "id", ValueKind::Number, |row, _| row.of.need.id().into())
        .on_screen("id", Width::Fixed(5))
        .right();

static STATE: NeedShown =
    OfNeed::new("state", "state", ValueKind::Text, |row, to| to.state(row.of.need.state()))
        .on_screen("state", Width::From(&[(110, 16), (84, 13), (0, 11)]))
        .looks(|row, look| need_row::state(&row.of, look));

static ARTICLES: NeedShown = OfNeed::new("articles", "articles", ValueKind::Numbers, |row, _| {
    reader::articles(row.of.need.articles().iter())
})
.on_screen("articles", Width::Fixed(6))
.looks(|row, look| {
    let said = names::articles_in(row.of.need.articles(), look.text, look.room.into());
    Words::new(said, Tone::Plain)
});

/// The column of the best candidate, in lists that are not of one activity.
pub const BEST: &str = "best";

static BEST_OF_NEED: NeedShown =
    OfNeed::new("activity", "best-candidate", ValueKind::Text, |row, _| match row.best {
        Some(activity) => activity.code.as_str().into(),
        None => Cell::Missing,
    })
    .on_screen(BEST, Width::Fixed(6));

static TEXT: NeedShown =
    OfNeed::new("text", "text", ValueKind::Text, |row, _| row.of.need.text().to_string().into())
        .on_screen("text", Width::Rest(24))
        .looks(|row, look| need_row::text(&row.of, look));

/// The columns of the needs that an activity could serve.
pub static NEEDS: Listed<CandidateNeeds> = Listed {
    name: "candidate-needs",
    columns: &[
        POINTS_OF_NEED.here(),
        BAND_OF_NEED.here(),
        NUMBER.here(),
        STATE.here(),
        ARTICLES.here(),
        BEST_OF_NEED.here(),
        TEXT.here(),
    ],
    gives_way: &[Goes("band"), Narrows("state")],
};

/// How good a candidate is, the best ones in colour.
fn band(band: Option<Band>, look: &CellContext<'_>) -> Words {
    let Some(band) = band else { return Words::new(NIL, Tone::Dim) };
    let tone = match band {
        Band::Strong => Tone::Good,
        Band::Likely => Tone::Plain,
        Band::Possible => Tone::Dim,
    };
    Words::new(look.text.value("band", band.code()), tone)
}
