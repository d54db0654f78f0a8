//! Computes what the section of coverage and the pages of organisations, platforms, advisers and States show of the
//! assistance given.

use super::compute::{Computation, Unmade};
use super::protocol::{AssistanceMade, AssistanceOf, NeedsInParts};
use crate::analysis::needs_under;
use crate::assistance::{
    Band, Looked, WorksHere, coverage, grants, reachable, unprepared, works_for, works_in,
};
use crate::columns::organisations::has_part;
use crate::columns::platforms::AgreedNeeds;
use crate::domain::{ActivityStatus, ArticleSet, Coded, Kind, Record, Standing};
use crate::query::register::{Activity, Slot};
use crate::query::{Field, Filter, Measure, Selection};
use crate::store::{AssistanceInFile, PlatformPriority};
use std::cmp::Reverse;

impl Computation<'_> {
    /// Computes a view of coverage or the page of an organisation, an adviser or a State.
    pub(super) fn page(
        &self,
        of: AssistanceOf,
        selection: &Selection,
        file: &AssistanceInFile,
        made: &mut AssistanceMade,
    ) -> Result<(), Unmade> {
        let vocabulary = &self.register.vocabulary;
        let is_nameless = vocabulary.nameless.is_some();
        match of {
            AssistanceOf::Coverage(role) => {
                let money = grants(file.details(), vocabulary);
                let shown = &made.shown.activities;
                let found = coverage(self.register, selection, shown, role, &money);
                made.coverage = Some(found);
            }
            // Which States an activity has helped would name them.
            AssistanceOf::Unprepared | AssistanceOf::InState(_) if is_nameless => {}
            AssistanceOf::Unprepared => {
                made.unprepared = Some(self.unprepared(file)?);
            }
            AssistanceOf::Organisation(place) => self.organisation(place, made)?,
            AssistanceOf::Adviser(place) if !is_nameless => {
                let mut filter = Filter::default();
                let slot = Slot::at(place.into()).number();
                filter.narrow_slot(Field::Adviser, slot, self.register, &self.context);
                let standings = (1..=Standing::ALL.len() as u16).collect();
                made.parts = Some(self.in_parts(filter, vec![(Field::Match, standings)], false)?);
            }
            AssistanceOf::InState(place) => {
                let looked = Looked::on(self.context.today, vocabulary, Band::Likely);
                let found = works_in(self.register, place, looked, self.cancelled);
                made.here = found.ok_or(Unmade::Stopped)?;
                let shown = &made.shown.activities;
                made.here.retain(|of| shown.binary_search(&of.activity).is_ok());
            }
            _ => {}
        }
        Ok(())
    }

    /// The reviews without preparation whose State the filter lets through.
    fn unprepared(&self, file: &AssistanceInFile) -> Result<Vec<u16>, Unmade> {
        let (plan, selection) = self.select(self.register, self.narrowed, self.context.today)?;
        let needs = selection.counts.by_review();
        let passing = plan.reviews(&self.register.vocabulary);
        let of_reviews = plan.on_reviews_only();
        let passes = |place: &u16| {
            let place = usize::from(*place);
            needs.get(place).is_some_and(|needs| *needs > 0)
                || of_reviews && passing.get(place).is_some_and(|passes| *passes)
        };
        let all = unprepared(&self.register.vocabulary, file.details());
        Ok(all.into_iter().filter(passes).collect())
    }

    /// The page of an organisation: what its activities could serve, and what is unserved of what it does.
    fn organisation(&self, place: u16, made: &mut AssistanceMade) -> Result<(), Unmade> {
        let vocabulary = &self.register.vocabulary;
        let counts = |activity: &Activity| {
            activity.status() != Some(ActivityStatus::Cancelled) && has_part(activity, place)
        };
        let all = vocabulary.activities.iter().zip(0_u16..);
        let own: Vec<(&Activity, u16)> = all.filter(|(activity, _)| counts(activity)).collect();
        let articles = own
            .iter()
            .map(|(activity, _)| activity.articles)
            .fold(ArticleSet::EMPTY, ArticleSet::with);
        let slots: Vec<u16> =
            articles.iter().map(|article| Slot::at(article.index()).number()).collect();
        if !slots.is_empty() {
            let mut filter = Filter::default();
            for slot in &slots {
                filter.toggle_slot(Field::Article, *slot, self.register, &self.context);
            }
            filter.narrow(Field::Match, Standing::Unserved.code());
            let regions = match vocabulary.nameless {
                // What is told of regions is told on lists of needs, with what is withheld there.
                Some(_) => Vec::new(),
                None => (1..=crate::domain::Region::ALL.len() as u16).collect(),
            };
            let fields = vec![(Field::Article, slots), (Field::Region, regions)];
            made.parts = Some(self.in_parts(filter, fields, true)?);
        }
        if vocabulary.nameless.is_none() {
            let places: Vec<u16> = own.into_iter().map(|(_, place)| place).collect();
            let looked = Looked::on(self.context.today, vocabulary, Band::Possible);
            let found = reachable(self.register, &places, looked, self.cancelled);
            made.reachable = found.map_err(|_| Unmade::Stopped)?;
            let of = vocabulary.organisations.get(usize::from(place));
            let number = of.and_then(|of| u32::try_from(of.id).ok());
            let record = number.map(|number| Record { kind: Kind::Organisation, number });
            let changes = record.map(|record| (self.changes_of)(record)).transpose();
            made.changes = changes.map_err(Unmade::Store)?;
        }
        Ok(())
    }

    /// The needs of a filter by the values of fields with these slots; those that nothing has are left out. `ranked`: the
    /// most needs of a field first.
    fn in_parts(
        &self,
        filter: Filter,
        fields: Vec<(Field, Vec<u16>)>,
        ranked: bool,
    ) -> Result<NeedsInParts, Unmade> {
        let (_, selection) = self.select(self.register, &filter, self.context.today)?;
        let mut values = Vec::new();
        for (field, slots) in fields {
            let counts = selection.counts.of(field, Measure::Needs);
            let count = |slot: u16| counts.get(usize::from(slot)).copied().unwrap_or(0);
            let mut of_field: Vec<(Field, u16, u32)> =
                slots.into_iter().map(|slot| (field, slot, count(slot))).collect();
            of_field.retain(|(_, _, needs)| *needs > 0);
            if ranked {
                of_field.sort_by_key(|(_, slot, needs)| (Reverse(*needs), *slot));
            }
            values.extend(of_field);
        }
        Ok(NeedsInParts { filter, values })
    }

    /// How many needs the member States of a platform have under each priority on which they agreed; `None` where no
    /// filter says which these are.
    pub(super) fn agreed(
        &self,
        file: &AssistanceInFile,
        place: u16,
    ) -> Result<Vec<Option<AgreedNeeds>>, Unmade> {
        let Some(platform) = file.platforms.get(usize::from(place)) else { return Ok(Vec::new()) };
        let counted = |priority: &PlatformPriority| {
            let filter = needs_under(platform, priority, self.register, &self.context);
            let Some(filter) = filter else { return Ok(None) };
            let (_, found) = self.select(self.register, &filter, self.context.today)?;
            let standings = found.counts.of(Field::Match, Measure::Needs);
            let of = |standing: Standing| {
                standings
                    .get(usize::from(Slot::at(standing.index()).number()))
                    .copied()
                    .unwrap_or(0)
            };
            Ok(Some(AgreedNeeds {
                needs: found.counts.total(Measure::Needs),
                open: Standing::ALL.iter().map(|standing| of(*standing)).sum(),
                unserved: of(Standing::Unserved),
            }))
        };
        platform.priorities.iter().map(counted).collect()
    }

    /// The activities that serve the members of a platform under the articles on which they agreed.
    pub(super) fn serving(
        &self,
        file: &AssistanceInFile,
        place: u16,
    ) -> Result<Vec<WorksHere>, Unmade> {
        let Some(platform) = file.platforms.get(usize::from(place)) else { return Ok(Vec::new()) };
        let articles = platform.priorities.iter().map(|priority| priority.articles);
        let articles = articles.fold(ArticleSet::EMPTY, ArticleSet::with);
        let states = self.register.vocabulary.states.iter().zip(0..);
        let members = states.filter(|(state, _)| platform.states.contains(&state.id));
        let members: Vec<u16> = members.map(|(_, place)| place).collect();
        works_for(self.register, &members, articles, self.cancelled).ok_or(Unmade::Stopped)
    }
}
