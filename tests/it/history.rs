//! The page of changes: one line for each step of undo, under the filter, with their true number, and all of
//! them within reach.

use crate::support::desk::Desk;
use crate::support::panes::panes;
use rusqlite::Connection;
use std::fmt::Write;
use ta_tui::app::context::KeyContext;
use ta_tui::app::place::View;
use ta_tui::app::screens::History;
use ta_tui::domain::Setting;
use ta_tui::query::register::Disclosure;
use ta_tui::store::{Access, Store};
use ta_tui::text::{Lang, grouped};

const SMALL: (u16, u16) = (80, 24);

fn page(desk: &Desk) -> &History {
    match &desk.program.app().place().view {
        View::History(history) => history,
        _ => panic!("no page of changes\n{}", desk.screen()),
    }
}

/// The numbers of the batches that the page has read.
fn read(desk: &Desk) -> Vec<i64> {
    page(desk).batches.iter().flatten().map(|of| of.batch.batch).collect()
}

/// The numbers of the batches with a change for which a condition holds, newest first.
fn by_sql(desk: &Desk, condition: &str) -> Vec<i64> {
    let sql = Connection::open(&desk.db).unwrap();
    let question = format!(
        "SELECT DISTINCT b.id FROM change c JOIN batch b ON b.id = c.batch_id JOIN need n ON n.id = c.record
         WHERE c.kind = 'need' AND {condition} ORDER BY b.id DESC"
    );
    let mut statement = sql.prepare(&question).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn expect_position(desk: &Desk, row: usize, count: usize) {
    let position = format!(" {}/{}", grouped(row as u64), grouped(count as u64));
    assert!(desk.line(22).trim_end().ends_with(&position), "{position}\n{}", desk.screen());
}

/// The text without the time of day of changes written in the test.
fn without_times(shown: &str) -> String {
    let (mut parts, day) = (shown.split("2019-12-31 "), "2019-12-31 ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |said, part| format!("{said}{day}hh:mm{}", part.get(5..).unwrap_or(part)))
}

/// A name of a State or a region alone would read as if the State itself had written.
#[test]
fn authors_are_named_by_their_post_or_code_where_there_is_little_room_too() {
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys("1gh");
    for (at, who) in [
        ("12-30 16:39", "Adviser, S+SE Asia "),
        ("12-30 14:04", "Focal point, Latvia"),
        ("12-30 12:02", "Adviser, Pacific"),
        ("12-27 16:01", "fp-ir "),
    ] {
        desk.expect(&format!("{at} {who}"));
    }
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys("4/state:latvia<Enter><Enter>G").expect(" · Focal point of Latvia");
}

#[test]
fn the_page_of_changes_looks_as_it_should() {
    for (name, keys) in [
        ("history-everybody", "1gh"),
        ("history-opened", "1gh<Enter>jjjj"),
        ("history-of-a-need", "4ph<Enter>ogh<Enter>j"),
        ("history-undone", "4ph<Enter>u1gh"),
    ] {
        let mut shown = String::new();
        for size in [SMALL, (120, 40), (200, 50)] {
            for lang in [Lang::En, Lang::Zh] {
                let mut desk = Desk::new(size, lang);
                let below = desk.buffer();
                let parts = panes(&below, &desk.keys(keys).buffer());
                let (columns, rows) = size;
                writeln!(shown, "== {}-{columns}x{rows}\n{parts}", lang.code()).unwrap();
            }
        }
        let shown = without_times(&shown);
        insta::with_settings!({
            omit_expression => true,
            prepend_module_to_snapshot => false,
        }, {
            insta::assert_snapshot!(name, shown);
        });
    }
}

#[test]
fn the_number_of_batches_is_the_true_one_and_the_last_one_is_reached() {
    let mut desk = Desk::new(SMALL, Lang::En);
    let all = by_sql(&desk, "true");
    assert!(all.len() > 900);
    desk.keys("gh");
    expect_position(&desk, 1, all.len());
    assert_eq!(read(&desk), all[..200], "nothing is read that is not looked at");
    // The next part comes before it is needed.
    desk.keys(&"<PgDn>".repeat(9));
    assert_eq!(read(&desk), all[..400]);
    for _ in 0..=all.len() / 200 {
        desk.keys("G");
    }
    assert_eq!(read(&desk), all);
    expect_position(&desk, all.len(), all.len());
}

#[test]
fn the_batches_are_those_of_the_needs_under_the_filter() {
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
        desk.expect("History › everybody").expect("under the filter · 1/");
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
fn a_line_opens_to_its_fields_and_leads_to_its_needs() {
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys("4/id:1,2<Enter>Aeiy").expect("2 needs changed");
    desk.keys("<Esc><Esc>1gh").expect("  2 Mozambique   Priority: High, Respo…");
    let closed = page(&desk).lines().len();
    desk.keys("<Enter>").expect("     1  Mozambique, art. 15: Comp").expect("     2  Mozambique");
    desk.expect("Priority      Medium       → High").expect("Response      –            → Planned");
    let all = by_sql(&desk, "true").len();
    expect_position(&desk, 1, all);
    // On a line of a need, Enter goes to the need, and Esc comes back to the line.
    desk.keys("jjjj<Enter>").expect("Need 2");
    assert_eq!(desk.program.app().context(), KeyContext::Need);
    desk.keys("<Esc>");
    assert_eq!(page(&desk).list.row, 4);
    expect_position(&desk, 1, all);
    // The key on the left closes it from any of its lines.
    desk.keys("h");
    assert_eq!((page(&desk).lines().len(), page(&desk).list.row), (closed, 0));
    desk.keys("l").expect("     1  Mozambique");
    desk.keys("<Left>");
    assert_eq!(page(&desk).lines().len(), closed);
    desk.keys("h").expect("Tab shows the changes of something else");
}

#[test]
fn what_is_taken_back_says_so_and_the_cursor_stays_on_its_line() {
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys("4/id:51<Enter>ph<Enter><Esc>1ghj");
    let before = page(&desk).current_batch().unwrap().batch.batch;
    desk.keys("u").expect("undone · ").expect("undo · ");
    assert_eq!(page(&desk).current_batch().unwrap().batch.batch, before);
    assert!(page(&desk).batches.as_ref().unwrap()[1].batch.is_undone);
    desk.keys("<C-r>");
    assert!(!page(&desk).batches.as_ref().unwrap()[2].batch.is_undone, "done again");
}

#[test]
fn the_page_turns_to_the_state_the_person_the_day_and_everybody() {
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys("4gh").expect("Needs › History › Need 1");
    desk.keys("gh").expect("History › everybody");
    desk.keys("gh").expect("everybody’s changes already");
    desk.keys("j<Tab>");
    let seen: Vec<String> = (0..6)
        .map(|_| {
            let line = desk.line(1);
            desk.keys("<Tab>");
            line.split('›').nth(2).unwrap_or_default().trim().to_owned()
        })
        .collect();
    assert!(seen.iter().any(|scope| scope.starts_with("everybody")), "{seen:?}");
    assert!(seen.iter().any(|scope| scope.starts_with("2019-")), "{seen:?}");
    desk.keys("gh<S-Tab>").expect("History › 20");
}

#[test]
fn the_changes_of_one_need_are_all_of_them_whatever_the_filter() {
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys("4/is:untriaged priority:none<Enter>");
    // The need stays in place while the user decides about it, though the filter excludes it now.
    desk.keys("e<Enter>gh").expect("History › Need 1").expect("Priority: – → High");
    assert!(!desk.shows("under the filter"), "{}", desk.screen());
}

#[test]
fn the_changes_of_a_person_stand_under_the_filter_too() {
    let mut desk = Desk::new(SMALL, Lang::En);
    let expected = by_sql(&desk, "b.who = 'secretariat' AND n.priority = 'high'");
    assert!(expected.len() < by_sql(&desk, "b.who = 'secretariat'").len());
    desk.keys("/priority:high<Enter>gh");
    while page(&desk).current_batch().is_some_and(|of| of.batch.who != "secretariat") {
        desk.keys("j");
    }
    desk.keys("<S-Tab><S-Tab>").expect("History › Secretariat officer");
    desk.expect("under the filter · 1/");
    expect_position(&desk, 1, expected.len());
    assert_eq!(read(&desk), expected);
}

#[test]
fn changes_of_views_and_settings_are_listed_on_request() {
    let mut desk = Desk::new(SMALL, Lang::En);
    let all = by_sql(&desk, "true");
    desk.keys("4gv+Ours<C-s>").expect("is saved");
    let store = Store::open(&desk.db, Access::ReadWrite).unwrap();
    store.set("boss", Setting::OverdueDays, "60", None).unwrap();
    desk.keys("<Esc>1gh").expect("views, settings");
    expect_position(&desk, 1, all.len());
    assert!(!desk.shows("added"), "{}", desk.screen());
    desk.keys("v").expect("added").expect("90 → 60");
    expect_position(&desk, 1, all.len() + 2);
    // They open too, and lead to no need.
    desk.keys("j<Enter>j").expect("view Ours");
    desk.keys("<Enter>").expect("view Ours");
    assert_eq!(desk.program.app().context(), KeyContext::History);
    // Turned to another scope, they are listed too, but for the changes of some needs.
    desk.keys("<S-Tab>").expect("added");
    desk.keys("v");
    assert!(!desk.shows("added"), "{}", desk.screen());
    desk.keys("<Esc>4gh").expect("History › Need 1");
    desk.keys("v").expect("changes of needs alone");
}

#[test]
fn on_an_earlier_day_later_batches_are_not_there() {
    let mut desk = Desk::new(SMALL, Lang::En);
    let expected = by_sql(&desk, "b.at < unixepoch('2019-06-01')");
    desk.keys("zd2019-05-31<Enter>gh");
    expect_position(&desk, 1, expected.len());
    assert_eq!(read(&desk), expected[..200.min(expected.len())]);
}

#[test]
fn without_names_a_batch_names_no_state_and_no_post_of_one() {
    let mut desk = Desk::with(SMALL, |start| start.kept = Some(Disclosure::default()));
    desk.keys("1gh").expect("fp-").expect("Secretariat officer");
    let total = page(&desk).total;
    assert!(total > 900, "{total}");
    desk.keys("<Enter>j").expect("one State, art. ");
    assert!(page(&desk).batches.iter().flatten().all(|of| of.batch.note.is_empty()));
}
