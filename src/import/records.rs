//! A row of a file of reviews, people or activities: the record that it would become.

use super::cells::{Cells, Prepared, Reasons};
use super::context::Context;
use super::lists;
use super::shared;
use super::staged::Candidate;
use super::states_in_cell;
use super::target::{Meaning, Target};
use super::verdict::ReasonKind;
use crate::domain::{Coded, NOTES_LIMIT, clean_line};
use crate::entry::language_of;
use crate::fields::{FieldValue, RecordField};
use crate::text::UNSTATED;

/// The dates of an activity or a post that may lie ahead.
const MAY_LIE_AHEAD: [&str; 3] = ["starts", "ends", "until"];

/// Gives the record of a row.
pub(super) fn candidates(
    context: &mut Context<'_>,
    row: u32,
    cells: &Cells,
    reasons: &mut Reasons<'_>,
) -> Vec<Candidate> {
    let mut record = Candidate::new(context.target.kind());
    if context.target != Target::Activities {
        state(context, row, cells, &mut record, reasons);
    }
    let all: Vec<Prepared> = cells.filled().cloned().collect();
    for cell in &all {
        match cell.means {
            Meaning::Field(field) => one(context, field, cell, cells, &mut record, reasons),
            Meaning::ByLanguage(base) => by_language(context, base, cell, &mut record, reasons),
            Meaning::Reviewers => reviewers(context, cell, &mut record, reasons),
            Meaning::JointMeeting => joint_meeting(cell, &mut record, reasons),
            _ => {}
        }
    }
    let fixed: Vec<Meaning> = context.mapping.fixed.keys().copied().collect();
    for means in fixed {
        if let Meaning::Field(field) = means
            && field.code() != "state"
            && cells.find(means).is_none()
        {
            shared::plain(context, field.code(), cells, &mut record, reasons);
        }
    }
    region(cells, &mut record);
    shared::identity(cells, &mut record, reasons);
    shared::empty(context, &mut record);
    required(context, &record, reasons);
    vec![record]
}

/// Sets the State of a review or a post.
fn state(
    context: &mut Context<'_>,
    row: u32,
    cells: &Cells,
    record: &mut Candidate,
    reasons: &mut Reasons<'_>,
) {
    // A post need not belong to a State, and says nothing about the one above.
    let is_filled = cells.field("state").is_some() || cells.find(Meaning::StateCode).is_some();
    if !is_filled && context.target == Target::People {
        return;
    }
    let states = shared::states(context, row, cells, reasons).unwrap_or_default();
    match &states[..] {
        [] => {}
        [state] => {
            record.state = Some(state.clone());
            if let Some(value) = state.value() {
                record.set("state", Some(value));
            }
        }
        _ => {
            let cell = cells.field("state");
            let text = cell.map_or("", |cell| cell.text.as_str());
            reasons.say(cell.map(|cell| cell.column), text, ReasonKind::UnknownState);
        }
    }
}

/// Sets the value of a field.
fn one(
    context: &mut Context<'_>,
    field: RecordField,
    cell: &Prepared,
    cells: &Cells,
    record: &mut Candidate,
    reasons: &mut Reasons<'_>,
) {
    let column = Some(cell.column);
    let code = field.code();
    match field.value() {
        _ if code == "state" => {}
        FieldValue::Date | FieldValue::Day => {
            let is_past = !MAY_LIE_AHEAD.contains(&code);
            shared::date(context, code, cells, record, is_past, reasons);
        }
        FieldValue::Reference if code.starts_with("reviewer") => {
            let states = context.states(&cell.text);
            for reason in states.reasons {
                reasons.add(column, reason);
            }
            if let [state] = &states.states[..] {
                record.set_field(field, state.value());
            }
        }
        FieldValue::OneOf(_) if code == "cycle" => match super::cycles::cycle(&cell.text) {
            Some(cycle) => record.set_field(field, Some(cycle.code().to_owned())),
            None => reasons.say(column, &cell.text, ReasonKind::Refused),
        },
        FieldValue::Articles => {
            let read =
                super::articles_in_cell::articles(&cell.text, cell.state, !context.options.is_json);
            for reason in read.reasons {
                reasons.add(column, reason);
            }
            let numbers = read.articles.unwrap_or_default();
            let all: Vec<String> = numbers.iter().map(|one| one.number().to_string()).collect();
            record.set_field(field, Some(all.join("; ")).filter(|all| !all.is_empty()));
        }
        FieldValue::Chapters => match super::articles_in_cell::chapters(&cell.text) {
            Ok(all) => {
                let all: Vec<String> = all.iter().map(|one| one.number().to_string()).collect();
                record.set_field(field, Some(all.join("; ")));
            }
            Err(kind) => reasons.say(column, &cell.text, kind),
        },
        FieldValue::References | FieldValue::Lines => {
            let listed = lists::of_cell(cell);
            let values: Vec<String> = (listed.iter())
                .filter_map(|value| context.value(field, value, column, reasons))
                .collect();
            record.set_field(field, Some(values.join("; ")).filter(|all| !all.is_empty()));
        }
        FieldValue::Rows if code == "helped" => helped(context, field, cell, record, reasons),
        _ => shared::plain(context, code, cells, record, reasons),
    }
}

/// Sets the States that an activity helps, without shares.
fn helped(
    context: &mut Context<'_>,
    field: RecordField,
    cell: &Prepared,
    record: &mut Candidate,
    reasons: &mut Reasons<'_>,
) {
    let column = Some(cell.column);
    let mut rows = Vec::new();
    for name in lists::of_cell(cell) {
        let named = context.states(&name);
        // Several States in a cell are what the column is for.
        for reason in named.reasons {
            if reason.kind != ReasonKind::SeveralStates {
                reasons.add(column, reason);
            }
        }
        let keys = named.states.iter().filter_map(super::staged::StateOf::value);
        rows.extend(keys.map(|key| serde_json::json!([key, null])));
    }
    if !rows.is_empty() {
        record.set_field(field, Some(serde_json::Value::from(rows).to_string()));
    }
}

/// Sets a name in the language that its words tell, English where they tell none.
fn by_language(
    context: &Context<'_>,
    base: &str,
    cell: &Prepared,
    record: &mut Candidate,
    reasons: &mut Reasons<'_>,
) {
    let language = language_of(&cell.text).unwrap_or("en");
    let field = context.target.field(&format!("{base}.{language}"));
    let field = field.or_else(|| context.target.field(&format!("{base}.{UNSTATED}")));
    let Some(field) = field.filter(|field| record.value(field.code()).is_none()) else { return };
    let value = if matches!(field.value(), FieldValue::Text) {
        shared::fitting(cell.text.clone(), NOTES_LIMIT, context, field.code(), reasons)
    } else {
        shared::line(&cell.text, context, field.code(), Some(cell.column), reasons)
    };
    record.set_field(field, value);
}

/// Sets the two reviewing States of a review from one cell.
fn reviewers(
    context: &mut Context<'_>,
    cell: &Prepared,
    record: &mut Candidate,
    reasons: &mut Reasons<'_>,
) {
    let listed = lists::of_cell(cell);
    let mut states = Vec::new();
    for name in &listed {
        if let Some(several) = states_in_cell::several(name, &context.names) {
            states.extend(several);
            continue;
        }
        let named = context.states(name);
        for reason in named.reasons {
            reasons.add(Some(cell.column), reason);
        }
        states.extend(named.states);
    }
    if states.len() > 2 {
        reasons.say(Some(cell.column), &cell.text, ReasonKind::Refused);
    }
    for (state, code) in states.iter().zip(["reviewer-1", "reviewer-2"]) {
        record.set(code, state.value());
    }
}

/// Sets how the direct dialogue of a review was held.
fn joint_meeting(cell: &Prepared, record: &mut Candidate, reasons: &mut Reasons<'_>) {
    let code = match shared::yes_or_no(&cell.text).unwrap_or(cell.text.as_str()) {
        "yes" => "joint meeting",
        "no" => "country visit",
        _ => return reasons.say(Some(cell.column), &cell.text, ReasonKind::Refused),
    };
    record.set("dialogue", Some(code.to_owned()));
}

/// Puts the region that a post is for behind the words of the post, as posts name it, unless it stands there.
fn region(cells: &Cells, record: &mut Candidate) {
    let region = clean_line(cells.text(Meaning::Region));
    if region.is_empty() || record.state.is_some() {
        return;
    }
    let posts = record.values.iter_mut().filter(|(field, _)| field.code().starts_with("post."));
    for (_, post) in posts {
        if let Some(words) = post.as_mut().filter(|words| !words.contains(&region)) {
            *words = format!("{words}, {region}");
        }
    }
}

/// Says which values are missing that every record of the list has.
fn required(context: &Context<'_>, record: &Candidate, reasons: &mut Reasons<'_>) {
    let identity: &[&str] = match context.target {
        Target::Reviews => &["cycle"],
        Target::People => &["code"],
        Target::Needs | Target::Activities => &[],
    };
    if context.target == Target::Reviews && record.state.is_none() {
        let is_said = record.value("state").is_some();
        if !is_said {
            context.missing("state", reasons);
        }
    }
    for code in identity.iter().filter(|code| record.value(code).is_none()) {
        context.missing(code, reasons);
    }
    let fields = RecordField::of(context.target.kind()).iter().filter(|field| field.is_required());
    for field in fields.filter(|field| !field.is_itself()) {
        let base = field.code().split('.').next().unwrap_or_default();
        let has = record
            .values
            .iter()
            .any(|(own, value)| value.is_some() && own.code().split('.').next() == Some(base));
        // A name is required in one language: say it once.
        let is_first = field.language().is_none_or(|language| language == "en");
        if !has && is_first && !identity.contains(&base) {
            context.missing(field.code(), reasons);
        }
    }
}
