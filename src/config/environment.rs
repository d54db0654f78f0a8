//! The environment variables that the program reads, for help texts and documents.

/// An environment variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// The message that describes it.
    pub about: &'static str,
}

const fn variable(name: &'static str, about: &'static str) -> Variable {
    Variable { name, about }
}

/// Every variable, the program's own first.
pub const VARIABLES: [Variable; 20] = [
    variable("TA_TUI_DB", "variable-db"),
    variable("TA_TUI_AS", "variable-as"),
    variable("TA_TUI_LANG", "variable-lang"),
    variable("TA_TUI_LOG", "variable-log"),
    variable("LC_ALL", "variable-lc-all"),
    variable("LC_MESSAGES", "variable-lc-messages"),
    variable("LC_CTYPE", "variable-lc-ctype"),
    variable("LANG", "variable-locale"),
    variable("NO_COLOR", "variable-no-color"),
    variable("COLORFGBG", "variable-colorfgbg"),
    variable("COLORTERM", "variable-colorterm"),
    variable("TERM", "variable-term"),
    variable("TERM_PROGRAM", "variable-term-program"),
    variable("SSH_CONNECTION", "variable-ssh-connection"),
    variable("SSH_TTY", "variable-ssh"),
    variable("XDG_CONFIG_HOME", "variable-config-home"),
    variable("XDG_DATA_HOME", "variable-data-home"),
    variable("XDG_STATE_HOME", "variable-state-home"),
    variable("HOME", "variable-home"),
    variable("USER", "variable-user"),
];

impl Variable {
    /// Whether the program alone reads it.
    pub fn is_own(&self) -> bool {
        self.name.starts_with("TA_TUI_")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Text};

    #[test]
    fn every_variable_is_explained_once_in_every_language() {
        for (place, variable) in VARIABLES.iter().enumerate() {
            assert!(VARIABLES[..place].iter().all(|other| other.name != variable.name));
            assert!(Lang::ALL.iter().all(|lang| Text::of(*lang).has(variable.about)));
        }
    }
}
