//! Reading needs again that the log names, into copies of their chunks.

use super::places::Places;
use super::reader::{Beside, Reader, Wanted};
use super::rows;
use crate::domain::NeedNumber;
use crate::query::register::{Chunk, Facts, NeedColumn, Origin, Register, Triage};
use crate::store::StoreError;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The needs that are read again, and the fields of them.
pub(in crate::store) struct Again<'a> {
    /// The needs, rising: their triage is read.
    pub(in crate::store) needs: &'a [NeedNumber],
    /// The needs among them of which something else is to be read.
    pub(in crate::store) others: &'a BTreeSet<NeedNumber>,
    /// The codes of the fields that are read of those.
    pub(in crate::store) fields: &'a [String],
    /// Whether their matches are read too.
    pub(in crate::store) matches: bool,
}

impl Again<'_> {
    /// Reads them into copies of their chunks.
    pub(in crate::store) fn read(
        &self,
        connection: &Connection,
        register: &mut Register,
    ) -> Result<(), StoreError> {
        let places = Places::of(&register.vocabulary);
        let mut statement = connection.prepare_cached(rows::triage_sql())?;
        let mut reader = Reader::of_rows(&places);
        let mut rest = self.needs.iter().filter_map(|id| register.row_of(*id)).collect::<Vec<_>>();
        while let Some(number) = rest.first().map(|row| row.chunk()) {
            let ours = rest.partition_point(|row| row.chunk() == number);
            let chunk = Arc::clone(&register.chunks[number]);
            let mut triage = Triage::clone(&chunk.triage);
            let mut facts = None;
            for row in rest.drain(..ours) {
                let place = row.offset();
                let id = NeedNumber::new(chunk.facts.id[place]);
                let mut rows = statement.query([id])?;
                // A need that is gone makes a difference of counts, which is looked for elsewhere.
                let Some(row) = rows.next()? else { continue };
                let mut one = Triage::default();
                rows::push_triage(&mut reader, row, 1, &mut one)?;
                triage.put_from(place, &one, 0, |_| true);
                if self.others.contains(&id) {
                    let one = self.facts(connection, id, &places)?;
                    let facts = facts.get_or_insert_with(|| Facts::clone(&chunk.facts));
                    facts.put_from(place, &one, 0, |column| self.is_read(column));
                }
            }
            let facts = facts.map_or_else(|| Arc::clone(&chunk.facts), Arc::new);
            register.chunks[number] = Arc::new(Chunk { facts, triage: Arc::new(triage) });
        }
        let sets = places.themes.all();
        if sets.len() > register.vocabulary.theme_sets.len() {
            Arc::make_mut(&mut register.vocabulary).theme_sets = sets;
        }
        let sets = places.matches.all();
        if sets.len() > register.vocabulary.match_sets.len() {
            Arc::make_mut(&mut register.vocabulary).match_sets = sets;
        }
        Ok(())
    }

    /// Reads those of the wanted fields of a need that are no triage fields.
    fn facts(
        &self,
        connection: &Connection,
        id: NeedNumber,
        places: &Places,
    ) -> Result<Facts, StoreError> {
        let mut statement = connection.prepare_cached(rows::sql(true))?;
        let mut beside = Beside::prepare(connection)?;
        let fields = with_their_columns(self.fields);
        let wanted = Wanted::Fields(&fields, self.matches);
        let mut reader = Reader::over(&mut beside, [id.get(), id.get()], places, wanted)?;
        let (mut facts, mut triage) = (Facts::default(), Triage::default());
        if let Some(row) = statement.query([id, id])?.next()? {
            reader.begin(row, 0)?;
            rows::push(&mut reader, row, &mut facts, &mut triage)?;
        }
        Ok(facts)
    }

    fn is_read(&self, column: &NeedColumn) -> bool {
        let of_matches = || column.from.contains(&Origin::Matches);
        self.fields.iter().any(|field| column.holds(field)) || self.matches && of_matches()
    }
}

/// The codes of these fields, and of those that are held in one column with one of them: such a column is read whole.
fn with_their_columns(fields: &[String]) -> Vec<String> {
    let holds = |column: &&NeedColumn| fields.iter().any(|field| column.holds(field));
    let columns = Facts::COLUMNS.iter().filter(holds);
    columns.flat_map(NeedColumn::fields).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_column_holds_is_read_together() {
        let read = |field: &str| with_their_columns(&[field.to_owned()]);
        assert_eq!(read("article"), ["article", "chapter"]);
        assert_eq!(read("chapter"), ["article", "chapter"]);
        assert_eq!(read("theme"), ["theme"]);
        assert!(read("notes").is_empty());
    }
}
