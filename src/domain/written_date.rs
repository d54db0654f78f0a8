//! Dates as people write them, in Chinese and in English.

use super::fold::fold;
use std::ops::RangeInclusive;

/// A date as people write it, in the form of ISO 8601; `None` for any other form than these:
///
/// - Chinese: `2019` for 2019年, `2019-05` for 2019年5月, `2019-05-03` for 2019年5月3日 (or 号); figures may be full
///   width, with spaces beside them;
/// - English: `2019-05` for May 2019 and 2019 May, `2019-05-03` for 3 May 2019 and May 3, 2019; months by their
///   names or the first three letters.
pub fn dated(text: &str) -> Option<String> {
    let folded = fold(text);
    in_chinese(&folded).or_else(|| in_english(&folded))
}

fn in_chinese(folded: &str) -> Option<String> {
    let close: String = folded.chars().filter(|c| !c.is_whitespace()).collect();
    let (year, rest) = close.split_once('年')?;
    let is_number = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
    };
    if year.len() != 4 || !is_number(year, 4) {
        return None;
    }
    if rest.is_empty() {
        return Some(year.to_owned());
    }
    let (month, rest) = rest.split_once('月').filter(|(month, _)| is_number(month, 2))?;
    if rest.is_empty() {
        return Some(format!("{year}-{month:0>2}"));
    }
    let day = rest.strip_suffix(['日', '号']).filter(|day| is_number(day, 2))?;
    Some(format!("{year}-{month:0>2}-{day:0>2}"))
}

/// The months by their folded names.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The least letters of a month's name.
const LETTERS: usize = 3;

fn in_english(folded: &str) -> Option<String> {
    let words = folded.split(|c: char| c.is_whitespace() || ",.".contains(c));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let number = |word: &str, digits: RangeInclusive<usize>| {
        let is_it = digits.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
        is_it.then(|| word.to_owned())
    };
    let year = |word: &str| number(word, 4..=4);
    let day = |word: &str| number(word, 1..=2);
    let month = |word: &str| {
        let place = MONTHS.iter().position(|month| month.starts_with(word))?;
        (word.len() >= LETTERS).then_some(place + 1)
    };
    match words[..] {
        [one, other] => {
            let (month, year) = month(one).zip(year(other)).or(month(other).zip(year(one)))?;
            Some(format!("{year}-{month:02}"))
        }
        [one, other, last] => {
            let (month, day) = month(one).zip(day(other)).or(month(other).zip(day(one)))?;
            Some(format!("{}-{month:02}-{day:0>2}", year(last)?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::dated;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (written, iso) in [
            ("May 2019", "2019-05"),
            ("2019 may", "2019-05"),
            ("sept. 2017", "2017-09"),
            ("31 May 2019", "2019-05-31"),
            ("May 3, 2019", "2019-05-03"),
            ("3 december 2019", "2019-12-03"),
            ("2019年5月", "2019-05"),
            ("２０１９年５月３日", "2019-05-03"),
        ] {
            assert_eq!(dated(written).as_deref(), Some(iso), "{written}");
        }
        for none in ["may", "ma 2019", "2019", "31 2019", "mayor 2019", "may 19", "1 2 2019", ""] {
            assert_eq!(dated(none), None, "{none}");
        }
    }
}
