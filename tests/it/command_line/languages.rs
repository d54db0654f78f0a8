//! Languages: tables and messages change, machine formats do not.

use super::place::Place;
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
fn d4_assistance_is_told_in_chinese() {
    let place = Place::new();
    for command in ["activities", "organisations"] {
        let told = place.run(&["--lang", "zh", command]);
        for line in told.done().lines().skip(2) {
            let words = line.split(|c: char| !c.is_ascii_lowercase()).filter(|word| word.len() > 4);
            assert_eq!(words.collect::<Vec<_>>(), [""; 0], "{line}");
        }
    }
    let told = place.run(&["--lang", "zh", "activities"]).out;
    for words in
        ["讲习班", "2019年6月12日至14日", "第三次全球专家组会议；提出了一系列建议", "进行中"]
    {
        assert!(told.contains(words), "{words}");
    }
    let columns = "code,paragraph,regions,themes,uncertainty,place,participants";
    let told = place.run(&["--lang", "zh", "activities", "--columns", columns]).out;
    for line in told.lines().skip(2) {
        let words = line.split(|c: char| !c.is_ascii_lowercase()).filter(|word| word.len() > 1);
        assert_eq!(words.collect::<Vec<_>>(), [""; 0], "{line}");
    }
    for words in ["拉丁美洲、加勒比、西非", "刑事司法、贩毒", "脚注3称其为区域项目", "32注3、68"]
    {
        assert!(told.contains(words), "{words} in\n{told}");
    }
    let record = place.run(&["--lang", "zh", "show", "activity", "A005"]).out;
    for words in ["拉丁美洲", "刑事司法", "脚注3称其为区域项目", "32注3、68"] {
        assert!(record.contains(words), "{words} in\n{record}");
    }
    // Programs read the words of the source.
    let json = ["--lang", "zh", "activities", "--columns", "paragraph,themes", "--format", "json"];
    let json = place.run(&json).out;
    assert!(json.contains("criminal justice") && json.contains("32 fn3; 68"), "{json}");
    assert!(place.run(&["--lang", "zh", "organisations"]).out.contains("联合国实体"));
    // without names it states its kind, and no State
    let told = place.run(&["--lang", "zh", "activities", "--no-names"]).out;
    assert!(
        !told.contains("卢旺达") && !told.contains("海地") && told.contains("讲习班"),
        "{told}"
    );
}

#[test]
fn reasons_of_the_sample_are_told_in_chinese() {
    let place = Place::new();
    let copy = place.file("copy.db");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/sample.db"), &copy).unwrap();
    let copy = copy.to_str().unwrap();
    let log = |format: &str| {
        let of = ["--lang", "zh", "--db", copy, "log", "--who", "adviser-pacific"];
        place.run(&[&of[..], &["--format", format]].concat()).out
    };
    assert!(log("table").contains("执行摘要的后续行动。"), "{}", log("table"));
    assert!(log("json").contains("Follow-up to the executive summary."));
}

#[test]
fn lists_fields_and_footnotes_are_written_as_chinese_writes_them() {
    let place = Place::new();
    let chinese = |args: &[&str]| place.run(&[&["--lang", "zh"], args].concat());
    // D12
    let states = chinese(&["activities", "--columns", "states"]).out;
    assert!(states.contains("、") && !states.contains(", "), "{states}");
    // D16, D17
    let said = chinese(&["needs", "章:九"]).err;
    assert!(said.contains("字段“章（chapter）”"), "{said}");
    let said = chinese(&["set", "1", "foo=1"]).err;
    assert!(said.contains("优先程度（priority）、") && !said.contains(", "), "{said}");
    let said = chinese(&["count", "--by", "foo"]).err;
    assert!(said.contains("周期（cycle）、章（chapter）"), "{said}");
    let said = place.run(&["needs", "chapter:IX"]).err;
    assert!(said.contains("chapter") && !said.contains("Chapter"), "{said}");
    // D19
    let sample = place.command().args(["--lang", "zh", "verify"]).output().unwrap();
    let verified = String::from_utf8(sample.stdout).unwrap();
    assert!(verified.contains("3注1") && !verified.contains("fn"), "{verified}");
}

#[test]
fn help_is_chinese_down_to_the_values_of_arguments() {
    let place = Place::new();
    let help = place.run(&["--lang", "zh", "set", "--help"]).out;
    // D10
    for words in ["用法：", "参数：", "选项：", "通用选项：", "需求编号|字段=值", "--note 文字"]
    {
        assert!(help.contains(words), "{words} in\n{help}");
    }
    for (command, value) in [("needs", "筛选条件"), ("frame", "尺寸"), ("frame", "按键")] {
        let help = place.run(&["--lang", "zh", command, "--help"]).out;
        assert!(help.contains(value), "{value} in\n{help}");
    }
    let help = place.run(&["--lang", "zh", "--help"]).out;
    assert!(help.contains("命令：") && !help.contains("FILTER"), "{help}");
    let help = place.run(&["set", "--help"]).out;
    assert!(help.contains("NEED-ID|FIELD=VALUE"), "{help}");
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
