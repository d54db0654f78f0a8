//! The reasons why opening a register takes longer than a moment, and the message that tells each.

use super::Waiting;
use crate::text::Message;

/// A register of at least this size (some 15,000 needs) takes a second or more to be brought up to date.
pub(super) const SLOWLY_UPGRADED: u64 = 8 << 20;

/// The reason why opening a register takes longer than a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delay {
    /// Another program uses the register.
    Lock(Waiting),
    /// The register was made by an earlier version of the program and is brought up to date.
    Upgrade {
        /// The version of its schema.
        from: i64,
        /// The version that it gets.
        to: i64,
    },
}

impl Delay {
    /// The message on the delay: its cause, how long it can take, and the state of the register
    /// when it is interrupted.
    pub fn message(&self) -> Message {
        match self {
            Self::Lock(waiting) => waiting.to_open(),
            Self::Upgrade { from, to } => {
                let number = |version: i64| version.to_string();
                Message::new("store-upgrading").with("from", number(*from)).with("to", number(*to))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Access, Store, migrate};
    use rusqlite::Connection;
    use std::cell::RefCell;
    use std::path::Path;

    fn older(path: &Path, words: usize) {
        let mut connection = Connection::open(path).unwrap();
        migrate::migrate_to(&mut connection, 1).unwrap();
        let needs = "INSERT INTO meta VALUES ('illustrative', 'no');
                     INSERT INTO state (id, iso2, name_en, name_zh, kind, party, ldc, lldc, sids)
                       VALUES (9, 'GH', 'Ghana', '加纳', 'state', 1, 0, 0, 0);
                     INSERT INTO review (id, state_id, cycle) VALUES (7, 9, 1);";
        connection.execute_batch(needs).unwrap();
        let need = "INSERT INTO need (id, review_id, text, language) VALUES (1, 7, ?1, 'en')";
        connection.execute(need, ["a".repeat(words)]).unwrap();
    }

    /// The delays told when a register with a need of so many letters is opened twice.
    fn told(words: usize) -> Vec<Delay> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.db");
        older(&path, words);
        let told = RefCell::new(Vec::new());
        for _ in 0..2 {
            let tell = |delay: &Delay| told.borrow_mut().push(delay.clone());
            drop(Store::open_and_tell(&path, Access::ReadWrite, &tell).unwrap());
        }
        told.into_inner()
    }

    #[test]
    fn a_large_register_says_once_that_it_is_brought_up_to_date() {
        let large = usize::try_from(SLOWLY_UPGRADED).unwrap();
        assert_eq!(told(large), [Delay::Upgrade { from: 1, to: migrate::NEWEST }]);
        assert_eq!(told(10), []);
    }
}
