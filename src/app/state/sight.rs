//! A record of questions and messages: when they were drawn, and when the keys after them were read. Moments are
//! given as the time since the program began; nothing here reads a clock.

use std::time::Duration;

/// The time that a message stays at least once it was drawn.
pub const TO_READ: Duration = Duration::from_secs(5);

/// The question and the message on the screen, of which the drawing is awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sight {
    /// The number of the question.
    pub question: u32,
    /// The number of the message.
    pub message: u32,
}

/// The questions and messages of a program, by number, and which of them have been drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sightings {
    /// The number of the last question asked of the user.
    pub(in crate::app) asked: u32,
    /// The number of the question that was last drawn before the key was read that is taken now.
    shown: u32,
    /// The number of the last message.
    pub(in crate::app) said: u32,
    /// When that message was drawn first.
    drawn: Option<Duration>,
    /// When the key was read that is taken now.
    read: Duration,
    /// Whether a key has been taken since the message was said.
    passed: bool,
}

impl Sightings {
    /// A question is asked, or the one that stands asks more than before.
    pub(in crate::app) fn ask(&mut self) {
        self.asked += 1;
    }

    /// A message is said.
    pub(in crate::app) fn say(&mut self) {
        self.said += 1;
        (self.drawn, self.passed) = (None, false);
    }

    /// A frame was drawn at a moment.
    pub(in crate::app) fn draw(&mut self, sight: Sight, at: Duration) {
        self.shown = sight.question;
        if sight.message == self.said {
            self.drawn.get_or_insert(at);
        }
    }

    /// A key that was read at a moment is taken next.
    pub(in crate::app) fn read(&mut self, at: Duration) {
        self.read = at;
    }

    /// A key passes over the message.
    pub(in crate::app) fn pass(&mut self) {
        self.passed = true;
    }

    /// Whether the last question had been drawn before the key was read that is taken now.
    pub(in crate::app) fn has_seen_question(&self) -> bool {
        self.shown == self.asked
    }

    /// Whether the message has been drawn.
    pub(in crate::app) fn has_drawn_message(&self) -> bool {
        self.drawn.is_some()
    }

    /// Whether the message had been on the screen long enough to be read when the key was read that is taken now.
    pub(in crate::app) fn has_read_message(&self) -> bool {
        self.drawn.is_some_and(|drawn| self.read.saturating_sub(drawn) >= TO_READ)
    }

    /// Whether a key has been taken since the message was said.
    pub(in crate::app) fn is_passed(&self) -> bool {
        self.passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_read_five_seconds_after_it_was_drawn_first() {
        let mut seen = Sightings::default();
        let drawn = |seen: &mut Sightings, message: u32, at: u64| {
            seen.draw(Sight { question: 0, message }, Duration::from_millis(at));
        };
        let is_read = |seen: &mut Sightings, at: u64| {
            seen.read(Duration::from_millis(at));
            seen.has_read_message()
        };
        seen.say();
        assert!(!is_read(&mut seen, 60_000), "it was never drawn");
        drawn(&mut seen, 1, 60_000);
        drawn(&mut seen, 1, 63_000);
        assert!(!is_read(&mut seen, 59_000), "a key that was read before");
        assert!(!is_read(&mut seen, 64_999));
        assert!(is_read(&mut seen, 65_000));
        seen.say();
        drawn(&mut seen, 1, 65_000);
        assert!(!is_read(&mut seen, 90_000), "another one than was drawn");
    }

    #[test]
    fn a_question_that_asks_more_is_to_be_seen_again() {
        let mut seen = Sightings::default();
        seen.ask();
        assert!(!seen.has_seen_question());
        seen.draw(Sight { question: 1, message: 0 }, Duration::ZERO);
        assert!(seen.has_seen_question());
        seen.ask();
        assert!(!seen.has_seen_question());
    }
}
