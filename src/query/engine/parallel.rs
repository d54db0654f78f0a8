//! One pass over the chunks of a register on as many threads as the machine has.

use crate::query::register::{Chunk, Register};
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;

/// Below this number of needs one thread is done before a second one has started.
const WORTH_IT: usize = 50_000;

/// More threads than this would wait for the memory, not for each other.
const MOST: usize = 4;

/// Long work as its caller follows it.
#[derive(Clone, Copy)]
pub struct Followed<'a> {
    /// Whether the work is to be given up.
    pub cancelled: &'a (dyn Fn() -> bool + Sync),
    /// Hears how many parts of the work have been begun, of so many.
    pub told: &'a dyn Fn(usize, usize),
}

/// Work of which nobody hears how far it is.
impl<'a, C: Fn() -> bool + Sync> From<&'a C> for Followed<'a> {
    fn from(cancelled: &'a C) -> Self {
        Self { cancelled, told: &|_, _| {} }
    }
}

/// Gives each chunk, with its number, to `work` on one of the threads. Each thread begins with a
/// result of its own from `start` and takes the next chunk that nobody has taken; all results
/// come back. `None` when `cancelled` says so, which is asked before each chunk.
pub fn over_chunks<T: Send>(
    register: &Register,
    start: impl Fn() -> T + Sync,
    work: impl Fn(&mut T, usize, &Arc<Chunk>) + Sync,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<T>> {
    chunks_told(register, start, work, Followed { cancelled, told: &|_, _| {} })
}

/// As [`over_chunks`], for a caller that hears how far it is.
pub fn chunks_told<T: Send>(
    register: &Register,
    start: impl Fn() -> T + Sync,
    work: impl Fn(&mut T, usize, &Arc<Chunk>) + Sync,
    followed: Followed<'_>,
) -> Option<Vec<T>> {
    let parts = PassParts { count: register.chunks.len(), on_one: register.len() < WORTH_IT };
    let of_chunk = |result: &mut T, number: usize| {
        if let Some(chunk) = register.chunks.get(number) {
            work(result, number, chunk);
        }
    };
    over_parts(parts, start, of_chunk, followed)
}

/// The parts of a pass.
#[derive(Clone, Copy, Debug)]
pub struct PassParts {
    /// How many there are.
    pub count: usize,
    /// Whether they are so little work that one thread does all of them.
    pub on_one: bool,
}

/// Gives the number of each part to `work` on one of the threads, as [`over_chunks`] does with chunks. How far it is, is
/// told on the thread of the caller.
pub fn over_parts<T: Send>(
    parts: PassParts,
    start: impl Fn() -> T + Sync,
    work: impl Fn(&mut T, usize) + Sync,
    followed: Followed<'_>,
) -> Option<Vec<T>> {
    let (next, cancelled) = (AtomicUsize::new(0), followed.cancelled);
    let run = |told: &dyn Fn(usize)| {
        let mut result = start();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= parts.count {
                return Some(result);
            }
            if cancelled() {
                return None;
            }
            told(number);
            work(&mut result, number);
        }
    };
    let told = |begun| (followed.told)(begun, parts.count);
    let others = if parts.on_one { 0 } else { threads() - 1 };
    if others == 0 {
        return run(&told).map(|result| vec![result]);
    }
    thread::scope(|scope| {
        let others: Vec<_> = (0..others).map(|_| scope.spawn(|| run(&|_| {}))).collect();
        let mut results = vec![run(&told)];
        for other in others {
            results.push(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        results.into_iter().collect()
    })
}

/// How many threads a pass takes; asked of the system once.
fn threads() -> usize {
    static THREADS: OnceLock<usize> = OnceLock::new();
    *THREADS.get_or_init(|| thread::available_parallelism().map_or(1, |n| n.get().min(MOST)))
}
