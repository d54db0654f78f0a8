//! Offers for words that are searched for as text and probably meant something else: a State, an article, a person or
//! another value by one of its names, or a field of other languages (`chapter=V`). Words keep their meaning, which is
//! to search texts; the values that they name are offered as filter terms.

mod count;
mod form;
mod names;
mod runs;

pub use count::{Searched, meant};
pub use names::{KnownNames, Named};

use crate::domain::clean_line;
use crate::text::{Message, Text, grouped, shortened, width};
use std::ops::Range;

/// At most so many offers are made for a filter.
const MOST: usize = 6;

/// Words that stand side by side in a filter and name something together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// The places of their terms in the filter.
    pub terms: Range<usize>,
    /// The words, as they are searched for.
    pub words: String,
    /// Whether a text of the needs that pass the filter's fields has all of them. Without one, the
    /// offers are pressing.
    pub stands: bool,
    /// Whether no text of the whole register has them, and they are neither quoted nor negated: the
    /// value that they name may then be asked for in their place.
    pub gives_way: bool,
    /// A hint about words that look like an operator or a field of other languages.
    pub hint: Option<Message>,
    /// The filters that would say it: those that find something first, of these the nearest.
    pub offers: Vec<Offer>,
}

/// A filter term for the value that words name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The term, as filters are printed.
    pub term: String,
    /// The filter in the words of the language.
    pub written: String,
    /// The name of the value, in words.
    pub name: String,
    /// The number of needs with the filter in place of the words; other words that stand in no text are left out.
    pub count: Counted,
}

/// A number of needs, and the needs among which it was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// So many needs.
    pub needs: u32,
    /// The needs among which it counts.
    pub among: Among,
}

/// The needs among which those of an offer are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// All needs: nothing else is asked for.
    All,
    /// The needs that pass the rest of the filter.
    Rest,
    /// The needs that pass the rest without the words in it that leave nothing.
    WithoutWords,
}

impl Offer {
    /// Whether the filter finds a need.
    pub fn finds(&self) -> bool {
        self.count.needs > 0
    }
}

impl Counted {
    /// The number in words.
    pub fn message(self) -> Message {
        let printed = grouped(self.needs.into());
        let id = match self.among {
            Among::All => "filter-meant-of-all",
            Among::Rest => "filter-meant-with-rest",
            Among::WithoutWords => "filter-meant-without-words",
        };
        Message::new(id).with("number", self.needs).with("count", printed)
    }
}

impl Meant {
    /// The offer that may take the place of the words: the first that finds something, where they stand nowhere.
    pub fn instead(&self) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.finds()).filter(|_| self.gives_way)
    }

    /// The lines for a user who asked for the words: a sentence, and the offers below it. `None`
    /// where the words stand in a text and look like nothing else. With `room`, names give way so
    /// that a line of an offer has so many columns.
    pub fn told(&self, text: &Text, room: Option<usize>) -> Option<(String, Vec<String>)> {
        let said = match &self.hint {
            Some(hint) => hint.clone(),
            None if self.stands || self.offers.is_empty() => return None,
            None => Message::new("filter-meant").with("words", clean_line(&self.words)),
        };
        let lines = if self.stands { Vec::new() } else { lines(&self.offers, text, room) };
        Some((text.say(&said), lines))
    }
}

/// Offers below each other: term, name and number of needs.
fn lines(offers: &[Offer], text: &Text, room: Option<usize>) -> Vec<String> {
    let widest = offers.iter().map(|offer| width(&offer.written)).max().unwrap_or(0);
    let line = |offer: &Offer| {
        let term = clean_line(&offer.written);
        let blanks = " ".repeat(widest.saturating_sub(width(&term)));
        let needs = text.say(&offer.count.message());
        let mut name = clean_line(&offer.name);
        if let Some(room) = room {
            name = shortened(&name, room.saturating_sub(widest + width(&needs) + 6));
        }
        format!("  {term}{blanks}  {name}  {needs}")
    };
    offers.iter().map(line).collect()
}
