//! Every form of the filter language, and every way of getting it wrong.

use super::*;

fn one(text: &str) -> Term {
    let mut terms = parse(text).unwrap_or_else(|e| panic!("{text}: {e:?}")).terms;
    assert_eq!(terms.len(), 1, "{text}");
    terms.remove(0)
}

fn values(text: &str) -> (Field, Vec<Value>) {
    match one(text).test {
        Test::Field(field, values) => (field, values.into_iter().map(|v| v.value).collect()),
        Test::Text(words) => panic!("{text}: {words}"),
    }
}

fn is(word: &str) -> Value {
    Value::Is(word.to_owned())
}

fn range(from: &str, to: &str) -> Value {
    let end = |word: &str| (!word.is_empty()).then(|| word.to_owned());
    Value::Range(end(from), end(to))
}

fn error(text: &str) -> (Range<usize>, Reason, Option<String>) {
    let error = parse(text).expect_err(text);
    (error.at, error.reason, error.nearest)
}

use std::ops::Range;

#[test]
fn nothing_asks_for_nothing() {
    assert_eq!(parse(""), Ok(Filter::default()));
    assert_eq!(parse(" \t　\n"), Ok(Filter::default()));
}

#[test]
fn words_and_phrases_are_texts() {
    assert_eq!(one("asset"), Term::text("asset"));
    assert_eq!(one("\"asset declaration\""), Term::text("asset declaration"));
    assert_eq!(one(r#""a \"b\" \\ \c""#), Term::text(r#"a "b" \ \c"#));
    assert_eq!(one("资产申报"), Term::text("资产申报"));
    assert_eq!(one("d\"x"), Term::text("d\"x"));
    assert_eq!(one("\"\""), Term::text(""));
    let both = parse("asset \"in Africa\"").expect("two texts");
    assert_eq!(both.terms, [Term::text("asset"), Term::text("in Africa")]);
}

#[test]
fn a_minus_turns_a_term_into_its_opposite() {
    for (text, test) in [
        ("-asset", Test::Text("asset".into())),
        ("-\"a b\"", Test::Text("a b".into())),
        ("--x", Test::Text("-x".into())),
        ("-focal:any", Test::Field(Field::Focal, vec![Value::Any.into()])),
    ] {
        assert_eq!(one(text), Term { negated: true, test, at: TermPosition::default() }, "{text}");
    }
}

#[test]
fn a_field_has_alternatives() {
    assert_eq!(values("article:51..54,57"), (Field::Article, vec![range("51", "54"), is("57")]));
    assert_eq!(values("PRI:high"), (Field::Priority, vec![is("high")]));
    assert_eq!(values("focal:none,any"), (Field::Focal, vec![Value::None, Value::Any]));
    assert_eq!(values("theme:\"none\""), (Field::Theme, vec![is("none")]));
    assert_eq!(
        values(r#"state:"Côte d'Ivoire",GHA"#),
        (Field::State, vec![is("Côte d'Ivoire"), is("GHA")])
    );
    assert_eq!(values("theme:a:b"), (Field::Theme, vec![is("a:b")]));
    assert_eq!(values("state:\"-x\""), (Field::State, vec![is("-x")]));
}

#[test]
fn ranges_may_be_open_and_comparisons_have_four_forms() {
    assert_eq!(values("article:51.."), (Field::Article, vec![range("51", "")]));
    assert_eq!(values("article:..59"), (Field::Article, vec![range("", "59")]));
    assert_eq!(
        values(r#"review:"desk review".."executive summary""#),
        (Field::Review, vec![range("desk review", "executive summary")])
    );
    assert_eq!(
        values("id:<1,<=2,>3,>=\"4\""),
        (
            Field::Id,
            vec![
                Value::Less("1".into()),
                Value::LessEq("2".into()),
                Value::Greater("3".into()),
                Value::GreaterEq("4".into()),
            ]
        )
    );
}

#[test]
fn chinese_names_and_punctuation_say_the_same() {
    assert_eq!(
        parse("章：五，6　－协调人：任何 “资产 \"申报\"” 优先程度：≥中，＜高 主题：无"),
        parse("chapter:五,6 -focal:any \"资产 \\\"申报\\\"\" priority:>=中,<高 theme:none")
    );
    assert_eq!(values("条款：51、52").1, [is("51"), is("52")]);
    assert_eq!(one("“a”"), one("”a“"));
    assert_eq!(one("＂a b＂"), Term::text("a b"));
    assert_eq!(one("\"“a”\""), Term::text("“a”"));
    assert_eq!(values("id:＞＝4").1, [Value::GreaterEq("4".into())]);
}

#[test]
fn terms_and_values_know_their_places() {
    let filter = parse("é -state:Gh,\"x\"").expect("two terms");
    assert_eq!((filter.terms[0].at.bytes.clone(), filter.terms[0].at.column), (0..2, 1));
    assert_eq!((filter.terms[1].at.bytes.clone(), filter.terms[1].at.column), (3..16, 3));
    let Test::Field(_, values) = &filter.terms[1].test else { panic!("a field") };
    assert_eq!((values[1].at.bytes.clone(), values[1].at.column), (13..16, 13));
}

#[test]
fn what_cannot_be_read_is_reported_with_its_place() {
    let nearest = |word: &str| Some(word.to_owned());
    assert_eq!(
        error("x chaptr:5"),
        (2..8, Reason::UnknownField("chaptr".into()), nearest("chapter"))
    );
    assert_eq!(error("http://x"), (0..4, Reason::UnknownField("http".into()), None));
    assert_eq!(
        error("ch:5"),
        (
            0..2,
            Reason::AmbiguousField("ch".into(), Field::Chapter, Field::Changed),
            nearest("chapter")
        )
    );
    assert_eq!(error(":5").1, Reason::UnknownField(String::new()));
    assert_eq!(error("chapter:"), (8..8, Reason::MissingValue(Field::Chapter), None));
    assert_eq!(error("chapter:5,"), (10..10, Reason::MissingValue(Field::Chapter), None));
    let written = Reason::WrittenOtherwise("5, x".into());
    assert_eq!(error("chapter:5, x"), (8..12, written, nearest("chapter:5,x")));
    assert_eq!(error("id:>="), (3..5, Reason::MissingValue(Field::Id), None));
    assert_eq!(error("id:.."), (3..5, Reason::EndlessRange, None));
    let most = vec!["a"; 100].join(" ");
    assert_eq!(parse(&most).map(|filter| filter.terms.len()), Ok(100));
    assert_eq!(error(&format!("{most} bc d")), (200..202, Reason::TooManyTerms, None));
    assert_eq!(error("a -"), (2..3, Reason::MissingTerm, None));
    assert_eq!(error("a \"b c"), (2..6, Reason::OpenQuote, None));
    assert_eq!(error("state:“b"), (6..10, Reason::OpenQuote, None));
    assert_eq!(error("\"a\"b c"), (3..4, Reason::NoSpace, None));
    assert_eq!(error("id:1..2..3"), (7..10, Reason::NoSpace, None));
    assert_eq!(error("state:\"a\"b,c"), (9..12, Reason::NoSpace, None));
}

#[test]
fn b3_a_minus_before_a_value_is_refused_with_what_to_write() {
    let refused = |text: &str| {
        let (at, reason, nearest) = error(text);
        assert_eq!(reason, Reason::MinusInValue, "{text}");
        (at, nearest.unwrap_or_default())
    };
    assert_eq!(refused("chapter:-V"), (8..10, "-chapter:V".to_owned()));
    assert_eq!(refused("x region:-african"), (9..17, "-region:african".to_owned()));
    assert_eq!(refused("response:unmet,-met"), (15..19, "-response:met".to_owned()));
    assert_eq!(refused("章:－五").1, "-chapter:五");
    assert_eq!(refused("state:-\"Côte d'Ivoire\"").1, "-state:\"Côte d'Ivoire\"");
    assert!(parse("theme:\"-x\" -chapter:V").is_ok());
    for minus in ["–", "−", "‒", "—", "―", "‐", "‑", "－", "﹣"] {
        assert_eq!(refused(&format!("chapter:{minus}V")).1, "-chapter:V", "{minus}");
        assert_eq!(refused(&format!("focal:{minus}none")).1, "-focal:none", "{minus}");
    }
    let words = parse("chapter:-V").expect_err("a minus").to_string();
    assert_eq!(words, "Column 9: a minus sign stands before the field; write -chapter:V");
}

#[test]
fn b8_a_filter_has_a_bound_that_is_said() {
    let long = |bytes: usize| "x".repeat(bytes);
    assert!(parse(&long(8_192)).is_ok());
    assert_eq!(error(&long(8_193)).1, Reason::TooLong(8_193));
    assert_eq!(error(&"é ".repeat(40_000)).1, Reason::TooLong(120_000));
    assert!(parse(&"a ".repeat(100)).is_ok());
    assert_eq!(error(&"a ".repeat(101)), (200..201, Reason::TooManyTerms, None));
    let words = parse(&long(120_000)).expect_err("too long").to_string();
    assert!(words.contains("120,000") && words.contains("8,192"), "{words}");
}

#[test]
fn every_error_has_its_words_in_every_language() {
    use crate::text::{Lang, Text};
    for text in [
        "chaptr:5",
        "ch:5",
        "id:",
        "-",
        "\"",
        "\"a\"b",
        "id:..",
        "zzzz:1",
        "id:-5",
        "(id:1)",
        &"a ".repeat(101),
    ] {
        let message = parse(text).expect_err(text).message();
        for &lang in Lang::ALL {
            let words = Text::of(lang).say(&message);
            assert!(!words.contains('{') && !words.contains("filter-"), "{words}");
            assert!(words.contains('1') || words.contains('4'), "{words}");
        }
    }
    let words = parse("é chaptr:5").expect_err("no field").to_string();
    assert_eq!(words, "Column 3: there is no field “chaptr”. Nearest: chapter");
}

#[test]
fn every_minus_sign_and_dash_negates_as_the_hyphen_does() {
    for minus in ["–", "−", "‒", "—", "―", "‐", "‑", "－", "﹣"] {
        for term in ["asset", "\"a b\"", "focal:any", "chapter:II,V"] {
            assert_eq!(
                parse(&format!("{minus}{term}")),
                parse(&format!("-{term}")),
                "{minus}{term}"
            );
        }
        assert_eq!(error(&format!("a {minus}")).1, Reason::MissingTerm);
        let quoted = Filter { terms: vec![Term::text(format!("{minus}x"))] };
        assert_eq!(parse(&quoted.to_string()), Ok(quoted));
    }
    assert_eq!(values("changed:2019–09").1, [is("2019–09")]);
}

/// A filter is printed with the codes of its fields, behind whatever words stand there.
#[test]
fn a_word_before_the_code_of_a_field_is_a_word() {
    for text in ["country group:ldc", "focal article:52", "\u{1732} cycle:1"] {
        let read = parse(text).expect(text);
        assert_eq!(read.terms.len(), 2, "{text}");
        assert_eq!(parse(&read.to_string()), Ok(read), "{text}");
    }
}

#[test]
fn terms_of_other_languages_are_refused_with_what_to_write() {
    let refused = |text: &str| {
        let error = parse(text).expect_err(text);
        assert!(matches!(error.reason, Reason::WrittenOtherwise(_)), "{text}: {error:?}");
        let place = error.misread(text).expect(text);
        let write = error.nearest.expect(text);
        let mended = format!("{}{write}{}", &text[..place.start], &text[place.end..]);
        assert!(parse(&mended).is_ok(), "{text}: {mended}");
        write
    };
    for (text, write) in [
        ("!chapter:V", "-chapter:V"),
        ("（章：五）", "chapter:五"),
        ("(chapter:V)", "chapter:V"),
        ("(-chapter:V)", "-chapter:V"),
        ("-(chapter:V)", "-chapter:V"),
        ("!(chapter:V,IV) x", "-chapter:V,IV"),
        ("!state:\"Burkina Faso\" x", "-state:\"Burkina Faso\""),
        ("priority:=high", "priority:high"),
        ("priority:!=high", "-priority:high"),
        ("priority:<>high", "-priority:high"),
        ("-priority:!=high", "priority:high"),
        ("priority:≠high", "-priority:high"),
        ("priority:=>medium", "priority:>=medium"),
        ("x is:!unmet", "-is:unmet"),
        ("is:！unmet", "-is:unmet"),
        ("state:=\"Burkina Faso\"", "state:\"Burkina Faso\""),
        ("Focal point:Pacific", "focal:Pacific"),
        ("x -Focal point:Pacific", "-focal:Pacific"),
    ] {
        assert_eq!(refused(text), write, "{text}");
    }
    let words = parse("Focal point:Pacific").expect_err("a blank").to_string();
    assert_eq!(words, "Column 1: “Focal point:Pacific” is not read; write focal:Pacific");
    assert_eq!(values("priority:!!!").1, [is("!!!")]);
    assert_eq!(values("theme:\"!x\"").1, [is("!x")]);
    assert_eq!(error("asset point:x").1, Reason::UnknownField("point".into()));
    let list = parse("response:unmet,!met").expect_err("a list");
    assert_eq!(list.misread("response:unmet,!met"), None);
    let minus = parse("x chapter:-V").expect_err("a minus");
    assert_eq!(minus.misread("x chapter:-V"), Some(2..12));
}

#[test]
fn a_field_may_stand_in_quotation_marks() {
    assert_eq!(parse("\"Focal point\":Pacific"), parse("focal:Pacific"));
    assert_eq!(parse("-“Focal point”：Pacific,none"), parse("-focal:Pacific,none"));
    assert_eq!(parse("focalpoint:Pacific"), parse("focal:Pacific"));
    assert_eq!(error("\"Focal pint\":x").1, Reason::UnknownField("Focal pint".into()));
}
