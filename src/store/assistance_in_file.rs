//! What the register in memory leaves in the file of activities and platforms.

use super::{
    ActivityDetail, ActivityWords, ChangedMatch, PlatformDetail, Store, StoreError, decode,
};

/// The words and details of all activities and the platforms, each in the order of their ids. Without activities, and
/// with platforms that have no members, where States are not named.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssistanceInFile {
    words: Vec<ActivityWords>,
    details: Vec<ActivityDetail>,
    /// The platforms.
    pub platforms: Vec<PlatformDetail>,
    /// The codes of the activities that were taken out: no other may have them.
    pub taken_codes: Vec<String>,
    /// The matches whose activity has changed since they were made.
    pub changed: Vec<ChangedMatch>,
}

impl AssistanceInFile {
    /// The words of the activity with this row in the database.
    pub fn words(&self, id: i64) -> Option<&ActivityWords> {
        let at = self.words.binary_search_by_key(&id, |words| words.id).ok();
        at.map(|at| &self.words[at])
    }

    /// The details of the activity with this row in the database.
    pub fn detail(&self, id: i64) -> Option<&ActivityDetail> {
        let at = self.details.binary_search_by_key(&id, |detail| detail.id).ok();
        at.map(|at| &self.details[at])
    }

    /// The details of all activities, in the order of their rows in the database; empty where they were not read.
    pub fn details(&self) -> &[ActivityDetail] {
        &self.details
    }

    /// How many activities an organisation reports of those that `is_there` lets through, both by their rows in the
    /// database; `None` where the details were not read.
    pub fn reports(&self, organisation: i64, is_there: impl Fn(i64) -> bool) -> Option<u32> {
        let own = self.details.iter().filter(|of| of.reporting == Some(organisation));
        (!self.details.is_empty()).then(|| own.filter(|of| is_there(of.id)).count() as u32)
    }
}

impl Store {
    /// Reads all of it.
    pub fn assistance_in_file(&self) -> Result<AssistanceInFile, StoreError> {
        let (words, details) = (self.activity_words()?, self.activity_details()?);
        let (platforms, changed) = (self.platforms()?, self.changed_matches(None)?);
        let taken_codes = self.taken_codes()?;
        Ok(AssistanceInFile { words, details, platforms, taken_codes, changed })
    }

    /// Whether the log may name, after a change, something that [`Store::assistance_in_file`] reads: anything but values
    /// of needs. A need that is taken out or comes back does so with its matches.
    pub fn is_assistance_changed(&self, since: i64) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM change NOT INDEXED WHERE id > ?1 AND (kind <> 'need' OR field = 'record')";
        Ok(self.connection.prepare_cached(sql)?.exists([since])?)
    }

    fn taken_codes(&self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT code FROM activity WHERE void = 1 ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let codes = statement.query_map([], |row| Ok(decode::text(row, 0)?.into_owned()))?;
        Ok(codes.collect::<Result<_, _>>()?)
    }
}
