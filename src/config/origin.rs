//! The origin of the value of a setting.

/// The origin of a setting's value, the nearest first.
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
