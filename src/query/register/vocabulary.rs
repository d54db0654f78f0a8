//! The small tables of a register: States, reviews, people and words, a few hundred rows each.

use super::person::Person;
use super::{Disclosure, Match, Membership, OverlapMark, PlaceList, Repeated, Spellings};
use crate::domain::{
    ActivityStatus, ArticleSet, Chapter, Coded, CountryGroup, Cycle, Day, DocumentKind, Origin,
    OverdueDays, PartialDate, ReachOf, Region, Source, Stakeholder, Step, Weights,
};
use crate::text::{Named, Names};

/// A State, party or not, or one that the source does not name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The row in the database.
    pub id: i64,
    /// ISO 3166 alpha-2; empty for a State without one.
    pub iso2: String,
    /// ISO 3166 alpha-3; empty for a State without one.
    pub iso3: String,
    /// Its name in each language.
    pub names: Names,
    /// Other names in use, which lists show.
    pub aliases: Vec<String>,
    /// All other ways to write its name by which it is found.
    pub spellings: Spellings,
    /// Whether it is a State party, where that can be told: on an earlier day not of a party that
    /// does not say since when.
    pub party: Option<bool>,
    /// The day on which it became a party, where stated.
    pub party_since: Option<Day>,
    /// Whether the source leaves the State unnamed.
    pub unnamed: bool,
    /// Its regional group, where stated.
    pub region: Option<Region>,
    /// LDC, LLDC, SIDS: to which it belongs on the day of the register.
    pub groups: Vec<CountryGroup>,
    /// From when to when it belongs to groups.
    pub memberships: Vec<Membership>,
    /// The adviser for its region: a place in [`Vocabulary::people`].
    pub adviser: Option<u16>,
    /// The origin of the record.
    pub origin: Origin,
}

/// A review of one State in one cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The row in the database.
    pub id: i64,
    /// The State under review: a place in [`Vocabulary::states`].
    pub state: u16,
    /// The cycle.
    pub cycle: Cycle,
    /// The date of each step, by [`Step`]'s index, where it has been reached.
    pub steps: [Option<PartialDate>; Step::COUNT],
    /// Whether the direct dialogue was a joint meeting (`Some(true)`) or a country visit.
    pub joint_meeting: Option<bool>,
    /// Whether stakeholders outside government took part, where that is stated or follows from which did.
    pub stakeholders: Option<bool>,
    /// Whether each of them took part, by [`Stakeholder`]'s index, where stated.
    pub took_part: [Option<bool>; Stakeholder::COUNT],
    /// The origin of the record.
    pub origin: Origin,
    /// The reviewing States: places in [`Vocabulary::states`].
    pub reviewers: Vec<u16>,
}

impl Review {
    /// The last step that has a date, if any has.
    pub fn reached(&self) -> Option<Step> {
        self.steps.iter().rposition(Option::is_some).and_then(Step::at)
    }

    /// The day from which it counts as completed, if it does.
    pub fn completed_on(&self) -> Option<Day> {
        let dated = Step::ALL.iter().zip(&self.steps);
        let completed = dated.filter(|(step, _)| step.is_completed()).filter_map(|(_, on)| *on);
        completed.map(PartialDate::last_day).min()
    }

    /// When its needs were identified, where they do not say so themselves: with its executive
    /// summary; before there is one, with the last step that has a date.
    pub fn usual_day(&self) -> Option<Day> {
        let last = || self.steps.iter().rev().copied().flatten().next();
        self.steps[Step::ExecutiveSummary.index()].or_else(last).map(PartialDate::last_day)
    }
}

/// The needs of one State from one source outside its reviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Outside {
    /// The State: a place in [`Vocabulary::states`].
    pub state: u16,
    /// Anything but [`Source::Review`].
    pub source: Source,
}

/// A category of needs; each cycle has its own list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// The row in the database.
    pub id: i64,
    /// The code, such as `C2-CB`.
    pub code: String,
    /// The cycle whose list it stands in.
    pub cycle: Cycle,
    /// Its name in each language.
    pub names: Names,
    /// Other names in use.
    pub aliases: Vec<String>,
}

/// A free tag below article and category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The row in the database.
    pub id: i64,
    /// Its name in the change log: its English name, or the one that it was made with.
    pub code: String,
    /// Its name in each language.
    pub names: Names,
}

/// An organisation, programme or donor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// The row in the database.
    pub id: i64,
    /// The code, such as `P019`.
    pub code: String,
    /// Its name in each language.
    pub names: Names,
    /// Its kind, in words.
    pub kind: String,
    /// Its role here, in words.
    pub role: Names,
}

/// Assistance given, under way or planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// The row in the database.
    pub id: i64,
    /// The code, such as `A037`.
    pub code: String,
    /// Workshop, publication, adviser …, in words.
    pub kind: Repeated,
    /// `global`, `regional` or `national`.
    pub level: Repeated,
    /// Its description.
    pub description: Names,
    /// `done`, `ongoing`, `planned` …, in words.
    pub status: Repeated,
    /// When it began, as precise as the source, where it is no plan any more and the source says so.
    pub began: Option<PartialDate>,
    /// When it begins: a year, a month or a day, as precise as it is known; may be empty.
    pub starts: Repeated,
    /// When it ends, likewise.
    pub ends: Repeated,
    /// When, as the source says it: words, or else a date or a month; may be empty.
    pub when: Names,
    /// How many took part, as the source says it; may be empty.
    pub participants: Repeated,
    /// Its place in the document that published it.
    pub paragraph: Repeated,
    /// The origin of the record.
    pub origin: Origin,
    /// The States helped: places in [`Vocabulary::states`].
    pub states: PlaceList,
    /// States counted but not named.
    pub unnamed_states: Option<u32>,
    /// The States that lie in the parts of the world that it is for: places in [`Vocabulary::states`], rising.
    pub area_states: PlaceList,
    /// Whether its source says which part of the world it is for.
    pub has_region: bool,
    /// The States where it is held: places in [`Vocabulary::states`].
    pub hosts: PlaceList,
    /// The States that provide it: places in [`Vocabulary::states`].
    pub provider_states: PlaceList,
    /// The articles that it concerns.
    pub articles: ArticleSet,
    /// The chapters that its source names, rising.
    pub chapters: Vec<Chapter>,
    /// The themes of needs among its themes: places in [`Vocabulary::themes`], rising.
    pub themes: PlaceList,
    /// The organisations that give it: places in [`Vocabulary::organisations`].
    pub providers: PlaceList,
    /// The organisations that take part: places in [`Vocabulary::organisations`].
    pub partners: PlaceList,
    /// The organisations that pay: places in [`Vocabulary::organisations`].
    pub donors: PlaceList,
    /// The numbers that the source states of it.
    pub reach: Vec<Reach>,
    /// The activity that it is a part of: its row in the database.
    pub programme: Option<i64>,
    /// The parts of the world that it is for: places in [`Vocabulary::areas`].
    pub areas: PlaceList,
    /// The goals and targets of the 2030 Agenda that its source names: places in [`Vocabulary::sdgs`], rising; a target
    /// with its goal.
    pub sdgs: PlaceList,
    /// Its other words, folded, a line each: its titles, its place, its regions and the programme that it is a part of, in
    /// every language that the source has.
    pub words: String,
    /// Its identifiers outside the register, now and formerly.
    pub identifiers: Vec<String>,
    /// What is not shown of it where States are not named, and judged all the same ([`Activity::judged`]).
    pub withheld: Option<Box<Withheld>>,
}

/// The facts of an activity that are not shown where States are not named: where it was, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    starts: Repeated,
    ends: Repeated,
    area_states: PlaceList,
    has_region: bool,
    provider_states: PlaceList,
}

/// A regional platform, as people name it. Its members and priorities stand in the file alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Platform {
    /// The row in the database.
    pub id: i64,
    /// The code, such as `RP3`.
    pub code: String,
    /// The organisation that it is: a place in [`Vocabulary::organisations`].
    pub organisation: u16,
    /// The activity that stands for it, where there is one: its row in the database.
    pub activity: Option<i64>,
}

/// A part of the world that activities are for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// The row in the database.
    pub id: i64,
    /// Its name in each language.
    pub names: Names,
}

/// A number that a source states of an activity, or of several together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The row in the database: activities that share a number have the same.
    pub id: i64,
    /// The unit of the number.
    pub what: ReachOf,
    /// The number.
    pub number: u32,
    /// Whether it is a lower bound.
    pub at_least: bool,
}

/// A document that others refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The row in the database.
    pub id: i64,
    /// Its symbol, by which people name it.
    pub symbol: String,
    /// Its kind, where stated.
    pub kind: Option<DocumentKind>,
    /// When it was issued, as precise as that is known.
    pub on: Option<PartialDate>,
    /// Its title.
    pub title: Names,
}

impl Activity {
    /// Its status, where one is stated.
    pub fn status(&self) -> Option<ActivityStatus> {
        ActivityStatus::from_code(&self.status)
    }

    /// Whether it is given: it runs, is over or is published. Another one is hoped for, planned, stopped or cancelled.
    pub fn is_given(&self) -> bool {
        use ActivityStatus::{Done, Ongoing, Published};
        matches!(self.status(), Some(Ongoing | Done | Published))
    }

    /// The activity with its real dates, regions and providing States, also where these are not shown: for rules whose
    /// result tells none of them.
    #[must_use]
    pub fn judged(&self) -> Self {
        let mut real = self.clone();
        if let Some(withheld) = &self.withheld {
            real.starts.clone_from(&withheld.starts);
            real.ends.clone_from(&withheld.ends);
            real.area_states.clone_from(&withheld.area_states);
            real.provider_states.clone_from(&withheld.provider_states);
            real.has_region = withheld.has_region;
        }
        real
    }

    /// Whether States are not named and its days are shown all the same.
    pub fn tells_days(&self) -> bool {
        self.withheld.is_some() && !(self.starts.is_empty() && self.ends.is_empty())
    }

    /// Keeps what is not shown where States are not named for the rules that judge by it.
    pub(super) fn withhold(&mut self) {
        self.withheld = Some(Box::new(Withheld {
            starts: self.starts.clone(),
            ends: self.ends.clone(),
            area_states: self.area_states.clone(),
            has_region: self.has_region,
            provider_states: self.provider_states.clone(),
        }));
    }

    /// Forgets the parts of the world and the States that it is for beside those helped: few States lie in one.
    pub(super) fn clear_place(&mut self) {
        (self.area_states, self.has_region) = (PlaceList::EMPTY, false);
        (self.areas, self.sdgs, self.words) = (PlaceList::EMPTY, PlaceList::EMPTY, String::new());
        (self.hosts, self.provider_states) = (PlaceList::EMPTY, PlaceList::EMPTY);
    }

    /// Forgets when it was: a day can say which State was helped.
    pub(super) fn clear_days(&mut self) {
        self.starts.clear();
        self.ends.clear();
        self.when = Names::default();
    }
}

macro_rules! named {
    ($($record:ident: $names:ident),+) => {
        $(impl Named for $record {
            fn names(&self) -> &Names {
                &self.$names
            }
        })+
    };
}

named! { State: names, Area: names, Category: names, Theme: names, Person: posts, Organisation: names, Activity: description }

/// Everything that is small: a few hundred rows each. Columns of needs name these rows by place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// States, in the order of their English names.
    pub states: Vec<State>,
    /// Reviews, in the order of their ids.
    pub reviews: Vec<Review>,
    /// Each State and source that needs come from outside reviews, in the order of the States' ids.
    pub outside: Vec<Outside>,
    /// Categories, in the order of their ids.
    pub categories: Vec<Category>,
    /// Themes, in the order of their ids.
    pub themes: Vec<Theme>,
    /// Focal points, advisers and officers, in the order of their ids.
    pub people: Vec<Person>,
    /// Organisations, in the order of their ids.
    pub organisations: Vec<Organisation>,
    /// Activities, in the order of their ids.
    pub activities: Vec<Activity>,
    /// Whether they are still to be read, so that nothing is known of them.
    pub lacks_activities: bool,
    /// Regional platforms, in the order of their ids.
    pub platforms: Vec<Platform>,
    /// The parts of the world that activities can be for, in the order of their ids; none where States are not named.
    pub areas: Vec<Area>,
    /// The kinds of activities, rising.
    pub kinds: Vec<String>,
    /// The activities that others are a part of: their rows in the database, rising.
    pub programmes: Vec<i64>,
    /// The goals and targets of the 2030 Agenda that activities serve, as they are written, by their numbers; none where
    /// States are not named.
    pub sdgs: Vec<String>,
    /// Documents, in the order of their ids; where States are not named, notes and resolutions alone.
    pub documents: Vec<Document>,
    /// The distinct sets of themes that needs have, each sorted; the first is the empty set.
    pub theme_sets: Vec<Box<[u16]>>,
    /// The distinct sets of matches that needs have, each sorted by activity; the first is the empty set.
    pub match_sets: Vec<Box<[Match]>>,
    /// Set where States are not named: the groups of States that are told.
    pub nameless: Option<Disclosure>,
    /// After how many days without a change a need is overdue: see [`super::OverdueFacts::is_overdue`].
    pub overdue_days: OverdueDays,
    /// How many points each part of the rule of candidates can give.
    pub candidate_weights: Weights,
    /// The marks of overlaps, in the order of their activities.
    pub overlap_marks: Vec<OverlapMark>,
}
