//! Translates the ids in the file into places in the vocabulary.

use super::ids::Ids;
use crate::query::register::Vocabulary;
use crate::store::StoreError;
use crate::store::interner::Sets;
use rusqlite::Connection;

/// The tables that turn ids in the file into places, shared by all readers.
pub(in crate::store) struct Places {
    pub(in crate::store) ids: Ids,
    pub(super) themes: Sets,
    pub(super) activities: Sets,
    /// Whether the needs' texts are read with the rest.
    pub(super) texts: bool,
}

impl Places {
    /// Goes on from the sets that a vocabulary knows.
    pub(in crate::store) fn of(vocabulary: &Vocabulary) -> Self {
        Self {
            ids: Ids::of(vocabulary),
            themes: Sets::from(&vocabulary.theme_sets),
            activities: Sets::from(&vocabulary.activity_sets),
            texts: true,
        }
    }

    /// From the ids alone, before the vocabulary is read; to read needs with their `texts` or
    /// without.
    pub(in crate::store) fn read(connection: &Connection, texts: bool) -> Result<Self, StoreError> {
        let empty = [Box::default()];
        let (themes, activities) = (Sets::from(&empty), Sets::from(&empty));
        Ok(Self { ids: Ids::read(connection)?, themes, activities, texts })
    }

    /// Tells a vocabulary the sets that needs have so far.
    pub(in crate::store) fn tell(&self, vocabulary: &mut Vocabulary) {
        vocabulary.theme_sets = self.themes.all();
        vocabulary.activity_sets = self.activities.all();
    }
}
