//! Every path, link, test and Chinese term that the documents name is in the repository. Their lines
//! fit 120 columns; `TA_TUI_WRITE=1 cargo test --test it documents::prose` breaks longer ones.

use crate::support::fresh::fresh;
use crate::support::source::root;
use crate::support::wrapped::{COLUMNS, wrapped};
use std::fs;
use std::path::Path;
use unicode_width::UnicodeWidthStr;

/// The top folders of the repository, by which a path in code is known.
const FOLDERS: [&str; 7] = ["src/", "tests/", "docs/", "benches/", ".ci/", ".github/", ".cargo/"];

/// The documents, by path and text.
fn pages() -> Vec<(String, String)> {
    let mut paths: Vec<String> =
        ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(str::to_owned).into();
    for entry in fs::read_dir(root().join("docs")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if Path::new(&name).extension().is_some_and(|ending| ending == "md") {
            paths.push(format!("docs/{name}"));
        }
    }
    paths.sort();
    let text = |path: &String| fs::read_to_string(root().join(path)).unwrap();
    paths.into_iter().map(|path| (path.clone(), text(&path))).collect()
}

/// The lines of a page with their numbers, each with the kind of the code block that it stands in.
fn lines(page: &str) -> Vec<(usize, &str, Option<&str>)> {
    let mut kind = None;
    let mut found = Vec::new();
    for (number, line) in (1..).zip(page.lines()) {
        match line.trim_start().strip_prefix("```") {
            Some(opens) => kind = if kind.is_none() { Some(opens) } else { None },
            None => found.push((number, line, kind)),
        }
    }
    found
}

/// The code in backticks in the running text of a page, with its line.
fn code(page: &str) -> Vec<(usize, &str)> {
    let prose = lines(page).into_iter().filter(|(_, _, kind)| kind.is_none());
    prose
        .flat_map(|(number, line, _)| {
            line.split('`').skip(1).step_by(2).map(move |code| (number, code))
        })
        .collect()
}

/// The paths that one with `{a,b}` stands for.
fn expanded(path: &str) -> Vec<String> {
    let Some((before, rest)) = path.split_once('{') else { return vec![path.to_owned()] };
    let (choices, behind) = rest.split_once('}').unwrap_or((rest, ""));
    choices.split(',').flat_map(|choice| expanded(&format!("{before}{choice}{behind}"))).collect()
}

/// Whether there is such a file or folder; `*` stands for any part of a file's name.
fn is_there(path: &str) -> bool {
    let Some((folder, name)) = path.rsplit_once('/').filter(|(_, name)| name.contains('*')) else {
        let there = root().join(path);
        return there.exists() && (!path.ends_with('/') || there.is_dir());
    };
    let (start, end) = name.split_once('*').unwrap();
    let fits = |name: &str| name.starts_with(start) && name.ends_with(end);
    fs::read_dir(root().join(folder)).is_ok_and(|mut entries| {
        entries.any(|entry| fits(&entry.unwrap().file_name().to_string_lossy()))
    })
}

/// Whether `it::a::b` is a module of tests, or a test in one; `it::a::b_…` is any that begins so.
fn is_test(name: &str) -> bool {
    let parts: Vec<&str> = name.split("::").skip(1).collect();
    let read = |parts: &[&str]| {
        let base = format!("tests/it/{}", parts.join("/"));
        [format!("{base}.rs"), format!("{base}/mod.rs")]
            .iter()
            .find_map(|path| fs::read_to_string(root().join(path)).ok())
    };
    let Some((last, above)) = parts.split_last() else { return false };
    let head = match last.strip_suffix('…') {
        Some(start) => format!("fn {start}"),
        None => format!("fn {last}("),
    };
    let holds = |text: String| text.lines().any(|line| line.trim_start().starts_with(&head));
    read(&parts).is_some() || read(above).is_some_and(holds)
}

#[test]
fn every_path_that_a_document_names_is_there() {
    let (mut tried, mut wrong) = (0, Vec::new());
    for (page, text) in pages() {
        for (line, code) in code(&text) {
            let is_rust = Path::new(code).extension().is_some_and(|ending| ending == "rs");
            let is_path = FOLDERS.iter().any(|folder| code.starts_with(folder));
            if code.contains(char::is_whitespace) || !is_path && !is_rust {
                continue;
            }
            for path in expanded(code) {
                tried += 1;
                if !is_there(&path) {
                    wrong.push(format!("{page}:{line}: {path}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "not there:\n{}", wrong.join("\n"));
    assert!(tried > 100, "only {tried} paths were found");
    assert!(
        !is_there("src/nothing.rs") && !is_there("src/text/en/*.csv") && !is_there("src/lib.rs/")
    );
}

#[test]
fn every_test_that_a_document_names_is_there() {
    let mut tried = 0;
    for (page, text) in pages() {
        for (line, code) in code(&text) {
            if code.starts_with("it::") {
                tried += 1;
                assert!(is_test(code), "{page}:{line}: {code}");
            }
        }
    }
    assert!(tried > 10, "only {tried} tests were found");
    assert!(is_test("it::architecture::the_source_keeps_to_its_shape"));
    assert!(is_test("it::architecture::the_source_…") && !is_test("it::architecture::nothing_…"));
    assert!(!is_test("it::architecture::nothing") && !is_test("it::nothing") && !is_test("it"));
}

#[test]
fn every_link_to_a_file_leads_to_one() {
    let mut tried = 0;
    for (page, text) in pages() {
        let folder = Path::new(&page).parent().unwrap();
        for (line, text, kind) in lines(&text) {
            for link in text.split("](").skip(1).filter(|_| kind.is_none()) {
                let target = link.split([')', '#']).next().unwrap();
                if target.is_empty() || target.contains("://") {
                    continue;
                }
                tried += 1;
                assert!(root().join(folder).join(target).exists(), "{page}:{line}: {target}");
            }
        }
    }
    assert!(tried > 30, "only {tried} links were found");
}

#[test]
fn lines_of_documents_have_room_in_120_columns() {
    let mut wrong = Vec::new();
    for (page, text) in pages() {
        let breaks = wrapped(&text);
        // Other tests write those pages that are made; theirs have their breaks.
        if breaks != text {
            fresh(&page, &breaks);
        }
        assert_eq!(wrapped(&breaks), breaks, "{page}");
        for (number, line, kind) in lines(&text) {
            if matches!(kind, Some("sh" | "toml" | "rust")) && line.width() > COLUMNS {
                wrong.push(format!("{page}:{number}: {line}"));
            }
        }
    }
    assert!(wrong.is_empty(), "too long:\n{}", wrong.join("\n"));
}

#[test]
fn the_program_prints_the_chinese_terms_of_the_glossary() {
    let mut printed = String::new();
    for folder in ["src/text/zh", "src/domain/reference"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            printed += &fs::read_to_string(entry.unwrap().path()).unwrap();
        }
    }
    let page = fs::read_to_string(root().join("docs/glossary.md")).unwrap();
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| **")).collect();
    for row in &rows {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        assert_eq!(cells.len(), 4, "{row}");
        for term in cells[1].split('、').filter(|term| *term != "–") {
            assert!(printed.contains(term), "no text of the program says {term}: {row}");
        }
    }
    assert!(rows.len() >= 30, "{}", rows.len());
}

#[test]
fn a_paragraph_with_a_long_line_is_broken_anew_and_then_stays() {
    let long = format!("{} `code with spaces` end\nnext", "word ".repeat(22).trim_end());
    let made = wrapped(&long);
    assert_eq!(made.lines().count(), 2, "{made}");
    assert!(made.contains("\n`code with spaces` end next\n"), "{made}");
    assert_eq!(wrapped(&made), made);
    let item = format!("1. {}\n   more\n2. short\n", "word ".repeat(30).trim_end());
    let made = wrapped(&item);
    assert!(made.contains("\n   word") && made.ends_with(" more\n2. short\n"), "{made}");
    let page = format!("# {0}\n\n| {0} |\n\n```\n{0}\n```\n\nshort\nlines\n", "word ".repeat(30));
    assert_eq!(wrapped(&page), page);
    let trap = format!("{} 7. - # end", "a".repeat(115));
    assert_eq!(wrapped(&format!("{trap}{}\n", " b".repeat(9))).lines().count(), 2);
    assert_eq!(wrapped(&"中".repeat(61)).lines().count(), 1, "nowhere to break");
    assert_eq!(wrapped(&"中中 ".repeat(25)).lines().count(), 2, "an ideograph has two columns");
}
