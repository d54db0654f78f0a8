//! The rows of the lists of States, reviews and people: derived from the last answer whenever
//! they are wanted, a few hundred at most.

use crate::app::App;
use crate::app::state::connections::identity;
use crate::app::state::list::{List, Rows};
use crate::app::state::place::View;
use crate::columns::reader::Reader;
use crate::columns::{reviews, states};
use crate::domain::fold;
use crate::query::register::NeedRef;
use crate::text::{Lang, Named, Text};
use crate::worker::{Answer, Made, Whose};

/// The States of an answer in the order of a list: all that match when the filter only has terms
/// that concern States and reviews, else those with a need.
pub fn states<'a>(answer: &'a Answer, list: &List, lang: Lang) -> Vec<states::Row<'a>> {
    let mut rows = states::rows(&answer.register.vocabulary, &answer.counts, &answer.reviews);
    rows.retain(|row| {
        let matches = answer.states.get(usize::from(row.place)).is_some_and(|matches| *matches);
        row.needs > 0 || (answer.on_reviews_only && (row.reviews > 0 || matches))
    });
    rows.sort_by_cached_key(|row| fold(row.state.in_lang(lang)));
    states::SCREEN.sort(rows, list.column, list.descending, reader(answer, lang))
}

/// Whether the review at a place is one of the answer's: it matches, where the filter only has terms that concern
/// States and reviews, or it has a need.
pub fn lists_review(answer: &Answer, place: usize) -> bool {
    let has_need = answer.counts.by_review().get(place).is_some_and(|needs| *needs > 0);
    has_need || (answer.on_reviews_only && answer.reviews.get(place).is_some_and(|passes| *passes))
}

/// The reviews of an answer in the order of a list; which ones, as for [`states()`].
pub fn reviews<'a>(answer: &'a Answer, list: &List, lang: Lang) -> Vec<reviews::Row<'a>> {
    let mut rows = reviews::rows(&answer.register.vocabulary, &answer.counts);
    rows.retain(|row| lists_review(answer, row.place.into()));
    rows.sort_by_cached_key(|row| (fold(row.state.in_lang(lang)), row.review.cycle));
    reviews::SCREEN.sort(rows, list.column, list.descending, reader(answer, lang))
}

fn reader(answer: &Answer, lang: Lang) -> Reader<'_> {
    Reader::new(&answer.register, Some(Text::of(lang)))
}

/// The people of a triage answer: nobody first, then by what is untriaged, only those with needs.
/// Identities are places in the vocabulary plus one, 0 for nobody.
pub fn people(answer: &Answer) -> Vec<u32> {
    let mut people: Vec<u32> = (1..answer.people.len() as u32)
        .filter(|slot| answer.people[*slot as usize].needs > 0)
        .collect();
    people.sort_by_key(|slot| {
        let load = answer.people[*slot as usize];
        std::cmp::Reverse((load.untriaged, load.needs))
    });
    people.insert(0, 0);
    people
}

/// Whose queue a line of the people stands for.
pub fn whose(slot: u16) -> Whose {
    slot.checked_sub(1).map_or(Whose::Nobody, Whose::Person)
}

/// The identities of the rows of the list on the screen.
pub struct Identities<'a> {
    ids: Ids<'a>,
}

enum Ids<'a> {
    Needs(&'a Answer),
    Owned(Vec<u32>),
}

impl Rows for Identities<'_> {
    fn count(&self) -> usize {
        match &self.ids {
            Ids::Needs(answer) => answer.rows.len(),
            Ids::Owned(ids) => ids.len(),
        }
    }

    fn get(&self, row: usize) -> Option<u32> {
        match &self.ids {
            Ids::Needs(answer) => {
                let row = answer.rows.as_slice().get(row)?;
                answer.register.need(*row).map(NeedRef::id)
            }
            Ids::Owned(ids) => ids.as_slice().get(row).copied(),
        }
    }

    fn find(&self, id: u32) -> Option<usize> {
        match &self.ids {
            Ids::Needs(answer) => {
                let wanted = answer.register.row_of(id)?;
                answer.rows.iter().position(|row| *row == wanted)
            }
            Ids::Owned(ids) => ids.iter().position(|other| *other == id),
        }
    }
}

impl App {
    /// The identities of the rows of the list on the screen; none where there is no list.
    pub fn identities<'a>(answer: Option<&'a Answer>, view: &View, lang: Lang) -> Identities<'a> {
        let owned = |ids| Identities { ids: Ids::Owned(ids) };
        match (view, answer) {
            (View::History(history), _) => {
                let count = history.entries.as_ref().map_or(0, Vec::len);
                owned((0..count as u32).collect())
            }
            (View::Figures(_), Some(answer)) => match &answer.made {
                Some(Made::Verification(verified)) => {
                    owned((0..verified.findings.len() as u32).collect())
                }
                Some(Made::Connections(connected)) => {
                    owned(connected.pairs.iter().map(identity).collect())
                }
                _ => owned(Vec::new()),
            },
            (View::States(list), Some(answer)) => {
                owned(states(answer, list, lang).iter().map(|row| u32::from(row.place)).collect())
            }
            (View::Reviews(list), Some(answer)) => {
                owned(reviews(answer, list, lang).iter().map(|row| u32::from(row.place)).collect())
            }
            (view, Some(answer)) if view.lists_needs() => Identities { ids: Ids::Needs(answer) },
            _ => owned(Vec::new()),
        }
    }
}
