//! The rows of lists of assistance that belong to a page: activities seen from a State, a need, a platform or an
//! organisation, what organisations cover, reviews without preparation, needs broken down.

use crate::app::state::assistance::Listing;
use crate::app::state::assistance_records::{Records, servable};
use crate::app::state::marked::Marked;
use crate::assistance::{Overlap, Reachable};
use crate::columns::activities::ActivityRow;
use crate::columns::candidates::CandidateNeedRow;
use crate::columns::coverage::CoverageRow;
use crate::columns::parts::PartRow;
use crate::columns::reviews::ReviewRow;
use crate::columns::works::{PartTaken, WorkRow};
use crate::domain::NeedNumber;
use crate::query::register::Activity;
use crate::store::{ChangedMatch, LogEntry};
use crate::worker::AssistanceOf;

impl<'a> Records<'a> {
    /// The overlaps that are listed, with their places among all: those with the marks asked for.
    pub fn listed_overlaps(&self) -> impl Iterator<Item = (u32, Overlap)> + use<'a> {
        let of = self.vocabulary();
        let marked = self.marked();
        let all = (0..).zip(self.overlaps().iter().copied());
        all.filter(move |(_, overlap)| {
            let mark = || of.mark_of(overlap.in_vocabulary(of)).map(|mark| mark.mark);
            marked == Marked::All || marked.lists(mark())
        })
    }

    /// By which marks overlaps are listed.
    pub fn marked(&self) -> Marked {
        if let Listing::Overlaps(marked) = self.listing { marked } else { Marked::All }
    }

    /// The need with a number, with its points.
    pub fn could_serve(&self, id: u32) -> Option<CandidateNeedRow<'a>> {
        let points = *self.points.get(&id)?;
        Some(CandidateNeedRow { of: self.need(id)?, points, best: self.best(id) })
    }

    /// The best candidate of a need that could be served now: its place in the vocabulary.
    pub fn best_place(&self, need: NeedNumber) -> Option<u16> {
        servable(self.made).find(|one| one.need == need).map(|one| one.activity)
    }

    fn best(&self, need: u32) -> Option<&'a Activity> {
        let place =
            self.best_place(NeedNumber::new(need)).filter(|_| self.listing == Listing::Servable)?;
        self.vocabulary().activities.get(usize::from(place))
    }

    /// An activity seen from the State, need, platform or organisation of the page.
    pub(super) fn work(&self, id: u32) -> Option<WorkRow<'a>> {
        let (of, place) = (self.activity(id)?, u16::try_from(id).ok()?);
        let here = self.made.here.iter().find(|here| u32::from(here.activity) == id);
        let row = |needs, near, role, could| {
            Some(WorkRow { of: ActivityRow { needs, ..of }, near, role, could })
        };
        match (self.listing, here) {
            (Listing::ActivitiesOf(organisation), _) => {
                let could = self.made.reachable.as_ref();
                let could = could.and_then(|found| found.by_activity.get(&place).copied());
                row(of.needs, None, PartTaken::of(of.activity, organisation), could)
            }
            (Listing::Trainings, _) | (_, None) => row(of.needs, None, None, None),
            (_, Some(here)) => row(Some(here.matched), Some(here.near), None, here.could),
        }
    }

    /// What an organisation covers, by its place in the vocabulary.
    pub fn covered(&self, id: u32) -> Option<CoverageRow<'a>> {
        let all = self.made.coverage.as_ref()?;
        let at = all.binary_search_by_key(&id, |of| of.organisation.into()).ok()?;
        let organisation = self.vocabulary().organisations.get(id as usize)?;
        Some(CoverageRow { organisation, of: &all[at] })
    }

    pub(super) fn review(&self, id: u32) -> Option<ReviewRow<'a>> {
        self.reviews.get(id as usize).copied()
    }

    /// A value of a field with its needs.
    pub(super) fn part(&self, id: u32) -> Option<PartRow> {
        let values = &self.made.parts.as_ref()?.values;
        let (field, slot, needs) = *values.get(id as usize)?;
        let of_field = values.iter().filter(|(other, ..)| *other == field);
        let most = of_field.map(|(_, _, needs)| *needs).max().unwrap_or(0);
        Some(PartRow { place: id as usize, field, slot, needs, most })
    }

    /// What the worker has made of the needs that an organisation could serve.
    pub fn reachable(&self) -> Option<&'a Reachable> {
        self.made.reachable.as_ref()
    }

    /// The changes of the organisation of the page, the newest first; `None` where they are not told.
    pub fn changes(&self) -> Option<&'a [LogEntry]> {
        self.made.changes.as_deref()
    }

    /// The activities of the list, in the order in which they come.
    pub fn activities(&self) -> Vec<&'a Activity> {
        let all = &self.vocabulary().activities;
        self.unordered().into_iter().filter_map(|id| all.get(id as usize)).collect()
    }

    /// Whether an activity under the articles of the need of the page is matched with that.
    pub fn serves(&self, id: u32) -> bool {
        self.listing == Listing::OnNeed
            && self
                .work(id)
                .is_some_and(|activity| activity.of.needs.is_some_and(|needs| needs > 0))
    }

    /// What has changed of the activity of the page since a need was matched with it.
    pub fn changed(&self, need: NeedNumber) -> Option<&'a ChangedMatch> {
        let AssistanceOf::Activity(place) = self.made.of else { return None };
        let activity = self.vocabulary().activities.get(usize::from(place))?;
        let is_it = |one: &&ChangedMatch| one.need == need && one.code == activity.code;
        self.made.file.changed.iter().find(is_it).filter(|_| self.listing == Listing::Matched)
    }

    /// How many of the matches of the page were made before its activity changed.
    pub fn count_changed(&self) -> usize {
        match self.listing {
            Listing::Matched => {
                self.made.matched.iter().filter(|need| self.changed(**need).is_some()).count()
            }
            _ => 0,
        }
    }
}
