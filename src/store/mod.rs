//! The SQLite file: create, open, migrate, seed, load, write, watch, back up, check.
//!
//! The only module that names `rusqlite`. Every connection is opened in one place ([`Store::open`])
//! with the same safe settings, and every write of a triage field goes through one path.

mod backup;
mod bulk;
mod check;
mod column;
mod connect;
mod create;
mod detail;
mod error;
mod header;
mod links;
mod load;
mod log;
mod migrate;
mod refresh;
mod saved_view;
mod seed;
mod sets;
mod triage_row;
mod undo;
mod vocabulary;
mod watch;
mod write;

pub use bulk::{Bulk, NewBatch, NewNeed, NewReview, NewWrite};
pub use check::{Counts, Finding};
pub use detail::NeedDetail;
pub use error::{ErrorKind, StoreError};
pub use log::{LogEntry, LogQuery};
pub use refresh::Refreshed;
pub use saved_view::SavedView;
pub use undo::Later;
pub use write::{Conflict, Write, Written};

use watch::Seen;

use crate::text::Message;
use rusqlite::Connection;
use std::cell::Cell;
use std::path::{Path, PathBuf};

/// Marks the files of this program: the letters `TATU` as SQLite's application id.
pub const APPLICATION_ID: i32 = 0x5441_5455;

/// What a caller wants to do with a file, and what it got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Read and write.
    ReadWrite,
    /// Read only.
    ReadOnly,
}

/// An open register.
pub struct Store {
    connection: Connection,
    /// Where the file is; empty for a register in memory.
    path: PathBuf,
    access: Access,
    notice: Option<Message>,
    /// What the last register that was given out holds.
    seen: Cell<Option<Seen>>,
}

impl Store {
    /// What can be done with the register: reading only, where that was asked for or where the
    /// place of the file allows no more.
    pub fn access(&self) -> Access {
        self.access
    }

    /// Why the register is open for reading only although writing was asked for.
    pub fn notice(&self) -> Option<&Message> {
        self.notice.as_ref()
    }

    /// Where the file is; empty for a register in memory.
    pub fn path(&self) -> &Path {
        &self.path
    }
}
