//! `ta-tui config`: the settings file, the settings in force and the origin of each value, and a
//! template of the file, made from the tables of settings and commands.

use super::about_args::{ConfigArgs, ConfigPart};
use super::failure::{Failure, Status};
use super::format::Format;
use super::output::Output;
use super::session::Session;
use crate::app::keymap::Keymap;
use crate::app::keys::chord::Chord;
use crate::app::keys::commands::{
    self,
    command::{Command, Group},
};
use crate::columns::property::{Property, ValueKind};
use crate::config::{
    self, ColourRole, ConfigSetting, FilePosition, SETTINGS, SIXTEEN, SettingOrigin,
};
use crate::domain::{Coded, clean_line};
use crate::exchange::{Cell, Sheet};
use crate::paint::usual;
use crate::text::{Message, Signs, Text, wrapped};
use std::fmt::Write as _;
use std::io::Write as _;

/// The columns of a comment of the template.
const WIDTH: usize = 78;

/// The properties of settings in force; names and order are a contract.
pub(super) const PROPERTIES: [Property; 4] = [
    Property::new("setting", "config-setting", ValueKind::Text).stated(),
    Property::new("value", "config-value", ValueKind::FlagOrText),
    Property::new("from", "from", ValueKind::OneOf(origins)).stated(),
    Property::new("at", "where", ValueKind::Text),
];

/// The origins of a value, for programs.
fn origins() -> Vec<&'static str> {
    vec!["option", "environment", "file", "default"]
}

pub(super) fn run(session: &Session<'_>, args: &ConfigArgs) -> Result<(), Failure> {
    let is_list = args.what == ConfigPart::Show;
    if !is_list && !args.format.chosen().is_for_people() {
        return Err(Failure::new(Status::Usage, Message::new("cli-config-no-list")));
    }
    let Some(file) = config::config_file() else {
        return Err(Failure::new(Status::Failed, Message::new("cli-config-no-home")));
    };
    let mut out = Output::data();
    match args.what {
        ConfigPart::Path => writeln!(out, "{}", file.display())?,
        ConfigPart::Template => out.write_all(template(session.text()).as_bytes())?,
        ConfigPart::Show => return show(session, args.format.chosen()),
    }
    out.finish()
}

/// A setting with its value.
struct InForce {
    name: String,
    value: Cell,
    origin: SettingOrigin,
    /// Its place in the file, where it comes from there.
    place: Option<FilePosition>,
}

fn show(session: &Session<'_>, format: Format) -> Result<(), Failure> {
    let text = session.text();
    let rows = in_force(session);
    let row = |row: &InForce| {
        let (from, at) = origin_words(row, format, text);
        let value = match row.value {
            Cell::Flag(flag) if format.is_for_people() => {
                text.tr(if flag { "config-yes" } else { "config-no" }).into()
            }
            ref value => value.clone(),
        };
        vec![row.name.as_str().into(), value, from.into(), Cell::stated(at)]
    };
    let columns = PROPERTIES.iter().map(|property| property.column(text)).collect();
    let sheet = Sheet::new(columns, || rows.iter().map(row));
    Output::new().sheet(&sheet, format, &[], text)
}

/// The origin of a value: a word for programs, or a phrase for people, and the place.
fn origin_words(row: &InForce, format: Format, text: &Text) -> (String, String) {
    let (code, id, at) = match row.origin {
        SettingOrigin::Option(name) => ("option", "origin-option", name.to_owned()),
        SettingOrigin::Variable(name) => ("environment", "origin-variable", name.to_owned()),
        SettingOrigin::File => ("file", "origin-file", String::new()),
        SettingOrigin::Default => ("default", "origin-default", String::new()),
    };
    let place = row.place.as_ref().map(|p| format!("{}:{}:{}", p.file, p.line, p.column));
    let from = if format.is_for_people() { text.tr(id).into_owned() } else { code.to_owned() };
    (from, place.unwrap_or(at))
}

/// Everything that is in force, in the order of the template.
fn in_force(session: &Session<'_>) -> Vec<InForce> {
    let (config, globals) = (session.config, session.globals);
    let variable = |name: &str| std::env::var(name).ok();
    let file = config::config_file();
    let exists = file.as_ref().is_some_and(|file| file.exists());
    let folder = match variable("XDG_CONFIG_HOME").filter(|folder| folder.starts_with('/')) {
        Some(_) => SettingOrigin::Variable("XDG_CONFIG_HOME"),
        None => SettingOrigin::Default,
    };
    let path = |path: Option<std::path::PathBuf>| {
        Cell::stated(path.map_or_else(String::new, |path| clean_line(&path.to_string_lossy())))
    };
    let row = |name: &str, value: Cell, origin| InForce {
        name: name.to_owned(),
        value,
        origin,
        place: None,
    };
    let given = |name: &'static str, option: &'static str, value: Option<String>, default: Cell| {
        match value.filter(|value| !value.is_empty()) {
            Some(value) if variable(name).as_ref() == Some(&value) => {
                (value.into(), SettingOrigin::Variable(name))
            }
            Some(value) => (value.into(), SettingOrigin::Option(option)),
            None => (default, SettingOrigin::Default),
        }
    };
    let db = globals.db.as_ref().map(|db| db.to_string_lossy().into_owned());
    let sample = path(config::data_dir().map(|folder| folder.join("sample.db")));
    let (db, db_from) = given("TA_TUI_DB", "--db", db, sample);
    let (who, who_from) = given("TA_TUI_AS", "--as", globals.who.clone(), Cell::Missing);
    let log = variable(config::LOG).filter(|level| !level.is_empty());
    let log_from =
        if log.is_some() { SettingOrigin::Variable(config::LOG) } else { SettingOrigin::Default };
    let mut rows = vec![
        row("file", path(file), folder),
        row("file_exists", Cell::Flag(exists), SettingOrigin::Default),
        row("register", db, db_from),
        row("as", who, who_from),
        row("log", log.map_or(Cell::Missing, Cell::from), log_from),
    ];
    rows.extend(SETTINGS.iter().map(|setting| of_setting(setting, session)));
    rows.extend(config.colours.iter().map(|own| InForce {
        name: format!("{}.{}", config::COLOURS, own.role.word()),
        value: own.value.word().into(),
        origin: SettingOrigin::File,
        place: Some(own.place.clone()),
    }));
    // Keys that cannot be used are reported on standard error, and are not in force.
    let (keymap, _) = Keymap::new(&config.keys);
    rows.extend(config.keys.iter().filter_map(|own| {
        let command = commands::by_id(&own.command)?;
        let held = keymap.keys(command);
        let typed: Vec<Chord> = own.keys.iter().filter_map(|key| Chord::parse(key)).collect();
        let is_own = held.iter().all(|key| typed.contains(key));
        Some(InForce {
            name: format!("{}.{}", config::KEYS, own.command),
            value: held.iter().map(Chord::to_string).collect::<Vec<_>>().join(" ").into(),
            origin: if is_own { SettingOrigin::File } else { SettingOrigin::Default },
            place: is_own.then(|| own.place.clone()),
        })
    }));
    rows
}

/// A setting of the file as it is in force.
fn of_setting(setting: &ConfigSetting, session: &Session<'_>) -> InForce {
    let (config, globals) = (session.config, session.globals);
    let variable = |name: &str| std::env::var(name).ok();
    let (value, mut origin) = match setting.name {
        "language" => {
            let (lang, origin) = config::choose(globals.lang, variable, config.language);
            (lang.code(), origin)
        }
        "theme" => {
            let (theme, origin) = config::theme(variable, config.theme);
            (theme.word(), origin)
        }
        "signs" => {
            let (signs, origin) = config::signs(globals.ascii, variable, config.signs);
            (if signs == Signs::Ascii { "ascii" } else { "unicode" }, origin)
        }
        "mouse" => match config.mouse {
            Some(true) => ("true", SettingOrigin::File),
            Some(false) => ("false", SettingOrigin::File),
            None => (setting.default, SettingOrigin::Default),
        },
        "row" => {
            let (mark, origin) = config::row_mark(variable, config.row);
            (mark.word(), origin)
        }
        _ => match config.start {
            Some(start) => (start.word(), SettingOrigin::File),
            None => (setting.default, SettingOrigin::Default),
        },
    };
    let place = config.places.get(setting.name);
    if origin == SettingOrigin::Default && place.is_some() {
        origin = SettingOrigin::File; // `auto`, which leaves it open
    }
    let place = place.filter(|_| origin == SettingOrigin::File).cloned();
    InForce { name: setting.name.to_owned(), value: value.into(), origin, place }
}

/// A settings file that changes nothing; to change a setting, its `#` is removed.
fn template(text: &Text) -> String {
    let mut file = String::new();
    comment(&text.tr("config-template-about"), &mut file);
    for setting in SETTINGS {
        file.push('\n');
        comment(&text.tr(setting.about), &mut file);
        comment(&setting.words().join(", "), &mut file);
        let _ = writeln!(file, "#{} = {}", setting.name, setting.written(setting.default));
    }
    file.push('\n');
    comment(&text.tr("config-template-colours"), &mut file);
    comment(&SIXTEEN.join(", "), &mut file);
    let _ = writeln!(file, "[{}]", config::COLOURS);
    for (name, role) in ColourRole::ALL {
        let _ = writeln!(file, "#{name} = {}", quoted(&usual(role).word()));
    }
    file.push('\n');
    comment(&text.tr("config-template-keys"), &mut file);
    let _ = writeln!(file, "[{}]", config::KEYS);
    for group in Group::ALL {
        file.push('\n');
        comment(&text.tr(&format!("group-{}", group.code())), &mut file);
        let settable = |command: &&Command| command.group == *group && !command.has_fixed_keys();
        for command in commands::all().filter(settable) {
            let keys: Vec<String> = command.keys.iter().map(|key| quoted(key)).collect();
            comment(&text.tr(&command.about_id()), &mut file);
            let _ = writeln!(file, "#{} = [{}]", quoted(command.id), keys.join(", "));
        }
    }
    file
}

/// A comment has a space behind its `#`, a setting has none.
fn comment(words: &str, file: &mut String) {
    for line in wrapped(words, WIDTH) {
        let _ = writeln!(file, "# {line}");
    }
}

/// A word as a string of TOML.
fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::Keymap;
    use crate::config::Config;
    use crate::text::Lang;

    #[test]
    fn the_template_as_it_is_sets_nothing() {
        for &lang in Lang::ALL {
            let file = template(Text::of(lang));
            assert_eq!(Config::parse("t.toml", file.as_bytes()), Config::default(), "{file}");
        }
    }

    #[test]
    fn the_template_with_every_setting_in_force_is_what_holds_without_it() {
        let (by_table, _) = Keymap::new(&[]);
        for &lang in Lang::ALL {
            let file = template(Text::of(lang));
            let bare = |line: &str| match line.strip_prefix('#') {
                Some(rest) if !rest.starts_with(' ') => rest.to_owned(),
                _ => line.to_owned(),
            };
            let file: Vec<String> = file.lines().map(bare).collect();
            let config = Config::parse("t.toml", file.join("\n").as_bytes());
            assert!(config.problems.is_empty(), "{:?}", config.problems);
            for setting in SETTINGS {
                assert!(config.places.contains_key(setting.name), "{}", setting.name);
                assert!(setting.words().contains(&setting.default), "{}", setting.name);
            }
            let (keymap, problems) = Keymap::new(&config.keys);
            assert!(problems.is_empty(), "{problems:?}");
            for command in commands::all() {
                assert_eq!(keymap.keys(command), by_table.keys(command), "{}", command.id);
            }
            assert_eq!(config.colours.len(), ColourRole::ALL.len());
            let settable = commands::all().filter(|command| !command.has_fixed_keys());
            assert_eq!(config.keys.len(), settable.count());
        }
    }
}
