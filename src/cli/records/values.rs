//! `field=value`, as `add` and `edit` read it for records of every kind.

use crate::cli::failure::{Failure, Status};
use crate::cli::named_record::record_of;
use crate::cli::nearest::nearest;
use crate::domain::{Coded, Kind, Record, clean_line, fold};
use crate::entry;
use crate::fields::RecordField;
use crate::query::register::Vocabulary;
use crate::store::Store;
use crate::text::{Arg, Lang, Message, Text};

/// A value that is given to a field.
pub(super) type Given = (RecordField, Option<String>);

/// Reads typed values of records of one kind.
pub(super) struct Reading<'a> {
    pub(super) kind: Kind,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) lang: Lang,
}

impl Reading<'_> {
    /// Reads `field=value` words, each field once.
    ///
    /// # Errors
    /// A word has no `=`, there is no such field, it stands twice, or it cannot have this value.
    pub(super) fn words(&self, words: &[String]) -> Result<Vec<Given>, Failure> {
        let mut given = Vec::new();
        for word in words {
            let Some((field, value)) = word.split_once('=') else {
                let message = Message::new("cli-records-no-value").with("word", clean_line(word));
                return Err(Failure::new(Status::Usage, message));
            };
            self.take(&mut given, field.trim(), value)?;
        }
        Ok(given)
    }

    /// Adds one value to those that are given.
    pub(super) fn take(
        &self,
        given: &mut Vec<Given>,
        field: &str,
        value: &str,
    ) -> Result<(), Failure> {
        let field = field_named(self.kind, field, self.lang)?;
        if given.iter().any(|(other, _)| *other == field) {
            let message = Message::new("cli-set-twice").with("field", field.code());
            return Err(Failure::new(Status::Usage, message));
        }
        let value = entry::read(field, value, self.vocabulary)
            .map_err(|refusal| Failure::new(Status::Usage, refusal.message()))?;
        given.push((field, value));
        Ok(())
    }
}

/// The fields of a kind that people write.
pub(in crate::cli) fn fields_of(kind: Kind) -> impl Iterator<Item = RecordField> {
    let fields = RecordField::of(kind).iter().copied();
    fields.filter(|field| !field.is_itself() && !field.is_kept())
}

/// The field that a word names: by its code, by a name that screens show, or, of a name that is kept by language,
/// without the language, which is that of the program then.
pub(super) fn field_named(kind: Kind, word: &str, lang: Lang) -> Result<RecordField, Failure> {
    let by_code = |code: &str| fields_of(kind).find(|field| field.code() == code);
    let in_language = || by_code(&format!("{word}.{}", lang.code()));
    let typed = fold(word);
    let by_name = || {
        let called = |field: &RecordField| {
            let names = Lang::ALL.iter().map(|lang| field.in_words(Text::of(*lang)));
            names.into_iter().any(|name| fold(&name) == typed)
        };
        fields_of(kind).find(called)
    };
    by_code(word).or_else(in_language).or_else(by_name).ok_or_else(|| {
        let names: Vec<&str> =
            fields_of(kind).filter(|field| is_listed(*field)).map(RecordField::code).collect();
        let message = Message::new("cli-records-unknown-field")
            .with("field", clean_line(word))
            .with("kind", Arg::Named(format!("record-{}", kind.code())))
            .with("known", names.iter().map(|name| (*name).to_owned()).collect::<Arg>());
        nearest(Failure::new(Status::Usage, message), word, names.into_iter())
    })
}

/// Whether a list of the fields names it: of a name that is kept by language those of the program are enough.
fn is_listed(field: RecordField) -> bool {
    field.language().is_none_or(|language| Lang::from_code(language).is_some())
}

/// The record that a word names, which must be there.
///
/// # Errors
/// The register has none of that name, or several; a need that is void.
pub(super) fn record(
    store: &Store,
    kind: Kind,
    word: &str,
    vocabulary: &Vocabulary,
) -> Result<Record, Failure> {
    let found = record_of(store, kind, word, vocabulary)?;
    match found.of_need() {
        Some(need) if !store.missing(&[need])?.is_empty() => Err(store.absent(need).into()),
        _ => Ok(found),
    }
}
