//! The limits of the length of texts: more than anybody writes, and little enough for a screen to lay out.

use super::Change;

/// The most bytes of the notes of a need, and of any other text that is shown.
pub const NOTES_LIMIT: usize = 65_536;

/// The most characters of a name: of a theme, of a view, of who works.
pub const NAME_LIMIT: usize = 200;

impl Change {
    /// Whether its text is longer than the limit of its field.
    pub fn is_too_long(&self) -> bool {
        let long = |name: &String| name.chars().nth(NAME_LIMIT).is_some();
        match self {
            Self::Notes(text) => text.len() > NOTES_LIMIT,
            Self::Themes(names) => names.iter().any(long),
            Self::AddTheme(name) => long(name),
            _ => false,
        }
    }
}
