//! `ta-tui needs`: the needs that a filter lets through.

use super::failure::Failure;
use super::list::{self, ListArgs};
use super::session::Session;
use crate::columns::needs::{DATA, NeedRow};
use crate::query::register::NeedRef;
use crate::store::StoreError;
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
