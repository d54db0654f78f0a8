//! The records of a list of assistance under an answer, and their order. What a record shows and opens is in
//! `assistance_cells.rs`.

use crate::app::state::assistance::Listing;
use crate::app::state::list::List;
use crate::assistance::{Gaps, Overlap, ServableNeed, is_training};
use crate::columns::activities::{self, ActivityRow};
use crate::columns::advisers::{self, AdviserRow};
use crate::columns::candidates::{self, CandidateRow};
use crate::columns::gaps::{self, GapLine, SharedLine};
use crate::columns::needs::{self, NeedRow};
use crate::columns::organisations::{self, OrganisationRow, has_part};
use crate::columns::overlaps::{self, OverlapRow};
use crate::columns::platforms::{self, PlatformRow, PriorityRow};
use crate::columns::reader::Reader;
use crate::columns::reviews::{self, ReviewRow};
use crate::columns::states::{self, StateRow};
use crate::columns::{ListOnScreen, Listed, RecordList, coverage, parts, sorted, works};
use crate::domain::{NeedNumber, PersonKind};
use crate::query::register::{Person, Slot, Vocabulary};
use crate::query::{Field, Measure};
use crate::text::{Lang, Text};
use crate::worker::{Answer, AssistanceMade, AssistanceOf, Made, OrderOf};
use std::collections::HashMap;

/// The records of a list under an answer.
pub struct Records<'a> {
    pub(super) listing: Listing,
    pub(super) answer: &'a Answer,
    pub(super) made: &'a AssistanceMade,
    /// Of organisations and advisers, the needs of each by slot.
    counts: Vec<u32>,
    /// Of advisers, the needs assigned to each by slot.
    assigned: Vec<u32>,
    /// Of an adviser's region, all States by place.
    states: Vec<StateRow<'a>>,
    /// Of reviews, all by place.
    pub(super) reviews: Vec<ReviewRow<'a>>,
    /// Of the needs that an activity could serve, the points by number.
    pub(super) points: HashMap<u32, u8>,
}

impl<'a> Records<'a> {
    /// The records of a list; `None` until the worker has made what they need.
    pub fn of(listing: Listing, answer: &'a Answer) -> Option<Self> {
        let Some(Made::Assistance(made)) = &answer.made else { return None };
        let counts = |field| answer.counts.of(field, Measure::Needs);
        let (mut by, mut assigned, mut all) = (Vec::new(), Vec::new(), Vec::new());
        let mut of_reviews = Vec::new();
        match listing {
            Listing::Gaps if made.gaps.is_none() => return None,
            Listing::InCell | Listing::Servable if made.cell.is_none() => return None,
            Listing::Shared if made.shared.is_none() => return None,
            Listing::Coverage if made.coverage.is_none() => return None,
            Listing::Unprepared if made.unprepared.is_none() => return None,
            Listing::Unprepared => {
                of_reviews = reviews::rows(&answer.register.vocabulary, &answer.counts);
            }
            Listing::Overlaps(_) if made.overlaps.is_none() => return None,
            Listing::Organisations => by = counts(Field::Provider),
            Listing::Advisers => (by, assigned) = (counts(Field::Adviser), counts(Field::Focal)),
            Listing::StatesOf(_) => {
                let vocabulary = &answer.register.vocabulary;
                all = states::rows(vocabulary, &answer.counts, &answer.reviews);
            }
            Listing::Gaps
            | Listing::Shared
            | Listing::Overlaps(_)
            | Listing::Activities
            | Listing::Platforms
            | Listing::ActivitiesOf(_)
            | Listing::Matched
            | Listing::PrioritiesOf(_)
            | Listing::ForNeed(_)
            | Listing::ForActivity(_)
            | Listing::InCell
            | Listing::Servable
            | Listing::Coverage
            | Listing::Trainings
            | Listing::InState
            | Listing::OnNeed
            | Listing::Serving
            | Listing::Parts => {}
        }
        let points = match listing {
            Listing::ForActivity(_) => {
                made.could_serve.iter().map(|(need, points)| (need.get(), *points)).collect()
            }
            Listing::Servable => servable(made).map(|one| (one.need.get(), one.points)).collect(),
            _ => HashMap::new(),
        };
        let (counts, states, reviews) = (by, all, of_reviews);
        Some(Self { listing, answer, made, counts, assigned, states, reviews, points })
    }

    pub(super) fn vocabulary(&self) -> &'a Vocabulary {
        &self.answer.register.vocabulary
    }

    /// The identities of its rows in the order of a list.
    pub fn ids(&self, list: &List, lang: Lang) -> Vec<u32> {
        let of = OrderOf {
            list: format!("{:?}", self.listing),
            column: list.column,
            descending: list.descending,
            lang,
            answer: (self.answer.generation, self.answer.register.stamp),
        };
        let ids = self.made.order.get(of, || self.sorted(list, lang));
        list.with_pins(ids, |id| *id)
    }

    /// The identities of its rows, sorted by the column of a list.
    fn sorted(&self, list: &List, lang: Lang) -> Vec<u32> {
        let reader = Reader::new(&self.answer.register, Some(Text::of(lang)));
        let ids = self.unordered();
        match self.listing {
            Listing::Gaps => in_order(&gaps::GAPS, ids, list, reader, |id| self.gap(id)),
            Listing::Shared => in_order(&gaps::SHARED, ids, list, reader, |id| self.shared(id)),
            Listing::Overlaps(_) => {
                in_order(&overlaps::SCREEN, ids, list, reader, |id| self.overlap(id))
            }
            Listing::Activities | Listing::InCell => {
                in_order(&activities::SCREEN, ids, list, reader, |id| self.activity(id))
            }
            Listing::ActivitiesOf(_) => {
                in_order(&works::OF_ORGANISATION, ids, list, reader, |id| self.work(id))
            }
            Listing::Coverage => {
                in_order(&coverage::SCREEN, ids, list, reader, |id| self.covered(id))
            }
            Listing::Unprepared => {
                in_order(&reviews::SCREEN, ids, list, reader, |id| self.review(id))
            }
            Listing::Trainings => {
                in_order(&works::TRAININGS, ids, list, reader, |id| self.work(id))
            }
            Listing::InState => in_order(&works::IN_STATE, ids, list, reader, |id| self.work(id)),
            Listing::OnNeed => in_order(&works::ON_NEED, ids, list, reader, |id| self.work(id)),
            Listing::Serving => in_order(&works::SERVING, ids, list, reader, |id| self.work(id)),
            Listing::Parts => in_order(&parts::SCREEN, ids, list, reader, |id| self.part(id)),
            Listing::Organisations => {
                in_order(&organisations::SCREEN, ids, list, reader, |id| self.organisation(id))
            }
            Listing::Platforms => {
                in_order(&platforms::SCREEN, ids, list, reader, |id| self.platform(id))
            }
            Listing::Advisers => {
                in_order(&advisers::SCREEN, ids, list, reader, |id| self.adviser(id))
            }
            Listing::Matched => in_order(&needs::SCREEN, ids, list, reader, |id| self.need(id)),
            Listing::PrioritiesOf(_) => {
                in_order(&platforms::AGREED, ids, list, reader, |id| self.priority(id))
            }
            Listing::StatesOf(_) => {
                in_order(&states::SCREEN, ids, list, reader, |id| self.state(id))
            }
            Listing::ForNeed(_) => {
                in_order(&candidates::ACTIVITIES, ids, list, reader, |id| self.candidate(id))
            }
            Listing::ForActivity(_) | Listing::Servable => {
                in_order(&candidates::NEEDS, ids, list, reader, |id| self.could_serve(id))
            }
        }
    }

    /// How many rows it has.
    pub fn count(&self) -> usize {
        self.unordered().len()
    }

    /// The columns.
    pub fn table(&self) -> &'static dyn ListOnScreen {
        self.listing.table()
    }

    /// The id of the message that counts its rows.
    pub fn counted(&self) -> &'static str {
        self.listing.counted()
    }

    /// The most needs that a row of States has: the full length of a bar.
    pub fn most(&self) -> u32 {
        self.states.iter().map(|row| row.needs).max().unwrap_or(0)
    }

    pub(super) fn unordered(&self) -> Vec<u32> {
        let vocabulary = self.vocabulary();
        let whole = self.answer.filter.without_text().is_empty();
        let counted =
            |place: usize| self.counts.get(Slot::at(place).entry()).is_some_and(|needs| *needs > 0);
        let of = |shown: &[u16]| shown.iter().copied().map(u32::from).collect();
        match self.listing {
            Listing::Gaps => {
                let rows = self.gaps().map_or(&[][..], |gaps| &gaps.rows);
                rows.iter().map(|row| u32::from(row.slot)).collect()
            }
            Listing::Shared => {
                let groups = self.made.shared.as_ref().map_or(0, |(_, groups)| groups.len());
                places(groups, |_| true)
            }
            Listing::Overlaps(_) => self.listed_overlaps().map(|(place, _)| place).collect(),
            Listing::Activities => of(&self.made.shown.activities),
            Listing::Organisations => of(&self.made.shown.organisations),
            Listing::Platforms => places(self.made.file.platforms.len(), |at| {
                self.is_called(at) && (whole || self.is_for(at))
            }),
            Listing::Advisers => places(vocabulary.people.len(), |at| {
                let person = &vocabulary.people[at];
                let own = std::iter::once(person.code.as_str()).chain(person.posts.iter());
                let is_called = self.answer.plan.lets_words(&own.collect::<Vec<_>>());
                is_adviser(person) && is_called && (whole || counted(at))
            }),
            Listing::ActivitiesOf(organisation) => places(vocabulary.activities.len(), |at| {
                has_part(&vocabulary.activities[at], organisation)
            }),
            Listing::Matched => self.made.matched.iter().map(|need| need.get()).collect(),
            Listing::PrioritiesOf(platform) => {
                let platform = self.made.file.platforms.get(usize::from(platform));
                places(platform.map_or(0, |platform| platform.priorities.len()), |_| true)
            }
            Listing::StatesOf(adviser) => {
                places(vocabulary.states.len(), |at| vocabulary.states[at].adviser == Some(adviser))
            }
            Listing::ForNeed(_) => {
                self.made.candidates.iter().map(|one| u32::from(one.activity)).collect()
            }
            Listing::ForActivity(_) => {
                self.made.could_serve.iter().map(|(id, _)| id.get()).collect()
            }
            Listing::InCell => {
                let cell = self.made.cell.iter();
                cell.flat_map(|cell| &cell.activities).map(|place| u32::from(*place)).collect()
            }
            Listing::Servable => servable(self.made).map(|one| one.need.get()).collect(),
            Listing::Coverage => {
                let all = self.made.coverage.as_deref().unwrap_or_default();
                all.iter().map(|of| of.organisation.into()).collect()
            }
            Listing::Unprepared => of(self.made.unprepared.as_deref().unwrap_or_default()),
            Listing::Trainings => {
                let shown = self.made.shown.activities.iter().copied();
                let trains = |at: &u16| is_training(&vocabulary.activities[usize::from(*at)].kind);
                shown.filter(trains).map(u32::from).collect()
            }
            Listing::InState | Listing::OnNeed | Listing::Serving => {
                self.made.here.iter().map(|of| of.activity.into()).collect()
            }
            Listing::Parts => {
                places(self.made.parts.as_ref().map_or(0, |of| of.values.len()), |_| true)
            }
        }
    }

    /// Whether the words of the filter stand in the code or the names of a platform.
    fn is_called(&self, place: usize) -> bool {
        let Some(platform) = self.made.file.platforms.get(place) else { return false };
        let organisations = &self.vocabulary().organisations;
        let of = organisations.iter().find(|one| one.id == platform.organisation);
        let names = of.into_iter().flat_map(|one| one.names.iter());
        let own: Vec<&str> = std::iter::once(platform.code.as_str()).chain(names).collect();
        self.answer.plan.lets_words(&own)
    }

    /// Whether a platform is for what the filter asks beside words: it is matched with one of the needs, or, with terms on States
    /// alone, has one of these States as a member.
    fn is_for(&self, place: usize) -> bool {
        let is_matched = self.platform(place as u32).is_some_and(|row| row.needs > Some(0));
        let members = self.made.file.platforms.get(place).map(|platform| &platform.states);
        let of = self.vocabulary().states.iter().zip(self.answer.states.iter());
        let has_one =
            |ids: &Vec<i64>| of.clone().any(|(state, passes)| *passes && ids.contains(&state.id));
        is_matched
            || self.answer.filter.without_text().is_on_states_only() && members.is_some_and(has_one)
    }

    pub(super) fn activity(&self, id: u32) -> Option<ActivityRow<'a>> {
        let (place, at) = (u16::try_from(id).ok()?, id as usize);
        let activity = self.vocabulary().activities.get(at)?;
        let needs = self.made.needs.get(at).copied().unwrap_or(Some(0));
        Some(ActivityRow::new(place, activity, needs, &self.made.file, self.made.is_today))
    }

    pub(super) fn organisation(&self, id: u32) -> Option<OrganisationRow<'a>> {
        let needs = self.counts.get(id as usize + 1).copied().unwrap_or(0);
        let needs = (!self.made.untold.contains(&(id as u16 + 1))).then_some(needs);
        OrganisationRow::new(self.vocabulary(), u16::try_from(id).ok()?, needs, None)
    }

    pub(super) fn platform(&self, id: u32) -> Option<PlatformRow<'a>> {
        let (platform, needs) = (self.made.file.platforms.get(id as usize)?, &self.made.needs);
        Some(PlatformRow::new(self.vocabulary(), u16::try_from(id).ok()?, platform, needs))
    }

    pub(super) fn adviser(&self, id: u32) -> Option<AdviserRow<'a>> {
        let place = u16::try_from(id).ok()?;
        let slot = Slot::of(place).entry();
        let (vocabulary, count) = (self.vocabulary(), |of: &[u32]| of.get(slot).copied());
        let person = vocabulary.people.get(id as usize)?;
        let states = vocabulary.states.iter().filter(|state| state.adviser == Some(place));
        let states = states.count() as u32;
        let needs = count(&self.counts).unwrap_or(0);
        let assigned = count(&self.assigned).unwrap_or(0);
        Some(AdviserRow { place, person, states, needs, assigned })
    }

    pub(super) fn need(&self, id: u32) -> Option<NeedRow<'a>> {
        let register = &self.answer.register;
        Some(NeedRow { need: register.need(register.row_of(NeedNumber::new(id))?)?, words: None })
    }

    pub(super) fn priority(&self, id: u32) -> Option<PriorityRow<'a>> {
        let Listing::PrioritiesOf(platform) = self.listing else { return None };
        let platform = self.made.file.platforms.get(usize::from(platform))?;
        let priority = platform.priorities.get(id as usize)?;
        let agreed = self.made.agreed.get(id as usize).copied().flatten();
        Some(PriorityRow { place: u16::try_from(id).ok()?, priority, agreed })
    }

    pub(super) fn state(&self, id: u32) -> Option<StateRow<'a>> {
        self.states.get(id as usize).copied()
    }

    /// The gaps, in the section that tells them.
    pub fn gaps(&self) -> Option<&'a Gaps> {
        self.made.gaps.as_ref().filter(|_| self.listing == Listing::Gaps)
    }

    /// Whether the needs that could be served now are still being counted.
    pub fn goes_on(&self) -> bool {
        self.made.goes_on
    }

    /// The row of gaps with the value of a slot.
    pub fn gap(&self, slot: u32) -> Option<GapLine<'a>> {
        let gaps = self.gaps()?;
        let place = gaps.rows.iter().position(|row| u32::from(row.slot) == slot)?;
        Some(GapLine { place, field: *gaps.fields.first()?, row: &gaps.rows[place] })
    }

    /// The shared needs at a place.
    pub fn shared(&self, place: u32) -> Option<SharedLine<'a>> {
        let (by, groups) = self.made.shared.as_ref()?;
        let split = match self.made.of {
            AssistanceOf::Shared(_, split) => split,
            _ => None,
        };
        Some(SharedLine { place, by: Some(*by), split, of: groups.get(place as usize)? })
    }

    /// The overlaps, in the section that tells them.
    pub fn overlaps(&self) -> &'a [Overlap] {
        self.made.overlaps.as_deref().unwrap_or_default()
    }

    /// The overlap at a place.
    pub fn overlap(&self, place: u32) -> Option<OverlapRow<'a>> {
        let overlap = *self.overlaps().get(place as usize)?;
        Some(OverlapRow::new(place as usize, overlap, self.vocabulary()))
    }

    pub(super) fn candidate(&self, id: u32) -> Option<CandidateRow<'a>> {
        let found = self.made.candidates.iter().find(|one| u32::from(one.activity) == id)?;
        Some(CandidateRow { of: self.activity(id)?, fit: found.fit, score: found.score })
    }

    /// Whether the worker has made what the page of a record wants.
    pub fn is_made_for(&self, of: AssistanceOf) -> bool {
        self.made.of == of
    }
}

/// The needs of a cell that could be served now.
pub(super) fn servable(made: &AssistanceMade) -> impl Iterator<Item = &ServableNeed> {
    made.cell.iter().flat_map(|cell| &cell.servable)
}

/// Whether somebody is an adviser for a region now.
fn is_adviser(person: &Person) -> bool {
    person.kind == PersonKind::Adviser && !person.is_retired
}

/// The places of so many records that pass.
fn places(count: usize, passes: impl Fn(usize) -> bool) -> Vec<u32> {
    (0..count).filter(|at| passes(*at)).map(|at| at as u32).collect()
}

/// Identities in the order of a list by one of its columns.
fn in_order<'a, L: RecordList>(
    listed: &Listed<L>,
    ids: Vec<u32>,
    list: &List,
    reader: Reader<'_>,
    row: impl Fn(u32) -> Option<L::Row<'a>>,
) -> Vec<u32> {
    match listed.at(list.column) {
        Some(by) => sorted(ids, list.descending, |id| by.column.key(&row(*id)?, reader)),
        None => ids,
    }
}
