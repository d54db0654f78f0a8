//! For whom a value is written: a program gets codes and English names, whatever the language; a
//! person gets names in the own one.

use crate::analysis::ledger::place_in_words;
use crate::analysis::spelled;
use crate::domain::{Article, Chapter, Coded, CountryGroup, Region, Step};
use crate::exchange::Cell;
use crate::query::register::{Organisation, Person, Register, State, Vocabulary};
use crate::text::{Arg, Lang, Named, Names, Text};

/// The reader of a sheet: a person or a program.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The small tables that the register's records name.
    pub vocabulary: &'a Vocabulary,
    /// Whether the needs of the register are made up.
    pub illustrative: bool,
    /// The language of the person who reads; `None` for a program.
    pub person: Option<&'a Text>,
    /// The language of the column that is read, where it does not follow the reader's.
    pub language: Option<Lang>,
}

impl<'a> Reader<'a> {
    /// A person with their words, or a program, that reads records of a register.
    pub fn new(register: &'a Register, person: Option<&'a Text>) -> Self {
        let (vocabulary, illustrative) = (&*register.vocabulary, register.illustrative);
        Self { vocabulary, illustrative, person, language: None }
    }

    /// The name in the reader's language: English for a program.
    pub fn name(self, names: &Names) -> Cell {
        Cell::stated(names.in_lang(self.person.map(Text::lang).unwrap_or_default()))
    }

    /// The name in the language of the column.
    pub fn in_its_language(self, names: &Names) -> Cell {
        Cell::stated(self.language.and_then(|lang| names.get(lang.code())).unwrap_or_default())
    }

    /// Words of the source in the reader's language, where the register has them as the name of a State or a theme, or
    /// they are among the words of the published activities.
    pub fn known(self, words: &str) -> Cell {
        let of = self.vocabulary;
        let states = of.states.iter().map(Named::names);
        let mut names = states.chain(of.themes.iter().map(Named::names));
        match names.find(|names| names.in_lang(Lang::default()) == words) {
            Some(known) => self.name(known),
            None => self.word("told", words),
        }
    }

    /// A paragraph of the source; for a person, footnotes in words, and several as a list of the language.
    pub fn paragraph(self, place: &str) -> Cell {
        let Some(text) = self.person else { return Cell::stated(place) };
        let places = place.split("; ").map(|place| place_in_words(place, text));
        Cell::stated(places.collect::<Vec<_>>().join(&text.tr("list-separator")))
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
        self.name(&state.names)
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

    /// The organisation of a row of the database.
    pub fn organisation(self, id: i64) -> Option<&'a Organisation> {
        let all = &self.vocabulary.organisations;
        all.binary_search_by_key(&id, |one| one.id).ok().map(|place| &all[place])
    }

    /// The name of an organisation by its row of the database.
    pub fn organisation_name(self, id: Option<i64>) -> Cell {
        let found = id.and_then(|id| self.organisation(id));
        found.map_or(Cell::Missing, |of| self.name(&of.names))
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
            (Some(person), Some(_)) => self.name(&person.posts),
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
