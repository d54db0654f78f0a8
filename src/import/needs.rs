//! A row of a file of needs: the needs that it would become, with their reviews.

use super::articles_in_cell::{articles, chapters};
use super::categories_in_cell::CategoryMeant;
use super::cells::{Cells, Prepared, Reasons};
use super::context::Context;
use super::cycles;
use super::lists;
use super::shared;
use super::staged::{Candidate, StateOf};
use super::states_in_cell;
use super::target::Meaning;
use super::verdict::{Reason, ReasonKind};
use crate::domain::{ArticleSet, Chapter, Coded, Cycle, Kind, NAME_LIMIT, NOTES_LIMIT, Source};
use crate::entry::language_of;
use crate::spreadsheet::CellState;
use crate::text::UNSTATED;

/// The source of a need that belongs to no review, where the file does not state it.
const OUTSIDE: Source = Source::StateReport;

/// Fields that are read as a form reads them.
const PLAIN: [&str; 6] = ["rank", "priority", "horizon", "response", "focal", "language"];

/// Gives the needs of a row: several where a cell names several States, or a list that the user wants divided.
pub(super) fn candidates(
    context: &mut Context<'_>,
    row: u32,
    cells: &Cells,
    reasons: &mut Reasons<'_>,
) -> Vec<Candidate> {
    let mut need = Candidate::new(Kind::Need);
    let mut text = cells.field("text").map_or("", |cell| cell.text.as_str());
    let mut notes = cells.field("notes").map_or_else(String::new, |cell| cell.text.clone());
    let column = context.mapping.column_of("text");
    if context.mapping.column_of("paragraph").is_none()
        && let Some((paragraph, rest)) = lists::paragraph(text)
    {
        let reason = Reason::at(None, text, ReasonKind::ParagraphInText).with(paragraph);
        reasons.add(column, reason);
        need.set("paragraph", Some(paragraph.to_owned()));
        text = rest;
    }
    let states = states(context, row, cells, &mut text, reasons);
    let (set, paragraphs) = places(cells, context.options.is_json, reasons);
    if let Some(paragraphs) = paragraphs {
        notes = if notes.is_empty() { paragraphs } else { format!("{notes}\n{paragraphs}") };
    }
    let source = cells.field("source").map(|cell| {
        let field = context.target.field("source");
        field.and_then(|field| context.value(field, &cell.text, Some(cell.column), reasons))
    });
    let source = source.flatten().and_then(|code| Source::from_code(&code));
    let is_outside = source.is_some_and(|source| source != Source::Review);
    let cycle = cycle(context, cells, set, is_outside, reasons);
    let listed = |set: ArticleSet| {
        set.iter().map(|article| article.number().to_string()).collect::<Vec<_>>().join("; ")
    };
    let alone: Vec<String> = set.chapters_alone().map(|one| one.number().to_string()).collect();
    need.set("article", Some(listed(set)).filter(|listed| !listed.is_empty()));
    need.set("chapter", Some(alone.join("; ")).filter(|listed| !listed.is_empty()));
    need.set("category", category(context, cells, cycle, reasons));
    document(context, cells, &mut need, reasons);
    for code in PLAIN {
        shared::plain(context, code, cells, &mut need, reasons);
    }
    shared::date(context, "identified", cells, &mut need, true, reasons);
    shared::date(context, "projected", cells, &mut need, false, reasons);
    let notes = shared::fitting(notes, NOTES_LIMIT, context, "notes", reasons);
    need.set("notes", notes);
    themes(context, cells, &mut need, reasons);
    recommendations(cells, &mut need);
    shared::identity(cells, &mut need, reasons);
    shared::empty(context, &mut need);
    let cycle = cycle.filter(|_| !is_outside);
    need.set(
        "source",
        Some(match (cycle, source) {
            (Some(_), _) => Source::Review.code().to_owned(),
            (None, Some(source)) if source != Source::Review => source.code().to_owned(),
            (None, _) => OUTSIDE.code().to_owned(),
        }),
    );
    let texts = texts(context, text, reasons);
    let mut all = Vec::new();
    for state in &states {
        for text in &texts {
            all.push(of_state(&need, state, cycle, text));
        }
    }
    all
}

/// A need of a State with its text.
fn of_state(need: &Candidate, state: &StateOf, cycle: Option<Cycle>, text: &str) -> Candidate {
    let mut own = need.clone();
    own.state = Some(state.clone());
    own.review = cycle.map(|cycle| (state.clone(), cycle));
    if let Some(value) = state.value() {
        own.set("state", Some(value));
    }
    own.set("text", Some(text.to_owned()));
    if own.value("language").is_none() {
        own.set("language", language_of(text).map(str::to_owned));
    }
    own
}

/// The States of a row; none for one that is bad.
fn states(
    context: &mut Context<'_>,
    row: u32,
    cells: &Cells,
    text: &mut &str,
    reasons: &mut Reasons<'_>,
) -> Vec<StateOf> {
    if let Some(named) = shared::states(context, row, cells, reasons) {
        return named;
    }
    let column = context.mapping.column_of("state");
    let not_named = context.names.not_named().clone();
    if column.is_some() && context.options.is_json {
        return vec![not_named];
    }
    if let Some((of, rest)) = states_in_cell::at_the_end(text, &context.names) {
        let shown = crate::text::Arg::InEach(context.names.shown(&of));
        reasons.add(column, Reason::at(None, text, ReasonKind::StateInText).with(shown));
        *text = rest;
        return vec![of];
    }
    reasons.say(column, "", ReasonKind::NoState);
    vec![not_named]
}

/// The articles and the chapters alone of a row, and the words of its articles where these name paragraphs.
fn places(cells: &Cells, is_json: bool, reasons: &mut Reasons<'_>) -> (ArticleSet, Option<String>) {
    let (mut set, mut kept) = (ArticleSet::EMPTY, None);
    if let Some(cell) = cells.field("article") {
        let read = articles(&cell.text, cell.state, !is_json);
        for reason in read.reasons {
            reasons.add(Some(cell.column), reason);
        }
        set = read.articles.unwrap_or_default();
        if read.has_paragraphs {
            reasons.say(Some(cell.column), &cell.text, ReasonKind::Paragraphs);
            kept = Some(cell.text.clone());
        }
    }
    if let Some(cell) = cells.field("chapter") {
        match chapters(&cell.text) {
            Ok(stated) => {
                let is_other = set.chapters().any(|chapter| !stated.contains(&chapter));
                if is_other {
                    reasons.say(Some(cell.column), &cell.text, ReasonKind::OtherChapter);
                }
                let of_articles: Vec<Chapter> = set.chapters().collect();
                let alone =
                    stated.into_iter().filter(|own| !is_other && !of_articles.contains(own));
                alone.for_each(|chapter| set.insert_chapter(chapter));
            }
            Err(kind) => reasons.say(Some(cell.column), &cell.text, kind),
        }
    }
    (set, kept)
}

/// The cycle of the review that a need belongs to: as stated, else as its articles or its category tell.
fn cycle(
    context: &mut Context<'_>,
    cells: &Cells,
    set: ArticleSet,
    is_outside: bool,
    reasons: &mut Reasons<'_>,
) -> Option<Cycle> {
    let cell = cells.find(Meaning::Cycle);
    let column = cell.map(|cell| cell.column).or(context.mapping.column(Meaning::Cycle));
    let stated = cell.map(|cell| cell.text.clone()).or_else(|| context.fixed(Meaning::Cycle));
    let number = |cycle: Cycle| u32::from(cycle.number());
    let of_articles: Vec<Cycle> = set.chapters().filter_map(cycles::of_chapter).collect();
    if let Some(stated) = stated {
        let Some(cycle) = cycles::cycle(&stated) else {
            reasons.say(column, &stated, ReasonKind::Refused);
            return None;
        };
        // A need with a UUID comes from a register, where it stands so.
        let is_sure = is_outside || cells.find(Meaning::Uuid).is_some();
        let other = of_articles.first().copied();
        return match other.filter(|_| !of_articles.contains(&cycle) && !is_sure) {
            Some(other) => {
                let kind = ReasonKind::CycleOfArticles;
                reasons.add(column, Reason::at(None, cycle.code(), kind).with(number(other)));
                Some(other)
            }
            None => Some(cycle),
        };
    }
    if is_outside {
        return None;
    }
    let first = of_articles.iter().filter(|cycle| **cycle == Cycle::First).count();
    let second = of_articles.len() - first;
    let (taken, kind) = match (first, second) {
        (0, 0) => {
            let Some(cycle) = category_cycle(context, cells) else {
                reasons.say(column, "", ReasonKind::NoReview);
                return None;
            };
            (cycle, ReasonKind::CycleTaken)
        }
        (_, 0) => (Cycle::First, ReasonKind::CycleTaken),
        (0, _) => (Cycle::Second, ReasonKind::CycleTaken),
        _ => (if second > first { Cycle::Second } else { Cycle::First }, ReasonKind::TwoCycles),
    };
    reasons.add(column, Reason::at(None, "", kind).with(number(taken)));
    Some(taken)
}

fn category_cell(cells: &Cells) -> Option<&Prepared> {
    cells.find(Meaning::CategoryCode).or_else(|| cells.field("category"))
}

/// The cycle of the list in which alone the category of a row stands.
fn category_cycle(context: &Context<'_>, cells: &Cells) -> Option<Cycle> {
    match context.categories.read(&category_cell(cells)?.text, None) {
        CategoryMeant::One(cycle, _) => Some(cycle),
        _ => None,
    }
}

/// The code of the category of a row.
fn category(
    context: &Context<'_>,
    cells: &Cells,
    cycle: Option<Cycle>,
    reasons: &mut Reasons<'_>,
) -> Option<String> {
    let cell = category_cell(cells)?;
    let reason = |kind| Reason::at(None, &cell.text, kind);
    let why = match context.categories.read(&cell.text, cycle) {
        CategoryMeant::One(_, code) => return Some(code),
        CategoryMeant::OfOther => {
            let own = cycle.map_or(0, |cycle| u32::from(cycle.number()));
            reason(ReasonKind::OtherCycle).with(own)
        }
        // Outside reviews no cycle tells which of two lists is meant.
        CategoryMeant::Either | CategoryMeant::Unknown(None) => reason(ReasonKind::UnknownCategory),
        CategoryMeant::Unknown(Some(near)) => reason(ReasonKind::UnknownCategory).with(near),
    };
    reasons.add(Some(cell.column), why);
    None
}

/// Sets the document of a need, linked where the register has it, and its paragraph.
fn document(
    context: &mut Context<'_>,
    cells: &Cells,
    need: &mut Candidate,
    reasons: &mut Reasons<'_>,
) {
    let means = context.target.field("document").map(Meaning::Field);
    let fixed = means.and_then(|means| context.fixed(means));
    let cell = cells.field("document").or_else(|| cells.field("document-words"));
    let column = cell.map(|cell| cell.column);
    if let Some(words) = cell.map(|cell| cell.text.clone()).or(fixed) {
        if let Some(symbol) = context.register.document(&words) {
            need.set("document", Some(symbol.to_owned()));
        } else {
            let words = shared::line(&words, context, "document-words", column, reasons);
            need.set("document-words", words);
        }
    }
    if let Some(cell) = cells.field("paragraph") {
        let line = shared::line(&cell.text, context, "paragraph", Some(cell.column), reasons);
        need.set("paragraph", line);
    }
}

/// Sets the themes of a need, with those that are to be made.
fn themes(context: &Context<'_>, cells: &Cells, need: &mut Candidate, reasons: &mut Reasons<'_>) {
    let mut all: Vec<String> = Vec::new();
    let is_theme =
        |cell: &&Prepared| matches!(cell.means, Meaning::Field(f) if f.code() == "theme");
    for cell in cells.filled().filter(is_theme) {
        for value in lists::of_cell(cell) {
            let is_one = cell.state == CellState::List;
            let parts = value.split([',', '，']).map(str::trim).filter(|_| !is_one);
            let parts: Vec<&str> = parts.collect();
            let known: Option<Vec<&str>> =
                parts.iter().map(|part| context.register.theme(part)).collect();
            let known = known.filter(|known| !known.is_empty());
            if let Some(known) = context.register.theme(&value).map(|one| vec![one]).or(known) {
                all.extend(known.into_iter().map(str::to_owned));
                continue;
            }
            let name = crate::domain::clean_line(&value.replace(';', ","));
            if name.chars().count() > NAME_LIMIT {
                reasons.say(Some(cell.column), &name, ReasonKind::Refused);
                continue;
            }
            reasons.say(Some(cell.column), &name, ReasonKind::NewTheme);
            need.new_themes.push(name.clone());
            all.push(name);
        }
    }
    all.sort_unstable();
    all.dedup();
    need.set("theme", Some(all.join("; ")).filter(|all| !all.is_empty()));
}

/// Sets the recommendations of the review that a need answers to, each in the language that its words tell.
fn recommendations(cells: &Cells, need: &mut Candidate) {
    let Some(cell) = cells.field("recommendation") else { return };
    let row = |text: &String| {
        let language = language_of(text).unwrap_or(UNSTATED);
        serde_json::json!([text, language, null, null])
    };
    let rows: Vec<serde_json::Value> = lists::of_cell(cell).iter().map(row).collect();
    let rows = serde_json::Value::from(rows).to_string();
    need.set("recommendation", Some(rows));
}

/// The texts of the needs of a row: one, or the items of a list where the user wants it divided.
fn texts(context: &Context<'_>, text: &str, reasons: &mut Reasons<'_>) -> Vec<String> {
    let column = context.mapping.column_of("text");
    if text.is_empty() {
        context.missing("text", reasons);
        return Vec::new();
    }
    let Some(text) = shared::fitting(text.to_owned(), NOTES_LIMIT, context, "text", reasons) else {
        return Vec::new();
    };
    let splits =
        column.and_then(|place| context.mapping.columns.get(place)).is_some_and(|own| own.splits);
    match lists::items(&text) {
        Some(items) => {
            let reason = Reason::at(None, &text, ReasonKind::ListInCell).with(items.len());
            reasons.add(column, reason);
            if splits { items } else { vec![text] }
        }
        None => vec![text],
    }
}
