//! The small tables without the names of States: they tell the needs, but not whose they are.
//!
//! Names are left out where the tables are read, so that no list, count, figure, screen or message
//! can name a State: the name is not in memory. Other values that could give one away are coarsened
//! by the rule that `docs/no-names.md` gives to readers.

use super::names_of_states::NamesOfStates;
use super::{Activity, Disclosure, OverlapMark, Register, Spellings, State, Vocabulary};
use crate::domain::{Coded, CountryGroup, Cycle, DocumentKind, PersonKind, Region, Source};
use crate::text::{Lang, Names, Text};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The fewest States with needs that may stand behind a region or a group of countries.
pub const FEWEST: usize = 3;

impl Vocabulary {
    /// Whether a region is told of: where States are not named, only those of some State are.
    pub fn tells(&self, region: Region) -> bool {
        self.nameless.is_none() || self.states.iter().any(|state| state.region == Some(region))
    }

    /// This vocabulary without names. `needs` says how many needs there are of each provenance, by
    /// place.
    #[must_use]
    pub fn without_names(mut self, kept: Disclosure, needs: &[u32]) -> Self {
        let served = Served::of(&self, needs);
        self.nameless = Some(kept);
        match kept {
            Disclosure::Regions => withhold_regions(&mut self.states, &served),
            Disclosure::Groups => withhold_groups(&mut self.states, &served),
        }
        let order = served.order(self.states.len());
        self.rearrange(&order);
        self.take_names();
        self
    }

    /// Withholds more where another day's register has fewer needs: everything that these do not
    /// allow to be told. Does nothing where States are named.
    pub fn withhold_more(&mut self, needs: &[u32]) {
        let served = Served::of(self, needs);
        match self.nameless {
            Some(Disclosure::Regions) => withhold_regions(&mut self.states, &served),
            Some(Disclosure::Groups) => withhold_groups(&mut self.states, &served),
            None => {}
        }
    }

    /// Puts the States in another order, by their places now. By name, the order would be the
    /// alphabet's, which names them.
    fn rearrange(&mut self, order: &[u16]) {
        let mut place = vec![0_u16; order.len()];
        for (new, old) in (0_u16..).zip(order) {
            place[usize::from(*old)] = new;
        }
        let moved = |old: u16| place.get(usize::from(old)).copied().unwrap_or(old);
        self.states = order.iter().map(|old| self.states[usize::from(*old)].clone()).collect();
        for outside in &mut self.outside {
            outside.state = moved(outside.state);
        }
        for review in &mut self.reviews {
            review.state = moved(review.state);
            // which States review is decided by lot, and published
            review.reviewers.iter_mut().for_each(|state| *state = moved(*state));
            review.reviewers.sort_unstable();
        }
        for person in &mut self.people {
            person.state = person.state.map(moved);
        }
        for activity in &mut self.activities {
            activity.states.iter_mut().for_each(|state| *state = moved(*state));
            activity.states.sort_unstable();
            activity.area_states.iter_mut().for_each(|state| *state = moved(*state));
            activity.area_states.sort_unstable();
            activity.provider_states.iter_mut().for_each(|state| *state = moved(*state));
            activity.provider_states.sort_unstable();
        }
    }

    fn take_names(&mut self) {
        let one_state = Names::of_message("nameless-state");
        let told = NamesOfStates::of(&self.states);
        // The others can be of one State, and their symbols and titles say which.
        let of_all = |kind| matches!(kind, Some(DocumentKind::Note | DocumentKind::Resolution));
        self.documents.retain(|document| of_all(document.kind));
        // Donors and offices, of which many have a State's name.
        for one in &mut self.organisations {
            if told.stand_in(&one.role) {
                one.role = Names::default();
            }
            if told.stand_in_name(&one.names) {
                one.names.clone_from(&one_state);
            }
        }
        for (state, number) in self.states.iter_mut().zip(1..) {
            state.iso2.clear();
            state.iso3.clear();
            state.names.clone_from(&one_state);
            state.spellings = Spellings::default();
            // by which its numbers open; it says how many States have more needs
            state.aliases = vec![format!("s-{number}")];
            (state.party_since, state.adviser) = (None, None);
        }
        let post = Names::of_message("nameless-post");
        let adviser = Names::of_message("nameless-adviser");
        let mut known = BTreeSet::new();
        for person in &mut self.people {
            // published elsewhere with the State's name
            (person.since, person.until) = (None, None);
            let (code, named) = match (person.kind, person.state) {
                (PersonKind::Adviser, _) => {
                    // one code for all: the post says where
                    "adviser".clone_into(&mut person.code);
                    person.posts.clone_from(&adviser);
                    continue;
                }
                (_, Some(state)) => (format!("fp-{}", state + 1), &post),
                (PersonKind::FocalPoint, None) => ("fp".to_owned(), &post),
                (PersonKind::Officer, None) => continue,
            };
            person.code = own_code(&code, &mut known);
            person.posts.clone_from(named);
        }
        self.overlap_marks.iter_mut().for_each(OverlapMark::take_words);
        self.activities.iter_mut().for_each(|activity| {
            activity.withhold();
            activity.clear_place();
        });
        (self.areas, self.sdgs) = (Vec::new(), Vec::new());
        let local = |one: &&mut Activity| one.level != "global" || told.stand_in(&one.description);
        for activity in self.activities.iter_mut().filter(local) {
            // it says which State, or where
            // In English as the source has it.
            let in_words = |lang: Lang| Text::of(lang).value_in_words("kind", &activity.kind);
            let kind = |lang: Lang| {
                if lang == Lang::default() { activity.kind.to_string() } else { in_words(lang) }
            };
            activity.description =
                Lang::ALL.iter().map(|lang| (lang.code(), kind(*lang))).collect();
            activity.clear_days();
            activity.participants.clear();
            activity.reach.clear();
            activity.paragraph.clear();
        }
    }
}

/// Withholds in each of several days' registers of one file, shown together, everything that one of
/// them withholds. Does nothing where States are named.
pub fn withhold_alike(registers: &mut [&mut Register]) {
    let tells = |register: &&mut Register| register.vocabulary.nameless.is_none();
    if registers.len() < 2 || registers.iter().any(tells) {
        return;
    }
    let states = registers.iter().map(|r| r.vocabulary.states.len()).min().unwrap_or(0);
    for place in 0..states {
        let of = |register: &&mut Register| register.vocabulary.states[place].clone();
        let told: Vec<State> = registers.iter().map(of).collect();
        let is_told = told.iter().all(|state| state.region.is_some());
        let region = told[0].region.filter(|_| is_told);
        let groups: Vec<CountryGroup> = CountryGroup::ALL
            .iter()
            .copied()
            .filter(|group| told.iter().all(|state| state.groups.contains(group)))
            .collect();
        for register in registers.iter_mut() {
            let state = &register.vocabulary.states[place];
            if state.region != region || state.groups.len() != groups.len() {
                let state = &mut Arc::make_mut(&mut register.vocabulary).states[place];
                state.region = region;
                state.groups.retain(|group| groups.contains(group));
            }
        }
    }
}

/// Gives an unused code: numbered if the code is taken.
fn own_code(code: &str, known: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|number: u32| format!("{code}-{number}"));
    let mut all = std::iter::once(code.to_owned()).chain(numbered);
    let own = all.find(|own| !known.contains(own)).unwrap_or_default();
    known.insert(own.clone());
    own
}

/// The cycles, and behind them the sources outside reviews.
const KINDS: usize = Cycle::ALL.len() + Source::ALL.len() - 1;

/// The States that have needs, by cycle or source outside reviews, with the number of needs.
struct Served {
    /// By place and kind.
    needs: Vec<[u32; KINDS]>,
    /// The first provenance of each State, by place.
    first: Vec<usize>,
}

impl Served {
    fn of(vocabulary: &Vocabulary, needs: &[u32]) -> Self {
        let mut served = Self {
            needs: vec![[0; KINDS]; vocabulary.states.len()],
            first: vec![usize::MAX; vocabulary.states.len()],
        };
        for (place, of) in vocabulary.provenances().enumerate() {
            let state = usize::from(of.state);
            let outside = (Cycle::ALL.len() + of.source.index()).saturating_sub(1);
            let kind = of.review.map_or(outside, |review| review.cycle.index());
            served.needs[state][kind] += needs.get(place).copied().unwrap_or(0);
            served.first[state] = served.first[state].min(place);
        }
        served
    }

    /// Whether these States may stand behind one value: none has needs, or at least [`FEWEST`],
    /// and in no cycle one alone, nor from a source outside reviews.
    fn may_show(&self, states: impl Iterator<Item = usize>) -> bool {
        let (mut all, mut kinds) = (0, [0; KINDS]);
        for needs in states.map(|place| self.needs[place]) {
            all += usize::from(needs.iter().any(|n| *n > 0));
            for (count, needs) in kinds.iter_mut().zip(needs) {
                *count += usize::from(needs > 0);
            }
        }
        all == 0 || (all >= FEWEST && !kinds.contains(&1))
    }

    fn count(&self, states: impl Iterator<Item = usize>) -> usize {
        states.filter(|place| self.needs[*place] != [0; KINDS]).count()
    }

    /// The States with the most needs first; equal ones in the order of the reviews.
    fn order(&self, states: usize) -> Vec<u16> {
        let mut order: Vec<u16> = (0..states as u16).collect();
        order.sort_by_key(|place| {
            let place = usize::from(*place);
            (Reverse(self.needs[place].iter().sum::<u32>()), self.first[place])
        });
        order
    }
}

/// Withholds every region behind which too few States stand. "Withheld" is a value too, which
/// readers get by taking the others from the whole: the smallest of the others join it until enough
/// do.
fn withhold_regions(states: &mut [State], served: &Served) {
    for state in states.iter_mut() {
        state.groups.clear();
        state.memberships.clear();
    }
    let of = |states: &[State], region| {
        let places = states.iter().enumerate().filter(move |(_, s)| s.region == region);
        places.map(|(place, _)| place).collect::<Vec<_>>()
    };
    let all = || Region::ALL.iter().copied();
    let few: Vec<Region> =
        all().filter(|region| !served.may_show(of(states, Some(*region)).into_iter())).collect();
    let withhold = |states: &mut [State], region| {
        states.iter_mut().filter(|s| s.region == Some(region)).for_each(|s| s.region = None);
    };
    for region in few {
        withhold(states, region);
    }
    while !served.may_show(of(states, None).into_iter()) {
        let told = all().filter(|region| served.count(of(states, Some(*region)).into_iter()) > 0);
        let Some(next) =
            told.min_by_key(|region| served.count(of(states, Some(*region)).into_iter()))
        else {
            return;
        };
        withhold(states, next);
    }
}

/// Withholds every group behind which, or outside which, too few States stand.
fn withhold_groups(states: &mut [State], served: &Served) {
    for group in CountryGroup::ALL {
        let of = |inside: bool| {
            let places = states.iter().enumerate();
            let fits = move |state: &State| state.groups.contains(group) == inside;
            places.filter(move |(_, state)| fits(state)).map(|(place, _)| place)
        };
        if !served.may_show(of(true)) || !served.may_show(of(false)) {
            for state in states.iter_mut() {
                state.groups.retain(|other| other != group);
                state.memberships.retain(|member| member.group != *group);
            }
        }
    }
    for state in states.iter_mut() {
        state.region = None;
    }
}

#[cfg(test)]
mod tests {
    use super::super::Outside;
    use super::*;
    use crate::testing::random_register;
    use proptest::prelude::*;

    /// States in regions and groups, the needs of their two reviews and those from outside reviews.
    fn vocabulary(states: &[(Option<usize>, u8, [u32; KINDS])]) -> (Vocabulary, Vec<u32>) {
        let mut made = (*random_register::register(1, 0).vocabulary).clone();
        let (state, review) = (made.states[0].clone(), made.reviews[0].clone());
        (made.states, made.reviews, made.outside) = (Vec::new(), Vec::new(), Vec::new());
        (made.people, made.activities) = (Vec::new(), Vec::new());
        let (mut needs, mut outside) = (Vec::new(), Vec::new());
        for (place, (region, groups, own)) in states.iter().enumerate() {
            let groups = CountryGroup::ALL.iter().enumerate().filter(|(i, _)| groups >> i & 1 == 1);
            made.states.push(State {
                names: [("en", format!("Name {place}"))].into(),
                region: region.and_then(Region::at),
                groups: groups.map(|(_, group)| *group).collect(),
                ..state.clone()
            });
            for (cycle, count) in Cycle::ALL.iter().zip(own) {
                made.reviews.push(super::super::Review {
                    state: place as u16,
                    cycle: *cycle,
                    ..review.clone()
                });
                needs.push(*count);
            }
            for (source, count) in Source::ALL.iter().skip(1).zip(&own[Cycle::ALL.len()..]) {
                made.outside.push(Outside { state: place as u16, source: *source });
                outside.push(*count);
            }
        }
        needs.extend(outside);
        (made, needs)
    }

    /// How many States with needs there are of a kind: in all, and in each cycle.
    fn behind(
        of: &Vocabulary,
        needs: &[u32],
        kind: impl Fn(&State) -> bool,
    ) -> (usize, [usize; KINDS]) {
        let served = Served::of(of, needs);
        let places = || (0..of.states.len()).filter(|place| kind(&of.states[*place]));
        let kind = |kind: usize| places().filter(|p| served.needs[*p][kind] > 0).count();
        (served.count(places()), std::array::from_fn(kind))
    }

    proptest! {
        #[test]
        fn nothing_that_is_told_is_of_one_state(
            states in prop::collection::vec(
                (prop::option::of(0_usize..5), 0_u8..8, prop::array::uniform5(0_u32..2)), 0..40),
        ) {
            let (named, needs) = vocabulary(&states);
            let all = behind(&named, &needs, |_| true);
            let regions = named.clone().without_names(Disclosure::Regions, &needs);
            for region in Region::ALL.iter().copied().map(Some).chain([None]) {
                let (count, cycles) = behind(&regions, &needs, |s| s.region == region);
                // If every region is withheld, "withheld" is the whole register.
                if (count, cycles) != all {
                    prop_assert!(count == 0 || count >= FEWEST, "{region:?}: {count}");
                    prop_assert!(!cycles.contains(&1), "{region:?}: {cycles:?}");
                }
            }
            let groups = named.clone().without_names(Disclosure::Groups, &needs);
            for group in CountryGroup::ALL {
                let inside = behind(&groups, &needs, |s| s.groups.contains(group));
                if inside.0 > 0 {
                    let outside = behind(&groups, &needs, |s| !s.groups.contains(group));
                    for (count, cycles) in [inside, outside] {
                        prop_assert!(count == 0 || count >= FEWEST, "{group:?}: {count}");
                        prop_assert!(!cycles.contains(&1), "{group:?}: {cycles:?}");
                    }
                }
            }
            for nameless in [regions, groups] {
                prop_assert_eq!(behind(&nameless, &needs, |_| true), all, "nobody is lost");
                let words = format!("{:?}", nameless.states);
                prop_assert!(!words.contains("Name "), "{words}");
            }
        }
    }

    #[test]
    fn the_smallest_region_joins_what_is_withheld_alone() {
        let of = |region, count| std::iter::repeat_n((Some(region), 0, [1, 0, 0, 0, 0]), count);
        let states: Vec<_> = of(0, 9).chain(of(1, 5)).chain(of(2, 4)).chain(of(4, 1)).collect();
        let (named, needs) = vocabulary(&states);
        let shown = named.without_names(Disclosure::Regions, &needs);
        let told: Vec<bool> = Region::ALL.iter().map(|region| shown.tells(*region)).collect();
        assert_eq!(told, [true, true, false, false, false]);
    }
}
