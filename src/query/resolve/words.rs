//! Resolves the alternatives of a field of words: `any`, `none`, and words that stand in it.

use crate::domain::fold;
use crate::query::filter::{Alternative, Value};
use crate::query::plan::Check;
use crate::query::{Field, FilterError, Reason};

/// The check for the alternatives of a field of words.
pub(super) fn check(field: Field, values: &[Alternative]) -> Result<Check, FilterError> {
    let (mut none, mut wanted) = (false, Vec::new());
    for alternative in values {
        match &alternative.value {
            Value::None => none = true,
            // Every text has the empty one in it.
            Value::Any => wanted.push(String::new()),
            Value::Is(words) => wanted.push(fold(words)),
            _ => return Err(FilterError::new(&alternative.at, Reason::Unordered(field))),
        }
    }
    Ok(Check::Words { field, wanted, none })
}
