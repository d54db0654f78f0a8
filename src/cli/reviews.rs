//! `ta-tui reviews`: reviews with the steps reached and the number of their needs that pass a
//! filter.

use super::failure::Failure;
use super::list::{self, ListArgs};
use super::session::Session;
use crate::columns::reviews::{DATA, rows};

pub(super) fn run(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let register = session.register(&args.filter)?;
    let question = session.ask(&register, &args.filter)?;
    let passed = question.reviews();
    let all = rows(&register.vocabulary, &question.selection.counts);
    let shown = (0..passed.len() as u32).filter(|place| passed[*place as usize]).collect();
    list::write(&DATA, &question, args, shown, |place| all.get(place as usize).copied())
}
