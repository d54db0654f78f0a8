//! The program without a terminal on a register of a size: started once a run.

use super::registers::{Size, file};
use std::cell::RefCell;
use std::collections::BTreeMap;
use ta_tui::app::key;
use ta_tui::cli::{Opening, Start};
use ta_tui::config::{Config, RowMark};
use ta_tui::domain::Clock;
use ta_tui::program::Headless;
use ta_tui::text::{Lang, Signs};

const SCREEN: (u16, u16) = (120, 40);

/// The keys to the state in which every measurement begins: no overlay, the overview, no filter.
const HOME: &str = "<Esc><Esc>1\\";

thread_local! {
    static PROGRAMS: RefCell<BTreeMap<Size, Headless>> = const { RefCell::new(BTreeMap::new()) };
}

/// Uses the program on a register of this size, from its first screen and after these keys.
pub(crate) fn at(size: Size, keys: &str, work: impl FnOnce(&mut Headless)) {
    PROGRAMS.with_borrow_mut(|programs| {
        let program = programs.entry(size).or_insert_with(|| start(size));
        press(program, HOME);
        press(program, keys);
        work(program);
    });
}

/// Presses keys.
fn press(program: &mut Headless, keys: &str) {
    for key in key::script(keys).unwrap() {
        program.key(key);
    }
}

fn start(size: Size) -> Headless {
    let start = Start {
        db: file(size),
        read_only: true,
        as_of: None,
        clock: Clock::System,
        known_then: false,
        today: None,
        ledger: None,
        kept: None,
        watch: true,
        remembers: false,
        tour: None,
        opening: Opening::Usual,
        filter: String::new(),
        who: Some("secretariat".into()),
        lang: Lang::En,
        signs: Signs::Unicode,
        config: Config::default(),
        row: RowMark::Whole,
        built_in_sample: false,
        served: None,
    };
    let program = Headless::start(&start, SCREEN).unwrap();
    let known = program.app().register().map_or(0, |register| register.len());
    assert_eq!(known, size.0 as usize, "everything is loaded before anything is measured");
    program
}
