//! What is found about a record of a file before it is compared field by field.

use crate::domain::Record;

/// What a record of a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// No record of the register, and none of the file before it.
    New,
    /// This record of the register.
    Known(Record),
    /// This record of the register, which was taken out.
    Gone(Record),
    /// The same as the record of the file at this place among all, which comes before it.
    Repeated(usize),
    /// Likely the same as this record of the register, by so many per cent of the text.
    Likely(Record, u8),
    /// Another text, alike by so many per cent, at the place of this record of the register.
    SamePlace(Record, u8),
    /// A need with the UUID of this record of the register, which belongs to another State.
    OtherState(Record),
}
