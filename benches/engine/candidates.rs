//! Candidates: the activities for one need, and the needs for one activity, among 50,000 activities.

use super::registers::{Size, register, sizes};
use divan::Bencher;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use ta_tui::assistance::{Band, Looked, activities_for, needs_for};
use ta_tui::domain::{Article, SAMPLE_DAY};
use ta_tui::query::register::{Activity, NeedRef, Register};

/// How many activities there are.
const ACTIVITIES: usize = 50_000;

/// The register of this size with so many activities: those of the sample again and again, for other States and on other
/// articles each time.
fn with_many(size: Size) -> &'static Register {
    static MADE: Mutex<BTreeMap<Size, &'static Register>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    made.entry(size).or_insert_with(|| {
        let mut many = register(size).clone();
        let vocabulary = Arc::make_mut(&mut many.vocabulary);
        let states = vocabulary.states.len();
        let published = vocabulary.activities.clone();
        while vocabulary.activities.len() < ACTIVITIES {
            let place = vocabulary.activities.len();
            let model = &published[place % published.len()];
            let moved = |state: &u16| ((usize::from(*state) + place * 7) % states) as u16;
            let articles = model.articles.iter().map(|one| (one.index() + place) % Article::COUNT);
            vocabulary.activities.push(Activity {
                id: i64::try_from(place).unwrap() + 1,
                code: format!("B{place:05}"),
                states: model.states.iter().map(moved).collect(),
                articles: articles.filter_map(Article::at).collect(),
                ..model.clone()
            });
        }
        Box::leak(Box::new(many))
    })
}

fn looked(register: &Register) -> Looked {
    Looked::on(SAMPLE_DAY, &register.vocabulary, Band::Likely)
}

#[divan::bench(args = sizes())]
fn for_one_need(bencher: Bencher, size: Size) {
    let register = with_many(size);
    let is_open = |need: &NeedRef| need.standing().is_some() && !need.articles().is_empty();
    let needs = || register.rows().filter_map(|row| register.need(row)).filter(is_open);
    let need = needs().nth(register.len() / 9).unwrap();
    assert!(!activities_for(need, looked(register)).is_empty());
    bencher.bench_local(|| activities_for(need, looked(register)));
}

#[divan::bench(args = sizes())]
fn for_one_activity(bencher: Bencher, size: Size) {
    let register = with_many(size);
    let found = |place| needs_for(register, place, looked(register), &|| false).unwrap();
    // Of the published ones that with the most candidates.
    let place = (0..61).max_by_key(|place| found(*place).len()).unwrap();
    assert!(!found(place).is_empty());
    bencher.bench_local(|| found(place));
}
