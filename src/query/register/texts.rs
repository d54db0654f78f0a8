//! What needs say, one text after the other, as written and as searches compare them.

use crate::domain::fold;

/// The texts of a chunk's needs, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// As they were written.
    bytes: String,
    /// Where each text ends in `bytes`.
    ends: Vec<u32>,
    /// In the form that searches compare ([`fold`]).
    folded: String,
    /// Where each text ends in `folded`.
    folded_ends: Vec<u32>,
}

impl Texts {
    /// Adds the next need's text.
    pub fn push(&mut self, text: &str) {
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len() as u32);
        self.folded.push_str(&fold(text));
        self.folded_ends.push(self.folded.len() as u32);
    }

    /// The text of the need at this place of the chunk; empty beyond the end.
    pub fn get(&self, place: usize) -> &str {
        part(&self.bytes, &self.ends, place)
    }

    /// The same in the form that searches compare.
    pub fn folded(&self, place: usize) -> &str {
        part(&self.folded, &self.folded_ends, place)
    }

    /// All texts in the form that searches compare, and where each ends: for one search over all.
    pub fn all_folded(&self) -> (&str, &[u32]) {
        (&self.folded, &self.folded_ends)
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

fn part<'a>(bytes: &'a str, ends: &[u32], place: usize) -> &'a str {
    let Some(&end) = ends.get(place) else { return "" };
    let start = if place == 0 { 0 } else { ends[place - 1] };
    bytes.get(start as usize..end as usize).unwrap_or("")
}
