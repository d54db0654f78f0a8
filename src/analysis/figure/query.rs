//! The command behind a figure: what counts the same, for a reader who wants to see it or to have
//! it again.

use super::{Figure, Look};
use crate::domain::Coded;
use crate::query::Measure;

/// The command that yields a figure's numbers from the same register, whole: with the days that it
/// compares and whether States are named. A POSIX shell reads it as it stands.
pub(super) fn command(figure: &Figure, look: Look<'_>) -> String {
    let fields = std::iter::once(figure.rows.field).chain(figure.columns.as_ref().map(|c| c.field));
    let fields: Vec<_> = fields.map(Coded::code).collect();
    let filter = quoted(&figure.filter.to_string());
    let measure = if figure.measure == Measure::States { " --measure states" } else { "" };
    let since = look.since.map_or_else(String::new, |since| format!(" --since {since}"));
    let names = if look.vocabulary.nameless.is_some() { " --no-names" } else { "" };
    let by = fields.join(",");
    format!("ta-tui count {filter} --by {by}{measure}{since} --as-of {}{names}", look.until)
}

/// A word as a POSIX shell takes it literally: in single quotes unless every character is harmless
/// (POSIX.1-2017, Shell Command Language, 2.2).
fn quoted(word: &str) -> String {
    let harmless = |c: char| c.is_ascii_alphanumeric() || ":.,_-".contains(c);
    if !word.is_empty() && word.chars().all(harmless) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn what_a_shell_would_read_otherwise_is_quoted() {
        assert_eq!(quoted("cycle:1"), "cycle:1");
        assert_eq!(quoted("cycle:1 article:51..54"), "'cycle:1 article:51..54'");
        assert_eq!(quoted("a'b $(c) \\ \"d\""), r#"'a'\''b $(c) \ "d"'"#);
        assert_eq!(quoted("资产"), "'资产'");
        assert_eq!(quoted(""), "''");
    }
}
