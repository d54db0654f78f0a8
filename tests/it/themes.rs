//! Themes: their page with needs, States and articles, each number equal to plain SQL and each
//! opening the records that it counts; and the bulk tagging of the needs that a search finds.

use crate::support::desk::{Desk, sample};
use crate::support::large;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use ta_tui::app::key;
use ta_tui::app::place::View;
use ta_tui::program::Headless;
use ta_tui::query::{Measure, code_of_value};
use ta_tui::store::{Access, LogEntry, LogQuery, Store};
use ta_tui::text::Lang;

const SIZE: (u16, u16) = (120, 40);

fn desk() -> Desk {
    Desk::new(SIZE, Lang::En)
}

fn sql(path: &Path) -> Connection {
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}

fn count(path: &Path, question: &str) -> u32 {
    sql(path).query_row(question, [], |row| row.get(0)).unwrap()
}

/// The changes in the file, the newest first.
fn log(path: &Path) -> Vec<LogEntry> {
    let store = Store::open(path, Access::ReadOnly).unwrap();
    store.log(&LogQuery::default()).unwrap()
}

/// The lines of the page on the screen: theme, article or none, needs, States.
fn page(desk: &Desk) -> Vec<(String, Option<String>, u32, u32)> {
    let app = desk.program.app();
    let View::Themes(state) = &app.place().view else { panic!("another page") };
    let shown = app.shown_themes(state).unwrap();
    let vocabulary = &app.register().unwrap().vocabulary;
    let code = |field, slot| code_of_value(field, slot, vocabulary);
    let mut lines = Vec::new();
    for (row, sum) in shown.themes.iter().enumerate() {
        let theme = code(ta_tui::query::Field::Theme, sum.slot);
        lines.push((theme.clone(), None, sum.needs, sum.states));
        for article in shown.articles_of(row, Measure::Needs) {
            let number = code(ta_tui::query::Field::Article, article.slot);
            lines.push((theme.clone(), Some(number), article.needs, article.states));
        }
    }
    lines.sort();
    lines
}

/// The lines of the page by plain SQL, for the needs that a condition keeps.
fn by_sql(condition: &str) -> Vec<(String, Option<String>, u32, u32)> {
    let tagged = "need n JOIN review r ON r.id = n.review_id
                  LEFT JOIN need_theme nt ON nt.need_id = n.id
                  LEFT JOIN theme t ON t.id = nt.theme_id";
    let sums = "count(*), count(DISTINCT r.state_id)";
    let name = "coalesce(t.code, 'none')";
    let question = format!(
        "SELECT {name}, NULL, {sums} FROM {tagged} WHERE {condition} GROUP BY 1
         UNION ALL
         SELECT {name}, coalesce(CAST(a.article AS TEXT), 'none'), {sums}
         FROM {tagged} LEFT JOIN need_article a ON a.need_id = n.id
         WHERE {condition} GROUP BY 1, 2"
    );
    let db = sql(&sample());
    let mut statement = db.prepare(&question).unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .unwrap();
    let mut lines: Vec<_> = rows.map(Result::unwrap).collect();
    lines.sort();
    lines
}

#[test]
fn the_page_counts_as_sql_does_under_any_filter() {
    let mut desk = desk();
    desk.keys("gt");
    assert_eq!(page(&desk), by_sql("1"));
    desk.keys("/cycle:2 -article:8<Enter>");
    let article_8 = "SELECT 1 FROM need_article x WHERE x.need_id = n.id AND x.article = 8";
    assert_eq!(page(&desk), by_sql(&format!("r.cycle = 2 AND NOT EXISTS ({article_8})")));
    desk.keys("z0/xyzzy<Enter>").expect("No need matches this filter.");
}

#[test]
fn every_number_of_the_page_opens_what_it_counts() {
    let mut desk = desk();
    desk.keys("gt").expect("research").expect("6 × 4, 11 × 2").expect("8 × 4, 7 × 3");
    desk.keys("j<Enter>").expect("theme:\"asset declarations\"").expect("8 of 3,954");
    desk.keys("<Esc>l<Enter>")
        .expect("theme:\"asset declarations\" article:8")
        .expect("4 of 3,954");
    desk.keys("<Esc>").expect("▌8 Codes of conduct");
    desk.keys("hs").expect("States▼");
    desk.keys("<Enter>").expect("8 of 3,954").expect("/6").expect("Albania");
    // from anywhere, and back again; once open it is not opened on itself
    let mut desk = self::desk();
    desk.keys("4/chapter:V<Enter>gt").expect("chapter:V").expect("108 of 3,954");
    desk.keys("gt<Esc>").expect("What is needed");
    let mut chinese = Desk::new((80, 24), Lang::Zh);
    chinese.keys("gt").expect("资产申报").expect("国家");
}

#[test]
fn a_search_is_tagged_at_one_go_and_one_undo_takes_it_back() {
    let mut desk = desk();
    let awareness = "SELECT count(*) FROM need_theme nt JOIN theme t ON t.id = nt.theme_id
                     WHERE t.code = 'awareness'";
    let before = (log(&desk.db).len(), count(&desk.db, awareness));
    desk.keys("/awareness<C-t>").expect("the 51 needs that the filter matches");
    desk.expect("▌ awareness").expect("searched for · 4 of 51 have it");
    desk.keys("<Enter>").expect("Change 51 needs?").expect("4 of them have it already");
    assert_eq!(log(&desk.db).len(), before.0, "nothing is written before the answer");
    desk.keys("y").expect("47 needs changed");
    assert_eq!(count(&desk.db, awareness), before.1 + 47);
    let changes = log(&desk.db);
    let written = &changes[..changes.len() - before.0];
    assert_eq!(written.len(), 47);
    assert!(written.iter().all(|entry| entry.batch == written[0].batch), "one transaction");
    // added, never turned: once more changes nothing
    desk.keys("<C-t>").expect("51 of 51 have it");
    desk.keys("<Enter>y").expect("Already set");
    assert_eq!(count(&desk.db, awareness), before.1 + 47);
    desk.keys("u").expect("47 needs: undone");
    assert_eq!(count(&desk.db, awareness), before.1);
}

#[test]
fn further_decisions_join_the_question_from_any_screen() {
    let mut desk = desk();
    desk.keys("1/awareness<C-t><Enter>e").expect("Priority  → High");
    desk.expect("Theme “awareness” is added to 51 needs");
}

#[test]
fn a_theme_is_taken_from_those_that_have_it() {
    let mut desk = desk();
    desk.keys("4/asset decl<Enter><C-t><Tab>").expect("Remove a theme from the 8 needs");
    assert!(!desk.shows("drafting of laws"), "none of them has it");
    desk.keys("<Enter>").expect("is removed from 8 needs; 8 of them have it");
    desk.keys("y").expect("8 needs changed");
    desk.keys("z0/theme:\"asset declarations\"<Enter>").expect("0 of 3,954");
    desk.keys("uz0/theme:\"asset declarations\"<Enter>").expect("8 of 3,954");
}

#[test]
fn the_selection_is_meant_where_there_is_one_and_the_queue_where_one_is_shown() {
    let mut desk = desk();
    desk.keys("4v<Down*2><C-t>").expect("the 3 selected needs");
    desk.keys("<Esc>z0/chapter:V<Enter><C-t>").expect("the 3 selected needs");
    desk.keys("research<Enter>").expect("3 of them are not on the list below");
    desk.keys("y").expect("3 needs changed");
    desk.keys("N5h<Down>l<C-t>").expect("needs of this queue");
    let queue = desk.program.app().answer.as_ref().unwrap().rows.len();
    desk.expect(&format!("the {queue} needs"));
}

#[test]
fn a_theme_that_nobody_has_is_made_by_its_whole_name_only() {
    let mut desk = desk();
    desk.keys("/asset decl<C-t>asset").expect("▌ asset declarations");
    // the new one stands last, whatever the letters find
    desk.expect("Make the new theme “asset”");
    desk.keys("<Up*9><Down*99><Enter>y").expect("8 needs changed");
    assert_eq!(count(&desk.db, "SELECT count(*) FROM theme WHERE code = 'asset'"), 1);
    desk.keys("z0/id:1<C-t>Asset Declarations");
    assert!(!desk.shows("Make the new theme"), "there is one of this name");
}

#[test]
fn what_cannot_be_tagged_says_why() {
    let mut desk = desk();
    desk.keys("/xyzzy<C-t>").expect("The filter matches no need");
    desk.keys("z0/chapter:XX<C-t>").expect("chapter:XX");
    assert!(!desk.program.app().overlays.is_empty(), "what cannot be read stays to be mended");
    desk.keys("<Esc>zd2019-05-31<Enter><C-t>").expect("Showing an earlier day");
    let mut reader = Desk::with(SIZE, |start| start.read_only = true);
    reader.keys("4<C-t>").expect("open for reading only");
    reader.keys("/asset<C-t>").expect("open for reading only");
}

#[test]
fn keys_before_the_answer_reach_the_picker_that_is_still_to_come() {
    let mut desk = desk();
    for key in key::script("/awareness<C-t>").unwrap() {
        desk.program.type_ahead(key);
    }
    desk.program.catch_up();
    desk.expect("the 51 needs that the filter matches");
    // another key first: then nothing opens by itself
    let mut desk = self::desk();
    for key in key::script("/awareness<C-t>4").unwrap() {
        desk.program.type_ahead(key);
    }
    desk.program.catch_up();
    assert!(desk.program.app().overlays.is_empty(), "{}", desk.screen());
}

#[test]
fn ten_thousand_needs_are_tagged_in_one_transaction() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("large.db");
    large::make(&db);
    let mut program = Headless::start(&crate::support::desk::start(db.clone()), SIZE).unwrap();
    let mut press = |keys: &str| {
        for key in key::script(keys).unwrap() {
            program.key(key);
        }
    };
    let before = log(&db).len();
    press("4/id:1..10000<C-t>risk<Enter>y");
    let changes = log(&db);
    let written = &changes[..changes.len() - before];
    let has = "SELECT count(*) FROM need_theme nt JOIN theme t ON t.id = nt.theme_id
               WHERE t.code = 'risk assessment' AND nt.need_id <= 10000";
    assert_eq!(count(&db, has), 10_000);
    assert!(written.len() > 9_900 && written.iter().all(|entry| entry.batch == written[0].batch));
    press("u");
    assert!(count(&db, has) < 100);
}
