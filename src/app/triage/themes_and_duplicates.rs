//! Themes of needs, and needs that repeat others.

use crate::app::App;
use crate::app::state::decision::Decision;
use crate::app::state::overlay::Overlay;
use crate::app::state::picker::{Item, Picker};
use crate::app::state::tags::{Duplicates, Tag};
use crate::app::triage::related;
use crate::domain::Change;
use crate::query::register::NeedRef;
use crate::text::Lang;

impl App {
    /// Opens the themes of the targets; those that they have come first.
    pub(in crate::app) fn choose_themes(&mut self) {
        self.end_range();
        let Some(register) = self.register() else { return };
        let targets = self.concerned();
        let mut counts = vec![0; register.vocabulary.themes.len()];
        for need in targets.iter().filter_map(|id| self.need(*id)) {
            for theme in need.themes() {
                let place = register.vocabulary.themes.iter().position(|t| t.id == theme.id);
                if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
                    *count += 1;
                }
            }
        }
        let lang = self.settings.lang;
        let mut items: Vec<Item<Tag>> = register
            .vocabulary
            .themes
            .iter()
            .zip(&counts)
            .map(|(theme, count)| {
                let had = match *count {
                    0 => Some(false),
                    all if all == targets.len() => Some(true),
                    _ => None,
                };
                let (label, also) = match lang {
                    Lang::Zh if !theme.name_zh.is_empty() => (&theme.name_zh, &theme.name_en),
                    _ => (&theme.name_en, &theme.name_zh),
                };
                let tag = Tag { name: theme.name_en.clone(), had, now: had };
                Item { also: also.clone(), ..Item::new(tag, label.clone()) }
            })
            .collect();
        items.sort_by_key(|item| (item.value.had == Some(false), item.label.to_lowercase()));
        self.overlays.push(Overlay::Themes(Picker::new(items)));
    }

    /// Gives the theme under the cursor to all of the needs, or takes it from all.
    pub(in crate::app) fn turn_theme(&mut self) {
        let Some(Overlay::Themes(picker)) = self.overlays.last_mut() else { return };
        let Some(place) = picker.matched.get(picker.row).copied() else { return };
        if let Some(item) = picker.items.get_mut(place) {
            item.value.now = Some(item.value.now != Some(true));
        }
    }

    /// Decides what was turned; where nothing was, the theme under the cursor, or a new one.
    pub(in crate::app) fn accept_themes(&mut self) {
        let turned = |picker: &Picker<Tag>| -> Vec<Decision> {
            let changed = picker.items.iter().filter(|item| item.value.now != item.value.had);
            changed
                .map(|item| match item.value.now {
                    Some(true) => Decision::Set(Change::add_theme(&item.value.name)),
                    _ => Decision::Set(Change::remove_theme(&item.value.name)),
                })
                .collect()
        };
        let Some(Overlay::Themes(picker)) = self.overlays.last() else { return };
        let mut decisions = turned(picker);
        let typed = picker.input.value().trim().to_owned();
        if picker.matched.is_empty() && !typed.is_empty() {
            decisions.push(Decision::Set(Change::add_theme(&typed)));
        } else if decisions.is_empty() {
            self.turn_theme();
            let Some(Overlay::Themes(picker)) = self.overlays.last() else { return };
            decisions = turned(picker);
        }
        self.overlays.pop();
        if !decisions.is_empty() {
            self.decide(decisions);
        }
    }

    /// Opens the needs that the current one may repeat: those of its State, under the same
    /// articles first. Another is named by its number.
    pub(in crate::app) fn ask_duplicate(&mut self) {
        self.end_range();
        let targets = self.concerned();
        let Some(register) = self.register() else { return };
        let Some(need) = targets.first().and_then(|id| self.need(*id)) else { return };
        let mut others = related::needs(register, need);
        let like = others.len();
        others.extend(related::of_state(register, need));
        let mut items: Vec<Item<Option<u32>>> = Vec::new();
        if need.duplicate_of().is_some() {
            items.push(Item::new(None, self.text().tr("duplicate-none").into_owned()));
        }
        let mut seen = Vec::new();
        for (place, other) in others.into_iter().enumerate() {
            if targets.contains(&other.id()) || seen.contains(&other.id()) || seen.len() >= 200 {
                continue;
            }
            seen.push(other.id());
            items.push(self.like_item(other, place < like));
        }
        let (offered, picker) = (items.len(), Picker::new(items));
        self.overlays.push(Overlay::Duplicate(Duplicates { picker, offered, needs: targets }));
    }

    fn like_item(&self, other: NeedRef<'_>, like: bool) -> Item<Option<u32>> {
        let label = format!("{:>6}  {}", other.id(), other.text());
        let detail =
            if like { self.text().tr("duplicate-like").into_owned() } else { String::new() };
        Item { detail, ..Item::new(Some(other.id()), label) }
    }

    /// After another letter: the need whose number is typed stands first, offered before or not.
    pub(in crate::app) fn narrow_duplicate(&mut self) {
        let Some(Overlay::Duplicate(open)) = self.overlays.last() else { return };
        let typed = open.picker.input.value().trim().parse().ok();
        let typed = typed.filter(|id| !open.needs.contains(id)).and_then(|id| self.need(id));
        let item = typed.map(|need| self.like_item(need, false));
        let Some(Overlay::Duplicate(open)) = self.overlays.last_mut() else { return };
        let (picker, offered) = (&mut open.picker, open.offered);
        picker.items.truncate(offered);
        picker.narrow();
        let Some(item) = item else { return };
        let place = picker.items.iter().position(|other| other.value == item.value);
        let place = place.unwrap_or_else(|| {
            picker.items.push(item);
            offered
        });
        picker.matched.retain(|other| *other != place);
        picker.matched.insert(0, place);
    }

    /// Takes the need under the cursor.
    pub(in crate::app) fn accept_duplicate(&mut self) {
        let Some(Overlay::Duplicate(open)) = self.overlays.last() else { return };
        let itself = open.picker.input.value().trim().parse();
        let itself = itself.is_ok_and(|id: u32| open.needs.contains(&id));
        let Some(chosen) = open.picker.current().map(|item| item.value) else {
            self.warn(if itself { "duplicate-itself" } else { "duplicate-unknown" });
            return;
        };
        self.overlays.pop();
        self.set(Change::DuplicateOf(chosen));
    }

    /// From the page of a need to the one that it repeats.
    pub(in crate::app) fn follow(&mut self) {
        if let Some(other) = self.current_need().and_then(NeedRef::duplicate_of) {
            self.open_need(other);
        }
    }
}
