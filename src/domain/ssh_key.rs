//! Public keys of OpenSSH: read from a line of `.pub` or `authorized_keys`, with their fingerprints.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use sha2::{Digest, Sha256};
use std::fmt;

/// The kinds of keys that are taken, as OpenSSH names them.
const KINDS: [&str; 7] = [
    "ssh-ed25519",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "ssh-rsa",
    "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
];

/// The most bytes of a key: those of RSA with 16,384 bits are about 2,100.
const MOST: usize = 4_096;

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SshKey {
    kind: &'static str,
    bytes: Vec<u8>,
}

/// The reason why a text is not taken as a public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoKey {
    /// It is a private key, which nobody but its owner may have.
    Private,
    /// It is no public key of OpenSSH, or one of a kind that is not taken.
    NotPublic,
    /// There are other words before the kind of the key: options, as in `authorized_keys`.
    Options,
}

impl SshKey {
    /// Reads `KIND BASE64`, with or without a comment behind it.
    ///
    /// Errors: the reason why the text is no public key.
    pub fn read(line: &str) -> Result<Self, NoKey> {
        if Self::is_private(line) {
            return Err(NoKey::Private);
        }
        let mut words = line.split_whitespace();
        let first = words.next().unwrap_or_default();
        let Some(kind) = KINDS.into_iter().find(|kind| *kind == first) else {
            let is_later = words.any(|word| KINDS.contains(&word));
            return Err(if is_later { NoKey::Options } else { NoKey::NotPublic });
        };
        let bytes = words.next().and_then(|word| STANDARD.decode(word).ok());
        let bytes = bytes.filter(|bytes| bytes.len() <= MOST && has_parts(bytes, kind));
        bytes.map(|bytes| Self { kind, bytes }).ok_or(NoKey::NotPublic)
    }

    /// Whether a text is, or begins, a private key.
    pub fn is_private(text: &str) -> bool {
        text.contains("PRIVATE KEY")
    }

    /// The kind, as in `ssh-ed25519`.
    pub fn kind(&self) -> &'static str {
        self.kind
    }

    /// The fingerprint as `ssh-keygen -l` shows it: `SHA256:` and 43 letters.
    pub fn fingerprint(&self) -> String {
        format!("SHA256:{}", STANDARD_NO_PAD.encode(Sha256::digest(&self.bytes)))
    }
}

impl fmt::Display for SshKey {
    /// The kind and the key, without a comment.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind, STANDARD.encode(&self.bytes))
    }
}

/// Whether a key consists of parts with their lengths before them, the first of which is its kind.
fn has_parts(mut bytes: &[u8], kind: &str) -> bool {
    let mut parts = 0;
    while !bytes.is_empty() {
        let Some((length, rest)) = bytes.split_first_chunk::<4>() else { return false };
        let length = u32::from_be_bytes(*length) as usize;
        let Some((part, rest)) = rest.split_at_checked(length) else { return false };
        if parts == 0 && part != kind.as_bytes() {
            return false;
        }
        (parts, bytes) = (parts + 1, rest);
    }
    parts > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys made by `ssh-keygen`, with the fingerprints that `ssh-keygen -l` says of them.
    const MADE: &[(&str, &str)] = &[
        (
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHa1dX0BKeLMaDG48WHk4DF1Xralhw/KhFSnlrky9Ufc post@example",
            "SHA256:eVKZrTTgYNx0Cdvk2mK3VmK7Z0pk75UZkWJffSwGWOk",
        ),
        (
            "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBL3kpeHEqlFfeRX3uGHqBUzkAOotHVELR6lTc90uVYFZUMQ6BEK3RMksNRjtJRaL4aD2VaKsfELJ3v3oE9SQlFk= post@example",
            "SHA256:yramSfsFn+PoA2cvfTmkn9nOTL/fAJxtzbb7X+KwgnM",
        ),
        (
            "ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBAEtMmTPwhhXSCP6SyfFiGj9vjXzvNbqFQ3mDmC4T56KClrlh5OPQEabiNR4dkXFcBpho7zj3a/1NmEETGI+UOYDrQBc3aLkbTbmSO28NGWLqdxSay1dlxQeS6OayCCAmL3B8xcVVieyewI0XuOmUbkJWPsjNhuhPk2wuFwF508LFTtuAw== post@example",
            "SHA256:H0+/y6v21rtLW7HfmTlO5J8oN0gv36fXqDAWNuRSeCE",
        ),
        (
            "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDDTofx1V6/gzB/FeQjLSW4ZCB5md23trR7zOw5n84BW9cOttw3kw4NmNrbkwss9voiNgBXSj1PhuvhilIYnyGx6CcvxyYVk4iokqz+rDMDw4+cNSnL55yIwEFYFI+iN5lLULXPg7ZSth7Wj6/L6tbFw762SsJF1zItSUn4DLdcP+/pxre18uzTQYzBGYKjG0xF3pL8jinH3h/+PyJpJ3C4hmwU5eV7XgVOtx6sK4Xo/a53wAzJExpD7ngF94c4u4uGMioXN2bZ26nL1qydBYXHkLQoTDxXrKn2+uLdOvWpX9+BhnJP5veDWatTf+u72uz6jXYvOUUkkHsbtZ2dtGON post@example",
            "SHA256:MTFkqOS/jpOxTEGFjM5ZZvxafmiMsf0wMt9S4dr4TP0",
        ),
        (
            "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fAAAABHNzaDo=",
            "SHA256:/p0CbeE3dk2SyW1OXXsThGc12ezDVD8eGw2/vtztDfk",
        ),
    ];

    #[test]
    fn keys_of_openssh_are_read_with_their_fingerprints() {
        for (line, fingerprint) in MADE {
            let key = SshKey::read(line).unwrap();
            assert_eq!(key.fingerprint(), *fingerprint);
            assert!(line.starts_with(&key.to_string()), "{line}");
            assert_eq!(SshKey::read(&key.to_string()), Ok(key));
        }
    }

    #[test]
    fn what_is_no_public_key_is_refused_with_the_reason() {
        let (good, _) = MADE[0];
        let cut = &good[..good.len() / 2];
        for (line, why) in [
            ("", NoKey::NotPublic),
            ("ssh-ed25519", NoKey::NotPublic),
            (cut, NoKey::NotPublic),
            (&good.replace("ssh-ed25519", "ssh-rsa"), NoKey::NotPublic),
            ("ssh-dss AAAAB3NzaC1kc3MAAACB", NoKey::NotPublic),
            (&format!("command=\"x\" {good}"), NoKey::Options),
            ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn", NoKey::Private),
            ("-----BEGIN RSA PRIVATE KEY-----", NoKey::Private),
        ] {
            assert_eq!(SshKey::read(line), Err(why), "{line}");
        }
    }
}
