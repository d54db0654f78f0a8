//! Dates as people write them, in the six official languages of the United Nations.

use super::fold::fold;
use std::ops::RangeInclusive;

/// A date as people write it, in the form of ISO 8601; `None` for any other form than these:
///
/// - Chinese: `2019` for 2019年, `2019-05` for 2019年5月, `2019-05-03` for 2019年5月3日 (or 号); figures may be full
///   width, with spaces beside them;
/// - English, French, Spanish, Russian and Arabic: `2019-05` for May 2019, 2019 May, mai 2019, mayo de 2019 and май 2019
///   г.; `2019-05-03` for 3 May 2019, May 3, 2019, 3 mai 2019, 3 de mayo de 2019 and 3 мая 2019 года; months by their
///   names or three letters or more from their beginning, where these mean one month. Two names of a month may stand
///   together, as in آذار/مارس.
pub fn dated(text: &str) -> Option<String> {
    let folded = fold(text);
    in_chinese(&folded).or_else(|| in_words(&folded))
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

/// The months by their folded names in English, French, Spanish, Russian (both cases) and Arabic (both sets).
const MONTHS: [&[&str]; 12] = [
    &["january", "janvier", "enero", "январь", "января", "يناير", "كانون الثاني"],
    &["february", "fevrier", "febrero", "февраль", "февраля", "فبراير", "شباط"],
    &["march", "mars", "marzo", "март", "марта", "مارس", "اذار"],
    &["april", "avril", "abril", "апрель", "апреля", "ابريل", "نيسان"],
    &["may", "mai", "mayo", "маи", "мая", "مايو", "ايار"],
    &["june", "juin", "junio", "июнь", "июня", "يونيه", "يونيو", "حزيران"],
    &["july", "juillet", "julio", "июль", "июля", "يوليه", "يوليو", "تموز"],
    &["august", "aout", "agosto", "август", "августа", "اغسطس", "اب"],
    &["september", "septembre", "septiembre", "сентябрь", "сентября", "سبتمبر", "ايلول"],
    &["october", "octobre", "octubre", "октябрь", "октября", "اكتوبر", "تشرين الاول"],
    &["november", "novembre", "noviembre", "ноябрь", "ноября", "نوفمبر", "تشرين الثاني"],
    &["december", "decembre", "diciembre", "декабрь", "декабря", "ديسمبر", "كانون الاول"],
];

/// The least letters of a month's name.
const LETTERS: usize = 3;

/// Words beside the parts of a date, folded.
const BESIDE: [&str; 9] = ["of", "the", "de", "del", "le", "г", "года", "год", "من"];

/// The endings of the number of a day, folded.
const ENDINGS: [&str; 6] = ["st", "nd", "rd", "th", "er", "º"];

/// The number of the month that a folded word names: whole, or by a beginning that means one month.
fn month(word: &str) -> Option<usize> {
    let place = |fits: &dyn Fn(&str) -> bool| {
        let mut found = (1..).zip(MONTHS).filter(|(_, names)| names.iter().any(|name| fits(name)));
        let (number, _) = found.next()?;
        found.next().is_none().then_some(number)
    };
    let is_long = word.chars().count() >= LETTERS;
    place(&|name| name == word).or_else(|| place(&|name| is_long && name.starts_with(word)))
}

fn in_words(folded: &str) -> Option<String> {
    let words = folded.split(|c: char| c.is_whitespace() || ",.،".contains(c));
    let words = words.filter(|word| !word.is_empty() && !BESIDE.contains(word));
    let words: Vec<&str> = words.collect();
    let number = |word: &str, digits: RangeInclusive<usize>| {
        let is_it = digits.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
        is_it.then(|| word.to_owned())
    };
    let year = |word: &str| number(word, 4..=4);
    let day = |word: &str| {
        let ending = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
        number(ending.unwrap_or(word), 1..=2)
    };
    // Where a month has two names, both must mean it.
    let month = |word: &str| {
        let mut all = word.split('/').map(month);
        let first = all.next()??;
        all.all(|other| other == Some(first)).then_some(first)
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
            ("3rd of May 2019", "2019-05-03"),
            ("mars 2015", "2015-03"),
            ("1er août 2017", "2017-08-01"),
            ("déc. 2017", "2017-12"),
            ("2 de marzo de 2015", "2015-03-02"),
            ("mayo de 2019", "2019-05"),
            ("май 2019 г.", "2019-05"),
            ("2 марта 2015 года", "2015-03-02"),
            ("2 مارس 2015", "2015-03-02"),
            ("٢ آذار/مارس ٢٠١٥", "2015-03-02"),
            ("2019年5月", "2019-05"),
            ("２０１９年５月３日", "2019-05-03"),
        ] {
            assert_eq!(dated(written).as_deref(), Some(iso), "{written}");
        }
        for none in [
            "may",
            "ma 2019",
            "2019",
            "31 2019",
            "mayor 2019",
            "may 19",
            "1 2 2019",
            "jui 2019",
            "3 آذار/مايو 2015",
            "",
        ] {
            assert_eq!(dated(none), None, "{none}");
        }
    }
}
