//! Connections between articles on the sample register: every number compared with plain SQL, the
//! note's statements on them, and every number on the screen with the records behind it.

use crate::support::desk::{Desk, sample};
use ratatui::style::Modifier;
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use std::collections::BTreeMap;
use std::process::{Command, Output};
use ta_tui::app::App;
use ta_tui::app::connections::in_matrix;
use ta_tui::app::context::KeyContext;
use ta_tui::app::key;
use ta_tui::app::list::Rows;
use ta_tui::app::place::View;
use ta_tui::app::state::figures::{ENTRIES, FigureEntry, Figures};
use ta_tui::domain::Article;
use ta_tui::query::Measure;
use ta_tui::query::register::Disclosure;
use ta_tui::text::Lang;

fn run(args: &[&str]) -> Output {
    let home = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_ta-tui"))
        .env_clear()
        .env("HOME", home.path())
        .args(["connections", "--db"])
        .arg(sample())
        .args(args)
        .output()
        .unwrap()
}

fn told(args: &[&str]) -> String {
    let output = run(args);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn refused(args: &[&str]) -> String {
    let output = run(args);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{output:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn rows(args: &[&str]) -> Vec<Value> {
    serde_json::from_str(&told(&[args, &["--format", "json"]].concat())).unwrap()
}

/// Both articles, and how many have both, each, and are there in all.
type Pairs = BTreeMap<(u64, u64), [u64; 4]>;

fn counted(args: &[&str]) -> Pairs {
    let number = |row: &Value, name: &str| row[name].as_u64().unwrap();
    let pair = |row: &Value| {
        let counts = ["both", "first", "second", "base"].map(|name| number(row, name));
        ((number(row, "article"), number(row, "with_article")), counts)
    };
    rows(args).iter().map(pair).collect()
}

/// The pairs of [`counted`], counted by SQL.
fn by_sql(by: &str, which: &str) -> Pairs {
    let file = Connection::open_with_flags(sample(), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let who = if by == "state" { "r.state_id" } else { "n.id" };
    let sql = format!(
        "WITH asked AS (SELECT n.id, {who} AS who FROM need n JOIN review r ON r.id = n.review_id
                        JOIN state s ON s.id = r.state_id WHERE {which}),
           has AS (SELECT DISTINCT who, article FROM asked JOIN need_article ON need_id = id)
         SELECT a.article, b.article, count(*),
           (SELECT count(*) FROM has WHERE article = a.article),
           (SELECT count(*) FROM has WHERE article = b.article),
           (SELECT count(DISTINCT who) FROM asked)
         FROM has a JOIN has b ON a.who = b.who AND a.article < b.article GROUP BY 1, 2"
    );
    let mut statement = file.prepare(&sql).unwrap();
    let found = statement.query_map([], |row| {
        let number = |at| row.get::<_, u32>(at).map(u64::from);
        let counts = [number(2)?, number(3)?, number(4)?, number(5)?];
        Ok(((number(0)?, number(1)?), counts))
    });
    found.unwrap().map(Result::unwrap).collect()
}

#[test]
fn every_count_is_what_sql_counts() {
    for (filter, day, sql) in [
        ("", "2019-09-30", "true"),
        ("cycle:2", "2019-09-30", "r.cycle = 2"),
        ("cycle:2", "2019-05-31", "r.cycle = 2"),
        ("region:african", "2018-12-31", "s.region = 'AFR'"),
        ("article:8", "2019-09-30", "n.id IN (SELECT need_id FROM need_article WHERE article = 8)"),
    ] {
        for by in ["need", "state"] {
            let expected = by_sql(by, &format!("n.identified_on <= '{day}' AND {sql}"));
            assert!(!expected.is_empty());
            assert_eq!(counted(&[filter, "--by", by, "--as-of", day]), expected, "{filter} {by}");
        }
    }
}

#[test]
fn the_note_on_articles_that_come_together() {
    let at = |args: &[&str]| counted(&[args, &["--as-of", "2019-09-30"]].concat());
    // paragraph 31: a third of 17 States speak of asset declarations, half of these under article
    // 8, half under article 52; one repeats the same need under both
    let declared = "cycle:2 theme:\"asset declarations\"";
    assert_eq!(at(&[declared, "--by", "state"])[&(8, 52)], [1, 3, 3, 6]);
    assert_eq!(at(&[declared, "--by", "need"])[&(8, 52)][0], 1);
    assert_eq!(at(&["cycle:2", "--by", "state"])[&(8, 52)], [9, 13, 11, 17]);
    // articles 14 and 58 are linked by needs of capacity-building
    assert_eq!(at(&["cycle:2 category:C2-CB", "--by", "state"])[&(14, 58)], [2, 7, 7, 17]);
    // paragraph 30: needs under every article of chapter V, linked to article 14
    let states = at(&["cycle:2", "--by", "state"]);
    assert!((51..=59).all(|article| states[&(14, article)][0] > 0));
}

#[test]
fn a_list_is_in_the_order_that_was_asked_for_and_its_numbers_follow_from_its_counts() {
    for by in ["need", "state"] {
        let all = rows(&["--by", by]);
        let both = |row: &Value| row["both"].as_u64().unwrap();
        assert!(all.is_sorted_by_key(|row| std::cmp::Reverse(both(row))));
        for row in &all {
            let number = |name: &str| row[name].as_f64().unwrap();
            let chance = number("first") * number("second") / number("base");
            assert!((number("expected") - chance).abs() < 0.006, "{row}");
            assert!((number("lift") - number("both") / chance).abs() < 0.006, "{row}");
        }
        let by_lift = rows(&["--by", by, "--sort", "lift"]);
        assert_eq!(by_lift.len(), all.len(), "nothing is left out");
        let (many, few): (Vec<_>, Vec<_>) = by_lift.iter().partition(|row| both(row) >= 5);
        assert_eq!(by_lift.iter().collect::<Vec<_>>(), [many.clone(), few].concat());
        let lift = |row: &&Value| -row["lift"].as_f64().unwrap();
        assert!(many.is_sorted_by_key(lift));
        let least = rows(&["--by", by, "--sort", "lift", "--min", "4"]);
        assert!(least.iter().all(|row| both(row) >= 4) && least.is_sorted_by_key(|row| lift(&row)));
    }
}

#[test]
fn a_reader_is_told_what_the_numbers_are() {
    let text = told(&["cycle:2", "--by", "state", "--as-of", "2019-09-30"]);
    assert!(text.contains("8 Codes of conduct for public officials"), "{text}");
    for said in ["n = 17 States", "first × second ÷ n", "illustrative", "As of 2019-09-30"] {
        assert!(text.contains(said), "{said} in\n{text}");
    }
    assert!(!text.contains("Both cycles"), "{text}");
    assert!(told(&[]).contains("Both cycles are counted"));
    assert!(told(&["--sort", "lift"]).contains("Pairs of fewer than 5 stand last"));
    assert!(told(&["--min", "7"]).contains("Pairs of fewer than 7 are left out"));
    assert!(told(&["identified:<2000"]).contains("No two articles"));
    assert!(told(&["--lang", "zh", "--by", "state"]).contains("基数：n = 108个国家"));
    let csv = told(&["cycle:2", "--by", "states", "--min", "9", "--format", "csv"]);
    let heads = "article,with_article,both,first,second,base,expected,lift,illustrative\r\n";
    assert!(csv.starts_with(&format!("{heads}8,52,9,13,11,17,8.41,1.07,true\r\n")), "{csv}");
    assert!(!csv.contains("needs in this register"), "data and nothing else");
}

#[test]
fn what_cannot_be_asked_is_refused() {
    assert!(refused(&["--by", "review"]).contains("review"));
    assert!(refused(&["--sort", "name"]).contains("name"));
    assert!(refused(&["--min", "0"]).contains("1 or more"));
    assert!(refused(&["--min", "-1"]).contains("-1"));
    assert!(refused(&["chaptr:V"]).contains("chaptr:V\n^^^^^^"));
    assert!(
        refused(&["region:african", "group:ldc", "--no-names"]).contains("could identify a State")
    );
}

/// The keys that show the connections.
fn keys() -> String {
    let place = ENTRIES.iter().position(|entry| *entry == FigureEntry::Connections).unwrap();
    format!("7{}", "j".repeat(place))
}

fn desk(size: (u16, u16)) -> Desk {
    let mut desk = Desk::new(size, Lang::En);
    desk.keys(&keys());
    desk
}

fn state(app: &App) -> &Figures {
    match &app.place().view {
        View::Figures(state) => state,
        other => panic!("not the figures: {other:?}"),
    }
}

/// The number under the cursor, and its measure.
fn number(app: &App) -> (u32, Measure) {
    let connected = app.connected().expect("connections");
    let [one, other] = state(app).together.under_cursor(connected).unwrap();
    (connected.connections.both(one, other), connected.connections.by)
}

/// Opens the number under the cursor, compares and comes back.
fn open(desk: &mut Desk) {
    let app = desk.program.app();
    let (expected, by) = number(app);
    let under = state(app).together.under_cursor(app.connected().unwrap());
    desk.keys("<Enter>");
    let app = desk.program.app();
    let screen = if by == Measure::States { KeyContext::States } else { KeyContext::Needs };
    assert_eq!(app.context(), screen, "{under:?}");
    let rows = App::identities(app.answer.as_deref(), &app.place().view, Lang::En);
    assert_eq!(rows.count(), expected as usize, "{under:?}\n{}", desk.screen());
    desk.keys("<Esc>");
    let app = desk.program.app();
    assert_eq!(state(app).together.under_cursor(app.connected().unwrap()), under);
}

#[test]
fn every_number_opens_what_it_counts_and_esc_comes_back_to_it() {
    for filter in ["", "/cycle:2<Enter>", "/region:african article:8,14,52,58<Enter>"] {
        let mut desk = desk((120, 40));
        desk.keys(filter);
        for turn in ["l", "zu", "s"] {
            desk.keys(turn).keys("gg");
            for step in ["", "j", "j", "<PgDn>", "G", "k"] {
                desk.keys(step);
                open(&mut desk);
            }
        }
        // the matrix, along its diagonal and beside it, where there are also zeros
        for turn in ["zv", "zu"] {
            desk.keys(turn).keys("gg");
            let lines = in_matrix(desk.program.app().connected().unwrap()).len();
            for _ in 0..lines {
                open(&mut desk);
                desk.keys("j");
                open(&mut desk);
                desk.keys("l");
            }
        }
    }
}

#[test]
fn one_cursor_moves_in_the_list_and_in_the_matrix() {
    let mut desk = desk((98, 24));
    desk.keys("/cycle:2<Enter>zu").expect("Connections between articles").expect("Pair");
    let here = |desk: &Desk| {
        let app = desk.program.app();
        let together = &state(app).together;
        let pair = together.under_cursor(app.connected().unwrap()).unwrap();
        (together.in_matrix, pair.map(Article::number))
    };
    desk.keys("l").expect("9 of 17 States have needs under both 8 Codes of conduct");
    assert_eq!(here(&desk), (false, [8, 52]));
    desk.keys("l").expect("Shades:");
    assert_eq!(here(&desk), (true, [8, 52]));
    assert!(!desk.shows("Pair"), "{}", desk.screen());
    desk.keys("<Down><Right><Right>");
    assert_eq!(here(&desk), (true, [9, 54]));
    desk.keys("zv").expect("Pair").expect("▌ 9 · 54");
    assert_eq!(here(&desk), (false, [9, 54]));
    desk.keys("zvgg");
    assert_eq!(here(&desk), (true, [5, 54]), "{}", desk.screen());
    desk.keys(&"h".repeat(13));
    assert_eq!(here(&desk), (true, [5, 5]));
    desk.expect("9 of 17 States have needs under 5 Preventive");
    desk.keys("h");
    assert!(!here(&desk).0 && !state(desk.program.app()).in_list);
    desk.keys("h");
    assert!(state(desk.program.app()).in_list);
    // with enough room, list and matrix stand beside each other
    let mut wide = self::desk((120, 40));
    wide.keys("l").expect("Pair").expect("Shades:");
}

#[test]
fn the_order_and_what_is_counted_turn_and_follow_the_filter_and_the_day() {
    let mut desk = desk((98, 24));
    desk.keys("l").expect("By the same need, ").expect("n = 3,954 needs").expect("Both▼");
    desk.keys("s").expect("highest lift first").expect("Lift▼").expect("stand last");
    desk.keys("zu").expect("By the same State, ").expect("n = 108 States");
    desk.keys("s").expect("the most frequent first").expect("Both cycles");
    desk.keys("zd2019-05-31<Enter>").expect("as at 31 May 2019").expect("n = 103 States");
    desk.keys("/cycle:2<Enter>").expect("n = 10 States");
    desk.keys("/<C-u>chapter:VI<Enter>").expect("No two articles are needed together here");
    desk.keys("<Enter>l<Enter>zv");
    assert_eq!(desk.program.app().context(), KeyContext::Figures);
    // elsewhere on this screen the two keys say why not
    desk.keys("hhggzv").expect("Only the connections");
    desk.keys("s").expect("Only the connections");
}

#[test]
fn keys_are_heard_at_any_size() {
    for size in [(1, 1), (4, 5), (6, 2), (40, 12), (84, 13), (107, 30), (108, 12), (113, 80)] {
        let mut desk = desk(size);
        desk.keys("ljzv<PgDn>Gzujhhs<PgDn>l<Enter>");
        assert_eq!((desk.buffer().area.width, desk.buffer().area.height), size);
    }
}

/// Numbers never stand beside a filter that they do not belong to.
#[test]
fn until_it_is_counted_anew_nothing_old_is_shown() {
    let mut desk = desk((80, 24));
    desk.keys("l").expect("n = 3,954 needs");
    for key in ["<F5>", "zu", "s"] {
        key::script(key).unwrap().into_iter().for_each(|key| desk.program.type_ahead(key));
        desk.expect("Connections between articles").expect(" …");
        assert!(!desk.shows("Pair") && !desk.shows("n = "), "{key}\n{}", desk.screen());
        desk.program.catch_up();
        desk.expect("Pair");
    }
}

#[test]
fn no_state_is_named_and_the_numbers_still_open() {
    let mut desk = Desk::with((120, 40), |start| {
        start.kept = Some(Disclosure::Regions);
        (start.who, start.read_only) = (None, true);
    });
    desk.keys(&keys()).keys("/cycle:2<Enter>zul");
    for _ in 0..5 {
        open(&mut desk);
        desk.keys("j");
    }
    desk.keys("gg<Enter>").expect("state:s-").expect("one State");
}

#[test]
fn without_colour_and_in_chinese_the_connections_can_be_read() {
    let mut desk = Desk::with((120, 40), |start| {
        start.lang = Lang::Zh;
        start.config.theme = Some(ta_tui::config::ColourScheme::None);
    });
    desk.keys(&keys()).keys("/cycle:2<Enter>zul").expect("条款对").expect("▅").expect("两者▼");
    desk.expect("17个国家中有9个在第8条（公职人员行为守则）和第52条");
    desk.keys("zv");
    let buffer = desk.buffer();
    let reversed = buffer.content().iter().skip(2 * 120);
    let reversed = reversed.filter(|cell| cell.modifier.contains(Modifier::REVERSED));
    let marked: String = reversed.map(ratatui::buffer::Cell::symbol).collect();
    assert_eq!(marked, "52 9", "the head of the column and the cell");
    assert!(buffer.content().iter().all(|cell| cell.fg == ratatui::style::Color::Reset));
}
