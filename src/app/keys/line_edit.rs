//! A line of text being typed: its edits, and how much text it takes.

use crate::app::state::text_edit::TextEdit;
use crate::domain::{LINE_LIMIT, clean_line, clean_typed};
use tui_input::{Input, InputRequest};

/// Edits the line; whether the text has changed.
pub(in crate::app) fn edit(input: &mut Input, edit: TextEdit) -> bool {
    use InputRequest as R;
    let request = match edit {
        TextEdit::Left => R::GoToPrevChar,
        TextEdit::Right => R::GoToNextChar,
        TextEdit::WordLeft => R::GoToPrevWord,
        TextEdit::WordRight => R::GoToNextWord,
        TextEdit::Start => R::GoToStart,
        TextEdit::End => R::GoToEnd,
        TextEdit::DeleteLeft => R::DeletePrevChar,
        TextEdit::DeleteRight => R::DeleteNextChar,
        TextEdit::DeleteWordLeft => R::DeletePrevWord,
        TextEdit::DeleteWordRight => R::DeleteNextWord,
        TextEdit::DeleteToEnd => R::DeleteTillEnd,
        TextEdit::DeleteToStart => {
            let end = cursor(input);
            *input = replaced(input, 0..end, "");
            return end > 0;
        }
        // a line has no others above and below it
        TextEdit::Up
        | TextEdit::Down
        | TextEdit::PageUp
        | TextEdit::PageDown
        | TextEdit::NewLine
        | TextEdit::Indent => return false,
    };
    input.handle(request).is_some_and(|changed| changed.value)
}

/// Puts a character in at the cursor, where there is room; whether the text has changed.
pub(in crate::app) fn type_char(input: &mut Input, c: char) -> bool {
    let taken = is_seen(c) && !is_full(input);
    taken && input.handle(InputRequest::InsertChar(c)).is_some_and(|changed| changed.value)
}

/// Whether a character is visible by itself; one that only changes the look of others is not typed.
pub(in crate::app) fn is_seen(c: char) -> bool {
    c.is_ascii() || !clean_typed(c.encode_utf8(&mut [0; 4])).is_empty()
}

/// Whether the line takes no more characters.
pub(in crate::app) fn is_full(input: &Input) -> bool {
    input.value().chars().count() >= LINE_LIMIT
}

/// The result of putting text into a line or an editor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Put {
    /// Whether any of it is in the text now.
    pub changed: bool,
    /// The number of characters that had no room.
    pub left_out: usize,
}

/// Puts pasted text in, cleaned and on one line.
pub(in crate::app) fn paste(input: &mut Input, text: &str) -> Put {
    put(input, text, clean_line)
}

/// Puts text in that was typed at once: cleaned and on one line, its spaces as they were typed.
pub(in crate::app) fn type_in(input: &mut Input, text: &str) -> Put {
    put(input, text, |text| clean_typed(text).replace('\n', " "))
}

/// Puts text in at the cursor as far as there is room: the line is made once, however long the text
/// is. Of a text far longer than a line only the beginning is cleaned.
fn put(input: &mut Input, text: &str, clean: impl Fn(&str) -> String) -> Put {
    let (head, rest) = split(text, 4 * LINE_LIMIT);
    let cleaned = clean(head);
    let room = LINE_LIMIT.saturating_sub(input.value().chars().count());
    let (taken, left) = split(&cleaned, room);
    if !taken.is_empty() {
        let at = cursor(input);
        *input = replaced(input, at..at, taken);
    }
    let left_out = left.chars().count() + rest.chars().count();
    Put { changed: !taken.is_empty(), left_out }
}

/// A text cut behind so many characters.
fn split(text: &str, characters: usize) -> (&str, &str) {
    let end = text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at);
    text.split_at(end)
}

/// The place of the cursor in bytes.
pub(in crate::app) fn cursor(input: &Input) -> usize {
    input.value().char_indices().nth(input.cursor()).map_or(input.value().len(), |(at, _)| at)
}

/// The text with `insert` in the place of these bytes, and the cursor behind it.
pub(in crate::app) fn replaced(
    input: &Input,
    bytes: std::ops::Range<usize>,
    insert: &str,
) -> Input {
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
        for c in "chapter:V unmet".chars() {
            assert!(type_char(&mut input, c));
        }
        assert!(edit(&mut input, TextEdit::DeleteWordLeft));
        assert_eq!(input.value(), "chapter:V ");
        assert!(!edit(&mut input, TextEdit::Left));
        assert!(edit(&mut input, TextEdit::DeleteToStart));
        assert_eq!((input.value(), cursor(&input)), (" ", 0));
        assert!(!edit(&mut input, TextEdit::DeleteToStart));
    }

    #[test]
    fn a_line_takes_so_many_characters_at_its_cursor_and_says_how_many_it_left_out() {
        let mut input = Input::new("ab".into()).with_cursor(1);
        let long = "资".repeat(50_000);
        let left_out = 50_000 - (LINE_LIMIT - 2);
        assert_eq!(paste(&mut input, &long), Put { changed: true, left_out });
        assert_eq!(input.value().chars().count(), LINE_LIMIT);
        assert!(input.value().starts_with("a资") && input.value().ends_with("资b"));
        assert_eq!(input.cursor(), LINE_LIMIT - 1);
        assert!(!type_char(&mut input, 'x'), "typed, it has no room either");
        assert_eq!(type_in(&mut input, "xy"), Put { changed: false, left_out: 2 });
        assert!(edit(&mut input, TextEdit::DeleteLeft));
        assert!(type_char(&mut input, 'x'));
    }

    #[test]
    fn pasted_text_is_trimmed_and_typed_text_is_not() {
        let mut input = Input::default();
        paste(&mut input, " a\r\nb\u{1b}[2J\u{202e} ");
        assert_eq!(input.value(), "a b [2J");
        let mut input = Input::default();
        type_in(&mut input, "asset \u{202e}");
        type_in(&mut input, "decl\rx");
        assert_eq!(input.value(), "asset decl x");
        assert!(!type_char(&mut input, '\u{202e}'));
    }

    #[test]
    fn a_completion_replaces_the_word() {
        let input = Input::new("chap is:unmet".into());
        let input = replaced(&input, 0..4, "chapter:");
        assert_eq!((input.value(), cursor(&input)), ("chapter: is:unmet", 8));
    }
}
