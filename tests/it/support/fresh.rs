//! Files of the repository that the program makes.

use std::path::PathBuf;

/// Compares a file of the repository with the program's output; writes it when `TA_TUI_WRITE` is
/// set.
pub fn fresh(path: &str, made: &str) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("TA_TUI_WRITE").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, made).unwrap();
    }
    let there = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(there == made, "{path} is not what the program makes now: see tests/it/documents.rs");
}
