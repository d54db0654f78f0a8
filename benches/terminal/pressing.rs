//! From the writing of a key to the last byte of the last frame that follows from it: the list, the
//! count, all facet counts and the charts are then right on the screen.

use super::keys;
use super::line::{Line, Shown};
use super::place::Place;
use super::table::{Budget, figure, heads, line};
use super::{SIZE, number};
use std::error::Error;
use std::io::Write;

/// The keys to the state in which a round of keys begins, without being measured: no overlay, the
/// overview, no filter, the first order of the list.
const HOME: [&str; 5] = ["<Esc>", "<Esc>", "4", "1", "\\"];

/// Keys of one kind, pressed one by one; each changes the screen.
struct Kind {
    name: &'static str,
    /// Pressed first, without being measured.
    from: &'static [&'static str],
    /// Pressed before each, without being measured.
    before: Option<&'static str>,
    keys: &'static [&'static str],
    /// In milliseconds, at a million needs.
    budget: u64,
}

/// At the size of the sample every key has this, in milliseconds.
const SMALL_BUDGET: u64 = 5;

const fn kind(
    name: &'static str,
    budget: u64,
    from: &'static [&'static str],
    keys: &'static [&'static str],
) -> Kind {
    Kind { name, from, before: None, keys, budget }
}

const KINDS: &[Kind] = &[
    kind("another screen", 16, &[], &["2", "3", "4", "5", "1", "4", "2", "5", "3", "1"]),
    kind(
        "cursor step",
        3,
        &["4", "<Home>"],
        &["j", "j", "j", "j", "k", "j", "<Down>", "<Up>", "j"],
    ),
    kind("page", 3, &["4", "<Home>"], &["<C-f>", "<C-f>", "<C-b>", "<C-f>", "<C-f>", "<C-b>"]),
    kind(
        "end, first line",
        3,
        &["4", "<Home>"],
        &["G", "<Home>", "G", "<Home>", "G", "<Home>", "G", "<Home>"],
    ),
    kind(
        "chapter key on the overview",
        16,
        &[],
        &["<F2>", "<F4>", "<F2>", "<F3>", "<F5>", "<F5>", "<F4>", "<F3>"],
    ),
    kind(
        "chapter key on the list",
        16,
        &["4"],
        &["<F2>", "<F4>", "<F2>", "<F3>", "<F5>", "<F5>", "<F4>", "<F3>"],
    ),
    kind("facet chosen, dropped", 16, &["4", "f"], &["<Space>"; 8]),
    Kind {
        before: Some("j"),
        ..kind("facet after facet chosen", 16, &["4", "f"], &["<Space>", "<Space>", "<Space>"])
    },
    kind("untriaged, all", 16, &["4"], &["<F7>", "<F7>", "<F7>", "<F7>"]),
    // Words of which no beginning is that of a field, which would not be searched for yet.
    kind(
        "letter of a word",
        30,
        &["4", "/"],
        &["l", "e", "s", "s", "o", "<BS>", "<BS>", "<BS>", "s", "<BS>"],
    ),
    kind("letter, Chinese", 30, &["4", "/"], &["贪", "污", "<BS>", "<BS>", "法", "<BS>"]),
    kind(
        "letter, on the overview",
        30,
        &["1", "/"],
        &["w", "o", "r", "k", "s", "<BS>", "<BS>", "<BS>"],
    ),
    kind(
        "letter, with a chapter chosen",
        30,
        &["4", "<F3>", "/"],
        &["m", "o", "d", "<BS>", "<BS>"],
    ),
    Kind {
        before: Some("s"),
        ..kind(
            "order by each column",
            60,
            &["4"],
            &["b", "c", "d", "e", "f", "h", "i", "l", "m", "n", "o", "a"],
        )
    },
    kind("order turned round", 60, &["4"], &["S", "S", "S", "S"]),
    kind("open, back", 16, &["4"], &["<Enter>", "<Esc>", "<Enter>", "<Esc>", "<Enter>", "<Esc>"]),
    kind("help, palette", 16, &[], &["?", "<Esc>", ":", "<Esc>"]),
];

/// Presses them all, some rounds.
pub(crate) fn measure(place: &Place, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let rounds = number("BENCH_ROUNDS", 12);
    let mut terminal = Line::start(place.program(""), SIZE)?;
    let since = terminal.started;
    terminal.settle(since, 10 * place.quiet).ok_or_else(|| terminal.screen())?;
    let loaded = terminal.resident();
    let mut shown: Vec<Vec<Shown>> = vec![Vec::new(); KINDS.len()];
    for _ in 0..rounds {
        for (kind, shown) in KINDS.iter().zip(&mut shown) {
            round(&mut terminal, place, kind, shown)?;
        }
    }
    heads(out, "from a key, ms")?;
    for (kind, shown) in KINDS.iter().zip(&shown) {
        let budget = if place.is_large() { kind.budget } else { SMALL_BUDGET };
        line(out, kind.name, shown, Budget::Of(budget))?;
    }
    let all: Vec<Shown> = shown.concat();
    line(out, &format!("all {} keys", all.len()), &all, Budget::None)?;
    if let (Some((first, _)), Some((now, most))) = (loaded, terminal.resident()) {
        let budget = if place.is_large() { 280.0 } else { 20.0 };
        writeln!(out, "\nmemory, MB")?;
        figure(out, "when everything is loaded", first, Some(budget))?;
        figure(out, "after all these keys", now, Some(budget))?;
        figure(out, "at most", most, Some(budget))?;
    }
    Ok(())
}

fn round(
    terminal: &mut Line,
    place: &Place,
    kind: &Kind,
    shown: &mut Vec<Shown>,
) -> Result<(), Box<dyn Error>> {
    for key in HOME.iter().chain(kind.from) {
        terminal.press(&keys::bytes(key), place.quiet)?;
    }
    for key in kind.keys {
        if let Some(before) = kind.before {
            terminal.press(&keys::bytes(before), place.quiet)?;
        }
        let answer = terminal.type_in(&keys::bytes(key), place.quiet)?;
        shown.push(answer.ok_or_else(|| format!("{key}:\n{}", terminal.screen()))?);
    }
    Ok(())
}
