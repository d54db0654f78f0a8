//! Rules between the fields of one record that the schema does not hold.

use super::row::Row;
use super::rule::Rule;
use crate::domain::{Coded, Day, Kind, PartialDate, Step};
use crate::fields::RecordField;
use crate::store::StoreError;

/// The most per cent that shares may add up to: each share is rounded.
const WHOLE: f64 = 101.0;

/// Keeps the document of a need and the words that name it together: a need that is linked with a document names it,
/// and one that names another is no longer linked.
pub(super) fn name_document(kind: Kind, before: &Row, after: &mut Row) {
    let field = |code| RecordField::from_code(Kind::Need, code);
    let (Some(link), Some(words)) = (field("document"), field("document-words")) else { return };
    if kind != Kind::Need {
        return;
    }
    let says_other = before.get(words) != after.get(words);
    let linked = after.get(link).map(str::to_owned);
    if before.get(link) != after.get(link) {
        if linked.is_some() || !says_other {
            after.set(words, linked);
        }
    } else if linked.is_some() && says_other && after.get(words) != linked.as_deref() {
        after.set(link, None);
    }
}

/// Refuses an activity that ends before it starts, or whose States have more than the whole.
pub(super) fn refuse(kind: Kind, row: &Row) -> Result<(), StoreError> {
    if kind != Kind::Activity {
        return Ok(());
    }
    let value = |code| RecordField::from_code(kind, code).and_then(|field| row.get(field));
    let date = |code| value(code).and_then(PartialDate::parse);
    if let (Some(starts), Some(ends)) = (date("starts"), date("ends"))
        && ends.last_day() < starts.first_day()
    {
        return broken(kind, "ends", Rule::EndsBefore);
    }
    let rows = value("helped").and_then(|rows| serde_json::from_str(rows).ok());
    let rows: Vec<Vec<serde_json::Value>> = rows.unwrap_or_default();
    let shares = rows.iter().filter_map(|row| row.last()?.as_f64());
    if shares.sum::<f64>() > WHOLE {
        return broken(kind, "helped", Rule::Shares);
    }
    Ok(())
}

/// Refuses a changed step of a review that lies after today or before the step it follows. An incomplete date counts as
/// the day that fits.
pub(super) fn refuse_steps(
    kind: Kind,
    before: &Row,
    after: &Row,
    today: Day,
) -> Result<(), StoreError> {
    if kind != Kind::Review {
        return Ok(());
    }
    let mut earlier: Option<(RecordField, PartialDate, bool)> = None;
    for step in Step::ALL {
        let Some(field) = RecordField::from_code(kind, step.code()) else { continue };
        let Some(date) = after.get(field).and_then(PartialDate::parse) else { continue };
        let is_changed = before.get(field) != after.get(field);
        if is_changed && date.first_day() > today {
            return Err(StoreError::StepAhead(field, date.to_string()));
        }
        if let Some((follows, on, has_changed)) = earlier
            && (is_changed || has_changed)
            && date.last_day() < on.first_day()
        {
            return Err(StoreError::StepBefore(field, follows));
        }
        earlier = Some((field, date, is_changed));
    }
    Ok(())
}

fn broken(kind: Kind, code: &str, rule: Rule) -> Result<(), StoreError> {
    RecordField::from_code(kind, code).map_or(Ok(()), |field| Err(StoreError::Rule(field, rule)))
}
