//! The version of the program: its number and commit, the SQLite in it, the schema of the registers it makes.

use crate::store;
use crate::text::Text;

/// The commit that it was built from, where the build has named it: the variable of the environment, or the build
/// script (`src/build.rs`).
const COMMIT: Option<&str> = option_env!("TA_TUI_COMMIT");

/// The version, and the commit where it is known.
pub(super) fn in_short() -> String {
    let version = env!("CARGO_PKG_VERSION");
    match COMMIT.filter(|commit| !commit.is_empty()) {
        Some(commit) => format!("{version} ({commit})"),
        None => version.to_owned(),
    }
}

/// The version and commit, with the versions of SQLite and of the schema.
pub(super) fn with_libraries(text: &Text) -> String {
    let (sqlite, schema) = store::versions();
    let rest = [("sqlite", sqlite.into()), ("schema", schema.to_string().into())];
    format!("{}\n{}", in_short(), text.tra("cli-version", &rest))
}
