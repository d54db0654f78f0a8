//! From a key to the finished picture, without a terminal: the key's command, the worker's answer
//! (list, counts, order), the drawing of 120×40. `benches/terminal` measures the same through a
//! pseudo-terminal.

use super::program;
use super::registers::{Case, each};
use divan::Bencher;
use std::fmt;
use ta_tui::app::key;

/// Keys of one kind: where one begins, and the keys that are pressed in turn, round and round.
#[derive(Clone, Copy)]
struct Kind {
    name: &'static str,
    from: &'static str,
    keys: &'static str,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name)
    }
}

const fn kind(name: &'static str, from: &'static str, keys: &'static str) -> Kind {
    Kind { name, from, keys }
}

const KINDS: [Kind; 12] = [
    kind("cursor step", "4", "jjjjjjjjk"),
    kind("page", "4", "<PgDn><PgDn><PgDn><PgUp>"),
    kind("end and first line", "4", "G<Home>"),
    kind("another screen", "", "23451"),
    kind("chapter key, overview", "", "<F3><F3><F4><F5><F4><F5>"),
    kind("chapter key, needs", "4", "<F3><F3><F4><F5><F4><F5>"),
    kind("facet chosen and dropped", "4f", "<Space>"),
    kind("letter, overview", "/", "recovery<BS><BS><BS><BS><BS><BS><BS><BS>"),
    kind("letter, needs", "4/", "legislation<BS><BS><BS><BS><BS><BS><BS><BS><BS><BS><BS>"),
    kind("letter, facet chosen", "4<F3>/", "fin<BS><BS><BS>"),
    kind("open and back", "4", "<Enter><Esc>"),
    kind("order turned round", "4", "S"),
];

fn cases() -> Vec<Case<Kind>> {
    each(&KINDS).into_iter().map(|(size, kind)| Case(size, kind)).collect()
}

#[divan::bench(args = cases())]
fn key_to_picture(bencher: Bencher, Case(size, kind): &Case<Kind>) {
    let keys = key::script(kind.keys).unwrap();
    let mut next = keys.iter().cycle();
    program::at(*size, kind.from, |program| {
        bencher.bench_local(|| {
            program.key(*next.next().unwrap());
            program.draw()
        });
    });
}
