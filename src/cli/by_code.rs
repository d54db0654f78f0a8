//! The record that a code names.

use super::failure::{Failure, Status};
use super::nearest::nearest;
use crate::domain::{Coded, Kind, clean_line, fold};
use crate::text::{Arg, Message};

/// The place of the record with a code, in whatever case, among all of its kind.
///
/// # Errors
/// No record has the code; the nearest code is named.
pub(super) fn place_of<'a>(
    kind: Kind,
    code: &str,
    all: impl Iterator<Item = &'a str> + Clone,
) -> Result<usize, Failure> {
    let typed = code.trim();
    let exact = all.clone().position(|own| own == typed);
    let found = exact.or_else(|| all.clone().position(|own| fold(own) == fold(typed)));
    found.ok_or_else(|| {
        let message = Message::new("cli-show-unknown")
            .with("kind", Arg::Named(format!("kind-{}", kind.code())))
            .with("code", clean_line(typed));
        nearest(Failure::new(Status::Failed, message), typed, all)
    })
}
