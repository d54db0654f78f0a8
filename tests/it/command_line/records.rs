//! `ta-tui add`, `edit` and `void`: records of every kind from the command line.

use super::place::{Place, Ran};
use ta_tui::store::{Access, Store};

/// The number of the record that a command has added.
fn added(ran: &Ran) -> u64 {
    let rows = ran.json();
    let row = rows.iter().find(|row| row["field"] == "record").unwrap();
    assert_eq!(row["after"], "there", "{rows:?}");
    row["number"].as_u64().unwrap()
}

#[test]
fn a_review_and_its_needs_are_recorded_corrected_and_voided() {
    let place = Place::of_sample();
    let review = place.run(&[
        "add",
        "review",
        "state=Seychelles",
        "cycle=2",
        "started=2019-05",
        "reviewer-1=Benin",
        "--json",
    ]);
    let review = review.failed(2);
    assert!(review.contains("review"), "the sample has this review: {review}");
    let need = [
        "add",
        "need",
        "review=Seychelles 1",
        "article=art. 52, 53–55",
        "category=C1-1",
        "text=Training of investigators",
        "document=CAC/COSP/2019/14",
        "paragraph=12",
        "priority=High",
        "identified=May 2019",
        "--json",
    ];
    let number = added(&place.run(&need));
    let found = place.run(&["needs", &format!("id:{number}"), "--columns", "all", "--json"]).json();
    let found = &found[0];
    assert_eq!(found["articles"], serde_json::json!([52, 53, 54, 55]));
    assert_eq!(found["state"], "Seychelles");
    assert_eq!(found["priority"], "high");
    assert_eq!(found["paragraph"], "12");
    // Corrected, and once more by a person who had seen the version before.
    let id = number.to_string();
    let edited = place.run(&["edit", "need", &id, "article=第五十二条", "--if-version", "1"]);
    let edited = edited.done();
    assert!(edited.contains("52; 53; 54; 55 → 52"), "{edited}");
    let conflict = place.run(&["edit", "need", &id, "article=9", "--if-version", "1"]);
    let conflict = conflict.failed(75);
    assert!(conflict.contains("--if-version") || conflict.contains("version"), "{conflict}");
    // Voided with a reason, counted no longer, and brought back by undoing that alone.
    assert!(place.run(&["void", &id]).failed(2).contains("--reason"));
    place.run(&["void", &id, "--reason", "entered twice"]).done();
    assert_eq!(
        place.run(&["needs", &format!("id:{number}"), "--json"]).json(),
        Vec::<serde_json::Value>::new()
    );
    let log = place.run(&["log", "--limit", "1", "--json"]).json();
    assert_eq!(log[0]["note"], "entered twice");
    assert!(place.run(&["void", &id, "--reason", "again"]).failed(1).contains(&id));
}

#[test]
fn every_kind_is_added_and_corrected_by_its_code_or_name() {
    let place = Place::of_sample();
    for (add, edit) in [
        (
            &["person", "code=fp-mc", "kind=Focal point", "post=Focal point, Monaco"][..],
            &["fp-mc", "post.fr=Point de contact"][..],
        ),
        (&["organisation", "code=P900", "kind=donor", "name=A fund"], &["P900", "role=gives"]),
        (
            &[
                "activity",
                "code=A900",
                "description=A workshop",
                "kind=workshop",
                "level=national",
                "document=CAC/COSP/2019/14",
                "helped=Seychelles; GHA",
            ],
            &["A900", "article=52", "status=planned"],
        ),
        (&["platform", "code=RP900", "organisation=P001"], &["RP900", "member=Kenya; Ghana"]),
        (&["document", "symbol=X/1", "title=A report"], &["X/1", "date=2019"]),
        (
            &["theme", "code=ownership", "name=Ownership registers"],
            &["Ownership registers", "name.zh=所有权登记"],
        ),
        (
            &["state", "name=Monaco", "iso3=MCO", "iso2=MC", "kind=observer", "party=no"],
            &["MCO", "party=no", "region=WEOG"],
        ),
    ] {
        let kind = add[0];
        added(&place.run(&[&["add"], add, &["--json"]].concat()));
        let done = place.run(&[&["edit", kind], edit].concat());
        let done = done.done();
        assert!(!done.is_empty(), "{kind}");
    }
    assert!(place.run(&["check"]).done().contains("sound"));
}

#[test]
fn the_priorities_of_a_platform_are_edited_shown_and_seen_as_of_an_earlier_day() {
    let place = Place::of_sample();
    let edit = |value: &str, more: &[&str]| {
        let value = format!("priorities={value}");
        place.run(&[&["edit", "platform", "RP3", &value, "--as", "secretariat"], more].concat())
    };
    let field = |more: &[&str]| {
        let shown = place.run(&[&["show", "platform", "RP3", "--json"], more].concat()).json();
        shown[0]["fields"]["priorities"].as_str().unwrap().to_owned()
    };
    let published = field(&[]);
    assert_eq!(published.lines().count(), 4, "{published}");
    assert!(edit(&published, &["--json"]).json().is_empty(), "what is shown is read as it is");
    let typed =
        "1 | art. 52, 53; 2 | | asset declarations | Recover assets; return them | fr: Agir";
    let changes = edit(typed, &["--json"]).json();
    assert_eq!((changes.len(), &changes[0]["field"]), (1, &"priorities".into()));
    let kept = "1 | 52, 53\n2 |  | asset declarations | Recover assets; return them | Agir";
    let said = field(&[]).replace("fr: Agir", "Agir");
    assert_eq!(said, kept);
    let listed = place.run(&["platforms", "--json"]).json();
    let listed = listed.iter().find(|row| row["code"] == "RP3").unwrap();
    let shown = serde_json::json!(["1. 52, 53", "2. Recover assets; return them"]);
    assert_eq!(listed["priorities"], shown);
    assert_eq!(listed["articles"], serde_json::json!([52, 53]));
    let printed = place.run(&["show", "platform", "RP3"]).done().to_owned();
    assert!(
        printed.contains("Recover assets; return them") && !printed.contains("[["),
        "{printed}"
    );
    let log = place.run(&["log", "--kind", "platform"]).done().to_owned();
    assert!(log.contains("1 | 52, 53") && !log.contains("[["), "{log}");
    assert_eq!(field(&["--as-of", "2001-01-01", "--known-then"]), published);
    let then = place.run(&["platforms", "--json", "--as-of", "2001-01-01", "--known-then"]).json();
    let then = then.iter().find(|row| row["code"] == "RP3").unwrap();
    assert_ne!(then["priorities"], shown, "the list has what was known then");
    // Somebody who has not seen this does not write over it.
    edit("3 | 9", &["--if-version", "1"]).failed(75);
    let line = r#"{"id":"RP3","priorities":[[3,"9",null,[["en","Prevent"],["zh","预防"]]]]}"#;
    place.run_with_input(&["edit", "platform", "-", "--as", "secretariat"], line).done();
    assert_eq!(field(&[]), "3 | 9 |  | Prevent | 预防");
    let store = Store::open(&place.db, Access::ReadWrite).unwrap();
    assert_eq!(store.check().unwrap(), []);
    let log = store.log(&ta_tui::store::LogQuery {
        kinds: ta_tui::domain::Kinds::one(ta_tui::domain::Kind::Platform),
        ..Default::default()
    });
    for entry in log.unwrap() {
        store.undo(entry.batch, "secretariat").unwrap();
    }
    assert_eq!(field(&[]), published);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn json_lines_are_written_all_or_none() {
    let place = Place::of_sample();
    let before = place.run(&["count", "--by", "cycle", "--json"]).json();
    let bad = "{\"state\":\"SYC\",\"source\":\"self-assessment\",\"article\":[52],\"text\":\"x\"}\n\n{\"state\":\"Seychels\",\"text\":\"y\"}\nnonsense\n";
    let said = place.run_with_input(&["add", "need", "-"], bad);
    let said = said.failed(65);
    assert!(said.contains("line 3") && said.contains("line 4"), "{said}");
    assert!(said.contains("Seychelles"), "the nearest name: {said}");
    assert_eq!(place.run(&["count", "--by", "cycle", "--json"]).json(), before);
    let good = "{\"state\":\"SYC\",\"source\":\"self-assessment\",\"article\":[52],\"text\":\"x\",\"priority\":null}\n{\"review\":\"GHA 1\",\"text\":\"y\",\"article\":\"9\"}\n";
    let rows = place.run_with_input(&["add", "need", "-", "--json"], good).json();
    assert_eq!(rows.len(), 2, "{rows:?}");
    let edits = format!("{{\"id\":{},\"article\":\"9; 52\",\"version\":1}}\n", rows[0]["number"]);
    assert!(place.run_with_input(&["edit", "need", "-"], &edits).done().contains("9; 52"));
    assert_eq!(place.run_with_input(&["add", "need", "-"], "").done(), "");
}

#[test]
fn a_dry_run_shows_what_would_change_and_writes_nothing() {
    let place = Place::of_sample();
    let before = place.run(&["log", "--limit", "1", "--json"]).json();
    let shown = place.run(&["edit", "need", "3591", "paragraph=7", "--dry-run"]);
    let shown = shown.done();
    assert!(shown.contains('7'), "{shown}");
    place.run(&["void", "12", "--reason", "x", "--dry-run"]).done();
    place.run(&["add", "theme", "code=x", "name=x", "--dry-run"]).done();
    assert_eq!(place.run(&["log", "--limit", "1", "--json"]).json(), before);
}

#[test]
fn what_cannot_be_is_refused_and_says_why() {
    let place = Place::of_sample();
    for (words, says) in [
        (&["add", "need", "state=SYC", "text=x", "article=63"][..], "63"),
        (&["add", "need", "state=SYC", "text=x", "colour=red"], "colour"),
        (&["add", "need", "state=Atlantis", "text=x"], "Atlantis"),
        (&["add", "need", "review=SYC 1", "category=C2-LA", "article=52", "text=x"], "cycle"),
        (&["add", "review", "state=GHA", "cycle=1"], "already"),
        (&["edit", "review", "GHA 1", "reviewer-1=GHA"], ""),
        (&["edit", "review", "GHA 1", "self-assessment=2001"], "self-assessment"),
        (&["edit", "review", "GHA 1", "country-report=2031-05"], "2031-05"),
        (&["add", "person", "code=fp-gh", "kind=officer", "post=x"], "already"),
        (&["edit", "need", "99999", "paragraph=1"], "99999"),
        (&["edit", "need", "12"], "FIELD=VALUE"),
        (&["add", "need", "text"], "FIELD=VALUE"),
    ] {
        let ran = place.run(words);
        // A record that is not there is no mistake of the words.
        let said = ran.failed(if words.contains(&"99999") { 1 } else { 2 });
        assert!(said.to_lowercase().contains(&says.to_lowercase()), "{words:?}: {said}");
    }
    let log = place.run(&["log", "--limit", "1", "--json"]).json();
    assert_eq!(log[0]["at"].as_str().unwrap().get(..10), Some("2019-12-30"), "nothing was written");
}

#[test]
fn what_nothing_points_to_is_made_void_and_one_undo_brings_it_back() {
    let place = Place::of_sample();
    place.run(&["add", "theme", "code=x", "name=X"]).done();
    place.run(&["add", "document", "symbol=X/1", "title=A report"]).done();
    place.run(&["add", "organisation", "code=P900", "kind=donor", "name=A fund"]).done();
    place.run(&["add", "platform", "code=RP900", "organisation=P001"]).done();
    place.run(&["add", "state", "name=Nowhere", "kind=observer", "party=no"]).done();
    place.run(&["add", "review", "state=Nowhere", "cycle=2"]).done();
    let (need, code): (u32, String) = place
        .sql()
        .query_row(
            "SELECT need_id, code FROM need_activity m JOIN activity a ON a.id = m.activity_id
             WHERE m.void = 0 LIMIT 1",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    let matched = format!("{need}/{code}");
    // The review before the State that it is of.
    for (words, count) in [
        (&["theme", "x"][..], 1),
        (&["document", "X/1"], 1),
        (&["organisation", "P900"], 1),
        (&["platform", "RP900"], 1),
        (&["review", "Nowhere 2"], 1),
        (&["state", "Nowhere"], 1),
        (&["match", &matched], 1),
        (&["need", "12", "13"], 2),
        (&["14", "15"], 2),
    ] {
        let void = [&["void"], words, &["--reason", "by mistake", "--as", "secretariat"]].concat();
        let rows = place.run(&[&void[..], &["--json"]].concat()).json();
        assert_eq!(rows.len(), count, "{words:?}: {rows:?}");
        assert!(rows.iter().all(|row| row["field"] == "record" && row["after"].is_null()));
        let batch = rows[0]["batch"].as_i64().unwrap();
        assert!(place.run(&["check"]).done().contains("sound"), "{words:?}");
        // Only once: what is void is told with the reason where a code still names it.
        let again = place.run(&void).failed(1).to_owned();
        assert!(again.contains("by mistake") || again.contains("There is no"), "{again}");
        let store = Store::open(&place.db, Access::ReadWrite).unwrap();
        store.undo(batch, "secretariat").unwrap();
        if words[0] == "review" {
            // Else the State could not go.
            place.run(&void).done();
        }
    }
    assert!(place.run(&["check"]).done().contains("sound"));
}

#[test]
fn what_something_points_to_is_refused_and_counted() {
    let place = Place::of_sample();
    let before = place.run(&["log", "--limit", "1", "--json"]).json();
    let matched: String = place
        .sql()
        .query_row(
            "SELECT code FROM activity WHERE id = (SELECT max(activity_id) FROM need_activity WHERE void = 0)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    for (words, says) in [
        (&["review", "SYC 1"][..], "needs"),
        (&["state", "SYC"], "needs"),
        (&["organisation", "P001"], "activities"),
        (&["document", "CAC/COSP/2019/14"], "activities"),
        (&["activity", &matched], "match"),
        (&["theme", "asset declarations"], "needs"),
        (&["person", "fp-al"], "needs"),
    ] {
        let ran = place.run(&[&["void"], words, &["--reason", "by mistake"]].concat());
        let said = ran.failed(2);
        assert!(said.contains("cannot be taken out") && said.contains(says), "{words:?}: {said}");
        assert!(said.chars().filter(char::is_ascii_digit).count() > 1, "it counts: {said}");
    }
    for (words, says) in [
        (&["comment", "1"][..], "comment"),
        (&["view", "mine"], "view"),
        (&["setting", "overdue-days"], "setting"),
        (&["theme"], "which theme"),
    ] {
        let ran = place.run(&[&["void"], words, &["--reason", "by mistake"]].concat());
        assert!(ran.failed(2).contains(says), "{words:?}: {}", ran.err);
    }
    assert_eq!(place.run(&["log", "--limit", "1", "--json"]).json(), before);
}

#[test]
fn people_organisations_and_documents_are_listed_by_kind() {
    let place = Place::of_sample();
    let all = place.run(&["people", "--json"]).json();
    assert_eq!(all, place.run(&["focal-points", "--json"]).json());
    assert_eq!(all, place.run(&["people", "list", "--json"]).json());
    let of = |args: &[&str]| place.run(&[args, &["--json"]].concat()).json();
    let kinds = |rows: &[serde_json::Value]| {
        let mut kinds: Vec<String> = rows.iter().map(|row| row["kind"].to_string()).collect();
        kinds.dedup();
        kinds
    };
    for word in ["adviser", "Adviser", "顾问"] {
        assert_eq!(kinds(&of(&["people", "--kind", word])), ["\"adviser\""], "{word}");
    }
    assert_eq!(kinds(&of(&["people", "--kind", "focal-point"])), ["\"focal point\""]);
    let documents = of(&["documents", "--kind", "note"]);
    assert!(!documents.is_empty() && documents.len() < of(&["documents"]).len());
    assert_eq!(kinds(&documents), ["\"note\""]);
    let kind = of(&["organisations"])[0]["kind"].as_str().unwrap().to_owned();
    assert_eq!(kinds(&of(&["organisations", "--kind", &kind])), [format!("\"{kind}\"")]);
    let wrong = place.run(&["documents", "--kind", "notes"]);
    assert!(wrong.failed(2).contains("note"), "{}", wrong.err);
    // A post that is held no longer.
    assert_eq!(of(&["people", "--retired"]), Vec::<serde_json::Value>::new());
    place.run(&["add", "person", "code=old", "kind=officer", "post=x", "until=2019-01"]).done();
    let retired = of(&["people", "--retired"]);
    assert_eq!((retired.len(), &retired[0]["code"]), (1, &"old".into()));
    assert_eq!((&retired[0]["until"], &retired[0]["retired"]), (&"2019-01".into(), &true.into()));
    assert_eq!(of(&["people", "--held"]), all);
    assert_eq!(place.run(&["people", "--held", "--retired"]).status, 2);
}

#[test]
fn a_void_need_is_brought_back_by_whoever_works() {
    let place = Place::new();
    place.run(&["void", "1", "2", "--reason", "twice", "--as", "secretariat"]).done();
    assert!(place.run(&["void", "1"]).failed(2).contains("--reason"));
    let back = place.run(&["void", "1", "2", "--undo"]);
    assert!(back.out.contains("added"), "{back:?}");
    assert_eq!(place.run(&["needs", "is:void", "--format", "json"]).json().len(), 0);
    let again = place.run(&["void", "1", "--undo"]);
    assert!(again.err.contains("nothing") || again.err.contains("Nothing"), "{again:?}");
    assert!(place.run(&["void", "99999", "--undo"]).failed(1).contains("99999"));
}

#[test]
fn a_need_that_no_figure_counts_is_told() {
    let place = Place::of_sample();
    let said = place.run(&["add", "need", "review=SYC 1", "text=Nothing stated"]).err;
    assert!(said.contains("neither article, chapter nor category"), "{said}");
    let said = place.run(&["add", "need", "review=SYC 1", "text=x", "chapter=III"]).err;
    assert!(!said.contains("neither"), "{said}");
}

#[test]
fn two_themes_are_merged_by_code_or_name_in_one_step_that_is_rehearsed_first() {
    let place = Place::of_sample();
    let count = |theme: &str| {
        let filter = format!("theme:\"{theme}\"");
        place.run(&["needs", &filter, "--json"]).json().len()
    };
    let both = ["awareness", "awareness and reporting"].map(count);
    assert!(both[0] > 0 && both[1] > 0, "{both:?}");
    let merge = ["merge", "theme", "awareness", "awareness and reporting"];
    let planned = place.run(&[&merge[..], &["--dry-run", "--json"]].concat()).json();
    assert!(planned.iter().all(|row| row["batch"].is_null()), "{planned:?}");
    assert_eq!(["awareness", "awareness and reporting"].map(count), both, "nothing is written");
    // Versions, unknown names and kinds, and a theme with itself.
    let ran = place.run(&[&merge[..], &["--if-version", "7"]].concat());
    let stale = ran.failed(2);
    assert!(stale.contains("version"), "{stale}");
    let ran = place.run(&["merge", "theme", "awareness", "awareness"]);
    let itself = ran.failed(2);
    assert!(itself.contains("cannot be merged into itself"), "{itself}");
    let ran = place.run(&["merge", "themes", "awareness", "research"]);
    let kind = ran.failed(2);
    assert!(kind.contains("needs and themes can") && kind.contains("theme"), "{kind}");
    let ran = place.run(&[&merge[..], &["--take", "code"]].concat());
    let once = ran.failed(2);
    assert!(once.contains("code") || once.contains("Code"), "{once}");
    place.run(&["merge", "theme", "awareness", "没有"]).failed(1);
    assert_eq!(["awareness", "awareness and reporting"].map(count), both);
    let merged = place.run(&[&merge[..], &["--json"]].concat()).json();
    let fields = |rows: &[serde_json::Value]| {
        rows.iter().map(|row| (row["kind"].clone(), row["number"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(fields(&merged), fields(&planned), "as rehearsed");
    assert!(merged.iter().all(|row| row["batch"] == merged[0]["batch"]), "one batch: {merged:?}");
    assert!(count("awareness and reporting") >= both[1]);
    assert!(place.run(&merge).failed(1).contains("void"));
    let found = place.run(&["check", "--json"]).json();
    assert!(found.iter().all(|finding| finding["kind"] == "remark"), "{found:?}");
}
