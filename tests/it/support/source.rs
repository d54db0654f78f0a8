//! The program's own source, as far as the tests on its shape have to understand it: code
//! without comments, string literals apart, tests cut out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// One file.
pub struct Source {
    /// Its path from the package's folder, with `/`.
    pub path: String,
    /// The whole text.
    pub whole: String,
    /// The code: comments gone, literals empty, test modules gone, lines where they were.
    pub code: String,
    /// The string literals of the code.
    pub literals: Vec<Literal>,
}

/// A string literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    /// The line, from 1.
    pub line: usize,
    /// The text between the quotes, escapes as they are written.
    pub text: String,
    /// The code before it, without white space, as far back as 40 characters.
    pub before: String,
}

/// A name that a `use` brings into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The path as it is written; it ends in `::*` where it brings all names of a module.
    pub path: String,
    /// The name that it has in the file.
    pub name: String,
    /// Whether the file passes it on (`pub use`).
    pub passed_on: bool,
}

impl Source {
    /// Reads a text as a file at `path`.
    pub fn new(path: &str, whole: &str) -> Self {
        let (code, literals) = split(whole);
        let (code, cut) = without_tests(&code);
        let literals = literals
            .into_iter()
            .filter(|(at, _)| !cut.iter().any(|range| range.contains(at)))
            .map(|(_, literal)| literal)
            .collect();
        Self { path: path.to_owned(), whole: whole.to_owned(), code, literals }
    }

    /// The module right below the crate: `store` for `src/store/open.rs`.
    pub fn module(&self) -> &str {
        let below = self.path.strip_prefix("src/").unwrap_or(&self.path);
        below.split('/').next().unwrap_or(below).trim_end_matches(".rs")
    }

    /// How many modules deep the file is: 1 for `src/store/mod.rs`.
    pub fn depth(&self) -> usize {
        self.path.matches('/').count() - usize::from(self.path.ends_with("/mod.rs"))
    }

    /// The path of its module from the crate's top: `store::open` for `src/store/open.rs`.
    pub fn module_path(&self) -> String {
        let below = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let below = below.trim_end_matches(".rs");
        let below = below.strip_suffix("/mod").unwrap_or(below);
        if below == "lib" { String::new() } else { below.replace('/', "::") }
    }

    /// The names of the items that stand in the file itself, not within others.
    pub fn defined(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let (mut at, mut depth) = (0, 0);
        let mut before = "";
        while let Some(c) = self.code[at..].chars().next() {
            let word = word(&self.code[at..]);
            if word.is_empty() {
                match c {
                    '(' | '[' | '{' => depth += 1,
                    ')' | ']' | '}' => depth -= 1,
                    '!' if before == "macro_rules" => {}
                    _ if c.is_whitespace() => {}
                    _ => before = "",
                }
                at += c.len_utf8();
                continue;
            }
            let heads = ["fn", "struct", "enum", "trait", "type", "const", "static", "union"];
            if depth == 0 && (heads.contains(&before) || before == "macro_rules") && word != "fn" {
                found.insert(word.to_owned());
            }
            before = word;
            at += word.len();
        }
        found
    }

    /// What its `use` items bring into it.
    pub fn imports(&self) -> Vec<Import> {
        let mut found = Vec::new();
        for at in self.words("use") {
            let rest = &self.code[at + "use".len()..];
            let path = rest.trim_start();
            if rest.len() == path.len() || word(path).is_empty() {
                continue;
            }
            let passed_on = self.code[..at].trim_end().ends_with([')', 'b']);
            let mut tree = String::new();
            let end = path_tree(path, &mut tree);
            let after = &path[end..];
            if let Some(name) = after.trim_start().strip_prefix("as ") {
                tree = format!("{tree}@{}", word(name.trim_start()));
            } else if after.starts_with('*') {
                tree.push('*');
            }
            expand_named("", &tree, &mut |path, name| {
                found.push(Import { path, name, passed_on });
            });
        }
        found
    }

    /// Whether a name is used in the code beside its import.
    pub fn uses(&self, name: &str) -> bool {
        let imports: Vec<_> = self
            .words("use")
            .filter(|at| self.code[at + "use".len()..].starts_with(char::is_whitespace))
            .map(|at| at..at + self.code[at..].find(';').unwrap_or(0))
            .collect();
        self.words(name).any(|at| !imports.iter().any(|import| import.contains(&at)))
    }

    /// The line of a place in the code, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }

    /// Every path that the code names, with its line; those of a `use` with braces one by one.
    pub fn paths(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        let mut at = 0;
        let (mut line, mut counted) = (1, 0);
        while at < self.code.len() {
            let rest = &self.code[at..];
            let word = word(rest);
            if word.is_empty() {
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            }
            line += self.code[counted..at].matches('\n').count();
            counted = at;
            let mut tree = String::new();
            at += path_tree(rest, &mut tree);
            expand("", &tree, &mut |path| found.push((line, path)));
        }
        found
    }

    /// The places of a word in the code.
    pub fn words<'a>(&'a self, wanted: &'a str) -> impl Iterator<Item = usize> + 'a {
        let part = |c: char| c.is_alphanumeric() || c == '_';
        self.code.match_indices(wanted).map(|(at, _)| at).filter(move |at| {
            !self.code[..*at].ends_with(part) && !self.code[at + wanted.len()..].starts_with(part)
        })
    }
}

/// Every source file of the program, in the order of their paths; files of modules that only
/// tests have are left out.
pub fn sources() -> Vec<Source> {
    let root = &root();
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    files.sort();
    let mut sources = Vec::new();
    let mut only_tests = Vec::new();
    for file in files {
        let whole = fs::read_to_string(&file).unwrap();
        let path = file.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        only_tests.extend(test_modules(&path, &whole));
        sources.push(Source::new(&path, &whole));
    }
    sources.retain(|source| {
        !only_tests.iter().any(|module| {
            source.path == format!("{module}.rs") || source.path.starts_with(&format!("{module}/"))
        })
    });
    sources
}

/// The package's folder.
pub fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or(env!("CARGO_MANIFEST_DIR").into(), Into::into)
}

/// The modules that `#[cfg(test)] mod name;` declares, as paths without an ending.
fn test_modules(path: &str, whole: &str) -> Vec<String> {
    let folder = path.strip_suffix("/mod.rs").or(path.strip_suffix("/lib.rs"));
    let folder = folder.unwrap_or(path.trim_end_matches(".rs"));
    let (code, _) = split(whole);
    let (_, cut) = without_tests(&code);
    let declared = cut.into_iter().filter_map(|range| {
        let (_, name) = code[range].split_once("mod ")?;
        name.strip_suffix(';').map(|name| format!("{folder}/{name}"))
    });
    declared.collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// The code without comments and with empty literals, and the literals with their places in it.
fn split(whole: &str) -> (String, Vec<(usize, Literal)>) {
    let mut code = String::new();
    let mut literals = Vec::new();
    let mut rest = whole;
    let (mut line, mut counted) = (1, 0);
    let lines = |text: &str| "\n".repeat(text.matches('\n').count());
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some((start, end, length)) = string(rest, &code) {
            line += code[counted..].matches('\n').count();
            counted = code.len();
            literals.push((
                code.len(),
                Literal { line, text: rest[start..end].to_owned(), before: before(&code) },
            ));
            code.push_str("\"\"");
            length
        } else if let Some(length) = character(rest) {
            code.push_str("' '");
            length
        } else {
            code.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        code.push_str(&lines(&rest[..length]));
        rest = &rest[length..];
    }
    (code, literals)
}

/// The end of the code, without white space.
fn before(code: &str) -> String {
    let end: Vec<char> = code.chars().rev().filter(|c| !c.is_whitespace()).take(40).collect();
    end.into_iter().rev().collect()
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

/// Where the text of a string literal starts and ends, and how long the literal is.
fn string(rest: &str, code: &str) -> Option<(usize, usize, usize)> {
    if rest.starts_with('"') {
        let mut escaped = false;
        for (at, c) in rest.char_indices().skip(1) {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => return Some((1, at, at + 1)),
                _ => {}
            }
        }
        return None;
    }
    // The r of a raw string is not the end of a name.
    if code.ends_with(|c: char| c.is_alphanumeric() && c != 'b' && c != 'c' || c == '_') {
        return None;
    }
    let hashes = rest.strip_prefix('r')?;
    let count = hashes.len() - hashes.trim_start_matches('#').len();
    let start = 1 + count + 1;
    if !hashes[count..].starts_with('"') {
        return None;
    }
    let close = format!("\"{}", "#".repeat(count));
    let end = start + rest[start..].find(&close)?;
    Some((start, end, end + close.len()))
}

/// The length of a character literal; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('\'')?;
    if let Some(escaped) = inner.strip_prefix('\\') {
        // Past the backslash and what it escapes, which can be a quote.
        let after = 2 + escaped.chars().next()?.len_utf8();
        return Some(after + rest[after..].find('\'')? + 1);
    }
    let c = inner.chars().next()?;
    inner[c.len_utf8()..].starts_with('\'').then_some(c.len_utf8() + 2)
}

/// The code without what stands behind `#[cfg(test)]`, and where that was.
fn without_tests(code: &str) -> (String, Vec<std::ops::Range<usize>>) {
    let mut cut = Vec::new();
    let mut out = String::new();
    let mut at = 0;
    while let Some(found) = code[at..].find("#[cfg(test)]") {
        let start = at + found;
        let end = item_end(code, start);
        out.push_str(&code[at..start]);
        out.push_str(&"\n".repeat(code[start..end].matches('\n').count()));
        cut.push(start..end);
        at = end;
    }
    out.push_str(&code[at..]);
    (out, cut)
}

/// Where the item ends: at its semicolon, or at the brace that closes its first one.
fn item_end(code: &str, start: usize) -> usize {
    let mut depth = 0;
    for (at, c) in code[start..].char_indices() {
        match c {
            ';' if depth == 0 => return start + at + 1,
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return start + at + 1;
                }
            }
            _ => {}
        }
    }
    code.len()
}

/// The word that a text begins with.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// Copies the path at the start of a text, with its braces, without white space; says how much
/// of the text it was.
fn path_tree(text: &str, tree: &mut String) -> usize {
    let mut at = 0;
    loop {
        let name = word(&text[at..]);
        tree.push_str(name);
        at += name.len();
        let after = text[at..].trim_start();
        let Some(next) = after.strip_prefix("::") else { return at };
        let next = next.trim_start();
        at = text.len() - next.len();
        tree.push_str("::");
        if next.starts_with('{') {
            let end = item_end(next, 0);
            let spaced = next[..end].replace(" as ", "@");
            tree.extend(spaced.chars().filter(|c| !c.is_whitespace()));
            return at + end;
        }
        if word(next).is_empty() {
            return at; // `::<`, `::*`
        }
    }
}

/// Gives each path of a tree such as `a::{b, c::{self, D}}`.
fn expand(prefix: &str, tree: &str, give: &mut impl FnMut(String)) {
    leaves(prefix, tree, &mut |path| {
        give(path.split('@').next().unwrap_or_default().to_owned());
    });
}

/// The same with the name that each has where it is imported; a module's `self` is the module.
fn expand_named(prefix: &str, tree: &str, give: &mut impl FnMut(String, String)) {
    leaves(prefix, tree, &mut |leaf| {
        let (path, alias) = leaf.split_once('@').map_or((leaf, None), |(p, name)| (p, Some(name)));
        let path = path.strip_suffix("::self").unwrap_or(path);
        let last = path.rsplit("::").next().unwrap_or(path);
        give(path.to_owned(), alias.unwrap_or(last).to_owned());
    });
}

fn leaves(prefix: &str, tree: &str, give: &mut impl FnMut(&str)) {
    let Some((head, braces)) = tree.split_once('{') else {
        return give(&format!("{prefix}{tree}"));
    };
    let prefix = format!("{prefix}{head}");
    let inner = braces.strip_suffix('}').unwrap_or(braces);
    let mut depth = 0;
    let mut start = 0;
    for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if start < at {
                    leaves(&prefix, &inner[start..at], give);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}
