//! Asks before void needs are brought back, no matter who made them void. Their matches come back with them.

use crate::app::App;
use crate::app::keys::context::KeyContext;
use crate::app::layers::question;
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::{Move, stepped};
use crate::app::state::notice::Notice;
use crate::app::state::pending::Pending;
use crate::app::state::place::View;
use crate::domain::{NeedNumber, Record, clean_line};
use crate::paint::Canvas;
use crate::store::{Edited, RecordEdit};
use crate::text::{Arg, Message};
use ratatui::layout::Position;

/// The most needs that are listed at once.
const LISTED: usize = 8;

/// Void needs that wait for a yes.
#[derive(Debug)]
pub struct VoidBack {
    /// The needs, each with the version that the user has seen.
    needs: Vec<(NeedNumber, u32)>,
    /// The number of them that the filter hides.
    hidden: usize,
    /// The cursor in the list of them.
    row: usize,
}

impl Layer<App> for VoidBack {
    fn context(&self) -> KeyContext {
        KeyContext::Confirm
    }

    /// Steps in the list; a page is the rows listed at once.
    fn step(&mut self, _: &mut App, step: Move, page: usize) {
        self.row = stepped(step, self.row, self.needs.len(), page.min(LISTED));
    }

    fn accept(&mut self, app: &mut App) -> After {
        let back = |(need, version): &(NeedNumber, u32)| RecordEdit {
            record: Edited::Known(Record::need(*need)),
            values: Vec::new(),
            void: Some(false),
            if_version: Some(*version),
        };
        let edits = self.needs.iter().map(back).collect();
        let pending = Pending::VoidBack(self.needs.iter().map(|(need, _)| *need).collect());
        app.edit(edits, String::new(), pending);
        After::Closes
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (text, theme) = (canvas.text, canvas.theme);
        let wide = canvas.size.0.saturating_sub(8).min(76);
        let first = self.needs.first().map(|(need, _)| need.to_string()).unwrap_or_default();
        let args = [("count", Arg::from(self.needs.len())), ("need", Arg::from(first))];
        let title = text.tra("void-back-title", &args);
        let mut said = vec![(text.tr("void-back-help").into_owned(), theme.plain)];
        if self.hidden > 0 {
            let args = [("count", Arg::from(self.hidden))];
            said.push((text.tra("confirm-hidden", &args), theme.caution));
        }
        let line = |place: usize| {
            let id = self.needs[place].0;
            let words = app.need(id).map(|need| clean_line(&need.text())).unwrap_or_default();
            (format!("{id:>5}  {words}"), theme.plain)
        };
        let list = question::List {
            heading: "confirm-needs",
            count: self.needs.len(),
            most: LISTED,
            row: self.row,
            line: &line,
        };
        let answers = question::Answers { yes: "confirm.yes", more: None };
        question::draw(app, canvas, (wide, &title), &answers, &said, &list);
        None
    }
}

impl App {
    /// Asks whether the current or selected void needs are to come back.
    pub(in crate::app) fn ask_void_back(&mut self) {
        self.end_range();
        let targets = self.targets();
        let needs: Vec<(NeedNumber, u32)> = targets
            .into_iter()
            .filter_map(|id| Some((id, self.seen_version(self.need(id)?))))
            .collect();
        let hidden = if self.selected.is_empty() { 0 } else { self.hidden };
        self.sight.ask();
        self.overlays.push(VoidBack { needs, hidden, row: 0 });
    }

    /// Takes the confirmation that needs are back: drops them from the selection and closes the page of one.
    pub(in crate::app) fn are_back(&mut self, needs: &[NeedNumber]) {
        for need in needs {
            self.selected.remove(*need);
        }
        if matches!(&self.place().view, View::Need(page) if needs.contains(&page.id)) {
            self.back();
        }
        let first = needs.first().map(ToString::to_string).unwrap_or_default();
        let message = Message::new("notice-void-back").with("count", needs.len());
        let message = message.with("need", first).with("key", self.key_of("triage.undo"));
        self.say(Notice::done(message));
        self.detail_is_old();
        self.ask_log();
    }
}
