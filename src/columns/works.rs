//! The columns of activities seen from one place: who works in a State or on a need there, what an organisation does,
//! which trainings there are.

use super::activities::{self, ActivityRow};
use super::column::{Column, Listed, RecordList, ScreenColumn};
use super::property::ValueKind;
use super::reader;
use super::screen::{Width, Words};
use super::widths::GivesWay::{Goes, Narrows};
use crate::assistance::Near;
use crate::domain::{Coded, ReachOf, coded};
use crate::exchange::Cell;
use crate::paint::names;
use crate::paint::theme::{NIL, Tone};
use crate::query::register::Activity;
use crate::text::grouped;

coded! {
    /// The part that an organisation takes in an activity.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum PartTaken {
        /// It gives it.
        Provider => "provider",
        /// It takes part in it.
        Partner => "partner",
        /// It pays for it.
        Donor => "donor",
    }
}

impl PartTaken {
    /// The first part that an organisation, by its place in the vocabulary, takes in an activity.
    pub fn of(activity: &Activity, place: u16) -> Option<Self> {
        let of = [&activity.providers, &activity.partners, &activity.donors];
        let found = of.into_iter().position(|who| who.contains(&place));
        found.and_then(Self::at)
    }
}

/// An activity seen from a State, a need or an organisation.
#[derive(Clone, Copy, Debug)]
pub struct WorkRow<'a> {
    /// The activity, with the needs looked at that are matched with it.
    pub of: ActivityRow<'a>,
    /// How near it is to the State looked at.
    pub near: Option<Near>,
    /// The first part that the organisation takes in it.
    pub role: Option<PartTaken>,
    /// How many open needs it is a strong or likely candidate for; `None` where that was not worked out.
    pub could: Option<u32>,
}

/// The list of such activities.
pub struct Works;

impl RecordList for Works {
    type Row<'a> = WorkRow<'a>;
    type Order = ();
}

type Of = Column<Works>;
type Shown = ScreenColumn<Works>;

static CODE: Shown =
    Of::new("code", "code", ValueKind::Text, |row, _| row.of.activity.code.as_str().into())
        .on_screen("code", Width::Fixed(6));

static PROVIDERS: Shown = Of::new("providers", "providers", ValueKind::Texts, |row, to| {
    activities::organisations(to, &row.of.activity.providers)
})
.on_screen("provider", Width::From(&[(150, 14), (0, 8)]))
.looks(|row, look| activities::providers(&row.of, look));

static ROLE: Shown =
    Of::new("role", "part-taken", ValueKind::Text, |row, to| to.value("part", row.role))
        .ranked(|row| row.role.map(Coded::index))
        .on_screen("part", Width::Fixed(8));

static STATUS: Shown = Of::new("status", "status", ValueKind::Text, |row, to| {
    to.word("status", &row.of.activity.status)
})
.on_screen("status", Width::Fixed(9))
.looks(|row, look| activities::status(&row.of, look));

static WHEN: Shown =
    Of::new("when", "when", ValueKind::Text, |row, to| to.name(&row.of.activity.when))
        .ranked(|row| activities::begins(&row.of.activity.starts))
        .on_screen("when", Width::Fixed(7))
        .looks(|row, _| activities::when(&row.of));

/// The column of how near an activity is, by which lists are in order at first.
pub static NEAR: Shown =
    Of::new("near", "near", ValueKind::Text, |row, to| to.value("near", row.near))
        .ranked(|row| row.near.map(Coded::index))
        .on_screen("near", Width::Fixed(9))
        .looks(|row, look| {
            let tone = match row.near {
                Some(Near::State) => Tone::Strong,
                Some(Near::Region) => Tone::Plain,
                Some(Near::Elsewhere) | None => Tone::Dim,
            };
            let near = row.near.map(|near| look.text.value("near", near.code()));
            Words::new(near.unwrap_or_else(|| NIL.to_owned()), tone)
        });

static WHERE: Shown = Of::new("states", "states-helped", ValueKind::Texts, |row, to| {
    to.states(&row.of.activity.states)
})
.on_screen("where", Width::From(&[(150, 24), (0, 13)]))
.looks(|row, look| Words::new(activities::helped(&row.of, look), Tone::Plain));

static ARTICLES: Shown = Of::new("articles", "articles", ValueKind::Numbers, |row, _| {
    reader::articles(row.of.activity.articles.iter())
})
.on_screen("articles", Width::Fixed(8))
.looks(|row, look| {
    let set = row.of.activity.articles;
    Words::new(names::articles_in(set, look.text, look.room.into()), Tone::Plain)
});

/// The column of the needs that are matched.
pub static MATCHED: Shown =
    Of::new("needs", "needs", ValueKind::Count, |row, _| activities::told(row.of.needs))
        .on_screen("needs", Width::Fixed(5))
        .right()
        .looks(|row, look| Words::of(activities::told(row.of.needs), Tone::Bar, look.text));

static COULD: Shown = Of::new("could_serve", "could-serve", ValueKind::Count, |row, _| {
    row.could.map_or(Cell::Missing, Cell::from)
})
.on_screen("could", Width::Fixed(5))
.right();

static WHAT: Shown = Of::new("description", "description", ValueKind::Text, |row, to| {
    to.name(&row.of.activity.description)
})
.on_screen("what", Width::Rest(20));

/// A number that the source states, and whether it is at least that.
fn reach(row: &WorkRow<'_>, what: ReachOf) -> Words {
    let stated = row.of.activity.reach.iter().find(|number| number.what == what);
    stated.map_or(Words::new(NIL, Tone::Dim), |number| {
        let more = if number.at_least { "+" } else { "" };
        Words::new(format!("{}{more}", grouped(number.number.into())), Tone::Plain)
    })
}

fn reached(row: &WorkRow<'_>, what: ReachOf) -> Cell {
    let stated = row.of.activity.reach.iter().find(|number| number.what == what);
    stated.map_or(Cell::Missing, |number| number.number.into())
}

/// A column of a number that sources state.
macro_rules! reach {
    ($column:ident, $what:ident, $name:literal, $key:literal, $head:literal, $width:literal) => {
        static $column: Shown =
            Of::new($name, $key, ValueKind::Count, |row, _| reached(row, ReachOf::$what))
                .on_screen($head, Width::Fixed($width))
                .right()
                .looks(|row, _| reach(row, ReachOf::$what));
    };
}

reach!(EVENTS, Events, "events", "events", "reach-events", 6);
reach!(PEOPLE, People, "people", "people", "reach-people", 7);
reach!(REACHED, States, "states_covered", "states-covered", "reach-states", 6);
reach!(LDCS, Ldcs, "ldcs_covered", "ldcs-covered", "reach-ldcs", 5);

/// Who works in a State.
pub static IN_STATE: Listed<Works> = Listed {
    name: "works-in-state",
    columns: &[
        CODE.here(),
        PROVIDERS.here(),
        STATUS.here(),
        WHEN.here(),
        NEAR.here(),
        ARTICLES.here(),
        MATCHED.here(),
        COULD.here(),
        WHAT.here(),
    ],
    gives_way: &[Goes("when"), Narrows("provider"), Goes("needs")],
};

/// Who works on a need's articles in its State.
pub static ON_NEED: Listed<Works> = Listed {
    name: "works-on-need",
    columns: &[
        CODE.here(),
        PROVIDERS.here(),
        STATUS.here(),
        WHEN.here(),
        NEAR.here(),
        ARTICLES.here(),
        WHAT.here(),
    ],
    gives_way: &[Narrows("provider"), Goes("articles")],
};

/// What serves the priorities of a platform.
pub static SERVING: Listed<Works> = Listed {
    name: "works-of-platform",
    columns: &[
        CODE.here(),
        PROVIDERS.here(),
        STATUS.here(),
        WHEN.here(),
        WHERE.here(),
        ARTICLES.here(),
        MATCHED.here(),
        WHAT.here(),
    ],
    gives_way: &[Narrows("provider"), Goes("when"), Goes("articles")],
};

/// What an organisation does.
pub static OF_ORGANISATION: Listed<Works> = Listed {
    name: "works-of-organisation",
    columns: &[
        CODE.here(),
        ROLE.here(),
        STATUS.here(),
        WHEN.here(),
        WHERE.here(),
        ARTICLES.here(),
        MATCHED.here(),
        COULD.here(),
        WHAT.here(),
    ],
    gives_way: &[Narrows("where"), Goes("when"), Goes("articles")],
};

/// Trainings with the numbers that their sources state.
pub static TRAININGS: Listed<Works> = Listed {
    name: "trainings",
    columns: &[
        CODE.here(),
        STATUS.here(),
        WHEN.here(),
        EVENTS.here(),
        PEOPLE.here(),
        REACHED.here(),
        LDCS.here(),
        WHAT.here(),
    ],
    gives_way: &[Goes("when"), Goes("status")],
};
