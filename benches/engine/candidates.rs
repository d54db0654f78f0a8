//! Candidates: the activities for one need, and the needs for one activity, among 50,000 activities.

use super::registers::{Size, sizes, with_activities};
use divan::Bencher;
use ta_tui::assistance::{Band, Looked, activities_for, needs_for};
use ta_tui::domain::SAMPLE_DAY;
use ta_tui::query::register::{NeedRef, Register};

fn looked(register: &Register, least: Band) -> Looked {
    Looked::on(SAMPLE_DAY, &register.vocabulary, least)
}

#[divan::bench(args = sizes())]
fn for_one_need(bencher: Bencher, size: Size) {
    let register = with_activities(size);
    let is_open = |need: &NeedRef| need.standing().is_some() && !need.articles().is_empty();
    let needs = || register.rows().filter_map(|row| register.need(row)).filter(is_open);
    let need = needs().nth(register.len() / 9).unwrap();
    let looked = looked(register, Band::Possible);
    assert!(!activities_for(need, looked).is_empty());
    bencher.bench_local(|| activities_for(need, looked));
}

#[divan::bench(args = sizes())]
fn for_one_activity(bencher: Bencher, size: Size) {
    let register = with_activities(size);
    let looked = looked(register, Band::Possible);
    let found = |place| needs_for(register, place, looked, &|| false).unwrap();
    // That with the most candidates, of the published ones and some of the others.
    let place = (0..90).max_by_key(|place| found(*place).len()).unwrap();
    assert!(!found(place).is_empty());
    bencher.bench_local(|| found(place));
}
