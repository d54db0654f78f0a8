//! The machine's own limit: a plain pass over columns and texts that lie flat in memory, with one
//! thread and with two. Nothing of the engine is in it but the values.

use super::registers::{Size, register, sizes};
use divan::{Bencher, black_box};
use memchr::memmem;
use std::collections::HashMap;
use ta_tui::query::register::encoded;

const THREADS: [usize; 2] = [1, 2];

fn cases() -> Vec<String> {
    let named = |size: Size| THREADS.map(|threads| format!("{} {threads}", size.0));
    sizes().into_iter().flat_map(named).collect()
}

fn case(name: &str) -> (Size, usize) {
    let (size, threads) = name.split_once(' ').unwrap();
    (Size(size.parse().unwrap()), threads.parse().unwrap())
}

/// Six columns as they would lie in memory for nothing but a count of each.
#[derive(Default)]
struct Flat {
    bytes: [Vec<u8>; 4],
    words: [Vec<u16>; 2],
}

impl Flat {
    fn of(size: Size) -> Self {
        let register = register(size);
        let categories = register.vocabulary.categories.iter();
        let place: HashMap<i64, u8> = categories.map(|c| c.id).zip(1..).collect();
        let mut flat = Self::default();
        for need in register.rows().filter_map(|row| register.need(row)) {
            flat.bytes[0].push(encoded(need.priority()));
            flat.bytes[1].push(encoded(need.horizon()));
            flat.bytes[2].push(encoded(need.response()));
            flat.bytes[3].push(need.category().map_or(0, |c| place[&c.id]));
            flat.words[0].push(need.focal_slot().number());
            flat.words[1].push(need.provenance_place().index() as u16);
        }
        flat
    }

    /// The counts of a part of all rows.
    fn count(&self, part: usize, parts: usize) -> Vec<u32> {
        let mut counts = vec![0; 4 * 256 + 2 * 1024];
        for (column, table) in self.bytes.iter().zip(counts.chunks_exact_mut(256)) {
            for value in share(column, part, parts) {
                table[usize::from(*value)] += 1;
            }
        }
        for (column, table) in self.words.iter().zip(counts[1024..].chunks_exact_mut(1024)) {
            for value in share(column, part, parts) {
                table[usize::from(*value) & 1023] += 1;
            }
        }
        counts
    }
}

/// A part of a list, of equal ones.
fn share<T>(all: &[T], part: usize, parts: usize) -> &[T] {
    &all[all.len() * part / parts..all.len() * (part + 1) / parts]
}

/// Does `work` on each part, the last one on this thread.
fn on_threads<R: Send>(threads: usize, work: impl Fn(usize) -> R + Sync) -> Vec<R> {
    std::thread::scope(|scope| {
        let work = &work;
        let others: Vec<_> = (1..threads).map(|part| scope.spawn(move || work(part - 1))).collect();
        let own = work(threads - 1);
        others.into_iter().map(|other| other.join().unwrap()).chain([own]).collect()
    })
}

/// Six columns counted.
#[divan::bench(args = cases())]
fn columns(bencher: Bencher, name: &str) {
    let (size, threads) = case(name);
    let flat = Flat::of(size);
    bencher.bench_local(|| on_threads(threads, |part| flat.count(part, threads)));
}

/// All texts read for a word that is in none.
#[divan::bench(args = cases())]
fn texts(bencher: Bencher, name: &str) {
    let (size, threads) = case(name);
    let register = register(size);
    let mut all = String::new();
    for need in register.rows().filter_map(|row| register.need(row)) {
        all.push_str(need.text().as_ref());
    }
    let finder = memmem::Finder::new("nowhere in it");
    bencher.bench_local(|| {
        on_threads(threads, |part| finder.find_iter(share(all.as_bytes(), part, threads)).count())
    });
    black_box(all);
}
