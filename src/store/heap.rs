//! Memory for a thread that reads, in one piece.

use std::hint::black_box;

/// What the small tables, a first part of the needs and the pages in hand come to.
const ROOM: usize = 2 << 20;

/// Has the allocator take what a reader needs at its start. The system's own one (glibc) gives a
/// new thread a few kilobytes at a time, each of which stops the other threads for a moment:
/// hundreds of times before the first screen. It hands out the first large piece apart and, once
/// that is given back, takes the next one into the thread's own store, where it stays.
pub fn reserve() {
    for _ in 0..2 {
        drop(black_box(Vec::<u8>::with_capacity(ROOM)));
    }
}
