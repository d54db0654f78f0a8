//! Related records of a need: the other needs of its State under the same articles, and the
//! assistance that the State has had there.

use crate::query::register::{Activity, NeedRef, Register, Vocabulary};

/// What the related needs of a need have in common with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Common {
    /// One of its articles.
    Article,
    /// One of its chapters: it names no article.
    Chapter,
    /// Its category: it names neither.
    Category,
    /// Nothing: it states none of them.
    Nothing,
}

impl Common {
    /// What counts for a need.
    pub fn of(need: NeedRef<'_>) -> Self {
        let articles = need.articles();
        match (articles.bits(), articles.chapter_bits(), need.category()) {
            (0, 0, None) => Self::Nothing,
            (0, 0, Some(_)) => Self::Category,
            (0, ..) => Self::Chapter,
            _ => Self::Article,
        }
    }

    /// Its code, for messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Article | Self::Nothing => "article",
            Self::Chapter => "chapter",
            Self::Category => "category",
        }
    }
}

/// The other needs of the State under one of the need's articles; without an article, of one of its
/// chapters, and without a chapter, of its category. By number.
pub fn needs<'a>(register: &'a Register, need: NeedRef<'_>) -> Vec<NeedRef<'a>> {
    let (own, common) = (need.articles(), Common::of(need));
    let category = need.category().map(|category| category.id);
    let related = |other: &NeedRef<'_>| match common {
        Common::Nothing => false,
        Common::Article => other.articles().bits() & own.bits() != 0,
        Common::Chapter => other.articles().chapter_bits() & own.chapter_bits() != 0,
        Common::Category => other.category().map(|c| c.id) == category,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::random_register;

    #[test]
    fn related_needs_share_what_the_need_states_and_nothing_is_shared_by_stating_nothing() {
        let register = random_register::register(7, 400);
        let mut seen = [0; 4];
        let states = 0..u16::try_from(register.vocabulary.states.len()).unwrap();
        for need in states.flat_map(|state| register.needs_of_state(state)) {
            let common = Common::of(need);
            seen[common as usize] += 1;
            for other in needs(&register, need) {
                assert!(other.id() != need.id() && other.state_place() == need.state_place());
                let (own, its) = (need.articles(), other.articles());
                let is_shared = match common {
                    Common::Article => own.iter().any(|article| its.iter().any(|i| i == article)),
                    Common::Chapter => {
                        own.chapters().any(|chapter| its.chapters().any(|i| i == chapter))
                    }
                    Common::Category => need.category().unwrap().id == other.category().unwrap().id,
                    Common::Nothing => false,
                };
                assert!(is_shared, "{} {} {common:?}", need.id(), other.id());
            }
        }
        assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
    }
}
