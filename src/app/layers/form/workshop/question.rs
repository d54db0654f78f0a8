//! The question before a planned workshop is written: what, for how many States, which needs.

use super::super::record_form::RecordForm;
use crate::app::App;
use crate::app::keys::context::KeyContext;
use crate::app::layers::question;
use crate::app::state::affected::Which;
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::{Move, stepped};
use crate::app::state::notice::Notice;
use crate::domain::{NeedNumber, Standing};
use crate::paint::Canvas;
use crate::query::register::NeedRef;
use crate::store::StoreError;
use crate::text::{Arg, Message};
use ratatui::layout::Position;

/// The most needs that are listed at once.
const LISTED: usize = 8;

/// A planned workshop that waits for a yes.
#[derive(Debug)]
pub struct PlanQuestion {
    title: String,
    needs: Vec<NeedNumber>,
    which: Which,
    /// The number of needs whose response becomes planned.
    responding: usize,
    /// The number of needs that others have served or planned for meanwhile, which are left out.
    gone: usize,
    row: usize,
}

impl Layer<App> for PlanQuestion {
    fn context(&self) -> KeyContext {
        KeyContext::Matching
    }

    /// Steps in the list; a page is the rows listed at once.
    fn step(&mut self, _: &mut App, step: Move, page: usize) {
        self.row = stepped(step, self.row, self.needs.len(), page.min(LISTED));
    }

    fn accept(&mut self, app: &mut App) -> After {
        app.send_plan();
        After::Closes
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (text, theme) = (canvas.text, canvas.theme);
        let wide = canvas.size.0.saturating_sub(8).min(76);
        let needs = |count: usize| ("needs", Arg::from(count));
        let states = ("states", Arg::from(self.which.states.len()));
        let title = text.tra("plan-question", &[states, needs(self.needs.len())]);
        let mut said = vec![(self.title.clone(), theme.strong), question::gap()];
        said.push((question::states(app, canvas, &self.which, wide), theme.plain));
        let id = if self.responding > 0 { "plan-responds" } else { "plan-response-stays" };
        said.push((text.tra(id, &[needs(self.responding)]), theme.plain));
        if self.gone > 0 {
            said.push((text.tra("plan-gone", &[needs(self.gone)]), theme.caution));
        }
        let undo = [("key", Arg::from(app.key_of("triage.undo")))];
        said.push((text.tra("plan-undo", &undo), theme.plain));
        let list = question::List {
            heading: "confirm-needs",
            count: self.needs.len(),
            most: LISTED,
            row: self.row,
            line: &|place| (question::need_line(app, self.needs[place]), theme.plain),
        };
        let answers = question::Answers { yes: "matching.yes", more: None };
        question::draw(app, canvas, (wide, &title), &answers, &said, &list);
        None
    }
}

impl App {
    /// Whether the form on top plans a workshop.
    pub(in crate::app::layers::form) fn is_planning(&self) -> bool {
        self.overlays.top::<RecordForm>().is_some_and(|open| open.workshop.is_some())
    }

    /// Checks the plan, leaves out needs that are unserved no more, and asks whether it is to be written.
    pub(in crate::app::layers::form) fn ask_plan(&mut self) {
        let Some(register) = self.register().cloned() else { return };
        let gone = self.with(|open: &mut RecordForm, app| {
            if let Some(known) = app.known().filter(|_| !open.is_beside_fields()) {
                open.form.take_offer(known);
            }
            let mut is_right = open.form.edit(&register.vocabulary, app.today()).is_some();
            if let Some(title) =
                open.form.fields.first_mut().filter(|own| own.typed().trim().is_empty())
            {
                title.problem = Some(StoreError::Required(vec![title.field]).message());
                (open.form.at, is_right) = (0, false);
            }
            let workshop = open.workshop.as_mut()?;
            if !is_right {
                workshop.at = None;
                return None;
            }
            let is_unserved = |id: NeedNumber| {
                app.need(id).and_then(NeedRef::standing) == Some(Standing::Unserved)
            };
            let mut gone = 0;
            for need in workshop.needs.iter_mut().filter(|need| need.takes_part) {
                need.takes_part = is_unserved(need.need);
                gone += usize::from(!need.takes_part);
            }
            Some(gone)
        });
        let Some(gone) = gone.flatten() else { return self.say_problem() };
        let Some(open) = self.overlays.top::<RecordForm>() else { return };
        let Some(workshop) = open.workshop.as_deref() else { return };
        let needs = workshop.taking_part();
        if needs.is_empty() {
            let id = if gone > 0 { "plan-all-gone" } else { "plan-no-needs" };
            return self.say(Notice::warning(Message::new(id)));
        }
        let seen: Vec<NeedRef<'_>> = needs.iter().filter_map(|id| self.need(*id)).collect();
        let which = Which::of(&seen, 0, self.today());
        let responding = if workshop.responds { self.responding(workshop).len() } else { 0 };
        let named = [open.form.typed("code"), open.form.fields[0].typed()];
        let title = named.map(|words| words.trim().to_owned()).join("  ");
        self.sight.ask();
        self.overlays.push(PlanQuestion { title, needs, which, responding, gone, row: 0 });
    }
}
