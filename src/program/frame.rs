//! One screen without a terminal: the same state, worker and drawing, with keys from the command
//! line. After every key the worker's answers are awaited, so that the picture is the one on
//! which a user's screen comes to rest.

use super::session::Session;
use crate::app::{Event, key};
use crate::cli::{Failure, FrameArgs, FrameFormat, Start, Status};
use crate::picture;
use crate::text::Message;
use crate::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::io::Write;
use std::sync::mpsc::{Receiver, channel};

/// Draws the screen after the keys into `out`.
pub(super) fn run(start: &Start, frame: &FrameArgs, out: &mut dyn Write) -> Result<(), Failure> {
    let keys = key::script(&frame.keys).map_err(|part| {
        Failure::new(Status::Usage, Message::new("frame-no-key").with("part", part))
    })?;
    let (sender, inbox) = channel();
    let size = (frame.columns, frame.rows);
    let mut session = Session::start(start, size, false, move |event| sender.send(event).is_ok())?;
    settle(&mut session, &inbox);
    for key in keys {
        session.take(Event::Key(key));
        settle(&mut session, &inbox);
    }
    let mut buffer = Buffer::empty(Rect::new(0, 0, frame.columns, frame.rows));
    let cursor = ui::draw(&session.app, &mut buffer);
    let picture = match frame.format {
        FrameFormat::Text => picture::text(&buffer),
        FrameFormat::Ansi => picture::ansi(&buffer),
        FrameFormat::Svg => picture::svg(&buffer, cursor, picture::Palette::Dark),
    };
    out.write_all(picture.as_bytes())?;
    Ok(())
}

/// Takes the worker's reports until nothing is open any more.
fn settle(session: &mut Session, inbox: &Receiver<Event>) {
    while !session.app.is_settled() {
        let Ok(event) = inbox.recv() else { return };
        session.take(event);
    }
}
