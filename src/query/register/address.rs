//! The address of a need in a register: the number of its chunk and the place in it.

use super::CHUNK;

/// The address of a need in a register, its *row*. Addresses rise with the numbers of needs and have gaps where a chunk
/// is not full.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Address(u32);

impl Address {
    /// The need at a place of a chunk.
    #[inline]
    pub const fn new(chunk: usize, offset: usize) -> Self {
        Self((chunk * CHUNK + offset) as u32)
    }

    /// The addresses of so many needs of a chunk, from its first one.
    #[inline]
    pub fn of_chunk(chunk: usize, needs: usize) -> impl Iterator<Item = Self> + Clone {
        let first = Self::new(chunk, 0).0;
        (first..first + needs as u32).map(Self)
    }

    /// The number of the chunk.
    #[inline]
    pub const fn chunk(self) -> usize {
        self.0 as usize / CHUNK
    }

    /// The place in the chunk.
    #[inline]
    pub const fn offset(self) -> usize {
        self.0 as usize % CHUNK
    }

    /// The place in a table with [`Address::room`] entries.
    #[inline]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// How many entries a table with one for each address of so many chunks has.
    pub const fn room(chunks: usize) -> usize {
        chunks * CHUNK
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_chunk_and_a_place_in_it() {
        for (chunk, offset) in [(0, 0), (0, CHUNK - 1), (1, 0), (3, 17)] {
            let address = Address::new(chunk, offset);
            assert_eq!((address.chunk(), address.offset()), (chunk, offset));
            assert!(address.index() < Address::room(chunk + 1));
        }
        let all: Vec<_> = Address::of_chunk(2, 2).collect();
        assert_eq!(all, [Address::new(2, 0), Address::new(2, 1)]);
    }
}
