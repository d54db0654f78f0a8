//! The places of files, by the rules of the XDG Base Directory Specification.

use etcetera::base_strategy::{BaseStrategy, Xdg};
use std::path::PathBuf;

/// The files of the program for help texts and documents, each with the message that describes it.
/// Without the variables, the folders are `~/.config`, `~/.local/share` and `~/.local/state`.
pub const FILES: [(&str, &str); 4] = [
    ("$XDG_CONFIG_HOME/ta-tui/config.toml", "file-settings"),
    ("$XDG_DATA_HOME/ta-tui/sample.db", "file-sample"),
    ("$XDG_STATE_HOME/ta-tui/ta-tui.log", "file-log"),
    ("$XDG_STATE_HOME/ta-tui/ta-tui.log.1", "file-log-before"),
];

/// The name of the program's folder in each of the places.
const FOLDER: &str = "ta-tui";

/// Gives `$XDG_CONFIG_HOME/ta-tui/config.toml`; `None` if the user has no home directory.
pub fn config_file() -> Option<PathBuf> {
    Xdg::new().ok().map(|xdg| xdg.config_dir().join(FOLDER).join("config.toml"))
}

/// Gives `$XDG_STATE_HOME/ta-tui/ta-tui.log`; `None` if the user has no home directory.
pub fn log_file() -> Option<PathBuf> {
    Xdg::new().ok().and_then(|xdg| Some(xdg.state_dir()?.join(FOLDER).join("ta-tui.log")))
}

/// Gives `$XDG_DATA_HOME/ta-tui`; `None` if the user has no home directory.
pub fn data_dir() -> Option<PathBuf> {
    Xdg::new().ok().map(|xdg| xdg.data_dir().join(FOLDER))
}
