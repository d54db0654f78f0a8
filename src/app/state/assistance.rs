//! The assistance given, as the screen and its pages list it: the sections of the screen, the records that have a page,
//! and the lists of both. What stands in them is in `assistance_records.rs`.

use crate::app::state::list::List;
use crate::assistance::{Band, CellValues};
use crate::columns::{
    ListOnScreen, activities, advisers, candidates, gaps, needs, organisations, platforms, states,
};
use crate::domain::{Kind, coded};
use crate::query::Field;
use crate::worker::AssistanceOf;

coded! {
    /// The sections of the screen, in order. Words of each are `section-CODE`.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Section {
        /// Where needs are unserved, by two fields.
        #[default]
        Gaps => "gaps",
        /// The needs that States of one group share.
        Shared => "shared",
        /// The assistance given.
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
            Self::Gaps => Listing::Gaps,
            Self::Shared => Listing::Shared,
            Self::Activities => Listing::Activities,
            Self::Organisations => Listing::Organisations,
            Self::Platforms => Listing::Platforms,
            Self::Advisers => Listing::Advisers,
        }
    }

    /// The kind of its records.
    pub fn kind(self) -> Kind {
        match self {
            Self::Gaps | Self::Shared | Self::Activities => Kind::Activity,
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
    /// The activities that could serve the need with this number, and whether those that are merely possible are listed.
    ForNeed(u32, bool),
    /// The needs that an activity could serve, likewise.
    ForActivity(u16, bool),
    /// A cell of gaps: the activities that are counted in it, or else the needs that could be served now.
    Cell(CellValues, bool),
}

impl AssistanceRecord {
    /// The activity at a place of the vocabulary.
    pub fn activity(place: usize) -> Self {
        Self::Activity(place as u16)
    }

    /// Its section, whose list it stands in, and its identity there; `None` for what a need could be served by.
    pub fn in_section(self) -> Option<(Section, u32)> {
        Some(match self {
            Self::Activity(place) | Self::ForActivity(place, _) => {
                (Section::Activities, place.into())
            }
            Self::Organisation(place) => (Section::Organisations, place.into()),
            Self::Platform(place) => (Section::Platforms, place.into()),
            Self::Adviser(place) => (Section::Advisers, place.into()),
            Self::ForNeed(..) | Self::Cell(..) => return None,
        })
    }

    /// Whether its list is one of candidates.
    pub fn has_candidates(self) -> bool {
        matches!(self, Self::ForNeed(..) | Self::ForActivity(..) | Self::Cell(..))
    }

    /// Whether its list is one of needs that are or could be matched with an activity.
    pub fn lists_needs(self) -> bool {
        matches!(self, Self::Activity(_) | Self::ForActivity(..))
    }

    /// The same with those listed too that are merely possible, or without them.
    pub fn turned(self) -> Self {
        match self {
            Self::ForNeed(need, all) => Self::ForNeed(need, !all),
            Self::ForActivity(place, all) => Self::ForActivity(place, !all),
            other => other,
        }
    }

    /// The list of its page.
    pub fn listing(self) -> Listing {
        match self {
            Self::Activity(_) => Listing::Matched,
            Self::Organisation(place) => Listing::ActivitiesOf(place),
            Self::Platform(place) => Listing::PrioritiesOf(place),
            Self::Adviser(place) => Listing::StatesOf(place),
            Self::Cell(_, true) => Listing::InCell,
            Self::Cell(_, false) => Listing::Servable,
            Self::ForNeed(need, _) => Listing::ForNeed(need),
            Self::ForActivity(place, _) => Listing::ForActivity(place),
        }
    }

    /// What the worker is to make for its page.
    pub fn asks_for(self) -> AssistanceOf {
        match self {
            Self::Activity(place) => AssistanceOf::Activity(place),
            Self::Platform(place) => AssistanceOf::Platform(place),
            Self::Organisation(_) | Self::Adviser(_) => AssistanceOf::Lists,
            Self::Cell(values, _) => AssistanceOf::Cell(values),
            Self::ForNeed(need, all) => AssistanceOf::ForNeed(need, least(all)),
            Self::ForActivity(place, all) => AssistanceOf::ForActivity(place, least(all)),
        }
    }

    /// The first order of its list.
    pub fn first_order(self) -> List {
        match self {
            Self::ForNeed(..) => {
                List::sorted(candidates::ACTIVITIES.place(&candidates::POINTS), true)
            }
            Self::ForActivity(..) | Self::Cell(_, false) => {
                List::sorted(candidates::NEEDS.place(&candidates::POINTS_OF_NEED), true)
            }
            _ => List::default(),
        }
    }
}

/// The lowest band that is listed.
fn least(all: bool) -> Band {
    if all { Band::Possible } else { Band::Likely }
}

/// The fields of a match that say who has made it and when.
pub const SIGNED: [&str; 2] = ["matched-by", "matched-at"];

/// The pairs of fields by which gaps are told: rows and columns.
pub const GAPS_BY: [[Field; 2]; 8] = [
    [Field::Article, Field::Region],
    [Field::Article, Field::Adviser],
    [Field::Article, Field::Group],
    [Field::Category, Field::Region],
    [Field::Category, Field::Adviser],
    [Field::Chapter, Field::Region],
    [Field::Chapter, Field::Adviser],
    [Field::Theme, Field::Region],
];

/// A list of the screen or of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// The rows of the matrix of gaps.
    Gaps,
    /// Shared needs.
    Shared,
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
    /// The activities that could serve a need, by its number.
    ForNeed(u32),
    /// The needs that an activity could serve.
    ForActivity(u16),
    /// The activities of a cell of gaps.
    InCell,
    /// The needs of a cell of gaps that could be served now.
    Servable,
}

impl Listing {
    /// Its columns.
    pub fn table(self) -> &'static dyn ListOnScreen {
        match self {
            Self::Gaps => &gaps::GAPS,
            Self::Shared => &gaps::SHARED,
            Self::Activities | Self::ActivitiesOf(_) | Self::InCell => &activities::SCREEN,
            Self::Organisations => &organisations::SCREEN,
            Self::Platforms => &platforms::SCREEN,
            Self::Advisers => &advisers::SCREEN,
            Self::Matched => &needs::SCREEN,
            Self::PrioritiesOf(_) => &platforms::AGREED,
            Self::StatesOf(_) => &states::SCREEN,
            Self::ForNeed(_) => &candidates::ACTIVITIES,
            Self::ForActivity(_) | Self::Servable => &candidates::NEEDS,
        }
    }

    /// The id of the message that counts its records.
    pub fn counted(self) -> &'static str {
        match self {
            Self::Gaps => "count-gaps",
            Self::Shared => "count-shared",
            Self::Activities | Self::ActivitiesOf(_) => "count-activities",
            Self::InCell => "count-in-cell",
            Self::Servable => "count-servable",
            Self::Organisations => "count-organisations",
            Self::Platforms => "count-platforms",
            Self::Advisers => "count-advisers",
            Self::Matched => "count-matched",
            Self::PrioritiesOf(_) => "count-priorities",
            Self::StatesOf(_) => "count-states",
            Self::ForNeed(_) => "count-candidates",
            Self::ForActivity(_) => "count-candidate-needs",
        }
    }
}
