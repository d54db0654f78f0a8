//! The earlier day of a comparison in a saved view: a word behind its arrangement, such as `figure:2
//! since:2019-05-31`.

use crate::analysis::Compared;
use crate::domain::Day;

/// The beginning of the word.
const SINCE: &str = "since:";

/// The word for "compared with no day".
const NONE: &str = "none";

/// An arrangement with the day, where one was chosen.
pub(in crate::app) fn kept(arrangement: &str, compared: Compared) -> String {
    let Compared::With(day) = compared else { return arrangement.to_owned() };
    let day = day.map_or_else(|| NONE.to_owned(), |day| day.to_string());
    format!("{arrangement} {SINCE}{day}").trim_start().to_owned()
}

/// The arrangement of a view without the word, and the day, where it keeps one. A word that is no day says nothing.
pub(in crate::app) fn read(kept: &str) -> (String, Option<Compared>) {
    let (day, others): (Vec<&str>, Vec<&str>) =
        kept.split_whitespace().partition(|word| word.starts_with(SINCE));
    let compared = day.first().and_then(|word| match word.strip_prefix(SINCE)? {
        NONE => Some(Compared::With(None)),
        day => Day::parse(day).map(|day| Compared::With(Some(day))),
    });
    (others.join(" "), compared)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_read_as_it_was_kept() {
        let day = Compared::With(Day::parse("2019-05-31"));
        for (arrangement, compared, word) in [
            ("figure:2 beside", day, "figure:2 beside since:2019-05-31"),
            ("chapter", Compared::With(None), "chapter since:none"),
            ("", day, "since:2019-05-31"),
        ] {
            assert_eq!(kept(arrangement, compared), word);
            assert_eq!(read(word), (arrangement.to_owned(), Some(compared)));
        }
        assert_eq!(kept("chapter", Compared::Usual), "chapter");
        assert_eq!(read("figure:1 since:yesterday"), ("figure:1".to_owned(), None));
    }
}
