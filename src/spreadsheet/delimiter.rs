//! The sign between the columns of a text.

use crate::text::Arg;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// The signs that are looked for, in the order in which one of two equal ones is taken.
pub(super) const SIGNS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many rows are looked at.
const ROWS: usize = 50;

/// The most columns that are counted.
const MOST: usize = 2_048;

/// The name of a sign, for people.
pub(super) fn name(sign: u8) -> Arg {
    let id = match sign {
        b',' => "sheet-sign-comma",
        b';' => "sheet-sign-semicolon",
        b'\t' => "sheet-sign-tab",
        other => return Arg::Words(char::from(other).to_string()),
    };
    Arg::Named(id.to_owned())
}

/// How the reading of rows is set up.
pub(super) fn reader(delimiter: u8) -> Reader {
    ReaderBuilder::new().delimiter(delimiter).build()
}

/// The sign that a first line `sep=;` names, as Excel reads it.
pub(super) fn named(text: &str) -> Option<u8> {
    let sign = *text.strip_prefix("sep=")?.as_bytes().first()?;
    let is_line = text[4..].chars().nth(1).is_none_or(|end| end == '\n' || end == '\r');
    (sign.is_ascii() && is_line).then_some(sign)
}

/// Guesses the sign from the beginning of a text: the one that gives the most rows the same number of columns.
pub(super) fn guess(text: &str) -> u8 {
    let score = |sign: &u8| {
        let counts = columns(text.as_bytes(), *sign);
        let alike = |count: usize| counts.iter().filter(|other| **other == count).count();
        let split = counts.iter().copied().filter(|count| *count > 1);
        split.map(|count| (alike(count), count)).max().unwrap_or_default()
    };
    // The last of equal ones is the greatest: the order is turned round.
    SIGNS.into_iter().rev().max_by_key(score).unwrap_or(SIGNS[0])
}

/// The number of columns of each of the first rows.
fn columns(mut text: &[u8], sign: u8) -> Vec<usize> {
    let mut reader = reader(sign);
    let mut room = vec![0; text.len() + 1];
    let mut ends = vec![0; MOST];
    let mut counts = Vec::new();
    let mut columns = 0;
    while counts.len() < ROWS {
        let (result, read, _, ended) = reader.read_record(text, &mut room, &mut ends);
        text = &text[read..];
        columns += ended;
        match result {
            ReadRecordResult::Record => counts.push(std::mem::take(&mut columns)),
            ReadRecordResult::InputEmpty => {}
            _ => break,
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_that_divides_the_rows_alike_is_taken() {
        for (text, sign) in [
            ("a,b\n1,2\n", b','),
            ("a;b;c\n1,5;2;x, y\n2,5;3;z, w, v\n", b';'),
            ("a\tb\r1\t\"x\t;;;;\"\r", b'\t'),
            ("a|b\n1|2\n", b'|'),
            ("one column\nof words, with commas\n", b','),
            ("title,,\n\nstate,article,need\nGhana,52,\"a;b;c\"\nKenya,53,d;e\n", b','),
            ("Notes, with commas\na;b\n1;2\n3;4\n", b';'),
            ("", b','),
        ] {
            assert_eq!(guess(text) as char, sign as char, "{text:?}");
        }
        assert_eq!(named("sep=;\na;b"), Some(b';'));
        assert_eq!(named("sep=\t\r\n"), Some(b'\t'));
        assert_eq!(named("separate,b\n"), None);
    }
}
