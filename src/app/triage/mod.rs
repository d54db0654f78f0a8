//! Deciding about needs: values, themes, notes, the selection, the queue, undo.

mod choose_value;
mod conflicts;
mod decide;
mod handover;
mod notes;
mod presence;
mod prompt;
mod queue;
pub mod related;
mod seen_versions;
mod selection;
mod tag_many;
mod theme_match;
mod themes_and_duplicates;
mod undo;
