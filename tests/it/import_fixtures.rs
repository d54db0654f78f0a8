//! Awkward spreadsheets and lists, each with the verdicts that `fixtures/import/expected.csv` states in words.

use crate::support::source::root;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::OnceLock;
use ta_tui::domain::{Coded, Day};
use ta_tui::import::{
    Judge, Looked, Looker, Mapping, Options, ReasonKind, Staged, Tally, Target, Verdict,
};
use ta_tui::query::register::{Theme, Vocabulary};
use ta_tui::spreadsheet::{Choice, FileKind, Row, Stop, TableFile, Unreadable};
use ta_tui::store::Store;
use ta_tui::text::{Lang, Text};

/// The vocabulary of a new register, with every State and category, and a theme.
fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("new.db")).unwrap();
        let mut vocabulary = Vocabulary::clone(&store.load(&mut |_| true).unwrap().vocabulary);
        let code = "asset declarations".to_owned();
        let names = [("en", "asset declarations")].into();
        vocabulary.themes.push(Theme { id: 1, code, names });
        vocabulary
    })
}

/// A file that was read and judged.
struct Judged {
    looked: Looked,
    rows: Vec<Staged>,
    remarks: String,
}

fn file(name: &str) -> Result<TableFile, Unreadable> {
    let path = root().join("tests/it/fixtures/import").join(name);
    TableFile::open(&path, &Choice::default(), &Stop::default())
}

fn rows(file: &TableFile) -> Result<Vec<Row>, Unreadable> {
    let mut all = Vec::new();
    file.rows(&Stop::default(), &mut |row| {
        all.push(row);
        ControlFlow::Continue(())
    })?;
    Ok(all)
}

fn said(messages: &[ta_tui::text::Message]) -> String {
    let words = messages.iter().map(|message| Text::of(Lang::En).say(message));
    words.collect::<Vec<_>>().join("\n")
}

/// A fixture with the decisions that `decide` makes about the mapping that was found.
fn decided(name: &str, decide: impl Fn(&mut Mapping)) -> Judged {
    let file = file(name).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let vocabulary = vocabulary();
    let rows = rows(&file).unwrap();
    let look = |mapping: Option<&Mapping>| {
        let mut looker = Looker::new(Target::Needs, vocabulary);
        for row in &rows {
            looker.row(row);
        }
        looker.finish(mapping)
    };
    let mut looked = look(None);
    let mut mapping = looked.mapping.clone();
    decide(&mut mapping);
    if mapping != looked.mapping {
        looked = look(Some(&mapping));
    }
    let options = Options {
        today: Day::parse("2019-12-31").unwrap(),
        is_csv: file.kind() == FileKind::Csv,
        is_json: file.kind() == FileKind::Json,
        encoding_is_guess: file.is_guess(),
        is_illustrative: false,
    };
    let mut judge = Judge::new(&looked, vocabulary, options);
    let staged = rows.iter().map(|row| judge.row(row)).collect();
    let remarks = [said(&file.remarks()), said(&looked.remarks())].join("\n");
    Judged { looked, rows: staged, remarks }
}

fn judged(name: &str) -> Judged {
    decided(name, |_| {})
}

impl Judged {
    /// The verdicts of the rows that are no headings, each with the line and the codes of its reasons.
    fn verdicts(&self) -> Vec<String> {
        let line = |row: &Staged| {
            let why: Vec<&str> = row.reasons.iter().map(|reason| reason.kind.code()).collect();
            format!("{} {} {}", row.row, row.verdict.code(), why.join(" ")).trim_end().to_owned()
        };
        self.rows.iter().map(line).filter(|line| !line.ends_with("left-out heading")).collect()
    }

    fn counts(&self) -> [u32; 3] {
        let mut tally = Tally::default();
        self.rows.iter().for_each(|row| row.count_in(&mut tally));
        [Verdict::Good, Verdict::Doubtful, Verdict::Bad].map(|verdict| tally.rows(verdict))
    }

    /// The value of a field in the first record of the row on a line.
    fn value(&self, line: u32, code: &str) -> String {
        let row = self.rows.iter().find(|row| row.row == line).unwrap();
        row.records.first().and_then(|one| one.value(code)).unwrap_or_default().to_owned()
    }

    fn words(&self, line: u32) -> String {
        let row = self.rows.iter().find(|row| row.row == line).unwrap();
        said(&row.reasons.iter().map(ta_tui::import::Reason::message).collect::<Vec<_>>())
    }

    fn has(&self, line: u32, kind: ReasonKind) -> bool {
        let row = self.rows.iter().find(|row| row.row == line).unwrap();
        row.reasons.iter().any(|reason| reason.kind == kind)
    }

    /// The code of the State of the first record of a row.
    fn state(&self, line: u32) -> String {
        let id = self.value(line, "state");
        let states = &vocabulary().states;
        let found = states.iter().find(|state| state.id.to_string() == id);
        found.map_or(String::new(), |state| state.iso3.clone())
    }
}

#[test]
fn encodings_signs_and_headings_of_six_languages_are_read() {
    let bom = judged("01-utf8-bom.csv");
    assert_eq!(
        (bom.counts(), bom.looked.mapping.columns[0].heading.as_str()),
        ([1, 0, 0], "state")
    );
    let utf16 = judged("02-utf16le.csv");
    assert_eq!((utf16.counts(), utf16.value(2, "identified")), ([1, 0, 0], "2019".to_owned()));
    assert!(utf16.remarks.contains("UTF-16"), "{}", utf16.remarks);
    let french = judged("03-win1252-semicolon.csv");
    assert_eq!((french.counts(), french.state(2)), ([1, 0, 0], "BEN".to_owned()));
    assert_eq!(french.value(2, "category"), "C1-1");
    assert!(french.remarks.to_lowercase().contains("windows-1252"), "{}", french.remarks);
    let chinese = judged("04-gb18030.csv");
    assert_eq!((chinese.counts(), chinese.state(2)), ([1, 0, 0], "CIV".to_owned()));
    assert_eq!(
        (chinese.value(2, "article"), chinese.value(2, "category")),
        ("8; 52".to_owned(), "C2-CB".to_owned())
    );
    assert!(chinese.remarks.to_lowercase().contains("gb18030"), "{}", chinese.remarks);
    let mac = judged("05-macroman-cr-only.csv");
    assert_eq!(mac.counts(), [0, 2, 0], "{:?}", mac.verdicts());
    assert!(mac.rows[1].reasons.iter().all(|one| one.kind.verdict() != Verdict::Bad));
    assert_eq!((mac.state(2), mac.state(3)), ("TCD".to_owned(), "STP".to_owned()));
    let sure = decided("05-macroman-cr-only.csv", |mapping| {
        mapping.accept(None, ReasonKind::GuessedEncoding);
    });
    assert_eq!(sure.counts(), [2, 0, 0]);
    let russian = judged("06-windows1251.csv");
    assert_eq!((russian.counts(), russian.state(2)), ([1, 0, 0], "KGZ".to_owned()));
    let arabic = judged("07-arabic-1256.csv");
    assert_eq!((arabic.counts(), arabic.state(2)), ([1, 0, 0], "MAR".to_owned()));
    assert_eq!(arabic.value(2, "article"), "52");
}

#[test]
fn articles_and_chapters_are_read_or_refused() {
    let several = judged("08-several-articles.csv");
    assert_eq!(several.counts(), [4, 0, 0], "{:?}", several.verdicts());
    let articles: Vec<String> = (2..6).map(|line| several.value(line, "article")).collect();
    assert_eq!(articles, ["15; 16; 21", "15; 16; 17", "15; 16", "44"]);
    assert_eq!(several.value(4, "notes"), "15(1)(b); 16 (2)");
    assert_eq!(several.value(5, "notes"), "Art 44.1");
    let impossible = judged("09-article-impossible.csv");
    assert_eq!(impossible.counts(), [0, 0, 4]);
    for (line, value) in [(2, "63"), (3, "4"), (4, "152"), (5, "1552")] {
        assert!(impossible.words(line).contains(value), "{}", impossible.words(line));
    }
    assert_eq!(impossible.rows[1].reasons[0].column, Some(2));
    let chapters = judged("11-chapters.csv");
    assert_eq!(chapters.counts(), [4, 0, 1], "{:?}", chapters.verdicts());
    assert!((2..6).all(|line| chapters.value(line, "chapter") == "3"));
    assert!(chapters.has(6, ReasonKind::NotAChapter));
    let cycle = judged("13-cycle-contradicts-chapter.csv");
    assert_eq!(cycle.verdicts(), ["2 doubtful cycle-of-articles"]);
    assert_eq!(cycle.rows[1].records[0].review.as_ref().map(|(_, cycle)| cycle.number()), Some(2));
}

/// Three of the spellings mean States that the register lacks, since they are no parties: these are asked about, as
/// Andorra is.
#[test]
fn states_are_known_by_every_spelling_and_by_no_guess() {
    let variants = judged("15-states-variants.csv");
    let codes = [
        "TUR", "TUR", "TUR", "SWZ", "COG", "COD", "COD", "COG", "", "", "MKD", "TTO", "", "STP",
        "USA", "BHS", "BHS", "LAO", "FSM", "VAT", "GBR", "GBR", "SWZ", "CPV",
    ];
    for (line, code) in (2..).zip(codes) {
        assert_eq!(variants.state(line), code, "{}", variants.words(line));
        let asked = match line {
            6 => Some(ReasonKind::AskedState),
            10 | 11 | 14 => Some(ReasonKind::NotAParty),
            21 => Some(ReasonKind::OneStateTwice),
            _ => None,
        };
        let verdict = if asked.is_some() { Verdict::Doubtful } else { Verdict::Good };
        assert_eq!(variants.rows[line as usize - 1].verdict, verdict, "{}", variants.words(line));
        assert!(asked.is_none_or(|kind| variants.has(line, kind)), "{}", variants.words(line));
    }
    assert!(variants.has(25, ReasonKind::FootnoteMark));
    let none = judged("16-not-a-party.csv");
    assert_eq!(none.counts(), [0, 1, 4], "{:?}", none.verdicts());
    for (line, kind) in [
        (2, ReasonKind::NotAParty),
        (3, ReasonKind::Territory),
        (4, ReasonKind::Territory),
        (5, ReasonKind::PartOfState),
        (6, ReasonKind::UnknownState),
    ] {
        assert!(none.has(line, kind), "{line}: {}", none.words(line));
    }
    assert!(none.words(5).contains("United Kingdom"), "{}", none.words(5));
    let several = judged("17-several-states.csv");
    assert_eq!(several.counts(), [2, 2, 1], "{:?}", several.verdicts());
    assert_eq!(several.rows[1..3].iter().map(|row| row.records.len()).collect::<Vec<_>>(), [2, 2]);
    assert!(several.has(6, ReasonKind::CountOfStates));
}

#[test]
fn dates_are_as_precise_as_they_are_and_asked_where_they_can_be_read_twice() {
    let dates = judged("19-dates.csv");
    assert_eq!(dates.counts(), [4, 5, 4], "{:?}", dates.verdicts());
    for (line, date) in
        [(2, "2015-03-02"), (6, "2015-03-02"), (7, "2015-03"), (8, "2015-03-02"), (9, "2015-03-02")]
    {
        assert_eq!(dates.value(line, "identified"), date, "line {line}");
    }
    assert!((3..6).all(|line| dates.has(line, ReasonKind::DayOrMonth)));
    assert!(dates.has(9, ReasonKind::NumberAsDate) && dates.has(14, ReasonKind::Ahead));
    assert!((10..14).all(|line| dates.has(line, ReasonKind::NotADate)));
}

#[test]
fn ragged_rows_and_tables_with_titles_notes_and_totals_are_read() {
    let ragged = judged("20-ragged.csv");
    let verdicts: Vec<Verdict> = ragged.rows[1..].iter().map(|row| row.verdict).collect();
    assert_eq!(verdicts, [Verdict::Bad, Verdict::Doubtful, Verdict::Good, Verdict::Bad]);
    assert!(ragged.has(2, ReasonKind::NoValue) && ragged.has(3, ReasonKind::MoreCells));
    assert_eq!(ragged.value(4, "text"), "unclosed \"quote");
    assert!(ragged.words(5).contains("line 5"), "{}", ragged.words(5));
    let comma = judged("21-unquoted-comma.csv");
    assert!(comma.has(2, ReasonKind::MoreCells));
    assert_eq!(comma.rows[1].verdict, Verdict::Doubtful, "{}", comma.words(2));

    let titles = judged("23-title-notes-totals.csv");
    assert_eq!(titles.looked.headings, [4]);
    assert_eq!(titles.counts(), [2, 1, 0], "{:?}", titles.verdicts());
    assert!(
        titles.words(6).contains("Ghana") && titles.words(6).contains('5'),
        "{}",
        titles.words(6)
    );
    assert!([7, 9].into_iter().all(|line| titles.has(line, ReasonKind::Total)));
    assert!([10, 11].into_iter().all(|line| titles.has(line, ReasonKind::TableNote)));
    let filled = decided("23-title-notes-totals.csv", |mapping| {
        mapping.accept(Some(0), ReasonKind::FilledDown);
    });
    assert_eq!((filled.counts(), filled.state(6)), ([3, 0, 0], "GHA".to_owned()));
}

#[test]
fn lists_in_cells_files_without_headings_and_headings_alone_are_said() {
    // Which of them are the same need is told by the register that they come into.
    let duplicates = judged("24-duplicates.csv");
    assert_eq!(duplicates.counts(), [3, 0, 1], "{:?}", duplicates.verdicts());
    assert_eq!(duplicates.value(2, "text"), duplicates.value(3, "text"));
    let lists = judged("26-crlf-in-cells.csv");
    assert_eq!(lists.counts(), [2, 0, 0], "{:?}", lists.verdicts());
    let divided = decided("26-crlf-in-cells.csv", |mapping| mapping.columns[2].splits = true);
    let needs: Vec<usize> =
        divided.rows.iter().map(|row| row.records.len()).filter(|count| *count > 0).collect();
    assert_eq!(needs, [3, 2]);
    let none = judged("28-no-heading.csv");
    assert_eq!(none.counts(), [2, 0, 0], "{:?}", none.verdicts());
    assert!(
        none.remarks.contains("No headings") && none.remarks.contains("State (100%)"),
        "{}",
        none.remarks
    );
    let empty = judged("30-only-heading.csv");
    assert!(empty.remarks.contains("no rows"), "{}", empty.remarks);
    for name in ["29-empty.csv", "33-html-named.xls"] {
        assert!(file(name).is_err(), "{name}");
    }
}

#[test]
fn shapes_of_json_are_read_or_refused() {
    let json = judged("34-json-shapes.json");
    assert_eq!(json.counts(), [3, 0, 2], "{:?}", json.verdicts());
    assert!(json.has(4, ReasonKind::NotAnArticle) && json.has(5, ReasonKind::Structure));
}

#[test]
fn merged_cells_hidden_sheets_and_cells_far_away_are_read() {
    let merged = judged("36-merged-two-sheets-hidden.xlsx");
    assert_eq!(merged.looked.headings, [3, 4]);
    assert_eq!(merged.counts(), [2, 0, 0], "{:?}", merged.verdicts());
    assert_eq!(
        (merged.state(6), merged.value(6, "article")),
        ("GHA".to_owned(), "9; 10".to_owned())
    );
    assert!(merged.has(6, ReasonKind::Merged) && merged.has(7, ReasonKind::Total));
    assert_eq!(merged.value(5, "identified"), "2019-05-31");
    assert!(file("40-one-cell-200MB.xlsx").is_err());
}

/// Each fixture is opened by a test, and each line of the expectations has its file.
#[test]
fn every_fixture_has_its_expectation() {
    let folder = root().join("tests/it/fixtures/import");
    let mut reader = csv::Reader::from_path(folder.join("expected.csv")).unwrap();
    let known: BTreeMap<String, String> = reader
        .records()
        .map(|row| row.unwrap())
        .map(|row| (row[0].to_owned(), row[2].to_owned()))
        .collect();
    let here = include_str!("import_fixtures.rs");
    for name in known.keys() {
        assert!(folder.join(name).exists(), "{name}");
        assert!(here.contains(name.as_str()) || name.starts_with("38"), "{name}");
    }
    assert_eq!(known.len(), 28);
}
