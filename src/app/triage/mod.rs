//! Deciding about needs: writes, drafts of notes, the selection, the queue, undo.

mod decide;
mod drafts;
mod letters;
mod presence;
mod queue;
pub mod related;
mod seen_versions;
mod selected_list;
mod selection;
mod undo;
