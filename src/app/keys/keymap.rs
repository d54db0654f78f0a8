//! The keys of every command, by the command's id.

use crate::app::keys::key::Key;
use std::collections::HashMap;

/// The keys of every command.
#[derive(Clone)]
pub struct Keymap {
    pub(in crate::app) keys: HashMap<&'static str, Vec<Key>>,
}
