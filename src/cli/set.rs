//! `ta-tui set`: changes triage fields of needs, all of them or none.

use super::args::SetArgs;
use super::failure::{Failure, Status};
use super::nearest::nearest;
use super::output::{self, Output};
use super::session::Session;
use crate::domain::{
    Change, Coded, Edit, Horizon, Priority, Response, TriageField, clean_line, fold,
};
use crate::store::{LogQuery, Write};
use crate::text::{Lang, Message, Text};
use std::collections::BTreeSet;
use std::io::{self, BufRead, Write as _};

pub(super) fn run(session: &Session<'_>, args: &SetArgs) -> Result<(), Failure> {
    let (ids, changes) = read(&args.change)?;
    let store = session.open_to_write()?;
    let edit = |need: u32| {
        let with = move |change: &Change| Edit {
            need,
            change: change.clone(),
            if_version: args.if_version,
        };
        changes.iter().map(with).collect::<Vec<_>>()
    };
    let write = Write {
        who: clean_line(session.who()),
        note: clean_line(&args.note),
        edits: ids.iter().flat_map(|id| edit(*id)).collect(),
    };
    let written = store.write(&write)?;
    let Some(batch) = written.batch else {
        output::notice(session.text, &Message::new("cli-set-nothing"));
        return Ok(());
    };
    let query = LogQuery { needs: Some(&written.needs), who: None, limit: usize::MAX };
    let mut entries = store.log(&query)?;
    entries.retain(|entry| entry.batch == batch);
    entries.sort_by_key(|entry| (entry.need, entry.field));
    let mut out = Output::new();
    for entry in entries {
        let value = |value: Option<String>| clean_line(&value.unwrap_or_else(|| "none".to_owned()));
        let field = entry.field.code();
        writeln!(out, "{} {field}: {} → {}", entry.need, value(entry.before), value(entry.after))?;
    }
    out.finish()
}

/// The needs, each once, and what to set on each of them.
fn read(words: &[String]) -> Result<(BTreeSet<u32>, Vec<Change>), Failure> {
    let mut ids = BTreeSet::new();
    let mut changes: Vec<Change> = Vec::new();
    for word in words {
        if let Some((field, value)) = word.split_once('=') {
            let change = change(field.trim(), value)?;
            if changes.iter().any(|other| other.field() == change.field()) {
                let message = Message::new("cli-set-twice").with("field", change.field().code());
                return Err(Failure::new(Status::Usage, message));
            }
            changes.push(change);
        } else if word == "-" {
            read_ids(io::stdin().lock(), &mut ids)?;
        } else {
            let message = || Message::new("cli-set-no-id").with("word", clean_line(word));
            ids.insert(word.parse().map_err(|_| Failure::new(Status::Usage, message()))?);
        }
    }
    if changes.is_empty() {
        return Err(Failure::new(Status::Usage, Message::new("cli-set-no-field")));
    }
    if ids.is_empty() {
        return Err(Failure::new(Status::Usage, Message::new("cli-set-no-need")));
    }
    Ok((ids, changes))
}

/// Numbers of needs, one a line; empty lines do not count.
fn read_ids(lines: impl BufRead, ids: &mut BTreeSet<u32>) -> Result<(), Failure> {
    for (line, number) in lines.lines().zip(1_usize..) {
        let unreadable = || {
            let message = Message::new("cli-set-bad-line").with("line", number.to_string());
            Failure::new(Status::BadData, message)
        };
        let line = line.map_err(|_| unreadable())?;
        if !line.trim().is_empty() {
            ids.insert(line.trim().parse().map_err(|_| unreadable())?);
        }
    }
    Ok(())
}

/// `field=value`; `none`, or nothing, empties the field.
fn change(field: &str, value: &str) -> Result<Change, Failure> {
    // The name in the exports is accepted too.
    let code = if field == "focal_point" { TriageField::FocalPoint.code() } else { field };
    let Some(known) = TriageField::from_code(code) else {
        let names = TriageField::ALL.iter().map(|f| f.code());
        let message = Message::new("cli-set-unknown-field")
            .with("field", clean_line(field))
            .with("known", names.clone().collect::<Vec<_>>().join(", "));
        return Err(nearest(Failure::new(Status::Usage, message), field, names));
    };
    Ok(match known {
        TriageField::Priority => Change::Priority(coded::<Priority>(known, value)?),
        TriageField::Horizon => Change::Horizon(coded::<Horizon>(known, value)?),
        TriageField::Response => Change::Response(coded::<Response>(known, value)?),
        TriageField::FocalPoint => {
            Change::FocalPoint(Some(clean_line(value)).filter(|code| !is_none(code)))
        }
        TriageField::Notes => Change::notes(if is_none(value) { "" } else { value }),
    })
}

fn is_none(value: &str) -> bool {
    matches!(value.trim(), "" | "none")
}

/// A value of a closed vocabulary by its code or its name in any language.
fn coded<T: Coded>(field: TriageField, value: &str) -> Result<Option<T>, Failure> {
    if is_none(value) {
        return Ok(None);
    }
    let normal = |words: &str| fold(words.trim()).replace(['-', '_'], " ");
    let wanted = normal(value);
    let named = |known: T| {
        let named_so = |lang: &Lang| normal(&Text::of(*lang).value(field.code(), known.code()));
        known.code() == wanted || Lang::ALL.iter().any(|lang| named_so(lang) == wanted)
    };
    if let Some(found) = T::ALL.iter().copied().find(|known| named(*known)) {
        return Ok(Some(found));
    }
    let codes = T::ALL.iter().map(|known| known.code()).chain(["none"]);
    let message = Message::new("cli-set-unknown-value")
        .with("field", field.code())
        .with("value", clean_line(value))
        .with("known", codes.clone().collect::<Vec<_>>().join(", "));
    Err(nearest(Failure::new(Status::Usage, message), value, codes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_by_code_and_name_and_none_empties() {
        assert_eq!(change("priority", "high"), Ok(Change::Priority(Some(Priority::High))));
        assert_eq!(change("priority", "高"), Ok(Change::Priority(Some(Priority::High))));
        assert_eq!(change("response", "Under-way"), Ok(Change::Response(Some(Response::UnderWay))));
        assert_eq!(change("horizon", "none"), Ok(Change::Horizon(None)));
        assert_eq!(change("focal", "none"), Ok(Change::FocalPoint(None)));
        assert_eq!(change("focal_point", "fp-gh"), Ok(Change::FocalPoint(Some("fp-gh".into()))));
        assert_eq!(change("notes", "a\u{1b}[2J"), Ok(Change::Notes("a [2J".into())));
        for (field, value) in [("priority", "urgent"), ("color", "red"), ("response", "unmett")] {
            let failure = change(field, value).unwrap_err();
            assert_eq!(failure.status(), Status::Usage);
        }
    }

    #[test]
    fn numbers_and_fields_come_in_any_order_and_each_field_once() {
        let words = |list: &[&str]| list.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        let (ids, changes) = read(&words(&["priority=low", "7", "3", "7"])).unwrap();
        assert_eq!(ids.into_iter().collect::<Vec<_>>(), [3, 7]);
        assert_eq!(changes.len(), 1);
        for bad in [
            &["7"][..],
            &["priority=low"],
            &["7", "priority=low", "priority=high"],
            &["x", "priority=low"],
        ] {
            assert_eq!(read(&words(bad)).unwrap_err().status(), Status::Usage, "{bad:?}");
        }
    }

    #[test]
    fn lines_of_standard_input_are_numbers() {
        let mut ids = BTreeSet::new();
        read_ids("1\n\n 22 \n".as_bytes(), &mut ids).unwrap();
        assert_eq!(ids.into_iter().collect::<Vec<_>>(), [1, 22]);
        let failure = read_ids("1\nx\n".as_bytes(), &mut BTreeSet::new()).unwrap_err();
        assert_eq!(failure.status(), Status::BadData);
    }
}
