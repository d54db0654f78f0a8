//! Closed vocabularies: a value's code is its form in the database, in exports and in filters.

/// A closed vocabulary whose values have a stable code.
///
/// The order of [`Coded::ALL`] is the order of display and of sorting, and `ALL[v.index()] == v`.
/// All three are written by `coded`, together with the type itself, so that no value can be missing.
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

/// Declares a closed vocabulary: an `enum` as it is otherwise written, with the code of each value behind
/// `=>`, and its [`Coded`]. The order of the values is the order of display.
macro_rules! coded {
    (
        $(#[$attribute:meta])*
        $visibility:vis enum $name:ident {
            $($(#[$of_value:meta])* $value:ident $(= $number:literal)? => $code:literal),+ $(,)?
        }
    ) => {
        $(#[$attribute])*
        $visibility enum $name {
            $($(#[$of_value])* $value $(= $number)?),+
        }

        impl $crate::domain::Coded for $name {
            $crate::domain::coded_values! { $($value => $code),+ }
        }
    };
}
pub(crate) use coded;

/// The items of [`Coded`] for an `enum` that is declared elsewhere. The matches name every value,
/// so that a value that is not listed does not compile.
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

    coded! {
        /// Numbers that differ from the places.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        enum Colour {
            Blue = 7 => "blue",
            /// Comments of values stay.
            Red = 3 => "red",
            Green => "green",
        }
    }

    #[test]
    fn f2_every_value_has_its_place_in_the_order_listed() {
        let places = [Colour::Red, Colour::Green, Colour::Blue].map(Coded::index);
        assert_eq!(places, [1, 2, 0]);
        assert_eq!((Colour::ALL.len(), Colour::Green as u8), (3, 4));
        assert_eq!(Colour::at(1), Some(Colour::Red));
        assert_eq!(Colour::from_code("green"), Some(Colour::Green));
        assert_eq!(Colour::at(3), None);
    }
}
