//! Which records of the register the reviews, people and activities of a file are: by State and cycle, or by code.

use super::finding::Finding;
use crate::domain::{Cycle, Kind, Record};
use crate::import::{Candidate, StateOf};
use crate::store::{KnownReview, Store, StoreError};
use std::collections::HashMap;

/// Gives what each record of a file is.
///
/// Errors: the register cannot be read.
pub(super) fn match_by_key(
    store: &Store,
    records: &[&Candidate],
    reviews: &[KnownReview],
) -> Result<Vec<Finding>, StoreError> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut found = Vec::with_capacity(records.len());
    for (place, one) in records.iter().enumerate() {
        let (known, key) = match one.kind {
            Kind::Review => {
                let cycle = cycle(one);
                (
                    known_review(reviews, one.state.as_ref(), cycle),
                    format!("{:?} {cycle:?}", one.state),
                )
            }
            kind => {
                let code = one.value("code").unwrap_or_default();
                (store.record_by_code(kind, code)?, code.to_owned())
            }
        };
        let first = *seen.entry(key).or_insert(place);
        found.push(match known {
            _ if first != place => Finding::Repeated(first),
            Some(record) => Finding::Known(record),
            None => Finding::New,
        });
    }
    Ok(found)
}

/// The cycle of a review of a file.
pub(super) fn cycle(review: &Candidate) -> Option<Cycle> {
    review.value("cycle").and_then(|number| number.parse().ok()).and_then(Cycle::from_number)
}

/// The review of a State in a cycle, also one that is taken out.
pub(super) fn known_review(
    reviews: &[KnownReview],
    state: Option<&StateOf>,
    cycle: Option<Cycle>,
) -> Option<Record> {
    let (Some(StateOf::Known(number)), Some(cycle)) = (state, cycle) else { return None };
    let known = reviews.iter().find(|own| i64::from(own.state) == *number && own.cycle == cycle);
    known.map(|own| Record { kind: Kind::Review, number: own.number })
}
