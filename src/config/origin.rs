//! The origin of the value of a setting.

/// Where the value of a setting comes from, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingOrigin {
    /// An option of the command line.
    Option(&'static str),
    /// An environment variable.
    Variable(&'static str),
    /// The configuration file.
    File,
    /// The default: it is set nowhere.
    Default,
}
