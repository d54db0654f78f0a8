//! A finding in words: its verdict, its numbers, its remark.

use super::ledger::{
    Broken, EACH, EQUAL, Entry, FRACTIONS, Form, GROWING, LARGEST, LEVELS, Relation, Side, What,
};
use super::verify::{Finding, Verdict};
use super::words::is_few;
use crate::text::{Arg, Text, grouped, signed};

impl Verdict {
    /// The word for people.
    pub fn word(self, text: &Text) -> String {
        text.tr(&format!("verdict-{}", self.code())).into_owned()
    }
}

impl Finding {
    /// The remark: by how much it differs, the figures that it contradicts, and the ledger's own
    /// remark.
    pub fn remark(&self, entry: &Entry, text: &Text) -> String {
        let mut parts = Vec::new();
        let computed = self.computed.as_deref().and_then(|words| words.parse::<i64>().ok());
        let form = entry.query.as_ref().map(|query| &query.form);
        if let (Verdict::Differs, Some(computed), Some(published)) =
            (self.verdict, computed, entry.number())
            && matches!(form, Some(Form::Number | Form::Percent(_)))
        {
            let by = signed(computed - i64::from(published));
            parts.push(text.tra("verify-by", &[("by", Arg::from(by))]));
        }
        if self.withheld {
            parts.push(text.tr("verify-withheld").into_owned());
        }
        if let Some(lacking) = &self.lacking {
            parts.push(text.say(lacking));
        }
        if let Some(broken) = &self.broken {
            parts.push(contradiction(&self.against(entry), broken, text));
        }
        if let Some((part, whole)) = self.parts {
            parts.push(text.tra("verify-parts", &[("part", part.into()), ("whole", whole.into())]));
            if is_few(whole) {
                parts.push(text.tr("verify-few").into_owned());
            }
        }
        if !entry.computed_from.is_empty() {
            let from = entry.computed_from_in_words(text);
            parts.push(text.tra("verify-computed-from", &[("from", from)]));
        }
        if !entry.remark(text.lang()).is_empty() {
            parts.push(entry.remark(text.lang()).to_owned());
        }
        parts.join(&text.tr("verify-between"))
    }
}

fn contradiction(others: &[&str], broken: &Broken, text: &Text) -> String {
    let sum = |side: &[String]| {
        let parts: Vec<String> = side.iter().map(|figure| said(figure, text)).collect();
        parts.join(" + ")
    };
    let id = match broken.relation {
        Relation::Equal => "verify-not-equal",
        Relation::AtMost => "verify-not-at-most",
    };
    text.tra(
        id,
        &[
            ("others", others.iter().copied().collect()),
            ("left", Arg::from(sum(&broken.left))),
            ("right", Arg::from(sum(&broken.right))),
        ],
    )
}

/// A figure as people read it: numbers with their thousands apart, years and dates as they are,
/// fractions and other words in the language.
pub fn in_words(entry: &Entry, words: &str, text: &Text) -> String {
    let year = entry.query.as_ref().is_some_and(|query| {
        matches!(query.what, What::Year(_)) || matches!(query.form, Form::Date)
    });
    if year { words.to_owned() } else { said(words, text) }
}

/// The words that ledgers publish, beside fractions and numbers.
const WORDS: [&str; 3] = [EQUAL, LARGEST, GROWING];

fn said(words: &str, text: &Text) -> String {
    if let Some(name) = fraction_name(words) {
        return fraction(name, text);
    }
    let share = |id, name| text.tra(id, &[("share", Arg::from(fraction(name, text)))]);
    if let Some(name) = words.strip_prefix(EACH.0).and_then(|rest| rest.strip_suffix(EACH.1)) {
        return share("published-each", name);
    }
    for (before, side) in Side::WORDS {
        let id = if side == Side::Less { "published-less" } else { "published-more" };
        if let Some(name) = words.strip_prefix(before) {
            return share(id, name);
        }
    }
    match words.parse() {
        Ok(number) => grouped(number),
        _ if WORDS.contains(&words) || LEVELS.contains(&words) => {
            text.tr(&format!("published-{words}")).into_owned()
        }
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
