//! `ta-tui needs`: the needs that a filter lets through, with the names that scripts rely on.

use super::failure::Failure;
use super::list::{self, Described, ListArgs, ListColumn};
use super::reader::{self, Reader};
use super::session::Session;
use crate::domain::Coded;
use crate::exchange::Cell;
use crate::query::register::NeedRef;

/// The columns; names and order are a contract.
fn columns<'a>() -> [ListColumn<NeedRef<'a>>; 19] {
    [
        ListColumn::new("id", "column-id", |need, _| Cell::Id(need.id())),
        ListColumn::new("state", "column-state", |need, to| to.state(need.state())),
        ListColumn::new("iso3", "column-iso3", |need: &NeedRef<'_>, _| {
            Cell::stated(need.state().iso3.as_str())
        })
        .on_request(),
        ListColumn::new("region", "column-region", |need: &NeedRef<'_>, to| {
            to.region(need.state().region)
        })
        .on_request()
        .ranked(|need| need.state().region.map(Coded::index)),
        ListColumn::new("cycle", "column-cycle", |need, _| {
            Cell::Id(need.review().cycle.number().into())
        }),
        ListColumn::new("chapter", "column-chapter", |need: &NeedRef<'_>, _| {
            reader::chapters(need.articles().chapters())
        })
        .ranked(|need| need.articles().chapters().next().map(Coded::index)),
        ListColumn::new("articles", "column-articles", |need, _| {
            reader::articles(need.articles().iter())
        }),
        ListColumn::new("category", "column-category", |need, to| {
            need.category().map_or(Cell::Missing, |c| to.name(&c.name_en, &c.name_zh))
        }),
        ListColumn::new("themes", "column-themes", |need: &NeedRef<'_>, to| {
            Cell::List(need.themes().map(|t| to.name(&t.name_en, &t.name_zh)).collect())
        })
        .on_request(),
        ListColumn::new("priority", "column-priority", priority)
            .ranked(|need| need.priority().map(Coded::index)),
        ListColumn::new("horizon", "column-horizon", |need: &NeedRef<'_>, to| {
            to.value("horizon", need.horizon())
        })
        .on_request()
        .ranked(|need| need.horizon().map(Coded::index)),
        ListColumn::new("response", "column-response", |need: &NeedRef<'_>, to| {
            to.value("response", need.response())
        })
        .ranked(|need| need.response().map(Coded::index)),
        ListColumn::new("focal_point", "column-focal-point", |need: &NeedRef<'_>, to| {
            to.post(need.focal_point())
        })
        .on_request(),
        ListColumn::new("identified_on", "column-identified", |need, _| need.identified().into()),
        ListColumn::new("text", "column-text", |need, _| need.text().into()),
        ListColumn::new("review", "column-review", |need: &NeedRef<'_>, to| {
            to.step(need.review().reached())
        })
        .on_request()
        .ranked(|need| need.review().reached().map(Coded::index)),
        ListColumn::new("version", "column-version", |need: &NeedRef<'_>, _| {
            Cell::Id(need.version())
        })
        .on_request(),
        // What has come later stands at the end, so that the earlier columns keep their places.
        ListColumn::new("projected_on", "column-projected", |need: &NeedRef<'_>, _| {
            need.projected_on().into()
        })
        .on_request(),
        ListColumn::new("duplicate_of", "column-duplicate", |need: &NeedRef<'_>, _| {
            need.duplicate_of().map_or(Cell::Missing, Cell::Id)
        })
        .on_request(),
    ]
}

/// The columns, to tell of them.
pub(super) fn described() -> Vec<Described> {
    list::described(&columns())
}

/// Programs read the word `none` where no priority is stated: the contract lists four priorities.
fn priority(need: &NeedRef<'_>, to: Reader<'_>) -> Cell {
    match (need.priority(), to.person) {
        (None, None) => "none".into(),
        (priority, _) => to.value("priority", priority),
    }
}

pub(super) fn run(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let register = session.register()?;
    let question = session.ask(&register, &args.filter)?;
    let rows = question.selection.rows.to_vec();
    list::write(&columns(), &question, args, rows, |row| register.need(row))
}
