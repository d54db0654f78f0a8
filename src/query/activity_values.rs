//! The values of activities in the fields that needs have from the activities that they are matched with.

use super::Field;
use super::register::{Activity, Match, Slot, Vocabulary};
use crate::domain::{ActivityLevel, Coded};

/// Puts the slots of a set of matches in a field of matches in a list, which is emptied first.
pub(super) fn match_slots(
    field: Field,
    matches: &[Match],
    vocabulary: &Vocabulary,
    out: &mut Vec<u16>,
) {
    out.clear();
    for one in matches {
        match vocabulary.activities.get(usize::from(one.activity)) {
            Some(_) if field == Field::Extent => out.push(Slot::coded(one.extent).number()),
            Some(activity) => push_slots(field, activity, vocabulary, out),
            None => {}
        }
    }
    finish(out);
}

/// Puts the slots of an activity in a field of matches behind a list; none where it states nothing, or where that is not
/// told.
pub(super) fn push_slots(
    field: Field,
    activity: &Activity,
    vocabulary: &Vocabulary,
    out: &mut Vec<u16>,
) {
    if vocabulary.nameless.is_some_and(|kept| kept.withholds(field)) {
        return;
    }
    let slot = |place: &u16| Slot::of(*place).number();
    match field {
        Field::Provider => out.extend(activity.providers.iter().map(slot)),
        Field::Donor => out.extend(activity.donors.iter().map(slot)),
        Field::Partner => out.extend(activity.partners.iter().map(slot)),
        Field::Place => out.extend(activity.areas.iter().map(slot)),
        Field::Sdg => out.extend(activity.sdgs.iter().map(slot)),
        Field::Kind => {
            let kinds = &vocabulary.kinds;
            let place = kinds.binary_search_by(|kind| kind.as_str().cmp(&activity.kind)).ok();
            out.extend(place.map(|place| Slot::at(place).number()));
        }
        Field::Level => out.extend(
            ActivityLevel::from_code(&activity.level).map(|level| Slot::coded(level).number()),
        ),
        Field::Status => out.extend(activity.status().map(|status| Slot::coded(status).number())),
        Field::Programme => {
            let all = &vocabulary.programmes;
            let place = activity.programme.and_then(|id| all.binary_search(&id).ok());
            out.extend(place.map(|place| Slot::at(place).number()));
        }
        Field::Platform => {
            let platforms = vocabulary.platforms.iter().enumerate();
            let of = |place: usize| {
                let one = &vocabulary.platforms[place];
                let roles = [&activity.providers, &activity.partners, &activity.donors];
                roles.iter().any(|role| role.contains(&one.organisation))
                    || one
                        .activity
                        .is_some_and(|id| activity.id == id || activity.programme == Some(id))
            };
            let places = platforms.map(|(place, _)| place).filter(|place| of(*place));
            out.extend(places.map(|place| Slot::at(place).number()));
        }
        _ => {}
    }
}

/// The activity that others are a part of, by its place among these; `None` where it is not there.
pub(super) fn programme(place: usize, vocabulary: &Vocabulary) -> Option<&Activity> {
    let id = vocabulary.programmes.get(place)?;
    let at = vocabulary.activities.binary_search_by_key(id, |activity| activity.id).ok()?;
    vocabulary.activities.get(at)
}

/// Sorts the slots, each once; slot 0 alone where the list is empty.
pub(super) fn finish(out: &mut Vec<u16>) {
    out.sort_unstable();
    out.dedup();
    if out.is_empty() {
        out.push(0);
    }
}
