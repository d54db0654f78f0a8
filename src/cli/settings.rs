//! `ta-tui settings`: what the register is set to, for everybody, and to what it is to be set.

use super::args::Format;
use super::failure::{Failure, Status};
use super::list::head;
use super::nearest::nearest;
use super::output::{self, Output};
use super::person::acting;
use super::session::Session;
use crate::domain::{Coded, Setting, clean_line};
use crate::exchange::{Cell, Sheet};
use crate::text::Message;
use clap::Args;
use std::io::Write as _;

// The arguments; plain comments, since clap would print others.
#[derive(Debug, Args)]
pub(super) struct SettingsArgs {
    #[arg(value_name = "NAME=VALUE")]
    pub(super) change: Option<String>,
    #[arg(long, value_name = "N")]
    pub(super) if_version: Option<u32>,
    #[arg(long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(super) format: Format,
}

pub(super) fn run(session: &Session<'_>, args: &SettingsArgs) -> Result<(), Failure> {
    match &args.change {
        Some(change) => set(session, change, args.if_version),
        None if args.if_version.is_some() => {
            Err(Failure::new(Status::Usage, Message::new("cli-settings-no-change")))
        }
        None => list(session, args),
    }
}

fn list(session: &Session<'_>, args: &SettingsArgs) -> Result<(), Failure> {
    let text = session.text();
    let store = session.open()?;
    let settings = store.settings()?;
    let columns = vec![
        head("name", "column-setting", text),
        head("value", "column-value", text),
        head("version", "column-version", text),
    ];
    let rows = || {
        settings.iter().map(|row| {
            vec![
                row.setting.code().into(),
                row.value.as_str().into(),
                Cell::Number(row.version.into()),
            ]
        })
    };
    let own_day = store.own_day()?;
    let day = own_day.map(|day| Message::new("cli-own-day").with("day", day.to_string()));
    Output::new().sheet(&Sheet::new(columns, rows), args.format, day.as_slice(), text)
}

fn set(session: &Session<'_>, change: &str, seen: Option<u32>) -> Result<(), Failure> {
    let (setting, value) = read(change)?;
    let store = session.open_to_write()?;
    let who = acting(session.globals.who.as_deref(), &store)?;
    let written = store.set(&who, setting, value, seen)?;
    let (name, before, now) = (setting.code(), &written.before, &written.now);
    if *before == now.value {
        output::notice(session.text(), &Message::new("cli-set-nothing"));
        return Ok(());
    }
    if let Some(at) = written.clock {
        let message = Message::new("store-clock-behind").with("at", at.to_string());
        output::notice(session.text(), &message);
    }
    let printed = || {
        let mut out = Output::new();
        writeln!(out, "{name}: {before} → {}", now.value)?;
        out.finish()
    };
    let done = Message::new("cli-settings-unprinted").with("name", name);
    output::after_writing(printed(), &done)
}

/// The setting and the value that are typed as `name=value`.
fn read(change: &str) -> Result<(Setting, &str), Failure> {
    let Some((name, value)) = change.split_once('=') else {
        let message = Message::new("cli-settings-no-value").with("word", clean_line(change));
        return Err(Failure::new(Status::Usage, message));
    };
    let name = name.trim();
    let known = || Setting::ALL.iter().map(|setting| setting.code());
    let found = Setting::from_code(name).ok_or_else(|| {
        let all = known().collect::<Vec<_>>().join(", ");
        let message = Message::new("cli-settings-unknown").with("name", clean_line(name));
        nearest(Failure::new(Status::Usage, message.with("known", all)), name, known())
    })?;
    Ok((found, value.trim()))
}
