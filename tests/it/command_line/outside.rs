//! Needs from outside reviews, ranks, chapters alone and dates of reduced precision, on the command line.

use super::place::Place;
use serde_json::{Value, json};

/// Needs of three States that no review identified, and the States' statements on their rank.
const ROWS: &str = "
    INSERT INTO need (id, state_id, source, text, language, identified_on, rank) VALUES
      (2001, (SELECT id FROM state WHERE iso3 = 'GHA'), 'state-report', 'Own report', 'en', '2016', 2),
      (2002, (SELECT id FROM state WHERE iso3 = 'GHA'), 'direct-request', 'A request', 'en', '2017-02', 1),
      (2003, (SELECT id FROM state WHERE iso3 = 'FJI'), 'direct-request', 'Another', 'en', NULL, NULL);
    INSERT INTO need_chapter VALUES (2001, 5), (2002, 2), (2002, 3);
    INSERT INTO need_article VALUES (2003, 60);
    UPDATE need SET rank = 3 WHERE id = 1;
    UPDATE review SET civil_society = 1, media = 0 WHERE id = 1;
    UPDATE review_step SET on_date = '2013' WHERE review_id = 1 AND step = 'executive-summary';
";

fn place() -> Place {
    let place = Place::new();
    place.sql().execute_batch(ROWS).unwrap();
    place
}

impl Place {
    fn needs(&self, words: &[&str]) -> Vec<Value> {
        let words: Vec<&str> = ["needs"].iter().chain(words).chain(&["--json"]).copied().collect();
        self.run(&words).json().iter().map(|need| need["id"].clone()).collect()
    }
}

#[test]
fn a_need_from_outside_reviews_is_of_its_state_and_of_no_cycle() {
    let place = place();
    assert_eq!(place.needs(&["cycle:none"]), [2001, 2002, 2003]);
    assert_eq!(place.needs(&["-cycle:any"]), [2001, 2002, 2003]);
    assert_eq!(place.needs(&["source:direct-request"]), [2002, 2003]);
    assert_eq!(place.needs(&["source:\"own report\""]), [2001]);
    assert_eq!(place.needs(&["state:ghana", "-cycle:1"]), [2001, 2002]);
    assert_eq!(place.needs(&["region:asia", "-source:review"]), [2003]);
    assert_eq!(place.needs(&["review:none", "source:state-report"]), [2001]);
    let own = &place.run(&["needs", "id:2001", "--json"]).json()[0];
    for name in ["cycle", "review", "category"] {
        assert_eq!(own[name], json!(null), "{name}");
    }
    assert_eq!((&own["state"], &own["source"]), (&json!("Ghana"), &json!("state-report")));
    place.run(&["check"]).done();
}

#[test]
fn counts_by_cycle_have_a_line_for_what_is_outside_and_count_no_reviews_there() {
    let place = place();
    let count = |measure: &str| -> Vec<(Value, Value)> {
        let rows = place.run(&["count", "--by", "cycle", "--measure", measure, "--json"]).json();
        let rows = rows.iter();
        rows.map(|row| (row["cycle"].clone(), row["value"].clone())).collect()
    };
    let line = |cycle: Value, value: u32| (cycle, json!(value));
    assert_eq!(count("needs"), [line(json!(1), 2), line(json!(2), 2), line(json!(null), 3)]);
    assert_eq!(count("states"), [line(json!(1), 1), line(json!(2), 1), line(json!(null), 2)]);
    let reviews = count("reviews");
    assert!(reviews.iter().all(|(cycle, _)| !cycle.is_null()), "{reviews:?}");
}

#[test]
fn ranks_are_found_ordered_and_told() {
    let place = place();
    assert_eq!(place.needs(&["rank:1..2"]), [2001, 2002]);
    assert_eq!(place.needs(&["rank:>=2"]), [1, 2001]);
    assert_eq!(place.needs(&["rank:none", "state:fiji"]), [2003]);
    assert_eq!(place.needs(&["rank:any", "--sort", "rank"]), [2002, 2001, 1]);
    let first = &place.run(&["needs", "id:1", "--json"]).json()[0];
    assert_eq!((&first["rank"], &first["priority"]), (&json!(3), &json!("high")));
    place.run(&["set", "priority=low", "id:1", "--yes", "--as", "me"]);
    let first = &place.run(&["needs", "id:1", "--json"]).json()[0];
    assert_eq!(first["rank"], json!(3), "a priority leaves it alone");
}

#[test]
fn chapters_alone_are_found_and_counted_and_are_no_articles() {
    let place = place();
    assert_eq!(place.needs(&["chapter:V", "source:state-report"]), [2001]);
    assert_eq!(place.needs(&["chapter:II,III", "cycle:none"]), [2002]);
    assert_eq!(place.needs(&["article:none", "cycle:none"]), [2001, 2002]);
    assert_eq!(place.needs(&["chapter:none"]), [2, 1234]);
    let rows = place.run(&["count", "cycle:none", "--by", "chapter", "--json"]).json();
    let counted: Vec<String> = rows
        .iter()
        .map(|row| format!("{} {}", row["chapter"].as_str().unwrap(), row["value"]))
        .collect();
    assert_eq!(counted, ["II 1", "III 1", "V 1", "VI 1"]);
    let own = &place.run(&["needs", "id:2002", "--json"]).json()[0];
    assert_eq!((&own["chapter"], &own["articles"]), (&json!("II,III"), &json!([])));
    place.sql().execute("INSERT INTO need_article VALUES (2001, 52)", []).unwrap();
    let found = place.run(&["check", "--json"]).json();
    let remark = found.iter().find(|row| row["id"] == "chapter-alone");
    assert!(remark.is_some_and(|row| row["need"] == json!(2001)), "{found:?}");
}

#[test]
fn a_date_counts_from_the_last_day_that_it_may_mean_and_is_shown_as_it_is() {
    let place = place();
    let day = |day: &str| place.needs(&["cycle:none", "--as-of", day]);
    assert_eq!(day("2016-12-30"), [2003], "without a date it was always there");
    assert_eq!(day("2016-12-31"), [2001, 2003]);
    assert_eq!(day("2017-02-27"), [2001, 2003]);
    assert_eq!(day("2017-02-28"), [2001, 2002, 2003]);
    assert_eq!(place.needs(&["identified:2016-12"]), [2001]);
    assert_eq!(place.needs(&["identified:..2016-11", "cycle:none"]), [] as [i32; 0]);
    let own = &place.run(&["needs", "id:2002", "--json"]).json()[0];
    assert_eq!(own["identified_on"], json!("2017-02"));
    let review =
        |words: &[&str]| place.run(&[&["reviews", "state:ghana", "--json"], words].concat()).json();
    assert_eq!(review(&[])[0]["completed_on"], json!("2013"));
    assert_eq!(review(&["--as-of", "2013-12-30"])[0]["reached"], json!("started"));
    assert_eq!(review(&["--as-of", "2013-12-31"])[0]["reached"], json!("executive-summary"));
    let sql = place.sql();
    for bad in ["2016-13", "16", "2016-1", "x", "2016-05-"] {
        let set = format!("UPDATE need SET identified_on = '{bad}' WHERE id = 2001");
        assert!(sql.execute(&set, []).is_err(), "{bad}");
        let set = format!("UPDATE review_step SET on_date = '{bad}' WHERE review_id = 1");
        assert!(sql.execute(&set, []).is_err(), "{bad}");
    }
}

#[test]
fn groups_are_those_of_the_day() {
    let place = place();
    let sql = "INSERT INTO need (id, state_id, source, text, identified_on)
               SELECT 3000 + id, id, 'state-report', 'x', '2010' FROM state WHERE iso3 IN ('VUT', 'BTN', 'STP', 'NPL')";
    place.sql().execute(sql, []).unwrap();
    let found = |day: &str| -> Vec<String> {
        let rows =
            place.run(&["needs", "group:ldc", "id:3000..4000", "--as-of", day, "--json"]).json();
        let mut codes: Vec<String> =
            rows.iter().map(|row| row["iso3"].as_str().unwrap().to_owned()).collect();
        codes.sort();
        codes
    };
    assert_eq!(found("2020-12-03"), ["BTN", "NPL", "STP", "VUT"]);
    assert_eq!(found("2020-12-04"), ["BTN", "NPL", "STP"]);
    assert_eq!(found("2023-12-12"), ["BTN", "NPL", "STP"]);
    assert_eq!(found("2023-12-13"), ["NPL", "STP"]);
    assert_eq!(found("2024-12-13"), ["NPL"]);
    let flags = place.run(&["states", "state:VUT", "--as-of", "2019-12-31", "--json"]).json();
    assert_eq!(flags[0]["ldc"], json!(true));
}

#[test]
fn a_review_says_which_stakeholders_took_part() {
    let place = place();
    let columns = "stakeholders,civil_society,private_sector,academia,media";
    let review = |words: &[&str]| {
        let all = [&["reviews", "state:ghana", "--columns", columns, "--json"], words].concat();
        place.run(&all).json()[0].clone()
    };
    let said = json!({ "stakeholders": true, "civil_society": true, "private_sector": null,
                       "academia": null, "media": false });
    assert_eq!(review(&[]), said);
    let sql = place.sql();
    sql.execute("UPDATE review SET stakeholders = NULL WHERE id = 1", []).unwrap();
    assert_eq!(review(&[]), said, "it follows from those who did");
    assert!(sql.execute("UPDATE review SET stakeholders = 0 WHERE id = 1", []).is_err());
    sql.execute("INSERT INTO review_step VALUES (1, 'direct-dialogue', '2012-09-03', NULL)", [])
        .unwrap();
    let before = review(&["--as-of", "2012-09-02"]);
    assert!(before.as_object().unwrap().values().all(Value::is_null), "{before}");
}
