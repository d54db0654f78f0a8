//! The settings of the start, and the first screen.

use crate::app::keys::keymap::Keymap;
use crate::app::state::screens::{Screen, Triage, View};
use crate::config::RowMark;
use crate::domain::{Day, Moment};
use crate::paint::{Colours, Palette};
use crate::query::Filter;
use crate::store::{HeldRole, LastVisit};
use crate::text::{Lang, Message, Signs};
use crate::worker::Whose;
use std::path::PathBuf;

/// The settings of the start.
#[derive(Clone)]
#[allow(clippy::struct_excessive_bools)] // each says something of its own, none excludes another
pub struct Settings {
    /// The language.
    pub lang: Lang,
    /// The colours.
    pub palette: Palette,
    /// The user's own colours, and the terminal's abilities.
    pub colours: Colours,
    /// The signs.
    pub signs: Signs,
    /// The mark of the row under the cursor.
    pub row: RowMark,
    /// Whether the mouse is heard.
    pub mouse: bool,
    /// The keys.
    pub keymap: Keymap,
    /// The filter of the first screen.
    pub filter: Filter,
    /// The person who works: a code, or another name.
    pub who: String,
    /// The first screen.
    pub start: Start,
    /// Whether the register can be written.
    pub read_only: bool,
    /// The day whose register is shown first; `None` for the present register.
    pub as_of: Option<Day>,
    /// The role that a session holds; `None` outside a session, where there are no roles.
    pub held: Option<HeldRole>,
    /// The moment of the start.
    pub now: Moment,
    /// The name of the register's file.
    pub register: String,
    /// Whether this is the built-in sample, in a private working copy.
    pub built_in: bool,
    /// Whether the screens open as the person who works has left them.
    pub remembers: bool,
    /// The state of the screens at that person's last end; `None` where they have not used this register yet.
    pub last_visit: Option<LastVisit>,
    /// Whether the tour is shown.
    pub tour: bool,
    /// Whether it was started so that no State is named.
    pub no_names: bool,
    /// The terminal's columns and rows.
    pub size: (u16, u16),
    /// The surroundings of the program, from which it makes command lines and the paths of files.
    pub around: Surroundings,
    /// The notices at the start: why the register is read-only, mistakes in the configuration.
    pub notices: Vec<Message>,
}

/// The surroundings of the program, from which it makes command lines and the paths of files.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// The options of the command line that name the register and its day: `--db FILE`, `--today DATE`.
    pub register_options: Vec<String>,
    /// The folder in which exported files are made.
    pub folder: PathBuf,
    /// The words of the command that logs in here, where the program runs on another machine than the person sits at:
    /// `ssh USER@HOST`.
    pub login: Option<Vec<String>>,
    /// Whether this is a session over SSH: no file is made here, the program is not suspended, and command lines name
    /// neither register nor person.
    pub in_session: bool,
}

/// The first screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// Totals and charts.
    #[default]
    Overview,
    /// The triage screen as its key opens it.
    Triage,
    /// The queue of the person who works; the overview where that queue is empty.
    Mine,
}

impl Start {
    /// The view of it.
    pub(in crate::app) fn view(self) -> View {
        match self {
            Self::Overview => View::of(Screen::Overview),
            Self::Triage => View::of(Screen::Triage),
            Self::Mine => View::Triage(Triage { whose: Whose::Mine, ..Triage::default() }),
        }
    }
}
