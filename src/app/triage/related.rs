//! Related records of a need: the other needs of its State under the same articles, and the
//! assistance that the State has had there.

use crate::query::register::{Activity, NeedRef, Register, Vocabulary};

/// The other needs of the State under one of the need's articles; without an article, of its
/// category. By number.
pub fn needs<'a>(register: &'a Register, need: NeedRef<'_>) -> Vec<NeedRef<'a>> {
    let articles = need.articles();
    let category = need.category().map(|category| category.id);
    let related = |other: &NeedRef<'_>| match articles.bits() {
        0 => other.category().map(|c| c.id) == category,
        own => other.articles().bits() & own != 0,
    };
    of_state(register, need).into_iter().filter(related).collect()
}

/// The most of these needs that are listed.
const LISTED: usize = 50;

/// Gives the related needs that are listed.
pub fn listed<'a>(register: &'a Register, need: NeedRef<'_>) -> Vec<NeedRef<'a>> {
    let mut found = needs(register, need);
    found.truncate(LISTED);
    found
}

/// All other needs of the State, by number.
pub fn of_state<'a>(register: &'a Register, need: NeedRef<'_>) -> Vec<NeedRef<'a>> {
    let others = register.needs_of_state(need.state_place());
    others.filter(|other| other.id() != need.id()).collect()
}

/// The activities that help a State by name, by their places in the vocabulary.
pub fn in_state(vocabulary: &Vocabulary, state: u16) -> Vec<usize> {
    let all = vocabulary.activities.iter().enumerate();
    all.filter(|(_, activity)| activity.states.contains(&state)).map(|(place, _)| place).collect()
}

/// The activities that help the State under the need's articles, what is matched with the need first. The flag says
/// whether it is matched.
pub fn assistance(need: NeedRef<'_>) -> Vec<(&Activity, bool)> {
    let mut found: Vec<(&Activity, bool)> = need.activities().map(|a| (a, true)).collect();
    let state = need.state_place();
    let there = need.vocabulary.activities.iter().filter(|activity| {
        activity.states.contains(&state)
            && activity.articles.bits() & need.articles().bits() != 0
            && found.iter().all(|(other, _)| other.id != activity.id)
    });
    let there: Vec<(&Activity, bool)> = there.map(|activity| (activity, false)).collect();
    found.extend(there);
    found
}
