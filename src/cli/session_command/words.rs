//! The words of the command that a client of SSH sends, as a POSIX shell splits them: by blanks, with `'…'`, `"…"` and
//! backslashes. Nothing else means anything: `$`, backticks, `;`, `|`, `&`, `>`, `*` and `~` are plain letters, since no
//! shell reads them and a filter may need them.

/// The most bytes of a command.
const MOST_BYTES: usize = 64 << 10;

/// Why a command cannot be split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unsplit {
    /// It has more bytes than are read.
    Long,
    /// It has a control character that no quotation mark excuses.
    Control,
    /// A quotation mark is open at its end, or a backslash stands there.
    Open,
}

impl Unsplit {
    /// The message that says so.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Long => "session-command-long",
            Self::Control => "session-command-control",
            Self::Open => "session-command-open",
        }
    }
}

/// The quotation marks that a letter stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quote {
    None,
    Single,
    Double,
}

/// The words of a command.
///
/// # Errors
/// The command is too long, has control characters, or ends within quotation marks.
pub(super) fn split(command: &str) -> Result<Vec<String>, Unsplit> {
    if command.len() > MOST_BYTES {
        return Err(Unsplit::Long);
    }
    let is_blank = |c: char| matches!(c, ' ' | '\t' | '\n');
    if command.chars().any(|c| c.is_control() && !is_blank(c)) {
        return Err(Unsplit::Control);
    }
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, Quote::None);
    let mut letters = command.chars().peekable();
    while let Some(c) = letters.next() {
        match (quote, c) {
            (Quote::None, c) if is_blank(c) => words.extend(word.take()),
            (Quote::None, '\'') => {
                quote = Quote::Single;
                word.get_or_insert_default();
            }
            (Quote::None, '"') => {
                quote = Quote::Double;
                word.get_or_insert_default();
            }
            (Quote::Single, '\'') | (Quote::Double, '"') => quote = Quote::None,
            (Quote::None, '\\') => match letters.next() {
                // The line goes on.
                Some('\n') => {}
                Some(c) => word.get_or_insert_default().push(c),
                None => return Err(Unsplit::Open),
            },
            // Within double quotation marks a backslash stands for itself before all other letters.
            (Quote::Double, '\\') => match letters.next_if(|c| "$`\"\\\n".contains(*c)) {
                Some('\n') => {}
                escaped => word.get_or_insert_default().push(escaped.unwrap_or('\\')),
            },
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    if quote != Quote::None {
        return Err(Unsplit::Open);
    }
    words.extend(word);
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::process::Command;

    #[test]
    fn blanks_quotation_marks_and_backslashes_part_words_as_in_a_shell() {
        for (command, words) in [
            ("", &[][..]),
            ("  needs\t\n ", &["needs"]),
            ("needs 'state:ghana chapter:V' x", &["needs", "state:ghana chapter:V", "x"]),
            (r#"set 1 "--note=a \"b\" \c""#, &["set", "1", r#"--note=a "b" \c"#]),
            (r"a\ b\'c", &["a b'c"]),
            ("a'b'\"c\"d", &["abcd"]),
            ("'' \"\"", &["", ""]),
            (r"'\'", &[r"\"]),
            ("a\\\nb", &["ab"]),
        ] {
            assert_eq!(split(command).unwrap(), words, "{command}");
        }
    }

    #[test]
    fn what_only_a_shell_acts_on_is_a_plain_letter() {
        for (command, words) in [
            ("needs; id", &["needs;", "id"][..]),
            ("needs $(id) `id` $HOME", &["needs", "$(id)", "`id`", "$HOME"]),
            ("needs | sh && id > /tmp/x", &["needs", "|", "sh", "&&", "id", ">", "/tmp/x"]),
            ("needs * ~ #x", &["needs", "*", "~", "#x"]),
        ] {
            assert_eq!(split(command).unwrap(), words, "{command}");
        }
    }

    #[test]
    fn what_is_cut_off_too_long_or_no_text_is_refused() {
        for (command, why) in [
            ("needs 'a", Unsplit::Open),
            ("needs \"a", Unsplit::Open),
            ("needs \\", Unsplit::Open),
            ("needs \u{1b}]0;x\u{7}", Unsplit::Control),
            ("needs '\u{9b}2J'", Unsplit::Control),
            ("needs\r", Unsplit::Control),
        ] {
            assert_eq!(split(command), Err(why), "{command:?}");
        }
        assert_eq!(split(&"x".repeat(MOST_BYTES + 1)), Err(Unsplit::Long));
        assert!(split(&"x".repeat(MOST_BYTES)).is_ok());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        // A shell is the judge, of texts in which nothing else has a meaning to it.
        #[test]
        fn the_words_are_those_of_a_shell(command in r#"[a-c'"\\ \t中-]{0,20}"#) {
            let script = format!("printf '%s\\0' x {command}\n");
            let shell = Command::new("sh").args(["-c", &script]).output().unwrap();
            match split(&command) {
                Ok(words) => {
                    let said = String::from_utf8(shell.stdout).unwrap();
                    let said: Vec<&str> = said.split_terminator('\0').skip(1).collect();
                    prop_assert_eq!(words, said);
                }
                // A backslash at the end hides the end of the line, which is another text for the shell.
                Err(_) if command.ends_with('\\') => {}
                Err(_) => prop_assert!(!shell.status.success()),
            }
        }
    }
}
