//! A text of several lines being typed: its edits, by grapheme, with its own undo. Lines are
//! wrapped here, so that the cursor moves over the lines on the screen.

use crate::app::keys::line_edit::is_seen;
use crate::app::state::steps::Steps;
use crate::app::state::text_edit::TextEdit;
use crate::app::state::wrapping::{wide, wrap};
use crate::domain::{NOTES_LIMIT, clean_text, clean_typed};
use std::ops::Range;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// A text and the cursor in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editor {
    text: String,
    /// The byte before which the cursor stands, between two graphemes.
    at: usize,
    /// The column that moving up and down keeps to.
    goal: Option<usize>,
    undo: Steps,
    redo: Steps,
    last: Option<Kind>,
    /// The number of characters without room since the last call of [`Editor::take_left_out`].
    left_out: usize,
}

/// The kind of an edit; edits of one kind in a row are one step of undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Word,
    Blank,
    Delete,
    Other,
}

/// The goal of a step of the cursor.
#[derive(Clone, Copy)]
enum To {
    Left,
    Right,
    WordLeft,
    WordRight,
    LineStart,
    LineEnd,
}

impl Editor {
    /// An editor on a text, the cursor at its end.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), at: text.len(), ..Self::default() }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Edits the text, or moves the cursor in it; `room` is the width that lines are wrapped to and
    /// `page` how many are shown. Whether the text has changed.
    pub fn edit(&mut self, edit: TextEdit, room: usize, page: usize) -> bool {
        let page = page.max(1).cast_signed();
        match edit {
            TextEdit::Left => self.go(To::Left),
            TextEdit::Right => self.go(To::Right),
            TextEdit::WordLeft => self.go(To::WordLeft),
            TextEdit::WordRight => self.go(To::WordRight),
            TextEdit::Start => self.go(To::LineStart),
            TextEdit::End => self.go(To::LineEnd),
            TextEdit::Up => self.vertical(-1, room),
            TextEdit::Down => self.vertical(1, room),
            TextEdit::PageUp => self.vertical(-page, room),
            TextEdit::PageDown => self.vertical(page, room),
            TextEdit::DeleteLeft => return self.delete(To::Left),
            TextEdit::DeleteRight => return self.delete(To::Right),
            TextEdit::DeleteWordLeft => return self.delete(To::WordLeft),
            TextEdit::DeleteWordRight => return self.delete(To::WordRight),
            TextEdit::DeleteToEnd => return self.delete(To::LineEnd),
            TextEdit::NewLine => return self.insert("\n"),
            TextEdit::Indent => return self.insert("  "),
            TextEdit::DeleteToStart => return self.delete(To::LineStart),
        }
        false
    }

    /// Puts a character in. Whether the text has changed.
    pub fn type_char(&mut self, c: char) -> bool {
        !c.is_control() && is_seen(c) && self.insert(c.encode_utf8(&mut [0; 4]))
    }

    /// Puts pasted text in, cleaned. Whether the text has changed.
    pub fn paste(&mut self, pasted: &str) -> bool {
        self.put_at_once(pasted, clean_text)
    }

    /// Puts in text that was typed at once, as one step. Whether the text has changed.
    pub fn type_in(&mut self, typed: &str) -> bool {
        self.put_at_once(typed, |typed| clean_typed(&typed.replace('\t', "  ")))
    }

    /// The number of characters without room since the last call.
    pub fn take_left_out(&mut self) -> usize {
        std::mem::take(&mut self.left_out)
    }

    /// Puts another text in the place of this one, which undo brings back.
    pub fn replace(&mut self, text: &str) {
        self.keep(Kind::Other);
        text.clone_into(&mut self.text);
        (self.at, self.last) = (text.len(), None);
    }

    /// Takes the last step back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.undo.pop() else { return false };
        let now = std::mem::replace(&mut self.text, before.0);
        self.redo.push(now, self.at);
        (self.at, self.last, self.goal) = (before.1, None, None);
        true
    }

    /// Redoes an undone edit; returns whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.redo.pop() else { return false };
        let now = std::mem::replace(&mut self.text, after.0);
        self.undo.push(now, self.at);
        (self.at, self.last, self.goal) = (after.1, None, None);
        true
    }

    /// The text as rows of at most so many cells, in bytes; blanks at a break hang over the edge.
    pub fn rows(&self, room: usize) -> Vec<Range<usize>> {
        let room = room.max(2);
        let mut rows = Vec::new();
        let mut start = 0;
        for line in self.text.split('\n') {
            wrap(line, start, room, &mut rows);
            start += line.len() + 1;
        }
        rows
    }

    /// The cursor's row and column among these rows.
    pub fn cursor(&self, rows: &[Range<usize>], room: usize) -> (usize, usize) {
        let row = rows.iter().rposition(|row| row.start <= self.at).unwrap_or(0);
        let before = rows.get(row).and_then(|row| self.text.get(row.start..self.at));
        (row, before.map_or(0, wide).min(room.saturating_sub(1).max(1)))
    }

    fn insert(&mut self, text: &str) -> bool {
        let blank = text.chars().all(char::is_whitespace);
        self.put(text, if blank { Kind::Blank } else { Kind::Word })
    }

    /// Puts in a text as one step of undo. Of a text much longer than the room, only the beginning is cleaned; without
    /// room, none of it.
    fn put_at_once(&mut self, text: &str, clean: impl Fn(&str) -> String) -> bool {
        let most = if self.room() == 0 { 0 } else { 4 * NOTES_LIMIT };
        let end = text.char_indices().map(|(at, _)| at).find(|at| *at >= most);
        let (head, rest) = text.split_at(end.unwrap_or(text.len()));
        self.left_out += rest.chars().count();
        let changed = self.put(&clean(head), Kind::Other);
        self.last = None;
        changed
    }

    /// The number of bytes that the text can still take.
    fn room(&self) -> usize {
        NOTES_LIMIT.saturating_sub(self.text.len())
    }

    /// Puts in as much as there is room for, by whole graphemes. Whether the text has changed.
    fn put(&mut self, text: &str, kind: Kind) -> bool {
        let taken = fitting(text, self.room());
        self.left_out += text[taken.len()..].chars().count();
        if taken.is_empty() {
            return false;
        }
        self.keep(kind);
        self.text.insert_str(self.at, taken);
        self.at += taken.len();
        // a mark typed after its letter joins it
        while !self.is_boundary(self.at) {
            self.at += self.text[self.at..].chars().next().map_or(1, char::len_utf8);
        }
        true
    }

    fn is_boundary(&self, at: usize) -> bool {
        let found = GraphemeCursor::new(at, self.text.len(), true).is_boundary(&self.text, 0);
        at >= self.text.len() || found.unwrap_or(true)
    }

    fn delete(&mut self, to: To) -> bool {
        let mut end = self.target(to);
        if matches!(to, To::LineEnd) && end == self.at {
            end = self.target(To::Right);
        }
        if end == self.at {
            return false;
        }
        self.keep(Kind::Delete);
        let range = self.at.min(end)..self.at.max(end);
        self.at = range.start;
        self.text.replace_range(range, "");
        true
    }

    fn go(&mut self, to: To) {
        self.at = self.target(to);
        (self.last, self.goal) = (None, None);
    }

    fn target(&self, to: To) -> usize {
        let (before, after) = self.text.split_at(self.at);
        let word = |text: &str| text.chars().any(char::is_alphanumeric);
        match to {
            To::Left => before.grapheme_indices(true).next_back().map_or(0, |(at, _)| at),
            To::Right => self.at + after.graphemes(true).next().map_or(0, str::len),
            To::WordLeft => {
                before.split_word_bound_indices().rfind(|(_, part)| word(part)).map_or(0, |w| w.0)
            }
            To::WordRight => after
                .split_word_bound_indices()
                .find(|(_, part)| word(part))
                .map_or(self.text.len(), |(at, part)| self.at + at + part.len()),
            To::LineStart => before.rfind('\n').map_or(0, |at| at + 1),
            To::LineEnd => after.find('\n').map_or(self.text.len(), |at| self.at + at),
        }
    }

    fn vertical(&mut self, by: isize, room: usize) {
        let rows = self.rows(room);
        let (row, column) = self.cursor(&rows, room);
        let goal = *self.goal.get_or_insert(column);
        self.last = None;
        let next = row.saturating_add_signed(by).min(rows.len().saturating_sub(1));
        let Some(range) = rows.get(next).cloned() else { return };
        let mut taken = 0;
        self.at = range.start;
        let wrapped = rows.get(next + 1).is_some_and(|after| after.start == range.end);
        for (at, grapheme) in self.text[range.clone()].grapheme_indices(true) {
            let end = range.start + at + grapheme.len();
            // the place behind a wrapped row is the beginning of the next
            if taken + wide(grapheme) > goal || (wrapped && end == range.end) {
                break;
            }
            taken += wide(grapheme);
            self.at = end;
        }
    }

    /// Remembers the text before an edit, unless the edit goes on with the last one.
    fn keep(&mut self, kind: Kind) {
        let goes_on = match self.last {
            Some(last) => last == kind || (last == Kind::Word && kind == Kind::Blank),
            None => false,
        };
        if !goes_on || kind == Kind::Other {
            self.undo.push(self.text.clone(), self.at);
        }
        self.redo.clear();
        (self.last, self.goal) = (Some(kind), None);
    }
}

/// The part of a text that so many bytes hold, by whole graphemes.
fn fitting(text: &str, room: usize) -> &str {
    if text.len() <= room {
        return text;
    }
    let starts = text.grapheme_indices(true).map(|(start, _)| start);
    let end = starts.take_while(|start| *start <= room).last().unwrap_or(0);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::commands::command::Act;
    use crate::app::keys::context::KeyContext;
    use crate::app::keys::key::{Code, Key};
    use crate::app::keys::keymap::Keymap;

    /// Presses a key in the notes.
    fn press(editor: &mut Editor, key: Key, room: usize) -> bool {
        match Keymap::new(&[]).0.command(KeyContext::Notes, key).map(|command| command.act) {
            Some(Act::Edit(edit)) => editor.edit(edit, room, 5),
            _ => key.typed().is_some_and(|c| editor.type_char(c)),
        }
    }

    fn typed(keys: &str) -> Editor {
        let mut editor = Editor::default();
        for key in crate::app::key::script(keys).unwrap() {
            press(&mut editor, key, 20);
        }
        editor
    }

    #[test]
    fn lines_are_typed_and_joined_again() {
        let mut editor = typed("one<Enter>two<Home><BS>");
        assert_eq!(editor.text(), "onetwo");
        assert!(!press(&mut editor, Key::plain(Code::Home), 20), "moving changes nothing");
        assert!(!press(&mut editor, Key::plain(Code::Backspace), 20), "nothing stands before it");
        assert_eq!(typed("one two<C-w>x").text(), "one x");
        assert_eq!(typed("one<Enter>two<Up><C-k>").text(), "onetwo");
    }

    #[test]
    fn the_cursor_moves_by_what_one_sees_as_a_character() {
        let combined = "e\u{301}\u{323}";
        let mut editor = Editor::new(&format!("a{combined}资👩‍👩‍👧b"));
        for expected in ["b", "👩‍👩‍👧", "资", combined] {
            let end = editor.at;
            press(&mut editor, Key::plain(Code::Left), 20);
            assert_eq!(&editor.text[editor.at..end], expected);
        }
        press(&mut editor, Key::plain(Code::Delete), 20);
        assert!(editor.text().starts_with("a资"), "the letter goes with its marks");
    }

    #[test]
    fn a_mark_typed_later_joins_its_letter() {
        let mut editor = Editor::new("ab");
        press(&mut editor, Key::plain(Code::Left), 20);
        press(&mut editor, Key::char('\u{301}'), 20);
        assert_eq!(editor.text(), "a\u{301}b");
        assert!(editor.is_boundary(editor.at));
    }

    #[test]
    fn undo_takes_back_a_word_at_a_time_and_redo_brings_it_again() {
        let mut editor = typed("one two");
        assert!(editor.undo());
        assert_eq!(editor.text(), "one ");
        assert!(editor.undo());
        assert_eq!(editor.text(), "");
        assert!(!editor.undo());
        assert!(editor.redo() && editor.redo());
        assert_eq!(editor.text(), "one two");
        assert!(!editor.redo());
    }

    #[test]
    fn what_is_pasted_is_cleaned_and_is_one_step() {
        let mut editor = Editor::new("x");
        editor.paste("a\r\nb\u{1b}[2J\u{202e}c");
        assert_eq!(editor.text(), "xa\nb [2Jc");
        editor.undo();
        assert_eq!(editor.text(), "x");
    }

    #[test]
    fn notes_take_so_much_text_and_say_how_much_they_left_out() {
        let mut editor = Editor::new("end");
        press(&mut editor, Key::plain(Code::Home), 20);
        assert!(editor.type_in(&"资产 ".repeat(200_000)));
        assert!(editor.text().len() <= NOTES_LIMIT && editor.text().len() > NOTES_LIMIT - 4);
        assert!(editor.text().ends_with("end"));
        assert_eq!(editor.take_left_out(), 600_000 - (editor.text().chars().count() - 3));
        editor.type_in("资产");
        assert!(!press(&mut editor, Key::char('资'), 20), "typed by itself it has no room either");
        assert!(editor.take_left_out() > 0);
        assert!(editor.undo());
        assert_eq!(editor.text(), "end", "it was one step");
    }

    #[test]
    fn lines_wrap_at_blanks_and_wide_characters_do_not_stick_out() {
        let editor = Editor::new("one two three\n资产追回 x");
        let rows: Vec<&str> = editor.rows(8).into_iter().map(|row| &editor.text[row]).collect();
        assert_eq!(rows, ["one two ", "three", "资产追回 ", "x"]);
        for room in 2..20 {
            let rows = editor.rows(room);
            assert!(rows.iter().all(|row| wide(editor.text[row.clone()].trim_end()) <= room));
            let (row, column) = editor.cursor(&rows, room);
            assert!(row < rows.len() && column <= room);
        }
    }

    #[test]
    fn up_and_down_keep_to_their_column_over_shorter_lines() {
        let mut editor = Editor::new("longer line\nab\nlonger line");
        let step = |editor: &mut Editor, code| {
            press(editor, Key::plain(code), 40);
            editor.cursor(&editor.rows(40), 40)
        };
        assert_eq!(step(&mut editor, Code::Up), (1, 2));
        assert_eq!(step(&mut editor, Code::Up), (0, 11));
        assert_eq!(step(&mut editor, Code::Down), (1, 2));
        assert_eq!(step(&mut editor, Code::Left), (1, 1));
        assert_eq!(step(&mut editor, Code::Down), (2, 1));
    }
}
