//! The illustrative register: States, reviews and activities as published, needs that are made up
//! and add up to the note of 2019.
//!
//! Everything is drawn from one seed, so that the same arguments give the same content. A plan of
//! 3,954 slots (`plan`) has the subject of each need of the note's size; a register of another size
//! fills the same slots with more or fewer needs. `docs/sample.md` lists the real parts of it.

mod apportionment;
mod batches;
mod calendar;
mod dice;
mod first_roster;
mod first_slots;
mod language;
mod log;
mod matches;
mod parties;
mod plan;
mod review_steps;
mod reviews;
mod second_roster;
mod second_slots;
mod slot;
mod words;
mod writer;

use crate::domain::{Day, RegisterId};
use crate::store::{Bulk, NewNeed, NewReview, StoreError};
use crate::text::{Lang, Message, Text};
use calendar::last_day;
use dice::Dice;
use matches::Serving;
use plan::Plan;
use std::fmt;
use std::path::Path;
use writer::Writer;

/// The seed of the register in the repository.
const SEED: u64 = 2019;
/// The progress is told after so many needs.
const STRIDE: u32 = 5_000;

/// The document that the needs of the sample name; it does not exist. Registers keep its English
/// name, whatever the language.
pub fn document() -> std::borrow::Cow<'static, str> {
    Text::of(Lang::En).tr("sample-document")
}

/// The size and the seed of the sample to make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// How many needs; without, as many as the note counts.
    pub needs: Option<u32>,
    /// The seed, which chooses among many samples; without, that of the repository.
    pub seed: Option<u64>,
}

/// The numbers of records made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Reviews of both cycles.
    pub reviews: u32,
    /// Needs.
    pub needs: u32,
    /// Needs with an activity that serves them.
    pub matched: u32,
    /// Rows of the change log.
    pub changes: u64,
}

/// The reason why no sample was made. There is no file then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SampleError {
    /// The register could not be written.
    Store(StoreError),
}

impl SampleError {
    /// The message of the error: the cause and the advice.
    pub fn message(&self) -> Message {
        match self {
            Self::Store(error) => error.message(),
        }
    }
}

impl From<StoreError> for SampleError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl fmt::Display for SampleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}

impl std::error::Error for SampleError {}

/// Makes a sample register in a new file, which stands alone when it is finished.
///
/// `progress` is told the needs written so far and how many there will be. Refuses a path where
/// something stands; on an error nothing is left there.
pub fn make(
    path: &Path,
    options: &Options,
    mut progress: impl FnMut(u32, u32),
) -> Result<Summary, SampleError> {
    let seed = options.seed.unwrap_or(SEED);
    let mut writer = Writer::new();
    let plan = plan::plan(seed, &writer);
    let total = options.needs.unwrap_or(plan.slots.len() as u32);

    // Need 17 of another size is another need.
    let id = RegisterId::of(&format!("sample {seed} {total}"));
    let mut bulk = Bulk::create(path, true, Some(id))?;
    for theme in &plan.themes {
        bulk.theme(&theme.code, &theme.names)?;
    }
    let reviews = insert_reviews(&mut bulk, &plan)?;
    let mut needs = Needs {
        serving: matches::serving(last_day()),
        paragraphs: vec![0; plan.reviews.all.len()],
        reviews,
        plan,
        written: 0,
        matched: 0,
    };
    bulk.batches(std::mem::take(&mut needs.plan.batches));
    for place in 0..needs.plan.slots.len() {
        for copy in 0..apportionment::copies(place, needs.plan.slots.len(), total as usize) {
            // A stream for each need: the draws of one do not move those of the next.
            let mut dice = Dice::new(seed, (place as u64 + 1) << 32 | copy as u64);
            needs.insert(&mut bulk, place, &mut writer, &mut dice)?;
            if needs.written.is_multiple_of(STRIDE) {
                progress(needs.written, total);
            }
        }
    }
    let changes = bulk.finish()?;
    progress(total, total);
    let reviews = needs.reviews.len() as u32;
    Ok(Summary { reviews, needs: needs.written, matched: needs.matched, changes })
}

/// Inserts every review of the plan and gives their ids by place.
fn insert_reviews(bulk: &mut Bulk, plan: &Plan) -> Result<Vec<i64>, StoreError> {
    let state = |party: usize| plan.parties[party].iso2.as_str();
    let insert = |review: &review_steps::Review| {
        bulk.review(&NewReview {
            state: state(review.party),
            cycle: review.cycle,
            stakeholders: review.stakeholders,
            reviewers: review.reviewers.map(state),
            steps: review.steps,
            joint_meeting: review.joint_meeting,
        })
    };
    plan.reviews.all.iter().map(insert).collect()
}

/// The needs while they are being written.
struct Needs {
    plan: Plan,
    /// Ids by the place of the review in the plan.
    reviews: Vec<i64>,
    /// The last paragraph by the place of the review.
    paragraphs: Vec<u32>,
    serving: Vec<Serving>,
    written: u32,
    matched: u32,
}

impl Needs {
    fn insert(
        &mut self,
        bulk: &mut Bulk,
        place: usize,
        writer: &mut Writer,
        dice: &mut Dice,
    ) -> Result<(), StoreError> {
        let slot = &self.plan.slots[place];
        let review = &self.plan.reviews.all[slot.review];
        let party = &self.plan.parties[review.party];
        let identified: Option<Day> = review.summary();
        let (text, language) = writer.text(slot, &self.plan.themes, party.language, dice);
        let activities: Vec<&str> = self
            .serving
            .iter()
            .filter(|serving| serving.fits(&party.iso2, slot.articles, identified))
            .filter(|_| dice.in_thousand(900))
            .map(|serving| serving.code.as_str())
            .collect();
        let desk = self.plan.desks[slot.review].as_ref();
        let served = !activities.is_empty();
        let trail = desk.map(|desk| log::trail(desk, served, writer.remarks(language), dice));
        let paragraph = &mut self.paragraphs[slot.review];
        *paragraph = (*paragraph).max(9) + 1;
        bulk.need(&NewNeed {
            review: self.reviews[slot.review],
            category: slot.category,
            text: &text,
            language: language.code(),
            document: &document(),
            paragraph: &paragraph.to_string(),
            identified,
            articles: slot.articles,
            themes: &slot.themes,
            activities: &activities,
            writes: trail.as_deref().unwrap_or_default(),
        })?;
        self.written += 1;
        self.matched += u32::from(served);
        Ok(())
    }
}
