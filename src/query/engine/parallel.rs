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

/// Gives each chunk, with its number, to `work` on one of the threads. Each thread begins with a
/// result of its own from `start` and takes the next chunk that nobody has taken; all results
/// come back. `None` when `cancelled` says so, which is asked before each chunk.
pub fn over_chunks<T: Send>(
    register: &Register,
    start: impl Fn() -> T + Sync,
    work: impl Fn(&mut T, usize, &Arc<Chunk>) + Sync,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<T>> {
    let next = AtomicUsize::new(0);
    let run = || {
        let mut result = start();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(chunk) = register.chunks.get(number) else { return Some(result) };
            if cancelled() {
                return None;
            }
            work(&mut result, number, chunk);
        }
    };
    let others = if register.len() < WORTH_IT { 0 } else { threads() - 1 };
    if others == 0 {
        return run().map(|result| vec![result]);
    }
    thread::scope(|scope| {
        let others: Vec<_> = (0..others).map(|_| scope.spawn(run)).collect();
        let mut results = vec![run()];
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
