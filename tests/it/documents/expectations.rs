//! `docs/expectations.md`: fifty-one entries, and every test that it names is there.

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
    let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_digit());
    let mut entries: Vec<String> = Vec::new();
    for line in DOCUMENT.lines() {
        match entries.last_mut() {
            _ if begins(&line) => entries.push(line.to_owned()),
            Some(entry) => {
                entry.push(' ');
                entry.push_str(line.trim());
            }
            None => {}
        }
    }
    let mut numbers = Vec::new();
    for entry in &entries {
        let (number, rest) = entry.split_once(". ").unwrap();
        numbers.push(number.parse::<usize>().unwrap());
        let quoted = rest.split('`').skip(1).step_by(2);
        let tests: Vec<&str> =
            quoted.filter(|name| name.contains('_') && name.to_lowercase() == *name).collect();
        assert!(!tests.is_empty() || rest.contains("Not yet"), "{entry}");
        for test in tests {
            assert!(functions.contains(test), "{test} is no function: {entry}");
        }
    }
    assert_eq!(numbers, (1..=EXPECTED).collect::<Vec<_>>());
}
