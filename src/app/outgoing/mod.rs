//! What leaves the program: the command line that gives what is shown, what is copied to the clipboard of the
//! terminal, and the file that an export writes.

mod command_line;
mod copy;
mod export;
