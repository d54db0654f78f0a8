//! The register on earlier days (`--as-of`) and its growth since (`--since`).

use super::place::{Place, Ran};
use serde_json::json;

/// The place of the small register, with two changes on known days: in 2020 need 3 became of high
/// priority, in 2021 need 1 was met.
fn place() -> Place {
    let place = Place::new();
    place
        .sql()
        .execute_batch(
            "INSERT INTO batch (id, at, who) VALUES (1, unixepoch('2020-02-03'), 'a'),
               (2, unixepoch('2021-02-03'), 'b');
             INSERT INTO change (batch_id, kind, record, field, before, after, version) VALUES
               (1, 'need', 3, 'priority', NULL, 'low', 2), (2, 'need', 1, 'response', NULL, 'unmet', 2);
             UPDATE need SET version = 2, changed_at = unixepoch('2020-02-03') WHERE id = 3;
             UPDATE need SET version = 2, changed_at = unixepoch('2021-02-03') WHERE id = 1;",
        )
        .unwrap();
    place
}

#[test]
fn needs_and_their_triage_are_as_they_were() {
    let place = place();
    let on = |day: &str| place.run(&["needs", "--as-of", day, "--format", "json"]);
    // Need 1234 says no day: it came with the last step of its review, which is its first.
    assert_eq!(on("2013-05-03").ids(), [0; 0]);
    assert_eq!(on("2013-05-04").ids(), [1, 2]);
    assert_eq!(on("2018-02-28").ids(), [1, 2, 1234]);
    assert_eq!(on("2018-03-01").ids(), [1, 2, 3, 1234]);
    let then = on("2020-12-31").json();
    assert_eq!((&then[0]["response"], &then[0]["version"]), (&json!(null), &json!(1)));
    assert_eq!((&then[2]["priority"], &then[2]["version"]), (&json!("low"), &json!(2)));
    assert_eq!(on("2019").json()[2]["priority"], json!("none"));
    assert_eq!(on("2021-02-03").json()[0]["response"], json!("unmet"));
    // As of today is today.
    assert_eq!(on("today").out, place.run(&["needs", "--format", "json"]).out);
}

#[test]
fn d1_a_match_with_a_later_activity_is_no_match_yet() {
    let place = Place::new();
    place
        .sql()
        .execute_batch(
            "INSERT INTO need_activity (need_id, activity_id)
               SELECT 1, id FROM activity WHERE code = 'A044'",
        )
        .unwrap();
    let on = |day: &str| {
        let args = ["count", "id:1", "--by", "is,provider", "--as-of", day, "--format", "json"];
        let rows = place.run(&args).json();
        let matched = |row: &serde_json::Value| {
            let word = row["is"].as_str().unwrap();
            word.ends_with("matched").then(|| json!([word, row["provider"].is_null()]))
        };
        rows.iter().filter_map(matched).collect::<Vec<_>>()
    };
    assert_eq!(on("2019-05-31"), [json!(["unmatched", true])]);
    assert_eq!(on("2019-06-30"), [json!(["matched", false])]);
    let filtered = |filter: &str| {
        place.run(&["needs", "id:1", filter, "--as-of", "2019-05-31", "--format", "json"]).ids()
    };
    assert_eq!((filtered("is:matched"), filtered("is:unmatched")), (vec![], vec![1]));
}

#[test]
fn d6_a_party_is_one_from_its_day_on_and_where_none_is_known_that_is_not_stated() {
    let place = Place::new();
    place.sql().execute_batch("UPDATE state SET party_since = NULL WHERE iso3 = 'FJI'").unwrap();
    let party = |day: &str| {
        let args = ["states", "state:DEU,JPN,FJI", "--as-of", day, "--format", "json"];
        let rows = place.run(&args).json();
        rows.iter().map(|row| json!([row["iso3"], row["party"]])).collect::<Vec<_>>()
    };
    let said = |fiji, germany, japan| {
        [json!(["FJI", fiji]), json!(["DEU", germany]), json!(["JPN", japan])]
    };
    assert_eq!(party("2010-01-01"), said(None, Some(false), Some(false)));
    assert_eq!(party("2014-11-12"), said(None, Some(true), Some(false)));
    assert_eq!(party("today"), said(Some(true), Some(true), Some(true)));
}

#[test]
fn reviews_and_filters_are_as_they_were() {
    let place = place();
    let reached = |day: &str| {
        let args = ["reviews", "state:kenya", "--as-of", day, "--format", "json"];
        place.run(&args).json().first().map(|review| review["reached"].clone())
    };
    assert_eq!(reached("2012-05-31"), None);
    assert_eq!(reached("2015-01-30"), Some(json!("started")));
    assert_eq!(reached("2015-01-31"), Some(json!("country-report")));
    let untriaged =
        |day: &str| place.run(&["needs", "is:untriaged", "--as-of", day, "--format", "json"]).ids();
    assert_eq!(untriaged("2020-12-31"), [1, 2, 1234]);
    assert_eq!(untriaged("today"), [2, 1234]);
    // `today` in a filter is the day that is looked at.
    let args = ["needs", "identified:today", "--as-of", "2013-05-04", "--format", "json"];
    assert_eq!(place.run(&args).ids(), [1]);
}

#[test]
fn the_log_ends_on_the_day() {
    let place = place();
    let log = |day: &str| place.run(&["log", "--as-of", day, "--format", "json"]).json().len();
    assert_eq!([log("2019"), log("2020"), log("2021")], [0, 1, 2]);
    let args = ["log", "--as-of", "2020", "--limit", "1", "--format", "json"];
    assert_eq!(place.run(&args).json()[0]["need"], json!(3), "the newest of what was there");
}

#[test]
fn a_table_says_of_which_day_it_is() {
    let place = place();
    assert!(place.run(&["needs", "--as-of", "2019"]).done().ends_with("As of 2019-12-31.\n"));
    let csv = place.run(&["needs", "--as-of", "2019", "--format", "csv"]);
    assert!(!csv.done().contains("As of") && csv.err.contains("As of 2019-12-31."));
}

#[test]
fn growth_stands_beside_the_count() {
    let place = place();
    let rows = |args: &[&str]| {
        place.run(&[&["count", "--format", "csv"], args].concat()).done().replace("\r\n", "\n")
    };
    assert_eq!(
        rows(&["--by", "cycle", "--since", "2013-05-03", "--as-of", "2018-02-28"]),
        "cycle,value,before,growth\n1,2,0,2\n2,1,0,1\n"
    );
    assert_eq!(
        rows(&["--by", "priority", "--since", "2020-01-01"]),
        "priority,value,before,growth\nhigh,1,1,0\nmedium,1,1,0\nlow,1,0,1\nnone,1,2,-1\n"
    );
    assert_eq!(
        rows(&[
            "--by",
            "review",
            "--measure",
            "reviews",
            "cycle:1",
            "--since",
            "2014",
            "--as-of",
            "2016"
        ]),
        "review,value,before,growth\nstarted,0,1,-1\nexecutive-summary,1,1,0\ncountry-report,1,0,1\n"
    );
    let table = place.run(&["count", "--by", "priority", "--since", "2020-01-01"]);
    assert!(table.done().contains("+1") && table.out.contains("−1"), "{table:?}");
    assert!(table.out.contains("Growth since 2020-01-01."));
}

#[test]
fn dates_that_say_nothing_are_refused_plainly() {
    let place = place();
    let refused = |args: &[&str]| place.run(args).failed(2).to_owned();
    assert!(refused(&["needs", "--as-of", "2019-02-30"]).contains("“2019-02-30” is not a date"));
    assert!(refused(&["needs", "--as-of", "2999-01-01"]).contains("not over yet"));
    assert!(refused(&["needs", "--as-of", "nonsense"]).contains("“nonsense”"));
    let count = ["count", "--by", "cycle", "--since"];
    assert!(refused(&[&count[..], &["2018-13"]].concat()).contains("“2018-13”"));
    assert!(refused(&[&count[..], &["2999"]].concat()).contains("not over yet"));
    let swapped = refused(&[&count[..], &["2019", "--as-of", "2017"]].concat());
    assert!(swapped.contains("2019-12-31") && swapped.contains("2017-12-31"), "{swapped}");
    for command in
        [&["set", "1", "priority=low"][..], &["check"], &["backup", "x.db"], &["new", "x.db"]]
    {
        let failed = refused(&[command, &["--as-of", "2019"]].concat());
        assert!(failed.contains("The past cannot be changed"), "{failed}");
    }
    assert!(refused(&["--lang", "zh", "needs", "--as-of", "2019-02-30"]).contains("不是日期"));
}

#[test]
fn before_the_first_need_nothing_is_there_and_that_is_said() {
    let ran = place().run(&["needs", "--as-of", "2010", "--format", "json"]);
    assert_eq!(ran.ids(), [0; 0]);
    assert!(ran.err.contains("the first was identified on 2013-05-04"), "{ran:?}");
}

#[test]
fn a_screen_of_the_past_says_so_and_changes_nothing() {
    let place = place();
    let frame = |args: &[&str]| {
        place.run(&[&["frame", "--size", "100x24"], args].concat()).done().to_owned()
    };
    let page = frame(&["--as-of", "2018-02-28", "--keys", "4"]);
    assert!(page.contains("as of 2018-02-28") && page.contains("3 needs"), "{page}");
    let refused = frame(&["--as-of", "2018-02-28", "--keys", "4p"]);
    assert!(refused.contains("Showing an earlier day"), "{refused}");
    let log = frame(&["--as-of", "2020", "--keys", "2gh"]);
    assert!(log.contains("2020-02-03") && !log.contains("2021-02-03"), "{log}");
    assert!(frame(&["--as-of", "2018", "--keys", "5", "--lang", "zh"]).contains("截至2018-12-31"));
}

#[test]
fn the_sample_had_grown_by_89_needs_since_the_note_before() {
    let place = Place::without_register();
    let args = ["count", "cycle:1", "--by", "cycle", "--since", "2017-09-01", "--format", "json"];
    let ran = Ran::of(&place.command().args(args).output().unwrap());
    let growth =
        json!({"cycle": 1, "value": 3672, "before": 3583, "growth": 89, "illustrative": true});
    assert_eq!(ran.json(), [growth]);
}
