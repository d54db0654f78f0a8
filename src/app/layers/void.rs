//! The line that asks for the reason why needs are made void: they leave all lists and counts, and undo brings them
//! back.

use crate::app::App;
use crate::app::keys::context::KeyContext;
use crate::app::state::layer::{After, Layer};
use crate::app::state::notice::Notice;
use crate::app::state::pending::Pending;
use crate::app::state::place::View;
use crate::app::state::waits::Wait;
use crate::domain::{Record, clean_line};
use crate::paint::Canvas;
use crate::paint::line::wrapped;
use crate::store::{Edited, RecordEdit};
use crate::text::{Arg, Message};
use crate::worker::Request;
use ratatui::layout::Position;
use tui_input::Input;

/// The line in which the reason is typed.
#[derive(Debug, Default)]
pub struct VoidReason {
    input: Input,
    /// The needs, with the versions that the user has seen.
    needs: Vec<(u32, Option<u32>)>,
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
        let void = |(need, if_version): &(u32, Option<u32>)| RecordEdit {
            record: Edited::Known(Record::need(*need)),
            values: Vec::new(),
            void: Some(true),
            if_version: *if_version,
        };
        let edits = self.needs.iter().map(void).collect();
        app.edit(edits, reason, Pending::Void(self.needs.iter().map(|(id, _)| *id).collect()));
        After::Closes
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let text = canvas.text;
        let wide = canvas.size.0.saturating_sub(8).min(72);
        let first = self.needs.first().map(|(id, _)| id.to_string()).unwrap_or_default();
        let args = [("count", Arg::from(self.needs.len())), ("need", Arg::from(first))];
        let inside = canvas.panel((wide, 6), &text.tra("void-title", &args));
        canvas.put(inside, 1, 0, self.input.value(), canvas.theme.strong);
        let (words, style) = if self.is_missing {
            (text.tr("void-no-reason").into_owned(), canvas.theme.bad)
        } else if self.hidden > 0 {
            let args = [("count", Arg::from(self.hidden))];
            (text.tra("void-hidden", &args), canvas.theme.caution)
        } else {
            let key = [("key", Arg::from(app.key_of("triage.undo")))];
            (text.tra("void-help", &key), canvas.theme.dim)
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
    /// Asks why the current or selected needs are to be void.
    pub(in crate::app) fn ask_void(&mut self) {
        self.end_range();
        let targets = self.targets();
        let seen = |id: u32| (id, self.need(id).map(|need| self.seen_version(need)));
        let needs: Vec<(u32, Option<u32>)> = targets.into_iter().map(seen).collect();
        let hidden = if self.selected.is_empty() { 0 } else { self.hidden };
        self.overlays.push(VoidReason { needs, hidden, ..VoidReason::default() });
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
    pub(in crate::app) fn are_void(&mut self, needs: &[u32]) {
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
