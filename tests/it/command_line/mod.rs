//! The command line as scripts use it: the real binary, in a home folder made for the test.

mod bad_input;
mod changes;
mod configuration;
mod counts;
mod coverage;
mod day;
mod documented;
mod files;
mod formats;
mod gaps;
mod help;
mod hostile;
mod languages;
mod lists;
mod logging;
mod mistakes;
mod opening;
mod outside;
mod past;
mod people;
mod pictures;
pub(crate) mod place;
mod records;
mod shell;
mod show;
mod starting;
mod version;
