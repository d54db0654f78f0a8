//! Looks posts up by their codes, as people type them and as the log has them.

use super::table_rows::rows;
use super::{Store, StoreError, decode};
use crate::domain::fold;

impl Store {
    /// Whether a post has this code, in whatever case.
    pub fn has_post(&self, code: &str) -> Result<bool, StoreError> {
        let code = fold(code);
        let codes = rows(&self.connection, "SELECT code FROM person WHERE void = 0", |row| {
            decode::line(row, 0)
        })?;
        Ok(codes.iter().any(|own| fold(own) == code))
    }

    /// The code of the post that has this one, letter by letter.
    pub fn post_code(&self, code: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT code FROM person WHERE void = 0 AND code = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query([code])?;
        Ok(found.next()?.map(|row| decode::name(row, 0)).transpose()?)
    }

    /// Whether a post has this code, letter by letter, and was added by a writer of this name: the log
    /// tells who added it. Posts that came with the register, or were added by others, are not.
    pub fn has_own_post(&self, code: &str) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT 1 FROM person p JOIN change c ON c.record = p.id JOIN batch b ON b.id = c.batch_id
             WHERE p.void = 0 AND p.code = ?1 AND c.kind <> 'need' AND c.kind = 'person'
               AND c.field = 'record' AND c.before IS NULL AND b.who = ?1",
        )?;
        Ok(statement.exists([code])?)
    }
}
