//! The columns of coverage: what each provider or donor does, for which States and needs, and with which money.

use super::column::{Column, Listed, RecordList, ScreenColumn};
use super::property::ValueKind;
use super::reader::{self, Reader};
use super::screen::{Width, Words};
use super::widths::GivesWay::Goes;
use crate::assistance::{Coverage, MoneySum};
use crate::domain::Coded;
use crate::exchange::{Cell, Room};
use crate::paint::names;
use crate::paint::theme::{NIL, Tone};
use crate::query::register::Organisation;
use crate::text::{Arg, Text, grouped};

/// What an organisation covers.
#[derive(Clone, Copy, Debug)]
pub struct CoverageRow<'a> {
    /// The organisation.
    pub organisation: &'a Organisation,
    /// What it covers.
    pub of: &'a Coverage,
}

/// The list of what organisations cover.
pub struct Covered;

impl RecordList for Covered {
    type Row<'a> = CoverageRow<'a>;
    type Order = ();
}

type Of = Column<Covered>;
type Shown = ScreenColumn<Covered>;

/// A number that is hidden where too few States stand behind it.
fn told(row: &CoverageRow<'_>, count: u32) -> Cell {
    if row.of.withheld { Cell::Missing } else { count.into() }
}

fn year(year: Option<&i16>) -> Cell {
    year.map_or(Cell::Missing, |year| Cell::Id(u32::from(year.unsigned_abs())))
}

static CODE: Of =
    Of::new("code", "code", ValueKind::Text, |row, _| row.organisation.code.as_str().into())
        .stated()
        .room(Room::Stays);

static NAME: Shown =
    Of::new("name", "name", ValueKind::Text, |row, to| to.name(&row.organisation.names))
        .stated()
        .room(Room::Fills)
        .on_screen("name", Width::Rest(20))
        .looks(|row, look| {
            let name = Words::of(look.reader.name(&row.organisation.names), Tone::Plain, look.text);
            if crate::text::width(&name.text) <= usize::from(look.room) {
                return name;
            }
            Words::new(names::organisation_short(row.organisation, look.text.lang()), Tone::Plain)
        });

/// The column of activities, by which the list is in order at first.
pub static ACTIVITIES: Shown =
    Of::new("activities", "covered-activities", ValueKind::Count, |row, _| {
        row.of.activities.into()
    })
    .room(Room::Stays)
    .on_screen("activities", Width::Fixed(10))
    .right();

static FIRST: Of = Of::new("first_year", "covered-first-year", ValueKind::Number, |row, _| {
    year(row.of.years.keys().next())
});

static LAST: Shown = Of::new("last_year", "covered-last-year", ValueKind::Number, |row, _| {
    year(row.of.years.keys().next_back())
})
.on_screen("years", Width::Fixed(9))
.looks(|row, _| {
    let years = &row.of.years;
    match (years.keys().next(), years.keys().next_back()) {
        (Some(first), Some(last)) if first != last => {
            Words::new(format!("{first}–{last}"), Tone::Plain)
        }
        (Some(year), _) => Words::new(year.to_string(), Tone::Plain),
        _ => Words::new(NIL, Tone::Dim),
    }
});

static STATES: Shown =
    Of::new("states", "covered-states", ValueKind::Count, |row, to| match to.person {
        Some(text) if row.of.withheld => text.tr("nameless-withheld").into(),
        _ => told(row, row.of.states.len() as u32),
    })
    .unstated()
    .room(Room::Stays)
    .on_screen("states", Width::Fixed(6))
    .right()
    .looks(|row, look| number(row, row.of.states.len() as u32, look.text));

static ARTICLES: Shown = Of::new("articles", "covered-articles", ValueKind::Numbers, |row, _| {
    reader::articles(row.of.articles.iter())
})
.on_screen("articles", Width::From(&[(110, 14), (0, 6)]))
.looks(|row, look| {
    let set = row.of.articles;
    Words::new(names::articles_in(set, look.text, look.room.into()), Tone::Plain)
});

static NEEDS: Shown =
    Of::new("needs", "covered-needs", ValueKind::Count, |row, _| told(row, row.of.needs))
        .unstated()
        .room(Room::Stays)
        .on_screen("needs", Width::Fixed(5))
        .right()
        .looks(|row, look| number(row, row.of.needs, look.text));

static SERVED: Shown =
    Of::new("served", "covered-served", ValueKind::Count, |row, _| told(row, row.of.served))
        .unstated()
        .on_screen("served", Width::Fixed(6))
        .right()
        .looks(|row, look| number(row, row.of.served, look.text));

static MONEY: Shown = Of::new("money", "covered-money", ValueKind::Texts, |row, to| {
    Cell::List(row.of.money.iter().map(|sum| money(sum, to)).collect())
})
.on_screen("money", Width::Wide(24, 90));

/// The columns of data; names and order are a contract. Later columns stand at the end.
pub static DATA: [&Of; 10] = [
    &CODE,
    &NAME.column,
    &ACTIVITIES.column,
    &FIRST,
    &LAST.column,
    &STATES.column,
    &ARTICLES.column,
    &NEEDS.column,
    &SERVED.column,
    &MONEY.column,
];

/// The columns of the screen.
pub static SCREEN: Listed<Covered> = Listed {
    name: "coverage",
    columns: &[
        NAME.here(),
        ACTIVITIES.here(),
        LAST.here(),
        STATES.here(),
        ARTICLES.here(),
        NEEDS.here(),
        SERVED.here(),
        MONEY.here(),
    ],
    gives_way: &[Goes("money"), Goes("articles"), Goes("years")],
};

/// A number on the screen: a dash for none, and a word for one that is hidden.
fn number(row: &CoverageRow<'_>, count: u32, text: &Text) -> Words {
    match count {
        _ if row.of.withheld => Words::new(text.tr("gap-withheld-short"), Tone::Dim),
        0 => Words::new(NIL, Tone::Dim),
        count => Words::new(grouped(count.into()), Tone::Plain),
    }
}

/// A sum of money: `pledged 120 USD`, or only its stage where no amount is stated.
pub fn money(sum: &MoneySum, to: Reader<'_>) -> Cell {
    let amount = (!sum.currency.is_empty()).then(|| format!("{} {}", sum.amount, sum.currency));
    let Some(text) = to.person else {
        let parts = [Some(sum.stage.code().to_owned()), amount];
        return Cell::Text(parts.into_iter().flatten().collect::<Vec<_>>().join(" "));
    };
    let words = [
        ("stage", Arg::from(text.value("money", sum.stage.code()))),
        ("named", Arg::from(0_u32)),
        ("who", Arg::from("")),
        ("stated", Arg::from(usize::from(amount.is_some()))),
        ("amount", Arg::from(amount.unwrap_or_default())),
    ];
    Cell::Text(text.tra("activity-money", &words))
}
