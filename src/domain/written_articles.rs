//! Articles of the Convention as people write them: "art. 52", "15, 16 and 21", "53–57", "15(1)(b)", 第五十二条.

use super::fold::fold;
use super::{Article, ArticleSet};

/// Words that stand beside the numbers of articles and say nothing more, folded.
const BESIDE: [&str; 23] = [
    "art",
    "arts",
    "article",
    "articles",
    "articulo",
    "articulos",
    "and",
    "et",
    "y",
    "и",
    "و",
    "ст",
    "статья",
    "статьи",
    "статей",
    "المادة",
    "المواد",
    "第",
    "条",
    "條",
    "和",
    "及",
    "与",
];

/// Words before the number of a paragraph, and signs behind it, folded.
const PARAGRAPH: [&str; 4] = ["para", "paras", "paragraph", "paragraphs"];
const PARAGRAPH_SIGN: [&str; 2] = ["款", "项"];

/// Words between the two ends of a range, folded.
const TO: [&str; 7] = ["to", "au", "a", "по", "إلى", "至", "到"];

/// Reads articles as people write them, in any of the six languages: numbers in figures of any script or in Chinese
/// words, ranges with a dash or "to", with "art." or 第…条 beside them. Of a paragraph, as in `15(1)(b)` or `44.1`, its
/// article counts.
///
/// # Errors
/// A word that cannot be read, a number outside 5 to 62, or a number such as `15.16`, which can be two articles or the
/// paragraph of one: the word as it is compared.
pub fn read_articles(text: &str) -> Result<ArticleSet, String> {
    let mut found = ArticleSet::EMPTY;
    let mut last: Option<u8> = None;
    let mut is_range = false;
    let words = parts(&fold(text));
    let mut words = words.iter().map(String::as_str).peekable();
    while let Some(word) = words.next() {
        if PARAGRAPH.contains(&word) {
            words.next();
            continue;
        }
        if BESIDE.contains(&word) || words.next_if(|next| PARAGRAPH_SIGN.contains(next)).is_some() {
            continue;
        }
        if matches!(word, "-" | "~") || TO.contains(&word) {
            if last.is_none() || is_range {
                return Err(word.to_owned());
            }
            is_range = true;
            continue;
        }
        let number = number(word).ok_or_else(|| word.to_owned())?;
        let article = Article::new(number).ok_or_else(|| word.to_owned())?;
        match last.filter(|_| is_range) {
            Some(first) if first < number => {
                found = found.with(ArticleSet::of_range(first, number));
            }
            Some(_) => return Err(word.to_owned()),
            None => found.insert(article),
        }
        (last, is_range) = (Some(number), false);
    }
    if is_range { Err("-".to_owned()) } else { Ok(found) }
}

/// The words of folded text: numbers with the paragraphs behind them, words, and dashes; blanks, commas, semicolons and
/// full stops part them.
fn parts(folded: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut depth = 0_usize;
    let mut open = Class::Between;
    let letters: Vec<char> = folded.chars().collect();
    for (place, &letter) in letters.iter().enumerate() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            letter => {
                let next = letters.get(place + 1).copied();
                let class = Class::of(letter, open, next);
                match (class, parts.last_mut()) {
                    (Class::Between, _) => {}
                    (class, Some(part))
                        if class == open && !matches!(class, Class::Dash | Class::Sign) =>
                    {
                        part.push(letter);
                    }
                    _ => parts.push(letter.to_string()),
                }
                open = class;
                continue;
            }
        }
        // Behind a paragraph in brackets something else begins.
        open = Class::Between;
    }
    parts
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Between,
    Number,
    Word,
    /// 第, 条 and the like, each a word of its own.
    Sign,
    Dash,
}

impl Class {
    fn of(letter: char, before: Self, next: Option<char>) -> Self {
        match letter {
            '.' if before == Self::Number && next.is_some_and(|next| next.is_ascii_digit()) => {
                Self::Number
            }
            '0'..='9' => Self::Number,
            _ if figure(letter).is_some() || letter == '十' => Self::Number,
            '-' | '~' => Self::Dash,
            '\u{4e00}'..='\u{9fff}' => Self::Sign,
            letter if letter.is_alphabetic() => Self::Word,
            _ => Self::Between,
        }
    }
}

/// A number in figures, that of an article with its paragraph behind a full stop, or a Chinese one below 100.
fn number(word: &str) -> Option<u8> {
    if let Some((article, paragraph)) = word.split_once('.') {
        // As a paragraph it would be higher than any that the Convention has.
        let can_be_article = paragraph.parse().is_ok_and(|number| Article::new(number).is_some());
        return if can_be_article { None } else { article.parse().ok() };
    }
    if let Ok(number) = word.parse() {
        return Some(number);
    }
    let (tens, ones) = match word.split_once('十') {
        Some((tens, ones)) => (if tens.is_empty() { 1 } else { one(tens)? }, ones),
        None => (0, word),
    };
    let ones = if ones.is_empty() && tens > 0 { 0 } else { one(ones)? };
    Some(tens * 10 + ones)
}

fn one(word: &str) -> Option<u8> {
    let mut letters = word.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    figure(letter)
}

fn figure(letter: char) -> Option<u8> {
    let figures = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    (1..).zip(figures).find(|(_, figure)| *figure == letter).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<u8>, String> {
        Ok(read_articles(text)?.iter().map(Article::number).collect())
    }

    #[test]
    fn articles_are_read_as_people_write_them() {
        for (text, numbers) in [
            ("52", &[52][..]),
            ("art. 52", &[52]),
            ("15, 16 and 21", &[15, 16, 21]),
            ("Articles 53–57", &[53, 54, 55, 56, 57]),
            ("53 to 55; 9", &[9, 53, 54, 55]),
            ("15(1)(b)", &[15]),
            ("44.1", &[44]),
            ("第五十二条、第八条", &[8, 52]),
            ("第四十六条第九款", &[46]),
            ("art. 46, para. 9", &[46]),
            ("第十条至第十二条", &[10, 11, 12]),
            ("٥٢", &[52]),
            ("５２", &[52]),
            ("ст. 15 и 16", &[15, 16]),
            ("artículos 15 y 16", &[15, 16]),
            ("", &[]),
        ] {
            assert_eq!(read(text).as_deref(), Ok(numbers), "{text}");
        }
    }

    #[test]
    fn what_is_no_article_is_refused_with_the_word() {
        for (text, word) in [
            ("63", "63"),
            ("4", "4"),
            ("1552", "1552"),
            ("16-Feb", "feb"),
            ("15.16", "15.16"),
            ("57-53", "53"),
            ("52-", "-"),
            ("-52", "-"),
            ("fifty-two", "fifty"),
            ("52 chapter V", "chapter"),
        ] {
            assert_eq!(read(text), Err(word.to_owned()), "{text}");
        }
    }
}
