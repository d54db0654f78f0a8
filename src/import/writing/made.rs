//! The States and reviews that an import makes because its records belong to them: those that are missing, and those that
//! were taken out.

use super::match_by_key::known_review;
use crate::domain::{Cycle, Kind, Origin, Record, state_names};
use crate::fields::RecordField;
use crate::import::StateOf;
use crate::store::{Edited, ImportedRecord, KnownReview, RecordEdit, Store, StoreError};
use crate::text::{Lang, Text};
use std::collections::BTreeMap;

/// Another record of the same import, or of the register, that a record refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Referred {
    /// A record of the register.
    Known(u32),
    /// The State at this place among those that are made.
    State(usize),
    /// The review at this place among those that are made.
    Review(usize),
    /// The record of the file at this place.
    InFile(usize),
}

/// The States and reviews that are made.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// The States.
    pub(super) states: Vec<ImportedRecord>,
    /// The reviews, each with its State where that is made too.
    pub(super) reviews: Vec<(ImportedRecord, Option<Referred>)>,
    state_places: BTreeMap<StateOf, Referred>,
    review_places: BTreeMap<(StateOf, Cycle), Referred>,
}

/// A record that is added, or that comes back.
pub(super) fn written(
    record: Edited,
    values: Vec<(RecordField, Option<String>)>,
    origin: Origin,
) -> ImportedRecord {
    let void = matches!(record, Edited::Known(_)).then_some(false);
    let edit = RecordEdit { record, values, void, if_version: None };
    ImportedRecord { edit, refers: Vec::new(), uuid: None, origin }
}

impl Made {
    /// Gives the State that a record belongs to; it is made if the register does not have it.
    ///
    /// Errors: the register cannot be read.
    pub(super) fn state(
        &mut self,
        store: &Store,
        state: &StateOf,
        origin: Origin,
    ) -> Result<Referred, StoreError> {
        if let StateOf::Known(number) = state {
            return Ok(Referred::Known(u32::try_from(*number).map_err(|_| StoreError::TooLarge)?));
        }
        if let Some(known) = self.state_places.get(state) {
            return Ok(*known);
        }
        let gone = match state {
            StateOf::Beyond(code) => store.known_state(code)?,
            _ => None,
        };
        let place = Referred::State(self.states.len());
        self.states.push(match gone {
            Some(record) => written(Edited::Known(record), Vec::new(), origin),
            None => written(Edited::New(Kind::State), values_of(state), origin),
        });
        self.state_places.insert(state.clone(), place);
        Ok(place)
    }

    /// Gives the review that a need belongs to; it is made, without steps, if it is missing.
    ///
    /// Errors: the register cannot be read.
    pub(super) fn review(
        &mut self,
        store: &Store,
        known: &[KnownReview],
        (state, cycle): &(StateOf, Cycle),
        origin: Origin,
    ) -> Result<Referred, StoreError> {
        let key = (state.clone(), *cycle);
        if let Some(place) = self.review_places.get(&key) {
            return Ok(*place);
        }
        let found = known_review(known, Some(state), Some(*cycle));
        let is_there =
            |record: &Record| known.iter().any(|own| own.number == record.number && own.is_there);
        let place = match found {
            Some(record) if is_there(&record) => Referred::Known(record.number),
            Some(record) => {
                self.reviews.push((written(Edited::Known(record), Vec::new(), origin), None));
                Referred::Review(self.reviews.len() - 1)
            }
            None => {
                let of = self.state(store, state, origin)?;
                let mut values = vec![(field(Kind::Review, "cycle"), cycle.number().to_string())];
                if let Referred::Known(number) = of {
                    values.push((field(Kind::Review, "state"), number.to_string()));
                }
                let stated =
                    |(field, value): (Option<RecordField>, String)| Some((field?, Some(value)));
                let values = values.into_iter().filter_map(stated).collect();
                let made = written(Edited::New(Kind::Review), values, origin);
                self.reviews.push((made, matches!(of, Referred::State(_)).then_some(of)));
                Referred::Review(self.reviews.len() - 1)
            }
        };
        self.review_places.insert(key, place);
        Ok(place)
    }
}

/// The values of a State that is added: of one that is no party its codes and names; of the State that a source does not
/// name, the words for that.
fn values_of(state: &StateOf) -> Vec<(RecordField, Option<String>)> {
    let (kind, code) = match state {
        StateOf::Beyond(code) => ("state", Some(*code)),
        StateOf::Known(_) | StateOf::NotNamed => ("unnamed", None),
    };
    let known = state_names().into_iter().find(|own| Some(own.code) == code);
    let mut values: Vec<(String, String)> =
        vec![("kind".to_owned(), kind.to_owned()), ("party".to_owned(), "no".to_owned())];
    values.extend(code.map(|code| ("iso3".to_owned(), code.to_owned())));
    match known {
        Some(known) => {
            for spelling in known.spellings {
                let name = format!("name.{}", spelling.language);
                if !values.iter().any(|(code, _)| *code == name) {
                    values.push((name, spelling.text));
                }
            }
        }
        None => {
            for lang in Lang::ALL {
                let words = Text::of(*lang).tr("import-state-not-named").into_owned();
                values.push((format!("name.{}", lang.code()), words));
            }
        }
    }
    let stated = |(code, value): (String, String)| Some((field(Kind::State, &code)?, Some(value)));
    values.into_iter().filter_map(stated).collect()
}

/// The field of a kind with a code.
pub(super) fn field(kind: Kind, code: &str) -> Option<RecordField> {
    RecordField::from_code(kind, code)
}
