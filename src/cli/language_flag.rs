//! The language that a command line asks for.

use crate::text::Lang;
use std::ffi::OsString;

/// The language of `--lang`, read before the rest: mistakes in the rest are said in it.
pub(super) fn language_flag(args: &[OsString]) -> Option<Lang> {
    let texts = args.iter().map(|arg| arg.to_string_lossy());
    let mut flagged = None;
    let mut before = false;
    for arg in texts.take_while(|arg| arg != "--") {
        if before {
            flagged = Lang::from_tag(&arg);
        } else if let Some(tag) = arg.strip_prefix("--lang=") {
            flagged = Lang::from_tag(tag);
        }
        before = arg == "--lang";
    }
    flagged
}
