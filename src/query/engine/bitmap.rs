//! A set of the rows of one chunk.

use crate::query::register::CHUNK;

const WORDS: usize = CHUNK / 64;

/// A set of the rows of one chunk, one bit a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::query) struct Bitmap(Box<[u64; WORDS]>);

impl Bitmap {
    /// The set without rows.
    pub(in crate::query) fn empty() -> Self {
        Self(Box::new([0; WORDS]))
    }

    /// The first `len` rows.
    pub(in crate::query) fn first(len: usize) -> Self {
        let mut bits = Self::empty();
        bits.0[..len / 64].fill(u64::MAX);
        if !len.is_multiple_of(64) {
            bits.0[len / 64] = (1 << (len % 64)) - 1;
        }
        bits
    }

    /// The rows whose entry in a column passes.
    pub(in crate::query) fn of<T: Copy>(column: &[T], passes: impl Fn(T) -> bool) -> Self {
        let mut bits = Self::empty();
        // A byte for each row first: that is a loop without an order.
        let mut bytes = [0; 64];
        for (word, rows) in bits.0.iter_mut().zip(column.chunks(64)) {
            bytes[rows.len()..].fill(0);
            for (byte, row) in bytes.iter_mut().zip(rows) {
                *byte = u8::from(passes(*row));
            }
            *word = packed(&bytes);
        }
        bits
    }

    pub(in crate::query) fn insert(&mut self, row: usize) {
        self.0[row / 64] |= 1 << (row % 64);
    }

    /// Keeps the rows that are in both.
    pub(in crate::query) fn and(&mut self, other: &Self) {
        for (word, with) in self.0.iter_mut().zip(&*other.0) {
            *word &= with;
        }
    }

    /// Keeps the rows that are not in the other.
    pub(in crate::query) fn without(&mut self, other: &Self) {
        for (word, with) in self.0.iter_mut().zip(&*other.0) {
            *word &= !with;
        }
    }

    /// Adds the rows of the other.
    pub(in crate::query) fn or(&mut self, other: &Self) {
        for (word, with) in self.0.iter_mut().zip(&*other.0) {
            *word |= with;
        }
    }

    /// Whether there is no row in it.
    pub(in crate::query) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// How many rows are in it.
    pub(in crate::query) fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many rows are in one of the two only.
    pub(in crate::query) fn distance(&self, other: &Self) -> usize {
        let words = self.0.iter().zip(&*other.0);
        words.map(|(own, other)| (own ^ other).count_ones() as usize).sum()
    }

    /// Puts the rows, lowest first, in a list, which is emptied first.
    pub(in crate::query) fn list(&self, rows: &mut Vec<u16>) {
        rows.clear();
        for (number, word) in self.0.iter().enumerate() {
            let first = (number * 64) as u16;
            let mut rest = *word;
            if rest == u64::MAX {
                rows.extend(first..first + 64);
                continue;
            }
            while rest != 0 {
                rows.push(first + rest.trailing_zeros() as u16);
                rest &= rest - 1;
            }
        }
    }
}

/// Sixty-four bytes of 0 or 1 as the bits of a word, the first lowest. The product moves the lowest
/// bit of each of eight bytes into the highest byte.
fn packed(bytes: &[u8; 64]) -> u64 {
    let eights = bytes.as_chunks::<8>().0.iter().enumerate();
    eights.fold(0, |word, (place, eight)| {
        let bits = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        word | bits << (8 * place)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bits: &Bitmap) -> Vec<u16> {
        let mut rows = vec![9];
        bits.list(&mut rows);
        rows
    }

    #[test]
    fn a_set_lists_what_was_put_in() {
        for len in [0, 1, 63, 64, 65, 130, CHUNK] {
            let bits = Bitmap::first(len);
            assert_eq!(rows(&bits), (0..len as u16).collect::<Vec<_>>());
            assert_eq!(bits.count(), len);
        }
        let column: Vec<u32> = (0..200).collect();
        let mut threes = Bitmap::of(&column, |n| n % 3 == 0);
        let twos = Bitmap::of(&column, |n| n % 2 == 0);
        threes.and(&twos);
        assert_eq!(rows(&threes), (0..200).step_by(6).collect::<Vec<u16>>());
        let mut odd = Bitmap::first(200);
        odd.without(&twos);
        odd.insert(4);
        assert_eq!(odd.count(), 101);
        assert_eq!((odd.distance(&twos), odd.distance(&odd)), (100 + 99, 0));
        odd.or(&twos);
        assert_eq!(odd, Bitmap::first(200));
    }
}
