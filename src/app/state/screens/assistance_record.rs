//! The page of an activity, an organisation, a platform or an adviser: what is stated of it, and below that the needs,
//! activities, priorities or States that belong to it.

use crate::app::keys::context::KeyContext;
use crate::app::layout;
use crate::app::state::assistance::{AssistanceRecord, Listing};
use crate::app::state::assistance_records::Records;
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Move, Side};
use crate::app::state::page::{Given, Opens, Page, Stepped, Turned};
use crate::app::state::picks::Picks;
use crate::app::state::told_by::ToldBy;
use crate::assistance::Band;
use crate::columns::ListOnScreen;
use crate::domain::{ArticleSet, Coded};
use crate::query::register::{Slot, Vocabulary};
use crate::query::{Field, code_of_value};
use crate::text::Lang;
use crate::worker::{Answer, Made, Wanted};
use ratatui::layout::Rect;

/// The page of a record of assistance.
#[derive(Clone, Debug)]
pub struct AssistancePage {
    /// The record.
    pub of: AssistanceRecord,
    /// The cursor of the list below.
    pub list: List,
    /// The cursor of the second list, where it has one.
    pub second: List,
    /// Whether keys move in the second list.
    pub in_second: bool,
    /// Whether keys move through what is stated rather than in a list.
    pub in_facts: bool,
    /// The first line of what is stated that is shown.
    pub scroll: usize,
    /// The needs that are picked in the list below.
    pub picks: Picks,
}

impl AssistancePage {
    /// The page of a record, the cursor on the first row of its list.
    pub fn of(record: AssistanceRecord) -> Self {
        Self {
            of: record,
            list: record.first_order(),
            second: record.second_order(),
            in_second: false,
            in_facts: false,
            scroll: 0,
            picks: Picks::default(),
        }
    }

    /// The records of its list; `None` until the worker has made them for this page.
    pub fn records<'a>(&self, answer: &'a Answer) -> Option<Records<'a>> {
        self.of_listing(self.of.listing(), answer)
    }

    /// The records of its second list, where it has one.
    pub fn second_records<'a>(&self, answer: &'a Answer) -> Option<Records<'a>> {
        self.of_listing(self.of.second()?, answer)
    }

    fn of_listing<'a>(&self, listing: Listing, answer: &'a Answer) -> Option<Records<'a>> {
        let records = Records::of(listing, answer)?;
        records.is_made_for(self.of.asks_for()).then_some(records)
    }

    /// The list that keys move in, or did last.
    fn here(&self) -> Listing {
        self.of.second().filter(|_| self.in_second).unwrap_or_else(|| self.of.listing())
    }

    /// The code of the record: of an adviser, that of the post.
    pub fn code(&self, answer: &Answer) -> Option<String> {
        let Vocabulary { activities, organisations, people, .. } = &*answer.register.vocabulary;
        Some(match self.of {
            AssistanceRecord::Activity(at) | AssistanceRecord::ForActivity(at, _) => {
                activities.get(usize::from(at))?.code.clone()
            }
            AssistanceRecord::Organisation(at) => organisations.get(usize::from(at))?.code.clone(),
            AssistanceRecord::Adviser(at) => people.get(usize::from(at))?.code.clone(),
            AssistanceRecord::Platform(at) => match &answer.made {
                Some(Made::Assistance(made)) => {
                    made.file.platforms.get(usize::from(at))?.code.clone()
                }
                _ => return None,
            },
            AssistanceRecord::ForNeed(..)
            | AssistanceRecord::Cell(..)
            | AssistanceRecord::InState(_) => return None,
        })
    }
}

impl AssistancePage {
    /// The command that lists the activities here: of a State, or under the articles of a need in its State.
    fn in_words(&self, answer: &Answer) -> Option<ToldBy> {
        let register = &answer.register;
        let (state, articles) = match self.of {
            AssistanceRecord::InState(place) => (place, None),
            AssistanceRecord::ForNeed(need, _) if self.in_second => {
                let need = register.need(register.row_of(need)?)?;
                (need.state_place(), Some(need.articles()))
            }
            _ => return None,
        };
        let state =
            code_of_value(Field::State, Slot::at(state.into()).number(), &register.vocabulary);
        let numbers = articles.into_iter().flat_map(ArticleSet::iter);
        let numbers: Vec<String> = numbers.map(|article| article.number().to_string()).collect();
        let articles = (!numbers.is_empty()).then(|| format!("article:{}", numbers.join(",")));
        let words = ["activities".to_owned(), format!("state:{state}")];
        let words = words.into_iter().chain(articles).collect();
        Some(match self.of {
            AssistanceRecord::InState(_) => ToldBy::Filtered(words),
            _ => ToldBy::Whole(words),
        })
    }
}

impl Page for AssistancePage {
    fn context(&self) -> KeyContext {
        match self.of {
            AssistanceRecord::InState(_) => KeyContext::WorksHere,
            of if of.has_candidates() => KeyContext::Candidates,
            _ => KeyContext::AssistanceRecord,
        }
    }

    fn table(&self) -> &'static dyn ListOnScreen {
        self.here().table()
    }

    fn list(&self) -> Option<&List> {
        Some(if self.in_second { &self.second } else { &self.list })
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        Some(if self.in_second { &mut self.second } else { &mut self.list })
    }

    fn rows<'a>(&self, answer: Option<&'a Answer>, lang: Lang) -> Identities<'a> {
        let records = answer.and_then(|answer| self.of_listing(self.here(), answer));
        records.zip(self.list()).map_or_else(Identities::none, |(records, list)| {
            Identities::Owned(records.ids(list, lang))
        })
    }

    fn opens(&self, given: &Given<'_>) -> Opens {
        let records = given.answer.and_then(|answer| self.of_listing(self.here(), answer));
        match (records, self.list().and_then(|list| list.current)) {
            _ if self.in_facts => Opens::Right,
            (Some(records), Some(id)) => records.opens(id),
            _ => Opens::Nothing,
        }
    }

    fn step(&mut self, step: Move, page: usize, _: &Given<'_>) -> Stepped {
        if !self.in_facts {
            return Stepped::InList;
        }
        self.scroll = match step {
            Move::Up => self.scroll.saturating_sub(1),
            Move::PageUp => self.scroll.saturating_sub(page),
            Move::First => 0,
            Move::Down => self.scroll + 1,
            Move::PageDown | Move::Last => self.scroll + page,
        }
        .min(LONGEST);
        Stepped::Done
    }

    fn sideways(&mut self, side: Side) -> Turned {
        self.in_facts = side == Side::Left;
        Turned::Done
    }

    /// What is stated, the list, and the second list.
    fn panes(&self) -> usize {
        2 + usize::from(self.of.second().is_some())
    }

    fn pane(&self) -> usize {
        match (self.in_facts, self.in_second) {
            (true, _) => 0,
            (false, second) => 1 + usize::from(second),
        }
    }

    fn to_pane(&mut self, pane: usize) {
        (self.in_facts, self.in_second) = (pane == 0, pane == 2);
    }

    fn list_area(&self, main: Rect) -> Rect {
        let (facts, lists) = layout::assistance_record(main, self.of);
        match (self.in_facts, layout::two_lists(lists, self.of)) {
            (true, _) => facts,
            (false, (list, _)) if !self.in_second => list,
            (false, (_, second)) => layout::below_page_head(second, 1),
        }
    }

    fn facets_from(&self) -> u16 {
        u16::MAX
    }

    fn asks_for(&self) -> Option<Wanted> {
        Some(Wanted::Assistance(self.of.asks_for()))
    }

    fn told_by(&self, given: &Given<'_>) -> ToldBy {
        if let Some(told) = given.answer.and_then(|answer| self.in_words(answer)) {
            return told;
        }
        let code = given.answer.and_then(|answer| self.code(answer));
        match (self.of, code) {
            (AssistanceRecord::Adviser(_), Some(code)) => {
                ToldBy::Whole(vec!["states".to_owned(), format!("adviser:{code}")])
            }
            (AssistanceRecord::Activity(_), Some(code)) => shown("activity", code),
            (AssistanceRecord::Platform(_), Some(code)) => shown("platform", code),
            (AssistanceRecord::Organisation(_), Some(code)) => shown("organisation", code),
            (AssistanceRecord::ForNeed(need, all), _) => candidates(need.to_string(), all),
            (AssistanceRecord::ForActivity(_, all), Some(code)) => candidates(code, all),
            _ => ToldBy::Nothing,
        }
    }

    /// The page of an adviser tells a region; candidates tell which States an activity has helped.
    fn without_names(&self) -> Option<Self> {
        match self.of {
            AssistanceRecord::Adviser(_)
            | AssistanceRecord::ForNeed(..)
            | AssistanceRecord::ForActivity(..)
            | AssistanceRecord::Cell(..)
            | AssistanceRecord::InState(_) => None,
            of => Some(Self::of(of)),
        }
    }

    fn current_person(&self) -> Option<u16> {
        match self.of {
            AssistanceRecord::Adviser(place) => Some(place),
            _ => None,
        }
    }
}

/// The command that shows one record.
fn shown(kind: &str, code: String) -> ToldBy {
    ToldBy::Whole(vec!["show".to_owned(), kind.to_owned(), code])
}

/// The command that lists the candidates of a need or an activity, those too that are merely possible or not.
fn candidates(of: String, all: bool) -> ToldBy {
    let band = ["--band", Band::Possible.code()].map(str::to_owned);
    let command = ["candidates".to_owned(), of];
    ToldBy::Whole(command.into_iter().chain(band.into_iter().filter(|_| all)).collect())
}

/// The most lines of what is stated that are passed over.
const LONGEST: usize = 10_000;
