//! The environment of a session over SSH. The program begins anew, in the same process, with the few variables that a
//! session needs: so nothing that a client or an account has set is read, neither here nor by a library, whatever it
//! reads and when.

use super::super::failure::{Failure, Status};
use crate::text::Message;
use std::ffi::{OsStr, OsString};
use std::os::unix::process::CommandExt as _;
use std::process::Command;

/// The variables that a session keeps.
const KEPT: [&str; 9] = [
    "TERM",
    "LANG",
    "LC_ALL",
    "COLORTERM",
    "NO_COLOR",
    "TZ",
    "SSH_CONNECTION",
    "SSH_ORIGINAL_COMMAND",
    "SSH_USER_AUTH",
];

/// The most bytes of the name of a time zone.
const LONGEST_ZONE: usize = 64;

/// Begins the program anew with the variables of a session; gives nothing where there are no others.
///
/// # Errors
/// The system does not begin it.
pub(in crate::cli) fn clear(args: &[OsString]) -> Result<(), Failure> {
    let Some(kept) = cleared(std::env::vars_os().collect()) else { return Ok(()) };
    // The file that runs, also where another one has taken its name meanwhile.
    let mut anew = Command::new("/proc/self/exe");
    let (name, rest) = args.split_first().map_or((None, args), |(name, rest)| (Some(name), rest));
    let error = anew
        .env_clear()
        .envs(kept)
        .arg0(name.map_or(OsStr::new("ta-tui"), |n| n))
        .args(rest)
        .exec();
    let message = Message::new("session-not-begun").with("reason", error.to_string());
    Err(Failure::new(Status::Failed, message))
}

/// The variables that are kept; `None` where all are.
fn cleared(all: Vec<(OsString, OsString)>) -> Option<Vec<(OsString, OsString)>> {
    let before = all.len();
    let kept: Vec<_> = all.into_iter().filter(|(name, value)| is_kept(name, value)).collect();
    (kept.len() < before).then_some(kept)
}

fn is_kept(name: &OsStr, value: &OsStr) -> bool {
    // A time zone can also be the path of a file.
    KEPT.iter().any(|kept| name == *kept) && (name != "TZ" || is_zone(value))
}

/// Whether it is the name of a time zone (`Europe/Vienna`, `UTC`, `CET-1CEST`), and no path.
fn is_zone(value: &OsStr) -> bool {
    let Some(zone) = value.to_str() else { return false };
    let is_letter = |c: char| c.is_ascii_alphanumeric() || "/_+-,.".contains(c);
    zone.len() <= LONGEST_ZONE
        && zone.starts_with(|c: char| c.is_ascii_alphanumeric())
        && zone.chars().all(is_letter)
        && !zone.contains("..")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(all: &[(&str, &str)]) -> Option<Vec<String>> {
        let all = all.iter().map(|(name, value)| (name.into(), value.into())).collect();
        let kept = cleared(all)?;
        Some(kept.into_iter().map(|(name, _)| name.into_string().unwrap()).collect())
    }

    #[test]
    fn nothing_but_the_list_is_kept() {
        let kept = KEPT.map(|name| (name, "UTC"));
        assert_eq!(names(&kept), None, "the program is not begun anew once more");
        let more = ["HOME", "USER", "TA_TUI_DB", "TA_TUI_AS", "TA_TUI_LOG", "XDG_CONFIG_HOME"];
        let more = more.iter().chain(&["TZDIR", "LC_CTYPE", "LD_PRELOAD", "RUST_BACKTRACE", ""]);
        for name in more {
            let all: Vec<_> = kept.into_iter().chain([(*name, "x")]).collect();
            assert_eq!(names(&all).unwrap(), KEPT, "{name}");
        }
    }

    #[test]
    fn a_time_zone_is_a_name_and_no_path() {
        for zone in [
            "UTC",
            "Europe/Vienna",
            "America/Argentina/La_Rioja",
            "Etc/GMT+8",
            "CET-1CEST,M3.5.0,M10.5.0/3",
        ] {
            assert_eq!(names(&[("TZ", zone)]), None, "{zone}");
        }
        for path in
            ["/etc/passwd", ":/etc/passwd", "../../etc/passwd", "a/../../x", "", ":UTC", "a b", "é"]
        {
            assert_eq!(names(&[("TZ", path)]), Some(Vec::new()), "{path}");
        }
        assert_eq!(names(&[("TZ", &"a".repeat(LONGEST_ZONE + 1))]), Some(Vec::new()));
    }
}
