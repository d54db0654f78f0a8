//! The lists: names, formats, columns, order.

use super::place::Place;
use serde_json::{Value, json};

#[test]
fn a_need_has_the_names_and_values_of_the_contract() {
    let rows = Place::new().run(&["needs", "id:1", "--format", "json"]).json();
    let names: Vec<&str> = rows[0].as_object().unwrap().keys().map(String::as_str).collect();
    // Later columns stand behind these.
    let contract = "id state iso3 region cycle chapter articles category themes priority horizon response \
                    focal_point identified_on text review version projected_on duplicate_of source rank";
    let contract: Vec<&str> = contract.split(' ').collect();
    assert_eq!(names[..contract.len()], contract);
    let stated: serde_json::Map<_, _> =
        contract.iter().map(|name| ((*name).to_owned(), rows[0][name].clone())).collect();
    assert_eq!(
        Value::Object(stated),
        json!({
            "id": 1, "state": "Ghana", "iso3": "GHA", "region": "African", "cycle": 1,
            "chapter": "II,V", "articles": [8, 52], "category": "Capacity-building programmes",
            "themes": ["asset declarations"], "priority": "high", "horizon": null,
            "response": "unmet", "focal_point": "fp-gh", "identified_on": "2013-05-04",
            "text": "Training on asset declaration", "review": "executive-summary", "version": 1,
            "projected_on": null, "duplicate_of": null, "source": "review", "rank": null
        })
    );
}

#[test]
fn what_is_not_stated_is_null_and_no_priority_is_none() {
    let row = &Place::new().run(&["needs", "id:2", "--format", "json"]).json()[0];
    for name in ["chapter", "category", "horizon", "response", "focal_point", "identified_on"] {
        assert_eq!(row[name], json!(null), "{name}");
    }
    assert_eq!(row["priority"], json!("none"));
    assert_eq!((&row["articles"], &row["themes"]), (&json!([]), &json!([])));
}

#[test]
fn terms_that_begin_with_a_hyphen_work_anywhere() {
    let place = Place::new();
    assert_eq!(place.run(&["needs", "-focal:any", "--format", "json"]).ids(), [2, 3, 1234]);
    assert_eq!(
        place.run(&["needs", "--format", "json", "-focal:any", "-cycle:1"]).ids(),
        [3, 1234]
    );
    assert_eq!(place.run(&["--format=json", "needs"]).status, 2);
    assert_eq!(place.run(&["needs", "--format", "json", "--", "-priority:any"]).ids(), [2]);
}

#[test]
fn rows_are_sorted_by_any_column_and_limited() {
    let place = Place::new();
    let sorted = |sort: &str| place.run(&["needs", "--format", "json", "--sort", sort]).ids();
    assert_eq!(sorted("-id"), [1234, 3, 2, 1]);
    assert_eq!(sorted("id:desc"), [1234, 3, 2, 1]);
    assert_eq!(sorted("priority"), [1, 1234, 3, 2], "high before low, not stated last");
    assert_eq!(sorted("priority:desc"), [3, 1234, 1, 2], "not stated last either way");
    assert_eq!(sorted("state"), [3, 1234, 1, 2]);
    assert_eq!(sorted("identified_on"), [1, 3, 2, 1234]);
    let first = place.run(&["needs", "--sort", "-id", "--limit", "1", "--format", "json"]);
    assert_eq!(first.ids(), [1234]);
}

#[test]
fn columns_are_chosen_by_name_in_the_order_asked_for() {
    let place = Place::new();
    let csv = place.run(&["needs", "id:1,3", "--columns", "articles,id", "--format", "csv"]);
    assert_eq!(csv.done(), "articles,id\r\n8;52,1\r\n57,3\r\n");
    let all = place.run(&["needs", "id:1", "--columns", "all"]);
    assert!(all.done().lines().next().unwrap().contains("Version"), "{}", all.out);
}

#[test]
fn e3_every_column_of_a_need_is_there_on_request() {
    let place = Place::new();
    place.run(&["set", "1", "notes=seen\nagain", "--as", "fp-gh"]).done();
    place
        .sql()
        .execute_batch(
            "UPDATE need SET document = 'CAC/1', paragraph = '12' WHERE id = 1;
             INSERT INTO need_activity (need_id, activity_id) SELECT 1, id FROM activity WHERE code IN ('A001', 'A002')",
        )
        .unwrap();
    let need = &place.run(&["needs", "id:1", "--columns", "all", "--json"]).json()[0];
    for (name, value) in [
        ("category_code", json!("C1-6")),
        ("document", json!("CAC/1")),
        ("paragraph", json!("12")),
        ("language", json!("en")),
        ("notes", json!("seen\nagain")),
        ("activities", json!(["A001", "A002"])),
    ] {
        assert_eq!(need[name], value, "{name}");
    }
    assert!(need["changed_at"].as_str().unwrap().ends_with('Z'), "{need}");
    let by_notes = place.run(&["needs", "--sort", "notes", "--limit", "1", "--json"]);
    assert_eq!(by_notes.ids(), [1], "what is not stated comes last");
    let past = ["needs", "id:1", "--columns", "notes", "--json", "--as-of", "2019-09-30"];
    assert_eq!(place.run(&past).json()[0]["notes"], json!(null), "as they were");
}

#[test]
fn e3_every_column_of_other_lists_is_there_on_request() {
    let place = Place::new();
    let first = |args: &[&str]| place.run(&[args, &["--columns", "all", "--json"]].concat()).json();
    let activities = first(&["activities"]);
    let one = activities.iter().find(|activity| activity["code"] == json!("A005")).unwrap();
    assert_eq!(one["regions"], json!(["Latin America", "Caribbean", "West Africa"]));
    assert_eq!((&one["starts_on"], &one["ends_on"]), (&json!("2016"), &json!(null)));
    assert_eq!(one["document"], json!("CAC/COSP/2019/14"));
    let ghana = &first(&["states", "state:ghana"])[0];
    assert_eq!((&ghana["iso2"], &ghana["name_zh"]), (&json!("GH"), &json!("加纳")));
    assert_eq!(ghana["unnamed"], json!(false));
    let review = &first(&["reviews", "state:kenya"])[0];
    assert_eq!(
        (&review["region"], &review["country_report_on"]),
        (&json!("African"), &json!("2015-01-31"))
    );
    assert!(first(&["focal-points", "state:ghana"])[0]["post_zh"].is_string());
    assert!(first(&["organisations"])[0]["name_zh"].is_string());
}

#[test]
fn e3_a_column_stands_there_once_and_a_wrong_one_is_told_with_the_nearest() {
    let place = Place::new();
    let once = place.run(&["needs", "id:1", "--columns", "id,state,id", "--format", "csv"]);
    assert_eq!(once.done(), "id,state\r\n1,Ghana\r\n");
    let all = place.run(&["needs", "id:1", "--columns", "id, all", "--json"]).json();
    assert!(all[0].as_object().unwrap().len() > 20);
    let wrong = place.run(&["states", "--columns", "other_nmaes"]);
    assert!(wrong.failed(2).contains("“other_names”"), "{wrong:?}");
}

#[test]
fn e11_connections_are_limited_as_every_list() {
    let place = Place::new();
    place.sql().execute_batch("INSERT INTO need_article VALUES (3, 58), (3, 59)").unwrap();
    let all = place.run(&["connections", "--json"]).json();
    assert!(all.len() > 2, "{all:?}");
    assert_eq!(place.run(&["connections", "--json", "--limit", "2"]).json(), all[..2]);
}

#[test]
fn a_table_aligns_and_numbers_of_needs_are_typed_as_they_stand() {
    let table = Place::new().run(&["needs", "--columns", "id,priority"]);
    assert_eq!(
        table.done(),
        " No.  Priority\n────  ────────\n   1  High\n   2  –\n   3  Low\n1234  Medium\n"
    );
}

#[test]
fn reviews_without_needs_are_listed_where_only_reviews_are_asked_about() {
    let place = Place::new();
    let reviews = |filter: &str| place.run(&["reviews", filter, "--format", "json"]).json();
    let cycle_1 = reviews("cycle:1");
    assert_eq!(cycle_1.len(), 2);
    assert_eq!(
        cycle_1[0],
        json!({
            "state": "Ghana", "iso3": "GHA", "cycle": 1, "reached": "executive-summary",
            "started_on": "2011-06-01", "completed_on": "2013-05-04",
            "reviewers": ["Kenya", "France"], "stakeholders": true, "joint_meeting": null, "needs": 2
        })
    );
    assert_eq!((&cycle_1[1]["iso3"], &cycle_1[1]["needs"]), (&json!("KEN"), &json!(0)));
    assert_eq!(reviews("priority:high").len(), 1);
}

#[test]
fn states_without_reviews_are_listed_where_only_states_are_asked_about() {
    let place = Place::new();
    let states = |filter: &str| place.run(&["states", filter, "--format", "json"]).json();
    let african: u32 = place
        .sql()
        .query_row("SELECT count(*) FROM state WHERE region = 'AFR'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(states("region:african").len(), african as usize);
    assert_eq!(states("region:african cycle:1").len(), 2, "those with such a review");
    let with_needs = states("region:african cycle:1 priority:any,none");
    assert_eq!(with_needs.len(), 1);
    assert_eq!(
        (&with_needs[0]["iso3"], &with_needs[0]["needs"], &with_needs[0]["ldc"]),
        (&json!("GHA"), &json!(2), &json!(false))
    );
}

#[test]
fn the_reference_lists_are_whole() {
    let place = Place::new();
    let count = |table: &str| -> usize {
        let sql = format!("SELECT count(*) FROM {table}");
        let count: u32 = place.sql().query_row(&sql, [], |row| row.get(0)).unwrap();
        count as usize
    };
    let rows = |list: &str| place.run(&[list, "--format", "json"]).json();
    assert_eq!(rows("activities").len(), count("activity"));
    assert_eq!(rows("organisations").len(), count("organisation"));
    assert_eq!(rows("focal-points").len(), count("person"));
    let advisers = place.run(&["focal-points", "--columns", "code,kind", "--format", "csv"]);
    assert!(advisers.done().contains("adviser-pacific,adviser\r\n"));
    let ghana = place.run(&["focal-points", "state:ghana", "--format", "json"]).json();
    assert_eq!((&ghana[0]["code"], &ghana[0]["needs"]), (&json!("fp-gh"), &json!(1)));
}

#[test]
fn activities_and_organisations_answer_with_what_they_say_of_themselves() {
    let place = Place::of_sample();
    let codes = |list: &str, filter: &[&str]| -> Vec<String> {
        let rows = place.run(&[&[list, "--json"], filter].concat()).json();
        rows.iter().map(|row| row["code"].as_str().unwrap().to_owned()).collect()
    };
    assert!(codes("activities", &["article:9"]).contains(&"A039".to_owned()));
    assert_eq!(codes("activities", &["article:52", "state:zambia"]), ["A038"]);
    assert_eq!(codes("activities", &["provider:P018"]), ["A058", "A059", "A061"]);
    assert_eq!(codes("activities", &["StAR"]), ["A058", "A059", "A061"]);
    assert!(codes("activities", &["whistle"]).contains(&"A053".to_owned()));
    assert_eq!(codes("organisations", &["StAR"]), ["P018"]);
    assert_eq!(codes("organisations", &["provider:P018"]), ["P018"]);
    assert!(codes("organisations", &["article:9"]).contains(&"P001".to_owned()));
    // Words that stand in no need are not said to stand nowhere where they show something.
    let told = place.run(&["activities", "UNODC", "--format", "csv"]);
    assert!(!told.err.contains("stands in no text"), "{}", told.err);
}
