//! Computes what the screen and the pages of assistance show beside needs and their counts: what the file alone holds of
//! activities and platforms, and which needs they serve.

use super::compute::{Computation, Unmade};
use super::protocol::{AssistanceMade, AssistanceOf, Made};
use crate::analysis::needs_under;
use crate::assistance::{
    Band, CandidateNeed, Gaps, Looked, Sharing, activities_for, add_candidates, gaps, in_cell,
    needs_for, shared_needs,
};
use crate::query::{
    Field, Filter, Measure, Selection, assistance_shown, matched_needs, needs_of_activity,
};
use crate::store::{AssistanceInFile, PlatformPriority};
use std::sync::Arc;

/// In a register with more needs, the needs that could be served now are not counted with the gaps: that takes longer.
const FEW: usize = 200_000;

impl Computation<'_> {
    /// Computes it for the lists, or for the page of one record.
    pub(super) fn assistance(&mut self, of: AssistanceOf) -> Result<Made, Unmade> {
        let file = (self.in_file)().map_err(Unmade::Store)?;
        let vocabulary = &self.register.vocabulary;
        let needs = matched_needs(self.register, self.rows);
        let (plan, selection) = self.select(self.register, self.narrowed, self.context.today)?;
        let shown = assistance_shown(self.register, &plan, &selection.rows, self.cancelled);
        let shown = shown.ok_or(Unmade::Stopped)?;
        let mut made =
            AssistanceMade { of, is_today: self.now, shown, needs, ..Default::default() };
        let is_nameless = vocabulary.nameless.is_some();
        match of {
            AssistanceOf::Lists => {}
            // Which States an activity has helped would name them.
            AssistanceOf::ForNeed(..) | AssistanceOf::ForActivity(..) | AssistanceOf::Cell(_)
                if is_nameless => {}
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
            AssistanceOf::Gaps(fields) => made.gaps = Some(self.gaps(fields, &selection)?),
            AssistanceOf::Shared(by, split) => {
                let by = self.told(by, Field::Region);
                let sharing = Sharing { by: Some(by), split };
                let found = shared_needs(self.register, &selection, sharing, self.cancelled);
                made.shared = Some((by, found.ok_or(Unmade::Stopped)?));
            }
            AssistanceOf::Cell(values) => {
                let looked = Looked::on(self.context.today, vocabulary, Band::Strong);
                let found = in_cell(self.register, &selection, values, looked, self.cancelled);
                made.cell = Some(found.ok_or(Unmade::Stopped)?);
            }
            AssistanceOf::ForNeed(id, least) => {
                let looked = Looked::on(self.context.today, vocabulary, least);
                let need = self.register.row_of(id).and_then(|row| self.register.need(row));
                made.candidates = need.map_or_else(Vec::new, |need| activities_for(need, looked));
            }
            AssistanceOf::ForActivity(place, least) => {
                let looked = Looked::on(self.context.today, vocabulary, least);
                let found = needs_for(self.register, place, looked, self.cancelled);
                let found = found.ok_or(Unmade::Stopped)?.into_iter();
                let numbered =
                    |one: CandidateNeed| Some((self.register.need(one.row)?.id(), one.points));
                made.could_serve = found.filter_map(numbered).collect();
            }
        }
        made.file = file;
        Ok(Made::Assistance(Arc::new(made)))
    }

    /// The gaps by two fields; where the register has few enough needs, with how many could be served now.
    fn gaps(&self, fields: [Field; 2], selection: &Selection) -> Result<Gaps, Unmade> {
        let fields = [self.told(fields[0], Field::Article), self.told(fields[1], Field::Region)];
        let found = gaps(self.register, selection, &fields, self.cancelled);
        let mut found = found.ok_or(Unmade::Stopped)?;
        if self.register.len() <= FEW {
            let looked = Looked::on(self.context.today, &self.register.vocabulary, Band::Strong);
            add_candidates(&mut found, self.register, selection, looked, self.cancelled)
                .ok_or(Unmade::Stopped)?;
        }
        Ok(found)
    }

    /// A field, or in its place another one that may be told where States are not named.
    fn told(&self, field: Field, instead: Field) -> Field {
        let kept = self.register.vocabulary.nameless;
        let withheld = |field| kept.is_some_and(|kept| kept.withholds(field));
        match (withheld(field), withheld(instead)) {
            (false, _) => field,
            (true, false) => instead,
            (true, true) => Field::Group,
        }
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
