//! Offers, which say what words of the filter probably meant: from the worker, accepted on an empty screen.

use crate::app::App;
use crate::app::keys::commands;
use crate::app::keys::context::KeyContext;
use crate::app::keys::key::Key;
use crate::app::state::offers::{Instead, Offers};
use crate::app::state::waits::Wait;
use crate::domain::clean_line;
use crate::query::{Filter, Meant, Measure, Offer};
use crate::worker::{Answer, Made, Ticket};
use std::ops::Range;
use std::sync::Arc;

impl App {
    /// The offers for the words of the filter on the screen; `None` while its answer or they are still to come.
    pub fn words_meant(&self) -> Option<&[Meant]> {
        let filter = &self.answer.as_ref().filter(|_| self.is_found())?.filter;
        self.offers.as_ref()?.of(filter, self.settings.lang)
    }

    /// The last offers, for any filter: while the next are awaited, their room stays free.
    pub fn words_meant_before(&self) -> &[Meant] {
        self.offers.as_ref().map_or(&[], Offers::before)
    }

    /// Takes over the offers of an answer, or waits for those that follow it, or for the same answer with what it left
    /// out. Meanwhile those of the same filter stay.
    pub(in crate::app) fn take_offers_of(&mut self, answer: &Answer) {
        match &answer.meant {
            Some(meant) => self.offer_for(answer, Arc::clone(meant)),
            None => {
                self.waits.insert(answer.generation, Wait::Offers);
            }
        }
        if matches!(&answer.made, Some(Made::Assistance(made)) if made.goes_on) {
            self.waits.insert(answer.generation, Wait::Offers);
        }
    }

    /// Takes offers, unless they are for an older question than the last answer.
    pub(in crate::app) fn are_meant(&mut self, generation: Ticket, meant: Arc<[Meant]>) {
        let Some(answer) = self.answer.take_if(|answer| answer.generation == generation) else {
            return;
        };
        if let Some(Wait::Offers) = self.waits.get(&generation) {
            self.waits.remove(&generation);
        }
        self.offer_for(&answer, meant);
        self.answer = Some(answer);
    }

    fn offer_for(&mut self, answer: &Answer, meant: Arc<[Meant]>) {
        self.offers = Some(Offers::new(answer.filter.clone(), self.settings.lang, meant));
    }

    /// The first offer that finds something, for words that find nothing, with the place of these words in the
    /// filter. Only where no line is being typed and the screen is otherwise free.
    pub fn offer(&self) -> Option<(Range<usize>, &Offer)> {
        let context = self.context();
        let free = self.overlays.is_empty() && context != KeyContext::Facets;
        let is_narrowed = commands::by_id("filter.edit").is_some_and(|edit| edit.is_in(context));
        let free = free && is_narrowed;
        let answer = self.answer.as_ref().filter(|_| free && self.is_found())?;
        let mut pressing = self.words_meant()?.iter().filter(|meant| !meant.stands);
        let first = pressing.find_map(|meant| {
            let offer = meant.offers.iter().find(|offer| offer.finds())?;
            Some((meant.terms.clone(), offer))
        });
        first.filter(|_| answer.counts.total(Measure::Needs) == 0)
    }

    /// A filter with the values that its words name in the place of words that stand in no text of the register, where
    /// it finds nothing as it is typed; with these words and their replacements. `None` while that is not known.
    pub(in crate::app) fn instead_of(&self, typed: &Filter) -> Option<Instead> {
        let answer = self.answer.as_ref()?;
        let is_typed = self.place().without_own(&answer.filter) == *typed;
        let meant = self.words_meant().filter(|_| is_typed)?;
        if answer.counts.total(Measure::Needs) > 0 {
            return None;
        }
        let mut instead = Instead { filter: typed.clone(), words: Vec::new(), terms: Vec::new() };
        // From the end, so that the places before it stay.
        for (meant, offer) in meant.iter().rev().filter_map(|meant| Some((meant, meant.instead()?)))
        {
            let term = crate::query::parse(&offer.term).ok()?;
            instead.filter.terms.splice(meant.terms.clone(), term.terms);
            instead.words.insert(0, clean_line(&meant.words));
            instead.terms.insert(0, offer.written.clone());
        }
        (!instead.words.is_empty()).then_some(instead)
    }

    /// Whether a key puts the filter line in force, which waits for the offers for its words.
    pub fn may_take_instead(&self, key: Key) -> bool {
        let command = self.settings.keymap.command(KeyContext::Filter, key);
        self.context() == KeyContext::Filter
            && command.is_some_and(|command| command.id == "overlay.accept")
    }

    /// Whether a key takes an offer from the screen where there is one: it does so under the filter line.
    pub fn may_take_offer(&self, key: Key) -> bool {
        let takes = self.settings.keymap.command(KeyContext::Filter, key);
        takes.is_some_and(|command| command.id == "filter.complete")
    }

    /// Takes an offer from the screen by that key; whether there was one.
    pub(in crate::app) fn take_offer_by(&mut self, key: Key) -> bool {
        let is_taking = self.may_take_offer(key);
        let Some((terms, offer)) = self.offer().filter(|_| is_taking) else { return false };
        let Ok(term) = crate::query::parse(&offer.term) else { return false };
        let mut filter = self.place().filter.clone();
        filter.terms.splice(terms, term.terms);
        self.notice = None;
        self.set_filter(filter);
        true
    }
}
