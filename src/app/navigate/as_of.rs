//! The as-of date: the day whose register the whole program shows. Every place of the stack holds it, so that
//! Esc, which only goes back, never changes it. The records of a published figure are shown as of the day of
//! that figure.

use crate::app::App;
use crate::app::state::notice::Notice;
use crate::domain::Day;
use crate::text::Message;

impl App {
    /// Shows the register of a day, everywhere.
    pub(in crate::app) fn set_as_of(&mut self, day: Option<Day>) {
        if self.places.iter().all(|place| place.as_of == day) {
            return;
        }
        self.warn_of_the_beginning(day);
        for place in &mut self.places {
            place.as_of = day;
        }
        (self.range, self.held, self.attended) = (None, None, None);
        self.ask();
        self.detail_is_old();
        self.ask_log();
    }

    /// Before the first need there is nothing to show, which looks like a mistake.
    fn warn_of_the_beginning(&mut self, day: Option<Day>) {
        let (Some(day), Some(register)) = (day, self.register()) else { return };
        let identified =
            register.rows().filter_map(|row| Some(register.need(row)?.identified()?.last_day()));
        if let Some(first) = identified.min().filter(|first| day < *first) {
            let message = Message::new("span-before-first")
                .with("day", day.to_string())
                .with("first", first.to_string());
            self.say(Notice::warning(message));
        }
    }

    /// Whether a decision is not written yet: another day is shown only after that, since waiting
    /// writes are compared with the register of today.
    pub(in crate::app) fn is_writing(&self) -> bool {
        self.writes().next().is_some() || !self.backlog.is_empty()
    }
}
