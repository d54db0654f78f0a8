//! Proposes articles, a category and themes from a need's text, by the rules in `proposals.csv`. A proposal names the
//! words that it comes from; the user decides whether to fill it in.

use super::cited_chapters::cited_chapters;
use crate::domain::{
    Article, ArticleSet, Chapter, Coded, Cycle, fold, has_word_beginning, is_unspaced,
    read_articles, words,
};
use crate::query::register::Vocabulary;
use serde::Deserialize;
use std::sync::LazyLock;

/// A value proposed for a field of a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The code of the field: `article`, `chapter`, `category` or `theme`.
    pub field: &'static str,
    /// The value as it is typed into the field: an article's number, or the code of a chapter, category or theme.
    pub value: String,
    /// The words of the text that it comes from, folded.
    pub words: String,
}

/// A line of `proposals.csv`.
#[derive(Debug, Deserialize)]
struct Row {
    field: String,
    value: String,
    /// Beginnings of words, parted by `;`. In scripts without blanks they may stand anywhere.
    words: String,
}

/// A rule: each of its folded words proposes the value.
#[derive(Debug)]
struct Rule {
    field: String,
    value: String,
    words: Vec<String>,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_str!("proposals.csv").as_bytes());
    let rows = reader.deserialize::<Row>().filter_map(Result::ok);
    let words = |row: &Row| row.words.split(';').map(fold).collect();
    rows.map(|row| Rule { words: words(&row), field: row.field, value: row.value }).collect()
});

/// The fields that get proposals, by code.
pub const FIELDS: [&str; 4] = ["article", "chapter", "category", "theme"];

/// Gives the proposals for a need's text: cited articles and those whose subject it names, by number; cited chapters of
/// which it cites no article; categories of the cycle, in the order of their list; themes of the register that the text
/// names.
pub fn proposals(text: &str, cycle: Option<Cycle>, vocabulary: &Vocabulary) -> Vec<Proposal> {
    let folded = fold(text);
    let mut found = cited(&folded);
    found.extend(chapters_alone(&folded, &found));
    for rule in RULES.iter() {
        let Some(field) = FIELDS.iter().find(|field| **field == rule.field) else { continue };
        let is_of_cycle = rule.field != "category"
            || vocabulary
                .categories
                .iter()
                .any(|category| category.code == rule.value && Some(category.cycle) == cycle);
        let is_there =
            |proposal: &Proposal| proposal.field == *field && proposal.value == rule.value;
        if !is_of_cycle || found.iter().any(is_there) {
            continue;
        }
        if let Some(words) = rule.words.iter().find(|words| names(&folded, words)) {
            found.push(Proposal { field, value: rule.value.clone(), words: words.clone() });
        }
    }
    for theme in &vocabulary.themes {
        let name = theme.names.iter().map(fold).find(|name| names(&folded, name));
        let proposal = |words| Proposal { field: "theme", value: theme.code.clone(), words };
        found.extend(name.map(proposal));
    }
    let number = |proposal: &Proposal| proposal.value.parse::<u8>().unwrap_or(u8::MAX);
    let place = |proposal: &Proposal| FIELDS.iter().position(|field| *field == proposal.field);
    found.sort_by_key(|proposal| (place(proposal), number(proposal)));
    found
}

/// Gives the cited chapters of which no article is cited: an article says its chapter already.
fn chapters_alone(folded: &str, articles: &[Proposal]) -> Vec<Proposal> {
    let number = |proposal: &Proposal| proposal.value.parse().ok().and_then(Article::new);
    let said: Vec<Chapter> = articles.iter().filter_map(number).map(Article::chapter).collect();
    let chapters = cited_chapters(folded).into_iter();
    let alone = chapters.filter(|(chapter, _)| !said.contains(chapter));
    let proposal = |(chapter, words): (Chapter, &str)| Proposal {
        field: "chapter",
        value: chapter.code().to_owned(),
        words: words.to_owned(),
    };
    alone.map(proposal).collect()
}

/// Whether a folded text has words that begin with `words`. In scripts without blanks, and in Arabic with its attached
/// articles, they may stand anywhere.
fn names(text: &str, words: &str) -> bool {
    let is_arabic = words.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c));
    if words.is_empty() {
        false
    } else if is_arabic || is_unspaced(words) {
        text.contains(words)
    } else {
        has_word_beginning(text, words)
    }
}

/// The beginnings of the word before numbers of articles, folded.
const ARTICLE: [&str; 6] = ["art", "стат", "ст", "المادة", "المواد", "第"];

/// The most words of a list of articles, as in "articles 15, 16, 17 and 21 to 25".
const WORDS: usize = 12;

/// Gives the articles that a folded text cites, as in "article 52" or 第五十二条.
fn cited(folded: &str) -> Vec<Proposal> {
    let mut found: Vec<Proposal> = Vec::new();
    let mut all = ArticleSet::EMPTY;
    let mut rest = folded;
    while let Some((at, word)) = next_citation(rest) {
        let behind = &rest[at + word.len()..];
        let run = longest_list(behind);
        if let Some((articles, end)) = run {
            for article in articles.iter().filter(|article| !all.contains(*article)) {
                let words = format!("{word}{}", &behind[..end]);
                let value = article.number().to_string();
                let words = without_stray_bracket(words.trim()).to_owned();
                found.push(Proposal { field: "article", value, words });
            }
            all = all.with(articles);
        }
        let end = run.map_or(0, |(_, end)| end);
        rest = &behind[end..];
    }
    found
}

/// Takes a closing bracket off the end of words that do not open it, as of "(art. 52)".
fn without_stray_bracket(words: &str) -> &str {
    words.strip_suffix(')').filter(|inner| !inner.contains('(')).unwrap_or(words)
}

/// Finds the next word for "article": gives its byte offset and the word.
fn next_citation(text: &str) -> Option<(usize, &str)> {
    let chinese = text.find('第').map(|at| (at, "第"));
    let spaced = words(text).find(|word| {
        let is_article = ARTICLE.iter().any(|start| word.starts_with(start));
        is_article && word.chars().all(char::is_alphabetic)
    });
    let spaced = spaced.map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word));
    chinese.into_iter().chain(spaced).min_by_key(|(at, _)| *at)
}

/// Gives the longest list of articles at the start of `behind`, and the byte offset of its end.
fn longest_list(behind: &str) -> Option<(ArticleSet, usize)> {
    let blank =
        |at: &(usize, char)| at.1.is_whitespace() || is_unspaced(at.1.encode_utf8(&mut [0; 4]));
    let ends = behind
        .char_indices()
        .filter(blank)
        .map(|(at, c)| if c.is_whitespace() { at } else { at + c.len_utf8() });
    let ends: Vec<usize> = ends.chain([behind.len()]).filter(|end| *end > 0).take(WORDS).collect();
    ends.into_iter().rev().find_map(|end| {
        let part = behind[..end].trim_end_matches(['.', ',', ';', ':', '，', '。', '；']);
        let articles = read_articles(part).ok()?;
        let is_number =
            part.chars().next_back().is_some_and(|c| c.is_numeric() || ")条條款".contains(c));
        (!articles.is_empty() && is_number).then_some((articles, part.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn articles(text: &str) -> Vec<String> {
        let found = proposals(text, None, &Vocabulary::default());
        found.into_iter().map(|proposal| proposal.value).collect()
    }

    #[test]
    fn every_rule_is_of_an_article_or_category_and_has_words() {
        assert!(RULES.len() > 50);
        let categories = crate::domain::reference::categories();
        for rule in RULES.iter() {
            match rule.field.as_str() {
                "article" => assert!(rule.value.parse().ok().and_then(Article::new).is_some()),
                "category" => {
                    assert!(categories.iter().any(|own| own.code == rule.value), "{rule:?}");
                }
                _ => panic!("{rule:?}"),
            }
            assert!(rule.words.iter().all(|words| !words.is_empty()), "{rule:?}");
        }
    }

    #[test]
    fn articles_that_a_text_cites_are_proposed() {
        assert_eq!(articles("Training on article 52 of the Convention"), ["52"]);
        assert_eq!(
            articles("Advice on articles 15, 16 and 21 to 23."),
            ["15", "16", "21", "22", "23"]
        );
        assert_eq!(articles("关于第五十二条和第八条的培训"), ["8", "52"]);
        assert_eq!(articles("Обучение по статье 46"), ["46"]);
        assert_eq!(articles("Article 132 of the Criminal Code; part 3; artists"), [""; 0]);
    }

    #[test]
    fn a_chapter_is_proposed_where_the_text_cites_none_of_its_articles() {
        let found = proposals("Chapters II and V; article 52", None, &Vocabulary::default());
        let found: Vec<_> = found.iter().map(|own| (own.field, &own.value[..])).collect();
        assert_eq!(found, [("article", "52"), ("chapter", "II")]);
    }

    #[test]
    fn quoted_words_keep_no_bracket_that_they_do_not_open() {
        for (text, quoted) in [
            ("Training (art. 52) for judges", "art. 52"),
            ("培训（第五十八条）", "第五十八条"),
            ("Training on article 52 (1) for judges", "article 52 (1)"),
        ] {
            let found = proposals(text, None, &Vocabulary::default());
            let words = found.iter().find(|own| own.field == "article").map(|own| &own.words[..]);
            assert_eq!(words, Some(quoted), "{text}");
        }
    }

    #[test]
    fn subjects_propose_articles_in_every_language() {
        for (text, article) in [
            ("Training of the financial intelligence unit", "58"),
            ("Formation sur l’entraide judiciaire", "46"),
            ("Capacitación en materia de decomiso", "31"),
            ("Обучение по вопросам защиты свидетелей", "32"),
            ("关于引渡的培训", "44"),
            ("تدريب على تسليم المجرمين", "44"),
        ] {
            assert_eq!(articles(text), [article], "{text}");
        }
        assert_eq!(articles("Nothing that a rule knows"), [""; 0]);
    }

    #[test]
    fn categories_are_of_the_cycle_and_themes_are_those_of_the_register() {
        let register = crate::testing::random_register::register(3, 20);
        let of = |cycle| {
            let found = proposals("A workshop on asset declarations", cycle, &register.vocabulary);
            let found = found.into_iter().map(|own| (own.field, own.value, own.words));
            found.collect::<Vec<_>>()
        };
        let article = ("article", "8".to_owned(), "asset declaration".to_owned());
        let theme = ("theme", "asset declarations".to_owned(), "asset declarations".to_owned());
        let category = |code: &str| ("category", code.to_owned(), "workshop".to_owned());
        assert_eq!(of(Some(Cycle::First)), [article.clone(), category("C1-6"), theme.clone()]);
        assert_eq!(of(Some(Cycle::Second)), [article.clone(), category("C2-CB"), theme.clone()]);
        assert_eq!(of(None), [article, theme]);
    }
}
