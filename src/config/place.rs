//! Where files lie: the places of the XDG Base Directory Specification.

use etcetera::base_strategy::{BaseStrategy, Xdg};
use std::path::PathBuf;

/// The name of the program's folder in each of the places.
const FOLDER: &str = "ta-tui";

/// `$XDG_CONFIG_HOME/ta-tui/config.toml`; nothing where the user has no home directory.
pub fn config_file() -> Option<PathBuf> {
    Xdg::new().ok().map(|xdg| xdg.config_dir().join(FOLDER).join("config.toml"))
}

/// `$XDG_DATA_HOME/ta-tui`; nothing where the user has no home directory.
pub fn data_dir() -> Option<PathBuf> {
    Xdg::new().ok().map(|xdg| xdg.data_dir().join(FOLDER))
}
