//! To the last page of all needs, and its picture.

use super::program;
use super::registers::{Size, sizes};
use super::sql;
use divan::Bencher;
use ta_tui::app::key;

/// `G` on a list that stands at its first line.
#[divan::bench(args = sizes())]
fn engine(bencher: Bencher, size: Size) {
    let keys = key::script("G<Home>").unwrap();
    program::at(size, "4", |program| {
        bencher.bench_local(|| {
            program.key(keys[0]);
            let picture = program.draw();
            program.key(keys[1]);
            picture
        });
    });
}

/// The rows of that page, found by counting off all before them.
#[divan::bench(args = sizes())]
fn sql(bencher: Bencher, size: Size) {
    let db = sql::connect(size);
    let page = format!(
        "SELECT n.id, (SELECT text FROM name WHERE kind = 'state' AND record = s.id AND language = 'en'), n.text FROM need n JOIN review r ON r.id = n.review_id
         JOIN state s ON s.id = r.state_id ORDER BY n.id LIMIT 40 OFFSET {}",
        size.0 - 40
    );
    bencher.bench_local(|| sql::exhaust(&db, &page));
}
