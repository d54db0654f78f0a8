//! Output: the command line for the records shown, copies to the clipboard of the terminal, and the file that an
//! export writes.

mod command_line;
mod copy;
mod export;
