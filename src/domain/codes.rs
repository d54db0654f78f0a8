//! Closed vocabularies: a value's code is what stands in the database, in exports and in filters.

/// A closed vocabulary whose values have a stable code.
///
/// The order of [`Coded::ALL`] is the order of display and of sorting, and `ALL[v.index()] == v`.
/// All three are written by `coded_values`, which no value can be missing from.
pub trait Coded: Copy + Eq + Sized + 'static {
    /// Every value, in order.
    const ALL: &'static [Self];

    /// The code: lower-case ASCII words, as stored and exported.
    fn code(self) -> &'static str;

    /// The place in [`Coded::ALL`].
    fn index(self) -> usize;

    /// The value at a place of [`Coded::ALL`], if there is one.
    fn at(index: usize) -> Option<Self> {
        Self::ALL.get(index).copied()
    }

    /// The value with exactly this code, if there is one.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|v| v.code() == code)
    }
}

/// The values of a vocabulary in order, each with its code: what [`Coded`] asks for. The matches name
/// every value, so that a vocabulary with a value that is not listed does not compile.
macro_rules! coded_values {
    ($($value:ident => $code:literal),+ $(,)?) => {
        const ALL: &'static [Self] = &[$(Self::$value),+];

        fn code(self) -> &'static str {
            match self {
                $(Self::$value => $code),+
            }
        }

        fn index(self) -> usize {
            // Each of these stands in the list above, so that there is always a place.
            Self::ALL.iter().position(|v| *v == self).unwrap_or_default()
        }
    };
}
pub(crate) use coded_values;

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum Colour {
        Red,
        Green,
        Blue,
    }

    impl Coded for Colour {
        coded_values! {
            Blue => "blue",
            Red => "red",
            Green => "green",
        }
    }

    #[test]
    fn f2_every_value_has_its_place_in_the_order_listed() {
        let places = [Colour::Red, Colour::Green, Colour::Blue].map(Coded::index);
        assert_eq!(places, [1, 2, 0]);
        assert_eq!(Colour::at(1), Some(Colour::Red));
        assert_eq!(Colour::from_code("green"), Some(Colour::Green));
        assert_eq!(Colour::at(3), None);
    }
}
