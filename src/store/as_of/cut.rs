//! Cuts a register off at a day: the reviews that had begun, their steps until then, the needs
//! that were identified. Triage is not looked at here.

use crate::domain::{Coded, Day, PartialDate, Stakeholder, Step};
use crate::query::register::{
    Chunk, Facts, Match, Provenance, ProvenancePlace, Register, Review, Triage, Vocabulary,
    decoded_date, groups_on,
};
use std::sync::Arc;

/// The register without its records from after the day. Chunks without a change are shared.
/// `earlier` says whether the day is over.
pub(super) fn at(register: &Register, day: Day, earlier: bool) -> Register {
    let vocabulary = &register.vocabulary;
    let usual = |of: Provenance<'_>| of.review.and_then(Review::usual_day);
    let since: Vec<Option<Day>> = vocabulary.provenances().map(usual).collect();
    let was_there = |facts: &Facts, place: usize| {
        let stated = decoded_date(facts.identified[place]).map(PartialDate::last_day);
        stated.or(since[facts.provenance[place].index()]).is_none_or(|known| known <= day)
    };
    let kept: Vec<Vec<bool>> = register
        .chunks
        .iter()
        .map(|chunk| (0..chunk.len()).map(|place| was_there(&chunk.facts, place)).collect())
        .collect();

    let mut with_needs = vec![false; vocabulary.provenance_count()];
    for (chunk, kept) in register.chunks.iter().zip(&kept) {
        for (of, _) in chunk.facts.provenance.iter().zip(kept).filter(|(_, kept)| **kept) {
            with_needs[of.index()] = true;
        }
    }
    let (mut vocabulary, places) = small_tables(vocabulary, &with_needs, day, earlier);
    let kept = register.chunks.iter().zip(&kept);
    let chunks = kept.map(|(chunk, kept)| part(chunk, kept, &places));
    let chunks: Vec<Arc<Chunk>> = chunks.filter(|chunk| !chunk.is_empty()).collect();
    let mut needs = vec![0; vocabulary.provenance_count()];
    for of in chunks.iter().flat_map(|chunk| &chunk.facts.provenance) {
        needs[of.index()] += 1;
    }
    vocabulary.withhold_more(&needs);
    Register {
        stamp: register.stamp,
        illustrative: register.illustrative,
        own_day: register.own_day,
        is_void: register.is_void,
        void_reasons: Arc::clone(&register.void_reasons),
        void_reviews: Arc::clone(&register.void_reviews),
        vocabulary: Arc::new(vocabulary),
        chunks,
        text_ranks: None,
    }
}

/// The small tables by the day, and the new place of each provenance that is still there.
fn small_tables(
    now: &Vocabulary,
    with_needs: &[bool],
    day: Day,
    earlier: bool,
) -> (Vocabulary, Vec<Option<ProvenancePlace>>) {
    let mut past = now.clone();
    for state in &mut past.states {
        if earlier {
            state.groups = groups_on(&state.memberships, day);
        }
        match state.party_since {
            Some(since) if since > day => (state.party, state.party_since) = (Some(false), None),
            // A party now, and nothing says whether it was one then.
            None if earlier => state.party = state.party.filter(|party| !party),
            _ => {}
        }
    }
    past.reviews.clear();
    let mut still = Vec::with_capacity(now.reviews.len());
    for (review, with_needs) in now.reviews.iter().zip(with_needs) {
        let mut review = review.clone();
        let dated = review.reached().is_some();
        let dialogue = review.steps[Step::DirectDialogue.index()];
        for step in &mut review.steps {
            *step = step.filter(|on| on.last_day() <= day);
        }
        if dialogue.is_some_and(|on| on.last_day() > day) {
            // Others take part in the dialogue, so this was not known before it.
            (review.joint_meeting, review.stakeholders) = (None, None);
            review.took_part = [None; Stakeholder::COUNT];
        }
        let there = *with_needs || !dated || review.reached().is_some();
        still.push(there);
        if there {
            past.reviews.push(review);
        }
    }
    take_later_activities(&mut past, day);
    (past, Vocabulary::places_after(now, &still))
}

/// Takes out the activities that did not begin by the day, counting from the last day on which they may
/// have begun, and takes them from the needs that they serve.
fn take_later_activities(past: &mut Vocabulary, day: Day) {
    let there = |began: Option<PartialDate>| began.is_none_or(|began| began.last_day() <= day);
    let mut places = Vec::with_capacity(past.activities.len());
    let mut kept = 0;
    for activity in &past.activities {
        places.push(there(activity.began).then_some(kept));
        kept += u16::from(there(activity.began));
    }
    past.activities.retain(|activity| there(activity.began));
    for set in &mut past.match_sets {
        let now = set.iter().filter_map(|one| {
            let activity = places.get(usize::from(one.activity)).copied().flatten()?;
            Some(Match { activity, ..*one })
        });
        *set = now.collect();
    }
}

/// The needs of a chunk that stay; the chunk itself where all do, under reviews in their old places.
fn part(chunk: &Arc<Chunk>, kept: &[bool], places: &[Option<ProvenancePlace>]) -> Arc<Chunk> {
    let place = |of: ProvenancePlace| places.get(of.index()).copied().flatten();
    let same = |of: &ProvenancePlace| place(*of) == Some(*of);
    if kept.iter().all(|kept| *kept) && chunk.facts.provenance.iter().all(same) {
        return Arc::clone(chunk);
    }
    let (from, of) = (&*chunk.facts, &*chunk.triage);
    let (mut facts, mut triage) = (Facts::default(), Triage::default());
    for at in (0..chunk.len()).filter(|at| kept[*at]) {
        // A review with a need that stays, stays.
        let Some(provenance) = place(from.provenance[at]) else { continue };
        let here = facts.id.len();
        facts.push_from(here, from, at);
        facts.provenance[here] = provenance;
        triage.push_from(here, of, at);
    }
    Arc::new(Chunk { facts: Arc::new(facts), triage: Arc::new(triage) })
}
