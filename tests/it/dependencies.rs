//! The dependencies keep to `deny.toml`: licences, versions, sources. `cargo deny check` tests the same, where it is
//! installed.

use crate::support::source::root;
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;

/// A crate of the whole tree, whatever the platform and whether the program or a test needs it.
struct Crate {
    name: String,
    version: String,
    licence: String,
    /// The registry or repository that it comes from; `None` for this package.
    source: Option<String>,
}

fn crates() -> Vec<Crate> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["metadata", "--locked", "--format-version", "1", "--manifest-path"]);
    let output = command.arg(root().join("Cargo.toml")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let read = |package: &Value| Crate {
        name: text(&package["name"]).unwrap(),
        version: text(&package["version"]).unwrap(),
        licence: text(&package["license"]).unwrap_or_default(),
        source: text(&package["source"]),
    };
    told["packages"].as_array().unwrap().iter().map(read).collect()
}

fn rules() -> toml::Table {
    std::fs::read_to_string(root().join("deny.toml")).unwrap().parse().unwrap()
}

fn listed<'a>(rules: &'a toml::Table, section: &str, name: &str) -> Vec<&'a toml::Value> {
    rules[section][name].as_array().unwrap().iter().collect()
}

/// Whether a crate with this licence expression (SPDX, or the older form with `/`) may be used
/// where these licences are allowed.
fn satisfied(expression: &str, allowed: &BTreeSet<&str>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let holds = either(&words, &mut at, allowed);
    holds && at == words.len()
}

fn either(words: &[&str], at: &mut usize, allowed: &BTreeSet<&str>) -> bool {
    let mut holds = both(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        holds |= both(words, at, allowed);
    }
    holds
}

fn both(words: &[&str], at: &mut usize, allowed: &BTreeSet<&str>) -> bool {
    let mut holds = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        holds &= one(words, at, allowed);
    }
    holds
}

fn one(words: &[&str], at: &mut usize, allowed: &BTreeSet<&str>) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let holds = either(words, at, allowed);
        *at += 1;
        return holds;
    }
    if words.get(*at) == Some(&"WITH") {
        *at += 2;
        return allowed.contains(&*words[*at - 3..*at].join(" "));
    }
    allowed.contains(word)
}

#[test]
fn every_licence_is_allowed_and_no_other_is() {
    let (rules, crates) = (rules(), crates());
    assert!(crates.len() > 100, "{}", crates.len());
    let allowed = listed(&rules, "licenses", "allow");
    let allowed: BTreeSet<&str> = allowed.iter().map(|licence| licence.as_str().unwrap()).collect();
    let refused = |allowed: &BTreeSet<&str>| {
        let refused = crates.iter().filter(|one| !satisfied(&one.licence, allowed));
        refused.map(|one| format!("{} {}: {}", one.name, one.version, one.licence)).collect()
    };
    let found: Vec<String> = refused(&allowed);
    assert!(found.is_empty(), "not allowed:\n{}", found.join("\n"));
    for licence in &allowed {
        let mut fewer = allowed.clone();
        fewer.remove(licence);
        assert!(!refused(&fewer).is_empty(), "nothing needs {licence}");
    }
}

#[test]
fn what_must_be_one_has_one_version() {
    let (rules, crates) = (rules(), crates());
    let denied = listed(&rules, "bans", "deny");
    let names: Vec<&str> = denied.iter().map(|rule| rule["crate"].as_str().unwrap()).collect();
    assert_eq!(names, ["ratatui", "crossterm", "rusqlite"]);
    for rule in denied {
        assert_eq!(rule["deny-multiple-versions"].as_bool(), Some(true), "{rule}");
        let name = rule["crate"].as_str().unwrap();
        let versions: Vec<&str> =
            crates.iter().filter(|one| one.name == name).map(|one| &*one.version).collect();
        assert_eq!(versions.len(), 1, "{name}: {versions:?}");
    }
}

#[test]
fn everything_comes_from_crates_io() {
    let rules = rules();
    for unknown in ["unknown-registry", "unknown-git"] {
        assert_eq!(rules["sources"][unknown].as_str(), Some("deny"));
    }
    let allowed = listed(&rules, "sources", "allow-registry");
    assert_eq!(allowed.len(), 1);
    let registry = format!("registry+{}", allowed[0].as_str().unwrap());
    for one in crates() {
        match one.source {
            Some(source) => assert_eq!(source, registry, "{}", one.name),
            None => assert_eq!(one.name, "ta-tui"),
        }
    }
}

#[test]
fn a_licence_expression_is_read_as_it_is_meant() {
    let allowed = BTreeSet::from(["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"]);
    for (expression, is) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR MIT", true),
        ("GPL-3.0/MIT", true),
        ("GPL-3.0 AND MIT", false),
        ("(GPL-3.0 OR MIT) AND Zlib", true),
        ("(GPL-3.0 OR MIT) AND BSD-3-Clause", false),
        ("MIT OR Zlib AND GPL-3.0", true),
        ("Apache-2.0", false),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("Apache-2.0 WITH LLVM-exception OR GPL-3.0", true),
        ("", false),
        ("MIT MIT", false),
    ] {
        assert_eq!(satisfied(expression, &allowed), is, "{expression}");
    }
}
