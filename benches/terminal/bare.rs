//! The least that a program on the whole screen does: it takes the alternate screen, paints one
//! frame in one write and waits. Its start takes as long as the machine, the loader and the
//! terminal need for every such program.

use super::frames::FRAME_END;
use crossterm::cursor::{Hide, MoveTo};
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EnterAlternateScreen, enable_raw_mode, size};
use std::io::{self, Read, Write};

/// Runs it until a key is pressed.
pub(crate) fn run() -> io::Result<()> {
    enable_raw_mode()?;
    let (columns, rows) = size()?;
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, Hide, BeginSynchronizedUpdate)?;
    for row in 0..rows {
        queue!(bytes, MoveTo(0, row))?;
        bytes.resize(bytes.len() + usize::from(columns), b'x');
    }
    bytes.extend_from_slice(FRAME_END);
    let mut out = io::stdout().lock();
    out.write_all(&bytes)?;
    out.flush()?;
    io::stdin().lock().read_exact(&mut [0])
}
