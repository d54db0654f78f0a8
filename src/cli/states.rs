//! `ta-tui states`: States with the numbers of their needs and reviews that a filter lets through.

use super::failure::Failure;
use super::format::Format;
use super::list::{self, ListArgs, Listed};
use super::session::{Question, Session};
use crate::columns::states::{DATA, StateRow, rows};

pub(super) fn run(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let register = session.register(&args.filter)?;
    let question = session.ask(&register, &args.filter)?;
    let all = rows(&register.vocabulary, &question.selection.counts, &question.reviews());
    let shown = all.iter().filter(|row| shows(&question, row)).map(|row| u32::from(row.place));
    list::write(&DATA, &question, args, shown.collect(), |place| all.get(place as usize).copied())
}

/// A State without a review is shown where nothing is asked that only a review can answer.
fn shows(question: &Question<'_>, row: &StateRow<'_>) -> bool {
    if question.on_states_only() {
        question.plan.state_matches(row.place.into())
    } else {
        row.reviews > 0
    }
}

/// One State with every column; `None` where the register does not have it.
pub(super) fn record(question: &Question<'_>, id: i64, format: Format) -> Option<Listed> {
    let vocabulary = &question.register.vocabulary;
    let all = rows(vocabulary, &question.selection.counts, &question.reviews());
    let row = all.iter().find(|row| row.state.id == id)?;
    Some(list::record(&DATA, question, format, row))
}
