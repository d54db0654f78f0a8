//! The line that asks why an overlap is marked: coordinated, real or none. The reason may be left empty, but for none.

use crate::app::App;
use crate::app::keys::commands::command::{Act, Ahead, Command, Group, Where};
use crate::app::keys::context::KeyContext;
use crate::app::state::assistance::Section;
use crate::app::state::layer::{After, Layer};
use crate::app::state::pending::Pending;
use crate::app::state::place::View;
use crate::app::state::waits::Wait;
use crate::columns::overlaps::OverlapRow;
use crate::domain::{Coded, Deed, Kind, Mark, clean_line};
use crate::paint::Canvas;
use crate::paint::line::wrapped;
use crate::store::MarkWrite;
use crate::text::{Arg, Message};
use crate::worker::Request;
use ratatui::layout::Position;
use tui_input::Input;

const HERE: Where = Where::In(&[KeyContext::Assistance]);

const fn marks(id: &'static str, key: &'static [&'static str], run: fn(&mut App)) -> Command {
    Command::new(id, key, HERE, Group::Triage, Act::Do(run)).ready(App::can_mark)
}

/// The rows of the table of commands that mark overlaps.
pub(in crate::app::layers) const COMMANDS: &[Command] = &[
    marks("overlap.coordinated", &["= k"], |app| app.ask_mark(Mark::Coordinated))
        .opens_field(Ahead::BehindEnter),
    marks("overlap.real", &["= r"], |app| app.ask_mark(Mark::Real)).opens_field(Ahead::BehindEnter),
    marks("overlap.none", &["= n"], |app| app.ask_mark(Mark::NoOverlap))
        .opens_field(Ahead::BehindEnter),
    marks("overlap.unmark", &["= x"], App::take_mark_away).ready(App::can_unmark),
];

/// The line in which the reason is typed.
#[derive(Debug)]
pub struct MarkReason {
    input: Input,
    mark: Mark,
    /// The codes of the activities.
    activities: [String; 2],
    /// The version of the mark that the user has seen; 0 where there was none.
    seen: u32,
    /// Whether Enter was pressed without a reason that is needed.
    is_missing: bool,
}

impl Layer<App> for MarkReason {
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

    /// Marks the overlap.
    fn accept(&mut self, app: &mut App) -> After {
        let why = clean_line(self.input.value());
        if self.mark == Mark::NoOverlap && why.is_empty() {
            self.is_missing = true;
            return After::Stays;
        }
        app.mark_overlap(self.activities.clone(), Some(self.mark), why, self.seen);
        After::Closes
    }

    fn draw(&self, _: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let text = canvas.text;
        let wide = canvas.size.0.saturating_sub(8).min(72);
        let [first, second] = &self.activities;
        let args = [
            ("mark", Arg::from(text.value("mark", self.mark.code()))),
            ("first", Arg::from(first.as_str())),
            ("second", Arg::from(second.as_str())),
        ];
        let inside = canvas.panel((wide, 6), &text.tra("mark-title", &args));
        canvas.put(inside, 1, 0, self.input.value(), canvas.theme.strong);
        let (id, style) = match (self.is_missing, self.mark) {
            (true, _) => ("mark-no-reason", canvas.theme.bad),
            (false, Mark::NoOverlap) => ("mark-help-none", canvas.theme.dim),
            (false, _) => ("mark-help", canvas.theme.dim),
        };
        let room = usize::from(inside.width.saturating_sub(2));
        for (y, line) in (2..4).zip(wrapped(&text.tr(id), room)) {
            canvas.put(inside, 1, y, &line, style);
        }
        let x = (1 + self.input.visual_cursor() as u16).min(inside.width.saturating_sub(1));
        Some(Position::new(inside.x + x, inside.y))
    }
}

impl App {
    /// The overlap under the cursor.
    fn overlap_here(&self) -> Option<OverlapRow<'_>> {
        let View::Assistance(page) = &self.place().view else { return None };
        if page.section != Section::Overlaps {
            return None;
        }
        page.records(self.answer.as_deref()?)?.overlap(page.shown().current?)
    }

    /// Whether there is an overlap under the cursor that can be marked; the error is the reason against it.
    pub(in crate::app) fn can_mark(&self) -> Result<(), &'static str> {
        let can_write = self.can_record();
        match &self.place().view {
            View::Assistance(page) if page.section == Section::Overlaps => {
                can_write.and_then(|()| self.may(Deed::Change, Kind::Overlap))?;
            }
            _ => return Err("reason-no-overlaps"),
        }
        self.overlap_here().map(drop).ok_or("reason-no-overlap")
    }

    fn can_unmark(&self) -> Result<(), &'static str> {
        self.can_mark()?;
        match self.overlap_here() {
            Some(OverlapRow { mark: Some(_), .. }) => Ok(()),
            _ => Err("reason-no-mark"),
        }
    }

    /// Asks why the overlap under the cursor is to have a mark.
    fn ask_mark(&mut self, mark: Mark) {
        let Some(row) = self.overlap_here() else { return };
        let activities = row.of.map(|activity| activity.code.clone());
        let seen = row.mark.map_or(0, |mark| mark.version);
        // The reason for another finding is none for this one.
        let same = row.mark.filter(|known| known.mark == mark);
        let why = same.map(|known| known.why.clone()).unwrap_or_default();
        let input = Input::new(clean_line(&why));
        self.overlays.push(MarkReason { input, mark, activities, seen, is_missing: false });
    }

    /// Takes the mark of the overlap under the cursor away.
    fn take_mark_away(&mut self) {
        let Some(row) = self.overlap_here() else { return };
        let Some(version) = row.mark.map(|mark| mark.version) else { return };
        let activities = row.of.map(|activity| activity.code.clone());
        self.mark_overlap(activities, None, String::new(), version);
    }

    /// Sends the mark of an overlap to be written.
    fn mark_overlap(
        &mut self,
        activities: [String; 2],
        mark: Option<Mark>,
        why: String,
        seen: u32,
    ) {
        let [first, second] = activities.clone();
        let message = match mark {
            Some(mark) => {
                Message::new("notice-marked").with("mark", Arg::value("mark", mark.code()))
            }
            None => Message::new("notice-unmarked"),
        };
        let message = message.with("first", first).with("second", second);
        let message = message.with("key", self.key_of("triage.undo"));
        let ticket = self.ticket(Wait::Write(Pending::Record(message)));
        let who = String::new();
        let write = Box::new(MarkWrite { who, activities, mark, why, seen: Some(seen) });
        self.outbox.push(Request::Mark { ticket, write });
    }
}
