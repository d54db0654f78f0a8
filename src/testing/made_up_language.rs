//! Tests that nothing stays English for a reader of a language that is made up for tests, apart
//! from codes and the texts of registers and documents. A new language finds the same places.

use crate::app::key;
use crate::cli::{Opening, Start, lists};
use crate::config::{Config, RowMark};
use crate::domain::{
    Article, Clock, Coded, CountryGroup, Cycle, Day, Moment, SAMPLE_DAY, Step, TriageField,
    reference,
};
use crate::picture;
use crate::program::Headless;
use crate::query::{Context, Field, Plan, label_of_value, parse, slots};
use crate::store::{Bulk, NewBatch, NewNeed, NewReview, NewWrite};
use crate::testing::random_register;
use crate::text::{Lang, Names, Signs, Text, spelt, with_made_up};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Words in Latin letters, of two letters or more, but for some.
pub(crate) fn english(text: &str, but: &[&str]) -> BTreeSet<String> {
    // A UUID is no word.
    let is_uuid =
        |word: &&str| word.len() == 36 && word.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit());
    let parts = text.split_whitespace().filter(|part| !is_uuid(part));
    let words = parts.flat_map(|part| part.split(|c: char| !c.is_ascii_alphabetic()));
    words.filter(|word| word.len() > 1 && !but.contains(word)).map(str::to_owned).collect()
}

/// The keys to every screen, page and list.
const PLACES: [&str; 40] = [
    "4g",
    "1z",
    "4=",
    "4gn",
    "1",
    "2",
    "3",
    "4",
    "5",
    "5h",
    "7",
    "7Gkk",
    "7Gk",
    "7G",
    "gt",
    "gt<Enter>",
    "2<Enter>",
    "3<Enter>",
    "4<Enter>",
    "4gh",
    "4f",
    "7zd2019-05-31<Enter>",
    "4/",
    "4:",
    "4?",
    "4p",
    "4s",
    "4a",
    "4#",
    "4<C-t>",
    "4==",
    "5hjl=o",
    "4gv",
    "4gv+",
    "4zc",
    "4=d",
    "7zd",
    "7Gl<Enter>",
    "4n",
    "1?",
];

/// A register in which everything that needs say is written in figures.
fn register(folder: &Path) -> PathBuf {
    let path = folder.join("1.db");
    let mut bulk = Bulk::create(&path, false, None).unwrap();
    let day = Day::parse("2019-03-04");
    bulk.theme("1", &with_made_up(Names::from([("en", "media")]))).unwrap();
    let who = "fp-gh".to_owned();
    bulk.batches(vec![NewBatch {
        at: Moment::from_seconds(1_551_700_000),
        who,
        note: String::new(),
    }]);
    for cycle in Cycle::ALL {
        let review = bulk.review(&NewReview {
            state: "GH",
            cycle: *cycle,
            stakeholders: Some(true),
            reviewers: ["KE", "FR"],
            steps: [day; Step::COUNT],
            joint_meeting: Some(true),
        });
        let review = review.unwrap();
        for number in [8, 16, 46, 52] {
            let set = vec![
                (TriageField::Priority, "high"),
                (TriageField::FocalPoint, "fp-gh"),
                (TriageField::Notes, "7"),
            ];
            let need = NewNeed {
                review,
                category: Some(if *cycle == Cycle::First { "C1-1" } else { "C2-CB" }),
                text: "1234 5678",
                language: "en",
                document: "12",
                paragraph: "3",
                identified: day,
                articles: Article::new(number).into_iter().collect(),
                themes: &["1".to_owned()],
                activities: &["A001"],
                writes: &[NewWrite { batch: 0, values: set }],
            };
            bulk.need(&need).unwrap();
        }
    }
    bulk.finish().unwrap();
    path
}

fn program(path: &Path) -> Headless {
    let start = Start {
        db: path.to_owned(),
        read_only: false,
        as_of: None,
        clock: Clock::on(Day::parse("2019-12-31").unwrap()),
        known_then: false,
        today: None,
        ledger: None,
        kept: None,
        watch: false,
        remembers: false,
        tour: None,
        opening: Opening::Usual,
        filter: String::new(),
        who: Some("fp-gh".into()),
        lang: Lang::MadeUp,
        signs: Signs::Unicode,
        config: Config::default(),
        row: RowMark::Whole,
        built_in_sample: false,
        served: None,
    };
    Headless::start(&start, (200, 60)).unwrap()
}

/// Words that are alike in every language, beside codes of States, groups and fields.
const ALIKE: &[&str] = &[
    // names of keys, and keys of letters one behind the other
    "Enter",
    "Esc",
    "Tab",
    "Ctrl",
    "Shift",
    // figures, as the note numbers them
    "II",
    "III",
    "IV",
    "VI",
    "VII",
    "Home",
    "End",
    "PgDn",
    "PgUp",
    "edc",
    "oiwmx",
    // codes of posts, files, and the symbols of documents
    "fp",
    "gh",
    "db",
    "CAC",
    "COSP",
    "IRG",
    // abbreviations of organisations
    "UNODC",
    // a command as it is typed, and the things that the ledger counts
    "ta",
    "tui",
    "count",
    "by",
    "measure",
    "since",
    "as",
    "of",
    "states",
    "categories",
];

#[test]
fn no_screen_says_anything_in_english() {
    let folder = tempfile::tempdir().unwrap();
    let path = register(folder.path());
    let states = reference::states();
    let groups: Vec<String> =
        CountryGroup::ALL.iter().map(|group| group.code().to_uppercase()).collect();
    let mut codes: Vec<&str> = ALIKE.to_vec();
    codes.extend(states.iter().map(|state| state.iso3.as_str()));
    codes.extend(groups.iter().map(String::as_str));
    codes.extend(Field::ALL.iter().map(|field| field.code()));
    let mut wrong = Vec::new();
    for keys in PLACES {
        let mut program = program(&path);
        for key in key::script(keys).unwrap() {
            program.key(key);
        }
        let found = english(&picture::text(&program.draw().0), &codes);
        if !found.is_empty() {
            wrong.push(format!("{keys}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The texts of lists and their columns, the names of the filter's fields and of their values.
#[test]
fn no_list_column_field_or_value_is_called_in_english() {
    let text = Text::of(Lang::MadeUp);
    let mut said = Vec::new();
    for list in lists() {
        said.extend([list.about(text), list.order(text)]);
        for property in list.properties {
            said.push(property.about(text));
            said.extend(list.has_columns.then(|| property.column(text).head));
        }
    }
    let vocabulary = random_register::register(1, 0).vocabulary;
    for field in Field::ALL {
        said.push(field.name(Lang::MadeUp));
        // The names that random registers make up are no words of the program.
        let of_register = [
            Field::Theme,
            Field::State,
            Field::Focal,
            Field::Adviser,
            Field::Document,
            Field::Place,
            Field::Programme,
        ];
        let named =
            0..if of_register.contains(field) { 1 } else { slots(*field, &vocabulary) as u16 };
        said.extend(named.map(|slot| label_of_value(*field, slot, &vocabulary, Lang::MadeUp)));
    }
    let left: Vec<_> = said.iter().filter(|said| !english(said, &[]).is_empty()).collect();
    assert!(left.is_empty(), "{left:?}");
}

/// Whatever is shown is found when it is typed.
#[test]
fn a_filter_takes_what_it_shows() {
    let register = random_register::register(1, 50);
    let context = Context { today: SAMPLE_DAY, me: None };
    let chosen = |filter: &str, field| {
        let plan = Plan::resolve(&parse(filter).unwrap(), &register, &context).unwrap();
        plan.chosen(field)
    };
    for (field, english, code) in [
        (Field::State, "Ghana", "GHA"),
        (Field::Priority, "High", "high"),
        (Field::Region, "African", "AFR"),
        (Field::Category, "Model legislation", "C1-2"),
        (Field::Provider, "United Nations Office on Drugs and Crime (UNODC)", "P001"),
    ] {
        let word = format!("{}:\"{}\"", field.name(Lang::MadeUp), spelt(english));
        let code = format!("{}:{code}", field.code());
        assert_eq!(chosen(&word, field), chosen(&code, field), "{word}");
    }
}
