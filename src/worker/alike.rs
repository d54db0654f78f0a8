//! Finds needs similar to one that is being entered in a form.

use super::state::Loop;
use super::{AlikeTo, Asked, Report, Ticket};
use crate::query::alike;

/// The most needs in a report, as many as a form lists.
const MOST: usize = 8;

impl Loop<'_> {
    /// Reports the needs similar to one that is being entered.
    pub(super) fn alike(&mut self, ticket: Ticket, wanted: &AlikeTo) -> bool {
        let AlikeTo { own, state, articles, text } = wanted;
        match self.register_of(None) {
            Ok(register) => {
                let found = alike(&register, *state, *articles, text, *own, MOST);
                (self.report)(Report::Alike { ticket, found })
            }
            Err(error) => self.failed(Asked::Ticket(ticket), error),
        }
    }
}
