//! `ta-tui man`: the manual pages, one to standard output or all into a folder.

use super::about_args::ManArgs;
use super::failure::Failure;
use super::help;
use super::output::{self, Output};
use super::placed::{make_folder, replace};
use super::session::Session;
use crate::domain::clean_line;
use crate::text::Message;
use std::io::Write as _;

pub(super) fn run(session: &Session<'_>, args: &ManArgs) -> Result<(), Failure> {
    let text = session.text();
    let asked = args.command.as_deref();
    let mut pages = help::pages(text);
    let Some(place) = pages.iter().position(|page| page.explains(asked)) else {
        return Err(help::unknown(asked.unwrap_or_default(), &[]));
    };
    let Some(folder) = &args.out else {
        let mut out = Output::data();
        out.write_all(pages[place].roff.as_bytes())?;
        return out.finish();
    };
    if asked.is_some() {
        pages = vec![pages.swap_remove(place)];
    }
    make_folder(folder)?;
    for page in &pages {
        replace(&folder.join(page.file()), page.roff.as_bytes())?;
    }
    let message = Message::new("cli-man-written")
        .with("folder", clean_line(&folder.to_string_lossy()))
        .with("pages", pages.len());
    output::notice(text, &message);
    Ok(())
}
