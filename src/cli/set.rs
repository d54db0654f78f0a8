//! `ta-tui set`: changes triage fields of needs, all of them or none.

use super::assignment::{changes as changes_of, refuse_unknown_themes, with_people};
use super::failure::{Failure, Status};
use super::format::FormatArgs;
use super::lines::{self, Bounds};
use super::output;
use super::person::acting;
use super::session::Session;
use super::written::{self, Form, Writer};
use crate::domain::{Change, Coded, Day, Edit, NeedNumber, clean_line};
use crate::store::{Store, Write};
use crate::text::{Message, shortened};
use clap::Args;
use std::collections::BTreeMap;
use std::io::{self, BufRead};

#[derive(Debug, Args)]
pub(super) struct SetArgs {
    // Numbers of needs (or `-` for standard input) and `field=value`, in any order.
    #[arg(required = true, value_name = "NEED-ID|FIELD=VALUE")]
    pub(super) change: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "", allow_hyphen_values = true)]
    pub(super) note: String,
    #[arg(long, value_name = "N")]
    pub(super) if_version: Option<u32>,
    #[arg(long)]
    pub(super) new_themes: bool,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[command(flatten)]
    pub(super) format: FormatArgs,
}

pub(super) fn run(session: &Session<'_>, args: &SetArgs) -> Result<(), Failure> {
    if args.dry_run && session.globals.read_only {
        return Err(Failure::new(Status::Failed, Message::new("cli-set-dry-run-read-only")));
    }
    let store = session.open_to_write()?;
    let (needs, changes) = read(&args.change, session.today()?)?;
    let writer = Writer {
        session,
        store: &store,
        form: Form::Triage,
        format: args.format.chosen(),
        advice: "cli-set-conflicts",
    };
    if needs.0.is_empty() {
        // The search that was piped in has found no need: an answer, and no mistake.
        output::notice(session.text(), &Message::new("cli-set-no-line"));
        return writer.print(&[]);
    }
    let changes = with_people(changes, session.named(), || store.vocabulary())?;
    refuse_unknown_themes(&changes, &store.themes()?, args.new_themes)?;
    refuse_unknown(&store, &needs)?;
    let edit = |need: NeedNumber| {
        let with = move |change: &Change| Edit {
            need,
            change: change.clone(),
            if_version: args.if_version,
        };
        changes.iter().map(with).collect::<Vec<_>>()
    };
    let write = Write {
        who: acting(session.globals.who.as_deref(), &store)?,
        note: clean_line(&args.note),
        edits: needs.0.keys().flat_map(|id| edit(*id)).collect(),
    };
    writer.carry_out(args.dry_run, || store.rehearse(&write), || store.write(&write))
}

/// The needs, each once, with the line of standard input on which each stood first.
#[derive(Debug, Default)]
struct Needs(BTreeMap<NeedNumber, Option<usize>>);

/// The needs and the changes of each of them.
fn read(words: &[String], today: Day) -> Result<(Needs, Vec<Change>), Failure> {
    let mut needs = Needs::default();
    let mut changes: Vec<Change> = Vec::new();
    for word in words {
        if let Some((field, value)) = word.split_once('=') {
            for change in changes_of(field.trim(), value, today)? {
                // Several themes may be added and taken away.
                let again = |other: &Change| {
                    other.field() == change.field() && !(is_relative(other) && is_relative(&change))
                };
                if changes.iter().any(again) {
                    let field = change.field().code();
                    let message = Message::new("cli-set-twice").with("field", field);
                    return Err(Failure::new(Status::Usage, message));
                }
                changes.push(change);
            }
        } else if word == "-" {
            read_ids(io::stdin().lock(), &mut needs)?;
        } else {
            let message = || Message::new("cli-set-no-id").with("word", clean_line(word));
            let id = word.parse().map_err(|_| Failure::new(Status::Usage, message()))?;
            needs.0.entry(id).or_insert(None);
        }
    }
    if changes.is_empty() {
        return Err(Failure::new(Status::Usage, Message::new("cli-set-no-field")));
    }
    if needs.0.is_empty() && !words.iter().any(|word| word == "-") {
        return Err(Failure::new(Status::Usage, Message::new("cli-set-no-need")));
    }
    Ok((needs, changes))
}

fn is_relative(change: &Change) -> bool {
    matches!(change, Change::AddTheme(_) | Change::RemoveTheme(_))
}

/// How standard input names needs: a number on each line.
const BOUNDS: Bounds = Bounds { longest: 64 << 10, most: 4_000_000, stopped: "cli-set-stopped" };

/// How much of a bad line a message quotes, in cells.
const QUOTED: usize = 40;

/// Reads the numbers of needs, one on each line.
fn read_ids(input: impl BufRead, needs: &mut Needs) -> Result<(), Failure> {
    lines::each(input, BOUNDS, |number, line| {
        let id = line.parse().map_err(|_| {
            let message = Message::new("cli-set-bad-line")
                .with("line", number.to_string())
                .with("word", shortened(&clean_line(line), QUOTED));
            Failure::new(Status::BadData, message)
        })?;
        needs.0.entry(id).or_insert(Some(number));
        Ok(())
    })
}

/// Refuses needs that the register does not have; those from standard input are reported with their
/// lines.
fn refuse_unknown(store: &Store, needs: &Needs) -> Result<(), Failure> {
    let all: Vec<NeedNumber> = needs.0.keys().copied().collect();
    let missing = store.missing(&all)?;
    let mut bad = Vec::new();
    for need in missing {
        match needs.0.get(&need).copied().flatten() {
            Some(line) => bad.push((line, need)),
            None => return Err(written::unwritten(store.absent(need))),
        }
    }
    bad.sort_unstable();
    let failure = |(line, need): (usize, NeedNumber)| {
        let message = Message::new("cli-set-unknown-line").with("line", line.to_string());
        Failure::new(Status::BadData, message.with("need", need.to_string()))
    };
    lines::all(bad.into_iter().map(failure).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[String]) -> Result<(Needs, Vec<Change>), Failure> {
        super::read(words, Day::new(2026, 11, 28).unwrap())
    }

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|w| (*w).to_owned()).collect()
    }

    #[test]
    fn numbers_and_fields_come_in_any_order_and_each_field_once() {
        let (needs, changes) = read(&words(&["priority=low", "7", "3", "7"])).unwrap();
        assert_eq!(needs.0.into_keys().map(NeedNumber::get).collect::<Vec<_>>(), [3, 7]);
        assert_eq!(changes.len(), 1);
        let (_, changes) = read(&words(&["7", "theme+=a", "theme+=b", "theme-=c"])).unwrap();
        assert_eq!(changes.len(), 3);
        for bad in [
            &["7"][..],
            &["priority=low"],
            &["7", "priority=low", "priority=high"],
            &["7", "theme=a", "theme+=b"],
            &["x", "priority=low"],
        ] {
            assert_eq!(read(&words(bad)).unwrap_err().status(), Status::Usage, "{bad:?}");
        }
    }

    #[test]
    fn lines_of_standard_input_are_numbers() {
        let mut needs = Needs::default();
        read_ids("1\n\n 22 \n1\n".as_bytes(), &mut needs).unwrap();
        assert_eq!(
            needs.0.into_iter().collect::<Vec<_>>(),
            [(1, Some(1)), (22, Some(3))].map(|(need, line)| (NeedNumber::new(need), line))
        );
        let failure = read_ids(&b"1\nx\n-3\n\xff\n"[..], &mut Needs::default()).unwrap_err();
        assert_eq!(failure.status(), Status::BadData);
        let lines = failure.lines(crate::text::Text::of(crate::text::Lang::En));
        assert_eq!(lines.len(), 4, "{lines:?}");
        assert!(lines[3].contains("nothing was changed"), "{lines:?}");
    }
}
