//! Checks of the rules between the fields of one record. The schema holds most of them too, in words that name no field.

use super::references::several;
use super::row::Row;
use super::rule::Rule;
use crate::domain::{Article, Coded, Day, Kind, PartialDate, Source};
use crate::fields::RecordField;
use crate::store::StoreError;
use rusqlite::{Connection, OptionalExtension};

/// The groups of stakeholders that a review can name.
const STAKEHOLDERS: [&str; 4] = ["civil-society", "private-sector", "academia", "media"];

/// A record before and after a write.
struct Pair<'a> {
    kind: Kind,
    before: &'a Row,
    after: &'a Row,
}

/// Refuses a write that breaks a rule between the fields of a record. A rule is asked only where the write changes one
/// of its fields, so that what an earlier version wrote can be corrected field by field.
///
/// Errors: [`StoreError::Rule`] with the field to correct.
pub(super) fn refuse(
    connection: &Connection,
    kind: Kind,
    (before, after): (&Row, &Row),
    today: Day,
) -> Result<(), StoreError> {
    let pair = Pair { kind, before, after };
    match kind {
        Kind::Need => {
            pair.source()?;
            pair.state_of_review(connection)?;
            pair.category_of_cycle(connection)?;
            pair.chapter_alone()?;
            pair.ahead("identified", today)
        }
        Kind::Document => pair.ahead("date", today),
        Kind::Review => pair.review(),
        Kind::Person => pair.ends_before("since", "until"),
        Kind::Activity => pair.activity(),
        Kind::Overlap => pair.two_activities(connection),
        _ => Ok(()),
    }
}

impl Pair<'_> {
    fn field(&self, code: &str) -> Option<RecordField> {
        RecordField::from_code(self.kind, code)
    }

    fn value(&self, code: &str) -> Option<&str> {
        self.field(code).and_then(|field| self.after.get(field))
    }

    fn date(&self, code: &str) -> Option<PartialDate> {
        self.value(code).and_then(PartialDate::parse)
    }

    /// Whether the write changes one of these fields.
    fn changes(&self, codes: &[&str]) -> bool {
        let mut fields = codes.iter().filter_map(|code| self.field(code));
        fields.any(|field| self.before.get(field) != self.after.get(field))
    }

    /// Gives the error at a field if the rule is broken.
    fn keep(&self, is_broken: bool, code: &str, rule: Rule) -> Result<(), StoreError> {
        match self.field(code) {
            Some(field) if is_broken => Err(StoreError::Rule(field, rule)),
            _ => Ok(()),
        }
    }

    fn source(&self) -> Result<(), StoreError> {
        if !self.changes(&["source", "review"]) {
            return Ok(());
        }
        let is_of_review = self.value("source") == Some(Source::Review.code());
        let names_one = self.value("review").is_some();
        self.keep(is_of_review && !names_one, "review", Rule::SourceOrReview)?;
        self.keep(!is_of_review && names_one, "source", Rule::SourceOfReview)
    }

    fn state_of_review(&self, connection: &Connection) -> Result<(), StoreError> {
        let (Some(review), true) = (self.value("review"), self.changes(&["state", "review"]))
        else {
            return Ok(());
        };
        let sql = "SELECT CAST(state_id AS TEXT) FROM review WHERE id = ?1";
        let mut statement = connection.prepare_cached(sql)?;
        let of: Option<String> = statement.query_row([review], |row| row.get(0)).optional()?;
        let is_other = of.is_some() && of.as_deref() != self.value("state");
        self.keep(is_other, "state", Rule::StateOfReview)
    }

    fn category_of_cycle(&self, connection: &Connection) -> Result<(), StoreError> {
        let (Some(category), Some(review), true) =
            (self.value("category"), self.value("review"), self.changes(&["category", "review"]))
        else {
            return Ok(());
        };
        let sql = "SELECT 1 FROM category c, review r
                   WHERE c.code = ?1 AND r.id = ?2 AND c.cycle <> r.cycle";
        let is_other = connection.prepare_cached(sql)?.exists([category, review])?;
        self.keep(is_other, "category", Rule::CategoryOfCycle)
    }

    fn chapter_alone(&self) -> Result<(), StoreError> {
        let chapters: Vec<&str> = several(self.value("chapter").unwrap_or_default()).collect();
        let article = |number: &str| number.parse().ok().and_then(Article::new);
        let mut articles = several(self.value("article").unwrap_or_default()).filter_map(article);
        let is_said = articles.any(|article| {
            let chapter = article.chapter().number().to_string();
            chapters.contains(&chapter.as_str())
        });
        let is_broken = is_said && self.changes(&["chapter", "article"]);
        self.keep(is_broken, "chapter", Rule::ChapterAlone)
    }

    fn ahead(&self, code: &str, today: Day) -> Result<(), StoreError> {
        let is_ahead = self.date(code).is_some_and(|date| date.first_day() > today);
        self.keep(is_ahead && self.changes(&[code]), code, Rule::Ahead)
    }

    fn ends_before(&self, starts: &str, ends: &str) -> Result<(), StoreError> {
        let is_broken = match (self.date(starts), self.date(ends)) {
            (Some(first), Some(last)) => last.last_day() < first.first_day(),
            _ => false,
        };
        self.keep(is_broken && self.changes(&[starts, ends]), ends, Rule::EndsBefore)
    }

    fn review(&self) -> Result<(), StoreError> {
        let reviewers = ["reviewer-1", "reviewer-2"];
        let [first, second] = reviewers.map(|code| self.value(code));
        let is_same = first.is_some() && first == second;
        self.keep(is_same && self.changes(&reviewers), "reviewer-2", Rule::TwoReviewers)?;
        let has_no_day =
            self.value("dialogue").is_some() && self.value("direct-dialogue").is_none();
        self.keep(has_no_day, "direct-dialogue", Rule::DayOfDialogue)?;
        let takes_part = STAKEHOLDERS.iter().any(|group| self.value(group) == Some("yes"));
        let is_denied = takes_part && self.value("stakeholders") == Some("no");
        self.keep(is_denied, "stakeholders", Rule::Stakeholders)
    }

    /// An overlap names two activities, in the order of their numbers.
    fn two_activities(&self, connection: &Connection) -> Result<(), StoreError> {
        let sql = "SELECT 1 FROM activity a, activity b
                   WHERE a.code = ?1 AND b.code = ?2 AND a.id >= b.id";
        let mut statement = connection.prepare_cached(sql)?;
        let is_broken = statement.exists([self.value("first"), self.value("second")])?;
        self.keep(is_broken, "second", Rule::TwoActivities)
    }

    fn activity(&self) -> Result<(), StoreError> {
        self.ends_before("starts", "ends")?;
        let is_own =
            self.value("programme").is_some() && self.value("programme") == self.value("code");
        self.keep(is_own, "programme", Rule::OwnProgramme)?;
        let now = self.value("identifier");
        let mut former = several(self.value("former-identifier").unwrap_or_default());
        let is_both = former.any(|one| Some(one) == now);
        self.keep(is_both, "former-identifier", Rule::FormerIdentifier)
    }
}
