//! Gaps, shared needs and overlaps: the matrix on every register, the rest beside 50,000 activities that are made up.

use super::question::EVERYTHING;
use super::registers::{Size, register, sizes};
use divan::Bencher;
use std::sync::Arc;
use ta_tui::assistance::{Band, Looked, Sharing, add_candidates, gaps, overlaps, shared_needs};
use ta_tui::domain::{Article, SAMPLE_DAY};
use ta_tui::query::Field;
use ta_tui::query::register::{Activity, Register};

const MATRIX: [Field; 2] = [Field::Article, Field::Region];

/// How many activities there are beside the needs.
const ACTIVITIES: u32 = 50_000;

/// A register with many activities: three States and two articles each, or one in ten for a part of the world, held
/// within twenty years; one in eight does not say when.
fn with_activities(size: Size) -> Register {
    let mut made = register(size).clone();
    let vocabulary = Arc::make_mut(&mut made.vocabulary);
    let model = vocabulary.activities[0].clone();
    let (states, organisations) =
        (vocabulary.states.len() as u32, vocabulary.organisations.len() as u32);
    let first = vocabulary.activities.len() as u32;
    for number in first..ACTIVITIES {
        // The middle bits of a product: spread, and the same in every run.
        let random = |turn: u32, below: u32| {
            (number.wrapping_add(turn * 7919).wrapping_mul(2_654_435_769) >> 11) % below
        };
        let is_regional = random(1, 10) == 0;
        let month = random(2, 240);
        let date = format!("{}-{:02}", 2005 + month / 12, 1 + month % 12);
        let date = if random(3, 8) == 0 { String::new() } else { date };
        let some = |count: u32, turn: u32| -> Vec<u16> {
            let mut places: Vec<u16> =
                (0..count).map(|place| random(turn + place, states) as u16).collect();
            places.sort_unstable();
            places.dedup();
            places
        };
        let region = random(4, 6) as u16 * 30;
        vocabulary.activities.push(Activity {
            id: i64::from(number) + 1_000,
            code: format!("X{number}"),
            kind: ["workshop", "training", "legal advice", "assessment"][random(5, 4) as usize]
                .into(),
            status: ["done", "ongoing", "planned"][random(6, 3) as usize].into(),
            starts: date.clone(),
            ends: date,
            states: if is_regional { Vec::new() } else { some(3, 10) },
            area_states: if is_regional { (region..region + 20).collect() } else { Vec::new() },
            articles: [random(20, 58), random(21, 58)]
                .into_iter()
                .filter_map(|place| Article::at(place as usize))
                .collect(),
            providers: vec![random(22, organisations) as u16],
            ..model.clone()
        });
    }
    made
}

#[divan::bench(args = sizes())]
fn matrix(bencher: Bencher, size: Size) {
    let register = register(size);
    let selection = EVERYTHING.selection(register);
    bencher.bench_local(|| gaps(register, &selection, &MATRIX, &|| false));
}

#[divan::bench(args = sizes())]
fn servable_now(bencher: Bencher, size: Size) {
    let register = with_activities(size);
    let selection = EVERYTHING.selection(&register);
    let found = gaps(&register, &selection, &MATRIX, &|| false).unwrap();
    let looked = Looked::on(SAMPLE_DAY, &register.vocabulary, Band::Strong);
    bencher.bench_local(|| {
        let mut found = found.clone();
        add_candidates(&mut found, &register, &selection, looked, &|| false)
    });
}

#[divan::bench(args = sizes())]
fn shared(bencher: Bencher, size: Size) {
    let register = register(size);
    let selection = EVERYTHING.selection(register);
    let sharing = Sharing { by: Some(Field::Adviser), split: None };
    bencher.bench_local(|| shared_needs(register, &selection, sharing, &|| false));
}

#[divan::bench(args = sizes())]
fn overlapping(bencher: Bencher, size: Size) {
    let register = with_activities(size);
    bencher.bench_local(|| overlaps(&register.vocabulary, SAMPLE_DAY, &|_| true, &|| false));
}
