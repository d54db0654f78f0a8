//! The provenances of needs: the reviews, and behind them each State with needs outside its reviews.
//!
//! A need names its provenance by one small number, so that whatever follows from the review or the State is looked
//! up, counted and selected once for each provenance rather than once for each need. The reviews come first, at
//! their own places.

use super::{Outside, Review, State, Vocabulary};
use crate::domain::Source;

/// The place of a provenance: of a review in [`Vocabulary::reviews`], or behind all reviews of an entry of
/// [`Vocabulary::outside`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProvenancePlace(u16);

impl ProvenancePlace {
    /// The provenance of the needs of the review at this place.
    pub fn of_review(review: u16) -> Self {
        Self(review)
    }

    /// The place of an entry of [`Vocabulary::outside`] behind so many reviews; `None` where there are too many.
    pub fn behind(reviews: usize, at: usize) -> Option<Self> {
        u16::try_from(reviews + at).ok().map(Self)
    }

    /// The place in a table with an entry for each provenance.
    pub fn index(self) -> usize {
        self.0.into()
    }
}

/// The provenance of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provenance<'a> {
    /// The State that has the need: a place in [`Vocabulary::states`].
    pub state: u16,
    /// The review that identified it, unless it comes from outside reviews.
    pub review: Option<&'a Review>,
    /// The source.
    pub source: Source,
}

impl<'a> Provenance<'a> {
    /// The provenance of a review's needs.
    pub fn of_review(review: &'a Review) -> Self {
        Self { state: review.state, review: Some(review), source: Source::Review }
    }
}

impl From<Outside> for Provenance<'_> {
    fn from(outside: Outside) -> Self {
        Self { state: outside.state, review: None, source: outside.source }
    }
}

impl Vocabulary {
    /// How many provenances there are: the length of a table with an entry for each.
    pub fn provenance_count(&self) -> usize {
        self.reviews.len() + self.outside.len()
    }

    /// Every provenance, in the order of its places.
    pub fn provenances(&self) -> impl Iterator<Item = Provenance<'_>> {
        let outside = self.outside.iter().map(|outside| Provenance::from(*outside));
        self.reviews.iter().map(Provenance::of_review).chain(outside)
    }

    /// The provenance at a place.
    pub fn provenance(&self, place: ProvenancePlace) -> Provenance<'_> {
        match self.reviews.get(place.index()) {
            Some(review) => Provenance::of_review(review),
            None => self.outside[place.index() - self.reviews.len()].into(),
        }
    }

    /// The place of needs from outside reviews, where the register has such.
    pub fn outside_place(&self, outside: Outside) -> Option<ProvenancePlace> {
        let at = self.outside.iter().position(|known| *known == outside)?;
        ProvenancePlace::behind(self.reviews.len(), at)
    }

    /// The place of every provenance of a State.
    pub fn provenances_of(&self, state: u16) -> Vec<ProvenancePlace> {
        let places = self.provenances().zip(0_u16..);
        places.filter(|(of, _)| of.state == state).map(|(_, at)| ProvenancePlace(at)).collect()
    }

    /// The State at a place.
    pub fn state(&self, place: u16) -> &State {
        &self.states[usize::from(place)]
    }

    /// The place in this vocabulary of each provenance of `other`, which has more of them: `reviews` says which of
    /// its reviews are there, by place. Those outside reviews are all there.
    pub fn places_after(other: &Self, reviews: &[bool]) -> Vec<Option<ProvenancePlace>> {
        let mut kept = 0;
        let outside = std::iter::repeat_n(&true, other.outside.len());
        let place = |there: &bool| {
            there.then(|| {
                let place = ProvenancePlace(kept);
                kept += 1;
                place
            })
        };
        reviews.iter().chain(outside).map(place).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::random_register;

    #[test]
    fn reviews_stand_at_their_own_places_and_what_is_outside_behind_them() {
        let register = random_register::register(3, 400);
        let vocabulary = &*register.vocabulary;
        assert!(!vocabulary.outside.is_empty());
        for (place, review) in (0..).zip(&vocabulary.reviews) {
            let found = vocabulary.provenance(ProvenancePlace::of_review(place));
            assert_eq!(found, Provenance::of_review(review));
        }
        for outside in &vocabulary.outside {
            let place = vocabulary.outside_place(*outside).unwrap();
            assert!(place.index() >= vocabulary.reviews.len());
            let found = vocabulary.provenance(place);
            assert_eq!(
                (found.state, found.source, found.review),
                (outside.state, outside.source, None)
            );
            assert!(vocabulary.provenances_of(outside.state).contains(&place));
        }
        assert_eq!(vocabulary.provenances().count(), vocabulary.provenance_count());
    }

    #[test]
    fn places_move_up_where_reviews_have_gone() {
        let register = random_register::register(3, 400);
        let vocabulary = &*register.vocabulary;
        let mut there = vec![true; vocabulary.reviews.len()];
        (there[0], there[2]) = (false, false);
        let places = Vocabulary::places_after(vocabulary, &there);
        let at = |place: usize| places[place].map(ProvenancePlace::index);
        assert_eq!([at(0), at(1), at(2), at(3)], [None, Some(0), None, Some(1)]);
        assert_eq!(places.len(), vocabulary.provenance_count());
        assert_eq!(at(places.len() - 1), Some(places.len() - 3));
    }
}
