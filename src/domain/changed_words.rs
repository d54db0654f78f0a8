//! Compares two texts word by word: their longest common run of words stays, the other words are removed or added.

/// A part of two texts, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed<'a> {
    /// Both have these words.
    Same(&'a str),
    /// The first has them alone.
    Gone(&'a str),
    /// The second has them alone.
    New(&'a str),
}

/// So many pairs of words are compared at most; longer texts differ as a whole between what both begin and end with.
const MOST: usize = 400_000;

/// The parts of two texts. The parts that are the same and gone make up the first, those that are the same and new the
/// second.
pub fn changed_words<'a>(before: &'a str, after: &'a str) -> Vec<Changed<'a>> {
    let (old, new) = (words(before), words(after));
    let first = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let rest = (old.len().min(new.len())) - first;
    let pairs = old.iter().rev().zip(new.iter().rev()).take(rest);
    let last = pairs.take_while(|(one, other)| one == other).count();
    let (a, b) = (&old[first..old.len() - last], &new[first..new.len() - last]);
    let mut parts: Vec<Changed<'a>> = old[..first].iter().map(|word| Changed::Same(word)).collect();
    if a.len().saturating_mul(b.len()) <= MOST {
        longest_common(a, b, &mut parts);
    } else {
        parts.extend(a.iter().map(|word| Changed::Gone(word)));
        parts.extend(b.iter().map(|word| Changed::New(word)));
    }
    parts.extend(old[old.len() - last..].iter().map(|word| Changed::Same(word)));
    parts
}

/// A text in words: letters and digits together, each other character by itself.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut from = 0;
    // Ideographs are words each.
    let joins = |c: char| c.is_alphanumeric() && !('\u{2e80}'..='\u{9fff}').contains(&c);
    let mut before = false;
    for (at, c) in text.char_indices() {
        if at > from && !(before && joins(c)) {
            words.push(&text[from..at]);
            from = at;
        }
        before = joins(c);
    }
    words.extend(Some(&text[from..]).filter(|rest| !rest.is_empty()));
    words
}

/// Adds the parts of two lists of words by their longest common subsequence.
fn longest_common<'a>(a: &[&'a str], b: &[&'a str], parts: &mut Vec<Changed<'a>>) {
    let wide = b.len() + 1;
    // The length for what stands behind each pair of places.
    let mut lengths = vec![0_u32; (a.len() + 1) * wide];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i * wide + j] = if a[i] == b[j] {
                lengths[(i + 1) * wide + j + 1] + 1
            } else {
                lengths[(i + 1) * wide + j].max(lengths[i * wide + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            parts.push(Changed::Same(a[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == b.len()
            || i < a.len() && lengths[(i + 1) * wide + j] >= lengths[i * wide + j + 1]
        {
            parts.push(Changed::Gone(a[i]));
            i += 1;
        } else {
            parts.push(Changed::New(b[j]));
            j += 1;
        }
    }
}

/// The letters that stay beside a changed place where the rest of a long text is left out.
const BESIDE: usize = 30;

/// Both texts in one line of words, with signs around what is gone and what is new: `the [-old-] {+new+} words`. Of a
/// long text only the changed places with the words beside them, `…` in place of the rest.
pub fn marked_words(before: &str, after: &str) -> String {
    marked(&in_short(changed_words(before, after)))
}

/// Fewer letters than these are not left out: their sign would take as much room.
const FEW: usize = 10;

/// Leaves out the words that are far from a change.
fn in_short(parts: Vec<Changed<'_>>) -> Vec<Changed<'_>> {
    let is_same = |part: &Changed<'_>| matches!(part, Changed::Same(_));
    if parts.iter().all(is_same) {
        return parts;
    }
    let mut short = Vec::new();
    let mut rest = &parts[..];
    while let Some(first) = rest.first() {
        let run = rest.iter().take_while(|part| is_same(part) == is_same(first)).count();
        let (words, behind) = rest.split_at(run);
        let head = if short.is_empty() { 0 } else { beside(words.iter()) };
        let tail = if behind.is_empty() { 0 } else { beside(words.iter().rev()) };
        let left: usize =
            words.iter().skip(head).take(run.saturating_sub(head + tail)).map(letters).sum();
        if is_same(first) && left > FEW {
            short.extend_from_slice(&words[..head]);
            let sign = match (short.is_empty(), behind.is_empty()) {
                (true, _) => "… ",
                (_, true) => " …",
                _ => " … ",
            };
            short.push(Changed::Same(sign));
            short.extend_from_slice(&words[run - tail..]);
        } else {
            short.extend_from_slice(words);
        }
        rest = behind;
    }
    short
}

fn letters(part: &Changed<'_>) -> usize {
    let (Changed::Same(word) | Changed::Gone(word) | Changed::New(word)) = part;
    word.chars().count()
}

/// Counts the words beside a changed place that stay, in their order from there; the last one is no blank.
fn beside<'a>(words: impl Iterator<Item = &'a Changed<'a>>) -> usize {
    let (mut all, mut stay) = (0, 0);
    for (place, part) in words.enumerate() {
        all += letters(part);
        if all > BESIDE {
            break;
        }
        if !matches!(part, Changed::Same(word) if word.trim().is_empty()) {
            stay = place + 1;
        }
    }
    stay
}

/// Gives the parts in one line, with signs around what is gone and what is new.
fn marked(parts: &[Changed<'_>]) -> String {
    let mut marked = String::new();
    let mut open: Option<(&str, &str)> = None;
    for part in parts.iter().copied() {
        let (word, signs) = match part {
            Changed::Same(word) => (word, None),
            Changed::Gone(word) => (word, Some(("[-", "-]"))),
            Changed::New(word) => (word, Some(("{+", "+}"))),
        };
        if signs != open {
            marked.push_str(open.map_or("", |(_, end)| end));
            marked.push_str(signs.map_or("", |(begin, _)| begin));
            open = signs;
        }
        marked.push_str(word);
    }
    marked.push_str(open.map_or("", |(_, end)| end));
    marked
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn changed_words_are_marked_in_both_texts() {
        let cases = [
            ("the old words", "the new words", "the [-old-]{+new+} words"),
            ("same", "same", "same"),
            ("", "all", "{+all+}"),
            ("all", "", "[-all-]"),
            (
                "Training of judges.",
                "Training of judges and prosecutors.",
                "Training of judges{+ and prosecutors+}.",
            ),
            ("培训法官", "培训检察官", "培训[-法-]{+检察+}官"),
        ];
        for (before, after, marked) in cases {
            assert_eq!(marked_words(before, after), marked);
        }
    }

    #[test]
    fn of_a_long_text_the_changed_places_stay() {
        let long = "Training of judges, prosecutors and investigators in financial investigations";
        let (before, after) =
            (format!("{long} in 2019. {long}."), format!("{long} in 2020. {long}!"));
        let marked = marked_words(&before, &after);
        assert_eq!(
            marked,
            "… financial investigations in [-2019-]{+2020+}. Training of judges, … in financial \
             investigations[-.-]{+!+}"
        );
        assert_eq!(marked_words(long, long), long);
        assert_eq!(marked_words("", long), format!("{{+{long}+}}"));
    }

    #[test]
    fn long_texts_differ_as_a_whole_between_what_both_begin_and_end_with() {
        let (old, new) = ("a ".repeat(5_000), "b ".repeat(5_000));
        let marked = marked_words(&format!("x {old}y"), &format!("x {new}y"));
        assert!(marked.starts_with("x [-a ") && marked.ends_with("b+} y"), "{}", &marked[..40]);
    }

    proptest! {
        #[test]
        fn the_parts_make_up_both_texts(before in "[abé法 .]{0,30}", after in "[abé法 .]{0,30}") {
            let parts = changed_words(&before, &after);
            let of = |wanted: fn(&Changed<'_>) -> bool| -> String {
                parts.iter().filter(|part| wanted(part)).map(|part| match part {
                    Changed::Same(word) | Changed::Gone(word) | Changed::New(word) => *word,
                }).collect()
            };
            prop_assert_eq!(&of(|part| !matches!(part, Changed::New(_))), &before);
            prop_assert_eq!(&of(|part| !matches!(part, Changed::Gone(_))), &after);
        }
    }
}
