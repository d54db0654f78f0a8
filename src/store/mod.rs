//! The SQLite file: create, open, migrate, seed, load, write, watch, back up, check.
//!
//! The only module that names `rusqlite`. Every connection is opened in one place ([`Store::open`])
//! with the same safe settings, and every write of a record goes through one path.

mod accept;
mod activities;
mod activity_details;
mod anonymous;
mod archive;
mod as_of;
mod assistance_in_file;
mod backup;
mod batches;
mod begin;
mod blank;
mod built_in;
mod bulk;
mod changed_activities;
mod changed_matches;
mod changed_since;
mod chapter_totals;
mod check;
mod comments;
mod companion_paths;
mod companions;
mod conflict;
mod connect;
mod create;
mod data_version;
mod decode;
mod delay;
mod detail;
mod documents;
mod draft;
mod earlier_logs;
mod effective_change;
mod ending;
mod error;
mod file_id;
mod form_draft;
mod header;
mod held_role;
mod holder;
mod identified;
mod identity;
mod import;
mod import_known;
mod import_record;
mod interner;
mod journal;
mod last_visit;
mod late_activities;
mod link_reader;
mod load;
mod log;
#[cfg(test)]
mod log_size;
mod logs_joined;
mod merge;
mod migrate;
mod migrations;
pub mod modes;
mod names;
mod need_number;
mod needs;
mod one_batch;
mod outside;
mod overlap_marks;
mod own_day;
mod own_state;
mod peek;
mod permission;
mod place;
mod placing;
mod platforms;
mod post_codes;
mod prepared;
mod presence;
mod reading;
mod record_name;
mod records;
mod refresh;
mod refreshed;
mod register_id;
mod replaced;
mod restore;
mod rights;
mod row_places;
mod saved_view;
mod schema;
mod second_reader;
mod secure;
mod seed;
mod seed_assistance;
mod sessions;
mod setting;
mod setting_row;
mod sound;
mod source;
mod table_rows;
mod texts;
mod themes;
mod told;
mod told_of_roles;
mod undo;
mod undo_order;
mod views;
mod vocabulary;
mod void;
mod voided;
mod waiting;
mod watch;
mod which_rows;
mod write;
mod written;

pub use activity_details::{ActivityDetail, Area, Money};
pub use archive::{ArchiveFault, Archived, Fault};
pub use as_of::{Backwards, FileOn};
pub use assistance_in_file::AssistanceInFile;
pub use batches::{Alike, Batch, BatchQuery, ChangedField};
pub use built_in::{BuiltInView, built_in_views};
pub use bulk::{Bulk, NewBatch, NewNeed, NewReview, NewWrite};
pub use changed_matches::ChangedMatch;
pub use changed_since::ChangedSince;
pub use check::{CheckFinding, Counts, Examination, Grade, examine};
pub use comments::Comment;
pub use companions::refuse_companions;
pub use conflict::{Conflict, Later};
pub use delay::Delay;
pub use detail::{ActivityWords, NeedDetail, NeedWords};
pub use documents::DocumentDetail;
pub use draft::Draft;
pub use ending::Ending;
pub use error::{ErrorKind, StoreError};
pub use form_draft::KeptForm;
pub use holder::Holder;
pub use import::{GoOn, ImportWrite, ImportedFile, ImportedRecord};
pub use import_known::{KnownNeed, KnownReview};
pub use import_record::ImportRecord;
pub use last_visit::{LastVisit, LeftScreen, Seen};
pub use load::Loading;
pub use log::{LogEntry, LogQuery};
pub use migrate::{APPLICATION_ID, NEWEST as SCHEMA_VERSION};
pub use platforms::{PlatformDetail, PlatformPriority};
pub use presence::{PRESENCE_SECONDS, Present};
pub use record_name::RecordName;
pub use records::{
    Compared, Differing, Edited, MarkWrite, MatchWrite, Mergeable, RecordEdit, RecordMerge,
    RecordWrite, Rehearsed, Rule, ThemeUses, TwoRecords, UnmatchWrite, WholeRecord,
};
pub use refreshed::Refreshed;
pub use restore::Restored;
pub use rights::{HeldRole, Rights};
pub use saved_view::SavedView;
pub use schema::{Difference, ObjectKind, Weight};
pub use sessions::{GoesOn, OpenSession};
pub use setting::SettingWritten;
pub use setting_row::SettingRow;
pub use told::so_many;
pub use undo::{Staying, Undoable, UndoneField};
pub use voided::Voided;
pub use waiting::Waiting;
pub use write::Write;
pub use written::Written;

use data_version::DataVersion;
use replaced::Guard;
use second_reader::SecondReader;
use source::Source;
use waiting::Tell;

use crate::domain::Day;
use crate::query::register::Disclosure;
use crate::text::Message;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The access to a file that a caller wants, or got.
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
    /// How to open the file once more; `None` for a register in memory.
    source: Option<Source>,
    /// Another reader that has opened the file already, for the next loading.
    second: Cell<Option<SecondReader>>,
    /// The path of the file; empty for a register in memory.
    path: PathBuf,
    /// The opened file, to be compared with the one at the path; `None` for a register in memory.
    guard: Option<Guard>,
    access: Access,
    notice: Option<Message>,
    /// The entry that prevents writing, where the register is open for reading only because of it.
    obstacle: Option<StoreError>,
    /// An added trigger or the like in the schema that would run with a write.
    interference: Option<Difference>,
    /// The number of the schema that was compared last.
    schema: Cell<Option<i64>>,
    /// The number of this program among those that have needs open.
    session: i64,
    /// The data version of the last register that was given out.
    seen: Cell<Option<DataVersion>>,
    /// The number of changes outside the log that it holds.
    unlogged: Cell<Option<i64>>,
    /// How long a write waits for another connection's.
    patience: Cell<Duration>,
    /// The function that reports a write that waits.
    tell: RefCell<Option<Tell>>,
    /// When waiting and running statements are given up.
    ending: Ending,
    /// When drafts were offered last, in seconds: those of then are known to the user.
    drafts_offered: Cell<i64>,
    /// Set where States are not named: the groups of States that are told.
    kept: Option<Disclosure>,
    /// The day that was set for an illustrative register, in the place of its own.
    day: Option<Day>,
    /// Whether an earlier day is shown as it was known then: see [`Store::knowing_then`].
    known_then: bool,
    /// What may be done: all that the mode of the file allows, or what the role of a session allows.
    rights: Rights,
}

/// The version of SQLite, and the newest schema that is known.
pub fn versions() -> (&'static str, i64) {
    (rusqlite::version(), migrate::NEWEST)
}

impl Store {
    /// The access to the register: reading only where that was asked for, or where the file's place
    /// allows no more.
    pub fn access(&self) -> Access {
        self.access
    }

    /// The reason why the register is open for reading only although writing was asked for.
    pub fn notice(&self) -> Option<&Message> {
        self.notice.as_ref()
    }

    /// The path of the file, as it was named; empty for a register in memory.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Store {
    /// The last one to close a register moves the log into it: not where another file has come.
    fn drop(&mut self) {
        if self.still_there().is_err() {
            let setting = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
            // A connection that takes no settings any more writes nothing either.
            let _ = self.connection.set_db_config(setting, true);
        }
    }
}
