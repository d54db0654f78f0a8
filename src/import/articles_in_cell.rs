//! The articles and chapters that a cell names, with what spreadsheets make of them.

use super::verdict::{Reason, ReasonKind};
use crate::domain::{Article, ArticleSet, Chapter, Coded, fold, read_articles, words};
use crate::spreadsheet::CellState;
use crate::text::{Lang, Text};

/// The articles of a cell with the reasons that reading it gives, without the column.
#[derive(Clone, Debug, Default)]
pub(super) struct Cited {
    /// The articles; `None` for a bad cell.
    pub(super) articles: Option<ArticleSet>,
    /// The reasons.
    pub(super) reasons: Vec<Reason>,
    /// Whether the cell names paragraphs of articles too.
    pub(super) has_paragraphs: bool,
}

/// Reads the articles that a cell names. `by_hand` is false for JSON, where no spreadsheet has touched a number.
pub(super) fn articles(cell: &str, state: CellState, by_hand: bool) -> Cited {
    let as_date = |numbers: &[u8]| {
        let set: ArticleSet = numbers.iter().filter_map(|number| Article::new(*number)).collect();
        let listed: Vec<String> = set.iter().map(|article| article.number().to_string()).collect();
        let reason = Reason::at(None, cell, ReasonKind::ArticleAsDate).with(listed.join(", "));
        Cited { articles: Some(set), reasons: vec![reason], has_paragraphs: false }
    };
    if let Some((day, month)) = day_and_month(cell, state).filter(|_| by_hand) {
        let numbers: Vec<u8> =
            [day, month].into_iter().filter(|one| Article::new(*one).is_some()).collect();
        if !numbers.is_empty() {
            return as_date(&numbers);
        }
    }
    match read_articles(cell) {
        Ok(set) => {
            let has_paragraphs = has_paragraphs(cell);
            Cited { articles: Some(set), reasons: Vec::new(), has_paragraphs }
        }
        Err(word) => {
            if let Some(both) = two_articles(&word).filter(|_| by_hand && is_alone(cell, &word)) {
                return as_date(&both);
            }
            let reason = Reason::at(None, cell, ReasonKind::NotAnArticle).with(word);
            Cited { articles: None, reasons: vec![reason], has_paragraphs: false }
        }
    }
}

fn is_alone(cell: &str, word: &str) -> bool {
    fold(cell.trim()) == word
}

/// The two articles of a number such as `15.16`.
fn two_articles(word: &str) -> Option<[u8; 2]> {
    let (one, other) = word.split_once('.')?;
    let number = |part: &str| Some(Article::new(part.parse().ok()?)?.number());
    Some([number(one)?, number(other)?])
}

/// The short English names of the months, which spreadsheets write.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Day and month of a date that a spreadsheet has made of two numbers, as in `16-Feb` or a cell with a date.
fn day_and_month(cell: &str, state: CellState) -> Option<(u8, u8)> {
    if state == CellState::Date {
        let mut parts = cell.get(..10)?.split('-').skip(1).map(|part| part.parse().ok());
        let (month, day) = (parts.next()??, parts.next()??);
        return Some((day, month));
    }
    let folded = fold(cell.trim());
    let parts: Vec<&str> = folded.split(['-', '/', ' ', '.']).filter(|p| !p.is_empty()).collect();
    let [one, other] = parts[..] else { return None };
    let month = |word: &str| {
        let place = MONTHS.iter().position(|month| word.starts_with(month))?;
        u8::try_from(place + 1).ok()
    };
    let day = |word: &str| word.parse::<u8>().ok();
    match (day(one), month(other)) {
        (Some(day), Some(month)) => Some((day, month)),
        _ => Some((day(other)?, month(one)?)),
    }
}

/// Whether a cell with articles names paragraphs: `15(1)(b)`, `44.1`, "para. 9", 第九款.
fn has_paragraphs(cell: &str) -> bool {
    let folded = fold(cell);
    let letters: Vec<char> = folded.chars().collect();
    let digit = |place: usize| letters.get(place).is_some_and(char::is_ascii_digit);
    let stands = |place: usize| match letters[place] {
        '(' => place > 0 && letters.get(place + 1).is_some_and(|c| c.is_alphanumeric()),
        '.' => place > 0 && digit(place - 1) && digit(place + 1),
        '款' | '项' => true,
        _ => false,
    };
    (0..letters.len()).any(stands) || words(&folded).any(|word| word.starts_with("para"))
}

/// Words before the number of a chapter, folded: their beginnings.
const CHAPTER: [&str; 7] = ["chapter", "chap", "ch", "chapitre", "capitulo", "глав", "الفصل"];

/// The figures of chapters in Chinese, I to X.
const FIGURES: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// Reads the chapters that a cell names: by numeral, figure or name, with the title behind the number or without it.
///
/// # Errors
/// A number is not one of II to VI, or no word names a chapter.
pub(super) fn chapters(cell: &str) -> Result<Vec<Chapter>, ReasonKind> {
    let folded = fold(cell);
    if let Some(chapter) = by_name(&folded) {
        return Ok(vec![chapter]);
    }
    let mut found: Vec<Chapter> = Vec::new();
    for part in folded.split([';', ',', '/', '&', '\n', '、']).flat_map(split_by_and) {
        match chapter_of_part(part) {
            Some(Ok(chapter)) if !found.contains(&chapter) => found.push(chapter),
            Some(Ok(_)) => {}
            Some(Err(kind)) => return Err(kind),
            // The rest of the title of the chapter before.
            None if !found.is_empty() || part.trim().is_empty() => {}
            None => return Err(ReasonKind::NotAChapter),
        }
    }
    found.sort_unstable();
    if found.is_empty() { Err(ReasonKind::NotAChapter) } else { Ok(found) }
}

/// The parts of a folded text between the words for "and".
fn split_by_and(part: &str) -> impl Iterator<Item = &str> {
    let parts = part.split(" and ").flat_map(|part| part.split(" et "));
    parts.flat_map(|part| part.split(" и ")).flat_map(|part| part.split(['和', '及', '与']))
}

/// The chapter with whose number a part begins: an error for a number that no chapter has.
fn chapter_of_part(part: &str) -> Option<Result<Chapter, ReasonKind>> {
    let known = |chapter: Option<Chapter>| Some(chapter.ok_or(ReasonKind::NotAChapter));
    if let Some(at) = part.find(FIGURES).filter(|_| !part.contains(|c: char| c.is_ascii_digit())) {
        let before = &part[..at];
        if before.trim().is_empty() || before.ends_with('第') {
            let figure = part[at..].chars().next()?;
            let place = FIGURES.iter().position(|own| *own == figure)?;
            return known(u8::try_from(place + 1).ok().and_then(Chapter::from_number));
        }
    }
    let part = part.replace(['第', '章'], " ");
    let mut all = words(&part).skip_while(|word| CHAPTER.iter().any(|head| word.starts_with(head)));
    let first = all.next()?;
    let is_roman = first.chars().all(|c| "ivx".contains(c));
    if let Ok(number) = first.parse::<u8>() {
        return known(Chapter::from_number(number));
    }
    if is_roman { known(Chapter::from_code(&first.to_uppercase())) } else { None }
}

/// The chapter with a folded name in one of the program's languages.
fn by_name(folded: &str) -> Option<Chapter> {
    let is_name = |chapter: &Chapter| {
        let mut names = Lang::ALL.iter().map(|of| Text::of(*of).value("chapter", chapter.code()));
        names.any(|name| fold(&name) == folded.trim())
    };
    Chapter::ALL.iter().copied().find(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_keep_their_paragraphs_apart_and_what_a_spreadsheet_made_is_asked() {
        for (cell, numbers, reason, has_paragraphs) in [
            ("art. 15, 16 and 21", &[15, 16, 21][..], None, false),
            ("Articles 15–17", &[15, 16, 17], None, false),
            ("15(1)(b); 16 (2)", &[15, 16], None, true),
            ("Art 44.1", &[44], None, true),
            ("第四十六条第九款", &[46], None, true),
            ("16-Feb", &[16], Some("article-as-date"), false),
            ("Feb-16", &[16], Some("article-as-date"), false),
            ("15-Sep", &[9, 15], Some("article-as-date"), false),
            ("15.16", &[15, 16], Some("article-as-date"), false),
            ("1552", &[], Some("not-an-article"), false),
            ("63", &[], Some("not-an-article"), false),
            ("Article 4", &[], Some("not-an-article"), false),
            ("3-Feb", &[], Some("not-an-article"), false),
        ] {
            let read = articles(cell, CellState::Words, true);
            let found: Vec<u8> =
                read.articles.unwrap_or_default().iter().map(Article::number).collect();
            assert_eq!(found, numbers, "{cell}");
            assert_eq!(read.reasons.first().map(|one| one.kind.code()), reason, "{cell}");
            assert_eq!(read.has_paragraphs, has_paragraphs, "{cell}");
        }
        let date = articles("2019-02-16", CellState::Date, true);
        assert_eq!(date.reasons[0].kind, ReasonKind::ArticleAsDate);
        let json = articles("8.5", CellState::Words, false);
        assert_eq!(json.reasons[0].kind, ReasonKind::NotAnArticle);
    }

    #[test]
    fn chapters_are_read_in_any_numerals() {
        for (cell, codes) in [
            ("Chapter III", "III"),
            ("3", "III"),
            ("III. Criminalization and law enforcement", "III"),
            ("第三章", "III"),
            ("第二、第五章", "II V"),
            ("II;V", "II V"),
            ("Chapters II and V", "II V"),
            ("V, II", "II V"),
            ("Глава IV", "IV"),
            ("chapitre 5", "V"),
            ("Ⅲ", "III"),
            ("Preventive measures", "II"),
            ("VII", "bad"),
            ("1", "bad"),
            ("第七章", "bad"),
            ("all", "bad"),
        ] {
            let read =
                chapters(cell).map(|all| all.iter().map(|one| one.code()).collect::<Vec<_>>());
            assert_eq!(read.map_or("bad".to_owned(), |all| all.join(" ")), codes, "{cell}");
        }
    }
}
