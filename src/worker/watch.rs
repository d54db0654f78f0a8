//! Times the looks at other processes' writes, and notes whether the file was there at the last one.

use std::time::{Duration, Instant};

/// The interval between two looks at the file.
const WATCH: Duration = Duration::from_secs(1);

/// The watch over the file.
pub(super) struct Watch {
    next: Instant,
    there: bool,
}

impl Watch {
    /// The first look comes after a second; the file is there.
    pub(super) fn new(now: Instant) -> Self {
        Self { next: now + WATCH, there: true }
    }

    /// The time until the next look.
    pub(super) fn left(&self, now: Instant) -> Duration {
        self.next.saturating_duration_since(now)
    }

    /// Whether it is time to look.
    pub(super) fn is_due(&self, now: Instant) -> bool {
        now >= self.next
    }

    /// A look begins; the next one comes a second later.
    pub(super) fn begin(&mut self, now: Instant) {
        self.next = now + WATCH;
    }

    /// Notes whether the file is there. True where it has gone since the look before.
    pub(super) fn has_gone(&mut self, there: bool) -> bool {
        std::mem::replace(&mut self.there, there) && !there
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_comes_every_second() {
        let start = Instant::now();
        let mut watch = Watch::new(start);
        assert!(!watch.is_due(start));
        assert_eq!(watch.left(start), WATCH);
        assert!(watch.is_due(start + WATCH));
        watch.begin(start + WATCH);
        assert_eq!(watch.left(start + WATCH + WATCH / 2), WATCH / 2);
        assert_eq!(watch.left(start + 5 * WATCH), Duration::ZERO);
    }

    #[test]
    fn that_the_file_has_gone_is_said_once() {
        let mut watch = Watch::new(Instant::now());
        let gone = [true, false, false, true, false].map(|there| watch.has_gone(there));
        assert_eq!(gone, [false, true, false, false, true]);
    }
}
