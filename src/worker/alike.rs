//! Finds needs that may be the same as one that is being entered in a form.

use super::state::Loop;
use super::{Asked, Report, Ticket};
use crate::domain::ArticleSet;
use crate::query::alike;

/// The most needs that are reported: what stands under a form.
const MOST: usize = 8;

/// A need that is being entered, as far as it tells which others are like it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlikeTo {
    /// The number of the need, where it is in the register.
    pub own: Option<u32>,
    /// The place of its State in the vocabulary.
    pub state: u16,
    /// Its articles.
    pub articles: ArticleSet,
    /// Its text.
    pub text: String,
}

impl Loop<'_> {
    /// Reports the needs like one that is being entered.
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
