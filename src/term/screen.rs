//! Frames: the changes since the last one, in one write, and nothing when nothing changed.

use super::doubt::Doubts;
use super::tty::Tty;
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{self, BeginSynchronizedUpdate, Clear, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Rect, Size};
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

/// The cost of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The bytes written; none when the screen already showed the frame.
    pub bytes: usize,
}

/// The screen as it was last drawn.
///
/// The terminal is taken to be empty with its cursor hidden at first, as
/// [`TerminalSession::enter`](super::TerminalSession::enter) leaves it.
#[derive(Debug)]
pub struct TerminalScreen<W: Write = Tty> {
    terminal: Terminal<Recorder>,
    /// Shared with the recorder, which sees only the changes of a frame.
    doubts: Rc<RefCell<Doubts>>,
    out: W,
    /// The position of the terminal's cursor; `None` while it is hidden.
    cursor: Option<Position>,
    /// Whether the terminal's contents are unknown.
    stale: bool,
}

impl<W: Write> TerminalScreen<W> {
    /// An empty screen of so many columns and rows, drawn to `out`. Every frame is one
    /// `write_all`.
    pub fn new(out: W, (columns, rows): (u16, u16)) -> io::Result<Self> {
        let doubts = Rc::default();
        let terminal = blank(columns, rows, &doubts)?;
        Ok(Self { terminal, doubts, out, cursor: None, stale: false })
    }

    /// Columns and rows.
    pub fn size(&self) -> (u16, u16) {
        let Size { width, height } = self.terminal.backend().size;
        (width, height)
    }

    /// The terminal has another size now: the next frame has it too and is painted whole.
    pub fn resize(&mut self, columns: u16, rows: u16) -> io::Result<()> {
        self.doubts = Rc::default();
        self.terminal = blank(columns, rows, &self.doubts)?;
        self.stale = true;
        Ok(())
    }

    /// Empties the screen, after another program had the terminal: the next frame is painted whole.
    pub fn repaint(&mut self) -> io::Result<()> {
        let (columns, rows) = self.size();
        self.resize(columns, rows)
    }

    /// Sends a text to the clipboard of the terminal's machine (OSC 52 of xterm's control sequences: `c` is the
    /// clipboard, the text in base64). Terminals that do not know it, or do not allow it, ignore it.
    ///
    /// # Errors
    /// A failed write means that the terminal is gone.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let mut bytes = b"\x1b]52;c;".to_vec();
        bytes.extend_from_slice(BASE64.encode(text).as_bytes());
        bytes.push(b'\x07');
        self.out.write_all(&bytes)
    }

    /// Draws a frame: `render` fills it from empty, and the differences from the last frame go out
    /// in one write between the marks of a synchronized update. The cursor shows only where the
    /// frame sets it.
    ///
    /// # Errors
    /// A failed write (`EIO`, `EPIPE`) means that the terminal is gone.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame)) -> io::Result<Drawn> {
        let doubts = Rc::clone(&self.doubts);
        self.terminal.draw(|frame| {
            render(frame);
            doubts.borrow_mut().look(frame.buffer_mut());
        })?;
        let recorder = self.terminal.backend_mut();
        let cells = std::mem::take(&mut recorder.bytes);
        let cursor = recorder.cursor;
        if cells.is_empty() && cursor == self.cursor && !self.stale {
            return Ok(Drawn { bytes: 0 });
        }
        let mut bytes = Vec::with_capacity(cells.len() + 64);
        queue!(bytes, BeginSynchronizedUpdate)?;
        if self.stale {
            queue!(bytes, SetAttribute(Attribute::Reset), Clear(terminal::ClearType::All))?;
        }
        bytes.extend_from_slice(&cells);
        match cursor {
            // Drawn cells have moved it, so it is placed even where it stays.
            Some(Position { x, y }) => queue!(bytes, MoveTo(x, y))?,
            None if self.cursor.is_some() || self.stale => queue!(bytes, Hide)?,
            None => {}
        }
        if cursor.is_some() && (self.cursor.is_none() || self.stale) {
            queue!(bytes, Show)?;
        }
        queue!(bytes, EndSynchronizedUpdate)?;
        // Set before the write: after a failed one, the terminal is gone for good.
        self.cursor = cursor;
        self.stale = false;
        self.out.write_all(&bytes)?;
        Ok(Drawn { bytes: bytes.len() })
    }
}

fn blank(columns: u16, rows: u16, doubts: &Rc<RefCell<Doubts>>) -> io::Result<Terminal<Recorder>> {
    let size = Size { width: columns.max(1), height: rows.max(1) };
    // A fixed viewport, so that no frame asks for the size.
    let viewport = Viewport::Fixed(Rect::new(0, 0, size.width, size.height));
    let doubts = Rc::clone(doubts);
    let recorder = Recorder { size, bytes: Vec::new(), cursor: None, doubts };
    Terminal::with_options(recorder, TerminalOptions { viewport })
}

/// The backend that ratatui draws on: cells become bytes, the cursor a wish. Ratatui would write
/// the cursor with every frame, changed or not.
#[derive(Debug)]
struct Recorder {
    size: Size,
    bytes: Vec<u8>,
    cursor: Option<Position>,
    doubts: Rc<RefCell<Doubts>>,
}

impl Backend for Recorder {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, cells: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let doubts = self.doubts.borrow();
        super::encode::cells(&mut self.bytes, self.size.width, cells, doubts.tails());
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor.get_or_insert_default();
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        // Ratatui also moves a hidden cursor; only a shown one is a wish of the frame.
        if self.cursor.is_some() {
            self.cursor = Some(position.into());
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Stylize;

    /// Keeps each write apart; the real one refuses late ones.
    #[derive(Debug, Default)]
    struct Writes(Vec<Vec<u8>>);

    impl Write for Writes {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.push(bytes.to_vec());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    struct Gone;

    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn screen() -> TerminalScreen<Writes> {
        TerminalScreen::new(Writes::default(), (20, 4)).unwrap()
    }

    fn words(words: &str) -> impl FnOnce(&mut Frame) {
        move |frame| frame.render_widget(words.bold().red(), frame.area())
    }

    fn shown(screen: &TerminalScreen<Writes>) -> vt100::Parser {
        let (columns, rows) = screen.size();
        let mut parser = vt100::Parser::new(rows, columns, 0);
        for bytes in &screen.out.0 {
            parser.process(bytes);
        }
        parser
    }

    #[test]
    fn a_frame_is_one_write_between_the_marks_of_an_update() {
        let mut screen = screen();
        let drawn = screen.draw(words("资产 assets")).unwrap();
        let [bytes] = &screen.out.0[..] else { panic!("{:?}", screen.out) };
        assert_eq!(drawn.bytes, bytes.len());
        assert!(bytes.starts_with(b"\x1b[?2026h") && bytes.ends_with(b"\x1b[?2026l"));
        assert_eq!(shown(&screen).screen().contents(), "资产 assets");
    }

    #[test]
    fn an_unchanged_frame_is_no_write() {
        let mut screen = screen();
        screen.draw(words("same")).unwrap();
        assert_eq!(screen.draw(words("same")).unwrap(), Drawn { bytes: 0 });
        assert_eq!(screen.draw(words("same")).unwrap(), Drawn { bytes: 0 });
        assert_eq!(screen.out.0.len(), 1);
    }

    #[test]
    fn an_empty_first_frame_is_no_write() {
        let mut screen = screen();
        assert_eq!(screen.draw(|_| ()).unwrap().bytes, 0);
        assert!(screen.out.0.is_empty());
    }

    #[test]
    fn only_the_difference_goes_out() {
        let mut screen = screen();
        screen.draw(words("one two three four")).unwrap();
        screen.draw(words("one two threa four")).unwrap();
        assert_eq!(shown(&screen).screen().contents(), "one two threa four");
        let last = String::from_utf8_lossy(&screen.out.0[1]).into_owned();
        assert!(last.contains('a') && !last.contains('w'), "{last:?}");
    }

    #[test]
    fn the_cursor_follows_the_frame_and_costs_nothing_while_it_stays() {
        let mut screen = screen();
        let at = |x| {
            move |frame: &mut Frame| {
                frame.render_widget("text", frame.area());
                frame.set_cursor_position((x, 1));
            }
        };
        screen.draw(at(3)).unwrap();
        assert!(!shown(&screen).screen().hide_cursor());
        assert_eq!(shown(&screen).screen().cursor_position(), (1, 3));
        assert_eq!(screen.draw(at(3)).unwrap().bytes, 0);
        screen.draw(at(0)).unwrap();
        assert_eq!(shown(&screen).screen().cursor_position(), (1, 0));
        screen.draw(words("text")).unwrap();
        assert!(shown(&screen).screen().hide_cursor());
    }

    #[test]
    fn cells_drawn_leave_the_cursor_where_the_frame_wants_it() {
        let mut screen = screen();
        for text in ["first", "other"] {
            let frame = |frame: &mut Frame| {
                frame.render_widget(text, frame.area());
                frame.set_cursor_position((7, 2));
            };
            screen.draw(frame).unwrap();
        }
        assert_eq!(shown(&screen).screen().cursor_position(), (2, 7));
    }

    #[test]
    fn another_size_or_a_repaint_paints_the_whole_screen() {
        let mut screen = screen();
        screen.draw(words("whole")).unwrap();
        screen.repaint().unwrap();
        screen.draw(words("whole")).unwrap();
        screen.resize(30, 5).unwrap();
        assert_eq!(screen.size(), (30, 5));
        screen.draw(words("whole")).unwrap();
        for bytes in &screen.out.0[1..] {
            let bytes = String::from_utf8_lossy(bytes);
            assert!(bytes.contains("\x1b[2J") && bytes.contains("whole"), "{bytes:?}");
        }
        assert_eq!(screen.draw(words("whole")).unwrap().bytes, 0);
    }

    #[test]
    fn what_was_there_goes_when_the_next_whole_frame_is_empty() {
        let mut screen = screen();
        screen.draw(words("gone")).unwrap();
        screen.repaint().unwrap();
        screen.draw(|_| ()).unwrap();
        assert_eq!(shown(&screen).screen().contents(), "");
    }

    #[test]
    fn no_size_is_too_small() {
        let mut screen = screen();
        screen.resize(0, 0).unwrap();
        assert_eq!(screen.size(), (1, 1));
        screen.draw(words("x")).unwrap();
    }

    /// A terminal that counts every emoji of a family, as vt100 does, is left nothing of it.
    #[test]
    fn nothing_remains_of_what_a_terminal_draws_wider_than_was_counted() {
        let mut screen = screen();
        let family = "👩\u{200d}👩\u{200d}👧";
        screen.draw(words(&format!("> {family} one"))).unwrap();
        screen.draw(words(&format!("  {family} one"))).unwrap();
        let shown_now = shown(&screen).screen().contents();
        assert!(shown_now.contains(" one") && !shown_now.contains('👧'), "{shown_now:?}");
        screen.draw(words("  two")).unwrap();
        assert_eq!(shown(&screen).screen().contents(), "  two");
    }

    #[test]
    fn a_vanished_terminal_is_an_error() {
        let mut screen = TerminalScreen::new(Gone, (20, 4)).unwrap();
        assert!(screen.draw(words("nobody")).is_err());
    }
}
