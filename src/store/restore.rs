//! A backup takes the place of a register: only while no program has the register open, in one
//! step, and with the old register kept beside it.

use super::companion_paths::{beside, free_name, stands};
use super::companions::refuse_companions;
use super::file_id::FileId;
use super::source::Source;
use super::{
    Difference, Store, StoreError, accept, backup, create, header, identity, modes, peek, placing,
};
use crate::domain::Moment;
use rustix::fs::{FlockOperation, fcntl_lock};
use rustix::io::Errno;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt, chown};
use std::path::{Path, PathBuf};

/// The result of a restoring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The path at which the register that was there before is kept.
    pub kept: Option<PathBuf>,
    /// A difference of the backup's schema that keeps the register from being written.
    pub interference: Option<Difference>,
}

impl Store {
    /// Puts a copy of a backup in the place of the register at a path, or makes one there.
    ///
    /// The backup is checked first, and is left as it is. The old register is kept beside the new
    /// one with its log, under a name that says when. The new register has the owner and mode of
    /// the old one, and an identity of its own. Refused while another program has the register
    /// open; when it fails the register is as it was.
    pub fn restore(backup: &Path, target: &Path) -> Result<Restored, StoreError> {
        if backup.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink()) {
            return Err(StoreError::Link(backup.to_owned()));
        }
        let spot = header::read(backup)?;
        let journal = beside(&spot.real, "-journal");
        if stands(&journal) {
            return Err(StoreError::Companion(backup.to_owned(), journal));
        }
        let old = Old::take(target, spot.file)?;
        let real = old.as_ref().map_or(target, |old| &*old.real);
        let making = placing::making(real);
        let reserved = create::reserve(&making)?;
        let copied = copy(&spot, &making);
        let placed = copied.and_then(|interference| {
            let kept = match old {
                Some(old) => Some(old.give_way(&making)?),
                None => placing::place(&making, target).map(|()| None)?,
            };
            Ok(Restored { kept, interference })
        });
        reserved.remove();
        placed
    }
}

/// Copies the backup, checked, to a file of its own. Gives the difference that keeps it from being
/// written.
fn copy(spot: &header::Spot, making: &Path) -> Result<Option<Difference>, StoreError> {
    let named = |error: StoreError| error.at(&spot.given);
    peek::peek(spot).map_err(named)?;
    let source = Source::suiting(&spot.real, spot.wal).open();
    let source = source.map_err(|error| named(error.into()))?;
    let interference = accept::accept_whole(&source, &spot.given).map_err(named)?;
    let copy = backup::copy(&source, making, &mut |_, _| true).map_err(named)?;
    // Its later states must not be taken for later states of the register that was backed up.
    identity::renew(&copy)?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(interference)
}

/// The register that stands in the place, with a lock that no program shares.
struct Old {
    given: PathBuf,
    real: PathBuf,
    metadata: Metadata,
    /// Lets go of the lock when it is closed. No other handle of the file may be closed before.
    _lock: File,
}

impl Old {
    /// Takes the register at a path; `None` where nothing stands there.
    fn take(target: &Path, backup: Option<FileId>) -> Result<Option<Self>, StoreError> {
        if !stands(target) {
            refuse_companions(target)?;
            return Ok(None);
        }
        let Ok(real) = fs::canonicalize(target) else {
            return Err(StoreError::Link(target.to_owned()));
        };
        if FileId::at(&real) == backup {
            return Err(StoreError::SameFile(target.to_owned()));
        }
        match header::read(target) {
            Err(
                error @ (StoreError::Directory(_)
                | StoreError::Foreign(_)
                | StoreError::NoPermission(_)),
            ) => return Err(error),
            Err(error @ StoreError::NoDatabase(_)) if !real.is_file() => return Err(error),
            // Damage is a reason to restore a backup, so a damaged register is taken.
            _ => {}
        }
        if let Some(entry) = modes::obstacle(&real) {
            return Err(StoreError::NotWritable(Box::new(entry)));
        }
        let failed = |error: io::Error| cannot(target, &error);
        let lock = OpenOptions::new().read(true).write(true).open(&real).map_err(failed)?;
        match fcntl_lock(&lock, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {}
            Err(Errno::AGAIN | Errno::ACCESS) => {
                return Err(StoreError::InUse(target.to_owned()));
            }
            Err(error) => return Err(failed(error.into())),
        }
        let metadata = real.metadata().map_err(failed)?;
        Ok(Some(Self { given: target.to_owned(), real, metadata, _lock: lock }))
    }

    /// Gives the place to the finished file; where the register is kept from then on.
    fn give_way(self, making: &Path) -> Result<PathBuf, StoreError> {
        let failed = |error: io::Error| cannot(&self.given, &error);
        // The owner may only be given by root, the group by a member of it.
        let (uid, gid) = (self.metadata.uid(), self.metadata.gid());
        if chown(making, Some(uid), Some(gid)).is_err() {
            let _ = chown(making, None, Some(gid));
        }
        fs::set_permissions(making, self.metadata.permissions()).map_err(failed)?;
        placing::sync(making).map_err(failed)?;
        let now: String = Moment::now().to_string().chars().filter(char::is_ascii_digit).collect();
        let kept = free_name(&self.real, &format!(".before-restore-{now}"));
        let linked = fs::hard_link(&self.real, &kept).is_ok();
        // Before the new file comes: a log that stands beside it would be written into it.
        for ending in ["-wal", "-journal"] {
            let path = beside(&self.real, ending);
            if stands(&path)
                && let Err(error) = fs::rename(&path, beside(&kept, ending))
            {
                let _ = fs::remove_file(&kept);
                return Err(failed(error));
            }
        }
        let index = beside(&self.real, "-shm");
        if stands(&index) {
            fs::remove_file(index).map_err(failed)?;
        }
        if !linked {
            // Not every file system has links.
            fs::rename(&self.real, &kept).map_err(failed)?;
        }
        fs::rename(making, &self.real).map_err(failed)?;
        placing::sync(&modes::folder_of(&self.real)).map_err(failed)?;
        Ok(kept)
    }
}

fn cannot(path: &Path, error: &io::Error) -> StoreError {
    StoreError::CannotMake(path.to_owned(), error.to_string())
}
