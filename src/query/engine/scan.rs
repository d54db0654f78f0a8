//! Counting rows of a chunk into a table, or out of it again.
//!
//! The needs of a review mostly stand together, so that rows are counted by runs of one provenance: a
//! run has one line of the table. In a long run many rows count for the same cell one after the
//! other, and each addition would wait for the one before; such a run is counted in lanes, which
//! are summed up at its end.

use super::bitmap::Bitmap;
use super::count_tables::{HORIZONS, Kind, RESPONSES, Sets, SlotSets, Table};
use crate::query::condition::Met;
use crate::query::register::{Chunk, ProvenancePlace, SetPlace, Slot};

/// How many rows are counted side by side.
const LANES: usize = 4;

/// The sign by which rows come or go. Tables are sums of both, so that cells wrap around in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Rows are counted in.
    Plus,
    /// Rows that a table holds already are counted out.
    Minus,
}

impl Sign {
    fn of(self, rows: usize) -> u32 {
        match self {
            Self::Plus => rows as u32,
            Self::Minus => (rows as u32).wrapping_neg(),
        }
    }
}

/// The columns and rows that a pass over a chunk reads.
pub(super) struct Scan<'a> {
    pub(super) chunk: &'a Chunk,
    pub(super) sets: &'a Sets,
    /// The conditions that each need meets, and its standing.
    pub(super) met: &'a [Met],
}

/// Rows of a chunk, by runs of one provenance.
#[derive(Default)]
pub(super) struct Runs {
    rows: Vec<u16>,
    /// The provenance of each run, and where it ends.
    ends: Vec<(ProvenancePlace, usize)>,
    /// The rows that have matches: the provenance of each and the place of its set. Most rows have none, and every
    /// field of matches is counted of the same ones.
    matched: Vec<(usize, usize)>,
    /// How many rows of each run have none.
    unmatched: Vec<(usize, usize)>,
}

impl Runs {
    /// Takes the rows of a set in place of the earlier ones.
    pub(super) fn take(&mut self, set: &Bitmap, chunk: &Chunk) {
        set.list(&mut self.rows);
        self.ends.clear();
        let of = |row: &u16| chunk.facts.provenance[usize::from(*row)];
        let mut end = 0;
        for run in self.rows.chunk_by(|a, b| of(a) == of(b)) {
            end += run.len();
            self.ends.push((of(&run[0]), end));
        }
        let (mut matched, mut unmatched) =
            (std::mem::take(&mut self.matched), std::mem::take(&mut self.unmatched));
        matched.clear();
        unmatched.clear();
        for (of, rows) in self.each() {
            let before = matched.len();
            let sets = rows.iter().map(|row| chunk.facts.activities[usize::from(*row)].index());
            matched.extend(sets.filter(|set| *set != 0).map(|set| (of, set)));
            unmatched.push((of, rows.len() - (matched.len() - before)));
        }
        (self.matched, self.unmatched) = (matched, unmatched);
    }

    /// Each run: the place of its provenance, and its rows.
    fn each(&self) -> impl Iterator<Item = (usize, &[u16])> {
        let mut start = 0;
        self.ends.iter().map(move |(of, end)| {
            let from = std::mem::replace(&mut start, *end);
            (of.index(), &self.rows[from..*end])
        })
    }
}

impl Table {
    /// Counts rows of a chunk.
    pub(super) fn count(&mut self, scan: &Scan, runs: &Runs, sign: Sign) {
        let (facts, triage) = (&scan.chunk.facts, &scan.chunk.triage);
        match self.kind {
            Kind::Totals => {
                for (of, rows) in runs.each() {
                    self.add_to(of, 0, sign.of(rows.len()));
                }
            }
            Kind::Chapters => self.each(runs, sign, |r| facts.articles[r].chapter_bits().into()),
            Kind::Categories => self.each(runs, sign, |r| facts.category[r].into()),
            Kind::Origins => self.each(runs, sign, |r| facts.origin[r].into()),
            Kind::Focal => self.each(runs, sign, |r| triage.focal[r].entry()),
            Kind::Triage => self.each(runs, sign, |r| {
                (usize::from(triage.priority[r]) * HORIZONS + usize::from(triage.horizon[r]))
                    * RESPONSES
                    + usize::from(triage.response[r])
            }),
            Kind::Conditions => self.each(runs, sign, |r| scan.met[r].conditions.into()),
            Kind::Standings => self.each(runs, sign, |r| scan.met[r].standing.into()),
            Kind::Articles => self.articles(scan, runs, sign),
            Kind::Themes => self.sets(runs, sign, &facts.themes, &scan.sets.themes),
            // Most registers have none: nothing is looked up then.
            Kind::Documents if facts.documents.is_empty() => {
                for (review, rows) in runs.each() {
                    self.add_to(review, 0, sign.of(rows.len()));
                }
            }
            Kind::Documents => self.each(runs, sign, |r| facts.document(r).entry()),
            Kind::Matches(place) => self.matches(runs, sign, &scan.sets.matches[place]),
        }
    }

    fn add_to(&mut self, of: usize, cell: usize, rows: u32) {
        let cell = &mut self.cells[of * self.width + cell];
        *cell = cell.wrapping_add(rows);
    }

    /// Counts rows that each have one cell.
    fn each(&mut self, runs: &Runs, sign: Sign, cell: impl Fn(usize) -> usize) {
        let width = self.width;
        let mut lanes = Vec::new();
        for (of, rows) in runs.each() {
            let line = &mut self.cells[of * width..][..width];
            let (in_lanes, single) = match rows.as_chunks() {
                (_, _) if rows.len() < LANES * width => (&[][..], rows),
                both => both,
            };
            for row in single {
                let cell = &mut line[cell(usize::from(*row))];
                *cell = cell.wrapping_add(sign.of(1));
            }
            if !in_lanes.is_empty() {
                count_in_lanes(in_lanes, &mut lanes, line, sign, &cell);
            }
        }
    }

    fn articles(&mut self, scan: &Scan, runs: &Runs, sign: Sign) {
        for (of, rows) in runs.each() {
            for row in rows {
                let mut rest = scan.chunk.facts.articles[usize::from(*row)].bits();
                if rest == 0 {
                    self.add_to(of, 0, sign.of(1));
                }
                while rest != 0 {
                    self.add_to(of, Slot::at(rest.trailing_zeros() as usize).entry(), sign.of(1));
                    rest &= rest - 1;
                }
            }
        }
    }

    /// Counts the slots of the matches of rows.
    fn matches(&mut self, runs: &Runs, sign: Sign, sets: &SlotSets) {
        for (of, set) in &runs.matched {
            for slot in sets.get(*set) {
                self.add_to(*of, usize::from(*slot), sign.of(1));
            }
        }
        for (of, rows) in &runs.unmatched {
            self.add_to(*of, 0, sign.of(*rows));
        }
    }

    /// Counts the slots of the set that a column names. Most name none: only the others are looked
    /// at one by one.
    fn sets(&mut self, runs: &Runs, sign: Sign, column: &[SetPlace], sets: &SlotSets) {
        for (of, rows) in runs.each() {
            let mut without = rows.len();
            for row in rows {
                let set = column[usize::from(*row)].index();
                if set != 0 {
                    without -= 1;
                    for slot in sets.get(set) {
                        self.add_to(of, usize::from(*slot), sign.of(1));
                    }
                }
            }
            self.add_to(of, 0, sign.of(without));
        }
    }
}

/// Counts rows side by side, and sums them up in a line.
fn count_in_lanes(
    rows: &[[u16; LANES]],
    lanes: &mut Vec<u32>,
    line: &mut [u32],
    sign: Sign,
    cell: &impl Fn(usize) -> usize,
) {
    let width = line.len();
    lanes.clear();
    lanes.resize(LANES * width, 0);
    let (front, back) = lanes.split_at_mut(2 * width);
    let ((a, b), (c, d)) = (front.split_at_mut(width), back.split_at_mut(width));
    for [first, second, third, fourth] in rows {
        a[cell((*first).into())] += 1;
        b[cell((*second).into())] += 1;
        c[cell((*third).into())] += 1;
        d[cell((*fourth).into())] += 1;
    }
    for (place, total) in line.iter_mut().enumerate() {
        let sum = a[place] + b[place] + c[place] + d[place];
        *total = total.wrapping_add(sign.of(sum as usize));
    }
}
