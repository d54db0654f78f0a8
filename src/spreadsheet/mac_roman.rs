//! A test for Mac Roman, in which programs on older Macs save texts, and which detectors of encodings take for
//! Windows-1252.

use encoding_rs::{
    Encoding, ISO_8859_2, ISO_8859_4, ISO_8859_13, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254,
    WINDOWS_1257, WINDOWS_1258,
};

/// The Latin encodings that Mac Roman is taken for.
static LATIN: [&Encoding; 8] = [
    WINDOWS_1250,
    WINDOWS_1252,
    WINDOWS_1254,
    WINDOWS_1257,
    WINDOWS_1258,
    ISO_8859_2,
    ISO_8859_4,
    ISO_8859_13,
];

/// Counts of signs for and against Mac Roman, over bytes that come in blocks.
#[derive(Clone, Debug, Default)]
pub(super) struct MacRoman {
    /// Line ends that are a CR alone.
    bare_cr: u64,
    /// LF, alone or behind CR.
    lf: u64,
    /// Bytes for which Windows-1252 has a control character, or a mark within a word; Mac Roman has letters.
    odd: u64,
    /// Bytes within a word for which Windows-1252 has a small letter, and Mac Roman a mark or a capital.
    plain: u64,
    /// The last two bytes of the block before.
    before: [u8; 2],
}

impl MacRoman {
    /// Goes over the next bytes.
    pub(super) fn pass(&mut self, block: &[u8]) {
        for &next in block {
            let [last, here] = self.before;
            match here {
                b'\n' => self.lf += 1,
                b'\r' if next != b'\n' => self.bare_cr += 1,
                0x80.. => self.letter(last, here, next),
                _ => {}
            }
            self.before = [here, next];
        }
    }

    fn letter(&mut self, before: u8, here: u8, after: u8) {
        let within = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
        match here {
            0x81 | 0x8D | 0x8F | 0x90 | 0x9D => self.odd += 1,
            // signs of money, daggers, per mille, bullets, opening quotation marks, trade marks
            0x80 | 0x83 | 0x84 | 0x86..=0x89 | 0x8B | 0x91 | 0x93..=0x95 | 0x98 | 0x99 | 0x9B
                if within =>
            {
                self.odd += 1;
            }
            // capitals Š, Œ, Ž and Ÿ behind a small letter
            0x8A | 0x8C | 0x8E | 0x9F if before.is_ascii_lowercase() => self.odd += 1,
            // -ción, ñ between vowels, ú before a consonant, for which Windows-1252 has dashes and œ
            0x97 if before == b'i' && after == b'n' => self.odd += 1,
            0x96 if is_vowel(before) && is_vowel(after) => self.odd += 1,
            0x9C if before.is_ascii_lowercase() && b"bclmnr".contains(&after) => self.odd += 1,
            0xE0..=0xFE if before.is_ascii_lowercase() || within => self.plain += 1,
            _ => {}
        }
    }

    /// Whether a text that a detector takes for `guessed` is Mac Roman.
    pub(super) fn is_likely(&self, guessed: &'static Encoding) -> bool {
        let has_bare_cr_only = self.bare_cr > 0 && self.lf == 0;
        let is_odd = self.odd > self.plain || has_bare_cr_only && self.plain == 0;
        LATIN.contains(&guessed) && is_odd
    }
}

fn is_vowel(byte: u8) -> bool {
    b"aeiou".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::MACINTOSH;

    fn is_mac_roman(bytes: &[u8]) -> bool {
        let mut found = MacRoman::default();
        bytes.chunks(3).for_each(|part| found.pass(part));
        found.is_likely(WINDOWS_1252)
    }

    #[test]
    fn french_spanish_and_german_of_a_mac_are_told_from_those_of_windows() {
        for text in [
            "État,Besoin\nBénin,Renforcer les capacités des enquêteurs, à Côte d'Ivoire\n",
            "Estado,Texto\nPerú,Capacitación de jueces y año fiscal — «más»\n",
            "Staat,Text\nÖsterreich,Prüfung der Fälle, für die nächste Überprüfung\n",
            "State,Text\nGhana,“Word”—and the State’s… word–word, 5 % of naïve cœur\n",
        ] {
            let mac: Vec<u8> = text.chars().map(mac_byte).collect();
            let (windows, _, had_errors) = WINDOWS_1252.encode(text);
            assert!(!had_errors);
            assert!(!is_mac_roman(&windows), "{text}");
            let marks_only = text.starts_with("State,");
            assert!(marks_only || is_mac_roman(&mac), "{text}");
            let (windows, mac) =
                (windows.to_vec(), mac.iter().map(|b| if *b == b'\n' { b'\r' } else { *b }));
            assert!(is_mac_roman(&mac.collect::<Vec<_>>()), "{text}");
            assert!(!is_mac_roman(&windows), "{text}");
        }
    }

    fn mac_byte(c: char) -> u8 {
        let is = |byte: &u8| {
            let bytes = [*byte];
            MACINTOSH.decode_without_bom_handling(&bytes).0.chars().eq([c])
        };
        (0..=0xFF).find(is).unwrap()
    }
}
