//! Rows of a table that are no records: titles, headings again, totals, notes, rows that name what those below have in
//! common.

use super::mapping::Mapping;
use super::named_states::{Name, NamedStates};
use super::target::{Meaning, Target};
use super::verdict::ReasonKind;
use crate::domain::{EXAMPLE_ROW, fold, words};
use crate::spreadsheet::{Cell, CellState, Row};

/// The words with which a total begins, folded.
const TOTALS: [&str; 26] = [
    "total",
    "totals",
    "subtotal",
    "grand total",
    "sub total",
    "sum",
    "overall total",
    "sous total",
    "total general",
    "somme",
    "suma",
    "totales",
    "итого",
    "всего",
    "общии итог",
    "المجموع",
    "الاجمالي",
    "المجموع الكلي",
    "合计",
    "总计",
    "小计",
    "共计",
    "总数",
    "total partiel",
    "gesamt",
    "subtotales",
];

/// The words with which a note on a table begins, folded; a colon or a blank follows.
const NOTES: [&str; 22] = [
    "source",
    "sources",
    "note",
    "notes",
    "nb",
    "n b",
    "remark",
    "remarks",
    "fuente",
    "fuentes",
    "nota",
    "notas",
    "remarque",
    "источник",
    "источники",
    "примечание",
    "примечания",
    "المصدر",
    "ملاحظه",
    "来源",
    "资料来源",
    "注",
];

/// The reason why a row behind the headings is no record; `None` for one that is taken for a record.
pub(super) fn reason(row: &Row, mapping: &Mapping, names: &NamedStates) -> Option<ReasonKind> {
    if row.is_blank() {
        return Some(ReasonKind::Blank);
    }
    let filled: Vec<(usize, &Cell)> =
        row.cells.iter().enumerate().filter(|(_, cell)| !is_silent(cell)).collect();
    if filled.iter().any(|(_, cell)| cell.text.trim_start().starts_with(EXAMPLE_ROW)) {
        return Some(ReasonKind::Example);
    }
    if repeats_headings(&filled, mapping) {
        return Some(ReasonKind::Heading);
    }
    let (place, first) = filled.first().copied()?;
    let others = || filled.iter().skip(1).map(|(_, cell)| *cell);
    if is_total(&first.text) && others().all(is_count) {
        return Some(ReasonKind::Total);
    }
    // Merged across the table, the same words stand in every cell.
    let is_alone = others().all(|cell| cell.state == CellState::Covered && cell.text == first.text);
    if !is_alone {
        return None;
    }
    let means = mapping.columns.get(place).and_then(|column| column.means);
    if is_note(&first.text) {
        return Some(ReasonKind::TableNote);
    }
    let is_across = filled.len() > 1;
    let has_others = mapping.columns.iter().filter(|column| column.means.is_some()).count() > 1;
    let is_text = matches!(means, Some(Meaning::Field(field)) if field.code() == "text");
    if !has_others || (!is_across && (is_text || mapping.target != Target::Needs)) {
        return None;
    }
    let is_state = matches!(means, Some(Meaning::Field(field)) if field.code() == "state");
    let names_state = matches!(names.find(&first.text), Some((Name::State(_), _)));
    // A State alone stands over the rows that say more; another word in its column is the theme of a block.
    ((is_state && names_state) || is_across || place == 0).then_some(ReasonKind::RowOverOthers)
}

/// Whether a cell says nothing: blank, or a formula without its result, as totals are.
fn is_silent(cell: &Cell) -> bool {
    cell.is_blank() || cell.state == CellState::NoResult
}

/// Whether a cell holds a number and nothing else.
fn is_count(cell: &Cell) -> bool {
    let folded = fold(cell.text.trim());
    let figures = folded.chars().filter(char::is_ascii_digit).count();
    cell.state == CellState::Number
        || (figures > 0 && folded.chars().all(|c| c.is_ascii_digit() || " .,%".contains(c)))
}

/// Whether a text is that of a total, alone or with what is added up: "Total", "Total, Ghana", 小计.
fn is_total(text: &str) -> bool {
    let folded = fold(text);
    let joined = words(&folded).collect::<Vec<_>>().join(" ");
    TOTALS.iter().any(|total| {
        let rest = joined.strip_prefix(total);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') || !total.is_ascii())
    })
}

/// Whether a text is a note on a table: a footnote mark, or a word such as "Source:".
fn is_note(text: &str) -> bool {
    let folded = fold(text.trim());
    if folded.starts_with(['*', '†', '‡', '§']) {
        return true;
    }
    let head = folded.split([':', '：']).next().filter(|head| head.len() < folded.len());
    let joined = head.map(|head| words(head).collect::<Vec<_>>().join(" "));
    joined.is_some_and(|joined| NOTES.contains(&joined.as_str()))
}

/// Whether each filled cell repeats the heading of its column.
fn repeats_headings(filled: &[(usize, &Cell)], mapping: &Mapping) -> bool {
    let is_heading = |(place, cell): &(usize, &Cell)| {
        let own = mapping.columns.get(*place).map_or("", |column| column.heading.as_str());
        !own.is_empty() && fold(own) == fold(cell.text.trim())
    };
    filled.len() > 1 && filled.iter().all(is_heading)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Coded;
    use crate::import::full_register::vocabulary;
    use crate::import::testing::row;

    #[test]
    fn rows_that_are_no_records_are_told_from_those_that_are() {
        let headings = ["State", "Article", "Need"].map(str::to_owned);
        let mut mapping = Mapping::of_headings(Target::Needs, &headings);
        for (column, code) in mapping.columns.iter_mut().zip(["state", "article", "text"]) {
            column.means = Meaning::from_code(Target::Needs, code);
        }
        let names = NamedStates::new(&vocabulary());
        for (cells, kind) in [
            (["", "", ""], "blank"),
            (["Subtotal", "", "2"], "total"),
            (["Grand total", "", "3"], "total"),
            (["Total, Ghana", "", "1,234"], "total"),
            (["Итого", "", "3"], "total"),
            (["小计", "3", ""], "total"),
            (["Total", "", ""], "total"),
            (["* Preliminary.", "", ""], "table-note"),
            (["Source: executive summaries.", "", ""], "table-note"),
            (["注：初步数据", "", ""], "table-note"),
            (["STATE", "Article", "need"], "heading"),
            (["Prevention", "", ""], "row-over-others"),
            (["Ghana", "", ""], "row-over-others"),
            (["Ghana", "52", "Train"], ""),
            (["", "53", "Draft a manual"], ""),
            (["", "", "Draft a manual"], ""),
            (["Ghana", "", "Total reform of the law"], ""),
            (["[ta-tui example] Ghana", "52", "Train"], "example"),
        ] {
            let found = reason(&row(5, &cells), &mapping, &names);
            assert_eq!(found.map_or("", Coded::code), kind, "{cells:?}");
        }
    }
}
