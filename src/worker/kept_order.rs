//! The order of a list that is kept between draws: sorting tens of thousands of records takes longer than drawing them.

use crate::text::Lang;
use std::sync::{Arc, OnceLock};

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

/// How many orders are kept of the lists of one answer; further ones are sorted at each draw.
const MOST: usize = 8;

/// The orders in which the lists of an answer were drawn.
#[derive(Debug, Default)]
pub struct KeptOrder([OnceLock<(OrderOf, Arc<[u32]>)>; MOST]);

impl KeptOrder {
    /// The identities of a list in its order, made unless they are kept.
    pub fn get(&self, of: OrderOf, make: impl FnOnce() -> Vec<u32>) -> Vec<u32> {
        for kept in &self.0 {
            match kept.get() {
                Some((known, ids)) if *known == of => return ids.to_vec(),
                Some(_) => {}
                None => {
                    let ids = make();
                    kept.get_or_init(|| (of, ids.as_slice().into()));
                    return ids;
                }
            }
        }
        make()
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
