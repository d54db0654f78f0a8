//! The rule by which an activity is a candidate for a need: what excludes it, and the parts of its points.
//!
//! What is not stated is neutral: it neither excludes nor gives all points.

use super::kinds::ActivityKind;
use crate::domain::{ActivityStatus, ArticleSet, Chapter, Coded, Day, PartialDate, Weights};
use crate::query::register::{Activity, NeedRef, Review};

/// The reason why an activity is no candidate for a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exclusion {
    /// Its kind serves no need by itself, such as a publication.
    Kind,
    /// It is called off.
    Cancelled,
    /// It is for other States only, or for another part of the world.
    Place,
    /// It is on other chapters only.
    Subject,
}

/// How an activity fits the State of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The State is named among those helped.
    Named,
    /// It lies in the part of the world that the activity is for.
    Region,
    /// The activity is global, or does not say for which States it is.
    Open,
}

/// How an activity fits the articles of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// These articles are in common.
    Articles(ArticleSet),
    /// No article is, but these chapters are.
    Chapters(ChapterBits),
    /// The activity or the need names neither.
    Unstated,
}

/// Chapters: bit i for the chapter with index i.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ChapterBits(u8);

impl ChapterBits {
    /// The chapters in it, in order.
    pub fn iter(self) -> impl Iterator<Item = Chapter> {
        Chapter::ALL.iter().copied().filter(move |chapter| self.0 >> chapter.index() & 1 == 1)
    }
}

/// When an activity is or was, for a need on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Time {
    /// It is still to begin.
    Planned,
    /// It runs.
    Runs,
    /// It was over only after the need was identified.
    After,
    /// That cannot be told.
    Unstated,
    /// It was over before the need was identified.
    Before,
}

/// How an activity fits a need that it is a candidate for, part by part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fit {
    /// The State.
    pub place: Place,
    /// Articles and chapters.
    pub subject: Subject,
    /// The first theme in common: a place in the vocabulary.
    pub theme: Option<u16>,
    /// Whether the kind of the activity suits the category of the need.
    pub suits: bool,
    /// The time.
    pub time: Time,
}

/// The points of each part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Score {
    /// For the State.
    pub place: u8,
    /// For articles and chapters.
    pub subject: u8,
    /// For a theme.
    pub theme: u8,
    /// For the kind.
    pub kind: u8,
    /// For the time.
    pub time: u8,
}

impl Score {
    /// All points together, 0 to 100.
    pub fn sum(self) -> u8 {
        self.place + self.subject + self.theme + self.kind + self.time
    }

    /// How good a candidate with these points is.
    pub fn band(self) -> Option<Band> {
        Band::of(self.sum())
    }
}

crate::domain::coded! {
    /// How good a candidate is, by its points.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Band {
        /// From 70 points.
        Strong => "strong",
        /// From 45.
        Likely => "likely",
        /// From 25.
        Possible => "possible",
    }
}

impl Band {
    /// The fewest points in it.
    pub const fn least(self) -> u8 {
        match self {
            Self::Strong => 70,
            Self::Likely => 45,
            Self::Possible => 25,
        }
    }

    /// The band of so many points; `None` where they are too few for a list.
    pub fn of(points: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|band| points >= band.least())
    }
}

impl Place {
    /// Its points, where all that this part can give are `most`.
    pub fn points(self, most: u8) -> u8 {
        match self {
            Self::Named => most,
            Self::Region => most / 2,
            Self::Open => most / 4,
        }
    }
}

impl Subject {
    /// Its points, where all that this part can give are `most`.
    pub fn points(self, most: u8) -> u8 {
        match self {
            Self::Articles(_) => most,
            Self::Chapters(_) => most / 2,
            Self::Unstated => most / 6,
        }
    }
}

impl Time {
    /// Its points, where all that this part can give are `most`.
    pub fn points(self, most: u8) -> u8 {
        match self {
            Self::Planned | Self::Runs => most,
            Self::After | Self::Unstated => most / 2,
            Self::Before => 0,
        }
    }
}

impl Fit {
    /// The points of its parts.
    pub fn score(self, weights: Weights) -> Score {
        let all = |is: bool, most: u8| if is { most } else { 0 };
        Score {
            place: self.place.points(weights.place),
            subject: self.subject.points(weights.subject),
            theme: all(self.theme.is_some(), weights.theme),
            kind: all(self.suits, weights.kind),
            time: self.time.points(weights.time),
        }
    }
}

/// An activity as the rule looks at it: what follows from it alone is worked out once for all needs.
#[derive(Clone, Debug)]
pub struct Served<'a> {
    /// The activity.
    pub activity: &'a Activity,
    kind: &'static ActivityKind,
    chapters: ChapterBits,
    when: When,
}

/// When an activity is, on the day looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// It is still to begin.
    Planned,
    /// It runs.
    Runs,
    /// It is over: on this day at the latest.
    Over(Day),
    /// That cannot be told.
    Unstated,
}

impl<'a> Served<'a> {
    /// An activity, looked at on a day.
    ///
    /// # Errors
    /// It is a candidate for no need at all.
    pub fn new(activity: &'a Activity, today: Day) -> Result<Self, Exclusion> {
        let kind = ActivityKind::of(&activity.kind);
        if kind.is_no_candidate {
            return Err(Exclusion::Kind);
        }
        let status = activity.status();
        if status == Some(ActivityStatus::Cancelled) {
            return Err(Exclusion::Cancelled);
        }
        let own = activity.chapters.iter().fold(0, |bits, chapter| bits | 1 << chapter.index());
        let chapters = ChapterBits(own | activity.articles.chapter_bits());
        Ok(Self { activity, kind, chapters, when: when(activity, status, today) })
    }

    /// How it fits the State at a place in the vocabulary.
    ///
    /// # Errors
    /// It is for others only.
    pub fn place(&self, state: u16) -> Result<Place, Exclusion> {
        place(self.activity, state)
    }

    /// How it fits articles and chapters.
    ///
    /// # Errors
    /// It is on other chapters only.
    pub fn subject(&self, articles: ArticleSet) -> Result<Subject, Exclusion> {
        let common = self.activity.articles.bits() & articles.bits();
        if common != 0 {
            return Ok(Subject::Articles(ArticleSet::from_bits(common)));
        }
        let asked = articles.chapter_bits();
        match self.chapters.0 & asked {
            0 if self.chapters.0 == 0 || asked == 0 => Ok(Subject::Unstated),
            0 => Err(Exclusion::Subject),
            common => Ok(Subject::Chapters(ChapterBits(common))),
        }
    }

    /// The first theme in common with these, which are places in the vocabulary, rising.
    pub fn theme(&self, themes: &[u16]) -> Option<u16> {
        let own = &self.activity.themes;
        themes.iter().copied().find(|theme| own.contains(theme))
    }

    /// Whether its kind suits a category, by the category's code.
    pub fn suits(&self, category: &str) -> bool {
        self.kind.suits(category)
    }

    /// When it is or was, for a need identified on a date, the first and the last day of which are given.
    pub fn time(&self, identified: Option<[Day; 2]>) -> Time {
        match (self.when, identified) {
            (When::Planned, _) => Time::Planned,
            (When::Runs, _) => Time::Runs,
            (When::Over(end), Some([first, _])) if end < first => Time::Before,
            (When::Over(end), Some([_, last])) if end >= last => Time::After,
            _ => Time::Unstated,
        }
    }

    /// How it fits a need.
    ///
    /// # Errors
    /// It is no candidate for it.
    pub fn fit(&self, need: NeedRef<'_>) -> Result<Fit, Exclusion> {
        Ok(Fit {
            place: self.place(need.state_place())?,
            subject: self.subject(need.articles())?,
            theme: self.theme(need.theme_places()),
            suits: need.category().is_some_and(|category| self.suits(&category.code)),
            time: self.time(identified(need)),
        })
    }
}

/// How an activity fits the State at a place in the vocabulary, whether it is a candidate or not.
///
/// # Errors
/// It is for others only.
pub(super) fn place(activity: &Activity, state: u16) -> Result<Place, Exclusion> {
    let of = activity;
    if of.states.contains(&state) {
        return Ok(Place::Named);
    }
    if of.area_states.binary_search(&state).is_ok() {
        return Ok(Place::Region);
    }
    // States that are counted but not named can be any, in the part of the world that is named.
    let others = !of.area_states.is_empty() || !of.states.is_empty() && of.unnamed_states.is_none();
    if others { Err(Exclusion::Place) } else { Ok(Place::Open) }
}

/// The first and the last day on which a need may have been identified: as it says itself, or with its review.
pub fn identified(need: NeedRef<'_>) -> Option<[Day; 2]> {
    let usual = || need.review().and_then(Review::usual_day).map(PartialDate::from);
    need.identified().or_else(usual).map(|date| [date.first_day(), date.last_day()])
}

/// When an activity with this status is, on a day.
fn when(activity: &Activity, status: Option<ActivityStatus>, today: Day) -> When {
    use ActivityStatus::{Done, InPreparation, Intended, Planned, Published, Suspended};
    let last_day = |date: &str| PartialDate::parse(date).map(PartialDate::last_day);
    let first_day = |date: &str| PartialDate::parse(date).map(PartialDate::first_day);
    let over = match status {
        Some(Suspended) => return When::Unstated,
        Some(Done | Published) => last_day(&activity.ends).or_else(|| last_day(&activity.starts)),
        Some(_) => last_day(&activity.ends),
        None => match last_day(&activity.ends) {
            Some(end) => Some(end),
            None => return When::Unstated,
        },
    };
    match (over, status) {
        (Some(end), _) if end < today => When::Over(end),
        (None, Some(Done | Published)) => When::Unstated,
        (_, Some(Planned | Intended | InPreparation)) => When::Planned,
        _ if first_day(&activity.starts).is_some_and(|start| start > today) => When::Planned,
        _ => When::Runs,
    }
}
