//! Answering one question: resolve the filter, select, count, sort.

use super::urgency;
use super::{Answer, Load, Question};
use crate::domain::{Day, Priority, Response};
use crate::query::register::{NONE, Register, encoded};
use crate::query::{Context, FilterError, Plan, select, sort};
use std::sync::Arc;

/// The answer; `None` when `cancelled` said so first.
#[allow(clippy::result_large_err)] // one error a question, on its way to the screen
pub(super) fn answer(
    question: &Question,
    register: &Arc<Register>,
    who: &str,
    cancelled: &dyn Fn() -> bool,
) -> Result<Option<Answer>, FilterError> {
    let vocabulary = &register.vocabulary;
    let me = vocabulary.people.iter().position(|p| p.code == who).map(|place| place as u16);
    let context = Context { today: Day::today(), me };
    let plan = Plan::resolve(&question.filter, register, &context)?;
    let Some(selection) = select(register, &plan, cancelled) else { return Ok(None) };
    let mut rows = selection.rows;
    let mut people = Vec::new();
    if let Some(queue) = question.queue {
        people = loads(register, &rows);
        rows.retain(|row| register.need(*row).is_some_and(|need| need.focal_slot() == queue));
        urgency::sort(register, &mut rows);
    } else {
        sort(register, &mut rows, question.sort, question.lang);
    }
    let states = (0..vocabulary.states.len()).map(|place| plan.state_matches(place)).collect();
    Ok(Some(Answer {
        generation: question.generation,
        register: Arc::clone(register),
        filter: question.filter.clone(),
        rows: rows.into(),
        counts: Arc::new(selection.counts),
        reviews: plan.reviews(vocabulary).into(),
        on_reviews_only: plan.on_reviews_only(),
        plan: Arc::new(plan),
        states,
        people: people.into(),
    }))
}

/// How much each person has to do among these needs; the first line is nobody's.
fn loads(register: &Register, rows: &[u32]) -> Vec<Load> {
    let mut loads = vec![Load::default(); register.vocabulary.people.len() + 1];
    let (high, unmet) = (encoded(Some(Priority::High)), encoded(Some(Response::Unmet)));
    for need in rows.iter().filter_map(|row| register.need(*row)) {
        let Some(load) = loads.get_mut(usize::from(need.focal_slot())) else { continue };
        let (priority, response) = (encoded(need.priority()), encoded(need.response()));
        load.needs += 1;
        load.untriaged += u32::from(priority == NONE || response == NONE);
        load.pressing += u32::from(priority == high && response == unmet);
    }
    loads
}
