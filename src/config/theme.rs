//! The choice of colours: none where `NO_COLOR` is set (no-color.org), else as the configuration file
//! says, else as the terminal does.

use super::{ColourScheme, SettingOrigin};

/// The variable that takes colours away, whatever its value.
const NO_COLOR: &str = "NO_COLOR";

/// The theme, and where it comes from. `variable` gives the value of an environment variable.
pub fn theme(
    variable: impl Fn(&str) -> Option<String>,
    configured: Option<ColourScheme>,
) -> (ColourScheme, SettingOrigin) {
    if variable(NO_COLOR).is_some_and(|value| !value.is_empty()) {
        return (ColourScheme::None, SettingOrigin::Variable(NO_COLOR));
    }
    configured
        .map_or((ColourScheme::Auto, SettingOrigin::Default), |theme| (theme, SettingOrigin::File))
}

impl ColourScheme {
    /// The word that names it.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, theme)| *theme == self).map_or("", |(word, _)| word)
    }
}
