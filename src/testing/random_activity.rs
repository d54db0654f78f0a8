//! Activities of random registers, in which every field of an activity has a value and none.

use super::blank_activity;
use super::dice::Dice;
use crate::domain::{ActivityLevel, Coded};
use crate::query::register::{Activity, Area, PlaceList};
use crate::text::{Lang, Names};

/// The kinds of activities, rising.
pub(super) const KINDS: [&str; 3] = ["legal advice", "training", "workshop"];
/// The statuses of the activities, in turn; the last states none.
const STATUSES: [&str; 6] = ["done", "planned", "cancelled", "ongoing", "published", ""];

/// Two parts of the world.
pub(super) fn areas() -> Vec<Area> {
    let area = |(id, en, zh)| Area { id, names: names(en, zh) };
    [(1, "Pacific", "太平洋地区"), (2, "Africa", "非洲")].map(area).into()
}

/// An activity; the number decides all but the providers, of so many organisations.
pub(super) fn activity(id: i64, organisations: usize, dice: &mut Dice) -> Activity {
    let (place, providers) = ((id.unsigned_abs() - 1) as usize, subset(organisations, dice));
    let some = |every: usize, of: usize| {
        if place.is_multiple_of(every) {
            vec![(place % of) as u16].into()
        } else {
            PlaceList::EMPTY
        }
    };
    Activity {
        status: STATUSES[place % STATUSES.len()].into(),
        kind: KINDS[place % KINDS.len()].into(),
        level: ActivityLevel::ALL[place % ActivityLevel::ALL.len()].code().into(),
        programme: (place == 2 || place == 4).then_some(1),
        areas: some(2, 2),
        sdgs: if place.is_multiple_of(3) { vec![1, 2].into() } else { some(4, 1) },
        donors: some(2, organisations),
        partners: some(3, organisations),
        providers: providers.into(),
        ..blank_activity::activity(id)
    }
}

/// A name in English and Chinese, and one of its own in every other language.
pub(super) fn names(en: &str, zh: &str) -> Names {
    let others = Lang::ALL.iter().filter(|lang| ![Lang::En, Lang::Zh].contains(lang));
    let others = others.map(|lang| (lang.code(), format!("{en} {}", lang.code())));
    [("en", en.to_owned()), ("zh", zh.to_owned())].into_iter().chain(others).collect()
}

/// Each of so many places with a chance of one in five.
pub(super) fn subset(of: usize, dice: &mut Dice) -> Vec<u16> {
    (0..of as u16).filter(|_| dice.once_in(5)).collect()
}
