//! Matching needs with an activity: written, taken back, seen by others and on earlier days; and the candidates that the
//! command line lists.

use crate::command_line::place::Place;
use crate::store_fixture::{Fixture, number};
use rusqlite::Connection;
use serde_json::Value;
use std::sync::Arc;
use ta_tui::domain::{Coded, Day, Extent, Kind, NeedNumber, Setting, Standing};
use ta_tui::fields::RecordField;
use ta_tui::query::register::Register;
use ta_tui::store::{
    Backwards, Edited, MatchWrite, RecordEdit, RecordWrite, Store, StoreError, UnmatchWrite,
    Written,
};

/// A need of the fixture that is open and is matched with nothing; A003 runs.
const OPEN: u32 = 1;

fn written(who: &str, needs: &[u32], activity: &str) -> MatchWrite {
    MatchWrite {
        who: who.into(),
        note: String::new(),
        needs: needs.iter().copied().map(NeedNumber::new).collect(),
        activity: activity.into(),
        extent: None,
        remark: None,
        response: None,
        responding: None,
    }
}

fn out(who: &str, needs: &[u32], activity: &str) -> UnmatchWrite {
    UnmatchWrite {
        who: who.into(),
        note: String::new(),
        needs: needs.iter().copied().map(NeedNumber::new).collect(),
        activity: activity.into(),
        if_version: None,
    }
}

fn load(store: &Store) -> Register {
    store.load(&mut |_| true).unwrap()
}

fn standing(register: &Register, need: u32) -> Option<Standing> {
    register.row_of(NeedNumber::new(need)).and_then(|row| register.need(row)).unwrap().standing()
}

fn batch(written: &Written) -> i64 {
    written.batch.unwrap()
}

/// The extents of the matches that are there, by need.
fn extents(register: &Register, need: u32) -> Vec<(String, &'static str)> {
    let need = register.row_of(NeedNumber::new(need)).and_then(|row| register.need(row)).unwrap();
    let both = need.activities().zip(need.matches());
    both.map(|(activity, one)| (activity.code.clone(), one.extent.code())).collect()
}

#[test]
fn needs_are_matched_in_one_batch_and_one_undo_takes_it_back() {
    let fixture = Fixture::with_needs(12);
    let store = fixture.store();
    let first = store.match_needs(&written("me", &[1, 5, 7], "A003")).unwrap();
    let register = load(&store);
    assert_eq!([1, 5, 7].map(|need| standing(&register, need)), [Some(Standing::Served); 3]);
    assert_eq!(extents(&register, 1), [("A003".to_owned(), "fully")]);
    assert_eq!(number(&fixture.path, "SELECT count(*) FROM batch"), 1);
    assert_eq!(
        number(
            &fixture.path,
            "SELECT count(*) FROM need_activity WHERE origin = 'recorded' AND who = 'me' AND at > 0"
        ),
        3
    );
    // Once more is no change; a value that is given is one.
    assert_eq!(store.match_needs(&written("me", &[1, 5], "A003")).unwrap().batch, None);
    let partly = MatchWrite {
        extent: Some(Extent::Partly),
        remark: Some("one week".into()),
        ..written("me", &[5], "A003")
    };
    store.match_needs(&partly).unwrap();
    assert_eq!(extents(&load(&store), 5), [("A003".to_owned(), "partly")]);
    // Taken out, and back under the same number.
    store.unmatch_needs(&out("me", &[1], "A003")).unwrap();
    assert_eq!(standing(&load(&store), 1), Some(Standing::Unserved));
    assert_eq!(
        store.unmatched_with(&[1, 5, 7].map(NeedNumber::new), "A003").unwrap(),
        [NeedNumber::new(1)]
    );
    store
        .match_needs(&MatchWrite { extent: Some(Extent::Planned), ..written("you", &[1], "A003") })
        .unwrap();
    assert_eq!(extents(&load(&store), 1), [("A003".to_owned(), "planned")]);
    assert_eq!(standing(&load(&store), 1), Some(Standing::Planned));
    assert_eq!(number(&fixture.path, "SELECT count(*) FROM need_activity WHERE who = 'you'"), 1);
    let second = store.match_needs(&written("me", &[1, 7], "A032")).unwrap();
    store.undo(batch(&second), "me").unwrap();
    assert_eq!(extents(&load(&store), 7), [("A003".to_owned(), "fully")]);
    // What others have changed since is not taken back unasked.
    assert!(matches!(store.undo(batch(&first), "me"), Err(StoreError::ChangedSince(_))));
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn all_are_matched_or_none_and_the_response_moves_only_when_asked() {
    let fixture = Fixture::with_needs(12);
    let store = fixture.store();
    let none = store.match_needs(&written("me", &[1, 99], "A003"));
    assert!(
        matches!(none, Err(StoreError::UnknownNeed(_) | StoreError::UnknownRecord(..))),
        "{none:?}"
    );
    assert!(store.match_needs(&written("me", &[1], "A999")).is_err());
    assert_eq!(number(&fixture.path, "SELECT count(*) FROM need_activity"), 0);
    let response = || {
        let sql = "SELECT coalesce(response = 'planned', 0) FROM need WHERE id = 6";
        number(&fixture.path, sql)
    };
    store.match_needs(&written("me", &[6], "A003")).unwrap();
    assert_eq!(response(), 0);
    let moved = MatchWrite { response: Some("planned".into()), ..written("me", &[6], "A032") };
    assert_eq!(store.rehearse_match(&moved).unwrap().len(), 2);
    assert_eq!(response(), 0);
    let moved = store.match_needs(&moved).unwrap();
    assert_eq!(response(), 1);
    store.undo(batch(&moved), "me").unwrap();
    assert_eq!(response(), 0);
}

#[test]
fn a_match_by_another_is_read_alone() {
    let fixture = Fixture::with_needs(200);
    let (store, other) = (fixture.store(), fixture.store());
    let mut register = load(&store);
    let mut last = store.last_change().unwrap();
    let mut step = |what: &str| {
        let fresh = store.refresh(&register, last).unwrap();
        assert!(!fresh.whole, "{what}");
        assert_eq!(fresh.changed, [OPEN, 5].map(NeedNumber::new), "{what}");
        let loaded = load(&store);
        for need in [OPEN, 5, 13] {
            assert_eq!(extents(&fresh.register, need), extents(&loaded, need), "{what}");
            assert_eq!(standing(&fresh.register, need), standing(&loaded, need), "{what}");
        }
        (register, last) = (fresh.register, fresh.last_change);
        (standing(&register, OPEN), Arc::strong_count(&register.vocabulary))
    };
    other.match_needs(&written("you", &[OPEN, 5], "A003")).unwrap();
    assert_eq!(step("matched").0, Some(Standing::Served));
    let planned =
        MatchWrite { extent: Some(Extent::Planned), ..written("you", &[OPEN, 5], "A003") };
    other.match_needs(&planned).unwrap();
    assert_eq!(step("only planned").0, Some(Standing::Planned));
    other.unmatch_needs(&out("you", &[OPEN, 5], "A003")).unwrap();
    assert_eq!(step("taken out").0, Some(Standing::Unserved));
}

#[test]
fn two_people_who_match_the_same_need_make_one_match() {
    let fixture = Fixture::with_needs(3);
    let (mine, yours) = (fixture.store(), fixture.store());
    mine.match_needs(&written("me", &[OPEN], "A003")).unwrap();
    let partly = MatchWrite { extent: Some(Extent::Partly), ..written("you", &[OPEN], "A003") };
    yours.match_needs(&partly).unwrap();
    assert_eq!(number(&fixture.path, "SELECT count(*) FROM need_activity"), 1);
    assert_eq!(extents(&load(&mine), OPEN), [("A003".to_owned(), "partly")]);
    // The version that was seen is the one that is taken out.
    let stale = UnmatchWrite { if_version: Some(7), ..out("me", &[OPEN], "A003") };
    assert!(matches!(mine.unmatch_needs(&stale), Err(StoreError::NoSuchVersion { .. })));
    mine.unmatch_needs(&UnmatchWrite { if_version: Some(2), ..out("me", &[OPEN], "A003") })
        .unwrap();
    assert_eq!(standing(&load(&mine), OPEN), Some(Standing::Unserved));
}

#[test]
fn a_match_made_later_is_not_there_on_a_day_before_it() {
    let fixture = Fixture::with_needs(30);
    let store = fixture.store();
    let today = store.today().unwrap();
    let before = today.plus(-3);
    // One of long ago, of which somebody has changed the extent and the activity since.
    fixture
        .sql()
        .execute_batch(&format!(
            "INSERT INTO need_activity (need_id, activity_id, extent, at)
               SELECT 5, id, 'fully', {} FROM activity WHERE code = 'A003'",
            i64::from(before.plus(-9).number()) * 86_400
        ))
        .unwrap();
    store.match_needs(&written("me", &[OPEN], "A003")).unwrap();
    let planned = MatchWrite { extent: Some(Extent::Planned), ..written("me", &[5], "A003") };
    store.match_needs(&planned).unwrap();
    let register = load(&store);
    let now = |need| standing(&register, need);
    assert_eq!((now(OPEN), now(5)), (Some(Standing::Served), Some(Standing::Planned)));
    let then = |register: &Register| {
        (standing(register, OPEN), standing(register, 5), extents(register, 5))
    };
    let fully = vec![("A003".to_owned(), "fully")];
    let expected = (Some(Standing::Unserved), Some(Standing::Served), fully);
    assert_eq!(then(&store.as_of(&register, before).unwrap()), expected);
    assert_eq!(then(&Backwards::new(&store, &register).on(before).unwrap()), expected);
    assert_eq!(now(OPEN), Some(Standing::Served), "the register of today is as it was");
}

#[test]
fn an_activity_has_the_status_that_the_log_tells_for_the_day() {
    let place = Place::of_sample();
    let count = |as_of: &[&str]| {
        let args = [&["count", "--by", "match", "--json"], as_of].concat();
        let rows = place.run(&args).json();
        let of = |code: &str| {
            let row = rows.iter().find(|row| row["match"] == code);
            row.map_or(0, |row| row["value"].as_u64().unwrap())
        };
        [of("served"), of("planned"), of("unserved")]
    };
    let before = count(&[]);
    assert!(before[0] > 0, "{before:?}");
    let matched =
        place.run(&["needs", "match:served", "--columns", "id,activities", "--json"]).json();
    let of_a45 =
        matched.iter().filter(|need| need["activities"] == serde_json::json!(["A045"])).count();
    assert!(of_a45 > 0);
    place.run(&["edit", "activity", "A045", "status=cancelled", "--as", "secretariat"]).done();
    let after = count(&[]);
    assert_eq!((before[0] - after[0], after[2] - before[2]), (of_a45 as u64, of_a45 as u64));
    // The sample register has a day of its own, the last of its log.
    let day = place.run(&["log", "--limit", "1", "--json"]).json()[0]["at"].as_str().unwrap()[..10]
        .to_owned();
    let yesterday = Day::parse(&day).unwrap().plus(-1).to_string();
    assert_eq!(count(&["--as-of", &yesterday])[1], 0);
    assert!(count(&["--as-of", &yesterday])[0] > after[0]);
}

#[test]
fn the_command_line_matches_and_lists_candidates() {
    let place = Place::of_sample();
    let of = |row: &Value, code: &str| row[code].as_str().unwrap_or_default().to_owned();
    // The candidates of an activity have the activity among theirs, with the same points.
    let needs = place.run(&["candidates", "A045", "--limit", "3", "--json"]).json();
    assert_eq!(needs.len(), 3, "{needs:?}");
    for row in &needs {
        let need = row["need"].to_string();
        let back = place.run(&["candidates", &need, "--json"]).json();
        let own = back.iter().find(|one| one["activity"] == "A045").unwrap();
        assert_eq!(own, row);
        let parts = ["place", "subject", "theme", "kind", "time"];
        let sum: u64 = parts.iter().map(|part| row[*part].as_u64().unwrap()).sum();
        assert_eq!(row["points"], sum);
        assert!(of(row, "explained").ends_with(&format!("= {sum} {}", of(row, "band"))), "{row}");
    }
    let ids: Vec<String> = needs.iter().map(|row| row["need"].to_string()).collect();
    let [first, second, third] = &ids[..] else { panic!() };
    let matched =
        place.run(&["match", first, second, "A045", "extent=partly", "note=in part", "--json"]);
    assert_eq!(matched.json().len(), 2);
    // What is matched is no candidate any more, and found by its standing.
    let left = place.run(&["candidates", "A045", "--json"]).json();
    assert!(left.iter().all(|row| ![first, second].contains(&&row["need"].to_string())));
    let ids = format!("id:{first},{second}");
    assert_eq!(place.run(&["needs", "match:served", &ids, "--json"]).ids().len(), 2);
    let piped =
        place.run_with_input(&["match", "-", "A045", "--json"], &format!("{{\"id\":{third}}}\n"));
    assert_eq!(piped.json().len(), 1);
    // Mistakes say what to write, and nothing is written.
    assert!(place.run(&["match", first]).failed(2).contains("A045"));
    assert!(place.run(&["match", first, "A045", "matched-by=me"]).failed(2).contains("extent"));
    assert!(place.run(&["match", first, "A045", "extent=mostly"]).failed(2).contains("partly"));
    assert!(place.run(&["unmatch", "12", "A045"]).failed(65).contains("12"));
    place.run(&["unmatch", first, second, "A045"]).done();
    assert!(place.run(&["unmatch", first, "A045"]).failed(65).contains(first.as_str()));
    assert!(place.run(&["candidates", "12", "--no-names"]).failed(2).contains("--no-names"));
    let publication = place.run(&["candidates", "A017"]);
    assert!(publication.done().contains("A017"));
}

#[test]
fn the_weights_of_the_rule_are_a_setting() {
    let place = Place::of_sample();
    let best = || place.run(&["candidates", "A045", "--limit", "1", "--json"]).json()[0].clone();
    let usual = best();
    assert_eq!(usual["place"], 40, "{usual}");
    assert!(place.run(&["settings", "candidate-weights=50,50,10,0,0"]).failed(2).contains("100"));
    let others = place.run(&["settings", "candidate-weights=60,20,10,10,0", "--as", "fp-gh"]);
    assert!(others.failed(1).contains("only officers of the Secretariat"));
    place.run(&["settings", "candidate-weights=60,20,10,10,0", "--as", "secretariat"]).done();
    assert_eq!((&best()["place"], &best()["time"]), (&60.into(), &0.into()));
    let listed = place.run(&["settings", "--json"]).json();
    let row = listed.iter().find(|row| row["name"] == Setting::CandidateWeights.code()).unwrap();
    assert_eq!((&row["value"], &row["version"]), (&"60,20,10,10,0".into(), &2.into()));
    // It is logged, and undone like a record.
    let store = Store::open(&place.db, ta_tui::store::Access::ReadWrite).unwrap();
    let last = Connection::open(&place.db).unwrap();
    let batch: i64 = last.query_row("SELECT max(id) FROM batch", [], |row| row.get(0)).unwrap();
    store.undo(batch, "secretariat").unwrap();
    assert_eq!(best(), usual);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_match_that_was_taken_out_is_brought_back_by_adding_it() {
    let fixture = Fixture::with_needs(12);
    let store = fixture.store();
    let field = |code: &str| RecordField::from_code(Kind::Match, code).unwrap();
    let add = |extent: &str| {
        let values = [("need", OPEN.to_string()), ("activity", "A003".into())];
        let signed = [("matched-by", "you".to_owned()), ("matched-at", "86400".to_owned())];
        let values = values.into_iter().chain(signed).chain([("extent", extent.to_owned())]);
        let values = values.map(|(code, value)| (field(code), Some(value))).collect();
        let record = Edited::New(Kind::Match);
        let edits = vec![RecordEdit { record, values, void: None, if_version: None }];
        store.edit_or_bring_back(&RecordWrite { who: "you".into(), note: String::new(), edits })
    };
    let remark = Some("in the first week".to_owned());
    store.match_needs(&MatchWrite { remark, ..written("me", &[OPEN], "A003") }).unwrap();
    assert!(matches!(add("fully"), Err(StoreError::Taken(..))), "it is there");
    store.unmatch_needs(&out("me", &[OPEN], "A003")).unwrap();
    let again = add("partly").unwrap();
    assert_eq!(again.added.len(), 1, "the form is told which record it has written");
    assert_eq!(extents(&load(&store), OPEN), [("A003".to_owned(), "partly")]);
    let signed =
        "SELECT count(*) FROM need_activity m WHERE who = 'you' AND coalesce(note, '') = ''
                  AND at = 86400";
    assert_eq!(number(&fixture.path, signed), 1);
    assert_eq!(number(&fixture.path, "SELECT count(*) FROM need_activity"), 1);
    // Its need tells of it, the newest first, by its name.
    let history = store.need_detail(NeedNumber::new(OPEN)).unwrap().history;
    let told: Vec<_> = history
        .iter()
        .filter(|entry| entry.record.kind == Kind::Match && entry.field.is_itself())
        .map(|entry| (entry.name.as_deref(), entry.after.is_some(), entry.who.as_str()))
        .collect();
    let name = Some("1 – A003");
    assert_eq!(told, [(name, true, "you"), (name, false, "me"), (name, true, "me")]);
    assert!(history.windows(2).all(|two| two[0].change > two[1].change));
    // An undo names it too.
    let undoable = store.undoable(batch(&again)).unwrap();
    assert!(undoable.fields.iter().all(|field| field.name.as_deref() == name), "{undoable:?}");
}

#[test]
fn matches_are_taken_out_at_the_version_that_was_seen() {
    let fixture = Fixture::with_needs(3);
    let store = fixture.store();
    store.match_needs(&written("me", &[OPEN], "A003")).unwrap();
    let partly = MatchWrite { extent: Some(Extent::Partly), ..written("you", &[OPEN], "A003") };
    store.match_needs(&partly).unwrap();
    let seen = |version| UnmatchWrite { if_version: Some(version), ..out("me", &[OPEN], "A003") };
    let Err(StoreError::Conflict(conflicts)) = store.unmatch_needs(&seen(1)) else { panic!() };
    let told: Vec<_> = conflicts.iter().map(|one| (one.by.as_str(), one.version)).collect();
    assert_eq!(told, [("you", 2)]);
    assert!(store.rehearse_unmatch(&seen(1)).is_err());
    assert_eq!(extents(&load(&store), OPEN).len(), 1);
    store.unmatch_needs(&seen(2)).unwrap();
    assert_eq!(extents(&load(&store), OPEN), []);
}

#[test]
fn a_match_that_may_be_a_slip_is_written_with_a_remark() {
    let place = Place::of_sample();
    let stderr = |args: &[&str]| {
        let run = place.run(args);
        assert_eq!(run.status, 0, "{run:?}");
        run.err
    };
    let candidates = place.run(&["candidates", "A045", "--limit", "1", "--json"]).json();
    let good = candidates[0]["need"].to_string();
    let of_sample = stderr(&["candidates", "A045", "--limit", "1"]);
    assert_eq!(stderr(&["match", &good, "A045"]), of_sample, "no doubt");
    // Met, and another State's.
    let closed = place.run(&["needs", "match:none", "--limit", "1", "--columns", "id", "--json"]);
    let closed = closed.json()[0]["id"].to_string();
    assert!(stderr(&["match", &closed, "A045", "--dry-run"]).contains("is not open"));
    let elsewhere = place.run(&["needs", "match:unserved", "--json", "--columns", "id"]).ids();
    let elsewhere: Vec<String> = elsewhere.iter().map(u64::to_string).collect();
    let mut all = vec!["match"];
    all.extend(elsewhere.iter().take(40).map(String::as_str));
    all.push("A045");
    assert!(stderr(&all).contains("for other States"));
    // A kind that serves no need, and one that is called off.
    assert!(stderr(&["match", &good, "A017"]).contains("of a kind that serves no need"));
    place.run(&["edit", "activity", "A045", "status=cancelled"]).done();
    assert!(stderr(&["match", &good, "A045", "extent=partly"]).contains("cancelled"));
}

#[test]
fn mistakes_in_matches_say_what_is_taken() {
    let place = Place::of_sample();
    let said = place.run(&["candidates", "ZZ"]).failed(2).to_owned();
    assert!(said.contains("activity: ") && !said.contains("itself"), "{said}");
    let said = place.run(&["match", "24", "A034", "A045"]).failed(2).to_owned();
    assert!(said.contains("A034") && said.contains("one activity"), "{said}");
    let said = place.run(&["unmatch", "24", "A034", "extent=partly"]).failed(2).to_owned();
    assert!(said.contains("ta-tui unmatch 12 17 A045"), "{said}");
    for line in ["{\"need\":26}\n", "nothing\n"] {
        let said = place.run_with_input(&["match", "-", "A045"], line).failed(65).to_owned();
        assert!(said.contains("{\"id\": 12}"), "{said}");
    }
    let empty = place.run_with_input(&["match", "-", "A045"], "");
    assert!(empty.err.contains("no line") && !empty.err.contains("already"));
    // When it was matched is told as a moment.
    place.run(&["match", "24", "A034"]).done();
    place.run(&["unmatch", "24", "A034"]).done();
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    let again = place.run(&["match", "24", "A034", "--as", "fp-gh"]).done().to_owned();
    assert!(again.contains("2019-12-31 ") && !again.contains("→ 15"), "{again}");
}
