//! `ta-tui reviews`: reviews with the steps reached and the number of their needs that pass a
//! filter.

use super::failure::Failure;
use super::format::Format;
use super::list::{self, ListArgs, Listed};
use super::session::{Question, Session};
use crate::columns::reviews::{DATA, rows};

pub(super) fn run(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let register = session.register(&args.filter)?;
    let question = session.ask(&register, &args.filter)?;
    let passed = question.reviews();
    let all = rows(&register.vocabulary, &question.selection.counts);
    let shown = (0..passed.len() as u32).filter(|place| passed[*place as usize]).collect();
    list::write(&DATA, &question, args, shown, |place| all.get(place as usize).copied())
}

/// One review with every column; `None` where the register does not have it.
pub(super) fn record(question: &Question<'_>, id: i64, format: Format) -> Option<Listed> {
    let all = rows(&question.register.vocabulary, &question.selection.counts);
    let row = all.iter().find(|row| row.review.id == id)?;
    Some(list::record(&DATA, question, format, row))
}
