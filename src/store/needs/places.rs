//! Translates the ids in the file into places in the vocabulary.

use super::ids::Ids;
use crate::query::register::{Match, Vocabulary};
use crate::store::StoreError;
use crate::store::interner::Sets;
use rusqlite::Connection;

/// The tables that turn ids in the file into places, shared by all readers.
pub(in crate::store) struct Places {
    pub(in crate::store) ids: Ids,
    pub(super) themes: Sets,
    pub(super) matches: Sets<Match>,
    /// Whether the needs' texts are read with the rest.
    pub(super) texts: bool,
}

impl Places {
    /// Goes on from the sets that a vocabulary knows.
    pub(in crate::store) fn of(vocabulary: &Vocabulary) -> Self {
        Self {
            ids: Ids::of(vocabulary),
            themes: Sets::from(&vocabulary.theme_sets),
            matches: Sets::from(&vocabulary.match_sets),
            texts: true,
        }
    }

    /// From the ids alone, before the vocabulary is read; to read needs with their `texts` or
    /// without.
    pub(in crate::store) fn read(connection: &Connection, texts: bool) -> Result<Self, StoreError> {
        let (themes, matches) = (Sets::from(&[Box::default()]), Sets::from(&[Box::default()]));
        Ok(Self { ids: Ids::read(connection)?, themes, matches, texts })
    }

    /// Tells a vocabulary the sets that needs have so far.
    pub(in crate::store) fn tell(&self, vocabulary: &mut Vocabulary) {
        vocabulary.theme_sets = self.themes.all();
        vocabulary.match_sets = self.matches.all();
    }
}
