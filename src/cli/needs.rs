//! `ta-tui needs`: the needs that a filter lets through, with the names that scripts rely on.

use super::failure::Failure;
use super::list::{self, ListArgs, ListColumn};
use super::property::{Kind, codes};
use super::reader::{self, Reader};
use super::session::Session;
use crate::domain::{Coded, Horizon, Priority, Region, Response, Step};
use crate::exchange::{Cell, Room};
use crate::query::register::NeedRef;
use crate::store::{NeedWords, StoreError};
use std::cell::RefCell;

/// A need, and what the register in memory leaves in the file, where it is asked for.
pub(super) struct Row<'a> {
    need: NeedRef<'a>,
    words: Option<NeedWords>,
}

/// The columns whose values stand in the file alone.
const IN_THE_FILE: [&str; 4] = ["document", "paragraph", "language", "notes"];

/// The columns; names and order are a contract. What has come later stands at the end, so that the
/// earlier columns keep their places.
pub(super) fn columns<'a>() -> impl Iterator<Item = ListColumn<Row<'a>>> {
    in_data().into_iter().chain(on_request())
}

/// The columns that data have without being asked.
fn in_data<'a>() -> [ListColumn<Row<'a>>; 19] {
    [
        ListColumn::new("id", "id", Kind::Number, |row: &Row<'_>, _| Cell::Id(row.need.id()))
            .stated()
            .room(Room::Stays),
        ListColumn::new("state", "state", Kind::Text, |row: &Row<'_>, to| {
            to.state(row.need.state())
        })
        .stated()
        .room(Room::Stays),
        ListColumn::new("iso3", "iso3", Kind::Text, |row: &Row<'_>, _| {
            Cell::stated(row.need.state().iso3.as_str())
        })
        .in_data(),
        ListColumn::new("region", "region", Kind::OneOf(regions), |row: &Row<'_>, to| {
            to.region(row.need.state().region)
        })
        .in_data()
        .ranked(|row| row.need.state().region.map(Coded::index)),
        ListColumn::new("cycle", "cycle", Kind::Number, |row: &Row<'_>, _| {
            Cell::Id(row.need.review().cycle.number().into())
        })
        .stated(),
        ListColumn::new("chapter", "chapter", Kind::Text, |row: &Row<'_>, _| {
            reader::chapters(row.need.articles().chapters())
        })
        .room(Room::YieldsFirst)
        .ranked(|row| row.need.articles().chapters().next().map(Coded::index)),
        ListColumn::new("articles", "articles", Kind::Numbers, |row: &Row<'_>, _| {
            reader::articles(row.need.articles().iter())
        }),
        ListColumn::new("category", "category", Kind::Text, |row: &Row<'_>, to| {
            row.need.category().map_or(Cell::Missing, |c| to.name(&c.name_en, &c.name_zh))
        })
        .room(Room::YieldsFirst),
        ListColumn::new("themes", "themes", Kind::Texts, |row: &Row<'_>, to| {
            Cell::List(row.need.themes().map(|t| to.name(&t.name_en, &t.name_zh)).collect())
        })
        .in_data(),
        ListColumn::new("priority", "priority", Kind::OneOf(priorities), priority)
            .stated()
            .ranked(|row| row.need.priority().map(Coded::index)),
        ListColumn::new(
            "horizon",
            "horizon",
            Kind::OneOf(codes::<Horizon>),
            |row: &Row<'_>, to| to.value("horizon", row.need.horizon()),
        )
        .in_data()
        .ranked(|row| row.need.horizon().map(Coded::index)),
        ListColumn::new(
            "response",
            "response",
            Kind::OneOf(codes::<Response>),
            |row: &Row<'_>, to| to.value("response", row.need.response()),
        )
        .ranked(|row| row.need.response().map(Coded::index)),
        ListColumn::new("focal_point", "focal-point", Kind::Text, |row: &Row<'_>, to| {
            to.post(row.need.focal_point())
        })
        .in_data(),
        ListColumn::new("identified_on", "identified", Kind::Day, |row: &Row<'_>, _| {
            row.need.identified().into()
        })
        .room(Room::YieldsFirst),
        ListColumn::new("text", "text", Kind::Text, |row: &Row<'_>, _| row.need.text().into())
            .stated()
            .room(Room::Fills),
        ListColumn::new("review", "review", Kind::OneOf(codes::<Step>), |row: &Row<'_>, to| {
            to.step(row.need.review().reached())
        })
        .in_data()
        .ranked(|row| row.need.review().reached().map(Coded::index)),
        ListColumn::new("version", "version", Kind::Number, |row: &Row<'_>, _| {
            Cell::Id(row.need.version())
        })
        .stated()
        .in_data(),
        ListColumn::new("projected_on", "projected", Kind::Day, |row: &Row<'_>, _| {
            row.need.projected_on().into()
        })
        .in_data(),
        ListColumn::new("duplicate_of", "duplicate", Kind::Number, |row: &Row<'_>, _| {
            row.need.duplicate_of().map_or(Cell::Missing, Cell::Id)
        })
        .in_data(),
    ]
}

/// The columns that are asked for.
fn on_request<'a>() -> [ListColumn<Row<'a>>; 7] {
    [
        ListColumn::new("category_code", "category-code", Kind::Text, |row: &Row<'_>, _| {
            row.need.category().map_or(Cell::Missing, |c| Cell::stated(c.code.as_str()))
        })
        .on_request(),
        ListColumn::new("document", "document", Kind::Text, |row: &Row<'_>, _| {
            in_file(row, |w| &w.document)
        })
        .on_request(),
        ListColumn::new("paragraph", "paragraph", Kind::Text, |row: &Row<'_>, _| {
            in_file(row, |words| &words.paragraph)
        })
        .on_request(),
        ListColumn::new("language", "language", Kind::Text, |row: &Row<'_>, _| {
            in_file(row, |w| &w.language)
        })
        .on_request(),
        ListColumn::new("notes", "notes", Kind::Text, |row: &Row<'_>, _| {
            in_file(row, |w| &w.notes)
        })
        .on_request(),
        ListColumn::new("changed_at", "changed", Kind::Moment, |row: &Row<'_>, _| {
            row.need.changed().map_or(Cell::Missing, |at| at.to_string().into())
        })
        .on_request(),
        ListColumn::new("activities", "matched", Kind::Texts, |row: &Row<'_>, _| {
            let codes = row.need.activities().map(|activity| activity.code.as_str().into());
            Cell::List(codes.collect())
        })
        .on_request(),
    ]
}

/// Regional groups as data name them.
pub(super) fn regions() -> Vec<&'static str> {
    Region::ALL.iter().map(|region| region.name()).collect()
}

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

fn in_file(row: &Row<'_>, words: fn(&NeedWords) -> &String) -> Cell {
    row.words.as_ref().map_or(Cell::Missing, |of_need| Cell::stated(words(of_need).as_str()))
}

pub(super) fn run(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let question = session.ask(&register, &args.filter)?;
    let rows = question.selection.rows.to_vec();
    let reads_file = args.asks_for(columns(), &IN_THE_FILE);
    let words = |need: NeedRef<'_>| match session.as_of {
        Some(day) => store.need_words_as_of(need.id(), day),
        None => store.need_words(need.id()),
    };
    let failed: RefCell<Option<StoreError>> = RefCell::new(None);
    let row = |row| {
        let need = register.need(row)?;
        if !reads_file {
            return Some(Row { need, words: None });
        }
        match words(need) {
            Ok(words) => Some(Row { need, words: Some(words) }),
            // Removed by another program since it was read.
            Err(StoreError::UnknownNeed(_)) => None,
            Err(error) => {
                failed.borrow_mut().get_or_insert(error);
                None
            }
        }
    };
    list::write(columns(), &question, args, rows, row)?;
    failed.into_inner().map_or(Ok(()), |error| Err(error.into()))
}
