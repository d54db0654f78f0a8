//! The register in memory and the questions it answers: the filter language, the columns, the
//! selection, the counts. Pure computation: no input or output, no SQL, nothing that can fail
//! for a reason outside the question.

pub mod register;
