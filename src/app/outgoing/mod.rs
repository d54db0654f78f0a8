//! Output: the command line that gives what is shown, copies to the clipboard of the terminal, and the file that an
//! export writes.

mod command_line;
mod copy;
mod export;
