//! What the documents show is made by the program: the pictures of the README, the table of keys,
//! the manual page's commands. To make them anew after a change: `TA_TUI_WRITE=1 cargo test --test documents`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // this is a test throughout

mod support;

use std::fmt::Write as _;
use std::path::PathBuf;
use support::desk::{Desk, sample};
use ta_tui::app::command::{self, Group};
use ta_tui::app::context::Context;
use ta_tui::app::key::Key;
use ta_tui::domain::Coded;
use ta_tui::picture::{Palette, svg};
use ta_tui::text::{Lang, Text};

/// Compares a file of the repository with what the program makes; writes it when asked to.
fn fresh(path: &str, made: &str) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("TA_TUI_WRITE").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, made).unwrap();
    }
    let there = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(there == made, "{path} is not what the program makes now: see tests/documents.rs");
}

/// The pictures: name, language, columns, rows, keys.
const PICTURES: &[(&str, Lang, u16, u16, &str)] = &[
    ("overview", Lang::En, 120, 40, "1"),
    ("needs", Lang::En, 120, 40, "4/chapter:V<Enter>"),
    ("triage", Lang::En, 120, 40, "5"),
    ("need", Lang::En, 80, 24, "4/asset declaration<Enter><Enter>"),
    ("filter", Lang::En, 80, 24, "4/chapter:V region:"),
    ("states-zh", Lang::Zh, 80, 24, "2"),
];

#[test]
fn the_pictures_are_of_today() {
    let readme = include_str!("../README.md");
    for (name, lang, columns, rows, keys) in PICTURES {
        let mut desk = Desk::with((*columns, *rows), |start| {
            start.lang = *lang;
            start.db = sample();
            start.read_only = true;
            start.built_in_sample = true;
        });
        desk.keys(keys);
        let path = format!("docs/pictures/{name}.svg");
        fresh(&path, &svg(&desk.buffer(), &Palette::DARK));
        assert!(readme.contains(&path), "the README does not show {path}");
    }
}

#[test]
fn the_table_of_keys_is_the_table_of_commands() {
    let text = Text::of(Lang::En);
    let mut page = String::from(
        "# Keys\n\nMade from the table of commands (`src/app/commands/`); a test keeps it fresh. \
         Your own keys go into `config.toml`, by the name of the command:\n\n\
         ```toml\n[keys]\n\"triage.priority\" = [\"p\", \"F7\"]\n```\n\n\
         On a Russian keyboard layout the letters work without switching. `?` shows the keys of the \
         place where you are.\n",
    );
    for &group in Group::ALL {
        let title = text.tr(&format!("group-{}", group.code())).into_owned();
        writeln!(page, "\n## {title}\n").unwrap();
        page.push_str("| keys | what | where | command |\n| --- | --- | --- | --- |\n");
        for command in command::all().filter(|command| command.group == group) {
            let keys: Vec<String> = command
                .keys
                .iter()
                .map(|key| format!("`{}`", Key::parse(key).unwrap()).replace('|', "\\|"))
                .collect();
            let place = places(command.contexts);
            let about = text.tr(&command.about_id()).into_owned();
            writeln!(page, "| {} | {about} | {place} | `{}` |", keys.join(" "), command.id)
                .unwrap();
        }
    }
    fresh("docs/keys.md", &page);
}

/// Where a command exists, in few words.
fn places(contexts: &[Context]) -> String {
    use ta_tui::app::context::{OVERLAYS, SCREENS};
    match contexts {
        all if all.len() == Context::ALL.len() => "everywhere".into(),
        screens if screens == SCREENS => "screens".into(),
        overlays if overlays == OVERLAYS => "overlays".into(),
        some => some.iter().map(|context| context.code()).collect::<Vec<_>>().join(", "),
    }
}

#[test]
fn every_command_has_its_words_in_every_language() {
    for &lang in Lang::ALL {
        let text = Text::of(lang);
        for command in command::all() {
            assert!(text.has(&command.name_id()), "{lang:?}: {}", command.name_id());
            assert!(text.has(&command.about_id()), "{lang:?}: {}", command.about_id());
        }
    }
}
