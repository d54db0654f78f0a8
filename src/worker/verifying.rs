//! The published figures against the register: those built in, and those of the file that extends
//! them, which is read again after each change of the file.

use super::compute::{Computation, Unmade};
use super::protocol::{FileState, Verified};
use crate::analysis::ledger::{Entry, Problem, built_in, bytes_of, extension};
use crate::analysis::{Finding, Unverified, verify};
use crate::config::FilePosition;
use crate::domain::{Day, clean_line};
use std::path::Path;

impl Computation<'_> {
    /// The findings on every published figure. Where the file or its queries cannot be read, the
    /// problems say so, and the built-in figures stand alone.
    pub(super) fn verification(&mut self) -> Result<Verified, Unmade> {
        let file = self.file_state();
        Ok(Verified { file, ..self.verified()? })
    }

    /// The file with more figures as it is now.
    pub(super) fn file_state(&self) -> FileState {
        let meta = std::fs::metadata(self.ledger?).ok()?;
        Some((meta.modified().ok()?, meta.len()))
    }

    fn verified(&mut self) -> Result<Verified, Unmade> {
        // A test holds that the built-in ledger can be read; a query of it may use a name that
        // another register lacks, which is reported in the place of the findings.
        let known = match built_in() {
            Ok(ledger) => ledger,
            Err(problems) => return Ok(Verified { problems, ..Verified::default() }),
        };
        let (more, mut problems) = match self.ledger.map(|file| read(file, &known, self.today)) {
            Some(Ok(more)) => (more, Vec::new()),
            Some(Err(problems)) => (Vec::new(), problems),
            None => (Vec::new(), Vec::new()),
        };
        if !more.is_empty() {
            let ledger: Vec<Entry> = known.iter().cloned().chain(more).collect();
            match self.findings(&ledger)? {
                Ok(findings) => {
                    return Ok(Verified { ledger, findings, problems, file: None });
                }
                Err(found) => problems = found,
            }
        }
        match self.findings(&known)? {
            Ok(findings) => Ok(Verified { ledger: known, findings, problems, file: None }),
            Err(problems) => Ok(Verified { ledger: known, problems, ..Verified::default() }),
        }
    }

    /// The findings, or the queries that mean nothing in this register.
    fn findings(&mut self, ledger: &[Entry]) -> Result<Result<Vec<Finding>, Vec<Problem>>, Unmade> {
        match verify(ledger, self.today, self.register_of, self.cancelled) {
            Ok(findings) => Ok(Ok(findings)),
            Err(Unverified::Queries(problems)) => Ok(Err(problems)),
            Err(Unverified::Stopped) => Err(Unmade::Stopped),
            Err(Unverified::Register(error)) => Err(Unmade::Store(error)),
        }
    }
}

/// The figures of a file; a file that is not there is a problem without a place in it.
fn read(path: &Path, known: &[Entry], today: Day) -> Result<Vec<Entry>, Vec<Problem>> {
    let file = clean_line(&path.to_string_lossy());
    match bytes_of(path) {
        Ok(bytes) => extension(&file, &bytes, known, today),
        Err(unread) => {
            let message = unread.message(&file);
            Err(vec![Problem { place: FilePosition { file, line: 0, column: 0 }, message }])
        }
    }
}
