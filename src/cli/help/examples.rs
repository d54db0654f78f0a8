//! Examples of every command, as they are typed in a shell.

/// The examples of a command, by its name; the program's own name stands for the screens.
pub(super) fn of(command: &str) -> impl Iterator<Item = &'static str> {
    let lines = include_str!("examples.txt").lines().filter(|line| !line.starts_with('#'));
    let examples = lines.filter_map(|line| line.split_once('|'));
    examples.filter(move |(name, _)| *name == command).map(|(_, typed)| typed)
}

#[cfg(test)]
mod tests {
    use crate::text::width;

    #[test]
    fn examples_fit_in_a_terminal_of_eighty_columns() {
        let lines = include_str!("examples.txt").lines().filter(|line| !line.starts_with('#'));
        for (_, typed) in lines.filter_map(|line| line.split_once('|')) {
            assert!(width(typed) + 2 <= 80, "{typed}");
        }
    }
}
