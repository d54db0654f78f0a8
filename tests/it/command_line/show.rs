//! `show`: records of every kind, with their fields and changes. Documents, platforms, and the filters on documents and
//! recommendations.

use super::place::Place;
use serde_json::{Value, json};
use ta_tui::domain::{Coded, Kind};
use ta_tui::fields::RecordField;
use ta_tui::store::{Access, Store};
use ta_tui::text::Lang;

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

/// What `show` adds to the properties of a list.
const ADDED: [&str; 4] = ["record", "fields", "history", "changed_matches"];

#[test]
fn a_record_has_every_column_of_its_list_and_a_line_for_each() {
    let place = Place::of_sample();
    for (kind, list, code) in [
        ("need", "needs", "12"),
        ("review", "reviews", "Seychelles 1"),
        ("state", "states", "SYC"),
        ("person", "people", "fp-ke"),
        ("organisation", "organisations", "P001"),
        ("activity", "activities", "A044"),
        ("document", "documents", "CAC/COSP/2019/14"),
        ("platform", "platforms", "RP3"),
    ] {
        let all = place.run(&[list, "--columns", "all", "--json"]).json();
        let record = shown(&place, &[kind, code]);
        let mut as_listed = record.clone();
        for name in ADDED {
            assert!(as_listed.as_object_mut().unwrap().remove(name).is_some(), "{kind} {name}");
        }
        assert!(all.contains(&as_listed), "{kind} {as_listed}");
        assert_eq!(record.as_object().unwrap().keys().next_back().unwrap(), "illustrative");
        let text = place.run(&["show", kind, code]).done().to_owned();
        let lines = text.lines().filter(|line| !line.starts_with(' ')).count();
        assert!(lines >= as_listed.as_object().unwrap().len(), "{text}");
    }
    let chinese = place.run(&["show", "activity", "a044", "--lang", "zh"]).done().to_owned();
    assert!(chinese.contains("提出了一系列有效预防和打击涉及巨额资产的腐败的建议"), "{chinese}");
    assert!(chinese.contains("没有记录任何更改"), "{chinese}");
}

/// A record of every kind by the names that people have for them.
const EVERY_KIND: [(Kind, &str); 14] = [
    (Kind::Need, "12"),
    (Kind::Review, "SYC 1"),
    (Kind::State, "Seychelles"),
    (Kind::Person, "fp-ke"),
    (Kind::Organisation, "P001"),
    (Kind::Activity, "A034"),
    (Kind::Platform, "RP3"),
    (Kind::Match, "1"),
    (Kind::Overlap, "A051/A045"),
    (Kind::Theme, "asset declarations"),
    (Kind::Document, "CAC/COSP/2019/14"),
    (Kind::Comment, "1"),
    (Kind::View, "mine"),
    (Kind::Setting, "overdue-days"),
];

/// The sample with a view, a comment and a mark, of which it has none.
fn with_every_kind() -> Place {
    let place = Place::of_sample();
    place.run(&["add", "comment", "need=12", "text=Called"]).done();
    place.run(&["mark", "A045", "A051", "real"]).done();
    let view = ta_tui::store::SavedView {
        name: "mine".into(),
        screen: "needs".into(),
        measure: "needs".into(),
        ..Default::default()
    };
    let store = Store::open(&place.db, Access::ReadWrite).unwrap();
    store.save_view("secretariat", &view, None).unwrap();
    place
}

#[test]
fn every_kind_has_every_field_in_words_and_as_edit_takes_them() {
    assert!(Kind::ALL.iter().all(|kind| EVERY_KIND.iter().any(|(own, _)| own == kind)));
    let place = with_every_kind();
    for (kind, id) in EVERY_KIND {
        let record = shown(&place, &[kind.code(), id]);
        assert_eq!(record["record"]["kind"], kind.code());
        assert_eq!(record["record"]["there"], json!(true), "{kind:?}");
        let fields = record["fields"].as_object().unwrap();
        let text = place.run(&["show", kind.code(), id]).done().to_owned();
        let is_own = |field: &&RecordField| {
            field.language().is_none_or(|language| Lang::from_code(language).is_some())
        };
        for field in RecordField::of(kind).iter().filter(|field| !field.is_itself()).filter(is_own)
        {
            assert!(fields.contains_key(field.code()), "{field:?}");
            assert!(text.contains(&format!("[{}]", field.code())), "{field:?}: {text}");
        }
        // By its number alone too, and in a form without cells in cells.
        let number = record["record"]["number"].to_string();
        assert_eq!(shown(&place, &[kind.code(), &number]), record, "{kind:?}");
        let csv = place.run(&["show", kind.code(), id, "--format", "csv"]).done().to_owned();
        assert!(csv.contains("fields,history"), "{csv}");
    }
    // What `show` gives, `edit` takes: nothing is changed by it.
    for (kind, id) in [("need", "12"), ("review", "SYC 1"), ("activity", "A034"), ("state", "SYC")]
    {
        let record = shown(&place, &[kind, id]);
        let mut fields = record["fields"].as_object().unwrap().clone();
        fields.remove("merged-into");
        fields.insert("id".to_owned(), record["record"]["number"].clone());
        let line = format!("{}\n", Value::Object(fields));
        let edited = place.run_with_input(&["edit", kind, "-", "--json"], &line);
        assert_eq!((edited.status, edited.json()), (0, Vec::new()), "{kind}: {}", edited.err);
    }
}

#[test]
fn a_record_is_named_without_its_kind_by_its_number_code_or_name() {
    let place = Place::of_sample();
    for (word, kind, is) in [
        ("12", "need", "number 12"),
        ("SYC", "state", "SYC"),
        ("A034", "activity", "A034"),
        ("fp-ke", "person", "fp-ke"),
        ("CAC/COSP/2019/14", "document", "CAC/COSP/2019/14"),
        ("Seychelles 1", "review", "SYC, 1"),
        ("asset declarations", "theme", "asset declarations"),
    ] {
        assert_eq!(shown(&place, &[word])["record"]["kind"], kind, "{word}");
        assert!(place.run(&["show", word]).done().contains(is), "{word}");
    }
    let none = place.run(&["show", "Nowhere"]);
    assert!(none.failed(1).contains("ta-tui show KIND ID"), "{none:?}");
}

#[test]
fn the_history_has_every_change_and_what_was_taken_back() {
    let place = Place::of_sample();
    let change = |args: &[&str]| {
        let all = [args, &["--as", "secretariat", "--json"]].concat();
        place.run(&all).json()[0]["batch"].as_i64().unwrap()
    };
    let named = change(&["edit", "organisation", "P001", "role=gives", "--note", "as agreed"]);
    let corrected = change(&["edit", "organisation", "P001", "role=gives and pays"]);
    let store = Store::open(&place.db, Access::ReadWrite).unwrap();
    let undo = store.undo(corrected, "secretariat").unwrap().batch.unwrap();
    let record = shown(&place, &["organisation", "P001"]);
    let history = record["history"].as_array().unwrap();
    let of =
        |entry: &Value| (entry["batch"].clone(), entry["undoes"].clone(), entry["undone"].clone());
    let told: Vec<_> = history.iter().map(of).collect();
    let expected = [
        (json!(undo), json!(corrected), json!(false)),
        (json!(corrected), json!(null), json!(true)),
        (json!(named), json!(null), json!(false)),
    ];
    assert_eq!(told, expected);
    assert_eq!((&history[2]["after"], &history[2]["note"]), (&json!("gives"), &json!("as agreed")));
    assert_eq!(
        (&history[2]["who"], &history[2]["field"]),
        (&json!("secretariat"), &json!("role.en"))
    );
    assert_eq!(record["fields"]["role.en"], json!("gives"));
    let text = place.run(&["show", "organisation", "P001"]).done().to_owned();
    for words in ["as agreed", "undone", &format!("undoes {corrected}"), "version 4"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn a_void_record_is_shown_with_who_has_made_it_void_and_why() {
    let place = Place::of_sample();
    place.run(&["void", "12", "--reason", "entered twice", "--as", "secretariat"]).done();
    place.run(&["add", "theme", "code=x", "name=X"]).done();
    place.run(&["void", "theme", "x", "--reason", "unused", "--as", "secretariat"]).done();
    for (kind, id, reason) in [("need", "12", "entered twice"), ("theme", "x", "unused")] {
        let record = shown(&place, &[kind, id]);
        assert_eq!(record["record"]["there"], json!(false), "{kind}");
        let text = place.run(&["show", kind, id]).done().to_owned();
        assert!(text.contains("Void: ") && text.contains(reason), "{text}");
    }
    assert_eq!(place.run(&["show", "need", "12", "--no-names"]).status, 1);
}

#[test]
fn an_earlier_day_has_the_fields_of_then_by_the_log_or_as_known_then() {
    let place = Place::of_sample();
    // The sample's own day is in December 2019; what is written now is of that day.
    place.run(&["edit", "need", "12", "paragraph=99", "priority=low"]).done();
    place.run(&["add", "theme", "code=late", "name=Late"]).done();
    let fields = |args: &[&str]| shown(&place, &[&["need", "12"], args].concat())["fields"].clone();
    let now = fields(&[]);
    assert_eq!((&now["paragraph"], &now["priority"]), (&json!("99"), &json!("low")));
    let then = ["--as-of", "2019-12-01"];
    let counted = fields(&then);
    assert_eq!(counted["paragraph"], json!("99"), "what it says now");
    assert_ne!(counted["priority"], json!("low"), "triage goes by the log");
    let known = fields(&[&then[..], &["--known-then"]].concat());
    assert_ne!(known["paragraph"], json!("99"));
    let history = |args: &[&str]| {
        let record = shown(&place, &[&["need", "12"], args].concat());
        record["history"].as_array().unwrap().len()
    };
    assert_eq!(history(&then) + 2, history(&[]));
    let late = ["show", "theme", "late", "--as-of", "2019-12-01"];
    assert_eq!(place.run(&late).status, 0, "it counts with what it says now");
    let known = [&late[..], &["--known-then"]].concat();
    assert!(place.run(&known).failed(1).contains("There is no theme “late”"));
}

#[test]
fn lists_and_screens_have_what_was_known_then_also_of_what_stands_in_the_file_alone() {
    let place = Place::of_sample();
    let edited = |kind: &str, id: &str, value: &str| {
        place.run(&["edit", kind, id, value, "--as", "secretariat"]).done();
    };
    edited("activity", "A001", "description.en=Renamed later");
    edited("document", "CAC/COSP/2019/14", "link=https://later.example");
    // The sample's own day is in December 2019; what is written now is of that day.
    let then = ["--as-of", "2019-12-01", "--known-then"];
    let said = |args: &[&str], more: &[&str]| place.run(&[args, more].concat()).done().to_owned();
    let frame = ["frame", "--size", "200x50", "--keys", "ga/A001<Enter>"];
    for list in [
        &["activities", "A001", "--columns", "code,description"][..],
        &["show", "activity", "A001", "--format", "csv"],
        &frame,
    ] {
        assert!(said(list, &[]).contains("Renamed later"), "{list:?}");
        assert!(said(list, &then[..2]).contains("Renamed later"), "{list:?}: it says so now");
        assert!(!said(list, &then).contains("Renamed later"), "{list:?}: it was not known");
    }
    let documents = ["documents", "--columns", "symbol,link"];
    assert!(said(&documents, &[]).contains("later.example"));
    assert!(!said(&documents, &then).contains("later.example"));
}

#[test]
fn without_names_a_record_is_what_its_list_tells() {
    let place = Place::of_sample();
    for kind in Kind::ALL {
        let id = EVERY_KIND.iter().find(|(own, _)| own == kind).unwrap().1;
        let run = place.run(&["show", kind.code(), id, "--no-names", "--json"]);
        let is_told = ["need", "organisation", "activity", "platform", "document"];
        if is_told.contains(&kind.code()) {
            let record = &run.json()[0];
            assert_eq!(record["fields"], Value::Null, "{kind:?}");
            assert_eq!(record["record"]["name"], Value::Null, "{kind:?}");
        } else {
            assert!(run.failed(2).contains("--no-names"), "{kind:?}");
        }
    }
    for word in ["SYC", "Seychelles", "fp-ke", "Seychelles 1"] {
        assert_eq!(place.run(&["show", word, "--no-names"]).status, 1, "{word}");
    }
}

#[test]
fn a_record_that_is_not_there_is_named_with_the_nearest() {
    let place = Place::new();
    let run = place.run(&["show", "document", "CAC/COSP/2019/15"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(run.err.contains("no document “CAC/COSP/2019/15”"), "{}", run.err);
    assert!(run.err.contains("CAC/COSP/2019/1"), "{}", run.err);
    assert_eq!(place.run(&["show", "colour", "1"]).status, 2);
    assert_eq!(place.run(&["show", "need", "x"]).status, 2);
    assert_eq!(place.run(&["show", "need", "999999"]).status, 1);
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

/// A match whose activity has changed since says so by itself, by its need and by its activity, also as data; moments are
/// told as moments.
#[test]
fn a_match_that_its_activity_left_behind_is_marked_wherever_it_is_shown() {
    let place = Place::of_sample();
    let matched = place.run(&["match", "12", "A045", "--as", "secretariat"]);
    matched.done();
    let none = json!([]);
    assert_eq!(shown(&place, &["match", "12/A045"])["changed_matches"], none);
    place.run(&["edit", "activity", "A045", "status=cancelled", "--as", "secretariat"]).done();
    for record in [&["12"][..], &["match", "12/A045"]] {
        let marked = json!([{"need": 12, "activity": "A045", "fields": ["status"]}]);
        assert_eq!(shown(&place, record)["changed_matches"], marked, "{record:?}");
        let people = place.run(&[&["show"], record].concat());
        assert!(people.done().contains("Need 12: matched with A045 before"), "{}", people.out);
    }
    let of_activity = shown(&place, &["activity", "A045"])["changed_matches"].clone();
    assert!(of_activity.as_array().unwrap().len() > 1, "{of_activity}");
    let at = shown(&place, &["match", "12/A045"])["fields"]["matched-at"].clone();
    let at = at.as_str().unwrap();
    assert!(at.starts_with("2019-12-31T") && at.ends_with('Z'), "{at}");
}

#[test]
fn a_frame_says_that_it_exports_nothing() {
    let place = Place::of_sample();
    let frame = place.run(&["frame", "--keys", "4><Enter>", "--size", "200x24"]);
    assert!(frame.done().contains("A frame writes no file"), "{}", frame.out);
}
