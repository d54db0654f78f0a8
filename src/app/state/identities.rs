//! The identities of the rows of a list: the needs of an answer, or numbers that a page has made.

use crate::app::state::list::Rows;
use crate::domain::NeedNumber;
use crate::worker::Answer;

/// The identities of the rows of the list on the screen.
pub enum Identities<'a> {
    /// The numbers of the needs of an answer.
    Needs(&'a Answer),
    /// A list of identities.
    Owned(Vec<u32>),
}

impl<'a> Identities<'a> {
    /// The identities of a list without rows.
    pub fn none() -> Self {
        Self::Owned(Vec::new())
    }

    /// The needs of an answer, once there is one.
    pub fn needs(answer: Option<&'a Answer>) -> Self {
        answer.map_or_else(Self::none, Self::Needs)
    }
}

impl Rows for Identities<'_> {
    fn count(&self) -> usize {
        match self {
            Self::Needs(answer) => answer.rows.len(),
            Self::Owned(ids) => ids.len(),
        }
    }

    fn get(&self, row: usize) -> Option<u32> {
        match self {
            Self::Needs(answer) => {
                let row = answer.rows.as_slice().get(row)?;
                answer.register.need(*row).map(|need| need.id().get())
            }
            Self::Owned(ids) => ids.as_slice().get(row).copied(),
        }
    }

    fn find(&self, id: u32) -> Option<usize> {
        match self {
            Self::Needs(answer) => {
                let wanted = answer.register.row_of(NeedNumber::new(id))?;
                answer.rows.iter().position(|row| *row == wanted)
            }
            Self::Owned(ids) => ids.iter().position(|other| *other == id),
        }
    }
}
