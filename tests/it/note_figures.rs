//! The figures of a note on the sample register: every number compared with plain SQL, at different
//! dates, for both measures and narrowed by a filter; the text in both languages.

use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use std::collections::BTreeMap;
use std::process::{Command, Output};
use ta_tui::analysis::DESIGNS;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sample.db");

/// Each need with the values that figures count by: a row for each article (0: none) and chapter.
const COUNTED: &str = "
    CREATE TEMP VIEW counted AS
      SELECT n.id, r.state_id, r.cycle, n.identified_on, s.region,
             coalesce((SELECT text FROM name WHERE kind = 'category' AND record = c.id AND language = 'en'), '')
               AS category, coalesce(l.article, 0) AS article,
             coalesce(a.chapter, 0) AS chapter
      FROM need n JOIN review r ON r.id = n.review_id JOIN state s ON s.id = r.state_id
        LEFT JOIN category c ON c.id = n.category_id
        LEFT JOIN need_article l ON l.need_id = n.id LEFT JOIN article a ON a.number = l.article;
    CREATE TEMP TABLE names AS SELECT * FROM (VALUES ('AFR', 'African'), ('APAC', 'Asia-Pacific'),
      ('EEG', 'Eastern European'), ('GRULAC', 'Latin American and Caribbean'),
      ('WEOG', 'Western European and others'));";

fn run(args: &[&str]) -> Output {
    let home = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_ta-tui"))
        .env_clear()
        .env("HOME", home.path())
        .args(["--db", SAMPLE])
        .args(args)
        .output()
        .unwrap()
}

fn text(args: &[&str]) -> String {
    let output = run(args);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The values of a figure by line and column; empty for "not stated".
fn figure(args: &[&str]) -> (BTreeMap<(String, String), u64>, Vec<Value>) {
    let rows: Vec<Value> =
        serde_json::from_str(&text(&[args, &["--format", "json"]].concat())).unwrap();
    let word = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(word) => word.clone(),
        other => other.to_string(),
    };
    let pair =
        |row: &Value| ((word(&row["row"]), word(&row["column"])), row["value"].as_u64().unwrap());
    (rows.iter().map(pair).collect(), rows)
}

/// The values of a figure by SQL, without the zeros: lines and columns of the view, cells where both are given.
fn by_sql(
    row: &str,
    column: Option<&str>,
    measure: &str,
    which: &str,
) -> BTreeMap<(String, String), u64> {
    let connection = Connection::open_with_flags(SAMPLE, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    connection.execute_batch(COUNTED).unwrap();
    let what = if measure == "states" { "state_id" } else { "id" };
    let mut all = BTreeMap::new();
    let mut read = |row: &str, column: &str| {
        let sql = format!(
            "SELECT CAST({row} AS TEXT), CAST({column} AS TEXT), count(DISTINCT {what}) FROM counted
             LEFT JOIN names ON column1 = region WHERE {which} GROUP BY 1, 2"
        );
        let mut statement = connection.prepare(&sql).unwrap();
        let rows = statement.query_map([], |row| {
            Ok(((row.get(0)?, row.get(1)?), u64::from(row.get::<_, u32>(2)?)))
        });
        for (key, count) in rows.unwrap().map(Result::<_, rusqlite::Error>::unwrap) {
            let (row, column): (String, String) = key;
            let named = |word: String| if word == "0" { String::new() } else { word };
            all.insert((named(row), named(column)), count);
        }
    };
    read(row, "'total'");
    read("'total'", "'total'");
    if let Some(column) = column {
        read("'total'", column);
        read(row, column);
    }
    all
}

const CHAPTER: &str =
    "CASE chapter WHEN 2 THEN 'II' WHEN 3 THEN 'III' WHEN 4 THEN 'IV' WHEN 5 THEN 'V' ELSE '' END";

/// A figure, its lines and columns, and the needs that it counts.
const FIGURES: [(&str, &str, Option<&str>, &str); DESIGNS.len()] = [
    ("1", "coalesce(column2, '')", None, "cycle = 1"),
    ("2", "category", None, "cycle = 1"),
    ("3", "article", Some("category"), "cycle = 1"),
    ("4", CHAPTER, None, "cycle = 2"),
    ("5", "category", None, "cycle = 2"),
    ("6", "category", None, "cycle = 2 AND id IN (SELECT id FROM counted WHERE chapter = 2)"),
    ("7", "category", None, "cycle = 2 AND id IN (SELECT id FROM counted WHERE chapter = 5)"),
];

#[test]
fn every_number_is_what_sql_counts() {
    for (number, row, column, which) in FIGURES {
        for measure in ["needs", "states"] {
            for (day, filter, sql) in [
                ("2019-09-30", "", ""),
                ("2018-12-31", "", ""),
                ("2019-09-30", "region:african", "AND region = 'AFR'"),
                ("2019-09-30", "region:none", "AND region IS NULL"),
            ] {
                let args = ["figure", number, filter, "--measure", measure, "--as-of", day];
                let (mut shown, _) = figure(&args);
                let which = format!("identified_on <= '{day}' AND {which} {sql}");
                let mut counted = by_sql(row, column, measure, &which);
                shown.retain(|_, value| *value > 0);
                counted.retain(|_, value| *value > 0);
                assert_eq!(shown, counted, "{args:?}");
            }
        }
    }
}

#[test]
fn growth_is_the_difference_of_two_dates() {
    for (number, since) in
        [("1", None), ("2", None), ("3", Some("2017-09-01")), ("5", Some("2019-05"))]
    {
        let mut args = vec!["figure", number, "--as-of", "2019-09-30"];
        args.extend(since.into_iter().flat_map(|day| ["--since", day]));
        let (now, rows) = figure(&args);
        let before = rows[0]["since"].as_str().unwrap().to_owned();
        let (then, _) = figure(&["figure", number, "--as-of", &before]);
        assert_eq!(
            before,
            since.map_or("2017-09-01", |s| if s.len() == 7 { "2019-05-31" } else { s })
        );
        for row in &rows {
            let (value, old) = (row["value"].as_i64().unwrap(), row["before"].as_i64().unwrap());
            assert_eq!(row["growth"].as_i64().unwrap(), value - old);
        }
        let sum = |of: &BTreeMap<(String, String), u64>| of.values().sum::<u64>();
        let shown: u64 = rows.iter().map(|row| row["before"].as_u64().unwrap()).sum();
        assert_eq!((shown, now.len() >= then.len()), (sum(&then), true));
    }
    // The note: 89 more needs, nine more States.
    let (_, rows) = figure(&["figure", "2", "--as-of", "2019-09-30"]);
    assert_eq!(rows.last().unwrap()["growth"], 89);
    let (_, rows) = figure(&["figure", "1", "--as-of", "2019-09-30"]);
    assert_eq!(
        (&rows.last().unwrap()["growth"], &rows[0]["measure"]),
        (&9.into(), &"states".into())
    );
}

#[test]
fn percentages_are_rounded_half_up_and_have_their_base() {
    let (_, rows) = figure(&["figure", "5", "--as-of", "2019-09-30"]);
    for row in &rows {
        let value = row["value"].as_u64().unwrap();
        assert_eq!(row["n"], 282);
        assert_eq!(row["per_cent"], (value * 200 + 282) / (2 * 282));
    }
    let (_, rows) = figure(&["figure", "5", "identified:<2000"]);
    assert!(rows.iter().all(|row| row["value"] == 0 && row["per_cent"].is_null()));
    let shown = text(&["figure", "5", "identified:<2000"]);
    assert!(shown.contains("nothing to count") && shown.contains("  0  .."), "{shown}");
}

#[test]
fn d5_figures_of_the_second_cycle_say_how_many_reviews_they_rest_on() {
    let rests = |args: &[&str]| {
        let output = run(args);
        let all = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        // Lines are as wide as the terminal.
        let words: Vec<&str> = all.split_whitespace().collect();
        let all = words.join(" ");
        all.split("The second cycle as a whole: ").skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    let september = "27 of 186 reviews had an executive summary by 30 September 2019; \
                     needs come from these.";
    let five = rests(&["figure", "5", "--as-of", "2019-09-30"]);
    assert!(five.len() == 1 && five[0].starts_with(september), "{five:?}");
    let may = rests(&["figure", "4", "--as-of", "2019-05-31"]).join(" ");
    assert!(may.starts_with("20 of 186 reviews"), "{may}");
    let early = rests(&["figure", "6", "--as-of", "2017-12-31"]).join(" ");
    assert!(early.contains("of 183 reviews"), "{early}");
    assert!(rests(&["figure", "3", "--as-of", "2019-09-30"]).is_empty());
    let data = rests(&["figure", "all", "--as-of", "2019-09-30", "--format", "csv"]);
    assert_eq!((data.len(), data[0].starts_with(september)), (1, true), "{data:?}");
    let picture = text(&["figure", "7", "--as-of", "2019-09-30", "--format", "svg"]);
    assert!(picture.contains("27 of 186 reviews had an executive summary"));
}

#[test]
fn d5_percentages_of_fewer_than_five_needs_say_so() {
    let says = |filter: &str| text(&["figure", "5", filter]).contains("fewer than five needs");
    let connection = Connection::open_with_flags(SAMPLE, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    connection.execute_batch(COUNTED).unwrap();
    let ids = |count: u32| -> String {
        let first = "SELECT 'id:' || group_concat(id) FROM
                     (SELECT DISTINCT id FROM counted WHERE cycle = 2 ORDER BY id LIMIT ?1)";
        connection.query_row(first, [count], |row| row.get(0)).unwrap()
    };
    assert_eq!([4, 5].map(|count| says(&ids(count))), [true, false]);
    assert!(!says("cycle:1"), "nothing has no shares");
    let output = run(&["figure", "5", &ids(1), "--format", "json"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("Percentages of fewer than five needs"), "{said}");
}

#[test]
fn the_text_in_both_languages_is_as_it_was_approved() {
    for lang in ["en", "zh"] {
        let args = ["figure", "all", "--as-of", "2019-09-30", "--lang", lang];
        insta::assert_snapshot!(format!("figures-{lang}"), text(&args));
    }
    let args = ["figure", "4", "--as-of", "2019-09-30", "--since", "2019-05-31", "--beside"];
    insta::assert_snapshot!("figure-4-beside", text(&args));
}

#[test]
fn what_is_no_figure_or_no_filter_is_refused_with_its_place() {
    let refused = |args: &[&str]| {
        let output = run(args);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let last = DESIGNS.len();
    let after = (last + 1).to_string();
    assert!(refused(&["figure", &after]).contains(&format!("“{after}”")));
    assert!(refused(&["figure", "VII"]).contains(&format!("1 to {last}")));
    assert!(refused(&["figure"]).contains(&format!("1..{last}|all")));
    assert!(refused(&["figure", "1", "chaptr:V"]).contains("chaptr:V\n^^^^^^"));
    assert!(
        refused(&["figure", "1", "region:african", "theme:nonsense"])
            .contains("region:african theme:nonsense\n                     ^^^^^^^^")
    );
    assert!(
        refused(&["figure", "1", "--since", "2019", "--as-of", "2018"]).contains("must be before")
    );
    assert!(refused(&["figure", "1", "--since", "2019-02-29"]).contains("2019-02-29"));
}

#[test]
fn a_figure_fits_the_width_of_wide_characters() {
    use unicode_width::UnicodeWidthStr;
    let shown = text(&["figure", "2", "--lang", "zh", "--as-of", "2019-09-30"]);
    let bars: Vec<usize> = shown
        .lines()
        .filter_map(|line| line.find(['█', '▒']).map(|at| line[..at].width()))
        .filter(|at| *at > 0)
        .collect();
    assert_eq!(bars.len(), 10, "{shown}");
    assert!(bars.iter().all(|at| *at == bars[0]), "{shown}");
}

/// The line "Query" of a figure, run by a shell, has the numbers of the figure.
#[test]
fn the_query_of_a_figure_is_a_command_that_has_its_numbers() {
    let home = tempfile::tempdir().unwrap();
    let program = home.path().join("ta-tui");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_ta-tui"), &program).unwrap();
    let of_shell = |command: &str| -> Vec<Value> {
        let output = Command::new("sh")
            .env_clear()
            .env("HOME", home.path())
            .env("TA_TUI_DB", SAMPLE)
            .env("PATH", format!("{}:/usr/bin:/bin", home.path().display()))
            .args(["-c", &format!("{command} --read-only --format json")])
            .output()
            .unwrap();
        assert!(output.status.success(), "{command}: {output:?}");
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let further: [&[&str]; 7] = [
        &[],
        &["资产"],
        &["--no-names", "--as-of", "2018-01-01"],
        &["--as-of", "2019-05-31"],
        &["--since", "2016-01-01", "--as-of", "2018-06-30"],
        &["--no-names", "region:african,APAC is:untriaged"],
        &["priority:>=medium", "-article:15..20", "\"l'un $HOME\" ", "--measure", "states"],
    ];
    for (number, _, columns, _) in FIGURES {
        for args in further {
            let args = [&["figure", number, "--read-only"], args].concat();
            let said = text(&args);
            let command = said.lines().find_map(|line| line.strip_prefix("Query: ")).unwrap();
            let (_, figure) = figure(&args);
            let axes = if columns.is_some() { 2 } else { 1 };
            // A figure has lines at zero too, and sums; a count has only values with records.
            let of_figure = |field: &str| {
                let is_line = |row: &&Value| {
                    row["row"] != "total" && (axes == 1) == (row["column"] == "total")
                };
                let values = figure.iter().filter(is_line).map(|row| row[field].as_i64());
                let mut values: Vec<i64> = values.map(|v| v.unwrap_or(0)).collect();
                values.retain(|value| *value != 0);
                values.sort_unstable();
                values
            };
            let counted = of_shell(command);
            for field in ["value", "before", "growth"] {
                let values = counted.iter().map(|row| row[field].as_i64().unwrap_or(0));
                let mut values: Vec<i64> = values.filter(|value| *value != 0).collect();
                values.sort_unstable();
                assert_eq!(values, of_figure(field), "{args:?}\n{command}\n{field}");
            }
        }
    }
}
