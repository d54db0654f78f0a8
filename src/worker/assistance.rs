//! Computes what the screen and the pages of assistance show beside needs and their counts: what the file alone holds of
//! activities and platforms, and which needs they serve.

use super::compute::{Computation, Unmade};
use super::protocol::{Answer, AssistanceMade, AssistanceOf, Made};
use super::selection_cache::Selected;
use crate::assistance::{
    Band, CandidateNeed, Gaps, Looked, Overlap, Sharing, activities_for, add_candidates, gaps,
    in_cell, needs_for, needs_told, of_few_states, overlaps, shared_needs, shown_and_told,
    works_on,
};
use crate::domain::Day;
use crate::query::{Field, Filter, Followed, Selection, needs_of_activity};
use std::sync::Arc;

/// An answer with gaps, which is given once more with the needs that could be served now.
pub(super) struct Unfinished {
    answer: Answer,
    selected: Arc<Selected>,
    looked: Looked,
}

impl Unfinished {
    /// What is left to do of an answer; `None` where it is whole.
    pub(super) fn of(answer: &Answer, selected: Option<Arc<Selected>>, today: Day) -> Option<Self> {
        let goes_on = matches!(&answer.made, Some(Made::Assistance(made)) if made.goes_on);
        let looked = Looked::on(today, &answer.register.vocabulary, Band::Strong);
        let selected = selected.filter(|_| goes_on)?;
        Some(Self { answer: answer.clone(), selected, looked })
    }

    /// The whole answer, unless `is_overtaken` says of its generation that a newer question has come.
    pub(super) fn finish(self, is_overtaken: &(dyn Fn(u64) -> bool + Sync)) -> Option<Answer> {
        let Self { mut answer, selected, looked } = self;
        let Some(Made::Assistance(made)) = &mut answer.made else { return None };
        let made = Arc::make_mut(made);
        let (register, selection) = (&answer.register, &selected.selection);
        let cancelled = || is_overtaken(answer.generation);
        if let Some(gaps) = &mut made.gaps {
            add_candidates(gaps, register, selection, looked, &cancelled)?;
        }
        made.goes_on = false;
        Some(answer)
    }
}

impl Computation<'_> {
    /// Computes it for the lists, or for the page of one record.
    pub(super) fn assistance(&mut self, of: AssistanceOf) -> Result<Made, Unmade> {
        let file = (self.in_file)().map_err(Unmade::Store)?;
        let vocabulary = &self.register.vocabulary;
        let needs = needs_told(self.register, self.rows);
        let selected = self.selected.clone().ok_or(Unmade::Stopped)?;
        let selection = &selected.selection;
        let shown = shown_and_told(self.register, &selected.plan, &selection.rows, self.cancelled);
        let shown = shown.ok_or(Unmade::Stopped)?;
        let untold = of_few_states(self.register, selection, &[Field::Provider]);
        let untold = untold.into_iter().flatten().collect();
        let mut made =
            AssistanceMade { of, is_today: self.now, shown, needs, untold, ..Default::default() };
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
                    if needs_told(self.register, rows)[usize::from(place)].is_none() {
                        made.matched.clear();
                    }
                }
            }
            AssistanceOf::Platform(place) => {
                made.agreed = self.agreed(&file, place)?;
                made.here = self.serving(&file, place)?;
            }
            AssistanceOf::Coverage(..)
            | AssistanceOf::Unprepared
            | AssistanceOf::Organisation(_)
            | AssistanceOf::Adviser(_)
            | AssistanceOf::InState(_) => self.page(of, selection, &file, &mut made)?,
            AssistanceOf::Gaps(fields) => {
                made.gaps = Some(self.gaps(fields, selection)?);
                made.goes_on = !is_nameless && self.register.len() > self.few_needs;
            }
            AssistanceOf::Shared(by, split) => {
                let by = self.told(by, Field::Region);
                let sharing = Sharing { by: Some(by), split };
                let found = shared_needs(self.register, selection, sharing, self.followed());
                made.shared = Some((by, found.ok_or(Unmade::Stopped)?));
            }
            AssistanceOf::Overlaps => made.overlaps = Some(self.overlaps(&made.shown.activities)?),
            AssistanceOf::Cell(values) => {
                let looked = Looked::on(self.context.today, vocabulary, Band::Strong);
                let found = in_cell(self.register, selection, values, looked, self.cancelled);
                made.cell = Some(found.ok_or(Unmade::Stopped)?);
            }
            AssistanceOf::ForNeed(id, least) => {
                let looked = Looked::on(self.context.today, vocabulary, least);
                let need = self.register.row_of(id).and_then(|row| self.register.need(row));
                made.candidates = need.map_or_else(Vec::new, |need| activities_for(need, looked));
                made.here = need.map_or_else(Vec::new, works_on);
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

    /// Long work for the answer, which a newer question cancels and of which the screen hears how far it is.
    fn followed(&self) -> Followed<'_> {
        Followed { cancelled: self.cancelled, told: self.told }
    }

    /// The overlaps of which one of the two activities is shown.
    fn overlaps(&self, shown: &[u16]) -> Result<Vec<Overlap>, Unmade> {
        let (of, today) = (&self.register.vocabulary, self.context.today);
        let found = overlaps(of, today, &|_| true, self.followed());
        let mut found = found.ok_or(Unmade::Stopped)?;
        let mut passes = vec![false; of.activities.len()];
        for place in shown {
            passes[usize::from(*place)] = true;
        }
        found.retain(|overlap| overlap.activities.iter().any(|at| passes[usize::from(*at)]));
        Ok(found)
    }

    /// The gaps by two fields; where the register has few enough needs, with how many could be served now.
    fn gaps(&self, fields: [Field; 2], selection: &Selection) -> Result<Gaps, Unmade> {
        let kept = self.register.vocabulary.nameless;
        let is_told = |field: &Field| !kept.is_some_and(|kept| kept.withholds(*field));
        let instead = [Field::Article, self.told(Field::Region, Field::Region)];
        let fields = if fields.iter().all(is_told) { fields } else { instead };
        let found = gaps(self.register, selection, &fields, self.cancelled);
        let mut found = found.ok_or(Unmade::Stopped)?;
        if self.register.len() <= self.few_needs {
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Compared;
    use crate::domain::{Clock, SAMPLE_DAY};
    use crate::query::{Context, Sort, select};
    use crate::store::{Access, Store};
    use crate::text::Lang;
    use crate::worker::fixture::two_needs;
    use crate::worker::{Question, Report, Request, Wanted, Worker, WorkerSettings};
    use std::sync::mpsc::channel;
    use std::time::Duration;

    const FIELDS: [Field; 2] = [Field::Region, Field::Group];

    fn question(generation: u64) -> Question {
        Question {
            generation,
            filter: Filter::default(),
            sort: Sort::default(),
            lang: Lang::default(),
            queue: None,
            pinned: Vec::new(),
            hold: None,
            as_of: None,
            since: None,
            compared: Compared::Usual,
            with_needs: false,
            texts: true,
            wanted: Some(Wanted::Assistance(AssistanceOf::Gaps(FIELDS))),
            split: None,
        }
    }

    #[test]
    fn the_matrix_comes_first_and_then_with_the_needs_that_could_be_served() {
        let (_folder, path) = two_needs();
        let store = Store::open(&path, Access::ReadWrite).unwrap();
        let settings = WorkerSettings {
            who: "me".into(),
            watch: false,
            remembers: false,
            as_of: None,
            clock: Clock::System,
            texts: true,
            few_needs: 1,
            session: None,
            ledger: None,
        };
        let (sender, reports) = channel();
        let open = move || Some((store, settings));
        let worker = Worker::start(open, move |report| sender.send(report).is_ok()).unwrap();
        worker.send(Request::Ask(question(1)));
        let mut told = Vec::new();
        while told.last() != Some(&(false, Some(0))) {
            let report = reports.recv_timeout(Duration::from_secs(60)).unwrap();
            let Report::Answered(answer) = report else { continue };
            let Some(Made::Assistance(made)) = answer.made else { continue };
            let sum = made.gaps.as_ref().unwrap().sum;
            assert_eq!(sum.open, 2);
            told.push((made.goes_on, sum.candidates));
        }
        assert_eq!(told.first(), Some(&(true, None)));
        drop(worker);
    }

    #[test]
    fn a_newer_question_stops_the_counting_of_needs_that_could_be_served() {
        let register = Arc::new(crate::testing::random_register::register(3, 50));
        let context = Context { today: SAMPLE_DAY, me: None };
        let mut answerer = crate::worker::answer::Answerer::default();
        let asked = question(7);
        let answer = answerer.answer(&asked, &register, None, context, &|| false);
        let mut answer = answer.unwrap().unwrap();
        let selected =
            answerer.selected(&asked.filter, &register, context, &|| false).unwrap().unwrap();
        let plan = crate::query::Plan::everything(context);
        let selection = select(&register, &plan, &|| false).unwrap();
        let found = gaps(&register, &selection, &FIELDS, &|| false);
        assert!(found.as_ref().unwrap().sum.candidates.is_none());
        let made = AssistanceMade { gaps: found, goes_on: true, ..Default::default() };
        answer.made = Some(Made::Assistance(Arc::new(made)));
        let left = || Unfinished::of(&answer, Some(Arc::clone(&selected)), SAMPLE_DAY).unwrap();
        assert!(left().finish(&|generation| generation == 7).is_none());
        let whole = left().finish(&|_| false).unwrap();
        let Some(Made::Assistance(made)) = whole.made else { panic!("another answer") };
        assert!(!made.goes_on && made.gaps.as_ref().unwrap().sum.candidates.is_some());
    }
}
