//! The themes of needs, given and taken: each with a sign, whether all of the needs have it, some, or
//! none.

use crate::app::App;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::KeyContext;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::decision::Decision;
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};
use crate::domain::Change;
use crate::paint::Canvas;
use crate::paint::theme::{CHOSEN, NOT_CHOSEN, SOME};
use crate::text::{Arg, Named};
use ratatui::layout::{Position, Rect};

/// A theme in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its English name, which is its code.
    pub name: String,
    /// Whether the needs have it: all, none, or (`None`) some.
    pub had: Option<bool>,
    /// Whether they shall have it; as `had` until it is turned.
    pub now: Option<bool>,
}

/// The themes of needs.
#[derive(Debug)]
pub struct Themes;

impl Choice for Themes {
    type Value = Tag;

    fn context(&self) -> KeyContext {
        KeyContext::Themes
    }

    fn title(&self, app: &App) -> String {
        app.text().tr("themes-title").into_owned()
    }

    fn sign(&self, tag: &Tag) -> Option<&'static str> {
        Some(match tag.now {
            Some(true) => CHOSEN,
            Some(false) => NOT_CHOSEN,
            None => SOME,
        })
    }

    /// Decides the turned themes; where none was turned, the theme under the cursor, or a new one.
    fn choose(&mut self, picker: &mut Picker<Tag>, app: &mut App) -> After {
        let mut decisions = turned(picker);
        let typed = picker.input.value().trim().to_owned();
        if picker.matched.is_empty() && !typed.is_empty() {
            decisions.push(Decision::Set(Change::add_theme(&typed)));
        } else if decisions.is_empty() {
            give_or_take(picker);
            decisions = turned(picker);
        }
        if !decisions.is_empty() {
            app.decide(decisions);
        }
        After::Closes
    }

    /// A name that no theme has is offered to be made.
    fn draw_more(&self, picker: &Picker<Tag>, cursor: Position, canvas: &mut Canvas<'_>) {
        let typed = picker.input.value().trim();
        if !picker.matched.is_empty() || typed.is_empty() {
            return;
        }
        let new = canvas.text.tra("themes-new", &[("name", Arg::from(typed))]);
        let area = Rect::new(cursor.x.saturating_sub(1), cursor.y + 1, 60, 1);
        let x = canvas.area().width.saturating_sub(76) / 2 + 3;
        let area = Rect { x: x.min(area.x), ..area }.intersection(canvas.area());
        canvas.put(area, 0, 0, &new, canvas.theme.key);
    }
}

/// The themes that were turned, as decisions.
fn turned(picker: &Picker<Tag>) -> Vec<Decision> {
    let changed = picker.items.iter().filter(|item| item.value.now != item.value.had);
    changed
        .map(|item| match item.value.now {
            Some(true) => Decision::Set(Change::add_theme(&item.value.name)),
            _ => Decision::Set(Change::remove_theme(&item.value.name)),
        })
        .collect()
}

/// Gives the theme under the cursor to all of the needs, or takes it from all.
fn give_or_take(picker: &mut Picker<Tag>) {
    let Some(place) = picker.matched.get(picker.row).copied() else { return };
    if let Some(item) = picker.items.get_mut(place) {
        item.value.now = Some(item.value.now != Some(true));
    }
}

const HERE: &[KeyContext] = &[KeyContext::Themes];

/// The rows of the table of commands that are heard here alone.
pub(super) const COMMANDS: &[Command] =
    &[Command::in_layer("themes.turn", &["Tab"], HERE, 2, App::turn_theme)];

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
                let tag = Tag { name: theme.code.clone(), had, now: had };
                let also = theme.names.beside(lang);
                Item { also, ..Item::new(tag, theme.in_lang(lang).to_owned()) }
            })
            .collect();
        items.sort_by_key(|item| (item.value.had == Some(false), item.label.to_lowercase()));
        self.overlays.push(Pick::new(Themes, items));
    }

    /// Gives the theme under the cursor to all of the needs, or takes it from all.
    pub(in crate::app) fn turn_theme(&mut self) {
        if let Some(themes) = self.overlays.top_mut::<Pick<Themes>>() {
            give_or_take(&mut themes.picker);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_not_as_it_was_is_decided() {
        let tag = |name: &str, had| Tag { name: name.to_owned(), had, now: had };
        let tags = [tag("research", Some(true)), tag("training", None), tag("media", Some(false))];
        let items = tags.map(|tag| Item::new(tag.clone(), tag.name)).into();
        let mut picker = Picker::new(items);
        assert_eq!(turned(&picker), []);
        for row in [0, 1, 2, 2] {
            picker.row = row;
            give_or_take(&mut picker);
        }
        let decided =
            [Change::remove_theme("research"), Change::add_theme("training")].map(Decision::Set);
        assert_eq!(turned(&picker), decided, "what some have, all get; what is turned twice stays");
    }
}
