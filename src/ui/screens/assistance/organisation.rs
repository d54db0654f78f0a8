//! The head of the page of an organisation: what it is, what its activities could serve, with whom it works, who pays, and
//! how often it was changed.

use crate::app::assistance_records::Records;
use crate::app::screens::AssistancePage;
use crate::domain::Coded;
use crate::paint::{names, values};
use crate::query::register::{Activity, Organisation};
use crate::store::LogEntry;
use crate::text::{Arg, grouped};
use crate::ui::Pen;
use crate::ui::line::Line;
use crate::ui::screens::around::wrapped_lines;
use crate::worker::Answer;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Its lines.
pub(in crate::ui::screens) fn lines(
    pen: &Pen<'_>,
    answer: &Answer,
    page: &AssistancePage,
    own: &Records<'_>,
    id: u32,
    room: usize,
) -> Vec<Line> {
    let (text, theme) = (pen.text, &pen.theme);
    let mut lines = wrapped_lines(&own.title(id, text).unwrap_or_default(), room, theme.heading);
    let known = &answer.register.vocabulary.organisations;
    if let Some(of) = known.get(id as usize) {
        lines.extend(wrapped_lines(&about(pen, of), room, theme.plain));
    }
    let Some(records) = page.records(answer) else { return lines };
    let mut said: Vec<(&str, String)> = Vec::new();
    if let Some(found) = records.reachable() {
        let of = crate::assistance::Band::ALL.iter().zip(found.needs);
        let bands = of.map(|(band, needs)| {
            let words = text.value("band", band.code());
            format!("{words} {}", grouped(needs.into()))
        });
        said.push(("organisation-could", bands.collect::<Vec<_>>().join(" · ")));
    }
    let activities = records.activities();
    let place = u16::try_from(id).unwrap_or(u16::MAX);
    let beside =
        |of: &Activity| of.providers.iter().chain(&of.partners).copied().collect::<Vec<u16>>();
    let counted = |all: Vec<u16>| {
        let mut each: BTreeMap<u16, u32> = BTreeMap::new();
        all.into_iter().filter(|other| *other != place).for_each(|other| {
            *each.entry(other).or_default() += 1;
        });
        let mut each: Vec<(u16, u32)> = each.into_iter().collect();
        each.sort_by_key(|(_, count)| Reverse(*count));
        let named = each.into_iter().filter_map(|(other, count)| {
            let of = known.get(usize::from(other))?;
            let name = names::organisation_short(of, text.lang());
            Some(format!("{name} {}", grouped(count.into())))
        });
        named.collect::<Vec<_>>().join(" · ")
    };
    let with = counted(activities.iter().flat_map(|of| beside(of)).collect());
    let donors = counted(activities.iter().flat_map(|of| of.donors.iter().copied()).collect());
    said.push(("organisation-with", with));
    said.push(("organisation-donors", donors));
    if let Some(changes) = records.changes() {
        said.push(("organisation-history", changed(pen, changes)));
    }
    for (id, words) in said {
        let words = if words.is_empty() { text.tr("covered-none").into_owned() } else { words };
        let line = text.tra(id, &[("said", Arg::from(words))]);
        lines.extend(wrapped_lines(&line, room, theme.plain));
    }
    lines
}

/// How often it was changed, and the last change: when, by whom, and which fields.
fn changed(pen: &Pen<'_>, changes: &[LogEntry]) -> String {
    let text = pen.text;
    let Some(last) = changes.first() else { return text.tr("organisation-unchanged").into() };
    let batches = changes.chunk_by(|one, other| one.batch == other.batch);
    let fields = changes.iter().take_while(|one| one.batch == last.batch);
    let fields: BTreeSet<String> = fields.map(|one| one.field.in_words(text)).collect();
    let who = values::person_in(pen.app.vocabulary(), &last.who, text, WHO);
    let args = [
        ("count", Arg::from(batches.count())),
        ("day", Arg::from(last.at.day().to_string())),
        ("who", Arg::from(who)),
        ("fields", fields.into_iter().collect()),
    ];
    text.tra("organisation-changed", &args)
}

/// The most cells of the author of a change.
const WHO: usize = 28;

/// Its kind, its role and its code.
fn about(pen: &Pen<'_>, of: &Organisation) -> String {
    let lang = pen.text.lang();
    let kind = pen.text.value_in_words("kind", &of.kind);
    let role = of.role.in_lang(lang).to_owned();
    let parts = [kind, role, of.code.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
