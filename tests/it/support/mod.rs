//! Shared parts of the tests in `tests/it` and `tests/pty`.
//!
//! [`pty`] runs a program in a pseudo-terminal and reads its screen: [`pty::Pty::spawn`] starts
//! it, [`pty::Pty::keys`] types in vim's notation (`"4/chapter:5<Enter>"`),
//! [`pty::Pty::wait_for`] and [`pty::Pty::wait_text`] block until the screen shows the text asked
//! for. Nothing sleeps for a fixed time: a test is as quick as the program, and only a test that
//! fails reaches the deadline.

#![allow(dead_code, unreachable_pub)] // each test program uses its own part of this
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops where it stands

pub mod circles;
pub mod command;
pub mod cost;
pub mod counted;
pub mod counted_recording;
pub mod desk;
pub mod frames;
pub mod fresh;
pub mod home;
pub mod keys;
pub mod large;
pub mod lists;
pub mod names;
pub mod older;
pub mod overlapping;
pub mod panes;
pub mod pixels;
pub mod places;
pub mod pty;
pub mod schema;
pub mod source;
pub mod stale;
pub mod sweep;
pub mod wrapped;
