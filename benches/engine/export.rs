//! Lists as files: twelve columns of every need, as CSV and as a workbook, on a temporary file.

use crate::registers::{Size, register, sizes};
use divan::Bencher;
use std::io::BufWriter;
use ta_tui::columns::needs::{DATA, NeedRow};
use ta_tui::columns::reader::Reader;
use ta_tui::exchange::{About, Sheet, write_csv, write_xlsx};
use ta_tui::query::register::Register;

/// The columns, by their names.
const COLUMNS: [&str; 12] = [
    "id",
    "state",
    "cycle",
    "articles",
    "category",
    "themes",
    "priority",
    "horizon",
    "response",
    "focal_point",
    "identified_on",
    "text",
];

fn sheet(register: &Register) -> Sheet<'_> {
    let reader = Reader::new(register, None);
    let of = |name: &&str| DATA.iter().find(|column| column.property.name == *name).unwrap();
    let columns: Vec<_> = COLUMNS.iter().map(of).collect();
    let heads = columns.iter().map(|column| column.property.data_column()).collect();
    Sheet::new(heads, move || {
        let columns = columns.clone();
        register.rows().filter_map(move |row| {
            let row = NeedRow { need: register.need(row)?, words: None };
            Some(columns.iter().map(|column| column.of(&row, reader)).collect())
        })
    })
}

#[divan::bench(args = sizes())]
fn csv(bencher: Bencher, size: Size) {
    let sheet = sheet(register(size));
    bencher.bench_local(|| {
        let mut out = BufWriter::new(tempfile::tempfile().unwrap());
        write_csv(&sheet, &mut out).unwrap();
    });
}

#[divan::bench(args = sizes())]
fn xlsx(bencher: Bencher, size: Size) {
    let sheet = sheet(register(size));
    let about = About { day: None, lines: Vec::new(), mark: String::new() };
    bencher.bench_local(|| {
        let out = BufWriter::new(tempfile::tempfile().unwrap());
        write_xlsx(&sheet, &about, out).unwrap()
    });
}
