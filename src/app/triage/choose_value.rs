//! Choosing a value from a list as one types: one of few, or a person from everybody.

use crate::app::App;
use crate::app::keys::commands;
use crate::app::keys::commands::command::Value;
use crate::app::state::decision::{Assign, Likely};
use crate::app::state::overlay::Overlay;
use crate::app::state::picker::{Item, Picker};
use crate::domain::{Change, Coded, Horizon, Priority, Response, TriageField};
use crate::query::register::{NeedRef, Person, Vocabulary};
use crate::text::{Arg, Lang, Text};
use std::collections::HashMap;

impl App {
    pub(in crate::app) fn choose_priority(&mut self) {
        self.choose::<Priority>("choose-priority", "priority");
    }

    pub(in crate::app) fn choose_response(&mut self) {
        self.choose::<Response>("choose-response", "response");
    }

    pub(in crate::app) fn choose_horizon(&mut self) {
        self.choose::<Horizon>("choose-horizon", "horizon");
    }

    /// Opens the values of a field to be chosen as one types, each with the key that sets it without
    /// this list: a letter narrows and decides nothing, so that a word can be typed to its end.
    fn choose<T: Coded>(&mut self, title: &'static str, field: &str)
    where
        Value: From<Option<T>>,
    {
        let (text, other) = (self.text(), Text::of(self.settings.lang.next()));
        let item = |value: Option<T>| {
            let word = |text: &Text| match value {
                Some(value) => text.value(field, value.code()),
                None => text.tr("not-stated").into_owned(),
            };
            let command = commands::setting(value);
            let key = command.and_then(|c| self.settings.keymap.keys(c).first());
            let detail = key.map(|key| key.name(text)).unwrap_or_default();
            let change = Value::from(value).change();
            Item { detail, also: word(other), ..Item::new(change, word(text)) }
        };
        let items = T::ALL.iter().copied().map(Some).chain([None]).map(item).collect();
        let mut picker: Picker<Change> = Picker::new(items);
        let in_force = self.in_force(Value::from(None).change().field());
        if let Some(code) = in_force {
            let is_it = |item: &Item<Change>| item.value.code().as_deref() == Some(&*code);
            picker.row = picker.items.iter().position(is_it).unwrap_or(0);
        }
        self.overlays.push(Overlay::Value(title, picker));
    }

    /// What a field holds of the one need that is concerned; in a collision one's own value.
    fn in_force(&self, field: TriageField) -> Option<String> {
        if let Some(Overlay::Conflicts(conflicts)) = self.overlays.last() {
            return conflicts.mine();
        }
        let [only] = self.concerned()[..] else { return None };
        let need = self.need(only)?;
        let code = match field {
            TriageField::Priority => need.priority().map(Coded::code),
            TriageField::Response => need.response().map(Coded::code),
            _ => need.horizon().map(Coded::code),
        };
        code.map(str::to_owned)
    }

    /// Opens the picker of a focal point. The likely ones stand first: those of the needs'
    /// States, the advisers of their regions, each by how many of the needs are theirs; then
    /// nobody, then everybody else.
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
        self.overlays.push(Overlay::Picker(Picker::new(items)));
    }

    /// The needs that the question on top concerns, or else the next decision.
    pub(in crate::app) fn concerned(&self) -> Vec<u32> {
        match self.overlays.last() {
            Some(Overlay::Conflicts(conflicts)) => {
                conflicts.found.get(conflicts.row).map(|c| c.need).into_iter().collect()
            }
            Some(Overlay::Confirm(confirm)) => confirm.needs.iter().map(|(id, _)| *id).collect(),
            _ => self.targets(),
        }
    }

    /// Everybody as items of a picker, by rank, then by how many needs gave it, then as they stand.
    pub(in crate::app) fn people_items(
        &self,
        vocabulary: &Vocabulary,
        rank: impl Fn(u16) -> (u8, u32),
    ) -> Vec<((u8, u32), Item<Assign>)> {
        let text = self.text();
        let post = |person: &Person, lang| match lang {
            Lang::En => person.post_en.clone(),
            Lang::Zh => person.post_zh.clone(),
        };
        let lang = self.settings.lang;
        let mut items: Vec<_> = vocabulary
            .people
            .iter()
            .enumerate()
            .map(|(place, person)| {
                let state =
                    person.state.and_then(|state| vocabulary.states.get(usize::from(state)));
                let iso = state.map_or("", |state| state.iso3.as_str());
                let also = format!("{} {iso} {}", person.code, post(person, lang.next()));
                let detail = text.value("person", person.kind.code());
                let value = Assign::To(person.code.clone());
                let item = Item { detail, also, ..Item::new(value, post(person, lang)) };
                (rank(place as u16), item)
            })
            .collect();
        items.sort_by_key(|((rank, count), _)| (*rank, std::cmp::Reverse(*count)));
        items
    }

    /// The likely person for one need, as a name: what `Enter` in the picker would take.
    pub fn likely_for(&self, need: NeedRef<'_>) -> Option<u16> {
        Likely::new(need.vocabulary).person(need)
    }
}
