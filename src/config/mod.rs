//! The settings of a user for all sessions: the language, the theme, the signs and the keys, in one TOML
//! file in the XDG place; and where the program keeps its own data. Names nothing but the languages.
//!
//! ```toml
//! language = "zh"
//! theme = "dark"          # auto, dark, light, more or none
//! start = "mine"          # overview, triage or mine
//! signs = "ascii"         # auto, unicode or ascii
//!
//! [colours]
//! unmet = "bright-red"    # a name, a number up to 255 or "#rrggbb"
//!
//! [keys]
//! "triage.priority" = ["p", "F5"]
//! ```
//!
//! A file that is wrong in one place still sets the rest: every mistake is a message with its
//! file, line and column, and the program says them all and goes on.

mod administrator;
mod choices;
mod colours;
mod content;
mod environment;
mod file;
mod language;
mod log_level;
mod origin;
mod place;
mod reading;
mod row;
mod settings;
mod signs;
mod source;
mod theme;
mod width;

pub use administrator::{ADMINISTRATORS_FILE, SessionLimits};
pub use choices::{ColourScheme, StartScreen};
pub use colours::{ColourRole, ColourSetting, ColourValue, SIXTEEN};
pub use content::{Config, KeySetting};
pub use environment::{VARIABLES, Variable};
pub use language::{ENVIRONMENT, choose, unknown};
pub use log_level::{LOG, log_level};
pub use origin::SettingOrigin;
pub use place::{FILES, config_file, data_dir, log_file};
pub use reading::{Unread, read_regular};
pub use row::{RowMark, row_mark};
pub use settings::{COLOURS, ConfigSetting, KEYS, SETTINGS};
pub use signs::signs;
pub use source::FilePosition;
pub use theme::theme;
pub use width::may_be_wide;
