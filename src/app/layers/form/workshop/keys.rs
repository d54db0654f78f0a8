//! Keys in the parts of the planner beside its fields: moving in the lists, dropping and taking what is there.

use super::super::record_form::RecordForm;
use crate::app::App;
use crate::app::keys::key::{Code, Key};
use crate::app::state::layer::After;
use crate::app::state::workshop::WorkshopPart;
use crate::domain::Coded;

/// The rows that a page of a list moves by.
const PAGE: usize = 10;

impl RecordForm {
    /// Whether the cursor is in a part beside the fields.
    pub(in crate::app::layers::form) fn is_beside_fields(&self) -> bool {
        self.workshop.as_ref().is_some_and(|workshop| workshop.at.is_some())
    }

    /// Moves the cursor by `by` fields; in the planner, the parts beside the fields follow the last one.
    pub(in crate::app::layers::form) fn step(&mut self, by: isize) {
        let Some(workshop) = &mut self.workshop else { return self.form.step(by) };
        let fields = self.form.fields.len();
        let now = workshop.at.map_or(self.form.at, |part| fields + part.index());
        let all = (fields + WorkshopPart::ALL.len()).cast_signed();
        let next = (now.cast_signed() + by).rem_euclid(all).cast_unsigned();
        workshop.at = next.checked_sub(fields).and_then(WorkshopPart::at);
        if workshop.at.is_none() {
            self.form.at = next;
        }
    }

    /// Whether a field or the plan differs from what the form was opened with.
    pub(in crate::app::layers::form) fn differs(&self) -> bool {
        self.form.differs() || self.workshop.as_ref().is_some_and(|workshop| workshop.differs())
    }

    /// Acts on a key in a part beside the fields. Gives whether the key means something there.
    fn acts_beside(&mut self, key: Key) -> bool {
        let Some(workshop) = &mut self.workshop else { return false };
        if key.ctrl || key.alt || workshop.at.is_none() {
            return false;
        }
        let (row, count) = workshop.row();
        let to = match key.code {
            Code::Char(' ') => {
                workshop.turn();
                return true;
            }
            Code::Up | Code::Char('k') if row > 0 => row - 1,
            Code::Down | Code::Char('j') if row + 1 < count => row + 1,
            Code::PageUp => row.saturating_sub(PAGE),
            Code::PageDown => row + PAGE,
            Code::Home => 0,
            Code::End | Code::Char('G') => count,
            Code::Left | Code::Right | Code::Char('h' | 'l')
                if workshop.at == Some(WorkshopPart::Response) =>
            {
                workshop.turn();
                return true;
            }
            // From the first and the last row, arrows go on to the part before and behind.
            Code::Char(_) => return true,
            _ => return false,
        };
        workshop.go_to(to)
    }

    /// Hears a key in a part beside the fields; `None` elsewhere, and for keys of commands.
    pub(in crate::app::layers::form) fn hear_beside(
        &mut self,
        app: &mut App,
        key: Key,
    ) -> Option<After> {
        if !self.acts_beside(key) {
            return None;
        }
        app.keep_form(self);
        Some(After::Stays)
    }

    /// Takes characters that came at once as keys of the part.
    pub(in crate::app::layers::form) fn type_beside(&mut self, typed: &str) {
        for c in typed.chars() {
            self.acts_beside(Key::char(c));
        }
    }
}
