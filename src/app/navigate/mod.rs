//! Going to places, and moving the cursor in what they show.

pub mod areas;
mod as_of;
mod back;
mod choose_columns;
mod cursor;
mod first;
mod history;
mod offers;
mod panes;
mod places;
mod pointer;
mod rows;
mod sorting;
mod visits;
