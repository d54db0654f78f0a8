//! The program's own source, as far as the tests on its shape have to understand it: its tokens, as a compiler reads
//! them, without code of tests. Code in macros is read too, which no syntax tree has.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// One file.
pub struct Source {
    /// Its path from the package's folder, with `/`.
    pub path: String,
    /// The whole text.
    pub whole: String,
    /// The string literals of the code.
    pub literals: Vec<Literal>,
    tokens: Vec<Token>,
    /// The modules that `#[cfg(test)] mod name;` declares.
    test_modules: Vec<String>,
    /// The code so far, without white space.
    code: String,
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

/// A token; a bracket is one too, and literals are empty.
struct Token {
    line: usize,
    text: String,
}

impl Token {
    fn is_name(&self) -> bool {
        self.text.starts_with(|c: char| c.is_alphabetic() || c == '_')
    }
}

impl Source {
    /// Reads a text as a file at `path`.
    pub fn new(path: &str, whole: &str) -> Self {
        let mut source = Self {
            path: path.to_owned(),
            whole: whole.to_owned(),
            literals: Vec::new(),
            tokens: Vec::new(),
            test_modules: Vec::new(),
            code: String::new(),
        };
        source.read(tokens_of(whole, path));
        source
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

    /// The names of the items that stand in the file itself, not within others; those in the braces of a
    /// macro that declares items stand in the file.
    pub fn defined(&self) -> BTreeSet<String> {
        let heads = ["fn", "struct", "enum", "trait", "type", "const", "static", "union"];
        let mut found = BTreeSet::new();
        let (mut depth, mut of_items) = (0, false);
        for (at, token) in self.tokens.iter().enumerate() {
            match &*token.text {
                "{" if depth == 0 && at > 0 && self.is(at - 1, "!") => of_items = true,
                "}" if depth == 0 && of_items => of_items = false,
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth -= 1,
                _ => {}
            }
            let follows = |head: &&str| at > 0 && self.is(at - 1, head);
            let of_macro = at > 1 && self.is(at - 1, "!") && self.is(at - 2, "macro_rules");
            let named = token.is_name() && token.text != "fn";
            if depth == 0 && named && (of_macro || heads.iter().any(follows)) {
                found.insert(token.text.clone());
            }
        }
        found
    }

    /// The names that its `use` items bring into it.
    pub fn imports(&self) -> Vec<Import> {
        let mut found = Vec::new();
        for at in self.use_items() {
            let passed_on = at > 0 && (self.is(at - 1, ")") || self.is(at - 1, "pub"));
            self.leaves(at + 1, "", &mut |path, name| {
                found.push(Import { path, name, passed_on });
            });
        }
        found
    }

    /// Whether a name is used in the code beside its import.
    pub fn uses(&self, name: &str) -> bool {
        let end = |at: usize| (at..self.tokens.len()).find(|at| self.is(*at, ";")).unwrap_or(at);
        let imports: Vec<_> = self.use_items().map(|at| at..end(at)).collect();
        let mut named = (0..self.tokens.len()).filter(|at| self.is(*at, name));
        named.any(|at| !imports.iter().any(|import| import.contains(&at)))
    }

    /// The tokens at which `use` items begin; not the `use` of a bound on captures.
    fn use_items(&self) -> impl Iterator<Item = usize> {
        let begins = |at: usize| self.tokens.get(at + 1).is_some_and(Token::is_name);
        (0..self.tokens.len()).filter(move |at| self.is(*at, "use") && begins(*at))
    }

    /// Gives each path of a `use` from a token on, with the name that it has in the file; a module's
    /// `self` is the module. Says where the path ends.
    fn leaves(&self, mut at: usize, prefix: &str, give: &mut impl FnMut(String, String)) -> usize {
        let mut path = prefix.to_owned();
        loop {
            let Some(token) = self.tokens.get(at) else { return at };
            at += 1;
            match &*token.text {
                "{" => {
                    while !self.is(at, "}") && at < self.tokens.len() {
                        at = self.leaves(at, &path, give);
                        at += usize::from(self.is(at, ","));
                    }
                    return at + 1;
                }
                text => path.push_str(text),
            }
            if !(self.is(at, ":") && self.is(at + 1, ":")) {
                break;
            }
            path.push_str("::");
            at += 2;
        }
        let path = path.strip_suffix("::self").unwrap_or(&path).to_owned();
        let last = path.rsplit("::").next().unwrap_or_default().to_owned();
        let alias = self.tokens.get(at + 1).filter(|_| self.is(at, "as"));
        let end = if alias.is_some() { at + 2 } else { at };
        give(path, alias.map_or(last, |name| name.text.clone()));
        end
    }

    /// Every path that the code names, with its line; those of a `use` with braces one by one.
    pub fn paths(&self) -> Vec<(usize, String)> {
        let (mut found, mut at) = (Vec::new(), 0);
        while at < self.tokens.len() {
            at = if self.tokens[at].is_name() { self.tree(at, "", &mut found) } else { at + 1 };
        }
        found
    }

    /// The lines in which some code stands, such as `Moment::now` or `println!`.
    pub fn places(&self, wanted: &str) -> Vec<usize> {
        let wanted = Self::new("", wanted).tokens;
        let same = |here: &&[Token]| here.iter().zip(&wanted).all(|(a, b)| a.text == b.text);
        self.tokens.windows(wanted.len()).filter(same).map(|here| here[0].line).collect()
    }

    fn is(&self, at: usize, text: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.text == text)
    }

    /// Gives the paths that begin with the name at a token, behind a prefix; says where they end.
    fn tree(&self, mut at: usize, prefix: &str, found: &mut Vec<(usize, String)>) -> usize {
        let line = self.tokens[at].line;
        let mut path = format!("{prefix}{}", self.tokens[at].text);
        at += 1;
        while self.is(at, ":") && self.is(at + 1, ":") {
            path.push_str("::");
            at += 2;
            if self.is(at, "{") {
                return self.branches(at + 1, &path, found);
            }
            let Some(name) = self.tokens.get(at).filter(|token| token.is_name()) else { break };
            path.push_str(&name.text);
            at += 1;
        }
        found.push((line, path));
        at
    }

    /// Gives the paths in braces, behind a prefix; says where they end.
    fn branches(&self, mut at: usize, prefix: &str, found: &mut Vec<(usize, String)>) -> usize {
        while let Some(token) = self.tokens.get(at) {
            at = match &*token.text {
                "}" => return at + 1,
                "as" => at + 2,
                _ if token.is_name() => self.tree(at, prefix, found),
                "*" => {
                    found.push((token.line, prefix.to_owned()));
                    at + 1
                }
                _ => at + 1,
            };
        }
        at
    }

    fn read(&mut self, stream: TokenStream) {
        let trees: Vec<TokenTree> = stream.into_iter().collect();
        let mut rest = &trees[..];
        while let [first, behind @ ..] = rest {
            rest = match rest {
                [TokenTree::Punct(hash), TokenTree::Group(group), item @ ..]
                    if hash.as_char() == '#' && written(group) == "cfg(test)" =>
                {
                    self.pass(item)
                }
                // A comment that documents is such an attribute to a compiler.
                [TokenTree::Punct(hash), TokenTree::Group(group), behind @ ..]
                    if hash.as_char() == '#' && written(group).starts_with("doc=") =>
                {
                    behind
                }
                [
                    TokenTree::Punct(hash),
                    TokenTree::Punct(_),
                    TokenTree::Group(group),
                    behind @ ..,
                ] if hash.as_char() == '#' && written(group).starts_with("doc=") => behind,
                _ => {
                    self.take(first);
                    behind
                }
            };
        }
    }

    fn take(&mut self, tree: &TokenTree) {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = brackets(group.delimiter());
                self.push(line, open);
                self.read(group.stream());
                self.push(group.span_close().start().line, close);
            }
            TokenTree::Literal(literal) => {
                if let Some(text) = between_quotes(&literal.to_string()) {
                    let start = self.code.char_indices().rev().nth(39).map_or(0, |(at, _)| at);
                    let before = self.code[start..].to_owned();
                    self.literals.push(Literal { line, text, before });
                }
                self.push(line, "\"\"");
            }
            other => self.push(line, &other.to_string()),
        }
    }

    fn push(&mut self, line: usize, text: &str) {
        self.code.push_str(text);
        self.tokens.push(Token { line, text: text.to_owned() });
    }

    /// Passes over an item: to its semicolon, or over its braces. A module that it declares is noted.
    fn pass<'a>(&mut self, item: &'a [TokenTree]) -> &'a [TokenTree] {
        let is_end = |tree: &TokenTree| match tree {
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        let end = item.iter().position(is_end).map_or(item.len(), |at| at + 1);
        if let [.., TokenTree::Ident(word), TokenTree::Ident(name), TokenTree::Punct(_)] =
            &item[..end]
            && word == "mod"
        {
            self.test_modules.push(name.to_string());
        }
        &item[end..]
    }
}

/// Every source file of the program, in the order of their paths; files of modules that only
/// tests have are left out. They are read once for all tests of a process.
pub fn sources() -> &'static [Source] {
    static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(read_all);
    &SOURCES
}

fn read_all() -> Vec<Source> {
    let root = &root();
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    files.sort();
    let mut sources = Vec::new();
    let mut only_tests = Vec::new();
    for file in files {
        let whole = fs::read_to_string(&file).unwrap();
        let path = file.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        let source = Source::new(&path, &whole);
        let folder = path.strip_suffix("/mod.rs").or(path.strip_suffix("/lib.rs"));
        let folder = folder.unwrap_or(path.trim_end_matches(".rs"));
        only_tests.extend(source.test_modules.iter().map(|name| format!("{folder}/{name}")));
        sources.push(source);
    }
    sources.retain(|source| {
        !only_tests.iter().any(|module| {
            source.path == format!("{module}.rs") || source.path.starts_with(&format!("{module}/"))
        })
    });
    // A rule that is held over no files would hold always.
    assert!(sources.len() > 500, "only {} files of source were found", sources.len());
    sources
}

/// The package's folder.
pub fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or(env!("CARGO_MANIFEST_DIR").into(), Into::into)
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

fn tokens_of(whole: &str, path: &str) -> TokenStream {
    whole.parse().unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The text in brackets, without white space.
fn written(group: &Group) -> String {
    group.stream().to_string().replace(' ', "")
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

/// The text between the quotation marks of a literal; `None` for a number or a character.
fn between_quotes(literal: &str) -> Option<String> {
    let (prefix, rest) = literal.split_once('"')?;
    let hashes = prefix.trim_start_matches(['b', 'c', 'r']);
    let inner = rest.strip_suffix(hashes)?.strip_suffix('"')?;
    hashes.chars().all(|c| c == '#').then(|| inner.to_owned())
}
