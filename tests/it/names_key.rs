//! The key that takes the names of States away and brings them back, while the program runs: between
//! the two nothing on any screen names a State, whatever was there before; afterwards all is as it was.

use crate::support::desk::{Desk, sample};
use crate::support::home::{Home, SMALL, quit, wait_whole};
use crate::support::large;
use crate::support::names::Names;
use crate::support::sweep;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use ta_tui::analysis::Compared;
use ta_tui::app::{Event, key};
use ta_tui::domain::{Change, Day, Edit, Moment, NeedNumber, Priority};
use ta_tui::query::register::{Disclosure, Register, Vocabulary};
use ta_tui::query::{Filter, Sort};
use ta_tui::store::{Access, Draft, Present, Store, StoreError};
use ta_tui::text::{Lang, Named};
use ta_tui::worker::{Question, Report, Request, TakeBack, Way, Worker, WorkerSettings};

const SIZE: (u16, u16) = (160, 45);

/// The places where names are turned off: every screen and page that may name a State.
const PLACES: &[&str] = &[
    "1",
    "1G",
    "1<Tab*5>zz",
    "2",
    "2jj",
    "2/region:african<Enter>sn",
    "2<Enter>",
    "2<Enter>j<Enter>",
    "2<Enter>j<Enter>gh",
    "3j",
    "3<Enter>",
    "4jj",
    "4/state:GHA<Enter>",
    "4/Ghana<Enter>",
    "4/seychell<Enter>",
    "4/加纳<Enter>",
    "4/focal:fp-gh is:unmet<Enter>",
    "4/group:ldc adviser:any<Enter>",
    "4<F5>vjjv",
    "4<Enter>",
    "4<Enter>gh",
    "4<Enter>ghl",
    "4ghll",
    "4gh",
    "5",
    "6",
    "gw",
    "ga",
    "ga<Enter>",
    "6<Tab>G<Enter><Enter>",
    "4<Enter>&",
    "ga&",
    "6b<Down*3><Enter>",
    "gwb",
    "5hjj",
    "5hjl",
    "5zrj",
    "5s",
    "7",
    "7lj",
    "7Gl<Down*9>",
    "7Gkljzu",
    "7Gkzvl",
    "7Gl<Down*9><Enter>",
    "gt",
    "gtlj<Enter>",
    "zd2019-05-31<Enter>4",
    "4nA word of Ghana<Esc>",
    "4e<Enter>",
    "4e<Enter>u",
    "2<Enter><Enter>",
    "4f/state:<Esc>",
];

/// From whatever place: every screen, page, pane and list.
const WALK: &str = "1zzzz<Tab*6>G2js<Esc><Enter>j<Enter>gh<Tab>l<Esc><Esc><Esc>3j<Enter><Esc>4<Enter><Esc>\
                    f<Down*40><Esc>5hjjll<Down>zrzr7jjl<Esc>7Gl<Down*9>gtljgv<Esc>?<Esc>:<Esc>gh<Right><Right>\
                    <Esc>zd<Esc>zuzlzuzl4zcu<Esc><Esc><Esc>";

/// Every screen, and back on it.
const LOOK: &str = "1234<Enter><Esc>57lgtgh<Esc>";

fn desk(zh: bool, who: &str) -> Desk {
    Desk::with(SIZE, |start| {
        start.lang = if zh { Lang::Zh } else { Lang::En };
        start.who = Some(who.into());
    })
}

/// The screen without the line of the last message.
fn screen(desk: &Desk) -> String {
    let screen = desk.screen();
    let mut lines: Vec<&str> = screen.lines().collect();
    lines.remove(usize::from(SIZE.1) - 2);
    lines.join("\n")
}

/// Presses keys without waiting for their effects.
fn ahead(desk: &mut Desk, keys: &str) {
    key::script(keys).unwrap().into_iter().for_each(|key| desk.program.type_ahead(key));
}

/// Presses keys one by one; no screen between them names a State.
fn walk(desk: &mut Desk, names: &Names, keys: &str) {
    for key in key::script(keys).unwrap() {
        desk.program.key(key);
        let screen = desk.screen();
        assert_eq!(names.in_text(&screen), None, "after {key} of {keys}\n{screen}");
    }
}

#[test]
fn from_every_place_nothing_names_a_state_and_all_comes_back() {
    let names = Names::read();
    let mut telling = 0;
    for (number, place) in PLACES.iter().enumerate() {
        let mut desk = desk(number % 3 == 2, "fp-gh");
        desk.keys(place);
        let before = screen(&desk);
        telling += usize::from(names.in_text(&before).is_some());
        // The frame before the worker's answer names no State either.
        ahead(&mut desk, "zn");
        assert_eq!(names.in_text(&desk.screen()), None, "{place}\n{}", desk.screen());
        desk.program.catch_up();
        assert!(desk.program.app().is_nameless(), "{place}\n{}", desk.screen());
        assert_eq!(names.in_text(&desk.screen()), None, "{place}\n{}", desk.screen());
        // the whole way from a few, a look at every screen from all
        let far = number % 16 == 4 || sweep::is_whole();
        walk(&mut desk, &names, if far { WALK } else { LOOK });
        desk.keys("zn");
        // the language was turned twice, and is the first again
        assert_eq!(screen(&desk), before, "{place}");
    }
    assert!(telling > PLACES.len() / 2, "only {telling} places name a State at all");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, ..ProptestConfig::default() })]

    #[test]
    fn no_keys_lead_to_a_name(
        zh in any::<bool>(),
        place in select(PLACES),
        keys in "[1-57I]{1}(f|<Enter>|<Esc>|a|H|z|m|R|l|<Tab>|h|j|G|v|A|<F3>|t|u|I|O|<Down>){0,7}",
    ) {
        let names = Names::read();
        let mut desk = desk(zh, "fp-gh");
        desk.keys(place).keys("zn");
        walk(&mut desk, &names, &keys);
    }
}

#[test]
fn names_off_is_shown_and_nothing_can_be_changed() {
    let mut desk = desk(false, "fp-gh");
    desk.keys("4zn").expect("State names hidden").expect("z n shows them");
    for edit in ["e", "o", "u", "<C-r>", "<C-t>"] {
        desk.keys(edit).expect("for reading only");
    }
    // a view is a line in the file too
    desk.keys("gv+Zebra<C-s>").expect("can only be read");
    desk.keys("<Esc><Esc>zn").expect("State names shown"); // the form has stayed open
    assert!(!desk.shows("State names hidden"));
    desk.keys("e<Enter>").expect("changed");
    desk.keys("gv");
    assert!(!desk.shows("Zebra"), "nothing was saved");
}

#[test]
fn what_a_filter_says_of_states_goes_and_the_rest_stays() {
    let mut desk = desk(false, "fp-gh");
    desk.keys("4/chapter:II state:GHA,MOZ -priority:low Ghana republic<Enter>Sjzn");
    assert_eq!(desk.program.app().place().filter.to_string(), "chapter:II -priority:low republic");
    desk.expect("in the filter too");
    // as where the program starts so: it cannot be asked for by its name
    desk.keys("/state:GHA<Enter>").expect("GHA");
    assert!(!desk.program.app().overlays.is_empty());
    desk.keys("<Esc>/state:s-1<Enter>").expect("state:s-1");
    desk.keys("zn");
    let filter = desk.program.app().place().filter.to_string();
    assert_eq!(filter, "chapter:II state:GHA,MOZ -priority:low Ghana republic");
}

#[test]
fn order_and_cursor_stay_where_they_say_nothing_of_a_state() {
    let mut desk = desk(false, "fp-gh");
    desk.keys("4/chapter:V<Enter>S<Down*7>");
    let id = desk.program.app().current_need().unwrap().id();
    desk.keys("zn");
    assert_eq!(desk.program.app().current_need().unwrap().id(), id);
    desk.expect("chapter:V").expect("Need▼");
    desk.keys("2jzn").expect("Need▼");
    assert_eq!(desk.program.app().current_need().unwrap().id(), id, "as it was");
}

#[test]
fn drafts_presence_and_what_was_undone_are_not_told_without_names() {
    let mut desk = desk(false, "fp-gh");
    let other = Store::open(&desk.db, Access::ReadWrite).unwrap();
    other.be_present("fp-ke", Some(NeedNumber::new(1))).unwrap();
    desk.keys("4<Enter>nAsked Ghana again<Esc>").expect("✎ Draft: Asked Ghana again");
    desk.keys("zn").expect("Need 1 ");
    assert!(!desk.shows("Draft") && !desk.shows("fp-"), "{}", desk.screen());
    assert_eq!(Names::read().in_text(&desk.screen()), None);
    desk.keys("n");
    assert!(!desk.shows("Asked Ghana"), "{}", desk.screen());
    desk.keys("zn").expect("✎ Draft: Asked Ghana again");
    let drafts = other.drafts("fp-gh").unwrap();
    assert_eq!(drafts.len(), 1, "it was saved before nothing could be");
}

#[test]
fn what_was_under_way_when_the_names_went_is_not_heard_any_more() {
    let mut desk = desk(false, "fp-gh");
    desk.keys("4<Enter>");
    ahead(&mut desk, "zn");
    let who = "fp-ke".to_owned();
    desk.program
        .take(Event::Worker(Report::Present(vec![Present { need: NeedNumber::new(1), who }])));
    assert!(!desk.shows("fp-ke") && !desk.shows("Kenya"), "{}", desk.screen());
    ahead(&mut desk, "zn");
    desk.program.catch_up();
    ahead(&mut desk, "zn");
    let draft = Draft {
        need: NeedNumber::new(1),
        text: "Ask Kenya".into(),
        version: 1,
        at: Moment::from_seconds(0),
        here: true,
    };
    desk.program.take(Event::Worker(Report::Drafts {
        ticket: 0,
        drafts: vec![draft],
        forms: Vec::new(),
    }));
    assert!(!desk.shows("Kenya"), "{}", desk.screen());
}

#[test]
fn who_starts_without_names_keeps_it_so() {
    let mut desk = Desk::with(SIZE, |start| {
        start.kept = Some(Disclosure::Regions);
        (start.who, start.read_only) = (None, true);
    });
    desk.keys("2zn").expect("Started with --no-names");
    assert_eq!(Names::read().in_text(&desk.screen()), None);
}

#[test]
fn colours_language_and_size_outlast_the_names() {
    let mut desk = desk(false, "fp-gh");
    desk.keys("4znzlzn").expect("示例数据").expect("已恢复国名");
    desk.keys("zn").expect("隐去国名");
}

/// A worker, and its reports.
struct Program {
    worker: Worker,
    reports: Receiver<Report>,
    asked: u64,
}

impl Program {
    fn start(store: Store) -> Self {
        let (sender, reports) = channel();
        let clock = ta_tui::domain::Clock::default();
        let settings = WorkerSettings {
            who: "fp-gh".into(),
            watch: false,
            remembers: false,
            as_of: None,
            clock,
            few_needs: WorkerSettings::FEW_NEEDS,
            session: None,
            ledger: None,
            texts: true,
        };
        let open = move || Some((store, settings));
        let worker = Worker::start(open, move |report| sender.send(report).is_ok()).unwrap();
        Self { worker, reports, asked: 0 }
    }

    fn ask(&mut self, as_of: Option<Day>) {
        self.asked += 1;
        self.worker.send(Request::Ask(Question {
            generation: self.asked,
            filter: Filter::default(),
            sort: Sort::default(),
            lang: Lang::En,
            queue: None,
            pinned: Vec::new(),
            hold: None,
            as_of,
            with_needs: false,
            since: None,
            compared: Compared::Usual,
            texts: true,
            wanted: None,
            split: None,
        }));
    }

    fn next(&self) -> Report {
        self.reports.recv_timeout(Duration::from_secs(60)).expect("a report")
    }

    /// Turns names off or on and asks; the registers that were answered with until the whole one.
    fn turn(&mut self, named: bool, as_of: Option<Day>) -> Vec<std::sync::Arc<Register>> {
        self.worker.send(Request::Names { ticket: 1, named });
        self.ask(as_of);
        let mut told = false;
        let mut registers = Vec::new();
        loop {
            match self.next() {
                Report::Names { named: is, .. } => told = is == named,
                Report::Answered(answer) if told && answer.generation == self.asked => {
                    let whole = answer.reading.is_none();
                    registers.push(answer.register);
                    if whole {
                        return registers;
                    }
                }
                Report::Failed { error, .. } => panic!("{error:?}"),
                _ => {}
            }
        }
    }
}

fn is_nameless(register: &Register) -> bool {
    let named = register.vocabulary.states.iter().any(|state| state.in_lang(Lang::En) == "Ghana");
    assert_eq!(register.vocabulary.nameless.is_none(), named);
    !named
}

/// The small tables without the sets, which stand in the order in which they were met.
fn tables(register: &Register) -> Vocabulary {
    let (theme_sets, match_sets) = (Vec::new(), Vec::new());
    Vocabulary { theme_sets, match_sets, ..(*register.vocabulary).clone() }
}

#[test]
fn the_register_reads_as_if_it_had_been_opened_so() {
    let open = || Store::open(&sample(), Access::ReadOnly).unwrap();
    let kept = Disclosure::Regions;
    let whole = |store: Store| store.load(&mut |_| true).unwrap();
    let (named, nameless) = (whole(open()), whole(open().without_names(kept)));
    let mut store = open();
    let loaded = store.load(&mut |_| true).unwrap();
    let off = store.turn_names(Some(kept), &loaded).unwrap();
    assert_eq!(tables(&off), tables(&nameless));
    let on = store.turn_names(None, &off).unwrap();
    assert_eq!(tables(&on), tables(&named));
    assert_eq!(on.len(), named.len());
    for (one, other) in on.rows().zip(named.rows()) {
        let (one, other) = (on.need(one).unwrap(), named.need(other).unwrap());
        assert_eq!(
            (one.id(), one.state().id, one.themes().collect::<Vec<_>>()),
            (other.id(), other.state().id, other.themes().collect::<Vec<_>>())
        );
    }
}

#[test]
fn names_go_and_come_while_a_large_register_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("large.db");
    large::make(&db);
    let mut program = Program::start(Store::open(&db, Access::ReadWrite).unwrap());
    program.ask(None);
    for named in [false, true, false] {
        // in the middle of it: before the reading has ended
        program.worker.send(Request::Names { ticket: 1, named: !named });
        let registers = program.turn(named, None);
        assert!(registers.iter().all(|register| is_nameless(register) != named));
        assert_eq!(registers.last().unwrap().len(), large::NEEDS as usize);
    }
    let past = program.turn(true, Day::parse("2019-05-31"));
    assert!(past.iter().all(|register| !is_nameless(register)));
    let past = program.turn(false, Day::parse("2019-05-31"));
    assert!(past.iter().all(|register| is_nameless(register)));
}

#[test]
fn what_others_change_meanwhile_is_there_with_names_and_without_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("register.db");
    std::fs::copy(sample(), &db).unwrap();
    let other = Store::open(&db, Access::ReadWrite).unwrap();
    let write = |priority| {
        let change = Change::Priority(Some(priority));
        let edits = vec![Edit { need: NeedNumber::new(1), change, if_version: None }];
        let write = ta_tui::store::Write { who: "fp-ke".into(), note: String::new(), edits };
        other.write(&write).unwrap();
    };
    let mut program = Program::start(Store::open(&db, Access::ReadWrite).unwrap());
    program.turn(false, None);
    write(Priority::Low);
    let change = Change::Priority(Some(Priority::High));
    let edits = vec![Edit { need: NeedNumber::new(2), change, if_version: None }];
    program.worker.send(Request::Write { ticket: 7, edits, note: String::new() });
    loop {
        match program.next() {
            Report::Answered(answer) => {
                let need = answer
                    .register
                    .need(answer.register.row_of(NeedNumber::new(1)).unwrap())
                    .unwrap();
                assert_eq!(need.priority(), Some(Priority::Low));
                assert!(is_nameless(&answer.register));
            }
            Report::Wrote { result, .. } => {
                assert_eq!(result, Err(StoreError::ReadOnly));
                break;
            }
            _ => {}
        }
    }
    write(Priority::Medium);
    program.turn(true, None);
    program.worker.send(Request::TakeBack {
        ticket: 8,
        asked: TakeBack { way: Way::Undo, passed: Vec::new(), sure: None },
    });
    loop {
        if let Report::Answered(answer) = program.next() {
            let need =
                answer.register.need(answer.register.row_of(NeedNumber::new(1)).unwrap()).unwrap();
            assert_eq!(need.priority(), Some(Priority::Medium));
            assert!(!is_nameless(&answer.register));
            break;
        }
    }
}

#[test]
fn on_a_terminal_no_byte_after_the_key_names_a_state_also_while_the_register_is_read() {
    let names = Names::read();
    let home = Home::large();
    let mut pty = home.open(&[], &[], SMALL);
    pty.wait_text(" needs");
    // whatever part of it is read by now
    pty.keys("2");
    pty.wait_text("Region");
    pty.keys("zn");
    pty.wait_text("State names hidden");
    wait_whole(&pty, large::NEEDS);
    for (keys, shown) in
        [("2", "one State"), ("4", "one State"), ("5", "nobody"), ("gh", "History")]
    {
        pty.keys(keys);
        pty.wait_frame(shown);
        assert_eq!(names.in_text(&pty.screen_text()), None, "{}", pty.screen_text());
    }
    pty.keys("<Esc>2zn");
    pty.wait_frame("Seychelles");
    quit(pty);
}
