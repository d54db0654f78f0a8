//! The cells of a matrix that are withheld where no State is named: those behind which too few States stand, and those
//! from which these would follow.

use super::gap_cell::{GapCell, NUMBERS};

/// Where States are not named, a cell of fewer States than this is withheld.
pub(super) const FEWEST_STATES: u32 = 3;

/// A row and a column of a matrix.
type Place = (usize, usize);

/// Which cells of a matrix are withheld. Its last row and its last column are the sums. A cell that follows from the
/// others of its line and their sum takes the one with the fewest States with it.
pub(super) fn withheld(cells: &[Vec<GapCell>]) -> Vec<Vec<bool>> {
    withheld_with(cells, cells.iter().map(|line| vec![false; line.len()]).collect())
}

/// The same, where some cells are withheld already.
pub(super) fn withheld_with(cells: &[Vec<GapCell>], mut hidden: Vec<Vec<bool>>) -> Vec<Vec<bool>> {
    let (rows, columns) = (cells.len(), cells.first().map_or(0, Vec::len));
    for (line, hidden) in cells.iter().zip(&mut hidden) {
        for (cell, hidden) in line.iter().zip(hidden) {
            *hidden |= is_of_few(cell);
        }
    }
    let across = |row: usize| (0..columns).map(|column| (row, column)).collect();
    let down = |column: usize| (0..rows).map(|row| (row, column)).collect();
    let lines: Vec<Vec<Place>> = (0..rows).map(across).chain((0..columns).map(down)).collect();
    loop {
        let mut joined = false;
        for line in &lines {
            for number in 0..NUMBERS {
                joined |= join(cells, &mut hidden, line, number);
            }
        }
        if !joined {
            return hidden;
        }
    }
}

/// Whether one of its numbers is of needs of few States.
fn is_of_few(cell: &GapCell) -> bool {
    cell.numbers().iter().any(|(_, states)| (1..FEWEST_STATES).contains(states))
}

/// Withholds more of a line, whose sum stands last, where one number of what is withheld follows from the rest, or that
/// of all that is withheld together is of few States. False where nothing does.
fn join(cells: &[Vec<GapCell>], hidden: &mut [Vec<bool>], line: &[Place], number: usize) -> bool {
    let Some((sum, parts)) = line.split_last().filter(|(_, parts)| !parts.is_empty()) else {
        return false;
    };
    let needs = |(row, column): Place| cells[row][column].numbers()[number].0;
    let states = |(row, column): Place| cells[row][column].numbers()[number].1;
    let (unknown, told): (Vec<Place>, Vec<Place>) =
        parts.iter().copied().partition(|(row, column)| hidden[*row][*column]);
    let follows = if hidden[sum.0][sum.1] {
        unknown.is_empty()
    } else {
        let all: u32 = unknown.iter().map(|place| states(*place)).sum();
        let has_empty = unknown.iter().any(|place| needs(*place) == 0);
        // Where as many States as cells are left, each cell is of one.
        unknown.len() == 1
            || (1..FEWEST_STATES).contains(&all)
            || (!unknown.is_empty() && !has_empty && all as usize <= unknown.len())
    };
    if !follows {
        return false;
    }
    let with_needs = told.iter().filter(|place| needs(**place) > 0);
    let smallest = with_needs.min_by_key(|place| (states(**place), needs(**place)));
    let is_whole = sum.0 + 1 == cells.len() && sum.1 + 1 == cells[sum.0].len();
    let more = match (smallest, told.is_empty()) {
        (Some(place), _) => vec![*place],
        // Nobody knows then which of them are empty.
        (None, false) => told,
        (None, true) if is_whole => Vec::new(),
        (None, true) => vec![*sum],
    };
    for (row, column) in &more {
        hidden[*row][*column] = true;
    }
    !more.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A matrix of States with one unserved need each, with its sums.
    fn matrix(states: &[&[u32]]) -> Vec<Vec<GapCell>> {
        let cell = |states: u32| GapCell {
            open: states,
            unserved: states,
            states,
            states_unserved: states,
            ..GapCell::default()
        };
        let with_sum = |line: &[u32]| {
            let sum = line.iter().sum();
            line.iter().copied().chain([sum]).map(cell).collect::<Vec<_>>()
        };
        let sums: Vec<u32> =
            (0..states[0].len()).map(|column| states.iter().map(|row| row[column]).sum()).collect();
        states.iter().map(|row| with_sum(row)).chain([with_sum(&sums)]).collect()
    }

    /// The cells that are told, `.` for one that is withheld.
    fn told(states: &[&[u32]]) -> Vec<String> {
        let cells = matrix(states);
        let lines = cells.iter().zip(withheld(&cells));
        let said = |(cell, hidden): (&GapCell, bool)| {
            if hidden { ".".to_owned() } else { cell.states.to_string() }
        };
        lines.map(|(line, hidden)| line.iter().zip(hidden).map(said).collect()).collect()
    }

    #[test]
    fn cells_of_many_states_are_all_told() {
        assert_eq!(told(&[&[3, 4], &[0, 5]]), ["347", "055", "3912"]);
    }

    #[test]
    fn a_cell_of_few_takes_the_smallest_of_its_row_and_column_with_it() {
        let told = told(&[&[2, 4, 9], &[5, 6, 9], &[9, 9, 9]]);
        assert_eq!(told[..3], ["..915", "..920", "99927"]);
    }

    #[test]
    fn where_each_cell_would_be_of_one_state_the_empty_ones_are_withheld_too() {
        let told = told(&[&[1, 1, 1, 0], &[9, 9, 9, 9], &[9, 9, 9, 9]]);
        assert_eq!(told[0], "....3");
    }

    #[test]
    fn a_sum_of_few_is_withheld() {
        assert_eq!(told(&[&[2]]), ["..", ".."]);
    }
}
