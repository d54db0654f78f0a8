//! Tests of texts typed into fields of each kind.

use super::*;
use crate::domain::{Cycle, Kind, NOTES_LIMIT};
use crate::query::register::Review;
use crate::testing::random_register;
use std::sync::Arc;

fn vocabulary() -> Arc<Vocabulary> {
    random_register::register(3, 20).vocabulary
}

fn given(kind: Kind, code: &str, typed: &str) -> Result<Option<String>, Refusal> {
    let field = RecordField::from_code(kind, code).unwrap();
    read(field, typed, &vocabulary())
}

#[test]
fn values_are_read_as_people_write_them() {
    for (kind, code, typed, kept) in [
        (Kind::Need, "article", "art. 52, 53–55", Some("52; 53; 54; 55")),
        (Kind::Need, "article", "第五十二条", Some("52")),
        (Kind::Need, "chapter", "II; V", Some("2; 5")),
        (Kind::Need, "chapter", "v", Some("5")),
        (Kind::Need, "priority", "High", Some("high")),
        (Kind::Need, "response", "Under way", Some("under way")),
        (Kind::Need, "priority", "高", Some("high")),
        (Kind::Need, "identified", "May 2019", Some("2019-05")),
        (Kind::Need, "identified", "2019年5月3日", Some("2019-05-03")),
        (Kind::Need, "paragraph", "none", Some("none")),
        (Kind::Need, "rank", "none", None),
        (Kind::Need, "rank", "", None),
        (Kind::Need, "recommendation", "Adopt it", Some(r#"[["Adopt it","und",null,null]]"#)),
        (
            Kind::Need,
            "recommendation",
            "Continuer à renforcer la coopération",
            Some(r#"[["Continuer à renforcer la coopération","fr",null,null]]"#),
        ),
        (
            Kind::Need,
            "recommendation",
            r#"[["Adopt the law","","CAC/COSP","12"],["通过法律","en",null,null]]"#,
            Some(r#"[["Adopt the law","en","CAC/COSP","12"],["通过法律","en",null,null]]"#),
        ),
        (Kind::State, "spelling", "塞舌尔", Some(r#"[["zh","塞舌尔","common",1]]"#)),
        (Kind::Review, "stakeholders", "Yes", Some("yes")),
        (Kind::Person, "kind", "Focal point", Some("focal point")),
    ] {
        assert_eq!(given(kind, code, typed), Ok(kept.map(str::to_owned)), "{code}={typed}");
    }
}

#[test]
fn names_of_the_register_stand_for_its_rows() {
    let vocabulary = vocabulary();
    let state = &vocabulary.states[1];
    let name = state.names.in_lang(Lang::En);
    assert_eq!(given(Kind::Need, "state", name), Ok(Some(state.id.to_string())));
    let person = &vocabulary.people[0];
    assert_eq!(given(Kind::Need, "focal", &person.code), Ok(Some(person.code.clone())));
    let review = &vocabulary.reviews[0];
    let of = vocabulary.states[usize::from(review.state)].names.in_lang(Lang::En);
    let typed = format!("{of} {}", review.cycle.code());
    assert_eq!(given(Kind::Need, "review", &typed), Ok(Some(review.id.to_string())));
    let helped = given(Kind::Activity, "helped", name).unwrap().unwrap();
    assert_eq!(helped, format!(r#"[["{}",null]]"#, state.id));
}

#[test]
fn what_a_field_does_not_take_is_refused_with_the_word() {
    for (code, typed) in [
        ("article", "63"),
        ("article", "fifty"),
        ("chapter", "VII"),
        ("priority", "highest"),
        ("identified", "31/02"),
        ("rank", "first"),
        ("state", "Atlantis"),
        ("focal", "Atlantis"),
        ("review", "Atlantis 1"),
        ("review", "9999"),
        ("document", "NO/SUCH/1"),
        ("duplicate", "x"),
    ] {
        let refusal = given(Kind::Need, code, typed).unwrap_err();
        for lang in Lang::ALL {
            let words = Text::of(*lang).say(&refusal.message());
            let word = typed.split(' ').next().unwrap_or_default();
            assert!(words.contains(word), "{code}={typed}: {words}");
        }
    }
}

#[test]
fn a_refusal_of_long_words_counts_them_and_quotes_none() {
    let text = "x".repeat(NOTES_LIMIT + 1);
    let refused = given(Kind::Need, "text", &text).unwrap_err();
    let said = Text::of(Lang::En).say(&refused.message());
    assert_eq!(said, "text: 65,537 bytes are too many; 65,536 fit");
    let refused = given(Kind::Need, "paragraph", &text[..300]).unwrap_err();
    let said = Text::of(Lang::En).say(&refused.message());
    assert_eq!(said, "paragraph: 300 letters are too many; 200 fit");
    let refused = given(Kind::Need, "identified", &text[..300]).unwrap_err();
    assert!(Text::of(Lang::En).say(&refused.message()).chars().count() < 250);
}

#[test]
fn a_kind_of_activity_is_read_by_its_name_in_any_language() {
    let mut vocabulary = Vocabulary::clone(&vocabulary());
    vocabulary.activities.push(crate::testing::blank_activity::activity(1));
    let kind = RecordField::from_code(Kind::Activity, "kind").unwrap();
    for typed in ["workshop", "Workshop", "讲习班"] {
        assert_eq!(read(kind, typed, &vocabulary), Ok(Some("workshop".into())), "{typed}");
    }
    assert_eq!(read(kind, "Seminar", &vocabulary), Ok(Some("Seminar".into())), "a new kind");
}

#[test]
fn a_review_is_named_by_its_state_where_that_has_one() {
    let mut vocabulary = Vocabulary::clone(&vocabulary());
    let field = RecordField::from_code(Kind::Need, "review").unwrap();
    let first = vocabulary.reviews[0].clone();
    let state = vocabulary.states[usize::from(first.state)].iso3.clone();
    vocabulary.reviews.retain(|review| review.state != first.state);
    assert!(read(field, &state, &vocabulary).is_err(), "none");
    vocabulary.reviews.push(first.clone());
    assert_eq!(read(field, &state, &vocabulary), Ok(Some(first.id.to_string())));
    let cycle = Cycle::ALL.iter().copied().find(|cycle| *cycle != first.cycle).unwrap();
    vocabulary.reviews.push(Review { id: 9_999, cycle, ..first });
    let Err(Refusal::Several(_, _, names)) = read(field, &state, &vocabulary) else { panic!() };
    assert_eq!(names.len(), 2);
    for name in names {
        assert!(read(field, &name, &vocabulary).is_ok(), "{name}");
    }
}

#[test]
fn a_word_that_fits_several_values_names_them_beside_their_codes() {
    let Err(Refusal::Several(_, _, names)) = given(Kind::Need, "category", "capacity") else {
        panic!()
    };
    assert!(names.iter().all(|name| name.starts_with('C') && name.ends_with(')')), "{names:?}");
    let language = RecordField::from_code(Kind::Need, "language").unwrap();
    let refused = Refusal::Language(language, "klingon".to_owned());
    assert_eq!(given(Kind::Need, "language", "klingon"), Err(refused));
}

/// Rows are lines: the words first, cells behind `|`, languages guessed, names of the register read.
#[test]
fn rows_are_typed_as_lines_and_written_as_they_are_typed() {
    let vocabulary = vocabulary();
    let [one, other] = [0, 1].map(|at| &vocabulary.states[at]);
    let [first, second] = [one, other].map(|state| state.names.in_lang(Lang::En).to_owned());
    let ids = [one.id, other.id];
    let published = "asset declarations";
    let mut themes = vocabulary.themes.iter().map(|theme| theme.code.as_str());
    let theme = themes.find(|code| *code != published).unwrap();
    let mut both = [theme, published];
    both.sort_unstable();
    let both = both.join("; ");
    let cases = [
        (
            Kind::State,
            "spelling",
            "Côte d’Ivoire | fr | official\nIvory Coast | en | former | no\n科特迪瓦".to_owned(),
            r#"[["fr","Côte d’Ivoire","official",1],["en","Ivory Coast","former",0],["zh","科特迪瓦","common",1]]"#
                .to_owned(),
        ),
        (
            Kind::State,
            "membership",
            "ldc | 2010 | 2019-03; sids".to_owned(),
            r#"[["ldc","2010","2019-03"],["sids",null,null]]"#.to_owned(),
        ),
        (
            Kind::Activity,
            "helped",
            format!("{first} | 50; {second}"),
            format!(r#"[["{}",50.0],["{}",null]]"#, ids[0], ids[1]),
        ),
        (
            Kind::Activity,
            "reviews-served",
            format!("{first} | 2"),
            format!(r#"[["{}",2]]"#, ids[0]),
        ),
        (
            Kind::Activity,
            "money",
            "pledged | | 1000 | USD\nsought".to_owned(),
            r#"[["pledged",null,1000,"USD"],["sought",null,null,null]]"#.to_owned(),
        ),
        (
            Kind::Need,
            "recommendation",
            "Adopt the law; apply it | en | CAC/COSP | 12\n通过法律".to_owned(),
            r#"[["Adopt the law; apply it","en","CAC/COSP","12"],["通过法律","zh",null,null]]"#
                .to_owned(),
        ),
        (
            Kind::Platform,
            "priorities",
            format!("1 | art. 52, 53 | {theme}, asset declarations | Train; equip | fr: Former\nAdopt a law | 通过法律"),
            format!(
                r#"[[1,"52; 53","{both}",[["en","Train; equip"],["fr","Former"]]],[null,null,null,[["en","Adopt a law"],["zh","通过法律"]]]]"#
            ),
        ),
        (
            Kind::Platform,
            "priorities",
            format!("1 | 52; 2 | | {theme}"),
            format!(r#"[[1,"52",null,null],[2,null,"{theme}",null]]"#),
        ),
    ];
    for (kind, code, typed, kept) in cases {
        let field = RecordField::from_code(kind, code).unwrap();
        assert_eq!(read(field, &typed, &vocabulary), Ok(Some(kept.clone())), "{code}={typed}");
        let Stored::Rows(_, cells) = field.stored() else { panic!("{code}") };
        let name = |_, key: &str| {
            let found = vocabulary.states.iter().find(|state| state.id.to_string() == key);
            found.unwrap().names.in_lang(Lang::En).to_owned()
        };
        let written = rows::rows_in_words(field, &kept, cells, &vocabulary, name);
        assert!(!written.starts_with('['), "{code}: {written}");
        assert_eq!(read(field, &written, &vocabulary), Ok(Some(kept)), "{code}: {written}");
    }
    let words = |kind, code: &str, value: &str| {
        let field = RecordField::from_code(kind, code).unwrap();
        let Stored::Rows(_, cells) = field.stored() else { panic!("{code}") };
        rows::rows_in_words(field, value, cells, &vocabulary, |_, key| key.to_owned())
    };
    let bar = r#"[["en","a | b","common",1]]"#;
    assert_eq!(words(Kind::State, "spelling", bar), bar, "a mark in the words leaves JSON");
}

#[test]
fn a_cell_that_cannot_be_read_is_refused_with_its_words() {
    for (kind, code, typed, word) in [
        (Kind::State, "spelling", "Côte d’Ivoire | fr | oficial", "oficial"),
        (Kind::State, "spelling", "Côte d’Ivoire | french", "french"),
        (Kind::State, "spelling", "Aland | en | common | yes | more", "more"),
        (Kind::State, "membership", "ldc | soon", "soon"),
        (Kind::Platform, "priorities", "1 | 52, 99", "99"),
        (Kind::Platform, "priorities", "first | 52", "first"),
        (Kind::Platform, "priorities", "0 | 52", "0"),
        (Kind::Platform, "priorities", "1 | | no such theme", "no such theme"),
        (Kind::Platform, "priorities", "1 | | | Train them | en: Equip them", "Equip"),
        (Kind::Activity, "helped", "Atlantis | 50", "Atlantis"),
        (Kind::Activity, "money", "pledged | | much", "much"),
    ] {
        let refusal = given(kind, code, typed).unwrap_err();
        for lang in Lang::ALL {
            let words = Text::of(*lang).say(&refusal.message());
            assert!(words.contains(word), "{code}={typed}: {words}");
        }
    }
}
