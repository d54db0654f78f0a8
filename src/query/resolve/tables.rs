//! From the slots that a term asks for to the tables that a scan looks up.

use crate::domain::{Article, ArticleSet, Chapter, Coded};
use crate::query::Field;
use crate::query::activity_values::match_slots;
use crate::query::facet_value::{provenance_slots, state_slots};
use crate::query::plan::{Check, holds};
use crate::query::register::{Provenance, Slot, Vocabulary};

/// Whether each State has one of the slots. States that the source does not name are all counted as
/// "not stated"; each of them has a slot of its own beside that, by which its own name finds it
/// alone.
pub(super) fn by_state(field: Field, slots: &[bool], vocabulary: &Vocabulary) -> Vec<bool> {
    let mut own = Vec::new();
    (0..vocabulary.states.len())
        .map(|place| {
            state_slots(field, place, vocabulary, &mut own);
            let by_name = field == Field::State && holds(slots, Slot::at(place).entry());
            any(slots, &own) || by_name
        })
        .collect()
}

/// The check for a need that must have one of the slots of a countable field.
pub(super) fn check(field: Field, slots: &[bool], vocabulary: &Vocabulary) -> Check {
    let mut own = Vec::new();
    match field {
        Field::Article => {
            let asked =
                Article::all().filter(|article| holds(slots, Slot::at(article.index()).entry()));
            let mask = asked.collect::<ArticleSet>().bits();
            Check::Articles { mask, none: holds(slots, 0) }
        }
        Field::Chapter => {
            let mut asked = ArticleSet::EMPTY;
            let holds_chapter = |chapter: &&Chapter| holds(slots, Slot::coded(**chapter).entry());
            for chapter in Chapter::ALL.iter().filter(holds_chapter) {
                asked = asked.with(ArticleSet::of_chapter(*chapter));
                asked.insert_chapter(*chapter);
            }
            Check::Chapters { mask: asked.all_bits(), none: holds(slots, 0) }
        }
        Field::Category => Check::Category(slots.to_vec()),
        Field::Origin => Check::Origin(slots.to_vec()),
        Field::Priority => Check::Priority(slots.to_vec()),
        Field::Horizon => Check::Horizon(slots.to_vec()),
        Field::Response => Check::Response(slots.to_vec()),
        Field::Focal => Check::Focal(slots.to_vec()),
        Field::Document => Check::Documents(slots.to_vec()),
        Field::Theme => Check::ThemeSets(
            (vocabulary.theme_sets.iter())
                .map(|set| match set.len() {
                    0 => holds(slots, 0),
                    _ => set.iter().any(|theme| holds(slots, Slot::of(*theme).entry())),
                })
                .collect(),
        ),
        Field::Match => Check::Standing(slots.to_vec()),
        field if field.is_of_matches() => Check::MatchSets(
            (vocabulary.match_sets.iter())
                .map(|set| {
                    match_slots(field, set, vocabulary, &mut own);
                    any(slots, &own)
                })
                .collect(),
        ),
        Field::Is => Check::Conditions(
            (slots.iter().skip(1).enumerate()).fold(0, |bits, (i, met)| bits | u8::from(*met) << i),
        ),
        field if field.is_of_state() => {
            let states = by_state(field, slots, vocabulary);
            let of = |of: Provenance<'_>| holds(&states, usize::from(of.state));
            Check::Provenances(vocabulary.provenances().map(of).collect())
        }
        _ => Check::Provenances(
            (vocabulary.provenances())
                .map(|of| {
                    provenance_slots(field, of, vocabulary, &mut own);
                    any(slots, &own)
                })
                .collect(),
        ),
    }
}

fn any(slots: &[bool], own: &[u16]) -> bool {
    own.iter().any(|slot| holds(slots, usize::from(*slot)))
}
