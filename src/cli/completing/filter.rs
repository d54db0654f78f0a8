//! Filters: the completions of the screens, spelled so that no shell takes them for anything else.

use super::candidate::Candidate;
use super::known::Known;
use crate::domain::fold;
use crate::query::{Completion, CompletionNeeds, Field, Value, complete};
use crate::text::Lang;

/// The candidates for the last term of a filter.
pub(super) fn candidates(typed: &str, known: &Known) -> Vec<Candidate> {
    let (register, context) = (known.register(), known.context());
    let candidate = |item: Completion| {
        let (stays, word) = typed.split_at_checked(item.replace.start)?;
        let (spelled, about) = spelled(item, word)?;
        Some(Candidate::new(format!("{stays}{spelled}"), about))
    };
    // A filter is typed in the words of the language, or in codes, which are words of the first one.
    let in_language = |lang: Lang| -> Vec<Candidate> {
        let found = complete(typed, typed.len(), usize::MAX, register, &context, lang);
        found.items.into_iter().filter_map(candidate).collect()
    };
    let own = in_language(known.lang);
    if own.is_empty() && known.lang != Lang::default() { in_language(Lang::default()) } else { own }
}

/// A value by its code or by its name, whichever begins with the typed text, and its meaning.
fn spelled(item: Completion, typed: &str) -> Option<(String, String)> {
    let is_quoted = typed.starts_with('"');
    let code = match item.insert.strip_prefix('"').and_then(|code| code.strip_suffix('"')) {
        Some(code) if !is_quoted => hyphenated(code),
        None if is_quoted => format!("\"{}\"", item.insert),
        _ => item.insert,
    };
    let label = item.label;
    let name = if is_quoted { format!("\"{label}\"") } else { hyphenated(&label) };
    // Behind a field goes on its value, by whatever name the field is called.
    let name = if code.ends_with(':') { format!("{name}:") } else { name };
    let goes_on = |word: &str| fold(word).starts_with(&fold(typed));
    // Codes of regions and States say less than names, and bash shows nothing beside them.
    if matches!(item.needs, CompletionNeeds::Of(Field::Region | Field::State, 1..))
        && goes_on(&name)
    {
        return Some((name.to_lowercase(), code));
    }
    if goes_on(&code) {
        return Some((code, label));
    }
    goes_on(&name).then_some((name, code))
}

/// A name with hyphens in the place of spaces, which the filter language takes for the same: no shell ends a
/// word there.
fn hyphenated(name: &str) -> String {
    Value::Is(name.replace(' ', "-")).to_string()
}
