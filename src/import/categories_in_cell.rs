//! The category that a cell names, by the list of its cycle: each cycle has one of its own.

use crate::domain::{Cycle, fold, nearest, words};
use crate::query::register::Vocabulary;
use crate::text::{Lang, Named};
use serde::Deserialize;
use std::collections::HashMap;

/// A line of `categories.csv`: names beside those of the register, parted by `;`.
#[derive(Debug, Deserialize)]
struct Row {
    code: String,
    names: String,
}

/// The categories of both cycles by their names.
pub(super) struct Categories {
    /// By the form in which names are compared: the codes, each with its cycle.
    names: HashMap<String, Vec<(Cycle, String)>>,
    /// Folded names with the names to show.
    near: Vec<(Cycle, String, String)>,
}

/// The meaning of a cell with a category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CategoryMeant {
    /// A category, with its cycle.
    One(Cycle, String),
    /// A category of each cycle: no cycle tells which.
    Either,
    /// A category of the other cycle alone.
    OfOther,
    /// No category; with the nearest name.
    Unknown(Option<String>),
}

/// A name in the form in which it is compared: its folded letters and figures in one piece.
fn key(name: &str) -> String {
    words(&fold(name)).collect()
}

impl Categories {
    /// The categories of a register, with the names that documents use in the six languages.
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let mut reader = csv::Reader::from_reader(include_str!("categories.csv").as_bytes());
        let rows: Vec<Row> = reader.deserialize().filter_map(Result::ok).collect();
        let (mut names, mut near) = (HashMap::<String, Vec<(Cycle, String)>>::new(), Vec::new());
        for category in &vocabulary.categories {
            let of = (category.cycle, category.code.clone());
            let own = category.names.iter().chain(category.aliases.iter().map(String::as_str));
            let row = rows.iter().find(|row| row.code == category.code);
            let others = row.into_iter().flat_map(|row| row.names.split(';'));
            for name in own.chain(others).chain([category.code.as_str()]) {
                let all = names.entry(key(name)).or_default();
                if !all.contains(&of) {
                    all.push(of.clone());
                }
                let shown = category.in_lang(Lang::default()).to_owned();
                near.push((category.cycle, fold(name), shown));
            }
        }
        Self { names, near }
    }

    /// Reads a cell that is not empty, in a row of this cycle where that is known.
    pub(super) fn read(&self, cell: &str, cycle: Option<Cycle>) -> CategoryMeant {
        let Some(found) = self.names.get(&key(cell)) else {
            let folded = fold(cell.trim());
            let own = self.near.iter().filter(|(of, _, _)| cycle.is_none_or(|own| own == *of));
            let near = nearest(&folded, own.map(|(_, name, shown)| (name.as_str(), shown)));
            return CategoryMeant::Unknown(near.cloned());
        };
        match (cycle, &found[..]) {
            (Some(cycle), all) => match all.iter().find(|(of, _)| *of == cycle) {
                Some((of, code)) => CategoryMeant::One(*of, code.clone()),
                None => CategoryMeant::OfOther,
            },
            (None, [(of, code)]) => CategoryMeant::One(*of, code.clone()),
            (None, _) => CategoryMeant::Either,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::full_register::vocabulary;

    #[test]
    fn a_category_is_one_of_the_list_of_its_cycle() {
        let all = Categories::new(&vocabulary());
        let (first, second) = (Some(Cycle::First), Some(Cycle::Second));
        let code = |cell, cycle| match all.read(cell, cycle) {
            CategoryMeant::One(_, code) => code,
            other => format!("{other:?}"),
        };
        for (cell, cycle, found) in [
            ("Capacity-building", second, "C2-CB"),
            ("Capacity-building", first, "C1-6"),
            ("Capacity-building", None, "Either"),
            ("capacity building", second, "C2-CB"),
            ("Assistance législative", first, "C1-1"),
            ("能力建设", second, "C2-CB"),
            ("Model treaties", first, "C1-5"),
            ("Model treaties", second, "OfOther"),
            ("Institution-building", first, "OfOther"),
            ("Institution-building", None, "C2-IB"),
            ("Other", first, "C1-9"),
            ("C2-OT", second, "C2-OT"),
            ("Capacty-building", second, "Unknown(Some(\"Capacity-building\"))"),
            ("Weather", second, "Unknown(None)"),
        ] {
            assert_eq!(code(cell, cycle), found, "{cell} {cycle:?}");
        }
    }

    #[test]
    fn every_line_names_a_category_and_no_name_means_two_of_a_cycle() {
        let vocabulary = vocabulary();
        let mut reader = csv::Reader::from_reader(include_str!("categories.csv").as_bytes());
        for row in reader.deserialize::<Row>() {
            let row = row.unwrap();
            assert!(vocabulary.categories.iter().any(|one| one.code == row.code), "{row:?}");
        }
        let all = Categories::new(&vocabulary);
        for (name, codes) in &all.names {
            for (place, (cycle, _)) in codes.iter().enumerate() {
                assert!(!codes[..place].iter().any(|(of, _)| of == cycle), "{name}: {codes:?}");
            }
        }
    }
}
