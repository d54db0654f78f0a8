//! One screen without a terminal, after keys from the command line.

use super::Headless;
use crate::app::{Event, Wish, key};
use crate::cli::{Failure, FrameArgs, FrameFormat, Start, Status};
use crate::picture;
use crate::text::Message;
use std::io::Write;

/// Draws the screen after the keys into `out`.
pub(super) fn run(start: &Start, frame: &FrameArgs, out: &mut dyn Write) -> Result<(), Failure> {
    let keys = key::script(&frame.keys).map_err(|part| {
        Failure::new(Status::Usage, Message::new("frame-no-key").with("part", part))
    })?;
    let mut program = Headless::start(start, (frame.columns, frame.rows))?;
    for key in keys {
        program.key(key);
    }
    if let Some(Wish::Export(export)) = &program.app().wish {
        let file = export.file.display().to_string();
        let message = Message::new("frame-exports-nothing").with("file", file);
        program.take(Event::Exported(Err(message)));
    }
    if let Some(error) = program.app().failed_to_read() {
        // A screen with parts missing would be taken for the whole.
        return Err(error.clone().into());
    }
    let (buffer, _) = program.draw();
    let settings = &program.app().settings;
    let drawn = if settings.colours.are_on_light(settings.palette) {
        picture::DrawingColours::LIGHT
    } else {
        picture::DrawingColours::DARK
    };
    let picture = match frame.format {
        FrameFormat::Text => picture::text(&buffer),
        FrameFormat::Ansi => picture::ansi(&buffer),
        FrameFormat::Svg => picture::svg(&buffer, &drawn),
    };
    out.write_all(picture.as_bytes())?;
    program.end().map_or(Ok(()), Err)
}
