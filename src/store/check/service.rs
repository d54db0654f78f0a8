//! Checks what a register stands on: the file system and its room; and, where one is set up, the service over SSH: the
//! administrator's settings, the lines of keys and the server's settings (docs/operations.md).

use super::finding::{
    CheckFinding, Findings, KEY_LINE, KEYS_WRITABLE, NETWORK, NO_ROOM, SESSION_SETTINGS,
};
use super::server;
use crate::config::{ADMINISTRATORS_FILE, SessionLimits, read_regular};
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

/// The keys of people, where docs/operations.md has them.
const KEYS_FILE: &str = "/etc/ta-tui/authorized_keys";

/// The most bytes of that file.
const MOST_BYTES: usize = 1 << 20;

/// Others than the owner may write.
const WRITABLE_BY_OTHERS: u32 = 0o022;

/// File systems of other machines, by the numbers of `statfs(2)`: NFS, SMB, CIFS, SMB2, AFS, Ceph, 9P, Coda.
const OF_NETWORKS: [u32; 8] = [
    0x0000_6969,
    0x0000_517b,
    0xff53_4d42,
    0xfe53_4d42,
    0x5346_414f,
    0x00c3_6400,
    0x0102_1997,
    0x7375_7245,
];

pub(super) fn look(register: &Path, findings: &mut Findings) {
    if let Ok(system) = rustix::fs::statfs(register) {
        let size = fs::metadata(register).map_or(0, |file| file.len());
        // The number has 32 bits, in words of more on some machines.
        let free = system.f_bavail.saturating_mul(u64::try_from(system.f_bsize).unwrap_or(0));
        let kind = u32::try_from(system.f_type & 0xffff_ffff).unwrap_or(0);
        file_system(kind, free, size, findings);
    }
    settings(Path::new(ADMINISTRATORS_FILE), register, findings);
    keys(Path::new(KEYS_FILE), findings);
    server::look(Path::new(server::SERVER_FILE), KEYS_FILE, findings);
}

fn file_system(kind: u32, free: u64, size: u64, findings: &mut Findings) {
    if OF_NETWORKS.contains(&kind) {
        findings.add(CheckFinding::new(&NETWORK));
    }
    // A copy, and what is written meanwhile.
    if free < size.saturating_mul(2) {
        findings.add(CheckFinding::new(&NO_ROOM).with("mib", (free >> 20).to_string()));
    }
}

fn settings(file: &Path, register: &Path, findings: &mut Findings) {
    if SessionLimits::read(file, register).is_err() {
        findings.add(CheckFinding::new(&SESSION_SETTINGS).row(&file.to_string_lossy()));
    }
}

/// Looks at every line of keys, where there is such a file.
fn keys(file: &Path, findings: &mut Findings) {
    let Ok(meta) = fs::metadata(file) else { return };
    let name = file.to_string_lossy();
    if meta.mode() & WRITABLE_BY_OTHERS != 0 {
        findings.add(CheckFinding::new(&KEYS_WRITABLE).row(&name));
    }
    let bytes = read_regular(file, MOST_BYTES).unwrap_or_default();
    for (number, line) in String::from_utf8_lossy(&bytes).lines().enumerate() {
        if !is_bound(line.trim()) {
            let finding = CheckFinding::new(&KEY_LINE).row(&name);
            findings.add(finding.with("line", (number + 1).to_string()));
        }
    }
}

/// Whether the key of a line begins a session and nothing else; also for a line without a key.
fn is_bound(line: &str) -> bool {
    if line.is_empty() || line.starts_with('#') {
        return true;
    }
    let command = line.split_once("command=\"").and_then(|(_, rest)| rest.split_once('"'));
    let restricted = line.split(['"', ' ']).next().unwrap_or_default();
    let restricted = restricted.split(',').any(|option| option == "restrict");
    restricted
        && command.is_some_and(|(command, _)| {
            command.split(' ').any(|word| word == "session") && !command.contains('$')
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt as _;

    fn found(look: impl FnOnce(&mut Findings)) -> Vec<&'static str> {
        let mut findings = Findings::default();
        look(&mut findings);
        findings.sorted().iter().map(|found| found.id).collect()
    }

    #[test]
    fn a_network_and_a_full_disk_are_told() {
        let disk = |kind, free, size| found(|all| file_system(kind, free, size, all));
        assert_eq!(disk(0xef53, 200, 100), [""; 0], "ext4, with room for a copy");
        assert_eq!(disk(0x6969, 200, 100), ["network-file-system"]);
        assert_eq!(disk(0xff53_4d42, 200, 100), ["network-file-system"]);
        assert_eq!(disk(0xef53, 199, 100), ["disk-space"]);
    }

    #[test]
    fn settings_that_no_session_would_take_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.toml");
        let look = || found(|all| settings(&file, &file, all));
        assert_eq!(look(), [""; 0], "no service is set up");
        fs::write(&file, "[session]\n").unwrap();
        assert_eq!(look(), [""; 0]);
        fs::set_permissions(&file, Permissions::from_mode(0o666)).unwrap();
        assert_eq!(look(), ["session-settings"]);
        fs::set_permissions(&file, Permissions::from_mode(0o644)).unwrap();
        fs::write(&file, "[sessions]\n").unwrap();
        assert_eq!(look(), ["session-settings"]);
    }

    #[test]
    fn lines_of_keys_that_allow_more_than_a_session_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("authorized_keys");
        let look = |text: &str| {
            fs::write(&file, text).unwrap();
            found(|all| keys(&file, all))
        };
        assert_eq!(found(|all| keys(&file, all)), [""; 0], "no service is set up");
        let line = |options: &str, command: &str| {
            format!("{options}command=\"{command}\" ssh-ed25519 AAAA anna\n")
        };
        let session = "/usr/local/bin/ta-tui session --db /srv/r.db --as anna";
        assert_eq!(look(&format!("# people\n\n{}", line("restrict,pty,", session))), [""; 0]);
        for wrong in [
            "ssh-ed25519 AAAA anna\n".to_owned(),
            line("", session),
            line("pty,", session),
            line("restrict,pty,", "/usr/local/bin/ta-tui --db /srv/r.db --as anna"),
            line("restrict,pty,", &format!("{session} $SSH_ORIGINAL_COMMAND")),
            "restrict,pty ssh-ed25519 AAAA session\n".to_owned(),
        ] {
            assert_eq!(look(&wrong), ["key-line"], "{wrong}");
        }
        look("");
        fs::set_permissions(&file, Permissions::from_mode(0o664)).unwrap();
        assert_eq!(found(|all| keys(&file, all)), ["keys-mode"]);
    }
}
