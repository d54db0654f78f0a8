//! The selection engine: it answers a question over a million needs between two keys.
//!
//! A register of a few thousand needs could be filtered, counted and sorted by plain loops over its
//! rows; the oracle of the tests (`src/testing/oracle.rs`) does exactly that, and the tests compare
//! the two. Everything here is the price of size, and nothing outside `query` names it except through
//! the re-exports of `query`.
//!
//! # From a plan to a selection
//!
//! [`select`] takes a [`Plan`](crate::query::Plan) and a register and gives a [`selection`]: the rows
//! that pass, and the counts of every facet.
//!
//! 1. [`parallel`] hands the chunks of the register (16,384 rows each) to the threads; each asks
//!    before a chunk whether the question has been cancelled.
//! 2. [`condition_bits`] holds one byte for each need with the `is:` conditions that it meets (overdue,
//!    untriaged …). It is kept with the selection; chunks that did not change are taken over.
//! 3. Every term of the plan becomes a [`bitmap`] of the chunk's rows; terms are combined by AND and
//!    AND NOT. [`search`] then runs the text terms over the rows that are left, in the folded texts of
//!    the chunk, which stand one after the other.
//! 4. For each facet that the filter restricts there is a second bitmap that leaves out the facet's
//!    first positive term: the facet's offers besides the value chosen.
//!
//! # From bitmaps to counts
//!
//! [`count_tables`] has one table for each kind of question, a line for each provenance and a cell
//! for each value, and [`scan`] adds rows to it (or takes them out) by runs of one provenance, long runs in
//! parallel lanes. [`difference`] avoids most of that work: it starts from the counts of the nearest
//! known selection (the previous one, the unfiltered one, one of an older register that shares its
//! chunks) and scans only the rows that come or go. Which selections are kept is decided by the
//! worker (`worker/selection_cache.rs`).
//!
//! # Order
//!
//! [`sort`] gives every row a number from small rank tables and sorts the numbers with
//! [`radix_sort`]; texts are compared letter by letter, or by their [`text_sort_keys`], which the
//! worker computes on a thread of its own for large registers. [`order`] is the order of the whole
//! register, computed once and then filtered for each selection. [`urgency`] is the order of the
//! triage queue.
//!
//! # Correctness
//!
//! A register is never changed: a change makes a new one that shares the untouched chunks, so that
//! pointer equality of chunks (and of the vocabulary) tells whether a cached result still holds.
//! Tests compare each part with a slow version of itself and the whole with the oracle
//! and with SQL (`tests/it/selection_equals_sql.rs`). The measured gains stand in `docs/performance.md`.

pub(super) mod bitmap;
pub(super) mod condition_bits;
pub(super) mod count_tables;
pub(super) mod difference;
pub(super) mod order;
pub(super) mod parallel;
mod radix_sort;
mod scan;
mod search;
pub(super) mod select;
pub(super) mod selection;
pub(super) mod sort;
pub(super) mod text_sort_keys;
pub(super) mod urgency;
