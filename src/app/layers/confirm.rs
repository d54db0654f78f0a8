//! The question before many needs are changed: how many, which, and their new values.

use crate::app::App;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::KeyContext;
use crate::app::layers::{decided, question};
use crate::app::state::affected::Which;
use crate::app::state::decision::{Decision, Likely};
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::{Move, stepped};
use crate::app::state::notice::Notice;
use crate::domain::{Edit, NeedNumber, TriageField};
use crate::paint::Canvas;
use crate::query::register::NeedRef;
use crate::text::{Arg, Message, grouped};
use ratatui::layout::Position;
use ratatui::style::Style;

/// The most needs that are listed at once.
const LISTED: usize = 8;

/// Decisions about many needs that wait for a yes.
#[derive(Debug)]
pub struct Confirm {
    /// The needs, each with the version that the user has seen.
    pub needs: Vec<(NeedNumber, u32)>,
    /// The decisions, a field each.
    pub decisions: Vec<Decision>,
    /// The needs in few words.
    pub which: Which,
    /// The cursor in the list of them.
    pub row: usize,
}

impl Layer<App> for Confirm {
    fn context(&self) -> KeyContext {
        KeyContext::Confirm
    }

    /// Steps in the list; a page is the rows listed at once.
    fn step(&mut self, _: &mut App, step: Move, page: usize) {
        self.row = stepped(step, self.row, self.needs.len(), page.min(LISTED));
    }

    fn accept(&mut self, app: &mut App) -> After {
        app.confirmed(self);
        After::Closes
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (text, theme) = (canvas.text, canvas.theme);
        let count = Arg::from(grouped(self.needs.len() as u64));
        let args = [("count", count), ("number", Arg::from(self.needs.len()))];
        let title = text.tra("confirm-title", &args);
        let wide = canvas.size.0.saturating_sub(8).min(76);
        let about = decided::About { app, which: &self.which, count: self.needs.len() };
        let mut said: Vec<(String, Style)> = about
            .lines(&self.decisions, question::room(wide))
            .into_iter()
            .map(|line| (line, theme.strong))
            .collect();
        said.push(question::gap());
        said.push((question::states(app, canvas, &self.which, wide), theme.plain));
        if self.which.hidden > 0 {
            let args = [("count", Arg::from(self.which.hidden))];
            said.push((text.tra("confirm-hidden", &args), theme.caution));
        }
        // Warns of assigning needs to a person who lets them wait, which is easy to miss.
        let given = self.decisions.iter().all(|d| d.field() == TriageField::FocalPoint);
        if self.which.waiting > 0 && given {
            let days = Arg::from(self.which.overdue_days.to_string());
            let args = [("count", Arg::from(self.which.waiting)), ("days", days)];
            said.push((text.tra("confirm-waiting", &args), theme.caution));
        }
        said.push(question::gap());
        let undo = [("key", Arg::from(app.key_of("triage.undo")))];
        said.push((text.tra("confirm-undo", &undo), theme.plain));
        let row = about.row(&self.decisions, question::room(wide));
        let list = question::List {
            heading: "confirm-needs",
            count: self.needs.len(),
            most: LISTED,
            row: self.row,
            line: &|place| (row.line(app, self.needs[place].0), theme.plain),
        };
        let answers = question::Answers { yes: "confirm.yes", more: Some("confirm-also") };
        question::draw(app, canvas, (wide, &title), &answers, &said, &list);
        None
    }
}

const HERE: &[KeyContext] = &[KeyContext::Confirm];

/// The rows of the table of commands that are heard here alone.
pub(super) const COMMANDS: &[Command] = &[
    Command::in_layer("confirm.yes", &["y"], HERE, 1, App::answer_yes).stays(),
    Command::in_layer("confirm.enter", &["Enter"], HERE, 0, App::enter_answers),
    Command::in_layer("confirm.no", &["n"], HERE, 0, App::close_overlay),
    Command::of_rows("confirm.look", &["Down"], HERE, None).hint(4),
];

impl App {
    /// Asks before many needs are changed.
    pub(in crate::app) fn question(
        &mut self,
        targets: &[NeedNumber],
        decisions: Vec<Decision>,
        hidden: usize,
    ) {
        let seen: Vec<NeedRef<'_>> = targets.iter().filter_map(|id| self.need(*id)).collect();
        let needs = seen.iter().map(|need| (need.id(), self.seen_version(*need))).collect();
        let which = Which::of(&seen, hidden, self.today());
        self.sight.ask();
        self.overlays.push(Confirm { needs, decisions, which, row: 0 });
    }

    /// Answers yes to a question that was on the screen when the key was pressed.
    pub(in crate::app) fn answer_yes(&mut self) {
        if self.sight.has_seen_question() {
            self.accept();
        } else {
            self.say_unseen("confirm.yes");
        }
    }

    /// Says that a question which was not on the screen yet takes no answer.
    pub(in crate::app) fn say_unseen(&mut self, yes: &str) {
        let key = self.key_of(yes);
        self.say(Notice::warning(Message::new("notice-question-unseen").with("key", key)));
    }

    /// Enter is yes to a question about one need that had been on the screen when it was pressed: a second Enter
    /// behind the one that has opened the question answers nothing.
    pub(in crate::app) fn enter_answers(&mut self) {
        let about_one = self.overlays.top::<Confirm>().is_some_and(|of| of.needs.len() == 1);
        if about_one && self.sight.has_seen_question() {
            self.accept();
        } else {
            let key = self.key_of("confirm.yes");
            self.say(Notice::warning(Message::new("notice-yes-is-another-key").with("key", key)));
        }
    }

    fn confirmed(&mut self, confirm: &Confirm) {
        let Some(register) = self.register() else { return };
        let likely = Likely::new(&register.vocabulary);
        let mut edits = Vec::with_capacity(confirm.needs.len() * confirm.decisions.len());
        for (id, version) in &confirm.needs {
            let Some(need) = self.need(*id) else { continue };
            let changes = confirm.decisions.iter().filter_map(|d| d.of(need, &likely));
            edits.extend(changes.map(|change| Edit {
                need: *id,
                change,
                if_version: Some(*version),
            }));
        }
        self.last_need = None;
        self.last.clone_from(&confirm.decisions);
        self.write(edits);
    }
}
