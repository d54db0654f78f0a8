//! Another process changes one need: how long until it is shown here. Each change comes right after
//! the one before was shown, and so right after a look: the time is the longest that it can be.

use super::line::{Line, Shown};
use super::place::Place;
use super::table::{Budget, heads, line};
use super::{SIZE, number};
use std::error::Error;
use std::time::Instant;
use ta_tui::domain::{Change, Edit, NeedNumber, Priority};
use ta_tui::store::{Access, Store, StoreError, Write};

/// Changes need 1, which stands alone in the list.
pub(crate) fn measure(place: &Place, out: &mut impl std::io::Write) -> Result<(), Box<dyn Error>> {
    let mut terminal = Line::start(place.program("id:1"), SIZE)?;
    let since = terminal.started;
    terminal.settle(since, 3 * place.quiet).ok_or_else(|| terminal.screen())?;
    terminal.press(b"4", place.quiet)?;
    let store = Store::open(&place.db(), Access::ReadWrite).map_err(|e| format!("{e:?}"))?;
    let mut shown: Vec<Shown> = Vec::new();
    let values = [(Priority::High, " !!! "), (Priority::Low, " !   ")];
    // The first change may find its value there already, and meets no fixed point of a second.
    set(&store, Priority::Medium).map_err(|e| format!("{e:?}"))?;
    terminal.until(Instant::now(), " !!  ").ok_or_else(|| terminal.screen())?;
    for (priority, text) in values.into_iter().cycle().take(number("BENCH_CHANGES", 6)) {
        set(&store, priority).map_err(|e| format!("{e:?}"))?;
        let since = Instant::now();
        shown.push(terminal.until(since, text).ok_or_else(|| terminal.screen())?);
    }
    heads(out, "changed by another process, ms")?;
    line(out, "until it is shown", &shown, Budget::Of(1_000))?;
    out.flush()?;
    Ok(())
}

fn set(store: &Store, priority: Priority) -> Result<(), StoreError> {
    let edits = vec![Edit {
        need: NeedNumber::new(1),
        change: Change::Priority(Some(priority)),
        if_version: None,
    }];
    store.write(&Write { who: "secretariat".into(), note: String::new(), edits }).map(drop)
}
