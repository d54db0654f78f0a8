//! How far tests go through all combinations.

/// Whether they go through everything that they otherwise draw from: `TA_TUI_SWEEP` is set.
pub fn is_whole() -> bool {
    std::env::var_os("TA_TUI_SWEEP").is_some()
}
