//! Messages in words for standard error, in which nothing is quoted at length.

use crate::text::{Message, Text};

/// The most cells that a message quotes of one value: typed values can be of any length.
const QUOTED: usize = 400;

/// A message in words, in which nothing is quoted at length.
pub(super) fn said(text: &Text, message: &Message) -> String {
    text.say(&message.shortened(QUOTED))
}
