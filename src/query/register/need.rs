//! One need of a register in memory, read across its columns.

use super::columns::{Facts, Triage, decoded, decoded_date, decoded_day};
use super::held::plain;
use super::overdue::OverdueFacts;
use super::plain::{Plain, Said, turned};
use super::slot::Slot;
use super::{
    Activity, Category, Document, Person, Provenance, ProvenancePlace, Review, State, Theme,
    Vocabulary,
};
use crate::domain::{
    ArticleSet, Coded, Day, Horizon, Kind, Moment, NeedNumber, Origin, OverdueDays, PartialDate,
    Priority, Response, Source,
};
use crate::fields::{FieldValue, RecordField};
use crate::query::Field;
use std::borrow::Cow;

/// The values that a need states in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stated<'a> {
    /// A number.
    Number(u32),
    /// A day.
    Day(Day),
    /// A date as precise as it is known.
    Date(PartialDate),
    /// The code of a value of a closed vocabulary.
    Code(&'static str),
    /// Words as they were written.
    Words(&'a Said),
}

/// A need in memory: its chunk and its place there.
#[derive(Clone, Copy)]
pub struct NeedRef<'a> {
    /// The register's small tables.
    pub vocabulary: &'a Vocabulary,
    pub(super) facts: &'a Facts,
    pub(super) triage: &'a Triage,
    /// Whether it is void, as all needs of its register are then.
    pub(super) is_void: bool,
    pub(super) place: usize,
}

impl<'a> NeedRef<'a> {
    /// The number by which people name it.
    pub fn id(self) -> NeedNumber {
        NeedNumber::new(self.facts.id[self.place])
    }

    /// Its provenance: a review, or a State and a source outside reviews.
    pub fn provenance(self) -> Provenance<'a> {
        self.vocabulary.provenance(self.provenance_place())
    }

    /// The place of its provenance, as the column stores it.
    pub fn provenance_place(self) -> ProvenancePlace {
        self.facts.provenance[self.place]
    }

    /// The review that identified it, unless it comes from outside reviews.
    pub fn review(self) -> Option<&'a Review> {
        self.provenance().review
    }

    /// Its source: a review, or a self-assessment, report or request of the State.
    pub fn source(self) -> Source {
        self.provenance().source
    }

    /// The State that has it.
    pub fn state(self) -> &'a State {
        self.vocabulary.state(self.state_place())
    }

    /// The place of that State in the vocabulary.
    pub fn state_place(self) -> u16 {
        self.provenance().state
    }

    /// Its category, where stated.
    pub fn category(self) -> Option<&'a Category> {
        let slot = Slot::from(self.facts.category[self.place]);
        self.vocabulary.categories.get(slot.index()?)
    }

    /// Its articles.
    pub fn articles(self) -> ArticleSet {
        self.facts.articles[self.place]
    }

    /// Its themes.
    pub fn themes(self) -> impl Iterator<Item = &'a Theme> {
        self.theme_places().iter().map(move |place| &self.vocabulary.themes[usize::from(*place)])
    }

    /// The places of its themes in [`Vocabulary::themes`], rising.
    pub fn theme_places(self) -> &'a [u16] {
        &self.vocabulary.theme_sets[self.facts.themes[self.place].index()]
    }

    /// Its origin.
    pub fn origin(self) -> Option<Origin> {
        decoded(self.facts.origin[self.place])
    }

    /// The activities matched with it.
    pub fn activities(self) -> impl Iterator<Item = &'a Activity> {
        let activities = &self.vocabulary.activities;
        self.matches().iter().map(move |one| &activities[usize::from(one.activity)])
    }

    /// The document that it comes from, where the register holds that.
    pub fn document(self) -> Option<&'a Document> {
        let slot = self.facts.document(self.place);
        self.vocabulary.documents.get(slot.index()?)
    }

    /// Its value in a field of filters whose column holds plain values. Personal words are withheld
    /// where States are not named.
    pub fn stated(self, field: Field) -> Option<Stated<'a>> {
        if self.vocabulary.nameless.is_some_and(|kept| kept.withholds(field)) {
            return None;
        }
        let column = plain(field, self.facts, self.triage)?;
        if let Some(words) = column.words(self.place) {
            return Some(Stated::Words(words));
        }
        let number = column.number(self.place)?;
        let day = turned(number).cast_signed();
        let kind = RecordField::from_code(Kind::Need, field.code()).map(RecordField::value);
        match (column, kind) {
            (Plain::Days(_), Some(FieldValue::Date)) => decoded_date(day).map(Stated::Date),
            (Plain::Days(_), _) => decoded_day(day).map(Stated::Day),
            (_, Some(FieldValue::OneOf(codes))) => {
                codes().get(Slot::numbered(number as u16).index()?).copied().map(Stated::Code)
            }
            _ => Some(Stated::Number(number)),
        }
    }

    /// The date on which it was identified, where stated.
    pub fn identified(self) -> Option<PartialDate> {
        decoded_date(self.facts.identified[self.place])
    }

    /// The place that its State gives it among its needs, 1 first, where stated.
    pub fn rank(self) -> Option<u16> {
        let rank = self.facts.rank[self.place];
        (rank != 0).then_some(rank)
    }

    /// Its text, as written.
    pub fn text(self) -> Cow<'a, str> {
        self.facts.texts.get(self.place)
    }

    /// Its priority, where stated.
    pub fn priority(self) -> Option<Priority> {
        decoded(self.triage.priority[self.place])
    }

    /// Its horizon, where stated.
    pub fn horizon(self) -> Option<Horizon> {
        decoded(self.triage.horizon[self.place])
    }

    /// Its response, where stated.
    pub fn response(self) -> Option<Response> {
        decoded(self.triage.response[self.place])
    }

    /// The focal point who answers for it; `None` while not assigned.
    pub fn focal_point(self) -> Option<&'a Person> {
        self.vocabulary.people.get(self.focal_slot().index()?)
    }

    /// The focal point as the column stores it: the slot of a place in [`Vocabulary::people`].
    pub fn focal_slot(self) -> Slot {
        self.triage.focal[self.place]
    }

    /// Its version.
    pub fn version(self) -> u32 {
        self.triage.version[self.place]
    }

    /// The day by which it is expected, where stated.
    pub fn projected_on(self) -> Option<Day> {
        decoded_day(self.triage.projected[self.place])
    }

    /// The number of the need that it repeats, where it repeats one.
    pub fn duplicate_of(self) -> Option<NeedNumber> {
        let need = self.triage.duplicate[self.place];
        (need != 0).then_some(NeedNumber::new(need))
    }

    /// After how many days without a change it is overdue.
    pub fn overdue_days(self) -> OverdueDays {
        self.vocabulary.overdue_days
    }

    /// Whether it is overdue on a day: see [`OverdueFacts::is_overdue`].
    pub fn is_overdue(self, today: Day) -> bool {
        let days = self.vocabulary.overdue_days;
        OverdueFacts::at(self.facts, self.triage, self.place).is_overdue(today, days)
    }

    /// The moment of its last change, where there was one.
    pub fn changed(self) -> Option<Moment> {
        let seconds = self.triage.changed[self.place];
        (seconds != 0).then(|| Moment::from_seconds(i64::from(seconds)))
    }
}
