//! Writes filters in the words of a language, for screens and completions: fields and values by their names there, if
//! the filter reads these names back. Filters are kept, saved and printed in codes, whatever the language.

use super::slots::Resolver;
use crate::domain::{Coded, Day, fold};
use crate::query::filter::{Filter, Term, Test, Value};
use crate::query::print::needs_no_marks;
use crate::query::register::Vocabulary;
use crate::query::{Context, Field};
use crate::text::{Lang, Text};
use std::cell::OnceCell;

impl Filter {
    /// Gives the filter in the words of a language. A word that does not name a single value stays.
    pub fn in_words(&self, lang: Lang, vocabulary: &Vocabulary) -> String {
        self.in_language(lang, vocabulary).with_fields_in_words(lang)
    }

    /// Gives the filter with only its fields in the words of a language.
    pub(in crate::query) fn with_fields_in_words(&self, lang: Lang) -> String {
        let terms: Vec<String> = self.terms.iter().map(|term| term.in_words(lang)).collect();
        terms.join(" ")
    }

    /// Replaces words that name a value in a language other than the program's first by codes.
    #[must_use]
    pub fn in_codes(&self, vocabulary: &Vocabulary) -> Self {
        self.in_language(Lang::default(), vocabulary)
    }

    fn in_language(&self, lang: Lang, vocabulary: &Vocabulary) -> Self {
        let mut filter = self.clone();
        for term in &mut filter.terms {
            let Test::Field(field, values) = &mut term.test else { continue };
            let words = Words::of(*field, lang, vocabulary);
            for alternative in values {
                alternative.value = words.of_value(&alternative.value);
            }
        }
        filter
    }
}

impl Term {
    /// Gives the term with the language's words for its field and for `none` and `any`.
    fn in_words(&self, lang: Lang) -> String {
        let Test::Field(field, values) = &self.test else { return self.to_string() };
        let minus = if self.negated { "-" } else { "" };
        let values: Vec<String> = values.iter().map(|of| of.value.in_words(lang)).collect();
        format!("{minus}{}:{}", field.in_words(lang), values.join(","))
    }
}

impl Value {
    /// Gives the value as it is typed, with the language's words for `none` and `any`.
    pub(in crate::query) fn in_words(&self, lang: Lang) -> String {
        match self {
            Self::None => Text::of(lang).tr("filter-none").into_owned(),
            Self::Any => Text::of(lang).tr("filter-any").into_owned(),
            value => value.to_string(),
        }
    }
}

impl Field {
    /// Gives the field's word in the filters of a language: its name, or its code if the name is not read back; codes
    /// are the words of the program's first language.
    pub fn in_words(self, lang: Lang) -> String {
        let name = self.name(lang);
        let is_read = lang != Lang::default() && needs_no_marks(&name);
        let is_read = is_read && Self::named(&name) == Ok(self);
        if is_read { name } else { self.code().to_owned() }
    }
}

/// The words of a language for the values of a field.
pub(in crate::query) struct Words<'v> {
    field: Field,
    lang: Lang,
    vocabulary: &'v Vocabulary,
    /// The resolver, made for the first word that may change.
    resolver: OnceCell<Resolver<'v>>,
}

impl<'v> Words<'v> {
    pub(in crate::query) fn of(field: Field, lang: Lang, vocabulary: &'v Vocabulary) -> Self {
        Self { field, lang, vocabulary, resolver: OnceCell::new() }
    }

    /// Gives a value of a filter in the words of the language.
    pub(in crate::query) fn of_value(&self, value: &Value) -> Value {
        match value {
            Value::Is(word) if !self.stays(word) && self.resolver().is_not_stated(word) => {
                Value::None
            }
            value => value.with_words(|word| self.of_word(word)),
        }
    }

    fn of_word(&self, word: &str) -> String {
        if self.field.is_of_days() {
            let today = |lang: Lang| Text::of(lang).tr("filter-today");
            let is_today = Lang::ALL.iter().any(|lang| fold(&today(*lang)) == fold(word));
            return if is_today { today(self.lang).into_owned() } else { word.to_owned() };
        }
        let known =
            if self.stays(word) { None } else { self.resolver().in_language(word, self.lang) };
        known.unwrap_or_else(|| word.to_owned())
    }

    /// Whether a word stays in the language: words of the first language are not made into codes in it.
    fn stays(&self, word: &str) -> bool {
        let is_first = self.lang == Lang::default() && Lang::of_letters(word) == self.lang;
        is_first || !self.field.is_countable()
    }

    fn resolver(&self) -> &Resolver<'v> {
        self.resolver.get_or_init(|| {
            // Names of values do not depend on the person who asks.
            let context = Context { today: Day::from_number(0), me: None };
            Resolver::new(self.field, self.vocabulary, context)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::filter::slot_value;
    use crate::query::{Plan, code_of_value, name_of_value, parse, slots};
    use crate::testing::random_register;

    fn register() -> crate::query::register::Register {
        random_register::register(1, 0)
    }

    fn in_words(text: &str, lang: Lang) -> String {
        parse(text).unwrap_or_else(|e| panic!("{text}: {e}")).in_words(lang, &register().vocabulary)
    }

    fn plan(text: &str) -> Plan {
        let context = Context { today: Day::from_number(18_000), me: Some(5) };
        let filter = parse(text).unwrap_or_else(|e| panic!("{text}: {e}"));
        Plan::resolve(&filter, &register(), &context).unwrap_or_else(|e| panic!("{text}: {e}"))
    }

    #[test]
    fn a_filter_is_written_in_the_words_of_each_language() {
        for (text, zh) in [
            ("state:KEN", "国家:肯尼亚"),
            ("is:untriaged", "状况:待定"),
            ("-chapter:V", "-章:五"),
            ("chapter:II..IV,none", "章:二..四,无"),
            ("article:51..54,57", "条款:51..54,57"),
            ("priority:>=medium", "优先程度:>=中"),
            ("focal:any", "协调人:有"),
            ("identified:2018..today", "确定日期:2018..今天"),
            ("review:completed", "审议步骤:已完成"),
            ("region:AFR theme:\"asset declarations\"", "区域组:非洲国家组 主题:财产申报"),
            ("id:5..", "编号:5.."),
            ("\"asset declaration\" -word", "\"asset declaration\" -word"),
            ("state:zzz", "国家:zzz"),
        ] {
            assert_eq!(in_words(text, Lang::Zh), zh);
            assert_eq!(in_words(text, Lang::En), text);
        }
        for (text, en) in [
            ("国家:加纳,KEN", "state:GHA,KEN"),
            ("章:五", "chapter:V"),
            ("优先程度:>=中", "priority:>=medium"),
            ("确定日期:..今天", "identified:..today"),
            ("协调人:无", "focal:none"),
            ("state:ghana", "state:ghana"),
            ("state:\"côte d'ivoire\"", "state:\"côte d'ivoire\""),
        ] {
            assert_eq!(in_words(text, Lang::En), en);
            let codes = parse(text).map(|f| f.in_codes(&register().vocabulary).to_string());
            assert_eq!(codes.as_deref(), Ok(en));
        }
    }

    /// Checks that every value of every field is read back from the words of every language.
    #[test]
    fn every_value_of_every_field_is_read_back_from_the_words_of_each_language() {
        let vocabulary = register().vocabulary;
        let context = Context { today: Day::from_number(0), me: Some(5) };
        let mut in_names = 0;
        for &field in Field::ALL.iter().filter(|field| field.is_countable()) {
            let resolver = Resolver::new(field, &vocabulary, context);
            let codes = (0..slots(field, &vocabulary) as u16)
                .map(|slot| slot_value(slot, code_of_value(field, slot, &vocabulary)));
            for value in codes.chain([Value::None, Value::Any]) {
                // Skip people who are not advisers, and `none` for fields that are never empty.
                let Ok(meant) = resolver.slots(&value.clone().into()) else { continue };
                for lang in Lang::ALL {
                    let words = Words::of(field, *lang, &vocabulary);
                    let value = words.of_value(&value).in_words(*lang);
                    let written = format!("{}:{value}", field.in_words(*lang));
                    let again = parse(&written).unwrap_or_else(|e| panic!("{written}: {e}"));
                    let (of, values) = again.terms[0].positive().expect("a field");
                    assert_eq!((of, again.terms.len(), values.len()), (field, 1, 1), "{written}");
                    assert_eq!(resolver.slots(&values[0]), Ok(meant.clone()), "{written}");
                    in_names += usize::from(Lang::of_letters(&value) != Lang::default());
                }
            }
        }
        assert!(in_names > 100, "{in_names}");
        for &field in Field::ALL {
            for lang in Lang::ALL {
                assert_eq!(Field::named(&field.in_words(*lang)), Ok(field));
            }
            assert_ne!(field.in_words(Lang::Zh), field.code());
        }
    }

    #[test]
    fn what_several_values_are_called_stays_a_code() {
        let vocabulary = register().vocabulary;
        let name = name_of_value(Field::Category, 1, &vocabulary, Lang::Zh);
        for text in ["category:capacity", "category:C1-6,C2-CB", "state:none", "category:C1-1"] {
            let written = in_words(text, Lang::Zh);
            assert_eq!(plan(&written), plan(text), "{written} {name}");
        }
    }
}
