//! Just enough of SQL to compare definitions of objects: their words, without spaces and comments.

/// The words and signs of a text, without blanks and comments. Quotes around a plain name go.
pub(super) fn words(sql: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '-' if rest.starts_with("--") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest[2..].find("*/").map_or(rest.len(), |end| end + 4),
            c if c.is_ascii_whitespace() => 1,
            '\'' | '"' | '`' => push(&mut words, &rest[..quoted(rest, first)]),
            '[' => push(&mut words, &rest[..quoted(rest, ']')]),
            c if is_of_name(c) => {
                push(&mut words, &rest[..rest.find(|c| !is_of_name(c)).unwrap_or(rest.len())])
            }
            c => push(&mut words, &rest[..c.len_utf8()]),
        };
        rest = &rest[length..];
    }
    words
}

fn push<'a>(words: &mut Vec<&'a str>, word: &'a str) -> usize {
    words.push(plain(word));
    word.len()
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$' || !c.is_ascii()
}

/// The length of a quoted text, with its quotes; a quote within is written twice.
fn quoted(text: &str, end: char) -> usize {
    let mut at = 1;
    while let Some(found) = text[at..].find(end) {
        at += found + 1;
        if end == ']' || !text[at..].starts_with(end) {
            return at;
        }
        at += 1;
    }
    text.len()
}

/// A quoted name without its quotes, where it needs none.
fn plain(word: &str) -> &str {
    let inner = name(word);
    if inner.len() + 2 == word.len()
        && !inner.is_empty()
        && inner.chars().all(is_of_name)
        && !inner.starts_with(|c: char| c.is_ascii_digit())
    {
        return inner;
    }
    word
}

/// A name without its quotes.
fn name(word: &str) -> &str {
    let inner = |open: char, close: char| word.strip_prefix(open)?.strip_suffix(close);
    inner('"', '"').or_else(|| inner('`', '`')).or_else(|| inner('[', ']')).unwrap_or(word)
}

/// A word without its quotes in the place of a name: there SQLite takes a string for a name too.
fn unquoted(word: &str) -> &str {
    let inner = word.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
    inner.unwrap_or_else(|| name(word))
}

/// Whether two texts make the same.
pub(super) fn same(one: &str, other: &str) -> bool {
    words(one) == words(other)
}

/// Words behind which a name must stand, so that SQLite takes a string there for one.
const BEFORE_NAME: [&str; 12] = [
    ".",
    "ON",
    "INTO",
    "UPDATE",
    "FROM",
    "JOIN",
    "REFERENCES",
    "ABORT",
    "FAIL",
    "IGNORE",
    "REPLACE",
    "ROLLBACK",
];

/// Whether a text has one of these names in it, as a name and not in a string.
pub(super) fn mentions(sql: &str, names: &[&str]) -> bool {
    let words = words(sql);
    let before = std::iter::once("").chain(words.iter().copied());
    before.zip(&words).any(|(before, word)| {
        let is_name = !word.starts_with('\'')
            || BEFORE_NAME.iter().any(|expects| before.eq_ignore_ascii_case(expects));
        is_name && names.iter().any(|n| unquoted(word).eq_ignore_ascii_case(n))
    })
}

/// Whether a text makes an object of this kind and name.
pub(super) fn makes(sql: &str, kind: &str, named: &str) -> bool {
    let words = words(sql);
    let mut words = words.iter().copied();
    if !words.next().is_some_and(|word| word.eq_ignore_ascii_case("CREATE")) {
        return false;
    }
    let kinds = ["table", "view", "index", "trigger"];
    let is_kind = |word: &str| kinds.iter().any(|kind| word.eq_ignore_ascii_case(kind));
    let Some(made) = words.by_ref().take(2).find(|word| is_kind(word)) else { return false };
    let is_it = |word: &str| {
        let inner = unquoted(word);
        let once = |quote: &str| inner.replace(&quote.repeat(2), quote) == named;
        inner.eq_ignore_ascii_case(named) || ["\"", "'", "`"].into_iter().any(once)
    };
    made.eq_ignore_ascii_case(kind) && words.next().is_some_and(is_it)
}

/// The rules of a table that this program made: the text in parentheses behind CHECK.
pub(super) fn rules(sql: &str) -> Vec<&str> {
    let begins = sql.match_indices("CHECK (").map(|(at, word)| &sql[at + word.len()..]);
    begins.filter_map(|rest| rest.get(..closing(rest)?)).collect()
}

/// The index of the `)` that closes a parenthesis opened before the text; strings are passed over.
fn closing(text: &str) -> Option<usize> {
    let (mut depth, mut in_string) = (1, false);
    for (at, c) in text.char_indices() {
        match c {
            '\'' => in_string = !in_string,
            '(' if !in_string => depth += 1,
            ')' if !in_string => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// Whether a text makes an index that holds every value once.
pub(super) fn is_unique(sql: &str) -> bool {
    words(sql).get(1).is_some_and(|word| word.eq_ignore_ascii_case("UNIQUE"))
}

/// Whether a text makes an index of columns as they are, for all rows, which refuses none.
pub(super) fn is_plain_index(sql: &str) -> bool {
    let words = words(sql);
    let Some(open) = words.iter().position(|word| *word == "(") else { return false };
    let Some((last, columns)) = words[open + 1..].split_last() else { return false };
    let is_name =
        |word: &str| word == "," || name(word).starts_with(|c: char| c.is_alphabetic() || c == '_');
    // A collation may be one that this program does not have.
    let collates = columns.iter().any(|word| word.eq_ignore_ascii_case("COLLATE"));
    *last == ")" && !collates && !is_unique(sql) && columns.iter().all(|word| is_name(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_comments_and_quotes_mean_nothing() {
        let one = "CREATE TABLE \"need\" (a TEXT, -- the text\n b /* x */ INTEGER CHECK(b<>''))";
        let other = "CREATE TABLE need(a TEXT,b INTEGER CHECK ( b <> '' ) )";
        assert!(same(one, other));
        assert!(!same(one, &other.replace("''", "' '")));
        assert!(!same("x 'a--b'", "x 'a"));
        assert_eq!(words("'it''s' [a b] \"1\" é_1 /* open"), ["'it''s'", "[a b]", "\"1\"", "é_1"]);
    }

    #[test]
    fn rules_are_read_whole() {
        let sql = "CREATE TABLE t (a TEXT CHECK (a <> '(') , b CHECK (b IS date(b)), CHECK (a))";
        assert_eq!(rules(sql), ["a <> '('", "b IS date(b)", "a"]);
        assert!(
            crate::store::schema::rules().iter().map(|(_, rules)| rules.len()).sum::<usize>() > 30
        );
    }

    #[test]
    fn names_are_found_outside_strings() {
        assert!(mentions("INSERT INTO \"NEED\" VALUES (1)", &["need"]));
        assert!(mentions("x.[need]", &["need"]));
        assert!(!mentions("SELECT 'need' -- need", &["need"]));
    }

    #[test]
    fn c8_a_string_in_the_place_of_a_name_is_one() {
        for sql in [
            "CREATE TRIGGER z AFTER UPDATE ON 'Need' BEGIN SELECT 1; END",
            "UPDATE OR IGNORE 'need' SET x = 1",
            "INSERT INTO main.'need' VALUES (1)",
            "CREATE TABLE own (x REFERENCES 'need' (id))",
            "CREATE INDEX i ON'need'(upper(text))",
        ] {
            assert!(mentions(sql, &["need"]), "{sql}");
        }
        assert!(!mentions("INSERT INTO own VALUES ('x', 'need')", &["need"]));
        assert!(makes("CREATE TABLE 'f_data'(id)", "table", "f_data"));
        assert!(makes("CREATE TABLE 'f''_data'(id)", "table", "f'_data"));
    }

    #[test]
    fn a_line_makes_what_it_says() {
        assert!(makes("CREATE TABLE \"a\"\"b\" (x)", "table", "a\"b"));
        assert!(makes("CREATE VIRTUAL TABLE f USING fts5(x)", "table", "f"));
        assert!(makes("CREATE UNIQUE INDEX i ON t (x)", "index", "i"));
        assert!(!makes("CREATE TRIGGER t BEFORE INSERT ON need BEGIN SELECT 1; END", "table", "t"));
        assert!(!makes("CREATE VIEW other AS SELECT 1", "view", "need"));
    }

    #[test]
    fn an_index_that_calculates_is_no_plain_one() {
        assert!(is_plain_index("CREATE INDEX i ON need (text, \"notes\" DESC)"));
        for sql in [
            "CREATE UNIQUE INDEX i ON need (text)",
            "CREATE INDEX i ON need (lower(text))",
            "CREATE INDEX i ON need (text) WHERE id > 1",
            "CREATE INDEX i ON need (text COLLATE mine)",
            "CREATE INDEX i ON need ('x')",
            "CREATE INDEX i ON need (a+b)",
        ] {
            assert!(!is_plain_index(sql), "{sql}");
        }
    }
}
