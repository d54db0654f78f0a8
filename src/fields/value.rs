//! The kinds of values that fields hold, and the one way in which each value is written in the change log.

use crate::domain::{
    Article, Chapter, Coded, Day, NAME_LIMIT, NOTES_LIMIT, PartialDate, SshKey, clean_line,
    clean_text,
};
use crate::text::UNSTATED;

/// The kind of value that a field holds.
///
/// Every value has one way to be written, with which it stands in the change log ([`FieldValue::read`]). Several values
/// are joined by `; `; rows are a JSON list of lists.
#[derive(Clone, Copy, Debug)]
pub enum FieldValue {
    /// Words on one line.
    Line,
    /// Words on as many lines as there are.
    Text,
    /// One of the codes of a vocabulary.
    OneOf(fn() -> Vec<&'static str>),
    /// `yes` or `no`.
    YesNo,
    /// A whole number between two.
    Number(u32, u32),
    /// A moment, as seconds since 1970 in UTC.
    Moment,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A date as precise as known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    Date,
    /// The code of a language, of two or three letters.
    Language,
    /// A row of another table, by its key in the log: a code or a number. Only the register can tell whether there is
    /// one.
    Reference,
    /// Rows of another table.
    References,
    /// Articles by number.
    Articles,
    /// Chapters by number.
    Chapters,
    /// Words, each on one line.
    Lines,
    /// Public keys of OpenSSH, each with its kind and without a comment.
    Keys,
    /// Rows of a table of their own.
    Rows,
}

/// The codes of a closed vocabulary.
pub(super) fn codes<T: Coded>() -> Vec<&'static str> {
    T::ALL.iter().map(|value| value.code()).collect()
}

/// The separator of several values.
pub(super) const BETWEEN: &str = "; ";

impl FieldValue {
    /// Reads a value from a person or a program, and gives it as the log keeps it: `Some(None)` for
    /// "not stated".
    ///
    /// Gives [`None`] for a text that is no value of the field.
    pub fn read(&self, typed: &str) -> Option<Option<String>> {
        let line = clean_line(typed);
        if line.is_empty() {
            return Some(None);
        }
        let value = match self {
            Self::Line | Self::Reference => short(line),
            Self::Text => Some(clean_text(typed)).filter(|text| text.len() <= NOTES_LIMIT),
            Self::OneOf(codes) => codes().contains(&line.as_str()).then_some(line),
            Self::YesNo => ["yes", "no"].contains(&line.as_str()).then_some(line),
            Self::Number(least, most) => (line.parse::<u32>().ok())
                .filter(|number| (least..=most).contains(&number))
                .map(|number| number.to_string()),
            Self::Moment => line.parse::<i64>().ok().map(|moment| moment.to_string()),
            Self::Day => Day::parse(&line).map(|day| day.to_string()),
            Self::Date => PartialDate::parse(&line).map(|date| date.to_string()),
            // The code for "not stated".
            Self::Language if line == UNSTATED => return Some(None),
            Self::Language => {
                let letters = line.bytes().all(|letter| letter.is_ascii_lowercase());
                (letters && matches!(line.len(), 2 | 3)).then_some(line)
            }
            Self::References | Self::Lines => several(&line, |one| short(one.to_owned())),
            Self::Keys => several(&line, |one| Some(SshKey::read(one).ok()?.to_string())),
            Self::Articles => numbers(&line, |number| Article::new(number).is_some()),
            Self::Chapters => numbers(&line, |number| Chapter::from_number(number).is_some()),
            Self::Rows => {
                let rows: Vec<Vec<serde_json::Value>> = serde_json::from_str(&line).ok()?;
                serde_json::to_string(&rows).ok().filter(|_| !rows.is_empty())
            }
        };
        value.map(Some)
    }
}

/// A line that is no longer than a name.
fn short(line: String) -> Option<String> {
    line.chars().nth(NAME_LIMIT).is_none().then_some(line)
}

/// Several values, each once and in order.
fn several(line: &str, one: impl Fn(&str) -> Option<String>) -> Option<String> {
    let parts = line.split(';').map(str::trim).filter(|part| !part.is_empty());
    let mut values = parts.map(one).collect::<Option<Vec<_>>>()?;
    values.sort_unstable();
    values.dedup();
    Some(values.join(BETWEEN))
}

/// Numbers, each once and rising.
fn numbers(line: &str, fits: impl Fn(u8) -> bool) -> Option<String> {
    let parts = line.split([';', ',', ' ']).filter(|part| !part.is_empty());
    let mut values = parts
        .map(|part| part.parse().ok().filter(|number| fits(*number)))
        .collect::<Option<Vec<u8>>>()?;
    values.sort_unstable();
    values.dedup();
    Some(values.iter().map(u8::to_string).collect::<Vec<_>>().join(BETWEEN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Priority;

    #[test]
    fn a_value_is_written_in_one_way_or_refused() {
        let cases = [
            (FieldValue::Line, " a\u{1b}[2J  b\n", Some(Some("a [2J b"))),
            (FieldValue::Line, "", Some(None)),
            (FieldValue::OneOf(codes::<Priority>), "high", Some(Some("high"))),
            (FieldValue::OneOf(codes::<Priority>), "highest", None),
            (FieldValue::YesNo, "yes", Some(Some("yes"))),
            (FieldValue::YesNo, "1", None),
            (FieldValue::Number(1, 9), "07", Some(Some("7"))),
            (FieldValue::Number(1, 9), "10", None),
            (FieldValue::Day, "2027-3-1", None),
            (FieldValue::Date, "2027-03", Some(Some("2027-03"))),
            (FieldValue::Language, "fr", Some(Some("fr"))),
            (FieldValue::Language, "FR", None),
            (FieldValue::Language, "und", Some(None)),
            (FieldValue::References, "b; a;b;", Some(Some("a; b"))),
            (FieldValue::Articles, "53; 9, 53", Some(Some("9; 53"))),
            (FieldValue::Articles, "4", None),
            (FieldValue::Chapters, "5; 2", Some(Some("2; 5"))),
            (
                FieldValue::Rows,
                r#"[["ldc", null, "2020"]]"#,
                Some(Some(r#"[["ldc",null,"2020"]]"#)),
            ),
            (FieldValue::Rows, "ldc", None),
        ];
        for (value, typed, read) in cases {
            let found = value.read(typed);
            assert_eq!(found.as_ref().map(Option::as_deref), read, "{value:?} {typed}");
            if let Some(Some(text)) = found {
                assert_eq!(value.read(&text), Some(Some(text)), "{value:?}");
            }
        }
        assert_eq!(FieldValue::Text.read("a\nb"), Some(Some("a\nb".into())));
        assert_eq!(FieldValue::Line.read(&"x".repeat(NAME_LIMIT + 1)), None);
    }
}
