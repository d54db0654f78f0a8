//! The standing of an open need, which follows from its matches with activities.

use super::{Match, NeedRef, SetPlace, Vocabulary, is_open};
use crate::domain::{ActivityStatus, Extent, Standing};

impl Match {
    /// What it makes of a need; `None` where its activity is called off, so that it counts for nothing.
    pub fn standing(self, vocabulary: &Vocabulary) -> Option<Standing> {
        let activity = vocabulary.activities.get(usize::from(self.activity))?;
        match self.extent {
            _ if activity.status() == Some(ActivityStatus::Cancelled) => None,
            Extent::Fully | Extent::Partly if activity.is_given() => Some(Standing::Served),
            _ => Some(Standing::Planned),
        }
    }
}

impl Vocabulary {
    /// The standing of an open need whose matches are the set at a place in [`Vocabulary::match_sets`].
    pub fn standing_of(&self, set: SetPlace) -> Standing {
        let matches = self.match_sets.get(set.index()).map_or(&[][..], |set| set);
        matches.iter().filter_map(|one| one.standing(self)).min().unwrap_or(Standing::Unserved)
    }

    /// The standing that every set of matches gives an open need, by the places of the sets.
    pub fn standings(&self) -> Vec<Standing> {
        (0..self.match_sets.len()).map(|set| self.standing_of(SetPlace::behind(set))).collect()
    }
}

impl<'a> NeedRef<'a> {
    /// Its matches, by the places of their activities.
    pub fn matches(self) -> &'a [Match] {
        let set = self.vocabulary.match_sets.get(self.match_set().index());
        set.map_or(&[], |set| set)
    }

    /// How far activities serve it; `None` where it is not open.
    pub fn standing(self) -> Option<Standing> {
        let open = !self.is_void
            && is_open(self.triage.response[self.place], self.triage.duplicate[self.place]);
        open.then(|| self.vocabulary.standing_of(self.match_set()))
    }

    /// The place of its set of matches in [`Vocabulary::match_sets`].
    pub fn match_set(self) -> SetPlace {
        self.facts.activities[self.place]
    }
}

#[cfg(test)]
mod tests {
    use super::super::Activity;
    use super::*;
    use crate::domain::Coded;
    use crate::testing::random_register;

    /// The standing by matches of these extents with activities of these statuses.
    fn standing(matches: &[(Extent, &str)]) -> Standing {
        let mut vocabulary = (*random_register::register(1, 0).vocabulary).clone();
        let model = vocabulary.activities[0].clone();
        vocabulary.activities.clear();
        let mut set = Vec::new();
        for ((extent, status), activity) in matches.iter().zip(0..) {
            vocabulary.activities.push(Activity { status: (*status).into(), ..model.clone() });
            set.push(Match { activity, extent: *extent });
        }
        vocabulary.match_sets = vec![Box::default(), set.into()];
        vocabulary.standing_of(SetPlace::behind(1))
    }

    #[test]
    fn an_open_need_is_served_planned_for_or_unserved_by_its_matches() {
        use Extent::{Fully, Partly, Planned};
        use Standing::Served;
        assert_eq!(standing(&[]), Standing::Unserved);
        for extent in [Fully, Partly] {
            for status in ["ongoing", "done", "published"] {
                assert_eq!(standing(&[(extent, status)]), Served, "{status}");
            }
            for status in ["intended", "planned", "in preparation", "suspended", ""] {
                assert_eq!(standing(&[(extent, status)]), Standing::Planned, "{status}");
            }
        }
        for status in
            ActivityStatus::ALL.iter().filter(|status| **status != ActivityStatus::Cancelled)
        {
            assert_eq!(standing(&[(Planned, status.code())]), Standing::Planned);
        }
        for extent in [Fully, Partly, Planned] {
            assert_eq!(standing(&[(extent, "cancelled")]), Standing::Unserved);
        }
        let several = [(Planned, "planned"), (Fully, "cancelled"), (Partly, "done")];
        assert_eq!(standing(&several), Served);
        assert_eq!(standing(&several[..2]), Standing::Planned);
    }
}
