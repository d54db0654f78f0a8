//! Cuts a pasted passage into needs: one for each bullet or, without bullets, for each paragraph.

use crate::domain::{clean_text, is_unspaced};

/// The signs of a bullet, if a blank follows.
const BULLETS: [char; 17] = [
    '•', '‣', '◦', '▪', '▫', '●', '○', '■', '□', '·', '∙', '*', '-', '–', '—', '\u{f0b7}',
    '\u{f0a7}',
];

/// A part of a pasted passage that can become a need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The number of its paragraph, if the passage has one.
    pub paragraph: Option<String>,
    /// Its text on one line, without the bullet and without a semicolon at its end.
    pub text: String,
}

/// Cuts a passage into its needs, in order.
///
/// A bullet, a letter or number in brackets, or a blank line begins a new one; lines that a document only wraps are
/// joined. A line that leads to bullets ("the following needs were identified:") is left out; the number of its
/// paragraph stays with the bullets. Text without any letter is left out too.
pub fn passages(pasted: &str) -> Vec<Passage> {
    let cleaned = clean_text(pasted);
    let mut found: Vec<Passage> = Vec::new();
    let mut open: Option<Passage> = None;
    let mut paragraph: Option<String> = None;
    for line in cleaned.lines().map(str::trim) {
        let begins = beginning(line);
        if line.is_empty() || begins.is_some() {
            found.extend(open.take());
        }
        if line.is_empty() {
            continue;
        }
        let rest = match begins {
            Some(Beginning::Bullet(rest)) => rest,
            Some(Beginning::Paragraph(number, rest)) => {
                paragraph = Some(number.to_owned());
                rest
            }
            None => line,
        };
        match &mut open {
            Some(passage) => join(&mut passage.text, rest),
            None => open = Some(Passage { paragraph: paragraph.clone(), text: rest.to_owned() }),
        }
    }
    found.extend(open);
    let last = found.len().saturating_sub(1);
    let leads = |at: usize, text: &str| at < last && text.ends_with([':', '：']);
    let needs = found.into_iter().enumerate().filter(|(at, passage)| !leads(*at, &passage.text));
    let needs = needs.map(|(_, passage)| Passage { text: ended(&passage.text), ..passage });
    needs.filter(|passage| passage.text.chars().any(char::is_alphabetic)).collect()
}

/// The start of a line that begins a new part.
enum Beginning<'a> {
    /// A bullet, or a letter or number in brackets; with the rest of the line.
    Bullet(&'a str),
    /// The number of a paragraph, and the rest of the line.
    Paragraph(&'a str, &'a str),
}

fn beginning(line: &str) -> Option<Beginning<'_>> {
    let first = line.chars().next()?;
    if BULLETS.contains(&first) {
        let rest = &line[first.len_utf8()..];
        return rest.starts_with(char::is_whitespace).then(|| Beginning::Bullet(rest.trim_start()));
    }
    if let Some((mark, rest)) = bracketed(line) {
        let is_mark =
            (1..=4).contains(&mark.chars().count()) && mark.chars().all(char::is_alphanumeric);
        return is_mark.then(|| Beginning::Bullet(rest.trim_start()));
    }
    let figures = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    if (1..=3).contains(&figures) {
        let (number, rest) = line.split_at(figures);
        let behind = rest.strip_prefix(['.', '．', '、'])?;
        let apart = behind.starts_with(char::is_whitespace) || rest.starts_with(['、', '．']);
        return apart.then(|| Beginning::Paragraph(number, behind.trim_start()));
    }
    // Chinese documents number parts as in 一、.
    let rest =
        line.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    let behind = rest.strip_prefix('、').filter(|_| rest.len() < line.len())?;
    Some(Beginning::Bullet(behind.trim_start()))
}

/// Splits a line into its leading mark in brackets and the rest: `(a)`, `a)`, `（一）`.
fn bracketed(line: &str) -> Option<(&str, &str)> {
    let inner = line.trim_start_matches(['(', '（']);
    let (mark, rest) = inner.split_once([')', '）'])?;
    let is_short = mark.chars().count() <= 4 && !mark.contains(char::is_whitespace);
    is_short.then_some((mark, rest))
}

/// Appends the next line of a paragraph, with a blank unless the script has none or a hyphen splits a word.
fn join(text: &mut String, line: &str) {
    let goes_on = text.ends_with('-') && !text.ends_with(" -");
    let is_unspaced_here =
        text.chars().next_back().is_some_and(|c| is_unspaced(c.encode_utf8(&mut [0; 4])))
            && line.chars().next().is_some_and(|c| is_unspaced(c.encode_utf8(&mut [0; 4])));
    if !goes_on && !is_unspaced_here {
        text.push(' ');
    }
    text.push_str(line);
}

/// Gives a need's text without the punctuation, and the "and", before the next bullet.
fn ended(text: &str) -> String {
    let text = text.trim_end();
    let text = ["; and", "; et", "; y", "; и", "；以及", "；和"]
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text);
    text.trim_end_matches([';', '；', ',', '，', '؛']).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(pasted: &str) -> Vec<String> {
        passages(pasted).into_iter().map(|passage| passage.text).collect()
    }

    #[test]
    fn each_bullet_is_a_need_and_the_line_before_them_is_none() {
        let pasted = "12. The following technical assistance needs were identified:\n\
                      • Training of judges on asset\n  recovery;\n\
                      • Model legislation; and\n\
                      – Capacity-\nbuilding for the financial intelligence unit.\n\n\
                      13. Legal advice.";
        let found = passages(pasted);
        let expected = [
            (Some("12"), "Training of judges on asset recovery"),
            (Some("12"), "Model legislation"),
            (Some("12"), "Capacity-building for the financial intelligence unit."),
            (Some("13"), "Legal advice."),
        ];
        let found: Vec<_> =
            found.iter().map(|need| (need.paragraph.as_deref(), need.text.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn letters_in_brackets_and_paragraphs_are_needs() {
        assert_eq!(
            texts("(a) Training;\n(b) Advice;\n(iv) Software."),
            ["Training", "Advice", "Software."]
        );
        assert_eq!(texts("a) Training\nb) Advice"), ["Training", "Advice"]);
        assert_eq!(
            texts("One paragraph\nover two lines.\n\nAnother one."),
            ["One paragraph over two lines.", "Another one."]
        );
        assert_eq!(
            texts("（一）培训法官\n和检察官；\n（二）立法援助。"),
            ["培训法官和检察官", "立法援助。"]
        );
        assert_eq!(texts("一、能力建设；\n二、立法援助"), ["能力建设", "立法援助"]);
    }

    #[test]
    fn what_only_looks_like_a_bullet_is_text() {
        assert_eq!(texts("15.16 and 17 are criminalized"), ["15.16 and 17 are criminalized"]);
        assert_eq!(texts("-based systems"), ["-based systems"]);
        assert_eq!(texts("(See paragraph 12) Training"), ["(See paragraph 12) Training"]);
        assert_eq!(texts("2019 was the year of the review"), ["2019 was the year of the review"]);
        assert_eq!(texts("\n • \n***\n"), Vec::<String>::new());
        assert_eq!(texts("Needs:"), ["Needs:"], "a line that leads to nothing is the need");
    }

    proptest! {
        #[test]
        fn no_letter_is_lost_and_none_is_made(lines in proptest::collection::vec("[a-z ]{0,20}", 0..8)) {
            let pasted = lines.join("\n");
            let letters = |text: &str| text.chars().filter(char::is_ascii_alphabetic).collect::<String>();
            prop_assert_eq!(letters(&texts(&pasted).join(" ")), letters(&pasted));
        }
    }
}
