//! The command line that is being typed in a shell, up to the cursor: its words as the program
//! would get them, and the part of the last one that the shell itself takes for a word.

/// The quotes that the shell is inside of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Quote {
    #[default]
    None,
    Single,
    Double,
}

/// A line up to the cursor.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// The words before the last one; the first is the name of the program.
    pub(super) before: Vec<String>,
    /// The word that is being typed, as the program would get it.
    pub(super) last: String,
    /// The last word as it is typed, with its quotation marks.
    raw: String,
}

impl Line {
    /// The words of a line.
    pub(super) fn read(typed: &str) -> Self {
        let mut line = Self::default();
        let mut rest = typed.trim_start();
        loop {
            let (word, end, _) = unquoted(rest);
            if end == rest.len() {
                line.last = word;
                rest.clone_into(&mut line.raw);
                return line;
            }
            // Assignments before the command are left out.
            if !(line.before.is_empty() && is_assignment(&word)) {
                line.before.push(word);
            }
            rest = rest[end..].trim_start();
        }
    }

    /// A word as bash writes it in the place of the last one, of which bash replaces `replaced`
    /// alone; `None` where the word begins otherwise than the part that stays, and where a sign in that part would
    /// send the output to a file (`priority:>=h` without quotation marks).
    pub(super) fn in_bash(&self, word: &str, replaced: &str) -> Option<String> {
        let stays = self.raw.strip_suffix(replaced).unwrap_or_default();
        if redirects(stays) {
            return None;
        }
        let (stays, _, quote) = unquoted(stays);
        Some(quoted(word.strip_prefix(stays.as_str())?, quote))
    }
}

/// Whether a word gives a variable a value.
fn is_assignment(word: &str) -> bool {
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    word.split_once('=').is_some_and(|(name, _)| is_name(name))
}

/// The first word of a text without its quotation marks, where it ends, and the quotation that is open
/// there.
fn unquoted(text: &str) -> (String, usize, Quote) {
    let (mut word, mut quote) = (String::new(), Quote::None);
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match (quote, c) {
            (Quote::None, c) if c.is_whitespace() => return (word, at, quote),
            (Quote::None, '\'') => quote = Quote::Single,
            (Quote::None, '"') => quote = Quote::Double,
            (Quote::Single, '\'') | (Quote::Double, '"') => quote = Quote::None,
            (Quote::None | Quote::Double, '\\') => word.extend(chars.next().map(|(_, c)| c)),
            (_, c) => word.push(c),
        }
    }
    (word, text.len(), quote)
}

/// Whether the beginning of a word has a sign that redirects, outside of quotation marks.
fn redirects(typed: &str) -> bool {
    let at_sign = |(at, _): (usize, &str)| {
        let before = &typed[..at];
        unquoted(before).2 == Quote::None && !before.ends_with('\\')
    };
    typed.match_indices(['<', '>']).any(at_sign)
}

/// Text as it is typed so that the shell takes it as it is.
fn quoted(text: &str, quote: Quote) -> String {
    let mut typed = String::with_capacity(text.len());
    for c in text.chars() {
        match quote {
            Quote::Single if c == '\'' => typed.push_str(r"'\'"),
            Quote::Double if matches!(c, '"' | '$' | '`' | '\\') => typed.push('\\'),
            Quote::None if c.is_ascii() && !c.is_ascii_alphanumeric() && !PLAIN.contains(c) => {
                typed.push('\\');
            }
            _ => {}
        }
        typed.push(c);
    }
    typed
}

/// The characters without a meaning for shells within a word, beside letters and digits.
const PLAIN: &str = "-_.,:/=+@%";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e5_bash_is_offered_nothing_behind_a_sign_that_redirects() {
        let offered = |typed: &str| Line::read(typed).in_bash("priority:>=high", "h");
        assert_eq!(offered("ta-tui needs priority:>=h"), None);
        assert_eq!(offered(r"ta-tui needs priority:\>=h").as_deref(), Some("high"));
        assert_eq!(offered("ta-tui needs 'priority:>=h").as_deref(), Some("high"));
        assert_eq!(offered("ta-tui needs \"priority:>=h").as_deref(), Some("high"));
    }

    #[test]
    fn e5_a_line_is_split_as_the_shell_splits_it() {
        for (typed, before, last) in [
            ("ta-tui ", &["ta-tui"][..], ""),
            ("ta-tui needs region:af", &["ta-tui", "needs"], "region:af"),
            ("TA_TUI_DB=x ta-tui 'a b' \"c:d", &["ta-tui", "a b"], "c:d"),
            ("ta-tui 'chapter:V region:af", &["ta-tui"], "chapter:V region:af"),
            (r"ta-tui theme:asset\ dec", &["ta-tui"], "theme:asset dec"),
            ("ta-tui set priority=", &["ta-tui", "set"], "priority="),
            ("ta-tui \"a\\\"b", &["ta-tui"], "a\"b"),
            ("ta-tui a\\", &["ta-tui"], "a"),
            ("", &[], ""),
        ] {
            let line = Line::read(typed);
            assert_eq!(
                (line.before, line.last.as_str()),
                (before.iter().map(|w| (*w).to_owned()).collect(), last),
                "{typed}"
            );
        }
    }

    #[test]
    fn e5_bash_gets_what_stands_behind_its_last_colon() {
        for (typed, replaced, word, inserted) in [
            ("ta-tui region:af", "af", "region:african", Some("african")),
            ("ta-tui region:", "", "region:african", Some("african")),
            ("ta-tui region:af", "region:af", "region:african", Some("region:african")),
            ("ta-tui 'region:af", "region:af", "region:african", Some("region:african")),
            ("ta-tui --by=reg", "reg", "--by=region", Some("region")),
            (
                "ta-tui set theme+=as",
                "as",
                "theme+=asset declarations",
                Some(r"asset\ declarations"),
            ),
            ("ta-tui set \"theme+=as", "theme+=as", "theme+=a $b", Some(r"theme+=a \$b")),
            ("ta-tui set 'theme+=o", "theme+=o", "theme+=o'b", Some(r"theme+=o'\''b")),
            ("ta-tui region:af", "af", "state:GHA", None),
        ] {
            let line = Line::read(typed);
            assert_eq!(line.in_bash(word, replaced).as_deref(), inserted, "{typed}");
        }
    }
}
