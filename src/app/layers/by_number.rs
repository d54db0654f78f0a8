//! A need by its number: the one that is typed, and those whose numbers begin so.

use crate::app::App;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};
use crate::domain::NeedNumber;
use crate::query::register::NeedRef;

/// The most needs that are offered.
const OFFERED: usize = 10;

/// The most digits beyond the typed ones that are tried.
const DIGITS: u32 = 5;

/// A need, by its number.
#[derive(Debug)]
pub struct ByNumber;

impl Choice for ByNumber {
    type Value = NeedNumber;

    fn title(&self, app: &App) -> String {
        app.text().tr("by-number-title").into_owned()
    }

    fn most(&self) -> usize {
        OFFERED
    }

    fn narrow(&mut self, picker: &mut Picker<NeedNumber>, app: &App) {
        let typed: Option<u32> = picker.input.value().trim().parse().ok().filter(|id| *id > 0);
        let begun = (0..=DIGITS).flat_map(|more| {
            let of = 10u32.pow(more);
            let first = typed.and_then(|typed| typed.checked_mul(of));
            first.map_or(0..0, |first| first..first.saturating_add(of))
        });
        let needs = begun.filter_map(|id| app.need(NeedNumber::new(id))).take(OFFERED);
        picker.items = needs.map(number_item).collect();
        picker.matched = (0..picker.items.len()).collect();
        picker.row = 0;
    }

    fn choose(&mut self, picker: &mut Picker<NeedNumber>, app: &mut App) -> After {
        let Some(id) = picker.current().map(|item| item.value) else {
            app.warn("by-number-none");
            return After::Stays;
        };
        app.open_need(id);
        After::Closes
    }
}

impl App {
    /// Asks for the number of the need whose page is to be opened.
    pub(in crate::app) fn ask_number(&mut self) {
        self.overlays.push(Pick::new(ByNumber, Vec::new()));
    }
}

/// A need as an item of a list: its number and text.
pub(super) fn number_item(need: NeedRef<'_>) -> Item<NeedNumber> {
    Item::new(need.id(), number_words(need))
}

/// A need in a line: its number and text.
pub(super) fn number_words(need: NeedRef<'_>) -> String {
    format!("{:>6}  {}", need.id(), need.text())
}

/// Narrows a list of which the first `offered` items are offered without being asked for: the item that the typed
/// number names stands first, offered before or not.
pub(super) fn put_first<T: PartialEq>(
    picker: &mut Picker<T>,
    offered: usize,
    typed: Option<Item<T>>,
) {
    picker.items.truncate(offered);
    picker.narrow();
    let Some(item) = typed else { return };
    let place = picker.items.iter().position(|other| other.value == item.value);
    let place = place.unwrap_or_else(|| {
        picker.items.push(item);
        offered
    });
    picker.matched.retain(|other| *other != place);
    picker.matched.insert(0, place);
}
