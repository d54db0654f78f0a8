//! The conditions that needs meet, a bit for each: plain loops over the columns of a chunk.

use super::parallel;
use crate::domain::{Coded, OverdueDays, Response};
use crate::query::Condition;
use crate::query::condition::Met;
use crate::query::plan::Context;
use crate::query::register::{
    Chunk, NONE, OverdueFacts, Register, SetPlace, Slot, Vocabulary, encoded, is_open, last_day,
};
use std::sync::Arc;

/// The conditions that every need of a register meets, for a person on a day: computed once for all questions, and
/// again only for changed chunks.
#[derive(Clone, Debug)]
pub(in crate::query) struct ConditionBits {
    context: Context,
    overdue_days: OverdueDays,
    sets: Vec<OfSet>,
    /// An entry for each need of a chunk.
    chunks: Vec<(Arc<Chunk>, Arc<[Met]>)>,
}

/// What a set of matches, by its place, makes of a need. On an earlier day, or after a change of an activity, it can be
/// something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct OfSet {
    /// Whether it has any.
    is_matched: bool,
    /// The slot of the standing of an open need.
    standing: u8,
}

impl OfSet {
    /// The entry of every set of matches, by place.
    fn all(vocabulary: &Vocabulary) -> Vec<Self> {
        let standings = vocabulary.standings();
        let sets = vocabulary.match_sets.iter().zip(standings);
        sets.map(|(set, standing)| Self {
            is_matched: !set.is_empty(),
            standing: encoded(Some(standing)),
        })
        .collect()
    }
}

impl ConditionBits {
    /// The conditions that the needs of a register meet, taken from `before` as far as possible.
    /// `None` when `cancelled` says so, which is asked before each chunk.
    pub(in crate::query) fn of(
        register: &Register,
        context: Context,
        before: Option<&Arc<Self>>,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Arc<Self>> {
        let overdue_days = register.vocabulary.overdue_days;
        let sets = OfSet::all(&register.vocabulary);
        // A chunk that was looked at names only sets that were there then.
        let before = before.filter(|before| {
            before.context == context
                && before.overdue_days == overdue_days
                && sets.starts_with(&before.sets)
        });
        let same = |place: usize, chunk: &Arc<Chunk>| {
            let (of, met) = before?.chunks.get(place)?;
            Arc::ptr_eq(of, chunk).then(|| Arc::clone(met))
        };
        let mut chunks = register.chunks.iter().enumerate();
        if let Some(before) = before
            && before.sets.len() == sets.len()
            && before.chunks.len() == register.chunks.len()
            && chunks.all(|(place, chunk)| same(place, chunk).is_some())
        {
            return Some(Arc::clone(before));
        }
        let found = parallel::over_chunks(
            register,
            Vec::new,
            |found, place, chunk| {
                let met = same(place, chunk).unwrap_or_else(|| {
                    let void = register.is_void;
                    met(chunk, context, overdue_days, (&sets, void)).into()
                });
                found.push((place, (Arc::clone(chunk), met)));
            },
            cancelled,
        )?;
        let mut chunks: Vec<_> = found.into_iter().flatten().collect();
        chunks.sort_unstable_by_key(|(place, _)| *place);
        let chunks = chunks.into_iter().map(|(_, chunk)| chunk).collect();
        Some(Arc::new(Self { context, overdue_days, sets, chunks }))
    }

    /// The conditions that the needs of a chunk meet and their standing, by its place in the register.
    pub(in crate::query) fn chunk(&self, place: usize) -> &[Met] {
        self.chunks.get(place).map_or(&[], |(_, met)| met)
    }
}

/// Gives the conditions that a chunk's needs meet, and their standing. `days` is the time that a need that is taken on
/// may stand still; `sets` says what each set of matches makes of a need; `void` whether the needs are void.
fn met(
    chunk: &Chunk,
    context: Context,
    days: OverdueDays,
    (sets, void): (&[OfSet], bool),
) -> Vec<Met> {
    use Condition::{Duplicate, Matched, Mine, Overdue, Unmatched, Unmet, Untriaged, Void};
    let (facts, triage) = (&*chunk.facts, &*chunk.triage);
    let unmet = encoded(Some(Response::Unmet));
    let mut met = vec![Met::default(); chunk.len()];
    let codes = triage.priority.iter().zip(&triage.response);
    mark(&mut met, Untriaged, codes, |(p, r)| *p == NONE || *r == NONE);
    mark(&mut met, Unmet, &triage.response, |response| *response == unmet);
    let matched = |set: &SetPlace| sets.get(set.index()).is_some_and(|set| set.is_matched);
    mark(&mut met, Matched, &facts.activities, matched);
    mark(&mut met, Unmatched, &facts.activities, |set| !matched(set));
    if let Some(me) = context.me.map(Slot::of) {
        mark(&mut met, Mine, &triage.focal, |person| *person == me);
    }
    mark(&mut met, Overdue, waiting(chunk), |waiting| waiting.is_overdue(context.today, days));
    mark(&mut met, Duplicate, &triage.duplicate, |need| *need != 0);
    if void {
        mark(&mut met, Void, &triage.duplicate, |_| true);
    } else {
        stand(&mut met, chunk, sets);
    }
    met
}

/// Sets the standing of each need of a chunk that is open.
fn stand(met: &mut [Met], chunk: &Chunk, sets: &[OfSet]) {
    let triage = &chunk.triage;
    let open = triage.response.iter().zip(&triage.duplicate);
    let open = open.map(|(response, duplicate)| is_open(*response, *duplicate));
    for ((met, set), open) in met.iter_mut().zip(&chunk.facts.activities).zip(open) {
        let standing = sets.get(set.index()).map_or(0, |set| set.standing);
        met.standing = if open { standing } else { 0 };
    }
}

/// The facts of each need of a chunk that decide whether it is overdue.
fn waiting(chunk: &Chunk) -> impl Iterator<Item = OverdueFacts> {
    let (facts, triage) = (&chunk.facts, &chunk.triage);
    // Slices of one length, so that the loop over them needs no checks.
    let len = chunk.len();
    let (response, duplicate) = (&triage.response[..len], &triage.duplicate[..len]);
    let focal = &triage.focal[..len];
    let projected = &triage.projected[..len];
    let (changed, identified) = (&triage.changed[..len], &facts.identified[..len]);
    (0..len).map(move |place| OverdueFacts {
        response: response[place],
        focal: focal[place],
        duplicate: duplicate[place],
        projected: projected[place],
        changed: changed[place],
        identified: last_day(identified[place]),
    })
}

/// Sets a condition's bit for each entry of a column that passes.
fn mark<T>(
    met: &mut [Met],
    condition: Condition,
    column: impl IntoIterator<Item = T>,
    passes: impl Fn(T) -> bool,
) {
    let bit = 1 << condition.index();
    for (met, entry) in met.iter_mut().zip(column) {
        met.conditions |= if passes(entry) { bit } else { 0 };
    }
}
