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

mod file;
mod language;
mod place;
mod signs;
mod source;

pub use file::{KeySetting, Start, Theme};
pub use language::{ENVIRONMENT, choose, unknown};
pub use place::{config_file, data_dir};
pub use signs::signs;
pub use source::Place;

use crate::text::{Lang, Message, Signs};
use std::path::Path;

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
        match std::fs::read(path) {
            Ok(bytes) => Self::parse(&path.to_string_lossy(), &bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::default(),
            Err(error) => {
                let problem = Message::new("config-unreadable")
                    .with("file", path.to_string_lossy().as_ref())
                    .with("reason", error.to_string());
                Self { problems: vec![problem], ..Self::default() }
            }
        }
    }

    /// Reads the text of a file; `file` is what problems name it.
    pub fn parse(file: &str, bytes: &[u8]) -> Self {
        file::parse(file, bytes)
    }
}
