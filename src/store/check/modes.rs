//! Checks the rights to write the file, its folder and its companions. Several people share a register through
//! a group: who may write one of the three and not the others stops everybody.

use super::finding::{COMPANION, CheckFinding, EVERYBODY, FOLDER, Findings};
use crate::store::companion_paths::beside;
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// The permission to write of the group and of everybody else.
const GROUP: u32 = 0o020;
const OTHERS: u32 = 0o002;

pub(super) fn look(path: &Path, findings: &mut Findings) {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let Ok(file) = path.metadata() else { return };
    let mode = |file: &Metadata| format!("{:04o}", file.mode() & 0o7777);
    if file.mode() & OTHERS != 0 {
        findings.add(CheckFinding::new(&EVERYBODY).with("mode", mode(&file)));
    }
    if let Some(folder) = path.parent()
        && let Ok(there) = folder.metadata()
    {
        let group = file.mode() & GROUP != 0;
        let shut_out = there.gid() != file.gid() || there.mode() & GROUP == 0;
        if group && shut_out && there.mode() & OTHERS == 0 {
            let name = folder.to_string_lossy();
            findings.add(CheckFinding::new(&FOLDER).row(&name).with("mode", mode(&there)));
        }
    }
    for ending in ["-wal", "-shm"] {
        let companion = beside(&path, ending);
        let Ok(there) = companion.symlink_metadata() else { continue };
        // SQLite gives a companion the owner and the mode of the file where it may.
        let others_owner = there.uid() != file.uid();
        let narrower = file.mode() & !there.mode() & (GROUP | OTHERS) != 0;
        let other_group = there.gid() != file.gid() && file.mode() & GROUP != 0;
        let shut_out = others_owner && there.mode() & OTHERS == 0 && {
            // The owner of the file may still write it as one of the group.
            there.mode() & GROUP == 0 || there.gid() != file.gid()
        };
        if !there.is_file() || narrower || shut_out || (others_owner && other_group) {
            let name = companion.file_name().unwrap_or_default().to_string_lossy();
            let finding = CheckFinding::new(&COMPANION).row(&name);
            findings.add(finding.with("owner", there.uid().to_string()).with("mode", mode(&there)));
        }
    }
}
