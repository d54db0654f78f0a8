//! The errors of a register file, told apart. Their messages stand in [`super::told`].

use super::modes::Entry;
use super::{ArchiveFault, Conflict, Difference, Holder, Later, RecordName, Rule, Voided};
use crate::domain::{Deed, Kind, Moment, NeedNumber, Record, Role, Setting};
use crate::fields::RecordField;
use rusqlite::ErrorCode;
use std::path::{Path, PathBuf};

/// The sorts of failure that an exit status tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The action could not be done here and now.
    CouldNot,
    /// The file is not a register that this program can read.
    BadData,
    /// Another user changed the record first.
    Conflict,
    /// The request makes no sense for this register.
    Usage,
}

/// The reason why the register could not be opened, read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// There is no such file.
    Missing(PathBuf),
    /// The path names a directory.
    Directory(PathBuf),
    /// The system does not let this user read the file.
    NoPermission(PathBuf),
    /// A new file was asked for where one stands.
    Exists(PathBuf),
    /// The file cannot be made there.
    CannotMake(PathBuf, String),
    /// The file has no byte.
    Empty(PathBuf),
    /// The file is no SQLite database.
    NoDatabase(PathBuf),
    /// The file is the database of another program.
    Foreign(PathBuf),
    /// A newer version of this program made the file: its schema and the newest one known here.
    Newer(PathBuf, i64, i64),
    /// An older version made the file, and it cannot be brought up to date without writing.
    Older(PathBuf, i64, i64),
    /// The content of the file contradicts itself; the words of SQLite.
    Damaged(Option<PathBuf>, String),
    /// A program was stopped in the midst of a write: the pages to take that write back are still
    /// in the journal beside the file, and only a program that may write can do it.
    CutOff(Option<PathBuf>),
    /// The schema is not the one that this program made; the first difference.
    Altered(PathBuf, Difference),
    /// An object added to the schema would run with a write.
    Interfered(Difference),
    /// The last changes stand in a log file that cannot be read without writing beside it.
    PendingLog(PathBuf),
    /// Another program holds the register locked.
    Busy,
    /// This program holds the register locked and keeps others from reading too.
    Held(Holder),
    /// The program ended while a write waited for another program, which is named where it is known.
    GivenUp(Option<Holder>),
    /// The disk is full.
    Full,
    /// The register is open for reading only, or its file has become one that may only be read.
    ReadOnly,
    /// The file that was opened is no longer at its path, and no other is.
    Gone(PathBuf),
    /// Another file has taken the place of the one that was opened; where the log of that one was
    /// put, if it was taken out of the way.
    Replaced(PathBuf, Option<PathBuf>),
    /// The register cannot be written because of this file or folder.
    NotWritable(Box<Entry>),
    /// A new file was asked for where one of SQLite's files stands beside its place.
    Companion(PathBuf, PathBuf),
    /// The log or journal beside the file is that of another file, or of an older state of this one.
    ForeignLog(PathBuf, PathBuf),
    /// A file beside the register with the name of one of SQLite's is no regular file.
    NoRegularFile(PathBuf, PathBuf),
    /// The path names a link where a file is asked for.
    Link(PathBuf),
    /// Another program has the register open.
    InUse(PathBuf),
    /// The backup to restore is the register itself.
    SameFile(PathBuf),
    /// The system refused the write; its words.
    WriteRefused(String),
    /// There is more than the register in memory can number.
    TooLarge,
    /// Other users changed needs since the writer saw them; with every edit concerned.
    Conflict(Vec<Conflict>),
    /// Fields of the batch to undo were changed again since.
    ChangedSince(Vec<Later>),
    /// The batch was undone already.
    AlreadyUndone {
        /// The person who undid it.
        by: String,
        /// The moment of the undo.
        at: Moment,
    },
    /// The batch to undo belongs to another user.
    NotYours {
        /// The batch.
        batch: i64,
        /// Its writer.
        by: String,
    },
    /// A need would repeat itself, be it by way of others.
    Circle(NeedNumber),
    /// A record would be merged into itself.
    IntoItself(Record),
    /// A need that became a part of another one is brought back by the undo of that merge alone: both needs.
    PartOf(NeedNumber, NeedNumber),
    /// A match cannot move to a need that has another one with the same activity: the need, the activity's code.
    HasMatch(NeedNumber, String),
    /// There is no need with this number.
    UnknownNeed(NeedNumber),
    /// The record was taken out: who has done so, when, and why.
    Void(Record, Voided),
    /// An edit names a version that the record has not had.
    NoSuchVersion {
        /// The record.
        record: Record,
        /// The version that it has.
        version: u32,
        /// The version that the edit names.
        named: u32,
    },
    /// There is no post with this code.
    UnknownPerson(String),
    /// There is no record of this kind, or no row of this table, by this name; or it is taken out.
    UnknownRecord(&'static str, String),
    /// A record that others refer to cannot be taken out: the record, and how many records of each kind refer to it.
    Referred(Record, Vec<(Kind, usize)>),
    /// There is a record with this name already; whether it was taken out, and its name as people know it.
    Taken(Record, bool, RecordName),
    /// A field cannot have this value.
    FieldValue(RecordField, String),
    /// These fields must have a value each, in the order of the table of fields.
    Required(Vec<RecordField>),
    /// A field keeps the value that it was given first.
    GivenOnce(RecordField),
    /// Records of this kind are neither added nor taken out.
    Fixed(Kind),
    /// The rules of the register do not allow the write; which rule.
    Refused(String),
    /// A step of a review would come before the one that it follows.
    StepBefore(RecordField, RecordField),
    /// A step of a review would lie behind today.
    StepAhead(RecordField, String),
    /// The fields of a record would contradict each other: the field to correct, and the rule.
    Rule(RecordField, Rule),
    /// A State would have a name that another one has: the field, the name, and the other State.
    StateName(RecordField, String, String),
    /// A review would be reviewed by its own State.
    OwnReviewer(RecordField),
    /// A need would be given to a post that is held no longer: its code, and until when it was held.
    Retired(String, String),
    /// A post would be retired that needs are given to: its code, and how many.
    HasQueue(String, usize),
    /// A review with needs cannot be taken out: the review, and how many needs it has.
    HasNeeds(Record, usize),
    /// The person may not change the record.
    MayNot(String, Record),
    /// The role of a session does not allow the change: the person, the role, and the change.
    NotInRole {
        /// The person.
        who: String,
        /// The role that binds.
        role: Role,
        /// What the write would do.
        deed: Deed,
        /// The record.
        record: Record,
    },
    /// A session would write under another name than that of its person.
    OtherName {
        /// The person of the session.
        own: String,
        /// The other name.
        other: String,
    },
    /// The role of a session does not allow what administrators alone may.
    OnlyAdministrators(Role),
    /// No session with this number is open.
    NoSession(i64),
    /// A person has as many sessions open as one may have.
    ManySessions {
        /// The person.
        who: String,
        /// How many are open.
        open: u32,
        /// The number of the one that has been open longest.
        oldest: i64,
    },
    /// A key belongs to another person already: the field, and that person's code.
    KeyTaken(RecordField, String),
    /// A larger role was asked for than the person has.
    RoleRaised {
        /// The person.
        who: String,
        /// The person's own role.
        own: Role,
        /// The role that was asked for.
        asked: Role,
    },
    /// The person is no officer of the Secretariat, and only these may change the setting.
    OnlyOfficers(String, Setting),
    /// There is no batch with this number.
    UnknownBatch(i64),
    /// A write must say whose it is.
    Nobody,
    /// Notes are longer than they may be.
    LongNotes,
    /// A name is longer than it may be.
    LongName,
    /// A saved view must have a name.
    Nameless,
    /// A saved view differs from the one that its writer has seen, or is gone: its name.
    ViewChanged(String),
    /// A setting cannot have this value.
    SettingValue(Setting, String),
    /// Another user changed a setting since the writer saw it.
    SettingChanged {
        /// The setting.
        setting: Setting,
        /// Its version.
        now: u32,
        /// The version that the writer named.
        seen: u32,
    },
    /// A folder is no register, or not as it was written: where and why.
    Archive(Box<ArchiveFault>),
    /// A day was set for a register that is not illustrative.
    NotIllustrative(PathBuf),
    /// The caller stopped the work.
    Stopped,
    /// The register has changed since the records of an import were compared with it.
    ChangedMeanwhile,
    /// The system's SQLite is too old to be trusted with a file in use.
    OldLibrary(String),
    /// Anything else; the words of SQLite or the system.
    Other(String),
}

impl StoreError {
    /// The sort, for exit statuses.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Empty(_)
            | Self::NoDatabase(_)
            | Self::Foreign(_)
            | Self::Newer(..)
            | Self::TooLarge
            | Self::Archive(_)
            | Self::ForeignLog(..)
            | Self::NoRegularFile(..)
            | Self::Altered(..)
            | Self::Damaged(..) => ErrorKind::BadData,
            Self::Conflict(_)
            | Self::ChangedSince(_)
            | Self::AlreadyUndone { .. }
            | Self::InUse(_)
            | Self::ChangedMeanwhile
            | Self::ViewChanged(_) => ErrorKind::Conflict,
            Self::SettingChanged { now, seen, .. } if seen <= now => ErrorKind::Conflict,
            Self::UnknownNeed(_)
            | Self::Void(..)
            | Self::NoSuchVersion { .. }
            | Self::SettingChanged { .. }
            | Self::UnknownPerson(_)
            | Self::UnknownRecord(..)
            | Self::Referred(..)
            | Self::Taken(..)
            | Self::FieldValue(..)
            | Self::Required(_)
            | Self::GivenOnce(_)
            | Self::Fixed(_)
            | Self::Refused(_)
            | Self::StepBefore(..)
            | Self::StepAhead(..)
            | Self::Rule(..)
            | Self::StateName(..)
            | Self::OwnReviewer(_)
            | Self::KeyTaken(..)
            | Self::NoSession(_)
            | Self::Retired(..)
            | Self::HasQueue(..)
            | Self::HasNeeds(..)
            | Self::UnknownBatch(_)
            | Self::Circle(_)
            | Self::IntoItself(_)
            | Self::PartOf(..)
            | Self::HasMatch(..)
            | Self::NotYours { .. }
            | Self::SameFile(_)
            | Self::NotIllustrative(_)
            | Self::SettingValue(..)
            | Self::Nobody
            | Self::LongNotes
            | Self::LongName
            | Self::Nameless => ErrorKind::Usage,
            Self::Missing(_)
            | Self::Directory(_)
            | Self::NoPermission(_)
            | Self::Exists(_)
            | Self::CannotMake(..)
            | Self::Older(..)
            | Self::PendingLog(_)
            | Self::CutOff(_)
            | Self::Interfered(_)
            | Self::Gone(_)
            | Self::Replaced(..)
            | Self::NotWritable(_)
            | Self::Companion(..)
            | Self::Link(_)
            | Self::WriteRefused(_)
            | Self::Busy
            | Self::Held(_)
            | Self::GivenUp(_)
            | Self::Full
            | Self::ReadOnly
            | Self::Stopped
            | Self::MayNot(..)
            | Self::OnlyOfficers(..)
            | Self::RoleRaised { .. }
            | Self::NotInRole { .. }
            | Self::OtherName { .. }
            | Self::OnlyAdministrators(_)
            | Self::ManySessions { .. }
            | Self::OldLibrary(_)
            | Self::Other(_) => ErrorKind::CouldNot,
        }
    }

    /// Whether another program was in the way: the same may be done when that is gone.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Busy | Self::Held(_))
    }

    /// This error with the file named, where it can name one.
    pub(super) fn at(self, path: &Path) -> Self {
        match self {
            Self::Damaged(None, detail) => Self::Damaged(Some(path.to_owned()), detail),
            Self::CutOff(None) => Self::CutOff(Some(path.to_owned())),
            other => other,
        }
    }
}

/// Whether the system refused to write: a limit on the size of files, for one.
fn is_refused_write(error: &rusqlite::Error) -> bool {
    // SQLITE_IOERR_WRITE, _TRUNCATE and _SHMSIZE: the index of the log is made longer when it is first read.
    const REFUSED: [i32; 3] = [778, 1546, 4874];
    error.sqlite_error().is_some_and(|error| REFUSED.contains(&error.extended_code))
}

/// Whether a write that was cut off must be taken back before anything can be read.
fn is_cut_off(error: &rusqlite::Error) -> bool {
    const ROLLBACK: i32 = 776; // SQLITE_READONLY_ROLLBACK
    error.sqlite_error().is_some_and(|error| error.extended_code == ROLLBACK)
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error::{
            FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType,
        };
        let detail = error.to_string();
        match (error.sqlite_error_code(), &error) {
            (Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked), _) => Self::Busy,
            (Some(ErrorCode::DiskFull), _) => Self::Full,
            (Some(ErrorCode::ConstraintViolation), _) => Self::Refused(detail),
            (Some(ErrorCode::OperationInterrupted), _) => Self::Stopped,
            (Some(ErrorCode::ReadOnly), _) if is_cut_off(&error) => Self::CutOff(None),
            (Some(ErrorCode::ReadOnly), _) => Self::ReadOnly,
            (Some(ErrorCode::SystemIoFailure), _) if is_refused_write(&error) => {
                Self::WriteRefused(detail)
            }
            // Or a value that the schema does not allow was read: no program writes one.
            (Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase), _)
            | (
                None,
                FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..),
            ) => Self::Damaged(None, detail),
            _ => Self::Other(detail),
        }
    }
}

impl std::error::Error for StoreError {}
