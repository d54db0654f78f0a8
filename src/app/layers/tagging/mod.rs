//! Tagging in bulk: the selected needs, or else all that the filter matches, get one theme or lose
//! one. Nothing is turned: a theme is added where it is missing and stays where it is, and a
//! question says how many needs and which before anything is written.

mod theme_match;

use crate::app::App;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::KeyContext;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::decision::Decision;
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};
use crate::app::state::place::View;
use crate::domain::{Change, NeedNumber, fold, theme_name};
use crate::query::register::{NeedRef, Register};
use crate::query::{Field, Measure};
use crate::text::{Arg, Named, grouped};
use crate::worker::Answer;
use theme_match::{score, searched};

/// The needs that get or lose a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaggedNeeds {
    /// The selected needs.
    Selected,
    /// The needs of the queue on the screen.
    Queue,
    /// The needs that the filter matches.
    Found,
}

impl TaggedNeeds {
    /// By which the messages tell them apart.
    pub fn code(self) -> &'static str {
        match self {
            Self::Selected => "selected",
            Self::Queue => "queue",
            Self::Found => "found",
        }
    }
}

/// A theme that can be given or taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfferedTheme {
    /// A theme of the register, by its code.
    Known(String),
    /// A new theme, made by giving it.
    New(String),
}

/// A theme for many needs.
#[derive(Debug)]
pub struct Tagging {
    /// The needs that get or lose a theme.
    pub meant: TaggedNeeds,
    /// Whether the theme is given; else it is taken away.
    pub giving: bool,
    /// The needs, by number.
    pub needs: Vec<NeedNumber>,
    /// The number of those needs with each theme, by its place in the vocabulary.
    have: Vec<u32>,
    /// The number of items that are themes of the register.
    known: usize,
}

impl Choice for Tagging {
    type Value = OfferedTheme;

    fn context(&self) -> KeyContext {
        KeyContext::Tagging
    }

    fn title(&self, app: &App) -> String {
        let id = if self.giving { "tagging-give" } else { "tagging-take" };
        let count = grouped(self.needs.len() as u64);
        let args = [("meant", Arg::from(self.meant.code())), ("count", Arg::from(count))];
        app.text().tra(id, &args)
    }

    /// A name that no theme has stands last, to be made.
    fn narrow(&mut self, picker: &mut Picker<OfferedTheme>, app: &App) {
        let Some(register) = app.register() else { return };
        picker.items.truncate(self.known);
        picker.narrow();
        let typed = theme_name(picker.input.value());
        let is_typed = |name: &str| fold(name) == fold(&typed);
        let mut names = register.vocabulary.themes.iter().flat_map(|t| t.names.iter());
        if self.giving && !typed.is_empty() && !names.any(is_typed) {
            let label = app.text().tra("tagging-new", &[("name", Arg::from(typed.as_str()))]);
            picker.items.push(Item::new(OfferedTheme::New(typed), label));
            picker.matched.push(self.known);
        }
    }

    /// Asks whether the theme under the cursor shall be given to all, or taken from all.
    fn choose(&mut self, picker: &mut Picker<OfferedTheme>, app: &mut App) -> After {
        let Some(offer) = picker.current().map(|item| item.value.clone()) else {
            return After::Stays;
        };
        let (OfferedTheme::Known(name) | OfferedTheme::New(name)) = offer;
        let change =
            if self.giving { Change::add_theme(&name) } else { Change::remove_theme(&name) };
        let hidden = if self.meant == TaggedNeeds::Selected { app.selected_hidden() } else { 0 };
        app.question(&self.needs, vec![Decision::Set(change)], hidden);
        After::Closes
    }
}

const HERE: &[KeyContext] = &[KeyContext::Tagging];

/// The rows of the table of commands that are heard here alone.
pub(super) const COMMANDS: &[Command] =
    &[Command::in_layer("tagging.turn", &["Tab"], HERE, 2, App::turn_tagging)];

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
                let tagging = Tagging { meant, giving: true, needs, have, known: 0 };
                let mut tagging = Pick::new(tagging, Vec::new());
                self.offer_themes(&mut tagging);
                self.overlays.push(tagging);
            }
            _ => self.warn("reason-nothing-found"),
        }
    }

    /// Puts the line being typed in force and opens the picker for the needs found.
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
    fn meant(&self) -> Option<(TaggedNeeds, Vec<NeedNumber>, Vec<u32>)> {
        let answer = self.answer.as_deref()?;
        if !self.selected.is_empty() {
            let needs: Vec<NeedNumber> = self.selected.iter().collect();
            let have = having(&answer.register, &needs);
            return Some((TaggedNeeds::Selected, needs, have));
        }
        if matches!(self.place().view, View::Triage(_)) {
            let needs = self.found(answer);
            let have = having(&answer.register, &needs);
            return Some((TaggedNeeds::Queue, needs, have));
        }
        let have = answer.counts.of(Field::Theme, Measure::Needs);
        Some((TaggedNeeds::Found, self.found(answer), have.into_iter().skip(1).collect()))
    }

    /// The needs of an answer, without the one that only stays in its row while it is decided about.
    fn found(&self, answer: &Answer) -> Vec<NeedNumber> {
        let more = answer.rows.len() > answer.counts.total(Measure::Needs) as usize;
        let held = self.held.map(|held| held.need).filter(|_| more);
        let ids = answer.rows.iter().filter_map(|row| answer.register.need(*row));
        ids.map(NeedRef::id).filter(|id| Some(*id) != held).collect()
    }

    /// Fills the picker: the likely themes first, then those that most of the needs have.
    fn offer_themes(&self, Pick { of: tagging, picker }: &mut Pick<Tagging>) {
        let Some(register) = self.register() else { return };
        let searched = searched(&self.place().filter);
        let lang = self.settings.lang;
        let mut offers: Vec<_> = register
            .vocabulary
            .themes
            .iter()
            .enumerate()
            .map(|(place, theme)| {
                let have = tagging.have.get(place).copied().unwrap_or(0);
                let like = score(theme, &searched);
                let detail = self.about(have, tagging.needs.len(), like > 0);
                let offer = OfferedTheme::Known(theme.code.clone());
                let (label, also) = (theme.in_lang(lang).to_owned(), theme.names.beside(lang));
                let item = Item { detail, also, ..Item::new(offer, label) };
                (like, have, item)
            })
            // a theme that none of the needs has cannot be taken away
            .filter(|(_, have, _)| tagging.giving || *have > 0)
            .collect();
        offers.sort_by(|(like, have, item), (other_like, other_have, other)| {
            let by_name = item.label.to_lowercase().cmp(&other.label.to_lowercase());
            other_like.cmp(like).then(other_have.cmp(have)).then(by_name)
        });
        let items: Vec<Item<OfferedTheme>> = offers.into_iter().map(|(.., item)| item).collect();
        (tagging.known, picker.items) = (items.len(), items);
        tagging.narrow(picker, self);
    }

    /// The note beside a theme: likely, and how many of the needs have it.
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

    /// To take a theme away instead of giving it, or back.
    pub(in crate::app) fn turn_tagging(&mut self) {
        self.with(|tagging: &mut Pick<Tagging>, app| {
            tagging.of.giving = !tagging.of.giving;
            app.offer_themes(tagging);
        });
    }
}

/// The number of these needs with each theme, by its place in the vocabulary.
fn having(register: &Register, needs: &[NeedNumber]) -> Vec<u32> {
    let mut have = vec![0; register.vocabulary.themes.len()];
    let needs = needs.iter().filter_map(|id| register.need(register.row_of(*id)?));
    for place in needs.flat_map(NeedRef::theme_places) {
        have[usize::from(*place)] += 1;
    }
    have
}
