//! A figure in words: caption, heads, labels and notes in a language, in the house style of the
//! United Nations.

use super::query::command;
use super::{Axis, Figure, Look, Table};
use crate::analysis::chart::{Bar, Bars, Body, Chart, Heat, HeatRow};
use crate::analysis::words::{day_in_words, spelled_first};
use crate::domain::Coded;
use crate::query::{Field, Measure, heads, label_of_value, name_of_value};
use crate::text::{Arg, Text, grouped, signed};

/// The figure with its words.
pub fn chart(figure: &Figure, look: Look<'_>) -> Chart {
    let text = look.text;
    let number = u32::from(figure.design.number);
    let [needs, states] = figure.design.titles;
    let title = if figure.measure == Measure::States { states } else { needs };
    let grows = if look.since.is_some() { "yes" } else { "no" };
    let body = match &figure.columns {
        Some(columns) => Body::Heat(heat(figure, columns, look)),
        None => Body::Bars(bars(figure, look)),
    };
    Chart {
        heading: text.tra("figure-heading", &[("number", Arg::from(number))]),
        title: text.tra(title, &[("grows", Arg::from(grows))]),
        subtitle: subtitle(figure, look),
        body,
        notes: notes(figure, look),
        query: text.tra("figure-query", &[("query", Arg::from(command(figure, look)))]),
    }
}

fn subtitle(figure: &Figure, look: Look<'_>) -> String {
    let text = look.text;
    let cycle = text.value("cycle", figure.design.cycle.code());
    let until = ("until", Arg::from(day_in_words(look.until, text)));
    match look.since {
        Some(since) => {
            let since = ("since", Arg::from(day_in_words(since, text)));
            text.tra("figure-compared", &[("cycle", Arg::from(cycle)), until, since])
        }
        None => text.tra("figure-as-at", &[("cycle", Arg::from(cycle)), until]),
    }
}

/// The name of the things counted, for a head or a sentence.
fn counted(measure: Measure, text: &Text) -> String {
    match measure {
        Measure::Needs => text.tr("column-needs"),
        Measure::States => text.tr("column-states"),
        Measure::Reviews => text.tr("column-reviews"),
    }
    .into_owned()
}

/// The name of a line; within one cycle, so that a category needs no number of its cycle.
fn label(axis: &Axis, slot: u16, look: Look<'_>) -> String {
    match axis.field {
        Field::Category => name_of_value(axis.field, slot, look.vocabulary, look.text.lang()),
        field => label_of_value(field, slot, look.vocabulary, look.text.lang()),
    }
}

fn percent(value: u32, of: u32, text: &Text) -> String {
    let shown = Figure::percent(value, of).map(|percent| percent.to_string());
    shown.unwrap_or_else(|| text.tr("figure-not-available").into_owned())
}

fn bars(figure: &Figure, look: Look<'_>) -> Bars {
    let text = look.text;
    let now = &figure.now;
    let bar = |label: String, value: u32, before: Option<u32>| {
        let two = before
            .map(|before| [grouped(before.into()), signed(i64::from(value) - i64::from(before))]);
        let one = [grouped(value.into()), percent(value, now.total, text)];
        Bar { label, numbers: two.into_iter().flatten().chain(one).collect(), value, before }
    };
    let lines = figure.rows.slots.iter().enumerate().map(|(place, slot)| {
        let before = figure.before.as_ref().map(|table| table.rows[place]);
        bar(label(&figure.rows, *slot, look), now.rows[place], before)
    });
    let dates = look.since.filter(|_| figure.before.is_some());
    let dates = dates.map(|since| [since.to_string(), look.until.to_string()]);
    let two =
        dates.as_ref().map(|[since, _]| [since.clone(), text.tr("column-growth").into_owned()]);
    let measured = dates.as_ref().map_or_else(|| counted(figure.measure, text), |d| d[1].clone());
    let one = [measured, text.tr("figure-percent").into_owned()];
    let total = text.tr("figure-total").into_owned();
    Bars {
        heads: two.into_iter().flatten().chain(one).collect(),
        bars: lines.collect(),
        total: bar(total, now.total, figure.before.as_ref().map(|table| table.total)),
        dates,
        changes: [text.tr("figure-added").into_owned(), text.tr("figure-gone").into_owned()],
        beside: look.beside,
    }
}

fn heat(figure: &Figure, columns: &Axis, look: Look<'_>) -> Heat {
    let text = look.text;
    let now = &figure.now;
    // Between two dates, the cells are the growth.
    let grown = |now: u32, before: Option<u32>| i64::from(now) - before.map_or(0, i64::from);
    let was = |of: &dyn Fn(&Table) -> u32| figure.before.as_ref().map(of);
    let line = |(place, slot): (usize, &u16)| HeatRow {
        label: label(&figure.rows, *slot, look),
        cells: (0..columns.slots.len())
            .map(|at| grown(now.cells[place][at], was(&|table| table.cells[place][at])))
            .collect(),
        sum: grown(now.rows[place], was(&|table| table.rows[place])),
    };
    let sums =
        (0..columns.slots.len()).map(|at| grown(now.columns[at], was(&|table| table.columns[at])));
    let total = text.tr("figure-total").into_owned();
    Heat {
        corner: figure.rows.field.name(text.lang()),
        columns: columns
            .slots
            .iter()
            .zip('a'..)
            .map(|(slot, letter)| (letter.to_string(), label(columns, *slot, look)))
            .collect(),
        heads: heads(columns.field, &columns.slots, look.vocabulary, text),
        rows: figure.rows.slots.iter().enumerate().map(line).collect(),
        totals: HeatRow {
            label: total.clone(),
            cells: sums.collect(),
            sum: grown(now.total, was(&|table| table.total)),
        },
        sums: total,
        growth: figure.before.is_some(),
    }
}

/// The notes for readers: the base, which sums add up, the origin of the data.
fn notes(figure: &Figure, look: Look<'_>) -> Vec<String> {
    let text = look.text;
    let base = |number: u32| {
        let number = Arg::from(grouped(number.into()));
        let id = match figure.measure {
            Measure::Needs => "figure-base-needs",
            Measure::States | Measure::Reviews => "figure-base-states",
        };
        text.tra(id, &[("number", number)])
    };
    let mut notes = Vec::new();
    notes.push(match &figure.before {
        Some(before) => text.tra(
            "figure-bases",
            &[
                ("before", Arg::from(base(before.total))),
                ("now", Arg::from(base(figure.now.total))),
            ],
        ),
        None => text.tra("figure-base", &[("now", Arg::from(base(figure.now.total)))]),
    });
    if figure.now.total == 0 {
        notes.push(text.tr("figure-nothing").into_owned());
    }
    let rests_on = figure.rests_on(look.vocabulary, look.until, text);
    notes.extend(rests_on.iter().map(|message| text.say(message)));
    if figure.overlaps() {
        notes.push(text.tr(overlap(figure)).into_owned());
    } else if figure.columns.is_none() && figure.rounds() {
        notes.push(text.tr("figure-rounded").into_owned());
    }
    let unstated = figure.rows.slots.iter().position(|slot| *slot == 0);
    if let Some(place) = unstated
        && figure.rows.field == Field::Article
        && figure.now.rows[place] > 0
        && figure.measure == Measure::Needs
    {
        let count = figure.now.rows[place];
        let number = Arg::from(spelled_first(count, text));
        let one = Arg::from(u32::from(count != 1));
        notes.push(text.tra("figure-no-article", &[("count", number), ("several", one)]));
    }
    if look.vocabulary.nameless.is_some() {
        notes.push(text.tr("cli-no-names").into_owned());
    }
    if look.illustrative {
        notes.push(text.tr("cli-illustrative").into_owned());
    }
    notes
}

/// The note why the lines add up to more than there is.
fn overlap(figure: &Figure) -> &'static str {
    match figure.measure {
        Measure::Needs => "figure-overlap-needs",
        Measure::States | Measure::Reviews => "figure-overlap-states",
    }
}
