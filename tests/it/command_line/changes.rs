//! Setting fields and the log of it.

use super::place::{Place, Ran};
use serde_json::json;
use ta_tui::store::{Access, SavedView, Store};

#[test]
fn a_change_is_printed_stored_and_logged() {
    let place = Place::new();
    let set = place.run(&[
        "set",
        "2",
        "1",
        "priority=low",
        "response=none",
        "--note",
        "-why",
        "--as",
        "secretariat",
    ]);
    assert_eq!(
        set.done(),
        "1 priority: high → low\n1 response: unmet → none\n2 priority: none → low\n"
    );
    let rows = place.run(&["needs", "id:1,2", "--format", "json"]).json();
    assert_eq!((&rows[0]["priority"], &rows[0]["version"]), (&json!("low"), &json!(2)));
    assert_eq!((&rows[1]["priority"], &rows[1]["response"]), (&json!("low"), &json!(null)));

    let log = place.run(&["log", "--format", "json"]).json();
    assert_eq!(log.len(), 3);
    let names: Vec<&str> = log[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        names.join(" "),
        "at who need field before after note batch kind record file sha256 mapping"
    );
    assert!(log.iter().all(|row| row["who"] == "secretariat" && row["note"] == "-why"));
    assert_eq!(log[0]["need"], json!(2), "newest first");
    let of_one = place.run(&["log", "id:1", "--format", "json"]).json();
    assert_eq!(of_one.len(), 2);
    assert!(place.run(&["log"]).done().contains("Response"));
}

#[test]
fn changes_of_views_and_settings_are_shown_on_request() {
    let place = Place::new();
    place.run(&["set", "1", "priority=low", "--as", "secretariat"]).done();
    place.run(&["settings", "overdue-days=60", "--as", "secretariat"]).done();
    let store = Store::open(&place.db, Access::ReadWrite).unwrap();
    let view = SavedView { name: "Ours".into(), screen: "needs".into(), ..SavedView::default() };
    store.save_view("secretariat", &view, None).unwrap();
    let log = |kinds: &str| {
        let rows = place.run(&["log", "--kind", kinds, "--format", "json"]).json();
        let row = |row: &serde_json::Value| {
            let values = ["kind", "record", "need", "field", "before", "after"];
            values.map(|name| row[name].clone()).to_vec()
        };
        rows.iter().map(row).collect::<Vec<_>>()
    };
    let view = [json!("view"), json!(1), json!(null), json!("record"), json!(null), json!("there")];
    let setting =
        vec![json!("setting"), json!(1), json!(null), json!("value"), json!("90"), json!("60")];
    let need =
        vec![json!("need"), json!(1), json!(1), json!("priority"), json!("high"), json!("low")];
    assert_eq!(log("all"), [&view[..], &setting, &need]);
    assert_eq!(log("setting,need"), [&setting[..], &need]);
    assert_eq!(log("view"), [&view[..]]);
    assert!(log("review").is_empty());
    assert_eq!(
        place.run(&["log", "--format", "json"]).json().len(),
        1,
        "needs without being asked"
    );
    let shown = place.run(&["log", "--kind", "all"]);
    assert!(
        shown.done().contains("view Ours") && shown.out.contains("setting overdue-days"),
        "{shown:?}"
    );
    let csv = place.run(&["log", "--kind", "view", "--format", "csv"]);
    assert!(csv.done().contains(",secretariat,,record,,there,,3,view,1"), "{csv:?}");
    assert!(place.run(&["log", "--kind", "thing"]).failed(2).contains("no kind of record “thing”"));
    let none = place.run(&["log", "id:1", "--kind", "view"]);
    assert!(none.failed(2).contains("a filter selects needs"), "{none:?}");
    assert_eq!(place.run(&["log", "id:1", "--kind", "all", "--format", "json"]).json().len(), 1);
    // A view is a person's own words.
    let unnamed = place.run(&["log", "--kind", "all", "--no-names", "--format", "json"]).json();
    assert_eq!(unnamed.iter().map(|row| &row["kind"]).collect::<Vec<_>>(), ["setting", "need"]);
}

#[test]
fn whoever_works_is_one_person_by_any_name() {
    let place = Place::new();
    for (name, value) in
        [("fp-gh", "high"), ("Focal point of Ghana", "low"), ("加纳协调人", "medium")]
    {
        place.run(&["set", "3", &format!("priority={value}"), "--as", name]).done();
    }
    let log = place.run(&["log", "--format", "json"]).json();
    assert_eq!(log.len(), 3);
    assert!(log.iter().all(|row| row["who"] == "fp-gh"), "{log:?}");
    let by_post = place.run(&["log", "--who", "focal point of ghana", "--format", "json"]);
    assert_eq!(by_post.json(), log);
    for args in [&["set", "3", "priority=low"][..], &["needs", "is:mine"], &["frame"]] {
        let refused = place.run(&[args, &["--as", "fp-ghh"]].concat());
        assert!(refused.failed(2).contains("nobody called “fp-ghh”"), "{refused:?}");
        // A code that differs in a letter is another person's.
        assert!(!refused.err.contains("perhaps") && refused.err.contains("focal-points"));
    }
    assert_eq!(place.run(&["log", "--format", "json"]).json().len(), 3);
}

#[test]
fn without_a_name_the_account_is_recorded() {
    let place = Place::new();
    let who = |account: &[(&str, &str)]| {
        let mut command = place.command();
        command
            .env("TA_TUI_DB", &place.db)
            .args(["set", "3", "notes=mine"])
            .envs(account.iter().copied());
        Ran::of(&command.output().unwrap()).done();
        place.run(&["set", "3", "notes=none"]).done();
        place.run(&["log", "--format", "json"]).json()[1]["who"].clone()
    };
    // As the system names it: a variable of the environment can say anything.
    let account = std::process::Command::new("id").arg("-un").output().unwrap();
    let account = json!(String::from_utf8(account.stdout).unwrap().trim());
    assert_eq!(who(&[("USER", "ada"), ("LOGNAME", "bo\u{7}")]), account);
    assert_eq!(who(&[("USER", "fp-gh"), ("LOGNAME", "")]), account);
    assert_eq!(who(&[]), account);
}

#[test]
fn all_or_nothing() {
    let place = Place::new();
    assert!(place.run(&["set", "1", "99", "priority=low"]).failed(1).contains("99"));
    assert!(place.run(&["set", "1", "focal=fp-nobody"]).failed(2).contains("fp-nobody"));
    assert_eq!(place.run(&["needs", "id:1", "--format", "json"]).json()[0]["version"], json!(1));
    assert_eq!(place.run(&["log", "--format", "json"]).json().len(), 0);
}

#[test]
fn somebody_quicker_is_a_conflict() {
    let place = Place::new();
    place.run(&["set", "1", "priority=low", "--as", "fp-gh"]).done();
    let late = place.run(&["set", "1", "priority=medium", "--if-version", "1"]);
    assert!(late.failed(75).contains("fp-gh"), "{late:?}");
    place.run(&["set", "1", "priority=medium", "--if-version", "2"]).done();
}

#[test]
fn e2_a_version_that_a_need_has_not_had_is_wrong_usage() {
    let place = Place::new();
    place.run(&["set", "1", "priority=low"]).done();
    for version in ["4", "0"] {
        let never = place.run(&["set", "1", "priority=high", "--if-version", version]);
        let said =
            format!("ta-tui: Need 1 is at version 2, you named {version}. Nothing was written.\n");
        assert_eq!(never.failed(2), said);
    }
    assert_eq!(place.run(&["log", "--format", "json"]).json().len(), 1);
}

#[test]
fn e9_an_empty_variable_of_the_shell_empties_no_field() {
    let place = Place::new();
    for field in ["priority", "focal", "notes", "projected", "duplicate", "theme"] {
        let refused = place.run(&["set", "1", &format!("{field}=")]);
        let advice = format!("write {field}=none to empty it");
        assert!(refused.failed(2).contains(&advice), "{refused:?}");
    }
    assert!(place.run(&["set", "1", "theme+="]).failed(2).contains("theme+=NAME"));
    assert_eq!(place.run(&["log", "--format", "json"]).json().len(), 0);
    assert_eq!(place.run(&["set", "1", "priority=none"]).done(), "1 priority: high → none\n");
}

#[test]
fn e9_several_themes_are_given_and_taken_at_once() {
    let place = Place::new();
    let two = place.run(&["set", "3", "theme+=tools;training", "--new-themes"]);
    assert_eq!(two.done(), "3 theme: none → tools; training\n");
    assert_eq!(place.run(&["needs", "theme:tools theme:training", "--format", "json"]).ids(), [3]);
    place.run(&["set", "3", "theme-=training;tools"]).done();
    let left = place.run(&["needs", "id:3", "--format", "json"]).json();
    assert_eq!(left[0]["themes"], json!([]));
}

#[test]
fn e9_today_is_a_day_for_what_is_expected() {
    let place = Place::new();
    place.run(&["set", "1", "projected=today"]).done();
    assert_eq!(place.run(&["needs", "projected:today", "--format", "json"]).ids(), [1]);
}

#[test]
fn numbers_come_from_standard_input_too() {
    let place = Place::new();
    let set = place.run_with_input(&["set", "-", "focal=fp-bt"], "3\n1234\n\n");
    assert_eq!(set.done(), "3 focal: none → fp-bt\n1234 focal: none → fp-bt\n");
    let bad = place.run_with_input(&["set", "-", "focal=none"], "3\nx\n");
    assert!(bad.failed(65).contains("line 2"));
    assert_eq!(place.run(&["needs", "focal:fp-bt", "--format", "json"]).ids(), [3, 1234]);
}

#[test]
fn what_is_there_already_changes_nothing() {
    let place = Place::new();
    let set = place.run(&["set", "1", "priority=high"]);
    assert_eq!(set.done(), "");
    assert!(!set.err.is_empty());
    assert_eq!(place.run(&["log", "--format", "json"]).json().len(), 0);
}

#[test]
fn reading_only_means_it() {
    let place = Place::new();
    place.run(&["set", "1", "priority=low", "--read-only"]).failed(1);
    place.run(&["--read-only", "needs"]).done();
    assert_eq!(place.run(&["log", "--format", "json"]).json().len(), 0);
}

#[test]
fn badly_written_changes_are_usage_errors() {
    let place = Place::new();
    for (args, word) in [
        (&["set", "1"][..], "field=value"),
        (&["set", "priority=low"], "need"),
        (&["set", "one", "priority=low"], "one"),
        (&["set", "1", "priority=hihg"], "high"),
        (&["set", "1", "prioritty=high"], "priority"),
        (&["set", "1", "priority=low", "priority=high"], "twice"),
        (&["set"], "NEED-ID"),
    ] {
        let ran = place.run(args);
        assert!(ran.failed(2).contains(word), "{args:?} {ran:?}");
    }
}

#[test]
fn typed_text_is_cleaned() {
    let place = Place::new();
    place
        .run(&["set", "1", "notes=a\u{1b}[2Jb", "--note", "x\u{202e}y", "--as", "fp-gh\u{7}"])
        .done();
    let row = &place.run(&["log", "--format", "json"]).json()[0];
    assert_eq!(
        (&row["after"], &row["note"], &row["who"]),
        (&json!("a [2Jb"), &json!("xy"), &json!("fp-gh"))
    );
}

#[test]
fn every_triage_field_can_be_set_listed_and_logged() {
    let place = Place::new();
    let set = place.run(&[
        "set",
        "3",
        "projected=2027-03-01",
        "duplicate_of=1234",
        "theme+=Asset Declarations",
        "--as",
        "secretariat",
    ]);
    assert_eq!(
        set.done(),
        "3 projected: none → 2027-03-01\n3 theme: none → asset declarations\n\
         3 duplicate: none → 1234\n"
    );
    let row = &place.run(&["needs", "duplicate:1234", "--format", "json"]).json()[0];
    assert_eq!(
        (&row["id"], &row["projected_on"], &row["duplicate_of"], &row["themes"]),
        (&json!(3), &json!("2027-03-01"), &json!(1234), &json!(["asset declarations"]))
    );
    assert_eq!(place.run(&["needs", "is:duplicate", "--format", "json"]).ids(), [3]);
    assert_eq!(place.run(&["needs", "projected:2027-03", "--format", "json"]).ids(), [3]);
    assert_eq!(place.run(&["needs", "theme:asset", "--format", "json"]).ids(), [1, 3]);
    let csv = place.run(&["needs", "id:3", "--columns", "projected_on,themes", "--format", "csv"]);
    assert_eq!(csv.done(), "projected_on,themes\r\n2027-03-01,asset declarations\r\n");
    for (word, then) in
        [("theme-=财产申报", "none"), ("themes=none", ""), ("duplicate=none", "none")]
    {
        let set = place.run(&["set", "3", word]);
        assert!(set.done().ends_with(&format!("{then}\n")) || set.out.is_empty(), "{set:?}");
    }
    assert!(place.run(&["log", "id:3"]).done().contains("Projected date"));
    place.run(&["check"]).done();
}

#[test]
fn a_theme_is_made_only_when_asked_for() {
    let place = Place::new();
    let slip = place.run(&["set", "3", "theme+=asset declaration"]);
    assert!(slip.failed(2).contains("“asset declarations”"), "{slip:?}");
    let made = place.run(&["set", "3", "theme+=training", "theme+=tools", "--new-themes"]);
    assert_eq!(made.done(), "3 theme: none → tools; training\n");
    assert_eq!(place.run(&["needs", "theme:tools", "--format", "json"]).ids(), [3]);
}

#[test]
fn a_theme_is_given_to_what_a_pipe_finds_and_taken_again() {
    let place = Place::new();
    let found = place.run(&["needs", "cycle:1", "--columns", "id", "--format", "csv"]);
    let ids = found.done().lines().skip(1).collect::<Vec<_>>().join("\n");
    assert!(ids.lines().count() > 1, "{found:?}");
    let given = place.run_with_input(&["set", "-", "theme+=asset declarations"], &ids);
    let fresh = given.done().lines().count();
    assert!(given.out.contains(" theme: none → asset declarations"), "{given:?}");
    assert!(fresh < ids.lines().count(), "who has it keeps it, and no line says otherwise");
    let counted = ["count", "cycle:1", "--by", "theme,article", "--format", "json"];
    let articles = place.run(&counted).json();
    assert!(articles.iter().all(|row| row["theme"] == json!("asset declarations")), "{articles:?}");
    place.run_with_input(&["set", "-", "theme-=asset declarations"], &ids).done();
    let left = place.run(&["needs", "cycle:1 theme:asset", "--format", "json"]);
    assert_eq!(left.ids(), [0_u64; 0]);
}

#[test]
fn an_overdue_need_is_found_until_its_day_is_put_off() {
    let place = Place::new();
    let overdue = || place.run(&["needs", "is:overdue", "--format", "json"]).ids();
    // Open, identified long ago and never touched since; the others are met or of a later day.
    assert_eq!(overdue(), [1, 3]);
    place.run(&["set", "3", "projected=2999-01-31"]).done();
    assert_eq!(overdue(), [1]);
    place.run(&["set", "3", "projected=2020-01-31"]).done();
    assert_eq!(overdue(), [1, 3]);
    // A change of any kind is action taken on a need; a date that has passed stays passed.
    place.run(&["set", "1", "3", "notes=seen"]).done();
    assert_eq!(overdue(), [3]);
}

#[test]
fn a_need_is_not_its_own_duplicate() {
    let place = Place::new();
    place.run(&["set", "1", "duplicate=2"]).done();
    assert!(place.run(&["set", "2", "duplicate=1"]).failed(2).contains("Need 2"));
    assert!(place.run(&["set", "2", "duplicate=77"]).failed(1).contains("77"));
}

#[test]
fn what_does_not_collide_merges_and_every_conflict_is_listed() {
    let place = Place::new();
    let ids = "1\n2\n3\n";
    place.run_with_input(&["set", "-", "priority=medium", "--as", "fp-gh"], ids).done();
    let merged = place.run_with_input(&["set", "-", "horizon=current", "--if-version", "1"], ids);
    assert_eq!(merged.done().lines().count(), 3);
    let late = place.run_with_input(
        &["set", "-", "priority=low", "response=met", "--if-version", "1", "--as", "fp-ke"],
        ids,
    );
    let lines: Vec<&str> = late.failed(75).lines().collect();
    assert_eq!(lines.len(), 4, "{late:?}");
    assert!(lines[0].contains("Need 1: fp-gh changed Priority from “High” to “Medium” ("));
    assert!(lines[1].contains("Need 2") && lines[1].contains("from “Not stated”"), "{late:?}");
    assert!(lines[2].contains("you asked for “Low”. The need is now at version 3."), "{late:?}");
    assert!(lines[3].contains("Nothing was written") && lines[3].contains("--if-version"));
    let rows = place.run(&["needs", "id:1,2,3", "--format", "json"]).json();
    assert!(rows.iter().all(|row| row["response"] != json!("met")), "nothing was written");
}

#[test]
fn every_bad_line_is_told_with_its_number() {
    let place = Place::new();
    let bad = place.run_with_input(&["set", "-", "priority=low"], "3\nx\n\n-1\n");
    let lines: Vec<&str> = bad.failed(65).lines().collect();
    assert!(lines[0].contains("line 2") && lines[1].contains("line 4"), "{bad:?}");
    let unknown = place.run_with_input(&["set", "-", "priority=low"], "3\n88\n1\n77\n");
    let lines: Vec<&str> = unknown.failed(65).lines().collect();
    assert!(lines[0].contains("line 2") && lines[0].contains("88"), "{unknown:?}");
    assert!(lines[1].contains("line 4") && lines[1].contains("77"), "{unknown:?}");
    assert_eq!(place.run(&["log", "--format", "json"]).json().len(), 0);
}

#[test]
fn the_log_is_filtered_by_person_and_day() {
    let place = Place::new();
    place.run(&["set", "1", "2", "priority=low", "--as", "fp-gh"]).done();
    place.run(&["set", "3", "priority=high", "--as", "fp-ke"]).done();
    place
        .sql()
        .execute_batch(
            "INSERT INTO batch (id, at, who) VALUES (9, 1569801599, 'fp-gh');
             INSERT INTO change (batch_id, kind, record, field, after, version)
               VALUES (9, 'need', 1234, 'notes', 'x', 2);
             INSERT INTO batch (id, at, who) VALUES (10, 1569801600, 'an account');
             INSERT INTO change (batch_id, kind, record, field, after, version)
               VALUES (10, 'need', 3, 'notes', 'x', 2)",
        )
        .unwrap();
    let needs = |args: &[&str]| -> Vec<u64> {
        let log = place.run(&[&["log", "--format", "json"], args].concat()).json();
        log.iter().map(|row| row["need"].as_u64().unwrap()).collect()
    };
    assert_eq!(needs(&["--who", "fp-gh"]), [1234, 2, 1]);
    assert_eq!(needs(&["--who", "fp-gh", "--since", "today"]), [2, 1]);
    assert_eq!(needs(&["--since", "2019-09-29", "--until", "2019-09-29"]), [1234]);
    assert_eq!(needs(&["--until", "2019-09-28"]), [0; 0]);
    assert_eq!(needs(&["state:ghana", "--who", "fp-gh"]), [2, 1]);
    assert_eq!(needs(&["--since", "2019-09", "--until", "2019-09"]), [3, 1234], "a month");
    assert_eq!(needs(&["--until", "2019"]), [3, 1234], "to the last day of the year");
    assert_eq!(needs(&["--since", "2019"]), needs(&[]), "from the first day of the year");
    for option in ["--since", "--until"] {
        let refused = place.run(&["log", option, "30.9.2019"]).failed(2).to_owned();
        for form in ["“30.9.2019”", "2019-05-31", "2019-05", "today"] {
            assert!(refused.contains(form), "{refused}");
        }
    }
    let backwards = place.run(&["log", "--since", "2019-09-30", "--until", "2019-09-01"]);
    assert!(backwards.failed(2).contains("2019-09-30 is later than"), "{backwards:?}");
    assert_eq!(needs(&["--who", "an account"]), [3], "who holds no post");
    assert_eq!(needs(&["--who", "fp-pe"]), [0; 0], "who has changed nothing");
    let unknown = place.run(&["log", "--who", "kenia"]).failed(2).to_owned();
    assert!(unknown.contains("nobody called “kenia”"), "{unknown}");
    assert!(place.run(&["log", "--who", "guin"]).failed(2).contains("Guinea-Bissau"));
}

#[test]
fn a_queue_is_handed_over_after_a_look_and_with_one_undo() {
    let place = Place::new();
    place.run(&["set", "2", "3", "focal=fp-gh"]).done();
    let look = place.run(&["handover", "fp-gh", "fp-ke", "cycle:1", "--dry-run"]);
    assert_eq!(look.done(), "1 focal: fp-gh → fp-ke\n2 focal: fp-gh → fp-ke\n");
    assert!(look.err.contains("2 needs would go"), "{look:?}");
    assert_eq!(place.run(&["needs", "focal:fp-ke", "--format", "json"]).ids(), [0_u64; 0]);
    let done =
        place.run(&["handover", "fp-gh", "fp-ke", "cycle:1", "--as", "fp-gh", "--note", "leave"]);
    assert_eq!(done.done(), look.out);
    assert_eq!(place.run(&["needs", "focal:fp-ke", "--format", "json"]).ids(), [1, 2]);
    let log = place.run(&["log", "--who", "fp-gh", "--format", "json"]).json();
    assert_eq!(log[0]["batch"], log[1]["batch"], "one batch, one undo");
    assert_eq!(place.run(&["handover", "fp-ke", "none"]).done().lines().count(), 2);
    assert_eq!(place.run(&["handover", "fp-ke", "fp-gh"]).done(), "");
    for nobody in ["none", "nobody", "未指派", "无人"] {
        place.run(&["handover", nobody, "fp-gh", "--dry-run"]).done();
    }
    assert!(place.run(&["handover", "fp-kee", "fp-gh"]).failed(2).contains("fp-ke"));
    let named =
        place.run(&["handover", "focal point of ghana", "Regional adviser, Pac", "--dry-run"]);
    assert_eq!(named.done(), "3 focal: fp-gh → adviser-pacific\n");
    place.run(&["check"]).done();
}

#[test]
fn what_comes_from_other_programs_is_taken_as_it_is_meant() {
    let place = Place::new();
    let with_mark = place.run_with_input(&["set", "-", "priority=low"], "\u{feff}1\r\n2\r\n");
    assert_eq!(with_mark.done().lines().count(), 2);
    let nothing = place.run_with_input(&["set", "-", "priority=low"], "\n");
    assert_eq!(nothing.done(), "", "what nobody has found is no mistake");
    assert_eq!(
        place.run(&["set", "1", "focal=me", "--as", "fp-ke"]).done(),
        "1 focal: fp-gh → fp-ke\n"
    );
    assert!(place.run(&["set", "2", "focal=me"]).failed(2).contains("--as"));
    assert!(place.run(&["handover", "fp-ke", "fp-ke"]).failed(2).contains("the same"));
    let none = place.run(&["handover", "fp-pe", "fp-gh"]);
    assert_eq!(none.done(), "");
    assert!(none.err.contains("has none of these needs"), "{none:?}");
}

#[test]
fn a_focal_point_is_named_as_in_a_filter() {
    let place = Place::new();
    let set = |word: &str| place.run(&["set", "2", &format!("focal={word}")]);
    for word in ["ghana", "Focal point of Ghana", "加纳协调人", "FP-GH"] {
        place.run(&["set", "2", "focal=none"]);
        assert_eq!(set(word).done(), "2 focal: none → fp-gh\n", "{word}");
    }
    // As screens name a focal point: by its State alone.
    assert_eq!(set("guinea").done(), "2 focal: fp-gh → fp-gn\n");
    assert_eq!(set("fp-gh").done(), "2 focal: fp-gn → fp-gh\n");
    let several = set("guin").failed(2).to_owned();
    assert!(several.contains("“guin” can be"), "{several}");
    let all = ["of Guinea,", "Equatorial Guinea", "Guinea-Bissau", "Papua New Guinea"];
    assert!(all.iter().all(|name| several.contains(name)), "{several}");
    assert_eq!(set("nobody").done(), "2 focal: fp-gh → none\n");
    assert!(set("atlantis").failed(2).contains("nobody called “atlantis”"));
    assert!(set("any").failed(2).contains("any"));
}
