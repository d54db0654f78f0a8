//! Places in a file, as people count them.

use crate::text::Message;

/// A place in a file; lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePosition {
    /// The file's path.
    pub file: String,
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl FilePosition {
    /// The place of a byte of the file's text.
    pub fn of(file: &str, text: &str, byte: usize) -> Self {
        let before = text.get(..byte.min(text.len())).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// A message with this place as its `file`, `line` and `column`.
    pub fn mark(&self, message: Message) -> Message {
        message
            .with("file", self.file.as_str())
            .with("line", self.line.to_string())
            .with("column", self.column.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::FilePosition;

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        let text = "a\n中文 = 1\n";
        let place = |byte| {
            let place = FilePosition::of("f", text, byte);
            (place.line, place.column)
        };
        assert_eq!(place(0), (1, 1));
        assert_eq!(place(2), (2, 1));
        assert_eq!(place(text.find('=').unwrap()), (2, 4));
        assert_eq!(place(1000), (3, 1));
    }
}
