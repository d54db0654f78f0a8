//! A finished frame with ASCII signs.

use ratatui::buffer::Buffer;

/// Puts an ASCII character in the place of every sign of the program. Letters stay, and all
/// positions too: each sign is as wide as its replacement.
pub(super) fn signs(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let mut chars = cell.symbol().chars();
        if let (Some(sign), None) = (chars.next(), chars.next())
            && let Some(plain) = crate::text::ascii(sign)
        {
            cell.set_char(plain);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_change_in_their_places_and_letters_stay() {
        let mut buffer = Buffer::with_lines(["╭─资产─╮ é", "│e\u{301} ▌ …│»"]);
        signs(&mut buffer);
        assert_eq!(crate::picture::text(&buffer), "+-资产-+ é\n|e\u{301} > ~|}\n");
    }
}
