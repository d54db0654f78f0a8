//! Coverage on the command line: each number of the sample register beside the same in plain SQL.

use super::gaps::STANDING;
use super::place::Place;
use serde_json::{Value, json};

/// The code of an organisation, as data have it.
fn code(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[test]
fn coverage_of_the_sample_is_that_of_sql() {
    let place = Place::of_sample();
    for role in ["provider", "donor"] {
        let rows = place.run(&["coverage", "--by", role, "--json"]).json();
        let db = place.sql();
        let mut query = db
            .prepare(&format!(
                "SELECT o.code, count(DISTINCT l.activity_id),
                        count(DISTINCT CASE s.role WHEN 'helped' THEN s.state_id END),
                        (SELECT count(DISTINCT m.need_id) FROM need_activity m JOIN activity_organisation own
                           ON own.activity_id = m.activity_id AND own.role = ?1 AND own.organisation_id = o.id
                         WHERE m.void = 0),
                        (SELECT count(DISTINCT standing.need_id) FROM ({STANDING}) standing
                         JOIN need_activity m ON m.need_id = standing.need_id
                         JOIN activity done ON done.id = m.activity_id
                         JOIN activity_organisation own ON own.activity_id = done.id AND own.role = ?1
                         WHERE own.organisation_id = o.id AND m.void = 0 AND m.extent IN ('fully', 'partly')
                           AND done.status IN ('ongoing', 'done', 'published'))
                 FROM organisation o JOIN activity_organisation l ON l.organisation_id = o.id AND l.role = ?1
                 JOIN activity a ON a.id = l.activity_id AND a.status IS NOT 'cancelled'
                 LEFT JOIN activity_state s ON s.activity_id = a.id GROUP BY o.id ORDER BY o.id"
            ))
            .unwrap();
        let expected: Vec<(String, [i64; 4])> = query
            .query_map([role], |row| {
                Ok((row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]))
            })
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let with_activities = rows.iter().filter(|row| row["activities"] != json!(0));
        let found: Vec<(String, [i64; 4])> = with_activities
            .map(|row| {
                let numbers = ["activities", "states", "needs", "served"];
                (code(&row["code"]), numbers.map(|name| row[name].as_i64().unwrap()))
            })
            .collect();
        assert_eq!(found, expected, "{role}");
    }
}

/// Coverage under a filter is of the activities that the list of activities has under it.
#[test]
fn a_filter_narrows_coverage_to_the_activities_that_pass() {
    let place = Place::of_sample();
    for filter in ["article:52", "provider:star", "kind:training", "match:served"] {
        let activities = place.run(&["activities", filter, "--json"]).json();
        let mut expected = std::collections::BTreeMap::new();
        for activity in activities.iter().filter(|one| one["status"] != json!("cancelled")) {
            for provider in activity["providers"].as_array().unwrap() {
                *expected.entry(code(provider)).or_insert(0) += 1;
            }
        }
        let rows = place.run(&["coverage", filter, "--json"]).json();
        let told = rows.iter().map(|row| (code(&row["name"]), row["activities"].as_i64().unwrap()));
        let told: std::collections::BTreeMap<String, i64> = told.collect();
        assert!(!told.is_empty(), "{filter}");
        assert_eq!(told, expected, "{filter}");
    }
}
