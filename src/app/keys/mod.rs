//! Keys and typed text: which command a key has, and where text goes.

mod bindings;
mod burst;
pub mod chord;
pub mod commands;
pub mod context;
mod dispatch;
mod insert;
pub mod key;
pub mod keymap;
mod layouts;
pub mod line_edit;
mod own;
