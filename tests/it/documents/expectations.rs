//! `docs/expectations.md`: fifty-one rows, and every test that it names is there.

use std::collections::BTreeSet;
use std::path::Path;

const DOCUMENT: &str = include_str!("../../../docs/expectations.md");

/// How many things are expected.
const EXPECTED: usize = 51;

/// The names of the functions of the source and of the tests.
fn functions() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec!["src", "tests"].into_iter().map(|f| root().join(f)).collect::<Vec<_>>();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(path).unwrap();
                let names = text.lines().filter_map(|line| line.trim().strip_prefix("fn "));
                let names = names.filter_map(|rest| rest.split('(').next());
                found.extend(names.map(str::to_owned));
            }
        }
    }
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn each_expectation_names_tests_that_are_there() {
    let functions = functions();
    let rows = DOCUMENT.lines().filter(|line| {
        line.strip_prefix("| ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    let mut numbers = Vec::new();
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        numbers.push(cells[0].parse::<usize>().unwrap());
        let tests: Vec<&str> = cells[3].split('`').skip(1).step_by(2).collect();
        assert!(!tests.is_empty() || cells[2].starts_with("not yet"), "{row}");
        for test in tests {
            assert!(functions.contains(test), "{test} is no function: {row}");
        }
    }
    assert_eq!(numbers, (1..=EXPECTED).collect::<Vec<_>>());
}
