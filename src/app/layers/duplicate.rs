//! The need that others repeat.

use crate::app::App;
use crate::app::layers::by_number::{number_item, put_first};
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};
use crate::app::triage::related;
use crate::domain::{Change, NeedNumber};
use crate::query::register::NeedRef;

/// The need that others repeat, by number; `None`: they repeat none.
#[derive(Debug)]
pub struct Repeated {
    /// The number of needs that are offered without being asked for.
    offered: usize,
    /// The needs that are to be marked.
    needs: Vec<NeedNumber>,
}

impl Choice for Repeated {
    type Value = Option<NeedNumber>;

    fn title(&self, app: &App) -> String {
        app.text().tr("duplicate-title").into_owned()
    }

    /// The need whose number is typed stands first, offered before or not.
    fn narrow(&mut self, picker: &mut Picker<Option<NeedNumber>>, app: &App) {
        let typed = picker.input.value().trim().parse().ok();
        let typed = typed.filter(|id| !self.needs.contains(id)).and_then(|id| app.need(id));
        let typed = typed.map(|need| app.like_item(need, false));
        put_first(picker, self.offered, typed);
    }

    /// Takes the need under the cursor.
    fn choose(&mut self, picker: &mut Picker<Option<NeedNumber>>, app: &mut App) -> After {
        let itself = picker.input.value().trim().parse();
        let itself = itself.is_ok_and(|id: NeedNumber| self.needs.contains(&id));
        let Some(chosen) = picker.current().map(|item| item.value) else {
            app.warn(if itself { "duplicate-itself" } else { "duplicate-unknown" });
            return After::Stays;
        };
        app.set(Change::DuplicateOf(chosen));
        After::Closes
    }
}

impl App {
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
        let mut items: Vec<Item<Option<NeedNumber>>> = Vec::new();
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
        let repeated = Repeated { offered: items.len(), needs: targets };
        self.overlays.push(Pick::new(repeated, items));
    }

    fn like_item(&self, other: NeedRef<'_>, like: bool) -> Item<Option<NeedNumber>> {
        let detail =
            if like { self.text().tr("duplicate-like").into_owned() } else { String::new() };
        let Item { value, label, .. } = number_item(other);
        Item { detail, ..Item::new(Some(value), label) }
    }
}
