//! `ta-tui figure`: the seven figures of a note, at any date, narrowed by any filter.

use super::args::{FigureArgs, FigureFormat, FigureMeasure};
use super::count::{coded, earlier_day};
use super::failure::{Failure, Status};
use super::output::{self, Output};
use super::pictures;
use super::session::{Session, unreadable};
use crate::analysis::plate::Plate;
use crate::analysis::{Asked, DESIGNS, Design, Figure, Look, figure_filter, plate};
use crate::domain::{Day, clean_line};
use crate::exchange::{Cell, Column, PlateWords, Sheet, write_csv, write_json, write_plate};
use crate::query::register::{Register, Vocabulary, withhold_alike};
use crate::query::{Filter, Measure, Plan, Selection, parse, select};
use crate::store::StoreError;
use crate::text::{Message, Signs, Text};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::Write;

pub(super) fn run(session: &Session<'_>, args: &FigureArgs) -> Result<(), Failure> {
    let designs = designs(&args.figure)?;
    let pictures = pictures::Wanted::of(args, designs.len())?;
    let typed = args.filter.text();
    let narrowed = parse(&typed).map_err(|error| unreadable(&typed, &error))?;
    let given = earlier_day(session, args.since.as_deref())?;
    let until = session.today();
    let since = |design: &Design| given.or_else(|| design.usual_since(until));

    let store = session.open()?;
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
            Asked { register: &shown, plan: &plan, selection: &selection },
            before.as_ref().map(|(register, (plan, selection))| Asked {
                register,
                plan,
                selection,
            }),
        );
        made.push((figure, since));
    }
    match (args.format, pictures) {
        (_, Some(wanted)) => wanted.write(session.text(), &plates(session, args, &shown, &made)),
        (FigureFormat::Text, _) => {
            text(session.text(), session.signs, &plates(session, args, &shown, &made))
        }
        (format, _) => rows(session, format, &shown, &made),
    }
}

/// The figures that a word names: one by its number, or all.
fn designs(word: &str) -> Result<Vec<&'static Design>, Failure> {
    if word == "all" {
        return Ok(DESIGNS.iter().collect());
    }
    let one = word.parse().ok().and_then(Design::numbered);
    one.map(|design| vec![design]).ok_or_else(|| {
        let message = Message::new("figure-unknown").with("word", clean_line(word));
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
    // First alone, since its places are places in what was typed.
    Plan::resolve(narrowed, register, &context).map_err(|error| session.unknown(typed, &error))?;
    let plan =
        Plan::resolve(filter, register, &context).map_err(|error| unreadable(typed, &error))?;
    let selection = select(register, &plan, &|| false);
    Ok((plan, selection.ok_or_else(|| Failure::from(StoreError::Stopped))?))
}

/// A figure and the earlier day that it is compared with.
type Made = (Figure, Option<Day>);

/// The figures with their words, by their numbers.
fn plates(
    session: &Session<'_>,
    args: &FigureArgs,
    register: &Register,
    made: &[Made],
) -> Vec<(u8, Plate)> {
    let plate = |(figure, since): &Made| {
        let look = Look {
            vocabulary: &register.vocabulary,
            text: session.text(),
            until: session.today(),
            since: *since,
            illustrative: register.illustrative,
            beside: args.beside,
        };
        (figure.design.number, plate(figure, look))
    };
    made.iter().map(plate).collect()
}

fn text(text: &Text, signs: Signs, plates: &[(u8, Plate)]) -> Result<(), Failure> {
    let (shades, key) = (text.tr("figure-shades"), text.tr("figure-key"));
    let between = text.tr("clause-separator");
    let words = PlateWords { shades: &shades, key: &key, between: &between };
    let mut out = Output::new();
    for (place, (_, plate)) in plates.iter().enumerate() {
        if place > 0 {
            writeln!(out, "\n")?;
        }
        write_plate(plate, words, signs, output::columns(), &mut out)?;
    }
    out.finish()
}

/// The names of the columns of figures as data, a contract.
const COLUMNS: [&str; 11] = [
    "figure", "measure", "as_of", "since", "row", "column", "value", "before", "growth",
    "per_cent", "n",
];

fn rows(
    session: &Session<'_>,
    format: FigureFormat,
    register: &Register,
    made: &[Made],
) -> Result<(), Failure> {
    let columns =
        COLUMNS.iter().map(|name| Column { name: (*name).to_owned(), head: String::new() });
    let until = session.today();
    let all = || {
        made.iter().flat_map(|(figure, since)| lines(figure, &register.vocabulary, until, *since))
    };
    let sheet = Sheet::new(columns.collect(), all);
    let mut out = Output::data();
    match format {
        FigureFormat::Json => write_json(&sheet, &mut out)?,
        _ => write_csv(&sheet, &mut out)?,
    }
    out.finish()?;
    for remark in super::session::remarks(register, session.as_of) {
        output::notice(session.text(), &remark);
    }
    if made.iter().any(|(figure, _)| figure.now.total == 0) {
        output::notice(session.text(), &Message::new("figure-nothing"));
    }
    Ok(())
}

/// The rows of one figure: each line and cell, then the sums, whose names are "total".
fn lines(
    figure: &Figure,
    vocabulary: &Vocabulary,
    until: Day,
    since: Option<Day>,
) -> Vec<Vec<Cell>> {
    let total = || Cell::from("total");
    let measure = match figure.measure {
        Measure::Needs => "needs",
        Measure::States => "states",
        Measure::Reviews => "reviews",
    };
    let line = |row: Cell, column: Cell, value: u32, before: Option<u32>| {
        let growth = before.map(|before| i64::from(value) - i64::from(before));
        vec![
            Cell::Id(figure.design.number.into()),
            measure.into(),
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
