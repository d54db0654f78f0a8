//! The one table of commands. Keys, the hint line, help, the palette and `docs/keys.md` are all
//! made from its rows; nothing else binds a key.

pub use super::hint::{Family, Hint};

use crate::app::App;
use crate::app::keys::chord::Menu;
use crate::app::keys::context::KeyContext;
use crate::app::state::screens::Screen;
use crate::app::state::text_edit::TextEdit;
use crate::domain::{Change, Coded, Horizon, Priority, Response, coded};

/// A row of the table.
#[derive(Clone, Copy)]
pub struct Command {
    /// The name: in the configuration, and in the language files as `command-ID` (a word or two)
    /// and `about-ID` (a sentence), with `-` for `.`.
    pub id: &'static str,
    /// The keys that it has unless the configuration gives it others; two with a space between them are
    /// those of a menu.
    pub keys: &'static [&'static str],
    /// Keys of the version before that still run it in this version, and say the new one.
    pub once: &'static [&'static str],
    /// Keys of the version before that say the new one and do nothing.
    pub gone: &'static [&'static str],
    /// The contexts in which it exists.
    pub at: Where,
    /// The heading that it stands under in help and documentation.
    pub group: Group,
    /// Its place in the hint line.
    pub hint: Hint,
    /// Whether it can be done now; the error is the id of the message that says why not.
    pub ready: Ready,
    /// The present value of the setting that it changes, as a menu shows it.
    pub now: fn(&App) -> Option<String>,
    /// Its action.
    pub act: Act,
    /// Whether it is done even where the screen is too small to show anything.
    pub unseen: bool,
    /// Whether the last notice stays.
    pub keeps_notice: bool,
    /// Whether it ends the program.
    pub ends: bool,
    /// For a command that opens a field: the place of its key before text that was typed ahead.
    pub field: Option<Ahead>,
}

/// The place of a field's key in a run of characters that came at once, with text behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// First.
    First,
    /// Behind a few keys that only move about.
    BehindMoves,
    /// Behind Enter.
    BehindEnter,
}

/// Whether a command can be done now; the error is the id of the message that says why not.
pub type Ready = fn(&App) -> Result<(), &'static str>;

/// The contexts of a command.
#[derive(Clone, Copy, Debug)]
pub enum Where {
    /// In every context.
    Everywhere,
    /// In these alone.
    In(&'static [KeyContext]),
    /// In all that have a property.
    If(fn(KeyContext) -> bool),
}

/// The action of a command.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    /// Changes the program.
    Do(fn(&mut App)),
    /// Shows a main screen.
    Go(Screen),
    /// Sets a value of the targeted needs.
    Set(SetValue),
    /// Edits the typed text.
    Edit(TextEdit),
    /// Opens a menu. Its key begins those of two keys, so that the configuration cannot change it.
    Menu(Menu),
    /// The layer on top hears these keys before any command does: they are those of its rows or
    /// fields, and the configuration cannot change them. The id of the message that names them,
    /// unless the row of the table does.
    OnTop(Option<&'static str>),
}

/// A value that a key sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the field of that name
pub enum SetValue {
    Priority(Option<Priority>),
    Response(Option<Response>),
    Horizon(Option<Horizon>),
}

impl SetValue {
    /// The change that sets it.
    pub fn change(self) -> Change {
        match self {
            Self::Priority(value) => Change::Priority(value),
            Self::Response(value) => Change::Response(value),
            Self::Horizon(value) => Change::Horizon(value),
        }
    }
}

impl From<Option<Priority>> for SetValue {
    fn from(value: Option<Priority>) -> Self {
        Self::Priority(value)
    }
}

impl From<Option<Response>> for SetValue {
    fn from(value: Option<Response>) -> Self {
        Self::Response(value)
    }
}

impl From<Option<Horizon>> for SetValue {
    fn from(value: Option<Horizon>) -> Self {
        Self::Horizon(value)
    }
}

coded! {
    /// Headings of help and documentation, in order.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    #[allow(missing_docs)] // named in the language files as group-CODE
    pub enum Group {
        Screens => "screens",
        Move => "move",
        Filter => "filter",
        Triage => "triage",
        Select => "select",
        View => "view",
        Program => "program",
        Typing => "typing",
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

    /// The id of its name in a menu, where that is another than the short one.
    pub fn menu_id(&self) -> String {
        format!("menu-{}", self.id.replace('.', "-"))
    }

    /// Whether it exists in a context.
    pub fn is_in(&self, context: KeyContext) -> bool {
        match self.at {
            Where::Everywhere => true,
            Where::In(contexts) => contexts.contains(&context),
            Where::If(has) => has(context),
        }
    }

    /// The contexts in which it exists.
    pub fn contexts(&self) -> impl Iterator<Item = KeyContext> {
        KeyContext::ALL.iter().copied().filter(|context| self.is_in(*context))
    }

    /// Whether it ends the program wherever its key is pressed.
    pub fn ends_anywhere(&self) -> bool {
        self.ends && matches!(self.at, Where::Everywhere)
    }

    /// Whether it edits text that is typed.
    pub fn edits_text(&self) -> bool {
        matches!(self.act, Act::Edit(_))
    }

    /// Whether its keys are those of rows or fields, which no configuration changes.
    pub fn is_on_top(&self) -> bool {
        matches!(self.act, Act::OnTop(_))
    }

    /// The menu that it opens.
    pub fn menu(&self) -> Option<Menu> {
        match self.act {
            Act::Menu(menu) => Some(menu),
            Act::Do(_) | Act::Go(_) | Act::Set(_) | Act::Edit(_) | Act::OnTop(_) => None,
        }
    }

    /// Whether no configuration changes its keys.
    pub fn has_fixed_keys(&self) -> bool {
        self.is_on_top() || self.menu().is_some()
    }

    /// The message that says which keys it has, where the table cannot: those of the rows themselves, or
    /// none, so that it is run by its name.
    pub fn keys_id(&self) -> Option<&'static str> {
        match self.act {
            Act::OnTop(name) => name,
            Act::Do(_) if self.keys.is_empty() => Some("keys-by-name"),
            Act::Do(_) | Act::Go(_) | Act::Set(_) | Act::Edit(_) | Act::Menu(_) => None,
        }
    }

    /// A command that can always be done and has no hint.
    pub(in crate::app) const fn new(
        id: &'static str,
        keys: &'static [&'static str],
        at: Where,
        group: Group,
        act: Act,
    ) -> Self {
        let hint = Hint::NONE;
        Self {
            id,
            keys,
            once: &[],
            gone: &[],
            at,
            group,
            hint,
            ready: always,
            now: |_| None,
            act,
            unseen: false,
            keeps_notice: false,
            ends: false,
            field: None,
        }
    }

    /// A command that is heard in one kind of layer, at this place of the hint line.
    pub(in crate::app) const fn in_layer(
        id: &'static str,
        keys: &'static [&'static str],
        at: &'static [KeyContext],
        hint: u8,
        run: fn(&mut App),
    ) -> Self {
        Self::new(id, keys, Where::In(at), Group::Program, Act::Do(run)).hint(hint)
    }

    /// Keys that one kind of layer hears by itself, before any command: see [`Act::OnTop`].
    pub(in crate::app) const fn of_rows(
        id: &'static str,
        keys: &'static [&'static str],
        at: &'static [KeyContext],
        name: Option<&'static str>,
    ) -> Self {
        Self::new(id, keys, Where::In(at), Group::Program, Act::OnTop(name))
    }

    /// With keys of the version before, which still run it and say the new one.
    pub(in crate::app) const fn once(self, once: &'static [&'static str]) -> Self {
        Self { once, ..self }
    }

    /// With keys of the version before, which say the new one and do nothing.
    pub(in crate::app) const fn gone(self, gone: &'static [&'static str]) -> Self {
        Self { gone, ..self }
    }

    /// With its present value, for its menu.
    pub(in crate::app) const fn now(self, now: fn(&App) -> Option<String>) -> Self {
        Self { now, ..self }
    }

    /// At this place of the hint line.
    pub(in crate::app) const fn hint(self, place: u8) -> Self {
        Self { hint: Hint { place, ..self.hint }, ..self }
    }

    /// In the hint line whatever room there is.
    pub(in crate::app) const fn stays(self) -> Self {
        Self { hint: Hint { stays: true, ..self.hint }, ..self }
    }

    /// First in the hint line when this is so.
    pub(in crate::app) const fn due(self, due: fn(&App) -> bool) -> Self {
        Self { hint: Hint { due, ..self.hint }, ..self }
    }

    /// Under the name in the hint line whose message this gives.
    pub(in crate::app) const fn hinted_as(self, name: fn(&App) -> Option<&'static str>) -> Self {
        Self { hint: Hint { name, ..self.hint }, ..self }
    }

    /// In one hint with its family.
    pub(in crate::app) const fn of(self, family: Family) -> Self {
        Self { hint: Hint { family: Some(family), ..self.hint }, ..self }
    }

    /// In the hint line only where this is so.
    pub(in crate::app) const fn said(self, said: fn(&App) -> bool) -> Self {
        Self { hint: Hint { said, ..self.hint }, ..self }
    }

    /// Before those that decide in the hint line, where this is so.
    pub(in crate::app) const fn ahead(self, ahead: fn(&App) -> bool) -> Self {
        Self { hint: Hint { ahead, ..self.hint }, ..self }
    }

    /// Done only where this says so.
    pub(in crate::app) const fn ready(self, ready: Ready) -> Self {
        Self { ready, ..self }
    }

    /// Opening a field; text may stand behind its key here.
    pub(in crate::app) const fn opens_field(self, ahead: Ahead) -> Self {
        Self { field: Some(ahead), ..self }
    }

    /// Done even where nothing can be shown.
    pub(in crate::app) const fn unseen(self) -> Self {
        Self { unseen: true, ..self }
    }

    /// Closing the layer or page on top; where nothing can be shown, that is the program.
    pub(in crate::app) const fn closes(self) -> Self {
        Self { unseen: true, ..self }
    }

    /// Ending the program, also where nothing can be shown.
    pub(in crate::app) const fn ends(self) -> Self {
        Self { ends: true, unseen: true, ..self }
    }

    /// Leaves the last notice.
    pub(in crate::app) const fn keeps_notice(self) -> Self {
        Self { keeps_notice: true, ..self }
    }
}

/// For commands that can always be done.
#[allow(clippy::unnecessary_wraps)] // the table wants this type
pub(super) fn always(_: &App) -> Result<(), &'static str> {
    Ok(())
}
