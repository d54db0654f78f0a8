//! The filter being typed: live results at every key, the last good one kept while a word cannot
//! be read, completion of fields and values.

use crate::app::keys::line_edit;
use crate::domain::Coded;
use crate::query::{Completions, Field, Filter, FilterError, Item, Meant, Needs};
use crate::text::Message;
use tui_input::Input;

/// The filter line while it is open.
#[derive(Clone, Debug, Default)]
pub struct FilterLine {
    /// What is typed.
    pub input: Input,
    /// The filter before, for Esc.
    pub before: Filter,
    /// What the list's cursor was on before: it comes back to it as soon as it is found again,
    /// whatever was or was not found on the way.
    pub cursor: Option<u32>,
    /// What in it cannot be read; the results shown are then those of the last good text.
    pub error: Option<FilterError>,
    /// The completion that the cursor is on, if the user has gone into the list.
    pub chosen: Option<usize>,
    /// The completions as they stood beside the last answer. Their box stays as large until the
    /// next one is there, so that what lies under it is drawn once and not first as it was before.
    pub stays: Option<Completions>,
}

impl FilterLine {
    /// Opens the line on a filter, its cursor at the end, a space before the next word; `cursor` is
    /// that of the list below.
    pub fn open(filter: &Filter, cursor: Option<u32>) -> Self {
        let mut text = filter.to_string();
        if !text.is_empty() {
            text.push(' ');
        }
        let before = filter.clone();
        Self { input: Input::new(text), before, cursor, error: None, chosen: None, stays: None }
    }

    /// Reads what is typed so far. A last word that may become the name of a field is not searched
    /// for yet: who types `chapter:V` should not see everything vanish on the way. The error stays
    /// in the line.
    pub fn read(&mut self) -> Option<Filter> {
        self.chosen = None;
        let text = self.before_field().unwrap_or(self.input.value()).to_owned();
        self.parsed(&text)
    }

    /// Whether the last word may become the name of a field: what is found is then found without
    /// it, and no number belongs to what stands in the line.
    pub fn waits_for_field(&self) -> bool {
        self.before_field().is_some()
    }

    /// What stands before a last word that may become the name of a field.
    fn before_field(&self) -> Option<&str> {
        let typed = self.input.value();
        let (before, word) = typed.rsplit_once(' ').unwrap_or(("", typed));
        let word = word.strip_prefix('-').unwrap_or(word);
        let may_be_field =
            !word.is_empty() && Field::ALL.iter().any(|f| f.code().starts_with(word));
        may_be_field.then_some(before)
    }

    /// Reads all that is typed, every word as it stands.
    pub fn read_all(&mut self) -> Option<Filter> {
        let text = self.input.value().to_owned();
        self.parsed(&text)
    }

    /// What was perhaps meant by a word that is searched for as text.
    pub fn hint(&self) -> Option<Message> {
        crate::query::parse(self.input.value()).ok()?.hint()
    }

    /// The filters that say what words probably meant, to be put in the place of those words. `meant` is of the filter
    /// with which what is typed begins.
    pub fn offers(&self, filter: &Filter, meant: &[Meant]) -> Vec<Item> {
        let Ok(typed) = crate::query::parse(self.input.value()) else { return Vec::new() };
        if !typed.terms.starts_with(&filter.terms) {
            return Vec::new();
        }
        let mut items = Vec::new();
        // Who types looks at the last words first.
        for meant in meant.iter().rev() {
            let terms = &typed.terms[meant.terms.clone()];
            let (Some(first), Some(last)) = (terms.first(), terms.last()) else { continue };
            items.extend(meant.offers.iter().map(|offer| Item {
                replace: first.at.bytes.start..last.at.bytes.end,
                insert: offer.term.clone(),
                label: offer.name.clone(),
                needs: Needs::Counted(offer.count),
            }));
        }
        items
    }

    fn parsed(&mut self, text: &str) -> Option<Filter> {
        match crate::query::parse(text) {
            Ok(filter) => {
                self.error = None;
                Some(filter)
            }
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }

    /// Puts a completion in.
    pub fn complete(&mut self, replace: std::ops::Range<usize>, insert: &str) {
        self.input = line_edit::replaced(&self.input, replace, insert);
    }
}
