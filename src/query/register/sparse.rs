//! A column that few needs have a value in.

/// A column that few needs have a value in: the places that have one, rising, with the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sparse<T>(Vec<(u16, T)>);

impl<T> Default for Sparse<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Sparse<T> {
    /// Gives a value to a place of a chunk behind all places that have one.
    pub fn push(&mut self, place: usize, value: T) {
        if let Ok(place) = u16::try_from(place) {
            self.0.push((place, value));
        }
    }

    /// Gives a place this value, or none.
    pub fn set(&mut self, place: usize, value: Option<T>) {
        let at = self.0.binary_search_by_key(&place, |(own, _)| usize::from(*own));
        match (at, value, u16::try_from(place)) {
            (Ok(at), Some(value), _) => self.0[at].1 = value,
            (Ok(at), None, _) => drop(self.0.remove(at)),
            (Err(at), Some(value), Ok(place)) => self.0.insert(at, (place, value)),
            (Err(_), ..) => {}
        }
    }

    /// The value in a place, if it has one.
    pub fn get(&self, place: usize) -> Option<&T> {
        let at = self.0.binary_search_by_key(&place, |(own, _)| usize::from(*own)).ok()?;
        Some(&self.0[at].1)
    }

    /// The places that have a value, rising, with it.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.0.iter().map(|(place, value)| (usize::from(*place), value))
    }

    /// How many places have a value.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none has.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_put_where_few_have_one() {
        let mut few = Sparse::default();
        for (place, value) in [(7, Some('b')), (2, Some('a')), (7, Some('c')), (9, None), (2, None)]
        {
            few.set(place, value);
            assert_eq!(few.get(place).copied(), value);
        }
        assert_eq!(few.iter().collect::<Vec<_>>(), [(7, &'c')]);
    }
}
