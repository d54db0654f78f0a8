//! `ta-tui settings`: the settings of the register, for everybody, and changing them.

use super::failure::{Failure, Status};
use super::format::{Format, FormatArgs};
use super::nearest::nearest;
use super::output::{self, Output};
use super::person::acting;
use super::session::Session;
use crate::columns::property::{Property, ValueKind, codes};
use crate::domain::{Coded, Setting, clean_line};
use crate::exchange::{Cell, Sheet};
use crate::store::SettingRow;
use crate::text::{Arg, Message};
use clap::Args;
use std::io::Write as _;

#[derive(Debug, Args)]
pub(super) struct SettingsArgs {
    #[arg(value_name = "NAME=VALUE")]
    pub(super) change: Option<String>,
    #[arg(long, value_name = "N")]
    pub(super) if_version: Option<u32>,
    #[command(flatten)]
    pub(super) format: FormatArgs,
}

/// The properties of a setting; names and order are a contract.
pub(super) const PROPERTIES: [Property; 3] = [
    Property::new("name", "setting", ValueKind::OneOf(codes::<Setting>)).stated(),
    Property::new("value", "setting-value", ValueKind::Text).stated(),
    Property::new("version", "setting-version", ValueKind::Number).stated(),
];

pub(super) fn run(session: &Session<'_>, args: &SettingsArgs) -> Result<(), Failure> {
    let named = args.change.as_deref().and_then(|word| Setting::from_code(word.trim()));
    match &args.change {
        Some(change) if named.is_none() => set(session, change, args),
        _ if args.if_version.is_some() => {
            Err(Failure::new(Status::Usage, Message::new("cli-settings-no-change")))
        }
        _ => list(session, named, args),
    }
}

/// Prints one setting, or all.
fn list(session: &Session<'_>, named: Option<Setting>, args: &SettingsArgs) -> Result<(), Failure> {
    let store = session.open()?;
    let mut settings = store.settings()?;
    settings.retain(|row| named.is_none_or(|setting| row.setting == setting));
    let own_day = store.own_day()?;
    let day = own_day.map(|day| Message::new("cli-own-day").with("day", day.to_string()));
    print(session, &settings, args.format.chosen(), day.as_slice())
}

/// Prints settings as they stand.
fn print(
    session: &Session<'_>,
    settings: &[SettingRow],
    format: Format,
    remarks: &[Message],
) -> Result<(), Failure> {
    let text = session.text();
    let columns = PROPERTIES.iter().map(|property| property.column(text)).collect();
    let rows = || {
        settings.iter().map(|row| {
            vec![
                row.setting.code().into(),
                row.value.as_str().into(),
                Cell::Number(row.version.into()),
            ]
        })
    };
    Output::new().sheet(&Sheet::new(columns, rows), format, remarks, text)
}

/// Changes a setting. People read its values before and after, programs the setting as it stands
/// then.
fn set(session: &Session<'_>, change: &str, args: &SettingsArgs) -> Result<(), Failure> {
    let (setting, value) = read(change)?;
    let store = session.open_to_write()?;
    let who = acting(session.globals.who.as_deref(), &store)?;
    let written = store.set(&who, setting, value, args.if_version)?;
    let (name, before, now) = (setting.code(), &written.before, &written.now);
    let format = args.format.chosen();
    let as_it_stands = || print(session, std::slice::from_ref(now), format, &[]);
    if *before == now.value {
        output::notice(session.text(), &Message::new("cli-set-nothing"));
        return if format.is_for_people() { Ok(()) } else { as_it_stands() };
    }
    if let Some(at) = written.clock {
        let message = Message::new("store-clock-behind").with("at", at.to_string());
        output::notice(session.text(), &message);
    }
    let printed = || {
        if !format.is_for_people() {
            return as_it_stands();
        }
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
        let all = known().collect::<Arg>();
        let message = Message::new("cli-settings-unknown").with("name", clean_line(name));
        nearest(Failure::new(Status::Usage, message.with("known", all)), name, known())
    })?;
    Ok((found, value.trim()))
}
