//! The register in memory: small tables of States, reviews, people and words, and the needs as
//! columns in chunks.
//!
//! A published register never changes. A change of some needs makes a new [`Register`] that shares
//! every untouched chunk, so that the screen can go on drawing the old one meanwhile, without a lock.

use crate::domain::{ArticleSet, CountryGroup, Cycle, Day, PersonKind, Region, Step};
use std::sync::Arc;

/// How many needs a chunk holds (the last one may hold fewer). Small enough to copy one for a
/// single change, large enough that a scan is a plain loop.
pub const CHUNK: usize = 16_384;

/// "Not stated" in a code column; the value with index i is stored as i + 1.
pub const NONE: u8 = 0;

/// A State, party or not, or one that the source does not name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The row in the database.
    pub id: i64,
    /// ISO 3166 alpha-2, empty where there is none.
    pub iso2: String,
    /// ISO 3166 alpha-3, empty where there is none.
    pub iso3: String,
    /// The name in English.
    pub name_en: String,
    /// The name in Chinese.
    pub name_zh: String,
    /// Other names in use.
    pub aliases: Vec<String>,
    /// Whether it is a State party.
    pub party: bool,
    /// Since when, where stated.
    pub party_since: Option<Day>,
    /// Whether the source leaves the State unnamed.
    pub unnamed: bool,
    /// Its regional group, where stated.
    pub region: Option<Region>,
    /// LDC, LLDC, SIDS.
    pub groups: Vec<CountryGroup>,
    /// The adviser for its region: a place in [`Vocabulary::people`].
    pub adviser: Option<u16>,
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
    /// The day of each step, by [`Step`]'s index, where it has been reached.
    pub steps: [Option<Day>; Step::COUNT],
    /// Whether the direct dialogue was a joint meeting (`Some(true)`) or a country visit.
    pub joint_meeting: Option<bool>,
    /// Whether stakeholders outside government took part, where stated.
    pub stakeholders: Option<bool>,
    /// The reviewing States: places in [`Vocabulary::states`].
    pub reviewers: Vec<u16>,
}

impl Review {
    /// The last step that has a date, if any has.
    pub fn reached(&self) -> Option<Step> {
        use crate::domain::Coded;
        self.steps.iter().rposition(Option::is_some).and_then(Step::at)
    }
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
    /// The name in English.
    pub name_en: String,
    /// The name in Chinese.
    pub name_zh: String,
    /// Other names in use.
    pub aliases: Vec<String>,
}

/// A free tag below article and category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The row in the database.
    pub id: i64,
    /// The name in English, which is also its code.
    pub name_en: String,
    /// The name in Chinese; empty where there is none.
    pub name_zh: String,
}

/// A focal point, adviser or officer, by post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The row in the database.
    pub id: i64,
    /// The code, such as `fp-gh`.
    pub code: String,
    /// The kind of the post.
    pub kind: PersonKind,
    /// The post in English.
    pub post_en: String,
    /// The post in Chinese.
    pub post_zh: String,
    /// The State that a focal point speaks for: a place in [`Vocabulary::states`].
    pub state: Option<u16>,
}

/// An organisation, programme or donor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// The row in the database.
    pub id: i64,
    /// The code, such as `P019`.
    pub code: String,
    /// The name in English.
    pub name_en: String,
    /// The name in Chinese.
    pub name_zh: String,
    /// What kind it is, in words.
    pub kind: String,
    /// What it does here, in words.
    pub role: String,
}

/// Assistance given, under way or planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// The row in the database.
    pub id: i64,
    /// The code, such as `A037`.
    pub code: String,
    /// Workshop, publication, adviser …, in words.
    pub kind: String,
    /// `global`, `regional` or `national`.
    pub level: String,
    /// What it is.
    pub description: String,
    /// `done`, `ongoing`, `planned` …, in words.
    pub status: String,
    /// When, as the source says it: a date, a month, words, or empty.
    pub when: String,
    /// The States helped: places in [`Vocabulary::states`].
    pub states: Vec<u16>,
    /// States counted but not named.
    pub unnamed_states: Option<u32>,
    /// The articles that it concerns.
    pub articles: ArticleSet,
    /// Who gives it: places in [`Vocabulary::organisations`].
    pub providers: Vec<u16>,
    /// Who takes part: places in [`Vocabulary::organisations`].
    pub partners: Vec<u16>,
    /// Who pays: places in [`Vocabulary::organisations`].
    pub donors: Vec<u16>,
}

/// Everything that is small: a few hundred rows each. Columns of needs name these rows by place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// States, in the order of their English names.
    pub states: Vec<State>,
    /// Reviews, in the order of their ids.
    pub reviews: Vec<Review>,
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
    /// The distinct sets of themes that needs have, each sorted; the first is the empty set.
    pub theme_sets: Vec<Box<[u16]>>,
    /// The distinct sets of matched activities, each sorted; the first is the empty set.
    pub activity_sets: Vec<Box<[u16]>>,
}

/// The texts of a chunk's needs, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// As they were written.
    bytes: String,
    /// Where each text ends in `bytes`.
    ends: Vec<u32>,
    /// In the form that searches compare ([`crate::domain::fold`]).
    folded: String,
    /// Where each text ends in `folded`.
    folded_ends: Vec<u32>,
}

impl Texts {
    /// Adds the next need's text.
    pub fn push(&mut self, text: &str) {
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len() as u32);
        self.folded.push_str(&crate::domain::fold(text));
        self.folded_ends.push(self.folded.len() as u32);
    }

    /// The text of the need at this place of the chunk; empty beyond the end.
    pub fn get(&self, place: usize) -> &str {
        part(&self.bytes, &self.ends, place)
    }

    /// The same in the form that searches compare.
    pub fn folded(&self, place: usize) -> &str {
        part(&self.folded, &self.folded_ends, place)
    }

    /// All texts in the form that searches compare, and where each ends: for one search over all.
    pub fn all_folded(&self) -> (&str, &[u32]) {
        (&self.folded, &self.folded_ends)
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

fn part<'a>(bytes: &'a str, ends: &[u32], place: usize) -> &'a str {
    let Some(&end) = ends.get(place) else { return "" };
    let start = if place == 0 { 0 } else { ends[place - 1] };
    bytes.get(start as usize..end as usize).unwrap_or("")
}

/// What a need is, which triage does not change. All columns have the same length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Rising.
    pub id: Vec<u32>,
    /// A place in [`Vocabulary::reviews`].
    pub review: Vec<u16>,
    /// A place in [`Vocabulary::categories`] plus one, or [`NONE`].
    pub category: Vec<u8>,
    /// The articles that the need touches.
    pub articles: Vec<ArticleSet>,
    /// A place in [`Vocabulary::theme_sets`].
    pub themes: Vec<u32>,
    /// A place in [`Vocabulary::activity_sets`].
    pub activities: Vec<u32>,
    /// The day it was identified, where stated.
    pub identified: Vec<Option<Day>>,
    /// What it says.
    pub texts: Texts,
}

/// What triage sets. All columns have the same length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Triage {
    /// [`crate::domain::Priority`]'s index plus one, or [`NONE`].
    pub priority: Vec<u8>,
    /// [`crate::domain::Horizon`]'s index plus one, or [`NONE`].
    pub horizon: Vec<u8>,
    /// [`crate::domain::Response`]'s index plus one, or [`NONE`].
    pub response: Vec<u8>,
    /// A place in [`Vocabulary::people`] plus one, or 0.
    pub focal: Vec<u16>,
    /// The version of the need, which every write raises.
    pub version: Vec<u32>,
    /// The moment of the last change in seconds after 1970, or 0.
    pub changed: Vec<u32>,
}

/// Up to [`CHUNK`] needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chunk {
    /// What triage does not change.
    pub facts: Arc<Facts>,
    /// What it changes.
    pub triage: Arc<Triage>,
}

impl Chunk {
    /// How many needs it holds.
    pub fn len(&self) -> usize {
        self.facts.id.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A register as it was at one moment.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// Larger with every register that a worker publishes.
    pub stamp: u64,
    /// Whether the needs are illustrative; every screen and export then says so.
    pub illustrative: bool,
    /// The small tables.
    pub vocabulary: Arc<Vocabulary>,
    /// The needs, by id; every chunk but the last is full.
    pub chunks: Vec<Arc<Chunk>>,
}

/// A need in memory: its chunk and its place there. Rows number the needs from 0 by id.
#[derive(Clone, Copy)]
pub struct NeedRef<'a> {
    /// The register's small tables.
    pub vocabulary: &'a Vocabulary,
    facts: &'a Facts,
    triage: &'a Triage,
    place: usize,
}

impl Register {
    /// How many needs there are.
    pub fn len(&self) -> usize {
        self.chunks.last().map_or(0, |last| (self.chunks.len() - 1) * CHUNK + last.len())
    }

    /// Whether there is no need.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The need at a row, if there is such a row.
    pub fn need(&self, row: u32) -> Option<NeedRef<'_>> {
        let chunk = self.chunks.get(row as usize / CHUNK)?;
        let place = row as usize % CHUNK;
        (place < chunk.len()).then(|| NeedRef {
            vocabulary: &self.vocabulary,
            facts: &chunk.facts,
            triage: &chunk.triage,
            place,
        })
    }

    /// The row of the need with this id, if it is there.
    pub fn row_of(&self, id: u32) -> Option<u32> {
        let number =
            self.chunks.partition_point(|c| c.facts.id.last().is_some_and(|last| *last < id));
        let place = self.chunks.get(number)?.facts.id.binary_search(&id).ok()?;
        Some((number * CHUNK + place) as u32)
    }
}

impl<'a> NeedRef<'a> {
    /// The number by which people name it.
    pub fn id(self) -> u32 {
        self.facts.id[self.place]
    }

    /// The review that identified it.
    pub fn review(self) -> &'a Review {
        &self.vocabulary.reviews[self.review_place()]
    }

    /// The place of that review in the vocabulary.
    pub fn review_place(self) -> usize {
        usize::from(self.facts.review[self.place])
    }

    /// The State under that review.
    pub fn state(self) -> &'a State {
        &self.vocabulary.states[usize::from(self.review().state)]
    }

    /// Its category, where stated.
    pub fn category(self) -> Option<&'a Category> {
        let code = usize::from(self.facts.category[self.place]);
        code.checked_sub(1).and_then(|place| self.vocabulary.categories.get(place))
    }

    /// Its articles.
    pub fn articles(self) -> ArticleSet {
        self.facts.articles[self.place]
    }

    /// Its themes.
    pub fn themes(self) -> impl Iterator<Item = &'a Theme> {
        let set = &self.vocabulary.theme_sets[self.facts.themes[self.place] as usize];
        set.iter().map(move |place| &self.vocabulary.themes[usize::from(*place)])
    }

    /// The activities matched with it.
    pub fn activities(self) -> impl Iterator<Item = &'a Activity> {
        let set = &self.vocabulary.activity_sets[self.facts.activities[self.place] as usize];
        set.iter().map(move |place| &self.vocabulary.activities[usize::from(*place)])
    }

    /// The day it was identified, where stated.
    pub fn identified(self) -> Option<Day> {
        self.facts.identified[self.place]
    }

    /// What it says.
    pub fn text(self) -> &'a str {
        self.facts.texts.get(self.place)
    }

    /// Its priority, where stated.
    pub fn priority(self) -> Option<crate::domain::Priority> {
        decoded(self.triage.priority[self.place])
    }

    /// Its horizon, where stated.
    pub fn horizon(self) -> Option<crate::domain::Horizon> {
        decoded(self.triage.horizon[self.place])
    }

    /// Its response, where stated.
    pub fn response(self) -> Option<crate::domain::Response> {
        decoded(self.triage.response[self.place])
    }

    /// Who answers for it, where somebody does.
    pub fn focal_point(self) -> Option<&'a Person> {
        let code = usize::from(self.triage.focal[self.place]);
        code.checked_sub(1).and_then(|place| self.vocabulary.people.get(place))
    }

    /// The same as the column stores it: the place in [`Vocabulary::people`] plus one, or 0.
    pub fn focal_slot(self) -> u16 {
        self.triage.focal[self.place]
    }

    /// Its version.
    pub fn version(self) -> u32 {
        self.triage.version[self.place]
    }

    /// The moment of its last change, where there was one.
    pub fn changed(self) -> Option<crate::domain::Moment> {
        let seconds = self.triage.changed[self.place];
        (seconds != 0).then(|| crate::domain::Moment::from_seconds(i64::from(seconds)))
    }
}

/// A value as a column stores it: its index plus one, or [`NONE`].
pub fn encoded<T: crate::domain::Coded>(value: Option<T>) -> u8 {
    value.map_or(NONE, |v| v.index() as u8 + 1)
}

/// The value that a column stores.
pub fn decoded<T: crate::domain::Coded>(code: u8) -> Option<T> {
    usize::from(code).checked_sub(1).and_then(T::at)
}
