//! The names of the values of a field in the room that there is: all in full, or all in a short form.

use crate::domain::Coded;
use crate::query::register::{Slot, Vocabulary};
use crate::query::{Field, label_of_value, name_of_value, short_label_of_value};
use crate::text::{Form, Text, shortened, width};

/// The names of values by their slots, each in at most `room` cells and all in the same form: in full where the longest
/// fits, else in 20 cells, else in 14. Names without short forms, of States, themes and people other than advisers, stay
/// whole beside those that have some, and are cut at their ends where they have no room.
pub fn labels(
    field: Field,
    slots: &[u16],
    vocabulary: &Vocabulary,
    text: &Text,
    room: usize,
) -> Vec<String> {
    let mut last = Vec::new();
    for form in Form::ALL {
        let named = |slot: &u16| label(field, *slot, vocabulary, text, form);
        let has_any = slots.iter().any(|slot| *slot > 0 && named(slot).is_some());
        if form != Form::Full && !has_any {
            break;
        }
        let whole = |slot: &u16| label(field, *slot, vocabulary, text, Form::Full);
        let both = slots.iter().map(|slot| named(slot).or_else(|| whole(slot)));
        last = both.map(Option::unwrap_or_default).collect();
        if last.iter().all(|name| width(name) <= room) {
            return last;
        }
    }
    last.iter().map(|name| shortened(name, room)).collect()
}

/// The name of one value in so many cells.
pub fn label_in(
    field: Field,
    slot: u16,
    vocabulary: &Vocabulary,
    text: &Text,
    room: usize,
) -> String {
    labels(field, &[slot], vocabulary, text, room).pop().unwrap_or_default()
}

/// The name of a value of a closed vocabulary by its code, in so many cells.
pub fn value_in(field: Field, code: &str, text: &Text, room: usize) -> String {
    let name = text.value(field.code(), code);
    let short = |form| text.short(field.code(), code, form).map(str::to_owned);
    let forms = [Some(name), short(Form::Short), short(Form::Shortest)];
    let mut forms = forms.into_iter().flatten().peekable();
    let mut last = String::new();
    while let Some(form) = forms.next() {
        last = form;
        if width(&last) <= room || forms.peek().is_none() {
            break;
        }
    }
    last
}

/// The name of a value in a form, if it has that form. "Not stated" has one name.
fn label(
    field: Field,
    slot: u16,
    vocabulary: &Vocabulary,
    text: &Text,
    form: Form,
) -> Option<String> {
    let lang = text.lang();
    if slot == 0 {
        return Some(name_of_value(field, slot, vocabulary, lang));
    }
    if form == Form::Full {
        let place = Slot::numbered(slot).index();
        let person = place.and_then(|place| vocabulary.people.get(place));
        return Some(match (field, person) {
            (Field::Focal | Field::Adviser, Some(person)) => {
                super::names::person_short(person, vocabulary, text)
            }
            // The lists of the two cycles share no name.
            (Field::Category, _) => name_of_value(field, slot, vocabulary, lang),
            _ => label_of_value(field, slot, vocabulary, lang),
        });
    }
    short_label_of_value(field, slot, vocabulary, text, form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::random_register;
    use crate::text::Lang;

    fn shown(field: Field, slots: &[u16], lang: Lang, room: usize) -> Vec<String> {
        let register = random_register::register(3, 20);
        labels(field, slots, &register.vocabulary, Text::of(lang), room)
    }

    #[test]
    fn all_are_in_the_longest_form_that_the_longest_of_them_has_room_for() {
        let regions = |room| shown(Field::Region, &[1, 4, 0], Lang::En, room);
        assert_eq!(regions(28), ["African", "Latin American and Caribbean", "Not stated"]);
        assert_eq!(regions(27), ["African", "Latin Amer. & Carib.", "Not stated"]);
        assert_eq!(regions(19), ["African", "LatAm & Carib.", "Not stated"]);
        assert_eq!(regions(9), ["African", "LatAm & …", "Not stat…"]);
        assert_eq!(shown(Field::Chapter, &[5], Lang::Zh, 14), ["六 技术援助"]);
    }

    #[test]
    fn articles_keep_their_numbers() {
        assert_eq!(shown(Field::Article, &[42], Lang::En, 23), ["46 Mutual legal assist."]);
        assert_eq!(shown(Field::Article, &[42], Lang::En, 17), ["46 Mutual legal"]);
    }

    #[test]
    fn advisers_have_short_forms_beside_focal_points_that_have_none() {
        let people = random_register::register(3, 20).vocabulary;
        let slot = |code: &str| {
            let place = people.people.iter().position(|person| person.code == code);
            Slot::at(place.unwrap()).number()
        };
        let slots = [slot("adviser-eastern-southern-africa"), slot("fp-gh"), 0];
        let of = |room| shown(Field::Focal, &slots, Lang::En, room);
        assert_eq!(of(28), ["Eastern and Southern Africa", "Ghana", "Nobody"]);
        assert_eq!(of(20), ["East.+South. Africa", "Ghana", "Nobody"]);
        assert_eq!(of(12), ["E+S Africa", "Ghana", "Nobody"]);
    }

    #[test]
    fn what_has_no_short_form_is_cut() {
        let names = shown(Field::State, &[1], Lang::En, 5);
        assert!(width(&names[0]) <= 5 && names[0].ends_with('…'), "{names:?}");
    }
}
