//! The page of the news since the last visit of the person who works.

use crate::app::keys::context::KeyContext;
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Side};
use crate::app::state::page::{Given, Opens, Page, Turned, of_one_list};
use crate::app::state::told_by::ToldBy;
use crate::columns::needs;
use crate::domain::NeedNumber;
use crate::store::Seen;
use crate::text::Lang;
use crate::worker::{Answer, NewsOfNeeds};
use ratatui::layout::Rect;

/// A part of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NewsPart {
    /// Needs that others have changed.
    #[default]
    Changed,
    /// Needs that others have given to the person.
    Given,
    /// Needs that have become overdue.
    Overdue,
}

impl NewsPart {
    /// The parts, from left to right.
    pub const ALL: [Self; 3] = [Self::Changed, Self::Given, Self::Overdue];

    /// The part on this side, round and round.
    fn beside(self, side: Side) -> Self {
        match (self, side) {
            (Self::Changed, Side::Right) | (Self::Overdue, Side::Left) => Self::Given,
            (Self::Given, Side::Right) | (Self::Changed, Side::Left) => Self::Overdue,
            (Self::Overdue, Side::Right) | (Self::Given, Side::Left) => Self::Changed,
        }
    }
}

/// The page of news.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// The last change that the person has seen; `None` if the person has not left the program yet.
    pub since: Option<Seen>,
    /// The part that is shown.
    pub part: NewsPart,
    /// The needs of each part; nothing until the worker has answered.
    pub found: Option<NewsOfNeeds>,
    /// The cursor; identities are needs.
    pub list: List,
}

impl News {
    /// A page of which nothing is read yet.
    pub fn since(since: Option<Seen>) -> Self {
        Self { since, ..Self::default() }
    }

    /// The needs of a part.
    pub fn needs(&self, part: NewsPart) -> &[NeedNumber] {
        match (&self.found, part) {
            (None, _) => &[],
            (Some(found), NewsPart::Changed) => &found.changed,
            (Some(found), NewsPart::Given) => &found.given,
            (Some(found), NewsPart::Overdue) => &found.overdue,
        }
    }

    /// Takes the news, and shows the first part that has needs.
    pub(in crate::app) fn take(&mut self, found: NewsOfNeeds) {
        let is_first = self.found.replace(found).is_none();
        let has = |part: &NewsPart| !self.needs(*part).is_empty();
        if is_first && let Some(part) = NewsPart::ALL.into_iter().find(has) {
            self.part = part;
        }
    }
}

impl Page for News {
    fn context(&self) -> KeyContext {
        KeyContext::News
    }

    of_one_list!(needs::SCREEN, list);

    fn rows<'a>(&self, _: Option<&'a Answer>, _: Lang) -> Identities<'a> {
        Identities::Owned(self.needs(self.part).iter().map(|need| need.get()).collect())
    }

    fn opens(&self, _: &Given<'_>) -> Opens {
        Opens::need(self.list.need())
    }

    /// The changes since that day, which the command line tells by days.
    fn told_by(&self, _: &Given<'_>) -> ToldBy {
        let day = self.since.map(|since| since.at.day().to_string());
        let command = |day| ["log".to_owned(), "--since".to_owned(), day].to_vec();
        day.map_or(ToldBy::Nothing, |day| ToldBy::Whole(command(day)))
    }

    /// Gives `None`: the news are those of the person who works.
    fn without_names(&self) -> Option<Self> {
        None
    }

    fn current_need(&self) -> Option<NeedNumber> {
        self.list.need()
    }

    fn sideways(&mut self, side: Side) -> Turned {
        (self.part, self.list) = (self.part.beside(side), List::default());
        Turned::InNews
    }

    /// Each part is one, though one alone is on the screen.
    fn panes(&self) -> usize {
        NewsPart::ALL.len()
    }

    fn pane(&self) -> usize {
        NewsPart::ALL.iter().position(|part| *part == self.part).unwrap_or(0)
    }

    fn to_pane(&mut self, pane: usize) {
        (self.part, self.list) = (NewsPart::ALL[pane % NewsPart::ALL.len()], List::default());
    }

    fn list_area(&self, main: Rect) -> Rect {
        // The parts stand above the list, since when below it.
        let head = 1.min(main.height);
        Rect { y: main.y + head, height: main.height.saturating_sub(2), ..main }
    }
}
