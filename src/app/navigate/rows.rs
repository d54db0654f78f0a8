//! The rows of the lists of States, reviews and people: derived from the last answer whenever
//! they are wanted, a few hundred at most.

use crate::app::App;
use crate::app::state::columns;
use crate::app::state::connections::identity;
use crate::app::state::list::{List, Rows};
use crate::app::state::place::View;
use crate::domain::{Coded, Day, fold};
use crate::paint::names::state as state_name;
use crate::query::register::{NeedRef, Review};
use crate::query::{Condition, Field};
use crate::text::Lang;
use crate::worker::{Answer, Made, Whose};
use std::cmp::Ordering;

/// A State with what the needs under the filter come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateLine {
    /// The place in the vocabulary.
    pub place: u16,
    /// Needs under the filter.
    pub needs: u32,
    /// Of these, under chapters II to V.
    pub chapters: [u32; 4],
    /// Of these, unmet.
    pub unmet: u32,
    /// Of these, untriaged.
    pub untriaged: u32,
}

/// A review with what the needs under the filter come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewLine {
    /// The place in the vocabulary.
    pub place: u16,
    /// Needs under the filter.
    pub needs: u32,
    /// Of these, untriaged.
    pub untriaged: u32,
}

/// The day on which a review reached the step that it has reached.
pub fn reached_on(review: &Review) -> Option<Day> {
    review.reached().and_then(|step| review.steps[step.index()])
}

/// The States of an answer in the order of a list: all that match when the filter only has terms
/// that concern States and reviews, else those with a need.
pub fn states(answer: &Answer, list: &List, lang: Lang) -> Vec<StateLine> {
    let vocabulary = &answer.register.vocabulary;
    let mut lines: Vec<StateLine> = (0..vocabulary.states.len())
        .map(|place| StateLine {
            place: place as u16,
            needs: 0,
            chapters: [0; 4],
            unmet: 0,
            untriaged: 0,
        })
        .collect();
    let mut has_review = vec![false; lines.len()];
    for (place, review) in vocabulary.reviews.iter().enumerate() {
        let state = usize::from(review.state);
        let Some(line) = lines.get_mut(state) else { continue };
        has_review[state] |= answer.reviews.get(place).is_some_and(|passes| *passes);
        line.needs += answer.counts.by_review().get(place).copied().unwrap_or(0);
        let chapters = answer.counts.of_review(Field::Chapter, place);
        for (sum, count) in line.chapters.iter_mut().zip(chapters.iter().skip(1)) {
            *sum += count;
        }
        let conditions = answer.counts.of_review(Field::Is, place);
        line.unmet += value(&conditions, Condition::Unmet);
        line.untriaged += value(&conditions, Condition::Untriaged);
    }
    lines.retain(|line| {
        let place = usize::from(line.place);
        let matches = has_review[place] || answer.states.get(place).is_some_and(|m| *m);
        line.needs > 0 || (answer.on_reviews_only && matches)
    });
    let name =
        |line: &StateLine| fold(state_name(&vocabulary.states[usize::from(line.place)], lang));
    let state = |line: &StateLine| &vocabulary.states[usize::from(line.place)];
    lines.sort_by_cached_key(name);
    order(&mut lines, list, columns::STATES, |code, a, b| match code {
        "iso3" => state(a).iso3.cmp(&state(b).iso3),
        "region" => none_last(state(a).region, state(b).region),
        "groups" => state(b).groups.len().cmp(&state(a).groups.len()),
        "needs" | "bar" => a.needs.cmp(&b.needs),
        "II" => a.chapters[0].cmp(&b.chapters[0]),
        "III" => a.chapters[1].cmp(&b.chapters[1]),
        "IV" => a.chapters[2].cmp(&b.chapters[2]),
        "V" => a.chapters[3].cmp(&b.chapters[3]),
        "unmet" => a.unmet.cmp(&b.unmet),
        "untriaged" => a.untriaged.cmp(&b.untriaged),
        _ => Ordering::Equal, // by name, as they stand
    });
    lines
}

/// Whether the review at a place is one of the answer's: it matches, where the filter only has terms that concern
/// States and reviews, or it has a need.
pub fn lists_review(answer: &Answer, place: usize) -> bool {
    let has_need = answer.counts.by_review().get(place).is_some_and(|needs| *needs > 0);
    has_need || (answer.on_reviews_only && answer.reviews.get(place).is_some_and(|passes| *passes))
}

/// The reviews of an answer in the order of a list; which ones, as for [`states`].
pub fn reviews(answer: &Answer, list: &List, lang: Lang) -> Vec<ReviewLine> {
    let vocabulary = &answer.register.vocabulary;
    let mut lines: Vec<ReviewLine> = (0..vocabulary.reviews.len())
        .map(|place| ReviewLine {
            place: place as u16,
            needs: answer.counts.by_review().get(place).copied().unwrap_or(0),
            untriaged: value(&answer.counts.of_review(Field::Is, place), Condition::Untriaged),
        })
        .filter(|line| lists_review(answer, line.place.into()))
        .collect();
    let review = |line: &ReviewLine| &vocabulary.reviews[usize::from(line.place)];
    let state = |line: &ReviewLine| &vocabulary.states[usize::from(review(line).state)];
    lines.sort_by_cached_key(|line| (fold(state_name(state(line), lang)), review(line).cycle));
    order(&mut lines, list, columns::REVIEWS, |code, a, b| match code {
        "iso3" => state(a).iso3.cmp(&state(b).iso3),
        "cycle" => review(a).cycle.cmp(&review(b).cycle),
        "reached" => review(a).reached().cmp(&review(b).reached()),
        "since" => reached_on(review(a)).cmp(&reached_on(review(b))),
        "stakeholders" => review(a).stakeholders.cmp(&review(b).stakeholders),
        "needs" | "bar" => a.needs.cmp(&b.needs),
        "untriaged" => a.untriaged.cmp(&b.untriaged),
        _ => Ordering::Equal,
    });
    lines
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

/// The count in the slot of a value of a closed vocabulary.
fn value<T: Coded>(counts: &[u32], value: T) -> u32 {
    counts.get(value.index() + 1).copied().unwrap_or(0)
}

fn none_last<T: Ord + Copy>(a: Option<T>, b: Option<T>) -> Ordering {
    a.is_none().cmp(&b.is_none()).then(a.cmp(&b))
}

/// Orders by the list's column, keeping the order by name among equals.
fn order<T>(
    lines: &mut [T],
    list: &List,
    columns: &[columns::Column],
    compare: impl Fn(&str, &T, &T) -> Ordering,
) {
    let code = columns.get(list.column).map_or("", |column| column.code);
    if matches!(code, "state" | "") {
        if list.descending {
            lines.reverse();
        }
        return;
    }
    lines.sort_by(|a, b| {
        let ordering = compare(code, a, b);
        if list.descending { ordering.reverse() } else { ordering }
    });
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
                owned(states(answer, list, lang).iter().map(|l| u32::from(l.place)).collect())
            }
            (View::Reviews(list), Some(answer)) => {
                owned(reviews(answer, list, lang).iter().map(|l| u32::from(l.place)).collect())
            }
            (view, Some(answer)) if view.lists_needs() => Identities { ids: Ids::Needs(answer) },
            _ => owned(Vec::new()),
        }
    }
}
