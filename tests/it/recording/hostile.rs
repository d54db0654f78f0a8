//! What can go wrong while a form is open: hostile and very long words, posts that are retired and needs that are made
//! void meanwhile, a register that a newer program has brought up to date. Nothing that was typed is lost, and the
//! message stands at the field where there is one.

use crate::support::desk::Desk;
use rusqlite::Connection;
use ta_tui::app::Event;
use ta_tui::app::context::KeyContext;
use ta_tui::domain::{Kind, NOTES_LIMIT, NeedNumber, Record, clean_line, clean_text};
use ta_tui::fields::RecordField;
use ta_tui::store::{Access, Edited, LogQuery, RecordEdit, RecordWrite, Store};
use ta_tui::text::Lang;

const SMALL: (u16, u16) = (80, 24);

/// Words that try to leave their place: codes of terminals, marks of direction, joined and combining signs, formulas.
const HOSTILE: &str = "=cmd|' /C calc'!A0 \u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\u{202e}gnp\u{2066}\u{0}\u{8}\t\
    e\u{301}\u{301}\u{301} 👩\u{200d}👩\u{200d}👧 \u{feff}资产\u{200b}申报 ' OR 1=1; -- <b>&amp; %s {$x}\r\nsecond line";

fn desk() -> Desk {
    Desk::new(SMALL, Lang::En)
}

fn is_open(desk: &Desk) -> bool {
    desk.program.app().context() == KeyContext::Form
}

fn field(code: &str) -> RecordField {
    RecordField::from_code(Kind::Need, code).unwrap()
}

/// Goes to a field of the open form.
fn go(desk: &mut Desk, code: &str) {
    for _ in 0..40 {
        if desk.program.app().form_field().map(RecordField::code) == Some(code) {
            return;
        }
        desk.keys("<Tab>");
    }
    panic!("there is no field {code} on\n{}", desk.screen());
}

fn paste(desk: &mut Desk, words: &str) {
    desk.program.take(Event::Paste(words.to_owned()));
}

fn store(desk: &Desk) -> Store {
    Store::open(&desk.db, Access::ReadWrite).unwrap()
}

/// A field of a need as the file has it.
fn held(desk: &Desk, need: u32, code: &str) -> Option<String> {
    store(desk)
        .whole_record(Record::need(NeedNumber::new(need)))
        .unwrap()
        .value(field(code))
        .map(str::to_owned)
}

/// The number of the need that was added last.
fn added(desk: &Desk) -> u32 {
    store(desk).log(&LogQuery { limit: 1, ..LogQuery::default() }).unwrap()[0].record.number
}

/// Writes as another person.
fn elsewhere(desk: &Desk, note: &str, edits: Vec<RecordEdit>) {
    let write = RecordWrite { who: "fp-gh".into(), note: note.into(), edits };
    store(desk).edit(&write).unwrap();
}

fn edit(
    record: Record,
    values: Vec<(RecordField, Option<String>)>,
    void: Option<bool>,
) -> RecordEdit {
    RecordEdit { record: Edited::Known(record), values, void, if_version: None }
}

#[test]
fn hostile_words_are_cleaned_saved_and_shown_as_words() {
    for lang in [Lang::En, Lang::Zh] {
        let mut desk = Desk::new(SMALL, lang);
        desk.keys("4=e");
        for code in ["text", "paragraph", "notes", "document-words"] {
            go(&mut desk, code);
            paste(&mut desk, HOSTILE);
            let screen = desk.screen();
            let is_bad =
                |c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c);
            assert!(!screen.chars().any(is_bad), "{code}: {screen:?}");
        }
        let before = held(&desk, 1, "text").unwrap();
        desk.keys("<C-s>");
        assert!(!is_open(&desk), "{}", desk.screen());
        assert_eq!(held(&desk, 1, "notes").unwrap(), clean_text(HOSTILE));
        for code in ["paragraph", "document-words"] {
            assert!(held(&desk, 1, code).unwrap().ends_with(&clean_line(HOSTILE)), "{code}");
        }
        let text = held(&desk, 1, "text").unwrap();
        assert!(text.starts_with(&before) && text.ends_with(&clean_text(HOSTILE)), "{text}");
        assert_eq!(store(&desk).check().unwrap(), []);
        desk.keys("=e");
        go(&mut desk, "paragraph");
        desk.keys("<C-s>");
        assert!(!is_open(&desk), "what was saved is read back as it is");
    }
}

#[test]
fn names_that_are_hostile_are_refused_at_their_field() {
    let mut desk = desk();
    desk.keys("4+");
    for code in ["review", "state", "category", "focal"] {
        go(&mut desk, code);
        paste(&mut desk, HOSTILE);
        desk.keys("<Tab><S-Tab>").expect("✗ ");
        desk.keys("<C-u>");
    }
    go(&mut desk, "text");
    paste(&mut desk, "Kept");
    desk.keys("<C-s>");
    assert!(is_open(&desk));
    desk.expect("Kept");
}

#[test]
fn a_text_of_64_kilobytes_is_saved_whole_and_what_is_more_is_left_out_and_told() {
    let words = "Training for 120 judges. 培训。".repeat(2_500);
    let fits = |bytes: usize| {
        let end = (0..=bytes).rev().find(|end| words.is_char_boundary(*end)).unwrap();
        words[..end].to_owned()
    };
    let mut desk = desk();
    desk.keys("4=e");
    go(&mut desk, "notes");
    let whole = fits(NOTES_LIMIT);
    paste(&mut desk, &whole);
    desk.keys("<C-s>");
    assert!(!is_open(&desk), "{}", desk.screen());
    assert_eq!(held(&desk, 1, "notes").as_deref(), Some(whole.trim_end()));
    // A need outside reviews, its text last: all that comes before is there by then.
    desk.keys("4+");
    go(&mut desk, "source");
    desk.keys("s");
    go(&mut desk, "state");
    desk.keys("liberia<Tab>");
    go(&mut desk, "text");
    paste(&mut desk, &words);
    desk.expect("left out");
    // Once more, since it names neither article, chapter nor category.
    desk.keys("<C-s><C-s>");
    assert!(!is_open(&desk), "{}", desk.screen());
    let saved = held(&desk, added(&desk), "text").unwrap();
    assert!(
        saved.len() <= NOTES_LIMIT && saved.len() > NOTES_LIMIT - 8 && words.starts_with(&saved)
    );
    assert_eq!(store(&desk).check().unwrap(), []);
}

#[test]
fn a_person_who_is_retired_while_a_need_is_given_to_them_is_told_at_the_field() {
    let desk = desk();
    // The post is new, so that it has no queue.
    let kind = Kind::Person;
    let person = |code: &str, value: &str| {
        (RecordField::from_code(kind, code).unwrap(), Some(value.to_owned()))
    };
    let values = vec![
        person("code", "fp-new"),
        person("kind", "officer"),
        person("post.en", "Desk of tests"),
    ];
    elsewhere(
        &desk,
        "",
        vec![RecordEdit { record: Edited::New(kind), values, void: None, if_version: None }],
    );
    let post = store(&desk).log(&LogQuery { limit: 1, ..LogQuery::default() }).unwrap()[0].record;
    let mut desk = desk.reopen();
    desk.keys("4=e");
    go(&mut desk, "focal");
    desk.keys("<C-u>fp-new");
    go(&mut desk, "text");
    desk.keys(" and more");
    elsewhere(&desk, "", vec![edit(post, vec![person("until", "2019-06")], None)]);
    desk.keys("<C-s>");
    assert!(is_open(&desk));
    assert_eq!(
        desk.program.app().form_field().map(RecordField::code),
        Some("focal"),
        "{}",
        desk.screen()
    );
    desk.expect("✗ ").expect("2019-06");
    assert!(held(&desk, 1, "focal").as_deref() != Some("fp-new"));
    desk.keys("<C-u>fp-ke<C-s>");
    assert!(!is_open(&desk), "{}", desk.screen());
    assert_eq!(held(&desk, 1, "focal").as_deref(), Some("fp-ke"));
    assert!(
        held(&desk, 1, "text").unwrap().ends_with(" and more"),
        "nothing that was typed is lost"
    );
}

#[test]
fn a_need_that_is_made_void_meanwhile_keeps_what_was_typed_and_says_who_and_why() {
    let mut desk = desk();
    desk.keys("4=e");
    go(&mut desk, "paragraph");
    desk.keys("<C-u>77");
    elsewhere(
        &desk,
        "entered twice",
        vec![edit(Record::need(NeedNumber::new(1)), Vec::new(), Some(true))],
    );
    desk.keys("<C-s>");
    assert!(is_open(&desk));
    desk.expect("77").expect("entered twice");
    desk.keys("<Esc>").expect("draft is kept");
    // Brought back by whom it concerns, it is saved after all.
    elsewhere(&desk, "", vec![edit(Record::need(NeedNumber::new(1)), Vec::new(), Some(false))]);
    let mut desk = desk.reopen();
    desk.keys("gd<Enter>").expect("77");
    desk.keys("<C-s>");
    assert_eq!(held(&desk, 1, "paragraph").as_deref(), Some("77"));
}

#[test]
fn a_form_that_is_open_while_the_register_is_upgraded_keeps_its_words_for_the_newer_program() {
    let mut desk = desk();
    desk.keys("4+");
    go(&mut desk, "state");
    desk.keys("liberia<Tab>");
    go(&mut desk, "text");
    paste(&mut desk, "Typed before the upgrade");
    let sql = Connection::open(&desk.db).unwrap();
    let version: i64 = sql.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    let upgrade =
        format!("ALTER TABLE need ADD COLUMN later TEXT; PRAGMA user_version = {}", version + 1);
    sql.execute_batch(&upgrade).unwrap();
    let needs =
        || -> u32 { sql.query_row("SELECT count(*) FROM need", [], |row| row.get(0)).unwrap() };
    let before = needs();
    go(&mut desk, "source");
    // Once more, since it names neither article, chapter nor category.
    desk.keys("s<C-s><C-s>");
    assert!(is_open(&desk), "{}", desk.screen());
    desk.expect("newer version").expect("Typed before the upgrade");
    assert_eq!(needs(), before, "nothing is written into what this program does not know");
    // The newer program: here this one, on the schema that it knows.
    let back = format!("ALTER TABLE need DROP COLUMN later; PRAGMA user_version = {version}");
    sql.execute_batch(&back).unwrap();
    let mut desk = desk.reopen();
    desk.expect("unfinished form");
    desk.keys("gd<Enter>").expect("Typed before the upgrade");
    go(&mut desk, "source");
    desk.keys("s<C-s><C-s>");
    assert!(!is_open(&desk), "{}", desk.screen());
    assert_eq!(held(&desk, added(&desk), "text").as_deref(), Some("Typed before the upgrade"));
}
