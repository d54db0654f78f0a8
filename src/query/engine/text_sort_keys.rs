//! The rank of every text of a register. Texts are long and many begin alike, so that comparing
//! them takes a second at a million needs; their ranks are worked out once, while nothing is
//! asked, and sorting by text is then sorting by numbers.

use crate::query::register::{Address, Register};

/// The rank of the text of each row among all, from 0; equal texts have equal ranks. Entries in the
/// gaps between the rows mean nothing.
pub fn ranks_by_text(register: &Register) -> Vec<u32> {
    let text = |row: Address| {
        let chunk = register.chunks.get(row.chunk());
        chunk.map_or("", |chunk| chunk.facts.texts.folded(row.offset()))
    };
    // Four bytes beside each row: most comparisons read no text, and a million rows take 8 MB.
    let start = |row: Address| (beginning(text(row)) >> 32) as u32;
    let mut rows: Vec<(u32, Address)> = register.rows().map(|row| (start(row), row)).collect();
    rows.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| text(a.1).cmp(text(b.1))));
    let mut ranks = vec![0; Address::room(register.chunks.len())];
    let mut rank = 0;
    let mut before: Option<(u32, Address)> = None;
    for &(start, row) in &rows {
        if before.is_some_and(|(s, r)| s != start || text(r) != text(row)) {
            rank += 1;
        }
        ranks[row.index()] = rank;
        before = Some((start, row));
    }
    ranks
}

/// The first eight bytes as a number that sorts as they do: most comparisons read no text.
pub(super) fn beginning(text: &str) -> u64 {
    let mut eight = [0; 8];
    let len = text.len().min(8);
    eight[..len].copy_from_slice(&text.as_bytes()[..len]);
    u64::from_be_bytes(eight)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::register::CHUNK;
    use crate::testing::random_register;

    #[test]
    fn ranks_are_those_of_the_texts() {
        let register = random_register::register(5, CHUNK + 700);
        let ranks = ranks_by_text(&register);
        let text = |row: Address| {
            let chunk = &register.chunks[row.chunk()];
            chunk.facts.texts.folded(row.offset()).to_owned()
        };
        let rows: Vec<Address> = register.rows().step_by(37).collect();
        for pair in rows.windows(2) {
            let by_rank = ranks[pair[0].index()].cmp(&ranks[pair[1].index()]);
            assert_eq!(by_rank, text(pair[0]).cmp(&text(pair[1])));
        }
    }
}
