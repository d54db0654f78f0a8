//! Days, months and years as filters write them, each a period with a first and a last day.

use crate::domain::{Day, dated, fold};
use crate::text::{Lang, Text};

/// The first and the last day of `2019`, `2019-09` or `2019-09-30`, of the same in Chinese form (2019年9月30日), or of
/// today.
pub fn period(word: &str, today: Day) -> Option<(Day, Day)> {
    let word = fold(word.trim());
    if Lang::ALL.iter().any(|lang| fold(&Text::of(*lang).tr("filter-today")) == word) {
        return Some((today, today));
    }
    let word = dated(&word).unwrap_or(word);
    let day = |month: &str, day: &str| Day::parse(&format!("{word}{month}{day}"));
    if !word.is_ascii() {
        return None;
    }
    match word.len() {
        4 => Some((day("-01", "-01")?, day("-12", "-31")?)),
        7 => {
            let first = day("-01", "")?;
            let last = (28..=31).rev().find_map(|d| day(&format!("-{d}"), ""))?;
            Some((first, last))
        }
        _ => Day::parse(&word).map(|d| (d, d)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_year_a_month_or_a_day() {
        let today = Day::new(2026, 11, 23).expect("a day");
        let ends = |word: &str| period(word, today).map(|(a, b)| format!("{a} {b}"));
        let same = |text: &str| Some(text.to_owned());
        assert_eq!(ends("2019"), same("2019-01-01 2019-12-31"));
        assert_eq!(ends("2019-02"), same("2019-02-01 2019-02-28"));
        assert_eq!(ends("2020-02"), same("2020-02-01 2020-02-29"));
        assert_eq!(ends("2019-09-30"), same("2019-09-30 2019-09-30"));
        assert_eq!(ends("２０１９"), same("2019-01-01 2019-12-31"));
        assert_eq!(ends("2019年"), ends("2019"));
        assert_eq!(ends("2019年2月"), ends("2019-02"));
        assert_eq!(ends("2019年9月30日"), ends("2019-09-30"));
        assert_eq!(ends("2019年13月"), None);
        assert_eq!(ends("今天"), same("2026-11-23 2026-11-23"));
        for word in
            ["", "19", "2019-13", "2019-02-29", "2019/01", "20199", "201a", "2019-0a", "年年"]
        {
            assert_eq!(ends(word), None, "{word}");
        }
    }
}
