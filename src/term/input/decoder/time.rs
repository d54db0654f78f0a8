//! The time that the decoder waits for more, and the end of sequences that got no more.

use super::Decoder;
use super::ended::Ended;
use crate::term::input::heard::Heard;
use crate::term::input::late;
use crate::term::input::state::State;
use crossterm::event::KeyCode;
use std::time::{Duration, Instant};

impl Decoder {
    /// Whether a text or a paste is under way.
    pub fn is_in_text(&self) -> bool {
        let paste = matches!(
            self.state,
            State::Paste | State::PasteEsc { .. } | State::PasteControl { .. }
        );
        paste || self.behind.is_some() || self.run.is_open()
    }

    /// The new part of a read, without the late rest of a sequence that has ended.
    pub(super) fn behind_what_ended<'a>(&mut self, bytes: &'a [u8], now: Instant) -> &'a [u8] {
        let (Some((ended, at)), State::Ground) = (self.ended, self.state) else { return bytes };
        let wait = match ended {
            Ended::Esc => self.waits.late_sequence,
            Ended::Sequence(_) | Ended::String | Ended::Paste => self.waits.late_end,
        };
        if now >= at + wait {
            self.ended = None;
            return bytes;
        }
        match ended {
            Ended::Esc => {
                self.ended = None;
                if late::is_sequence(bytes) {
                    self.state = State::Esc { twice: false };
                }
                bytes
            }
            Ended::Sequence(state) => {
                self.ended = None;
                if late::goes_on(bytes) {
                    (self.state, self.late) = (state, true);
                }
                bytes
            }
            Ended::Paste => {
                if late::has_end_of_paste(bytes) {
                    self.ended = None;
                    self.state = State::Paste;
                }
                bytes
            }
            Ended::String => match late::end_of_string(bytes) {
                Some(end) => {
                    self.ended = None;
                    &bytes[end..]
                }
                None => bytes,
            },
        }
    }

    /// Gives the time until which more input is awaited; `None` if no sequence has begun.
    pub fn deadline(&self) -> Option<Instant> {
        let all = [self.told_by(), self.run_over_by(), self.state_over_by(), self.behind_over_by()];
        all.into_iter().flatten().min()
    }

    /// When the held characters of a run are passed on.
    fn told_by(&self) -> Option<Instant> {
        Some((self.held? + self.waits.hold).min(self.last? + self.waits.run))
    }

    /// When the run ends for want of more characters.
    fn run_over_by(&self) -> Option<Instant> {
        self.run.is_open().then_some(self.last? + self.waits.tail)
    }

    /// When what stands behind the end of a paste is no part of it.
    fn behind_over_by(&self) -> Option<Instant> {
        self.behind.as_ref()?;
        Some(self.last? + self.waits.run)
    }

    /// When what has begun ends for want of more.
    fn state_over_by(&self) -> Option<Instant> {
        Some(self.last? + self.wait()?)
    }

    /// Ends the sequences and runs whose time is over.
    pub fn expire(&mut self, now: Instant) -> Vec<Heard> {
        let mut out = Vec::new();
        let passed = |at: Option<Instant>| at.is_some_and(|at| now >= at);
        if passed(self.behind_over_by()) {
            self.hear_behind(&mut out, now);
        }
        let (told, run_over) = (passed(self.told_by()), passed(self.run_over_by()));
        let state_over = passed(self.state_over_by());
        if told {
            self.run.tell(&mut out);
            self.held = None;
        }
        if run_over {
            self.run.end(&mut out);
        }
        if !state_over {
            return out;
        }
        match self.state {
            State::Ground => self.broken(&mut out),
            State::Esc { twice } => {
                self.escapes(twice, &mut out);
                self.ended = Some((Ended::Esc, now));
            }
            State::Paste | State::PasteEsc { .. } | State::PasteControl { .. } => {
                let cut = matches!(self.state, State::PasteControl { .. });
                self.end_paste(&mut out);
                // Of its end the last bytes may be missing alone.
                let ended = if cut { Ended::Sequence(State::Control) } else { Ended::Paste };
                self.ended = Some((ended, now));
            }
            State::String { .. } => self.ended = Some((Ended::String, now)),
            State::Control | State::Console | State::Shifted => {
                self.ended = Some((Ended::Sequence(self.state), now));
            }
            State::Mouse { .. } => {}
        }
        self.rest();
        out
    }

    fn wait(&self) -> Option<Duration> {
        match self.state {
            State::Ground => self.utf8.is_open().then_some(self.waits.sequence),
            State::Esc { .. } => Some(self.waits.escape),
            State::Control | State::Console | State::Shifted | State::Mouse { .. } => {
                Some(self.waits.sequence)
            }
            State::String { .. }
            | State::Paste
            | State::PasteEsc { .. }
            | State::PasteControl { .. } => Some(self.waits.silence),
        }
    }

    /// One Esc, or two, as keys.
    fn escapes(&mut self, twice: bool, out: &mut Vec<Heard>) {
        for _ in 0..=usize::from(twice) {
            self.key(KeyCode::Esc.into(), out);
        }
    }
}
