//! `ta-tui reviews`: reviews with the steps reached and the number of their needs that pass a
//! filter.

use super::failure::{Failure, Status};
use super::format::Format;
use super::list::{self, ListArgs, Listed};
use super::session::{Question, Session};
use crate::assistance::unprepared;
use crate::columns::reviews::{DATA, rows};
use crate::text::Message;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct ReviewsArgs {
    #[command(flatten)]
    pub(super) list: ListArgs,
    // Those alone that are under way without preparation.
    #[arg(long)]
    unprepared: bool,
}

impl ReviewsArgs {
    /// Of reviews whether they are prepared or not.
    pub(super) fn all(list: ListArgs) -> Self {
        Self { list, unprepared: false }
    }
}

pub(super) fn run(session: &Session<'_>, of_reviews: &ReviewsArgs) -> Result<(), Failure> {
    let args = &of_reviews.list;
    if of_reviews.unprepared && session.kept.is_some() {
        return Err(Failure::new(Status::Usage, Message::new("cli-reviews-nameless")));
    }
    let (store, now) = session.loaded_for(&args.filter)?;
    let register = session.shown(&store, now)?;
    let question = session.ask(&register, &args.filter)?;
    let mut passed = question.reviews();
    if of_reviews.unprepared {
        let wanted = unprepared(&register.vocabulary, &store.activity_details()?);
        for (place, passes) in (0..).zip(&mut passed) {
            *passes &= wanted.contains(&place);
        }
    }
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

impl Question<'_> {
    /// The reviews asked for, by place: those that pass, where every term says something about
    /// reviews or States; else those with a need that passes, and void ones where these are asked for.
    pub(super) fn reviews(&self) -> Vec<bool> {
        let vocabulary = &self.register.vocabulary;
        if self.plan.on_reviews_only() {
            return self.plan.reviews(vocabulary);
        }
        let mut shown: Vec<bool> =
            self.selection.counts.by_review().iter().map(|needs| *needs > 0).collect();
        if self.filter.asks_for_void_reviews() {
            let passed = self.plan.reviews(vocabulary);
            for (place, review) in vocabulary.reviews.iter().enumerate() {
                shown[place] |=
                    passed[place] && self.register.void_reviews.contains_key(&review.id);
            }
        }
        shown
    }
}
