//! White space: a run of it is one space, or is removed if it is a line break that only wraps the text.

use super::table::becomes;
use unicode_width::UnicodeWidthChar;

/// Adds the folded white space at the beginning of `run` to `folded`, and calls `changed` as
/// [`super::fold_onto`] does. `before` is the text before it. Gives back the text behind the white
/// space and the characters that vanish with it.
pub(super) fn fold<'a>(
    before: &str,
    run: &'a str,
    folded: &mut String,
    changed: &mut impl FnMut(usize, usize, char),
) -> &'a str {
    let end = run.find(|c| !matches!(&*becomes(c), "" | " ")).unwrap_or(run.len());
    let (run, after) = run.split_at(end);
    let wraps = run.contains(is_line_break) && goes_on(before, after);
    let mut left = if wraps { "" } else { " " };
    for c in run.chars() {
        let start = folded.len();
        if becomes(c) == " " {
            folded.push_str(std::mem::take(&mut left));
        }
        let len = folded.len() - start;
        if c != ' ' || len == 0 {
            changed(start, len, c);
        }
    }
    after
}

/// The characters behind which a new line begins: UAX #14, classes BK, CR, LF and NL.
fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a text that is broken into lines here goes on without a space: between two wide characters, which are
/// written without (CSS Text Level 3, segment break transformation), and behind the hyphen of a word.
fn goes_on(before: &str, after: &str) -> bool {
    let mut before = before.chars().rev().filter(|c| !becomes(*c).is_empty());
    let (Some(last), Some(next)) = (before.next(), after.chars().next()) else { return false };
    let mut word_before = || before.next().is_some_and(char::is_alphanumeric);
    is_wide(last) && is_wide(next)
        || becomes(last) == "-" && next.is_alphanumeric() && word_before()
}

/// Whether a character takes two columns and is not of the Korean script, which has spaces between words.
fn is_wide(c: char) -> bool {
    let hangul = matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7ff}');
    c.width() == Some(2) && !hangul
}
