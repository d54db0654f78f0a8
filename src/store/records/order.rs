//! Which records are written first.

use crate::domain::Kind;

/// In which order records of several kinds are written: first those to which others refer.
pub(in crate::store) fn order(kind: Kind) -> usize {
    const FIRST: [Kind; 10] = [
        Kind::State,
        Kind::Person,
        Kind::Organisation,
        Kind::Document,
        Kind::Theme,
        Kind::Review,
        Kind::Activity,
        Kind::Platform,
        Kind::Need,
        Kind::Match,
    ];
    FIRST.iter().position(|first| *first == kind).unwrap_or(FIRST.len())
}
