//! Help, version, completions and the manual pages, all from one command.

use super::place::{Place, Ran};
use std::fs;

const COMMANDS: [&str; 17] = [
    "needs",
    "states",
    "reviews",
    "activities",
    "focal-points",
    "organisations",
    "count",
    "set",
    "log",
    "frame",
    "new",
    "sample",
    "backup",
    "restore",
    "check",
    "completions",
    "man",
];

#[test]
fn help_is_there_for_the_program_and_every_command_in_both_languages() {
    let place = Place::without_register();
    for lang in ["en", "zh"] {
        let whole = place.run(&["--lang", lang, "--help"]);
        for command in COMMANDS {
            assert!(whole.done().contains(command), "{command}");
            let own = place.run(&[command, "--help", "--lang", lang]);
            assert!(own.done().contains(&format!("ta-tui {command}")), "{own:?}");
            assert!(own.out.contains("--read-only"), "{own:?}");
        }
    }
    let short = place.run(&["-V"]);
    assert!(short.done().starts_with(&format!("ta-tui {}", env!("CARGO_PKG_VERSION"))));
    assert!(!short.out.contains("unknown"));
    let long = place.run(&["--version"]);
    let lines: Vec<&str> = long.done().lines().collect();
    assert_eq!(format!("{}\n", lines[0]), short.out);
    assert!(lines[1].starts_with("SQLite 3.") && lines[2].starts_with("schema "), "{lines:?}");
}

#[test]
fn there_are_completions_for_every_shell() {
    let place = Place::without_register();
    for shell in ["elvish", "powershell"] {
        let script = place.run(&["completions", shell]);
        for command in COMMANDS {
            assert!(script.done().contains(command), "{shell} {command}");
        }
    }
    for shell in ["bash", "fish", "zsh"] {
        let script = place.run(&["completions", shell]);
        assert!(script.done().contains(&format!("ta-tui __complete {shell} ")), "{script:?}");
    }
}

/// The completions of a line, as fish and zsh get them; standard error must be empty.
fn offered(place: &Place, line: &str) -> Vec<String> {
    let ran = place.run(&["__complete", "fish", line]);
    assert_eq!(ran.err, "", "{line}");
    let words = ran.done().lines().map(|line| line.split('\t').next().unwrap().to_owned());
    words.collect()
}

#[test]
fn e5_commands_options_and_values_are_offered() {
    let place = Place::new();
    for (line, words) in [
        ("ta-tui nee", &["need", "needs"][..]),
        ("ta-tui needs --f", &["--format"]),
        ("ta-tui needs --format ", &["table", "csv", "json", "jsonl", "md", "xlsx"]),
        ("ta-tui needs --format=c", &["--format=csv"]),
        ("ta-tui --lang ", &["en", "zh"]),
        ("ta-tui count --by pri", &["priority"]),
        ("ta-tui count --by=region,pri", &["--by=region,priority"]),
        ("ta-tui count --by region,re", &["region,review", "region,response"]),
        ("ta-tui count --measure r", &["reviews"]),
        ("ta-tui connections --sort ", &["count", "lift"]),
        ("ta-tui connections --by ", &["need", "state"]),
        ("ta-tui gaps --by article,re", &["article,region"]),
        ("ta-tui shared --by ", &["adviser", "region", "group", "filter"]),
        ("ta-tui needs --sort -ident", &["-identified_on"]),
        ("ta-tui needs --sort al", &[]),
        ("ta-tui needs --columns id,al", &["id,all"]),
        ("ta-tui --as fp-gh", &["fp-gh"]),
        ("ta-tui log --who fp-gh", &["fp-gh"]),
        ("ta-tui handover fp-gh no", &["none"]),
        ("ta-tui --view u", &["untriaged", "urgent"]),
        ("ta-tui frame --screen t", &["triage"]),
        ("ta-tui help f", &["focal-points", "figure", "frame", "filter"]),
        ("ta-tui man bac", &["backup"]),
        ("ta-tui figure a", &["all"]),
        ("ta-tui completions z", &["zsh"]),
        ("ta-tui config t", &["template"]),
        ("ta-tui set 1 pri", &["priority="]),
        ("ta-tui show activity A003", &["A003"]),
        ("ta-tui show platform RP", &["RP1", "RP2", "RP3", "RP4"]),
        ("ta-tui show document CAC/COSP/2019/1", &["CAC/COSP/2019/14", "CAC/COSP/2019/1"]),
        ("ta-tui edit activity A001", &["A001"]),
        ("ta-tui edit person fp-gh", &["fp-gh"]),
        ("ta-tui edit state GH", &["GHA"]),
        ("ta-tui edit organisation P001", &["P001"]),
        ("ta-tui edit need ", &[]),
        ("ta-tui edit need 3", &["3"]),
        ("ta-tui void 1 2", &["2"]),
        ("ta-tui show need 1", &["1", "1234"]),
        ("ta-tui show need 9", &[]),
        ("ta-tui edit review ", &["1", "2", "3"]),
        ("ta-tui show nothing A00", &[]),
        ("ta-tui set 1 th", &["theme=", "theme+=", "theme-="]),
        (
            "ta-tui set 1 priority=",
            &["priority=high", "priority=medium", "priority=low", "priority=none"],
        ),
        ("ta-tui set 1 response=under", &["response=under-way"]),
        ("ta-tui set 1 theme+=ass", &["theme+=asset declarations"]),
        ("ta-tui set 1 focal=fp-gh", &["focal=fp-gh"]),
        ("ta-tui settings ", &["overdue-days=", "candidate-weights="]),
        ("ta-tui --db ", &["/"]),
        ("ta-tui restore ", &["/"]),
        ("ta-tui figure 1 --out ", &["/"]),
        ("ta-tui export needs --out ", &["/"]),
        ("ta-tui export needs state:ghan", &["state:ghana"]),
        ("ta-tui export needs --columns pri", &["priority"]),
        ("ta-tui export reviews --sort -rea", &["-reached"]),
        ("ta-tui import reg", &["register"]),
        ("ta-tui needs --limit ", &[]),
        ("ta-tui -- --f", &[]),
        ("ta-tui needs --quiet --qu", &[]),
        ("ta-tui needs \"unfinished", &[]),
    ] {
        assert_eq!(offered(&place, line), words, "{line}");
    }
}

#[test]
fn e5_a_filter_is_offered_its_fields_and_the_values_of_the_register() {
    let place = Place::new();
    for (line, words) in [
        ("ta-tui needs resp", &["response:"][..]),
        ("ta-tui needs -resp", &["-response:"]),
        ("ta-tui region:af", &["region:african"]),
        ("ta-tui needs REGION:AF", &["REGION:african"]),
        ("ta-tui needs region:african,as", &["region:african,asia-pacific"]),
        ("ta-tui needs 'chapter:V region:af", &["chapter:V region:african"]),
        ("ta-tui needs state:gha", &["state:ghana"]),
        ("ta-tui needs state:GB", &["state:GBR"]),
        ("ta-tui needs priority:>=m", &["priority:>=medium"]),
        ("ta-tui needs response:un", &["response:unmet", "response:under-way"]),
        ("ta-tui needs theme:ass", &["theme:asset-declarations"]),
        ("ta-tui needs 'theme:\"ass", &["theme:\"asset declarations\""]),
        ("ta-tui needs focal:fp-gh", &["focal:fp-gh"]),
        ("ta-tui needs is:mi", &[]),
        ("ta-tui --as fp-gh needs is:mi", &["is:mine"]),
        ("ta-tui needs nofield:", &[]),
        ("ta-tui --no-names needs state:gh", &[]),
    ] {
        assert_eq!(offered(&place, line), words, "{line}");
        for word in words.iter().filter(|word| !word.ends_with(':')) {
            let ran = place.run(&["--as", "fp-gh", "needs", word]);
            assert_eq!(ran.status, 0, "{word} {ran:?}");
        }
    }
    let all = offered(&place, "ta-tui needs state:");
    for word in ["state:afghanistan", "state:zimbabwe", "state:none"] {
        assert!(all.iter().any(|offered| offered == word), "{word} {all:?}");
    }
}

#[test]
fn e5_bash_is_told_what_goes_on_behind_its_colon() {
    let place = Place::new();
    for (line, replaced, words) in [
        ("ta-tui needs region:af", "af", "african\n"),
        ("ta-tui needs region:", "", "african\nasia-pacific\n"),
        ("ta-tui needs 'region:af", "region:af", "region:african\n"),
        ("ta-tui count --by=reg", "reg", "region\n"),
        ("ta-tui set 1 theme+=as", "as", "asset\\ declarations\n"),
        ("ta-tui set 1 \"theme+=as", "theme+=as", "theme+=asset declarations\n"),
    ] {
        let ran = place.run(&["__complete", "bash", line, replaced]);
        assert!(ran.done().starts_with(words), "{line} {ran:?}");
    }
}

#[test]
fn e5_nothing_is_made_and_nothing_said_where_no_register_can_be_read() {
    let place = Place::without_register();
    fs::write(place.file("damaged.db"), "no register").unwrap();
    let damaged = format!("ta-tui --db {} region:af", place.file("damaged.db").display());
    for line in ["ta-tui region:af", "ta-tui --db none.db region:af", &damaged] {
        let mut command = place.command();
        command.args(["__complete", "zsh", line]).env("TA_TUI_LOG", "debug");
        let ran = Ran::of(&command.output().unwrap());
        assert_eq!((ran.done(), ran.err.as_str()), ("region:african\tAFR\n", ""), "{line}");
    }
    let made: Vec<_> = fs::read_dir(place.dir.path()).unwrap().collect();
    assert_eq!(made.len(), 1, "{made:?}");
}

#[test]
fn e6_every_command_has_a_page_with_the_standard_sections_in_both_languages() {
    let place = Place::without_register();
    for (lang, names) in [
        (
            "en",
            [
                "NAME",
                "SYNOPSIS",
                "DESCRIPTION",
                "OPTIONS",
                "EXIT STATUS",
                "ENVIRONMENT",
                "FILES",
                "EXAMPLES",
                "SEE ALSO",
            ],
        ),
        (
            "zh",
            ["名称", "概要", "说明", "选项", "退出状态", "环境变量", "文件", "示例", "另请参阅"],
        ),
    ] {
        for command in COMMANDS {
            let page = place.run(&["man", command, "--lang", lang]);
            let title =
                format!(".TH \"TA\\-TUI\\-{}\" ", command.to_uppercase().replace('-', "\\-"));
            assert!(page.done().starts_with(&title), "{page:?}");
            let headings = page.out.lines().filter_map(|line| line.strip_prefix(".SH "));
            let headings: Vec<String> =
                headings.map(|heading| heading.replace(['"', '\\', ':'], "")).collect();
            let places = names.map(|name| headings.iter().position(|own| own == name));
            assert!(
                places.iter().all(Option::is_some) && places.is_sorted(),
                "{lang} {headings:?}"
            );
        }
    }
    let page = place.run(&["man", "needs"]).done().replace('\\', "");
    for words in ["fB--sortfR fINAMEfR", "fB65fR", "TA_TUI_DB", "config.toml", "fBta-tuifR(1)"] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert!(place.run(&["man", "neds"]).failed(2).contains("needs"));
}

#[test]
fn e6_the_main_page_names_every_page() {
    let page = Place::without_register().run(&["man"]).done().replace('\\', "");
    for command in COMMANDS {
        assert!(page.contains(&format!("fBta-tui-{command}fR(1)")), "{command}");
    }
    assert!(page.contains("fB75fR\nsomebody else changed it first"));
}

#[test]
fn e6_all_pages_are_written_into_a_folder_and_nothing_else_is_touched() {
    let place = Place::without_register();
    let folder = place.file("man1");
    let out = folder.to_str().unwrap();
    place.run(&["man", "needs", "--out", out]).done();
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    fs::write(folder.join("ta-tui-needs.1"), "old").unwrap();
    fs::write(folder.join("other.1"), "mine").unwrap();
    let ran = place.run(&["man", "--out", out]);
    assert_eq!(ran.done(), "");
    let pages = fs::read_dir(&folder).unwrap().count() - 1;
    assert!(ran.err.contains(&format!("{pages} pages")) && pages > COMMANDS.len(), "{ran:?}");
    assert_eq!(fs::read_to_string(folder.join("other.1")).unwrap(), "mine");
    let page = place.run(&["man", "needs"]);
    assert_eq!(fs::read_to_string(folder.join("ta-tui-needs.1")).unwrap(), page.done());
    assert!(folder.join("ta-tui.1").is_file());
}
