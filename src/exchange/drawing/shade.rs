//! The shades of cells: one hue, each darker than the last, so that their order stays without
//! colours; and the colour of the words on them.

use super::page::INK;
use crate::analysis::chart::SHADES;

/// From nothing to the most.
const COLOURS: [&str; SHADES as usize + 1] =
    ["#ffffff", "#dce8f3", "#a9c7e2", "#6d9dca", "#1f4e79"];

/// The colour of a cell and of the words on it.
pub(super) fn colours(shade: u8) -> (&'static str, &'static str) {
    let colour = COLOURS[usize::from(shade.min(SHADES))];
    let [ink, paper] = [INK, COLOURS[0]].map(|words| contrast(words, colour));
    (colour, if ink >= paper { INK } else { COLOURS[0] })
}

/// How well one colour can be told from another, from 1 to 21, as WCAG 2 defines it.
fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let part = colour.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let part = f64::from(part.unwrap_or(0)) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_on_a_shade_can_be_read() {
        for shade in 0..=SHADES {
            let (cell, words) = colours(shade);
            assert!(contrast(cell, words) >= 4.5, "{shade}: {}", contrast(cell, words));
        }
    }

    #[test]
    fn each_shade_is_darker_than_the_last() {
        for pair in COLOURS.windows(2) {
            assert!(luminance(pair[0]) > luminance(pair[1]) + 0.05, "{pair:?}");
        }
    }
}
