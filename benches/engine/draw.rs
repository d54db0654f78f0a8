//! Drawing each screen of the real program into a buffer of 120×40. A screen shows a page of a
//! register; how large that is must not matter.

use super::program;
use super::registers::{Case, each};
use divan::Bencher;
use std::fmt;

/// A screen: its name and the keys that lead there from the overview.
#[derive(Clone, Copy)]
struct Screen(&'static str, &'static str);

impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

const SCREENS: [Screen; 13] = [
    Screen("overview", ""),
    Screen("States", "2"),
    Screen("reviews", "3"),
    Screen("needs", "4"),
    Screen("needs, last page", "4G"),
    Screen("needs, words marked", "4/legislation<Enter>"),
    Screen("triage", "5"),
    Screen("one State", "2<Enter>"),
    Screen("one review", "3<Enter>"),
    Screen("one need", "4<Enter>"),
    Screen("history", "H"),
    Screen("filter line", "4/chap"),
    Screen("help", "?"),
];

fn cases() -> Vec<Case<Screen>> {
    each(&SCREENS).into_iter().map(|(size, screen)| Case(size, screen)).collect()
}

#[divan::bench(args = cases())]
fn screen(bencher: Bencher, Case(size, screen): &Case<Screen>) {
    program::at(*size, screen.1, |program| bencher.bench_local(|| program.draw()));
}
