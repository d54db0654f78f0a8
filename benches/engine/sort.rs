//! All needs in the order of each column.

use super::registers::{Case, each, register};
use super::sql;
use divan::Bencher;
use std::fmt;
use ta_tui::domain::Coded;
use ta_tui::query::{Field, Sort, SortBy, sort};
use ta_tui::text::Lang;

/// A column and which end comes first.
#[derive(Clone, Copy)]
struct Order(Sort);

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.by {
            SortBy::Field(field) => f.write_str(field.code())?,
            SortBy::Text => f.write_str("text")?,
        }
        if self.0.descending { f.write_str(", greatest first") } else { Ok(()) }
    }
}

fn cases() -> Vec<Case<Order>> {
    let rising = SortBy::all().map(|by| Order(Sort { by, descending: false }));
    let falling = Order(Sort { by: SortBy::Field(Field::Identified), descending: true });
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
    let field = match order.0.by {
        SortBy::Field(field) => Some(field),
        SortBy::Text => None,
    };
    let own = field.map_or_else(String::new, |field| format!("n.{}", field.code()));
    let (join, key) = match field {
        None => ("", "n.text COLLATE NOCASE"),
        Some(Field::State) => (state, &*of_state),
        Some(Field::Cycle) => (state, "r.cycle"),
        Some(Field::Chapter | Field::Article) => (article, "min(a.article)"),
        Some(Field::Category) => ("LEFT JOIN category c ON c.id = n.category_id", &*of_category),
        Some(Field::Priority) => ("", "instr('high medium low', n.priority)"),
        Some(Field::Focal) => ("LEFT JOIN person p ON p.id = n.focal_point_id", &*of_person),
        Some(Field::Identified) => ("", "n.identified_on"),
        Some(Field::Changed) => ("", "n.changed_at"),
        Some(Field::Projected) => ("", "n.projected_on"),
        Some(Field::Duplicate) => ("", "n.duplicate_of"),
        Some(Field::Recommendation) => {
            ("", "(SELECT text FROM recommendation WHERE need_id = n.id ORDER BY id LIMIT 1)")
        }
        Some(_) => ("", &*own),
    };
    let group = if join == article { "GROUP BY n.id" } else { "" };
    let end = if order.0.descending { "DESC" } else { "" };
    let sql =
        format!("SELECT n.id FROM need n {join} {group} ORDER BY {key} {end} NULLS LAST, n.id");
    bencher.bench_local(|| sql::numbers(&db, &sql));
}
