//! The line that asks for the reason why needs, or a review without needs, are made void: they leave all lists and
//! counts. Undo brings them back, and needs also the same key.

use crate::app::App;
use crate::app::keys::context::KeyContext;
use crate::app::state::form::words;
use crate::app::state::layer::{After, Layer};
use crate::app::state::notice::Notice;
use crate::app::state::pending::Pending;
use crate::app::state::place::View;
use crate::app::state::waits::Wait;
use crate::domain::{NeedNumber, Record, clean_line};
use crate::paint::Canvas;
use crate::paint::line::wrapped;
use crate::query::register::Chunk;
use crate::store::{Edited, RecordEdit};
use crate::text::{Arg, Message};
use crate::worker::Request;
use ratatui::layout::Position;
use std::sync::Arc;
use tui_input::Input;

/// The line in which the reason is typed.
#[derive(Debug, Default)]
pub struct VoidReason {
    input: Input,
    /// The records, with the versions that the user has seen.
    records: Vec<(Record, Option<u32>)>,
    /// The name of a record that is no need.
    name: Option<String>,
    /// The number of them that the filter hides.
    hidden: usize,
    /// Whether Enter was pressed without a reason.
    is_missing: bool,
}

impl Layer<App> for VoidReason {
    fn context(&self) -> KeyContext {
        KeyContext::Prompt
    }

    fn line(&self) -> Option<&Input> {
        Some(&self.input)
    }

    fn line_mut(&mut self) -> Option<&mut Input> {
        Some(&mut self.input)
    }

    fn before_typing(&mut self, _: &App, _: bool) {
        self.is_missing = false;
    }

    /// Makes the needs void if a reason is typed.
    fn accept(&mut self, app: &mut App) -> After {
        let reason = clean_line(self.input.value());
        if reason.is_empty() {
            self.is_missing = true;
            return After::Stays;
        }
        let void = |(record, if_version): &(Record, Option<u32>)| RecordEdit {
            record: Edited::Known(*record),
            values: Vec::new(),
            void: Some(true),
            if_version: *if_version,
        };
        let edits = self.records.iter().map(void).collect();
        let pending = match &self.name {
            Some(name) => {
                let message = Message::new("notice-void-record").with("record", name.clone());
                Pending::Record(message.with("key", app.key_of("triage.undo")))
            }
            None => Pending::Void(self.records.iter().filter_map(|(of, _)| of.of_need()).collect()),
        };
        app.edit(edits, reason, pending);
        After::Closes
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let text = canvas.text;
        let wide = canvas.size.0.saturating_sub(8).min(72);
        let title = if let Some(name) = &self.name {
            text.tra("void-record", &[("record", Arg::from(name.as_str()))])
        } else {
            let first = self.records.first().map(|(of, _)| of.number.to_string());
            let first = Arg::from(first.unwrap_or_default());
            text.tra("void-title", &[("count", Arg::from(self.records.len())), ("need", first)])
        };
        let inside = canvas.panel((wide, 6), &title);
        canvas.put(inside, 1, 0, self.input.value(), canvas.theme.strong);
        let (words, style) = if self.is_missing {
            (text.tr("void-no-reason").into_owned(), canvas.theme.bad)
        } else if self.hidden > 0 {
            let args = [("count", Arg::from(self.hidden))];
            (text.tra("void-hidden", &args), canvas.theme.caution)
        } else {
            let way = if self.name.is_some() { "review.void" } else { "need.void" };
            let key = [("key", Arg::from(app.key_of(way)))];
            let id = if self.name.is_some() { "void-record-help" } else { "void-help" };
            (text.tra(id, &key), canvas.theme.dim)
        };
        let room = usize::from(inside.width.saturating_sub(2));
        for (y, line) in (2..4).zip(wrapped(&words, room)) {
            canvas.put(inside, 1, y, &line, style);
        }
        let x = (1 + self.input.visual_cursor() as u16).min(inside.width.saturating_sub(1));
        Some(Position::new(inside.x + x, inside.y))
    }
}

impl App {
    /// Asks why the current or selected needs are to be void, or whether those that are void are to come back.
    pub(in crate::app) fn ask_void_or_back(&mut self) {
        if self.shows_void() { self.ask_void_back() } else { self.ask_void() }
    }

    /// Asks why the current or selected needs are to be void.
    fn ask_void(&mut self) {
        self.end_range();
        let targets = self.targets();
        let seen =
            |id: NeedNumber| (Record::need(id), self.need(id).map(|need| self.seen_version(need)));
        let records: Vec<(Record, Option<u32>)> = targets.into_iter().map(seen).collect();
        let hidden = if self.selected.is_empty() { 0 } else { self.hidden };
        self.overlays.push(VoidReason { records, hidden, ..VoidReason::default() });
    }

    /// Asks why the review under the cursor is to be void, or whether a void one is to come back.
    pub(in crate::app) fn ask_void_review(&mut self) {
        let (Some(record), Some(vocabulary)) = (self.review_here(), self.vocabulary()) else {
            return;
        };
        let review = vocabulary.reviews.iter().find(|one| one.id == i64::from(record.number));
        let Some(review) = review else { return };
        let name = words::review_in_words(review, vocabulary, self.text());
        if self.shows_void() {
            return self.ask_review_back(record, name);
        }
        let name = Some(name);
        let records = vec![(record, None)];
        self.overlays.push(VoidReason { records, name, ..VoidReason::default() });
    }

    /// Whether the review under the cursor can be void: it has no needs, under whatever filter. Where void records are
    /// shown it can come back if it is void itself.
    pub(in crate::app) fn can_void_review(&self) -> Result<(), &'static str> {
        self.can_reach_step()?;
        let (Some(register), Some(place)) = (self.register(), self.review_place()) else {
            return Err("reason-no-record");
        };
        if register.is_void {
            let review = register.vocabulary.reviews.get(place);
            let is_void = review.is_some_and(|one| register.void_reviews.contains_key(&one.id));
            return if is_void { Ok(()) } else { Err("reason-review-not-void") };
        }
        let own = |chunk: &Arc<Chunk>| chunk.facts.provenance.iter().any(|of| of.index() == place);
        if register.chunks.iter().any(own) { Err("reason-review-has-needs") } else { Ok(()) }
    }

    /// Whether the register shown is that of the void needs.
    pub fn shows_void(&self) -> bool {
        self.register().is_some_and(|register| register.is_void)
    }

    /// Sends edits of records of any kind to be written; `pending` keeps what they were.
    pub(in crate::app) fn edit(&mut self, edits: Vec<RecordEdit>, note: String, pending: Pending) {
        let ticket = self.ticket(Wait::Write(pending));
        self.outbox.push(Request::Edit { ticket, edits, note, form: None });
    }

    /// Takes the confirmation that needs are void: drops them from the selection and closes the page of one.
    pub(in crate::app) fn are_void(&mut self, needs: &[NeedNumber]) {
        for need in needs {
            self.selected.remove(*need);
        }
        if matches!(&self.place().view, View::Need(page) if needs.contains(&page.id)) {
            self.back();
        }
        let first = needs.first().map(ToString::to_string).unwrap_or_default();
        let message = Message::new("notice-void").with("count", needs.len()).with("need", first);
        self.say(Notice::done(message.with("key", self.key_of("triage.undo"))));
        self.detail_is_old();
        self.ask_log();
    }
}
