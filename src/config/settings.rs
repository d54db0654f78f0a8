//! The settings of the configuration file as a table, for reading it, for its template and for
//! documents.

use super::signs::WORDS;
use super::{ColourScheme, StartScreen, row};
use crate::text::Lang;

/// A setting that is one of a few words, or true or false.
#[derive(Clone, Copy, Debug)]
pub struct ConfigSetting {
    /// Its name in the file.
    pub name: &'static str,
    /// The message that describes it.
    pub about: &'static str,
    /// The word that holds without it, unless the environment says something else.
    pub default: &'static str,
    words: fn() -> Vec<&'static str>,
    /// Whether its value is true or false, without quotation marks.
    pub is_flag: bool,
}

impl ConfigSetting {
    /// The words that it can be.
    pub fn words(&self) -> Vec<&'static str> {
        (self.words)()
    }

    /// A value of it as the file writes it.
    pub fn written(&self, value: &str) -> String {
        if self.is_flag { value.to_owned() } else { format!("\"{value}\"") }
    }
}

/// The language of the program.
pub(super) const LANGUAGE: ConfigSetting = ConfigSetting {
    name: "language",
    about: "setting-language",
    default: "en",
    words: || Lang::ALL.iter().map(|lang| lang.code()).collect(),
    is_flag: false,
};

/// The colours.
pub(super) const THEME: ConfigSetting = ConfigSetting {
    name: "theme",
    about: "setting-theme",
    default: "auto",
    words: || ColourScheme::ALL.iter().map(|(word, _)| *word).collect(),
    is_flag: false,
};

/// The signs that are drawn with.
pub(super) const SIGNS: ConfigSetting = ConfigSetting {
    name: "signs",
    about: "setting-signs",
    default: "auto",
    words: || WORDS.iter().map(|(word, _)| *word).collect(),
    is_flag: false,
};

/// The mark of the row under the cursor.
pub(super) const ROW: ConfigSetting = ConfigSetting {
    name: "row",
    about: "setting-row",
    default: "auto",
    words: || row::WORDS.iter().map(|(word, _)| *word).collect(),
    is_flag: false,
};

/// Whether the mouse is heard.
pub(super) const MOUSE: ConfigSetting = ConfigSetting {
    name: "mouse",
    about: "setting-mouse",
    default: "false",
    words: || vec!["true", "false"],
    is_flag: true,
};

/// The first screen.
pub(super) const START: ConfigSetting = ConfigSetting {
    name: "start",
    about: "setting-start",
    default: "mine",
    words: || StartScreen::ALL.iter().map(|(word, _)| *word).collect(),
    is_flag: false,
};

/// The table of single colours.
pub const COLOURS: &str = "colours";

/// The table of the keys of commands.
pub const KEYS: &str = "keys";

/// Every setting but the tables of colours and keys.
pub const SETTINGS: [ConfigSetting; 6] = [LANGUAGE, THEME, SIGNS, ROW, MOUSE, START];
