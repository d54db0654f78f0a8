//! Checks the files beside the register: the log of a register in use, the rest of a write that was
//! cut off, or files that belong to another register.

use super::finding::{
    CUT_OFF, CheckFinding, FOREIGN_JOURNAL, Findings, JOURNAL, NO_FILE, STRAY_LOG,
};
use crate::store::companion_paths::{beside, beside_all};
use crate::store::header::Spot;
use crate::store::holder;
use crate::store::journal::{self, Journal};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// The bytes at the start of a log.
const LOG: [[u8; 4]; 2] = [[0x37, 0x7f, 0x06, 0x82], [0x37, 0x7f, 0x06, 0x83]];

/// The files beside the register, as the check finds them.
pub(super) struct Beside {
    /// A program has the register open, or has left its log.
    pub(super) in_use: bool,
    /// Something there must not be touched.
    pub(super) foreign: bool,
    /// A write to the file was cut off: half of it is in the file.
    pub(super) cut_off: bool,
}

pub(super) fn look(path: &Path, header: &Spot, findings: &mut Findings) -> Beside {
    let (mut foreign, mut cut_off) = (false, false);
    for other in beside_all(path).iter().filter(|path| journal::is_no_file(path)) {
        foreign = true;
        findings.add(CheckFinding::new(&NO_FILE).row(&name(other)));
    }
    if foreign {
        // Nothing of these files may be opened, nor what they are beside of.
        return Beside { in_use: false, foreign, cut_off };
    }
    let journal = beside(path, "-journal");
    // The log of a writing program belongs there, however long its write takes.
    let is_written = || holder::writer(path).is_some();
    if !is_written() && stays(&journal) && !is_written() {
        foreign = true;
        let kind = journal::look(&journal, header);
        let sort = match kind {
            Journal::Own => &CUT_OFF,
            Journal::Rest => &JOURNAL,
            Journal::Foreign => &FOREIGN_JOURNAL,
        };
        cut_off = kind == Journal::Own;
        findings.add(CheckFinding::new(sort).row(&name(&journal)));
    }
    let log = beside(path, "-wal");
    if size(&log) > 0 && !(header.wal && is_log(&log, header)) {
        foreign = true;
        findings.add(CheckFinding::new(&STRAY_LOG).row(&name(&log)));
    }
    // A file without a log is changed in place, under locks that only an ordinary reader sees.
    let in_use = !foreign && (is_in_use(path) || !header.wal);
    Beside { in_use, foreign, cut_off }
}

/// Whether a program has the register open with a log, or has left the log.
pub(super) fn is_in_use(path: &Path) -> bool {
    beside(path, "-wal").symlink_metadata().is_ok()
}

/// Whether a journal stands there for a while: that of a write under way is gone in a moment.
fn stays(path: &Path) -> bool {
    for _ in 0..40 {
        if size(path) == 0 {
            return false;
        }
        sleep(Duration::from_millis(25));
    }
    true
}

fn size(path: &Path) -> u64 {
    path.metadata().map_or(0, |file| file.len())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Whether a file begins as the log of a file with pages of this size.
fn is_log(path: &Path, header: &Spot) -> bool {
    if !path.is_file() {
        return false;
    }
    let mut start = [0; 12];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut start));
    let page = u32::from_be_bytes([start[8], start[9], start[10], start[11]]);
    read.is_ok() && LOG.iter().any(|log| start.starts_with(log)) && page == header.page
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn c16_the_journal_of_a_write_under_way_is_nothing_found() {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("r.db-journal");
        assert!(!stays(&journal));
        fs::write(&journal, "x").unwrap();
        std::thread::scope(|scope| {
            let looking = scope.spawn(|| stays(&journal));
            fs::write(&journal, "").unwrap();
            assert!(!looking.join().unwrap(), "the write has ended");
        });
        fs::write(&journal, "x").unwrap();
        assert!(stays(&journal));
    }
}
