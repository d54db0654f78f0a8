//! The people of a register, by post.

use crate::domain::{Origin, PartialDate, PersonKind, Role, Sees};
use crate::text::Names;

/// A focal point, adviser or officer, by post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The row in the database.
    pub id: i64,
    /// The code, such as `fp-gh`.
    pub code: String,
    /// The kind of the post.
    pub kind: PersonKind,
    /// The post.
    pub posts: Names,
    /// The State that a focal point speaks for: a place in the States of the vocabulary.
    pub state: Option<u16>,
    /// Since when the post is held, as precise as that is known.
    pub since: Option<PartialDate>,
    /// Until when it is, or was, held.
    pub until: Option<PartialDate>,
    /// Whether the post is held no longer: it is given nothing more.
    pub is_retired: bool,
    /// The role in a session: the one that is stated, or that of the kind of the post.
    pub role: Role,
    /// How much of the register the person sees in a session.
    pub sees: Sees,
    /// The origin of the record.
    pub origin: Origin,
}
