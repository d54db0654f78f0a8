//! Dates and numbers as a note prints them.

use crate::domain::Day;
use crate::text::{Arg, Text, grouped};

/// A share of fewer says little: one more or less moves it by twenty percentage points.
pub(super) const FEW: u32 = 5;

/// Whether a share of so many says little.
pub(super) fn is_few(whole: u32) -> bool {
    (1..FEW).contains(&whole)
}

/// A day as running text has it: "30 September 2019".
pub fn day_in_words(day: Day, text: &Text) -> String {
    let date = day.date();
    let number = |number: i16| Arg::from(number.to_string());
    text.tra(
        "day-in-words",
        &[
            ("day", number(date.day().into())),
            ("month", Arg::from(u32::from(date.month().unsigned_abs()))),
            ("year", number(date.year())),
        ],
    )
}

/// A number as running text has it: in words under ten, in figures above.
pub fn spelled(number: u32, text: &Text) -> String {
    if number >= 10 {
        return grouped(number.into());
    }
    text.tra("number-in-words", &[("number", Arg::from(number))])
}

/// A number as it begins a sentence.
pub(super) fn spelled_first(number: u32, text: &Text) -> String {
    let words = spelled(number, text);
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn days_and_numbers_are_worded_in_each_language() {
        let day = Day::parse("2019-09-03").unwrap();
        let (en, zh) = (Text::of(Lang::En), Text::of(Lang::Zh));
        assert_eq!(day_in_words(day, en), "3 September 2019");
        assert_eq!(day_in_words(day, zh), "2019年9月3日");
        assert_eq!(
            [0, 2, 9, 10, 3_672].map(|n| spelled(n, en)),
            ["no", "two", "nine", "10", "3,672"]
        );
        assert_eq!([2, 9, 10].map(|n| spelled(n, zh)), ["两", "九", "10"]);
        assert_eq!([2, 12].map(|n| spelled_first(n, en)), ["Two", "12"]);
        assert_eq!(spelled_first(2, zh), "两");
        for month in 1..=12 {
            let day = Day::new(2020, month, 1).unwrap();
            assert_eq!(day_in_words(day, en).split(' ').count(), 3);
        }
    }
}
