//! Themes with the numbers behind each: its needs, their States, and the articles under which they
//! stand. All of it is counted in one pass over the needs of a filter.

use crate::domain::Article;
use crate::query::register::{Address, Register, Slot};
use crate::query::{Field, Measure, slots};
use std::cmp::Reverse;

/// How many rows are counted between two looks at whether a newer question has come.
const STRIDE: usize = 16_384;

/// One column for all needs of a theme, one for those without an article, one for each article.
const COLUMNS: usize = Article::COUNT + 2;

/// The totals of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The slot of the value.
    pub slot: u16,
    /// Needs.
    pub needs: u32,
    /// States with such needs.
    pub states: u32,
}

impl Sum {
    /// The number in a measure; only needs and States are counted.
    pub fn of(self, measure: Measure) -> u32 {
        if measure == Measure::States { self.states } else { self.needs }
    }
}

/// A theme; slot 0 stands for the needs without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeLine {
    /// The number of the theme, which stays the same whatever themes come and go; 0 for the needs without one.
    pub number: u32,
    /// The theme and its totals.
    pub sum: Sum,
    /// The articles of its needs.
    pub articles: Vec<Sum>,
}

/// The themes of the needs of a filter, by slot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByTheme {
    /// The themes of the register, also those that no need has, and the needs without one.
    pub lines: Vec<ThemeLine>,
}

impl ByTheme {
    /// Counts the needs in these rows. `None` when `cancelled` says so.
    pub fn count(
        register: &Register,
        rows: &[Address],
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let themes = slots(Field::Theme, &register.vocabulary);
        let mut cells = Cells::new(themes * COLUMNS, register.vocabulary.states.len());
        for part in rows.chunks(STRIDE) {
            if cancelled() {
                return None;
            }
            for need in part.iter().filter_map(|row| register.need(*row)) {
                let (state, articles) = (usize::from(need.state_place()), need.articles());
                let mut theme = |slot: usize| {
                    let first = slot * COLUMNS;
                    cells.add(first, state);
                    if articles.bits() == 0 {
                        cells.add(first + 1, state);
                    }
                    articles.iter().for_each(|one| cells.add(first + one.index() + 2, state));
                };
                let places = need.theme_places();
                for place in places {
                    theme(Slot::of(*place).entry());
                }
                if places.is_empty() {
                    theme(Slot::NONE.entry());
                }
            }
        }
        let number = |slot: usize| {
            let theme = slot.checked_sub(1).and_then(|place| register.vocabulary.themes.get(place));
            theme.and_then(|theme| u32::try_from(theme.id).ok()).unwrap_or(0)
        };
        let line = |slot: usize| {
            let first = slot * COLUMNS;
            let articles = (0..=Article::COUNT).map(|a| cells.sum(a as u16, first + 1 + a));
            ThemeLine {
                number: number(slot),
                sum: cells.sum(slot as u16, first),
                articles: articles.filter(|sum| sum.needs > 0).collect(),
            }
        };
        let is_shown = |line: &ThemeLine| line.number > 0 || line.sum.needs > 0;
        Some(Self { lines: (0..themes).map(line).filter(is_shown).collect() })
    }

    /// The lines with the most first; needs without a theme last, whatever their number.
    pub fn in_order(&self, measure: Measure) -> Vec<&ThemeLine> {
        let mut lines: Vec<&ThemeLine> = self.lines.iter().collect();
        lines.sort_by_key(|line| rank(line.sum, measure));
        lines
    }
}

impl ThemeLine {
    /// The articles with the most first; needs without an article last.
    pub fn in_order(&self, measure: Measure) -> Vec<Sum> {
        let mut articles = self.articles.clone();
        articles.sort_by_key(|sum| rank(*sum, measure));
        articles
    }
}

/// The sort key of a sum: not stated last, the largest first, equals in the order of the register.
fn rank(sum: Sum, measure: Measure) -> (bool, Reverse<u32>, u16) {
    (sum.slot == 0, Reverse(sum.of(measure)), sum.slot)
}

/// Needs by cell, and which States have one there.
struct Cells {
    needs: Vec<u32>,
    states: Vec<u32>,
    seen: Vec<u64>,
    /// Words of `seen` for a cell.
    words: usize,
}

impl Cells {
    fn new(count: usize, states: usize) -> Self {
        let words = states.div_ceil(64);
        Self { needs: vec![0; count], states: vec![0; count], seen: vec![0; count * words], words }
    }

    fn add(&mut self, cell: usize, state: usize) {
        self.needs[cell] += 1;
        let (word, bit) = (&mut self.seen[cell * self.words + state / 64], 1 << (state % 64));
        self.states[cell] += u32::from(*word & bit == 0);
        *word |= bit;
    }

    fn sum(&self, slot: u16, cell: usize) -> Sum {
        Sum { slot, needs: self.needs[cell], states: self.states[cell] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Context, Plan, cross_tabulate, select};
    use crate::testing::random_register;

    #[test]
    fn it_is_what_counting_by_each_field_gives() {
        let register = random_register::register(3, 900);
        let context = Context { today: crate::domain::Day::from_number(0), me: None };
        let selection = select(&register, &Plan::everything(context), &|| false).unwrap();
        let found = ByTheme::count(&register, &selection.rows, &|| false).unwrap();
        assert!(found.lines.len() > 2);
        assert_eq!(found.lines.len(), slots(Field::Theme, &register.vocabulary));
        for measure in [Measure::Needs, Measure::States] {
            let themes = selection.counts.of(Field::Theme, measure);
            for (slot, count) in themes.iter().enumerate() {
                let line = found.lines.iter().find(|line| usize::from(line.sum.slot) == slot);
                assert_eq!(line.map_or(0, |line| line.sum.of(measure)), *count, "theme {slot}");
            }
            let mut pairs = Vec::new();
            for line in &found.lines {
                let of = |sum: &Sum| (vec![line.sum.slot, sum.slot], sum.of(measure));
                pairs.extend(line.articles.iter().map(of));
            }
            let fields = [Field::Theme, Field::Article];
            assert_eq!(pairs, cross_tabulate(&register, &selection, &fields, measure));
        }
    }

    #[test]
    fn the_most_come_first_and_what_is_not_stated_last() {
        let sum = |slot, needs, states| Sum { slot, needs, states };
        let line = |sum: Sum| ThemeLine { number: sum.slot.into(), sum, articles: vec![sum] };
        let found =
            ByTheme { lines: vec![line(sum(0, 90, 50)), line(sum(1, 2, 2)), line(sum(2, 3, 1))] };
        let order = |measure| -> Vec<u16> {
            found.in_order(measure).iter().map(|line| line.sum.slot).collect()
        };
        assert_eq!(order(Measure::Needs), [2, 1, 0]);
        assert_eq!(order(Measure::States), [1, 2, 0]);
    }

    #[test]
    fn a_newer_question_stops_it() {
        let register = random_register::register(1, 10);
        let rows: Vec<Address> = register.rows().collect();
        assert_eq!(ByTheme::count(&register, &rows, &|| true), None);
    }
}
