//! Help in short and at length, its examples, and words that seem to be commands.

use super::place::{Place, Ran};
use std::path::Path;

const LANGUAGES: [(&str, [&str; 7]); 2] = [
    (
        "en",
        [
            "Arguments:",
            "Options:",
            "Global options:",
            "Examples:",
            "Exit status:",
            "Environment:",
            "Files:",
        ],
    ),
    ("zh", ["参数：", "选项：", "通用选项：", "示例：", "退出状态：", "环境变量：", "文件："]),
];

/// The names of all commands, as the short help lists them.
fn commands(place: &Place) -> Vec<String> {
    let help = place.run(&["-h"]);
    let listed = help.done().lines().skip_while(|line| *line != "Commands:").skip(1);
    let names = listed.take_while(|line| !line.is_empty());
    names.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn e7_the_long_help_has_its_sections_in_order_with_the_global_options_after_the_own() {
    let place = Place::without_register();
    for (lang, sections) in LANGUAGES {
        for command in [&[][..], &["needs"], &["set"]] {
            let long = place.run(&[command, &["--help", "--lang", lang]].concat());
            let at = sections.map(|section| long.done().lines().position(|line| line == section));
            assert!(at.iter().all(Option::is_some), "{at:?} {}", long.out);
            assert!(at.is_sorted(), "{at:?} {}", long.out);
            let short = place.run(&[command, &["-h", "--lang", lang]].concat());
            for section in &sections[3..] {
                assert!(short.done().lines().all(|line| line != *section), "{}", short.out);
            }
            let main = if command.is_empty() { "NO_COLOR" } else { "TA_TUI_DB" };
            assert!(long.out.contains(main) && long.out.contains("config.toml"));
        }
    }
}

#[test]
fn e1_help_of_a_command_is_its_long_help() {
    let place = Place::without_register();
    for command in commands(&place) {
        let asked = place.run(&["help", &command]);
        assert_eq!(asked.done(), place.run(&[&command, "--help"]).done(), "{command}");
    }
    assert_eq!(place.run(&["help"]).done(), place.run(&["--help"]).done());
    let unknown = place.run(&["help", "fliter"]);
    assert!(unknown.failed(2).contains("“fliter”") && unknown.err.contains("“filter”"));
    assert!(!place.file("data").exists(), "no register is made for it");
}

#[test]
fn e1_help_explains_the_filter_language_the_columns_and_the_keys_from_their_tables() {
    let place = Place::new();
    let filter = place.run(&["help", "filter"]);
    for word in ["chapter:V", "priority", "high, medium, low", "untriaged", "identified:2019"] {
        assert!(filter.done().contains(word), "{word} {}", filter.out);
    }
    assert!(filter.out.lines().count() <= 90, "three screens of 30 lines: {}", filter.out);
    let columns = place.run(&["help", "columns"]);
    for list in ["needs", "states", "reviews", "activities", "focal-points", "organisations"] {
        assert!(columns.done().contains(&format!("ta-tui {list}\n")), "{list}");
        let header = place.run(&[list, "--format", "csv"]);
        for name in header.done().lines().next().unwrap().split(',') {
            let told = |line: &str| line.split([' ', '*']).any(|word| word == name);
            assert!(columns.out.lines().any(told), "{list} {name}");
        }
    }
    let keys = place.run(&["help", "keys"]);
    assert!(keys.done().contains("Ctrl-c") && keys.out.contains("Overview: totals and charts"));
    std::fs::create_dir_all(place.file("config/ta-tui")).unwrap();
    let settings = "[keys]\n\"screen.overview\" = \"F12\"\n";
    std::fs::write(place.file("config/ta-tui/config.toml"), settings).unwrap();
    let own = place.run(&["help", "keys"]);
    let line = own.done().lines().find(|line| line.contains("Overview: totals")).unwrap();
    assert!(line.contains("F12"), "the keys that are set: {line}");
    for topic in ["filter", "columns", "keys"] {
        let chinese = place.run(&["help", topic, "--lang", "zh"]);
        assert!(chinese.done().chars().filter(|c| *c > '\u{4e00}').count() > 100, "{topic}");
    }
}

#[test]
fn e1_a_word_near_a_command_is_refused_with_its_name_and_a_script_without_command_is_told_one() {
    let place = Place::new();
    for (args, near) in [
        (&["neds", "chapter:V"][..], "“needs”"),
        (&["versoin"], "“--version”"),
        (&["version"], "“--version”"),
        (&["neds", "--format", "csv"], "“needs”"),
        (&["stats", "--lang", "zh"], "“states”"),
    ] {
        let ran = place.run(args);
        assert!(ran.failed(2).contains(near), "{ran:?}");
    }
    for filter in [&["chapter:V"][..], &["report"], &["--", "neds"], &[], &["need", "3"]] {
        let ran = place.run(filter);
        let said = ran.failed(2);
        assert!(said.contains("terminal") && said.contains("ta-tui needs"), "{ran:?}");
    }
    assert!(!place.file("data").exists(), "nothing was made");
}

#[test]
fn help_that_is_asked_for_before_a_command_is_help_on_it() {
    let place = Place::without_register();
    for asked in ["-h", "--help"] {
        let behind = place.run(&["needs", asked]);
        assert_eq!(place.run(&[asked, "needs"]).done(), behind.done());
        assert!(behind.out.contains("ta-tui needs"), "{behind:?}");
    }
    let usage = place.run(&["-h", "--lang", "zh"]);
    assert!(usage.done().contains("ta-tui 命令 [...]"), "{usage:?}");
}

#[test]
fn a_word_alone_that_is_a_letter_from_a_command_is_refused_with_its_name() {
    let place = Place::new();
    for (typed, meant) in
        [("logs", "“log”"), ("lgo", "“log”"), ("mann", "“man”"), ("sets", "“set”")]
    {
        let refused = place.run(&[typed]);
        let said = refused.failed(2);
        assert!(said.contains(meant) && said.contains(&format!("ta-tui -- {typed}")), "{said}");
    }
    for filter in [&["logs", "chapter:V"][..], &["--", "logs"], &["women"]] {
        assert!(place.run(filter).failed(2).contains("terminal"), "{filter:?}");
    }
}

#[test]
fn the_filter_language_is_explained_in_80_columns_with_every_value_whole() {
    let place = Place::new();
    for lang in ["en", "zh"] {
        let help = place.run(&["help", "filter", "--lang", lang]);
        let lines = help.done().lines();
        let wide = lines.filter(|line| ta_tui::text::width(line) > 80).collect::<Vec<_>>();
        assert!(wide.is_empty(), "{wide:?}");
        for value in ["executive-summary", "country-report", "withdrawn", "GRULAC", "unmatched"] {
            assert!(help.out.contains(value), "{lang} {value} {}", help.out);
        }
    }
}

/// The words of a command line, as a shell reads them.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words
}

/// The examples of a command.
fn examples(place: &Place, command: &str) -> Vec<Vec<String>> {
    let help = place.run(&["help", command]);
    let lines = help.done().lines().skip_while(|line| *line != "Examples:").skip(1);
    lines.take_while(|line| !line.is_empty()).map(|line| words(line.trim())).collect()
}

#[test]
fn e7_every_example_runs_on_a_copy_of_the_sample_and_prints_something() {
    let place = Place::without_register();
    for command in commands(&place) {
        let examples = examples(&place, &command);
        assert!(examples.len() >= 2, "{command} has too few examples");
        for example in examples {
            assert_eq!(example[0], "ta-tui");
            assert!(example.contains(&command), "{example:?}");
            if ["need", "session", "tour"].contains(&&*command) {
                continue; // on a terminal
            }
            let fresh = Place::without_register();
            let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample.db");
            std::fs::copy(sample, &fresh.db).unwrap();
            if command == "restore" {
                let copy = fresh.file("copy.db");
                fresh.run(&["backup", copy.to_str().unwrap()]).done();
            }
            if command == "import" {
                let archive = fresh.file("archive");
                fresh.run(&["export", "register", "--out", archive.to_str().unwrap()]).done();
                let needs = fresh.file("needs.csv");
                let needs = ["export", "needs", "state:ghana", "--out", needs.to_str().unwrap()];
                fresh.run(&needs).done();
            }
            let mut ran = fresh.command();
            ran.current_dir(fresh.dir.path()).env("TA_TUI_DB", &fresh.db);
            let ran = Ran::of(&ran.args(&example[1..]).output().unwrap());
            // Four figures of the note differ from every register that yields the others.
            let status = i32::from(command == "verify");
            assert_eq!(ran.status, status, "{example:?} {}", ran.err);
            let rows = ran.out.lines().count();
            let quiet = [
                "new", "sample", "backup", "restore", "man", "sessions", "ssh-keys", "export",
                "import",
            ]
            .contains(&&*command);
            let least = if ["mark", "people", "settings"].contains(&&*command) { 1 } else { 2 };
            assert!(rows >= least || (quiet && !ran.err.is_empty()), "{example:?} {ran:?}");
        }
    }
}
