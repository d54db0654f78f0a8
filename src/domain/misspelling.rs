//! Tells a misspelt name from another word: the one rule by which a nearest name is offered.

use super::words;

/// In how many letters a word differs from a name, where it can be that name misspelt. Case counts: fold both
/// first where it shall not.
///
/// A word of three letters or fewer, or with figures in it, is a code rather than a misspelling; up to eight letters
/// one may be wrong, up to thirteen two, in longer ones three. Where that is too few, a doubled letter counts as the
/// single one: "Seychels" lacks one letter of "Seychelles" then. Where both have as many words, each must be the
/// other's word misspelt: "North Korea" is not "South Korea", and "Syria" is not "Serbia".
pub fn misspelling(word: &str, name: &str) -> Option<usize> {
    // No letter takes more than four bytes: most names are told apart by their length alone.
    if word.len().abs_diff(name.len()) > 4 * MOST {
        return None;
    }
    let (own, other): (Vec<_>, Vec<_>) = (words(word).collect(), words(name).collect());
    let letters = |words: &[&str]| words.iter().map(|word| word.chars().count()).sum::<usize>();
    let allowed = allowed(letters(&own).min(letters(&other)));
    let wrong: Option<Vec<Slips>> = if own.len() == other.len() {
        own.iter().zip(&other).map(|(own, other)| slips(own, other)).collect()
    } else {
        slips(&own.concat(), &other.concat()).map(|wrong| vec![wrong])
    };
    let wrong =
        wrong.filter(|wrong| wrong.iter().map(|wrong| wrong.counted).sum::<usize>() <= allowed)?;
    Some(wrong.iter().map(|wrong| wrong.written).sum())
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

/// The number of wrong letters of one word.
struct Slips {
    /// The wrong letters as both are written.
    written: usize,
    /// The wrong letters that count against a name: not the second of a doubled letter, where that helps.
    counted: usize,
}

/// How many letters of one word are wrong, if few enough are.
fn slips(word: &str, name: &str) -> Option<Slips> {
    if word == name {
        return Some(Slips { written: 0, counted: 0 });
    }
    // People know how a word begins that they type; two letters that changed places are a slip.
    if !name.chars().take(2).any(|c| word.starts_with(c)) {
        return None;
    }
    let has_figures = |text: &str| text.contains(|c: char| c.is_numeric());
    if has_figures(word) || has_figures(name) {
        return None;
    }
    if let Some(wrong) = distance(word, name) {
        return Some(Slips { written: wrong, counted: wrong });
    }
    let (own, other) = (undoubled(word), undoubled(name));
    let is_shorter = own.len() < word.len() || other.len() < name.len();
    let wrong = is_shorter.then(|| distance(&own, &other)).flatten()?;
    let written = strsim::damerau_levenshtein(word, name);
    Some(Slips { written, counted: wrong.max(1) })
}

/// In how many letters two words differ, if few enough for their length.
fn distance(word: &str, name: &str) -> Option<usize> {
    let (own, other) = (word.chars().count(), name.chars().count());
    let allowed = allowed(own.min(other)).max(1);
    if own.abs_diff(other) > allowed {
        return None;
    }
    let distance = strsim::damerau_levenshtein(word, name);
    (distance <= allowed).then_some(distance)
}

/// A word with each doubled letter once.
fn undoubled(word: &str) -> String {
    let mut before = None;
    word.chars().filter(|c| before.replace(*c) != Some(*c)).collect()
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
            ("seychels", "seychelles"),
            ("morroco", "morocco"),
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
            ("seyches", "seychelles"),
            ("greece", "grenada"),
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
