//! Strips the user's places of names when States become anonymous. Screens, order, columns and the rest of a filter
//! stay; a State's page, its queue and the words of a filter that name a State go: bystanders have just seen the name
//! there.

use crate::app::state::place::Place;
use crate::app::state::screens::{Screen, View};
use crate::domain::{fold, has_word_beginning, is_unspaced, stands_apart, words};
use crate::query::register::{State, Vocabulary};
use crate::query::{Field, Filter, Term, Test, Value};

/// The shortest beginnings of names that are taken for the name: `ghan`, but not `the`.
const LETTERS: usize = 4;

/// In the names of how many States a word may stand and still tell which is meant.
const FEW: usize = 2;

/// The places without names; whether terms of a filter had to go.
pub(in crate::app) fn places(places: &[Place], vocabulary: &Vocabulary) -> (Vec<Place>, bool) {
    let mut left_out = false;
    let mut kept: Vec<Place> = Vec::new();
    for place in places {
        let Some(view) = place.view.without_names() else { continue };
        let of_needs = !matches!(view, View::Assistance(_));
        let filter = filter(&place.filter, vocabulary, of_needs);
        left_out |= filter != place.filter || !place.of.is_empty();
        kept.push(Place { view, filter, of: Filter::default(), ..place.clone() });
    }
    if kept.is_empty() {
        let as_of = places.last().and_then(|place| place.as_of);
        let view = View::of(Screen::Overview);
        kept.push(Place::at(view, Filter::default(), as_of));
    }
    (kept, left_out)
}

/// A filter without the terms that name a State, or that cannot be asked without names; `of_needs`: of a list of needs.
fn filter(filter: &Filter, vocabulary: &Vocabulary, of_needs: bool) -> Filter {
    let names = NamesByState::of(vocabulary);
    let stays = |term: &&Term| match &term.test {
        Test::Field(Field::State | Field::Focal | Field::Provider, values) => {
            values.iter().all(|one| matches!(one.value, Value::None | Value::Any))
        }
        // anonymous registers give regions but no groups, nor fields that identify the State
        Test::Field(Field::Group, _) => false,
        Test::Field(field, _) if field.tells_the_state() => false,
        // what assistance single needs have is not told
        Test::Field(field, _) if of_needs && field.is_of_assistance() => false,
        // "mine" would identify the State of the user's post
        Test::Field(Field::Is, values) => values.iter().all(|one| match one.value.as_code() {
            Some("mine") => false,
            Some("matched" | "unmatched") => !of_needs,
            _ => true,
        }),
        Test::Field(..) => true,
        Test::Text(words) => !names.may_stand_in(words),
    };
    Filter { terms: filter.terms.iter().filter(stays).cloned().collect() }
}

/// The names of each State, other names and codes, folded.
struct NamesByState(Vec<Vec<String>>);

impl NamesByState {
    fn of(vocabulary: &Vocabulary) -> Self {
        let own = |state: &State| {
            let own = [&state.iso2, &state.iso3].into_iter().chain(&state.aliases);
            let names = own.map(String::as_str).chain(state.names.iter()).map(fold);
            names.filter(|name| !name.is_empty()).collect()
        };
        Self(vocabulary.states.iter().map(own).collect())
    }

    /// Whether searched words name a State, or may: by a whole name, or by a part that stands in
    /// the names of a State or two. A part of more names ("republic") names none.
    fn may_stand_in(&self, words: &str) -> bool {
        let words = fold(words);
        let mut all = self.0.iter().flatten();
        all.any(|name| holds(&words, name)) || parts(&words).iter().any(|part| self.tells(part))
    }

    fn tells(&self, part: &str) -> bool {
        let has = |names: &&Vec<String>| names.iter().any(|name| begins_in(name, part));
        (1..=FEW).contains(&self.0.iter().filter(has).count())
    }
}

/// Whether a name stands in a text; where words are set apart, on its own.
fn holds(text: &str, name: &str) -> bool {
    if is_unspaced(name) { text.contains(name) } else { stands_apart(text, name) }
}

/// Whether a word of a name begins so; where words are not set apart, whether it holds it.
fn begins_in(name: &str, part: &str) -> bool {
    if is_unspaced(part) {
        return name.contains(part);
    }
    has_word_beginning(name, part)
}

/// The parts of a text by which it may name a State: words of some length, three characters in a
/// row where words are not set apart.
fn parts(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for word in words(text) {
        let letters: Vec<char> = word.chars().collect();
        if !is_unspaced(word) {
            parts.extend((letters.len() >= LETTERS).then(|| word.to_owned()));
        } else if letters.len() < 3 {
            parts.push(word.to_owned());
        } else {
            parts.extend(letters.windows(3).map(|three| three.iter().collect::<String>()));
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;
    use crate::testing::random_register;

    fn without(text: &str) -> String {
        let vocabulary = &random_register::register(1, 0).vocabulary;
        filter(&parse(text).unwrap(), vocabulary, true).to_string()
    }

    #[test]
    fn terms_that_name_a_state_go_and_all_others_stay() {
        assert_eq!(without("chapter:V state:TZA"), "chapter:V");
        assert_eq!(without("-state:TZA,none is:unmet"), "is:unmet");
        assert_eq!(without("state:any focal:none theme:x"), "state:any focal:none theme:x");
        assert_eq!(without("focal:fp-tz region:african adviser:any group:ldc"), "region:african");
        assert_eq!(without("is:mine priority:high"), "priority:high");
        assert_eq!(without("match:served is:matched kind:any chapter:V"), "chapter:V");
        for named in ["tanzania", "Tanz", "\"in Tanzania today\"", "TZA", "坦桑尼亚", "-tanzania"]
        {
            assert_eq!(without(&format!("{named} training")), "training", "{named}");
        }
        for other in ["tan", "tanzanite", "law"] {
            assert_eq!(without(other), other);
        }
    }
}
