//! `ta-tui count`: how many needs, States or reviews there are by one or more fields.

use super::args::{CountArgs, Format, MeasureArg};
use super::failure::{Failure, Status};
use super::nearest::nearest;
use super::output::Output;
use super::session::{Question, Session};
use crate::domain::{Article, Coded, Cycle, Region, clean_line};
use crate::exchange::{Cell, Column, Sheet};
use crate::query::register::{Review, Vocabulary};
use crate::query::{
    Field, Measure, NoField, cross, review_slots, slot_code, slot_label, slot_name,
};
use crate::text::{Lang, Message, Text};
use std::collections::BTreeMap;

/// More fields than this are no table that anybody reads, and their combinations no longer fit
/// the number that counts them.
const MOST_FIELDS: usize = 6;

pub(super) fn run(session: &Session<'_>, args: &CountArgs) -> Result<(), Failure> {
    let fields = args.by.iter().map(|word| field(word)).collect::<Result<Vec<_>, _>>()?;
    let repeated = fields.iter().enumerate().any(|(place, f)| fields[..place].contains(f));
    if repeated || fields.len() > MOST_FIELDS {
        return Err(Failure::new(
            Status::Usage,
            Message::new("cli-count-fields").with("most", MOST_FIELDS),
        ));
    }
    let register = session.register()?;
    let question = session.ask(&register, &args.filter)?;
    let mut counts = counts(&question, &fields, args.measure);
    // In the order of the vocabulary, what is not stated last.
    let unstated_last = |slots: &[u16]| slots.iter().map(|s| s.wrapping_sub(1)).collect::<Vec<_>>();
    counts.sort_by_cached_key(|(slots, _)| unstated_last(slots));

    let text = question.text;
    let person = (args.format == Format::Table).then_some(text);
    let head =
        |field: &Field| Column { name: field.code().to_owned(), head: field.name(text.lang()) };
    let value = Column { name: "value".to_owned(), head: measured(args.measure, text) };
    let columns = fields.iter().map(head).chain([value]).collect();
    let rows = || {
        counts.iter().map(|(slots, count)| {
            let cell = |(field, slot): (&Field, &u16)| match person {
                Some(text) => slot_label(*field, *slot, &register.vocabulary, text.lang()).into(),
                None => coded(*field, *slot, &register.vocabulary),
            };
            fields.iter().zip(slots).map(cell).chain([Cell::from(*count)]).collect()
        })
    };
    Output::new().sheet(&Sheet::new(columns, rows), args.format, register.illustrative, text)
}

fn field(word: &str) -> Result<Field, Failure> {
    let known = || Field::ALL.iter().copied().filter(|field| field.is_countable());
    let refused = |id| {
        let names = known().map(Coded::code).collect::<Vec<_>>().join(", ");
        let message = Message::new(id).with("field", clean_line(word)).with("known", names);
        Failure::new(Status::Usage, message)
    };
    match Field::named(word.trim()) {
        Ok(field) if field.is_countable() => Ok(field),
        Ok(_) => Err(refused("cli-count-uncountable")),
        Err(NoField::Ambiguous(first, second)) => {
            let message = Message::new("cli-count-ambiguous")
                .with("field", clean_line(word))
                .with("first", first.code())
                .with("second", second.code());
            Err(Failure::new(Status::Usage, message))
        }
        Err(NoField::Unknown(Some(near))) if near.is_countable() => {
            Err(nearest(refused("cli-count-unknown"), near.code(), std::iter::once(near.code())))
        }
        Err(NoField::Unknown(_)) => {
            Err(nearest(refused("cli-count-unknown"), word, known().map(Coded::code)))
        }
    }
}

fn counts(question: &Question<'_>, fields: &[Field], measure: MeasureArg) -> Vec<(Vec<u16>, u32)> {
    let measure = match measure {
        MeasureArg::Needs => Measure::Needs,
        MeasureArg::States => Measure::States,
        MeasureArg::Reviews => {
            let by_review = fields.iter().all(|field| field.is_of_review());
            if by_review && question.plan.on_reviews_only() {
                return reviews(question, fields);
            }
            Measure::Reviews
        }
    };
    cross(question.register, &question.selection, fields, measure)
}

/// Reviews with and without needs, where only reviews are asked about.
fn reviews(question: &Question<'_>, fields: &[Field]) -> Vec<(Vec<u16>, u32)> {
    let vocabulary = &question.register.vocabulary;
    let mut sums: BTreeMap<Vec<u16>, u32> = BTreeMap::new();
    let passed = question.reviews();
    for (review, _) in vocabulary.reviews.iter().zip(&passed).filter(|(_, passed)| **passed) {
        for slots in combinations(review, fields, vocabulary) {
            *sums.entry(slots).or_default() += 1;
        }
    }
    sums.into_iter().collect()
}

fn combinations(review: &Review, fields: &[Field], vocabulary: &Vocabulary) -> Vec<Vec<u16>> {
    let mut own = Vec::new();
    fields.iter().fold(vec![Vec::new()], |begun, field| {
        review_slots(*field, review, vocabulary, &mut own);
        let longer = |begin: Vec<u16>| {
            own.iter()
                .map(|slot| begin.iter().copied().chain([*slot]).collect())
                .collect::<Vec<_>>()
        };
        begun.into_iter().flat_map(longer).collect()
    })
}

fn measured(measure: MeasureArg, text: &Text) -> String {
    match measure {
        MeasureArg::Needs => text.tr("column-needs"),
        MeasureArg::States => text.tr("column-states"),
        MeasureArg::Reviews => text.tr("column-reviews"),
    }
    .into_owned()
}

/// A value as it stands in the exports of needs, whatever the language.
fn coded(field: Field, slot: u16, vocabulary: &Vocabulary) -> Cell {
    let Some(place) = usize::from(slot).checked_sub(1) else {
        return if field == Field::Priority { "none".into() } else { Cell::Missing };
    };
    match field {
        Field::Cycle => Cycle::at(place).map_or(Cell::Missing, |c| Cell::Id(c.number().into())),
        Field::Article => Article::at(place).map_or(Cell::Missing, |a| Cell::Id(a.number().into())),
        Field::Region => Region::at(place).map_or(Cell::Missing, |region| region.name().into()),
        Field::Category | Field::Theme | Field::State | Field::Provider => {
            Cell::stated(slot_name(field, slot, vocabulary, Lang::En))
        }
        _ => Cell::stated(slot_code(field, slot, vocabulary)),
    }
}
