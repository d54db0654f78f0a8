//! The words that stand for the value of an argument, in each language.

use crate::text::Text;

/// The words of the command tree, and the message with each.
const VALUES: &[(&str, &str)] = &[
    ("FILTER", "cli-value-filter"),
    ("FILE", "cli-value-file"),
    ("FOLDER", "cli-value-folder"),
    ("FILE|FOLDER", "cli-value-file-or-folder"),
    ("NAME", "cli-value-name"),
    ("NAMES", "cli-value-names"),
    ("KINDS", "cli-value-kinds"),
    ("DATE", "cli-value-date"),
    ("LANG", "cli-value-lang"),
    ("FORMAT", "cli-value-format"),
    ("N", "cli-value-number"),
    ("FIELDS", "cli-value-fields"),
    ("MEASURE", "cli-value-measure"),
    ("NEED-ID|FIELD=VALUE", "cli-value-change"),
    ("NAME=VALUE", "cli-value-setting"),
    ("TEXT", "cli-value-text"),
    ("FROM", "cli-value-from"),
    ("TO", "cli-value-to"),
    ("SIZE", "cli-value-size"),
    ("KEYS", "cli-value-keys"),
    ("BACKUP", "cli-value-backup"),
    ("S", "cli-value-seed"),
    ("SHELL", "cli-value-shell"),
    ("COMMAND", "cli-value-command"),
    ("COMMAND|TOPIC", "cli-value-command-or-topic"),
    ("WHAT", "cli-value-what"),
    ("NEED-ID", "cli-value-need"),
    ("KIND|NEED-ID", "cli-value-kind-or-need"),
    ("KIND|ID", "cli-value-kind-or-id"),
    ("INTO-ID", "cli-value-into"),
    ("KIND", "cli-value-kind"),
    ("ID", "cli-value-id"),
    ("FIELD=VALUE", "cli-value-assignment"),
    ("BY", "cli-value-by"),
    ("ORDER", "cli-value-order"),
    ("NEED-ID… ACTIVITY-CODE", "cli-value-needs-and-activity"),
    ("NEED-ID|ACTIVITY-CODE", "cli-value-need-or-activity"),
    ("ACTIVITY-CODE", "cli-value-activity"),
    ("FINDING", "cli-value-finding"),
    ("BAND", "cli-value-band"),
    ("FIELD", "cli-value-field"),
    ("ROLE", "cli-value-role"),
    ("LIST", "cli-value-list"),
    ("SIGN", "cli-value-sign"),
    ("DO", "cli-value-do"),
];

/// The word of a language; one that is not in the table stays as it is.
pub(super) fn named(word: &str, text: &Text) -> String {
    let known = VALUES.iter().find(|(name, _)| *name == word);
    known.map_or_else(|| word.to_owned(), |(_, id)| text.tr(id).into_owned())
}

/// Whether a word is in the table.
#[cfg(test)]
pub(super) fn is_known(word: &str) -> bool {
    VALUES.iter().any(|(name, _)| *name == word)
}
