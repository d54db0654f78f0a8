//! The effects of typed and pasted text.

use crate::support::desk::Desk;
use crate::support::home::{Home, SAMPLE, SMALL, quit, wait_whole};
use crate::support::pty::Pty;
use rusqlite::Connection;
use std::thread;
use std::time::{Duration, Instant};
use ta_tui::app::context::KeyContext;
use ta_tui::app::key::{self, Key};
use ta_tui::app::layers::notes::Notes;
use ta_tui::app::{Event, Wish};
use ta_tui::config::Config;
use ta_tui::domain::{Change, LINE_LIMIT, NOTES_LIMIT, NeedNumber, Priority};
use ta_tui::query::register::NeedRef;
use ta_tui::text::Lang;

/// Fields of one line, each with the keys that open it.
const FIELDS: &[(&str, &str)] = &[
    ("filter", "4/"),
    ("palette", "4:"),
    ("help", "4?"),
    ("value", "4p"),
    ("person", "5a"),
    ("themes", "4#"),
    ("tagging", "4/awareness<C-t>"),
    ("duplicate", "4=="),
    ("date", "4=d"),
    ("day", "7zd"),
    ("handover", "5hjl=o"),
    ("view", "4gv+"),
];

/// The places where keys are commands.
const COMMANDS: &[(&str, &str)] = &[
    ("overview", "1"),
    ("states", "2"),
    ("reviews", "3"),
    ("needs", "4"),
    ("queue", "5"),
    ("people", "5h"),
    ("figures", "7"),
    ("connections", "7Gk"),
    ("themes", "gt"),
    ("state", "2<Enter>"),
    ("review", "3<Enter>"),
    ("need", "4<Enter>"),
    ("history", "4gh"),
    ("facets", "4f"),
    ("chooser", "4s"),
    ("views", "4gv"),
    ("columns", "4zc"),
    ("key of a view", "4gv+<Tab>"),
    ("question", "4/chapter:V<Enter>Ae"),
    ("conflict", "4<Enter>"),
    ("undo", "4"),
];

/// Text that would act on a terminal, on the order of letters, or on a list, if it could.
const HOSTILE: &str = "a\u{1b}[2J\u{1b}]0;title\u{7}\r\n\u{202e}b\u{200b}\u{9b}31m\tc\u{feff}\
                       \u{e0041}\u{1b}P1+r\u{1b}\\\u{2028}d\u{0}e\u{fff9}\u{7f}x\r";

fn desk(keys: &str) -> Desk {
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys(keys);
    desk
}

/// A desk in one of the places of [`COMMANDS`].
fn commanding(name: &str, keys: &str) -> Desk {
    let mut desk = desk(keys);
    if name == "conflict" {
        desk.elsewhere(1, Change::Priority(Some(Priority::High)));
        desk.keys("c").expect("Changed meanwhile");
    }
    if name == "undo" {
        desk.keys("e<Enter>");
        desk.elsewhere(1, Change::Priority(Some(Priority::Low)));
        desk.keys("u").expect("Undo this?");
    }
    if name == "question" {
        assert_eq!(desk.program.app().context(), KeyContext::Confirm);
    }
    desk
}

/// The text of the field on top.
fn line(desk: &Desk) -> String {
    let top = desk.program.app().overlays.last();
    let input = top.and_then(|layer| layer.line());
    let input = input.unwrap_or_else(|| panic!("{top:?} has no line:\n{}", desk.screen()));
    input.value().to_owned()
}

/// The text of the notes on top.
fn notes(desk: &Desk) -> &str {
    let Some(notes) = desk.program.app().overlays.top::<Notes>() else {
        panic!("no editor is on top:\n{}", desk.screen())
    };
    notes.editor.as_ref().map_or("", |editor| editor.text())
}

fn pasted(desk: &mut Desk, text: &str) {
    desk.program.take(Event::Paste(text.to_owned()));
}

fn typed(desk: &mut Desk, text: &str) {
    desk.program.take(Event::Typed(text.to_owned()));
}

/// How much stands in the register that people have written: changes, views and drafts.
fn written(desk: &Desk) -> i64 {
    let tables = ["batch", "change", "saved_view", "draft"];
    let counts = tables.map(|table| format!("(SELECT count(*) FROM {table})"));
    let db = Connection::open(&desk.db).unwrap();
    db.query_row(&format!("SELECT {}", counts.join(" + ")), [], |row| row.get(0)).unwrap()
}

/// No cell of the screen holds an invisible character.
fn is_clean(desk: &Desk, place: &str) {
    let unseen =
        |c: char| c.is_control() || "\u{202e}\u{200b}\u{feff}\u{e0041}\u{fff9}\u{2028}".contains(c);
    for cell in desk.buffer().content() {
        assert!(!cell.symbol().contains(unseen), "{place}: {:?}", cell.symbol());
    }
}

#[test]
fn a3_alt_and_a_key_that_means_nothing_together_is_esc_and_then_the_key() {
    let alt = |c| Key { alt: true, ..Key::char(c) };
    for (place, keys, c) in [
        ("a filtered list", "4/chapter:V<Enter>", '5'),
        ("a line being typed", "4/chapter:V", '2'),
        ("notes", "4ntext", 'j'),
        ("a list of views", "4gv", '1'),
        ("a page", "4<Enter>", 'G'),
    ] {
        let (mut together, mut apart) = (desk(keys), desk(keys));
        // Two keys at once as one: a message stays on the screen in both.
        for desk in [&mut together, &mut apart] {
            desk.program.set_pace(Duration::ZERO);
        }
        together.program.key(alt(c));
        apart.program.key(key::script("<Esc>").unwrap()[0]);
        apart.program.key(Key::char(c));
        assert_eq!(together.screen(), apart.screen(), "{place}");
    }
    // A line or the editor keeps a key that it has a use for.
    let mut desk = desk("4/one two");
    desk.program.key(alt('b'));
    desk.keys("x");
    assert_eq!(line(&desk), "one xtwo");
    desk.keys("<Esc>nfirst");
    desk.program.key(Key { alt: true, ..key::script("<Enter>").unwrap()[0] });
    desk.expect("Save: Ctrl-s from now on").expect("first");
    // And so does a key that the user has bound.
    let mut desk = Desk::with(SMALL, |start| {
        start.config = Config::parse("c", b"[keys]\n\"screen.triage\" = \"Alt-5\"\n");
    });
    desk.keys("4/chapter:V<Enter>");
    desk.program.key(alt('5'));
    assert_eq!(desk.program.app().context(), KeyContext::Triage);
    desk.expect("chapter:V");
}

#[test]
fn a4_a_line_takes_what_it_can_hold_at_once_and_says_what_it_left_out() {
    for (place, keys) in FIELDS {
        let mut desk = desk(keys);
        for text in ["x".repeat(200_000), "a ".repeat(25_000), "chapter:V 资 ".repeat(20_000)] {
            desk.keys("<C-u>");
            let before = Instant::now();
            desk.program.ahead(Event::Paste(text));
            let taken = before.elapsed();
            desk.buffer();
            let took = before.elapsed();
            desk.program.catch_up();
            println!("{place}: {taken:?}, with a frame {took:?}, answered {:?}", before.elapsed());
            // A debug build on a loaded machine is far slower than a frame; without a bound it
            // takes minutes.
            assert!(took < Duration::from_secs(20), "{place}: {took:?}");
            let held = line(&desk).chars().count();
            assert!((LINE_LIMIT - 1..=LINE_LIMIT).contains(&held), "{place}: {held}");
            // A mistake in a filter stands in the place of notices.
            let notice = desk.program.app().notice.as_ref();
            let said = notice.map(|notice| notice.message.to_string()).unwrap_or_default();
            assert!(said.starts_with("A line can have 4,096 characters; left out: "), "{said}");
        }
        let held = line(&desk);
        typed(&mut desk, "more words of it");
        desk.keys("zz");
        assert!(line(&desk).chars().count() <= LINE_LIMIT, "{place}");
        assert_eq!(line(&desk)[..4000], held[..4000], "{place}");
        desk.keys("<BS>");
    }
}

#[test]
fn a6_many_characters_at_once_are_no_commands() {
    for (place, keys) in COMMANDS {
        let mut desk = commanding(place, keys);
        for text in [
            "chapter:V excellent d",
            "yes, and\rnow d\rxx\re\r",
            "excellent\rdeed\r",
            "excel\u{8}dexter\u{1}",
            "e\td\tc\te\td\tc\te\td\r",
        ] {
            let before = written(&desk);
            let state = |desk: &Desk| {
                let app = desk.program.app();
                let need = app.current_need().map(NeedRef::id);
                (app.context(), app.overlays.len(), app.places.len(), need, app.ended)
            };
            let there = state(&desk);
            typed(&mut desk, text);
            // its last characters, too few for a text, came by themselves
            desk.program.take(Event::TypedOn("dx\r".into()));
            assert_eq!(state(&desk), there, "{place}: {text}");
            assert_eq!(written(&desk), before, "{place}: {text}");
            desk.expect("Ignored");
            pasted(&mut desk, text);
            assert_eq!((state(&desk), written(&desk)), (there, before), "{place}: {text}");
            desk.expect("Ignored");
        }
    }
    // A ruler decides nothing.
    for ruler in ["--------", "========\r", "| ------ | ------ |", "0000000000", "jjjjjeeee"] {
        let mut desk = desk("4jjj");
        let before = written(&desk);
        typed(&mut desk, ruler);
        desk.expect("Ignored");
        assert_eq!(written(&desk), before, "{ruler}");
    }
    let mut desk = desk("4");
    typed(&mut desk, "chapter:V excellent d");
    desk.expect("To search for this text, press / first").expect("chapter:V");
}

#[test]
fn a6_a_key_held_down_and_a_few_keys_are_keys() {
    let mut desk = desk("4");
    typed(&mut desk, "jjjjjjjjjjjj");
    desk.expect(" 13/3,954");
    typed(&mut desk, "jkjkjkjkjj");
    desk.expect(" 15/3,954");
    // So are the characters right behind them.
    for (place, on) in (16..).zip(["j", "j", "j"]) {
        desk.program.take(Event::TypedOn(on.into()));
        desk.expect(&format!(" {place}/3,954"));
    }
    typed(&mut desk, "kkkjjjkkk\u{2}");
    desk.expect(" 1/3,954");
    typed(&mut desk, "jjjjjjjjjjjjjjj");
    desk.expect(" 16/3,954");
    typed(&mut desk, "kk");
    desk.expect(" 14/3,954");
    typed(&mut desk, "k");
    typed(&mut desk, "jj\rjj");
    assert_eq!(desk.program.app().context(), KeyContext::Need);
    assert_eq!(desk.program.app().current_need().map(NeedRef::id), Some(NeedNumber::new(15)));
}

#[test]
fn a6_what_is_typed_ahead_into_a_field_is_text() {
    for (place, keys, run, shown) in [
        ("a filter", "4", "/chapter:V\r", "108 of 3,954 needs"),
        ("a screen and a filter", "", "4/chapter:V\r", "108 of 3,954 needs"),
        ("a cleared list", "4<F2>", "z0/chapter:V\r", "108 of 3,954 needs"),
        ("a command", "4", ":triage\r", "Queue of nobody"),
        ("notes", "4", "\rnhalf a thought\rand more", "and more"),
        ("a name", "5a", "kenya focal", "Focal point of Kenya"),
    ] {
        let mut desk = desk(keys);
        typed(&mut desk, run);
        assert!(desk.shows(shown), "{place}:\n{}", desk.screen());
    }
    // the key that opens a field is the user's own
    let mut desk = Desk::with(SMALL, |start| {
        start.config = Config::parse("c", "[keys]\n\"filter.edit\" = \"§\"\n".as_bytes());
    });
    desk.keys("4");
    typed(&mut desk, "/chapter:V\r");
    desk.expect("Ignored").expect("3,954 of 3,954 needs");
    typed(&mut desk, "§chapter:V\r");
    desk.expect("108 of 3,954 needs");
}

/// Backspace and its like among the letters of a run are keys, also where they close the field.
#[test]
fn a6_keys_among_typed_letters_are_keys() {
    let mut desk = desk("4");
    typed(&mut desk, "/chapter:IV\u{7f}\u{7f}V\r");
    desk.expect("108 of 3,954 needs").expect("chapter:V");
    // The accepted line is complete: these are keys again.
    desk.program.take(Event::TypedOn("jj".into()));
    desk.expect(" 3/108");
    typed(&mut desk, "/response:unmet\u{15}chapter:III");
    assert_eq!(line(&desk), "chapter:III");
}

#[test]
fn a6_lines_pasted_into_a_field_of_one_line_accept_nothing_and_run_nothing() {
    for (place, keys) in FIELDS {
        let mut desk = desk(keys);
        for text in ["one two\rdx\rexcellent", "chapter:V\rexx\r", "high\rpriority\r"] {
            desk.keys("<C-u>");
            let (before, context) = (written(&desk), desk.program.app().context());
            typed(&mut desk, text);
            assert_eq!(desk.program.app().context(), context, "{place}: {text}");
            assert_eq!(line(&desk), text.trim_end().replace('\r', " "), "{place}");
            assert_eq!(written(&desk), before, "{place}: {text}");
        }
    }
    // a space at the end of a part is not lost
    let mut desk = desk("4/");
    typed(&mut desk, "asset recovery ");
    typed(&mut desk, "declarations");
    assert_eq!(line(&desk), "asset recovery declarations");
}

#[test]
fn a8_a_megabyte_typed_into_notes_is_taken_together_and_bounded() {
    let words = "Needs of the State, 资产追回. ".repeat(30);
    for (place, keys) in [("typed", "4n"), ("after the text has come", "4n<Enter>")] {
        let mut desk = desk(keys);
        let before = Instant::now();
        let mut sent = 0;
        while sent < 1_000_000 {
            typed(&mut desk, &words);
            sent += words.len();
        }
        desk.buffer();
        let took = before.elapsed();
        println!("{place}: {took:?}");
        assert!(took < Duration::from_secs(20), "{place}: {took:?}");
        let held = notes(&desk).len();
        assert!(held <= NOTES_LIMIT && held > NOTES_LIMIT - 100, "{place}: {held}");
        desk.expect("Notes can have 65,536 bytes; characters left out: ");
        // a run is one step
        let before = notes(&desk).len();
        desk.keys("<C-_>");
        let step = before - notes(&desk).len();
        assert!(step > 0 && step <= words.len(), "{step}");
    }
    let mut desk = desk("4n");
    let before = Instant::now();
    pasted(&mut desk, &words.repeat(1_000_000 / words.len()));
    desk.buffer();
    println!("pasted: {:?}", before.elapsed());
    let held = notes(&desk).len();
    assert!(held <= NOTES_LIMIT && held > NOTES_LIMIT - 100, "{held}");
    desk.keys("<C-s>").expect("Need 1 changed");
}

#[test]
fn a8_what_is_pasted_before_the_text_of_the_notes_has_come_is_not_lost() {
    let mut desk = desk("4<Enter>");
    desk.program.type_ahead(Key::char('n'));
    desk.program.take(Event::Paste("pasted early".into()));
    desk.program.take(Event::Typed(", typed early".into()));
    desk.program.catch_up();
    assert_eq!(notes(&desk), "pasted early, typed early");
}

#[test]
fn a9_hostile_text_does_no_harm_in_any_place() {
    let marks = format!("{HOSTILE}{}", "\u{323}".repeat(1_000));
    let places = FIELDS.iter().map(|(place, keys)| (*place, desk(keys)));
    let places = places.chain(COMMANDS.iter().map(|(p, keys)| (*p, commanding(p, keys))));
    for (place, mut desk) in places.chain([("notes", desk("4n"))]) {
        let (before, context) = (written(&desk), desk.program.app().context());
        let drafts = i64::from(place == "notes");
        for event in [Event::Paste(marks.clone()), Event::Typed(HOSTILE.replace('\u{1b}', " "))] {
            desk.program.take(event);
            is_clean(&desk, place);
            assert_eq!(desk.program.app().context(), context, "{place}");
            assert!(written(&desk) <= before + drafts, "{place}");
        }
        if context.takes_text() {
            for hidden in ['\u{202e}', '\u{200b}', '\u{e0041}'] {
                desk.program.key(Key::char(hidden));
            }
            is_clean(&desk, place);
        }
    }
}

#[test]
fn a10_ctrl_l_asks_for_the_whole_screen_in_every_place() {
    let fields = FIELDS.iter().map(|(place, keys)| (*place, desk(keys)));
    let places = fields.chain(COMMANDS.iter().map(|(p, keys)| (*p, commanding(p, keys))));
    for (place, mut desk) in places.chain([("notes", desk("4ntext"))]) {
        let before = desk.screen();
        desk.keys("<C-l>");
        assert_eq!(desk.program.app().wish, Some(Wish::Repaint), "{place}");
        assert_eq!(desk.screen(), before, "{place}");
    }
}

#[test]
fn a10_ctrl_l_draws_everything_anew() {
    let home = Home::new();
    let mut pty = home.start();
    let cleared = |pty: &Pty| {
        let received = pty.received();
        received.windows(4).filter(|bytes| *bytes == b"\x1b[2J").count()
    };
    for (keys, shown) in [("4", "▌     1 "), ("/", "accept"), ("<Esc>n", "Notes on need 1")] {
        pty.keys(keys);
        pty.wait_frame(shown);
        let before = cleared(&pty);
        pty.keys("<C-l>");
        let patience = Instant::now() + Duration::from_secs(20);
        while cleared(&pty) == before {
            assert!(Instant::now() < patience, "nothing is drawn anew:\n{}", pty.screen_text());
            thread::yield_now();
        }
        pty.wait_frame(shown);
    }
    pty.keys("<Esc>");
    pty.wait_frame_with("a list", |text| !text.contains("Notes on need 1"));
    quit(pty);
}

#[test]
fn a11_a_key_that_writes_text_is_no_command_where_one_types() {
    let home = Home::new();
    home.configure("[keys]\n  \"overlay.close\" = [\"q\"]\n");
    let mut pty = home.open(&[], &[], SMALL);
    wait_whole(&pty, SAMPLE);
    let said = String::from_utf8_lossy(&pty.received()).into_owned();
    assert!(said.contains("config.toml:2:3: the key q was not given to"), "{said}");
    pty.keys("4/");
    pty.wait_frame("accept");
    pty.keys("equal");
    pty.wait_frame("Filter equal");
    pty.keys("<Esc>");
    pty.wait_frame("3,954 of 3,954 needs");
    quit(pty);
}
