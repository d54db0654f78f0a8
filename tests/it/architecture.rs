//! The shape of the program: the modules that a module may name, the crates of each module, and
//! forbidden code. Read from the source, so that it also holds for code that is not run.

use crate::support::circles::Circles;
use crate::support::source::{Source, sources};

/// A module names only modules that stand before it; the build script names none.
const ORDER: [&str; 25] = [
    "build",
    "xml",
    "text",
    "config",
    "domain",
    "spreadsheet",
    "fields",
    "query",
    "entry",
    "store",
    "import",
    "sample",
    "analysis",
    "assistance",
    "exchange",
    "picture",
    "paint",
    "columns",
    "worker",
    "app",
    "ui",
    "term",
    "cli",
    "program",
    "main",
];

/// The most lines a file may have.
const LONGEST: usize = 400;

/// The files that use the real time whatever day the register has: drafts, presence, locks, names of kept files, checks
/// against the future, the log file.
const REAL_TIME: [(&str, &str); 13] = [
    ("src/cli/log_file.rs", "Moment::now"),
    ("src/domain/clock.rs", "Moment::now"),
    ("src/domain/date.rs", "Timestamp::now"),
    ("src/store/begin.rs", "Moment::now"),
    ("src/store/begin.rs", "SystemTime::now"),
    ("src/store/check/times.rs", "Moment::now"),
    ("src/store/draft.rs", "Moment::now"),
    ("src/store/form_draft.rs", "Moment::now"),
    ("src/store/own_day.rs", "Moment::now"),
    ("src/store/presence.rs", "Moment::now"),
    ("src/store/restore.rs", "Moment::now"),
    ("src/store/sessions.rs", "Moment::now"),
    ("src/worker/drafts.rs", "Moment::now"),
];

/// The files with a lock at which threads can wait for each other: the log, the sets that two readers number, the
/// terminal. Only the log is shared by the thread of the interface and the worker.
const LOCKS: [&str; 4] =
    ["src/cli/log_file.rs", "src/store/interner.rs", "src/term/flood.rs", "src/term/tty.rs"];

/// The breaches of the rules in a file, each with its place.
fn violations(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    if !source.whole.starts_with("//!") {
        found.push("1: the file does not say what it is for".to_owned());
    }
    let lines = source.whole.lines().count();
    if lines > LONGEST {
        found.push(format!("{lines}: more than {LONGEST} lines"));
    }
    for (line, path) in source.paths() {
        found.extend(wrong_path(source, &path).map(|why| format!("{line}: {path}: {why}")));
    }
    for (code, why) in [
        ("set_symbol", "writes anything to a terminal; use set_string or a widget"),
        ("println!", "output goes through one writer"),
        ("print!", "output goes through one writer"),
        ("eprintln!", "output goes through one writer"),
        ("eprint!", "output goes through one writer"),
    ] {
        found.extend(source.places(code).iter().map(|line| format!("{line}: {code}: {why}")));
    }
    // A register may have a day of its own beside the clock's; and every screen can be shown again
    // on any other day.
    for code in ["Moment::now", "Timestamp::now", "ZonedDateTime::now", "SystemTime::now"] {
        if !REAL_TIME.contains(&(source.path.as_str(), code)) {
            let lines = source.places(code);
            found.extend(
                lines.iter().map(|line| format!("{line}: {code}: ask the clock of domain")),
            );
        }
    }
    for code in ["Mutex", "RwLock", "Condvar"] {
        if !LOCKS.contains(&source.path.as_str()) {
            let lines = source.places(code);
            found.extend(lines.iter().map(|line| format!("{line}: {code}: a lock to wait at")));
        }
    }
    found.into_iter().map(|what| format!("{}:{what}", source.path)).collect()
}

fn wrong_path(source: &Source, path: &str) -> Option<&'static str> {
    let module = source.module();
    if let Some(named) = crate_module(source, path)
        && !may_name(module, named)
    {
        return Some("against the order of the modules");
    }
    let names = |prefix: &str| path == prefix || path.starts_with(&format!("{prefix}::"));
    if names("rusqlite") && module != "store" {
        return Some("only the store speaks to the database");
    }
    let draws = ["picture", "paint", "ui", "term", "program"].contains(&module);
    if !draws && ["ratatui::Frame", "ratatui::buffer", "ratatui::prelude"].into_iter().any(names) {
        return Some("only what draws and what puts it together knows frames and buffers");
    }
    let terminal = path.strip_prefix("ratatui::").unwrap_or(path);
    if module != "term" && (terminal == "crossterm" || terminal.starts_with("crossterm::")) {
        let event = terminal.strip_prefix("crossterm::event::");
        let data = event.is_some_and(|name| {
            !["read", "poll", "Enable", "Disable"].into_iter().any(|verb| name.starts_with(verb))
        });
        if !data {
            return Some("only term acts on the terminal");
        }
    }
    None
}

/// The module of the crate that a path leads to, if it leads to one from the crate's top.
fn crate_module<'a>(source: &Source, path: &'a str) -> Option<&'a str> {
    let mut rest = path;
    let mut up = 0;
    if let Some(below) = path.strip_prefix("crate::") {
        return below.split("::").next();
    }
    while let Some(above) = rest.strip_prefix("super::") {
        rest = above;
        up += 1;
    }
    (up >= source.depth() && up > 0).then(|| rest.split("::").next()).flatten()
}

fn may_name(module: &str, named: &str) -> bool {
    let place = |name: &str| ORDER.iter().position(|known| *known == name);
    let Some(there) = place(named) else { return true }; // a macro or a re-export of the crate
    match (module, place(module)) {
        ("lib", _) => true,
        _ if module == named => true,
        ("xml" | "text", _) => false,
        ("picture", _) => named == "xml",
        ("config", _) => named == "text",
        (_, Some(here)) => there < here,
        (_, None) => false,
    }
}

#[test]
fn the_source_keeps_to_its_shape() {
    let sources = sources();
    assert!(sources.len() > 10, "the source was not found");
    let found: Vec<_> = sources.iter().flat_map(violations).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn addresses_and_slots_are_worked_out_in_one_place_each() {
    let found: Vec<_> = sources().iter().flat_map(by_hand).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// The lines outside tests that work out an address or a slot themselves.
fn by_hand(source: &Source) -> Vec<String> {
    /// The files in which slots are typed; elsewhere they are plain numbers.
    const TYPED: [&str; 7] = [
        "src/query/check.rs",
        "src/query/engine/",
        "src/query/facet_value.rs",
        "src/query/register/",
        "src/query/resolve/tables.rs",
        "src/store/as_of/",
        "src/store/needs/",
    ];
    if ["src/query/register/address.rs", "src/query/register/slot.rs"].contains(&&*source.path) {
        return Vec::new();
    }
    let mut forms = vec!["/ CHUNK", "% CHUNK", "* CHUNK"];
    if TYPED.iter().any(|typed| source.path.starts_with(typed)) {
        forms.extend(["checked_sub(1)", "place + 1", "index() + 1", "as u16 + 1", "as u8 + 1"]);
    }
    let code = source.whole.lines().enumerate();
    let code = code.take_while(|(_, line)| !line.starts_with("#[cfg(test)]"));
    let wrong = code.filter(|(_, line)| forms.iter().any(|form| line.contains(form)));
    wrong.map(|(line, text)| format!("{}:{}: {}", source.path, line + 1, text.trim())).collect()
}

#[test]
fn an_address_or_a_slot_worked_out_by_hand_is_found() {
    let found = |path: &str, code: &str| by_hand(&Source::new(path, code)).len();
    let code = "//! A\nfn f() { row / CHUNK; }\nfn g() { place + 1; }\n";
    assert_eq!(found("src/query/engine/a.rs", code), 2);
    assert_eq!(found("src/worker/a.rs", code), 1);
    assert_eq!(found("src/query/register/slot.rs", code), 0);
    let tested = "//! A\n#[cfg(test)]\nmod tests { fn f() { row % CHUNK; } }\n";
    assert_eq!(found("src/query/engine/a.rs", tested), 0);
}

#[test]
fn every_module_has_its_place_in_the_order() {
    for source in sources() {
        let module = source.module();
        assert!(module == "lib" || ORDER.contains(&module), "{module} has no place in the order");
    }
    for module in ORDER {
        let has_files = sources().iter().any(|source| source.module() == module);
        assert!(has_files, "{module} has a place in the order and no file");
    }
}

/// An exception that is left behind would cover whatever is written there later.
#[test]
fn every_exception_is_needed() {
    let file = |path: &str| sources().iter().find(|source| source.path == path);
    for (path, code) in REAL_TIME {
        let needed = file(path).is_some_and(|source| !source.places(code).is_empty());
        assert!(needed, "{path} does not name {code}");
    }
    for path in LOCKS {
        let holds = |source: &Source| {
            ["Mutex", "RwLock", "Condvar"].iter().any(|code| !source.places(code).is_empty())
        };
        assert!(file(path).is_some_and(holds), "{path} has no lock");
    }
}

#[test]
fn no_files_of_a_module_name_each_other_in_a_circle() {
    let circles = Circles::new(sources());
    for module in ORDER {
        let found: Vec<_> = circles.within(module).iter().map(|lines| lines.join("\n")).collect();
        assert!(found.is_empty(), "\n{}", found.join("\n\n"));
    }
}

#[test]
fn the_state_of_the_program_knows_nothing_of_the_program_as_a_whole() {
    let inside = |source: &&Source| source.path.starts_with("src/app/state/");
    let state: Vec<_> = sources().iter().filter(inside).collect();
    assert!(state.len() > 20, "{} files were found", state.len());
    for source in state {
        let named = source.places("App").first().copied();
        assert_eq!(named, None, "{} names App", source.path);
    }
}

/// The lines that tell of circles in a module `m` of made-up files.
fn circling(files: &[(&str, &str)]) -> Vec<String> {
    let sources: Vec<_> = files.iter().map(|(path, code)| Source::new(path, code)).collect();
    Circles::new(&sources).within("m").concat()
}

#[test]
fn a_circle_is_found_by_whatever_way_it_goes() {
    let a = ("src/m/a.rs", "use crate::m::b::B;\npub struct A(B);");
    for back in [
        "use super::a::A;\npub struct B(Box<A>);",
        "use super::a;\npub struct B(Box<a::A>);",
        "use super::{a as other};\npub struct B(Box<other::A>);",
        "pub struct B(Box<crate::m::a::A>);",
        "use crate::m::A;\npub struct B(Box<A>);",
        "use crate::m::{self, A as Other};\npub struct B(Box<Other>, m::A);",
        "use super::*;\npub struct B(Box<A>);",
        "fn f() { use super::super::m::a::A; }\npub struct B;",
    ] {
        let code = format!("{back}\n// nothing\n");
        let files = [("src/m/mod.rs", "mod a;\nmod b;\npub use a::A;"), a, ("src/m/b.rs", &code)];
        assert!(!circling(&files).is_empty(), "{back}");
    }
}

#[test]
fn what_a_macro_declares_stands_in_its_file() {
    let code = "coded! { pub enum A { B => \"b\" } }\nfn f() { g! { struct C; } }\nstruct D;";
    let defined = Source::new("src/m/a.rs", code).defined();
    assert_eq!(defined.iter().collect::<Vec<_>>(), ["A", "D", "f"]);
}

#[test]
fn what_is_passed_on_called_or_only_tested_makes_no_circle() {
    let a = ("src/m/a.rs", "use super::b::B;\npub struct A(B);\nimpl A { pub fn go(&self) {} }");
    for other in [
        "pub struct B;",
        "use crate::n::A;\npub struct B(A);",
        "use super::a::{self};\npub struct B;",
        "pub struct B;\n#[cfg(test)]\nmod tests { use super::super::a::A; }",
        "// super::a::A\npub struct B;\nfn f(x: &impl Fn()) { x.go(); a::A; }",
    ] {
        let files = [("src/m/mod.rs", "mod a;\nmod b;\npub use a::A;"), a, ("src/m/b.rs", other)];
        assert_eq!(circling(&files), Vec::<String>::new(), "{other}");
    }
    let top = ("src/m/mod.rs", "mod a;\npub use a::A;\npub struct T;");
    let below = ("src/m/a.rs", "use super::T;\npub struct A(T);");
    assert_eq!(circling(&[top, below]), Vec::<String>::new(), "passed on and not used");
    let top = ("src/m/mod.rs", "mod a;\npub use a::A;\npub struct T(Option<Box<A>>);");
    assert_eq!(circling(&[top, below]).len(), 2, "used beside being passed on");
}

/// The rules that a made-up file breaks.
fn broken(path: &str, code: &str) -> usize {
    violations(&Source::new(path, &format!("//! Purpose.\n{code}"))).len()
}

#[test]
fn an_arrow_in_the_wrong_direction_is_found() {
    assert_eq!(broken("src/query/a.rs", "use crate::domain::Day;"), 0);
    assert_eq!(broken("src/query/a.rs", "use crate::store::Store;"), 1);
    assert_eq!(broken("src/query/a.rs", "use crate::{domain::Day, store::{self, Store}};"), 2);
    assert_eq!(broken("src/query/a.rs", "fn f() { crate::ui::draw() }"), 1);
    assert_eq!(broken("src/query/a.rs", "pub(crate) fn f() {}"), 0);
    assert_eq!(broken("src/query/a.rs", "use super::super::store::Store;"), 1);
    assert_eq!(broken("src/query/mod.rs", "use super::store::Store;"), 1);
    assert_eq!(broken("src/query/a.rs", "use super::store::Inner;"), 0);
    assert_eq!(broken("src/text/a.rs", "use crate::domain::Day;"), 1);
    assert_eq!(broken("src/picture/a.rs", "use crate::text::Text;"), 1);
    assert_eq!(broken("src/picture/a.rs", "use crate::xml::Element;"), 0);
    assert_eq!(broken("src/text/a.rs", "use crate::xml::Element;"), 1);
    assert_eq!(broken("src/config/a.rs", "use crate::text::Text;"), 0);
    assert_eq!(broken("src/stray.rs", "use crate::text::Text;"), 1);
}

#[test]
fn what_stands_in_comments_literals_and_tests_is_not_code() {
    let code = "// crate::store\n/* crate::store /* x */ crate::ui */\n\
                const A: &str = \"crate::store\"; const B: &str = r#\"crate::\"ui\"#;\n\
                fn f<'a>(c: char) -> bool { c == '\"' || c == '\\'' }\n\
                #[cfg(test)]\nmod tests { use crate::store::Store; fn g() { println!() } }\n";
    assert_eq!(broken("src/query/a.rs", code), 0);
    assert_eq!(broken("src/query/a.rs", &format!("{code}use crate::store::Store;")), 1);
}

#[test]
fn a_crate_in_the_wrong_hands_is_found() {
    assert_eq!(broken("src/store/a.rs", "use rusqlite::Connection;"), 0);
    assert_eq!(broken("src/sample/a.rs", "use rusqlite::Connection;"), 1);
    assert_eq!(broken("src/ui/a.rs", "use ratatui::{Frame, buffer::Buffer};"), 0);
    assert_eq!(broken("src/app/a.rs", "use ratatui::{Frame, buffer::Buffer};"), 2);
    assert_eq!(broken("src/app/a.rs", "use crossterm::event::{Event, KeyCode};"), 0);
    assert_eq!(broken("src/app/a.rs", "use crossterm::event::{Event, read};"), 1);
    assert_eq!(broken("src/app/a.rs", "use crossterm::{event::KeyCode, terminal};"), 1);
    assert_eq!(broken("src/ui/a.rs", "use ratatui::crossterm::terminal::size;"), 1);
    assert_eq!(broken("src/term/a.rs", "use crossterm::terminal::enable_raw_mode;"), 0);
}

#[test]
fn forbidden_words_are_found() {
    assert_eq!(broken("src/ui/a.rs", "fn f() { cell.set_symbol(x); }"), 1);
    assert_eq!(broken("src/cli/a.rs", "fn f() { println!(); eprintln!(); print!(); }"), 3);
    assert_eq!(broken("src/cli/a.rs", "fn print() { my_println!(); }"), 0);
    assert_eq!(broken("src/app/a.rs", "fn f() { Moment::now() }"), 1);
    assert_eq!(broken("src/store/a.rs", "fn f() { jiff::ZonedDateTime::now() }"), 1);
    assert_eq!(broken("src/domain/clock.rs", "fn f() { Moment::now() }"), 0);
    assert_eq!(broken("src/worker/a.rs", "struct A(std::sync::Mutex<u8>);"), 1);
    assert_eq!(broken("src/term/tty.rs", "struct A(Mutex<u8>);"), 0);
}

#[test]
fn a_long_or_an_unexplained_file_is_found() {
    assert_eq!(broken("src/ui/a.rs", &"\n".repeat(LONGEST)), 1);
    assert_eq!(violations(&Source::new("src/ui/a.rs", "fn f() {}")).len(), 1);
}
