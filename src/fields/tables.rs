//! The declared fields of each kind of record, from its file.

use super::declared::Declared;
use super::{
    activity, comment, document, matches, need, organisation, overlap, person, platform, review,
    setting, state, theme, view,
};
use crate::domain::Kind;

/// The fields of a kind as its file declares them; a name that is kept by language is declared once.
pub(super) fn of_kind(kind: Kind) -> &'static [Declared] {
    match kind {
        Kind::Need => need::FIELDS,
        Kind::Review => review::FIELDS,
        Kind::State => state::FIELDS,
        Kind::Person => person::FIELDS,
        Kind::Organisation => organisation::FIELDS,
        Kind::Activity => activity::FIELDS,
        Kind::Platform => platform::FIELDS,
        Kind::Match => matches::FIELDS,
        Kind::Overlap => overlap::FIELDS,
        Kind::Theme => theme::FIELDS,
        Kind::Document => document::FIELDS,
        Kind::Comment => comment::FIELDS,
        Kind::View => view::FIELDS,
        Kind::Setting => setting::FIELDS,
    }
}
