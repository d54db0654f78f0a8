//! The assistance given, as the screen and its pages list it: the sections of the screen, the records that have a page,
//! and the lists of both.

mod records;

pub use records::Records;

use crate::columns::{ListOnScreen, activities, advisers, needs, organisations, platforms, states};
use crate::domain::{Kind, coded};
use crate::worker::AssistanceOf;

coded! {
    /// The sections of the screen, in order. Words of each are `section-CODE`.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Section {
        /// The assistance given.
        #[default]
        Activities => "activities",
        /// Who gives it, takes part in it, pays for it.
        Organisations => "organisations",
        /// The regional platforms.
        Platforms => "platforms",
        /// The advisers of regions.
        Advisers => "advisers",
    }
}

impl Section {
    /// Its list.
    pub fn listing(self) -> Listing {
        match self {
            Self::Activities => Listing::Activities,
            Self::Organisations => Listing::Organisations,
            Self::Platforms => Listing::Platforms,
            Self::Advisers => Listing::Advisers,
        }
    }

    /// The kind of its records.
    pub fn kind(self) -> Kind {
        match self {
            Self::Activities => Kind::Activity,
            Self::Organisations => Kind::Organisation,
            Self::Platforms => Kind::Platform,
            Self::Advisers => Kind::Person,
        }
    }

    /// Whether it is shown where States are not named: an adviser tells the region.
    pub fn is_nameless(self) -> bool {
        self != Self::Advisers
    }
}

/// A record with a page, by its place in the vocabulary; a platform by its place among the platforms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each is the record of that name
pub enum AssistanceRecord {
    Activity(u16),
    Organisation(u16),
    Platform(u16),
    Adviser(u16),
}

impl AssistanceRecord {
    /// The activity at a place of the vocabulary.
    pub fn activity(place: usize) -> Self {
        Self::Activity(place as u16)
    }

    /// Its section, whose list it stands in, and its identity there.
    pub fn in_section(self) -> (Section, u32) {
        match self {
            Self::Activity(place) => (Section::Activities, place.into()),
            Self::Organisation(place) => (Section::Organisations, place.into()),
            Self::Platform(place) => (Section::Platforms, place.into()),
            Self::Adviser(place) => (Section::Advisers, place.into()),
        }
    }

    /// The list of its page.
    pub fn listing(self) -> Listing {
        match self {
            Self::Activity(_) => Listing::Matched,
            Self::Organisation(place) => Listing::ActivitiesOf(place),
            Self::Platform(place) => Listing::PrioritiesOf(place),
            Self::Adviser(place) => Listing::StatesOf(place),
        }
    }

    /// What the worker is to make for its page.
    pub fn asks_for(self) -> AssistanceOf {
        match self {
            Self::Activity(place) => AssistanceOf::Activity(place),
            Self::Platform(place) => AssistanceOf::Platform(place),
            Self::Organisation(_) | Self::Adviser(_) => AssistanceOf::Lists,
        }
    }
}

/// A list of the screen or of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// Activities.
    Activities,
    /// Organisations.
    Organisations,
    /// Platforms.
    Platforms,
    /// Advisers.
    Advisers,
    /// The activities in which an organisation has a part.
    ActivitiesOf(u16),
    /// The needs that are matched with an activity.
    Matched,
    /// The priorities on which the members of a platform agreed.
    PrioritiesOf(u16),
    /// The States of an adviser's region.
    StatesOf(u16),
}

impl Listing {
    /// Its columns.
    pub fn table(self) -> &'static dyn ListOnScreen {
        match self {
            Self::Activities | Self::ActivitiesOf(_) => &activities::SCREEN,
            Self::Organisations => &organisations::SCREEN,
            Self::Platforms => &platforms::SCREEN,
            Self::Advisers => &advisers::SCREEN,
            Self::Matched => &needs::SCREEN,
            Self::PrioritiesOf(_) => &platforms::AGREED,
            Self::StatesOf(_) => &states::SCREEN,
        }
    }

    /// The id of the message that counts its records.
    pub fn counted(self) -> &'static str {
        match self {
            Self::Activities | Self::ActivitiesOf(_) => "count-activities",
            Self::Organisations => "count-organisations",
            Self::Platforms => "count-platforms",
            Self::Advisers => "count-advisers",
            Self::Matched => "count-matched",
            Self::PrioritiesOf(_) => "count-priorities",
            Self::StatesOf(_) => "count-states",
        }
    }
}
