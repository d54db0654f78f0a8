//! What failures say of files and of differences of the schema.

use super::Difference;
use crate::domain::clean_line;
use crate::text::Message;
use std::path::Path;

/// The message with this id about a file and another one beside it.
pub(super) fn beside(id: &'static str, path: &Path, other: &Path) -> Message {
    about(id, path).with("other", clean_line(&other.to_string_lossy()))
}

/// The message about a part of the schema that is missing or changed.
pub(super) fn altered(path: &Path, difference: &Difference) -> Message {
    let id = match difference.id() {
        "schema-missing" => "store-altered-missing",
        "schema-changed" => "store-altered-changed",
        _ => "store-altered-odd",
    };
    let about = about(id, path).with("kind", difference.kind().word());
    about.with("name", difference.name())
}

/// The message about what another program added that keeps this one from writing.
pub(super) fn interfered(difference: &Difference) -> Message {
    let id = match difference.id() {
        "schema-trigger" => "store-trigger",
        "schema-reference" => "store-reference",
        _ => "store-index",
    };
    Message::new(id).with("name", difference.name()).with("table", difference.table())
}

/// A file's name can hold anything, escape sequences included.
pub(super) fn about(id: &'static str, path: &Path) -> Message {
    Message::new(id).with("file", clean_line(&path.to_string_lossy()))
}
