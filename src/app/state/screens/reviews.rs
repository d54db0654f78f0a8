//! The list of reviews.

use crate::app::keys::context::KeyContext;
use crate::app::state::identities::Identities;
use crate::app::state::list::List;
use crate::app::state::page::{Given, Opens, Page, of_one_list};
use crate::app::state::told_by::ToldBy;
use crate::columns::reader::Reader;
use crate::columns::reviews;
use crate::domain::fold;
use crate::text::{Lang, Named, Text};
use crate::worker::Answer;

/// The screen of reviews.
#[derive(Clone, Debug)]
pub struct ReviewList {
    /// The cursor; identities are places in the vocabulary.
    pub list: List,
}

impl Default for ReviewList {
    /// The order of reviews by the last step reached, the latest first.
    fn default() -> Self {
        Self { list: List::sorted(reviews::SCREEN.place(&reviews::SINCE), true) }
    }
}

impl ReviewList {
    /// The reviews in which stakeholders took part first.
    pub(in crate::app) fn with_stakeholders_first() -> Self {
        Self { list: List::sorted(reviews::SCREEN.place(&reviews::STAKEHOLDERS), false) }
    }
}

/// Whether the review at a place is one of the answer's: it has a need, or matches where the filter only has terms that
/// concern States and reviews, or is void itself where the filter asks for what is void.
pub fn lists_review(answer: &Answer, place: usize) -> bool {
    let has_need = answer.counts.by_review().get(place).is_some_and(|needs| *needs > 0);
    let passes = || answer.reviews.get(place).is_some_and(|passes| *passes);
    let review = answer.register.vocabulary.reviews.get(place);
    let is_void = || review.is_some_and(|one| answer.register.void_reviews.contains_key(&one.id));
    has_need
        || (answer.on_reviews_only && passes())
        || (answer.filter.asks_for_void_reviews() && is_void() && passes())
}

/// The reviews of an answer in the order of a list; which ones, [`lists_review`] says.
pub fn rows<'a>(answer: &'a Answer, list: &List, lang: Lang) -> Vec<reviews::ReviewRow<'a>> {
    let mut rows = reviews::rows(&answer.register.vocabulary, &answer.counts);
    if let Some(before) = &answer.before {
        for (row, before) in rows.iter_mut().zip(before.counts.by_review()) {
            row.before = Some(*before);
        }
    }
    rows.retain(|row| {
        row.before.is_some_and(|before| before > 0) || lists_review(answer, row.place.into())
    });
    rows.sort_by_cached_key(|row| (fold(row.state.in_lang(lang)), row.review.cycle));
    let reader = Reader::new(&answer.register, Some(Text::of(lang)));
    let rows = reviews::SCREEN.sort(rows, list.column, list.descending, reader);
    list.with_pins(rows, |row| u32::from(row.place))
}

impl Page for ReviewList {
    fn context(&self) -> KeyContext {
        KeyContext::Reviews
    }

    of_one_list!(reviews::SCREEN, list);

    fn rows<'a>(&self, answer: Option<&'a Answer>, lang: Lang) -> Identities<'a> {
        let Some(answer) = answer else { return Identities::none() };
        let rows = rows(answer, &self.list, lang);
        Identities::Owned(rows.iter().map(|row| u32::from(row.place)).collect())
    }

    fn opens(&self, _: &Given<'_>) -> Opens {
        let place = self.list.current.and_then(|place| u16::try_from(place).ok());
        place.map_or(Opens::Nothing, Opens::Review)
    }

    fn told_by(&self, _: &Given<'_>) -> ToldBy {
        ToldBy::List("reviews")
    }

    fn without_names(&self) -> Option<Self> {
        Some(Self { list: self.list.with_cursor_on_top() })
    }

    fn has_detail(&self) -> bool {
        true
    }
}
