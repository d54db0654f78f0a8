//! Totals over the years: the register's numbers against plain SQL and against the registers of the
//! days themselves, the published ones against the table, the command in each format, the screen.

use crate::support::command::run;
use crate::support::desk::{Desk, sample};
use rusqlite::Connection;
use serde_json::Value;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use ta_tui::analysis::trend::{Ask, Held, SeriesLine, Trend, TrendMeasure, trend};
use ta_tui::analysis::{FilteredRegister, total};
use ta_tui::domain::reference::{Exactness, TotalStatus, history};
use ta_tui::domain::{Cycle, Day};
use ta_tui::query::register::{Disclosure, Register};
use ta_tui::query::{Context, Measure, Plan, parse, select};
use ta_tui::store::{Access, Store};
use ta_tui::text::{Lang, grouped};

const TODAY: &str = "2026-11-24";

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Fifteen parties that do not say since when.
fn forget_days(register: &Path) {
    let forget = "UPDATE state SET party_since = NULL
                  WHERE party AND party_since BETWEEN '2014-08-01' AND '2019-12-31'";
    assert_eq!(Connection::open(register).unwrap().execute(forget, []).unwrap(), 15);
}

/// The sample register with gaps: needs without a day, reviews without a summary, one without any
/// step, parties without a day, a need and a party of later than today; and with days on which a year ends.
fn with_gaps() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    std::fs::copy(sample(), &path).unwrap();
    let sql = Connection::open(&path).unwrap();
    sql.execute_batch(
        "UPDATE need SET identified_on = NULL WHERE id % 5 = 0;
         UPDATE need SET identified_on = '2031-01-01' WHERE id = 7;
         UPDATE need SET identified_on = '2017-12-31' WHERE id IN (11, 3601);
         UPDATE need SET identified_on = '2018-01-01' WHERE id = 12;
         UPDATE review_step SET on_date = '2016-12-31' WHERE review_id = 3 AND step = 'executive-summary';
         DELETE FROM review_step WHERE review_id = 3 AND step = 'country-report';
         DELETE FROM review_step WHERE review_id % 7 = 0 AND step IN ('executive-summary', 'country-report');
         DELETE FROM review_step WHERE review_id = 10;
         UPDATE state SET party_since = '2031-01-01' WHERE iso2 = 'KE';",
    )
    .unwrap();
    forget_days(&path);
    (folder, path)
}

/// A register file and the registers of earlier days, each worked out once.
struct File {
    store: Store,
    now: Arc<Register>,
    days: HashMap<Day, Arc<Register>>,
}

impl File {
    fn open(path: &Path) -> Self {
        let store = Store::open(path, Access::ReadOnly).unwrap();
        let now = Arc::new(store.load(&mut |_| true).unwrap());
        Self { store, now, days: HashMap::new() }
    }

    /// The register of a day; `None` for the present register.
    fn of(&mut self, day: Option<Day>) -> Arc<Register> {
        let Some(day) = day else { return Arc::clone(&self.now) };
        let past = || Arc::new(self.store.as_of(&self.now, day).unwrap());
        Arc::clone(self.days.entry(day).or_insert_with(past))
    }

    /// The trend under a filter, as the register is or as it was on a day.
    fn told(&mut self, filter: &str, as_of: Option<Day>) -> Trend {
        let shown = self.of(as_of);
        let narrowed = parse(filter).unwrap();
        let ask = Ask {
            register: &shown,
            now: as_of.is_none(),
            narrowed: &narrowed,
            context: Context { today: as_of.unwrap_or(day(TODAY)), me: None },
            cancelled: &|| false,
        };
        trend(ask, &mut |day| Ok::<_, ()>(self.of(Some(day)))).unwrap()
    }
}

/// The trend of a file that is opened for it alone.
fn told(path: &Path, filter: &str, as_of: Option<Day>) -> Trend {
    File::open(path).told(filter, as_of)
}

/// Every number of a trend, with its series and day.
fn numbers(trend: &Trend) -> Vec<(usize, Day, Held)> {
    let line = |(at, line): (usize, &SeriesLine)| {
        let years = line.years.iter().map(move |year| (at, year.day, year.held));
        let points = line.published.iter().map(move |point| (at, point.day, point.held));
        years.chain(points).collect::<Vec<_>>()
    };
    trend.lines.iter().enumerate().flat_map(line).collect()
}

#[test]
fn each_number_is_that_of_the_register_of_its_day() {
    let (_folder, gaps) = with_gaps();
    let filters = [
        "",
        "cycle:2",
        "region:african",
        "state:KE,GH",
        "chapter:V article:52",
        "-category:C2-CB \"training\"",
        "adviser:any",
        "provider:any",
        "id:1..900",
        "group:ldc -chapter:II",
        // these change with the days
        "is:unmet",
        "priority:high,medium",
        "review:completed",
        "identified:2016..2018",
        "theme:any",
    ];
    for path in [sample(), gaps] {
        let mut file = File::open(&path);
        for (filter, as_of) in
            filters.iter().flat_map(|filter| [(*filter, None), (*filter, Some(day("2018-06-30")))])
        {
            let trend = file.told(filter, as_of);
            let mut compared = 0;
            for (at, on, held) in numbers(&trend) {
                let line = &trend.lines[at];
                let now = as_of.is_none() && on == trend.until;
                let past = file.of(Some(on).filter(|_| !now));
                if line.series.counted == TrendMeasure::Parties {
                    continue; // against SQL below
                }
                let behind = line.series.behind(&trend.narrowed, &past.vocabulary, on);
                let context = Context { today: on, me: None };
                let plan = Plan::resolve(&behind, &past, &context).unwrap();
                let selection = select(&past, &plan, &|| false).unwrap();
                let asked =
                    FilteredRegister { register: &past, plan: &plan, selection: &selection };
                let measure = match line.series.counted {
                    TrendMeasure::Needs => Measure::Needs,
                    TrendMeasure::Reviews => Measure::Reviews,
                    _ => Measure::States,
                };
                let expected = total(asked, measure);
                assert_eq!(
                    held,
                    Held::Count(expected),
                    "“{filter}” {as_of:?}: {:?} on {on}",
                    line.series
                );
                compared += 1;
            }
            assert!(compared > 20 || as_of.is_some(), "{filter}: {compared}");
        }
    }
}

const KNOWN: &str = "coalesce(n.identified_on, d.summary, d.last, '0') <= ?1";

fn by_sql(
    sql: &Connection,
    counted: TrendMeasure,
    cycle: Option<Cycle>,
    which: &str,
    on: Day,
) -> u32 {
    let cycle = cycle.map_or("1".to_owned(), |cycle| format!("r.cycle = {}", cycle.number()));
    let text = match counted {
        TrendMeasure::Parties => "SELECT count(*) FROM state WHERE party AND party_since <= ?1".to_owned(),
        TrendMeasure::Reviews => format!(
            "SELECT count(DISTINCT r.id) FROM review r JOIN state s ON s.id = r.state_id
             JOIN review_step t ON t.review_id = r.id
             WHERE t.step IN ('executive-summary', 'country-report') AND t.on_date <= ?1 AND {cycle} AND {which}"
        ),
        _ => format!(
            "WITH d AS (SELECT review_id, max(CASE step WHEN 'executive-summary' THEN on_date END) AS summary,
                        max(on_date) AS last FROM review_step GROUP BY review_id)
             SELECT count(DISTINCT {}) FROM need n JOIN review r ON r.id = n.review_id
             JOIN state s ON s.id = r.state_id LEFT JOIN d ON d.review_id = r.id
             WHERE {KNOWN} AND {cycle} AND {which}",
            if counted == TrendMeasure::Needs { "n.id" } else { "s.id" }
        ),
    };
    sql.query_row(&text, [on.to_string()], |row| row.get(0)).unwrap()
}

#[test]
fn each_number_is_what_sql_counts() {
    let (_folder, gaps) = with_gaps();
    for path in [sample(), gaps.clone()] {
        let sql = Connection::open(&path).unwrap();
        for (filter, which) in [("", "1"), ("region:AFR", "s.region = 'AFR'")] {
            // with a day to look back from, every number is of a day
            let trend = told(&path, filter, Some(day(TODAY)));
            for (at, on, held) in numbers(&trend) {
                let series = trend.lines[at].series;
                let expected = match (series.counted, filter) {
                    (TrendMeasure::Parties, "") => by_sql(&sql, series.counted, None, which, on),
                    (TrendMeasure::Parties, _) => continue,
                    _ => by_sql(&sql, series.counted, series.cycle, which, on),
                };
                match held {
                    Held::Between(least, most) => {
                        assert_eq!((least, most - least), (expected, 15), "{series:?} on {on}");
                        assert_eq!(path, gaps);
                    }
                    _ => assert_eq!(held, Held::Count(expected), "{series:?} on {on}"),
                }
            }
        }
    }
}

#[test]
fn what_was_published_is_the_table_each_total_once() {
    let trend = told(&sample(), "", None);
    let shown = trend.lines.iter().flat_map(|line| {
        line.published
            .iter()
            .map(|point| (point.row.about.in_lang(Lang::En).to_owned(), point.row.value))
    });
    let others =
        trend.others.iter().map(|(_, row)| (row.about.in_lang(Lang::En).to_owned(), row.value));
    let mut all: Vec<_> = shown.chain(others).collect();
    let mut expected: Vec<_> = history()
        .into_iter()
        .map(|row| (row.about.in_lang(Lang::En).to_owned(), row.value))
        .collect();
    all.sort();
    expected.sort();
    assert_eq!(all, expected);
    assert!(trend.lines.iter().all(|line| line.later == 0));
    // The sample agrees exactly with published totals that it was made to hold.
    let line = |at: usize| &trend.lines[at];
    for at in 0..9 {
        for point in &line(at).published {
            if point.row.exactness == Exactness::Exact
                && point.row.status == TotalStatus::Published
                && at < 6
            {
                assert_eq!(point.held, Held::Count(point.row.value), "{point:?}");
            }
        }
    }
    let past = told(&sample(), "", Some(day("2019-05-31")));
    let both = |line: &SeriesLine| line.published.len() + line.later;
    assert!(past.lines.iter().map(both).eq(trend.lines.iter().map(both)));
    assert_eq!(past.lines[1].later, 1);
    assert!(past.lines.iter().all(|line| line.years.last().unwrap().day == past.until));
}

#[test]
fn parties_are_not_asked_what_they_have_not() {
    for (filter, told_of) in [("region:AFR", true), ("chapter:V", false), ("cycle:1", false)] {
        let trend = told(&sample(), filter, None);
        let last = trend.lines[9].years.last().unwrap().held;
        assert_eq!(last != Held::NotAsked, told_of, "{filter}: {last:?}");
    }
    let trend = told(&sample(), "", None);
    let years = &trend.lines[9].years;
    assert_eq!(years.last().unwrap().held, Held::Count(186));
    assert_eq!(years[0].held, Held::Count(107), "{years:?}");
    let (_folder, gaps) = with_gaps();
    let years = told(&gaps, "", None).lines.swap_remove(9).years;
    assert_eq!(years[0].held, Held::Between(106, 121), "{years:?}");
}

fn text(args: &[&str]) -> String {
    let output = run(args);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_command_writes_text_and_data() {
    for lang in ["en", "zh"] {
        let args = ["trend", "--as-of", "2019-12-31", "--lang", lang];
        insta::assert_snapshot!(format!("trend-{lang}"), text(&args));
    }
    let args = ["trend", "--as-of", "2019-12-31", "--format", "json"];
    let rows: Vec<Value> = serde_json::from_str(&text(&args)).unwrap();
    let find = |as_of: &str, kind: &str, cycle: &str| {
        let fits = |row: &&Value| {
            row["measure"] == "needs"
                && row["as_of"] == as_of
                && row["kind"] == kind
                && row["cycle"] == cycle
        };
        rows.iter().find(fits).unwrap().clone()
    };
    let point = find("2019-12-19", "published", "1+2");
    assert_eq!((&point["published"], &point["register"]), (&4000.into(), &3954.into()));
    assert_eq!((&point["exactness"], &point["source"]), (&"almost".into(), &"UNIS/CP/1089".into()));
    assert_eq!(find("2018-12-31", "year", "1")["register"], 3625);
    let csv = text(&["trend", "--as-of", "2019-12-31", "--format", "csv"]);
    assert_eq!(csv.lines().count(), rows.len() + 1);
    assert!(csv.starts_with("measure,cycle,as_of,kind,register,at_least,at_most,published,"));
}

/// Open needs by how far they are served are an entry of the list of figures: four lines, whose numbers open the needs.
#[test]
fn open_needs_over_the_years_stand_on_the_screen_and_open() {
    let mut desk = Desk::new((120, 40), Lang::En);
    desk.keys("7Gkkk").expect("Open needs that are served").expect("4");
    let told: Vec<Value> =
        serde_json::from_str(&text(&["trend", "--by", "standing", "--json"])).unwrap();
    let of = |measure: &str, year: &str| {
        let is_it = |row: &&Value| {
            row["measure"] == measure && row["as_of"].as_str().unwrap().starts_with(year)
        };
        told.iter().find(is_it).unwrap()["register"].as_u64().unwrap()
    };
    desk.keys("lG").expect("Open needs that are unserved");
    desk.expect(&format!("holds {}.", grouped(of("unserved", "2019"))));
    desk.keys("<Left>").expect(&format!("holds {}.", grouped(of("unserved", "2018"))));
    desk.keys("<Enter>").expect("match:unserved").expect("31 December 2018");
    let needs = format!("{} of ", grouped(of("unserved", "2018")));
    desk.expect(&needs);
    let mut nameless = Desk::with((120, 40), |start| {
        start.kept = Some(Disclosure::Regions);
        (start.who, start.read_only) = (None, true);
    });
    nameless.keys("7Gkkkl<Enter>").expect("how far single needs are served is not shown");
}

/// Totals over the years are pictures like figures: one of the open needs with their parts, one of each other total.
#[test]
fn totals_over_the_years_are_drawn_as_pictures() {
    let drawn = text(&["trend", "--by", "standing", "--format", "svg"]);
    assert!(drawn.starts_with("<svg") && drawn.contains("<title>Open needs</title>"), "{drawn}");
    let rows: Vec<Value> =
        serde_json::from_str(&text(&["trend", "--by", "standing", "--json"])).unwrap();
    for (measure, label) in [("open", "Open"), ("served", "Served"), ("unserved", "Unserved")] {
        let last = rows.iter().rev().find(|row| row["measure"] == measure).unwrap();
        let year = last["as_of"].as_str().unwrap().split_once('-').unwrap().0;
        let number = grouped(last["register"].as_u64().unwrap());
        let line = drawn.lines().find(|line| line.starts_with(&format!("{label}: "))).unwrap();
        assert!(line.contains(&format!("{year} {number}")), "{line}");
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    text(&["trend", "chapter:V", "--format", "svg", "--out", path]);
    let mut names: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), 10);
    assert!(names.contains(&"trend-needs-1-2.svg".to_owned()), "{names:?}");
    let several = run(&["trend", "--format", "svg"]);
    assert_eq!(several.status.code(), Some(2));
}

#[test]
fn what_was_published_in_round_words_is_in_line_and_the_rest_is_not_said_to_be_unknown() {
    let shown = text(&["trend", "--as-of", "2019-12-31"]);
    let almost = shown.lines().find(|line| line.contains("almost 4,000")).unwrap();
    assert!(almost.contains("3,954") && almost.contains("in line"), "{almost}");
    assert!(shown.contains("Difference") && !shown.contains("−46"), "{shown}");
    assert!(shown.contains("Also published, and not compared here"), "{shown}");
    assert!(!shown.contains("no register holds"), "{shown}");
}

#[test]
fn a_filter_narrows_the_register_and_the_text_says_so() {
    let shown = text(&["trend", "region:african", "--as-of", "2019-12-31"]);
    assert!(shown.contains("The filter narrows what the register holds, not what was published."));
    assert!(shown.contains("almost 4,000"), "{shown}");
    assert!(!shown.contains("same") && !shown.contains("−"), "no difference of unlike numbers");
    let nothing = text(&["trend", "identified:<2000", "--as-of", "2019-12-31"]);
    assert!(nothing.contains("  0"), "{nothing}");
    let wrong = run(&["trend", "region:african", "theme:nonsense"]);
    assert_eq!(wrong.status.code(), Some(2));
    let said = String::from_utf8(wrong.stderr).unwrap();
    assert!(
        said.contains("region:african theme:nonsense\n                     ^^^^^^^^"),
        "{said}"
    );
    let early = run(&["trend", "--as-of", "2006-01-01"]);
    assert!(early.status.success(), "{early:?}");
}

/// How many records the list on the screen has.
fn listed(desk: &Desk) -> usize {
    let app = desk.program.app();
    let view = &app.place().view;
    let rows = ta_tui::app::App::identities(app.answer.as_deref(), view, Lang::En);
    ta_tui::app::list::Rows::count(&rows)
}

fn cursor(desk: &Desk) -> (Day, Held, bool) {
    let app = desk.program.app();
    let ta_tui::app::place::View::Figures(state) = &app.place().view else { panic!("no figures") };
    let line = state.trend.line(app.told().unwrap()).unwrap();
    let (day, held) = state.trend.under(line).unwrap().held();
    (day, held, state.in_list)
}

#[test]
fn every_number_opens_the_records_of_its_day_and_esc_comes_back() {
    for filter in ["", "/region:african chapter:III,II<Enter>"] {
        let mut desk = Desk::with((120, 40), |start| {
            start.today = Some(day(TODAY));
            forget_days(&start.db);
        });
        desk.keys("7Gkk").keys(filter).keys("l");
        let (mut opened, mut refused) = (0, 0);
        for series in 0..10 {
            desk.keys(&"l".repeat(30)); // to the end
            loop {
                let (on, held, in_list) = cursor(&desk);
                if in_list {
                    desk.keys("l");
                    break;
                }
                desk.keys("<Enter>");
                if let Some(count) = held.count() {
                    assert_eq!(listed(&desk), count as usize, "{filter} {series} on {on}");
                    let shown = desk.program.app().as_of();
                    assert_eq!(shown.unwrap_or(day(TODAY)), on);
                    desk.keys("<Esc>");
                    opened += 1;
                } else {
                    let said = desk.program.app().notice.is_some();
                    assert!(said, "{}", desk.screen());
                    refused += 1;
                }
                assert_eq!(cursor(&desk).0, on);
                desk.keys("h");
            }
            desk.keys("j");
        }
        assert!(opened > 80 && refused > 10, "{filter}: {opened} opened, {refused} refused");
    }
}

#[test]
fn the_screen_says_what_is_narrowed_and_shows_every_size() {
    for (size, lang, name) in [((80, 24), Lang::En, "en-80x24"), ((200, 50), Lang::Zh, "zh-200x50")]
    {
        let mut desk = Desk::new(size, lang);
        desk.keys("7Gkkljllzd2019-12-31<Enter>");
        insta::assert_snapshot!(format!("trend-screen-{name}"), desk.screen());
    }
    let mut desk = Desk::with((98, 24), |start| {
        start.config.theme = Some(ta_tui::config::ColourScheme::None);
        start.today = Some(day(TODAY));
        forget_days(&start.db);
    });
    desk.keys("7Gkkl/region:african<Enter>").expect("not what was published").expect("▲");
    desk.keys("zu").expect("States with needs");
    desk.keys("G").expect("States parties").expect("carry no date");
    desk.keys("h<Enter>").expect("Not known for that day");
    desk.keys("gg").expect("Technical assistance needs: Both cycles");
    let buffer = desk.buffer();
    assert!(buffer.content().iter().all(|cell| cell.fg == ratatui::style::Color::Reset));
}

#[test]
fn a_total_without_a_bar_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.db");
    let ran = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ta-tui"));
        let output = command.env_clear().env("HOME", folder.path()).args(args).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let db = path.to_str().unwrap();
    ran(&["new", db]);
    for (lang, said) in [("en", "There is nothing to draw."), ("zh", "没有可绘制的数据。")]
    {
        let out = ran(&["--db", db, "trend", "--lang", lang]);
        assert!(out.contains(said), "{out}");
        assert!(!out.contains("\n\n\n\n"), "{out}");
        let sample = run(&["trend", "--lang", lang]);
        assert!(!String::from_utf8(sample.stdout).unwrap().contains(said));
    }
}
