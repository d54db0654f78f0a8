//! Completions at the cursor of a filter: fields at the beginning of a term, values after a colon.

use super::cursor::{Spot, spot};
use super::facet_value::slot_of;
use super::names::{Name, Ready, normal};
use super::plan::Context;
use super::register::Register;
use super::resolve::{Candidate, Words, candidates, slots_of};
use super::{Condition, Field, Value, code_of_value, name_of_value};
use crate::domain::Coded;
use crate::text::{Lang, Text};
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use std::ops::Range;

/// The completions at the cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completions {
    /// The completions, the best first.
    pub items: Vec<Completion>,
}

/// A field or value that could stand at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The bytes of the text that it takes the place of.
    pub replace: Range<usize>,
    /// The text to insert, quoted where it must be. A field's name ends with a colon.
    pub insert: String,
    /// The text to show.
    pub label: String,
    /// The number of needs that stands beside it.
    pub needs: CompletionNeeds,
}

/// The number of needs beside something that could stand in a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionNeeds {
    /// None: a field, or words that mean several values.
    Untold,
    /// The number beside a value of the field, by its slot in the counts.
    Of(Field, u16),
    /// So many, of words that mean it.
    Counted(super::Counted),
}

/// The completions at the cursor (a byte of the text): at most `most` items, those that begin with
/// the typed word before those that only contain it, without values that the term has already.
pub fn complete(
    text: &str,
    cursor: usize,
    most: usize,
    register: &Register,
    context: &Context,
    lang: Lang,
) -> Completions {
    let Some(spot) = spot(text, cursor) else { return Completions::default() };
    let word = normal(&spot.word);
    let Some(field) = spot.field else {
        return Completions { items: best(fields(&spot, lang), &word, most) };
    };
    let mut items = best(values(field, &spot, register, *context, lang), &word, most);
    let words = Words::of(field, lang, &register.vocabulary);
    for item in &mut items {
        if let CompletionNeeds::Of(_, slot @ 1..) = item.needs {
            let code = code_of_value(field, slot, &register.vocabulary);
            item.insert = words.of_value(&Value::Is(code)).in_words(lang);
        }
    }
    Completions { items }
}

/// An item and the words that find it.
struct Choice {
    item: Completion,
    codes: Vec<Name>,
    names: Vec<Name>,
    /// Spellings that find it by their beginning alone.
    spellings: Ready,
}

fn fields(spot: &Spot, lang: Lang) -> Vec<Choice> {
    let choice = |field: &Field| Choice {
        item: Completion {
            replace: spot.replace.clone(),
            insert: format!("{}:", field.in_words(lang)),
            label: field.name(lang),
            needs: CompletionNeeds::Untold,
        },
        codes: vec![Name::new(field.code())],
        names: Lang::ALL.iter().map(|lang| Name::new(&field.name(*lang))).collect(),
        spellings: Ready::NONE,
    };
    Field::ALL.iter().map(choice).collect()
}

fn values(
    field: Field,
    spot: &Spot,
    register: &Register,
    context: Context,
    lang: Lang,
) -> Vec<Choice> {
    let vocabulary = &register.vocabulary;
    let taken =
        if spot.bound { vec![] } else { slots_of(field, &spot.others, vocabulary, context) };
    // The end of a range stands behind its beginning.
    let behind = spot.from.as_ref().map(|from| format!("{from}.."));
    let behind = behind.map(|range| slots_of(field, &[range], vocabulary, context));
    let behind = behind.filter(|slots| !slots.is_empty());
    let mine = slot_of(Condition::Mine);
    let possible = |c: &Candidate| {
        c.slot != 0
            && !taken.contains(&c.slot)
            && behind.as_ref().is_none_or(|slots| slots.contains(&c.slot))
            && (field != Field::Is || c.slot != mine || context.me.is_some())
    };
    let is_unnamed = |slot: u16| {
        let state = vocabulary.states.get(usize::from(slot).wrapping_sub(1));
        field == Field::State && state.is_some_and(|state| state.unnamed)
    };
    let mut choices: Vec<Choice> = Vec::new();
    if field.is_countable() {
        let listed = candidates(field, vocabulary).into_iter().filter(possible);
        choices.extend(listed.map(|c| Choice {
            item: Completion {
                replace: spot.replace.clone(),
                insert: Value::Is(code_of_value(field, c.slot, vocabulary)).to_string(),
                label: name_of_value(field, c.slot, vocabulary, lang),
                // States that are not named are counted together
                needs: if is_unnamed(c.slot) {
                    CompletionNeeds::Untold
                } else {
                    CompletionNeeds::Of(field, c.slot)
                },
            },
            codes: c.codes,
            names: c.names.into_iter().chain(c.aliases).collect(),
            spellings: c.spellings,
        }));
    }
    if field == Field::Review {
        choices.push(own_word(spot, "completed", "filter-completed", lang));
    }
    if field.is_of_days() {
        choices.push(own_word(spot, "today", "filter-today", lang));
    }
    if field.can_be_empty() && !spot.bound {
        let mut none = own_word(spot, "none", "filter-none", lang);
        if field.is_countable() {
            none.item.label = name_of_value(field, 0, vocabulary, lang);
            none.item.needs = CompletionNeeds::Of(field, 0);
        }
        if !taken.contains(&0) {
            choices.push(none);
        }
        choices.push(own_word(spot, "any", "filter-any", lang));
    }
    choices
}

/// A word of the language itself.
fn own_word(spot: &Spot, code: &str, id: &str, lang: Lang) -> Choice {
    Choice {
        item: Completion {
            replace: spot.replace.clone(),
            insert: Text::of(lang).tr(id).into_owned(),
            label: Text::of(lang).tr(id).into_owned(),
            needs: CompletionNeeds::Untold,
        },
        codes: vec![Name::new(code)],
        names: Lang::ALL.iter().map(|lang| Name::new(&Text::of(*lang).tr(id))).collect(),
        spellings: Ready::NONE,
    }
}

/// The choices that a word (in normal form) finds, the best first and otherwise as they stood.
fn best(choices: Vec<Choice>, word: &str, most: usize) -> Vec<Completion> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::new(word, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
    let mut ranked: Vec<(u32, Completion)> = choices
        .into_iter()
        .filter_map(|choice| Some((rank(&choice, word, &pattern, &mut matcher)?, choice.item)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, item)| item).take(most).collect()
}

/// How far a choice is from a word; `None` where the letters are not in it.
fn rank(choice: &Choice, word: &str, pattern: &Pattern, matcher: &mut Matcher) -> Option<u32> {
    const FUZZY: u32 = 1_000_000;
    let code = |fits: &dyn Fn(&Name) -> bool| choice.codes.iter().any(fits);
    let name = |fits: &dyn Fn(&Name) -> bool| choice.names.iter().any(fits);
    if word.is_empty() {
        return Some(0);
    }
    if code(&|n| n.is(word)) || name(&|n| n.is(word)) {
        return Some(1);
    }
    if code(&|n| n.begins_with(word)) || name(&|n| n.begins_with(word)) {
        return Some(2);
    }
    if name(&|n| n.has_word(word)) {
        return Some(3);
    }
    if name(&|n| n.contains(word)) {
        return Some(4);
    }
    if choice.spellings.iter().any(|n| n.begins_with(word)) {
        return Some(5);
    }
    let mut letters = Vec::new();
    (choice.names.iter())
        .filter_map(|n| pattern.score(Utf32Str::new(n.normal(), &mut letters), matcher))
        .max()
        .map(|score| FUZZY - score.min(FUZZY - 6))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;
    use crate::testing::random_register;

    const MOST: usize = 50;

    fn completed(text: &str, lang: Lang) -> (String, Vec<Completion>) {
        let cursor = text.find('|').expect("a cursor");
        let text = text.replacen('|', "", 1);
        let context = Context { today: Day::from_number(0), me: None };
        let found = complete(&text, cursor, MOST, &random_register::register(1, 0), &context, lang);
        let replaced = found.items.first().map_or("", |item| &text[item.replace.clone()]);
        (replaced.to_owned(), found.items)
    }

    fn inserts(text: &str) -> Vec<String> {
        completed(text, Lang::En).1.into_iter().map(|item| item.insert).collect()
    }

    #[test]
    fn a_term_begins_with_a_field() {
        assert_eq!(inserts("|").len(), Field::ALL.len());
        assert_eq!(inserts("is:mine -ch|"), ["chapter:", "changed:", "match:", "matched:"]);
        assert_eq!(inserts("优先|"), ["priority:"]);
        let (replaced, items) = completed("pri|ority:high", Lang::Zh);
        assert_eq!((replaced.as_str(), items[0].insert.as_str()), ("priority:", "优先程度:"));
        assert_eq!(
            (items[0].label.as_str(), items[0].needs),
            ("优先程度", CompletionNeeds::Untold)
        );
    }

    #[test]
    fn values_come_by_code_and_name_and_know_their_slots() {
        assert_eq!(inserts("priority:|"), ["high", "medium", "low", "none", "any"]);
        assert_eq!(inserts("priority:>=|"), ["high", "medium", "low"]);
        assert_eq!(inserts("priority:high,|"), ["medium", "low", "none", "any"]);
        assert_eq!(inserts("article:51..53,none,5|")[..2], ["5", "50"]);
        // A range does not end before it begins.
        assert_eq!(inserts("chapter:IV..|"), ["IV", "V", "VI"]);
        assert_eq!(inserts("article:44..|")[0], "44");
        assert_eq!(inserts("priority:medium..|"), ["high", "medium"]);
        assert_eq!(inserts("article:51..53,4..5|")[0], "5");
        assert_eq!(inserts("chapter:nothing..|"), ["II", "III", "IV", "V", "VI"]);
        assert_eq!(inserts("category:capacity|"), ["C1-6", "C2-CB"]);
        assert_eq!(inserts("category:能力|"), ["C1-6", "C2-CB"]);
        assert_eq!(inserts("response:wa|")[0], "\"under way\"");
        assert_eq!(inserts("review:comp|")[0], "completed");
        assert_eq!(inserts("identified:|"), ["today", "none", "any"]);
        assert!(!inserts("is:|").contains(&"mine".to_owned()));
        let (replaced, items) = completed("state:\"tanz|\",ken", Lang::Zh);
        assert_eq!(replaced, "\"tanz\"");
        assert_eq!(items[0].insert, "坦桑尼亚联合共和国");
        assert_eq!(items[0].label, "坦桑尼亚联合共和国");
        assert_eq!(completed("state:\"tanz|\",ken", Lang::En).1[0].insert, "TZA");
        for (text, written) in [("协调人:|", "无"), ("章:|", "二"), ("review:c|", "已完成")]
        {
            let found = completed(text, Lang::Zh).1;
            assert!(found.iter().any(|item| item.insert == written), "{text}: {found:?}");
        }
    }

    #[test]
    fn no_more_are_offered_than_asked_for_and_strange_words_find_none() {
        assert_eq!(inserts("article:|").len(), MOST);
        assert!(inserts("state:zzzzq|").is_empty());
        assert!(inserts("nofield:|").is_empty());
    }
}
