//! What follows a long run of characters without a pause goes on with it. A paste is cut where the
//! reader's buffer ends, and its last characters may be too few to be told from keys by themselves.

use crate::app::Event;
use crate::app::key::{Code, Key};
use std::time::{Duration, Instant};

/// From so many bytes on a run may be cut.
const LONG: usize = 256;

/// A pause after which something else is typed. People pause longer between two keys.
const PAUSE: Duration = Duration::from_millis(10);

/// Watches what comes from the terminal.
#[derive(Debug, Default)]
pub(super) struct Flow {
    /// Until when what comes goes on with the last run.
    until: Option<Instant>,
}

impl Flow {
    /// What an event is that comes at this moment.
    pub(super) fn follow(&mut self, event: Event, now: Instant) -> Event {
        let goes_on = self.until.is_some_and(|until| now <= until);
        let event = match event {
            Event::Typed(text) if goes_on => Event::TypedOn(text),
            Event::Key(key) if goes_on => match character(key) {
                Some(c) => Event::TypedOn(c.to_string()),
                None => Event::Key(key),
            },
            event => event,
        };
        let is_run = match &event {
            Event::Typed(text) => text.len() >= LONG,
            event => matches!(event, Event::TypedOn(_)),
        };
        self.until = is_run.then(|| now + PAUSE);
        event
    }
}

/// The character of a key that can be part of a paste.
fn character(key: Key) -> Option<char> {
    match key.code {
        Code::Enter if !key.alt => Some('\r'),
        Code::Char('j') if key.ctrl && !key.alt => Some('\n'),
        Code::Tab => Some('\t'),
        _ => key.typed(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_long_paste_is_no_keys() {
        let mut flow = Flow::default();
        let begun = Instant::now();
        let mut at = |millis, event| {
            let event = flow.follow(event, begun + Duration::from_millis(millis));
            format!("{event:?}").split('(').next().unwrap_or_default().to_owned()
        };
        let key = |c| Event::Key(Key::char(c));
        assert_eq!(at(0, Event::Typed("x".repeat(LONG))), "Typed");
        assert_eq!(at(1, Event::Typed("more of it".into())), "TypedOn");
        assert_eq!(at(9, key('d')), "TypedOn");
        assert_eq!(at(12, Event::Key(Key::plain(Code::Enter))), "TypedOn");
        // a key that is no part of a text ends it, and so does a pause
        assert_eq!(at(13, Event::Key(Key::plain(Code::Esc))), "Key");
        assert_eq!(at(14, key('d')), "Key");
        assert_eq!(at(20, Event::Typed("x".repeat(LONG))), "Typed");
        assert_eq!(at(40, key('d')), "Key");
        // what is typed ahead in few characters is a run by itself
        assert_eq!(at(50, Event::Typed("/asset decl\r".into())), "Typed");
        assert_eq!(at(51, key('d')), "Key");
    }
}
