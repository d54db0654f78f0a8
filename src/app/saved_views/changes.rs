//! Changes to saved views: saving, replacing, deleting, undo. The register keeps the record, so that later sessions
//! can undo too; this file sends the requests and says the results.

use crate::app::App;
use crate::app::layers::new_view::NewView;
use crate::app::layers::views::Views;
use crate::app::state::notice::Notice;
use crate::app::state::views::ViewAsked;
use crate::app::state::waits::Wait;
use crate::store::{SavedView, StoreError};
use crate::text::Message;
use crate::worker::{Request, Ticket, Way};

impl App {
    /// Saves a view over the one that was seen under its name.
    pub(in crate::app) fn change_view(&mut self, view: SavedView, seen: Option<SavedView>) {
        let message = Message::new("notice-view-saved").with("name", view.name.as_str());
        let ticket = self.ask_views(ViewAsked::Save(message));
        let (view, seen) = (Box::new(view), seen.map(Box::new));
        self.outbox.push(Request::SaveView { ticket, view, seen });
    }

    /// Deletes a view.
    pub(in crate::app) fn remove_view(&mut self, view: SavedView) {
        let id = if view.owner.is_none() { "notice-view-gone-shared" } else { "notice-view-gone" };
        let message = Message::new(id).with("name", view.name.as_str());
        let ticket =
            self.ask_views(ViewAsked::Delete(message.with("key", self.key_of("views.undo"))));
        self.outbox.push(Request::DeleteView { ticket, view: Box::new(view) });
    }

    /// Reads the views again, to open one of them as it is now.
    pub(in crate::app) fn reread_to_open(&mut self, view: SavedView) {
        let ticket = self.ask_views(ViewAsked::Open(Box::new(view)));
        self.outbox.push(Request::Views(ticket));
    }

    /// Opens a view of the list that was just read, where it is still there and the list still open.
    fn open_read_view(&mut self, seen: &SavedView) {
        let Some(views) = self.overlays.top::<Views>() else { return };
        let found = views.items.iter().find(|(_, view)| view.id == seen.id).cloned();
        if let Some((name, view)) = found {
            self.overlays.pop();
            self.show_view(&name, &view);
        } else {
            let message = Message::new("notice-view-deleted");
            self.say(Notice::warning(message.with("name", seen.name.as_str())));
        }
    }

    /// Undoes the last change to a view.
    pub(in crate::app) fn undo_view(&mut self) {
        self.turn_view(Way::Undo);
    }

    /// Redoes the last undone change to a view.
    pub(in crate::app) fn redo_view(&mut self) {
        self.turn_view(Way::Redo);
    }

    fn turn_view(&mut self, way: Way) {
        let ticket = self.ask_views(ViewAsked::Turn(way));
        self.outbox.push(Request::TurnView { ticket, way });
    }

    fn ask_views(&mut self, asked: ViewAsked) -> Ticket {
        self.ticket(Wait::Views(Some(asked)))
    }

    /// Takes the report of the views, or the failure of a change to them.
    pub(in crate::app) fn views_done(
        &mut self,
        asked: Option<ViewAsked>,
        result: Result<Vec<SavedView>, StoreError>,
        turned: Option<String>,
    ) {
        match result {
            Ok(views) => {
                if let Some(ViewAsked::Save(_)) = asked {
                    self.overlays.remove::<NewView>();
                }
                self.views_read(views);
                if let Some(asked) = asked {
                    self.say_of_views(asked, turned);
                }
            }
            Err(error) => {
                self.say_failed(&error);
                if asked.is_some() {
                    // The list may be outdated: read it again.
                    let ticket = self.ticket(Wait::Views(None));
                    self.outbox.push(Request::Views(ticket));
                }
            }
        }
    }

    fn say_of_views(&mut self, asked: ViewAsked, turned: Option<String>) {
        let notice = match (asked, turned) {
            (ViewAsked::Save(message) | ViewAsked::Delete(message), _) => Notice::done(message),
            (ViewAsked::Open(seen), _) => return self.open_read_view(&seen),
            (ViewAsked::Turn(Way::Undo), None) => {
                Notice::warning(Message::new("notice-view-unchanged"))
            }
            (ViewAsked::Turn(Way::Redo), None) => {
                Notice::warning(Message::new("notice-nothing-to-redo"))
            }
            (ViewAsked::Turn(way), Some(name)) => {
                let (id, key) = match way {
                    Way::Undo => ("notice-view-back", "views.redo"),
                    Way::Redo => ("notice-view-again", "views.undo"),
                };
                let message = Message::new(id).with("name", name);
                Notice::done(message.with("key", self.key_of(key)))
            }
        };
        self.say(notice);
    }
}
