//! The needs that could be served now: unserved ones with a strong candidate. What is matched with an unserved need is
//! called off, and so is no candidate: matches need not be looked at.
//!
//! Many needs ask the same of the rule: each question is answered once. A candidate is looked for where the most points
//! are, and a list in which no activity can have enough of them is not looked at.

use super::candidates::Looked;
use super::index::Index;
use super::rule::{ChapterBits, Fit, Place, Served, Subject};
use crate::domain::{Article, ArticleSet, Standing};
use crate::query::over_chunks;
use crate::query::register::{
    Chunk, ProvenancePlace, Register, Review, SetPlace, Slot, Vocabulary, decoded_date, is_open,
};
use std::collections::HashMap;

/// For each need of each chunk, whether it is unserved and has a candidate of `looked`.
/// `None` when `cancelled` says so, which is asked before each chunk.
pub(super) fn servable(
    register: &Register,
    looked: Looked,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<Vec<bool>>> {
    let search = Search::new(&register.vocabulary, looked);
    let standings = register.vocabulary.standings();
    let found = over_chunks(
        register,
        || (HashMap::new(), Vec::new()),
        |(known, found), number, chunk| {
            let is_unserved = |place: usize| {
                let (facts, triage) = (&chunk.facts, &chunk.triage);
                !register.is_void
                    && is_open(triage.response[place], triage.duplicate[place])
                    && standings[facts.activities[place].index()] == Standing::Unserved
            };
            let mut has_one = |place: usize| {
                let asked = Asked::of(chunk, place);
                *known.entry(asked).or_insert_with(|| search.has_candidate(asked))
            };
            let of_chunk = (0..chunk.len()).map(|place| is_unserved(place) && has_one(place));
            found.push((number, of_chunk.collect::<Vec<bool>>()));
        },
        cancelled,
    )?;
    let mut found: Vec<_> = found.into_iter().flat_map(|(_, found)| found).collect();
    found.sort_unstable_by_key(|(number, _)| *number);
    Some(found.into_iter().map(|(_, needs)| needs).collect())
}

/// The facts of a need that the rule looks at.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Asked {
    provenance: ProvenancePlace,
    articles: ArticleSet,
    category: u8,
    themes: SetPlace,
    identified: i32,
}

impl Asked {
    /// The facts of the need at a place of a chunk.
    pub(super) fn of(chunk: &Chunk, place: usize) -> Self {
        let facts = &chunk.facts;
        Self {
            provenance: facts.provenance[place],
            articles: facts.articles[place],
            category: facts.category[place],
            themes: facts.themes[place],
            identified: facts.identified[place],
        }
    }
}

/// A list of activities that fit a State in one way: the way, and the State where it matters.
type At = (Place, u16);

/// An index of the activities for the search of candidates: by the State or region that they serve, and by article.
struct Search<'a> {
    vocabulary: &'a Vocabulary,
    looked: Looked,
    /// Each activity of the vocabulary, where it can be a candidate at all.
    served: Vec<Option<Served<'a>>>,
    /// Those that name an article.
    by_article: Index<(At, Article)>,
    /// All of them.
    by_place: Index<At>,
}

impl<'a> Search<'a> {
    fn new(vocabulary: &'a Vocabulary, looked: Looked) -> Self {
        let activities = vocabulary.activities.iter();
        let served: Vec<Option<Served<'a>>> =
            activities.map(|activity| Served::new(activity, looked.today).ok()).collect();
        let known =
            || served.iter().zip(0..).filter_map(|(one, place)| Some((one.as_ref()?, place)));
        let by_place = known().flat_map(|(one, place)| ways(one).map(move |at| (at, place)));
        let by_article = known().flat_map(|(one, place)| {
            let articles = || one.activity.articles.iter();
            ways(one).flat_map(move |at| articles().map(move |article| ((at, article), place)))
        });
        let (by_place, by_article) = (Index::of(by_place), Index::of(by_article));
        Self { vocabulary, looked, served, by_article, by_place }
    }

    /// Whether some activity is a candidate.
    fn has_candidate(&self, asked: Asked) -> bool {
        let state = self.vocabulary.provenance(asked.provenance).state;
        let ways = [(Place::Named, state), (Place::Region, state), (Place::Open, 0)];
        ways.into_iter().any(|at| {
            let in_common = self.could_do(asked, at.0, Subject::Articles(ArticleSet::EMPTY));
            let by_article = |article| self.by_article.at((at, article)).iter();
            (in_common
                && asked.articles.iter().any(|article| {
                    by_article(article).any(|place| self.is_candidate(*place, asked, state))
                }))
                || (self.could_do(asked, at.0, Subject::Chapters(ChapterBits::default()))
                    && (self.by_place.at(at).iter())
                        .any(|place| self.is_candidate(*place, asked, state)))
        })
    }

    /// Whether an activity that fits the State and the articles in these ways can have enough points at all.
    fn could_do(&self, asked: Asked, place: Place, subject: Subject) -> bool {
        let weights = self.looked.weights;
        let sum = u16::from(place.points(weights.place))
            + u16::from(subject.points(weights.subject))
            + if asked.themes == SetPlace::EMPTY { 0 } else { u16::from(weights.theme) }
            + if asked.category == 0 { 0 } else { u16::from(weights.kind) }
            + u16::from(weights.time);
        sum >= u16::from(self.looked.least.least())
    }

    /// Whether the activity at a place is a candidate with enough points.
    fn is_candidate(&self, place: u16, asked: Asked, state: u16) -> bool {
        let score = self.fit(place, asked, state).map(|fit| fit.score(self.looked.weights));
        score.is_some_and(|score| score.sum() >= self.looked.least.least())
    }

    /// How the activity at a place fits a need of a State, as [`Served::fit`] tells it of one need.
    fn fit(&self, place: u16, asked: Asked, state: u16) -> Option<Fit> {
        let of = self.vocabulary;
        let served = self.served[usize::from(place)].as_ref()?;
        let usual = || of.provenance(asked.provenance).review.and_then(Review::usual_day);
        let identified = match decoded_date(asked.identified) {
            Some(date) => Some([date.first_day(), date.last_day()]),
            None => usual().map(|day| [day, day]),
        };
        let category = Slot::from(asked.category).index().map(|place| &of.categories[place]);
        Some(Fit {
            place: served.place(state).ok()?,
            subject: served.subject(asked.articles).ok()?,
            theme: served.theme(&of.theme_sets[asked.themes.index()]),
            suits: category.is_some_and(|category| served.suits(&category.code)),
            time: served.time(identified),
        })
    }
}

/// The ways in which an activity fits States: those that it names, those of its part of the world, and all others where
/// these may be meant too.
fn ways<'s>(served: &'s Served<'_>) -> impl Iterator<Item = At> + use<'s> {
    let of = served.activity;
    let named = of.states.iter().map(|state| (Place::Named, *state));
    let region = of.area_states.iter().map(|state| (Place::Region, *state));
    let is_open =
        of.area_states.is_empty() && (of.states.is_empty() || of.unnamed_states.is_some());
    named.chain(region).chain(is_open.then_some((Place::Open, 0)))
}

#[cfg(test)]
mod tests {
    use super::super::candidates::activities_for;
    use super::super::rule::Band;
    use super::*;
    use crate::domain::{Coded, SAMPLE_DAY};
    use crate::testing::{random_assistance, random_register};
    use proptest::prelude::*;
    use std::sync::Arc;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

        #[test]
        fn a_need_can_be_served_where_looking_at_every_activity_finds_a_candidate(
            seed in any::<u64>(),
            least in proptest::sample::select(Band::ALL),
        ) {
            let mut register = random_register::register(seed, 300);
            let before = register.vocabulary.activities.len();
            let more = random_assistance::vocabulary(seed, 40).activities;
            let vocabulary = Arc::make_mut(&mut register.vocabulary);
            vocabulary.activities.extend(more.into_iter().skip(before));
            let looked = Looked::on(SAMPLE_DAY, &register.vocabulary, least);
            let found = servable(&register, looked, &|| false).unwrap();
            for row in register.rows() {
                let need = register.need(row).unwrap();
                let expected = need.standing() == Some(Standing::Unserved)
                    && !activities_for(need, looked).is_empty();
                prop_assert_eq!(found[row.chunk()][row.offset()], expected, "{}", need.id());
            }
        }
    }
}
