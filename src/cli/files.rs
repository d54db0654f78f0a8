//! Commands on whole files: `new`, `sample`, `backup`, `check`.

use super::args::SampleArgs;
use super::failure::Failure;
use super::output;
use super::session::Session;
use crate::domain::clean_line;
use crate::store::Store;
use crate::text::Message;
use std::path::Path;

/// Makes an empty register with the reference facts.
pub(super) fn new(session: &Session<'_>, file: &Path) -> Result<(), Failure> {
    Store::create(file)?;
    output::notice(session.text, &about("cli-new-made", file));
    Ok(())
}

fn about(id: &'static str, path: &Path) -> Message {
    Message::new(id).with("file", clean_line(&path.to_string_lossy()))
}
