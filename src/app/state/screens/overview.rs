//! The overview: totals and charts, of which each bar opens the records that it counts.

use crate::app::keys::context::KeyContext;
use crate::app::state::charts::{CHARTS, ChartBar, Charts, bars};
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Move, Side, stepped};
use crate::app::state::page::{Given, Opens, Page, Posts, Stepped, Turned};
use crate::app::state::told_by::ToldBy;
use crate::columns::{ListOnScreen, needs};
use crate::domain::Coded;
use crate::query::{Field, Measure, code_of_value};
use crate::text::Lang;
use crate::worker::Answer;

/// The bars of a step by a page.
const PAGE: usize = 10;

impl Charts {
    /// The bars of the chart that the cursor is in, once they are counted.
    fn counted(&self, given: &Given<'_>) -> Option<Vec<ChartBar>> {
        Some(bars(self.field(), given.answer?, given.measure))
    }

    /// The field and the code of the value of the bar under the cursor.
    fn chosen(&self, given: &Given<'_>) -> Option<(Field, String)> {
        let (bars, field) = (self.counted(given)?, self.field());
        let bar = bars.get(self.row(&bars))?;
        Some((field, code_of_value(field, bar.slot, &given.answer?.register.vocabulary)))
    }
}

impl Page for Charts {
    fn context(&self) -> KeyContext {
        KeyContext::Overview
    }

    fn table(&self) -> &'static dyn ListOnScreen {
        &needs::SCREEN
    }

    fn list(&self) -> Option<&List> {
        None
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        None
    }

    fn rows<'a>(&self, _: Option<&'a Answer>, _: Lang) -> Identities<'a> {
        Identities::none()
    }

    fn opens(&self, given: &Given<'_>) -> Opens {
        match self.chosen(given) {
            Some((field, code)) => Opens::Counted(field, code),
            None => Opens::Nothing,
        }
    }

    fn told_by(&self, given: &Given<'_>) -> ToldBy {
        ToldBy::Count(self.field(), given.measure)
    }

    fn without_names(&self) -> Option<Self> {
        let names = matches!(self.field(), Field::State | Field::Focal);
        Some(Self { slot: self.slot.filter(|_| !names), ..self.clone() })
    }

    fn step(&mut self, step: Move, _: usize, given: &Given<'_>) -> Stepped {
        if let Some(bars) = self.counted(given) {
            let row = stepped(step, self.row(&bars), bars.len(), PAGE);
            self.put(&bars, row);
        }
        Stepped::Done
    }

    /// Each chart is one.
    fn panes(&self) -> usize {
        CHARTS.len()
    }

    fn pane(&self) -> usize {
        self.chart
    }

    fn to_pane(&mut self, pane: usize) {
        (self.chart, self.slot) = (pane, None);
    }

    fn sideways(&mut self, side: Side) -> Turned {
        self.step_chart(side);
        Turned::Done
    }

    fn shows_texts(&self) -> bool {
        false
    }

    fn arranged_as(&self, _: &Posts<'_>) -> String {
        self.field().code().to_owned()
    }

    fn arrange(&mut self, arrangement: &str, measure: Measure, _: &Posts<'_>) -> Option<Measure> {
        let field = Field::from_code(arrangement);
        if let Some(chart) = CHARTS.iter().position(|chart| Some(*chart) == field) {
            (self.chart, self.large) = (chart, true);
        }
        Some(measure)
    }
}
