//! The interactive program: everything below put together. It runs on a terminal
//! (`interactive.rs`) or draws one screen without one (`frame.rs`).

mod around;
mod colours;
mod export;
mod frame;
mod headless;
mod idle;
mod interactive;
mod opening;
mod pointer;
mod session;
mod wakes;

pub use headless::Headless;

use crate::cli::{Failure, FrameArgs, Interface, Start};
use std::io::Write;

/// The program as the command line starts it.
pub struct Program;

impl Interface for Program {
    fn ready(&self) -> Result<(), Failure> {
        interactive::ready()
    }

    fn interactive(&self, start: Start) -> Result<(), Failure> {
        interactive::run(&start)
    }

    fn frame(&self, start: Start, frame: FrameArgs, out: &mut dyn Write) -> Result<(), Failure> {
        frame::run(&start, &frame, out)
    }
}
