//! The names of States that have needs, and a search for them in a text.

use super::desk::sample;
use memchr::memmem;
use rusqlite::{Connection, OpenFlags};

/// The names of the States that have needs.
pub struct Names {
    /// Names in Latin letters, in small ones.
    latin: Vec<String>,
    /// Names in Chinese.
    chinese: Vec<String>,
    /// ISO codes.
    codes: Vec<String>,
}

impl Names {
    /// Reads the names of the sample register.
    pub fn read() -> Self {
        let file = Connection::open_with_flags(sample(), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        let mut statement = file
            .prepare(
                "WITH served AS (SELECT DISTINCT state_id FROM need)
                 SELECT text FROM name JOIN served ON kind = 'state' AND record = state_id
                 UNION ALL SELECT text FROM spelling JOIN served USING (state_id) WHERE listed
                 UNION ALL SELECT iso2 FROM state JOIN served ON id = state_id WHERE iso2 IS NOT NULL
                 UNION ALL SELECT iso3 FROM state JOIN served ON id = state_id WHERE iso3 IS NOT NULL",
            )
            .unwrap();
        let mut names = Self { latin: vec![], chinese: vec![], codes: vec![] };
        let rows = statement.query_map([], |row| row.get::<_, String>(0));
        for name in rows.unwrap().map(Result::unwrap) {
            if name.chars().all(|c| c.is_ascii_uppercase()) {
                names.codes.push(name);
            } else if name.chars().any(|c| c > '\u{2e80}') {
                names.chinese.push(name);
            } else {
                names.latin.push(name.to_lowercase());
            }
        }
        assert!(names.latin.len() > 100 && names.chinese.len() > 100 && names.codes.len() > 200);
        names
    }

    /// The first name that stands in a text.
    pub fn in_text(&self, text: &str) -> Option<String> {
        // Developing countries, which are no State.
        let text = &text.replace("中国家", "");
        let small = text.to_lowercase();
        let posts = self.codes.iter().map(|code| format!("fp-{}", code.to_lowercase()));
        (self.latin.iter().find(|name| stands(&small, name)).cloned())
            .or_else(|| self.chinese.iter().find(|name| contains(text, name)).cloned())
            .or_else(|| self.codes.iter().find(|code| stands(text, code)).cloned())
            .or_else(|| posts.into_iter().find(|post| stands(&small, post)))
    }
}

/// Whether a word stands in a text. This search is optimized in debug builds, unlike `str::contains`.
fn contains(text: &str, word: &str) -> bool {
    memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

/// Whether words stand in a text on their own.
fn stands(text: &str, words: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    memmem::find_iter(text.as_bytes(), words).any(|at| {
        let (before, after) = (&text[..at], &text[at + words.len()..]);
        !letter(before.chars().next_back()) && !letter(after.chars().next())
    })
}
