//! Recording: by several people and over time, against a model of plain maps and a log; by keys, counted; with all that
//! can go wrong while a form is open.

mod counts;
mod edits;
mod hostile;
mod keys;
mod model;
mod note_needs;
mod past;
mod rules;
mod steps;
mod three_people;
mod world;
