//! Words written for a manual page: characters that `man`, groff and mandoc would take for
//! something else are escaped, and Chinese gets the places where a line can end.

use crate::text::unbroken;

/// Words as they stand in the text of a page.
pub(super) fn plain(words: &str) -> String {
    let mut written = String::with_capacity(words.len() * 2);
    for (place, part) in unbroken(words).into_iter().enumerate() {
        let ends_a_word = written.ends_with(' ') || part.starts_with(' ');
        if place > 0 && !ends_a_word {
            written.push_str("\\:");
        }
        part.chars().for_each(|c| push(&mut written, c));
    }
    // At the beginning of a line these would be requests.
    if written.starts_with(['.', '\'']) { format!("\\&{written}") } else { written }
}

/// Words on one line, with no place where it can end.
pub(super) fn together(words: &str) -> String {
    let mut written = String::with_capacity(words.len() * 2);
    for c in words.chars() {
        if c == ' ' { written.push_str("\\ ") } else { push(&mut written, c) }
    }
    written
}

/// Words in bold type, for words that are typed as they stand.
pub(super) fn bold(words: &str) -> String {
    format!("\\fB{}\\fR", together(words))
}

/// Words in italic type, for placeholders.
pub(super) fn italic(words: &str) -> String {
    format!("\\fI{}\\fR", together(words))
}

/// An argument of a request.
pub(super) fn argument(words: &str) -> String {
    format!("\"{}\"", as_it_is(words))
}

/// Words in which a line ends at spaces alone: programs read headings and names by their letters.
pub(super) fn as_it_is(words: &str) -> String {
    let mut written = String::with_capacity(words.len() * 2);
    words.chars().for_each(|c| push(&mut written, c));
    written
}

fn push(written: &mut String, c: char) {
    match c {
        '\\' => written.push_str("\\e"),
        '-' => written.push_str("\\-"),
        '"' => written.push_str("\\(dq"),
        '\'' => written.push_str("\\(aq"),
        '`' => written.push_str("\\(ga"),
        '^' => written.push_str("\\(ha"),
        '~' => written.push_str("\\(ti"),
        c => written.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e6_words_are_no_requests_and_keep_their_signs() {
        assert_eq!(plain(".SH --by 'a' \"b\" \\"), "\\&.SH \\-\\-by \\(aqa\\(aq \\(dqb\\(dq \\e");
        assert_eq!(plain("~/.config `x` ^"), "\\(ti/.config \\(gax\\(ga \\(ha");
        assert_eq!(bold("--sort NAME"), "\\fB\\-\\-sort\\ NAME\\fR");
    }

    #[test]
    fn e6_a_line_of_chinese_can_end_but_not_before_a_mark() {
        assert_eq!(plain("需要，见--by"), "需\\:要，\\:见\\:\\-\\-by");
    }
}
