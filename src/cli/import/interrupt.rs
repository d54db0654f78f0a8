//! A signal that ends an import: the reading of the file, the comparison and the write are asked to stop, and nothing is
//! written.

use crate::cli::failure::{Failure, Status};
use crate::spreadsheet::Stop;
use crate::text::Message;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Handle;
use signal_hook::iterator::Signals;
use std::thread;

/// The watch for signals; it ends with the import.
pub(super) struct Interrupt {
    stop: Stop,
    handle: Handle,
}

impl Interrupt {
    /// Watches from now on for signals that end the program.
    pub(super) fn watch() -> Result<Self, Failure> {
        let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
        let (stop, handle) = (Stop::default(), signals.handle());
        let asked = stop.clone();
        let watch = move || signals.forever().for_each(|_| asked.ask());
        thread::Builder::new().name("signals".to_owned()).spawn(watch)?;
        Ok(Self { stop, handle })
    }

    /// The flag that readers of files ask.
    pub(super) fn stop(&self) -> &Stop {
        &self.stop
    }

    /// Whether a signal has come.
    pub(super) fn is_asked(&self) -> bool {
        self.stop.is_asked()
    }
}

impl Drop for Interrupt {
    fn drop(&mut self) {
        self.handle.close();
    }
}

/// The failure of an import that was stopped.
pub(super) fn stopped() -> Failure {
    Failure::new(Status::Failed, Message::new("cli-import-stopped"))
}
