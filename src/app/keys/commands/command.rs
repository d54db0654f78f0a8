//! The one table of commands. Keys, the hint line, help, the palette and `docs/keys.md` are all
//! made from its rows; nothing else binds a key.

use crate::app::App;
use crate::app::keys::context::Context;
use crate::domain::{Coded, coded_values};

/// A row of the table.
pub struct Command {
    /// The name: in the configuration, and in the language files as `command-ID` (a word or two)
    /// and `about-ID` (a sentence), with `-` for `.`.
    pub id: &'static str,
    /// The keys that it has unless the configuration gives it others.
    pub keys: &'static [&'static str],
    /// Where it exists.
    pub contexts: &'static [Context],
    /// The heading that it stands under in help and documentation.
    pub group: Group,
    /// Its place in the hint line, 1 first; 0: not there.
    pub hint: u8,
    /// Whether it can be done now; the error is the id of the message that says why not.
    pub ready: fn(&App) -> Result<(), &'static str>,
    /// Does it.
    pub run: fn(&mut App),
}

/// Headings of help and documentation, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // named in the language files as group-CODE
pub enum Group {
    Screens,
    Move,
    Filter,
    Triage,
    Select,
    View,
    Program,
}

impl Coded for Group {
    coded_values! {
        Screens => "screens",
        Move => "move",
        Filter => "filter",
        Triage => "triage",
        Select => "select",
        View => "view",
        Program => "program",
    }
}

impl Command {
    /// The id of its short name.
    pub fn name_id(&self) -> String {
        format!("command-{}", self.id.replace('.', "-"))
    }

    /// The id of the sentence about it.
    pub fn about_id(&self) -> String {
        format!("about-{}", self.id.replace('.', "-"))
    }

    /// Whether it exists in a context.
    pub fn is_in(&self, context: Context) -> bool {
        self.contexts.contains(&context)
    }
}

/// For commands that can always be done.
#[allow(clippy::unnecessary_wraps)] // the table wants this type
pub(super) fn always(_: &App) -> Result<(), &'static str> {
    Ok(())
}
