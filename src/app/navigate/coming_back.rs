//! Coming back to where the person has left the program, and telling the worker how the screens stand now.

use crate::app::App;
use crate::app::state::place::Place;
use crate::app::state::screens::View;
use crate::app::state::settings::Start;
use crate::columns::chosen_column;
use crate::query::Filter;
use crate::store::LeftScreen;
use crate::worker::Request;

impl App {
    /// Shows the screen that was left last, in its order and with its columns, without its filter. An entry
    /// in which anything is unknown here is ignored as a whole: another version may have written it.
    pub(in crate::app) fn come_back(&mut self, left: &LeftScreen) {
        let Some(mut view) = View::left(&left.screen) else { return };
        if matches!((&view, self.settings.start), (View::Triage(_), Start::Mine)) {
            view = Start::Mine.view();
        }
        let table = view.table();
        let heads = table.heads();
        let place = |code: &str| heads.iter().position(|head| head.code == code);
        let (by, descending) = match left.sort.strip_prefix('-') {
            Some(by) => (by, true),
            None => (left.sort.as_str(), false),
        };
        match (place(by), view.list_mut()) {
            (Some(column), Some(list)) => (list.column, list.descending) = (column, descending),
            (None, None) if left.sort.is_empty() => {}
            _ => return,
        }
        let columns = left.columns.split(',').filter(|code| !code.is_empty());
        let columns: Vec<String> = columns.map(str::to_owned).collect();
        if columns.iter().any(|chosen| place(chosen_column(chosen).0).is_none()) {
            return;
        }
        self.choose_columns(table.name(), columns);
        let as_of = self.as_of();
        self.places = vec![Place::at(view, Filter::default(), as_of)];
        self.ask();
    }

    /// The present state of the screens: the topmost screen that can be restored.
    fn left_screen(&self) -> Option<LeftScreen> {
        let mut views = self.places.iter().rev().map(|place| &place.view);
        let (view, screen) = views.find_map(|view| Some((view, view.saved_as()?)))?;
        let columns = self.chosen.get(view.table().name()).map(|codes| codes.join(","));
        Some(LeftScreen {
            screen: screen.into_owned(),
            sort: view.page().order_code().unwrap_or_default(),
            columns: columns.unwrap_or_default(),
        })
    }

    /// Tells the worker how the screens stand where that has changed. A person who has only looked at the
    /// first screen so far has left nothing yet.
    pub(in crate::app) fn tell_left(&mut self) {
        if !self.settings.remembers || self.is_nameless() || self.newcomer {
            return;
        }
        let left = self.left_screen();
        if left != self.told_left
            && let Some(left) = left
        {
            self.told_left = Some(left.clone());
            self.outbox.push(Request::Leave(left));
        }
    }
}
