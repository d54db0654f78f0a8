//! From the file to the register in memory.

use super::question::TEXTS;
use super::registers::{Size, file, load, sizes};
use super::sql;
use divan::{Bencher, black_box};

#[divan::bench(args = sizes())]
fn engine(bencher: Bencher, size: Size) {
    let path = file(size);
    bencher.bench_local(|| load(&path));
}

/// From the file to the answer of the first search.
#[divan::bench(args = sizes())]
fn until_searched(bencher: Bencher, size: Size) {
    let path = file(size);
    bencher.bench_local(|| {
        let register = load(&path);
        let found = TEXTS[0].selection(&register);
        (register, found)
    });
}

/// Every column of every need and link read by one connection and thrown away: the time of SQLite
/// alone.
#[divan::bench(args = sizes())]
fn sql(bencher: Bencher, size: Size) {
    bencher.with_inputs(|| sql::connect(size)).bench_local_refs(|db| {
        let mut needs = db
            .prepare(
                "SELECT id, review_id, category_id, identified_on, priority, horizon, response,
                        focal_point_id, version, changed_at, text FROM need ORDER BY id",
            )
            .unwrap();
        let mut rows = needs.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..11 {
                black_box(row.get_ref(column).unwrap());
            }
        }
        for links in ["need_article", "need_theme", "need_activity"] {
            black_box(sql::exhaust(db, &format!("SELECT * FROM {links}")));
        }
    });
}
