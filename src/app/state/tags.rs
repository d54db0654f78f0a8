//! The pickers of a need's themes and of the need that it repeats.

use crate::app::state::picker::Picker;

/// A theme in the picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its English name, which is its code.
    pub name: String,
    /// How many of the needs have it: all, none, or (`None`) some.
    pub had: Option<bool>,
    /// What they shall have; as they had it until it is turned.
    pub now: Option<bool>,
}

/// The needs that others may repeat.
#[derive(Clone, Debug)]
pub struct Duplicates {
    /// The needs, by number; `None`: it repeats none.
    pub picker: Picker<Option<u32>>,
    /// How many of them are offered without being asked for.
    pub(in crate::app) offered: usize,
    /// Those that are to be marked.
    pub(in crate::app) needs: Vec<u32>,
}
