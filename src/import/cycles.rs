//! The review cycle that a cell names, and that in which articles are reviewed.

use crate::domain::{Chapter, Cycle, fold, words};

/// Words for the first and the second, folded.
const FIRST: [&str; 9] =
    ["first", "1st", "i", "premier", "primer", "primero", "первыи", "الاولي", "one"];
const SECOND: [&str; 10] =
    ["second", "2nd", "ii", "deuxieme", "segundo", "второи", "الثانيه", "two", "2e", "2eme"];

/// Words beside the number of a cycle, folded.
const BESIDE: [&str; 16] = [
    "cycle",
    "review",
    "c",
    "the",
    "ciclo",
    "de",
    "examen",
    "цикл",
    "обзора",
    "الدوره",
    "دوره",
    "of",
    "d",
    "le",
    "el",
    "los",
];

/// Reads a cycle: `2`, "cycle 2", "second cycle", 第二周期.
pub(super) fn cycle(cell: &str) -> Option<Cycle> {
    let folded = fold(cell);
    let chinese = folded.replace(['第', '期', '周', '审', '议', '轮'], " ");
    let mut found = None;
    for word in words(&chinese).filter(|word| !BESIDE.contains(word)) {
        let number = match word {
            "1" | "一" | "c1" => 1,
            "2" | "二" | "c2" => 2,
            word if FIRST.contains(&word) => 1,
            word if SECOND.contains(&word) => 2,
            _ => return None,
        };
        if found.replace(number).is_some() {
            return None;
        }
    }
    Cycle::from_number(found?)
}

/// The cycle in which a chapter is reviewed; `None` for chapter VI.
pub(super) fn of_chapter(chapter: Chapter) -> Option<Cycle> {
    [Cycle::First, Cycle::Second].into_iter().find(|cycle| cycle.chapters().contains(&chapter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cycle_is_read_in_words_and_figures() {
        for (cell, number) in [
            ("1", Some(1)),
            ("2", Some(2)),
            ("Cycle 2", Some(2)),
            ("second cycle", Some(2)),
            ("Second review cycle", Some(2)),
            ("2e cycle", Some(2)),
            ("primer ciclo", Some(1)),
            ("Второй цикл", Some(2)),
            ("الدورة الثانية", Some(2)),
            ("第二周期", Some(2)),
            ("3", None),
            ("1 and 2", None),
            ("1 2", None),
            ("", None),
        ] {
            assert_eq!(cycle(cell).map(Cycle::number), number, "{cell}");
        }
        assert_eq!(of_chapter(Chapter::VI), None);
        assert_eq!(of_chapter(Chapter::II), Some(Cycle::Second));
    }
}
