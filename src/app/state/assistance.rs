//! The assistance given, as the screen and its pages list it: the sections of the screen, the records that have a page,
//! and the lists of both. What stands in them is in `assistance_records.rs`.

use crate::app::state::list::List;
use crate::app::state::marked::Marked;
use crate::assistance::{Band, CellValues, CoverageRole};
use crate::columns::{
    ListOnScreen, activities, advisers, candidates, coverage, gaps, needs, organisations, overlaps,
    parts, platforms, reviews, states, works,
};
use crate::domain::{Coded, Kind, NeedNumber, coded};
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
        /// Activities that may do the same work.
        Overlaps => "overlaps",
        /// The assistance given.
        Activities => "activities",
        /// Who gives it, takes part in it, pays for it.
        Organisations => "organisations",
        /// The regional platforms.
        Platforms => "platforms",
        /// The advisers of regions.
        Advisers => "advisers",
        /// What each provider and donor does.
        Coverage => "coverage",
    }
}

coded! {
    /// What the section of coverage tells. Words of each are `coverage-by-CODE`.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum CoverageView {
        /// What each provider does.
        #[default]
        Providers => "provider",
        /// What each donor pays for.
        Donors => "donor",
        /// Reviews that are under way without preparation.
        Unprepared => "unprepared",
        /// Trainings with their numbers.
        Trainings => "trainings",
    }
}

impl CoverageView {
    /// Its list.
    pub fn listing(self) -> Listing {
        match self {
            Self::Providers | Self::Donors => Listing::Coverage,
            Self::Unprepared => Listing::Unprepared,
            Self::Trainings => Listing::Trainings,
        }
    }

    /// What the worker is to make for it.
    pub fn asks_for(self) -> AssistanceOf {
        match self {
            Self::Providers => AssistanceOf::Coverage(CoverageRole::Provider),
            Self::Donors => AssistanceOf::Coverage(CoverageRole::Donor),
            Self::Unprepared => AssistanceOf::Unprepared,
            Self::Trainings => AssistanceOf::Lists,
        }
    }

    /// The first order of its list.
    pub fn first_order(self) -> List {
        match self {
            Self::Providers | Self::Donors => {
                List::sorted(coverage::SCREEN.place(&coverage::ACTIVITIES), true)
            }
            Self::Unprepared | Self::Trainings => List::default(),
        }
    }

    /// The next one; where States are not named, it is not told which reviews were prepared.
    pub fn next(self, is_nameless: bool) -> Self {
        let next = Self::at((self.index() + 1) % Self::ALL.len()).unwrap_or_default();
        if is_nameless && next == Self::Unprepared { next.next(is_nameless) } else { next }
    }
}

impl Section {
    /// Its list.
    pub fn listing(self) -> Listing {
        match self {
            Self::Gaps => Listing::Gaps,
            Self::Shared => Listing::Shared,
            Self::Overlaps => Listing::Overlaps(Marked::All),
            Self::Activities => Listing::Activities,
            Self::Organisations => Listing::Organisations,
            Self::Platforms => Listing::Platforms,
            Self::Advisers => Listing::Advisers,
            Self::Coverage => Listing::Coverage,
        }
    }

    /// The kind of its records.
    pub fn kind(self) -> Kind {
        match self {
            Self::Gaps | Self::Shared | Self::Overlaps | Self::Activities => Kind::Activity,
            Self::Organisations | Self::Coverage => Kind::Organisation,
            Self::Platforms => Kind::Platform,
            Self::Advisers => Kind::Person,
        }
    }

    /// Whether it can be told in other ways, by other fields or marks.
    pub fn is_told_by_fields(self) -> bool {
        matches!(self, Self::Gaps | Self::Shared | Self::Overlaps | Self::Coverage)
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
    ForNeed(NeedNumber, bool),
    /// The needs that an activity could serve, likewise.
    ForActivity(u16, bool),
    /// A cell of gaps: the activities that are counted in it, or else the needs that could be served now.
    Cell(CellValues, bool),
    /// The activities in a State, and those that could serve needs there.
    InState(u16),
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
            Self::ForNeed(..) | Self::Cell(..) | Self::InState(_) => return None,
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
            Self::InState(_) => Listing::InState,
        }
    }

    /// The second list of its page, below the first one.
    pub fn second(self) -> Option<Listing> {
        match self {
            Self::ForNeed(..) => Some(Listing::OnNeed),
            Self::Organisation(_) | Self::Adviser(_) => Some(Listing::Parts),
            Self::Platform(_) => Some(Listing::Serving),
            Self::Activity(_) | Self::ForActivity(..) | Self::InState(_) | Self::Cell(..) => None,
        }
    }

    /// What the worker is to make for its page.
    pub fn asks_for(self) -> AssistanceOf {
        match self {
            Self::Activity(place) => AssistanceOf::Activity(place),
            Self::Platform(place) => AssistanceOf::Platform(place),
            Self::Organisation(place) => AssistanceOf::Organisation(place),
            Self::Adviser(place) => AssistanceOf::Adviser(place),
            Self::InState(place) => AssistanceOf::InState(place),
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
            Self::InState(_) => List::sorted(works::IN_STATE.place(&works::NEAR), false),
            _ => List::default(),
        }
    }

    /// The first order of its second list.
    pub fn second_order(self) -> List {
        match self {
            Self::ForNeed(..) => List::sorted(works::ON_NEED.place(&works::NEAR), false),
            Self::Platform(_) => List::sorted(works::SERVING.place(&works::MATCHED), true),
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

/// A list of the screen or of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// The rows of the matrix of gaps.
    Gaps,
    /// Shared needs.
    Shared,
    /// Overlaps, by their marks.
    Overlaps(Marked),
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
    ForNeed(NeedNumber),
    /// The needs that an activity could serve.
    ForActivity(u16),
    /// The activities of a cell of gaps.
    InCell,
    /// The needs of a cell of gaps that could be served now.
    Servable,
    /// What each provider or donor does.
    Coverage,
    /// The reviews that are under way without preparation.
    Unprepared,
    /// The trainings with their numbers.
    Trainings,
    /// The activities in a State.
    InState,
    /// The activities under the articles of a need in its State.
    OnNeed,
    /// Needs of the page broken down by values of fields.
    Parts,
    /// The activities that serve what the members of a platform agreed on.
    Serving,
}

impl Listing {
    /// Its columns.
    pub fn table(self) -> &'static dyn ListOnScreen {
        match self {
            Self::Gaps => &gaps::GAPS,
            Self::Shared => &gaps::SHARED,
            Self::Overlaps(_) => &overlaps::SCREEN,
            Self::Activities | Self::InCell => &activities::SCREEN,
            Self::ActivitiesOf(_) => &works::OF_ORGANISATION,
            Self::Organisations => &organisations::SCREEN,
            Self::Platforms => &platforms::SCREEN,
            Self::Advisers => &advisers::SCREEN,
            Self::Matched => &needs::SCREEN,
            Self::PrioritiesOf(_) => &platforms::AGREED,
            Self::StatesOf(_) => &states::SCREEN,
            Self::ForNeed(_) => &candidates::ACTIVITIES,
            Self::ForActivity(_) | Self::Servable => &candidates::NEEDS,
            Self::Coverage => &coverage::SCREEN,
            Self::Unprepared => &reviews::SCREEN,
            Self::Trainings => &works::TRAININGS,
            Self::InState => &works::IN_STATE,
            Self::OnNeed => &works::ON_NEED,
            Self::Serving => &works::SERVING,
            Self::Parts => &parts::SCREEN,
        }
    }

    /// The id of the message that counts its records.
    pub fn counted(self) -> &'static str {
        match self {
            Self::Gaps => "count-gaps",
            Self::Shared => "count-shared",
            Self::Overlaps(_) => "count-overlaps",
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
            Self::Coverage => "count-covered",
            Self::Unprepared => "count-unprepared",
            Self::Trainings => "count-trainings",
            Self::InState => "count-in-state",
            Self::OnNeed => "count-on-need",
            Self::Parts => "count-parts",
            Self::Serving => "count-serving",
        }
    }
}
