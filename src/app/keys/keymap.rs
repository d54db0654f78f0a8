//! The keys of every command, by the command's id.

use crate::app::keys::chord::Chord;
use std::collections::HashMap;

/// The keys of every command.
#[derive(Clone)]
pub struct Keymap {
    pub(in crate::app) keys: HashMap<&'static str, Vec<Chord>>,
}
