//! What holds for any file: no cell makes the program fail, and what an export writes is read as it was.

use super::context::Options;
use super::judge::Judge;
use super::look::Looker;
use super::staged::Staged;
use super::target::Target;
use super::testing::{row, today};
use super::verdict::Verdict;
use crate::domain::{Article, Coded, Cycle, NeedNumber, Source, clean_text};
use crate::query::register::{NeedRef, Vocabulary};
use crate::spreadsheet::{CellState, Row};
use crate::testing::random_register;
use crate::text::{Lang, Text};
use proptest::prelude::*;
use std::sync::LazyLock;

fn judged(target: Target, rows: &[Row], vocabulary: &Vocabulary) -> Vec<Staged> {
    let mut looker = Looker::new(target, vocabulary);
    for row in rows {
        looker.row(row);
    }
    let found = looker.finish(None);
    let options = Options {
        today: today(),
        is_csv: true,
        is_json: false,
        encoding_is_guess: false,
        is_illustrative: false,
    };
    let mut judge = Judge::new(&found, vocabulary, options);
    rows.iter().map(|row| judge.row(row)).collect()
}

/// Cells as people type them, and worse.
fn cell() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Ghana",
        "Congo",
        "and",
        "15",
        "(1)",
        "15.16",
        "第五十二条",
        "条",
        "16-Feb",
        "II",
        "第三章",
        "2019",
        "31/02/2015",
        "٥٢",
        "和",
        ";",
        "•",
        "\n",
        "1)",
        "'",
        "=",
        "*",
        "Total",
        "\u{202e}",
        "\u{1b}[2J",
        "é",
        "e\u{301}",
        "St",
        "&",
        "the",
        "-",
        "–",
        "و",
        "ـ",
        "国",
        "\\;",
        "{",
        "🏳️‍🌈",
        "٠",
        "Ⅲ",
        "½",
    ]);
    let typed = prop::collection::vec(pieces, 0..6);
    prop_oneof![typed.prop_map(|all| all.concat()), ".{0,20}", "[0-9./ -]{0,12}"]
}

static VOCABULARY: LazyLock<Vocabulary> =
    LazyLock::new(|| random_register::register(3, 20).vocabulary.as_ref().clone());

const HEADINGS: [(Target, &[&str]); 4] = [
    (
        Target::Needs,
        &[
            "State",
            "Cycle",
            "Chapter",
            "Article",
            "Category",
            "Text",
            "Date",
            "Theme",
            "Projected",
            "Recommendation",
            "UUID",
            "Duplicate of",
        ],
    ),
    (Target::Reviews, &["State", "Cycle", "Reviewers", "Started", "Stakeholders", "Joint meeting"]),
    (Target::People, &["Code", "Kind", "Post", "State", "Since", "Region"]),
    (
        Target::Activities,
        &[
            "Code",
            "Title",
            "Description",
            "Kind",
            "States",
            "Articles",
            "Starts",
            "Chapters",
            "Money",
        ],
    ),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn any_cell_has_a_verdict(
        cells in prop::collection::vec(prop::collection::vec(cell(), 0..14), 1..6),
        of in 0..4_usize,
        state in 0..4_usize,
        with_headings in any::<bool>(),
    ) {
        let (target, headings) = HEADINGS[of];
        let mut rows: Vec<Row> = if with_headings { vec![row(1, headings)] } else { Vec::new() };
        let states = [CellState::Words, CellState::Number, CellState::Date, CellState::Covered];
        for (number, cells) in (2..).zip(&cells) {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            let mut row = row(number, &cells);
            row.cells.iter_mut().for_each(|cell| cell.state = states[state]);
            rows.push(row);
        }
        for staged in judged(target, &rows, &VOCABULARY) {
            let is_kept = matches!(staged.verdict, Verdict::Good | Verdict::Doubtful);
            prop_assert_eq!(is_kept, !staged.records.is_empty());
            for reason in &staged.reasons {
                Text::of(Lang::En).say(&reason.message());
            }
            for (field, value) in staged.records.iter().flat_map(|record| &record.values) {
                let read = field.value().read(value.as_deref().unwrap_or_default());
                prop_assert_eq!(read, Some(value.clone()), "{} is written as the log keeps it", field.code());
            }
        }
    }

    #[test]
    fn needs_that_are_written_out_are_read_as_they_were(seed in any::<u64>()) {
        let register = random_register::register(seed, 12);
        let vocabulary = &register.vocabulary;
        let vocabulary: &Vocabulary = vocabulary;
        let needs: Vec<NeedRef<'_>> = register.rows().filter_map(|row| register.need(row)).collect();
        let mut rows = vec![row(1, &COLUMNS)];
        for (number, need) in (2..).zip(&needs) {
            let cells = written(*need, Lang::ALL[number as usize % Lang::COUNT]);
            rows.push(row(number, &cells.iter().map(String::as_str).collect::<Vec<_>>()));
        }
        let staged = judged(Target::Needs, &rows, vocabulary);
        for (need, staged) in needs.iter().zip(&staged[1..]) {
            prop_assert!(matches!(staged.verdict, Verdict::Good | Verdict::Doubtful), "{:?}", staged.reasons);
            let record = &staged.records[0];
            let value = |code: &str| record.value(code).unwrap_or_default().to_owned();
            let code = |code: Option<&str>| code.unwrap_or_default().to_owned();
            let listed = |all: Vec<String>| all.join("; ");
            let articles = need.articles();
            let numbers = articles.iter().map(|one| one.number().to_string()).collect();
            let own: Vec<_> = articles.iter().map(Article::chapter).collect();
            let alone = articles.chapters_alone().filter(|chapter| !own.contains(chapter));
            let alone = alone.map(|one| one.number().to_string()).collect();
            let mut themes: Vec<String> = need.themes().map(|theme| theme.code.clone()).collect();
            themes.sort_unstable();
            // Several States that are not named go by one name.
            let of = need.state();
            let is_it = |state: &&crate::query::register::State| state.id.to_string() == value("state");
            let found = vocabulary.states.iter().find(is_it).unwrap();
            prop_assert!(found == of || (found.unnamed && of.unnamed), "{} {}", found.id, of.id);
            prop_assert_eq!(value("article"), listed(numbers));
            prop_assert_eq!(value("chapter"), listed(alone));
            prop_assert_eq!(value("category"), code(need.category().map(|one| one.code.as_str())));
            prop_assert_eq!(value("theme"), listed(themes));
            prop_assert_eq!(value("priority"), code(need.priority().map(Coded::code)));
            prop_assert_eq!(value("horizon"), code(need.horizon().map(Coded::code)));
            prop_assert_eq!(value("response"), code(need.response().map(Coded::code)));
            prop_assert_eq!(value("focal"), code(need.focal_point().map(|one| one.code.as_str())));
            prop_assert_eq!(value("projected"), need.projected_on().map_or(String::new(), |d| d.to_string()));
            prop_assert_eq!(value("rank"), need.rank().map_or(String::new(), |rank| rank.to_string()));
            let text = clean_text(&need.text());
            prop_assert_eq!(value("text"), text.trim());
            prop_assert_eq!(value("source"), need.source().code());
            let review = record.review.as_ref().map(|(_, cycle)| *cycle);
            prop_assert_eq!(review, need.review().map(|review| review.cycle));
            prop_assert_eq!(record.number_in_file, Some(need.id().get()));
            prop_assert_eq!(record.duplicate_in_file, need.duplicate_of().map(NeedNumber::get));
            if let Some(date) = need.identified().filter(|date| date.first_day() <= today()) {
                prop_assert_eq!(value("identified"), date.to_string());
            }
        }
    }
}

/// The columns of an export that make a need.
const COLUMNS: [&str; 19] = [
    "id",
    "state",
    "iso3",
    "cycle",
    "chapter",
    "articles",
    "category_code",
    "themes",
    "priority",
    "horizon",
    "response",
    "focal_point",
    "identified_on",
    "text",
    "projected_on",
    "duplicate_of",
    "uuid",
    "source",
    "rank",
];

/// The cells of a need as a person reads them in a language.
fn written(need: NeedRef<'_>, lang: Lang) -> Vec<String> {
    let text = Text::of(lang);
    let named = |field: &str, code: Option<&str>| {
        code.map_or(String::new(), |code| text.value(field, code))
    };
    let or_empty = |words: Option<String>| words.unwrap_or_default();
    let cycle = need.review().map(|review| review.cycle);
    let articles = need.articles();
    vec![
        need.id().to_string(),
        need.state().names.in_lang(lang).to_owned(),
        need.state().iso3.clone(),
        or_empty(cycle.map(|cycle| Cycle::code(cycle).to_owned())),
        articles.chapters().map(Coded::code).collect::<Vec<_>>().join("; "),
        articles.iter().map(|one| one.number().to_string()).collect::<Vec<_>>().join(", "),
        or_empty(need.category().map(|one| one.code.clone())),
        need.themes().map(|theme| theme.names.in_lang(lang)).collect::<Vec<_>>().join(";"),
        named("priority", need.priority().map(Coded::code)),
        named("horizon", need.horizon().map(Coded::code)),
        named("response", need.response().map(Coded::code)),
        or_empty(need.focal_point().map(|one| one.code.clone())),
        or_empty(need.identified().map(|date| date.to_string())),
        need.text().into_owned(),
        or_empty(need.projected_on().map(|day| day.to_string())),
        or_empty(need.duplicate_of().map(|need| need.to_string())),
        "00000000-0000-4000-8000-000000000001".to_owned(),
        named("source", Some(Source::code(need.source()))),
        or_empty(need.rank().map(|rank| rank.to_string())),
    ]
}
