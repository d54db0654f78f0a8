//! Filters: the completions of the screens, spelled so that no shell takes them for anything else.

use super::candidate::Candidate;
use super::known::Known;
use crate::domain::fold;
use crate::query::{Completion, CompletionNeeds, Field, Value, complete};

/// The candidates for the last term of a filter.
pub(super) fn candidates(typed: &str, known: &Known) -> Vec<Candidate> {
    let (register, context) = (known.register(), known.context());
    let found = complete(typed, typed.len(), usize::MAX, register, &context, known.lang);
    let candidate = |item: Completion| {
        let (stays, word) = typed.split_at_checked(item.replace.start)?;
        let (spelled, about) = spelled(item, word)?;
        Some(Candidate::new(format!("{stays}{spelled}"), about))
    };
    found.items.into_iter().filter_map(candidate).collect()
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
