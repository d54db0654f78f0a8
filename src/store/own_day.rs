//! The day of a register: an illustrative one has its own, which stands in its `meta` table, so
//! that its overdue and new needs stay so. Changes are written on that day, at the real time of
//! day.

use super::{Store, StoreError};
use crate::domain::{Day, Moment, SAMPLE_DAY};
use rusqlite::{Connection, OptionalExtension};

/// The row of `meta` that says the day.
pub(super) const KEY: &str = "day";

impl Store {
    /// This store with its register on another day of its own, where one is given.
    ///
    /// Errors: [`StoreError::NotIllustrative`] where the register is not illustrative: only such a
    /// register has a day of its own.
    pub fn on_day(mut self, day: Option<Day>) -> Result<Self, StoreError> {
        if day.is_some() && !illustrative(&self.connection)? {
            return Err(StoreError::NotIllustrative(self.path.clone()));
        }
        self.day = day;
        Ok(self)
    }

    /// The day that counts as today in the register whatever the clock says; `None` where it is the
    /// clock's.
    pub fn own_day(&self) -> Result<Option<Day>, StoreError> {
        read(&self.connection, self.day).map_err(|error| error.at(&self.path))
    }

    /// The moment that a change made now is written with.
    pub fn now(&self) -> Result<Moment, StoreError> {
        Ok(Moment::now().on(self.own_day()?))
    }

    /// The day that counts as today, in UTC.
    pub fn today(&self) -> Result<Day, StoreError> {
        today(&self.connection, self.day).map_err(|error| error.at(&self.path))
    }
}

/// The day that counts as today in the register, where `set` is one that was set for it.
pub(super) fn today(connection: &Connection, set: Option<Day>) -> Result<Day, StoreError> {
    Ok(Moment::now().today(read(connection, set)?))
}

/// Whether the file says that its needs are illustrative.
pub(super) fn illustrative(connection: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM meta WHERE key = 'illustrative' AND value = 'yes')";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// The day of the register: the one that is set, where one is, else its own; `None` where it is not
/// illustrative.
pub(super) fn read(connection: &Connection, set: Option<Day>) -> Result<Option<Day>, StoreError> {
    if !illustrative(connection)? {
        return Ok(None);
    }
    if set.is_some() {
        return Ok(set);
    }
    let mut statement = connection.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
    let said: Option<String> = statement.query_row([KEY], |row| row.get(0)).optional()?;
    let Some(said) = said else { return Ok(Some(SAMPLE_DAY)) };
    let strange = || StoreError::Damaged(None, format!("meta.{KEY}"));
    Day::parse(&said).map(Some).ok_or_else(strange)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Access;

    #[test]
    fn d9_only_an_illustrative_register_has_its_own_day() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        let store = Store::create(&path).unwrap();
        assert_eq!(store.own_day(), Ok(None));
        assert!((store.now().unwrap().seconds() - Moment::now().seconds()).abs() < 60);
        assert_eq!(store.on_day(None).map(drop), Ok(()));
        let open = || Store::open(&path, Access::ReadWrite).unwrap();
        let day = Day::new(2020, 3, 1);
        assert_eq!(open().on_day(day).map(drop), Err(StoreError::NotIllustrative(path.clone())));
        let meta = |sql: &str| open().connection.execute_batch(sql).unwrap();
        meta("UPDATE meta SET value = 'yes' WHERE key = 'illustrative'");
        assert_eq!(open().own_day(), Ok(Some(SAMPLE_DAY)), "a register made before it was said");
        assert_eq!(open().on_day(day).unwrap().own_day(), Ok(day));
        meta("INSERT INTO meta (key, value) VALUES ('day', '2019-06-30')");
        let now = open().now().unwrap();
        assert_eq!(open().own_day(), Ok(Day::new(2019, 6, 30)));
        assert_eq!(Some(now.day()), Day::new(2019, 6, 30));
        meta("UPDATE meta SET value = 'soon' WHERE key = 'day'");
        assert!(matches!(open().own_day(), Err(StoreError::Damaged(Some(_), _))));
    }
}
