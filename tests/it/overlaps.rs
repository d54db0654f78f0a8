//! Overlaps and their marks: the section of the screen, the keys that mark, the command line, two people, earlier days,
//! and no State named.

use crate::command_line::place::Place;
use crate::support::desk::Desk;
use crate::support::overlapping::OTHERS;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::Path;
use ta_tui::app::{Event, key};
use ta_tui::domain::Mark;
use ta_tui::store::{Access, MarkWrite, Store};
use ta_tui::text::Lang;
use ta_tui::worker::Report;

fn place() -> Place {
    let place = Place::of_sample();
    place.sql().execute_batch(OTHERS).unwrap();
    place
}

/// The section of overlaps on a register with some.
fn desk(size: (u16, u16), lang: Lang) -> Desk {
    let desk = Desk::new(size, lang);
    Connection::open(&desk.db).unwrap().execute_batch(OTHERS).unwrap();
    let mut desk = desk.reopen_with(|start| start.lang = lang);
    desk.keys("6<Tab>jj<Tab>");
    desk
}

fn store(db: &Path) -> Store {
    Store::open(db, Access::ReadWrite).unwrap()
}

/// The mark of the first overlap, written by another person.
fn other(mark: Mark) -> MarkWrite {
    let activities = ["A037".to_owned(), "X1".to_owned()];
    MarkWrite { who: "fp-ke".into(), activities, mark: Some(mark), why: "b".into(), seen: None }
}

#[test]
fn the_marks_of_the_list_are_those_of_sql() {
    let place = place();
    place.run(&["mark", "X1", "A037", "real", "--why", "Twice", "--as", "secretariat"]).done();
    place.run(&["mark", "X1", "X2", "coordinated", "--as", "fp-ke"]).done();
    place.sql().execute("UPDATE activity SET ends_on = '2019-08' WHERE code = 'X1'", []).unwrap();
    let rows = place.run(&["overlaps", "--json"]).json();
    let text = |row: &Value, key: &str| row[key].as_str().map(str::to_owned);
    let mut listed: Vec<[Option<String>; 6]> = rows
        .iter()
        .filter(|row| row["mark"] != Value::Null)
        .map(|row| ["first", "second", "mark", "why", "by", "at"].map(|key| text(row, key)))
        .collect();
    listed.sort();
    let db = place.sql();
    let mut query = db
        .prepare(
            "SELECT a.code, b.code, o.mark, nullif(o.why, ''), o.who,
                    strftime('%Y-%m-%dT%H:%M:%SZ', o.at, 'unixepoch')
             FROM overlap o JOIN activity a ON a.id = o.first_id JOIN activity b ON b.id = o.second_id
             WHERE o.void = 0 ORDER BY 1, 2",
        )
        .unwrap();
    let row = |row: &rusqlite::Row<'_>| -> rusqlite::Result<[Option<String>; 6]> {
        Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?])
    };
    let expected: Vec<_> = query.query_map([], row).unwrap().map(Result::unwrap).collect();
    assert_eq!(expected.len(), 2);
    assert_eq!(listed, expected);
    for row in rows.iter().filter(|row| row["mark"] != Value::Null) {
        assert_eq!(row["changed_since"], json!(["period"]), "{row}");
    }
    let of = |finding: &str| place.run(&["overlaps", "--mark", finding, "--json"]).json().len();
    assert_eq!([of("real"), of("coordinated"), of("none")], [1, 1, 0]);
    assert_eq!(of("unmarked"), rows.len() - 2);
    let none = place.run(&["overlaps", "--mark", "none"]).done().to_owned();
    assert!(none.contains("No pair of activities has this mark"), "{none}");
    // A filter shows the overlaps of which one of the two passes.
    let narrowed = place.run(&["overlaps", "article:5", "--json"]).json();
    assert!(narrowed.len() < rows.len() && !narrowed.is_empty(), "{narrowed:?}");
}

#[test]
fn a_marked_pair_that_does_not_overlap_any_more_is_listed_by_its_mark() {
    let place = place();
    place.run(&["mark", "X1", "A037", "real", "--why", "Twice"]).done();
    let sql = "UPDATE activity SET starts_on = '1999', ends_on = '2000' WHERE code = 'X1'";
    place.sql().execute(sql, []).unwrap();
    let all = place.run(&["overlaps", "--json"]).json();
    assert!(all.iter().all(|row| row["certainty"] != Value::Null && row["mark"] == Value::Null));
    let rows = place.run(&["overlaps", "--mark", "real", "--json"]).json();
    assert_eq!(rows.len(), 1, "{rows:?}");
    let told = ["certainty", "first", "second", "mark", "why"].map(|key| rows[0][key].clone());
    assert_eq!(json!(told), json!([null, "A037", "X1", "real", "Twice"]));
    let people = place.run(&["overlaps", "--mark", "real"]).done().to_owned();
    assert!(people.contains("not found any more"), "{people}");
    assert!(people.contains("One pair has this mark, but does not overlap"), "{people}");
    let nameless = place.run(&["overlaps", "--mark", "real", "--json", "--no-names"]).json();
    assert!(nameless.is_empty(), "the real days would follow: {nameless:?}");
}

#[test]
fn a_mark_is_rehearsed_told_in_words_and_taken_away() {
    let place = place();
    let count = || {
        let sql = place.sql();
        sql.query_row("SELECT count(*) FROM overlap WHERE void = 0", [], |row| row.get::<_, u32>(0))
            .unwrap()
    };
    place.run(&["mark", "A037", "X1", "real", "--dry-run"]).done();
    assert_eq!(count(), 0);
    assert!(place.run(&["mark", "A037", "X1", "none"]).failed(2).contains("--why"));
    assert!(place.run(&["mark", "A037", "A037", "real"]).failed(2).contains("two different"));
    place.run(&["mark", "A037", "X1", "none", "--why", "Other ministries"]).done();
    assert_eq!(count(), 1);
    let shown = place.run(&["show", "overlap", "X1/A037"]).done().to_owned();
    assert!(shown.contains("Other ministries") && shown.contains("no overlap"), "{shown}");
    let log = place.run(&["log", "--kind", "overlap"]).done().to_owned();
    assert!(log.contains("A037 – X1"), "{log}");
    place.run(&["mark", "A037", "X1", "unmarked"]).done();
    assert_eq!(count(), 0);
    let again = place.run(&["mark", "A037", "X1", "unmarked"]);
    again.done();
    assert!(again.err.contains("no mark"), "{}", again.err);
    assert!(
        place.run(&["mark", "A037", "X1", "real", "--no-names"]).failed(2).contains("--no-names")
    );
}

#[test]
fn keys_mark_an_overlap_with_a_reason_and_undo_takes_it_back() {
    let mut desk = desk((120, 40), Lang::En);
    desk.expect("Assistance › Overlaps").expect("certain").expect("A037").expect("X1");
    desk.keys("=k<Enter>").expect("are marked: coordinated").expect("Marked coordinated by");
    desk.keys("u");
    assert!(!desk.shows("Marked coordinated"), "{}", desk.screen());
    // Of no overlap a reason is asked for.
    desk.keys("=n<Enter>").expect("Say in a few words why it is no overlap");
    desk.keys("other ministries<Enter>").expect("are marked: no overlap");
    desk.expect("other ministries");
    desk.keys("=x").expect("have no mark any more");
    let marks = store(&desk.db).vocabulary().unwrap().overlap_marks;
    assert_eq!(marks, []);
    desk.keys("u").expect("Marked no overlap by");
    // Either activity is opened.
    desk.keys("<Enter>").expect("A037");
    desk.keys("<Esc>l<Enter>").expect("Training of investigators");
}

#[test]
fn of_two_people_who_mark_the_same_overlap_the_second_is_told() {
    let mut desk = desk((120, 40), Lang::En);
    desk.keys("=r");
    store(&desk.db).mark_overlap(&other(Mark::Coordinated)).unwrap();
    desk.keys("<Enter>");
    assert!(!desk.shows("are marked: real"), "{}", desk.screen());
    desk.expect("coordinated");
    let marks = store(&desk.db).vocabulary().unwrap().overlap_marks;
    assert_eq!(marks[0].mark, Mark::Coordinated, "the first stands");
    desk.keys("=r<Enter>").expect("are marked: real");
}

#[test]
fn a_filter_the_command_line_and_the_palette_know_overlaps() {
    let mut desk = desk((120, 40), Lang::En);
    let words = desk.program.app().command_words().unwrap();
    assert_eq!(words[0], "overlaps");
    desk.keys("/article:5<Enter>").expect("1 certain");
    desk.keys("<Esc>g<Esc>");
    let mut desk = Desk::new((80, 24), Lang::En);
    desk.keys(":overlap<Enter>").expect("None of the 61 activities");
}

#[test]
fn where_no_state_is_named_the_verdict_rests_on_the_real_facts_and_tells_none() {
    let place = place();
    place.run(&["mark", "X1", "A039", "real", "--why", "Kigali", "--as", "fp-ke"]).done();
    let [named, nameless] = [&["overlaps", "--json"][..], &["overlaps", "--no-names", "--json"]]
        .map(|args| place.run(args).json());
    let pairs = |rows: &[Value]| -> Vec<[String; 3]> {
        let of = |row: &Value| {
            ["certainty", "first", "second"].map(|key| row[key].as_str().unwrap().to_owned())
        };
        rows.iter().map(of).collect()
    };
    let all = pairs(&named);
    assert!(pairs(&nameless).iter().all(|pair| all.contains(pair)), "{nameless:?}");
    assert!(pairs(&nameless).contains(&["certain", "A037", "X1"].map(str::to_owned)));
    assert!(pairs(&nameless).contains(&["possible", "X1", "X2"].map(str::to_owned)));
    for row in &nameless {
        assert_eq!(row["states"], json!([]));
        assert_eq!([&row["why"], &row["by"], &row["at"]], [&Value::Null; 3]);
    }
    assert!(nameless.iter().any(|row| row["mark"] == "real"));
}

#[test]
fn the_section_looks_as_it_should() {
    let mut shown = String::new();
    for (size, lang) in [((80, 24), Lang::En), ((120, 40), Lang::En), ((120, 40), Lang::Zh)] {
        let mut desk = desk(size, lang);
        store(&desk.db).mark_overlap(&other(Mark::Real)).unwrap();
        desk.keys(":overlaps<Enter>");
        writeln!(shown, "== {}x{} {}\n{}", size.0, size.1, lang.code(), desk.screen()).unwrap();
    }
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
    }, {
        insta::assert_snapshot!("overlaps", shown);
    });
}

#[test]
fn overlaps_are_listed_by_their_marks() {
    let mut desk = desk((80, 24), Lang::En);
    desk.expect("= change");
    desk.keys("=").expect("Coordinated");
    assert!(!desk.shows("(not here)"), "what changes needs stands there: {}", desk.screen());
    desk.keys("k<Enter>b").expect("not marked · ");
    assert!(!desk.shows("coordinated"), "{}", desk.screen());
    desk.keys("b").expect("coordinated · 1 pair").expect("1/1");
    desk.keys("b").expect("real · 0 pairs").expect("No overlap here has this mark");
    desk.keys("bb");
    assert!(!desk.shows("no overlap · ") && desk.shows(" pairs: "), "{}", desk.screen());
}

#[test]
fn long_work_tells_how_far_it_is() {
    let mut desk = Desk::new((80, 24), Lang::En);
    desk.keys("6<Tab>");
    let before = desk.program.app().answer.as_ref().unwrap().generation;
    let next = |desk: &mut Desk| desk.program.type_ahead(key::script("j").unwrap()[0]);
    let told = |desk: &mut Desk, generation, per_cent| {
        desk.program.ahead(Event::Worker(Report::Progress { generation, per_cent }));
    };
    next(&mut desk);
    told(&mut desk, before, 70);
    assert!(!desk.shows("70 %"), "that is of the question before: {}", desk.screen());
    told(&mut desk, before + 1, 40);
    desk.expect("Counting … 40 %. Going elsewhere stops it.");
    next(&mut desk);
    assert!(!desk.shows("40 %"), "another section was asked for: {}", desk.screen());
    desk.program.catch_up();
    desk.expect("pairs");
}

#[test]
fn a_bar_of_the_overview_leads_to_its_assistance() {
    let mut desk = Desk::new((80, 24), Lang::En);
    desk.keys("&").expect("activities with these values").expect("II Preventive measures");
    desk.keys("&").expect("could be served now");
    desk.keys("<Esc>ll&").expect("Assistance is told by chapter");
}
