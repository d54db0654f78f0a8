//! The order of a list that is kept between draws: sorting tens of thousands of records takes longer than drawing them.

use crate::text::Lang;
use std::sync::{Arc, Mutex, PoisonError};

/// The list and the order that is kept of it: everything that the order depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderOf {
    /// The list, in words of the program.
    pub list: String,
    /// The column that it is sorted by.
    pub column: usize,
    /// Whether the greatest comes first.
    pub descending: bool,
    /// The language of the names that are compared.
    pub lang: Lang,
    /// The answer whose records these are: its generation, and the stamp of its register.
    pub answer: (u64, u64),
}

/// The order of the list that was drawn last.
#[derive(Debug, Default)]
pub struct KeptOrder(Mutex<Option<(OrderOf, Arc<[u32]>)>>);

impl KeptOrder {
    /// The identities of a list in its order, made unless they are kept.
    pub fn get(&self, of: OrderOf, make: impl FnOnce() -> Vec<u32>) -> Vec<u32> {
        // A panic elsewhere leaves a whole order, or none.
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*kept {
            Some((known, ids)) if *known == of => ids.to_vec(),
            _ => {
                let ids = make();
                *kept = Some((of, ids.as_slice().into()));
                ids
            }
        }
    }
}

/// A copy keeps nothing yet.
impl Clone for KeptOrder {
    fn clone(&self) -> Self {
        Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn a_list_is_sorted_once_until_something_changes() {
        let (kept, sorted) = (KeptOrder::default(), Cell::new(0));
        let of = |column, descending, answer| OrderOf {
            list: "activities".into(),
            column,
            descending,
            lang: Lang::En,
            answer,
        };
        let get = |of: OrderOf| {
            kept.get(of, || {
                sorted.set(sorted.get() + 1);
                vec![sorted.get()]
            })
        };
        assert_eq!(get(of(1, false, (1, 1))), [1]);
        assert_eq!(get(of(1, false, (1, 1))), [1], "kept");
        for (times, changed) in
            [of(2, false, (1, 1)), of(2, true, (1, 1)), of(2, true, (2, 1)), of(2, true, (2, 2))]
                .into_iter()
                .enumerate()
        {
            assert_eq!(get(changed), [times as u32 + 2]);
        }
        assert_eq!(kept.clone().get(of(2, true, (2, 2)), Vec::new), [0_u32; 0]);
    }
}
