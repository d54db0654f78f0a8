//! Counting by difference: a new selection has most needs in common with one that is counted
//! already, or with everything, and only those that come or go are counted.
//!
//! The known counts may be of an older register, before a change: then chunks that are still the same are compared, and
//! the others counted out and in again.

use super::bitmap::Bitmap;
use super::condition_bits::ConditionBits;
use super::count_tables::{Kind, Sets, Table};
use super::parallel;
use super::scan::{Runs, Scan, Sign};
use super::selection::Selection;
use crate::query::Field;
use crate::query::condition::Met;
use crate::query::counts::Counts;
use crate::query::plan::Context;
use crate::query::register::{Chunk, Register};
use std::sync::Arc;

/// A selection that is counted already, and the register that it is of.
#[derive(Clone, Copy)]
pub struct Base<'a> {
    /// The register, or an older one with the same small tables.
    pub register: &'a Register,
    /// All that was found and counted in it.
    pub selection: &'a Selection,
}

/// The rows of a chunk that pass a plan.
pub(super) struct Passed {
    /// All terms.
    pub(super) all: Bitmap,
    /// For each chosen field: all terms but its first positive one.
    pub(super) offered: Vec<Bitmap>,
}

impl Base<'_> {
    /// Whether its tables mean the same.
    fn serves(&self, register: &Register, context: Context) -> bool {
        let counts = &self.selection.counts;
        counts.context == context
            && Arc::ptr_eq(&counts.vocabulary, &register.vocabulary)
            && self.register.chunks.len() <= register.chunks.len()
    }
}

/// A new selection, which is to be counted.
#[derive(Clone, Copy)]
pub(super) struct New<'a> {
    pub(super) register: &'a Register,
    pub(super) context: Context,
    /// The conditions that all needs meet.
    pub(super) met: &'a ConditionBits,
    /// The rows of every chunk, in order.
    pub(super) passed: &'a [Passed],
}

/// Counts a new selection, and the offered values of the chosen fields. `None` when `cancelled`
/// says so, which is asked before each chunk.
pub(super) fn count(
    new: New,
    chosen: &[Field],
    bases: &[Base],
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Counts> {
    let New { register, context, .. } = new;
    let bases: Vec<Base> =
        bases.iter().filter(|base| base.serves(register, context)).copied().collect();
    let known = bases.first().map(|base| Arc::clone(&base.selection.counts.sets));
    let sets = known.unwrap_or_else(|| Arc::new(Sets::of(&register.vocabulary)));
    let counting = Counting { new, bases, sets };
    let nothing = || Counts::new(&register.vocabulary, context, &counting.sets, chosen);
    let origins = counting.origins(chosen.len());
    let parts = parallel::over_chunks(
        register,
        || (nothing(), Runs::default()),
        |(counts, runs), number, _| counting.chunk(number, &origins, counts, runs),
        cancelled,
    )?;
    let mut parts = parts.into_iter().map(|(counts, _)| counts);
    let mut counts = parts.next()?;
    parts.for_each(|part| counts.add(&part));
    counting.add_origins(&origins, &mut counts);
    Some(counts)
}

/// From where a set of rows is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// From nothing.
    Nothing,
    /// From the rows that pass all terms.
    All,
    /// From a selection that is counted already.
    Base(usize),
}

/// From where the rows that pass all terms are counted, and those that are offered.
struct Origins {
    all: Origin,
    offered: Vec<Origin>,
}

struct Counting<'a> {
    new: New<'a>,
    bases: Vec<Base<'a>>,
    sets: Arc<Sets>,
}

impl Counting<'_> {
    /// The nearest origin of each set of rows.
    fn origins(&self, chosen: usize) -> Origins {
        let bases = || (0..self.bases.len()).map(Origin::Base);
        let nearest = |origins: &mut dyn Iterator<Item = Origin>,
                       set: &dyn Fn(&Passed) -> &Bitmap| {
            origins.min_by_key(|origin| self.distance(*origin, set)).unwrap_or(Origin::Nothing)
        };
        let all = nearest(&mut bases().chain([Origin::Nothing]), &|passed| &passed.all);
        let offered = (0..chosen).map(|place| {
            let origins = [Origin::All, Origin::Nothing];
            nearest(&mut bases().chain(origins), &|passed| &passed.offered[place])
        });
        Origins { all, offered: offered.collect() }
    }

    /// How many rows are counted from an origin.
    fn distance(&self, origin: Origin, set: &dyn Fn(&Passed) -> &Bitmap) -> usize {
        let distance = |(number, passed): (usize, &Passed)| {
            let to = self.holds(number, set(passed));
            match self.there(origin, number) {
                None => to.rows.count(),
                Some(from) if from.is_of_chunk(to) => from.rows.distance(to.rows),
                Some(from) => from.rows.count() + to.rows.count(),
            }
        };
        self.new.passed.iter().enumerate().map(distance).sum()
    }

    /// Rows of a chunk of the register.
    fn holds<'c>(&'c self, number: usize, rows: &'c Bitmap) -> Held<'c> {
        Held { rows, chunk: &self.new.register.chunks[number], met: self.new.met.chunk(number) }
    }

    /// The rows of a chunk at an origin; `None` where it has none.
    fn there(&self, origin: Origin, number: usize) -> Option<Held<'_>> {
        match origin {
            Origin::Nothing => None,
            Origin::All => Some(self.holds(number, &self.new.passed[number].all)),
            Origin::Base(base) => {
                let Base { register, selection } = self.bases[base];
                let (rows, chunk) = (selection.bits.get(number)?, register.chunks.get(number)?);
                Some(Held { rows, chunk, met: selection.met.chunk(number) })
            }
        }
    }

    /// Adds the known counts of the origins.
    fn add_origins(&self, origins: &Origins, counts: &mut Counts) {
        if let Origin::Base(base) = origins.all {
            let tables = &self.bases[base].selection.counts.tables;
            counts.tables.iter_mut().zip(tables).for_each(|(own, there)| own.add(there));
        }
        for ((field, table), origin) in counts.offered.iter_mut().zip(&origins.offered) {
            let kind = Kind::of(*field).place();
            match origin {
                Origin::Nothing => {}
                Origin::All => table.add(&counts.tables[kind]),
                Origin::Base(base) => table.add(&self.bases[*base].selection.counts.tables[kind]),
            }
        }
    }

    /// Counts the rows that come and go in a chunk.
    fn chunk(&self, number: usize, origins: &Origins, counts: &mut Counts, runs: &mut Runs) {
        let passed = &self.new.passed[number];
        let from = self.there(origins.all, number);
        self.steps(from, self.holds(number, &passed.all), &mut counts.tables, runs);
        let offered = counts.offered.iter_mut().zip(&origins.offered).zip(&passed.offered);
        for (((_, table), origin), rows) in offered {
            let from = self.there(*origin, number);
            self.steps(from, self.holds(number, rows), std::slice::from_mut(table), runs);
        }
    }

    /// Counts the difference from an origin's rows of a chunk to those of the new selection.
    fn steps(&self, from: Option<Held>, to: Held, tables: &mut [Table], runs: &mut Runs) {
        let Some(from) = from else { return self.step(to, Sign::Plus, tables, runs) };
        if !from.is_of_chunk(to) {
            self.step(from, Sign::Minus, tables, runs);
            return self.step(to, Sign::Plus, tables, runs);
        }
        let but = |rows: &Bitmap, without: &Bitmap| {
            let mut rows = rows.clone();
            rows.without(without);
            rows
        };
        let (gone, come) = (but(from.rows, to.rows), but(to.rows, from.rows));
        self.step(Held { rows: &gone, ..from }, Sign::Minus, tables, runs);
        self.step(Held { rows: &come, ..to }, Sign::Plus, tables, runs);
    }

    fn step(&self, held: Held, sign: Sign, tables: &mut [Table], runs: &mut Runs) {
        if held.rows.is_empty() {
            return;
        }
        runs.take(held.rows, held.chunk);
        let scan = Scan { chunk: held.chunk, sets: &self.sets, met: held.met };
        for table in tables {
            table.count(&scan, runs, sign);
        }
    }
}

/// Rows of a chunk.
#[derive(Clone, Copy)]
struct Held<'a> {
    rows: &'a Bitmap,
    chunk: &'a Arc<Chunk>,
    /// The conditions that the needs of the chunk meet.
    met: &'a [Met],
}

impl Held<'_> {
    /// Whether both are of the same needs, which nobody has changed in between.
    fn is_of_chunk(self, other: Held) -> bool {
        Arc::ptr_eq(self.chunk, other.chunk)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;
    use crate::query::register::{CHUNK, Slot};
    use crate::query::{Plan, parse, select, select_from};
    use crate::testing::dice::Dice;
    use crate::testing::oracle::ask;
    use crate::testing::random_register;
    use proptest::prelude::*;

    /// A context for the person in slot `me`: conditions depend on the person who asks.
    fn context(me: u16) -> Context {
        Context { today: Day::from_number(17_900), me: Some(me) }
    }

    fn plan(dice: &mut Dice, register: &Register, context: Context) -> Plan {
        let asks: Vec<String> = (0..dice.below(4)).map(|_| ask(dice, register).text).collect();
        Plan::resolve(&parse(&asks.join(" ")).unwrap(), register, &context).unwrap()
    }

    /// Gives the register after a change of a few needs.
    fn changed(dice: &mut Dice, register: &Register) -> Register {
        let mut register = Register { stamp: register.stamp + 1, ..register.clone() };
        for _ in 0..dice.below(4) {
            let place = dice.below(register.chunks.len());
            let chunk = Arc::make_mut(&mut register.chunks[place]);
            let row = dice.below(chunk.len());
            let triage = Arc::make_mut(&mut chunk.triage);
            triage.priority[row] = dice.below(4) as u8;
            triage.response[row] = dice.below(4) as u8;
            triage.focal[row] = Slot::numbered(dice.below(3) as u16);
        }
        register
    }

    /// Selections one after the other, each counted from those before, while needs change.
    fn compare(seed: u64, needs: usize, questions: usize) -> Result<(), TestCaseError> {
        let mut dice = Dice::new(seed);
        let mut asked: Vec<(Register, Selection)> = Vec::new();
        let mut register = random_register::register(seed, needs);
        for _ in 0..questions {
            let me = u16::from(dice.once_in(6));
            let plan = plan(&mut dice, &register, context(me));
            let bases = asked.iter().rev().take(2);
            let bases: Vec<Base> =
                bases.map(|(register, selection)| Base { register, selection }).collect();
            let from = select_from(&register, &plan, &bases, &|| false).unwrap();
            let fresh = select(&register, &plan, &|| false).unwrap();
            prop_assert_eq!(&from.rows, &fresh.rows);
            prop_assert_eq!(&from.counts.tables, &fresh.counts.tables);
            prop_assert_eq!(&from.counts.offered, &fresh.counts.offered);
            asked.push((register.clone(), from));
            if !register.is_empty() && dice.once_in(2) {
                register = changed(&mut dice, &register);
            }
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn what_is_counted_by_difference_is_what_counting_anew_gives(
            seed in any::<u64>(), needs in 0_usize..150
        ) {
            compare(seed, needs, 8)?;
        }
    }

    #[test]
    fn chunks_that_nobody_has_changed_are_compared_and_the_others_counted_again() {
        for seed in 0..3 {
            compare(seed, 2 * CHUNK + 200, 6).unwrap();
        }
    }

    #[test]
    fn only_what_comes_and_goes_is_counted() {
        let register = random_register::register(5, 2_000);
        let ask = |filter: &str, bases: &[Base]| {
            let plan = Plan::resolve(&parse(filter).unwrap(), &register, &context(0)).unwrap();
            select_from(&register, &plan, bases, &|| false).unwrap()
        };
        let everything = ask("", &[]);
        let base = Base { register: &register, selection: &everything };
        let most = ask("-chapter:V", &[base]);
        let passed: Vec<Passed> = most
            .bits
            .iter()
            .map(|all| Passed { all: all.clone(), offered: vec![everything.bits[0].clone()] })
            .collect();
        let counting = Counting {
            new: New {
                register: &register,
                context: context(0),
                met: &everything.met,
                passed: &passed,
            },
            bases: vec![base],
            sets: Arc::new(Sets::of(&register.vocabulary)),
        };
        let origins = counting.origins(1);
        assert_eq!((origins.all, &*origins.offered), (Origin::Base(0), &[Origin::Base(0)][..]));
        let left = everything.rows.len() - most.rows.len();
        assert!(left < most.rows.len());
        assert_eq!(counting.distance(Origin::Base(0), &|passed| &passed.all), left);
        assert!(Arc::ptr_eq(&most.met, &everything.met), "what needs meet is worked out once");
    }
}
