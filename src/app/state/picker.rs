//! A list narrowed by typing: the palette, help, the picker of a focal point.

use crate::app::state::fuzzy::rank;
use crate::app::state::list::Move;
use tui_input::Input;

/// An item of a picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item<T> {
    /// Its value.
    pub value: T,
    /// The text that is shown and matched.
    pub label: String,
    /// The text that is shown beside it, and matched too: keys, a kind.
    pub detail: String,
    /// The reason why it cannot be chosen, shown where the label and the detail leave room.
    pub reason: String,
    /// The text that is matched and not shown: a code, the name in another language.
    pub also: String,
    /// Whether it can be chosen.
    pub ready: bool,
}

impl<T> Item<T> {
    /// An item that can be chosen, with nothing beside it.
    pub fn new(value: T, label: impl Into<String>) -> Self {
        let (detail, reason, also) = (String::new(), String::new(), String::new());
        Self { value, label: label.into(), detail, reason, also, ready: true }
    }
}

/// A picker.
#[derive(Clone, Debug)]
pub struct Picker<T> {
    /// The typed text.
    pub input: Input,
    /// Every item, in the order in which they stand when nothing is typed.
    pub items: Vec<Item<T>>,
    /// The items that match, best first: places in `items`.
    pub matched: Vec<usize>,
    /// The cursor: a place in `matched`.
    pub row: usize,
}

impl<T> Picker<T> {
    /// A picker with nothing typed.
    pub fn new(items: Vec<Item<T>>) -> Self {
        let matched = (0..items.len()).collect();
        Self { input: Input::default(), items, matched, row: 0 }
    }

    /// Matches anew after the text has changed.
    pub fn narrow(&mut self) {
        let texts: Vec<String> =
            self.items.iter().map(|i| format!("{} {} {}", i.label, i.detail, i.also)).collect();
        self.matched = rank(self.input.value(), texts.iter().map(String::as_str));
        self.row = 0;
    }

    /// Moves the cursor.
    pub fn step(&mut self, step: Move, page: usize) {
        let last = self.matched.len().saturating_sub(1);
        self.row = match step {
            Move::Up => self.row.saturating_sub(1),
            Move::Down => (self.row + 1).min(last),
            Move::PageUp => self.row.saturating_sub(page.max(1)),
            Move::PageDown => (self.row + page.max(1)).min(last),
            Move::First => 0,
            Move::Last => last,
        };
    }

    /// The item under the cursor.
    pub fn current(&self) -> Option<&Item<T>> {
        self.matched.get(self.row).and_then(|place| self.items.get(*place))
    }
}
