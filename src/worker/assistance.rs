//! Computes what the screen and the pages of assistance show beside needs and their counts: what the file alone holds of
//! activities and platforms, and which needs they serve.

use super::compute::{Computation, Unmade};
use super::protocol::{AssistanceMade, AssistanceOf, Made};
use crate::analysis::needs_under;
use crate::query::{
    Filter, Measure, activities_shown, matched_needs, needs_of_activity,
};
use crate::store::{AssistanceInFile, PlatformPriority};
use std::sync::Arc;

impl Computation<'_> {
    /// Computes it for the lists, or for the page of one record.
    pub(super) fn assistance(&mut self, of: AssistanceOf) -> Result<Made, Unmade> {
        let file = (self.in_file)().map_err(Unmade::Store)?;
        let vocabulary = &self.register.vocabulary;
        let needs = matched_needs(self.register, self.rows);
        let (plan, _) = self.select(self.register, self.narrowed, self.context.today)?;
        let shown = activities_shown(vocabulary, self.narrowed, &plan, &needs);
        let mut made = AssistanceMade { of, is_today: self.now, shown, needs, ..Default::default() };
        match of {
            AssistanceOf::Lists => {}
            AssistanceOf::Activity(place) => {
                let all = Filter::default();
                let (_, everything) = self.select(self.register, &all, self.context.today)?;
                if let Some(activity) = vocabulary.activities.get(usize::from(place)) {
                    let rows = &everything.rows;
                    let found = needs_of_activity(self.register, rows, activity, self.cancelled);
                    made.matched = found.ok_or(Unmade::Stopped)?;
                }
            }
            AssistanceOf::Platform(place) => made.agreed = self.agreed(&file, place)?,
        }
        made.file = file;
        Ok(Made::Assistance(Arc::new(made)))
    }

    /// How many needs the member States of a platform have under each priority on which they agreed; `None` where no
    /// filter says which these are.
    fn agreed(&self, file: &AssistanceInFile, place: u16) -> Result<Vec<Option<u32>>, Unmade> {
        let Some(platform) = file.platforms.get(usize::from(place)) else { return Ok(Vec::new()) };
        let counted = |priority: &PlatformPriority| {
            let filter = needs_under(platform, priority, self.register, &self.context);
            let Some(filter) = filter else { return Ok(None) };
            let (_, found) = self.select(self.register, &filter, self.context.today)?;
            Ok(Some(found.counts.total(Measure::Needs)))
        };
        platform.priorities.iter().map(counted).collect()
    }
}
