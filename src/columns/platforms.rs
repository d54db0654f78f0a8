//! The columns of regional platforms, and of the priorities on which their members agreed.

use super::activities::told;
use super::column::{Column, Listed, RecordList, ScreenColumn};
use super::property::ValueKind;
use super::reader::{self, Reader};
use super::screen::{Width, Words};
use super::state_cells::iso;
use super::widths::GivesWay::{Goes, Narrows};
use crate::domain::ArticleSet;
use crate::exchange::{Cell, Room};
use crate::paint::names;
use crate::paint::theme::{NIL, Tone};
use crate::query::register::{Activity, Vocabulary};
use crate::store::{PlatformDetail, PlatformPriority};
use crate::text::Arg;

/// A platform with the values that a list shows.
#[derive(Clone, Copy, Debug)]
pub struct PlatformRow<'a> {
    /// Its place among the platforms.
    pub place: u16,
    /// The platform.
    pub platform: &'a PlatformDetail,
    /// The activity that stands for it.
    pub activity: Option<&'a Activity>,
    /// How many of the needs that are asked for are matched with that activity; `None` where that is not told.
    pub needs: Option<u32>,
}

impl<'a> PlatformRow<'a> {
    /// A platform with its activity; `needs` has how many of the needs asked for each activity is matched with.
    pub fn new(
        of: &'a Vocabulary,
        place: u16,
        platform: &'a PlatformDetail,
        needs: &[Option<u32>],
    ) -> Self {
        let own = platform.activity;
        let at = own.and_then(|id| of.activities.binary_search_by_key(&id, |one| one.id).ok());
        let matched = at.and_then(|at| needs.get(at)).copied().unwrap_or(Some(0));
        Self { place, platform, activity: at.map(|at| &of.activities[at]), needs: matched }
    }
}

/// The list of platforms.
pub struct Platforms;

impl RecordList for Platforms {
    type Row<'a> = PlatformRow<'a>;
    type Order = ();
}

type Of = Column<Platforms>;
type Shown = ScreenColumn<Platforms>;

static CODE: Shown =
    Of::new("code", "code", ValueKind::Text, |row, _| row.platform.code.as_str().into())
        .stated()
        .room(Room::Stays)
        .on_screen("code", Width::Fixed(5));

static NAME: Shown = Of::new("name", "name", ValueKind::Text, |row, to| {
    to.organisation_name(Some(row.platform.organisation))
})
.stated()
.room(Room::Fills)
.on_screen("name", Width::Rest(24));

static ACTIVITY: Shown = Of::new("activity", "platform-activity", ValueKind::Text, |row, _| {
    row.activity.map_or(Cell::Missing, |of| of.code.as_str().into())
})
.on_screen("activity", Width::Fixed(8));

static STATUS: Shown = Of::new("status", "status", ValueKind::Text, |row, to| {
    row.activity.map_or(Cell::Missing, |of| to.word("status", &of.status))
})
.on_screen("status", Width::Fixed(9));

static WHEN: Of = Of::new("when", "when", ValueKind::Text, |row, to| {
    row.activity.map_or(Cell::Missing, |of| to.name(&of.when))
});

static STATES: Shown = Of::new("states", "platform-states", ValueKind::Texts, |row, to| {
    let ids = &row.platform.states;
    let states = to.vocabulary.states.iter().filter(|state| ids.contains(&state.id));
    Cell::List(states.map(|state| to.state(state)).collect())
})
.on_screen("members", Width::From(&[(130, 40), (0, 20)]))
.looks(|row, look| {
    let ids = &row.platform.states;
    let states = look.reader.vocabulary.states.iter().filter(|state| ids.contains(&state.id));
    let codes: Vec<&str> = states.map(iso).collect();
    if codes.is_empty() {
        return Words::new(NIL, Tone::Dim);
    }
    Words::new(codes.join(&look.text.tr("list-separator")), Tone::Plain)
});

static PRIORITIES: Of =
    Of::new("priorities", "platform-priorities", ValueKind::Texts, |row, to| {
        Cell::List(row.platform.priorities.iter().map(|one| priority(one, to)).collect())
    })
    .in_data();

static THEMES: Of = Of::new("themes", "platform-themes", ValueKind::Texts, |row, to| {
    let themes = row.platform.priorities.iter().flat_map(|one| &one.themes);
    Cell::List(themes.map(|theme| to.known(theme)).collect())
})
.in_data();

static ARTICLES: Of = Of::new("articles", "platform-articles", ValueKind::Numbers, |row, _| {
    let articles = row.platform.priorities.iter().flat_map(|one| one.articles.iter());
    reader::articles(articles.collect::<ArticleSet>().iter())
})
.in_data();

static NEEDS: Shown = Of::new("needs", "needs", ValueKind::Count, |row, _| told(row.needs))
    .unstated()
    .room(Room::Stays)
    .on_screen("needs", Width::Fixed(5))
    .right();

/// The columns of data; names and order are a contract. Later columns stand at the end.
pub static DATA: [&Of; 10] = [
    &CODE.column,
    &NAME.column,
    &ACTIVITY.column,
    &STATUS.column,
    &WHEN,
    &STATES.column,
    &PRIORITIES,
    &THEMES,
    &ARTICLES,
    &NEEDS.column,
];

/// The columns of the screen.
pub static SCREEN: Listed<Platforms> = Listed {
    name: "platforms",
    columns: &[
        NAME.here(),
        ACTIVITY.here(),
        STATUS.here(),
        STATES.here(),
        NEEDS.here(),
        CODE.here(),
    ],
    gives_way: &[Goes("code"), Narrows("members"), Goes("activity"), Goes("needs")],
};

/// A priority that the members agreed on, with its rank where they ranked it.
fn priority(priority: &PlatformPriority, to: Reader<'_>) -> Cell {
    let words = match to.name(&priority.text) {
        Cell::Text(words) => words,
        nothing => match subject(priority, to) {
            words if words.is_empty() => return nothing,
            words => words,
        },
    };
    let Some(rank) = priority.rank else { return Cell::Text(words) };
    Cell::Text(match to.person {
        Some(text) => text.tra(
            "platform-priority",
            &[("rank", Arg::from(rank.to_string())), ("priority", Arg::from(words))],
        ),
        None => format!("{rank}. {words}"),
    })
}

/// The themes and articles of a priority, which stand for it where it has no text.
fn subject(priority: &PlatformPriority, to: Reader<'_>) -> String {
    let separator = to.person.map_or(", ".into(), |text| text.tr("list-separator"));
    let words = |cell: Cell| if let Cell::Text(words) = cell { Some(words) } else { None };
    let themes = priority.themes.iter().filter_map(|theme| words(to.known(theme)));
    let articles = priority.articles.iter().map(|article| article.number().to_string());
    themes.chain(articles).collect::<Vec<_>>().join(&separator)
}

/// The needs of the member States of a platform under one of its priorities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AgreedNeeds {
    /// All of them.
    pub needs: u32,
    /// The open ones.
    pub open: u32,
    /// Those that no activity serves or is planned for.
    pub unserved: u32,
}

/// A priority of a platform, beside the needs of its member States.
#[derive(Clone, Copy, Debug)]
pub struct PriorityRow<'a> {
    /// Its place among the priorities of the platform.
    pub place: u16,
    /// The priority.
    pub priority: &'a PlatformPriority,
    /// The needs of the member States under its articles or themes; `None` where it states neither, or the members are
    /// not named.
    pub agreed: Option<AgreedNeeds>,
}

/// The list of the priorities of a platform.
pub struct Priorities;

impl RecordList for Priorities {
    type Row<'a> = PriorityRow<'a>;
    type Order = ();
}

type OfPriority = Column<Priorities>;
type PriorityShown = ScreenColumn<Priorities>;

static RANK: PriorityShown = OfPriority::new("rank", "rank", ValueKind::Number, |row, _| {
    row.priority.rank.map_or(Cell::Missing, Cell::Id)
})
.on_screen("rank", Width::Fixed(4))
.right();

static TEXT: PriorityShown =
    OfPriority::new("priority", "priority", ValueKind::Text, |row, to| to.name(&row.priority.text))
        .stated()
        .on_screen("agreed", Width::Rest(30));

static OF_ARTICLES: PriorityShown =
    OfPriority::new("articles", "articles", ValueKind::Numbers, |row, _| {
        reader::articles(row.priority.articles.iter())
    })
    .on_screen("articles", Width::Fixed(9))
    .looks(|row, look| {
        let said = names::articles_in(row.priority.articles, look.text, look.room.into());
        Words::new(said, Tone::Plain)
    });

static OF_THEMES: PriorityShown =
    OfPriority::new("themes", "platform-themes", ValueKind::Texts, |row, to| {
        Cell::List(row.priority.themes.iter().map(|theme| to.known(theme)).collect())
    })
    .on_screen("theme", Width::Wide(24, 100));

/// A column of numbers of needs.
macro_rules! needs {
    ($column:ident, $name:literal, $key:literal, $head:literal, $number:expr) => {
        static $column: PriorityShown = OfPriority::new($name, $key, ValueKind::Count, |row, _| {
            let number: fn(&AgreedNeeds) -> u32 = $number;
            row.agreed.as_ref().map_or(Cell::Missing, |of| number(of).into())
        })
        .on_screen($head, Width::Fixed(8))
        .right();
    };
}

needs!(OF_NEEDS, "needs", "needs", "needs", |of| of.needs);
needs!(OF_OPEN, "open", "gap-open", "gap-open", |of| of.open);
needs!(OF_UNSERVED, "unserved", "gap-unserved", "gap-unserved", |of| of.unserved);

/// The columns of the page of a platform.
pub static AGREED: Listed<Priorities> = Listed {
    name: "priorities",
    columns: &[
        RANK.here(),
        TEXT.here(),
        OF_ARTICLES.here(),
        OF_THEMES.here(),
        OF_NEEDS.here(),
        OF_OPEN.here(),
        OF_UNSERVED.here(),
    ],
    gives_way: &[Goes("theme"), Goes("needs")],
};
