//! `ta-tui sessions` and `ta-tui ssh-keys`: who is here, ending a session, and the lines by which sshd starts one.

use super::failure::{Failure, Status};
use super::format::{Format, FormatArgs};
use super::output::{self, Output};
use super::person::acting;
use super::session::Session;
use crate::columns::property::{Property, ValueKind, codes};
use crate::domain::{Coded, Role, SshKey, clean_line, shell_word};
use crate::exchange::{Cell, Sheet};
use crate::store::OpenSession;
use crate::text::Message;
use clap::Args;
use std::io::Write as _;
use std::path::Path;

#[derive(Debug, Args)]
pub(super) struct SessionsArgs {
    #[arg(value_name = "ID")]
    pub(super) words: Vec<String>,
    #[command(flatten)]
    pub(super) format: FormatArgs,
}

impl SessionsArgs {
    /// Whether it ends a session.
    pub(super) fn ends(&self) -> bool {
        !self.words.is_empty()
    }
}

/// The properties of a session; names and order are a contract.
pub(super) const PROPERTIES: [Property; 5] = [
    Property::new("session", "session-number", ValueKind::Number).stated(),
    Property::new("who", "session-who", ValueKind::Text).stated(),
    Property::new("role", "session-role", ValueKind::OneOf(codes::<Role>)).stated(),
    Property::new("since", "session-since", ValueKind::Moment).stated(),
    Property::new("key", "session-key", ValueKind::Text),
];

/// Lists the sessions that are open, or ends one.
pub(super) fn run(session: &Session<'_>, args: &SessionsArgs) -> Result<(), Failure> {
    match &args.words[..] {
        [] => list(session, args.format.chosen()),
        [end, number] if end == "end" => end_one(session, number),
        _ => Err(Failure::new(Status::Usage, Message::new("cli-sessions-usage"))),
    }
}

fn list(session: &Session<'_>, format: Format) -> Result<(), Failure> {
    let text = session.text();
    let open = session.open()?.sessions()?;
    if open.is_empty() {
        output::notice(text, &Message::new("cli-sessions-nobody"));
        if format.is_for_people() {
            return Ok(());
        }
    }
    let columns = PROPERTIES.iter().map(|property| property.column(text)).collect();
    let cells = |one: &OpenSession| {
        vec![
            Cell::Number(one.number.unsigned_abs()),
            one.who.as_str().into(),
            one.role.code().into(),
            Cell::stated(one.since.to_string()),
            one.key.clone().map_or(Cell::Missing, Cell::stated),
        ]
    };
    Output::new().sheet(&Sheet::new(columns, || open.iter().map(cells)), format, &[], text)
}

fn end_one(session: &Session<'_>, number: &str) -> Result<(), Failure> {
    let usage = || {
        let message = Message::new("cli-sessions-no-number").with("word", clean_line(number));
        Failure::new(Status::Usage, message)
    };
    let number: i64 = number.parse().map_err(|_| usage())?;
    let store = session.open_to_write()?;
    let who = acting(session.globals.who.as_deref(), &store)?;
    store.end_session(number, &who)?;
    let ended = Message::new("cli-sessions-ended").with("session", number.to_string());
    output::notice(session.text(), &ended);
    Ok(())
}

/// Prints a line of `authorized_keys` for every key of a person whose post is held.
pub(super) fn ssh_keys(session: &Session<'_>) -> Result<(), Failure> {
    let store = session.open()?;
    let keys = store.keys()?;
    if keys.is_empty() {
        output::notice(session.text(), &Message::new("cli-ssh-keys-none"));
    }
    let path = store.path().canonicalize().unwrap_or_else(|_| store.path().to_owned());
    // sshd may look for programs elsewhere than this shell does.
    let program = std::env::current_exe().unwrap_or_else(|_| "ta-tui".into());
    let mut out = Output::new();
    for (code, key) in keys {
        if SshKey::read(&key).is_ok() {
            writeln!(out, "{}", line(&program, &path, &code, &key))?;
        }
    }
    out.finish()
}

/// A line of `authorized_keys`: what sshd runs for the key, whatever its owner asks for.
fn line(program: &Path, path: &Path, code: &str, key: &str) -> String {
    let word = |path: &Path| shell_word(&path.to_string_lossy());
    let (program, path, who) = (word(program), word(path), shell_word(code));
    let command = format!("{program} session --db {path} --as {who}");
    // sshd takes a backslash away before a quotation mark alone.
    let command = command.replace('"', "\\\"");
    format!("restrict,pty,command=\"{command}\" {key} {}", clean_line(code).replace(' ', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_strange_names_together() {
        let path = Path::new("/srv/ta tui/a\"b.db");
        let made = line(Path::new("/opt/ta-tui"), path, "fp-gh", "ssh-ed25519 AAAA");
        let command =
            "restrict,pty,command=\"/opt/ta-tui session --db '/srv/ta tui/a\\\"b.db' --as fp-gh\"";
        assert_eq!(made, format!("{command} ssh-ed25519 AAAA fp-gh"));
    }
}
