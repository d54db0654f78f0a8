//! What a user sets for all sessions: the language, the theme, the signs and the keys, in one TOML
//! file in the XDG place; and where the program keeps its own data. Names nothing but the languages.
//!
//! ```toml
//! language = "zh"
//! theme = "dark"          # auto, dark, light or none
//! start = "mine"          # overview, triage or mine
//! signs = "ascii"         # auto, unicode or ascii
//!
//! [keys]
//! "triage.priority" = ["p", "F5"]
//! ```
//!
//! A file that is wrong in one place still sets the rest: every mistake is a message with its
//! file, line and column, and the program says them all and goes on.

mod choices;
mod environment;
mod file;
mod language;
mod log_level;
mod origin;
mod place;
mod reading;
mod settings;
mod signs;
mod source;
mod theme;

pub use choices::{Start, Theme};
pub use environment::{VARIABLES, Variable};
pub use file::KeySetting;
pub use language::{ENVIRONMENT, choose, unknown};
pub use log_level::{LOG, log_level};
pub use origin::Origin;
pub use place::{FILES, config_file, data_dir, log_file};
pub use reading::{Unread, read_regular};
pub use settings::{KEYS, SETTINGS, Setting};
pub use signs::signs;
pub use source::Place;
pub use theme::theme;

use crate::text::{Lang, Message, Signs};
use std::collections::BTreeMap;
use std::path::Path;

/// The most bytes that a file of settings has: more than one for every command and key.
const MOST_BYTES: usize = 1 << 20;

/// The settings of a configuration file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The language, where set.
    pub language: Option<Lang>,
    /// The theme, where set.
    pub theme: Option<Theme>,
    /// What is shown first, where set.
    pub start: Option<Start>,
    /// Which signs to write, where set to anything but `auto`.
    pub signs: Option<Signs>,
    /// Where each of these is set, by its name.
    pub places: BTreeMap<&'static str, Place>,
    /// The keys of commands, in the order of the commands' ids; whether a command exists is for
    /// the table of commands to say.
    pub keys: Vec<KeySetting>,
    /// What could not be read, each with file, line and column.
    pub problems: Vec<Message>,
}

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

    /// Reads the text of a file; `file` is what problems name it.
    pub fn parse(file: &str, bytes: &[u8]) -> Self {
        file::parse(file, bytes)
    }
}
