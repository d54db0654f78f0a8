//! How many needs there are of every value of every field, all fields together.

use super::question::{EVERYTHING, answer};
use super::registers::{Size, register, sizes};
use super::sql;
use divan::{Bencher, black_box};
use ta_tui::domain::Coded;
use ta_tui::query::{Field, Measure};

/// One statement a field; fields of the review are joined, sets are counted by their links.
const SQL: [&str; 16] = [
    "SELECT r.cycle, count(*) FROM need n JOIN review r ON r.id = n.review_id GROUP BY 1",
    "SELECT a.chapter, count(DISTINCT na.need_id) FROM need_article na
     JOIN article a ON a.number = na.article GROUP BY 1",
    "SELECT article, count(*) FROM need_article GROUP BY 1",
    "SELECT category_id, count(*) FROM need GROUP BY 1",
    "SELECT theme_id, count(*) FROM need_theme GROUP BY 1",
    "SELECT r.state_id, count(*) FROM need n JOIN review r ON r.id = n.review_id GROUP BY 1",
    "SELECT s.region, count(*) FROM need n JOIN review r ON r.id = n.review_id
     JOIN state s ON s.id = r.state_id GROUP BY 1",
    "SELECT s.grp, count(*) FROM need n JOIN review r ON r.id = n.review_id
     JOIN state s ON s.id = r.state_id GROUP BY 1, 2, 3",
    "SELECT (SELECT max(on_date || step) FROM review_step WHERE review_id = r.id), sum(needs)
     FROM (SELECT review_id AS id, count(*) AS needs FROM need GROUP BY 1) r GROUP BY 1",
    "SELECT priority, count(*) FROM need GROUP BY 1",
    "SELECT horizon, count(*) FROM need GROUP BY 1",
    "SELECT response, count(*) FROM need GROUP BY 1",
    "SELECT focal_point_id, count(*) FROM need GROUP BY 1",
    "SELECT s.adviser_id, count(*) FROM need n JOIN review r ON r.id = n.review_id
     JOIN state s ON s.id = r.state_id GROUP BY 1",
    "SELECT ao.organisation_id, count(DISTINCT na.need_id) FROM need_activity na
     JOIN activity_organisation ao ON ao.activity_id = na.activity_id AND ao.role = 'provider'
     GROUP BY 1",
    "SELECT priority IS NULL OR response IS NULL, response IS 'unmet', count(*)
     FROM need GROUP BY 1, 2",
];

/// The selection of everything, and the numbers that the overview and the facet pane read out of
/// it.
#[divan::bench(args = sizes())]
fn engine(bencher: Bencher, size: Size) {
    let register = register(size);
    let plan = EVERYTHING.plan(register);
    bencher.bench_local(|| {
        let selection = answer(register, &plan);
        for &field in Field::ALL.iter().filter(|field| field.is_countable()) {
            black_box(selection.counts.offered(field, Measure::Needs));
        }
        selection
    });
}

#[divan::bench(args = sizes())]
fn sql(bencher: Bencher, size: Size) {
    let db = sql::connect(size);
    bencher.bench_local(|| SQL.map(|statement| sql::exhaust(&db, statement)));
}
