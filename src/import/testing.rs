//! Rows of a file for tests.

use super::context::Options;
use super::full_register::vocabulary;
use super::judge::Judge;
use super::look::{Looked, Looker};
use super::mapping::Mapping;
use super::staged::Staged;
use super::target::Target;
use crate::domain::Day;
use crate::spreadsheet::{Cell, Row};

/// A row of words.
pub(super) fn row(number: u32, cells: &[&str]) -> Row {
    Row { number, line: 0, cells: cells.iter().map(|text| Cell::of(*text)).collect() }
}

/// The rows of a CSV file, each with the number of its line.
pub(super) fn rows(csv: &str) -> Vec<Row> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv.as_bytes());
    let mut all = Vec::new();
    for record in reader.records() {
        let record = record.unwrap();
        let line = record.position().map_or(0, csv::Position::line) as u32;
        all.push(row(line, &record.iter().collect::<Vec<_>>()));
    }
    all
}

/// The day of tests.
pub(super) fn today() -> Day {
    Day::parse("2019-12-31").unwrap()
}

/// Looks at rows and judges them, with the decisions that `decide` makes about the mapping that was found.
pub(super) fn judged(
    target: Target,
    rows: &[Row],
    decide: impl Fn(&mut Mapping),
) -> (Looked, Vec<Staged>) {
    let vocabulary = vocabulary();
    let look = |mapping: Option<&Mapping>| {
        let mut looker = Looker::new(target, &vocabulary);
        for row in rows {
            looker.row(row);
        }
        looker.finish(mapping)
    };
    let mut mapping = look(None).mapping;
    decide(&mut mapping);
    let looked = look(Some(&mapping));
    let options = Options {
        today: today(),
        is_csv: true,
        is_json: false,
        encoding_is_guess: false,
        is_illustrative: false,
    };
    let mut judge = Judge::new(&looked, &vocabulary, options);
    let staged = rows.iter().map(|row| judge.row(row)).collect();
    (looked, staged)
}
