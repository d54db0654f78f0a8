//! The messages of failures about roles, names and keys of sessions, and about changes that are not to be taken back.

use super::StoreError;
use crate::domain::{Coded, clean_line};
use crate::text::{Arg, Message, value_id};

impl StoreError {
    /// The message of an error about what a person may do.
    pub(super) fn of_role(&self) -> Message {
        match self {
            Self::RoleRaised { who, own, asked } => Message::new("store-role-raised")
                .with("who", clean_line(who))
                .with("own", own.code())
                .with("asked", asked.code()),
            Self::NotInRole { role, deed, record, .. } => Message::new("store-not-in-role")
                .with("role", Arg::Named(value_id("role", role.code())))
                .with("deed", deed.code())
                .with("kind", Arg::Named(format!("record-{}", record.kind.code())))
                .with("record", record.number.to_string())
                .with("may", Arg::Said(Box::new(Message::new(role.told())))),
            Self::OtherName { own, other } => Message::new("store-other-name")
                .with("own", clean_line(own))
                .with("other", clean_line(other)),
            Self::KeyTaken(_, code) => {
                Message::new("store-key-taken").with("code", clean_line(code))
            }
            Self::OnlyAdministrators(role) => Message::new("store-only-administrators")
                .with("role", Arg::Named(value_id("role", role.code()))),
            Self::NoSession(number) => {
                Message::new("store-no-session").with("session", number.to_string())
            }
            Self::ManySessions { who, open, oldest } => Message::new("store-many-sessions")
                .with("who", clean_line(who))
                .with("open", open.to_string())
                .with("oldest", oldest.to_string()),
            Self::AlreadyUndone { by, at } => Message::new("store-already-undone")
                .with("by", by.clone())
                .with("at", at.to_string()),
            Self::NotYours { batch, by } => Message::new("store-not-yours")
                .with("batch", batch.to_string())
                .with("by", by.clone()),
            other => Message::new("store-other").with("detail", format!("{other:?}")),
        }
    }
}
