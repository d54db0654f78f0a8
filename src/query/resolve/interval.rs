//! The intervals that alternatives of a field of numbers or days mean.

use super::dates::period;
use crate::domain::fold;
use crate::query::filter::{Alternative, TermPosition, Value};
use crate::query::plan::{Check, Context};
use crate::query::{Field, FilterError, Reason};

const SECONDS_OF_A_DAY: i64 = 86_400;

/// The check for the alternatives of a field of numbers or days. Days become days after 1970-01-01,
/// or the seconds in them for the moment of a change, in UTC.
pub(super) fn check(
    field: Field,
    values: &[Alternative],
    context: Context,
) -> Result<Check, FilterError> {
    let mut none = false;
    let mut periods = Vec::new();
    for alternative in values {
        match &alternative.value {
            Value::None | Value::Any if !field.can_be_empty() => {
                return Err(FilterError::new(&alternative.at, Reason::NeverEmpty(field)));
            }
            Value::None => none = true,
            Value::Any => periods.push((i64::MIN, i64::MAX)),
            value => periods.push(interval(field, value, &alternative.at, context)?),
        }
    }
    Ok(Check::Interval { field, periods, none })
}

fn interval(
    field: Field,
    value: &Value,
    place: &TermPosition,
    context: Context,
) -> Result<(i64, i64), FilterError> {
    let ends = |word: &String| ends(field, word, place, context);
    let (from, to) = match value {
        Value::Is(word) => ends(word)?,
        Value::Range(from, to) => {
            let from = from.as_ref().map(ends).transpose()?;
            let to = to.as_ref().map(ends).transpose()?;
            (from.map_or(i64::MIN, |ends| ends.0), to.map_or(i64::MAX, |ends| ends.1))
        }
        Value::Less(word) => (i64::MIN, ends(word)?.0 - 1),
        Value::LessEq(word) => (i64::MIN, ends(word)?.1),
        Value::Greater(word) => (ends(word)?.1 + 1, i64::MAX),
        Value::GreaterEq(word) => (ends(word)?.0, i64::MAX),
        Value::None | Value::Any => (i64::MIN, i64::MAX),
    };
    if from > to {
        return Err(FilterError::new(place, Reason::BackwardRange(field)));
    }
    Ok((from, to))
}

/// The least and the greatest number that a word means.
fn ends(
    field: Field,
    word: &str,
    place: &TermPosition,
    context: Context,
) -> Result<(i64, i64), FilterError> {
    if field.is_of_numbers() {
        let number = fold(word).parse::<u32>().map(i64::from);
        let reason = if field == Field::Rank { Reason::NotARank } else { Reason::NotANumber };
        let not_a_number = |_| FilterError::new(place, reason(word.to_owned()));
        return number.map(|n| (n, n)).map_err(not_a_number);
    }
    let (first, last) = period(word, context.today)
        .ok_or_else(|| FilterError::new(place, Reason::NotADate(word.to_owned())))?;
    let (first, last) = (i64::from(first.number()), i64::from(last.number()));
    Ok(match field {
        Field::Changed => (first * SECONDS_OF_A_DAY, (last + 1) * SECONDS_OF_A_DAY - 1),
        _ => (first, last),
    })
}
