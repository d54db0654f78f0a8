//! A column of needs in memory: the fields that it is read from, and how a value goes from one
//! chunk into another.

use super::Texts;
use super::plain::{Entry, FewEntry, Plain, PlainValue};
use super::sparse::Sparse;

/// A column of needs, as the list of columns declares it.
#[derive(Debug, PartialEq, Eq)]
pub struct NeedColumn {
    /// Its name in the program.
    pub name: &'static str,
    /// Its sources in the file, in the order of the columns of the question.
    pub from: &'static [Origin],
}

impl NeedColumn {
    /// The codes of the fields of needs that it holds.
    pub fn fields(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.from.iter().filter_map(|from| match from {
            Origin::Field(code) | Origin::Outside(code) | Origin::Few(code) => Some(*code),
            Origin::Own(_) | Origin::Matches => None,
        })
    }

    /// Whether it is the one that a filter field with this code asks for: it is called so, or holds the field.
    pub fn shows(&self, field: &str) -> bool {
        self.name == field || self.holds(field)
    }

    /// Whether it holds a field of needs, by the field's code.
    pub fn holds(&self, field: &str) -> bool {
        self.fields().any(|own| own == field)
    }
}

/// The source of a column of needs in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A column of the table of needs that is no field: the number, the version, the moment of the last change.
    Own(&'static str),
    /// The field with this code.
    Field(&'static str),
    /// The field with this code, read only of needs from outside reviews: of the others the review
    /// says it.
    Outside(&'static str),
    /// The field with this code, whose words few needs have: they are read by a question of their own, so that a need
    /// without any costs nothing.
    Few(&'static str),
    /// The matches with activities.
    Matches,
}

/// Values of the needs of a chunk, by their places there.
pub trait Column: Default {
    /// The value of one need.
    type Value;

    /// No values, with room for so many needs.
    fn with_room(needs: usize) -> Self;

    /// Adds the value of one more need, in the place that it comes to.
    fn push_value(&mut self, here: usize, value: Self::Value);

    /// Puts a value in a place.
    fn put_value(&mut self, here: usize, value: Self::Value);

    /// Adds the value at a place of another column. `here` is the place that it comes to.
    fn push_from(&mut self, here: usize, other: &Self, there: usize);

    /// Puts the value at a place of another column in a place of this one.
    fn put_from(&mut self, here: usize, other: &Self, there: usize);

    /// Gives back the room that is not used, where it is much.
    fn tighten(&mut self) {}

    /// Adds a need that states nothing, in the place that it comes to.
    fn push_nothing(&mut self, here: usize);

    /// Itself as plain values, if they are.
    fn plain(&self) -> Option<Plain<'_>> {
        None
    }

    /// Puts a plain value in a place, where the column holds such values.
    fn put_plain(&mut self, _here: usize, _value: PlainValue<'_>) {}

    /// Whether some need has a value other than the empty one.
    fn is_filled(&self) -> bool;
}

impl<T: Entry + Copy + PartialEq> Column for Vec<T> {
    type Value = T;

    fn with_room(needs: usize) -> Self {
        Self::with_capacity(needs)
    }

    #[inline]
    fn push_value(&mut self, _: usize, value: T) {
        self.push(value);
    }

    fn put_value(&mut self, here: usize, value: T) {
        self[here] = value;
    }

    fn push_from(&mut self, _: usize, other: &Self, there: usize) {
        self.push(other[there]);
    }

    fn put_from(&mut self, here: usize, other: &Self, there: usize) {
        self[here] = other[there];
    }

    fn push_nothing(&mut self, _: usize) {
        self.push(T::nothing());
    }

    fn plain(&self) -> Option<Plain<'_>> {
        T::plain(self)
    }

    fn put_plain(&mut self, here: usize, value: PlainValue<'_>) {
        if let PlainValue::Number(number) = value
            && let Some(entry) = T::numbered(number)
        {
            self[here] = entry;
        }
    }

    fn is_filled(&self) -> bool {
        self.iter().any(|value| *value != T::nothing())
    }
}

impl<T: FewEntry + Clone> Column for Sparse<T> {
    type Value = Option<T>;

    fn with_room(_: usize) -> Self {
        Self::default()
    }

    #[inline]
    fn push_value(&mut self, here: usize, value: Option<T>) {
        if let Some(value) = value {
            self.push(here, value);
        }
    }

    fn put_value(&mut self, here: usize, value: Option<T>) {
        self.set(here, value);
    }

    fn push_from(&mut self, here: usize, other: &Self, there: usize) {
        if let Some(value) = other.get(there) {
            self.push(here, value.clone());
        }
    }

    fn put_from(&mut self, here: usize, other: &Self, there: usize) {
        self.set(here, other.get(there).cloned());
    }

    fn push_nothing(&mut self, _: usize) {}

    fn plain(&self) -> Option<Plain<'_>> {
        T::plain(self)
    }

    fn put_plain(&mut self, here: usize, value: PlainValue<'_>) {
        if let PlainValue::Words(words) = value
            && let Some(entry) = T::said(words)
        {
            self.set(here, Some(entry));
        }
    }

    fn is_filled(&self) -> bool {
        !self.is_empty()
    }
}

impl Column for Texts {
    type Value = String;

    fn with_room(_: usize) -> Self {
        Self::default()
    }

    fn push_value(&mut self, _: usize, text: String) {
        self.push(&text);
    }

    fn put_value(&mut self, here: usize, text: String) {
        self.set(here, &text);
    }

    fn push_from(&mut self, _: usize, other: &Self, there: usize) {
        self.push(&other.get(there));
    }

    fn put_from(&mut self, here: usize, other: &Self, there: usize) {
        self.set(here, &other.get(there));
    }

    fn push_nothing(&mut self, _: usize) {
        self.push("");
    }

    fn tighten(&mut self) {
        // A copy takes just the memory needed, where shrinking would leave a gap behind each chunk.
        *self = self.clone();
    }

    fn is_filled(&self) -> bool {
        (0..self.len()).any(|place| !self.folded(place).is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_put_between_others() {
        let (mut texts, mut other) = (Texts::default(), Texts::default());
        for text in ["One", "two", "Thrée"] {
            texts.push(text);
        }
        other.push("Deux ÉTATS");
        texts.put_from(1, &other, 0);
        let all: Vec<_> = (0..texts.len()).map(|place| texts.get(place)).collect();
        assert_eq!(all, ["One", "Deux ÉTATS", "Thrée"]);
    }
}
