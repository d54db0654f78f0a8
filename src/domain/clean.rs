//! Foreign text is cleaned once, at the door (import, edit, command line), so that no byte of it
//! can act on a terminal, a spreadsheet or a shell, and no screen has to check again.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The most combining marks that one character keeps; real orthographies need fewer.
const MOST_MARKS: usize = 4;

/// Cleans a text of one line: control characters (line ends among them) become spaces, invisible
/// formatting characters are dropped, runs of white space become one space.
pub fn clean_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in clean(text, false).split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Cleans a text of several lines: as [`clean_line`], but line ends stay, as `\n`.
pub fn clean_text(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let cleaned = clean(&text, true);
    let lines: Vec<&str> = cleaned.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

fn clean(text: &str, keep_lines: bool) -> String {
    let mut marks = 0;
    text.nfc()
        .filter_map(|c| {
            if is_combining_mark(c) {
                marks += 1;
                return (marks <= MOST_MARKS).then_some(c);
            }
            marks = 0;
            match c {
                '\n' if keep_lines => Some(c),
                c if c.is_control() => Some(' '),
                '\u{2028}' | '\u{2029}' => Some(' '),
                c if acts_unseen(c) => None,
                c => Some(c),
            }
        })
        .collect()
}

/// Characters that have no width and change what others look like or how they are ordered:
/// bidirectional overrides and isolates, zero-width characters, tags, variation selectors,
/// interlinear annotation, the byte-order mark. The zero-width joiner and non-joiner stay out
/// too: Persian words lose a hyphenation aid, no text loses its reading.
fn acts_unseen(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_lose_their_escape() {
        assert_eq!(clean_line("a\u{1b}[31mred\u{7}\nb"), "a [31mred b");
        assert_eq!(clean_line("\u{9b}2J"), "2J");
    }

    #[test]
    fn direction_overrides_and_hidden_characters_are_dropped() {
        assert_eq!(clean_line("abc\u{202e}fed\u{200b}g\u{e0041}"), "abcfedg");
    }

    #[test]
    fn a_thousand_marks_become_a_few() {
        let text = format!("x{}", "\u{323}".repeat(1000));
        assert!(clean_line(&text).chars().count() <= 1 + MOST_MARKS);
    }

    #[test]
    fn honest_text_stays() {
        for text in ["Côte d'Ivoire", "资产追回。", "مكافحة الفساد", "Предупреждение", "a-b (c)"]
        {
            assert_eq!(clean_line(text), text);
        }
        assert_eq!(clean_text("a \r\nb\n\n"), "a\nb");
    }
}
