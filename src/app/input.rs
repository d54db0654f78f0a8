//! A line of text being typed: keys to edits.

use super::key::{Code, Key};
use tui_input::{Input, InputRequest};

/// Edits the line with a key; whether the text has changed.
pub(super) fn edit(input: &mut Input, key: Key) -> bool {
    use InputRequest as R;
    let request = match (key.code, key.ctrl, key.alt) {
        (Code::Char(c), false, false) => R::InsertChar(c),
        (Code::Backspace, false, false) | (Code::Char('h'), true, false) => R::DeletePrevChar,
        (Code::Delete, false, false) | (Code::Char('d'), true, false) => R::DeleteNextChar,
        (Code::Backspace, _, _) | (Code::Char('w'), true, false) => R::DeletePrevWord,
        (Code::Char('d'), false, true) | (Code::Delete, _, _) => R::DeleteNextWord,
        (Code::Char('u'), true, false) => R::DeleteLine,
        (Code::Char('k'), true, false) => R::DeleteTillEnd,
        (Code::Left, false, false) | (Code::Char('b'), true, false) => R::GoToPrevChar,
        (Code::Right, false, false) | (Code::Char('f'), true, false) => R::GoToNextChar,
        (Code::Left, _, _) | (Code::Char('b'), false, true) => R::GoToPrevWord,
        (Code::Right, _, _) | (Code::Char('f'), false, true) => R::GoToNextWord,
        (Code::Home, _, _) | (Code::Char('a'), true, false) => R::GoToStart,
        (Code::End, _, _) | (Code::Char('e'), true, false) => R::GoToEnd,
        _ => return false,
    };
    input.handle(request).is_some_and(|changed| changed.value)
}

/// Puts pasted text in, cleaned and on one line.
pub(super) fn paste(input: &mut Input, text: &str) {
    for c in crate::domain::clean_line(text).chars() {
        input.handle(InputRequest::InsertChar(c));
    }
}

/// The place of the cursor in bytes.
pub(super) fn cursor(input: &Input) -> usize {
    input.value().char_indices().nth(input.cursor()).map_or(input.value().len(), |(at, _)| at)
}

/// The text with `insert` in the place of these bytes, and the cursor behind it.
pub(super) fn replaced(input: &Input, bytes: std::ops::Range<usize>, insert: &str) -> Input {
    let value = input.value();
    let (head, tail) = (value.get(..bytes.start), value.get(bytes.end..));
    let (head, tail) = (head.unwrap_or(value), tail.unwrap_or(""));
    let cursor = head.chars().count() + insert.chars().count();
    Input::new(format!("{head}{insert}{tail}")).with_cursor(cursor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_in_and_words_go_out() {
        let mut input = Input::default();
        for key in crate::app::key::script("chapter:V unmet<C-w>").unwrap() {
            edit(&mut input, key);
        }
        assert_eq!(input.value(), "chapter:V ");
        assert!(!edit(&mut input, Key::plain(Code::Home)));
        assert_eq!(cursor(&input), 0);
    }

    #[test]
    fn a_completion_replaces_the_word() {
        let input = Input::new("chap is:unmet".into());
        let input = replaced(&input, 0..4, "chapter:");
        assert_eq!((input.value(), cursor(&input)), ("chapter: is:unmet", 8));
    }
}
