//! The values that a word can mean in a field: their codes, and their names in every language.

use crate::domain::{Article, Chapter, Coded, PersonKind};
use crate::query::Field;
use crate::query::names::Name;
use crate::query::register::Vocabulary;
use crate::query::slot::{article_title, slot_code, slot_name, slots};
use crate::text::Lang;

/// A value that a word can mean.
#[derive(Clone, Debug)]
pub(in crate::query) struct Candidate {
    /// Its slot.
    pub(in crate::query) slot: u16,
    /// The codes that mean it.
    pub(in crate::query) codes: Vec<Name>,
    /// Its names.
    pub(in crate::query) names: Vec<Name>,
    /// Which of several lists it stands in: categories have one list for each cycle.
    pub(in crate::query) list: u8,
}

impl Candidate {
    pub(super) fn new(
        slot: u16,
        codes: &[&str],
        names: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Self {
        let stated = |name: &Name| !name.normal().is_empty();
        Self {
            slot,
            codes: codes.iter().map(|c| Name::new(c)).filter(stated).collect(),
            names: names.into_iter().map(|n| Name::new(n.as_ref())).filter(stated).collect(),
            list: 0,
        }
    }
}

/// Every value of a countable field that a word can mean.
pub(in crate::query) fn candidates(field: Field, vocabulary: &Vocabulary) -> Vec<Candidate> {
    let places = |count: usize| 1..=count as u16;
    match field {
        Field::State => (places(vocabulary.states.len()).zip(&vocabulary.states))
            .map(|(slot, s)| {
                let own = [&s.name_en, &s.name_zh];
                let slot = if s.unnamed { 0 } else { slot };
                Candidate::new(slot, &[&s.iso3, &s.iso2], own.into_iter().chain(&s.aliases))
            })
            .collect(),
        Field::Category => (places(vocabulary.categories.len()).zip(&vocabulary.categories))
            .map(|(slot, c)| {
                let own = [&c.name_en, &c.name_zh];
                let named = Candidate::new(slot, &[&c.code], own.into_iter().chain(&c.aliases));
                Candidate { list: c.cycle.number(), ..named }
            })
            .collect(),
        Field::Theme => (places(vocabulary.themes.len()).zip(&vocabulary.themes))
            .map(|(slot, t)| Candidate::new(slot, &[], [&t.name_en, &t.name_zh]))
            .collect(),
        Field::Focal | Field::Adviser => (places(vocabulary.people.len()).zip(&vocabulary.people))
            .filter(|(_, p)| field == Field::Focal || p.kind == PersonKind::Adviser)
            .map(|(slot, p)| Candidate::new(slot, &[&p.code], [&p.post_en, &p.post_zh]))
            .collect(),
        Field::Provider => (places(vocabulary.organisations.len()).zip(&vocabulary.organisations))
            .map(|(slot, o)| {
                let names = [&*o.name_en, &o.name_zh].into_iter().chain(acronym(&o.name_en));
                Candidate::new(slot, &[&o.code], names)
            })
            .collect(),
        Field::Article => Article::all()
            .zip(places(Article::COUNT))
            .map(|(article, slot)| {
                let (en, zh) = article_title(article);
                Candidate::new(slot, &[&article.number().to_string()], [en, zh])
            })
            .collect(),
        _ => places(slots(field, vocabulary).saturating_sub(1))
            .map(|slot| {
                let code = slot_code(field, slot, vocabulary);
                let figure = match (field, Chapter::from_code(&code)) {
                    (Field::Chapter, Some(chapter)) => chapter.number().to_string(),
                    _ => String::new(),
                };
                let names = Lang::ALL.iter().map(|l| slot_name(field, slot, vocabulary, *l));
                Candidate::new(slot, &[&code, &figure], names)
            })
            .collect(),
    }
}

/// The short form that a name ends with in parentheses, such as "UNODC"; several words are no such.
fn acronym(name: &str) -> Option<&str> {
    let (_, end) = name.strip_suffix(')')?.rsplit_once('(')?;
    let capitals = end.chars().filter(|c| c.is_uppercase()).count();
    (capitals > 1 && !end.contains(' ')).then_some(end)
}
