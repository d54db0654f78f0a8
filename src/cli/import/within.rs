//! A message within another one.

use crate::text::{Arg, Message};

/// A message as a variable of another one.
pub(super) fn said(message: Message) -> Arg {
    Arg::Said(Box::new(message))
}
