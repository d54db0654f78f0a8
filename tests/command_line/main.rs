//! The command line as scripts meet it: the real binary, in a home of its own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // this is a test throughout
#![allow(clippy::cast_possible_wrap)] // a few rows are compared with what SQL counts

mod changes;
mod counts;
mod files;
mod hostile;
mod languages;
mod lists;
mod mistakes;
mod place;
mod shell;
mod starting;
