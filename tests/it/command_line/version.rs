//! The commit that a release build names by itself, as the build script finds it out.

#[path = "../../../src/build.rs"]
#[allow(dead_code, reason = "its main is for cargo")]
mod build;

use std::path::Path;
use std::process::Command;

/// Runs git in a folder, with no settings but these.
fn git(folder: &Path, args: &[&str]) -> String {
    let mut git = Command::new("git");
    git.current_dir(folder).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let settings = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
    let ran = git.args(settings).args(args).output().unwrap();
    assert!(ran.status.success(), "{args:?} {ran:?}");
    String::from_utf8(ran.stdout).unwrap().trim().to_owned()
}

/// A checkout with a commit.
fn checkout() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("src")).unwrap();
    std::fs::write(dir.path().join("src/lib.rs"), "//! Nothing.\n").unwrap();
    std::fs::write(dir.path().join("notes.md"), "Nothing.\n").unwrap();
    git(dir.path(), &["init", "--quiet"]);
    git(dir.path(), &["add", "."]);
    git(dir.path(), &["commit", "--quiet", "-m", "First"]);
    dir
}

#[test]
fn a_release_build_names_the_commit_of_its_checkout_and_says_when_it_was_changed() {
    let dir = checkout();
    let whole = git(dir.path(), &["rev-parse", "HEAD"]);
    let named = build::commit("git", dir.path()).unwrap();
    assert_eq!(named, whole[..12]);
    std::fs::write(dir.path().join("notes.md"), "Something.\n").unwrap();
    std::fs::write(dir.path().join("src/new.rs"), "").unwrap();
    assert_eq!(build::commit("git", dir.path()), Some(named.clone()), "nothing that is built");
    std::fs::write(dir.path().join("src/lib.rs"), "//! Something.\n").unwrap();
    assert_eq!(build::commit("git", dir.path()), Some(format!("{named}-changed")));
    git(dir.path(), &["commit", "--quiet", "-am", "Second"]);
    let second = build::commit("git", dir.path()).unwrap();
    assert!(second != named && second.len() == 12, "{second}");
}

#[test]
fn a_build_without_git_or_within_another_checkout_names_no_commit() {
    let dir = checkout();
    assert_eq!(build::commit("no-such-git", dir.path()), None);
    assert_eq!(build::commit("git", &dir.path().join("src")), None);
    assert!(build::watched("no-such-git", dir.path()).iter().all(|path| path.exists()));
    let bare = tempfile::tempdir().unwrap();
    assert_eq!(build::commit("git", bare.path()), None);
    git(bare.path(), &["init", "--quiet"]);
    assert_eq!(build::commit("git", bare.path()), None, "no commit yet");
}

#[test]
fn what_is_watched_changes_with_a_commit_and_with_the_sources() {
    let dir = checkout();
    let watched = build::watched("git", dir.path());
    for name in ["HEAD", "logs/HEAD", "src"] {
        assert!(watched.iter().any(|path| path.ends_with(name)), "{name} {watched:?}");
    }
    assert!(watched.iter().all(|path| path.exists()), "a missing one is built again every time");
}
