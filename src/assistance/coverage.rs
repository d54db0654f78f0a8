//! Coverage: what each provider and each donor does, for which States and needs, and with which money.

use super::scope::Scope;
use super::withheld::FEWEST_STATES;
use crate::domain::{ActivityStatus, ArticleSet, MoneyStage, PartialDate, Standing, coded};
use crate::query::Selection;
use crate::query::register::{Activity, Chunk, Register, SetPlace, Vocabulary, is_open};
use crate::store::{ActivityDetail, Money};
use std::collections::{BTreeMap, BTreeSet, HashMap};

coded! {
    /// The part that an organisation takes.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum CoverageRole {
        /// It gives assistance.
        Provider => "provider",
        /// It pays for it.
        Donor => "donor",
    }
}

/// Money of an activity, as its record has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The activity: its row in the database.
    pub activity: i64,
    /// Its stage: sought, pledged or received.
    pub stage: MoneyStage,
    /// The organisation that gives it: its row in the database, where stated.
    pub organisation: Option<i64>,
    /// How much, in whole units of the currency, where stated.
    pub amount: Option<i64>,
    /// ISO 4217; empty without an amount.
    pub currency: String,
}

/// The money of the activities that a register has on its day, of the details of all activities.
pub fn grants(details: &[ActivityDetail], vocabulary: &Vocabulary) -> Vec<Grant> {
    let activities = &vocabulary.activities;
    let is_there = |id: i64| activities.binary_search_by_key(&id, |activity| activity.id).is_ok();
    let of_one = |detail: &ActivityDetail| {
        let activity = detail.id;
        let grant = |money: &Money| Grant {
            activity,
            stage: money.stage,
            organisation: money.organisation,
            amount: money.amount,
            currency: money.currency.clone(),
        };
        detail.money.iter().map(grant).collect::<Vec<_>>()
    };
    details.iter().filter(|detail| is_there(detail.id)).flat_map(of_one).collect()
}

/// Money of one stage in one currency: sums of different currencies are never added.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MoneySum {
    /// Its stage.
    pub stage: MoneyStage,
    /// ISO 4217; empty where no amount is stated.
    pub currency: String,
    /// The sum, in whole units.
    pub amount: u64,
    /// How many entries it is the sum of.
    pub entries: u32,
}

/// What an organisation covers in one role. Activities that are called off are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The organisation: a place in [`Vocabulary::organisations`].
    pub organisation: u16,
    /// Its activities.
    pub activities: u32,
    /// How many of them began in each year, as far as that is stated.
    pub years: BTreeMap<i16, u32>,
    /// The States that its activities name as helped: places in the vocabulary.
    pub states: BTreeSet<u16>,
    /// The articles of its activities.
    pub articles: ArticleSet,
    /// The needs of the selection that are matched with its activities, open or not.
    pub needs: u32,
    /// The open ones among them that one of its own activities serves.
    pub served: u32,
    /// The money of its activities: as a provider that of all of them, as a donor what it gives itself. In the order of
    /// stage and currency.
    pub money: Vec<MoneySum>,
    /// Whether its States and needs are withheld, since too few States stand behind them; there are none here then.
    pub withheld: bool,
}

/// What each organisation covers in a role, in the order of the vocabulary, by the activities of `shown`, places in
/// ascending order; those with neither activities nor money are left out. Needs are those of the selection that are
/// matched with these activities. Money is counted from `grants`, as far as it is theirs. Where States are not named, the States and needs are
/// withheld where they are fewer than three States, or those of fewer.
pub fn coverage(
    register: &Register,
    selection: &Selection,
    shown: &[u16],
    role: CoverageRole,
    grants: &[Grant],
) -> Vec<Coverage> {
    let vocabulary = &*register.vocabulary;
    let counted = Counted { vocabulary, shown, role };
    let mut all: Vec<Coverage> = (0..vocabulary.organisations.len() as u16)
        .map(|organisation| Coverage { organisation, ..Coverage::default() })
        .collect();
    for activity in shown.iter().filter_map(|place| counted.activity(*place)) {
        for place in organisations(activity, role) {
            add_activity(&mut all[usize::from(*place)], activity);
        }
    }
    for (set, [needs, open]) in needs_by_set(register, selection) {
        let (matched, serving) = counted.organisations_of_set(set);
        for place in matched {
            all[usize::from(place)].needs += needs;
        }
        for place in serving {
            all[usize::from(place)].served += open;
        }
    }
    if vocabulary.nameless.is_some() {
        withhold(&mut all, &states_of_needs(register, selection, counted));
    }
    for grant in grants {
        for place in counted.payees(grant) {
            add_money(&mut all[usize::from(place)].money, grant);
        }
    }
    all.retain(|of| of.activities > 0 || !of.money.is_empty());
    all
}

/// What is counted: activities that are shown and not called off, by the organisations of a role.
#[derive(Clone, Copy)]
struct Counted<'a> {
    vocabulary: &'a Vocabulary,
    /// Places in the vocabulary, in ascending order.
    shown: &'a [u16],
    role: CoverageRole,
}

fn organisations(activity: &Activity, role: CoverageRole) -> &[u16] {
    match role {
        CoverageRole::Provider => &activity.providers,
        CoverageRole::Donor => &activity.donors,
    }
}

fn add_activity(of: &mut Coverage, activity: &Activity) {
    of.activities += 1;
    if let Some(starts) = PartialDate::parse(&activity.starts) {
        *of.years.entry(starts.first_day().date().year()).or_default() += 1;
    }
    if let Scope::Named(states) = Scope::of(activity) {
        of.states.extend(states);
    }
    of.articles = of.articles.with(activity.articles);
}

/// How many needs of the selection have each set of matches, where any has it, and how many of them are open.
fn needs_by_set(
    register: &Register,
    selection: &Selection,
) -> impl Iterator<Item = (SetPlace, [u32; 2])> {
    let mut needs = vec![[0; 2]; register.vocabulary.match_sets.len()];
    for row in selection.rows.iter() {
        if let Some(chunk) = register.chunks.get(row.chunk()) {
            let [all, open] = &mut needs[chunk.facts.activities[row.offset()].index()];
            *all += 1;
            *open += u32::from(!register.is_void && is_open_at(chunk, row.offset()));
        }
    }
    let sets = needs.into_iter().enumerate().filter(|(_, [needs, _])| *needs > 0);
    sets.map(|(set, needs)| (SetPlace::behind(set), needs))
}

fn is_open_at(chunk: &Chunk, offset: usize) -> bool {
    is_open(chunk.triage.response[offset], chunk.triage.duplicate[offset])
}

impl<'a> Counted<'a> {
    /// An activity that counts; `None` for one that is not shown or called off.
    fn activity(self, place: u16) -> Option<&'a Activity> {
        self.shown.binary_search(&place).ok()?;
        let activity = self.vocabulary.activities.get(usize::from(place))?;
        (activity.status() != Some(ActivityStatus::Cancelled)).then_some(activity)
    }

    /// The organisations that a set of matches names, and those by one of whose activities a need is served.
    fn organisations_of_set(self, set: SetPlace) -> (BTreeSet<u16>, BTreeSet<u16>) {
        let (mut matched, mut serving) = (BTreeSet::new(), BTreeSet::new());
        for one in self.vocabulary.match_sets.get(set.index()).into_iter().flatten() {
            let Some(activity) = self.activity(one.activity) else { continue };
            let Some(standing) = one.standing(self.vocabulary) else { continue };
            matched.extend(organisations(activity, self.role));
            if standing == Standing::Served {
                serving.extend(organisations(activity, self.role));
            }
        }
        (matched, serving)
    }

    /// The organisations under which money is counted: the providers of its activity, or the donor that gives it.
    fn payees(self, grant: &Grant) -> Vec<u16> {
        let activities = &self.vocabulary.activities;
        let place = activities.binary_search_by_key(&grant.activity, |activity| activity.id).ok();
        let Some(activity) = place.and_then(|place| self.activity(place as u16)) else {
            return Vec::new();
        };
        match self.role {
            CoverageRole::Provider => activity.providers.to_vec(),
            CoverageRole::Donor => {
                let known = &self.vocabulary.organisations;
                let donor = grant.organisation;
                let donor = donor.and_then(|id| known.binary_search_by_key(&id, |one| one.id).ok());
                donor.map(|place| place as u16).into_iter().collect()
            }
        }
    }
}

/// The States whose needs of the selection are matched with the activities of each organisation in a role, and those
/// of the open needs that they serve.
fn states_of_needs(
    register: &Register,
    selection: &Selection,
    counted: Counted<'_>,
) -> HashMap<u16, [BTreeSet<u16>; 2]> {
    let vocabulary = &*register.vocabulary;
    let mut by_set: HashMap<SetPlace, [BTreeSet<u16>; 2]> = HashMap::new();
    for row in selection.rows.iter() {
        let Some(chunk) = register.chunks.get(row.chunk()) else { continue };
        let set = chunk.facts.activities[row.offset()];
        if set != SetPlace::EMPTY {
            let provenance = chunk.facts.provenance[row.offset()];
            let state = vocabulary.provenance(provenance).state;
            let [all, open] = by_set.entry(set).or_default();
            all.insert(state);
            if !register.is_void && is_open_at(chunk, row.offset()) {
                open.insert(state);
            }
        }
    }
    let mut states: HashMap<u16, [BTreeSet<u16>; 2]> = HashMap::new();
    for (set, of_set) in by_set {
        let (matched, serving) = counted.organisations_of_set(set);
        for (own, places) in [matched, serving].iter().enumerate() {
            for place in places {
                states.entry(*place).or_default()[own].extend(&of_set[own]);
            }
        }
    }
    states
}

/// Withholds the States and needs of organisations where fewer than three States stand behind any of these numbers. The
/// needs of one alone would follow from those of the others and of the whole: the one with the fewest joins it.
fn withhold(all: &mut [Coverage], states_of_needs: &HashMap<u16, [BTreeSet<u16>; 2]>) {
    let few = |states: &BTreeSet<u16>| (1..FEWEST_STATES as usize).contains(&states.len());
    let is_of_few = |of: &Coverage| {
        let needs = states_of_needs.get(&of.organisation);
        few(&of.states) || needs.is_some_and(|needs| needs.iter().any(few))
    };
    let mut hidden: Vec<bool> = all.iter().map(is_of_few).collect();
    let with_needs = || all.iter().enumerate().filter(|(_, of)| of.needs > 0);
    if with_needs().filter(|(place, _)| hidden[*place]).count() == 1 {
        let others = with_needs().filter(|(place, _)| !hidden[*place]);
        if let Some((place, _)) = others.min_by_key(|(_, of)| of.needs) {
            hidden[place] = true;
        }
    }
    for (of, _) in all.iter_mut().zip(hidden).filter(|(_, is_hidden)| *is_hidden) {
        (of.needs, of.served, of.withheld) = (0, 0, true);
        of.states.clear();
    }
}

fn add_money(sums: &mut Vec<MoneySum>, grant: &Grant) {
    let key = |sum: &MoneySum| (sum.stage, sum.currency.clone());
    let at = sums.binary_search_by_key(&(grant.stage, grant.currency.clone()), key);
    let place = at.unwrap_or_else(|place| {
        let (stage, currency) = (grant.stage, grant.currency.clone());
        sums.insert(place, MoneySum { stage, currency, amount: 0, entries: 0 });
        place
    });
    sums[place].amount += grant.amount.map_or(0, i64::unsigned_abs);
    sums[place].entries += 1;
}

#[cfg(test)]
#[path = "coverage_tests.rs"]
mod tests;
