//! Texts in CSV that a spreadsheet would take for a formula: an apostrophe in front keeps them words there, and is
//! taken off again when the file is read. No two texts are written alike, so that nothing is lost on the way.

use std::borrow::Cow;

/// The characters with which a spreadsheet begins a formula, or a cell behind which it looks for one. The forms of full
/// width act like the narrow ones in East Asian locales.
const ACTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The mark at the beginning of a text of the example row of a template: rows with such a cell are left out of imports.
pub const EXAMPLE_ROW: &str = "[ta-tui example]";

/// A text as a cell of CSV: one apostrophe more where it begins with a character that acts, or with apostrophes and then
/// such a character.
pub fn neutralised(text: &str) -> Cow<'_, str> {
    if acts(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text of a cell of CSV, the reverse of [`neutralised`]: without its first apostrophe where apostrophes stand
/// before a character that acts, otherwise as it is.
pub fn as_stated(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if acts(text) => text,
        _ => cell,
    }
}

fn acts(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(ACTS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_acts_has_one_apostrophe_more_and_the_rest_none() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("'=1+1", "''=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-5", "'-5"),
            ("\tx", "'\tx"),
            ("＝1", "'＝1"),
            ("'quoted'", "'quoted'"),
            ("a=b", "a=b"),
            ("'", "'"),
            ("", ""),
        ] {
            assert_eq!(neutralised(text), cell);
            assert_eq!(as_stated(cell), text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn the_text_comes_back_and_no_cell_acts(text in "['=+@a＝\t\r\n-]{0,5}") {
            let cell = neutralised(&text);
            prop_assert_eq!(as_stated(&cell), text.as_str());
            prop_assert!(!cell.starts_with(ACTS));
        }
    }
}
