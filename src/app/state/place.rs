//! Where the user is: a stack of places, each with its filter. Opening what a number counts puts
//! a place on top; Esc takes it away and everything below is as it was.

use crate::app::keys::context::Context;
use crate::app::state::by_theme::Themes;
use crate::app::state::charts::Charts;
use crate::app::state::figures::{Entry, Figures};
use crate::app::state::history::{Scope, Subject};
use crate::app::state::list::List;
use crate::columns::{reviews, states};
use crate::domain::{Coded, Day, coded_values};
use crate::query::Filter;
use crate::store::LogEntry;
use crate::text::Text;
use crate::worker::{Since, Whose};

/// The main screens, in the order of their number keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Screen {
    Overview,
    States,
    Reviews,
    Needs,
    Triage,
    Figures,
}

impl Coded for Screen {
    coded_values! {
        Overview => "overview",
        States => "states",
        Reviews => "reviews",
        Needs => "needs",
        Triage => "triage",
        Figures => "figures",
    }
}

impl Screen {
    /// Its name for people.
    pub fn title(self, text: &Text) -> String {
        text.tr(&format!("tab-{}", self.code())).into_owned()
    }

    /// Its number key; 6 is kept for assistance.
    pub fn number(self) -> u8 {
        match self {
            Self::Overview => 1,
            Self::States => 2,
            Self::Reviews => 3,
            Self::Needs => 4,
            Self::Triage => 5,
            Self::Figures => 7,
        }
    }
}

/// A place: what is shown, under which filter.
#[derive(Clone, Debug)]
pub struct Place {
    /// What is shown.
    pub view: View,
    /// Of which needs.
    pub filter: Filter,
    /// On which day; nothing: as the register is.
    pub as_of: Option<Day>,
    /// Whether a list of States or reviews holds those alone that have such needs: it was opened
    /// from a number that counts them.
    pub with_needs: bool,
    /// Whether only what was not there on an earlier day is shown: it was opened from the growth
    /// since then.
    pub since: Option<Since>,
}

impl Place {
    /// A place whose list holds whatever the filter lets through.
    pub fn at(view: View, filter: Filter, as_of: Option<Day>) -> Self {
        Self { view, filter, as_of, with_needs: false, since: None }
    }
}

/// A screen or a page with its cursors.
#[derive(Clone, Debug)]
pub enum View {
    /// Totals and charts.
    Overview(Charts),
    /// The States; identities are places in the vocabulary.
    States(List),
    /// The reviews; identities are places in the vocabulary.
    Reviews(List),
    /// The needs; identities are their numbers.
    Needs(List),
    /// People and their queues.
    Triage(Triage),
    /// The figures of a note, and the published figures.
    Figures(Figures),
    /// One State (a place in the vocabulary) and its needs.
    State(u16, List),
    /// One review (a place in the vocabulary) and its needs.
    Review(u16, List),
    /// One need, and how far its page is scrolled.
    Need(NeedPage),
    /// The changes of some needs, or of all.
    History(History),
    /// Themes with their articles.
    Themes(Themes),
}

/// The triage screen: whose queue, and the cursor in it.
#[derive(Clone, Debug, Default)]
pub struct Triage {
    /// Whose queue, or everybody's needs where these come first.
    pub whose: Whose,
    /// Whether the cursor is among the people rather than in the queue.
    pub among_people: bool,
    /// The queue.
    pub queue: List,
}

/// The page of one need.
#[derive(Clone, Debug, Default)]
pub struct NeedPage {
    /// Its number.
    pub id: u32,
    /// The first line shown.
    pub scroll: usize,
}

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

impl View {
    /// A main screen as it is first opened.
    pub fn of(screen: Screen) -> Self {
        match screen {
            Screen::Overview => Self::Overview(Charts::default()),
            Screen::States => {
                Self::States(List::sorted(states::SCREEN.place(&states::NEEDS), true))
            }
            Screen::Reviews => {
                Self::Reviews(List::sorted(reviews::SCREEN.place(&reviews::SINCE), true))
            }
            Screen::Needs => Self::Needs(List::default()),
            Screen::Triage => Self::Triage(Triage::default()),
            Screen::Figures => Self::Figures(Figures::default()),
        }
    }

    /// The main screen that it is, if it is one.
    pub fn screen(&self) -> Option<Screen> {
        match self {
            Self::Overview(_) => Some(Screen::Overview),
            Self::States(_) => Some(Screen::States),
            Self::Reviews(_) => Some(Screen::Reviews),
            Self::Needs(_) => Some(Screen::Needs),
            Self::Triage(_) => Some(Screen::Triage),
            Self::Figures(_) => Some(Screen::Figures),
            Self::State(..)
            | Self::Review(..)
            | Self::Need(_)
            | Self::History(_)
            | Self::Themes(_) => None,
        }
    }

    /// Whether it shows what needs say, or leads to where that is compared with another day.
    pub fn shows_texts(&self) -> bool {
        !matches!(self, Self::Overview(_))
    }

    /// Where keys are heard here.
    pub fn context(&self) -> Context {
        match self {
            Self::Overview(_) => Context::Overview,
            Self::States(_) => Context::States,
            Self::Reviews(_) => Context::Reviews,
            Self::Needs(_) => Context::Needs,
            Self::Triage(_) => Context::Triage,
            Self::Figures(_) => Context::Figures,
            Self::State(..) => Context::State,
            Self::Review(..) => Context::Review,
            Self::Need(_) => Context::Need,
            Self::History(_) => Context::History,
            Self::Themes(_) => Context::ByTheme,
        }
    }

    /// The list that the cursor moves in, if there is one.
    pub fn list(&self) -> Option<&List> {
        match self {
            Self::States(list)
            | Self::Reviews(list)
            | Self::Needs(list)
            | Self::State(_, list)
            | Self::Review(_, list) => Some(list),
            Self::Triage(triage) => Some(&triage.queue),
            Self::Figures(state) => match state.entry {
                Entry::Figure(_) | Entry::Trend => None,
                Entry::Connections => Some(&state.together.list),
                Entry::Published => Some(&state.findings),
            },
            Self::History(history) => Some(&history.list),
            Self::Overview(_) | Self::Need(_) | Self::Themes(_) => None,
        }
    }

    /// The same, to change it.
    pub fn list_mut(&mut self) -> Option<&mut List> {
        match self {
            Self::States(list)
            | Self::Reviews(list)
            | Self::Needs(list)
            | Self::State(_, list)
            | Self::Review(_, list) => Some(list),
            Self::Triage(triage) => Some(&mut triage.queue),
            Self::Figures(state) => match state.entry {
                Entry::Figure(_) | Entry::Trend => None,
                Entry::Connections => Some(&mut state.together.list),
                Entry::Published => Some(&mut state.findings),
            },
            Self::History(history) => Some(&mut history.list),
            Self::Overview(_) | Self::Need(_) | Self::Themes(_) => None,
        }
    }

    /// The need that the cursor is on, or whose page it is.
    pub fn current_need(&self) -> Option<u32> {
        match self {
            Self::Need(page) => Some(page.id),
            Self::Triage(triage) if triage.among_people => None,
            Self::Triage(triage) => triage.queue.current,
            Self::Needs(list) | Self::State(_, list) | Self::Review(_, list) => list.current,
            Self::Overview(_)
            | Self::States(_)
            | Self::Reviews(_)
            | Self::Figures(_)
            | Self::History(_)
            | Self::Themes(_) => None,
        }
    }

    /// Whose queue it shows.
    pub fn whose_queue(&self) -> Option<Whose> {
        match self {
            Self::Triage(triage) => Some(triage.whose),
            Self::Overview(_)
            | Self::States(_)
            | Self::Reviews(_)
            | Self::Needs(_)
            | Self::Figures(_)
            | Self::State(..)
            | Self::Review(..)
            | Self::Need(_)
            | Self::History(_)
            | Self::Themes(_) => None,
        }
    }

    /// Whether the rows of the list are needs.
    pub fn lists_needs(&self) -> bool {
        self.context().lists_needs()
    }
    /// The name of its list, under which its columns are kept.
    pub fn list_name(&self) -> &'static str {
        match self {
            Self::States(_) => "states",
            Self::Reviews(_) => "reviews",
            Self::Triage(_) => "queue",
            Self::History(_) => "history",
            _ => "needs",
        }
    }
}
