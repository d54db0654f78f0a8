//! Finds needs similar to one that is being entered in a form.

use super::state::Loop;
use super::{Asked, Report, Ticket};
use crate::domain::ArticleSet;
use crate::query::alike;

/// The most needs in a report, as many as a form lists.
const MOST: usize = 8;

/// The facts about a need being entered by which similar needs are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlikeTo {
    /// The need's number, if the register has the need.
    pub own: Option<u32>,
    /// The need's State by its place in the vocabulary.
    pub state: u16,
    /// The need's articles.
    pub articles: ArticleSet,
    /// The need's text.
    pub text: String,
}

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
