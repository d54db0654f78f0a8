//! `show`, documents, platforms, and the filters on documents and recommendations.

use super::place::Place;
use serde_json::{Value, json};

fn shown(place: &Place, args: &[&str]) -> Value {
    let rows = place.run(&[&["show"], args, &["--json"]].concat()).json();
    assert_eq!(rows.len(), 1, "{args:?}");
    rows[0].clone()
}

#[test]
fn an_activity_says_what_its_paragraph_says() {
    let place = Place::new();
    let of = |code: &str| shown(&place, &["activity", code]);
    let courses = of("A024");
    for (name, value) in [
        ("events", json!(13)),
        ("people", json!(1_500)),
        ("states_covered", json!(162)),
        ("ldcs_covered", json!(42)),
        ("at_least", json!(["people", "states"])),
        ("counted_with", json!(["A025"])),
        ("reviews_served", json!(["2"])),
        ("reporting", json!("United Nations Office on Drugs and Crime (UNODC)")),
        ("title", json!(null)),
        ("starts_as", json!(null)),
        ("matched_fully", json!(0)),
    ] {
        assert_eq!(courses[name], value, "{name}");
    }
    let initiative = of("A034");
    assert_eq!(initiative["money"], json!(["received P008"]));
    assert_eq!(initiative["reviews_served"][0], json!("BFA/1"));
    assert_eq!(initiative["starts_as"], json!("actual"));
    let visit = of("A050");
    assert_eq!(visit["provider_states"], visit["hosts"]);
    assert_eq!(of("A031")["starts_as"], json!("planned"));
    assert_eq!(of("A035")["money"], json!(["sought"]));
    assert_eq!(of("A046")["programme"], json!("A005"));
    assert_eq!(of("A060")["programme"], json!("Strategic security and anti-corruption programme"));
    assert_eq!(of("A042")["sdgs"], json!(["16"]));
    assert_eq!((&of("A021")["edition"], &of("A052")["languages"]), (&json!(2), &json!(["fr"])));
    let pacific = of("A042");
    assert_eq!(pacific["areas"], json!(["Pacific"]));
    assert_eq!(pacific["area_states"].as_array().unwrap().len(), 13);
    // Regions and areas that cannot be resolved stay words.
    let caribbean = of("A045");
    assert_eq!((&caribbean["regions"], &caribbean["areas"]), (&json!(["Caribbean"]), &json!([])));
}

#[test]
fn a_record_has_every_column_of_its_list_and_a_line_for_each() {
    let place = Place::new();
    for (kind, list, code) in [
        ("activity", "activities", "A044"),
        ("document", "documents", "CAC/COSP/2019/14"),
        ("platform", "platforms", "RP3"),
    ] {
        let all = place.run(&[list, "--columns", "all", "--json"]).json();
        let record = shown(&place, &[kind, code]);
        assert!(all.contains(&record), "{kind} {record}");
        let text = place.run(&["show", kind, code]).done().to_owned();
        let lines = text.lines().filter(|line| !line.starts_with(' ')).count();
        assert!(lines >= record.as_object().unwrap().len(), "{text}");
    }
    let chinese = place.run(&["show", "activity", "a044", "--lang", "zh"]).done().to_owned();
    assert!(chinese.contains("提出了一系列有效预防和打击涉及巨额资产的腐败的建议"), "{chinese}");
}

#[test]
fn a_record_that_is_not_there_is_named_with_the_nearest() {
    let place = Place::new();
    let run = place.run(&["show", "document", "CAC/COSP/2019/15"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(run.err.contains("no document “CAC/COSP/2019/15”"), "{}", run.err);
    assert!(run.err.contains("CAC/COSP/2019/1"), "{}", run.err);
    assert_eq!(place.run(&["show", "review", "1"]).status, 2);
}

#[test]
fn a_record_is_told_as_of_a_day_and_without_names() {
    let place = Place::new();
    // The activity was held in June 2019: it counts from the last day of June, and the note from its own day.
    for (kind, code, day, status) in [
        ("activity", "A050", "2019-06-29", 1),
        ("activity", "A050", "2019-06-30", 0),
        ("document", "CAC/COSP/2019/14", "2019-10-13", 1),
        ("document", "CAC/COSP/2019/14", "2019-10-14", 0),
        ("document", "3/1", "2019-10-13", 0),
    ] {
        let run = place.run(&["show", kind, code, "--as-of", day]);
        assert_eq!(run.status, status, "{kind} {code} {day}: {}", run.err);
    }
    let past = ["show", "activity", "A039", "--json", "--as-of", "2019-06-30"];
    assert_eq!(place.run(&past).json()[0]["matched_fully"], json!(null));
    let nameless = place.run(&["show", "activity", "A050", "--no-names"]).done().to_owned();
    for word in ["Ethiopia", "ETH", "GBR", "2019-06"] {
        assert!(!nameless.contains(word), "{word}: {nameless}");
    }
    // A report can be of one State.
    assert_eq!(place.run(&["show", "document", "3/1", "--no-names"]).status, 0);
    assert_eq!(place.run(&["show", "document", "CAC/COSP/2019/2", "--no-names"]).status, 1);
}

#[test]
fn the_members_and_ranks_of_a_platform_are_shown() {
    let place = Place::new();
    let platform = |code: &str| shown(&place, &["platform", code]);
    assert_eq!(platform("RP3")["themes"], json!(["asset declarations", "conflicts of interest"]));
    assert_eq!(platform("RP3")["priorities"].as_array().unwrap().len(), 4);
    assert_eq!(platform("RP4")["status"], json!("planned"));
    assert_eq!(platform("RP1")["states"], json!([]));
    place
        .sql()
        .execute_batch(
            "INSERT INTO platform_state SELECT 1, id FROM state WHERE iso2 IN ('GH', 'KE');
             UPDATE platform_priority SET rank = 1 WHERE id = 3",
        )
        .unwrap();
    assert_eq!(platform("RP1")["states"], json!(["Ghana", "Kenya"]));
    assert_eq!(platform("RP3")["priorities"][0], json!("1. Protection of reporting persons"));
    let listed = place.run(&["platforms", "state:ghana", "--columns", "code", "--json"]).json();
    assert_eq!(listed, [json!({ "code": "RP1" })]);
}

#[test]
fn needs_are_found_by_document_and_by_recommendation() {
    let place = Place::new();
    let ids = |filter: &str| place.run(&["needs", filter, "--json"]).ids();
    assert_eq!(ids("recommendation:any"), Vec::<u64>::new());
    assert_eq!(ids("document:any"), Vec::<u64>::new());
    place
        .sql()
        .execute_batch(
            "UPDATE need SET document = 'CAC/COSP/2017/7' WHERE id = 1;
             INSERT INTO need_document SELECT 1, id FROM document WHERE symbol = 'CAC/COSP/2017/7';
             INSERT INTO recommendation (need_id, text, language, document, paragraph)
               VALUES (3, 'Protect Whistle-Blowers', 'en', 'CAC/COSP/IRG/X', '7'),
                      (3, '保护举报人', 'zh', '', ''), (1234, 'Adopt a law', 'en', '', '12')",
        )
        .unwrap();
    assert_eq!(ids("document:CAC/COSP/2017/7"), [1]);
    assert_eq!(ids("document:\"Analysis of technical assistance needs emerging\""), [1]);
    assert_eq!(ids("document:none"), [2, 3, 1234]);
    assert_eq!(ids("recommendation:any"), [3, 1234]);
    assert_eq!(ids("recommendation:none"), [1, 2]);
    assert_eq!(ids("recommendation:whistle"), [3]);
    assert_eq!(ids("recommendation:举报,law"), [3, 1234]);
    assert_eq!(ids("-recommendation:law recommendation:any"), [3]);
    let need = &place.run(&["needs", "id:3", "--columns", "recommendations", "--json"]).json()[0];
    assert_eq!(
        need["recommendations"],
        json!(["Protect Whistle-Blowers (CAC/COSP/IRG/X, 7)", "保护举报人"])
    );
    let documents = place.run(&["documents", "id:1", "--columns", "symbol,needs", "--json"]).json();
    assert_eq!(documents, [json!({ "symbol": "CAC/COSP/2017/7", "needs": 1 })]);
    let count = place.run(&["count", "--by", "document", "--json"]).json();
    assert_eq!(count[0], json!({ "document": "CAC/COSP/2017/7", "value": 1 }));
    for filter in ["document:any", "recommendation:any"] {
        assert_eq!(place.run(&["needs", filter, "--no-names"]).status, 2, "{filter}");
    }
    assert_eq!(place.run(&["needs", "recommendation:<b"]).status, 2);
}
