//! The settings of a configuration file, and the parts of it that could not be read.

use super::{ColourScheme, ColourSetting, FilePosition, RowMark, StartScreen};
use crate::text::{Lang, Message, Signs};
use std::collections::BTreeMap;

/// The settings of a configuration file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The language, where set.
    pub language: Option<Lang>,
    /// The theme, where set.
    pub theme: Option<ColourScheme>,
    /// The first screen, where set.
    pub start: Option<StartScreen>,
    /// The signs to write, where set to anything but `auto`.
    pub signs: Option<Signs>,
    /// The mark of the row under the cursor, where set to anything but `auto`.
    pub row: Option<RowMark>,
    /// Whether the mouse is heard, where set.
    pub mouse: Option<bool>,
    /// The single colours that are set, in the order of their names.
    pub colours: Vec<ColourSetting>,
    /// The position of each of these in the file, by name.
    pub places: BTreeMap<&'static str, FilePosition>,
    /// The keys of commands, in the order of the commands' ids; whether a command exists is for
    /// the table of commands to say.
    pub keys: Vec<KeySetting>,
    /// The values that could not be read, each with file, line and column.
    pub problems: Vec<Message>,
}

/// The keys that the user gives to a command, in place of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySetting {
    /// The command's id, as written.
    pub command: String,
    /// The keys, as written; none takes the command's keys away.
    pub keys: Vec<String>,
    /// Its position, for a message about an unknown command or key.
    pub place: FilePosition,
}
