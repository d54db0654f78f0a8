//! The configuration file: its settings, and every mistake in it with its place.

use super::content::{Config, KeySetting};
use super::reading::read_regular;
use super::settings::{
    COLOURS, ConfigSetting, KEYS, LANGUAGE, MOUSE, ROW, SETTINGS, SIGNS, START, THEME,
};
use super::signs::WORDS;
use super::{
    ColourRole, ColourScheme, ColourSetting, ColourValue, FilePosition, SIXTEEN, StartScreen, row,
};
use crate::text::{Arg, Lang, Message};
use std::path::Path;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// The most bytes that a file of settings has: more than one for every command and key.
const MOST_BYTES: usize = 1 << 20;

impl Config {
    /// Reads the file. One that is missing sets nothing; one that cannot be opened or read is a
    /// problem in [`Config::problems`].
    pub fn read(path: &Path) -> Self {
        let file = path.to_string_lossy();
        match read_regular(path, MOST_BYTES) {
            Ok(bytes) => Self::parse(&file, &bytes),
            Err(unread) if unread.is_missing() => Self::default(),
            Err(unread) => Self { problems: vec![unread.message(&file)], ..Self::default() },
        }
    }

    /// Reads the text of a file; problems name it `file`.
    pub fn parse(file: &str, bytes: &[u8]) -> Self {
        parse(file, bytes)
    }
}

/// The names of all settings.
fn known_names() -> Arg {
    let names = SETTINGS.iter().map(|setting| setting.name);
    names.chain([COLOURS, KEYS]).collect()
}

fn parse(file: &str, bytes: &[u8]) -> Config {
    let mut reader = Reader { file, text: "", config: Config::default() };
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            // Everything before the first wrong byte is text and gives the place.
            reader.text = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
            reader.problem(error.valid_up_to(), Message::new("config-not-text"));
            return reader.config;
        }
    };
    reader.text = text;
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        let message = match unquoted(text, at) {
            Some((name, word)) => {
                Message::new("config-unquoted").with("name", name).with("word", word)
            }
            None => Message::new("config-syntax").with("reason", error.message()),
        };
        reader.problem(at, message);
    }
    if errors.is_empty() {
        reader.table(table.get_ref());
    }
    reader.config
}

/// The name and the word of a line such as `theme = none`, whose word needs quotation marks.
fn unquoted(text: &str, at: usize) -> Option<(&str, &str)> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next()?;
    let (name, value) = line.split('#').next()?.split_once('=')?;
    let word = value.trim();
    let is_word = word.starts_with(char::is_alphabetic)
        && word.chars().all(|c| c.is_alphanumeric() || "-_+".contains(c));
    is_word.then(|| (name.trim(), word))
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    config: Config,
}

impl Reader<'_> {
    fn problem(&mut self, byte: usize, message: Message) {
        let place = FilePosition::of(self.file, self.text, byte);
        self.config.problems.push(place.mark(message));
    }

    fn table(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "language" => {
                    let read = |word: &str| Lang::ALL.iter().copied().find(|l| l.code() == word);
                    self.config.language = self.word(&LANGUAGE, key, value, read);
                }
                "theme" => {
                    self.config.theme = self.word(&THEME, key, value, ColourScheme::from_word);
                }
                "start" => {
                    self.config.start = self.word(&START, key, value, StartScreen::from_word);
                }
                "signs" => {
                    let read = |word: &str| {
                        WORDS.iter().find(|(name, _)| *name == word).map(|(_, set)| *set)
                    };
                    self.config.signs = self.word(&SIGNS, key, value, read).flatten();
                }
                "row" => {
                    let read = |word: &str| {
                        row::WORDS.iter().find(|(name, _)| *name == word).map(|(_, mark)| *mark)
                    };
                    self.config.row = self.word(&ROW, key, value, read).flatten();
                }
                "mouse" => self.config.mouse = self.flag(&MOUSE, key, value),
                COLOURS => self.colours(value),
                KEYS => self.keys(value),
                other => {
                    let message = Message::new("config-unknown-field")
                        .with("field", other)
                        .with("known", known_names());
                    self.problem(key.span().start, message);
                }
            }
        }
    }

    /// The value of a field that is true or false.
    fn flag(
        &mut self,
        setting: &ConfigSetting,
        name: &Spanned<DeString<'_>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Option<bool> {
        let DeValue::Boolean(flag) = value.get_ref() else {
            let message = Message::new("config-no-flag").with("field", setting.name);
            self.problem(value.span().start, message);
            return None;
        };
        let place = FilePosition::of(self.file, self.text, name.span().start);
        self.config.places.insert(setting.name, place);
        Some(*flag)
    }

    /// The value that a field's word names, of those that are known.
    fn word<T>(
        &mut self,
        setting: &ConfigSetting,
        name: &Spanned<DeString<'_>>,
        value: &Spanned<DeValue<'_>>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let at = value.span().start;
        let DeValue::String(word) = value.get_ref() else {
            self.problem(at, Message::new("config-wrong-type").with("field", setting.name));
            return None;
        };
        let found = read(word);
        if found.is_some() {
            let place = FilePosition::of(self.file, self.text, name.span().start);
            self.config.places.insert(setting.name, place);
        } else {
            let message = Message::new("config-wrong-value")
                .with("field", setting.name)
                .with("value", word.as_ref())
                .with("known", setting.words().into_iter().collect::<Arg>());
            self.problem(at, message);
        }
        found
    }

    fn colours(&mut self, value: &Spanned<DeValue<'_>>) {
        let DeValue::Table(table) = value.get_ref() else {
            self.problem(value.span().start, Message::new("config-colours-no-table"));
            return;
        };
        for (name, value) in table {
            self.colour(name, value);
        }
    }

    /// One colour: a word, or a number up to 255 without quotation marks.
    fn colour(&mut self, name: &Spanned<DeString<'_>>, value: &Spanned<DeValue<'_>>) {
        let Some(role) = ColourRole::from_word(name.get_ref()) else {
            let known: Arg = ColourRole::ALL.iter().map(|(name, _)| *name).collect();
            let message = Message::new("config-unknown-colour")
                .with("name", name.get_ref().as_ref())
                .with("known", known);
            self.problem(name.span().start, message);
            return;
        };
        let span = value.span();
        let word = match value.get_ref() {
            DeValue::String(word) => word.as_ref(),
            DeValue::Integer(_) => self.text.get(span.clone()).unwrap_or_default(),
            _ => "",
        };
        if let Some(value) = ColourValue::parse(word) {
            let place = FilePosition::of(self.file, self.text, name.span().start);
            self.config.colours.push(ColourSetting { role, value, place });
        } else {
            let message = Message::new("config-wrong-colour")
                .with("name", role.word())
                .with("value", self.text.get(span.clone()).unwrap_or_default())
                .with("known", SIXTEEN.into_iter().collect::<Arg>());
            self.problem(span.start, message);
        }
    }

    fn keys(&mut self, value: &Spanned<DeValue<'_>>) {
        let DeValue::Table(table) = value.get_ref() else {
            self.problem(value.span().start, Message::new("config-keys-no-table"));
            return;
        };
        self.key_table("", table);
    }

    /// A dotted command id may be written quoted or as nested tables: TOML reads `a.b = "x"` as a
    /// table `a` with `b`, and a user need not know.
    fn key_table(&mut self, prefix: &str, table: &DeTable<'_>) {
        for (key, value) in table {
            let command = format!("{prefix}{}", key.get_ref());
            match value.get_ref() {
                DeValue::Table(inner) => self.key_table(&format!("{command}."), inner),
                other => self.key_setting(command, key, value.span().start, other),
            }
        }
    }

    fn key_setting(
        &mut self,
        command: String,
        name: &Spanned<DeString<'_>>,
        at: usize,
        value: &DeValue<'_>,
    ) {
        let mut keys = Vec::new();
        match value {
            DeValue::String(key) => keys.push(key.clone().into_owned()),
            DeValue::Array(list) => {
                for item in list {
                    let DeValue::String(key) = item.get_ref() else {
                        let message = Message::new("config-wrong-key").with("command", command);
                        self.problem(item.span().start, message);
                        return;
                    };
                    keys.push(key.clone().into_owned());
                }
            }
            _ => {
                let message = Message::new("config-wrong-key").with("command", command);
                self.problem(at, message);
                return;
            }
        }
        let place = FilePosition::of(self.file, self.text, name.span().start);
        self.config.keys.push(KeySetting { command, keys, place });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Signs;

    fn read(text: &str) -> Config {
        Config::parse("c.toml", text.as_bytes())
    }

    fn said(config: &Config) -> Vec<String> {
        config.problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_whole_file_is_read() {
        let config = read(
            "language = \"zh\"\nstart = \"mine\"\ntheme = 'light'\nsigns = \"ascii\"\n[keys]\n\"a.b\" = \"x\"\nc = [\"F5\", \"ctrl-c\"]\n\
             d.e = []\n",
        );
        assert_eq!(said(&config), [""; 0]);
        assert_eq!((config.language, config.theme), (Some(Lang::Zh), Some(ColourScheme::Light)));
        assert_eq!((config.start, config.signs), (Some(StartScreen::Mine), Some(Signs::Ascii)));
        let keys: Vec<_> =
            config.keys.iter().map(|k| (k.command.as_str(), k.keys.join(" "))).collect();
        assert_eq!(
            keys,
            [("a.b", "x".to_owned()), ("c", "F5 ctrl-c".to_owned()), ("d.e", String::new())]
        );
        assert_eq!((config.keys[1].place.line, config.keys[1].place.column), (7, 1));
        let lines: Vec<_> = config.places.iter().map(|(name, at)| (*name, at.line)).collect();
        assert_eq!(lines, [("language", 1), ("signs", 4), ("start", 2), ("theme", 3)]);
    }

    #[test]
    fn a_flag_is_true_or_false_without_quotation_marks() {
        assert_eq!(read("mouse = true").mouse, Some(true));
        assert_eq!(read("mouse = false").mouse, Some(false));
        assert!(said_of("theme = \"dark\"\nmouse = \"on\"").starts_with("c.toml:2:9:"));
    }

    #[test]
    fn an_empty_file_sets_nothing() {
        assert_eq!(read(""), Config::default());
        assert_eq!(Config::read(Path::new("/no/such/file.toml")), Config::default());
    }

    #[test]
    fn every_mistake_is_named_with_its_place_and_the_rest_is_read() {
        let config = read(
            "colour = 1\nlanguage = \"xx\"\ntheme = 3\n[keys]\nquit = 5\nopen = [\"o\", 1]\nback = \"b\"\n",
        );
        let said = said(&config);
        assert_eq!(said.len(), 5, "{said:#?}");
        for (place, word) in [
            ("c.toml:1:1:", "colour"),
            ("c.toml:2:12:", "xx"),
            ("c.toml:3:9:", "theme"),
            ("c.toml:5:8:", "quit"),
            ("c.toml:6:14:", "open"),
        ] {
            assert!(
                said.iter().any(|line| line.starts_with(place) && line.contains(word)),
                "{place} {word} {said:#?}"
            );
        }
        assert_eq!(config.keys.len(), 1);
        assert_eq!(config.theme, None);
    }

    #[test]
    fn single_colours_are_read_and_a_wrong_one_is_named_with_its_place() {
        let config = read(
            "[colours]\nunmet = \"bright-red\"\naccent = 208\nmet = \"#3fe0cf\"\n\
             pink = 1\nlow = 256\nhigh = \"orange\"\ndim = [1]\n",
        );
        let read: Vec<_> = config.colours.iter().map(|c| (c.role, c.value.word())).collect();
        let of = |role, word: &str| (role, word.to_owned());
        assert_eq!(read.len(), 3);
        for one in [
            of(ColourRole::Unmet, "bright-red"),
            of(ColourRole::Accent, "208"),
            of(ColourRole::Met, "#3fe0cf"),
        ] {
            assert!(read.contains(&one), "{read:?}");
        }
        let said = said(&config);
        for (place, word) in [
            ("c.toml:5:1:", "pink"),
            ("c.toml:6:7:", "256"),
            ("c.toml:7:8:", "orange"),
            ("c.toml:8:7:", "dim"),
        ] {
            let is_said = |line: &String| line.starts_with(place) && line.contains(word);
            assert!(said.iter().any(is_said), "{place} {word} {said:#?}");
        }
        assert!(said_of("colours = 3").starts_with("c.toml:1:11:"));
    }

    /// The first problem of a file.
    fn said_of(text: &str) -> String {
        said(&read(text)).swap_remove(0)
    }

    #[test]
    fn e14_a_word_without_quotation_marks_is_told_with_them() {
        for (file, told) in [
            ("theme = none\n", "c.toml:1:9: write theme = \"none\""),
            ("signs = ascii # over SSH\n", "c.toml:1:9: write signs = \"ascii\""),
            ("[keys]\n\"triage.low\" = ctrl-x\n", "c.toml:2:16: write \"triage.low\" = \"ctrl-x\""),
        ] {
            let said = said(&read(file));
            assert!(said[0].starts_with(told), "{said:?}");
        }
        assert!(said(&read("theme = [\n"))[0].contains("TOML"));
    }

    #[test]
    fn what_is_no_toml_is_said_with_its_place() {
        let config = read("theme = \"dark\"\nlanguage \"zh\"\n");
        assert!(said(&config)[0].starts_with("c.toml:2:"), "{:?}", said(&config));
        assert_eq!(config.theme, None);
        let config = Config::parse("c.toml", b"theme = \"dark\"\n\xff\n");
        assert!(said(&config)[0].starts_with("c.toml:2:1:"), "{:?}", said(&config));
        assert!(said(&read("keys = 3"))[0].starts_with("c.toml:1:8:"));
    }
}
