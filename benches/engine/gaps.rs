//! Gaps, shared needs and overlaps among 50,000 activities.

use super::question::EVERYTHING;
use super::registers::{Size, sizes, with_activities};
use divan::Bencher;
use ta_tui::assistance::{Band, Looked, Sharing, add_candidates, gaps, overlaps, shared_needs};
use ta_tui::domain::SAMPLE_DAY;
use ta_tui::query::Field;

const MATRIX: [Field; 2] = [Field::Article, Field::Region];

#[divan::bench(args = sizes())]
fn matrix(bencher: Bencher, size: Size) {
    let register = with_activities(size);
    let selection = EVERYTHING.selection(register);
    bencher.bench_local(|| gaps(register, &selection, &MATRIX, &|| false));
}

/// By the field in which activities have the most values.
#[divan::bench(args = sizes())]
fn matrix_by_category(bencher: Bencher, size: Size) {
    let register = with_activities(size);
    let selection = EVERYTHING.selection(register);
    let fields = [Field::Category, Field::Adviser];
    bencher.bench_local(|| gaps(register, &selection, &fields, &|| false));
}

#[divan::bench(args = sizes())]
fn servable_now(bencher: Bencher, size: Size) {
    let register = with_activities(size);
    let selection = EVERYTHING.selection(register);
    let found = gaps(register, &selection, &MATRIX, &|| false).unwrap();
    let looked = Looked::on(SAMPLE_DAY, &register.vocabulary, Band::Strong);
    bencher.bench_local(|| {
        let mut found = found.clone();
        add_candidates(&mut found, register, &selection, looked, &|| false)
    });
}

#[divan::bench(args = sizes())]
fn shared(bencher: Bencher, size: Size) {
    let register = with_activities(size);
    let selection = EVERYTHING.selection(register);
    let sharing = Sharing { by: Some(Field::Adviser), split: None };
    bencher.bench_local(|| shared_needs(register, &selection, sharing, &|| false));
}

#[divan::bench(args = sizes())]
fn overlapping(bencher: Bencher, size: Size) {
    let register = with_activities(size);
    bencher.bench_local(|| overlaps(&register.vocabulary, SAMPLE_DAY, &|_| true, &|| false));
}
