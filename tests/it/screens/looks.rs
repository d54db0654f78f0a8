//! The looks: the main screens as whole frames, their layers and special states as the parts that
//! differ from the screen below. All with colours and attributes.

use super::{HUGE, LARGE, SMALL};
use crate::support::desk::Desk;
use crate::support::panes::{frame, panes};
use std::fmt::Write;
use ta_tui::app::layers::conflicts::Conflicts;
use ta_tui::domain::{Change, Priority};
use ta_tui::text::Lang;

type Size = (u16, u16);

/// Both languages where room is short; where there is room, the panes beside and behind as well.
const SHOTS: [(Lang, Size); 3] = [(Lang::En, SMALL), (Lang::Zh, SMALL), (Lang::En, LARGE)];

/// The main screens and the keys to them: a frame each in every language and usual size.
const SCREENS: [(&str, &str); 8] = [
    ("overview", "1"),
    ("states", "2"),
    ("reviews", "3"),
    ("needs", "4<F5>"),
    ("triage", "5"),
    ("state", "2<Enter>"),
    ("review", "3<Enter>"),
    ("need", "4<Enter>"),
];

/// Screens built from the same parts: narrow in one language, wide in the other.
const FURTHER: [(&str, &str); 3] =
    [("history", "4gh"), ("figure-bars", "7zd2019-09-30<Enter>l"), ("by-theme", "gtjl")];

/// Overlays and special states: the keys to the screen below, and those that lead on.
const PANES: [(&str, &str, &str); 24] = [
    ("filter", "4/chapter:V<Enter>", "/ pri"),
    ("meant", "4/\"mozambique\"<Enter>", "/ unmet"),
    ("meant-empty", "4/zzzz<Enter>", "/<C-u>\"mozambique\" \"unmet\"<Enter>"),
    ("help", "4", "?"),
    ("chooser", "4", "p"),
    ("picker", "5", "a"),
    ("confirm", "4/chapter:V<Enter>A", "eoa<Enter>"),
    ("notes", "4", "nFirst line<Enter>第二行"),
    ("needs-first", "5", "zr"),
    ("views", "4", "gv"),
    ("columns", "4", "zc"),
    ("new-view", "4", "gv+Africa"),
    ("themes", "4", "#asset"),
    ("tagging", "/awareness<Enter>", "/<C-t>a"),
    ("tagging-confirm", "/awareness<Enter>", "/<C-t><Enter>"),
    ("duplicate", "4", "=="),
    ("date", "4", "=dsoon<Enter>"),
    ("handover", "5hjl", "=oken"),
    ("figure-heat", "7zd2019-09-30<Enter>", "jjljjl"),
    ("triage-past", "5", "zd2019-05-31<Enter>"),
    ("connections", "7G", "kl/cycle:2<Enter>zuzd2019-09-30<Enter>"),
    ("connections-matrix", "7G", "k/cycle:2<Enter>zvzd2019-09-30<Enter>j"),
    ("published", "7", "Gljj"),
    ("dates", "7", "zd2019-05"),
];

fn holds(name: &str, shown: &str) {
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
        snapshot_path => "../snapshots",
    }, {
        insta::assert_snapshot!(name, shown);
    });
}

fn named(lang: Lang, size: Size) -> String {
    format!("{}-{}x{}", lang.code(), size.0, size.1)
}

#[test]
fn the_screens_look_as_they_should() {
    let usual = [(Lang::En, SMALL), (Lang::En, LARGE), (Lang::Zh, SMALL), (Lang::Zh, LARGE)];
    let either = [(Lang::En, SMALL), (Lang::Zh, LARGE)];
    let huge = [(("triage", "5hjl"), Lang::En), (("need", "4<Enter>"), Lang::Zh)];
    let all = SCREENS.iter().flat_map(|screen| usual.map(|(lang, size)| (*screen, lang, size)));
    let some = FURTHER.iter().flat_map(|screen| either.map(|(lang, size)| (*screen, lang, size)));
    let huge = huge.map(|(screen, lang)| (screen, lang, HUGE));
    for ((name, keys), lang, size) in all.chain(some).chain(huge) {
        let mut desk = Desk::new(size, lang);
        desk.keys(keys);
        holds(&format!("{name}-{}", named(lang, size)), &frame(&desk.buffer()));
    }
}

#[test]
fn overlays_and_special_states_look_as_they_should() {
    for (name, below, keys) in PANES {
        let mut shown = String::new();
        for (lang, size) in SHOTS {
            let mut desk = Desk::new(size, lang);
            let below = desk.keys(below).buffer();
            let parts = panes(&below, &desk.keys(keys).buffer());
            writeln!(shown, "== {}\n{parts}", named(lang, size)).unwrap();
        }
        holds(name, &shown);
    }
}

#[test]
fn the_window_of_what_collides_looks_as_it_should() {
    let notes = "4<Enter>nAsk again in March<Enter>再问一次";
    for (name, before, change, after) in [
        ("conflict", "4<Enter>", Change::Priority(Some(Priority::High)), "c"),
        ("conflict-notes", notes, Change::notes("Asked in February\n已询问"), "<C-s>"),
    ] {
        let mut shown = String::new();
        for (lang, size) in SHOTS {
            let mut desk = Desk::new(size, lang);
            desk.keys(before);
            desk.elsewhere(1, change.clone());
            let screen = desk.keys(after).buffer();
            let Some(window) = desk.program.app().overlays.top::<Conflicts>() else {
                panic!("{}", desk.screen())
            };
            // the moment at which the test runs, to the minute
            let at = window.found[0].at.to_string()[..16].replace('T', " ");
            let below = desk.keys("<Esc>").buffer();
            let parts = panes(&below, &screen).replace(&at, "2019-09-30 12:00");
            writeln!(shown, "== {}\n{parts}", named(lang, size)).unwrap();
        }
        holds(name, &shown);
    }
}
