//! The end of a session over SSH in which nobody types: a warning, then the end as by a closed terminal, so that drafts
//! are kept.

use std::time::{Duration, Instant};

/// The longest time between the warning and the end.
const WARNED: Duration = Duration::from_secs(60);

/// How long nobody has typed.
pub(super) struct Idle {
    most: Duration,
    since: Instant,
    warned: bool,
}

/// The next step.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// Nothing before so much time has passed.
    In(Duration),
    /// The warning, with the time that is left.
    Warning(Duration),
    /// The end.
    End,
}

impl Idle {
    pub(super) fn new(most: Duration, now: Instant) -> Self {
        Self { most, since: now, warned: false }
    }

    /// Something was typed.
    pub(super) fn used(&mut self, now: Instant) {
        (self.since, self.warned) = (now, false);
    }

    /// The step that is due; a warning is due once.
    pub(super) fn due(&mut self, now: Instant) -> Due {
        let passed = now.saturating_duration_since(self.since);
        let left = self.most.saturating_sub(passed);
        // A quarter of a short time is enough to press a key.
        let warned = WARNED.min(self.most / 4);
        if left.is_zero() {
            return Due::End;
        }
        if self.warned {
            return Due::In(left);
        }
        if left <= warned {
            self.warned = true;
            return Due::Warning(left);
        }
        Due::In(left.saturating_sub(warned))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_warning_comes_before_the_end_and_a_key_takes_both_away() {
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        let of = Duration::from_secs;
        let mut idle = Idle::new(of(600), start);
        assert_eq!(idle.due(start), Due::In(of(540)));
        assert_eq!(idle.due(at(540)), Due::Warning(of(60)));
        assert_eq!(idle.due(at(550)), Due::In(of(50)), "it is warned of once");
        idle.used(at(590));
        assert_eq!(idle.due(at(600)), Due::In(of(530)));
        assert_eq!(idle.due(at(1130)), Due::Warning(of(60)), "and once more");
        assert_eq!(idle.due(at(1190)), Due::End);
        let mut short = Idle::new(of(8), start);
        assert_eq!(short.due(start), Due::In(of(6)));
        assert_eq!(short.due(at(9)), Due::End, "also where the warning was slept through");
    }
}
