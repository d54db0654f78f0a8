//! The command line as scripts meet it: the real binary, in a home of its own.

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
