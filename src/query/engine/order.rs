//! The order of a whole register, worked out once: any selection of it is then put in order by
//! walking through it, without sorting again.

use super::sort::all_sorted;
use crate::query::register::{Address, Register};
use crate::query::{Sort, SortBy};
use crate::text::Lang;
use std::sync::Arc;

/// Below this share of the register, a selection is sorted by itself: it is read less often than
/// the whole order would be.
const FEW: usize = 16;

/// All rows of a register in an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    by: Sort,
    lang: Lang,
    rows: Arc<Vec<Address>>,
}

impl Order {
    /// Sorts the whole register.
    pub fn of(register: &Register, by: Sort, lang: Lang) -> Self {
        Self { by, lang, rows: Arc::new(all_sorted(register, by, lang)) }
    }

    /// Whether it is this order.
    pub fn is(&self, by: Sort, lang: Lang) -> bool {
        self.by == by && self.lang == lang
    }

    /// Whether a change of triage fields leaves it as it is.
    pub fn outlasts_triage(&self) -> bool {
        !self.by.by.is_of_triage()
    }

    /// A selection of the same register, which comes by id, in this order.
    pub fn arranged(&self, register: &Register, rows: &[Address]) -> Arc<Vec<Address>> {
        if rows.len() == self.rows.len() {
            return Arc::clone(&self.rows);
        }
        let mut chosen = vec![0_u64; Address::room(register.chunks.len()) / 64];
        for row in rows.iter().map(|row| row.index()) {
            chosen[row / 64] |= 1 << (row % 64);
        }
        let is_chosen = |row: &Address| chosen[row.index() / 64] >> (row.index() % 64) & 1 == 1;
        let mut arranged = Vec::with_capacity(rows.len());
        arranged.extend(self.rows.iter().copied().filter(is_chosen));
        Arc::new(arranged)
    }
}

/// Whether to put a selection of so many rows into an order by [`Order::arranged`].
pub fn is_worth_an_order(register: &Register, rows: usize, by: Sort) -> bool {
    by.by != SortBy::NUMBER && rows > register.len() / FEW
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::register::CHUNK;
    use crate::query::sort;
    use crate::testing::random_register;

    #[test]
    fn a_selection_is_arranged_as_sorting_would() {
        let register = random_register::register(11, CHUNK + 500);
        let selection: Vec<Address> = register.rows().filter(|row| row.index() % 3 != 0).collect();
        for (by, descending) in SortBy::all().flat_map(|by| [(by, false), (by, true)]) {
            let by = Sort { by, descending };
            let mut sorted = selection.clone();
            sort(&register, &mut sorted, by, Lang::Zh);
            let order = Order::of(&register, by, Lang::Zh);
            assert!(*order.arranged(&register, &selection) == sorted, "{by:?}");
            let mut all: Vec<Address> = register.rows().collect();
            let arranged = order.arranged(&register, &all);
            sort(&register, &mut all, by, Lang::Zh);
            assert!(*arranged == all, "{by:?}");
            assert!(order.is(by, Lang::Zh) && !order.is(by, Lang::En));
        }
    }
}
