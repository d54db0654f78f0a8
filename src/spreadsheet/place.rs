//! Places in a sheet, as its program names them.

/// A cell, by row and column from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) row: u32,
    pub(super) column: u32,
}

/// The most columns that a program's sheet has.
const SHEET_COLUMNS: u32 = 16_384;

impl Place {
    /// The place with a name such as `AB12`; `None` for what names no place of a sheet.
    pub(super) fn of(name: &str) -> Option<Self> {
        let digits = name.find(|c: char| c.is_ascii_digit())?;
        let (letters, row) = name.split_at(digits);
        let mut column: u32 = 0;
        for letter in letters.bytes() {
            let value = u32::from(letter.to_ascii_uppercase().checked_sub(b'A')?);
            column = column.checked_mul(26)?.checked_add(value + 1).filter(|_| value < 26)?;
        }
        let row = row.bytes().all(|b| b.is_ascii_digit()).then(|| row.parse::<u32>().ok())??;
        let is_there =
            (1..=super::packed::MOST_ROWS).contains(&row) && (1..=SHEET_COLUMNS).contains(&column);
        is_there.then(|| Self { row: row - 1, column: column - 1 })
    }

    /// The name: `AB12`.
    pub(super) fn name(self) -> String {
        format!("{}{}", letters(self.column), self.row + 1)
    }
}

/// The letters of a column, from 0: `A`, `Z`, `AA`.
pub(super) fn letters(column: u32) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Cells that are merged into one: the first and the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) first: Place,
    pub(super) last: Place,
}

impl Region {
    /// The region with a name such as `A5:B6`; `None` for one that has no corner before the other.
    pub(super) fn of(name: &str) -> Option<Self> {
        let (first, last) = name.split_once(':').unwrap_or((name, name));
        let (first, last) = (Place::of(first)?, Place::of(last)?);
        (first.row <= last.row && first.column <= last.column).then_some(Self { first, last })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_the_names_that_programs_give_them() {
        for (name, row, column) in
            [("A1", 0, 0), ("Z9", 8, 25), ("AA10", 9, 26), ("XFD1048576", 1_048_575, 16_383)]
        {
            let place = Place { row, column };
            assert_eq!(Place::of(name), Some(place));
            assert_eq!(place.name(), name);
        }
        for wrong in
            ["", "A", "1", "A0", "XFE1", "A1048577", "A1B", "é1", "A-1", "ZZZZZZZZZ1", "@1"]
        {
            assert_eq!(Place::of(wrong), None, "{wrong}");
        }
        assert_eq!(Region::of("B2:A1"), None);
        assert!(Region::of("A5:A6").is_some_and(|region| region.last.row == 5));
    }
}
