//! The values that the command line hands to the interactive program, which is built above it.

use super::failure::Failure;
use crate::app::place::Screen;
use crate::config::{Config, RowMark, SessionLimits};
use crate::domain::{Clock, Day, NeedNumber, Role};
use crate::query::register::Disclosure;
use crate::text::{Lang, Signs};
use std::io::Write;
use std::path::PathBuf;

/// The settings that a session starts with, from arguments, environment and configuration.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools)] // each says something of its own, none excludes another
pub struct Start {
    /// The register's file.
    pub db: PathBuf,
    /// Whether nothing may be written.
    pub read_only: bool,
    /// The day whose register is shown; `None` for the present register.
    pub as_of: Option<Day>,
    /// The source of the time.
    pub clock: Clock,
    /// The day that an illustrative register is opened on, in the place of its own.
    pub today: Option<Day>,
    /// Whether an earlier day is shown as it was known then.
    pub known_then: bool,
    /// A file with more published figures than those built in.
    pub ledger: Option<PathBuf>,
    /// Set where States are not named: the groups of States that are told.
    pub kept: Option<Disclosure>,
    /// Whether to look once a second for changes of others.
    pub watch: bool,
    /// Whether the screens open as the person who works has left them, and are remembered.
    pub remembers: bool,
    /// The tour is shown, on a register in this folder, which is removed at the end.
    pub tour: Option<PathBuf>,
    /// The screen to open first.
    pub opening: Opening,
    /// The filter as it was typed; not read yet.
    pub filter: String,
    /// The person who works, as the argument `--as` says.
    pub who: Option<String>,
    /// The language to begin with.
    pub lang: Lang,
    /// The signs to draw with.
    pub signs: Signs,
    /// How the row under the cursor is marked.
    pub row: RowMark,
    /// The user's settings; its problems have been said on standard error.
    pub config: Config,
    /// Whether the file is the working copy of the built-in sample register.
    pub built_in_sample: bool,
    /// The session over SSH, where this is one: no file is made in it, and the program is not suspended.
    pub served: Option<Served>,
}

/// What a session over SSH is held to, whatever its client asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Served {
    /// The person as the administrator's line names it, also where people are not named otherwise.
    pub who: Option<String>,
    /// The smaller role that the administrator's line asks for.
    pub role: Option<Role>,
    /// The fingerprint of the key, `SHA256:…`, where sshd tells it.
    pub fingerprint: Option<String>,
    /// The limits that the administrator has set.
    pub limits: SessionLimits,
}

/// The screen to open first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    /// The screen that the settings name.
    #[default]
    Usual,
    /// On a main screen.
    Screen(Screen),
    /// On the page of the need with this number.
    Need(NeedNumber),
    /// With the saved view of this name or key.
    View(String),
}

/// The screen to draw without a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameArgs {
    /// Columns of the screen, at least 1.
    pub columns: u16,
    /// Rows of the screen, at least 1.
    pub rows: u16,
    /// The keys to press first, in the notation of the key table; may be empty.
    pub keys: String,
    /// How to write the screen.
    pub format: FrameFormat,
}

/// How a screen is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum FrameFormat {
    // Not doc comments with words for people: clap would print them as help.
    #[allow(missing_docs)]
    #[value(alias = "table")]
    Text,
    #[allow(missing_docs)]
    Ansi,
    #[allow(missing_docs)]
    Svg,
}

/// The interactive program.
pub trait Interface {
    /// Refuses a terminal that the program cannot run on; called before any file is opened or made.
    fn ready(&self) -> Result<(), Failure> {
        Ok(())
    }

    /// Runs it on the terminal until the user leaves.
    fn interactive(&self, start: Start) -> Result<(), Failure>;

    /// Draws one screen into `out` after pressing the keys, without a terminal.
    fn frame(&self, start: Start, frame: FrameArgs, out: &mut dyn Write) -> Result<(), Failure>;
}
