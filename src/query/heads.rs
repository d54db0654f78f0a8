//! The heads of the columns of a matrix: a name for each value in at most ten cells, no two alike.

use super::{Field, code_of_value, label_of_value, short_label_of_value};
use crate::query::register::Vocabulary;
use crate::text::{Form, Text, shortened, width};

/// The most cells of a head.
pub const HEAD: usize = 10;

/// Gives the heads of values by their slots: an article's number, a State's code, the short form of another value, else
/// its name, cut. Heads that would look alike end with their number among those of the table.
pub fn heads(field: Field, slots: &[u16], vocabulary: &Vocabulary, text: &Text) -> Vec<String> {
    let head = |slot: &u16| {
        let code = || code_of_value(field, *slot, vocabulary);
        let short = short_label_of_value(field, *slot, vocabulary, text, Form::Head);
        let head = match field {
            Field::Article | Field::State if *slot > 0 => code(),
            _ => short.unwrap_or_else(|| label_of_value(field, *slot, vocabulary, text.lang())),
        };
        shortened(&head, HEAD)
    };
    let mut heads: Vec<String> = slots.iter().map(head).collect();
    for place in 0..heads.len() {
        if heads[..place].contains(&heads[place]) {
            let number = format!("…{}", place + 1);
            let room = HEAD.saturating_sub(width(&number));
            let kept = shortened(&heads[place], room + 1).trim_end_matches('…').to_owned();
            heads[place] = format!("{kept}{number}");
        }
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Coded;
    use crate::query::slots;
    use crate::testing::random_register;
    use crate::text::Lang;

    /// Every field that a matrix can have as columns, with all its values.
    #[test]
    fn heads_fit_and_no_two_of_a_table_are_alike() {
        let vocabulary = random_register::register(7, 300).vocabulary;
        let mut seen = 0;
        for lang in Lang::ALL {
            for field in Field::ALL.iter().copied().filter(|field| field.is_countable()) {
                let all: Vec<u16> = (0..slots(field, &vocabulary) as u16).collect();
                let heads = heads(field, &all, &vocabulary, Text::of(*lang));
                let mut once = heads.clone();
                once.sort_unstable();
                once.dedup();
                assert_eq!(once.len(), heads.len(), "{lang:?} {field:?} {heads:?}");
                assert!(heads.iter().all(|head| (1..=HEAD).contains(&width(head))), "{heads:?}");
                seen += heads.len();
            }
        }
        assert!(seen > 500, "{seen}");
    }

    #[test]
    fn a_head_is_the_short_form_or_the_code() {
        let vocabulary = random_register::register(7, 300).vocabulary;
        let of = |field, slots: &[u16], lang| heads(field, slots, &vocabulary, Text::of(lang));
        let regions = ["African", "Asia-Pac.", "East. Eur.", "LatAm+Car.", "West.+oth."];
        assert_eq!(of(Field::Region, &[1, 2, 3, 4, 5], Lang::En), regions);
        let regions = ["非洲", "亚太", "东欧", "拉美加勒比", "西欧及他"];
        assert_eq!(of(Field::Region, &[1, 2, 3, 4, 5], Lang::Zh), regions);
        assert_eq!(of(Field::Article, &[48], Lang::En), ["52"]);
    }
}
