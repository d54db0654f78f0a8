//! For whom a value is written: a program gets codes and English names, whatever the language; a
//! person gets names in the own one.

use crate::analysis::spelled;
use crate::domain::{Article, ByLanguage, Chapter, Coded, CountryGroup, Region, Step};
use crate::exchange::Cell;
use crate::query::register::{Person, Register, State, Vocabulary};
use crate::text::{Arg, Lang, Text};

/// Who reads a sheet.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// What the register's records name.
    pub vocabulary: &'a Vocabulary,
    /// Whether the needs of the register are made up.
    pub illustrative: bool,
    /// The language of the person who reads; nothing for a program.
    pub person: Option<&'a Text>,
}

impl<'a> Reader<'a> {
    /// A person with their words, or a program, that reads records of a register.
    pub fn new(register: &'a Register, person: Option<&'a Text>) -> Self {
        Self { vocabulary: &register.vocabulary, illustrative: register.illustrative, person }
    }

    /// The name in the reader's language: English for a program.
    pub fn name(self, en: &str, zh: &str) -> Cell {
        match self.person.map(Text::lang) {
            Some(Lang::Zh) if !zh.is_empty() => zh.into(),
            _ => Cell::stated(en),
        }
    }

    /// A text in the reader's language, in English for a program; where it is not known in that, as it is known.
    pub fn text(self, text: &ByLanguage) -> Cell {
        Cell::stated(text.in_language(self.person.map_or(Lang::En, Text::lang).code()))
    }

    /// Words of the source in the reader's language, where the register has them as the name of a State or a theme.
    pub fn known(self, words: &str) -> Cell {
        let of = self.vocabulary;
        let states = of.states.iter().map(|state| (&state.name_en, &state.name_zh));
        let themes = of.themes.iter().map(|theme| (&theme.name_en, &theme.name_zh));
        let mut names = states.chain(themes);
        let zh = names.find(|(en, _)| **en == *words).map_or("", |(_, zh)| zh);
        self.name(words, zh)
    }

    /// A value of a closed vocabulary.
    pub fn value<T: Coded>(self, field: &str, value: Option<T>) -> Cell {
        match (value, self.person) {
            (None, _) => Cell::Missing,
            (Some(value), None) => value.code().into(),
            (Some(value), Some(text)) => text.value(field, value.code()).into(),
        }
    }

    /// A value of an open vocabulary.
    pub fn word(self, field: &str, value: &str) -> Cell {
        Cell::stated(match self.person {
            Some(text) => text.value_in_words(field, value),
            None => value.to_owned(),
        })
    }

    /// The name of a State.
    pub fn state(self, state: &State) -> Cell {
        self.name(&state.name_en, &state.name_zh)
    }

    /// The names of the States at these places; where none is named, how many there are.
    pub fn states(self, places: &[u16]) -> Cell {
        if self.vocabulary.nameless.is_some() {
            let count = (!places.is_empty()).then(|| self.so_many(places.len() as u32));
            return Cell::List(count.into_iter().collect());
        }
        let states =
            places.iter().filter_map(|place| self.vocabulary.states.get(usize::from(*place)));
        Cell::List(states.map(|state| self.state(state)).collect())
    }

    /// So many States that are not named.
    pub fn so_many(self, count: u32) -> Cell {
        so_many(count, self.person.unwrap_or(Text::of(Lang::En))).into()
    }

    /// A State's membership of a group, which is not told of a State that is not named.
    pub fn in_group(self, state: &State, group: CountryGroup) -> Cell {
        match self.vocabulary.nameless {
            Some(_) => Cell::Missing,
            None => Cell::Flag(state.groups.contains(&group)),
        }
    }

    /// A regional group.
    pub fn region(self, region: Option<Region>) -> Cell {
        match (region, self.person) {
            (Some(region), None) => region.name().into(),
            (region, _) => self.value("region", region),
        }
    }

    /// A step of a review.
    pub fn step(self, step: Option<Step>) -> Cell {
        self.value("review", step)
    }

    /// A post: its code for a program.
    pub fn post(self, person: Option<&Person>) -> Cell {
        match (person, self.person) {
            (None, _) => Cell::Missing,
            (Some(person), None) => person.code.as_str().into(),
            (Some(person), Some(_)) => self.name(&person.post_en, &person.post_zh),
        }
    }
}

/// "one State", "nine States".
pub fn so_many(count: u32, text: &Text) -> String {
    let words = [("number", Arg::from(count)), ("count", Arg::from(spelled(count, text)))];
    text.tra("cli-nameless-states", &words)
}

/// Articles by their numbers.
pub fn articles(articles: impl Iterator<Item = Article>) -> Cell {
    Cell::List(articles.map(|article| Cell::Id(article.number().into())).collect())
}

/// Chapters by their Roman numerals, several joined by a comma.
pub fn chapters(chapters: impl Iterator<Item = Chapter>) -> Cell {
    Cell::stated(chapters.map(Coded::code).collect::<Vec<_>>().join(","))
}
