//! What lies over a screen. Overlays are a stack: drawn bottom up, keys go to the top.

use crate::app::keys::context::Context;
use crate::app::state::affected::Which;
use crate::app::state::columns::Choosing;
use crate::app::state::dates::Dates;
use crate::app::state::decision::{Assign, Decision};
use crate::app::state::editor::Editor;
use crate::app::state::filter_line::FilterLine;
use crate::app::state::picker::Picker;
use crate::app::state::prompt::Prompt;
use crate::app::state::tagging::Tagging;
use crate::app::state::tags::{Duplicates, Tag};
use crate::app::state::text_edit::TextEdit;
use crate::app::state::undo::TakingBack;
use crate::app::state::views::{NewView, Views};
use crate::domain::{Change, Edit};
use crate::store::Conflict;
use tui_input::Input;

/// An overlay with its state.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The filter line and its completions.
    Filter(FilterLine),
    /// Every command, by name.
    Palette(Picker<&'static str>),
    /// Every key, by group.
    Help(Picker<&'static str>),
    /// A column to sort by, each on a key of its own.
    Chooser(Chooser),
    /// A value of a field with few of them: the id of its question, and the values.
    Value(&'static str, Picker<Change>),
    /// A person, by name.
    Picker(Picker<Assign>),
    /// The themes of needs.
    Themes(Picker<Tag>),
    /// A theme for many needs.
    Tagging(Tagging),
    /// The need that another repeats.
    Duplicate(Duplicates),
    /// A day, from the dates of notes and sessions.
    Dates(Dates),
    /// What a published figure counts, to be looked at: its name and the rows, each with what it
    /// adds.
    Counted(String, Picker<u32>),
    /// To whom a queue is handed over.
    Handover(Picker<Assign>),
    /// Saved views.
    Views(Views),
    /// The form of a view to be saved.
    NewView(NewView),
    /// The columns of a list.
    Columns(Choosing),
    /// A line that is asked for.
    Prompt(Prompt),
    /// What collides with what others wrote.
    Conflicts(Conflicts),
    /// A question before many needs are changed.
    Confirm(Confirm),
    /// A question before something is taken back.
    TakingBack(TakingBack),
    /// The notes on a need.
    Notes(Notes),
}

impl Overlay {
    /// Where keys are heard.
    pub fn context(&self) -> Context {
        match self {
            Self::Filter(_) => Context::Filter,
            Self::Palette(_) => Context::Palette,
            Self::Help(_) => Context::Help,
            Self::Chooser(_) => Context::Chooser,
            Self::Picker(_)
            | Self::Value(..)
            | Self::Duplicate(_)
            | Self::Handover(_)
            | Self::Dates(_)
            | Self::Counted(..) => Context::Picker,
            Self::Views(_) => Context::Views,
            Self::NewView(_) => Context::NewView,
            Self::Columns(_) => Context::Columns,
            Self::Themes(_) => Context::Themes,
            Self::Tagging(_) => Context::Tagging,
            Self::Prompt(_) => Context::Prompt,
            Self::Conflicts(_) => Context::Conflict,
            Self::Confirm(_) => Context::Confirm,
            Self::TakingBack(_) => Context::TakingBack,
            Self::Notes(_) => Context::Notes,
        }
    }

    /// The field of one line that takes what is typed; `None` in the editor, in lists where keys
    /// choose, and in the fields of a form that take one key.
    pub(in crate::app) fn line_mut(&mut self) -> Option<&mut Input> {
        Some(match self {
            Self::Filter(line) => &mut line.input,
            Self::Palette(picker) | Self::Help(picker) => &mut picker.input,
            Self::Picker(picker) | Self::Handover(picker) => &mut picker.input,
            Self::Themes(picker) => &mut picker.input,
            Self::Tagging(tagging) => &mut tagging.picker.input,
            Self::Value(_, picker) => &mut picker.input,
            Self::Duplicate(open) => &mut open.picker.input,
            Self::Counted(_, picker) => &mut picker.input,
            Self::Dates(dates) => &mut dates.picker.input,
            Self::NewView(view) if view.at == 0 => &mut view.name,
            Self::Prompt(prompt) => &mut prompt.input,
            Self::NewView(_)
            | Self::Notes(_)
            | Self::Chooser(_)
            | Self::Confirm(_)
            | Self::TakingBack(_)
            | Self::Conflicts(_)
            | Self::Views(_)
            | Self::Columns(_) => return None,
        })
    }

    /// Whether characters that come at once are text here.
    pub(in crate::app) fn takes_text(&self) -> bool {
        let in_a_key = matches!(self, Self::NewView(view) if view.at != 0);
        self.context().takes_text() && !in_a_key
    }
}

/// The columns by which a list can be sorted.
#[derive(Clone, Debug)]
pub struct Chooser {
    /// The columns.
    pub choices: Vec<Choice>,
    /// The cursor.
    pub row: usize,
}

/// A column to sort by.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its key.
    pub key: char,
    /// Its name.
    pub label: String,
    /// Its place among the columns of the list.
    pub column: usize,
}

/// Which side of a conflict is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// What stands there.
    Theirs,
    /// What one wanted to write.
    Mine,
}

/// A write that was refused, and what it collides with.
#[derive(Clone, Debug)]
pub struct Conflicts {
    /// All that was to be written.
    pub edits: Vec<Edit>,
    /// What collides.
    pub found: Vec<Conflict>,
    /// What is decided about each.
    pub kept: Vec<Option<Keep>>,
    /// The cursor.
    pub row: usize,
    /// How many lines of the values are above what is shown of them.
    pub scroll: usize,
}

impl Conflicts {
    /// Puts another value in the place of one's own, for the field under the cursor.
    pub(in crate::app) fn replace(&mut self, decisions: &[Decision]) {
        let Some(conflict) = self.found.get_mut(self.row) else { return };
        for decision in decisions {
            let Decision::Set(change) = decision else { continue };
            let of_field =
                |e: &&mut Edit| e.need == conflict.need && e.change.field() == change.field();
            if let Some(edit) = self.edits.iter_mut().find(of_field) {
                edit.change = change.clone();
                conflict.mine = change.over(conflict.theirs.as_deref());
            }
        }
    }
}

/// Decisions about many needs that wait for a yes.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// The needs, each with the version that the user has seen.
    pub needs: Vec<(u32, u32)>,
    /// What is decided, a field each.
    pub decisions: Vec<Decision>,
    /// Which needs they are, in few words.
    pub which: Which,
    /// The cursor in the list of them.
    pub row: usize,
}

/// Notes being written.
#[derive(Clone, Debug)]
pub struct Notes {
    /// The need.
    pub need: u32,
    /// The version that the user has seen.
    pub version: u32,
    /// The text; `None` until the worker has brought it.
    pub editor: Option<Editor>,
    /// What was typed before the text was there.
    pub early: Vec<Early>,
    /// The notes as they were read.
    pub before: String,
    /// What others have written meanwhile, where the user has chosen to go on over it.
    pub theirs: Option<String>,
}

/// Something typed before the text of the notes was there.
#[derive(Clone, Debug)]
pub enum Early {
    /// A character.
    Char(char),
    /// An edit, or a step of the cursor.
    Edit(TextEdit),
    /// Characters that came at once.
    Typed(String),
    /// Pasted text.
    Pasted(String),
}
