//! Counts by two fields at once: chapters by regions, categories by responses.

use super::question::EVERYTHING;
use super::registers::{Case, each, register};
use super::sql;
use divan::Bencher;
use std::fmt;
use ta_tui::query::{Field, Measure, cross_tabulate};

/// Two fields, and the same in SQL.
#[derive(Clone, Copy)]
struct Pair {
    name: &'static str,
    fields: [Field; 2],
    sql: &'static str,
}

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name)
    }
}

const PAIRS: [Pair; 2] = [
    Pair {
        name: "chapter,region",
        fields: [Field::Chapter, Field::Region],
        sql: "SELECT a.chapter, s.region, count(DISTINCT n.id) FROM need n
              JOIN review r ON r.id = n.review_id JOIN state s ON s.id = r.state_id
              LEFT JOIN need_article na ON na.need_id = n.id
              LEFT JOIN article a ON a.number = na.article GROUP BY 1, 2",
    },
    Pair {
        name: "category,response",
        fields: [Field::Category, Field::Response],
        sql: "SELECT category_id, response, count(*) FROM need GROUP BY 1, 2",
    },
];

fn cases() -> Vec<Case<Pair>> {
    each(&PAIRS).into_iter().map(|(size, pair)| Case(size, pair)).collect()
}

#[divan::bench(args = cases())]
fn engine(bencher: Bencher, Case(size, pair): &Case<Pair>) {
    let register = register(*size);
    let selection = EVERYTHING.selection(register);
    bencher.bench_local(|| cross_tabulate(register, &selection, &pair.fields, Measure::Needs));
}

#[divan::bench(args = cases())]
fn sql(bencher: Bencher, Case(size, pair): &Case<Pair>) {
    let db = sql::connect(*size);
    let combinations = cross_tabulate(
        register(*size),
        &EVERYTHING.selection(register(*size)),
        &pair.fields,
        Measure::Needs,
    );
    assert_eq!(sql::exhaust(&db, pair.sql), combinations.len(), "{pair}: not the same question");
    bencher.bench_local(|| sql::exhaust(&db, pair.sql));
}
