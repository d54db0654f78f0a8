//! Going to places, and moving the cursor in them.

pub mod areas;
mod as_of;
mod assistance;
mod back;
mod choose_columns;
mod coming_back;
mod cursor;
mod first;
mod growth;
mod history;
mod matching;
mod news;
mod offers;
mod panes;
mod places;
mod pointer;
mod renumbered;
mod role;
mod rows;
mod shown;
mod sorting;
mod visits;
