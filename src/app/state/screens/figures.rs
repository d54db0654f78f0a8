//! The screen of figures: the figures of a note, totals over the years, connections, published figures.

use crate::analysis::Ranking;
use crate::app::keys::context::KeyContext;
use crate::app::layout::{connections, findings};
use crate::app::state::connections::identity;
use crate::app::state::figures::{FigureEntry, Figures};
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Move, Side};
use crate::app::state::page::{Given, Opens, Page, Posts, Stepped, Turned};
use crate::app::state::told_by::ToldBy;
use crate::columns::{ListOnScreen, needs};
use crate::domain::Coded;
use crate::query::Measure;
use crate::text::Lang;
use crate::worker::{Answer, Made, Wanted};
use ratatui::layout::Rect;

impl Page for Figures {
    fn context(&self) -> KeyContext {
        KeyContext::Figures
    }

    fn table(&self) -> &'static dyn ListOnScreen {
        &needs::SCREEN
    }

    fn list(&self) -> Option<&List> {
        match self.entry {
            FigureEntry::Figure(_) | FigureEntry::Trend | FigureEntry::Standing => None,
            FigureEntry::Connections => Some(&self.together.list),
            FigureEntry::Published => Some(&self.findings),
        }
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        match self.entry {
            FigureEntry::Figure(_) | FigureEntry::Trend | FigureEntry::Standing => None,
            FigureEntry::Connections => Some(&mut self.together.list),
            FigureEntry::Published => Some(&mut self.findings),
        }
    }

    fn rows<'a>(&self, answer: Option<&'a Answer>, _: Lang) -> Identities<'a> {
        match answer.and_then(|answer| answer.made.as_ref()) {
            Some(Made::Verification(verified)) => {
                Identities::Owned((0..verified.findings.len() as u32).collect())
            }
            Some(Made::Connections(connected)) => {
                Identities::Owned(connected.pairs.iter().map(identity).collect())
            }
            _ => Identities::none(),
        }
    }

    fn opens(&self, _: &Given<'_>) -> Opens {
        Opens::Figure
    }

    fn told_by(&self, given: &Given<'_>) -> ToldBy {
        match self.entry {
            FigureEntry::Trend => ToldBy::filtered(["trend"]),
            FigureEntry::Standing => ToldBy::filtered(["trend", "--by", "standing"]),
            FigureEntry::Connections => {
                let by = if self.together.states { "states" } else { "needs" };
                let sort = match self.together.ranking {
                    Ranking::Count => "count",
                    Ranking::Lift => "lift",
                };
                ToldBy::filtered(["connections", "--by", by, "--sort", sort])
            }
            FigureEntry::Published => ToldBy::whole(["verify"]),
            FigureEntry::Figure(place) => {
                let mut words = vec!["figure".to_owned(), (place + 1).to_string()];
                words.extend(["--measure".to_owned(), self.measure().code().to_owned()]);
                if let Some(Made::Figure { since: Some(since), .. }) =
                    given.answer.and_then(|answer| answer.made.as_ref())
                {
                    words.extend(["--since".to_owned(), since.to_string()]);
                }
                words.extend(self.beside.then(|| "--beside".to_owned()));
                ToldBy::Filtered(words)
            }
        }
    }

    fn without_names(&self) -> Option<Self> {
        Some(self.clone())
    }

    fn step(&mut self, _: Move, _: usize, _: &Given<'_>) -> Stepped {
        if self.in_list || !self.has_list() { Stepped::InFigures } else { Stepped::InList }
    }

    /// The list and its entry; of the connections the list of pairs and the matrix.
    fn panes(&self) -> usize {
        2 + usize::from(self.entry == FigureEntry::Connections)
    }

    fn pane(&self) -> usize {
        let in_matrix = self.entry == FigureEntry::Connections && self.together.in_matrix;
        usize::from(!self.in_list) + usize::from(!self.in_list && in_matrix)
    }

    fn to_pane(&mut self, pane: usize) {
        self.in_list = pane == 0;
        self.together.in_matrix = pane == 2;
    }

    fn sideways(&mut self, _: Side) -> Turned {
        Turned::InFigures
    }

    fn list_area(&self, main: Rect) -> Rect {
        match self.entry {
            FigureEntry::Connections => connections(main, self.together.in_matrix).list,
            FigureEntry::Figure(_)
            | FigureEntry::Trend
            | FigureEntry::Standing
            | FigureEntry::Published => findings(main).0,
        }
    }

    fn asks_for(&self) -> Option<Wanted> {
        Some(self.wanted())
    }

    fn arranged_as(&self, _: &Posts<'_>) -> String {
        self.arrangement()
    }

    fn own_measure(&self) -> Option<Measure> {
        Some(self.measure())
    }

    /// Each figure keeps its measure, whatever the overview counts.
    fn arrange(&mut self, arrangement: &str, measure: Measure, _: &Posts<'_>) -> Option<Measure> {
        *self = Self::arranged(arrangement, measure);
        None
    }
}
