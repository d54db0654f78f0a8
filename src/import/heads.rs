//! The rows of headings: anywhere in the first rows of a file, and over two rows.

use super::target::Meaning;
use crate::spreadsheet::Row;
use std::collections::HashSet;

/// The number of rows at the beginning of a file in which headings are looked for.
pub(super) const LOOKED_AT: usize = 20;

/// The headings of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heads {
    /// The numbers of their rows: one or two.
    pub(super) rows: Vec<u32>,
    /// The heading of each column; empty without one.
    pub(super) names: Vec<String>,
    /// The meaning of each column that its heading tells.
    pub(super) means: Vec<Option<Meaning>>,
}

impl Heads {
    /// The number of columns whose heading is known, each meaning counted once.
    fn known(&self) -> usize {
        let distinct: HashSet<&Meaning> = self.means.iter().flatten().collect();
        distinct.len()
    }

    /// Whether these are headings: two known ones, or one among words.
    fn are_headings(&self) -> bool {
        let has_numbers = self.names.iter().any(|name| name.starts_with(char::is_numeric));
        self.known() >= 2 || (self.known() == 1 && !has_numbers)
    }

    fn of(known: Known<'_>, rows: &[&Row]) -> Self {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let cell = |row: &Row, column: usize| {
            row.cells.get(column).map_or("", |cell| cell.text.trim()).to_owned()
        };
        let (mut names, mut means) = (Vec::new(), Vec::new());
        for column in 0..width {
            let mut parts: Vec<String> = rows.iter().map(|row| cell(row, column)).collect();
            parts.retain(|part| !part.is_empty());
            parts.dedup();
            let name = parts.join(" ");
            // The upper of two headings can be that of several columns: the lower one goes before it.
            let found = std::iter::once(&name).chain(parts.iter().rev());
            means.push(found.into_iter().find_map(|part| known(part)));
            names.push(name);
        }
        while names.last().is_some_and(String::is_empty) {
            names.pop();
            means.pop();
        }
        Self { rows: rows.iter().map(|row| row.number).collect(), names, means }
    }
}

/// Gives the meaning of a heading that is known.
type Known<'a> = &'a dyn Fn(&str) -> Option<Meaning>;

/// Finds the headings among the first rows of a file: the row, or the two rows, with the most known headings, the first
/// of several.
pub(super) fn find(known: Known<'_>, first: &[Row]) -> Option<Heads> {
    let first = &first[..first.len().min(LOOKED_AT)];
    let alone: Vec<Heads> = first.iter().map(|row| Heads::of(known, &[row])).collect();
    let mut best: Option<Heads> = None;
    for (place, heads) in alone.iter().enumerate() {
        let most = best.as_ref().map_or(0, Heads::known);
        if heads.are_headings() && heads.known() > most {
            best = Some(heads.clone());
        }
        let most = best.as_ref().map_or(0, Heads::known);
        if let [upper, lower, ..] = &first[place..] {
            let both = Heads::of(known, &[upper, lower]);
            let each = heads.known().max(alone[place + 1].known());
            if both.are_headings() && both.known() > most.max(each) {
                best = Some(both);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::heading::meaning_of;
    use crate::import::target::Target;
    use crate::import::testing::row;

    fn found(rows: &[&[&str]]) -> Option<(Vec<u32>, Vec<&'static str>)> {
        let rows: Vec<Row> = (1..).zip(rows).map(|(number, cells)| row(number, cells)).collect();
        let heads = find(&|heading| meaning_of(Target::Needs, heading), &rows)?;
        let codes = heads.means.iter().map(|means| means.map_or("", Meaning::code));
        Some((heads.rows.clone(), codes.collect()))
    }

    #[test]
    fn headings_stand_anywhere_in_the_first_rows_and_over_two() {
        let one = found(&[
            &["Needs of 2019"],
            &[""],
            &["State", "Article", "Need", "Else"],
            &["Ghana", "52", "x"],
        ]);
        assert_eq!(one, Some((vec![3], vec!["state", "article", "text", ""])));
        let two = found(&[
            &["Needs identified in the second cycle"],
            &["State", "Article", "Article", "Need", "Date"],
            &["State", "No.", "Title", "Need", "Date"],
            &["Ghana", "9", "Procurement", "Advice", "2019"],
        ]);
        let means = vec!["state", "article", "left-out", "text", "identified"];
        assert_eq!(two, Some((vec![2, 3], means)));
        assert_eq!(found(&[&["State"], &["Ghana"]]), Some((vec![1], vec!["state"])));
    }

    #[test]
    fn a_file_without_headings_has_none() {
        assert_eq!(found(&[&["Ghana", "2", "52", "Train"], &["Kenya", "2", "53", "Advise"]]), None);
        assert_eq!(found(&[]), None);
        let late: Vec<Vec<&str>> =
            (0..21).map(|at| if at == 20 { vec!["State", "Need"] } else { vec!["x"] }).collect();
        let late: Vec<&[&str]> = late.iter().map(Vec::as_slice).collect();
        assert_eq!(found(&late), None, "headings stand in the first twenty rows");
    }
}
