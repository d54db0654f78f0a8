//! A line that is asked for: a date, a name.

use crate::app::App;
use crate::app::state::notice::Notice;
use crate::app::state::overlay::Overlay;
use crate::app::state::prompt::{Prompt, Purpose};
use crate::domain::{Change, read_deadline};
use crate::query::register::NeedRef;
use crate::text::Message;
use tui_input::Input;

impl App {
    /// Asks for the day by which the need is expected.
    pub(in crate::app) fn ask_projected(&mut self) {
        let day = self.current_need().and_then(NeedRef::projected_on).map(|day| day.to_string());
        let typed = match self.overlays.last() {
            // Another value is wanted in the place of one's own.
            Some(Overlay::Conflicts(conflicts)) => conflicts.mine(),
            _ => day,
        };
        let input = Input::new(typed.unwrap_or_default());
        let (purpose, error, untouched) = (Purpose::ProjectedOn, None, true);
        self.overlays.push(Overlay::Prompt(Prompt { purpose, input, error, untouched }));
    }

    /// Takes the line, or says why it cannot be taken.
    pub(in crate::app) fn answer_prompt(&mut self) {
        let today = self.today();
        let Some(Overlay::Prompt(prompt)) = self.overlays.last_mut() else { return };
        let typed = prompt.input.value().trim().to_owned();
        let Purpose::ProjectedOn = prompt.purpose;
        let day = read_deadline(&typed, today);
        if day.is_some() || typed.is_empty() {
            self.overlays.pop();
            self.set(Change::ProjectedOn(day));
        } else {
            prompt.error = Some(Message::new("prompt-no-day").with("typed", typed));
        }
    }

    /// Says what could not be done.
    pub(in crate::app) fn warn(&mut self, id: &'static str) {
        self.say(Notice::warning(Message::new(id)));
    }
}
