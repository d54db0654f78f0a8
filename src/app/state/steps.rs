//! The texts that undo and redo bring back: so many, and of so many bytes together.

/// The most steps that are kept.
const MOST: usize = 500;

/// The most bytes of their texts together.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// Steps, the latest last: the text, and where the cursor stood in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Steps(Vec<(String, usize)>);

impl Steps {
    /// Keeps one more; the oldest go where there are too many.
    pub(in crate::app) fn push(&mut self, text: String, at: usize) {
        self.0.push((text, at));
        let mut bytes = self.bytes();
        while self.0.len() > MOST || (bytes > MOST_BYTES && self.0.len() > 1) {
            bytes -= self.0.remove(0).0.len();
        }
    }

    /// Takes the latest one.
    pub(in crate::app) fn pop(&mut self) -> Option<(String, usize)> {
        self.0.pop()
    }

    /// Forgets all.
    pub(in crate::app) fn clear(&mut self) {
        self.0.clear();
    }

    fn bytes(&self) -> usize {
        self.0.iter().map(|(text, _)| text.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_steps_stay_within_the_bounds() {
        let mut steps = Steps::default();
        for at in 0..2 * MOST {
            steps.push("a short text".into(), at);
        }
        assert_eq!((steps.0.len(), steps.0[0].1), (MOST, MOST));
        for at in 0..MOST {
            steps.push("x".repeat(64 * 1024), at);
        }
        assert!((MOST_BYTES / 2..=MOST_BYTES).contains(&steps.bytes()), "{}", steps.bytes());
        steps.push("x".repeat(2 * MOST_BYTES), 7);
        assert_eq!(steps.pop().map(|(_, at)| at), Some(7), "the latest always stays");
        assert_eq!(steps.pop(), None);
    }
}
