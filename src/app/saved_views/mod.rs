//! Saved views: a screen with its filter, order, columns, grouping and measure, under a name and
//! a key; the four that come with the program, everybody's, and one's own.

mod changes;

use crate::analysis::last_note_before;
use crate::app::App;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::Context;
use crate::app::keys::key::Key;
use crate::app::state::by_theme::Themes;
use crate::app::state::charts::CHARTS;
use crate::app::state::columns;
use crate::app::state::figures::Figures;
use crate::app::state::notice::Notice;
use crate::app::state::overlay::Overlay;
use crate::app::state::place::{Place, Screen, View};
use crate::app::state::views::{NewView, Views, wanted};
use crate::app::state::waits::Wait;
use crate::domain::{Coded, Day};
use crate::query::register::decoded_day;
use crate::query::{Field, Measure, parse};
use crate::store::{SavedView, built_in_views};
use crate::text::Message;
use crate::worker::{Request, Whose};
use tui_input::Input;

/// The page of themes, which is no main screen, and the queue of everybody, as views keep them.
const THEMES: &str = "themes";
const EVERYBODY: &str = "everybody";

impl App {
    /// Opens the views.
    pub(in crate::app) fn open_views(&mut self) {
        let ticket = self.ticket(Wait::Views(None));
        self.outbox.push(Request::Views(ticket));
        let items = self.built_in();
        let commands = self.commands_among(&items);
        self.overlays.push(Overlay::Views(Views { items, row: 0, commands }));
    }

    fn built_in(&self) -> Vec<(String, SavedView)> {
        let text = self.text();
        let views = built_in_views(self.last_note());
        views.into_iter().map(|view| (text.say(&view.title), view.view)).collect()
    }

    /// The day of the note since which needs are new.
    fn last_note(&self) -> Day {
        let days = self.register().into_iter().flat_map(|register| &register.chunks);
        let newest = days.flat_map(|chunk| &chunk.facts.identified).max();
        last_note_before(newest.and_then(|day| decoded_day(*day)))
    }

    /// The saved views have come.
    pub(in crate::app) fn views_read(&mut self, saved: Vec<SavedView>) {
        let mut items = self.built_in();
        items.extend(saved.into_iter().map(|view| (view.name.clone(), view)));
        let commands = self.commands_among(&items);
        let views = self.overlays.iter_mut().find_map(|overlay| match overlay {
            Overlay::Views(views) => Some(views),
            _ => None,
        });
        if let Some(views) = views {
            views.row = views.row.min(items.len().saturating_sub(1));
            (views.items, views.commands) = (items, commands);
        }
    }

    fn commands_among(&self, items: &[(String, SavedView)]) -> Vec<char> {
        let keys = items.iter().filter_map(|(_, view)| wanted(view));
        keys.filter(|key| self.in_views(*key).is_some()).collect()
    }

    /// What a key does in the list of views.
    fn in_views(&self, key: char) -> Option<&'static Command> {
        self.settings.keymap.command(Context::Views, Key::char(key))
    }

    /// Opens the view under the cursor.
    pub(in crate::app) fn open_view(&mut self) {
        if let Some(Overlay::Views(views)) = self.overlays.last() {
            self.open_view_at(views.row);
        }
    }

    /// Opens the view with this key; whether there is one.
    pub(in crate::app) fn open_view_by(&mut self, key: Key) -> bool {
        let Some(Overlay::Views(views)) = self.overlays.last() else { return false };
        let Some(typed) = key.typed() else { return false };
        let Some(place) = (0..views.items.len()).find(|p| views.key(*p) == Some(typed)) else {
            return false;
        };
        self.open_view_at(place);
        true
    }

    /// Opens a view of the list. One of the register is read again first: somebody may have changed
    /// or deleted it while the list was open.
    fn open_view_at(&mut self, place: usize) {
        let Some(Overlay::Views(views)) = self.overlays.last() else { return };
        let Some((name, view)) = views.items.get(place).cloned() else { return };
        if view.id < 0 {
            self.overlays.pop();
            self.show_view(&name, &view);
        } else {
            self.reread_to_open(view);
        }
    }

    /// Shows what a view keeps.
    pub(in crate::app) fn show_view(&mut self, name: &str, view: &SavedView) {
        let filter = match parse(&view.filter) {
            Ok(filter) => filter,
            Err(error) => return self.say(Notice::failed(error.message())),
        };
        let screen = Screen::from_code(&view.screen).unwrap_or(Screen::Needs);
        let mut shown = match view.screen.as_str() {
            THEMES => View::Themes(Themes::default()),
            _ => View::of(screen),
        };
        if let View::Overview(charts) = &mut shown
            && let Some(chart) =
                CHARTS.iter().position(|f| Some(*f) == Field::from_code(&view.grouping))
        {
            (charts.chart, charts.large) = (chart, true);
        }
        let (by, descending) = match view.sort.strip_prefix('-') {
            Some(by) => (by, true),
            None => (view.sort.as_str(), false),
        };
        let sorted = columns::of(shown.list_name()).iter().position(|c| c.code == by);
        if let (Some(column), Some(list)) = (sorted, shown.list_mut()) {
            (list.column, list.descending) = (column, descending);
        }
        let chosen = view.columns.split(',').filter(|code| !code.is_empty());
        let list = shown.list_name();
        let known = |code: &&str| columns::of(list).iter().any(|column| column.code == *code);
        let (chosen, unknown): (Vec<&str>, Vec<&str>) = chosen.partition(known);
        self.choose_columns(list, chosen.into_iter().map(str::to_owned).collect());
        let measure = match view.measure.as_str() {
            "states" => Measure::States,
            "reviews" => Measure::Reviews,
            _ => Measure::Needs,
        };
        match &mut shown {
            // each figure counts what it counts, whatever the overview does
            View::Figures(state) => *state = Figures::arranged(&view.grouping, measure),
            View::Themes(page) => page.by_states = measure == Measure::States,
            View::Triage(triage) => triage.whose = self.queue_of(&view.grouping),
            _ => self.measure = measure,
        }
        let as_of = self.as_of();
        self.leave_all();
        self.places = vec![Place::at(shown, filter, as_of)];
        self.say(if unknown.is_empty() {
            Notice::done(Message::new("notice-view").with("name", name))
        } else {
            let message = Message::new("notice-view-columns").with("name", name);
            Notice::warning(message.with("columns", unknown.join(", ")))
        });
        self.ask();
    }

    /// Whose queue is shown, as a view keeps it: a person's code, or a word.
    fn queue_code(&self, whose: Whose) -> String {
        let people = self.register().map(|register| register.vocabulary.people.as_slice());
        match whose {
            Whose::All => EVERYBODY.to_owned(),
            Whose::Mine => self.settings.who.clone(),
            Whose::Nobody => String::new(),
            Whose::Person(place) => people
                .and_then(|people| people.get(usize::from(place)))
                .map_or_else(String::new, |person| person.code.clone()),
        }
    }

    /// The queue that a view keeps; nobody's where the person is no more.
    fn queue_of(&self, code: &str) -> Whose {
        let people = self.register().map(|register| register.vocabulary.people.as_slice());
        let mut people = people.unwrap_or_default().iter();
        match code {
            EVERYBODY => Whose::All,
            _ => people
                .position(|person| person.code == code)
                .map_or(Whose::Nobody, |place| Whose::Person(place as u16)),
        }
    }

    /// Asks under which name and key the present view is to be saved, and for whom.
    pub(in crate::app) fn name_view(&mut self) {
        if matches!(self.place().view, View::Need(_) | View::History(_)) {
            self.warn("reason-no-view");
            return;
        }
        let (name, key) = (Input::default(), None);
        self.overlays.push(Overlay::NewView(NewView {
            name,
            key,
            shared: false,
            at: 0,
            warned: Vec::new(),
        }));
    }

    /// A character in a field of the form that takes one key; whether it has changed.
    pub(in crate::app) fn name_key(view: &mut NewView, typed: char) -> bool {
        match (view.at, typed) {
            (1, _) => view.key = (typed != ' ').then_some(typed),
            (2, ' ') => view.shared = !view.shared,
            _ => return false,
        }
        true
    }

    /// The next field of the form.
    pub(in crate::app) fn next_field(&mut self) {
        if let Some(Overlay::NewView(view)) = self.overlays.last_mut() {
            view.at = (view.at + 1) % 3;
        }
    }

    /// Saves the present view; the form stays until there is a name.
    pub(in crate::app) fn save_view(&mut self) {
        let Some(Overlay::NewView(new)) = self.overlays.last() else { return };
        let name = new.name.value().trim().to_owned();
        if name.is_empty() {
            self.warn("store-nameless");
            return;
        }
        let place = self.listing();
        let screen = match &place.view {
            View::Themes(_) => THEMES,
            view => view.screen().unwrap_or(Screen::Needs).code(),
        };
        let list = place.view.list_name();
        let sort = place.view.list().and_then(|sorted| {
            let column = columns::of(list).get(sorted.column)?;
            Some(format!("{}{}", if sorted.descending { "-" } else { "" }, column.code))
        });
        let grouping = match &place.view {
            View::Overview(charts) => charts.field().code().to_owned(),
            View::Figures(state) => state.arrangement(),
            View::Triage(triage) => self.queue_code(triage.whose),
            _ => String::new(),
        };
        let measure = match &place.view {
            View::Figures(state) => state.measure(),
            View::Themes(page) => page.measure(),
            _ => self.measure,
        };
        let measure = match measure {
            Measure::Needs => "needs",
            Measure::States => "states",
            Measure::Reviews => "reviews",
        };
        let view = SavedView {
            id: 0,
            name,
            owner: (!new.shared).then(|| self.settings.who.clone()),
            screen: screen.to_owned(),
            filter: place.filter.to_string(),
            sort: sort.unwrap_or_default(),
            columns: self.chosen.get(list).map(|codes| codes.join(",")).unwrap_or_default(),
            grouping,
            measure: measure.to_owned(),
            key: new.key.map(String::from).unwrap_or_default(),
        };
        let before = self.views_below().and_then(|views| views.same(&view).cloned());
        if let Some(command) = new.key.and_then(|key| self.in_views(key)) {
            let about = self.text().tr(&command.about_id()).into_owned();
            let message = Message::new("notice-view-key-taken").with("key", view.key);
            self.say(Notice::warning(message.with("about", about)));
            return;
        }
        if let Some(message) = self.to_warn_of(&view, before.as_ref()) {
            // Two views of the same people cannot be on one key, whoever agrees.
            if message.id() != "notice-view-key-used"
                && let Some(Overlay::NewView(new)) = self.overlays.last_mut()
            {
                new.warned.push(message.clone());
            }
            let message = message.with("key", self.key_of("view-form.save"));
            self.say(Notice::warning(message));
            return;
        }
        self.change_view(view, before);
    }

    /// The list of views, also where the form of a new one lies over it.
    fn views_below(&self) -> Option<&Views> {
        self.overlays.iter().find_map(|overlay| match overlay {
            Overlay::Views(views) => Some(views),
            _ => None,
        })
    }

    /// What saving a view takes from somebody, unless it was said already: the view of its name, and
    /// the view that its key opens so far.
    fn to_warn_of(&self, view: &SavedView, before: Option<&SavedView>) -> Option<Message> {
        let Some(Overlay::NewView(new)) = self.overlays.last() else { return None };
        let views = self.views_below()?;
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

    /// Deletes the view under the cursor; those that come with the program stay.
    pub(in crate::app) fn delete_view(&mut self) {
        let Some(Overlay::Views(views)) = self.overlays.last() else { return };
        let Some((_, view)) = views.items.get(views.row) else { return };
        if view.id < 0 {
            self.warn("notice-view-stays");
            return;
        }
        self.remove_view(view.clone());
    }
}
