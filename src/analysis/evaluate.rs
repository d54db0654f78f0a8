//! Answers the query of a published figure from a register, in the form in which the figure was
//! published.

use super::ledger::{
    Entry, Form, GROWING, LARGEST, Problem, Query, Records, Side, Strange, Told, What, each, rank,
    share as published_share, unknown,
};
use super::rows::told;
use super::{Count, Figure, FilteredRegister, counted, growth, rows, total};
use crate::domain::{Coded, Day};
use crate::query::register::Register;
use crate::query::{
    Context, Field, Filter, FilterError, Measure, Plan, Reason, code_of_value, select,
};
use crate::text::{Arg, Lang, Message};

/// The answer of a register.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// The value in the form in which the figure was published; else in the nearest other form.
    pub(super) computed: Option<String>,
    /// The part and the whole of a share.
    pub(super) parts: Option<(u32, u32)>,
}

/// The reason why there is no answer.
pub(super) enum Miss {
    /// The query means nothing in this register.
    Problem(Problem),
    /// The query names a value that this register lacks, which the message says for people.
    Lacking(Problem, Message),
    /// The query ranks values, and nothing is counted of any, or it asks for a number that is not
    /// stated: the message says so for people.
    Nothing(Message),
    /// The work was cancelled.
    Stopped,
}

/// A query and the registers that it asks.
#[derive(Clone, Copy)]
pub(super) struct Asker<'a> {
    pub(super) query: &'a Query,
    pub(super) now: &'a Register,
    /// The register of the earlier day, where the figure is growth.
    pub(super) before: Option<&'a Register>,
    /// The day that counts as today where the query names none.
    pub(super) today: Day,
    pub(super) cancelled: &'a (dyn Fn() -> bool + Sync),
}

/// How far the share of each value may be from the one published, in percentage points.
const ABOUT: u64 = 5;

/// A column with more values than this has none of them listed.
const MOST_KNOWN: usize = 20;

impl Asker<'_> {
    pub(super) fn answer(&self, entry: &Entry) -> Result<Answer, Miss> {
        if let Some((kind, records)) = self.query.what.records()
            && let Some(strange) = records.strange(kind, &self.now.vocabulary)
        {
            return Err(self.lacks(&strange));
        }
        match &self.query.what {
            What::Counted(measure, filter) => self.counted(entry, *measure, filter),
            What::Stakeholders(filter) => {
                let part = self.value(filter, false, &stakeholders)?;
                match &self.query.form {
                    Form::Percent(of) => {
                        let whole =
                            self.value(of, true, &|asked| total(asked, Measure::Reviews))?;
                        Ok(percent(part, whole))
                    }
                    _ => Ok(number(part)),
                }
            }
            What::Told(what, records) => Ok(self.told(*what, records, &entry.published)),
            what => {
                let counted = rows(what, &self.now.vocabulary, Lang::En);
                if matches!(what, What::Reach(..)) && counted.is_empty() {
                    return Err(Miss::Nothing(Message::new("verify-no-number")));
                }
                let numbers = counted.iter().map(|row| i64::from(row.number));
                Ok(number(match what {
                    What::Year(_) => numbers.filter(|year| *year > 0).min().unwrap_or(0),
                    _ => numbers.sum(),
                }))
            }
        }
    }

    /// No row of a small table has a value.
    fn lacks(&self, Strange { at, field, value, known }: &Strange) -> Miss {
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let listed = usize::from((1..=MOST_KNOWN).contains(&known.len()));
        let message = unknown("ledger-unknown-value", value, &known);
        let message = message.with("field", field.as_str()).with("listed", listed);
        let what = Message::new("verify-lacking-row")
            .with("field", field.as_str())
            .with("word", value.as_str());
        Miss::Lacking(Problem { place: self.query.place(false, *at), message }, what)
    }

    /// The facts that activities state: the first day or the last day, no more precise than it was
    /// published; the levels, each once.
    fn told(&self, what: Told, records: &Records, published: &str) -> Answer {
        let activities = self.now.vocabulary.activities.iter();
        let said = activities.filter(|row| records.activity(row)).map(|row| told(what, row));
        let mut said: Vec<&str> = said.filter(|words| !words.is_empty()).collect();
        said.sort_unstable();
        said.dedup();
        let date = match what {
            Told::Level => None,
            Told::Starts => said.first(),
            Told::Ends => said.last(),
        };
        let date = date.map(|date| date.get(..published.len()).unwrap_or(date).to_owned());
        let computed = match what {
            Told::Level => join(said.iter().map(|word| (*word).to_owned()), ", "),
            Told::Starts | Told::Ends => date.unwrap_or_default(),
        };
        Answer { computed: Some(computed).filter(|words| !words.is_empty()), parts: None }
    }

    fn counted(&self, entry: &Entry, measure: Measure, filter: &Filter) -> Result<Answer, Miss> {
        let value = |filter: &Filter, whole| {
            self.value(filter, whole, &|asked: FilteredRegister<'_>| total(asked, measure))
        };
        match &self.query.form {
            Form::Number | Form::Date | Form::Word => Ok(number(value(filter, false)?)),
            Form::Growing => {
                let grown = value(filter, false)?;
                let growing = Answer { computed: Some(GROWING.to_owned()), parts: None };
                Ok(if grown > 0 { growing } else { number(grown) })
            }
            Form::Rank(field, of) => {
                let own = value(filter, false)?;
                let counts = self.by(of, true, *field, measure)?;
                something(&counts)?;
                let more = counts.iter().filter(|count| count.growth() > own).count();
                Ok(place(more + 1, &entry.published))
            }
            Form::Percent(of) => Ok(percent(value(filter, false)?, value(of, true)?)),
            Form::Share(of) => {
                let (part, whole) = (value(filter, false)?, value(of, true)?);
                Ok(share(part, whole, &entry.published))
            }
            Form::Each(field) => {
                let counts = self.by(filter, false, *field, measure)?;
                let whole = value(filter, false)?;
                Ok(shares(&counts, whole, &entry.published))
            }
            Form::Equal(field) => {
                let counts = self.by(filter, false, *field, measure)?;
                something(&counts)?;
                let equal = counts.len() > 1 && counts.iter().all(|c| c.value == counts[0].value);
                let all = || join(counts.iter().map(|count| count.value.to_string()), ", ");
                let computed = if equal { entry.published.clone() } else { all() };
                Ok(Answer { computed: Some(computed), parts: None })
            }
            Form::Ranking(field) => {
                let mut counts = self.by(filter, false, *field, measure)?;
                something(&counts)?;
                counts.sort_by_key(|count| std::cmp::Reverse(count.growth()));
                let most = entry.published.split(';').count();
                let code =
                    |count: &Count| code_of_value(*field, count.slots[0], &self.now.vocabulary);
                let computed = join(counts.iter().take(most).map(code), "; ");
                Ok(Answer { computed: Some(computed), parts: None })
            }
        }
    }

    /// The number that a filter counts, or how much it has grown. `whole` says which filter of the
    /// query it is.
    fn value(
        &self,
        filter: &Filter,
        whole: bool,
        count: &dyn Fn(FilteredRegister<'_>) -> u32,
    ) -> Result<i64, Miss> {
        let now = self.ask(self.now, self.query.as_of, filter, whole, count)?;
        let before = match self.before {
            Some(register) => self.ask(register, self.query.since, filter, whole, count)?,
            None => 0,
        };
        Ok(i64::from(now) - i64::from(before))
    }

    /// The stated values of a field with their counts, at both dates where there are two. `whole`
    /// says which filter of the query it is.
    fn by(
        &self,
        filter: &Filter,
        whole: bool,
        field: Field,
        measure: Measure,
    ) -> Result<Vec<Count>, Miss> {
        let count = |asked: FilteredRegister<'_>| counted(asked, &[field], measure);
        let mut counts = self.ask(self.now, self.query.as_of, filter, whole, &count)?;
        if let Some(register) = self.before {
            let before = self.ask(register, self.query.since, filter, whole, &count)?;
            counts = growth(counts, before);
        }
        counts.retain(|count| count.slots != [0]);
        Ok(counts)
    }

    fn ask<T>(
        &self,
        register: &Register,
        day: Option<Day>,
        filter: &Filter,
        whole: bool,
        count: &dyn Fn(FilteredRegister<'_>) -> T,
    ) -> Result<T, Miss> {
        let context = Context { today: day.unwrap_or(self.today), me: None };
        let unknown = |error: FilterError| {
            let place = self.query.place(whole, error.at.start);
            let message = error.message();
            match error.reason {
                Reason::UnknownValue(field, word) => {
                    let what = Message::new("verify-lacking")
                        .with("field", Arg::Field(field.code()))
                        .with("word", word);
                    Miss::Lacking(Problem { place, message }, what)
                }
                _ => Miss::Problem(Problem { place, message }),
            }
        };
        let plan = Plan::resolve(filter, register, &context).map_err(unknown)?;
        let selection = select(register, &plan, self.cancelled).ok_or(Miss::Stopped)?;
        Ok(count(FilteredRegister { register, plan: &plan, selection: &selection }))
    }
}

/// Refuses to rank or compare values of which nothing is counted.
fn something(counts: &[Count]) -> Result<(), Miss> {
    let is_nothing = |count: &Count| count.value == 0 && count.before == 0;
    if counts.iter().all(is_nothing) {
        return Err(Miss::Nothing(Message::new("verify-nothing")));
    }
    Ok(())
}

/// Reviews that pass and in which stakeholders outside government took part.
fn stakeholders(asked: FilteredRegister<'_>) -> u32 {
    let reviews = &asked.register.vocabulary.reviews;
    let passed = asked.plan.reviews(&asked.register.vocabulary);
    let took_part = reviews
        .iter()
        .zip(passed)
        .filter(|(review, passed)| *passed && review.stakeholders == Some(true));
    took_part.count() as u32
}

fn number(number: i64) -> Answer {
    Answer { computed: Some(number.to_string()), parts: None }
}

/// A share's two numbers; growth can be less than nothing, and then there is no share.
fn parts(part: i64, whole: i64) -> Option<(u32, u32)> {
    Some((u32::try_from(part).ok()?, u32::try_from(whole).ok()?))
}

fn percent(part: i64, whole: i64) -> Answer {
    let parts = parts(part, whole);
    let percent = parts.and_then(|(part, whole)| Figure::percent(part, whole));
    Answer { computed: percent.map(|percent| percent.to_string()), parts }
}

/// The place in a rank.
fn place(place: usize, published: &str) -> Answer {
    let fits = rank(published) == Some(place);
    let other = || if place == 1 { LARGEST.to_owned() } else { place.to_string() };
    Answer { computed: Some(if fits { published.to_owned() } else { other() }), parts: None }
}

/// A share is the fraction published where it is one of the whole numbers beside it: one half of 17
/// are eight or nine; or where it is more or less, as published.
fn share(part: i64, whole: i64, published: &str) -> Answer {
    let parts = parts(part, whole);
    let said = published_share(published).zip(parts);
    let fits = said.is_some_and(|((side, (top, bottom)), (part, whole))| {
        let (found, exact) =
            (u64::from(bottom) * u64::from(part), u64::from(top) * u64::from(whole));
        // Nothing has no share of nothing.
        let fits = match side {
            Side::Beside => found.abs_diff(exact) < u64::from(bottom),
            Side::More => found > exact,
            Side::Less => found < exact,
        };
        fits && whole > 0
    });
    let other = || parts.map(|(part, whole)| format!("{part}/{whole}"));
    Answer { computed: if fits { Some(published.to_owned()) } else { other() }, parts }
}

/// Each value has about the share published.
fn shares(counts: &[Count], whole: i64, published: &str) -> Answer {
    let whole = u64::try_from(whole).unwrap_or(0);
    let about = |count: &Count| {
        each(published).is_some_and(|(top, bottom)| {
            // In per cent of the whole, times the whole and the bottom of the fraction.
            let found = u64::from(count.value) * 100 * u64::from(bottom);
            let exact = whole * 100 * u64::from(top);
            whole > 0 && found.abs_diff(exact) <= ABOUT * whole * u64::from(bottom)
        })
    };
    let fits = !counts.is_empty() && counts.iter().all(about);
    let other = || join(counts.iter().map(|count| format!("{}/{whole}", count.value)), ", ");
    Answer { computed: Some(if fits { published.to_owned() } else { other() }), parts: None }
}

fn join(words: impl Iterator<Item = String>, with: &str) -> String {
    words.collect::<Vec<_>>().join(with)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fraction_is_one_of_the_whole_numbers_beside_it() {
        let said = |part, whole, published: &str| share(part, whole, published).computed.unwrap();
        assert_eq!([8, 9].map(|part| said(part, 17, "one half")), ["one half", "one half"]);
        assert_eq!([7, 10].map(|part| said(part, 17, "one half")), ["7/17", "10/17"]);
        assert_eq!([5, 6].map(|part| said(part, 17, "1/3")), ["1/3", "1/3"]);
        assert_eq!(said(2, 6, "one half"), "2/6", "a half of six is three");
        assert_eq!(said(0, 0, "one half"), "0/0", "nothing has no share of nothing");
        assert_eq!(said(3, 6, "one half"), "one half");
        assert_eq!(said(13, 23, "more than one half"), "more than one half");
        assert_eq!(said(3, 6, "more than one half"), "3/6");
        assert_eq!(said(2, 6, "less than one half"), "less than one half");
    }

    #[test]
    fn a_place_is_said_as_it_was_published() {
        let said = |at, published: &str| place(at, published).computed.unwrap();
        assert_eq!([said(1, "largest"), said(1, "1"), said(1, "3")], ["largest", "1", "largest"]);
        assert_eq!([said(2, "largest"), said(2, "2")], ["2", "2"]);
    }

    #[test]
    fn about_is_five_points_to_each_side() {
        let count = |value| Count { slots: vec![1], value, before: 0 };
        let said = |values: &[u32], whole| {
            let counts: Vec<Count> = values.iter().copied().map(count).collect();
            shares(&counts, whole, "about one half each").computed.unwrap()
        };
        assert_eq!(said(&[84, 80], 164), "about one half each");
        assert_eq!(said(&[55, 45], 100), "about one half each");
        assert_eq!(said(&[56, 44], 100), "56/100, 44/100");
        assert_eq!(said(&[], 0), "");
    }
}
