//! A record as `ta-tui show` prints it: for people in parts below each other, for programs as a list of one object.

use super::shown::Shown;
use super::{fields, history};
use crate::cli::failure::Failure;
use crate::cli::format::Format;
use crate::cli::output::{Output, columns, marked};
use crate::cli::session::Question;
use crate::columns::reader::Reader;
use crate::domain::{Coded, clean_line};
use crate::exchange::{Cell, Sheet, SheetColumn, write_record, write_table};
use crate::paint::values;
use crate::store::ChangedMatch;
use crate::text::Arg;
use std::io::{self, Write as _};

/// Prints the record for people: what it is, as its list has it, its fields, its changes.
pub(super) fn for_people(shown: &Shown, question: &Question<'_>) -> Result<(), Failure> {
    let (text, vocabulary) = (question.text, &question.register.vocabulary);
    let mut out = Output::new();
    writeln!(out, "{}", heading(shown, question))?;
    if let Some(said) = taken_out(shown, question) {
        writeln!(out, "{said}")?;
    }
    if let Some(listed) = &shown.listed {
        writeln!(out)?;
        lines(&listed.columns, &listed.cells, question, &mut out)?;
    }
    if let Some(whole) = &shown.whole {
        let (heads, cells) = fields::for_people(whole, vocabulary, text);
        writeln!(out, "\n{}", text.tr("cli-show-fields"))?;
        lines(&heads, &cells, question, &mut out)?;
    }
    for changed in &shown.changed {
        let fields = changed.named().map(|field| field.in_words(text)).collect::<Arg>();
        let need = Arg::from(changed.need.to_string());
        let args = [("need", need), ("activity", changed.code.as_str().into()), ("fields", fields)];
        writeln!(out, "\n{}", text.tra("cli-show-match-changed", &args))?;
    }
    writeln!(out, "\n{}", text.tr("cli-show-history"))?;
    if shown.history.is_empty() {
        writeln!(out, "{}", text.tr("cli-show-no-history"))?;
    } else {
        let reader = Reader::new(question.register, Some(text));
        let row = |entry| history::row(entry, &shown.history, reader, text);
        let sheet = Sheet::new(history::heads(text), || shown.history.iter().map(row));
        write_table(&sheet, &text.tr("list-separator"), columns(), &mut out)?;
    }
    let remarks = question.remarks();
    if !remarks.is_empty() {
        let said: Vec<String> = remarks.iter().map(|remark| text.say(remark)).collect();
        writeln!(out, "\n{}", said.join("\n"))?;
    }
    out.finish()
}

/// What the record is: its kind, its name and number, its version.
fn heading(shown: &Shown, question: &Question<'_>) -> String {
    let text = question.text;
    let record = values::record(shown.record, shown.name.as_deref(), text);
    match &shown.whole {
        Some(whole) => text.tra(
            "cli-show-heading",
            &[
                ("record", Arg::from(record)),
                ("number", Arg::from(shown.record.number.to_string())),
                ("version", Arg::from(whole.version.to_string())),
            ],
        ),
        None => record,
    }
}

/// Who has taken the record out, when and why; `None` where it is there.
fn taken_out(shown: &Shown, question: &Question<'_>) -> Option<String> {
    shown.whole.as_ref().filter(|whole| !whole.is_there)?;
    let by = shown.history.iter().find(|entry| entry.field.is_itself() && entry.after.is_none())?;
    let who = values::person(Some(&question.register.vocabulary), &by.who, question.text);
    Some(question.text.tra(
        "cli-show-void",
        &[
            ("by", Arg::from(who)),
            ("at", Arg::from(by.at.day().to_string())),
            ("reason", Arg::from(clean_line(&by.note))),
        ],
    ))
}

/// Writes a line for each column.
fn lines(
    heads: &[SheetColumn],
    cells: &[Cell],
    question: &Question<'_>,
    out: &mut Output,
) -> io::Result<()> {
    let sheet = Sheet::new(heads.to_vec(), || std::iter::once(cells.to_vec()));
    write_record(&sheet, &question.text.tr("list-separator"), columns(), out)
}

/// A match whose activity has changed since, for programs.
fn changed_match(one: &ChangedMatch) -> Cell {
    let fields = one.fields.iter().map(|field| (*field).into()).collect();
    Cell::Object(vec![
        ("need", Cell::Id(one.need.get())),
        ("activity", one.code.as_str().into()),
        ("fields", Cell::List(fields)),
    ])
}

/// Writes the record for programs: the properties of its list, then what it is, its fields, its changes.
pub(super) fn as_data(
    shown: &Shown,
    question: &Question<'_>,
    format: Format,
) -> Result<(), Failure> {
    let (mut heads, mut cells) = match &shown.listed {
        Some(listed) => (listed.columns.clone(), listed.cells.clone()),
        None => (Vec::new(), Vec::new()),
    };
    let number = |number: u32| Cell::Id(number);
    let whole = shown.whole.as_ref();
    let record = Cell::Object(vec![
        ("kind", shown.record.kind.code().into()),
        ("number", number(shown.record.number)),
        ("name", shown.name.as_deref().map_or(Cell::Missing, Cell::stated)),
        ("version", whole.map_or(Cell::Missing, |whole| number(whole.version))),
        ("there", whole.map_or(Cell::Missing, |whole| Cell::Flag(whole.is_there))),
    ]);
    let vocabulary = &question.register.vocabulary;
    let reader = Reader::new(question.register, None);
    for (name, cell) in [
        ("record", record),
        ("fields", whole.map_or(Cell::Missing, |whole| fields::as_data(whole, vocabulary))),
        ("history", history::as_data(&shown.history, reader)),
        ("changed_matches", Cell::List(shown.changed.iter().map(changed_match).collect())),
    ] {
        heads.push(SheetColumn::new(name, ""));
        cells.push(cell);
    }
    let sheet = Sheet::new(heads, || std::iter::once(cells.clone()));
    let sheet = marked(sheet, question.register.illustrative, format);
    Output::new().sheet(&sheet, format, &question.remarks(), question.text)
}
