//! Rules between the fields of a form: values that depend on the value of another field.

use super::Form;
use super::field::FormField;
use crate::domain::{Article, Coded, Cycle, Day, Kind, PartialDate, Step, read_articles};
use crate::entry::{self, day_identified};
use crate::fields::{FieldValue, Referred};
use crate::query::register::{Review, Vocabulary};
use crate::store::{Rule, StoreError};
use crate::text::{Arg, Message};

/// Dates of what has happened: they are not still to come.
const HAPPENED: [(Kind, &str); 2] = [(Kind::Need, "identified"), (Kind::Document, "date")];

impl Form {
    /// Gives the key that a field refers to, if its words can be read.
    fn referred(&self, code: &str, vocabulary: &Vocabulary) -> Option<String> {
        let own = &self.fields[self.place(code)?];
        entry::read(own.field, &own.typed(), vocabulary).ok().flatten()
    }

    /// Gives the review of a need.
    pub fn review<'a>(&self, vocabulary: &'a Vocabulary) -> Option<&'a Review> {
        let key = self.referred("review", vocabulary)?;
        vocabulary.reviews.iter().find(|review| review.id.to_string() == key)
    }

    /// Gives the cycle of a need's review: it decides which categories and chapters are allowed.
    pub fn cycle(&self, vocabulary: &Vocabulary) -> Option<Cycle> {
        (self.kind == Kind::Need).then(|| self.review(vocabulary))?.map(|review| review.cycle)
    }

    /// Gives the record's State by its place in the vocabulary: its own, or its review's.
    pub fn state(&self, vocabulary: &Vocabulary) -> Option<u16> {
        let own = self.referred("state", vocabulary);
        let place =
            |key: String| vocabulary.states.iter().position(|state| state.id.to_string() == key);
        let own = own.and_then(place).and_then(|place| u16::try_from(place).ok());
        own.or_else(|| self.review(vocabulary).map(|review| review.state))
    }

    /// Gives the reason why a readable value is refused beside the other values.
    pub(super) fn refused_together(
        &self,
        own: &FormField,
        vocabulary: &Vocabulary,
    ) -> Option<Message> {
        let refers = own.field.stored().referred();
        let value = entry::read(own.field, &own.typed(), vocabulary).ok().flatten()?;
        if refers.contains(&Referred::CATEGORY)
            && let Some(cycle) = self.cycle(vocabulary)
        {
            let category = vocabulary.categories.iter().find(|one| one.code == value)?;
            return (category.cycle != cycle).then(|| {
                Message::new("form-category-of-other-cycle")
                    .with("cycle", Arg::value("cycle", category.cycle.code()))
            });
        }
        let is_reviewer = matches!(own.field.code(), "reviewer-1" | "reviewer-2");
        if self.kind == Kind::Review && is_reviewer {
            let is_own = self.referred("state", vocabulary).as_deref() == Some(&*value);
            return is_own.then(|| Message::new("form-reviews-itself"));
        }
        None
    }

    /// Gives the reason why a date is refused: the day is still to come, or a step of a review comes before the one that it
    /// follows.
    pub(super) fn refused_in_time(
        &self,
        own: &FormField,
        vocabulary: &Vocabulary,
        today: Day,
    ) -> Option<Message> {
        let date = |own: &FormField| {
            let value = entry::read(own.field, &own.typed(), vocabulary).ok().flatten()?;
            PartialDate::parse(&value)
        };
        let (field, on) = (own.field, Some(own).filter(|own| own.differs()).and_then(date)?);
        let is_ahead = on.first_day() > today;
        if HAPPENED.contains(&(self.kind, field.code())) {
            return is_ahead.then(|| StoreError::Rule(field, Rule::Ahead).message());
        }
        let step = Step::from_code(field.code()).filter(|_| self.kind == Kind::Review)?;
        if is_ahead {
            return Some(StoreError::StepAhead(field, on.to_string()).message());
        }
        let earlier = Step::ALL[..step.index()].iter().rev();
        let mut dated = earlier.filter_map(|step| {
            let own = &self.fields[self.place(step.code())?];
            Some((own.field, date(own)?))
        });
        let (follows, first) = dated.next()?;
        let is_before = on.last_day() < first.first_day();
        is_before.then(|| StoreError::StepBefore(field, follows).message())
    }

    /// Gives the day of the review or document of a new need of which no day is typed.
    pub fn day_of_source(&self, vocabulary: &Vocabulary) -> Option<PartialDate> {
        let is_due = self.kind == Kind::Need
            && self.record.is_none()
            && self.typed("identified").trim().is_empty();
        let of = |code| self.referred(code, vocabulary);
        let day = || day_identified(of("review").as_deref(), of("document").as_deref(), vocabulary);
        is_due.then(day).flatten()
    }

    /// Fills in the day of the review or document of a new need of which no day is typed.
    pub fn take_day(&mut self, vocabulary: &Vocabulary) {
        if let Some(day) = self.day_of_source(vocabulary) {
            self.carry("identified", &day.to_string());
        }
    }

    /// Whether a new record still lacks the value of a field that it must have. Fields that are filled in from the
    /// review, and a name that has words in another language, lack nothing.
    pub fn lacks(&self, place: usize) -> bool {
        const FILLED: [(Kind, &str); 2] = [(Kind::Need, "state"), (Kind::Need, "source")];
        let is_empty = |own: &FormField| own.typed().trim().is_empty();
        let Some(own) = self.fields.get(place).filter(|own| is_empty(own)) else { return false };
        let field = own.field;
        let is_due = field.is_required() || field.is_given_once();
        let is_filled = FILLED.contains(&(self.kind, field.code()))
            || matches!(field.value(), FieldValue::YesNo);
        if self.record.is_some() || !is_due || is_filled {
            return false;
        }
        let is_like =
            |other: &&FormField| field.language().is_some() && other.field.name() == field.name();
        let is_first = self.fields[..place].iter().find(is_like).is_none();
        is_first && self.fields.iter().filter(is_like).all(is_empty)
    }

    /// Gives the doubt about a need without article, chapter and category: no figure by these counts it. A need that
    /// is corrected elsewhere is not asked about again.
    pub(super) fn in_no_figure(&self) -> Option<Message> {
        const STATED: [&str; 3] = ["article", "chapter", "category"];
        let own = || STATED.iter().filter_map(|code| self.place(code));
        let is_asked = self.record.is_none() || own().any(|place| self.fields[place].differs());
        let is_empty = |place: usize| {
            let typed = self.fields[place].typed();
            typed.trim().is_empty() || typed.trim() == "none"
        };
        let is_doubtful = self.kind == Kind::Need && is_asked && own().all(is_empty);
        is_doubtful.then(|| Message::new("form-in-no-figure"))
    }

    /// Gives the doubt about a need's articles that its review's cycle does not have.
    pub(super) fn article_of_other_cycle(&self, vocabulary: &Vocabulary) -> Option<Message> {
        let place = self.place("article").filter(|place| self.fields[*place].differs())?;
        let cycle = self.cycle(vocabulary)?;
        let articles = read_articles(&self.fields[place].typed()).ok()?;
        let chapters = cycle.chapters();
        let others: Vec<String> = (articles.iter())
            .filter(|article| !chapters.contains(&article.chapter()))
            .map(|article| Article::number(article).to_string())
            .collect();
        (!others.is_empty()).then(|| {
            Message::new("form-article-of-other-cycle")
                .with("articles", others.into_iter().collect::<Arg>())
                .with("cycle", Arg::value("cycle", cycle.code()))
        })
    }
}
