//! The needs that the note CAC/COSP/2019/14 tells of, in its own Chinese words: of States that it does not name, some
//! with chapters alone. Typed into the form with the keys of the program they are what the command line makes of the same
//! facts, are counted alike, and stand in the figures.

use crate::command_line::place::Place;
use crate::support::desk::Desk;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use ta_tui::app::Event;
use ta_tui::app::context::KeyContext;
use ta_tui::app::state::form::words::review_in_words;
use ta_tui::domain::{Kind, NeedNumber, Record};
use ta_tui::fields::RecordField;
use ta_tui::store::{Access, Store};
use ta_tui::text::{Lang, Text};

/// A need of the note.
struct Told {
    /// The need of the note whose State it is of: mostly itself.
    state_of: String,
    document: String,
    paragraph: String,
    articles: BTreeSet<u8>,
    chapters: Vec<String>,
    category: String,
    theme: String,
    text: String,
}

fn told() -> Vec<Told> {
    let file = include_str!("../fixtures/needs-in-the-note.csv");
    let mut rows = csv::Reader::from_reader(file.as_bytes());
    let several = |text: &str| {
        let parts = text.split(';').filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect::<Vec<_>>()
    };
    let articles = |text: &str| {
        let range = |part: String| {
            let (from, to) = part.split_once('-').unwrap_or((&part, &part));
            from.parse().unwrap()..=to.parse::<u8>().unwrap()
        };
        several(text).into_iter().flat_map(range).collect()
    };
    let row = |row: csv::StringRecord| Told {
        state_of: row[2].to_owned(),
        document: row[3].to_owned(),
        paragraph: row[4].to_owned(),
        articles: articles(&row[5]),
        chapters: several(&row[6]),
        category: row[7].to_owned(),
        theme: row[8].to_owned(),
        text: row[9].to_owned(),
    };
    rows.records().map(|found| row(found.unwrap())).collect()
}

impl Told {
    /// The words of each field of the form, in its order; a need with articles is not given their chapters again.
    fn words(&self, reviews: &BTreeMap<String, String>) -> Vec<(&'static str, String)> {
        let articles: Vec<String> = self.articles.iter().map(u8::to_string).collect();
        let chapters = if articles.is_empty() { self.chapters.join("; ") } else { String::new() };
        let all = [
            ("review", reviews[&self.state_of].clone()),
            ("article", articles.join("、")),
            ("category", self.category.clone()),
            ("theme", self.theme.clone()),
            ("text", self.text.clone()),
            ("document", self.document.clone()),
            ("paragraph", self.paragraph.clone()),
            ("identified", "2019-09".to_owned()),
            ("chapter", chapters),
        ];
        all.into_iter().filter(|(_, words)| !words.is_empty()).collect()
    }

    /// The same as a line of JSON.
    fn line(&self) -> String {
        let review = format!("{} 2", state(&self.state_of));
        let mut line = Map::new();
        line.insert("review".into(), json!(review));
        if self.articles.is_empty() {
            line.insert("chapter".into(), json!(self.chapters.join("; ")));
        } else {
            line.insert("article".into(), json!(self.articles));
        }
        for (code, words) in [
            ("category", &self.category),
            ("theme", &self.theme),
            ("text", &self.text),
            ("document", &self.document),
            ("paragraph", &self.paragraph),
        ] {
            if !words.is_empty() {
                line.insert(code.into(), json!(words));
            }
        }
        line.insert("identified".into(), json!("2019-09"));
        line.insert("language".into(), json!("zh"));
        Value::Object(line).to_string()
    }
}

/// The name of the State that the note leaves out.
fn state(of: &str) -> String {
    format!("State of {of}")
}

/// A register with the States, their reviews and the themes, without a need.
fn before(needs: &[Told]) -> Place {
    let place = Place::without_register();
    drop(Store::create(&place.db).unwrap());
    let add = |kind: &str, lines: BTreeSet<String>| {
        let lines: Vec<String> = lines.into_iter().collect();
        place.run_with_input(&["add", kind, "-", "--as", "secretariat"], &lines.join("\n")).done();
    };
    let each =
        |line: &dyn Fn(&Told) -> Value| needs.iter().map(|need| line(need).to_string()).collect();
    add(
        "state",
        each(&|need| {
            let name = state(&need.state_of);
            let chinese = format!("{}的国家", need.state_of);
            json!({"name.en": name, "name.zh": chinese, "kind": "unnamed", "party": "no"})
        }),
    );
    add("review", each(&|need| json!({"state": state(&need.state_of), "cycle": 2})));
    let themes = needs.iter().filter(|need| !need.theme.is_empty());
    let themes = themes.map(|need| json!({"code": need.theme, "name.en": need.theme}).to_string());
    add("theme", themes.collect());
    place
}

/// Goes to a field of the open form, by the shorter way.
fn go(desk: &mut Desk, code: &str) {
    let fields = RecordField::in_form(Kind::Need);
    let place = |code: &str| fields.iter().position(|own| own.code() == code).unwrap();
    let here = place(desk.program.app().form_field().unwrap().code());
    let forwards = (place(code) + fields.len() - here) % fields.len();
    let backwards = fields.len() - forwards;
    if forwards <= backwards {
        desk.keys(&"<Tab>".repeat(forwards));
    } else {
        desk.keys(&"<S-Tab>".repeat(backwards));
    }
    assert_eq!(desk.program.app().form_field().map(RecordField::code), Some(code));
}

/// Types a need into the form of a new one, field by field. The words of a field come at once, as a method of input
/// sends them.
fn typed(desk: &mut Desk, words: &[(&'static str, String)]) {
    desk.keys("4+");
    for (code, words) in words {
        go(desk, code);
        desk.program.take(Event::Typed(words.clone()));
    }
    desk.keys("<C-s>");
    assert_ne!(desk.program.app().context(), KeyContext::Form, "{words:?}\n{}", desk.screen());
}

/// Every field of every need.
fn whole(place: &Place, needs: u32) -> Vec<Vec<(RecordField, String)>> {
    let store = Store::open(&place.db, Access::ReadOnly).unwrap();
    assert_eq!(store.check().unwrap(), []);
    (1..=needs)
        .map(|need| store.whole_record(Record::need(NeedNumber::new(need))).unwrap().values)
        .collect()
}

/// What a table counts, by the first of its columns.
fn counted(place: &Place, args: &[&str]) -> BTreeMap<String, u64> {
    let rows = place.run(&[args, &["--json"]].concat()).json();
    let code = |row: &Value| match row.as_object().unwrap().values().next().unwrap() {
        Value::String(code) => code.clone(),
        Value::Null => "none".to_owned(),
        other => other.to_string(),
    };
    let some = rows.iter().filter(|row| row["value"].as_u64() != Some(0));
    some.map(|row| (code(row), row["value"].as_u64().unwrap())).collect()
}

#[test]
fn the_needs_of_the_note_are_the_same_by_the_form_and_by_the_command_line() {
    let needs = told();
    assert_eq!(needs.len(), 36);
    let (form, lines) = (before(&needs), before(&needs));
    let all: Vec<String> = needs.iter().map(Told::line).collect();
    lines.run_with_input(&["add", "need", "-", "--as", "secretariat"], &all.join("\n")).done();

    let mut desk = Desk::with((80, 24), |start| {
        (start.db, start.lang) = (form.db.clone(), Lang::Zh);
    });
    let register = desk.program.app().register().unwrap().clone();
    let vocabulary = &register.vocabulary;
    let words = |review: &ta_tui::query::register::Review| {
        let name = vocabulary.states[usize::from(review.state)].names.in_lang(Lang::En).to_owned();
        let of = name.strip_prefix("State of ").unwrap().to_owned();
        (of, review_in_words(review, vocabulary, Text::of(Lang::Zh)))
    };
    let reviews: BTreeMap<String, String> = vocabulary.reviews.iter().map(words).collect();
    assert_eq!(reviews.len(), 34, "two needs are of the State of the need before");
    for need in &needs {
        typed(&mut desk, &need.words(&reviews));
    }
    desk.keys("4").expect("36");
    drop(desk);

    let count = u32::try_from(needs.len()).unwrap();
    assert_eq!(whole(&form, count), whole(&lines, count));
    let language = RecordField::from_code(Kind::Need, "language").unwrap();
    assert!(whole(&form, count).iter().all(|need| need.contains(&(language, "zh".to_owned()))));

    // Counted from the facts themselves.
    let by = |codes: &dyn Fn(&Told) -> Vec<String>| {
        let mut counted = BTreeMap::new();
        for need in &needs {
            let mut codes = codes(need);
            if codes.is_empty() {
                codes.push("none".to_owned());
            }
            for code in codes {
                *counted.entry(code).or_insert(0) += 1;
            }
        }
        counted
    };
    let one = |code: &str| if code.is_empty() { Vec::new() } else { vec![code.to_owned()] };
    let articles = by(&|need| need.articles.iter().map(u8::to_string).collect());
    let chapters = by(&|need| need.chapters.clone());
    let themes = by(&|need| one(&need.theme));
    assert_eq!((articles["5"], articles["7"], chapters["II"], chapters["V"]), (13, 7, 31, 8));
    for place in [&form, &lines] {
        assert_eq!(counted(place, &["count", "--by", "article"]), articles);
        assert_eq!(counted(place, &["count", "--by", "chapter"]), chapters);
        assert_eq!(counted(place, &["count", "--by", "theme"]), themes);
    }
    // And in the figures of the second cycle.
    for figure in ["4", "5", "6", "7"] {
        let rows =
            |place: &Place| place.run(&["figure", figure, "--measure", "needs", "--json"]).json();
        assert_eq!(rows(&form), rows(&lines), "figure {figure}");
    }
    let of_chapters = |place: &Place| {
        let rows = place.run(&["figure", "4", "--measure", "needs", "--json"]).json();
        let pair = |row: &Value| {
            (row["row"].as_str().unwrap_or("none").to_owned(), row["value"].as_u64().unwrap())
        };
        rows.iter()
            .map(pair)
            .filter(|(row, count)| *count > 0 && row != "total")
            .collect::<BTreeMap<_, _>>()
    };
    assert_eq!(of_chapters(&form), chapters);
}
