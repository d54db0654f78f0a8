//! The mark of the overlap of two activities, looked up among those of a register.

use super::{Activity, OverlapMark, Vocabulary};

impl Vocabulary {
    /// The mark of the overlap of two activities, if they have one.
    pub fn mark_of(&self, pair: [&Activity; 2]) -> Option<&OverlapMark> {
        let mut ids = pair.map(|activity| activity.id);
        ids.sort_unstable();
        let at = self.overlap_marks.binary_search_by_key(&ids, |mark| mark.activities).ok()?;
        self.overlap_marks.get(at)
    }
}
