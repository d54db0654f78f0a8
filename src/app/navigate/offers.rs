//! Taking from an empty screen what words of the filter probably meant.

use crate::app::App;
use crate::app::keys::commands;
use crate::app::keys::context::KeyContext;
use crate::app::keys::key::Key;
use crate::query::{Measure, Offer};
use std::ops::Range;

impl App {
    /// What is offered first, and finds something, for words that leave nothing, with the place of these words in
    /// the filter: where no line is typed in, and the screen has nothing else to say.
    pub fn offer(&self) -> Option<(Range<usize>, &Offer)> {
        let context = self.context();
        let free = self.overlays.is_empty() && context != KeyContext::Facets;
        let is_narrowed = commands::by_id("filter.edit").is_some_and(|edit| edit.is_in(context));
        let free = free && is_narrowed;
        let answer = self.answer.as_ref().filter(|_| free && self.is_found())?;
        let mut pressing = answer.meant.iter().filter(|meant| !meant.stands);
        let first = pressing.find_map(|meant| {
            let offer = meant.offers.iter().find(|offer| offer.finds())?;
            Some((meant.terms.clone(), offer))
        });
        first.filter(|_| answer.counts.total(Measure::Needs) == 0)
    }

    /// The key under the filter line that takes an offer takes it from the screen too; whether there was one.
    pub(in crate::app) fn take_offer_by(&mut self, key: Key) -> bool {
        let takes = self.settings.keymap.command(KeyContext::Filter, key);
        let is_taking = takes.is_some_and(|command| command.id == "filter.complete");
        let Some((terms, offer)) = self.offer().filter(|_| is_taking) else { return false };
        let Ok(term) = crate::query::parse(&offer.term) else { return false };
        let mut filter = self.place().filter.clone();
        filter.terms.splice(terms, term.terms);
        self.notice = None;
        self.set_filter(filter);
        true
    }
}
