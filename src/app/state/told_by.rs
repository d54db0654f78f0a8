//! The command of the command line that gives the contents of a page.

use crate::domain::NeedNumber;
use crate::query::{Field, Measure};

/// The command for the contents of a page; the filter, the day and the register are added for every page alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToldBy {
    /// A list of this name, with the columns and in the order of the page's table.
    List(&'static str),
    /// The needs of a queue, by the term of the filter that says whose they are. The order of a queue is its own: the
    /// command line does not have it.
    Queue(String),
    /// The need with this number.
    Need(NeedNumber),
    /// The counts of each value of a field.
    Count(Field, Measure),
    /// Another command that takes a filter, by its words.
    Filtered(Vec<String>),
    /// Another command that takes none.
    Whole(Vec<String>),
    /// The command line has no such thing.
    Nothing,
}

impl ToldBy {
    /// A command that takes a filter, by its words.
    pub fn filtered<const N: usize>(words: [&str; N]) -> Self {
        Self::Filtered(words.map(str::to_owned).into())
    }

    /// A command that takes none, by its words.
    pub fn whole<const N: usize>(words: [&str; N]) -> Self {
        Self::Whole(words.map(str::to_owned).into())
    }
}
