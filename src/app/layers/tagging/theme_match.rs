//! Ranks themes by how much of their names stands in the searched text, so that the likely theme is
//! offered first. Words count by their beginnings ("declaration" for "declarations"); where words
//! are not set apart, as in Chinese, pairs of characters count.

use crate::domain::{fold, is_unspaced, words};
use crate::query::register::Theme;
use crate::query::{Field, Filter, Test};

/// The shortest words that say something.
const WORD: usize = 4;

/// The searched words of a filter: its texts, and the themes that it asks for; folded.
pub(super) fn searched(filter: &Filter) -> Vec<String> {
    let positive = filter.terms.iter().filter(|term| !term.negated);
    let words = positive.flat_map(|term| match &term.test {
        Test::Text(words) => vec![fold(words)],
        Test::Field(Field::Theme, values) => {
            values.iter().filter_map(|one| one.value.as_code()).map(fold).collect()
        }
        Test::Field(..) => Vec::new(),
    });
    words.filter(|words| !words.trim().is_empty()).collect()
}

/// The likeness of a theme to the searched words: 0 where they hold nothing of its name.
pub(super) fn score(theme: &Theme, searched: &[String]) -> usize {
    let of = |name: &str| {
        let name = fold(name);
        let whole = searched.iter().any(|text| name.contains(text) || text.contains(&name));
        let pieces = pieces(&name);
        let met = pieces.iter().filter(|piece| searched.iter().any(|text| stands(piece, text)));
        match met.count() {
            0 => 0,
            met => met * 100 / pieces.len() + usize::from(whole) * 100,
        }
    };
    theme.names.iter().map(of).max().unwrap_or(0)
}

/// The words of a name, or where it has none set apart its pairs of characters.
fn pieces(name: &str) -> Vec<String> {
    if is_unspaced(name) {
        let letters: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).collect();
        return letters.windows(2).map(|pair| pair.iter().collect()).collect();
    }
    let all = || words(name).map(str::to_owned);
    let long: Vec<String> = all().filter(|word| word.chars().count() >= WORD).collect();
    if long.is_empty() { all().collect() } else { long }
}

/// Whether a piece of a name stands in a text.
fn stands(piece: &str, text: &str) -> bool {
    if is_unspaced(piece) {
        return text.contains(piece);
    }
    words(text).any(|word| {
        word == piece
            || word.chars().count() >= WORD && (piece.starts_with(word) || word.starts_with(piece))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;

    /// The theme that a search makes the likeliest, if any is.
    fn likeliest(search: &str) -> Option<&'static str> {
        let names = [
            ("research", "研究"),
            ("asset declarations", "资产申报"),
            ("awareness and reporting", "提高认识和举报"),
            ("participation of society", "社会参与"),
            ("NGO law", "非政府组织法"),
        ];
        let searched = searched(&parse(search).unwrap());
        let like = |(en, zh): &(&str, &str)| {
            let names = [("en", *en), ("zh", *zh)].into();
            score(&Theme { id: 1, code: (*en).to_owned(), names }, &searched)
        };
        let best = names.iter().max_by_key(|names| like(names)).unwrap();
        (like(best) > 0).then_some(best.0)
    }

    #[test]
    fn the_likely_theme_is_that_whose_words_are_searched_for() {
        assert_eq!(likeliest("\"asset declaration\" chapter:II"), Some("asset declarations"));
        assert_eq!(likeliest("Declarations"), Some("asset declarations"));
        assert_eq!(likeliest("申报"), Some("asset declarations"));
        assert_eq!(likeliest("社会"), Some("participation of society"));
        assert_eq!(likeliest("society"), Some("participation of society"));
        assert_eq!(likeliest("ngo"), Some("NGO law"));
        assert_eq!(likeliest("theme:research"), Some("research"));
    }

    #[test]
    fn other_words_make_no_theme_likely() {
        for search in ["", "and of", "chapter:II", "-society", "xyzzy", "\"\"", "培训"] {
            assert_eq!(likeliest(search), None, "{search}");
        }
    }
}
