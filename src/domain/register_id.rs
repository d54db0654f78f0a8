//! The id of the register in which a record was made: records get theirs from it.
//!
//! Numbers tell records apart within one file. Across files a UUID (RFC 9562) does: of version 5 for a record made with
//! its register, so that two copies of an older file upgraded apart give it the same one, and of version 4, by chance,
//! for a record entered later.

use super::{Coded, Kind};
use std::fmt;
use uuid::{Builder, Uuid};

/// The UUIDs of registers are derived in this namespace: a UUID of version 4 that stands for nothing else.
const REGISTERS: Uuid = Uuid::from_u128(0x6a4e_3f0c_52d7_4b1e_9c83_7d2a_f15b_08e4);

/// The id of a register. A copy has the same one, and so has a register that a backup of it was restored to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisterId(Uuid);

impl RegisterId {
    /// The id that belongs to words on how a register was made, or on its first contents.
    pub fn of(words: &str) -> Self {
        Self(Uuid::new_v5(&REGISTERS, words.as_bytes()))
    }

    /// The id that follows from this one and more words: one for a text that is too long to be had in one piece.
    #[must_use]
    pub fn and(self, words: &str) -> Self {
        Self(Uuid::new_v5(&self.0, words.as_bytes()))
    }

    /// An id by chance, from bytes that nobody can foresee.
    pub fn by_chance(bytes: [u8; 16]) -> Self {
        Self(Builder::from_random_bytes(bytes).into_uuid())
    }

    /// Reads the form that [`fmt::Display`] writes; `None` for other words.
    pub fn parse(text: &str) -> Option<Self> {
        let id = Uuid::try_parse(text).ok()?;
        (id.hyphenated().to_string() == text).then_some(Self(id))
    }

    /// The UUID of a record that is made together with the register: by its kind and its number, or
    /// another name among its kind.
    pub fn record(self, kind: Kind, name: &dyn fmt::Display) -> [u8; 16] {
        let words = format!("{} {name}", kind.code());
        Uuid::new_v5(&self.0, words.as_bytes()).into_bytes()
    }
}

impl fmt::Display for RegisterId {
    /// In the usual form: 32 figures in five groups.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

/// A UUID as it is written for people and programs; `None` where the bytes are not 16.
pub fn uuid_in_words(bytes: &[u8]) -> Option<String> {
    Uuid::from_slice(bytes).ok().map(|uuid| uuid.hyphenated().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Files hold these ids: another way of deriving them would make other records of the same ones.
    #[test]
    fn ids_are_those_that_files_already_hold() {
        let register = RegisterId::of("sample 2019 3954");
        assert_eq!(register.to_string(), "7def21a4-c1df-5636-a569-e31976bbe07a");
        let first = uuid_in_words(&register.record(Kind::Need, &1));
        assert_eq!(first.as_deref(), Some("201b3be0-ea04-5ffb-9c3c-26694ea63ab0"));
        assert_ne!(register, RegisterId::of("sample 2020 3954"));
        assert_ne!(register.and("a"), register.and("b"));
        let need = uuid_in_words(&register.record(Kind::Need, &17)).unwrap();
        assert_eq!(&need[14..15], "5", "derived: {need}");
        assert_ne!(register.record(Kind::Need, &17), register.record(Kind::Review, &17));
        assert_ne!(register.record(Kind::Need, &17), register.record(Kind::Need, &18));
        assert_eq!(RegisterId::parse(&register.to_string()), Some(register));
        assert_eq!(RegisterId::parse(&register.to_string().to_uppercase()), None);
        assert_eq!(RegisterId::parse("17"), None);
        let chance = RegisterId::by_chance([0xff; 16]).to_string();
        assert_eq!(chance, "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(uuid_in_words(b"short"), None);
    }
}
