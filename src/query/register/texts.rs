//! What needs say, one text after the other, as written and as searches compare them.

use crate::domain::fold;
use std::sync::OnceLock;

/// The texts of a chunk's needs, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// As they were written.
    bytes: String,
    /// Where each text ends in `bytes`.
    ends: Vec<u32>,
    /// In the form that searches compare, made when it is first wanted: nobody has to wait for it
    /// before the first screen.
    folded: OnceLock<Folded>,
}

/// Texts in the form that searches compare ([`fold`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Folded {
    bytes: String,
    /// Where each text ends in `bytes`.
    ends: Vec<u32>,
}

impl Texts {
    /// Adds the next need's text.
    pub fn push(&mut self, text: &str) {
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len() as u32);
        self.folded.take();
    }

    /// The text of the need at this place of the chunk; empty beyond the end.
    pub fn get(&self, place: usize) -> &str {
        part(&self.bytes, &self.ends, place)
    }

    /// The same in the form that searches compare.
    pub fn folded(&self, place: usize) -> &str {
        let folded = self.ready();
        part(&folded.bytes, &folded.ends, place)
    }

    /// All texts in the form that searches compare, and where each ends: for one search over all.
    pub fn all_folded(&self) -> (&str, &[u32]) {
        let folded = self.ready();
        (&folded.bytes, &folded.ends)
    }

    /// Whether the form that searches compare is there already.
    pub fn is_ready(&self) -> bool {
        self.folded.get().is_some()
    }

    /// Makes the form that searches compare, if it is not there.
    pub fn make_ready(&self) {
        self.ready();
    }

    fn ready(&self) -> &Folded {
        self.folded.get_or_init(|| {
            let mut folded = Folded::default();
            folded.bytes.reserve(self.bytes.len());
            folded.ends.reserve(self.ends.len());
            for place in 0..self.ends.len() {
                let text = self.get(place);
                if text.is_ascii() {
                    // no copy between: nine texts in ten are
                    let from = folded.bytes.len();
                    folded.bytes.push_str(text);
                    folded.bytes[from..].make_ascii_lowercase();
                } else {
                    folded.bytes.push_str(&fold(text));
                }
                folded.ends.push(folded.bytes.len() as u32);
            }
            folded
        })
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
