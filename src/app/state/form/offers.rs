//! Offers of a form for typed words: names from the register, articles, languages.

use super::Form;
use super::field::{FieldInput, FormField};
use super::words;
use crate::app::state::fuzzy::rank;
use crate::domain::{Coded, fold};
use crate::entry;
use crate::fields::{FieldValue, RecordField, Referred, RowCell, Stored};
use crate::query::register::{Register, Slot, Vocabulary};
use crate::query::{
    CompletionNeeds, Context, Field, code_of_value, complete, name_of_value, slots,
};
use crate::text::{Lang, Named, Text, UNSTATED};
use std::ops::Range;

/// The most offers that are compared with the typed words.
const LOOKED_AT: usize = 40;

/// A value offered for a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The words that are put into the field.
    pub insert: String,
    /// The words shown for it.
    pub label: String,
    /// Other words that find it in a list.
    pub also: String,
}

/// The data that offers are made from.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The register.
    pub register: &'a Register,
    /// The day, and the person who works.
    pub context: Context,
    /// The texts of the language.
    pub text: &'static Text,
}

impl Known<'_> {
    fn vocabulary(&self) -> &Vocabulary {
        &self.register.vocabulary
    }
}

/// Gives the characters that separate several values of a field.
fn separators(field: RecordField) -> &'static [char] {
    match field.value() {
        FieldValue::Articles | FieldValue::Chapters => &[',', ';', ' ', '、', '，', '；'],
        _ => &[';', '；'],
    }
}

/// Gives the bytes of the words being typed: all of the field, or the last of several values.
fn part(own: &FormField, words: &str) -> Range<usize> {
    let is_several = own.holds_several() || matches!(own.field.value(), FieldValue::Rows);
    let begins = if is_several {
        let last = words.char_indices().rev().find(|(_, c)| separators(own.field).contains(c));
        last.map_or(0, |(at, c)| at + c.len_utf8())
    } else {
        0
    };
    let blank = words[begins..].len() - words[begins..].trim_start().len();
    begins + blank..words.len()
}

/// Gives the filter field with the values of a field.
fn filter_field(field: RecordField) -> Option<Field> {
    let referred = match field.stored() {
        Stored::Rows(_, cells) => cells.first().and_then(RowCell::referred),
        stored => stored.referred().first().copied(),
    };
    Some(match (field.value(), referred) {
        (FieldValue::Articles, _) => Field::Article,
        (FieldValue::Chapters, _) => Field::Chapter,
        (_, Some(Referred::STATE)) => Field::State,
        (_, Some(Referred::PERSON)) => Field::Focal,
        (_, Some(Referred::CATEGORY)) => Field::Category,
        (_, Some(Referred::THEME)) => Field::Theme,
        (_, Some(Referred::ORGANISATION)) => Field::Provider,
        (_, Some(Referred::DOCUMENT)) => Field::Document,
        _ => return None,
    })
}

/// Makes the offer for a value of a filter field.
fn of_value(field: RecordField, of: Field, slot: u16, known: Known<'_>) -> Option<Offer> {
    let (vocabulary, lang) = (known.vocabulary(), known.text.lang());
    let code = code_of_value(of, slot, vocabulary);
    let name = name_of_value(of, slot, vocabulary, lang);
    if code.is_empty() || name.is_empty() {
        return None;
    }
    let others = Lang::ALL.iter().map(|lang| name_of_value(of, slot, vocabulary, *lang));
    let also = others.chain([code.clone()]).collect::<Vec<_>>().join("\n");
    let (insert, label) = match of {
        Field::Article | Field::Chapter => (code.clone(), format!("{code} {name}")),
        _ => {
            let read = |words: &str| entry::read(field, words, vocabulary).ok().flatten();
            let key = read(&code);
            let by_name = key.is_some() && read(&name) == key;
            (if by_name { name.clone() } else { code.clone() }, name)
        }
    };
    Some(Offer { insert, label, also })
}

impl Form {
    /// Gives the best offer for the words under the cursor, and the bytes that it replaces; `None` for empty words, and
    /// for those of the offer itself.
    pub fn offer(&self, known: Known<'_>) -> Option<(Range<usize>, Offer)> {
        let own = self.current()?;
        let FieldInput::Line(line) = &own.input else { return None };
        let words = line.value();
        let part = part(own, words);
        let typed = words.get(part.clone())?;
        if typed.trim().is_empty() || line.cursor() < words.chars().count() {
            return None;
        }
        let found = self.offers_for(own, typed, known).into_iter().next()?;
        (found.insert != typed).then_some((part, found))
    }

    /// Gives the offers for typed words, the best first: values with these words in one of their names.
    fn offers_for(&self, own: &FormField, typed: &str, known: Known<'_>) -> Vec<Offer> {
        let Some(of) = filter_field(own.field) else {
            let all = self.all_offers(own, known);
            let texts: Vec<String> =
                all.iter().map(|offer| format!("{} {}", offer.label, offer.also)).collect();
            let ranked = rank(typed, texts.iter().map(String::as_str));
            return ranked.into_iter().map(|place| all[place].clone()).collect();
        };
        let term = format!("{}:\"{}", of.code(), typed.replace('"', ""));
        let (context, lang) = (known.context, known.text.lang());
        let found = complete(&term, term.len(), LOOKED_AT, known.register, &context, lang);
        let slots = found.items.into_iter().filter_map(|item| match item.needs {
            CompletionNeeds::Of(field, slot) if field == of && slot > 0 => Some(slot),
            _ => None,
        });
        let slots: Vec<u16> =
            slots.filter(|slot| self.may_have(of, *slot, known.vocabulary())).collect();
        let wanted = fold(typed.trim());
        let meant = entry::read(own.field, typed, known.vocabulary()).ok().flatten();
        let offers = slots.into_iter().filter_map(|slot| of_value(own.field, of, slot, known));
        offers
            .filter(|offer| {
                // Leave out names that only have the letters scattered in them.
                let read = || entry::read(own.field, &offer.insert, known.vocabulary());
                fold(&offer.also).contains(&wanted)
                    || (meant.is_some() && read().ok().flatten() == meant)
            })
            .collect()
    }

    /// Whether a value fits the other fields: a category must be of the review's cycle.
    fn may_have(&self, of: Field, slot: u16, vocabulary: &Vocabulary) -> bool {
        let place = Slot::numbered(slot).index();
        match (of, self.cycle(vocabulary)) {
            (Field::Category, Some(cycle)) => place
                .and_then(|place| vocabulary.categories.get(place))
                .is_some_and(|category| category.cycle == cycle),
            _ => true,
        }
    }

    /// Gives all values that a field can hold by name, in the order of the register; the likely person comes first.
    pub fn all_offers(&self, own: &FormField, known: Known<'_>) -> Vec<Offer> {
        let (vocabulary, text) = (known.vocabulary(), known.text);
        if let FieldInput::Choice(codes, _) = &own.input {
            let offer = |code: &&str| Offer {
                insert: (*code).to_owned(),
                label: own.choice_in_words(code, text),
                also: (*code).to_owned(),
            };
            return codes.iter().map(offer).collect();
        }
        if let Some(of) = filter_field(own.field) {
            let all = 1..slots(of, vocabulary) as u16;
            let all = all.filter(|slot| self.may_have(of, *slot, vocabulary));
            let likely = self.likely(vocabulary).filter(|_| of == Field::Focal);
            let likely = likely.map(|place| Slot::of(place).number());
            let slots = likely.into_iter().chain(all.filter(|slot| Some(*slot) != likely));
            return slots.filter_map(|slot| of_value(own.field, of, slot, known)).collect();
        }
        let plain = |insert: String, label: String| Offer { insert, label, also: String::new() };
        match (own.field.value(), own.field.stored().referred()[..].first()) {
            (FieldValue::Line, None) if entry::is_of_open_kind(own.field) => {
                let known = entry::known_kinds(own.field, vocabulary).into_iter();
                let name = |code| words::of(own.field, Some(code), vocabulary, text);
                known.map(name).map(|words| plain(words.clone(), words)).collect()
            }
            (FieldValue::Language, _) => RecordField::in_form(crate::domain::Kind::Theme)
                .iter()
                .filter_map(|field| field.language())
                .filter(|code| *code != UNSTATED)
                .map(|code| plain(code.to_owned(), code.to_owned()))
                .collect(),
            (_, Some(&Referred::REVIEW)) => vocabulary
                .reviews
                .iter()
                .map(|review| words::review_in_words(review, vocabulary, text))
                .map(|words| plain(words.clone(), words))
                .collect(),
            (_, Some(&Referred::ACTIVITY)) => vocabulary
                .activities
                .iter()
                .map(|one| {
                    let name = one.in_lang(text.lang());
                    plain(one.code.clone(), format!("{} {name}", one.code))
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Gives the person likely to answer for the need, by place in the vocabulary.
    pub fn likely(&self, vocabulary: &Vocabulary) -> Option<u16> {
        let state = self.state(vocabulary)?;
        let own = vocabulary.people.iter().position(|person| person.state == Some(state));
        let own = own.and_then(|place| u16::try_from(place).ok());
        own.or_else(|| vocabulary.states.get(usize::from(state))?.adviser)
    }

    /// Takes the offer for the typed words. Gives whether there was an offer.
    pub fn take_offer(&mut self, known: Known<'_>) -> bool {
        let Some((part, offer)) = self.offer(known) else { return false };
        let Some(own) = self.current_mut() else { return false };
        let words = own.typed();
        let before = words.get(..part.start).unwrap_or_default();
        own.put(&format!("{before}{}", offer.insert));
        true
    }

    /// Puts a value chosen from the list into the field under the cursor; of several values, adds or removes it.
    pub fn choose(&mut self, insert: &str) {
        let Some(own) = self.current_mut() else { return };
        if !own.holds_several() {
            own.put(insert);
            return;
        }
        let words = own.typed();
        let separators = separators(own.field);
        let parts = words.split(separators).map(str::trim).filter(|part| !part.is_empty());
        let mut parts: Vec<&str> = parts.collect();
        match parts.iter().position(|part| fold(part) == fold(insert)) {
            Some(place) => {
                parts.remove(place);
            }
            None => parts.push(insert),
        }
        let between = if matches!(own.field.value(), FieldValue::Articles) { ", " } else { "; " };
        own.put(&parts.join(between));
    }

    /// Whether a space opens the list of the field under the cursor: in a choice, or before a name is typed.
    pub fn space_opens(&self) -> bool {
        let Some(own) = self.current() else { return false };
        match &own.input {
            FieldInput::Choice(..) => true,
            FieldInput::Lines(_) => false,
            FieldInput::Line(line) => {
                let words = line.value();
                // The space after a separator is typed; the next one opens the list.
                let is_empty = words.get(part(own, words)).is_none_or(str::is_empty)
                    && (words.is_empty() || words.ends_with(' '));
                is_empty && self.has_list(own)
            }
        }
    }

    /// Whether the field has a list of values.
    pub fn has_list(&self, own: &FormField) -> bool {
        let refers_to = own.field.stored().referred();
        own.is_choice()
            || filter_field(own.field)
                .is_some_and(|_| !matches!(own.field.value(), FieldValue::Rows))
            || matches!(own.field.value(), FieldValue::Language)
            || entry::is_of_open_kind(own.field)
            || refers_to.contains(&Referred::REVIEW)
            || refers_to.contains(&Referred::ACTIVITY)
    }
}
