//! A field of a form: its input, its value in the register, and its problem.

use super::words;
use crate::app::keys::line_edit::{self, Put};
use crate::app::state::editor::Editor;
use crate::app::state::text_edit::TextEdit;
use crate::domain::{Moment, fold};
use crate::fields::{FieldValue, RecordField};
use crate::text::{Lang, Message, Text};
use tui_input::Input;

/// The input of a field.
#[derive(Clone, Debug)]
pub enum FieldInput {
    /// One line.
    Line(Input),
    /// Several lines.
    Lines(Box<Editor>),
    /// The codes of a closed list, and the index of the chosen one.
    Choice(Vec<&'static str>, Option<usize>),
}

/// Another user's value of a field, written since the form was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theirs {
    /// The value as the change log keeps it.
    pub value: Option<String>,
    /// The value in words.
    pub words: String,
    /// The writer.
    pub by: String,
    /// The time of the write.
    pub at: Moment,
}

/// A field of a form.
#[derive(Clone, Debug)]
pub struct FormField {
    /// The field of the record.
    pub field: RecordField,
    /// The input, with the typed words.
    pub input: FieldInput,
    /// The value in the register, as the change log keeps it.
    pub before: Option<String>,
    /// The words of the field when the form was opened.
    stood: String,
    /// The reason why the value cannot be written, or a doubt about it.
    pub problem: Option<Message>,
    /// Another user's value, written meanwhile.
    pub theirs: Option<Theirs>,
}

impl FormField {
    /// Makes an empty field.
    pub fn new(field: RecordField) -> Self {
        let input = match field.value() {
            FieldValue::OneOf(codes) => FieldInput::Choice(codes(), None),
            FieldValue::YesNo => FieldInput::Choice(vec!["yes", "no"], None),
            FieldValue::Text | FieldValue::Rows => FieldInput::Lines(Box::default()),
            _ => FieldInput::Line(Input::default()),
        };
        let stood = String::new();
        Self { field, input, before: None, stood, problem: None, theirs: None }
    }

    /// Gives the typed words, or the code of the choice.
    pub fn typed(&self) -> String {
        match &self.input {
            FieldInput::Line(line) => line.value().to_owned(),
            FieldInput::Lines(editor) => editor.text().to_owned(),
            FieldInput::Choice(codes, chosen) => {
                let code = chosen.and_then(|place| codes.get(place));
                code.copied().unwrap_or_default().to_owned()
            }
        }
    }

    /// Whether the typed words differ from those at the opening.
    pub fn differs(&self) -> bool {
        self.typed() != self.stood
    }

    /// Replaces the typed words, and puts the cursor behind them.
    pub fn put(&mut self, words: &str) {
        match &mut self.input {
            FieldInput::Line(line) => *line = Input::new(words.to_owned()),
            FieldInput::Lines(editor) => editor.replace(words),
            FieldInput::Choice(codes, chosen) => {
                *chosen = codes.iter().position(|code| *code == words);
            }
        }
        self.problem = None;
    }

    /// Takes the register's value, and the words for it.
    pub fn stand(&mut self, value: Option<String>, words: &str) {
        self.before = value;
        self.theirs = None;
        self.carry(words);
    }

    /// Takes words from the place that opened the form.
    pub fn carry(&mut self, words: &str) {
        self.put(words);
        // The editor cleans a text: compare with the cleaned one.
        self.stood = self.typed();
        if let FieldInput::Lines(editor) = &mut self.input {
            **editor = Editor::new(&self.stood);
        }
    }

    /// Puts back the words at the opening.
    pub fn discard(&mut self) {
        let stood = self.stood.clone();
        self.put(&stood);
        self.theirs = None;
    }

    /// Whether its value is chosen from a closed list.
    pub fn is_choice(&self) -> bool {
        matches!(self.input, FieldInput::Choice(..))
    }

    /// Whether it holds several values in a row.
    pub fn holds_several(&self) -> bool {
        matches!(
            self.field.value(),
            FieldValue::References
                | FieldValue::Lines
                | FieldValue::Keys
                | FieldValue::Articles
                | FieldValue::Chapters
        )
    }

    /// Gives the words for the code of a choice.
    pub fn choice_in_words(&self, code: &str, text: &Text) -> String {
        words::choice(self.field, code, text)
    }

    /// Gives the words of a choice in every language, then its code.
    fn names_of_choice(&self, code: &str) -> impl Iterator<Item = String> {
        let words = Lang::ALL.iter().map(|lang| self.choice_in_words(code, Text::of(*lang)));
        words.chain([code.to_owned()])
    }

    /// Moves the choice by `by` values; an empty one stands behind the last value.
    fn turn(&mut self, by: isize) -> bool {
        let FieldInput::Choice(codes, chosen) = &mut self.input else { return false };
        let count = codes.len().cast_signed() + 1;
        let at = chosen.map_or(codes.len(), |place| place).cast_signed();
        let next = (at + by).rem_euclid(count).cast_unsigned();
        *chosen = (next < codes.len()).then_some(next);
        true
    }

    /// Types a character into a text, or chooses the next value of a closed list that begins with it.
    pub fn type_char(&mut self, typed: char) -> Put {
        if let FieldInput::Lines(editor) = &mut self.input {
            let changed = editor.type_char(typed);
            return Put { changed, left_out: editor.take_left_out() };
        }
        let FieldInput::Choice(codes, chosen) = &self.input else { return Put::default() };
        let begins = |code: &str| {
            let letter = fold(typed.encode_utf8(&mut [0; 4]));
            self.names_of_choice(code).any(|name| fold(&name).starts_with(&letter))
        };
        let behind = chosen.map_or(0, |place| place + 1);
        let places = (behind..codes.len()).chain(0..behind.min(codes.len()));
        let found = places.into_iter().find(|place| begins(codes[*place]));
        let changed = found.is_some() && found != *chosen;
        if let (FieldInput::Choice(_, chosen), Some(found)) = (&mut self.input, found) {
            *chosen = Some(found);
        }
        Put { changed, left_out: 0 }
    }

    /// Edits a text or steps in it; in a closed list, chooses the next value or empties the choice.
    pub fn edit(&mut self, edit: TextEdit, room: usize, page: usize) -> Put {
        let changed = match &mut self.input {
            FieldInput::Line(line) => line_edit::edit(line, edit),
            FieldInput::Lines(editor) => {
                let changed = editor.edit(edit, room, page);
                return Put { changed, left_out: editor.take_left_out() };
            }
            FieldInput::Choice(_, chosen) => match edit {
                TextEdit::Left => self.turn(-1),
                TextEdit::Right => self.turn(1),
                TextEdit::DeleteLeft
                | TextEdit::DeleteRight
                | TextEdit::DeleteToStart
                | TextEdit::DeleteToEnd
                | TextEdit::DeleteWordLeft
                | TextEdit::DeleteWordRight => chosen.take().is_some(),
                _ => false,
            },
        };
        Put { changed, left_out: 0 }
    }

    /// Types several characters at once; in a closed list, they choose a value by its words or its first letter.
    pub fn type_text(&mut self, typed: &str, is_typed: bool) -> Put {
        match &mut self.input {
            FieldInput::Line(line) if is_typed => line_edit::type_in(line, typed),
            FieldInput::Line(line) => line_edit::paste(line, typed),
            FieldInput::Lines(editor) => {
                let changed = if is_typed { editor.type_in(typed) } else { editor.paste(typed) };
                Put { changed, left_out: editor.take_left_out() }
            }
            FieldInput::Choice(codes, _) => {
                let typed = typed.trim();
                let codes = codes.clone();
                let wanted = fold(typed);
                let is_it =
                    |code: &&&str| self.names_of_choice(code).any(|name| fold(&name) == wanted);
                match codes.iter().find(is_it) {
                    Some(code) => {
                        self.put(code);
                        Put { changed: true, left_out: 0 }
                    }
                    None => match typed.chars().next() {
                        Some(first) => self.type_char(first),
                        None => Put::default(),
                    },
                }
            }
        }
    }
}
