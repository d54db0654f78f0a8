//! Whether a word is a known name misspelt: the one rule by which a nearest name is offered.

use super::words;

/// In how many letters a word differs from a name, where it can be that name misspelt. Case counts: fold both
/// first where it shall not.
///
/// A word of three letters or fewer, or with figures in it, is a code rather than a misspelling; up to eight letters
/// one may be wrong, up to thirteen two, in longer ones three. Where both have as many words, each must be the
/// other's word misspelt: "North Korea" is not "South Korea", and "Syria" is not "Serbia".
pub fn misspelling(word: &str, name: &str) -> Option<usize> {
    // No letter takes more than four bytes: most names are told apart by their length alone.
    if word.len().abs_diff(name.len()) > 4 * MOST {
        return None;
    }
    let (own, other): (Vec<_>, Vec<_>) = (words(word).collect(), words(name).collect());
    let letters = |words: &[&str]| words.iter().map(|word| word.chars().count()).sum::<usize>();
    let allowed = allowed(letters(&own).min(letters(&other)));
    let wrong = if own.len() == other.len() {
        own.iter().zip(&other).map(|(own, other)| slips(own, other)).sum()
    } else {
        slips(&own.concat(), &other.concat())
    };
    wrong.filter(|wrong| *wrong <= allowed)
}

/// The value whose name is nearest to a word, of those whose name it can be misspelt ([`misspelling`]); of several that
/// are equally near the first. Case counts.
pub fn nearest<N: AsRef<str>, T>(word: &str, named: impl IntoIterator<Item = (N, T)>) -> Option<T> {
    let near = named
        .into_iter()
        .filter_map(|(name, value)| Some((misspelling(word, name.as_ref())?, value)));
    near.min_by_key(|(slips, _)| *slips).map(|(_, value)| value)
}

/// In no word may more letters be wrong than this, nor punctuation and spaces differ by more.
const MOST: usize = 3;

/// How many of so many letters may be wrong.
fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=8 => 1,
        9..=13 => 2,
        _ => MOST,
    }
}

/// How many letters of one word are wrong, if few enough are.
fn slips(word: &str, name: &str) -> Option<usize> {
    if word == name {
        return Some(0);
    }
    let (own, other) = (word.chars().count(), name.chars().count());
    let allowed = allowed(own.min(other)).max(1);
    let has_figures = |text: &str| text.contains(|c: char| c.is_numeric());
    if own.abs_diff(other) > allowed || has_figures(word) || has_figures(name) {
        return None;
    }
    // Who types a word knows how it begins; two letters that changed places are a slip.
    if !name.chars().take(2).any(|c| word.starts_with(c)) {
        return None;
    }
    let distance = strsim::damerau_levenshtein(word, name);
    (distance <= allowed).then_some(distance)
}

#[cfg(test)]
mod tests {
    use super::{misspelling, nearest};

    #[test]
    fn the_nearest_name_is_the_first_of_those_with_the_fewest_slips() {
        let of = |word| nearest(word, [("region", 1), ("regions", 2), ("reason", 3)]);
        assert_eq!(
            [of("regoin"), of("regionss"), of("regionz"), of("theme")],
            [Some(1), Some(2), Some(1), None]
        );
    }

    #[test]
    fn the_same_word_misspelt_is_found() {
        for (word, name) in [
            ("afircan", "african"),
            ("chaptre", "chapter"),
            ("germny", "germany"),
            ("zimbabawe", "zimbabwe"),
            ("south koera", "south korea"),
            ("southkorea", "south korea"),
            ("burkina fasso", "burkina faso"),
            ("hgih", "high"),
            ("fp-ghh", "fp-gh"),
            ("lietchenstein", "liechtenstein"),
            ("马尔代服", "马尔代夫"),
        ] {
            assert!(misspelling(word, name).is_some(), "{word} {name}");
        }
        assert_eq!(misspelling("high", "high"), Some(0));
    }

    #[test]
    fn another_word_is_not_offered() {
        for (word, name) in [
            ("north korea", "south korea"),
            ("syria", "serbia"),
            ("austria", "australia"),
            ("mali", "malawi"),
            ("malta", "malawi"),
            ("niger", "nigeria"),
            ("slovakia", "slovenia"),
            ("sudan", "south sudan"),
            ("gambia", "zambia"),
            ("ton", "tun"),
            ("irn", "irq"),
            ("印尼", "印度"),
            ("波黑", "波兰"),
            ("c1-6", "c1-7"),
            ("p0011", "p001"),
            ("art52", "art5"),
            ("", "a"),
        ] {
            assert_eq!(misspelling(word, name), None, "{word} {name}");
        }
    }
}
