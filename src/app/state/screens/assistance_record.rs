//! The page of an activity, an organisation, a platform or an adviser: what is stated of it, and below that the needs,
//! activities, priorities or States that belong to it.

use crate::app::keys::context::KeyContext;
use crate::app::layout;
use crate::app::state::assistance::AssistanceRecord;
use crate::app::state::assistance_records::Records;
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Move, Side};
use crate::app::state::page::{Given, Opens, Page, Stepped, Turned};
use crate::app::state::picks::Picks;
use crate::app::state::told_by::ToldBy;
use crate::assistance::Band;
use crate::columns::ListOnScreen;
use crate::domain::Coded;
use crate::query::register::Vocabulary;
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
    /// Whether keys move through what is stated rather than in the list.
    pub in_facts: bool,
    /// The first line of what is stated that is shown.
    pub scroll: usize,
    /// The needs that are picked in the list below.
    pub picks: Picks,
}

impl AssistancePage {
    /// The page of a record, the cursor on the first row of its list.
    pub fn of(record: AssistanceRecord) -> Self {
        let (list, picks) = (record.first_order(), Picks::default());
        Self { of: record, list, in_facts: false, scroll: 0, picks }
    }

    /// The records of its list; `None` until the worker has made them for this page.
    pub fn records<'a>(&self, answer: &'a Answer) -> Option<Records<'a>> {
        let records = Records::of(self.of.listing(), answer)?;
        records.is_made_for(self.of.asks_for()).then_some(records)
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
            AssistanceRecord::ForNeed(..) | AssistanceRecord::Cell(..) => return None,
        })
    }
}

impl Page for AssistancePage {
    fn context(&self) -> KeyContext {
        if self.of.has_candidates() { KeyContext::Candidates } else { KeyContext::AssistanceRecord }
    }

    fn table(&self) -> &'static dyn ListOnScreen {
        self.of.listing().table()
    }

    fn list(&self) -> Option<&List> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        Some(&mut self.list)
    }

    fn rows<'a>(&self, answer: Option<&'a Answer>, lang: Lang) -> Identities<'a> {
        let records = answer.and_then(|answer| self.records(answer));
        records.map_or_else(Identities::none, |records| {
            Identities::Owned(records.ids(&self.list, lang))
        })
    }

    fn opens(&self, given: &Given<'_>) -> Opens {
        let records = given.answer.and_then(|answer| self.records(answer));
        match (records, self.list.current) {
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

    /// What is stated, and the list.
    fn panes(&self) -> usize {
        2
    }

    fn pane(&self) -> usize {
        usize::from(!self.in_facts)
    }

    fn to_pane(&mut self, pane: usize) {
        self.in_facts = pane == 0;
    }

    fn list_area(&self, main: Rect) -> Rect {
        let (facts, list) = layout::assistance_record(main, self.of);
        if self.in_facts { facts } else { list }
    }

    fn facets_from(&self) -> u16 {
        u16::MAX
    }

    fn asks_for(&self) -> Option<Wanted> {
        Some(Wanted::Assistance(self.of.asks_for()))
    }

    fn told_by(&self, given: &Given<'_>) -> ToldBy {
        let code = given.answer.and_then(|answer| self.code(answer));
        match (self.of, code) {
            (AssistanceRecord::Adviser(_), Some(code)) => {
                ToldBy::Whole(vec!["states".to_owned(), format!("adviser:{code}")])
            }
            (AssistanceRecord::Activity(_), Some(code)) => shown("activity", code),
            (AssistanceRecord::Platform(_), Some(code)) => shown("platform", code),
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
            | AssistanceRecord::Cell(..) => None,
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
