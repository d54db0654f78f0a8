//! The list of saved views, the form of a new one, and what was asked about them.

use crate::store::SavedView;
use crate::text::Message;
use crate::worker::Way;
use std::cmp::Ordering;
use tui_input::Input;

/// The keys of the views that come with the program, by their names.
const BUILT_IN_KEYS: [(&str, char); 4] =
    [("untriaged", 't'), ("urgent", 'h'), ("overdue", 'o'), ("new", 'n')];

/// The views on offer.
#[derive(Clone, Debug)]
pub struct Views {
    /// The views: the name to show, and the view.
    pub items: Vec<(String, SavedView)>,
    /// The cursor.
    pub row: usize,
    /// Which of the keys that views ask for do something in this list.
    pub(in crate::app) commands: Vec<char>,
}

impl Views {
    /// The key that opens a view: one's own views go before everybody's, these before those that
    /// come with the program, and what a key does in this list before all.
    pub fn key(&self, place: usize) -> Option<char> {
        let (_, view) = self.items.get(place)?;
        let key = wanted(view).filter(|key| !self.commands.contains(key))?;
        let first = (0..self.items.len())
            .filter(|other| wanted(&self.items[*other].1) == Some(key))
            // the one that had it first: a view that comes back takes no key from another
            .min_by_key(|other| (precedence(&self.items[*other].1), self.items[*other].1.id))?;
        (first == place).then_some(key)
    }

    /// The name of the view that a key opens, and whether a view that asks for the same key would
    /// take its place (or would have none). `None` where it could have the key beside it.
    pub(in crate::app) fn on_key(&self, key: char, asking: &SavedView) -> Option<(&str, bool)> {
        let place = (0..self.items.len()).find(|place| self.key(*place) == Some(key))?;
        let (name, view) = &self.items[place];
        let same = view.id >= 0 && view.name == asking.name && view.owner == asking.owner;
        match precedence(asking).cmp(&precedence(view)) {
            _ if same => None,
            Ordering::Greater => None, // its own people never see the other
            order => Some((name, order == Ordering::Less)),
        }
    }
}

/// The key that a view asks for.
pub fn wanted(view: &SavedView) -> Option<char> {
    let built_in =
        || BUILT_IN_KEYS.iter().find(|(name, _)| *name == view.name).map(|(_, key)| *key);
    if view.id < 0 { built_in() } else { view.key.chars().next() }
}

/// Whose views go first.
fn precedence(view: &SavedView) -> u8 {
    match (&view.owner, view.id) {
        (_, ..0) => 2,
        (None, _) => 1,
        (Some(_), _) => 0,
    }
}

/// A view about to be saved.
#[derive(Clone, Debug)]
pub struct NewView {
    /// Its name.
    pub name: Input,
    /// Its key.
    pub key: Option<char>,
    /// Whether everybody has it.
    pub shared: bool,
    /// The field that is being filled: name, key, whose.
    pub at: usize,
    /// What was said of it before it is saved, and was accepted.
    pub(in crate::app) warned: Vec<Message>,
}

/// What was asked about views and is not answered yet.
#[derive(Clone, Debug)]
pub(in crate::app) enum ViewAsked {
    /// A view is saved; its form stays until it is.
    Save(Message),
    /// A view is deleted.
    Delete(Message),
    /// The last change is taken back, or done again.
    Turn(Way),
    /// A view is opened as it is now.
    Open(Box<SavedView>),
}

impl Views {
    /// The view of the same name and owner.
    pub(in crate::app) fn same(&self, view: &SavedView) -> Option<&SavedView> {
        self.items
            .iter()
            .map(|(_, view)| view)
            .find(|other| other.id >= 0 && other.name == view.name && other.owner == view.owner)
    }
}
