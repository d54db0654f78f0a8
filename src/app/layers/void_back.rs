//! Asks before void needs, or a void review, are brought back, no matter who made them void. The matches of needs come
//! back with them.

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

/// Void records that wait for a yes.
#[derive(Debug)]
pub struct VoidBack {
    /// The records, each with the version that the user has seen.
    records: Vec<(Record, Option<u32>)>,
    /// The name of a record that is no need, and why it is void.
    named: Option<(String, String)>,
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
        self.row = stepped(step, self.row, self.records.len(), page.min(LISTED));
    }

    fn accept(&mut self, app: &mut App) -> After {
        let back = |(record, version): &(Record, Option<u32>)| RecordEdit {
            record: Edited::Known(*record),
            values: Vec::new(),
            void: Some(false),
            if_version: *version,
        };
        let edits = self.records.iter().map(back).collect();
        let pending = match &self.named {
            Some((name, _)) => {
                let message = Message::new("notice-void-record-back").with("record", name.clone());
                Pending::Record(message.with("key", app.key_of("triage.undo")))
            }
            None => Pending::VoidBack(
                self.records.iter().map(|(of, _)| NeedNumber::new(of.number)).collect(),
            ),
        };
        app.edit(edits, String::new(), pending);
        After::Closes
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (text, theme) = (canvas.text, canvas.theme);
        let wide = canvas.size.0.saturating_sub(8).min(76);
        let first = self.records.first().map(|(of, _)| of.number.to_string()).unwrap_or_default();
        let args = [("count", Arg::from(self.records.len())), ("need", Arg::from(first))];
        let (title, mut said) = match &self.named {
            None => (
                text.tra("void-back-title", &args),
                vec![(text.tr("void-back-help").into_owned(), theme.plain)],
            ),
            Some((name, reason)) => {
                let reason =
                    text.tra("need-void-reason", &[("reason", Arg::from(reason.as_str()))]);
                let help = text.tr("void-record-back-help").into_owned();
                let title = text.tra("void-record-back", &[("record", Arg::from(name.as_str()))]);
                (title, vec![(reason, theme.plain), (help, theme.plain)])
            }
        };
        if self.hidden > 0 {
            let args = [("count", Arg::from(self.hidden))];
            said.push((text.tra("confirm-hidden", &args), theme.caution));
        }
        let line = |place: usize| {
            let id = NeedNumber::new(self.records[place].0.number);
            let words = app.need(id).map(|need| clean_line(&need.text())).unwrap_or_default();
            (format!("{id:>5}  {words}"), theme.plain)
        };
        let list = question::List {
            heading: "confirm-needs",
            count: if self.named.is_some() { 0 } else { self.records.len() },
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
        let seen =
            |id: NeedNumber| Some((Record::need(id), Some(self.seen_version(self.need(id)?))));
        let records = targets.into_iter().filter_map(seen).collect();
        let hidden = if self.selected.is_empty() { 0 } else { self.hidden };
        self.sight.ask();
        self.overlays.push(VoidBack { records, named: None, hidden, row: 0 });
    }

    /// Asks whether the void review under the cursor is to come back.
    pub(super) fn ask_review_back(&mut self, record: Record, name: String) {
        let Some(register) = self.register() else { return };
        let reason = register.void_reviews.get(&i64::from(record.number)).cloned();
        let named = Some((name, reason.unwrap_or_default()));
        self.sight.ask();
        self.overlays.push(VoidBack { records: vec![(record, None)], named, hidden: 0, row: 0 });
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
