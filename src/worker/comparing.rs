//! The counts of an earlier day, compared with those of an answer: the same filter on the register of that day, as in
//! `ta-tui count --since`.

use super::compute::Unmade;
use super::growth::TwoDays;
use super::state::Loop;
use super::{Asked, Before, Question, Wanted};
use crate::analysis::ByTheme;
use crate::domain::Day;
use crate::query::register::Register;
use std::sync::Arc;

impl Question {
    /// The earlier day that its counts are compared with, where `shown` is the day that it asks about. A question
    /// about growth alone has none.
    pub(super) fn earlier_day(&self, shown: Day) -> Option<Day> {
        self.compared.day(shown).filter(|_| self.since.is_none())
    }
}

impl Loop<'_> {
    /// The register that a question asks, and that of the earlier day that its counts are compared with. Where the
    /// earlier day cannot be read, that is reported, and the question is answered without it.
    pub(super) fn registers(
        &mut self,
        question: &Question,
        earlier: Option<Day>,
    ) -> Result<(Arc<Register>, Option<Arc<Register>>), Unmade> {
        let shown = self.register_for(&question.filter, question.as_of).map_err(Unmade::Store)?;
        let Some(day) = earlier else { return Ok((shown, None)) };
        let earlier = match self.register_of(Some(day)) {
            Ok(earlier) => earlier,
            Err(error) => {
                // If the receiver is gone, the next report notices.
                self.failed(Asked::Nothing, error);
                return Ok((shown, None));
            }
        };
        let told = self.growth.alike(TwoDays { shown, earlier });
        Ok((told.shown, Some(told.earlier)))
    }

    /// The counts (and themes) of the question's filter on the earlier day `day`, whose register is given; `None`
    /// where the filter names something that this register does not have.
    pub(super) fn before(
        &mut self,
        question: &Question,
        (day, register): (Day, &Arc<Register>),
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Result<Option<Before>, Unmade> {
        let context = self.context(register, day);
        let kept = self.growth.selections_of(register);
        let selected = kept.select(&question.filter, register, None, context, cancelled);
        let Ok(selected) = selected else { return Ok(None) };
        let selected = selected.ok_or(Unmade::Stopped)?;
        let themes = if question.wanted == Some(Wanted::Themes) {
            let counted = ByTheme::count(register, &selected.selection.rows, cancelled);
            Some(Arc::new(counted.ok_or(Unmade::Stopped)?))
        } else {
            None
        };
        Ok(Some(Before { day, counts: Arc::clone(&selected.selection.counts), themes }))
    }
}
