//! The page of changes.

use crate::app::keys::context::KeyContext;
use crate::app::state::history::{Scope, Subject};
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Side};
use crate::app::state::page::{Given, Opens, Page, Turned};
use crate::app::state::told_by::ToldBy;
use crate::columns::{ListOnScreen, log};
use crate::store::LogEntry;
use crate::text::Lang;
use crate::worker::Answer;
use ratatui::layout::Rect;

/// The page of changes.
#[derive(Clone, Debug)]
pub struct History {
    /// Whose changes.
    pub scope: Scope,
    /// What each scope is about.
    pub subject: Subject,
    /// Whether changes of views and settings are listed too, in the scopes that are not of needs.
    pub of_use: bool,
    /// What was read so far, newest first; `None` until the worker has answered.
    pub entries: Option<Vec<LogEntry>>,
    /// How many changes there are in all.
    pub total: u64,
    /// Whether more of them are asked for.
    pub more_asked: bool,
    /// The cursor; identities are rows.
    pub list: List,
}

impl History {
    /// A page of which nothing is read yet.
    pub fn of(scope: Scope, subject: Subject) -> Self {
        let list = List::default();
        Self { scope, subject, of_use: false, entries: None, total: 0, more_asked: false, list }
    }

    /// Whether changes of views and settings are among the listed ones.
    pub fn lists_use(&self) -> bool {
        self.of_use && !matches!(self.scope, Scope::Need | Scope::State)
    }
}

impl Page for History {
    fn context(&self) -> KeyContext {
        KeyContext::History
    }

    fn table(&self) -> &'static dyn ListOnScreen {
        if self.lists_use() { &log::OF_ALL_KINDS } else { &log::SCREEN }
    }

    fn list(&self) -> Option<&List> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        Some(&mut self.list)
    }

    fn rows<'a>(&self, _: Option<&'a Answer>, _: Lang) -> Identities<'a> {
        let count = self.entries.as_ref().map_or(0, Vec::len);
        Identities::Owned((0..count as u32).collect())
    }

    fn opens(&self, _: &Given<'_>) -> Opens {
        let entry = self.entries.as_ref().and_then(|entries| entries.get(self.list.row));
        entry.and_then(|entry| entry.record.of_need()).map_or(Opens::Nothing, Opens::Need)
    }

    /// The changes of a record, of a person or of a day; a need is named by its number.
    fn told_by(&self, given: &Given<'_>) -> ToldBy {
        let Subject { need, state, who, day } = &self.subject;
        let vocabulary = given.answer.map(|answer| &*answer.register.vocabulary);
        let state = || vocabulary?.states.get(usize::from((*state)?));
        let of = match self.scope {
            Scope::Need => need.map(|need| vec![format!("id:{need}")]),
            Scope::State => state().map(|state| vec![format!("state:{}", state.iso3)]),
            Scope::Person => Some(vec!["--who".to_owned(), who.clone()]),
            Scope::Day => {
                let day = day.to_string();
                Some(vec!["--since".to_owned(), day.clone(), "--until".to_owned(), day])
            }
            Scope::All => Some(Vec::new()),
        };
        let kinds = self.lists_use().then(|| ["--kind", "all"].map(str::to_owned));
        of.map_or(ToldBy::Nothing, |of| {
            let log = std::iter::once("log".to_owned());
            ToldBy::Whole(log.chain(of).chain(kinds.into_iter().flatten()).collect())
        })
    }

    fn without_names(&self) -> Option<Self> {
        match self.scope {
            Scope::State | Scope::Person => None,
            Scope::Need | Scope::Day | Scope::All => {
                let Subject { need, day, .. } = self.subject;
                let subject = Subject { need, state: None, who: String::new(), day };
                Some(Self { list: self.list.clone(), ..Self::of(self.scope, subject) })
            }
        }
    }

    fn sideways(&mut self, _: Side) -> Turned {
        Turned::Scope
    }

    fn list_area(&self, main: Rect) -> Rect {
        let head = 1.min(main.height);
        Rect { y: main.y + head, height: main.height - head, ..main }
    }
}
