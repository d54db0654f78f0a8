//! Growth since an earlier day, on every screen that counts: the numbers of `ta-tui count --since`.

use crate::support::command::run;
use crate::support::desk::Desk;
use serde_json::Value;
use std::collections::BTreeMap;
use ta_tui::app::charts::{CHARTS, bars};
use ta_tui::app::facets::{FacetChoice, FacetLine};
use ta_tui::app::place::View;
use ta_tui::app::screens::{reviews, states};
use ta_tui::domain::{Coded, Day, Region};
use ta_tui::query::register::{Disclosure, Vocabulary};
use ta_tui::query::{Field, Measure, code_of_value, name_of_value};
use ta_tui::text::{Lang, signed};

/// The keys that compare with May 2019: three beside the date.
const SINCE: &str = "zwmay 2019<Enter>";

/// Numbers by value: how many there are, and how many more than there were.
type Counts = BTreeMap<String, (u32, i64)>;

/// The counts that the command prints.
fn counted(words: &[&str]) -> Counts {
    let output = run(&[&["count"], words, &["--since", "2019-05", "--format", "json"]].concat());
    assert!(output.status.success(), "{output:?}");
    let rows: Vec<BTreeMap<String, Value>> = serde_json::from_slice(&output.stdout).unwrap();
    let by = words.iter().position(|word| *word == "--by").unwrap() + 1;
    let said = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(word) => word.clone(),
        other => other.to_string(),
    };
    let count = |row: &BTreeMap<String, Value>| {
        let growth = row["growth"].as_i64().unwrap();
        (said(&row[words[by]]), (row["value"].as_u64().unwrap() as u32, growth))
    };
    rows.iter().map(count).collect()
}

/// A value as the command states it.
fn stated(field: Field, slot: u16, vocabulary: &Vocabulary) -> String {
    let code = code_of_value(field, slot, vocabulary);
    match (slot, field) {
        (0, Field::Priority) => "none".to_owned(),
        (0, _) => String::new(),
        (_, Field::Region) => Region::at(usize::from(slot) - 1).unwrap().name().to_owned(),
        (_, Field::Category | Field::Theme | Field::State) => {
            name_of_value(field, slot, vocabulary, Lang::En)
        }
        _ => code,
    }
}

fn desk() -> Desk {
    Desk::new((140, 40), Lang::En)
}

/// The counts of each chart of the overview, by field.
fn charts(desk: &Desk, measure: Measure) -> BTreeMap<&'static str, Counts> {
    let app = desk.program.app();
    let answer = app.answer.as_deref().unwrap();
    assert_eq!(app.counted_before().map(|before| before.day), Day::parse("2019-05-31"));
    let vocabulary = &answer.register.vocabulary;
    let of = |field: &Field| {
        let bars = bars(*field, answer, measure).into_iter().filter_map(|bar| {
            let growth = i64::from(bar.value) - i64::from(bar.before?);
            let there = bar.value > 0 || bar.before > Some(0);
            there.then(|| (stated(*field, bar.slot, vocabulary), (bar.value, growth)))
        });
        (field.code(), bars.collect())
    };
    CHARTS.iter().map(of).collect()
}

#[test]
fn the_overview_grows_as_the_command_counts() {
    for (keys, filter, measure) in [
        ("1", "", Measure::Needs),
        ("1/region:african -chapter:II<Enter>", "region:african -chapter:II", Measure::Needs),
        ("1/is:overdue<Enter>", "is:overdue", Measure::Needs),
        ("1/chapter:V<Enter>zu", "chapter:V", Measure::States),
    ] {
        let mut desk = desk();
        desk.keys(keys).keys(SINCE);
        for (field, found) in charts(&desk, measure) {
            let mut words: Vec<&str> = filter.split_whitespace().collect();
            words.extend(["--by", field, "--measure", measure.code()]);
            assert_eq!(found, counted(&words), "{filter} by {field}");
        }
    }
}

#[test]
fn three_keys_and_the_date_compare_every_screen_and_an_empty_answer_ends_it() {
    for (size, lang) in [((80, 24), Lang::En), ((140, 40), Lang::En), ((80, 24), Lang::Zh)] {
        let mut desk = Desk::new(size, lang);
        let plain = desk.screen();
        desk.keys(SINCE);
        let (told, head) = match lang {
            Lang::En => ("growth since 31 May 2019", "since"),
            Lang::Zh => ("自2019年5月31日以来的增长", "增幅"),
        };
        assert!(desk.line(1).contains(told), "{}", desk.screen());
        desk.expect(head).expect("175   +91").expect("1,464   +38").expect("−309");
        assert!(desk.line(1).trim_end().ends_with("+135"), "{}", desk.screen());
        // Esc takes back filters, not looks.
        desk.keys("<Esc>");
        assert!(desk.line(1).contains(told), "{}", desk.screen());
        desk.keys("zw<Enter>");
        assert_eq!(desk.screen(), plain);
    }
}

#[test]
fn the_comparison_is_the_same_on_every_screen() {
    let mut desk = desk();
    desk.keys(SINCE);
    desk.keys("2").expect("Growth").expect("growth since 31 May 2019");
    desk.keys("gt").expect("growth since 31 May 2019").expect("since");
    desk.keys("7jjj").expect("compared with 31 May 2019").expect("▚ added since");
    // chosen among the figures it holds elsewhere
    desk.keys("zw2017<Enter>1").expect("growth since 31 December 2017");
    desk.keys("zw").expect("Compared with 31 December 2017");
    desk.keys("no earlier<Enter>7");
    assert!(!desk.shows("compared with"), "{}", desk.screen());
}

#[test]
fn states_grow_as_the_command_counts() {
    let mut desk = desk();
    desk.keys("2").keys(SINCE).expect("Growth").expect("▚");
    let app = desk.program.app();
    let View::States(page) = &app.place().view else { panic!("not the States") };
    let rows = states::rows(app.answer.as_deref().unwrap(), &page.list, Lang::En);
    let found: Counts = rows
        .iter()
        .filter(|row| row.needs > 0 || row.before > Some(0))
        .map(|row| {
            let growth = i64::from(row.needs) - i64::from(row.before.unwrap());
            (row.state.names.get("en").unwrap().to_owned(), (row.needs, growth))
        })
        .collect();
    assert_eq!(found, counted(&["--by", "state"]));
    // sorted by it, the most first
    let most = found.values().map(|(_, growth)| *growth).max().unwrap();
    desk.keys("s").expect("Growth");
    let app = desk.program.app();
    let key = app.overlays.top::<ta_tui::app::layers::chooser::Chooser>().unwrap();
    let key = key.choices.iter().find(|choice| choice.label == "Growth").unwrap().key;
    desk.keys(&format!("{key}Sgg"));
    assert!(desk.line(3).contains(&signed(most)), "{}", desk.screen());
    // and gone with the comparison
    desk.keys("zw<Enter>");
    assert!(!desk.line(2).contains("Growth"), "{}", desk.screen());
}

#[test]
fn reviews_grow_as_the_command_counts() {
    for (size, head) in [((140, 40), "Growth"), ((80, 24), "Growth")] {
        let mut desk = Desk::new(size, Lang::En);
        let plain = desk.keys("3").line(2);
        assert!(!plain.contains(head), "{plain}");
        desk.keys(SINCE);
        assert!(desk.line(2).contains(head), "{}", desk.screen());
        let app = desk.program.app();
        let View::Reviews(page) = &app.place().view else { panic!("not the reviews") };
        let rows = reviews::rows(app.answer.as_deref().unwrap(), &page.list, Lang::En);
        let mut found = Counts::new();
        for row in rows.iter().filter(|row| row.needs > 0 || row.before > Some(0)) {
            let growth = i64::from(row.needs) - i64::from(row.before.unwrap());
            let of = found.entry(row.state.names.get("en").unwrap().to_owned()).or_default();
            *of = (of.0 + row.needs, of.1 + growth);
        }
        assert_eq!(found, counted(&["--by", "state", "source:review"]));
    }
}

#[test]
fn the_facet_pane_grows_as_the_command_counts() {
    let mut desk = desk();
    desk.keys("4/chapter:V<Enter>f").keys(SINCE).expect("since").expect("+28");
    let app = desk.program.app();
    let answer = app.answer.as_deref().unwrap();
    let before = app.counted_before().unwrap();
    let vocabulary = &answer.register.vocabulary;
    let mut found: BTreeMap<Field, Counts> = BTreeMap::new();
    for shown in app.facet_lines() {
        let FacetLine::Value(field, slot) = shown.line else { continue };
        assert_ne!(shown.choice, FacetChoice::LeftOut);
        let was = before.counts.offered(field, Measure::Needs)[usize::from(slot)];
        let growth = i64::from(shown.count) - i64::from(was);
        found
            .entry(field)
            .or_default()
            .insert(stated(field, slot, vocabulary), (shown.count, growth));
    }
    for field in [Field::Region, Field::Response, Field::Cycle] {
        assert_eq!(found[&field], counted(&["chapter:V", "--by", field.code()]), "{field:?}");
    }
    // beside a value that is not chosen stands the count without its own field's terms
    assert_eq!(found[&Field::Chapter], counted(&["--by", "chapter"]));
}

#[test]
fn themes_grow_as_the_command_counts() {
    let mut desk = desk();
    desk.keys("gt").keys(SINCE).expect("since");
    let app = desk.program.app();
    let View::Themes(page) = &app.place().view else { panic!("not the themes") };
    let shown = app.shown_themes(page).unwrap();
    let vocabulary = app.vocabulary().unwrap();
    for measure in [Measure::Needs, Measure::States] {
        let found: Counts = shown
            .themes
            .iter()
            .enumerate()
            .map(|(row, sum)| {
                let was = shown.was(row, None).unwrap().of(measure);
                let growth = i64::from(sum.of(measure)) - i64::from(was);
                (stated(Field::Theme, sum.slot, vocabulary), (sum.of(measure), growth))
            })
            .collect();
        assert_eq!(found, counted(&["--by", "theme", "--measure", measure.code()]));
    }
}

#[test]
fn without_names_neither_day_tells_what_the_other_withholds() {
    let mut desk = Desk::with((140, 40), |start| {
        start.kept = Some(Disclosure::Regions);
        start.who = None;
    });
    desk.keys(SINCE);
    let regions = charts(&desk, Measure::Needs).remove("region").unwrap();
    assert_eq!(regions, counted(&["--by", "region", "--no-names"]));
    desk.keys("zw<Enter>zw2013<Enter>");
    let told: Vec<Region> = {
        let vocabulary = desk.program.app().vocabulary().unwrap();
        Region::ALL.iter().copied().filter(|region| vocabulary.tells(*region)).collect()
    };
    let before = desk.program.app().counted_before().unwrap();
    let of_region = before.counts.of(Field::Region, Measure::Needs);
    for (region, needs) in Region::ALL.iter().zip(of_region.iter().skip(1)) {
        assert!(told.contains(region) || *needs == 0, "{region:?} is told of 2013 alone");
    }
}

#[test]
fn the_command_line_and_a_saved_view_keep_the_day() {
    let mut desk = desk();
    desk.keys("1/chapter:V<Enter>").keys(SINCE);
    let line = desk.program.app().command_line().unwrap();
    assert!(line.contains("--since 2019-05-31"), "{line}");
    desk.keys("gv+Growth<Tab>x<C-s>").expect("is saved");
    desk.keys("<Esc>zw<Enter>");
    assert!(!desk.shows("growth since"), "{}", desk.screen());
    desk.keys("2gvx");
    desk.expect("growth since 31 May 2019");
}

#[test]
fn an_earlier_day_is_no_later_than_the_day_shown() {
    let mut desk = desk();
    desk.keys(SINCE).keys("zd2018<Enter>");
    assert!(!desk.shows("growth since"), "{}", desk.screen());
    desk.keys("zdtoday<Enter>").expect("growth since 31 May 2019");
}
