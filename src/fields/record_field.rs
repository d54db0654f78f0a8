//! A field of a record of any kind, as the change log names it.

use super::declared::Declared;
use super::stored::Stored;
use super::tables::of_kind;
use super::value::FieldValue;
use crate::domain::{Coded, Kind, TriageField};
use crate::text::{Arg, Lang, Text, UNSTATED};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

/// The codes of the official languages of the United Nations, in which names are kept beside those of the program.
const OFFICIAL: [&str; 6] = ["en", "fr", "es", "ru", "ar", "zh"];

/// A row of the table of fields. A name that is kept by language has one row for each language.
struct FieldRow {
    kind: Kind,
    place: usize,
    code: String,
    language: Option<&'static str>,
    triage: Option<TriageField>,
    declared: &'static Declared,
}

/// A field of a record of any kind, as the change log names it. Fields are ordered by kind, then by their place in the
/// table of fields.
#[derive(Clone, Copy)]
pub struct RecordField(&'static FieldRow);

impl RecordField {
    /// The value of [`RecordField::itself`] while the record is there.
    pub const THERE: &'static str = "there";

    /// The fields of records of a kind, in the order in which they are listed: first the record itself.
    pub fn of(kind: Kind) -> &'static [Self] {
        static TABLES: OnceLock<Vec<Vec<RecordField>>> = OnceLock::new();
        let tables = TABLES.get_or_init(|| Kind::ALL.iter().map(|kind| table(*kind)).collect());
        &tables[kind.index()]
    }

    /// Gives the field for the record itself: its value is [`RecordField::THERE`], or `None` if the record is absent.
    pub fn itself(kind: Kind) -> Self {
        Self::of(kind)[0]
    }

    /// The triage fields of a need, in the order of [`TriageField::ALL`].
    pub fn of_triage() -> &'static [Self] {
        static TRIAGE: OnceLock<Vec<RecordField>> = OnceLock::new();
        TRIAGE.get_or_init(|| {
            let needs = Self::of(Kind::Need).iter().copied();
            let mut all: Vec<Self> = needs.filter(|field| field.triage().is_some()).collect();
            all.sort_by_key(|field| field.triage());
            all
        })
    }

    /// The field of a kind with this code, if there is one.
    pub fn from_code(kind: Kind, code: &str) -> Option<Self> {
        Self::of(kind).iter().copied().find(|field| field.code() == code)
    }

    /// The kind of record that has it.
    pub fn kind(self) -> Kind {
        self.0.kind
    }

    /// Its place among the fields of its kind.
    pub fn place(self) -> usize {
        self.0.place
    }

    /// The code in the log. A name has the code of its language behind a dot, as in `name.fr`.
    pub fn code(self) -> &'static str {
        &self.0.code
    }

    /// Whether it says that the record is there.
    pub fn is_itself(self) -> bool {
        self.0.declared.stored == Stored::Itself
    }

    /// The triage field that it is, if it is one.
    pub fn triage(self) -> Option<TriageField> {
        self.0.triage
    }

    /// The place of its value in the tables.
    pub fn stored(self) -> Stored {
        self.0.declared.stored
    }

    /// The language of a name.
    pub fn language(self) -> Option<&'static str> {
        self.0.language
    }

    /// The kind of value that it holds.
    pub fn value(self) -> FieldValue {
        self.0.declared.value
    }

    /// Whether every record has a value of it. Of a name: in one language at least.
    pub fn is_required(self) -> bool {
        self.0.declared.required
    }

    /// Whether its value, once given, stays as it is.
    pub fn is_given_once(self) -> bool {
        self.0.declared.once
    }

    /// Gives the fields of a kind in the order of its form: the ones filled most often first, the program's other
    /// languages last.
    pub fn in_form(kind: Kind) -> Vec<Self> {
        let mut fields: Vec<Self> = Self::of(kind)
            .iter()
            .copied()
            .filter(|own| !own.is_itself() && !own.is_kept())
            .collect();
        let is_foreign = |field: &Self| {
            field.language().is_some_and(|language| Lang::from_code(language).is_none())
        };
        fields.sort_by_key(|field| (is_foreign(field), field.0.declared.form, field.place()));
        fields
    }

    /// Whether the program alone gives it a value, so that nobody is asked for one.
    pub fn is_kept(self) -> bool {
        self.0.declared.kept
    }

    /// The code of the filter field that asks for it, if there is one.
    pub fn filter(self) -> Option<&'static str> {
        self.0.declared.filter
    }

    /// The id of the message with its name: `record-field-CODE`, or `field-CODE` without such a
    /// message and for fields of triage. A name in a language takes that of the name.
    pub fn name(self) -> String {
        let code = self.0.declared.code;
        let field = format!("field-{code}");
        if self.0.triage.is_some() {
            return field;
        }
        // Every language has the same messages.
        Text::of(Lang::default()).own_or(&format!("record-field-{code}"), &field).to_owned()
    }

    /// Its name for people; of a name, with the language in brackets.
    pub fn in_words(self, text: &Text) -> String {
        let name = text.tr(&self.name()).into_owned();
        match self.0.language {
            Some(language) => {
                let args = [("field", Arg::from(name)), ("language", Arg::from(language))];
                text.tra("record-field-by-language", &args)
            }
            None => name,
        }
    }

    /// Whether its value names a person as the log does.
    pub fn names_person(self) -> bool {
        (self.0.kind, self.0.declared.code) == (Kind::View, "owner")
    }

    /// Every code, each once.
    pub fn codes() -> Vec<&'static str> {
        let mut codes = Vec::new();
        for field in Kind::ALL.iter().flat_map(|kind| Self::of(*kind)) {
            if !codes.contains(&field.code()) {
                codes.push(field.code());
            }
        }
        codes
    }
}

/// The fields of a kind: the record itself, then those that its file declares.
fn table(kind: Kind) -> Vec<RecordField> {
    static ITSELF: Declared = Declared::new("record", Stored::Itself, FieldValue::Line);
    let declared = std::iter::once(&ITSELF).chain(of_kind(kind));
    let by_language = declared.flat_map(|declared| {
        let languages = match declared.stored {
            Stored::Name(_) => languages().into_iter().map(Some).collect(),
            _ => vec![None],
        };
        languages.into_iter().map(move |language| (declared, language))
    });
    let row =
        |(place, (declared, language)): (usize, (&'static Declared, Option<&'static str>))| {
            let code = match language {
                Some(language) => format!("{}.{language}", declared.code),
                None => declared.code.to_owned(),
            };
            let triage = TriageField::from_code(&code).filter(|_| kind == Kind::Need);
            // The tables are made once and stay as long as the program.
            RecordField(Box::leak(Box::new(FieldRow {
                kind,
                place,
                code,
                language,
                triage,
                declared,
            })))
        };
    by_language.enumerate().map(row).collect()
}

/// The languages in which names are kept: those of the program, those of the United Nations, and one not stated.
fn languages() -> Vec<&'static str> {
    let mut all: Vec<&'static str> = Lang::ALL.iter().map(|lang| lang.code()).collect();
    all.extend(OFFICIAL.iter().filter(|code| Lang::from_code(code).is_none()));
    all.push(UNSTATED);
    all
}

impl From<TriageField> for RecordField {
    fn from(field: TriageField) -> Self {
        Self::of_triage()[field.index()]
    }
}

impl PartialEq for RecordField {
    fn eq(&self, other: &Self) -> bool {
        (self.0.kind, self.0.place) == (other.0.kind, other.0.place)
    }
}

impl Eq for RecordField {}

impl PartialOrd for RecordField {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for RecordField {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.0.kind, self.0.place).cmp(&(other.0.kind, other.0.place))
    }
}

impl Hash for RecordField {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.kind, self.0.place).hash(state);
    }
}

impl fmt::Debug for RecordField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0.kind.code(), self.0.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_kind_is_found_by_its_code() {
        for &kind in Kind::ALL {
            let fields = RecordField::of(kind);
            assert!(fields[0].is_itself() && fields.len() > 1, "{kind:?}");
            for (place, field) in fields.iter().enumerate() {
                assert_eq!((field.kind(), field.place()), (kind, place));
                assert_eq!(RecordField::from_code(kind, field.code()), Some(*field), "{field:?}");
            }
        }
        assert_eq!(RecordField::from_code(Kind::Need, "filter"), None);
    }

    #[test]
    fn the_triage_fields_of_a_need_keep_their_order() {
        for (&field, known) in TriageField::ALL.iter().zip(RecordField::of_triage()) {
            assert_eq!((known.triage(), RecordField::from(field)), (Some(field), *known));
        }
        assert_eq!(RecordField::of_triage().len(), TriageField::ALL.len());
        assert!(RecordField::of(Kind::View).iter().all(|field| field.triage().is_none()));
    }

    #[test]
    fn a_form_has_every_field_once_and_what_is_filled_most_first() {
        for &kind in Kind::ALL {
            let mut fields = RecordField::in_form(kind);
            let left_out = RecordField::of(kind).iter().filter(|own| own.is_kept()).count() + 1;
            assert_eq!(fields.len() + left_out, RecordField::of(kind).len(), "{kind:?}");
            fields.sort();
            fields.dedup();
            assert_eq!(fields.len() + left_out, RecordField::of(kind).len(), "{kind:?}");
        }
        let codes: Vec<_> = RecordField::in_form(Kind::Need).iter().map(|f| f.code()).collect();
        let first = ["review", "state", "article", "category", "theme", "text", "document"];
        assert_eq!(codes[..first.len()], first);
        let last = RecordField::in_form(Kind::Document).last().and_then(|field| field.language());
        assert_eq!(last, Some(UNSTATED));
    }

    #[test]
    fn a_name_is_a_field_for_each_language() {
        let names = RecordField::of(Kind::Theme).iter().filter(|field| field.language().is_some());
        let codes: Vec<_> = names.map(|field| field.code()).collect();
        assert!(codes.starts_with(&["name.en", "name.zh"]), "{codes:?}");
        assert!(codes.contains(&"name.ar") && codes.ends_with(&["name.und"]), "{codes:?}");
    }
}
