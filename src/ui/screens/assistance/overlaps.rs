//! Below the list of overlaps: both activities of the one under the cursor side by side, why they overlap, and its mark.

use super::rule::rule;
use crate::app::assistance_records::Records;
use crate::app::marked::Marked;
use crate::app::screens::Assistance;
use crate::assistance::{Certainty, Ground, NEAR, Overlap, Period};
use crate::columns::overlaps::{OverlapRow, providers, states_helped, themes};
use crate::columns::reader::Reader;
use crate::domain::Coded;
use crate::paint::theme::NIL;
use crate::paint::{names, values};
use crate::query::register::{Activity, Vocabulary};
use crate::text::{Arg, Named, grouped};
use crate::ui::Pen;
use crate::ui::line::{put, shortened, wrapped};
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// The cells of the heads of facts, the blank behind them included.
const HEADS: u16 = 11;

/// Draws it.
pub(super) fn foot(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    answer: &Answer,
    records: &Records<'_>,
    page: &Assistance,
) {
    let Some(row) = page.shown().current.and_then(|place| records.overlap(place)) else { return };
    let text = pen.text;
    rule(pen, buffer, area, 0, &text.tr("overlap-both"));
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let side = inside.width.saturating_sub(HEADS) / 2;
    let mut y = 1;
    let reader = pen.look(answer, 0).reader;
    // Beneath the facts stand why they overlap and the mark.
    let below = below(pen, answer, &row, inside.width.into());
    let facts = facts(pen, reader, &row);
    let room = area.height.saturating_sub(1 + below.len() as u16);
    for (number, (head, both)) in facts.into_iter().enumerate().take(usize::from(room)) {
        put(buffer, inside, 0, y, &shortened(&head, usize::from(HEADS) - 1), pen.theme.dim);
        for (place, said) in both.into_iter().enumerate() {
            let is_chosen = number == 0 && (place == 1) == page.second;
            let active = is_chosen && !page.among_sections && !pen.app.facets.focused;
            let style = match (active, number) {
                (true, _) => pen.theme.strong.add_modifier(Modifier::REVERSED),
                (false, 0) => pen.theme.strong,
                (false, _) => pen.theme.plain,
            };
            let x = HEADS + place as u16 * side;
            put(buffer, inside, x, y, &shortened(&said, usize::from(side) - 1), style);
        }
        y += 1;
    }
    for line in below {
        if y < area.height {
            put(buffer, inside, 0, y, &line, pen.theme.plain);
        }
        y += 1;
    }
}

/// The facts of both, each with its head: first the code with who provides it.
fn facts(pen: &Pen<'_>, reader: Reader<'_>, row: &OverlapRow<'_>) -> Vec<(String, [String; 2])> {
    let (text, lang) = (pen.text, pen.text.lang());
    let head = |id: &str| text.tr(id).into_owned();
    let or_nil = |said: String| if said.is_empty() { NIL.to_owned() } else { said };
    let both = |said: &dyn Fn(&Activity) -> String| row.of.map(|one| or_nil(said(one)));
    let dates = |one: &Activity| match (one.starts.as_str(), one.ends.as_str()) {
        (starts, ends) if starts == ends || ends.is_empty() => starts.to_owned(),
        (starts, ends) => format!("{starts} – {ends}").trim().to_owned(),
    };
    let organisations = |places: &[u16]| {
        let known =
            places.iter().filter_map(|at| reader.vocabulary.organisations.get(usize::from(*at)));
        let short = known.map(|one| names::organisation_short(one, lang));
        short.collect::<Vec<_>>().join(&text.tr("list-separator"))
    };
    let states = |one: &Activity| states_helped(one, reader, text);
    vec![
        (String::new(), both(&|one| format!("{}  {}", one.code, providers(one, reader, text)))),
        (head("overlap-head-what"), both(&|one| one.in_lang(lang).to_owned())),
        (head("overlap-head-status"), both(&|one| text.value_in_words("status", &one.status))),
        (head("overlap-head-when"), both(&dates)),
        (head("overlap-head-states"), both(&states)),
        (head("overlap-head-articles"), both(&|one| names::articles(one.articles, text))),
        (head("overlap-head-donor"), both(&|one| organisations(&one.donors))),
    ]
}

/// Why they overlap, the mark with who made it, and the keys that mark.
fn below(pen: &Pen<'_>, answer: &Answer, row: &OverlapRow<'_>, room: usize) -> Vec<String> {
    let text = pen.text;
    let of = &*answer.register.vocabulary;
    let mut lines = wrapped(&reason(pen, answer, row), room);
    if let Some(mark) = row.mark {
        let who = values::person(Some(of), &mark.who, text);
        let finding = text.value("mark", mark.mark.code());
        let at = mark.at.map(|at| at.to_string().get(..10).unwrap_or_default().to_owned());
        let args = [
            ("mark", Arg::from(finding)),
            ("who", Arg::from(who)),
            ("at", Arg::from(at.clone().unwrap_or_default())),
            ("why", Arg::from(mark.why.as_str())),
            ("said", Arg::from(usize::from(!mark.why.is_empty()))),
        ];
        let id = if at.is_some() { "overlap-marked" } else { "overlap-marked-only" };
        lines.extend(wrapped(&text.tra(id, &args), room));
        if !mark.changed.is_empty() {
            let facts = mark.changed.iter().map(|fact| text.value("fact", fact.code()));
            let facts = facts.collect::<Vec<_>>().join(&text.tr("list-separator"));
            let args = [("facts", Arg::from(facts))];
            lines.extend(wrapped(&text.tra("overlap-changed-since", &args), room));
        }
    }
    lines
}

/// Why they overlap, and how certain that is.
fn reason(pen: &Pen<'_>, answer: &Answer, row: &OverlapRow<'_>) -> String {
    let (text, of) = (pen.text, &*answer.register.vocabulary);
    let verdict = text.tr(&format!("overlap-is-{}", row.certainty.code())).into_owned();
    if of.nameless.is_some() {
        return text.tra("overlap-nameless", &[("verdict", Arg::from(verdict))]);
    }
    let today = answer.plan.context().today;
    let periods = row.of.map(|activity| Period::of(activity, today));
    let ground = row.common.ground;
    let (id, days) = match (row.certainty, periods) {
        (Certainty::Certain, [Some(one), Some(other)]) => ("certain", one.days_together(other)),
        (Certainty::Likely, [Some(one), Some(other)]) => ("near", one.days_apart(other)),
        (Certainty::Likely, _) => ("unknown", NEAR),
        (_, _) if ground == Some(Ground::Region) => ("region", NEAR),
        _ => ("neither", NEAR),
    };
    let time = text.tra(&format!("overlap-time-{id}"), &[("days", Arg::from(days as usize))]);
    let count = |count: usize| Arg::from(count);
    let by_theme = row.common.articles.is_empty();
    let themes =
        if by_theme { themes(row, pen.look(answer, 0).reader, text) } else { String::new() };
    let args = [
        ("verdict", Arg::from(verdict)),
        ("time", Arg::from(time)),
        ("states", count(row.common.states.len())),
        ("articles", count(row.common.articles.iter().count())),
        ("themes", Arg::from(themes)),
    ];
    text.tra(if by_theme { "overlap-reason-themes" } else { "overlap-reason" }, &args)
}

/// How many overlaps there are of each certainty, in words.
pub(super) fn counted(pen: &Pen<'_>, records: &Records<'_>) -> String {
    let found: Vec<Overlap> = records.listed_overlaps().map(|(_, overlap)| overlap).collect();
    let of = |certainty: Certainty| {
        Arg::from(found.iter().filter(|one| one.certainty == certainty).count())
    };
    let args = [
        ("count", Arg::from(found.len())),
        ("shown", Arg::from(grouped(found.len() as u64))),
        ("certain", of(Certainty::Certain)),
        ("likely", of(Certainty::Likely)),
        ("possible", of(Certainty::Possible)),
    ];
    let said = pen.text.tra(records.counted(), &args);
    match records.marked() {
        Marked::All => said,
        marked => format!("{} · {said}", pen.text.tr(&format!("marked-{}", marked.code()))),
    }
}

/// What is told where there is no overlap.
pub(super) fn none(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, of: &Vocabulary) {
    let mut providers: Vec<u16> =
        of.activities.iter().flat_map(|one| one.providers.iter().copied()).collect();
    providers.sort_unstable();
    providers.dedup();
    let args = [
        ("activities", Arg::from(grouped(of.activities.len() as u64))),
        ("providers", Arg::from(providers.len())),
    ];
    let is_whole = pen.app.place().filter.is_empty();
    let said = if is_whole {
        pen.text.tra("empty-overlaps", &args)
    } else {
        pen.text.tr("empty-assistance").into_owned()
    };
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    for (y, line) in (1..area.height).zip(wrapped(&said, inside.width.into())) {
        put(buffer, inside, 0, y, &line, pen.theme.plain);
    }
}
