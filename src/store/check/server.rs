//! Checks the settings of OpenSSH's server for the service over SSH, in the file in which docs/operations.md has them:
//! each keyword without which a key could do more than begin a session, or the session would know less of it.

use super::finding::{CheckFinding, Findings, SERVER};
use crate::config::read_regular;
use std::collections::BTreeMap;
use std::path::Path;

/// The settings of the server, where docs/operations.md has them.
pub(super) const SERVER_FILE: &str = "/etc/ssh/sshd_config.d/ta-tui.conf";

/// The most bytes of that file.
const MOST_BYTES: usize = 1 << 16;

/// The keywords of the block of the account, with the value that each has to have.
const WANTED: [(&str, &str); 5] = [
    ("AuthenticationMethods", "publickey"),
    ("DisableForwarding", "yes"),
    ("ExposeAuthInfo", "yes"),
    ("PermitTunnel", "no"),
    ("PermitUserRC", "no"),
];

/// The variables that clients may send (`src/cli/session_command/environment.rs` reads no other).
const ACCEPTED: [&str; 5] = ["LANG", "LC_ALL", "COLORTERM", "NO_COLOR", "TZ"];

/// Looks at the settings of the server, where there is such a file.
pub(super) fn look(file: &Path, keys: &str, findings: &mut Findings) {
    let Ok(bytes) = read_regular(file, MOST_BYTES) else { return };
    let settings = Settings::read(&String::from_utf8_lossy(&bytes));
    let name = file.to_string_lossy();
    let mut told = |keyword: &str, wanted: &str| {
        let finding = CheckFinding::new(&SERVER).row(&name).with("keyword", keyword.to_owned());
        findings.add(finding.with("wanted", wanted.to_owned()));
    };
    for (keyword, wanted) in WANTED {
        if !settings.of_account(keyword).is_some_and(|value| value.eq_ignore_ascii_case(wanted)) {
            told(keyword, wanted);
        }
    }
    if settings.of_account("AuthorizedKeysFile").is_none_or(|value| value != keys) {
        told("AuthorizedKeysFile", keys);
    }
    // It stands for all accounts: the server does not take it for one.
    let environment = settings.get(false, "PermitUserEnvironment");
    if environment.is_some_and(|value| !value.eq_ignore_ascii_case("no")) {
        told("PermitUserEnvironment", "no");
    }
    let accepted = settings.of_account("AcceptEnv").unwrap_or_default();
    if accepted.split_whitespace().any(|name| !ACCEPTED.contains(&name)) {
        told("AcceptEnv", &ACCEPTED.join(" "));
    }
}

/// The values of keywords: for all accounts, and for one in a block of its own. Of several values of a keyword the
/// server takes the first (`sshd_config(5)`); those of `AcceptEnv` add up.
#[derive(Default)]
struct Settings(BTreeMap<(bool, String), String>);

impl Settings {
    fn read(text: &str) -> Self {
        let (mut settings, mut is_own) = (Self::default(), false);
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            let end = line.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(line.len());
            let (keyword, value) = line.split_at(end);
            let keyword = keyword.to_ascii_lowercase();
            let value = value.trim_start_matches(|c: char| c.is_whitespace() || c == '=');
            let value = value.trim_end().trim_matches('"');
            if keyword == "match" {
                is_own = !value.eq_ignore_ascii_case("all");
                continue;
            }
            let adds = keyword == "acceptenv";
            let known = settings.0.entry((is_own, keyword)).or_default();
            if known.is_empty() || adds {
                known.push_str(value);
                known.push(' ');
            }
        }
        settings
    }

    fn get(&self, is_own: bool, keyword: &str) -> Option<&str> {
        self.0.get(&(is_own, keyword.to_ascii_lowercase())).map(|value| value.trim())
    }

    /// The value that holds for the account: that of its block before that of all.
    fn of_account(&self, keyword: &str) -> Option<&str> {
        self.get(true, keyword).or_else(|| self.get(false, keyword))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Text};
    use std::fs;

    const KEYS: &str = "/etc/ta-tui/authorized_keys";

    /// The block that docs/operations.md has.
    fn documented() -> String {
        let document = include_str!("../../../docs/operations.md");
        let block = document.split("```text\n").nth(1).and_then(|rest| rest.split("```").next());
        block.unwrap().to_owned()
    }

    fn told(text: &str) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ta-tui.conf");
        fs::write(&file, text).unwrap();
        let mut findings = Findings::default();
        look(&file, KEYS, &mut findings);
        let findings = findings.sorted();
        assert!(findings.iter().all(|found| found.id == "server-settings"));
        let text = Text::of(Lang::En);
        findings.iter().map(|found| text.say(found.message())).collect()
    }

    #[test]
    fn the_settings_of_the_document_are_as_wanted() {
        assert_eq!(told(&documented()), [""; 0]);
        let mut findings = Findings::default();
        look(Path::new("/nowhere"), KEYS, &mut findings);
        assert!(findings.sorted().is_empty(), "no service is set up");
    }

    #[test]
    fn each_setting_that_is_missing_or_another_is_told() {
        for (keyword, _) in WANTED.into_iter().chain([("AuthorizedKeysFile", "")]) {
            let settings = documented();
            let kept: Vec<&str> = settings.lines().filter(|line| !line.contains(keyword)).collect();
            let without = kept.join("\n");
            let told = told(&without);
            assert!(told.len() == 1 && told[0].contains(keyword), "{keyword}: {told:?}");
        }
        for (from, to) in [
            ("DisableForwarding yes", "disableforwarding=no\nDisableForwarding yes"),
            ("PermitUserEnvironment no", "PermitUserEnvironment yes"),
            ("AcceptEnv LANG", "AcceptEnv LD_PRELOAD LANG"),
            ("TZ\n", "TZ\n    AcceptEnv XDG_*\n"),
            ("AuthorizedKeysFile /etc/ta-tui/", "AuthorizedKeysFile .ssh/"),
        ] {
            let changed = documented().replace(from, to);
            assert_ne!(changed, documented(), "{from}");
            assert_eq!(told(&changed).len(), 1, "{to}");
        }
    }
}
