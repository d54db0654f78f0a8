//! What an import says: a line for each row that stands against it, and what was written.

use super::reading::{Judged, MOST_LINES, Source};
use super::within::said;
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::domain::clean_line;
use crate::import::{Outcome, Plan, PlannedRow, ReasonKind, Staged, Verdict};
use crate::spreadsheet::FileKind;
use crate::store::{Differing, Written};
use crate::text::{Arg, Message, Text, shortened};
use std::io::Write as _;

/// The heading of the column at a place, or its number; `None` for a row as a whole.
pub(super) fn heading(judged: &Judged, column: Option<usize>) -> Option<String> {
    let place = column?;
    let heading =
        judged.looked.mapping.columns.get(place).map(|column| clean_line(&column.heading));
    Some(heading.filter(|heading| !heading.is_empty()).unwrap_or_else(|| (place + 1).to_string()))
}

/// The letters by which a spreadsheet names the column at a place.
fn letters(place: usize) -> String {
    let (mut rest, mut letters) = (place + 1, Vec::new());
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// A line of a file, as the program of the file names it.
fn place(row: u32, source: &Source) -> Message {
    let file = source.name.as_str();
    if let Some(line) = usize::try_from(row).ok().and_then(|row| source.lines.get(row)) {
        let message = Message::new("cli-import-object").with("file", file);
        return message.with("row", row.to_string()).with("line", line.to_string());
    }
    if source.sheet.is_empty() {
        return Message::new("cli-import-line").with("file", file).with("row", row.to_string());
    }
    let message = Message::new("cli-import-line-of-sheet").with("file", file);
    message.with("sheet", source.sheet.as_str()).with("row", row.to_string())
}

/// A line for each reason of the rows that makes them bad or doubtful.
pub(super) fn of_rows<'a>(
    rows: &'a [&'a Staged],
    judged: &'a Judged,
    source: &'a Source,
) -> impl Iterator<Item = Message> + 'a {
    let is_sheet = matches!(source.file.kind(), FileKind::Xlsx | FileKind::Ods | FileKind::Xls);
    rows.iter().flat_map(move |staged| {
        let worst = staged.reasons.iter().filter(|own| own.verdict() == staged.verdict);
        worst.map(move |reason| {
            let id = match (staged.verdict, reason.column) {
                (Verdict::Doubtful, None) => "cli-import-doubtful-row",
                (Verdict::Doubtful, Some(_)) => "cli-import-doubtful-cell",
                (_, None) => "cli-import-bad-row",
                (_, Some(_)) => "cli-import-bad-cell",
            };
            let name = heading(judged, reason.column).unwrap_or_default();
            let column = match reason.column.filter(|_| is_sheet).map(letters) {
                Some(letters) if name.parse::<usize>().is_err() => format!("{letters} ({name})"),
                Some(letters) => letters,
                None => name,
            };
            Message::new(id)
                .with("place", said(place(staged.row, source)))
                .with("column", column)
                .with("reason", said(reason.message()))
        })
    })
}

/// What the register has against a record of the file, with the verdict on it: a need that is likely the same, another
/// text at the same place, or a UUID of another State's need. `None` where it has nothing against it.
pub(super) fn against(row: &PlannedRow) -> Option<(Verdict, Message)> {
    let (verdict, id) = match row.outcome {
        Outcome::LikelySame if row.is_same_place => (Verdict::Doubtful, "cli-import-same-place"),
        Outcome::LikelySame => (Verdict::Doubtful, "cli-import-likely"),
        Outcome::OtherState => (Verdict::Bad, "cli-import-other-state"),
        _ => return None,
    };
    let need = row.record.map(|record| record.number.to_string()).unwrap_or_default();
    let per_cent = row.per_cent.map(usize::from).unwrap_or_default();
    Some((verdict, Message::new(id).with("need", need).with("percent", per_cent)))
}

/// The line about a record of the file that the register has something against; `None` for others.
pub(super) fn asked(row: &PlannedRow, source: &Source) -> Option<Message> {
    let (verdict, reason) = against(row)?;
    let is_bad = verdict == Verdict::Bad;
    let id = if is_bad { "cli-import-bad-row" } else { "cli-import-doubtful-row" };
    let message = Message::new(id).with("place", said(place(row.row, source)));
    Some(message.with("reason", said(reason)))
}

/// The most columns that one value of a change takes.
const MOST_COLUMNS: usize = 60;

/// A line for each field of the register that the file changes, and how many more there are.
pub(super) fn changes(plan: &Plan, source: &Source) -> Vec<Message> {
    let value = |value: &Option<String>| {
        let words = value.as_deref().map(|value| shortened(&clean_line(value), MOST_COLUMNS));
        words.map_or_else(|| said(Message::new("not-stated")), Arg::from)
    };
    let of_row = |row: &PlannedRow| {
        let need = row.record.map(|record| record.number.to_string()).unwrap_or_default();
        let line = Message::new("cli-import-change").with("place", said(place(row.row, source)));
        let line = line.with("number", need);
        let of_field = |one: &Differing| {
            let line = line.clone().with("field", Arg::Named(one.field.name()));
            line.with("before", value(&one.now)).with("after", value(&one.file))
        };
        row.changes.iter().map(of_field).collect::<Vec<_>>()
    };
    let mut lines: Vec<Message> = plan.rows.iter().flat_map(of_row).take(MOST_LINES).collect();
    let all: usize = plan.rows.iter().map(|row| row.changes.len()).sum();
    if all > lines.len() {
        lines.push(Message::new("cli-import-more-changes").with("count", all - lines.len()));
    }
    lines
}

/// How many rows are bad, and how many doubtful ones are not accepted.
pub(super) fn counts(judged: &Judged, plan: &Plan, accepts: bool) -> (usize, usize) {
    let bad = judged.tally.rows(Verdict::Bad) as usize;
    let doubtful = if accepts { 0 } else { judged.tally.rows(Verdict::Doubtful) as usize };
    let bad = bad + plan.count(Outcome::OtherState);
    (bad, doubtful + plan.count(Outcome::LikelySame))
}

/// A line for each field in which the file says other, and that stays because somebody has changed it here.
pub(super) fn kept<'a>(plan: &'a Plan, source: &'a Source) -> impl Iterator<Item = Message> + 'a {
    plan.rows.iter().flat_map(move |row| {
        row.kept.iter().filter_map(move |kept| {
            let (who, at) = kept.changed_here.as_ref()?;
            let field = Arg::Named(kept.field.name());
            let message =
                Message::new("cli-import-kept").with("place", said(place(row.row, source)));
            Some(message.with("field", field).with("who", who.as_str()).with("at", at.to_string()))
        })
    })
}

/// What was written, or would be.
pub(super) fn summary(
    (judged, source): (&Judged, &Source),
    plan: &Plan,
    written: &Written,
    is_dry: bool,
) -> Vec<Message> {
    let tally = &judged.tally;
    let rows = |verdict| tally.rows(verdict) as usize;
    let mut all = vec![
        Message::new("cli-import-read")
            .with("count", (tally.all() - tally.rows(Verdict::LeftOut)) as usize)
            .with("good", rows(Verdict::Good))
            .with("doubtful", rows(Verdict::Doubtful))
            .with("bad", rows(Verdict::Bad)),
    ];
    let counted = |id, count: usize| (count > 0).then(|| Message::new(id).with("count", count));
    let of_mood = |done, would| if is_dry { would } else { done };
    all.extend(judged.left_out.iter().filter_map(|staged| {
        let reason = staged.reasons.first()?;
        let line = Message::new("cli-import-left-out-row");
        let line = line.with("place", said(place(staged.row, source)));
        Some(line.with("reason", said(reason.message())))
    }));
    all.extend(counted("cli-import-left-out", rows(Verdict::LeftOut)));
    all.extend(counted("cli-import-cleaned", tally.rows_with(ReasonKind::Cleaned) as usize));
    let nothing = plan.records.is_empty();
    if nothing {
        let is_there = plan.rows.iter().any(|row| against(row).is_none());
        let id = if is_there { "cli-import-nothing-new" } else { "cli-import-nothing-written" };
        all.push(Message::new(id));
    }
    for (outcome, id) in [
        (Outcome::New, of_mood("cli-import-added", "cli-import-would-add")),
        (Outcome::Updated, of_mood("cli-import-updated", "cli-import-would-update")),
        (Outcome::BroughtBack, of_mood("cli-import-brought-back", "cli-import-would-bring-back")),
        (Outcome::Same, "cli-import-same"),
        (Outcome::Repeated, "cli-import-repeated"),
        (Outcome::TakenOut, "cli-import-taken-out"),
    ] {
        let likely = if outcome == Outcome::Same { plan.taken_for_likely() } else { 0 };
        all.extend(counted(id, plan.count(outcome) - likely));
    }
    all.extend(counted("cli-import-taken-for", plan.taken_for_likely()));
    all.extend(counted(of_mood("cli-import-states", "cli-import-would-states"), plan.states));
    all.extend(counted(of_mood("cli-import-reviews", "cli-import-would-reviews"), plan.reviews));
    if !plan.themes.is_empty() {
        let themes = Message::new(of_mood("cli-import-themes", "cli-import-would-themes"))
            .with("count", plan.themes.len());
        all.push(themes.with("themes", plan.themes.iter().cloned().collect::<Arg>()));
    }
    all.extend(counted("cli-import-lost", plan.lost));
    all.extend(counted("cli-import-other-cycle", written.doubtful.len()));
    all.extend(counted("cli-import-in-no-figure", written.in_no_figure.len()));
    match written.batch {
        Some(batch) => all.push(Message::new("cli-import-batch").with("batch", batch.to_string())),
        None if is_dry && !nothing => all.push(Message::new("cli-import-dry")),
        None => {}
    }
    all
}

/// Prints lines for people.
pub(super) fn print(lines: &[Message], text: &Text) -> Result<(), Failure> {
    let mut out = Output::new();
    for line in lines {
        writeln!(out, "{}", text.say(line))?;
    }
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        let places = [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")];
        for (place, expected) in places {
            assert_eq!(letters(place), expected);
        }
    }
}
