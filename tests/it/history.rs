//! The page of changes: under the filter, with their true number, and all of them within reach.

use crate::support::desk::Desk;
use rusqlite::Connection;
use ta_tui::app::place::View;
use ta_tui::domain::Setting;
use ta_tui::store::{Access, Store};
use ta_tui::text::{Lang, grouped};

const SMALL: (u16, u16) = (80, 24);

/// The numbers of the changes that the page has read.
fn read(desk: &Desk) -> Vec<i64> {
    let View::History(history) = &desk.program.app().place().view else {
        panic!("no page of changes\n{}", desk.screen())
    };
    history.entries.iter().flatten().map(|entry| entry.change).collect()
}

/// The numbers of the changes for which a condition holds, newest first.
fn by_sql(desk: &Desk, condition: &str) -> Vec<i64> {
    let sql = Connection::open(&desk.db).unwrap();
    let question = format!(
        "SELECT c.id FROM change c JOIN batch b ON b.id = c.batch_id JOIN need n ON n.id = c.record
         WHERE c.kind = 'need' AND {condition} ORDER BY c.id DESC"
    );
    let mut statement = sql.prepare(&question).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn expect_position(desk: &Desk, row: usize, count: usize) {
    let position = format!(" {}/{}", grouped(row as u64), grouped(count as u64));
    assert!(desk.line(22).trim_end().ends_with(&position), "{position}\n{}", desk.screen());
}

#[test]
fn the_number_of_changes_is_the_true_one_and_the_last_one_is_reached() {
    let mut desk = Desk::new(SMALL, Lang::En);
    let all = by_sql(&desk, "true");
    assert!(all.len() > 5_000);
    desk.keys("gh");
    expect_position(&desk, 1, all.len());
    assert_eq!(read(&desk), all[..1_000], "nothing is read that is not looked at");
    // What follows comes before it is needed.
    desk.keys(&"<PgDn>".repeat(45));
    assert_eq!(read(&desk), all[..2_000]);
    for _ in 0..=all.len() / 1_000 {
        desk.keys("G");
    }
    expect_position(&desk, all.len(), all.len());
    assert_eq!(read(&desk), all);
}

#[test]
fn the_changes_are_those_of_the_needs_under_the_filter() {
    let in_chapter = |from, to| {
        format!(
            "EXISTS (SELECT 1 FROM need_article a WHERE a.need_id = n.id
                     AND a.article BETWEEN {from} AND {to})"
        )
    };
    for (filter, condition) in [
        ("chapter:V", in_chapter(51, 59)),
        ("chapter:III", in_chapter(15, 42)),
        ("-chapter:III", format!("NOT {}", in_chapter(15, 42))),
        ("priority:high", "n.priority = 'high'".to_owned()),
        ("id:1", "n.id = 1".to_owned()),
        ("id:999999", "false".to_owned()),
    ] {
        let mut desk = Desk::new(SMALL, Lang::En);
        let expected = by_sql(&desk, &condition);
        desk.keys(&format!("/{filter}<Enter>gh"));
        if expected.is_empty() {
            assert_eq!(read(&desk), [0; 0], "{filter}");
            continue;
        }
        desk.expect("[all]").expect("under the filter · 1/");
        expect_position(&desk, 1, expected.len());
        while read(&desk).len() < expected.len() {
            let before = read(&desk).len();
            desk.keys("G");
            assert!(read(&desk).len() > before, "{filter}\n{}", desk.screen());
        }
        assert_eq!(read(&desk), expected, "{filter}");
    }
}

#[test]
fn the_changes_of_one_need_are_all_of_them_whatever_the_filter() {
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys("4/is:untriaged priority:none<Enter>");
    // The need stays where it is while it is decided about, and the filter lets it through no more.
    desk.keys("e<Enter>gh").expect("[Need 1] ").expect("Priority    –         High");
    assert!(!desk.shows("under the filter"), "{}", desk.screen());
}

#[test]
fn the_changes_of_a_person_stand_under_the_filter_too() {
    let mut desk = Desk::new(SMALL, Lang::En);
    let expected = by_sql(&desk, "b.who = 'secretariat' AND n.priority = 'high'");
    assert!(expected.len() < by_sql(&desk, "b.who = 'secretariat'").len());
    desk.keys("/priority:high<Enter>ghhh").expect("[Secretariat officer] ");
    desk.expect("under the filter · 1/");
    expect_position(&desk, 1, expected.len());
    assert_eq!(read(&desk), expected);
}

#[test]
fn changes_of_views_and_settings_are_listed_on_request() {
    let mut desk = Desk::new(SMALL, Lang::En);
    let all = by_sql(&desk, "true");
    desk.keys("4gv+Ours<Enter>").expect("is saved");
    let store = Store::open(&desk.db, Access::ReadWrite).unwrap();
    store.set("boss", Setting::OverdueDays, "60", None).unwrap();
    desk.keys("<Esc>1gh").expect("views, settings");
    expect_position(&desk, 1, all.len());
    assert!(!desk.shows("view Ours"), "{}", desk.screen());
    desk.keys("v").expect("view Ours").expect("itself").expect("there");
    desk.expect("setting overdu…").expect("90").expect("60");
    expect_position(&desk, 1, all.len() + 2);
    // They lead to no need.
    desk.keys("<Enter>").expect("setting overdu…");
    // What is turned sideways lists them too, but for the changes of some needs.
    desk.keys("h").expect("view Ours");
    desk.keys("v");
    assert!(!desk.shows("view Ours"), "{}", desk.screen());
    desk.keys("<Esc>4gh").expect("[Need 1]");
    desk.keys("v").expect("changes of needs alone");
}
