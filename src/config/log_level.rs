//! The level of the log file, or none: the variable `TA_TUI_LOG`.

use crate::text::{Arg, Message};
use log::LevelFilter;

/// The variable that asks for a log.
pub const LOG: &str = "TA_TUI_LOG";

/// The words that it takes.
const LEVELS: [(&str, LevelFilter); 4] = [
    ("error", LevelFilter::Error),
    ("warn", LevelFilter::Warn),
    ("info", LevelFilter::Info),
    ("debug", LevelFilter::Debug),
];

/// The level of the log; `None` where no log is asked for. `variable` gives the value of an environment variable.
///
/// # Errors
/// The variable has another value than a level.
pub fn log_level(
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Option<LevelFilter>, Message> {
    let Some(word) = variable(LOG).filter(|word| !word.is_empty()) else { return Ok(None) };
    let level = LEVELS.iter().find(|(name, _)| name.eq_ignore_ascii_case(&word));
    level.map(|(_, level)| Some(*level)).ok_or_else(|| {
        Message::new("config-unknown-level")
            .with("variable", LOG)
            .with("value", word)
            .with("known", LEVELS.iter().map(|(name, _)| *name).collect::<Arg>())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e13_only_a_level_asks_for_a_log() {
        let asked = |value: &str| log_level(|_| Some(value.to_owned()));
        assert_eq!(log_level(|_| None), Ok(None));
        assert_eq!(asked(""), Ok(None));
        assert_eq!(asked("DEBUG"), Ok(Some(LevelFilter::Debug)));
        let wrong = asked("loud").unwrap_err().to_string();
        assert!(wrong.contains("loud") && wrong.contains("error, warn, info, debug"), "{wrong}");
    }
}
