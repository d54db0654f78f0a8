//! All needs in the order of each column.

use super::registers::{Case, each, register};
use super::sql;
use divan::Bencher;
use std::fmt;
use ta_tui::domain::Coded;
use ta_tui::query::{Sort, SortBy, sort};
use ta_tui::text::Lang;

/// A column and which end comes first.
#[derive(Clone, Copy)]
struct Order(Sort);

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.by.code())?;
        if self.0.descending { f.write_str(", greatest first") } else { Ok(()) }
    }
}

fn cases() -> Vec<Case<Order>> {
    let rising = SortBy::ALL.iter().map(|by| Order(Sort { by: *by, descending: false }));
    let falling = Order(Sort { by: SortBy::Identified, descending: true });
    let orders: Vec<Order> = rising.chain([falling]).collect();
    each(&orders).into_iter().map(|(size, order)| Case(size, order)).collect()
}

#[divan::bench(args = cases())]
fn engine(bencher: Bencher, Case(size, order): &Case<Order>) {
    let register = register(*size);
    let all: Vec<_> = register.rows().collect();
    bencher
        .with_inputs(|| all.clone())
        .bench_local_refs(|rows| sort(register, rows, order.0, Lang::En));
}

/// The English name of a record.
fn name(kind: &str, record: &str) -> String {
    let field = if kind == "person" { "post" } else { "name" };
    format!(
        "(SELECT text FROM name WHERE kind = '{kind}' AND record = {record} AND field = '{field}' AND language = 'en')"
    )
}

#[divan::bench(args = cases())]
fn sql(bencher: Bencher, Case(size, order): &Case<Order>) {
    let db = sql::connect(*size);
    let state = "JOIN review r ON r.id = n.review_id JOIN state s ON s.id = r.state_id";
    let article = "LEFT JOIN need_article a ON a.need_id = n.id";
    let [of_state, of_category, of_person] =
        [name("state", "s.id"), name("category", "c.id"), name("person", "p.id")];
    let (join, key) = match order.0.by {
        SortBy::Id => ("", "n.id"),
        SortBy::State => (state, &*of_state),
        SortBy::Cycle => (state, "r.cycle"),
        SortBy::Chapter | SortBy::Article => (article, "min(a.article)"),
        SortBy::Category => ("LEFT JOIN category c ON c.id = n.category_id", &*of_category),
        SortBy::Priority => ("", "instr('high medium low', n.priority)"),
        SortBy::Horizon => ("", "n.horizon"),
        SortBy::Response => ("", "n.response"),
        SortBy::Focal => ("LEFT JOIN person p ON p.id = n.focal_point_id", &*of_person),
        SortBy::Identified => ("", "n.identified_on"),
        SortBy::Rank => ("", "n.rank"),
        SortBy::Changed => ("", "n.changed_at"),
        SortBy::Text => ("", "n.text COLLATE NOCASE"),
    };
    let group = if join == article { "GROUP BY n.id" } else { "" };
    let end = if order.0.descending { "DESC" } else { "" };
    let sql =
        format!("SELECT n.id FROM need n {join} {group} ORDER BY {key} {end} NULLS LAST, n.id");
    bencher.bench_local(|| sql::numbers(&db, &sql));
}
