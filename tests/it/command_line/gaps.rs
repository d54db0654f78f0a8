//! Gaps, shared needs and overlaps: each number of the sample register beside the same in plain SQL.

use super::place::Place;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What an open need is worth, by its matches: `need_id, state_id, standing`.
pub(super) const STANDING: &str = "
  SELECT n.id AS need_id, n.state_id, CASE
    WHEN EXISTS (SELECT 1 FROM need_activity m JOIN activity a ON a.id = m.activity_id
                 WHERE m.need_id = n.id AND m.void = 0 AND m.extent IN ('fully', 'partly')
                   AND a.status IN ('ongoing', 'done', 'published')) THEN 'served'
    WHEN EXISTS (SELECT 1 FROM need_activity m JOIN activity a ON a.id = m.activity_id
                 WHERE m.need_id = n.id AND m.void = 0 AND a.status IS NOT 'cancelled') THEN 'planned'
    ELSE 'unserved' END AS standing
  FROM need n WHERE n.void = 0 AND coalesce(n.response, '') NOT IN ('met', 'withdrawn')
    AND n.duplicate_of IS NULL";

/// The values of needs in a field, as data have them: `need_id, value`.
fn values(field: &str) -> &'static str {
    match field {
        "article" => "SELECT n.id, l.article FROM need n LEFT JOIN need_article l ON l.need_id = n.id",
        "chapter" => {
            "SELECT n.id, c.chapter FROM need n LEFT JOIN (
               SELECT l.need_id, CASE a.chapter WHEN 2 THEN 'II' WHEN 3 THEN 'III' WHEN 4 THEN 'IV' WHEN 5 THEN 'V'
                                           ELSE 'VI' END AS chapter
               FROM need_article l JOIN article a ON a.number = l.article GROUP BY 1, 2) c ON c.need_id = n.id"
        }
        "category" => {
            "SELECT n.id, e.text FROM need n
             LEFT JOIN english e ON e.kind = 'category' AND e.record = n.category_id AND e.field = 'name'"
        }
        "theme" => {
            "SELECT n.id, e.text FROM need n LEFT JOIN need_theme l ON l.need_id = n.id
             LEFT JOIN english e ON e.kind = 'theme' AND e.record = l.theme_id AND e.field = 'name'"
        }
        "region" => {
            "SELECT n.id, CASE s.region WHEN 'AFR' THEN 'African' WHEN 'APAC' THEN 'Asia-Pacific'
               WHEN 'EEG' THEN 'Eastern European' WHEN 'GRULAC' THEN 'Latin American and Caribbean'
               WHEN 'WEOG' THEN 'Western European and others' END
             FROM need n JOIN state s ON s.id = n.state_id"
        }
        "group" => {
            "SELECT n.id, m.grp FROM need n LEFT JOIN membership m ON m.state_id = n.state_id
               AND coalesce(m.since, '') <= '2019-12-31' AND coalesce(m.until, '9') > '2019-12-31'"
        }
        _ => {
            "SELECT n.id, p.code FROM need n JOIN state s ON s.id = n.state_id
             LEFT JOIN person p ON p.id = s.adviser_id"
        }
    }
}

/// A value as a key.
fn key(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

type Cells = BTreeMap<[String; 2], [i64; 5]>;

/// The cells of two fields in SQL: open, served, planned for, unserved, States with unserved needs.
fn in_sql(place: &Place, fields: [&str; 2]) -> Cells {
    let sql = format!(
        "WITH standing AS ({STANDING}), one (need_id, value) AS ({}), other (need_id, value) AS ({})
         SELECT CAST(one.value AS TEXT), CAST(other.value AS TEXT), count(DISTINCT need_id),
                count(DISTINCT CASE standing WHEN 'served' THEN need_id END),
                count(DISTINCT CASE standing WHEN 'planned' THEN need_id END),
                count(DISTINCT CASE standing WHEN 'unserved' THEN need_id END),
                count(DISTINCT CASE standing WHEN 'unserved' THEN state_id END)
         FROM standing JOIN one USING (need_id) JOIN other USING (need_id) GROUP BY 1, 2",
        values(fields[0]),
        values(fields[1]),
    );
    let db = place.sql();
    let mut query = db.prepare(&sql).unwrap();
    let text = |value: Option<String>| value.unwrap_or_else(|| "null".to_owned());
    let rows = query.query_map([], |row| {
        let key = [text(row.get(0)?), text(row.get(1)?)];
        Ok((key, [row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?]))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

const NUMBERS: [&str; 5] = ["open", "served", "planned_for", "unserved", "states_unserved"];

#[test]
fn every_cell_of_the_sample_is_that_of_sql() {
    let place = Place::of_sample();
    // Matches of every kind beside those of the sample, which all serve.
    place
        .sql()
        .execute_batch(
            "INSERT INTO need_activity (need_id, activity_id, extent)
               SELECT n.id, a.id, CASE n.id % 3 WHEN 0 THEN 'planned' WHEN 1 THEN 'partly' ELSE 'fully' END
               FROM need n JOIN activity a ON a.id = n.id % 61 + 1 WHERE n.id % 7 = 0
               ON CONFLICT DO NOTHING;
             UPDATE activity SET status = 'cancelled' WHERE id % 9 = 0;",
        )
        .unwrap();
    for fields in [
        ["article", "region"],
        ["chapter", "group"],
        ["category", "adviser"],
        ["theme", "chapter"],
        ["region", "category"],
        ["adviser", "article"],
    ] {
        let rows = place.run(&["gaps", "--by", &fields.join(","), "--json"]).json();
        let found: Cells = rows
            .iter()
            .map(|row| {
                let numbers = NUMBERS.map(|name| row[name].as_i64().unwrap());
                (fields.map(|field| key(&row[field])), numbers)
            })
            .collect();
        assert_eq!(found, in_sql(&place, fields), "{fields:?}");
        for [open, served, planned, unserved, _] in found.values() {
            assert_eq!(*open, served + planned + unserved);
        }
    }
}

#[test]
fn count_gives_the_same_numbers() {
    let place = Place::of_sample();
    let gaps = place.run(&["gaps", "--by", "article,region", "--json"]).json();
    for (filter, name, measure) in [
        ("match:unserved", "unserved", "needs"),
        ("match:served", "served", "needs"),
        ("match:any", "open", "needs"),
        ("match:unserved", "states_unserved", "states"),
    ] {
        let args = ["count", filter, "--by", "article,region", "--measure", measure, "--json"];
        let counted = place.run(&args).json();
        let cells = |rows: &[Value], name: &str| -> BTreeMap<[String; 2], i64> {
            let cell = |row: &Value| {
                (["article", "region"].map(|f| key(&row[f])), row[name].as_i64().unwrap())
            };
            rows.iter().map(cell).filter(|(_, count)| *count > 0).collect()
        };
        assert_eq!(cells(&gaps, name), cells(&counted, "value"), "{filter} {measure}");
    }
}

/// Over the years too, open needs are served, planned for or unserved, each one of the three.
#[test]
fn a_trend_of_the_standing_adds_up_in_every_year() {
    let place = Place::of_sample();
    let years = |filter: &str| -> BTreeMap<(String, String), i64> {
        let rows = place.run(&["trend", filter, "--json"]).json();
        let of_needs = rows.iter().filter(|row| row["measure"] == "needs" && row["kind"] == "year");
        of_needs
            .map(|row| {
                ((key(&row["cycle"]), key(&row["as_of"])), row["register"].as_i64().unwrap())
            })
            .collect()
    };
    let parts = ["match:served", "match:planned", "match:unserved"].map(years);
    let open = years("match:any");
    assert!(open.len() > 10, "{open:?}");
    for (year, count) in &open {
        let sum: i64 = parts.iter().filter_map(|part| part.get(year)).sum();
        assert_eq!(sum, *count, "{year:?}");
    }
    assert!(parts.iter().filter(|part| part.values().any(|count| *count > 0)).count() > 1);
}

/// The series of the standing are the counts at the end of each year; the last ones are those of plain SQL.
#[test]
fn a_trend_by_standing_tells_the_counts_of_every_year() {
    let place = Place::of_sample();
    let rows = place.run(&["trend", "--by", "standing", "--json"]).json();
    let told = |measure: &str, day: &str| {
        let is_it = |row: &&Value| row["measure"] == measure && row["as_of"] == day;
        rows.iter().find(is_it).map_or(0, |row| row["register"].as_i64().unwrap())
    };
    for day in ["2016-12-31", "2018-12-31"] {
        let counted = place.run(&["count", "--by", "match", "--as-of", day, "--json"]).json();
        let of = |code: &str| {
            let row = counted.iter().find(|row| row["match"] == code);
            row.map_or(0, |row| row["value"].as_i64().unwrap())
        };
        let parts = ["served", "planned", "unserved"].map(of);
        let measures = ["served", "planned for", "unserved"].map(|measure| told(measure, day));
        assert_eq!(measures, parts, "{day}");
        assert_eq!(told("open", day), parts.iter().sum::<i64>(), "{day}");
    }
    let db = Connection::open(&place.db).unwrap();
    let open = "SELECT count(*) FROM need n WHERE n.void = 0 AND n.duplicate_of IS NULL
                AND coalesce(n.response, '') NOT IN ('met', 'withdrawn')";
    let served = format!(
        "{open} AND EXISTS (SELECT 1 FROM need_activity m JOIN activity a ON a.id = m.activity_id
           WHERE m.need_id = n.id AND m.void = 0 AND m.extent IN ('fully', 'partly')
           AND a.status IN ('ongoing', 'done', 'published'))"
    );
    let count = |sql: &str| db.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    let last = rows.last().unwrap()["as_of"].as_str().unwrap();
    assert_eq!([told("open", last), told("served", last)], [count(open), count(&served)]);
    assert!(place.run(&["trend", "--by", "standing", "--lang", "zh"]).done().contains("未获援助"));
}

#[test]
fn the_widest_gap_stands_first_and_the_sum_counts_each_need_once() {
    let place = Place::of_sample();
    let first = &place.run(&["gaps", "--by", "article,region", "--limit", "1", "--json"]).json()[0];
    assert_eq!(
        [&first["article"], &first["region"], &first["unserved"], &first["states_unserved"]],
        [&json!(44), &json!("African"), &json!(99), &json!(33)]
    );
    let rows = place.run(&["gaps", "--by", "region,article", "--json"]).json();
    assert_eq!([&rows[0]["article"], &rows[0]["unserved"]], [&json!(44), &json!(99)]);
    let is_stated = |row: &&Value| !row["article"].is_null() && !row["region"].is_null();
    let stated = rows.iter().filter(is_stated);
    let ranked = stated.filter(|row| row["open"].as_i64() >= Some(5));
    let widths = ranked.map(|row| [&row["states_unserved"], &row["unserved"]].map(Value::as_i64));
    assert!(widths.is_sorted_by(|one, next| one >= next));
    let table = place.run(&["gaps", "--by", "article,region"]);
    let sum = table.done().lines().find(|line| line.contains("All needs, each once")).unwrap();
    let expected = place.sql().query_row(
        &format!("SELECT count(*), sum(standing = 'unserved') FROM ({STANDING})"),
        [],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)),
    );
    let (open, unserved) = expected.unwrap();
    for number in [open, unserved] {
        let grouped = ta_tui::text::grouped(number.unsigned_abs());
        assert!(sum.contains(&grouped), "{grouped} in {sum}");
    }
    assert!(table.out.contains("once in the sum"), "{}", table.out);
    let chinese = place.run(&["gaps", "--by", "chapter", "--lang", "zh"]);
    assert!(chinese.done().contains("未获援助"), "{}", chinese.out);
}

#[test]
fn gaps_are_told_by_one_field_or_two_that_they_can_be_told_by() {
    let place = Place::new();
    for (by, said) in [
        ("response", "gaps are not told by “response”"),
        ("articel", "article"),
        ("article,article", "one field or two different ones"),
        ("article,region,theme", "one field or two different ones"),
    ] {
        let ran = place.run(&["gaps", "--by", by]);
        assert_eq!(ran.status, 2, "{by}");
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    let none = place.run(&["gaps", "chapter:VI", "--by", "article", "--json"]);
    assert_eq!(none.json(), [] as [Value; 0]);
}

#[test]
fn shared_needs_of_the_sample_are_those_of_sql() {
    let place = Place::of_sample();
    let rows = place.run(&["shared", "--json"]).json();
    let sql = format!(
        "WITH standing AS ({STANDING})
         SELECT p.code, l.article, count(DISTINCT standing.state_id), count(*), sum(n.priority IS 'high')
         FROM standing JOIN need n ON n.id = standing.need_id JOIN state s ON s.id = standing.state_id
         JOIN person p ON p.id = s.adviser_id JOIN need_article l ON l.need_id = standing.need_id
         WHERE standing = 'unserved' GROUP BY 1, 2 HAVING count(DISTINCT standing.state_id) >= 3"
    );
    let db = place.sql();
    let mut query = db.prepare(&sql).unwrap();
    let expected: BTreeMap<(String, i64), [i64; 3]> = query
        .query_map([], |row| {
            Ok(((row.get(0)?, row.get(1)?), [row.get(2)?, row.get(3)?, row.get(4)?]))
        })
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let found: BTreeMap<(String, i64), [i64; 3]> = rows
        .iter()
        .map(|row| {
            let of = (key(&row["adviser"]), row["article"].as_i64().unwrap());
            assert_eq!(json!(row["state_names"].as_array().unwrap().len()), row["states"]);
            (of, ["states", "needs", "high"].map(|name| row[name].as_i64().unwrap()))
        })
        .collect();
    assert_eq!(found, expected);
    assert_eq!(rows.len(), 172);
    let first = &rows[0];
    assert_eq!(
        [&first["adviser"], &first["article"], &first["states"], &first["needs"]],
        [&json!("adviser-eastern-southern-africa"), &json!(46), &json!(16), &json!(72)]
    );
}

#[test]
fn a_split_is_proposed_above_fifteen_states_and_made_on_request() {
    let place = Place::of_sample();
    let table = place.run(&["shared", "--by", "region"]);
    assert!(table.done().contains("more than 15 States"), "{}", table.out);
    let split = ["shared", "article:44", "--by", "region", "--split", "category", "--json"];
    let rows = place.run(&split).json();
    assert!(rows.len() > 3);
    for row in &rows {
        assert!(row["states"].as_i64().unwrap() >= 3 && row.get("category").is_some(), "{row}");
    }
    let whole = place.run(&["shared", "region:african", "--by", "filter", "--json"]).json();
    assert_eq!([&whole[0]["article"], &whole[0]["states"]], [&json!(44), &json!(33)]);
    assert!(whole[0].get("region").is_none());
}

#[test]
fn an_overlap_names_both_activities_and_what_they_share() {
    let place = Place::of_sample();
    assert_eq!(place.run(&["overlaps", "--json"]).json(), [] as [Value; 0]);
    let none = place.run(&["overlaps"]);
    assert!(none.done().contains("None of the 61 activities"), "{}", none.out);
    place
        .sql()
        .execute_batch(
            "INSERT INTO activity (id, code, kind, level, starts_on, ends_on, status, document, paragraph)
               VALUES (101, 'X1', 'training', 'national', '2019-01', '2019-07', 'done', '', ''),
                      (102, 'X2', 'workshop', 'regional', NULL, NULL, 'planned', '', '');
             INSERT INTO activity_organisation VALUES (101, 19, 'provider'), (102, 20, 'provider');
             INSERT INTO activity_state (activity_id, state_id, role)
               SELECT 101, id, 'helped' FROM state WHERE iso3 IN ('FSM', 'RWA');
             INSERT INTO activity_article VALUES (101, 5), (101, 9), (102, 9);
             INSERT INTO activity_area (activity_id, area_id)
               SELECT 102, record FROM english WHERE kind = 'area' AND text = 'East Africa';",
        )
        .unwrap();
    let rows = place.run(&["overlaps", "--json"]).json();
    let pairs: Vec<[&Value; 3]> =
        rows.iter().map(|row| [&row["certainty"], &row["first"], &row["second"]]).collect();
    // The workshop of July 2019, one without a date, and one that names a region only.
    assert!(pairs.contains(&[&json!("certain"), &json!("A037"), &json!("X1")]), "{pairs:?}");
    assert!(pairs.contains(&[&json!("likely"), &json!("A039"), &json!("X1")]), "{pairs:?}");
    assert!(pairs.contains(&[&json!("possible"), &json!("X1"), &json!("X2")]), "{pairs:?}");
    assert_eq!(pairs[0][0], &json!("certain"));
    assert_eq!(rows[0]["articles"], json!([5]));
    assert_eq!(rows[0]["states"].as_array().unwrap().len(), 1);
    let table = place.run(&["overlaps"]);
    assert!(table.done().contains("certain, "), "{}", table.out);
}

#[test]
fn where_no_state_is_named_few_states_are_withheld() {
    let place = Place::of_sample();
    let rows = place.run(&["gaps", "--by", "article,region", "--no-names", "--json"]).json();
    assert!(rows.iter().any(|row| row["open"].is_null()), "some cells are withheld");
    for row in &rows {
        let told = row["open"].as_i64();
        assert!(told.is_none_or(|open| open >= 3), "{row}");
        assert_eq!(told.is_none(), row["states_unserved"].is_null());
    }
    let table = place.run(&["gaps", "--by", "article,region", "--no-names"]);
    assert!(table.done().contains("Hidden"), "{}", table.out);
    let both = place.run(&["gaps", "--by", "region,group", "--no-names"]);
    assert_eq!(both.status, 2, "{}", both.err);
    let adviser = place.run(&["shared", "--by", "adviser", "--no-names"]);
    assert_eq!(adviser.status, 2, "{}", adviser.err);
    let shared = place.run(&["shared", "--no-names", "--json"]).json();
    assert_eq!(shared[0]["state_names"].as_array().unwrap().len(), 1);
    assert!(shared[0].get("region").is_some());
    let groups = place.run(&["shared", "--by", "group", "--no-names", "--json"]).json();
    assert!(groups.iter().all(|row| row["group"].is_string()), "{groups:?}");
}

/// Without names no number is of one State or two, and none is there that rests on what activities do not say any more.
#[test]
fn without_names_nothing_is_told_of_few_states_and_nothing_that_would_be_wrong() {
    let place = Place::of_sample();
    let few = |row: &Value, name: &str| row[name].as_i64().is_some_and(|n| n == 1 || n == 2);
    for by in ["article,region", "theme,region", "article,category", "category,chapter", "theme"] {
        let rows = place.run(&["gaps", "--by", by, "--no-names", "--json"]).json();
        assert!(rows.iter().any(|row| row["open"].is_null()), "{by}");
        for row in &rows {
            assert!(!few(row, "states_unserved"), "{by} {row}");
            assert!(row["candidates"].is_null(), "{by} {row}");
            let of_states = by.contains("region");
            assert!(!of_states || row["activities"].is_null(), "{by} {row}");
        }
        let told = rows.iter().any(|row| row["activities"].is_number());
        assert_eq!(told, !by.contains("region"), "{by}");
    }
    let table = place.run(&["gaps", "--by", "region", "--no-names"]);
    assert!(table.done().contains("which activities are for a region"), "{}", table.out);
    let mut withheld = 0;
    for row in place.run(&["coverage", "--no-names", "--json"]).json() {
        assert!(!few(&row, "states"), "{row}");
        withheld += usize::from(row["states"].is_null() && row["needs"].is_null());
    }
    assert!(withheld > 0, "StAR names one State");
    let table = place.run(&["coverage", "--no-names"]);
    assert!(table.done().contains("Hidden"), "{}", table.out);
}

/// The sum counts the activities of the cells above it, not all of the register.
#[test]
fn the_sum_counts_the_activities_that_stand_in_a_cell() {
    let place = Place::of_sample();
    let sum = |args: &[&str]| {
        let table = place.run(&[&["gaps"], args].concat());
        let line = table.done().lines().find(|line| line.contains("All needs, each once"));
        line.unwrap().to_owned()
    };
    let with_articles = place.sql().query_row(
        "SELECT count(DISTINCT activity_id) FROM activity_article JOIN activity a ON a.id = activity_id
         WHERE a.status IS NOT 'cancelled' AND article = 44",
        [],
        |row| row.get::<_, i64>(0),
    );
    let rows = place.run(&["gaps", "article:44", "--by", "article", "--json"]).json();
    let row = rows.iter().find(|row| row["article"] == json!(44)).unwrap();
    assert!(row["activities"].as_i64() >= Some(with_articles.unwrap()), "{row}");
    let none = sum(&["id:1", "match:served", "--by", "article"]);
    assert!(none.split_whitespace().rev().take(2).all(|word| word == "0"), "{none}");
}
