//! Words as a shell takes them, for command lines that people copy.

/// A word as a POSIX shell takes it literally: in single quotes unless every character is harmless
/// (POSIX.1-2017, Shell Command Language, 2.2).
pub fn shell_word(word: &str) -> String {
    let harmless = |c: char| c.is_ascii_alphanumeric() || ":.,_-/".contains(c);
    if !word.is_empty() && word.chars().all(harmless) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::shell_word;

    #[test]
    fn what_a_shell_would_read_otherwise_is_shell_word() {
        assert_eq!(shell_word("cycle:1"), "cycle:1");
        assert_eq!(shell_word("cycle:1 article:51..54"), "'cycle:1 article:51..54'");
        assert_eq!(shell_word("a'b $(c) \\ \"d\""), r#"'a'\''b $(c) \ "d"'"#);
        assert_eq!(shell_word("资产"), "'资产'");
        assert_eq!(shell_word(""), "''");
    }
}
