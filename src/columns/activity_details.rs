//! The columns of activities beyond those of their list: details from the file, and the numbers
//! that the source states.

use super::activity_row::{Activities, ActivityRow};
use super::column::Column;
use super::property::{ValueKind, codes};
use super::reader::{self, Reader};
use crate::domain::{Coded, Cycle, DateStage, Extent, ReachOf};
use crate::exchange::Cell;
use crate::query::register::State;
use crate::store::{ActivityDetail, Money};
use crate::text::{Arg, Lang, Named, Names};

type Of = Column<Activities>;

/// The details of the activity from the file, where it is read.
fn detail<'a>(row: &'a ActivityRow<'_>) -> Option<&'a ActivityDetail> {
    row.detail
}

/// Words of the file.
fn words(row: &ActivityRow<'_>, words: fn(&ActivityDetail) -> &String) -> Cell {
    detail(row).map_or(Cell::Missing, |of| Cell::stated(words(of).as_str()))
}

/// A text of the file in the reader's language.
fn text(row: &ActivityRow<'_>, to: Reader<'_>, text: fn(&ActivityDetail) -> &Names) -> Cell {
    detail(row).map_or(Cell::Missing, |of| to.name(text(of)))
}

/// A list of the file.
fn list(row: &ActivityRow<'_>, cells: impl Fn(&ActivityDetail) -> Vec<Cell>) -> Cell {
    Cell::List(detail(row).map_or_else(Vec::new, cells))
}

/// The State of a row of the database.
fn state(to: Reader<'_>, id: i64) -> Option<&State> {
    to.vocabulary.states.iter().find(|state| state.id == id)
}

/// The name of a State by its row of the database.
fn state_name(to: Reader<'_>, id: i64) -> Cell {
    state(to, id).map_or(Cell::Missing, |state| to.state(state))
}

/// The name of a State as a part of other words: its code for a program.
fn state_word(to: Reader<'_>, id: i64) -> String {
    let Some(state) = state(to, id) else { return String::new() };
    match (to.person, to.state(state)) {
        (Some(_), Cell::Text(name)) => name,
        _ if state.iso3.is_empty() => state.in_lang(Lang::default()).to_owned(),
        _ => state.iso3.clone(),
    }
}

/// A number that the source states.
fn reach(row: &ActivityRow<'_>, what: ReachOf) -> Cell {
    let stated = row.activity.reach.iter().find(|number| number.what == what);
    stated.map_or(Cell::Missing, |number| number.number.into())
}

/// The shares of the States helped: `GHA 40` for a program.
fn shares(of: &ActivityDetail, to: Reader<'_>) -> Vec<Cell> {
    let one = |(id, share): &(i64, f64)| {
        let state = state_word(to, *id);
        Cell::Text(match to.person {
            Some(text) => text.tra(
                "activity-share",
                &[("state", Arg::from(state)), ("share", Arg::from(share.to_string()))],
            ),
            None => format!("{state} {share}"),
        })
    };
    of.shares.iter().map(one).collect()
}

/// The reviews that it serves: `2`, `BFA` and `BFA/2` for a program.
fn reviews(of: &ActivityDetail, to: Reader<'_>) -> Vec<Cell> {
    let one = |(id, cycle): &(Option<i64>, Option<Cycle>)| {
        let state = id.map(|id| state_word(to, id));
        let Some(text) = to.person else {
            let cycle = cycle.map(|cycle| cycle.code().to_owned());
            return Cell::Text(state.into_iter().chain(cycle).collect::<Vec<_>>().join("/"));
        };
        let cycle = cycle.map(|cycle| text.value("cycle", cycle.code()));
        Cell::Text(match (state, cycle) {
            (Some(state), Some(cycle)) => text.tra(
                "activity-review",
                &[("state", Arg::from(state)), ("cycle", Arg::from(cycle))],
            ),
            (None, Some(cycle)) => text.tra("activity-reviews-all", &[("cycle", Arg::from(cycle))]),
            (state, None) => state.unwrap_or_default(),
        })
    };
    of.reviews.iter().map(one).collect()
}

/// Money: `received P007`, `sought`, `pledged P008 100000 EUR` for a program.
fn money(of: &ActivityDetail, to: Reader<'_>) -> Vec<Cell> {
    let one = |money: &Money| {
        let whose = money.organisation.and_then(|id| to.organisation(id));
        let amount = money.amount.map(|amount| format!("{amount} {}", money.currency));
        let Some(text) = to.person else {
            let parts =
                [Some(money.stage.code().to_owned()), whose.map(|of| of.code.clone()), amount];
            return Cell::Text(parts.into_iter().flatten().collect::<Vec<_>>().join(" "));
        };
        let whose = whose.and_then(|of| match to.name(&of.names) {
            Cell::Text(name) => Some(name),
            _ => None,
        });
        Cell::Text(text.tra(
            "activity-money",
            &[
                ("stage", Arg::from(text.value("money", money.stage.code()))),
                ("named", Arg::from(usize::from(whose.is_some()))),
                ("who", Arg::from(whose.unwrap_or_default())),
                ("stated", Arg::from(usize::from(amount.is_some()))),
                ("amount", Arg::from(amount.unwrap_or_default())),
            ],
        ))
    };
    of.money.iter().map(one).collect()
}

/// How many needs are matched with it to an extent; not told of an earlier day, since a match does not say its day.
fn matched(row: &ActivityRow<'_>, extent: Extent) -> Cell {
    let count = row.extents.and_then(|extents| extents.get(extent.index()).copied());
    count.map_or(Cell::Missing, Cell::from)
}

/// The cell of an activity.
type CellOf = for<'r, 'a, 't> fn(&'r ActivityRow<'a>, Reader<'t>) -> Cell;

/// A column of words in the file.
const fn one(name: &'static str, key: &'static str, cell: CellOf) -> Of {
    Of::new(name, key, ValueKind::Text, cell).in_the_file()
}

/// A column of several words in the file.
const fn many(name: &'static str, key: &'static str, cell: CellOf) -> Of {
    Of::new(name, key, ValueKind::Texts, cell).in_the_file()
}

/// A column of a number that the source states.
const fn count(name: &'static str, key: &'static str, cell: CellOf) -> Of {
    Of::new(name, key, ValueKind::Count, cell).unstated().on_request()
}

/// A column that tells whether a date was planned.
const fn stage(name: &'static str, key: &'static str, cell: CellOf) -> Of {
    Of::new(name, key, ValueKind::OneOf(codes::<DateStage>), cell).in_the_file()
}

/// The columns; names and order are a contract.
pub(super) static DETAILS: [Of; 31] = [
    one("title", "activity-title", |row, to| text(row, to, |of| &of.title)),
    one("programme", "programme", |row, to| match words(row, |of| &of.programme) {
        Cell::Missing => text(row, to, |of| &of.programme_name),
        code => code,
    }),
    one("platform", "platform", |row, _| words(row, |of| &of.platform)),
    one("reporting", "reporting", |row, to| {
        to.organisation_name(detail(row).and_then(|of| of.reporting))
    }),
    one("identifier", "identifier", |row, _| words(row, |of| &of.identifier)),
    many("former_identifiers", "former-identifiers", |row, _| {
        list(row, |of| of.former_identifiers.iter().map(|id| id.as_str().into()).collect())
    }),
    stage("starts_as", "starts-as", |row, to| {
        to.value("stage", detail(row).and_then(|of| of.starts_as))
    }),
    stage("ends_as", "ends-as", |row, to| to.value("stage", detail(row).and_then(|of| of.ends_as))),
    many("hosts", "hosts", |row, to| {
        list(row, |of| of.hosts.iter().map(|id| state_name(to, *id)).collect())
    }),
    many("provider_states", "provider-states", |row, to| {
        list(row, |of| of.provider_states.iter().map(|id| state_name(to, *id)).collect())
    }),
    many("shares", "shares", |row, to| list(row, |of| shares(of, to))),
    many("areas", "areas", |row, to| {
        list(row, |of| of.areas.iter().map(|area| to.name(&area.name)).collect())
    }),
    many("area_states", "area-states", |row, to| {
        list(row, |of| {
            let ids = of.areas.iter().flat_map(|area| &area.states);
            ids.map(|id| state_name(to, *id)).collect()
        })
    }),
    one("chapters", "activity-chapters", |row, _| {
        reader::chapters(detail(row).into_iter().flat_map(|of| of.chapters.iter().copied()))
    }),
    count("events", "events", |row, _| reach(row, ReachOf::Events)),
    count("people", "people", |row, _| reach(row, ReachOf::People)),
    count("states_covered", "states-covered", |row, _| reach(row, ReachOf::States)),
    count("ldcs_covered", "ldcs-covered", |row, _| reach(row, ReachOf::Ldcs)),
    Of::new("at_least", "lower-bounds", ValueKind::Texts, |row, to| {
        let bounds = row.activity.reach.iter().filter(|number| number.at_least);
        Cell::List(bounds.map(|number| to.value("reach", Some(number.what))).collect())
    })
    .on_request(),
    Of::new("counted_with", "counted-with", ValueKind::Texts, |row, to| {
        let own = &row.activity.reach;
        let shares = |id: i64| own.iter().any(|number| number.id == id);
        let others = to.vocabulary.activities.iter().filter(|other| {
            other.id != row.activity.id && other.reach.iter().any(|number| shares(number.id))
        });
        Cell::List(others.map(|other| other.code.as_str().into()).collect())
    })
    .on_request(),
    many("reviews_served", "reviews-served", |row, to| list(row, |of| reviews(of, to))),
    many("money", "money", |row, to| list(row, |of| money(of, to))),
    many("sdgs", "sdgs", |row, _| {
        list(row, |of| of.sdgs.iter().map(|target| target.as_str().into()).collect())
    }),
    many("needs_themes", "needs-themes", |row, to| {
        list(row, |of| of.themes.iter().map(|theme| to.known(theme)).collect())
    }),
    many("languages", "publication-languages", |row, _| {
        list(row, |of| of.languages.iter().map(|code| code.as_str().into()).collect())
    }),
    Of::new("edition", "edition", ValueKind::Number, |row, _| {
        detail(row).and_then(|of| of.edition).map_or(Cell::Missing, Cell::Id)
    })
    .in_the_file(),
    one("link", "link", |row, _| words(row, |of| &of.link)),
    one("outcome", "outcome", |row, to| text(row, to, |of| &of.outcome)),
    Of::new("matched_fully", "matched-fully", ValueKind::Count, |row, _| {
        matched(row, Extent::Fully)
    })
    .unstated()
    .in_the_file(),
    Of::new("matched_partly", "matched-partly", ValueKind::Count, |row, _| {
        matched(row, Extent::Partly)
    })
    .unstated()
    .in_the_file(),
    Of::new("matched_planned", "matched-planned", ValueKind::Count, |row, _| {
        matched(row, Extent::Planned)
    })
    .unstated()
    .in_the_file(),
];
