//! The number of a need: how people, the change log and other records name it.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

/// The number of a need, from 1: neither its place in the register in memory nor a count of needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct NeedNumber(u32);

impl NeedNumber {
    /// The number of the need with this number.
    #[inline]
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// The plain number, as columns, files and lists of any kind of record hold it.
    #[inline]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// The number behind it.
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl fmt::Display for NeedNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for NeedNumber {
    type Err = ParseIntError;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        word.parse().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_and_read_as_its_digits() {
        let number = NeedNumber::new(3955);
        assert_eq!((number.to_string(), number.get()), ("3955".to_owned(), 3955));
        assert_eq!("3955".parse(), Ok(number));
        assert_eq!(format!("{number:>6}"), "  3955");
        assert!("-1".parse::<NeedNumber>().is_err() && "".parse::<NeedNumber>().is_err());
    }
}
