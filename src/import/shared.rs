//! The parts of a row that files of several lists have: the State, dates, plain values, identity.

use super::cells::{Cells, Reasons};
use super::context::Context;
use super::dates_in_cell;
use super::staged::{Candidate, StateOf};
use super::target::Meaning;
use super::verdict::{Reason, ReasonKind};
use crate::domain::{Coded, NAME_LIMIT, Origin, PartialDate, clean_line, fold};
use crate::entry::Refusal;
use crate::fields::FieldValue;
use crate::text::{Arg, Lang, Text};

/// Gives the States of a row: by the code, the name, the row above or the value that every record has. `None` where
/// nothing states one; none for a bad cell.
pub(super) fn states(
    context: &mut Context<'_>,
    row: u32,
    cells: &Cells,
    reasons: &mut Reasons<'_>,
) -> Option<Vec<StateOf>> {
    let code = cells.find(Meaning::StateCode);
    let name = cells.field("state");
    let Some(cell) = name.or(code) else { return from_elsewhere(context, reasons) };
    context.above = Some((row, cell.text.clone()));
    let named = context.states(&cell.text);
    if let (Some(code), Some(name)) = (code, name) {
        let by_code = context.states(&code.text);
        if by_code.states.len() == 1 && by_code.states != named.states {
            // A name that nobody knows says nothing against the code.
            if let [_] = named.states[..] {
                let shown = Arg::InEach(context.names.shown(&by_code.states[0]));
                let reason = Reason::at(None, &name.text, ReasonKind::NameAndCode).with(shown);
                reasons.add(Some(name.column), reason);
            }
            return Some(by_code.states);
        }
    }
    for reason in named.reasons {
        reasons.add(Some(cell.column), reason);
    }
    Some(named.states)
}

/// The State of a row whose cell is empty.
fn from_elsewhere(context: &mut Context<'_>, reasons: &mut Reasons<'_>) -> Option<Vec<StateOf>> {
    let fixed =
        context.target.field("state").and_then(|field| context.fixed(Meaning::Field(field)));
    if let Some(fixed) = fixed {
        let named = context.states(&fixed);
        for reason in named.reasons {
            reasons.add(None, reason);
        }
        return Some(named.states);
    }
    let column =
        context.mapping.column_of("state").or(context.mapping.column(Meaning::StateCode))?;
    if context.options.is_json {
        return None;
    }
    let (line, above) = context.above.clone()?;
    let named = context.states(&above);
    if named.states.is_empty() {
        return None;
    }
    let filled = Reason::at(None, &above, ReasonKind::FilledDown).with(line.to_string());
    reasons.add(Some(column), filled);
    Some(named.states)
}

/// Sets a field that is read as a form reads it.
pub(super) fn plain(
    context: &mut Context<'_>,
    code: &str,
    cells: &Cells,
    record: &mut Candidate,
    reasons: &mut Reasons<'_>,
) {
    let Some(field) = context.target.field(code) else { return };
    let cell = cells.field(code);
    let column = cell.map(|cell| cell.column);
    let fixed = context.fixed(Meaning::Field(field));
    let Some(text) = cell.map(|cell| cell.text.clone()).or(fixed) else { return };
    let text = match field.value() {
        FieldValue::YesNo => yes_or_no(&text).map_or(text, str::to_owned),
        _ => text,
    };
    let value = context.value(field, &text, column, reasons);
    record.set_field(field, value);
}

/// Fields of which an empty cell says nothing: they are made of several columns, or a record always has them.
const NEVER_EMPTY: [&str; 5] = ["state", "review", "duplicate", "source", "text"];

/// Says of each field with a column whose cell is empty that it is not stated.
pub(super) fn empty(context: &Context<'_>, record: &mut Candidate) {
    for column in &context.mapping.columns {
        let field = match column.means {
            Some(Meaning::Field(field)) => Some(field),
            Some(Meaning::CategoryCode) => context.target.field("category"),
            _ => None,
        };
        let Some(field) = field.filter(|own| !NEVER_EMPTY.contains(&own.code())) else { continue };
        let is_linked = field.code() == "document" && record.value("document-words").is_some();
        if !is_linked && !record.values.iter().any(|(own, _)| *own == field) {
            record.values.push((field, None));
        }
    }
}

/// Words for yes and no beside those of the program, folded.
const YES: [&str; 8] = ["true", "1", "x", "y", "oui", "si", "да", "نعم"];
const NO: [&str; 6] = ["false", "0", "n", "non", "нет", "لا"];

/// `yes` or `no` for a word that means it.
pub(super) fn yes_or_no(text: &str) -> Option<&'static str> {
    let folded = fold(text.trim());
    if YES.contains(&folded.as_str()) {
        return Some("yes");
    }
    NO.contains(&folded.as_str()).then_some("no")
}

/// Sets a field that holds a date. `is_past` says that a date after today is asked about, and left out of the proposal.
pub(super) fn date(
    context: &mut Context<'_>,
    code: &str,
    cells: &Cells,
    record: &mut Candidate,
    is_past: bool,
    reasons: &mut Reasons<'_>,
) {
    let Some(field) = context.target.field(code) else { return };
    let cell = cells.field(code);
    let column = cell.map(|cell| cell.column);
    let fixed = context.fixed(Meaning::Field(field));
    let Some(text) = cell.map(|cell| cell.text.clone()).or(fixed) else { return };
    let state = cell.map(|cell| cell.state).unwrap_or_default();
    let (first, contradicts) = column.map_or((None, false), |column| context.order(column));
    let read = dates_in_cell::date(&text, state, first, contradicts);
    for reason in read.reasons {
        reasons.add(column, reason);
    }
    let Some(date) = read.date else { return };
    if is_past && date.first_day() > context.options.today {
        reasons.say(column, &text, ReasonKind::Ahead);
        return;
    }
    // A field that takes days alone has the last one that a month or a year may mean.
    let date = match field.value() {
        FieldValue::Day => PartialDate::Day(date.last_day()),
        _ => date,
    };
    record.set_field(field, Some(date.to_string()));
}

/// Gives a text that a field can take; one that is too long is refused.
pub(super) fn fitting(
    text: String,
    most: usize,
    context: &Context<'_>,
    code: &str,
    reasons: &mut Reasons<'_>,
) -> Option<String> {
    let field = context.target.field(code)?;
    if text.is_empty() {
        return None;
    }
    if text.len() > most {
        let refusal = Refusal::LongText(field, text.len(), most);
        let reason = Reason::at(None, &text, ReasonKind::Refused);
        let reason = Reason { refusal: Some(refusal), ..reason };
        reasons.add(context.mapping.column_of(code), reason);
        return None;
    }
    Some(text)
}

/// Gives words of one line that a field can take; those that are too long are refused.
pub(super) fn line(
    words: String,
    context: &Context<'_>,
    code: &str,
    column: Option<usize>,
    reasons: &mut Reasons<'_>,
) -> Option<String> {
    let field = context.target.field(code)?;
    let line = clean_line(&words);
    let letters = line.chars().count();
    if letters > NAME_LIMIT {
        let refusal = Refusal::LongLine(field, letters, NAME_LIMIT);
        let reason = Reason::at(None, &line, ReasonKind::Refused);
        reasons.add(column, Reason { refusal: Some(refusal), ..reason });
        return None;
    }
    Some(line).filter(|line| !line.is_empty())
}

/// Sets the identity of a record and its origin, as far as the file has them.
pub(super) fn identity(cells: &Cells, record: &mut Candidate, reasons: &mut Reasons<'_>) {
    if let Some(cell) = cells.find(Meaning::Uuid) {
        let uuid = cell.text.to_ascii_lowercase();
        if is_uuid(&uuid) {
            record.uuid = Some(uuid);
        } else {
            reasons.say(Some(cell.column), &cell.text, ReasonKind::Refused);
        }
    }
    record.number_in_file = cells.text(Meaning::Number).parse().ok();
    record.version = cells.text(Meaning::Version).parse().ok();
    if let Some(cell) = cells.field("duplicate") {
        match cell.text.parse() {
            Ok(number) => record.duplicate_in_file = Some(number),
            Err(_) => reasons.say(Some(cell.column), &cell.text, ReasonKind::Refused),
        }
    }
    let says = |means| cells.find(means).filter(|cell| is_illustrative(&cell.text, means));
    if let Some(cell) = says(Meaning::Illustrative).or_else(|| says(Meaning::Origin)) {
        record.origin = Origin::Illustrative;
        reasons.say(Some(cell.column), &cell.text, ReasonKind::Illustrative);
    }
}

/// Whether a cell says that its record is illustrative.
fn is_illustrative(text: &str, means: Meaning) -> bool {
    let code = Origin::Illustrative.code();
    let folded = fold(text.trim());
    let named = || Lang::ALL.iter().map(|lang| fold(&Text::of(*lang).value("origin", code)));
    let is_named = folded == code || named().any(|name| name == folded);
    is_named
        || (means == Meaning::Illustrative && (folded == "yes" || yes_or_no(text) == Some("yes")))
}

/// Whether a text is a UUID, in small letters.
fn is_uuid(text: &str) -> bool {
    let lengths = [8, 4, 4, 4, 12];
    let parts: Vec<&str> = text.split('-').collect();
    let fits = |(part, length): (&&str, usize)| {
        part.len() == length && part.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    };
    parts.len() == lengths.len() && parts.iter().zip(lengths).all(fits)
}
