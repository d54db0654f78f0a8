//! Text as people type and paste it: how much of it is taken, and a cleaning that leaves every
//! space where it is, because the next characters may go on with the same word or line.

use super::clean_text;

/// How many characters a field of one line takes.
pub const LINE_LIMIT: usize = 4_096;

/// From so many printable characters on, input that comes from the terminal at once is more than
/// keys: nobody types as many between two reads.
pub const TOGETHER: usize = 8;

/// A character that keeps the marks behind it and is composed with none: the dotted circle.
const STAND_IN: &str = "\u{25cc}";

/// Cleans text that is typed piece by piece: as [`clean_text`], but spaces at the ends of lines and
/// line ends at the ends of the text stay.
pub fn clean_typed(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(text.len());
    for (place, line) in text.split('\n').enumerate() {
        if place > 0 {
            out.push('\n');
        }
        // With something behind it, the end of a line is not the end of the text; and a mark that is
        // typed after its letter has that letter before it.
        let before = if place == 0 { STAND_IN } else { "" };
        let mut cleaned = clean_text(&format!("{before}{line}."));
        cleaned.pop();
        out.push_str(cleaned.strip_prefix(before).unwrap_or(&cleaned));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_piece_by_piece_is_the_same_as_at_once() {
        let whole = "  one \t two\r\n\nthree\u{1b}[2J \u{202e}four \n";
        let at_once = clean_typed(whole);
        assert_eq!(at_once, "  one   two\n\nthree [2J four \n");
        for (cut, _) in whole.char_indices().filter(|(cut, _)| !whole[..*cut].ends_with('\r')) {
            let (head, tail) = whole.split_at(cut);
            assert_eq!(clean_typed(head) + &clean_typed(tail), at_once, "cut at {cut}");
        }
    }

    #[test]
    fn a_character_that_shows_nothing_is_nothing() {
        for hidden in ["\u{202e}", "\u{200b}", "\u{e0041}"] {
            assert_eq!(clean_typed(hidden), "", "{hidden:?}");
        }
        for shown in ["a", "资", "\u{301}", " "] {
            assert_eq!(clean_typed(shown), shown);
        }
    }
}
