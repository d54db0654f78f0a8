//! The focal point of needs, from everybody by name.

use crate::app::App;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::decision::{Assign, Likely};
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};
use crate::domain::Coded;
use crate::query::register::{NeedRef, Vocabulary};
use crate::text::{Arg, Named};
use std::collections::HashMap;

/// The choice of a focal point for needs.
#[derive(Debug)]
pub struct FocalPoint;

impl Choice for FocalPoint {
    type Value = Assign;

    fn title(&self, app: &App) -> String {
        app.text().tr("picker-title").into_owned()
    }

    fn choose(&mut self, picker: &mut Picker<Assign>, app: &mut App) -> After {
        let Some(person) = picker.current().map(|item| item.value.clone()) else {
            return After::Stays;
        };
        app.decide(vec![person.decision()]);
        After::Closes
    }
}

impl App {
    /// Opens the picker of a focal point. The likely ones stand first: those of the needs' States,
    /// the advisers of their regions, each by how many of the needs are theirs; then "nobody", then
    /// all other people.
    pub(in crate::app) fn choose_focal(&mut self) {
        self.end_range();
        let Some(register) = self.register() else { return };
        let vocabulary = &register.vocabulary;
        let likely = Likely::new(vocabulary);
        let mut of: HashMap<u16, u32> = HashMap::new();
        let mut advisers: HashMap<u16, u32> = HashMap::new();
        let targets = self.concerned();
        for need in targets.iter().filter_map(|id| self.need(*id)) {
            if let Some(person) = likely.person(need) {
                *of.entry(person).or_default() += 1;
            }
            if let Some(adviser) = need.state().adviser {
                *advisers.entry(adviser).or_default() += 1;
            }
        }
        let mut items = self.people_items(vocabulary, |place| {
            let own = of.get(&place).copied().unwrap_or(0);
            let region = advisers.get(&place).copied().unwrap_or(0);
            match (own, region) {
                (0, 0) => (3, 0),
                (0, region) => (1, region),
                (own, _) => (0, own),
            }
        });
        let nobody = self.text().tr("nobody").into_owned();
        let place = items.iter().position(|(rank, _)| rank.0 == 3).unwrap_or(items.len());
        items.insert(place, ((2, 0), Item::new(Assign::Nobody, nobody)));
        let mut items: Vec<Item<Assign>> = items.into_iter().map(|(_, item)| item).collect();
        if of.len() > 1 {
            let label = self.text().tr("assign-likely").into_owned();
            let args = [("count", Arg::from(of.len()))];
            let detail = self.text().tra("assign-likely-count", &args);
            items.insert(0, Item { detail, ..Item::new(Assign::Likely, label) });
        }
        self.overlays.push(Pick::new(FocalPoint, items));
    }

    /// Everybody who holds a post as items of a picker, by rank, then by how many needs gave it, then as they stand.
    pub(in crate::app) fn people_items(
        &self,
        vocabulary: &Vocabulary,
        rank: impl Fn(u16) -> (u8, u32),
    ) -> Vec<((u8, u32), Item<Assign>)> {
        let text = self.text();
        let lang = self.settings.lang;
        let mut items: Vec<_> = vocabulary
            .people
            .iter()
            .enumerate()
            .filter(|(_, person)| !person.is_retired)
            .map(|(place, person)| {
                let state =
                    person.state.and_then(|state| vocabulary.states.get(usize::from(state)));
                let iso = state.map_or("", |state| state.iso3.as_str());
                let also = format!("{} {iso} {}", person.code, person.posts.beside(lang));
                let detail = text.value("person", person.kind.code());
                let value = Assign::To(person.code.clone());
                let item =
                    Item { detail, also, ..Item::new(value, person.in_lang(lang).to_owned()) };
                (rank(place as u16), item)
            })
            .collect();
        items.sort_by_key(|((rank, count), _)| (*rank, std::cmp::Reverse(*count)));
        items
    }

    /// The likely person for one need: the one that `Enter` in the picker would take.
    pub fn likely_for(&self, need: NeedRef<'_>) -> Option<u16> {
        Likely::new(need.vocabulary).person(need)
    }
}
