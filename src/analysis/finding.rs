//! A finding in words: its verdict, its numbers, what should be known of it.

use super::ledger::{Broken, Check, EACH, EQUAL, Entry, FRACTIONS, Relation, What};
use super::verify::{Finding, Verdict};
use crate::text::{Arg, Text, grouped, signed};

impl Verdict {
    /// The word for people.
    pub fn word(self, text: &Text) -> String {
        text.tr(&format!("verdict-{}", self.code())).into_owned()
    }
}

impl Finding {
    /// By how much it differs, what it contradicts, what should be known of it.
    pub fn remark(&self, entry: &Entry, text: &Text) -> String {
        let mut parts = Vec::new();
        let computed = self.computed.as_deref().and_then(|words| words.parse::<i64>().ok());
        if let (Verdict::Differs, Some(computed), Some(published)) =
            (self.verdict, computed, entry.number())
        {
            let by = signed(computed - i64::from(published));
            parts.push(text.tra("verify-by", &[("by", Arg::from(by))]));
        }
        if self.withheld {
            parts.push(text.tr("verify-withheld").into_owned());
        }
        if let Some(broken) = &self.broken {
            parts.push(contradiction(entry, broken, text));
        }
        if let Some((part, whole)) = self.parts {
            parts.push(text.tra("verify-parts", &[("part", part.into()), ("whole", whole.into())]));
        }
        if !entry.remark(text.lang()).is_empty() {
            parts.push(entry.remark(text.lang()).to_owned());
        }
        parts.join(&text.tr("verify-between"))
    }
}

fn contradiction(entry: &Entry, broken: &Broken, text: &Text) -> String {
    let others = entry.check.iter().flat_map(Check::ids).filter(|id| *id != entry.id);
    let others: Vec<&str> = others.collect();
    let sum = |side: &[u32]| {
        let parts: Vec<String> = side.iter().map(|n| grouped((*n).into())).collect();
        parts.join(" + ")
    };
    let id = match broken.relation {
        Relation::Equal => "verify-not-equal",
        Relation::AtMost => "verify-not-at-most",
    };
    text.tra(
        id,
        &[
            ("others", others.into_iter().collect()),
            ("left", Arg::from(sum(&broken.left))),
            ("right", Arg::from(sum(&broken.right))),
        ],
    )
}

/// A figure as people read it: numbers with their thousands apart, years as they are, fractions in
/// words.
pub fn in_words(entry: &Entry, words: &str, text: &Text) -> String {
    let year = entry.query.as_ref().is_some_and(|query| matches!(query.what, What::Year(_)));
    if let Some(name) = fraction_name(words) {
        return fraction(name, text);
    }
    if let Some(name) = words.strip_prefix(EACH.0).and_then(|rest| rest.strip_suffix(EACH.1)) {
        return text.tra("published-each", &[("share", Arg::from(fraction(name, text)))]);
    }
    match words.parse() {
        Ok(number) if !year => grouped(number),
        _ if words == EQUAL => text.tr("published-equal").into_owned(),
        _ => words.to_owned(),
    }
}

/// The name of a fraction that is published in words.
fn fraction_name(words: &str) -> Option<&'static str> {
    FRACTIONS.iter().map(|(name, _)| *name).find(|name| *name == words)
}

fn fraction(name: &str, text: &Text) -> String {
    let known = fraction_name(name).map(|name| name.replace(' ', "-"));
    known
        .map_or_else(|| name.to_owned(), |known| text.tr(&format!("fraction-{known}")).into_owned())
}
