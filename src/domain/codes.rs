//! Closed vocabularies: a value's code is what stands in the database, in exports and in filters.

/// A closed vocabulary whose values have a stable code.
///
/// The order of [`Coded::ALL`] is the order of display and of sorting, and `ALL[v.index()] == v`.
pub trait Coded: Copy + Eq + Sized + 'static {
    /// Every value, in order.
    const ALL: &'static [Self];

    /// The code: lower-case ASCII words, as stored and exported.
    fn code(self) -> &'static str;

    /// The place in [`Coded::ALL`].
    fn index(self) -> usize {
        Self::ALL.iter().position(|v| *v == self).unwrap_or(0)
    }

    /// The value at a place of [`Coded::ALL`], if there is one.
    fn at(index: usize) -> Option<Self> {
        Self::ALL.get(index).copied()
    }

    /// The value with exactly this code, if there is one.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|v| v.code() == code)
    }
}
