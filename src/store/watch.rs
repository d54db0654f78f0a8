//! The state of the file: the commits of others, and the newest change of the log.

use super::{Store, StoreError, data_version};

impl Store {
    /// A number that changes when another connection has committed; its size means nothing.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        data_version::others(&self.connection)
    }

    /// The id of the newest change, 0 before the first.
    pub fn last_change(&self) -> Result<i64, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT coalesce(max(id), 0) FROM change")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Edit, NeedNumber};
    use crate::store::data_version::DataVersion;
    use crate::store::{Access, Write};

    #[test]
    fn a_write_of_ones_own_is_followed_and_nothing_else() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("seen.db");
        let store = Store::create(&path).unwrap();
        let insert = "INSERT INTO review (id, state_id, cycle) VALUES (1, 1, 1);
                      INSERT INTO need (id, review_id, text, language) VALUES (1, 1, 'x', 'en')";
        store.connection.execute_batch(insert).unwrap();
        let follows = || store.seen.get() == Some(DataVersion::now(&store.connection).unwrap());
        let write = |notes: &str| {
            let edits = vec![Edit {
                need: NeedNumber::new(1),
                change: Change::notes(notes),
                if_version: None,
            }];
            Write { who: "me".into(), note: String::new(), edits }
        };
        assert!(!follows(), "nothing was given out yet");
        store.load(&mut |_| true).unwrap();
        assert!(follows());
        store.write(&write("mine")).unwrap();
        assert!(follows(), "the log names it");
        let other = Store::open(&path, Access::ReadWrite).unwrap();
        other.write(&write("theirs")).unwrap();
        assert!(!follows());
        store.write(&write("mine again")).unwrap();
        assert!(!follows(), "the foreign write is still to be read");
        let theme = "INSERT INTO theme (code) VALUES ('new')";
        store.load(&mut |_| true).unwrap();
        store.connection.execute_batch(theme).unwrap();
        assert!(!follows(), "the log does not name it");
    }
}
