//! The session that has begun: the register, the person and the limits that the administrator's line says, and the words
//! that the client has sent.

use crate::cli::interface::Served;
use std::ffi::OsString;

/// The session that the administrator's line begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Begun {
    /// The name of the register's file in its folder, which is the program's folder from now on.
    pub(in crate::cli) file: OsString,
    /// The person, as the line names it.
    pub(in crate::cli) who: String,
    /// What the session is held to.
    pub(in crate::cli) served: Served,
    /// The words that the client has sent, behind the name of the program; none where the screens are to open.
    pub(in crate::cli) asked: Vec<OsString>,
}
