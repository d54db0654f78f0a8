//! Tagging in bulk: what is selected, or else all that the filter matches, is given one theme or
//! loses one. Nothing is turned: a theme is added where it is missing and stays where it is, and a
//! question says how many needs and which before anything is written.

use crate::app::App;
use crate::app::state::decision::Decision;
use crate::app::state::overlay::Overlay;
use crate::app::state::picker::{Item, Picker};
use crate::app::state::place::View;
use crate::app::state::tagging::{Meant, Offer, Tagging};
use crate::app::triage::theme_match::{score, searched};
use crate::domain::{Change, fold, theme_name};
use crate::query::register::{NeedRef, Register};
use crate::query::{Field, Measure};
use crate::text::{Arg, Lang, grouped};
use crate::worker::Answer;

impl App {
    /// Opens the picker of a theme, at once or as soon as the filter's needs are found.
    pub(in crate::app) fn tag(&mut self) {
        self.end_range();
        if self.selected.is_empty() && !self.is_found() {
            self.tag_when_found = true;
            return;
        }
        match self.meant() {
            Some((meant, needs, have)) if !needs.is_empty() => {
                if self.overlays.is_empty() {
                    self.see();
                }
                let (picker, giving) = (Picker::new(Vec::new()), true);
                let tagging = Tagging { picker, meant, giving, needs, have, known: 0 };
                self.overlays.push(Overlay::Tagging(tagging));
                self.offer_themes();
            }
            _ => self.warn("reason-nothing-found"),
        }
    }

    /// Puts the line being typed in force and opens the picker for what it finds.
    pub(in crate::app) fn tag_found(&mut self) {
        self.accept_filter();
        if self.overlays.is_empty() {
            self.tag();
        }
    }

    /// After an answer: whether it is the one for which the picker waits.
    pub(in crate::app) fn tag_what_is_found(&mut self) {
        if self.tag_when_found && self.is_found() {
            self.tag_when_found = false;
            self.tag();
        }
    }

    /// The needs that are meant, and how many of them have each theme.
    fn meant(&self) -> Option<(Meant, Vec<u32>, Vec<u32>)> {
        let answer = self.answer.as_deref()?;
        if !self.selected.is_empty() {
            let needs: Vec<u32> = self.selected.iter().collect();
            let have = having(&answer.register, &needs);
            return Some((Meant::Selected, needs, have));
        }
        if matches!(self.place().view, View::Triage(_)) {
            let needs = self.found(answer);
            let have = having(&answer.register, &needs);
            return Some((Meant::Queue, needs, have));
        }
        let have = answer.counts.of(Field::Theme, Measure::Needs);
        Some((Meant::Found, self.found(answer), have.into_iter().skip(1).collect()))
    }

    /// The needs of an answer, without the one that only stays in its row while it is decided about.
    fn found(&self, answer: &Answer) -> Vec<u32> {
        let more = answer.rows.len() > answer.counts.total(Measure::Needs) as usize;
        let held = self.held.map(|held| held.need).filter(|_| more);
        let ids = answer.rows.iter().filter_map(|row| answer.register.need(*row));
        ids.map(NeedRef::id).filter(|id| Some(*id) != held).collect()
    }

    /// Fills the picker: the likely themes first, then those that most of the needs have.
    fn offer_themes(&mut self) {
        let Some(Overlay::Tagging(tagging)) = self.overlays.last() else { return };
        let Some(register) = self.register() else { return };
        let searched = searched(&self.place().filter);
        let mut offers: Vec<_> = register
            .vocabulary
            .themes
            .iter()
            .enumerate()
            .map(|(place, theme)| {
                let have = tagging.have.get(place).copied().unwrap_or(0);
                let like = score(theme, &searched);
                let (label, also) = match self.settings.lang {
                    Lang::Zh if !theme.name_zh.is_empty() => (&theme.name_zh, &theme.name_en),
                    _ => (&theme.name_en, &theme.name_zh),
                };
                let detail = self.about(have, tagging.needs.len(), like > 0);
                let offer = Offer::Known(theme.name_en.clone());
                let item = Item { detail, also: also.clone(), ..Item::new(offer, label.clone()) };
                (like, have, item)
            })
            // what nobody has cannot be taken away
            .filter(|(_, have, _)| tagging.giving || *have > 0)
            .collect();
        offers.sort_by(|(like, have, item), (other_like, other_have, other)| {
            let by_name = item.label.to_lowercase().cmp(&other.label.to_lowercase());
            other_like.cmp(like).then(other_have.cmp(have)).then(by_name)
        });
        let items: Vec<Item<Offer>> = offers.into_iter().map(|(.., item)| item).collect();
        let Some(Overlay::Tagging(tagging)) = self.overlays.last_mut() else { return };
        (tagging.known, tagging.picker.items) = (items.len(), items);
        self.narrow_tagging();
    }

    /// What stands beside a theme.
    fn about(&self, have: u32, of: usize, likely: bool) -> String {
        let text = self.text();
        let count = Arg::from(grouped(have.into()));
        let args = [("count", count), ("total", Arg::from(grouped(of as u64)))];
        let words = [
            likely.then(|| text.tr("tagging-likely").into_owned()),
            (have > 0).then(|| text.tra("tagging-have", &args)),
        ];
        words.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// After another letter: a name that no theme has stands last, to be made.
    pub(in crate::app) fn narrow_tagging(&mut self) {
        let text = self.text();
        let Some(register) = self.answer.as_ref().map(|answer| &answer.register) else { return };
        let Some(Overlay::Tagging(tagging)) = self.overlays.last_mut() else { return };
        let (picker, known) = (&mut tagging.picker, tagging.known);
        picker.items.truncate(known);
        picker.narrow();
        let typed = theme_name(picker.input.value());
        let is_typed = |name: &String| fold(name) == fold(&typed);
        let mut names = register.vocabulary.themes.iter().flat_map(|t| [&t.name_en, &t.name_zh]);
        if tagging.giving && !typed.is_empty() && !names.any(is_typed) {
            let label = text.tra("tagging-new", &[("name", Arg::from(typed.as_str()))]);
            picker.items.push(Item::new(Offer::New(typed), label));
            picker.matched.push(known);
        }
    }

    /// To take a theme away instead of giving it, or back.
    pub(in crate::app) fn turn_tagging(&mut self) {
        if let Some(Overlay::Tagging(tagging)) = self.overlays.last_mut() {
            tagging.giving = !tagging.giving;
            self.offer_themes();
        }
    }

    /// Asks whether the theme under the cursor shall be given to all, or taken from all.
    pub(in crate::app) fn accept_tagging(&mut self) {
        let Some(Overlay::Tagging(tagging)) = self.overlays.last() else { return };
        let Some(offer) = tagging.picker.current().map(|item| item.value.clone()) else { return };
        let (Offer::Known(name) | Offer::New(name)) = offer;
        let change =
            if tagging.giving { Change::add_theme(&name) } else { Change::remove_theme(&name) };
        let (needs, meant) = (tagging.needs.clone(), tagging.meant);
        self.overlays.pop();
        let hidden = if meant == Meant::Selected { self.selected_hidden() } else { 0 };
        self.question(&needs, vec![Decision::Set(change)], hidden);
    }
}

/// How many of these needs have each theme, by its place in the vocabulary.
fn having(register: &Register, needs: &[u32]) -> Vec<u32> {
    let mut have = vec![0; register.vocabulary.themes.len()];
    let needs = needs.iter().filter_map(|id| register.need(register.row_of(*id)?));
    for place in needs.flat_map(NeedRef::theme_places) {
        have[usize::from(*place)] += 1;
    }
    have
}
