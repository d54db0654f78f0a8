//! The generated parts of the documents: the pictures of the README, the table of keys,
//! the manual page's commands. To make them anew after a change: `TA_TUI_WRITE=1 cargo test --test it
//! documents`; the picture of a figure: the same with `figure_pictures` for `documents`.

mod data_model;
mod expectations;
mod filter;
mod prose;
mod recording;
mod security;

use crate::support::counted::{EVERYDAY, TASKS};
use crate::support::counted_recording::{RECORDING, RecordingTask};
use crate::support::desk::{Desk, sample};
use crate::support::fresh::fresh;
use crate::support::lists::{HEAD, Sample, section};
use crate::support::schema::{faults, schema};
use crate::support::wrapped::wrapped;
use std::fmt::Write as _;
use ta_tui::app::context::KeyContext;
use ta_tui::app::key;
use ta_tui::app::keys::chord::Chord;
use ta_tui::app::keys::commands::{
    self,
    command::{Command, Group},
};
use ta_tui::cli::lists;
use ta_tui::config::{COLOURS, ColourRole, FILES, KEYS, SETTINGS, VARIABLES};
use ta_tui::domain::{Coded, fold};
use ta_tui::picture::{DrawingColours, Shot, moving_svg, svg};
use ta_tui::text::{Lang, Text};

/// The pictures: name, language, columns, rows, keys.
const PICTURES: &[(&str, Lang, u16, u16, &str)] = &[
    ("overview", Lang::En, 120, 40, "1"),
    ("needs", Lang::En, 120, 40, "4/chapter:V<Enter>"),
    ("filter", Lang::En, 80, 24, "4/chapter:V region:"),
    ("states-zh", Lang::Zh, 80, 24, "2"),
    ("gaps", Lang::En, 120, 40, "6"),
    ("figure", Lang::En, 120, 40, "7jjzd2019-09-30<Enter>lljj"),
    ("trend", Lang::En, 120, 40, "7Gkkzd2019-12-31<Enter>lj<Left*3>"),
    ("connections", Lang::En, 120, 40, "7Gk/cycle:2<Enter>zuzd2019-09-30<Enter>l"),
    ("themes", Lang::En, 120, 40, "gtjl"),
    ("published", Lang::En, 120, 40, "7Gl<Down*9>"),
];

/// The screens that name keys which change something, as a writable register shows them; none of them writes.
const CHANGING: &[(&str, Lang, u16, u16, &str)] = &[
    ("triage", Lang::En, 120, 40, "5"),
    ("triage-80x24", Lang::En, 80, 24, "5"),
    ("triage-200x50", Lang::En, 200, 50, "5"),
    ("need", Lang::En, 80, 24, "4/asset declaration<Enter><Enter>"),
    ("question", Lang::En, 120, 40, "4/chapter:V<Enter>Aeoa<Enter><Down*3>"),
    ("undo", Lang::En, 80, 24, "4u"),
];

#[test]
fn the_pictures_are_of_today() {
    let shown = [
        include_str!("../../README.md"),
        include_str!("../../docs/triage.md"),
        include_str!("../../docs/figures.md"),
    ];
    let looking = PICTURES.iter().map(|picture| (true, picture));
    let changing = CHANGING.iter().map(|picture| (false, picture));
    for (read_only, (name, lang, columns, rows, keys)) in looking.chain(changing) {
        let mut desk = Desk::with((*columns, *rows), |start| {
            start.lang = *lang;
            if read_only {
                start.db = sample();
            }
            start.read_only = read_only;
            start.built_in_sample = true;
        });
        desk.keys(keys);
        let path = format!("docs/pictures/{name}.svg");
        fresh(&path, &svg(&desk.buffer(), &DrawingColours::DARK));
        let picture = format!("pictures/{name}.svg");
        assert!(shown.iter().any(|text| text.contains(&picture)), "nothing shows {path}");
    }
}

/// The steps of the picture that moves: keys, and for how many tenths of a second what they show is seen.
const MOVING: &[(&str, u32)] = &[
    ("", 25),
    ("/", 8),
    ("seych", 12),
    ("elles", 18),
    ("<Enter>", 20),
    ("4", 20),
    ("j", 6),
    ("j", 12),
    ("<Enter>", 30),
    ("<Tab*2>", 15),
    ("5", 25),
    ("e", 15),
    ("o", 15),
    ("a", 18),
    ("<Enter>", 25),
    ("u", 25),
    ("z0", 6),
    ("1", 12),
    ("zw", 12),
    ("may 2019", 15),
    ("<Enter>", 35),
];

/// The most bytes of the picture that moves.
const SMALL: usize = 300_000;

#[test]
fn the_picture_that_moves_is_of_today_and_small() {
    let mut desk = Desk::with((100, 30), |start| start.built_in_sample = true);
    let mut shot = |(keys, length): &(&str, u32)| -> Shot {
        desk.keys(keys);
        (desk.buffer(), *length)
    };
    let shots: Vec<Shot> = MOVING.iter().map(&mut shot).collect();
    let made = moving_svg(&shots, &DrawingColours::DARK);
    assert!(made.len() < SMALL, "{} bytes", made.len());
    fresh("docs/pictures/moving.svg", &made);
    assert!(include_str!("../../README.md").contains("docs/pictures/moving.svg"));
}

#[test]
fn the_table_of_keys_is_the_table_of_commands() {
    let text = Text::of(Lang::En);
    let mut page = String::from(
        "# Keys\n\nMade from the table of commands (`src/app/keys/commands/`); a test keeps it fresh. \
         Your own keys go into `config.toml`, by the name of the command:\n\n\
         ```toml\n[keys]\n\"triage.priority\" = [\"p\", \"F9\"]\n```\n\n\
         A key of yours is taken from whatever it means in the same places, and `?` no longer shows it there. Of two of yours that\n\
         clash, the first in the file stays; that, a command or key that is not known, and a file that leaves no key to end the program\n\
         are each told with line and column, on standard error and on the first screen. A command none of whose keys can be used keeps\n\
         the keys below; with `[]` it has none. A key that writes text, which is every character and Backspace, is refused for a\n\
         command that is heard where text is typed; Backspace can be given to those that edit text. `Ctrl-c` always ends the\n\
         program and can be given to no other command. Keys marked “fixed” are those of menus, rows and fields, which stay as they are.\n\n\
         Where text is typed, an arrow, `Home`, `End`, `PgUp`, `PgDn` or `Del` that means nothing there with `Ctrl` and `Alt` does\n\
         what it does without them.\n\n\
         Two keys are pressed one after the other: `g` (go), `z` (show) and `=` (change) each open a menu of the keys that can\n\
         follow. Where text is typed they are letters. A command may be given any two keys that begin with one of the three, such\n\
         as `\"views\" = \"g x\"`, where its places have the menu; the three keys themselves are given to nothing else.\n\n\
         Keys of the version before that have moved still work in this one, and say the new key; those that wrote at once\n\
         (`0` `+` `-` `U` `P` `T`) only say it.\n\n\
         On a Russian, Greek or Arabic keyboard layout the letters work without switching. `?` shows the keys of the \
         place where you are.\n",
    );
    for &group in Group::ALL {
        let title = text.tr(&format!("group-{}", group.code())).into_owned();
        writeln!(page, "\n## {title}\n").unwrap();
        page.push_str("| keys | what | where | command |\n| --- | --- | --- | --- |\n");
        for command in commands::all().filter(|command| command.group == group) {
            let mut keys: Vec<String> = command
                .keys
                .iter()
                .map(|key| format!("`{}`", Chord::parse(key).unwrap()).replace('|', "\\|"))
                .collect();
            keys.extend(command.keys_id().map(|id| text.tr(id).into_owned()));
            keys.extend(command.has_fixed_keys().then(|| "(fixed)".into()));
            let place = places(command);
            let about = text.tr(&command.about_id()).into_owned();
            writeln!(page, "| {} | {about} | {place} | `{}` |", keys.join(" "), command.id)
                .unwrap();
        }
    }
    counted(&mut page);
    fresh("docs/keys.md", &wrapped(&page));
}

/// The tasks of triage with their keys; `tests/it/triage.rs` does each of them.
fn counted(page: &mut String) {
    page.push_str(
        "\n## Counted\n\nEach task with its keys, from where one works; a test does every one of them with exactly these \
         keys.\n\n| task | from | keys | count |\n| --- | --- | --- | --- |\n",
    );
    let shown = |keys: &str| {
        let keys = key::script(keys).unwrap();
        let mut parts: Vec<(String, usize)> = Vec::new();
        for key in keys {
            let name = key.to_string();
            match parts.last_mut() {
                Some((last, times)) if *last == name => *times += 1,
                _ => parts.push((name, 1)),
            }
        }
        let part = |(name, times): &(String, usize)| match times {
            1 => format!("`{name}`"),
            times => format!("`{name}`×{times}"),
        };
        parts.iter().map(part).collect::<Vec<_>>().join(" ").replace('|', "\\|")
    };
    for task in EVERYDAY.iter().chain(TASKS) {
        let count = key::script(task.keys).unwrap().len();
        let (from, keys) = (shown(task.from), shown(task.keys));
        writeln!(page, "| {} | {from} | {keys} | {count} |", task.what).unwrap();
    }
    page.push_str(
        "\n## Recording, counted\n\nThe words that are typed are not counted; they stand as they are typed.\n\n\
         | task | from | keys and words | count |\n| --- | --- | --- | --- |\n",
    );
    for task in &RECORDING {
        let turn =
            |(turn, is_keys): (&str, bool)| if is_keys { shown(turn) } else { turn.to_owned() };
        let turns: Vec<String> = RecordingTask::in_turn(task).map(turn).collect();
        let turns = turns.join(" ").trim_start().to_owned();
        let from = shown(task.from);
        writeln!(page, "| {} | {from} | {turns} | {} |", task.what, task.count()).unwrap();
    }
}

/// The contexts of a command, in few words.
fn places(command: &Command) -> String {
    let is =
        |has: fn(KeyContext) -> bool| KeyContext::ALL.iter().all(|c| has(*c) == command.is_in(*c));
    match () {
        () if is(|_| true) => "everywhere".into(),
        () if is(KeyContext::is_screen) => "screens".into(),
        () if is(KeyContext::is_overlay) => "overlays".into(),
        () if is(KeyContext::takes_text) => "where text is typed".into(),
        () => command.contexts().map(KeyContext::code).collect::<Vec<_>>().join(", "),
    }
}

/// The output of the program for some arguments, in a home without settings.
fn printed(args: &[&str]) -> String {
    let home = tempfile::tempdir().unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_ta-tui"));
    let done = command.env_clear().env("HOME", home.path()).args(args).output().unwrap();
    assert!(done.status.success(), "{args:?}");
    String::from_utf8(done.stdout).unwrap()
}

#[test]
fn the_document_of_settings_is_that_of_the_program() {
    let text = Text::of(Lang::En);
    let mut page = String::from(
        "# Configuration\n\nMade from the tables of the program; a test keeps it fresh. `ta-tui config` shows what is in force and \
         where each value\ncomes from; `ta-tui config template` prints the file below.\n\n\
         An option goes before an environment variable, this before the settings file, this before the locale and what the program \
         does\nby itself. Each option can be given once, before or behind the name of a command.\n\n\
         ## The settings file\n\nA mistake in it is told with file, line and column, on standard error and on the first screen; the \
         other settings count. Where the\nfile is no TOML, nothing of it counts.\n\n\
         | setting | what | values | without it |\n| --- | --- | --- | --- |\n",
    );
    for setting in SETTINGS {
        let words: Vec<String> = setting.words().iter().map(|word| format!("`{word}`")).collect();
        let (about, words) = (text.tr(setting.about), words.join(" "));
        writeln!(page, "| `{}` | {about} | {words} | `{}` |", setting.name, setting.default)
            .unwrap();
    }
    let colours = text.tr("config-template-colours");
    let names = ColourRole::ALL.map(|(name, _)| format!("`{name}`")).join(" ");
    writeln!(page, "| `{COLOURS}` | {colours} | {names} | those of the theme |").unwrap();
    let keys = text.tr("config-template-keys");
    writeln!(page, "| `{KEYS}` | {keys} | [keys](keys.md) | as listed there |").unwrap();
    page.push_str("\n## Environment variables\n\n| variable | what |\n| --- | --- |\n");
    for variable in VARIABLES {
        writeln!(page, "| `{}` | {} |", variable.name, text.tr(variable.about)).unwrap();
    }
    page.push_str(
        "\n## Files and places\n\nWhere a variable is not set, its folder is `~/.config`, `~/.local/share` or `~/.local/state`. The \
         register is where `--db` says.\n\n| file | what |\n| --- | --- |\n",
    );
    for (file, about) in FILES {
        writeln!(page, "| `{file}` | {} |", text.tr(about)).unwrap();
    }
    page.push_str(
        "\nThe log tells of starts, requests to the register with their times, writes by number of batch, need and field, and \
         failures. It names\nthe register and who works, and never holds what somebody has written: no filter, note or text. Its owner alone can read it. It has a \
         megabyte at most; what is in it\nthen is kept as one older file.\n\n## Options\n\n",
    );
    let help = printed(&["--lang", "en", "--help"]);
    let from = help.find("Arguments:").unwrap();
    let to = help.find("Examples:").unwrap();
    writeln!(page, "```text\n{}\n```\n", help[from..to].trim_end()).unwrap();
    page.push_str(
        "`ta-tui COMMAND --help` explains the options of each command.\n\n## Which build it is\n\n`ta-tui --version` names the commit that a \
         release build was made from, where it was built in the checkout of the\nrepository and git is there; `-changed` stands behind it where \
         the sources differed from that commit. `TA_TUI_COMMIT`, set when it is built,\nis named in its place, and nothing is where it is \
         empty. The name has twelve digits and depends on the sources alone, so that two builds of\none commit with the same tools are \
         alike. A build for development names none.\n\n## A settings file with everything in it\n\n",
    );
    let template = printed(&["--lang", "en", "config", "template"]);
    writeln!(page, "```toml\n{}\n```", template.trim_end()).unwrap();
    fresh("docs/configuration.md", &wrapped(&page));
}

#[test]
fn the_schemas_and_their_document_are_made_from_the_tables_of_properties() {
    let sample = Sample::new();
    let mut page = HEAD.to_owned();
    for list in lists() {
        let made = serde_json::to_string_pretty(&schema(&list)).unwrap();
        fresh(&format!("docs/schema/{}.schema.json", list.command), &(made + "\n"));
        page.push_str(&section(&list, &sample));
    }
    fresh("docs/json.md", &wrapped(&page));
}

#[test]
fn what_each_list_really_gives_is_what_its_schema_says() {
    let sample = Sample::new();
    for list in lists() {
        let schema = schema(&list);
        let mut given = vec![sample.example(&list).1];
        if list.has_columns {
            given.push(sample.objects(&[list.command]));
            given.push(sample.objects(&[list.command, "--columns", "all"]));
            given.push(sample.objects(&[list.command, "--columns", "all", "--no-names"]));
        }
        for objects in given {
            let found = faults(&schema, &objects.clone().into(), list.command);
            assert!(found.is_empty(), "{}", found[..found.len().min(9)].join("\n"));
            let can_be_empty = ["check", "overlaps"].contains(&list.command);
            assert!(!objects.is_empty() || can_be_empty, "{}: nothing", list.command);
        }
        if list.has_columns {
            let all = sample.objects(&[list.command, "--columns", "all", "--limit", "1"]);
            let names: Vec<&str> = all[0].as_object().unwrap().keys().map(String::as_str).collect();
            let known: Vec<&str> = list.properties.iter().map(|property| property.name).collect();
            assert_eq!(names, known, "{}", list.command);
        }
    }
}

#[test]
fn a_value_of_another_kind_is_found_by_the_schema() {
    let needs = lists().remove(0);
    let mut need = Sample::new().objects(&["needs", "--limit", "1"]).remove(0);
    let check = |need: &serde_json::Value| faults(&schema(&needs), &vec![need.clone()].into(), "");
    assert_eq!(check(&need), [""; 0]);
    for (name, value) in [
        ("id", "12".into()),
        ("priority", "urgent".into()),
        ("identified_on", "2019-13".into()),
        ("articles", vec!["8"].into()),
        ("state", serde_json::Value::Null),
        ("colour", "red".into()),
    ] {
        let before = need.clone();
        need[name] = value;
        assert_eq!(check(&need).len(), 1, "{name}");
        need = before;
    }
    need.as_object_mut().unwrap().remove("version");
    assert_eq!(check(&need).len(), 1, "what is required");
}

#[test]
fn every_command_has_its_words_in_every_language() {
    for &lang in Lang::ALL {
        let text = Text::of(lang);
        for command in commands::all() {
            assert!(text.has(&command.name_id()), "{lang:?}: {}", command.name_id());
            assert!(text.has(&command.about_id()), "{lang:?}: {}", command.about_id());
        }
    }
}

#[test]
fn b5_every_example_of_folding_is_true() {
    let page = include_str!("../../docs/folding.md");
    let rows = page.lines().filter(|line| line.starts_with("| ") && line.contains('`'));
    let mut tried = 0;
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").collect();
        let [_, typed, written] = cells[..] else { panic!("{row}") };
        let typed = typed.trim().trim_matches('`');
        for written in written.trim().split(", ") {
            let [typed, written] = [typed, written].map(fold);
            assert!(typed == written, "{row}: {typed} {written}");
            tried += 1;
        }
    }
    assert!(tried >= 30, "{tried}");
}
