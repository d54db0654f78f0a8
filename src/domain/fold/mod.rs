//! Folds text for comparison, in searches and wherever a name is looked for: without case, accents and vowel marks,
//! with one form for each kind of sign, in every script.
//!
//! A text is folded in two steps, of which `docs/folding.md` tells users:
//!
//! 1. Each character becomes nothing, one or more others, wherever it stands (`table`).
//! 2. A run of white space becomes one space, or nothing where it is a line break that only wraps the text.

mod common;
mod spaces;
mod table;
mod traditional;

#[cfg(test)]
pub(crate) mod oracle;
#[cfg(test)]
mod tests;

use super::plain::is_plain;
use common::{common, folded_already};
use table::by_the_table;

/// The form of a text that searches and names are compared in. Folding it again changes nothing.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(text, &mut folded, |_, _, _| {});
    folded
}

/// Adds the folded form of a text to `folded`.
///
/// `changed` is called, in order, for each character that is folded to something else: with the
/// byte of `folded` where that begins, its number of bytes, and the character. The text between two
/// such characters is the same in both forms.
///
/// Gives back whether the text was seen to be clean meanwhile, so that a text of a register is
/// looked at once: it consists of plain characters, with a space or line breaks between words.
/// `false` does not prove the opposite.
pub fn fold_onto(
    text: &str,
    folded: &mut String,
    mut changed: impl FnMut(usize, usize, char),
) -> bool {
    let mut clean = !text.starts_with(' ') && !text.ends_with(' ');
    let mut rest = text;
    loop {
        let (same, other) = rest.split_at(folded_already(rest));
        folded.push_str(same);
        let mut chars = other.chars();
        let Some(c) = chars.next() else { return clean };
        rest = chars.as_str();
        let start = folded.len();
        if let Some(one) = common(c) {
            folded.push(one);
        } else {
            by_the_table(c, folded);
            if folded[start..] == *" " {
                folded.truncate(start);
                let (before, run) = text.split_at(text.len() - other.len());
                rest = spaces::fold(before, run, folded, &mut changed);
                let blanks = &run[..run.len() - rest.len()];
                let between = !before.is_empty() && !rest.is_empty();
                clean &= between && blanks.chars().all(|c| c == '\n');
                continue;
            }
            clean &= is_plain(c);
        }
        let mut became = folded[start..].chars();
        if became.next() != Some(c) || became.next().is_some() {
            changed(start, folded.len() - start, c);
        }
    }
}

/// Whether a text is written, at least in part, without blanks between words, as Chinese is.
pub fn is_unspaced(text: &str) -> bool {
    text.chars().any(|c| c > '\u{2e80}')
}
