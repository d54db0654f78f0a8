//! `ta-tui needs`: the needs that a filter lets through.

use super::failure::{Failure, Status};
use super::format::Format;
use super::globals::FilterArgs;
use super::list::{self, ListArgs};
use super::session::Session;
use crate::columns::needs::{DATA, NeedRow};
use crate::domain::clean_line;
use crate::query::register::NeedRef;
use crate::store::StoreError;
use crate::text::Message;
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

/// The record of one need, also of one that is void.
pub(super) fn show(session: &Session<'_>, number: &str, format: Format) -> Result<(), Failure> {
    let no_filter = FilterArgs { filter: Vec::new() };
    let (store, now) = session.loaded()?;
    let unknown = || {
        let message = Message::new("cli-show-no-need").with("number", clean_line(number));
        Failure::new(Status::Usage, message)
    };
    let id: u32 = number.trim().parse().map_err(|_| unknown())?;
    let now = if now.row_of(id).is_some() { now } else { store.void_needs(&now)? };
    let register = session.shown(&store, now)?;
    let question = session.ask(&register, &no_filter)?;
    let need = register.row_of(id).and_then(|row| register.need(row));
    let need = need.ok_or_else(|| Failure::from(StoreError::UnknownNeed(id)))?;
    let words = match session.as_of {
        Some(day) => store.need_words_as_of(id, day)?,
        None => store.need_words(id)?,
    };
    list::record(&DATA, &question, format, &NeedRow { need, words: Some(words) })
}
