//! The name by which the program is called.

/// The name of the program.
pub(in crate::cli) const PROGRAM: &str = "ta-tui";
