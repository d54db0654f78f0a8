//! Saved views: a screen with its filter, order, columns, grouping and measure, under a name and
//! a key; the four that come with the program, shared views, and the user's own.

mod changes;

use crate::analysis::last_note_before;
use crate::app::App;
use crate::app::state::by_theme::Themes;
use crate::app::state::charts::CHARTS;
use crate::app::state::figures::Figures;
use crate::app::state::notice::Notice;
use crate::app::state::place::{Place, Screen, View};
use crate::columns;
use crate::domain::{Coded, Day};
use crate::query::register::decoded_date;
use crate::query::{Field, Measure, parse};
use crate::store::{SavedView, built_in_views};
use crate::text::Message;
use crate::worker::Whose;

/// The page of themes, which is no main screen, and the queue of everybody, as views keep them.
pub(in crate::app) const THEMES: &str = "themes";
const EVERYBODY: &str = "everybody";

impl App {
    pub(in crate::app) fn built_in(&self) -> Vec<(String, SavedView)> {
        let text = self.text();
        let views = built_in_views(self.last_note());
        views.into_iter().map(|view| (text.say(&view.title), view.view)).collect()
    }

    /// The day of the note since which needs are new.
    fn last_note(&self) -> Day {
        let days = self.register().into_iter().flat_map(|register| &register.chunks);
        let newest = days.flat_map(|chunk| &chunk.facts.identified).max();
        last_note_before(newest.and_then(|day| Some(decoded_date(*day)?.last_day())))
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
        let sorted = columns::heads(shown.list_name()).iter().position(|c| c.code == by);
        if let (Some(column), Some(list)) = (sorted, shown.list_mut()) {
            (list.column, list.descending) = (column, descending);
        }
        let chosen = view.columns.split(',').filter(|code| !code.is_empty());
        let list = shown.list_name();
        let heads = columns::heads(list);
        let known = |code: &&str| heads.iter().any(|head| head.code == *code);
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
    pub(in crate::app) fn queue_code(&self, whose: Whose) -> String {
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
}
