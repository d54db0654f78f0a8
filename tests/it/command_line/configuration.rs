//! `ta-tui config`: the settings in force, their origin, and the template of the file.

use super::place::Place;
use serde_json::{Value, json};

fn configured(settings: &str) -> Place {
    let place = Place::new();
    std::fs::create_dir_all(place.file("config/ta-tui")).unwrap();
    std::fs::write(place.file("config/ta-tui/config.toml"), settings).unwrap();
    place
}

/// A setting as JSON has it.
fn of(rows: &[Value], setting: &str) -> Value {
    rows.iter().find(|row| row["setting"] == setting).cloned().unwrap_or_default()
}

#[test]
fn every_setting_is_shown_with_its_value_and_where_that_comes_from() {
    let place = configured(
        "theme = \"dark\"\n\nsigns = \"auto\"\n[keys]\n\"triage.low\" = [\"j\", \"y\"]\n",
    );
    let file = place.file("config/ta-tui/config.toml");
    let mut command = place.command();
    command.args(["config", "--format", "json", "--lang", "zh", "--db", "other.db"]);
    command.env("TA_TUI_AS", "fp-gh");
    let ran = super::place::Ran::of(&command.output().unwrap());
    let rows = ran.json();
    let row = |setting: &str, value: Value, from: &str, at: Value| json!({"setting": setting, "value": value, "from": from, "at": at});
    let at = |place: &str| json!(format!("{}:{place}", file.display()));
    for wanted in [
        row("file", json!(file.to_str().unwrap()), "environment", json!("XDG_CONFIG_HOME")),
        row("file_exists", json!(true), "default", Value::Null),
        row("register", json!("other.db"), "option", json!("--db")),
        row("as", json!("fp-gh"), "environment", json!("TA_TUI_AS")),
        row("language", json!("zh"), "option", json!("--lang")),
        row("theme", json!("dark"), "file", at("1:1")),
        row("signs", json!("unicode"), "file", at("3:1")),
        row("start", json!("mine"), "default", Value::Null),
        row("keys.triage.low", json!("j y"), "file", at("5:1")),
    ] {
        assert_eq!(of(&rows, wanted["setting"].as_str().unwrap()), wanted);
    }
    let mut plain = place.command();
    plain.args(["config", "--format", "json"]).env("NO_COLOR", "1").env("LC_ALL", "zh_CN.GBK");
    let rows = super::place::Ran::of(&plain.output().unwrap()).json();
    assert_eq!(of(&rows, "theme"), row("theme", json!("none"), "environment", json!("NO_COLOR")));
    assert_eq!(of(&rows, "language")["at"], "LC_ALL");
    assert_eq!(of(&rows, "signs")["at"], "LC_ALL");
    let table = place.run(&["config"]);
    assert!(table.done().contains("theme") && table.out.contains("config.toml:1:1"), "{table:?}");
}

#[test]
fn the_path_is_that_of_a_file_that_may_be_made_from_the_template() {
    let place = Place::without_register();
    let path = place.run(&["config", "path"]);
    assert_eq!(path.done().trim_end(), place.file("config/ta-tui/config.toml").to_str().unwrap());
    for lang in ["en", "zh"] {
        let template = place.run(&["config", "template", "--lang", lang]);
        let made = configured(template.done());
        let rows = made.run(&["config", "--format", "json"]);
        assert_eq!(rows.err, "", "the template has no mistake");
        let rows = rows.json();
        assert_eq!(of(&rows, "theme")["from"], "default");
        assert!(template.out.contains("\"triage.high\""), "{lang}");
    }
    assert!(!place.file("data").exists(), "no register is made for it");
}

#[test]
fn e14_mistakes_of_the_file_are_told_with_the_right_form() {
    let place = configured("theme = none\n");
    let said = place.run(&["config"]).err;
    assert!(said.contains("config.toml:1:9: write theme = \"none\""), "{said}");
    let place = configured("[keys]\nhelp = \"ctrl+x\"\n");
    let said = place.run(&["config"]).err;
    assert!(said.contains("“ctrl+x” is no key; write “Ctrl-x”"), "{said}");
}

#[test]
fn the_table_says_in_words_whether_there_is_a_file_and_only_the_list_has_formats() {
    let place = Place::new();
    for (lang, said) in [("en", "no"), ("zh", "否")] {
        let table = place.run(&["config", "--lang", lang]);
        let row = table.done().lines().find(|line| line.contains("file_exists")).unwrap();
        assert_eq!(row.split_whitespace().nth(1), Some(said), "{row}");
    }
    let place = configured("theme = \"dark\"\n");
    for (lang, said) in [("en", "yes"), ("zh", "是")] {
        let table = place.run(&["config", "--lang", lang]);
        let row = table.done().lines().find(|line| line.contains("file_exists")).unwrap();
        assert_eq!(row.split_whitespace().nth(1), Some(said), "{row}");
    }
    for part in ["path", "template"] {
        assert!(place.run(&["config", part, "--json"]).failed(2).contains("list"), "{part}");
    }
}

#[test]
fn a_setting_that_is_changed_is_printed_in_the_format_that_was_asked_for() {
    let place = Place::new();
    let set = |value: &str, format: &str| {
        let change = format!("overdue-days={value}");
        place.run(&["settings", &change, "--as", "secretariat", "--format", format])
    };
    let row = |value: &str, version: u64| json!([{"name": "overdue-days", "value": value, "version": version}]);
    assert_eq!(Value::from(set("60", "json").json()), row("60", 2));
    let again = set("60", "json");
    assert_eq!(Value::from(again.json()), row("60", 2), "as it stands");
    assert!(again.err.contains("Nothing to change"), "{again:?}");
    assert_eq!(set("61", "csv").done(), "name,value,version\r\noverdue-days,61,3\r\n");
    assert_eq!(set("62", "table").done(), "overdue-days: 61 → 62\n");
    assert_eq!(set("62", "table").done(), "");
}
