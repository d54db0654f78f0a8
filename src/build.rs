//! The build script: a release build of a git checkout names its commit in `--version`.
//!
//! `TA_TUI_COMMIT`, if set, names the commit instead of git; set to an empty text, it names no commit. A build for
//! development names no commit, so that a new commit does not compile it again;
//! nor does a build without git, or of a folder that is not the top of a checkout, such as an
//! unpacked package.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The paths of the program's sources: only changes of these count as changed.
const MADE_OF: [&str; 4] = ["src", "Cargo.toml", "Cargo.lock", ".cargo"];

/// How many digits of a commit are told: always as many, so that the same commit has the same name everywhere.
const DIGITS: usize = 12;

fn main() -> io::Result<()> {
    let mut out = io::stdout();
    writeln!(out, "cargo::rerun-if-changed=src/build.rs")?;
    writeln!(out, "cargo::rerun-if-env-changed=TA_TUI_COMMIT")?;
    let variable = |name: &str| std::env::var_os(name);
    if variable("TA_TUI_COMMIT").is_some() || variable("PROFILE").is_none_or(|is| is != "release") {
        return Ok(());
    }
    let folder = PathBuf::from(variable("CARGO_MANIFEST_DIR").unwrap_or_default());
    for path in watched("git", &folder) {
        writeln!(out, "cargo::rerun-if-changed={}", path.display())?;
    }
    if let Some(commit) = commit("git", &folder) {
        writeln!(out, "cargo::rustc-env=TA_TUI_COMMIT={commit}")?;
    }
    Ok(())
}

/// The commit that is checked out in a folder, with `-changed` behind it where the program's
/// sources have been changed since; `None` where git does not know. `git` is the program to ask.
pub(crate) fn commit(git: &str, folder: &Path) -> Option<String> {
    // A package may be unpacked within a checkout of something else.
    if !ask(git, folder, &["rev-parse", "--show-prefix"])?.is_empty() {
        return None;
    }
    let mut commit = ask(git, folder, &["rev-parse", "--verify", "HEAD"])?;
    commit.truncate(DIGITS);
    let status = ["status", "--porcelain", "--untracked-files=no", "--"];
    let changed = ask(git, folder, &[&status[..], &MADE_OF].concat())?;
    Some(if changed.is_empty() { commit } else { commit + "-changed" })
}

/// The files that a change of the answer changes: the sources, and where git writes down what is
/// checked out. Cargo takes a path that is missing for a change, so only those that are there.
pub(crate) fn watched(git: &str, folder: &Path) -> Vec<PathBuf> {
    let of_git = ["HEAD", "logs/HEAD", "packed-refs"].into_iter();
    let of_git = of_git.filter_map(|name| ask(git, folder, &["rev-parse", "--git-path", name]));
    let paths = of_git.map(PathBuf::from).chain(MADE_OF.iter().map(PathBuf::from));
    paths.map(|path| folder.join(path)).filter(|path| path.exists()).collect()
}

/// The answer of git, without white space around it; `None` where git fails.
fn ask(git: &str, folder: &Path, args: &[&str]) -> Option<String> {
    let asked =
        Command::new(git).arg("--no-optional-locks").args(args).current_dir(folder).output();
    let answer = asked.ok().filter(|answer| answer.status.success())?;
    Some(String::from_utf8(answer.stdout).ok()?.trim().to_owned())
}
