//! Help, version, completions and the manual page, all from one command.

use crate::place::Place;

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
fn completions_name_every_command_for_every_shell() {
    let place = Place::without_register();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = place.run(&["completions", shell]);
        for command in COMMANDS {
            assert!(script.done().contains(command), "{shell} {command}");
        }
    }
}

#[test]
fn the_manual_page_names_every_command_and_status() {
    let page = Place::without_register().run(&["man"]).done().replace('\\', "");
    assert!(page.contains(".TH ta-tui 1"));
    for command in COMMANDS {
        assert!(page.contains(command), "{command}");
    }
    assert!(page.contains("75  somebody else changed it first"));
}
