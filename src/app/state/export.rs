//! A file with the records shown: the command that writes it, its format and its name.

use crate::domain::coded;
use std::path::PathBuf;

coded! {
    /// The format of an exported file; the code is the value of `--format`.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum FileFormat {
        /// A table for spreadsheets.
        Csv => "csv",
        /// A list of objects.
        Json => "json",
        /// An object on each line.
        JsonLines => "jsonl",
        /// A workbook for spreadsheets.
        Workbook => "xlsx",
        /// A table for texts.
        Markdown => "md",
        /// A drawing for a document.
        Svg => "svg",
        /// A picture for a document.
        Png => "png",
    }
}

/// A file to be made: the words of the command that writes it, and its name. Where a file of this name is there
/// already, the new one takes a number behind its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The words behind the program's name.
    pub words: Vec<String>,
    /// The file, below the folder of exports or with a path of its own.
    pub file: PathBuf,
}
