//! The triage screen: how much everybody has to do, and a queue with the most urgent first.

use super::question::EVERYTHING;
use super::registers::{Size, register, sizes};
use super::sql;
use divan::Bencher;
use ta_tui::query::register::Slot;
use ta_tui::query::{by_urgency, loads_by_person};

/// The queue of needs without a focal point, by place plus one.
const NOBODY: Option<Slot> = Some(Slot::NONE);

#[divan::bench(args = sizes())]
fn everybodys_load(bencher: Bencher, size: Size) {
    let register = register(size);
    let selection = EVERYTHING.selection(register);
    bencher.bench_local(|| loads_by_person(register, &selection));
}

#[divan::bench(args = sizes())]
fn everybodys_load_in_sql(bencher: Bencher, size: Size) {
    let db = sql::connect(size);
    let counts = "SELECT focal_point_id, count(*), sum(priority IS NULL OR response IS NULL),
                         sum(priority IS 'high' AND response IS 'unmet'), sum(projected_on < '2019-04-14')
                  FROM need GROUP BY 1";
    bencher.bench_local(|| sql::exhaust(&db, counts));
}

#[divan::bench(args = sizes())]
fn nobodys_queue(bencher: Bencher, size: Size) {
    let register = register(size);
    let selection = EVERYTHING.selection(register);
    bencher.bench_local(|| by_urgency(register, &selection, NOBODY));
}

#[divan::bench(args = sizes())]
fn nobodys_queue_in_sql(bencher: Bencher, size: Size) {
    let db = sql::connect(size);
    let queue = "SELECT id FROM need WHERE focal_point_id IS NULL
                 ORDER BY response IN ('met', 'withdrawn'), priority IS NOT NULL AND response IS NOT NULL,
                          CASE priority WHEN 'high' THEN 0 WHEN 'medium' THEN 2 WHEN 'low' THEN 3 ELSE 1 END,
                          identified_on NULLS LAST, id";
    bencher.bench_local(|| sql::numbers(&db, queue).len());
}

#[divan::bench(args = sizes())]
fn everybodys_queue(bencher: Bencher, size: Size) {
    let register = register(size);
    let selection = EVERYTHING.selection(register);
    bencher.bench_local(|| by_urgency(register, &selection, None));
}
