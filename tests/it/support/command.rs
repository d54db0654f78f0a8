//! The program as a command on the sample register, in an environment of its own.

use super::desk::sample;
use std::process::{Command, Output};

/// Runs it with these arguments behind the register's.
pub fn run(args: &[&str]) -> Output {
    let home = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_ta-tui"))
        .env_clear()
        .env("HOME", home.path())
        .arg("--db")
        .arg(sample())
        .args(args)
        .output()
        .unwrap()
}
