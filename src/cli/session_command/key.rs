//! The key by which a session came: sshd writes the ways of authentication into a file and names it in
//! `SSH_USER_AUTH`, where it is set to (`ExposeAuthInfo`, `sshd_config(5)`).

use crate::config::read_regular;
use crate::domain::SshKey;
use std::ffi::OsString;
use std::path::Path;

/// The most bytes of that file: a few keys.
const MOST_BYTES: usize = 64 << 10;

/// The fingerprint of the first key in the file, as `ssh-keygen -l` writes it (`SHA256:…`); `None` where there is no
/// file, or no key in it.
pub(super) fn fingerprint(file: Option<OsString>) -> Option<String> {
    let bytes = read_regular(Path::new(&file?), MOST_BYTES).ok()?;
    let keys = std::str::from_utf8(&bytes)
        .ok()?
        .lines()
        .filter_map(|line| line.strip_prefix("publickey "));
    keys.filter_map(|key| SshKey::read(key).ok()).map(|key| key.fingerprint()).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A key that `ssh-keygen` has made, and its fingerprint by `ssh-keygen -l`.
    const KEY: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILLGfhRKUeZLItK4tx1EIaM2VIa7PFf6T9XYcbM9Vegi";
    const FINGERPRINT: &str = "SHA256:cKJT6ujpHRi3o3do/yJbdqi7uRpXUg3P83NKr4vphBw";

    #[test]
    fn the_fingerprint_is_that_of_ssh_keygen() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("auth");
        let read = |text: &str| {
            std::fs::write(&file, text).unwrap();
            fingerprint(Some(file.clone().into()))
        };
        let line = format!("publickey {KEY}\n");
        assert_eq!(read(&line).as_deref(), Some(FINGERPRINT));
        assert_eq!(read(&format!("password\n{line}publickey x y\n")).as_deref(), Some(FINGERPRINT));
        for text in [
            "",
            "password\n",
            "publickey\n",
            "publickey ssh-ed25519\n",
            "publickey ssh-ed25519 %%\n",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"x".repeat(MOST_BYTES + 1)), None, "more than is read");
        assert_eq!(fingerprint(Some("/dev/zero".into())), None);
        assert_eq!(fingerprint(Some(folder.path().join("none").into())), None);
        assert_eq!(fingerprint(None), None);
    }
}
