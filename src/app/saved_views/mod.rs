//! Saved views: a screen with its filter, order, columns, grouping and measure, under a name and
//! a key; the four that come with the program, shared views, and the user's own.

mod changes;
pub(in crate::app) mod compared;

use crate::analysis::last_note_before;
use crate::app::App;
use crate::app::state::notice::Notice;
use crate::app::state::page::Posts;
use crate::app::state::place::Place;
use crate::app::state::screens::View;
use crate::columns::chosen_column;
use crate::domain::{Coded, Day};
use crate::query::register::decoded_date;
use crate::query::{Measure, parse};
use crate::store::{SavedView, built_in_views};
use crate::text::Message;

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

    /// Shows the place that a view keeps.
    pub(in crate::app) fn show_view(&mut self, name: &str, view: &SavedView) {
        let filter = match parse(&view.filter) {
            Ok(filter) => filter,
            Err(error) => return self.say(Notice::failed(error.message())),
        };
        let mut shown = View::saved(&view.screen);
        let (by, descending) = match view.sort.strip_prefix('-') {
            Some(by) => (by, true),
            None => (view.sort.as_str(), false),
        };
        let list = shown.table();
        let heads = list.heads();
        let sorted = heads.iter().position(|head| head.code == by);
        if let (Some(column), Some(list)) = (sorted, shown.list_mut()) {
            (list.column, list.descending) = (column, descending);
        }
        let chosen = view.columns.split(',').filter(|code| !code.is_empty());
        let known = |code: &&str| heads.iter().any(|head| head.code == chosen_column(code).0);
        let (chosen, unknown): (Vec<&str>, Vec<&str>) = chosen.partition(known);
        self.choose_columns(list.name(), chosen.into_iter().map(str::to_owned).collect());
        let measure = Measure::from_code(&view.measure).unwrap_or_default();
        let (arrangement, compared) = compared::read(&view.grouping);
        self.compared = compared.unwrap_or(self.compared);
        let charts = shown.page_mut().arrange(&arrangement, measure, &self.posts());
        self.measure = charts.unwrap_or(self.measure);
        let as_of = self.as_of();
        self.remember();
        self.leave_all();
        self.earlier.remember(&filter);
        self.places = vec![Place::at(shown, filter, as_of)];
        self.say(if unknown.is_empty() {
            Notice::done(Message::new("notice-view").with("name", name))
        } else {
            let message = Message::new("notice-view-columns").with("name", name);
            Notice::warning(message.with("columns", unknown.join(", ")))
        });
        self.ask();
    }

    /// The people whose queue a view can keep.
    pub(in crate::app) fn posts(&self) -> Posts<'_> {
        let known = self.vocabulary().map(|vocabulary| vocabulary.people.as_slice());
        Posts { known: known.unwrap_or_default(), mine: &self.settings.who }
    }
}
