//! Characters that came from the terminal at once ([`Event::Typed`]): typed
//! ahead, or a paste that the terminal does not mark as one. The rule:
//!
//! 1. In a field or an editor they are text: one insertion, one step of undo. In a field of one line,
//!    line ends are spaces. A single one at the very end is Enter; with more of them it is a paste of
//!    several lines, and nothing is accepted.
//! 2. Where keys are commands, eight printable characters or more, four of them different, are a
//!    paste, and so is a row of four or more of one that writes, such as a ruler of dashes: all of it
//!    is ignored, and a notice says so. Anything else is keys, such as a key held down. Characters
//!    that follow a run at once are treated as the run was.
//! 3. Keys that open a field first were typed ahead: the key of the filter line, behind up to three
//!    keys (two keys of a menu are one) that only move about; the key of the palette; or Enter and
//!    the key for notes. These are taken as keys, and the rest is text, or ignored without a field.

use crate::app::event::Event;
use crate::app::keys::commands::command::{Ahead, Group};
use crate::app::keys::key::{Code, Key};
use crate::app::state::layer::Layer;
use crate::app::{App, layout};
use crate::domain::TOGETHER;

/// The least number of different characters among [`TOGETHER`] in a paste.
const DIFFERENT: usize = 4;

/// The number of equal keys in a row that are no decision.
const AGAIN: usize = 4;

/// The most keys before the one that opens the filter line.
const MOVES: usize = 3;

impl App {
    /// Splits an event into the keys that it stands for, each to be taken on the screen that the
    /// one before it has made. `None` where it is one event.
    pub fn parts(&mut self, event: &Event) -> Option<Vec<Event>> {
        match event {
            Event::Typed(run) => {
                self.run_is_keys = false;
                let (keys, rest) = self.typed_ahead(run)?;
                self.run_is_keys = rest.is_empty();
                let rest = (!rest.is_empty()).then_some(Event::TypedOn(rest));
                Some(keys.into_iter().map(Event::Key).chain(rest).collect())
            }
            Event::TypedOn(run) if self.run_is_keys => self.parts(&Event::Typed(run.clone())),
            Event::Key(key) => self.without_alt(*key).map(|keys| Vec::from(keys.map(Event::Key))),
            _ => None,
        }
    }

    /// The keys of a run of characters, each to be taken on the screen that the one before it has
    /// made, and the text behind them. `None` where the whole run is text or a paste.
    fn typed_ahead(&self, run: &str) -> Option<(Vec<Key>, String)> {
        if self.takes_run() {
            return None;
        }
        let keys = |text: &str| text.chars().map(key_of).collect();
        match self.opening(run) {
            Some(end) => Some((keys(&run[..end]), run[end..].to_owned())),
            None if is_paste(run) || self.writes_again(run) => None,
            None => Some((keys(run), String::new())),
        }
    }

    /// Takes characters that came at once.
    pub(in crate::app) fn type_together(&mut self, run: &str) {
        self.run_is_keys = false;
        match self.typed_ahead(run) {
            Some((keys, rest)) => {
                self.run_is_keys = rest.is_empty();
                for key in keys {
                    self.key(key);
                }
                self.type_on(&rest);
            }
            None => self.type_on(run),
        }
    }

    /// Takes the rest of a run, behind its keys: as text, or not at all.
    pub(in crate::app) fn type_on(&mut self, run: &str) {
        if run.is_empty() || layout::is_too_small(self.settings.size) {
            return;
        }
        let is_line_end = |c| c == '\r' || c == '\n';
        let is_one_line = !run.trim_end_matches(is_line_end).contains(is_line_end);
        let mut rest = run;
        while self.takes_run()
            && let Some((place, c)) = rest.char_indices().find(|(_, c)| self.is_key(*c))
        {
            // A key among the characters, such as Backspace, which may close the field.
            self.type_text(&rest[..place], is_one_line);
            self.key(key_of(c));
            rest = &rest[place + c.len_utf8()..];
        }
        self.type_text(rest, is_one_line);
    }

    /// Whether a character is the key of a command more than a part of a text, in the layer on top.
    fn is_key(&self, c: char) -> bool {
        let hears_tab = self.overlays.last().is_some_and(Layer::hears_tab);
        is_control(c) || c == '\t' && hears_tab
    }

    /// Takes characters that are no keys but for an Enter at their end.
    fn type_text(&mut self, run: &str, is_one_line: bool) {
        if run.is_empty() {
            return;
        }
        let in_a_line = self.overlays.last().and_then(Layer::line).is_some();
        let line_ends = |c| c == '\r' || c == '\n';
        let text = if in_a_line { run.trim_end_matches(line_ends) } else { run };
        let taken = text.is_empty() || self.enter(text, true);
        if in_a_line && taken && text.len() < run.len() && is_one_line {
            self.key(Key::plain(Code::Enter));
            // The line is complete; keys may follow.
            self.run_is_keys = true;
        }
    }

    /// Whether a run of many characters has the same one several times in a row that would write
    /// each time, or did before this version: a ruler of dashes, and no decision.
    fn writes_again(&self, run: &str) -> bool {
        let context = self.context();
        let writes = |c: char| {
            let (keymap, key) = (&self.settings.keymap, key_of(c));
            let moved = || keymap.moved(context, key).map(|(command, _)| command);
            let command = keymap.command(context, key).or_else(moved);
            command.is_some_and(|command| command.group == Group::Triage)
        };
        let chars: Vec<char> = run.chars().collect();
        chars.iter().filter(|c| !c.is_control()).count() >= TOGETHER
            && chars
                .windows(AGAIN)
                .any(|four| four.iter().all(|c| *c == four[0]) && writes(four[0]))
    }

    /// The end of the keys that open a field, if the run begins with such keys.
    fn opening(&self, run: &str) -> Option<usize> {
        let (context, keymap) = (self.context(), &self.settings.keymap);
        let mut chars = run.char_indices();
        for place in 0..=MOVES {
            let (mut at, mut c) = chars.next()?;
            let mut command = keymap.command(context, key_of(c))?;
            if let Some(menu) = command.menu() {
                (at, c) = chars.next()?;
                command = keymap.in_menu(menu, context, key_of(c))?;
            }
            let opens = match command.field {
                Some(Ahead::BehindMoves) => true,
                Some(Ahead::First) => place == 0,
                Some(Ahead::BehindEnter) => {
                    place == 1 && key_of(run.chars().next()?).code == Code::Enter
                }
                None => false,
            };
            if opens {
                return Some(at + c.len_utf8());
            }
            if !matches!(command.group, Group::Screens | Group::Move | Group::Filter) {
                return None;
            }
        }
        None
    }
}

/// The key that types a character.
fn key_of(c: char) -> Key {
    match c {
        '\r' | '\n' => Key::plain(Code::Enter),
        '\t' => Key::plain(Code::Tab),
        '\u{7f}' => Key::plain(Code::Backspace),
        '\0' => Key { ctrl: true, ..Key::char(' ') },
        '\u{1}'..='\u{1a}' => Key { ctrl: true, ..Key::char(char::from(c as u8 - 0x01 + b'a')) },
        '\u{1c}'..='\u{1f}' => {
            Key { ctrl: true, ..Key::char(char::from(c as u8 - 0x1c + b'4')) }.as_sent()
        }
        c => Key::char(c),
    }
}

/// Whether a character is the key of a command more than a part of a text.
fn is_control(c: char) -> bool {
    c.is_ascii_control() && !matches!(c, '\0' | '\u{7}' | '\r' | '\n' | '\t' | '\u{1b}')
}

/// Whether characters that came at once are too many and too different for keys.
fn is_paste(run: &str) -> bool {
    let mut different = Vec::new();
    let mut printable = 0;
    for c in run.chars() {
        printable += usize::from(!c.is_control());
        if different.len() < DIFFERENT && !different.contains(&c) {
            different.push(c);
        }
        if printable >= TOGETHER && different.len() >= DIFFERENT {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_different_characters_are_a_paste_and_a_key_held_down_is_not() {
        for paste in ["chapter:V excellent d", "excellen", "рекомендация", "eeeedddxxo\r"]
        {
            assert!(is_paste(paste), "{paste}");
        }
        for keys in ["", "jjjjjjjjjjjj", "jjjkkkjjjkkk", "exdy", "exdyexd", "j\rd\rj\re\rk\r"] {
            assert!(!is_paste(keys), "{keys}");
        }
    }
}
