//! The list of States with their needs.

use crate::app::keys::context::KeyContext;
use crate::app::state::identities::Identities;
use crate::app::state::list::List;
use crate::app::state::page::{Given, Opens, Page, of_one_list};
use crate::app::state::told_by::ToldBy;
use crate::columns::reader::Reader;
use crate::columns::states;
use crate::domain::fold;
use crate::query::{Field, Measure};
use crate::text::{Lang, Named, Text};
use crate::worker::Answer;

/// The screen of States.
#[derive(Clone, Debug)]
pub struct StateList {
    /// The cursor; identities are places in the vocabulary.
    pub list: List,
}

impl Default for StateList {
    /// The order of States by their needs, the most first.
    fn default() -> Self {
        Self { list: List::sorted(states::SCREEN.place(&states::NEEDS), true) }
    }
}

/// The States of an answer in the order of a list: all that match when the filter only has terms
/// that concern States and reviews, else those with a need.
pub fn rows<'a>(answer: &'a Answer, list: &List, lang: Lang) -> Vec<states::StateRow<'a>> {
    let mut rows = states::rows(&answer.register.vocabulary, &answer.counts, &answer.reviews);
    let before = answer.before.as_ref().map(|of| of.counts.of(Field::State, Measure::Needs));
    if let Some(before) = before {
        for (row, before) in rows.iter_mut().zip(before.into_iter().skip(1)) {
            row.before = Some(before);
        }
    }
    rows.retain(|row| {
        let matches = answer.states.get(usize::from(row.place)).is_some_and(|matches| *matches);
        row.needs > 0
            || row.before.is_some_and(|before| before > 0)
            || (answer.on_reviews_only && (row.reviews > 0 || matches))
    });
    rows.sort_by_cached_key(|row| fold(row.state.in_lang(lang)));
    let reader = Reader::new(&answer.register, Some(Text::of(lang)));
    let rows = states::SCREEN.sort(rows, list.column, list.descending, reader);
    list.with_pins(rows, |row| u32::from(row.place))
}

impl Page for StateList {
    fn context(&self) -> KeyContext {
        KeyContext::States
    }

    of_one_list!(states::SCREEN, list);

    fn rows<'a>(&self, answer: Option<&'a Answer>, lang: Lang) -> Identities<'a> {
        let Some(answer) = answer else { return Identities::none() };
        let rows = rows(answer, &self.list, lang);
        Identities::Owned(rows.iter().map(|row| u32::from(row.place)).collect())
    }

    fn opens(&self, _: &Given<'_>) -> Opens {
        self.current_state().map_or(Opens::Nothing, Opens::State)
    }

    fn told_by(&self, _: &Given<'_>) -> ToldBy {
        ToldBy::List("states")
    }

    fn without_names(&self) -> Option<Self> {
        Some(Self { list: self.list.with_cursor_on_top() })
    }

    fn has_detail(&self) -> bool {
        true
    }

    fn current_state(&self) -> Option<u16> {
        self.list.current.and_then(|place| u16::try_from(place).ok())
    }
}
