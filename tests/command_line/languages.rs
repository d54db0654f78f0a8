//! Languages: tables and messages change, machine formats do not.

use crate::place::Place;
use std::fs;

#[test]
fn tables_change_with_the_language_and_machine_formats_do_not() {
    let place = Place::new();
    for command in [
        &["needs"][..],
        &["states"],
        &["reviews"],
        &["activities"],
        &["organisations"],
        &["focal-points"],
        &["count", "--by", "chapter,region,priority,response"],
        &["count", "--by", "category,theme,state,focal"],
    ] {
        let run = |lang: &str, format: &str| {
            let args = [command, &["--lang", lang, "--format", format]].concat();
            place.run(&args).done().to_owned()
        };
        assert_eq!(run("en", "json"), run("zh", "json"), "{command:?}");
        assert_eq!(run("en", "csv"), run("zh", "csv"), "{command:?}");
        assert_ne!(run("en", "table"), run("zh", "table"), "{command:?}");
    }
}

#[test]
fn a_chinese_table_has_chinese_names() {
    let table =
        Place::new().run(&["--lang", "zh", "needs", "id:1", "--columns", "state,priority,review"]);
    assert_eq!(
        table.done(),
        "国家  优先程度  审议步骤\n────  ────────  ────────\n加纳  高        执行摘要\n"
    );
}

#[test]
fn flag_environment_configuration_and_locale_choose_in_this_order() {
    let place = Place::new();
    let spoken = |args: &[&str], variables: &[(&str, &str)]| {
        let mut command = place.command();
        command.args(args).args(["needs", "--colour"]).envs(variables.iter().copied());
        let err = String::from_utf8(command.output().unwrap().stderr).unwrap();
        if err.contains("没有选项") { "zh" } else { "en" }
    };
    assert_eq!(spoken(&[], &[]), "en");
    assert_eq!(spoken(&[], &[("LANG", "zh_CN.UTF-8")]), "zh");
    assert_eq!(spoken(&[], &[("TA_TUI_LANG", "zh")]), "zh");
    fs::create_dir_all(place.file("config/ta-tui")).unwrap();
    fs::write(place.file("config/ta-tui/config.toml"), "language = \"zh\"\n").unwrap();
    assert_eq!(spoken(&[], &[]), "zh");
    assert_eq!(spoken(&[], &[("TA_TUI_LANG", "en")]), "en");
    assert_eq!(spoken(&["--lang", "en"], &[("TA_TUI_LANG", "zh")]), "en");
    assert_eq!(spoken(&["--lang=en"], &[]), "en");
}

#[test]
fn mistakes_in_the_configuration_are_said_and_the_command_runs() {
    let place = Place::new();
    fs::create_dir_all(place.file("config/ta-tui")).unwrap();
    let file = place.file("config/ta-tui/config.toml");
    fs::write(&file, "theme = \"dark\"\ncolour = 1\n").unwrap();
    let ran = place.run(&["needs", "--format", "json"]);
    assert_eq!(ran.json().len(), 4);
    assert!(ran.err.contains(&format!("{}:2:1", file.display())), "{ran:?}");
}

#[test]
fn a_variable_that_names_no_language_is_said_and_the_command_runs() {
    let place = Place::new();
    let said = |args: &[&str], tag: &str| {
        let mut command = place.command();
        command.args(args).args(["count", "--by", "chapter"]).env("TA_TUI_LANG", tag);
        let output = command.output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stderr).unwrap().contains(&format!("TA_TUI_LANG: “{tag}”"))
    };
    assert!(said(&[], "klingon"));
    assert!(!said(&["--lang", "en"], "klingon"), "it chooses nothing then");
    assert!(!said(&[], "zh") && !said(&[], "zh_CN.UTF-8") && !said(&[], ""));
}

#[test]
fn mistakes_in_the_keys_are_all_said_each_with_its_place() {
    let place = Place::new();
    fs::create_dir_all(place.file("config/ta-tui")).unwrap();
    let file = place.file("config/ta-tui/config.toml");
    let keys = "[keys]\n\"triage.low\" = \"y\"\n\"triage.high\" = \"y\"\nnothing = \"z\"\n";
    fs::write(&file, keys).unwrap();
    let ran = place.run(&["count", "--by", "chapter"]);
    for at in ["3:1: the key y is already “triage.low” (line 2)", "4:1: there is no command"] {
        assert!(ran.err.contains(&format!("{}:{at}", file.display())), "{ran:?}");
    }
}
