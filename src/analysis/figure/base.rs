//! The base of a figure, where it is small: few needs, few reviews of the second cycle.

use super::Figure;
use crate::analysis::words::{day_in_words, is_few};
use crate::domain::{Cycle, Day};
use crate::query::Measure;
use crate::query::register::Vocabulary;
use crate::text::{Message, Text, grouped};

impl Figure {
    /// The warnings for readers who compare the shares of a figure that shows this day. The small
    /// tables are those of the register of that day.
    pub fn rests_on(&self, vocabulary: &Vocabulary, until: Day, text: &Text) -> Vec<Message> {
        let mut messages = Vec::new();
        if self.design.cycle == Cycle::Second {
            messages.push(reviews(vocabulary, until, text));
        }
        if is_few(self.now.total) {
            messages.push(Message::new(match self.measure {
                Measure::Needs => "figure-few-needs",
                Measure::States | Measure::Reviews => "figure-few-states",
            }));
        }
        messages
    }
}

/// How many reviews of the second cycle have an executive summary, of one for each State party: a
/// need is known from then on. Where it cannot be told how many parties there were, that is left out.
fn reviews(vocabulary: &Vocabulary, until: Day, text: &Text) -> Message {
    let second = vocabulary.reviews.iter().filter(|review| review.cycle == Cycle::Second);
    let done = second.filter(|review| review.completed_on().is_some()).count();
    let named = || vocabulary.states.iter().filter(|state| !state.unnamed);
    let parties = || named().map(|state| state.party);
    let all = parties().filter(|party| *party == Some(true)).count();
    let told = all >= done && parties().all(|party| party.is_some());
    Message::new(if told { "figure-rests-on" } else { "figure-rests-on-some" })
        .with("done", grouped(done as u64))
        .with("all", grouped(all as u64))
        .with("day", day_in_words(until, text))
}
