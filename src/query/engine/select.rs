//! Selecting: which needs a plan lets through, in one pass over the chunks, and how many there are
//! of everything.

use super::bitmap::Bitmap;
use super::condition_bits::ConditionBits;
use super::difference::{self, Base, Passed};
use super::parallel;
use super::search::rows_with;
use super::selection::Selection;
use crate::query::Field;
use crate::query::condition::Met;
use crate::query::plan::{Check, Plan};
use crate::query::register::{Address, Chunk, Register};
use memchr::memmem::Finder;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Finds the needs that the plan lets through and counts them. `None` when `cancelled` says so,
/// which is asked before each chunk.
pub fn select(
    register: &Register,
    plan: &Plan,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Selection> {
    select_from(register, plan, &[], cancelled)
}

/// Selects as [`select`] does, and starts from other selections: needs that they share with this
/// one are not counted again. Those that do not fit the register or the plan are left alone.
pub fn select_from(
    register: &Register,
    plan: &Plan,
    bases: &[Base],
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Selection> {
    let before = bases.iter().map(|base| &base.selection.met).next();
    let met = ConditionBits::of(register, plan.context, before, cancelled)?;
    let pass = Pass::new(plan);
    let found = parallel::over_chunks(
        register,
        Vec::new,
        |found, number, chunk| found.push((number, pass.chunk(chunk, met.chunk(number)))),
        cancelled,
    )?;
    let mut passed: Vec<(usize, Passed)> = found.into_iter().flatten().collect();
    passed.sort_unstable_by_key(|(number, _)| *number);
    let passed: Vec<Passed> = passed.into_iter().map(|(_, passed)| passed).collect();
    let fields: Vec<Field> = pass.chosen.iter().map(|(field, _)| *field).collect();
    let new = difference::New { register, context: plan.context, met: &met, passed: &passed };
    let counts = difference::count(new, &fields, bases, cancelled)?;
    let bits: Vec<Bitmap> = passed.into_iter().map(|passed| passed.all).collect();
    Some(Selection { rows: Arc::new(rows(&bits)), counts: Arc::new(counts), bits, met })
}

/// For each plan, whether it lets a need of the register through; `selection` is of the same register and context. Once
/// each has let one through, the rest of the register is left alone. `None` when `cancelled` says so, which is asked
/// before each chunk.
pub(in crate::query) fn any_pass(
    register: &Register,
    plans: &[Plan],
    selection: &Selection,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<bool>> {
    let passes: Vec<Pass<'_>> = plans.iter().map(Pass::new).collect();
    let found: Vec<AtomicBool> = plans.iter().map(|_| AtomicBool::new(false)).collect();
    let are_found = || found.iter().all(|found| found.load(Ordering::Relaxed));
    let looked = parallel::over_chunks(
        register,
        || (),
        |(), number, chunk| {
            let met = selection.met.chunk(number);
            for (pass, found) in passes.iter().zip(&found) {
                if !found.load(Ordering::Relaxed) && !pass.chunk(chunk, met).all.is_empty() {
                    found.store(true, Ordering::Relaxed);
                }
            }
        },
        &|| are_found() || cancelled(),
    );
    if looked.is_none() && !are_found() {
        return None;
    }
    Some(found.into_iter().map(AtomicBool::into_inner).collect())
}

/// The rows of the register that are in the set of each chunk.
fn rows(bits: &[Bitmap]) -> Vec<Address> {
    let mut rows = Vec::with_capacity(bits.iter().map(Bitmap::count).sum());
    let mut places = Vec::new();
    for (number, set) in bits.iter().enumerate() {
        set.list(&mut places);
        rows.extend(places.iter().map(|place| Address::new(number, usize::from(*place))));
    }
    rows
}

/// The values that every chunk of a pass shares.
struct Pass<'a> {
    plan: &'a Plan,
    /// The terms of countable fields that choose values: the first positive one of each field.
    chosen: Vec<(Field, usize)>,
    /// The terms that look at columns and that no facet leaves out, by place.
    columns: Vec<usize>,
    /// The finders of the text terms, and whether each is negated.
    finders: Vec<(Finder<'a>, bool)>,
}

impl<'a> Pass<'a> {
    fn new(plan: &'a Plan) -> Self {
        let mut chosen: Vec<(Field, usize)> = Vec::new();
        let (mut columns, mut finders) = (Vec::new(), Vec::new());
        for (place, term) in plan.terms.iter().enumerate() {
            match (&term.check, term.field.filter(|f| f.is_countable() && !term.negated)) {
                (Check::Text(words), _) => finders.push((Finder::new(words), term.negated)),
                (_, Some(field)) if chosen.iter().all(|(f, _)| *f != field) => {
                    chosen.push((field, place));
                }
                _ => columns.push(place),
            }
        }
        Self { plan, chosen, columns, finders }
    }

    /// The rows of a chunk that pass a term on columns.
    fn term(&self, place: usize, chunk: &Chunk, met: &[Met]) -> Bitmap {
        let term = &self.plan.terms[place];
        let rows = term.check.rows(chunk, met);
        if !term.negated {
            return rows;
        }
        let mut others = Bitmap::first(chunk.len());
        others.without(&rows);
        others
    }

    fn chunk(&self, chunk: &Chunk, met: &[Met]) -> Passed {
        let mut all = Bitmap::first(chunk.len());
        for place in &self.columns {
            all.and(&self.term(*place, chunk, met));
        }
        let facets: Vec<Bitmap> =
            self.chosen.iter().map(|(_, place)| self.term(*place, chunk, met)).collect();
        let mut offered = without_each(&all, &facets);
        for facet in &facets {
            all.and(facet);
        }
        self.search(chunk, &mut all, &mut offered);
        Passed { all, offered }
    }

    /// Takes out the rows whose texts do not pass. Only rows that count for something are read.
    fn search(&self, chunk: &Chunk, all: &mut Bitmap, others: &mut [Bitmap]) {
        if self.finders.is_empty() {
            return;
        }
        let mut wanted = all.clone();
        for rows in others.iter() {
            wanted.or(rows);
        }
        for (finder, negated) in &self.finders {
            let found = rows_with(finder, &chunk.facts.texts, &wanted);
            if *negated {
                wanted.without(&found);
            } else {
                wanted = found;
            }
        }
        all.and(&wanted);
        for rows in others {
            rows.and(&wanted);
        }
    }
}

/// For each facet, the rows that all the others and `base` let through.
fn without_each(base: &Bitmap, facets: &[Bitmap]) -> Vec<Bitmap> {
    let mut result = vec![base.clone(); facets.len()];
    for (left_out, rows) in result.iter_mut().enumerate() {
        for (place, facet) in facets.iter().enumerate() {
            if place != left_out {
                rows.and(facet);
            }
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;
    use crate::query::register::CHUNK;
    use crate::query::{Context, parse};
    use crate::testing::random_register;
    use std::sync::atomic::AtomicUsize;

    #[test]
    fn a_register_is_left_alone_once_each_plan_has_let_a_need_through() {
        let register = random_register::register(1, CHUNK + 10);
        let context = Context { today: Day::from_number(17_900), me: None };
        let plan = |text| Plan::resolve(&parse(text).unwrap(), &register, &context).unwrap();
        let everything = select(&register, &plan(""), &|| false).unwrap();
        let looked = |plans: &[Plan]| {
            let chunks = AtomicUsize::new(0);
            let counted = || chunks.fetch_add(1, Ordering::Relaxed) > 3;
            let found = any_pass(&register, plans, &everything, &counted).unwrap();
            (found, chunks.into_inner())
        };
        assert_eq!(looked(&[plan("asset"), plan("chapter:V")]), (vec![true, true], 1));
        assert_eq!(looked(&[plan("asset"), plan("zzzz")]), (vec![true, false], 2));
        assert_eq!(any_pass(&register, &[plan("asset")], &everything, &|| true), None);
    }
}
