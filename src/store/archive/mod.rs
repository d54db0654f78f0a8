//! Whole registers as folders of CSV with a description (Frictionless Data Package): every table, every value, so that
//! the same register can be made of them again.

mod fault;
mod package;
mod read;
mod tables;
mod value;
mod write;

pub use fault::{ArchiveFault, Fault};
pub use write::Archived;
