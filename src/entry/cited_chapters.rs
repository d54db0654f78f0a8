//! The chapters of the Convention that a text cites, as in "chapter II", "chapters II to IV" or 第二章.

use crate::domain::{Chapter, Coded, words};

/// The beginnings of the word before the numbers of chapters, folded.
const CHAPTER: [&str; 6] = ["chapter", "chapitre", "capitulo", "глав", "الفصل", "الفصول"];

/// The words between the numbers of chapters, folded.
const AND: [&str; 6] = ["and", "et", "y", "e", "и", "و"];

/// The words between the first and the last of a row of chapters, folded.
const TO: [&str; 5] = ["to", "a", "al", "до", "по"];

/// The figures of chapters II to VI in Chinese.
const FIGURES: [char; 5] = ['二', '三', '四', '五', '六'];

/// Gives the chapters that a folded text cites, rising, each with the words that cite it first.
pub(super) fn cited_chapters(folded: &str) -> Vec<(Chapter, &str)> {
    let mut found = in_words(folded);
    found.extend(in_chinese(folded));
    found.sort_by_key(|(chapter, _)| *chapter);
    found.dedup_by_key(|(chapter, _)| *chapter);
    found
}

/// The chapter with a numeral or number, folded.
fn numbered(word: &str) -> Option<Chapter> {
    let number = || word.parse().ok().and_then(Chapter::from_number);
    Chapter::from_code(&word.to_uppercase()).or_else(number)
}

/// The byte offset of a word of a text.
fn place(text: &str, word: &str) -> usize {
    word.as_ptr() as usize - text.as_ptr() as usize
}

fn in_words(text: &str) -> Vec<(Chapter, &str)> {
    let all: Vec<&str> = words(text).collect();
    let mut found = Vec::new();
    for (at, head) in all.iter().enumerate() {
        if !CHAPTER.iter().any(|start| head.starts_with(start)) {
            continue;
        }
        let (mut cited, mut is_row) = (Vec::new(), false);
        let (mut end, from) = (place(text, head) + head.len(), place(text, head));
        for word in &all[at + 1..] {
            let between = &text[end..place(text, word)];
            is_row |= between.contains(['-', '–', '—']) && !cited.is_empty();
            match numbered(word) {
                Some(chapter) => {
                    let before = cited.last().copied().filter(|before| is_row && *before < chapter);
                    let row = Chapter::ALL.iter().copied();
                    let row =
                        row.filter(|one| before.is_some_and(|of| *one > of) && *one < chapter);
                    let row: Vec<Chapter> = row.chain([chapter]).collect();
                    cited.extend(row);
                    (end, is_row) = (place(text, word) + word.len(), false);
                }
                None if !cited.is_empty() && TO.contains(word) => is_row = true,
                None if !cited.is_empty() && AND.contains(word) => {}
                None => break,
            }
        }
        found.extend(cited.into_iter().map(|chapter| (chapter, &text[from..end])));
    }
    found
}

/// 第二章, 第二、第五章, 第二至四章.
fn in_chinese(text: &str) -> Vec<(Chapter, &str)> {
    let figure = |c: char| {
        let place = FIGURES.iter().position(|figure| *figure == c)?;
        Chapter::from_number(u8::try_from(place).ok()? + 2)
    };
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find('第').map(|at| from + at) {
        from = at + '第'.len_utf8();
        let (mut cited, mut is_row): (Vec<Chapter>, bool) = (Vec::new(), false);
        for (step, c) in text[from..].char_indices() {
            if let Some(chapter) = figure(c) {
                let first = cited.last().copied().filter(|_| is_row);
                let all = Chapter::ALL.iter().copied();
                cited.extend(all.filter(|one| first.is_some_and(|of| *one > of) && *one < chapter));
                cited.push(chapter);
                is_row = false;
            } else if c == '章' && !cited.is_empty() {
                let end = from + step + c.len_utf8();
                found.extend(cited.iter().map(|chapter| (*chapter, &text[at..end])));
                from = end;
                break;
            } else if "至到".contains(c) {
                is_row = true;
            } else if !"、和与及第,，章".contains(c) || cited.is_empty() {
                break;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fold;

    #[test]
    fn chapters_that_a_text_cites_are_found_with_their_words() {
        let cases = [
            ("Training on chapter II of the Convention", "II", "chapter ii"),
            ("Advice on chapters II and V.", "II V", "chapters ii and v"),
            ("Chapters II to IV, and others", "II III IV", "chapters ii to iv"),
            ("Chapters III–V", "III IV V", "chapters iii–v"),
            ("Formation sur les chapitres III et IV", "III IV", "chapitres iii et iv"),
            ("Capacitación sobre el capítulo V", "V", "capitulo v"),
            ("Обучение по главе IV", "IV", "главе iv"),
            ("关于第二章的培训", "II", "第二章"),
            ("关于第二、第五章的培训", "II V", "第二、第五章"),
            ("关于第二章和第五章的培训", "II V", "第二章"),
            ("关于第二至四章的培训", "II III IV", "第二至四章"),
            ("关于第五十二条的培训", "", ""),
            ("A chapter on procurement; part II; chapter 12; chapter I", "", ""),
        ];
        for (text, wanted, quoted) in cases {
            let folded = fold(text);
            let found = cited_chapters(&folded);
            let codes: Vec<&str> = found.iter().map(|(chapter, _)| chapter.code()).collect();
            assert_eq!(codes.join(" "), wanted, "{text}");
            assert_eq!(found.first().map_or("", |(_, words)| words), fold(quoted), "{text}");
        }
    }
}
