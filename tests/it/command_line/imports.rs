//! `ta-tui import`: rows of files as records, one batch or nothing, again and after changes by people.

use super::place::{Place, Ran};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

const LIST: &str = "State,Cycle,Document,Paragraph,Articles,Need,Priority,Themes\n\
    Ghana,1,CAC/X,5,20,Training on registers of owners,high,asset declarations\n\
    Kenya,1,CAC/X,9,15; 16,Advice on bribery laws,,\n\
    Bhutan,2,CAC/Y,2,57,Help with the return of assets,low,\n";

impl Place {
    fn import(&self, name: &str, content: &str, more: &[&str]) -> Ran {
        let file = self.file(name);
        fs::write(&file, content).unwrap();
        self.run(
            &[&["import", "needs", file.to_str().unwrap(), "--as", "secretariat"], more].concat(),
        )
    }

    fn cell(&self, sql: &str) -> String {
        self.sql().query_row(sql, [], |row| row.get(0)).unwrap()
    }

    fn count(&self, of: &str) -> String {
        self.cell(&format!("SELECT count(*) || '' FROM {of}"))
    }

    /// Takes the last batch back, as its writer does on the screens.
    fn undo(&self) {
        let store = ta_tui::store::Store::open(&self.db, ta_tui::store::Access::ReadWrite).unwrap();
        let last = self.cell("SELECT max(id) || '' FROM batch").parse().unwrap();
        store.undo(last, "secretariat").unwrap();
    }
}

#[test]
fn the_needs_of_the_note_come_in_once_go_with_one_undo_and_come_back() {
    let place = Place::without_register();
    place.command().args(["new", place.db.to_str().unwrap()]).output().unwrap();
    let list = include_str!("../fixtures/import/needs-in-the-note.csv");
    let asked = place.import("note.csv", list, &[]);
    assert_eq!(asked.status, 65);
    assert!(asked.err.contains("note.csv, line 2, column theme, doubtful: "), "{asked:?}");
    assert_eq!((place.count("need"), place.count("batch")), ("0".into(), "0".into()));
    let ran = place.import("note.csv", list, &["--accept-doubtful"]);
    assert!(ran.done().contains("36 records added"), "{ran:?}");
    assert!(ran.out.contains("1 State that is no party") && ran.out.contains("1 review was made"));
    let kept = "SELECT target || ' ' || file || ' ' || rows || ' ' || length(sha256) FROM import";
    assert_eq!(place.cell(kept), "needs note.csv 36 64");
    assert_eq!(place.cell("SELECT group_concat(DISTINCT origin) FROM need"), "imported");
    assert!(place.run(&["needs", "培训官员", "--columns", "text"]).done().contains("漫画"));
    let again = place.import("note.csv", list, &["--accept-doubtful"]);
    assert!(again.done().contains("nothing was written"), "{again:?}");
    assert_eq!(place.count("batch"), "1");
    assert!(place.run(&["log", "--limit", "1"]).done().contains("from note.csv"));
    place.undo();
    assert_eq!(place.count("need WHERE void = 0"), "0");
    assert_eq!(place.count("review WHERE void = 0"), "0");
    let back = place.import("note.csv", list, &["--accept-doubtful"]);
    assert!(back.done().contains("36 records added"), "{back:?}");
    assert_eq!(place.count("need WHERE void = 0"), "36");
    place.run(&["check"]).done();
}

#[test]
fn one_bad_row_keeps_all_out_and_the_rejected_ones_can_be_mended() {
    let place = Place::new();
    let list = LIST.replace("Kenya", "Kenyaa").replace(",57,", ",1552,");
    let refused = place.import("list.csv", &list, &[]);
    assert_eq!((refused.status, refused.out.as_str()), (65, ""));
    for line in [
        "list.csv, line 3, column State: ",
        "list.csv, line 4, column Articles: ",
        "Nothing was written: bad 2, doubtful 0, good 1",
    ] {
        assert!(refused.err.contains(line), "{line}: {refused:?}");
    }
    assert!(refused.err.contains("“Kenyaa”") && refused.err.contains("1552"), "{refused:?}");
    assert_eq!((place.count("need"), place.count("import")), ("4".into(), "0".into()));
    let rejects = place.file("rejects.csv");
    let more = ["--good-only", "--rejects", rejects.to_str().unwrap()];
    let good = place.import("list.csv", &list, &more);
    assert!(good.done().contains("1 record added"), "{good:?}");
    let rejected = fs::read_to_string(&rejects).unwrap();
    let head = "State,Cycle,Document,Paragraph,Articles,Need,Priority,Themes,verdict,column,reason";
    assert_eq!(rejected.lines().next(), Some(head));
    assert!(
        rejected.contains("\nKenyaa,1,CAC/X,9,15; 16,Advice on bribery laws,,,bad,State,"),
        "{rejected}"
    );
    assert_eq!(rejected.lines().count(), 3);
    let there = place.import("list.csv", &list, &more);
    assert_eq!(there.status, 1, "the file with rejected rows is not replaced: {there:?}");
    let mended = rejected.replace("Kenyaa", "Kenya").replace("1552", "57");
    let ran = place.import("mended.csv", &mended, &[]);
    assert!(ran.done().contains("2 records added"), "{ran:?}");
}

#[test]
fn rejected_rows_are_told_from_good_ones_and_their_columns_are_replaced() {
    let place = Place::new();
    let list =
        format!("{}Chad,1,CAC/Z,3,63,=1+1,,,one more\n", LIST.replace("Kenya", "Ken\u{1b}yaa"));
    let (one, two) = (place.file("one.csv"), place.file("two.csv"));
    let refused = place.import("list.csv", &list, &["--rejects", one.to_str().unwrap()]);
    assert_eq!(refused.status, 65);
    let told = "one.csv holds the 2 rows that stand against it. The 2 good rows are not written either: \
        import FILE again with --good-only.";
    assert!(refused.err.contains(told), "{refused:?}");
    let rejected = fs::read_to_string(&one).unwrap();
    assert!(rejected.contains("\nKen yaa,1,CAC/X,") && rejected.contains(",'=1+1,,,one more,bad,"));
    assert!(
        rejected.starts_with("State,")
            && rejected.lines().next().unwrap().ends_with(",,verdict,column,reason")
    );
    let more = ["--rejects", two.to_str().unwrap(), "--good-only"];
    let again = place.import("again.csv", &rejected, &more);
    assert_eq!((again.status, again.out.contains("has all of it")), (0, false), "{again:?}");
    assert_eq!(again.out.matches("Nothing was written").count(), 1, "{again:?}");
    assert_eq!(fs::read_to_string(&two).unwrap(), rejected);
    assert_eq!(place.count("need"), "4");
}

#[test]
fn the_summary_counts_what_was_taken_out_and_names_what_was_left_out() {
    let place = Place::new();
    let list =
        format!("My needs\n{LIST}Uganda,1,CAC/X,5,20,Help\u{1b}[2J,high,tracing\nTotal,,,,,4,,\n");
    let dry = place.import("list.csv", &list, &["--dry-run", "--accept-doubtful"]);
    for line in [
        "list.csv, line 1, left out: stands before the headings",
        "list.csv, line 7, left out: a total",
        "2 rows are no records",
        "1 cell had signs that act on a terminal or spreadsheet; these were taken out",
        "1 theme would be made: tracing",
        "1 review would be made, without steps",
    ] {
        assert!(dry.done().contains(line), "{line}: {dry:?}");
    }
    let empty = place.import("empty.csv", LIST.lines().next().unwrap(), &[]);
    assert!(!empty.done().contains("all of it") && empty.out.contains("0 rows"), "{empty:?}");
    let missing = place.run(&["import", "needs", "some/where/n.csv"]);
    assert!(missing.err.contains("some/where/n.csv: "), "{missing:?}");
    assert_eq!(missing.err.matches("othing was written").count(), 1, "{missing:?}");
    let haute = place.import(
        "haute.csv",
        &LIST.replace(",high,", ",haute,").replace(",low,", ",basse,"),
        &[],
    );
    assert!(haute.status == 65 && haute.err.contains("line 2, column Priority: "), "{haute:?}");
    let people = place.file("people.csv");
    fs::write(&people, "code,kind,post,role\nofficer-x,officer,Officer for lists,administrator\n")
        .unwrap();
    let people = place.run(&["import", "people", people.to_str().unwrap(), "--dry-run"]);
    assert!(people.err.contains("Left out, since an import gives no rights: role."), "{people:?}");
}

#[test]
fn a_need_that_is_repeated_and_not_in_the_file_is_found_in_the_register_that_the_file_is_of() {
    let place = Place::new();
    place.import("list.csv", LIST, &[]).done();
    let uuid = |id: u32| {
        let hex = place.cell(&format!("SELECT hex(uuid) FROM need WHERE id = {id}"));
        uuid::Uuid::try_parse(&hex).unwrap().to_string()
    };
    let row = |id: u32, uuid: &str| {
        format!(
            "id,uuid,state,cycle,articles,text,duplicate_of\n{id},{uuid},Kenya,1,15;16,Advice on bribery laws,1235\n"
        )
    };
    let other = place.import("other.csv", &row(1999, &uuid(1236)), &[]);
    assert!(other.done().contains("which is not in the file"), "{other:?}");
    place.import("own.csv", &row(1236, &uuid(1236)), &[]).done();
    assert_eq!(place.cell("SELECT duplicate_of || '' FROM need WHERE id = 1236"), "1235");
}

#[test]
fn json_names_objects_with_their_lines_and_its_lists_are_not_divided_again() {
    let place = Place::new();
    let json = "[\n  {\n    \"state\": \"Ghana\", \"cycle\": 1, \"articles\": [20],\n    \
        \"text\": \"Help\", \"themes\": [\"tracing; freezing\", \"asset declarations\"]\n  },\n  \
        {\n    \"state\": \"Ghanaa\", \"cycle\": 1, \"text\": \"Help\"\n  }\n]\n";
    let refused = place.import("list.json", json, &["--accept-doubtful"]);
    assert!(refused.err.contains("list.json, object 2, line 6, column state: "), "{refused:?}");
    let good = place.import("list.json", json, &["--accept-doubtful", "--good-only"]);
    assert!(good.done().contains("1 theme was made: tracing, freezing"), "{good:?}");
    assert_eq!(place.count("need_theme WHERE need_id = 1235"), "2");
}

#[test]
fn rows_of_an_illustrative_workbook_stay_so_whatever_columns_are_left() {
    let (sample, place) = (Place::of_sample(), Place::new());
    let book = sample.file("ghana.xlsx");
    let columns = ["--columns", "state,cycle,articles,text"];
    let words = ["export", "needs", "state:ghana", "--out", book.to_str().unwrap()];
    sample.run(&[&words[..], &columns].concat()).done();
    // Without the column by which each row says so the first sheet does.
    let map = place.file("map.toml");
    let mapped = "list = \"needs\"\n[[column]]\nheading = \"state\"\nmeans = \"state\"\n\
        [[column]]\nheading = \"cycle\"\nmeans = \"cycle\"\n\
        [[column]]\nheading = \"articles\"\nmeans = \"article\"\n\
        [[column]]\nheading = \"text\"\nmeans = \"text\"\n";
    fs::write(&map, mapped).unwrap();
    let words = ["import", "needs", book.to_str().unwrap(), "--map", map.to_str().unwrap()];
    let asked = place.run(&words);
    assert!(asked.status == 65 && asked.err.contains("the row is illustrative"), "{asked:?}");
    place.run(&[&words[..], &["--accept-doubtful"]].concat()).done();
    let origins = "SELECT group_concat(DISTINCT origin) FROM need WHERE id > 1234";
    assert_eq!(place.cell(origins), "illustrative");
    // Rows of other lists say so too.
    let people = place.file("people.csv");
    let list = "code,kind,post,origin\nofficer-x,officer,Officer for lists,illustrative\n";
    fs::write(&people, list).unwrap();
    let words = ["import", "people", people.to_str().unwrap()];
    assert_eq!(place.run(&words).status, 65);
    place.run(&[&words[..], &["--accept-doubtful"]].concat()).done();
    assert_eq!(place.cell("SELECT origin FROM person WHERE code = 'officer-x'"), "illustrative");
}

#[test]
fn what_people_changed_here_stays_and_the_rest_follows_the_file() {
    let place = Place::new();
    place.import("list.csv", LIST, &[]).done();
    let ghana = place.cell("SELECT id || '' FROM need WHERE text LIKE 'Training on registers%'");
    place.run(&["set", &ghana, "priority=medium", "--as", "fp-gh"]).done();
    let later = LIST.replace("registers of owners,high", "registers of all owners,low");
    let ran = place.import("list.csv", &later, &[]);
    assert!(
        ran.done().contains("1 record changed") && ran.out.contains("2 records were in"),
        "{ran:?}"
    );
    assert!(ran.err.contains("line 2: “Priority” stays as fp-gh set it here"), "{ran:?}");
    let now = format!("SELECT text || ' ' || priority FROM need WHERE id = {ghana}");
    assert_eq!(place.cell(&now), "Training on registers of all owners medium");
    assert_eq!(place.cell("SELECT field FROM change ORDER BY id DESC"), "text");
    place.undo();
    assert_eq!(place.cell(&now), "Training on registers of owners medium");
    // A need that somebody has taken out stays so.
    place.run(&["void", &ghana, "--reason", "wrong", "--as", "secretariat"]).done();
    let gone = place.import("list.csv", LIST, &[]);
    assert!(gone.done().contains("1 record was taken out here"), "{gone:?}");
}

#[test]
fn another_text_at_the_same_place_is_no_update_unless_it_is_a_new_wording() {
    let place = Place::new();
    place.import("list.csv", LIST, &[]).done();
    let other = LIST.lines().take(2).collect::<Vec<_>>().join("\n");
    let other = other.replace("Training on registers of owners", "Experts who speak Portuguese");
    let asked = place.import("other.csv", &other, &[]);
    assert_eq!(asked.status, 65);
    let line = "other.csv, line 2, doubtful: need 1235 of the register stands at the same place with another text";
    assert!(asked.err.contains(line), "{asked:?}");
    assert!(asked.err.contains("bad 0, doubtful 1, good 0"), "{asked:?}");
    let only = place.import("other.csv", &other, &["--good-only"]);
    assert!(only.done().contains("Nothing was written"), "{only:?}");
    place.import("other.csv", &other, &["--likely", "same"]).done();
    assert_eq!(place.count("need"), "7");
    let new = place.import("other.csv", &other, &["--accept-doubtful"]);
    assert!(new.done().contains("1 record added"), "{new:?}");
    assert_eq!(place.count("need"), "8");
    // A new wording with another article is asked about too; one with the article is shown field by field.
    let kenya = |text: &str, articles: &str| {
        format!("State,Cycle,Document,Paragraph,Articles,Need\nKenya,1,CAC/X,9,{articles},{text}\n")
    };
    let moved = place.import("k.csv", &kenya("Advice on the bribery law", "43"), &[]);
    assert!(moved.status == 65 && moved.err.contains("need 1236"), "{moved:?}");
    let reworded = place.import("k.csv", &kenya("Advice about bribery laws", "16"), &[]);
    let shown = "k.csv, line 2: 1236, “text”: Advice on bribery laws → Advice about bribery laws";
    assert!(reworded.done().contains(shown), "{reworded:?}");
    assert!(reworded.out.contains("“articles”: 15; 16 → 16"), "{reworded:?}");
}

#[test]
fn a_need_that_was_entered_here_is_not_overwritten_by_its_place_or_its_uuid() {
    let place = Place::new();
    let words =
        ["add", "need", "review=Ghana 1", "article=20", "document-words=CAC/X", "paragraph=5"];
    let text = "text=Training on registers of the owners";
    place.run(&[&words[..], &["priority=high", text, "--as", "fp-gh"]].concat()).done();
    let hex = place.cell("SELECT hex(uuid) FROM need WHERE id = 1235");
    let uuid = uuid::Uuid::try_parse(&hex).unwrap().to_string();
    let asked = place.import(
        "list.csv",
        "State,Cycle,Document,Paragraph,Articles,Need\n\
        Ghana,1,CAC/X,5,,Training on registers\n",
        &[],
    );
    assert!(asked.status == 65 && asked.err.contains("at the same place"), "{asked:?}");
    let file = format!(
        "uuid,State,Cycle,Document,Paragraph,Articles,Need,Priority,Horizon\n\
        {uuid},Ghana,1,CAC/X,5,20,Other words,low,current\n"
    );
    let ran = place.import("own.csv", &file, &[]);
    assert!(ran.done().contains("1 record changed"), "{ran:?}");
    assert!(ran.err.contains("line 2: “Priority” stays as fp-gh set it here"), "{ran:?}");
    let now = "SELECT text || ' ' || priority || ' ' || horizon FROM need WHERE id = 1235";
    assert_eq!(place.cell(now), "Training on registers of the owners high current");
    let other = place.import("own.csv", &file.replace("Ghana", "Kenya"), &["--accept-doubtful"]);
    assert_eq!(other.status, 65, "{other:?}");
    let line = "line 2: the need with this UUID is need 1235 of the register, which belongs to another State";
    assert!(other.err.contains(line), "{other:?}");
    assert_eq!(
        place.count("need WHERE state_id = (SELECT state_id FROM need WHERE id = 1235)"),
        "3"
    );
}

#[test]
fn a_field_that_people_have_set_and_set_back_stays() {
    let place = Place::new();
    place.import("list.csv", LIST, &[]).done();
    place.run(&["set", "1235", "priority=medium", "--as", "secretariat"]).done();
    place.run(&["set", "1235", "priority=high", "--as", "fp-gh"]).done();
    place.run(&["set", "1237", "priority=high", "--as", "secretariat"]).done();
    place.undo();
    let later = LIST.replace(",high,", ",low,").replace(",low,\n", ",medium,\n");
    let ran = place.import("list.csv", &later, &[]);
    assert!(ran.err.contains("line 2: “Priority” stays as fp-gh set it here"), "{ran:?}");
    let priorities = "SELECT group_concat(priority) FROM need WHERE id IN (1235, 1237)";
    assert_eq!(place.cell(priorities), "high,medium", "what an undo took back is not kept");
}

#[test]
fn a_need_that_is_likely_another_and_one_that_stands_twice_are_asked_about() {
    let place = Place::new();
    place.import("list.csv", LIST, &[]).done();
    let other = "State,Cycle,Articles,Need\nGhana,1,20,Training on register of owners\n";
    let asked = place.import("other.csv", other, &[]);
    assert_eq!(asked.status, 65);
    assert!(asked.err.contains("line 2, doubtful: likely the same as need 1235"), "{asked:?}");
    assert!(asked.err.contains("bad 0, doubtful 1, good 0"), "{asked:?}");
    let same = place.import("other.csv", other, &["--accept-doubtful"]);
    assert!(same.done().contains("taken for a need that is likely the same"), "{same:?}");
    assert_eq!(place.count("need"), "7");
    place.import("other.csv", other, &["--likely", "update"]).done();
    assert_eq!(
        place.cell("SELECT text FROM need WHERE id = 1235"),
        "Training on register of owners"
    );
    place.import("third.csv", &other.replace("owners", "owner"), &["--likely", "new"]).done();
    assert_eq!(place.count("need"), "8");
    let twice =
        "State,Cycle,Articles,Need\nKenya,1,20,Something else\nKenya,1,20,something  Else\n";
    let once = place.import("twice.csv", twice, &["--dry-run"]);
    assert!(once.done().contains("1 record would be added") && once.out.contains("a second time"));
    assert_eq!(place.count("need"), "8");
    place.import("twice.csv", twice, &["--repeats"]).done();
    assert_eq!(place.count("need"), "10");
    let again = place.import("twice.csv", twice, &["--repeats"]);
    assert!(again.done().contains("2 records were in the register already"), "{again:?}");
}

#[test]
fn what_an_undo_has_taken_out_comes_back_under_its_number() {
    let place = Place::new();
    place.import("list.csv", LIST, &[]).done();
    place.undo();
    assert_eq!(place.count("need WHERE void = 0"), "4");
    let back = place.import("list.csv", LIST, &[]);
    assert!(back.done().contains("3 records that an undo had taken out"), "{back:?}");
    assert_eq!((place.count("need"), place.count("need WHERE void = 0")), ("7".into(), "7".into()));
    place.run(&["check"]).done();
}

#[test]
fn the_meaning_of_columns_is_written_read_and_remembered() {
    let place = Place::new();
    let list = LIST.replace("Need,", "Wording,").replace("Articles", "Nr");
    let map = place.file("map.toml");
    let more = ["--map", map.to_str().unwrap(), "--dry-run"];
    let first = place.import("list.csv", &list, &more);
    assert!(first.err.contains("map.toml"), "{first:?}");
    let toml = fs::read_to_string(&map).unwrap();
    let column =
        |heading: &str, means: &str| format!("heading = \"{heading}\"\nmeans = \"{means}\"");
    let with = |toml: &str, heading: &str, means: &str| {
        let bare = format!("heading = \"{heading}\"\n");
        let known = toml.find(&bare).unwrap() + bare.len();
        let rest = toml[known..]
            .strip_prefix("means = ")
            .map_or(&toml[known..], |rest| rest.split_once('\n').unwrap().1);
        format!("{}means = \"{means}\"\n{rest}", &toml[..known])
    };
    let corrected = with(&with(&toml, "Wording", "text"), "Nr", "article");
    assert!(corrected.contains(&column("Nr", "article")), "{corrected}");
    fs::write(&map, &corrected).unwrap();
    place.import("list.csv", &list, &["--map", map.to_str().unwrap()]).done();
    assert_eq!(
        place.cell("SELECT group_concat(article) FROM need_article WHERE need_id = 1235"),
        "20"
    );
    // The next file with these headings is read in the same way.
    let next = list.replace("Training on", "Another training in").replace(",5,", ",6,");
    let ran = place.import("next.csv", &next, &["--likely", "new"]);
    assert!(ran.done().contains("1 record added"), "{ran:?}");
    let other =
        place.run(&["import", "people", map.to_str().unwrap(), "--map", map.to_str().unwrap()]);
    assert_eq!(other.status, 65, "{other:?}");
}

#[test]
fn reviews_people_and_activities_come_in_by_their_keys() {
    let place = Place::new();
    let import = |list: &str, content: &str| {
        let file = place.file("some.csv");
        fs::write(&file, content).unwrap();
        let words =
            ["import", list, file.to_str().unwrap(), "--as", "secretariat", "--accept-doubtful"];
        place.run(&words)
    };
    let reviews = "State,Cycle,Started\nGhana,1,2011-06-01\nFiji,2,2018-05\n";
    let ran = import("reviews", reviews);
    assert!(
        ran.done().contains("1 record added") && ran.out.contains("1 record was in"),
        "{ran:?}"
    );
    let people = "code,kind,post\nofficer-x,officer,Officer for lists\n";
    assert!(import("people", people).done().contains("1 record added"));
    let other = import("people", &people.replace("for lists", "for many lists"));
    assert!(other.done().contains("1 record changed"), "{other:?}");
    let activities = "code,kind,level,document,description\nA900,workshop,global,CAC/Z,On lists\n";
    let ran = import("activities", activities);
    assert!(ran.done().contains("1 record added"), "{ran:?}");
    let again = import("activities", activities);
    assert!(again.done().contains("nothing was written"), "{again:?}");
    place.run(&["check"]).done();
}

#[test]
fn what_became_of_each_row_is_told_as_data() {
    let place = Place::new();
    let rows = place.import("list.csv", LIST, &["--json"]).json();
    let told: Vec<(u64, &str, &str, u64)> = rows
        .iter()
        .map(|row| {
            let word = |name: &str| row[name].as_str().unwrap();
            (
                row["row"].as_u64().unwrap(),
                word("verdict"),
                word("outcome"),
                row["number"].as_u64().unwrap(),
            )
        })
        .collect();
    let expected = [(2, "good", "new", 1235), (3, "good", "new", 1236), (4, "good", "new", 1237)];
    assert_eq!(told, expected);
    assert!(rows.iter().all(|row| row["batch"] == rows[0]["batch"] && row["kind"] == "need"));
    let changed = place.import("list.csv", &LIST.replace(",low", ",medium"), &["--json"]).json();
    assert_eq!(changed[2]["fields"], serde_json::json!(["priority"]));
    assert_eq!((&changed[0]["outcome"], &changed[0]["batch"]), (&"same".into(), &Value::Null));
    let map = "SELECT mapping FROM import ORDER BY batch_id DESC";
    assert!(place.cell(map).contains("means = \"text\""));
}

#[test]
fn over_ssh_rows_come_by_standard_input_and_each_asks_the_role() {
    let place = Place::new();
    let sent = |who: &str, words: &str, input: &str| {
        let mut command = place.command();
        command.args(["session", "--db"]).arg(&place.db).args(["--as", who]);
        command.env("SSH_ORIGINAL_COMMAND", words).current_dir("/");
        command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
        let mut child = command.stderr(std::process::Stdio::piped()).spawn().unwrap();
        let written = std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes());
        drop(written);
        Ran::of(&child.wait_with_output().unwrap())
    };
    for words in
        ["import needs /etc/passwd", "import needs - --map x", "import needs - --rejects x"]
    {
        assert_eq!(sent("secretariat", words, LIST).status, 2, "{words}");
    }
    let typed = sent("secretariat", "import needs n.csv", LIST);
    assert!(typed.err.contains("write - for it") && typed.err.contains("- < FILE"), "{typed:?}");
    let refused = sent("fp-gh", "import needs -", LIST);
    assert!(refused.status == 1 && refused.err.contains("does not allow"), "{refused:?}");
    assert_eq!((place.count("need"), place.count("import")), ("4".into(), "0".into()));
    let own = LIST.lines().take(2).collect::<Vec<_>>().join("\n");
    let ran = sent("fp-gh", "import needs -", &own);
    assert!(ran.done().contains("1 record added"), "{ran:?}");
    assert_eq!(place.cell("SELECT file FROM import"), "-");
}

#[test]
fn a_signal_ends_an_import_soon_and_nothing_is_written() {
    let place = Place::new();
    let rows = (0..40_000).map(|row| format!("Kenya,1,{row},15,Need number {row}\n"));
    let list = format!("State,Cycle,Paragraph,Articles,Need\n{}", rows.collect::<String>());
    let file = place.file("long.csv");
    fs::write(&file, list).unwrap();
    let mut command = place.command();
    command.env("TA_TUI_DB", &place.db).args(["import", "needs"]).arg(&file);
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let child = command.spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(700));
    let number = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(number, rustix::process::Signal::INT).unwrap();
    let asked = std::time::Instant::now();
    let ran = Ran::of(&child.wait_with_output().unwrap());
    assert!(asked.elapsed() < std::time::Duration::from_secs(2), "{:?}", asked.elapsed());
    assert!(ran.status == 1 && ran.err.contains("Stopped. Nothing was written."), "{ran:?}");
    assert_eq!((place.count("need"), place.count("batch")), ("4".into(), "0".into()));
    place.run(&["check"]).done();
}

/// The needs of a register as an export has them, by UUID, without what an import may change.
fn needs(place: &Place) -> BTreeMap<String, BTreeMap<String, Value>> {
    let own = [
        "id",
        "version",
        "changed_at",
        "origin",
        "illustrative",
        "duplicate_of",
        "review",
        "match",
    ];
    let rows = place.run(&["export", "needs", "--out", "-", "--format", "json"]).json();
    let of = |row: Value| {
        let mut row: BTreeMap<String, Value> = serde_json::from_value(row).unwrap();
        row.retain(|name, _| !own.contains(&name.as_str()));
        (row["uuid"].as_str().unwrap().to_owned(), row)
    };
    rows.into_iter().map(of).collect()
}

#[test]
fn exported_needs_with_hostile_texts_are_the_same_in_an_empty_register() {
    let text = prop_oneof![
        "[=+@'-]{1,3}[a-z]{1,8}",
        "[a-z]{1,6}[;,\\\\\"'\n\t ]{1,4}[a-z]{1,6}",
        "[\u{e9}\u{4e00}-\u{4e20}\u{627}]{1,9}",
    ];
    let need = (text.clone(), text, 5_u8..63, 1_u8..3, proptest::option::of(0_usize..3));
    let all = proptest::collection::vec(need, 1..9);
    let mut runner = TestRunner::new(Config {
        cases: 3,
        max_shrink_iters: 4,
        failure_persistence: None,
        ..Config::default()
    });
    let outcome = runner.run(&all, |all| {
        let (place, other) = (Place::without_register(), Place::without_register());
        for place in [&place, &other] {
            place.command().args(["new", place.db.to_str().unwrap()]).output().unwrap();
        }
        let sql = place.sql();
        let reviews = "INSERT INTO review (id, state_id, cycle) VALUES
            (1, (SELECT id FROM state WHERE iso3 = 'GHA'), 1), (2, (SELECT id FROM state WHERE iso3 = 'BTN'), 2)";
        sql.execute_batch(reviews).unwrap();
        for (number, (text, notes, article, review, priority)) in all.iter().enumerate() {
            let insert = "INSERT INTO need (id, review_id, state_id, text, language, notes, paragraph, document, priority)
                          VALUES (?1, ?2, (SELECT state_id FROM review WHERE id = ?2), ?3, 'en', ?4, ?5, 'CAC/X', ?6)";
            let priority = priority.map(|place| ["high", "medium", "low"][place]);
            let id = 2000 + u32::try_from(number).unwrap();
            // Chapter III is of the first cycle, chapter II of the second.
            let article = if *review == 1 { 15 + article % 28 } else { 5 + article % 10 };
            let values = (id, review, text.trim(), notes.trim(), number.to_string(), priority);
            sql.execute(insert, values).unwrap();
            sql.execute("INSERT INTO need_article VALUES (?1, ?2)", (id, article)).unwrap();
        }
        let file = place.file("all.csv");
        place.run(&["export", "needs", "--out", file.to_str().unwrap()]).done();
        let words = ["import", "needs", file.to_str().unwrap(), "--accept-doubtful"];
        let ran = other.run(&words);
        prop_assert_eq!(ran.status, 0, "{:?}", ran);
        prop_assert_eq!(needs(&other), needs(&place));
        let again = other.run(&words);
        prop_assert!(again.out.contains("nothing was written"), "{:?}", again);
        Ok(())
    });
    outcome.unwrap();
}
