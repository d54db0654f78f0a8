//! The form of a view to be saved: under which name and key, and for whom.

use crate::app::App;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::KeyContext;
use crate::app::keys::line_edit::Put;
use crate::app::layers::views::Views;
use crate::app::saved_views::compared;
use crate::app::state::layer::Layer;
use crate::app::state::notice::Notice;
use crate::domain::Coded;
use crate::paint::Canvas;
use crate::paint::line::width;
use crate::paint::theme::{CURSOR, NIL};
use crate::store::SavedView;
use crate::text::Message;
use ratatui::layout::Position;
use tui_input::Input;

/// The number of fields of the form.
const FIELDS: usize = 3;

/// A view about to be saved.
#[derive(Debug)]
pub struct NewView {
    /// Its name.
    pub name: Input,
    /// Its key.
    pub key: Option<char>,
    /// Whether everybody has it.
    pub shared: bool,
    /// The field that is being filled: name, key, whose.
    pub at: usize,
    /// The warnings that the user has accepted by saving again.
    warned: Vec<Message>,
}

impl Layer<App> for NewView {
    fn context(&self) -> KeyContext {
        KeyContext::NewView
    }

    fn line(&self) -> Option<&Input> {
        (self.at == 0).then_some(&self.name)
    }

    fn line_mut(&mut self) -> Option<&mut Input> {
        (self.at == 0).then_some(&mut self.name)
    }

    fn takes_text(&self) -> bool {
        self.at == 0
    }

    /// In a field that takes one key.
    fn type_char(&mut self, _: &App, typed: char) -> Put {
        match (self.at, typed) {
            (1, _) => self.key = (typed != ' ').then_some(typed),
            (2, ' ') => self.shared = !self.shared,
            _ => return Put::default(),
        }
        Put { changed: true, left_out: 0 }
    }

    fn draw(&self, _: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let title = canvas.text.tr("view-new-title").into_owned();
        let wide = canvas.size.0.saturating_sub(8).min(60);
        let inside = canvas.panel((wide, 7), &title);
        let whose = if self.shared { "view-shared" } else { "view-own" };
        let key = self.key.map_or_else(|| NIL.to_owned(), String::from);
        let fields = [
            ("view-name", self.name.value().to_owned()),
            ("view-key", key),
            ("view-whose", canvas.text.tr(whose).into_owned()),
        ];
        let names =
            fields.iter().map(|(id, _)| width(&canvas.text.tr(id))).max().unwrap_or(0) as u16;
        for (y, (id, value)) in fields.iter().enumerate() {
            let (y, here) = (y as u16, y == self.at);
            if here {
                canvas.put(inside, 0, y, CURSOR, canvas.theme.mark);
            }
            canvas.put(inside, 2, y, &canvas.text.tr(id), canvas.theme.dim);
            canvas.put(inside, names + 4, y, value, canvas.theme.strong);
        }
        canvas.put(inside, 2, 4, &canvas.text.tr("view-help"), canvas.theme.dim);
        let column = if self.at == 0 { self.name.visual_cursor() as u16 } else { 0 };
        let x = (names + 4 + column).min(inside.width.saturating_sub(1));
        Some(Position::new(inside.x + x, inside.y + self.at as u16))
    }
}

const HERE: &[KeyContext] = &[KeyContext::NewView];

/// The rows of the table of commands that are heard here alone.
pub(super) const COMMANDS: &[Command] = &[
    Command::in_layer("view-form.next", &["Tab", "Down"], HERE, 2, App::next_field),
    Command::in_layer("view-form.enter", &["Enter"], HERE, 0, App::enter_field),
    Command::in_layer("view-form.save", &["Ctrl-s"], HERE, 1, App::save_view),
    Command::of_rows("view-form.key", &[], HERE, Some("keys-any-character")),
    Command::of_rows("view-form.whose", &["space"], HERE, None),
];

impl App {
    /// Asks under which name and key the present view is to be saved, and for whom.
    pub(in crate::app) fn name_view(&mut self) {
        if self.place().view.saved_as().is_none() {
            self.warn("reason-no-view");
            return;
        }
        let (name, key) = (Input::default(), None);
        self.overlays.push(NewView { name, key, shared: false, at: 0, warned: Vec::new() });
    }

    /// The next field of the form.
    pub(in crate::app) fn next_field(&mut self) {
        if let Some(view) = self.overlays.top_mut::<NewView>() {
            view.at = (view.at + 1) % FIELDS;
        }
    }

    /// The next field; on the last one the view is saved.
    pub(in crate::app) fn enter_field(&mut self) {
        match self.overlays.top::<NewView>() {
            Some(view) if view.at + 1 == FIELDS => self.save_view(),
            _ => self.next_field(),
        }
    }

    /// Saves the present view; the form stays until there is a name.
    pub(in crate::app) fn save_view(&mut self) {
        let Some(new) = self.overlays.top::<NewView>() else { return };
        let name = new.name.value().trim().to_owned();
        if name.is_empty() {
            self.warn("store-nameless");
            return;
        }
        let place = self.listing();
        let Some(screen) = place.view.saved_as() else { return };
        let page = place.view.page();
        let list = page.table();
        let measure = page.own_measure().unwrap_or(self.measure).code();
        let view = SavedView {
            id: 0,
            name,
            owner: (!new.shared).then(|| self.settings.who.clone()),
            screen: screen.into_owned(),
            filter: place.asked().to_string(),
            sort: page.order_code().unwrap_or_default(),
            columns: self.chosen.get(list.name()).map(|codes| codes.join(",")).unwrap_or_default(),
            grouping: compared::kept(&page.arranged_as(&self.posts()), self.compared),
            measure: measure.to_owned(),
            key: new.key.map(String::from).unwrap_or_default(),
            since: 0,
        };
        let before = self.overlays.find::<Views>().and_then(|views| views.same(&view).cloned());
        if let Some(command) = new.key.and_then(|key| self.in_views(key)) {
            let about = self.text().tr(&command.about_id()).into_owned();
            let message = Message::new("notice-view-key-taken").with("key", view.key);
            self.say(Notice::warning(message.with("about", about)));
            return;
        }
        if let Some(message) = self.to_warn_of(&view, before.as_ref()) {
            // A person's two views cannot share a key, so this warning cannot be accepted.
            if message.id() != "notice-view-key-used"
                && let Some(new) = self.overlays.top_mut::<NewView>()
            {
                new.warned.push(message.clone());
            }
            let message = message.with("key", self.key_of("view-form.save"));
            self.say(Notice::warning(message));
            return;
        }
        self.change_view(view, before);
    }

    /// A warning of the loss that saving a view means, unless it was accepted: the view of its name, or the view that
    /// its key opens so far.
    fn to_warn_of(&self, view: &SavedView, before: Option<&SavedView>) -> Option<Message> {
        let new = self.overlays.top::<NewView>()?;
        let views = self.overlays.find::<Views>()?;
        let shared = view.owner.is_none();
        let replaces = before.map(|_| {
            let id = if shared { "notice-view-replaces-shared" } else { "notice-view-replaces" };
            Message::new(id).with("name", view.name.as_str())
        });
        let key = view.key.chars().next();
        let takes = key.and_then(|key| views.on_key(key, view)).map(|(name, takes)| {
            let id = match (takes, shared) {
                (false, _) => "notice-view-key-used",
                (true, true) => "notice-view-takes-key-shared",
                (true, false) => "notice-view-takes-key",
            };
            Message::new(id).with("of", name).with("letter", view.key.as_str())
        });
        replaces.into_iter().chain(takes).find(|message| !new.warned.contains(message))
    }
}
