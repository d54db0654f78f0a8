//! The question before many needs are changed: how many, which, and what they become.

use crate::app::App;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::KeyContext;
use crate::app::layers::question;
use crate::app::state::affected::Which;
use crate::app::state::decision::{Decision, Likely};
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::{Move, stepped};
use crate::domain::{Change, Coded, Edit, TriageField};
use crate::paint::{Canvas, Theme, names};
use crate::query::register::{self, NeedRef};
use crate::text::{Arg, Named, grouped};
use ratatui::layout::Position;
use ratatui::style::Style;

/// How many of the needs are listed at once.
const LISTED: usize = 8;

/// Decisions about many needs that wait for a yes.
#[derive(Debug)]
pub struct Confirm {
    /// The needs, each with the version that the user has seen.
    pub needs: Vec<(u32, u32)>,
    /// What is decided, a field each.
    pub decisions: Vec<Decision>,
    /// Which needs they are, in few words.
    pub which: Which,
    /// The cursor in the list of them.
    pub row: usize,
}

impl Layer<App> for Confirm {
    fn context(&self) -> KeyContext {
        KeyContext::Confirm
    }

    fn step(&mut self, _: &mut App, step: Move, page: usize) {
        self.row = stepped(step, self.row, self.needs.len(), page);
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
        let mut said: Vec<(String, Style)> = self
            .decisions
            .iter()
            .map(|decision| (becomes(app, self, decision), theme.strong))
            .collect();
        said.push((question::states(app, canvas, &self.which, wide), theme.plain));
        if self.which.hidden > 0 {
            let args = [("count", Arg::from(self.which.hidden))];
            said.push((text.tra("confirm-hidden", &args), theme.caution));
        }
        // Who is given needs and does not look at them soon: only that is not seen by itself.
        let given = self.decisions.iter().all(|d| d.field() == TriageField::FocalPoint);
        if self.which.waiting > 0 && given {
            let days = Arg::from(self.which.overdue_days.to_string());
            let args = [("count", Arg::from(self.which.waiting)), ("days", days)];
            said.push((text.tra("confirm-waiting", &args), theme.caution));
        }
        said.push((text.tr("confirm-undo").into_owned(), theme.dim));
        let list = question::List {
            heading: "confirm-needs",
            count: self.needs.len(),
            most: LISTED,
            row: self.row,
            line: &|row| need(app, theme, self.needs[row].0),
        };
        question::draw(canvas, (wide, &title), &said, &list);
        None
    }
}

const HERE: &[KeyContext] = &[KeyContext::Confirm];

/// The rows of the table of commands that are heard here alone.
pub(super) const COMMANDS: &[Command] = &[
    Command::in_layer("confirm.yes", &["y", "Enter"], HERE, 1, App::accept).stays(),
    Command::in_layer("confirm.no", &["n"], HERE, 0, App::close_overlay),
];

impl App {
    /// Asks before many needs are changed.
    pub(in crate::app) fn question(
        &mut self,
        targets: &[u32],
        decisions: Vec<Decision>,
        hidden: usize,
    ) {
        let seen: Vec<NeedRef<'_>> = targets.iter().filter_map(|id| self.need(*id)).collect();
        let needs = seen.iter().map(|need| (need.id(), self.seen_version(*need))).collect();
        let which = Which::of(&seen, hidden, self.today());
        self.overlays.push(Confirm { needs, decisions, which, row: 0 });
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

/// A need on one line: its number, State and articles, and what it says.
fn need(app: &App, theme: Theme, id: u32) -> (String, Style) {
    let Some(need) = app.need(id) else {
        return (format!("{id:>6}"), theme.dim);
    };
    let state = need.state().in_lang(app.text().lang());
    let articles = names::articles(need.articles(), app.text());
    (format!("{id:>6}  {state}  {articles}  {}", need.text()), theme.plain)
}

/// What a decision makes of the needs.
fn becomes(app: &App, confirm: &Confirm, decision: &Decision) -> String {
    let count = Arg::from(grouped(confirm.needs.len() as u64));
    let id = match decision {
        Decision::Set(Change::AddTheme(_)) => "confirm-give-theme",
        Decision::Set(Change::RemoveTheme(_)) => "confirm-take-theme",
        _ => "name-and-value",
    };
    let have = match decision {
        Decision::Set(Change::AddTheme(name) | Change::RemoveTheme(name)) => {
            have(app, confirm, name)
        }
        _ => 0,
    };
    let field = app.text().tr(&format!("field-{}", decision.field().code())).into_owned();
    let args = [
        ("count", count),
        ("field", Arg::from(field)),
        ("value", Arg::from(value(app, decision))),
        ("have", Arg::from(have)),
        ("shown", Arg::from(grouped(have.into()))),
    ];
    app.text().tra(id, &args)
}

/// How many of the needs have a theme.
fn have(app: &App, confirm: &Confirm, name: &str) -> u32 {
    let place = theme_of(app, name).map(|(place, _)| place);
    place.and_then(|place| confirm.which.have.get(place)).copied().unwrap_or(0)
}

/// The theme of this name and its place in the vocabulary, unless it is still to be made.
fn theme_of<'a>(app: &'a App, name: &str) -> Option<(usize, &'a register::Theme)> {
    let themes = &app.register()?.vocabulary.themes;
    themes.iter().enumerate().find(|(_, theme)| theme.code == name)
}

fn value(app: &App, decision: &Decision) -> String {
    let change = match decision {
        Decision::Set(change) => change,
        Decision::Likely => return app.text().tr("assign-likely").into_owned(),
    };
    let code = change.code();
    match (change, code.as_deref()) {
        (Change::FocalPoint(_), None) => app.text().tr("nobody").into_owned(),
        (Change::DuplicateOf(_), None) => app.text().tr("duplicate-none").into_owned(),
        (_, None) => app.text().tr("not-stated").into_owned(),
        (Change::FocalPoint(_), Some(code)) => {
            let people = app.register().map(|register| &register.vocabulary.people);
            let person = people.and_then(|people| people.iter().find(|p| p.code == code));
            person.map_or(code, |p| p.in_lang(app.text().lang())).to_owned()
        }
        (Change::Priority(_) | Change::Horizon(_) | Change::Response(_), Some(code)) => {
            app.text().value(change.field().code(), code)
        }
        (Change::AddTheme(_) | Change::RemoveTheme(_), Some(code)) => theme_of(app, code)
            .map_or(code, |(_, theme)| theme.in_lang(app.text().lang()))
            .to_owned(),
        (_, Some(code)) => code.to_owned(),
    }
}
