//! The last hundred messages of this session, so that one that went too soon can be read again.

use crate::app::state::notice::Notice;
use crate::domain::Moment;
use std::collections::VecDeque;

/// The most messages that are kept.
const MOST: usize = 100;

/// The last messages, the newest first.
#[derive(Clone, Debug, Default)]
pub struct Messages(VecDeque<(Moment, Notice)>);

impl Messages {
    /// Keeps a message that is said now; one that repeats the last takes its place.
    pub(in crate::app) fn keep(&mut self, now: Moment, notice: &Notice) {
        if self.0.front().is_some_and(|(_, last)| last == notice) {
            self.0.pop_front();
        }
        self.0.push_front((now, notice.clone()));
        self.0.truncate(MOST);
    }

    /// Each with the moment at which it was said, the newest first.
    pub fn newest_first(&self) -> impl ExactSizeIterator<Item = &(Moment, Notice)> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Message;

    #[test]
    fn the_last_hundred_are_kept_and_a_repeated_one_once() {
        let mut messages = Messages::default();
        let notice =
            |id: &'static str, count: u32| Notice::done(Message::new(id).with("count", count));
        for count in 0..150 {
            messages.keep(Moment::from_seconds(0), &notice("notice-changed", count));
            messages.keep(Moment::from_seconds(0), &notice("notice-changed", count));
        }
        let kept: Vec<_> = messages.newest_first().map(|(_, notice)| notice.clone()).collect();
        assert_eq!(kept.len(), MOST);
        assert_eq!(kept[0], notice("notice-changed", 149));
        assert_eq!(kept[99], notice("notice-changed", 50));
    }
}
