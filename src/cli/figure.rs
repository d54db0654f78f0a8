//! `ta-tui figure`: the figures of a note, at any date, narrowed by any filter.

use super::count::{coded, earlier_day};
use super::drawn_args::DrawnFormat;
use super::failure::{Failure, Status};
use super::figure_args::{FigureArgs, FigureMeasure};
use super::format::Format;
use super::output::{self, Output, marked};
use super::pictures;
use super::session::{Session, remarks};
use super::unreadable::unreadable;
use crate::analysis::chart::Chart;
use crate::analysis::{DESIGNS, Design, Figure, FilteredRegister, Look, chart, figure_filter};
use crate::columns::property::{Property, ValueKind};
use crate::domain::{Coded, Day, clean_line};
use crate::exchange::{Cell, ChartWords, Sheet, write_chart};
use crate::query::register::{Register, Vocabulary, withhold_alike};
use crate::query::{Filter, Plan, Selection, parse, select};
use crate::store::StoreError;
use crate::text::{Message, Signs, Text};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::Write;

pub(super) fn run(session: &Session<'_>, args: &FigureArgs) -> Result<(), Failure> {
    let designs = designs(&args.figure)?;
    let pictures = pictures::Wanted::of(&args.drawn, designs.len())?;
    let typed = args.filter.text();
    let narrowed = parse(&typed).map_err(|error| unreadable(&typed, &error))?;
    let store = session.open()?;
    let given = earlier_day(session, args.since.as_deref())?;
    let until = session.day_shown()?;
    let since = |design: &Design| given.or_else(|| design.usual_since(until));
    let now = store.load(&mut |_| true)?;
    let mut earlier: HashMap<Day, Register> = HashMap::new();
    for day in designs.iter().filter_map(|design| since(design)) {
        if let Entry::Vacant(place) = earlier.entry(day) {
            place.insert(session.past(&store, &now, day)?);
        }
    }
    let mut shown = match session.as_of {
        Some(day) => session.past(&store, &now, day)?,
        None => now,
    };
    withhold_alike(
        &mut std::iter::once(&mut shown).chain(earlier.values_mut()).collect::<Vec<_>>(),
    );

    let mut made = Vec::new();
    for design in designs {
        let since = since(design);
        let filter = figure_filter(design, &narrowed).map_err(|e| unreadable(&typed, &e))?;
        // The user's words are the last of the filter: a mistake in them is shown in them.
        let ask = |register, today| asked(session, register, today, &filter, &narrowed, &typed);
        let (plan, selection) = ask(&shown, until)?;
        let before = since.and_then(|day| Some((day, earlier.get(&day)?)));
        let before = before.map(|(day, past)| Ok::<_, Failure>((past, ask(past, day)?)));
        let before = before.transpose()?;
        let figure = Figure::count(
            design,
            args.measure.map_or(design.measure, FigureMeasure::measure),
            (filter.clone(), narrowed.clone()),
            FilteredRegister { register: &shown, plan: &plan, selection: &selection },
            before.as_ref().map(|(register, (plan, selection))| FilteredRegister {
                register,
                plan,
                selection,
            }),
        );
        made.push((figure, since));
    }
    session.tell_meant_of(&narrowed, &shown)?;
    let made = (&*made, until);
    match (args.drawn.format(), pictures) {
        (_, Some(wanted)) => {
            wanted.write_figures(session.text(), &charts(session, args, &shown, made))
        }
        (DrawnFormat::Text, _) => {
            text(session.text(), session.signs, &charts(session, args, &shown, made))
        }
        (format, _) => rows(session, format.of_data(), &shown, made),
    }
}

/// The figures that a word names: one by its number, or all.
fn designs(word: &str) -> Result<Vec<&'static Design>, Failure> {
    if word == "all" {
        return Ok(DESIGNS.iter().collect());
    }
    let one = word.parse().ok().and_then(Design::numbered);
    one.map(|design| vec![design]).ok_or_else(|| {
        let message = Message::new("figure-unknown")
            .with("word", clean_line(word))
            .with("last", DESIGNS.len());
        Failure::new(Status::Usage, message)
    })
}

fn asked(
    session: &Session<'_>,
    register: &Register,
    today: Day,
    filter: &Filter,
    narrowed: &Filter,
    typed: &str,
) -> Result<(Plan, Selection), Failure> {
    let context = session.context(register, today)?;
    // First alone, since its places are places in the typed text.
    Plan::resolve(narrowed, register, &context)
        .and_then(|plan| plan.may_show_needs(narrowed, &register.vocabulary))
        .map_err(|error| session.unknown(typed, &error))?;
    let plan =
        Plan::resolve(filter, register, &context).map_err(|error| unreadable(typed, &error))?;
    let selection = select(register, &plan, &|| false);
    Ok((plan, selection.ok_or_else(|| Failure::from(StoreError::Stopped))?))
}

/// A figure and the earlier day that it is compared with.
type Made = (Figure, Option<Day>);

/// The figures, as at a day, with their words, by their numbers.
fn charts(
    session: &Session<'_>,
    args: &FigureArgs,
    register: &Register,
    (made, until): (&[Made], Day),
) -> Vec<(u8, Chart)> {
    let chart = |(figure, since): &Made| {
        let look = Look {
            vocabulary: &register.vocabulary,
            text: session.text(),
            until,
            since: *since,
            illustrative: register.illustrative,
            beside: args.beside,
        };
        (figure.design.number, chart(figure, look))
    };
    made.iter().map(chart).collect()
}

fn text(text: &Text, signs: Signs, charts: &[(u8, Chart)]) -> Result<(), Failure> {
    let (shades, key) = (text.tr("figure-shades"), text.tr("figure-key"));
    let between = text.tr("clause-separator");
    let words = ChartWords { shades: &shades, key: &key, between: &between };
    let mut out = Output::new();
    for (place, (_, chart)) in charts.iter().enumerate() {
        if place > 0 {
            writeln!(out, "\n")?;
        }
        write_chart(chart, words, signs, output::columns(), &mut out)?;
    }
    out.finish()
}

/// The properties of figures as data; names and order are a contract.
pub(super) const PROPERTIES: [Property; 11] = [
    Property::new("figure", "figure-number", ValueKind::Number).stated(),
    Property::new("measure", "measure", ValueKind::Text).stated(),
    Property::new("as_of", "as-of", ValueKind::Day).stated(),
    Property::new("since", "since", ValueKind::Day),
    Property::new("row", "figure-row", ValueKind::NumberOrText),
    Property::new("column", "figure-column", ValueKind::NumberOrText),
    Property::new("value", "value", ValueKind::Count),
    Property::new("before", "earlier", ValueKind::Count).unstated(),
    Property::new("growth", "growth", ValueKind::Change),
    Property::new("per_cent", "per-cent", ValueKind::Count).unstated(),
    Property::new("n", "total", ValueKind::Count),
];

fn rows(
    session: &Session<'_>,
    format: Format,
    register: &Register,
    (made, until): (&[Made], Day),
) -> Result<(), Failure> {
    let columns = PROPERTIES.iter().map(Property::data_column);
    let all = || {
        made.iter().flat_map(|(figure, since)| lines(figure, &register.vocabulary, until, *since))
    };
    let sheet = marked(Sheet::new(columns.collect(), all), register.illustrative, format);
    let mut remarks = remarks(register, session.as_of);
    for (figure, _) in made {
        let rests_on = figure.rests_on(&register.vocabulary, until, session.text());
        let new: Vec<Message> =
            rests_on.into_iter().filter(|remark| !remarks.contains(remark)).collect();
        remarks.extend(new);
    }
    if made.iter().any(|(figure, _)| figure.now.total == 0) {
        remarks.push(Message::new("figure-nothing"));
    }
    Output::new().sheet(&sheet, format, &remarks, session.text())
}

/// The rows of one figure: each line and cell, then the sums, whose names are "total".
fn lines(
    figure: &Figure,
    vocabulary: &Vocabulary,
    until: Day,
    since: Option<Day>,
) -> Vec<Vec<Cell>> {
    let total = || Cell::from("total");
    let line = |row: Cell, column: Cell, value: u32, before: Option<u32>| {
        let growth = before.map(|before| i64::from(value) - i64::from(before));
        vec![
            Cell::Id(figure.design.number.into()),
            figure.measure.code().into(),
            Some(until).into(),
            since.into(),
            row,
            column,
            value.into(),
            before.map_or(Cell::Missing, Cell::from),
            growth.map_or(Cell::Missing, Cell::Change),
            Figure::percent(value, figure.now.total).map_or(Cell::Missing, Cell::from),
            figure.now.total.into(),
        ]
    };
    let row = |place: usize| coded(figure.rows.field, figure.rows.slots[place], vocabulary);
    let (now, before) = (&figure.now, figure.before.as_ref());
    let rows = 0..figure.rows.slots.len();
    let mut all = Vec::new();
    if let Some(columns) = &figure.columns {
        let column = |at: usize| coded(columns.field, columns.slots[at], vocabulary);
        for place in rows.clone() {
            for at in 0..columns.slots.len() {
                let was = before.map(|table| table.cells[place][at]);
                all.push(line(row(place), column(at), now.cells[place][at], was));
            }
        }
        for at in 0..columns.slots.len() {
            let was = before.map(|table| table.columns[at]);
            all.push(line(total(), column(at), now.columns[at], was));
        }
    }
    for place in rows {
        all.push(line(row(place), total(), now.rows[place], before.map(|table| table.rows[place])));
    }
    all.push(line(total(), total(), now.total, before.map(|table| table.total)));
    all
}
