//! The list of saved views: those that come with the program, shared views, and the user's own.

use crate::app::App;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::KeyContext;
use crate::app::keys::key::Key;
use crate::app::layers::rows::{self, PanelLine};
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::{Move, stepped};
use crate::app::state::waits::Wait;
use crate::paint::Canvas;
use crate::store::SavedView;
use crate::worker::Request;
use ratatui::layout::Position;
use std::cmp::Ordering;

/// The keys of the views that come with the program, by their names.
const BUILT_IN_KEYS: [(&str, char); 4] =
    [("untriaged", 't'), ("urgent", 'h'), ("overdue", 'o'), ("new", 'n')];

/// The views on offer.
#[derive(Debug)]
pub struct Views {
    /// The views: the name to show, and the view.
    pub items: Vec<(String, SavedView)>,
    /// The cursor.
    pub row: usize,
    /// The keys of views that mean a command in this list.
    commands: Vec<char>,
    /// Whether there is something to undo and to redo, where that is known.
    turns: Option<[bool; 2]>,
}

impl Views {
    /// The key that opens a view: the user's own views go before shared ones, and these before those that come with
    /// the program; commands of this list go before all.
    pub fn key(&self, place: usize) -> Option<char> {
        let (_, view) = self.items.get(place)?;
        let key = wanted(view).filter(|key| !self.commands.contains(key))?;
        let first = (0..self.items.len())
            .filter(|other| wanted(&self.items[*other].1) == Some(key))
            // the one that had it first: a view that comes back takes no key from another
            .min_by_key(|other| {
                let view = &self.items[*other].1;
                (precedence(view), view.since, view.id)
            })?;
        (first == place).then_some(key)
    }

    /// The view of the same name and owner.
    pub(in crate::app) fn same(&self, view: &SavedView) -> Option<&SavedView> {
        self.items
            .iter()
            .map(|(_, view)| view)
            .find(|other| other.id >= 0 && other.name == view.name && other.owner == view.owner)
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

/// Gives the message that says whose a view is.
pub(super) fn whose(view: &SavedView) -> &'static str {
    match (&view.owner, view.id) {
        (_, ..0) => "view-built-in",
        (None, _) => "view-shared",
        (Some(_), _) => "view-own",
    }
}

/// The rank of a view: the user's first, then everybody's, then those of the program.
fn precedence(view: &SavedView) -> u8 {
    match (&view.owner, view.id) {
        (_, ..0) => 2,
        (None, _) => 1,
        (Some(_), _) => 0,
    }
}

impl Views {
    /// Opens a view of the list. A saved one is read again first: another session may have changed
    /// or deleted it while the list was open.
    fn open(&self, place: usize, app: &mut App) -> After {
        match self.items.get(place) {
            None => After::Stays,
            Some((name, view)) if view.id < 0 => {
                app.show_view(name, view);
                After::Closes
            }
            Some((_, view)) => {
                app.reread_to_open(view.clone());
                After::Stays
            }
        }
    }
}

impl Layer<App> for Views {
    fn context(&self) -> KeyContext {
        KeyContext::Views
    }

    /// Each view has a key.
    fn hear(&mut self, app: &mut App, key: Key) -> Option<After> {
        let typed = key.typed()?;
        let place = (0..self.items.len()).find(|place| self.key(*place) == Some(typed))?;
        Some(self.open(place, app))
    }

    fn step(&mut self, _: &mut App, step: Move, page: usize) {
        self.row = stepped(step, self.row, self.items.len(), page);
    }

    fn accept(&mut self, app: &mut App) -> After {
        self.open(self.row, app)
    }

    fn draw(&self, _: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let text = canvas.text;
        let line = |place: usize| {
            let (name, view) = &self.items[place];
            let key = self.key(place).map(String::from).unwrap_or_default();
            (key, name.clone(), text.tr(whose(view)).into_owned())
        };
        let lines: Vec<PanelLine> = (0..self.items.len()).map(line).collect();
        rows::draw(canvas, &text.tr("views-title"), &lines, self.row);
        None
    }
}

const HERE: &[KeyContext] = &[KeyContext::Views];

/// The rows of the table of commands that are heard here alone.
pub(super) const COMMANDS: &[Command] = &[
    Command::of_rows("views.letter", &[], HERE, Some("keys-its-letter")),
    Command::in_layer("views.open", &["Enter"], HERE, 1, App::accept),
    Command::in_layer("views.save", &["+"], HERE, 2, App::name_view).once(&["Ctrl-s"]),
    Command::in_layer("views.delete", &["Del"], HERE, 3, App::delete_view)
        .ready(App::can_delete_view),
    Command::in_layer("views.undo", &["u"], HERE, 4, App::undo_view).ready(App::can_undo_view),
    Command::in_layer("views.redo", &["Ctrl-r"], HERE, 0, App::redo_view).ready(App::can_redo_view),
];

impl App {
    /// Opens the views.
    pub(in crate::app) fn open_views(&mut self) {
        let ticket = self.ticket(Wait::Views(None));
        self.outbox.push(Request::Views(ticket));
        let items = self.built_in();
        let commands = self.commands_among(&items);
        self.overlays.push(Views { items, row: 0, commands, turns: None });
    }

    /// The saved views have come.
    pub(in crate::app) fn views_read(&mut self, saved: Vec<SavedView>) {
        let mut items = self.built_in();
        items.extend(saved.into_iter().map(|view| (view.name.clone(), view)));
        let commands = self.commands_among(&items);
        self.offer_views(&items);
        if let Some(views) = self.overlays.find_mut::<Views>() {
            views.row = views.row.min(items.len().saturating_sub(1));
            (views.items, views.commands) = (items, commands);
        }
    }

    fn commands_among(&self, items: &[(String, SavedView)]) -> Vec<char> {
        let keys = items.iter().filter_map(|(_, view)| wanted(view));
        keys.filter(|key| self.in_views(*key).is_some()).collect()
    }

    /// The command of a key in the list of views.
    pub(in crate::app) fn in_views(&self, key: char) -> Option<&'static Command> {
        self.settings.keymap.command(KeyContext::Views, Key::char(key))
    }

    /// Whether there is something to undo and to redo has come.
    pub(in crate::app) fn views_turn(&mut self, turns: Option<[bool; 2]>) {
        if let Some(views) = self.overlays.find_mut::<Views>() {
            views.turns = turns;
        }
    }

    /// Whether the view under the cursor can be deleted: those that come with the program stay.
    pub(in crate::app) fn can_delete_view(&self) -> Result<(), &'static str> {
        let views = self.overlays.top::<Views>();
        match views.and_then(|views| views.items.get(views.row)) {
            Some((_, view)) if view.id < 0 => Err("notice-view-stays"),
            _ => Ok(()),
        }
    }

    /// Whether there is a change to a view to take back, as far as that is known.
    pub(in crate::app) fn can_undo_view(&self) -> Result<(), &'static str> {
        let turns = self.overlays.top::<Views>().and_then(|views| views.turns);
        if turns.is_some_and(|[undo, _]| !undo) { Err("notice-view-unchanged") } else { Ok(()) }
    }

    /// Whether there is one to do again, as far as that is known.
    pub(in crate::app) fn can_redo_view(&self) -> Result<(), &'static str> {
        let turns = self.overlays.top::<Views>().and_then(|views| views.turns);
        if turns.is_some_and(|[_, redo]| !redo) { Err("notice-nothing-to-redo") } else { Ok(()) }
    }

    /// Deletes the view under the cursor.
    pub(in crate::app) fn delete_view(&mut self) {
        let Some(views) = self.overlays.top::<Views>() else { return };
        let Some((_, view)) = views.items.get(views.row) else { return };
        self.remove_view(view.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(id: i64, owner: Option<&str>, name: &str, key: &str) -> (String, SavedView) {
        let view = SavedView {
            id,
            name: name.to_owned(),
            owner: owner.map(str::to_owned),
            screen: "needs".to_owned(),
            filter: String::new(),
            sort: String::new(),
            columns: String::new(),
            grouping: String::new(),
            measure: "needs".to_owned(),
            key: key.to_owned(),
            since: 0,
        };
        (name.to_owned(), view)
    }

    #[test]
    fn ones_own_view_has_a_key_before_everybodys_and_these_before_those_of_the_program() {
        let items = vec![
            view(-1, None, "urgent", ""),
            view(-2, None, "overdue", ""),
            view(1, None, "ours", "o"),
            view(2, None, "others", "x"),
            view(3, Some("me"), "mine", "x"),
            view(4, Some("me"), "taken", "u"),
        ];
        let views = Views { items, row: 0, commands: vec!['u'], turns: None };
        let keys: Vec<_> = (0..views.items.len()).map(|place| views.key(place)).collect();
        assert_eq!(keys, [Some('h'), None, Some('o'), None, Some('x'), None]);
        let asking = view(0, None, "new", "x").1;
        assert_eq!(views.on_key('x', &asking), None, "its own people keep theirs");
        let asking = view(0, Some("me"), "new", "o").1;
        assert_eq!(views.on_key('o', &asking), Some(("ours", true)));
    }
}
