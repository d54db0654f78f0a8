//! The names of records in the file: one table of names by language, and one of the other spellings of States.

use super::{StoreError, decode};
use crate::domain::{Coded, NameStatus, Spelling, other_names, reference, state_names};
use crate::text::Names;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

/// The names of some fields, and the spellings of States: what the small tables of a register need, which can be read
/// beside them.
pub(super) struct Called {
    fields: Vec<HashMap<i64, Names>>,
    spellings: HashMap<i64, Spelt>,
}

/// The kinds of records and fields of [`Called`].
const CALLED: [(&str, &str); 8] = [
    ("state", "name"),
    ("person", "post"),
    ("category", "name"),
    ("organisation", "name"),
    ("organisation", "role"),
    ("theme", "name"),
    ("activity", "description"),
    ("activity", "date"),
];

impl Called {
    /// Reads all of them, or all but those of activities.
    pub(super) fn read(connection: &Connection, activities: bool) -> Result<Self, StoreError> {
        let fields = CALLED.iter().map(|(kind, field)| match *kind {
            "activity" if !activities => Ok(HashMap::new()),
            _ => read(connection, kind, field),
        });
        let spellings = spellings(connection)?;
        Ok(Self { fields: fields.collect::<Result<_, _>>()?, spellings })
    }

    /// Takes out the names of a kind of records in a field, one of those that were read.
    pub(super) fn take(&mut self, kind: &str, field: &str) -> HashMap<i64, Names> {
        let place = CALLED.iter().position(|own| *own == (kind, field));
        place.and_then(|place| self.fields.get_mut(place)).map(std::mem::take).unwrap_or_default()
    }

    /// Takes out the spellings of States.
    pub(super) fn take_spellings(&mut self) -> HashMap<i64, Spelt> {
        std::mem::take(&mut self.spellings)
    }
}

/// The names of the records of one kind in one field, by the numbers of the records.
pub(super) fn read(
    connection: &Connection,
    kind: &str,
    field: &str,
) -> Result<HashMap<i64, Names>, StoreError> {
    read_among(connection, kind, field, None)
}

/// As [`read`], of the records with these ids alone, where they are given.
pub(super) fn read_among(
    connection: &Connection,
    kind: &str,
    field: &str,
    among: Option<&str>,
) -> Result<HashMap<i64, Names>, StoreError> {
    let among = among.map_or_else(String::new, |ids| format!(" AND record IN ({ids})"));
    let mut names = connection.prepare_cached(&format!(
        "SELECT record, language, text FROM name WHERE kind = ?1 AND field = ?2{among}"
    ))?;
    let mut rows = names.query([kind, field])?;
    let mut all: HashMap<i64, Names> = HashMap::new();
    while let Some(row) = rows.next()? {
        // Sentences are longer than names.
        let text = match field {
            "role" | "description" | "title" | "programme" | "outcome" => decode::line(row, 2)?,
            _ => decode::name(row, 2)?,
        };
        all.entry(row.get(0)?).or_default().set(&decode::name(row, 1)?, text);
    }
    Ok(all)
}

/// Writes the names of a record.
pub(super) fn add(
    connection: &Connection,
    (kind, record): (&str, i64),
    field: &str,
    names: &Names,
) -> Result<(), StoreError> {
    let mut add = connection.prepare_cached(
        "INSERT INTO name (kind, record, field, language, text) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (language, text) in names.pairs() {
        add.execute(params![kind, record, field, language, text])?;
    }
    Ok(())
}

/// The ways to write the names of States that are taken for them.
#[derive(Default)]
pub(super) struct Spelt {
    /// The names that lists show.
    pub(super) listed: Vec<String>,
    /// All.
    pub(super) all: Vec<String>,
}

/// The spellings of each State that has any, by its number, in their order.
fn spellings(connection: &Connection) -> Result<HashMap<i64, Spelt>, StoreError> {
    let mut spellings = connection.prepare_cached(
        "SELECT state_id, text, listed FROM spelling WHERE status <> ?1 ORDER BY id",
    )?;
    let mut rows = spellings.query([NameStatus::Ask.code()])?;
    let mut all: HashMap<i64, Spelt> = HashMap::new();
    while let Some(row) = rows.next()? {
        let (text, spelt) = (decode::name(row, 1)?, all.entry(row.get(0)?).or_default());
        if row.get(2)? {
            spelt.listed.push(text.clone());
        }
        spelt.all.push(text);
    }
    Ok(all)
}

/// Gives the State with a code the spellings that every register knows, beside those that it has. A
/// spelling that is there stays as it is, but gets its language if it has none stated. Lists show
/// the added ones only for a new State.
pub(super) fn add_spellings(
    connection: &Connection,
    state: i64,
    code: &str,
    is_new: bool,
) -> Result<(), StoreError> {
    let mut add = connection.prepare_cached(
        "INSERT INTO spelling (state_id, language, text, status, listed)
         SELECT ?1, ?2, ?3, ?4, ?5
         WHERE NOT EXISTS (SELECT 1 FROM name
                           WHERE kind = 'state' AND record = ?1 AND field = 'name' AND text = ?3)
         ON CONFLICT DO UPDATE SET language = excluded.language WHERE language = 'und'",
    )?;
    let Some(known) = known().get(code) else { return Ok(()) };
    for (spelling, listed) in known {
        let Spelling { text, language, status } = spelling;
        add.execute(params![state, language, text, status.code(), *listed && is_new])?;
    }
    Ok(())
}

/// The spellings that every register knows by the codes of States, and whether lists show them.
fn known() -> &'static BTreeMap<String, Vec<(Spelling, bool)>> {
    static KNOWN: OnceLock<BTreeMap<String, Vec<(Spelling, bool)>>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut all: BTreeMap<String, Vec<(Spelling, bool)>> = BTreeMap::new();
        for row in reference::states() {
            let code = if row.iso3.is_empty() { row.iso2 } else { row.iso3 };
            let own = all.entry(code).or_default();
            own.extend(other_names(&row.aliases).map(|name| (name, true)));
            // A register that calls the State otherwise finds it under these too.
            let names = row.name.pairs().map(|(language, text)| Spelling {
                text: text.to_owned(),
                language: language.to_owned(),
                status: NameStatus::Common,
            });
            own.extend(names.map(|name| (name, false)));
        }
        for state in state_names() {
            let own = all.entry(state.code.to_owned()).or_default();
            own.extend(state.spellings.into_iter().map(|spelling| (spelling, false)));
        }
        all
    })
}

#[cfg(test)]
mod tests {
    use crate::store::Store;

    fn found(sql: &str) -> Vec<String> {
        let store = Store::in_memory().unwrap();
        store.connection.execute_batch(sql).unwrap();
        let found = store.check().unwrap();
        found.iter().map(|one| format!("{} {:?} {:?}", one.id, one.table, one.row)).collect()
    }

    #[test]
    fn a_name_of_a_record_that_is_not_there_is_found() {
        assert!(found("").is_empty());
        let lost = found("INSERT INTO name VALUES ('theme', 77, 'name', 'en', 'x')");
        assert_eq!(lost, [r#"reference Some("name") Some("77")"#]);
    }

    #[test]
    fn what_means_several_states_is_not_taken_for_one() {
        let store = Store::in_memory().unwrap();
        let spellings = |store: &Store| -> Vec<String> {
            let states = store.vocabulary().unwrap().states;
            let ghana = states.iter().find(|state| state.iso3 == "GHA").unwrap();
            ghana.spellings.written().map(str::to_owned).collect()
        };
        assert!(spellings(&store).iter().any(|own| own == "Gold Coast"));
        let ask = "UPDATE spelling SET status = 'ask' WHERE text = 'Gold Coast'";
        store.connection.execute_batch(ask).unwrap();
        assert!(!spellings(&store).iter().any(|own| own == "Gold Coast"));
    }
}
