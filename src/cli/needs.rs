//! `ta-tui needs`: the needs that a filter lets through.

use super::failure::Failure;
use super::format::Format;
use super::list::{self, ListArgs, Listed};
use super::session::{Question, Session};
use crate::columns::needs::{DATA, NeedRow};
use crate::domain::NeedNumber;
use crate::query::register::NeedRef;
use crate::store::{Store, StoreError};
use std::cell::RefCell;

pub(super) fn run(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let (store, now) = session.loaded_for(&args.filter)?;
    let register = session.shown(&store, now)?;
    let question = session.ask(&register, &args.filter)?;
    let rows = question.selection.rows.to_vec();
    let reads_file = args.reads_file(&DATA);
    let words = |need: NeedRef<'_>| match session.as_of {
        Some(day) => store.need_words_as_of(need.id(), day),
        None => store.need_words(need.id()),
    };
    let failed: RefCell<Option<StoreError>> = RefCell::new(None);
    let row = |row| {
        let need = register.need(row)?;
        if !reads_file {
            return Some(NeedRow { need, words: None });
        }
        match words(need) {
            Ok(words) => Some(NeedRow { need, words: Some(words) }),
            // Removed by another program since it was read.
            Err(StoreError::UnknownNeed(_)) => None,
            Err(error) => {
                failed.borrow_mut().get_or_insert(error);
                None
            }
        }
    };
    list::write(&DATA, &question, args, rows, row)?;
    failed.into_inner().map_or(Ok(()), |error| Err(error.into()))
}

/// One need, also a void one, with every column; `None` where the register of the day does not have it.
pub(super) fn record(
    store: &Store,
    question: &Question<'_>,
    id: i64,
    format: Format,
) -> Result<Option<Listed>, Failure> {
    let register = question.register;
    let Ok(id) = u32::try_from(id).map(NeedNumber::new) else { return Ok(None) };
    let need = register.row_of(id).and_then(|row| register.need(row));
    let Some(need) = need else { return Ok(None) };
    let words = match question.as_of {
        Some(day) => store.need_words_as_of(id, day)?,
        None => store.need_words(id)?,
    };
    Ok(Some(list::record(&DATA, question, format, &NeedRow { need, words: Some(words) })))
}
