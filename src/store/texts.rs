//! Reads the texts of needs after all else: the first screen shows none of them.

use super::{Store, StoreError, decode};
use crate::query::register::{Chunk, Facts, Register, Texts};
use std::sync::Arc;

const TEXTS: &str = "SELECT id, text FROM need WHERE id BETWEEN ?1 AND ?2 AND void = 0 ORDER BY id";

impl Store {
    /// A register that was read without its needs' texts, with them. All else is as it was.
    pub fn with_texts(&self, register: &Register) -> Result<Register, StoreError> {
        let mut register = register.clone();
        for chunk in &mut register.chunks {
            let texts = self.texts_of(&chunk.facts.id).map_err(|error| error.at(&self.path))?;
            let facts = Arc::new(Facts { texts, ..Facts::clone(&chunk.facts) });
            *chunk = Arc::new(Chunk { facts, triage: Arc::clone(&chunk.triage) });
        }
        Ok(register)
    }

    /// The texts of needs with rising ids. One that is gone says nothing: the next look at the
    /// file tells of it.
    fn texts_of(&self, ids: &[u32]) -> Result<Texts, StoreError> {
        let mut texts = Texts::default();
        let (Some(first), Some(last)) = (ids.first(), ids.last()) else { return Ok(texts) };
        let mut statement = self.connection.prepare_cached(TEXTS)?;
        let mut rows = statement.query([first, last])?;
        let mut ids = ids.iter().copied().peekable();
        while let Some(row) = rows.next()? {
            let id: u32 = row.get(0)?;
            while ids.next_if(|own| *own < id).is_some() {
                texts.push("");
            }
            if ids.next_if_eq(&id).is_some() {
                decode::push_text(row, 1, &mut texts)?;
            }
        }
        ids.for_each(|_| texts.push(""));
        Ok(texts)
    }
}
