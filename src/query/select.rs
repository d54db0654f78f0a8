//! The selection: which needs a plan lets through, and how many there are of everything, in one
//! pass over the chunks.

use super::Field;
use super::bitmap::Bitmap;
use super::counts::Counts;
use super::plan::{Check, Plan};
use super::register::{CHUNK, Chunk, Register};
use super::search::rows_with;
use super::tally::{Scan, Sets};
use memchr::memmem::Finder;

/// The needs that a plan lets through.
#[derive(Clone, Debug)]
pub struct Selection {
    /// Their rows in the register, by id.
    pub rows: Vec<u32>,
    /// How many there are of everything.
    pub counts: Counts,
}

/// Finds the needs that the plan lets through and counts them. `None` when `cancelled` says so,
/// which is asked before each chunk.
pub fn select(register: &Register, plan: &Plan, cancelled: &dyn Fn() -> bool) -> Option<Selection> {
    let pass = Pass::new(register, plan);
    let mut selection = pass.nothing();
    for (number, chunk) in register.chunks.iter().enumerate() {
        if cancelled() {
            return None;
        }
        pass.chunk(number, chunk, &mut selection);
    }
    Some(selection)
}

/// What every chunk of a pass shares. A pass only reads; each thread of several would fill a
/// selection of its own.
struct Pass<'a> {
    register: &'a Register,
    plan: &'a Plan,
    sets: Sets,
    /// The terms of countable fields that choose values: the first positive one of each field.
    chosen: Vec<(Field, usize)>,
    /// The terms that look at columns and that no facet leaves out, by place.
    columns: Vec<usize>,
    /// What the text terms look for, and whether they are negated.
    finders: Vec<(Finder<'a>, bool)>,
}

impl<'a> Pass<'a> {
    fn new(register: &'a Register, plan: &'a Plan) -> Self {
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
        let sets = Sets::of(&register.vocabulary);
        Self { register, plan, sets, chosen, columns, finders }
    }

    fn nothing(&self) -> Selection {
        let fields: Vec<Field> = self.chosen.iter().map(|(field, _)| *field).collect();
        let counts = Counts::new(&self.register.vocabulary, self.plan.me, &fields);
        Selection { rows: Vec::new(), counts }
    }

    /// The rows of a chunk that pass a term on columns.
    fn term(&self, place: usize, chunk: &Chunk) -> Bitmap {
        let term = &self.plan.terms[place];
        let rows = term.check.rows(chunk, self.plan.me);
        if !term.negated {
            return rows;
        }
        let mut others = Bitmap::first(chunk.len());
        others.without(&rows);
        others
    }

    fn chunk(&self, number: usize, chunk: &Chunk, selection: &mut Selection) {
        let mut all = Bitmap::first(chunk.len());
        for place in &self.columns {
            all.and(&self.term(*place, chunk));
        }
        let facets: Vec<Bitmap> =
            self.chosen.iter().map(|(_, place)| self.term(*place, chunk)).collect();
        let mut others = without_each(&all, &facets);
        for facet in &facets {
            all.and(facet);
        }
        self.search(chunk, &mut all, &mut others);

        let scan = Scan { chunk, sets: &self.sets, me: self.plan.me };
        let mut rows = Vec::with_capacity(chunk.len());
        all.list(&mut rows);
        let first = (number * CHUNK) as u32;
        selection.rows.extend(rows.iter().map(|row| first + u32::from(*row)));
        for table in &mut selection.counts.tables {
            table.count(&scan, &rows);
        }
        for ((_, table), mut kept_out) in selection.counts.kept_out.iter_mut().zip(others) {
            kept_out.without(&all);
            kept_out.list(&mut rows);
            table.count(&scan, &rows);
        }
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
