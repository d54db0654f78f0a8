//! Tests of every field with its values, and with values that it does not have.

mod printed;

use super::super::{
    Context, Plan, Reason, code_of_value, name_of_value, parse, slot_of_code, slots,
};
use super::*;
use crate::domain::{Coded, Day, Step};
use crate::testing::random_register;
use crate::text::{Lang, Text};

fn context() -> Context {
    Context { today: Day::new(2026, 11, 23).expect("a day"), me: Some(5) }
}

fn resolve(text: &str) -> Result<Plan, FilterError> {
    let filter = parse(text).unwrap_or_else(|e| panic!("{text}: {e}"));
    Plan::resolve(&filter, &random_register::register(1, 0), &context())
}

/// The codes of the slots that a term on a field lets through.
fn codes(text: &str) -> Vec<String> {
    let plan = resolve(text).unwrap_or_else(|e| panic!("{text}: {e}"));
    let term = &plan.terms[0];
    let field = term.field.expect("a field");
    let vocabulary = random_register::register(1, 0).vocabulary;
    let chosen = super::super::plan::listed(&term.slots);
    chosen.into_iter().map(|slot| code_of_value(field, slot, &vocabulary)).collect()
}

fn refused(text: &str) -> (std::ops::Range<usize>, Reason, Option<String>) {
    let error = resolve(text).expect_err(text);
    (error.at, error.reason, error.nearest)
}

#[test]
fn closed_vocabularies_match_by_code_and_by_name_in_every_language() {
    let register = random_register::register(1, 0);
    for field in [Field::Chapter, Field::Cycle, Field::Region, Field::Group, Field::Review] {
        for slot in 1..slots(field, &register.vocabulary) as u16 {
            let code = code_of_value(field, slot, &register.vocabulary);
            for lang in Lang::ALL {
                let name = name_of_value(field, slot, &register.vocabulary, *lang);
                let text = format!("{}:\"{name}\"", field.code());
                assert_eq!(codes(&text), [code.as_str()], "{text}");
            }
        }
    }
}

#[test]
fn every_code_of_every_field_means_its_slot() {
    let vocabulary = random_register::register(1, 0).vocabulary;
    for &field in Field::ALL.iter().filter(|f| f.is_countable()) {
        let first = u16::from(!field.can_be_empty());
        for slot in first..slots(field, &vocabulary) as u16 {
            let code = code_of_value(field, slot, &vocabulary);
            let state = field == Field::State && slot > 0;
            if state && vocabulary.states[usize::from(slot) - 1].unnamed {
                continue; // States that are not named have no codes
            }
            let adviser = field == Field::Adviser && slot > 5;
            if adviser {
                continue; // people who are no advisers
            }
            let mut filter = Filter::default();
            filter.toggle(field, &code);
            let again = parse(&filter.to_string()).expect("what was printed");
            let plan =
                Plan::resolve(&again, &random_register::register(1, 0), &context()).expect(&code);
            assert_eq!(plan.chosen(field), [slot], "{filter}");
            assert_eq!(slot_of_code(field, &code, &vocabulary), Some(slot));
            for lang in Lang::ALL {
                let name = name_of_value(field, slot, &vocabulary, *lang);
                assert!(!name.is_empty() && !name.contains("slot-") && !name.contains("value-"));
            }
        }
    }
}

#[test]
fn chapters_are_roman_or_arabic_and_articles_are_numbers_or_titles() {
    assert_eq!(codes("chapter:V,2"), ["II", "V"]);
    assert_eq!(codes("chapter:iii..5"), ["III", "IV", "V"]);
    assert_eq!(codes("chapter:>=\"asset recovery\""), ["V", "VI"]);
    assert_eq!(codes("章:资产,none"), ["none", "V"]);
    assert_eq!(codes("article:51..54,57"), ["51", "52", "53", "54", "57"]);
    assert_eq!(codes("article:<7"), ["5", "6"]);
    assert_eq!(codes("article:..6"), ["5", "6"]);
    assert_eq!(codes("article:60.."), ["60", "61", "62"]);
    assert_eq!(codes("article:\"public sector\""), ["7"]);
    assert_eq!(codes("article:>61,公共部门"), ["7", "62"]);
}

#[test]
fn a_category_may_be_in_the_lists_of_both_cycles() {
    for word in ["capacity", "能力"] {
        assert_eq!(codes(&format!("category:\"{word}\"")), ["C1-6", "C2-CB"], "{word}");
    }
    // A whole name is before the beginning of another in the other list, and before another name.
    for word in ["Capacity-building", "capacity building", "能力建设", "2 Capacity-building"] {
        assert_eq!(codes(&format!("category:\"{word}\"")), ["C2-CB"], "{word}");
    }
    assert_eq!(codes("category:legislative-assistance"), ["C2-LA"]);
    assert_eq!(codes("category:c2-cb"), ["C2-CB"]);
    assert_eq!(codes("category:policy"), ["C2-PM"]);
    assert!(matches!(
        refused("category:model").1,
        Reason::AmbiguousValue(Field::Category, _, two)
            if *two == ["Model legislation", "Model treaties or agreements"]
    ));
}

#[test]
fn states_match_by_code_name_alias_and_prefix() {
    assert_eq!(codes("state:GHA,gh,ghana,加纳"), ["GHA"]);
    assert_eq!(codes("state:tanzania"), ["TZA"]);
    assert_eq!(codes("state:\"cote d’ivoire\""), ["CIV"]);
    assert_eq!(codes("state:côte"), ["CIV"]);
    assert_eq!(codes("state:guinea"), ["GIN"]);
    assert_eq!(codes("state:guinea-b"), ["GNB"]);
    assert_eq!(codes("state:\"european union\""), ["EU"]);
    assert_eq!(codes("state:\"one state\""), ["One State", "One State"]);
    assert!(!codes("state:any").contains(&"One State".to_owned()));
    assert_eq!(codes("state:none"), ["none"]);
    assert_eq!(codes("region:asia"), ["APAC"]);
    assert_eq!(codes("group:ldc,\"small island\""), ["ldc", "sids"]);
    let (at, reason, nearest) = refused("x state:GHA,gui");
    assert_eq!(at, 12..15);
    assert_eq!(nearest.as_deref(), Some("Guinea"));
    assert!(matches!(reason, Reason::AmbiguousValue(_, _, two)
        if *two == ["Guinea", "Guinea-Bissau"]));
    assert_eq!(refused("region:europe").2.as_deref(), Some("\"Eastern European\""));
}

#[test]
fn where_nothing_is_near_and_there_are_few_values_all_are_told() {
    let values = |text: &str| -> Vec<String> {
        resolve(text).expect_err(text).values.into_iter().map(|[english, ..]| english).collect()
    };
    assert_eq!(values("priority:urgent"), ["high", "medium", "low"]);
    assert_eq!(values("response:done"), ["unmet", "planned", "\"under way\"", "met", "withdrawn"]);
    assert_eq!(values("chapter:9..V"), ["II", "III", "IV", "V", "VI"]);
    assert_eq!(values("is:nothing")[0], "untriaged");
    for text in ["priority:hihg", "state:atlantis", "theme:zzzzzz", "category:zzzz", "changed:x"] {
        assert!(values(text).is_empty(), "{text}");
    }
}

/// A register in which another State is not named, and a category of the first cycle has the name of one of the second.
fn with_like_names() -> Register {
    let mut register = random_register::register(1, 600);
    let vocabulary = std::sync::Arc::make_mut(&mut register.vocabulary);
    let unnamed = vocabulary.states.iter_mut().rfind(|state| state.unnamed).expect("a State");
    unnamed.names = [("en", "another State"), ("zh", "另一个国家")].into();
    let own = vocabulary.categories.iter_mut().find(|c| c.code == "C1-6").expect("a category");
    own.names.set("en", "Capacity building");
    register
}

#[test]
fn values_of_one_name_are_asked_about_with_what_tells_them_apart() {
    let register = with_like_names();
    let filter = parse("category:\"Capacity-building\"").expect("a filter");
    let error = Plan::resolve(&filter, &register, &context()).expect_err("two of that name");
    assert!(
        matches!(&error.reason, Reason::AmbiguousValue(Field::Category, _, two)
        if **two == ["C1-6 (Capacity building)", "C2-CB (Capacity-building)"]),
        "{error:?}"
    );
    assert_eq!(error.nearest.as_deref(), Some("C1-6"));
}

#[test]
fn states_that_are_not_named_are_found_each_by_what_stands_for_its_name() {
    let register = with_like_names();
    let found = |text: &str| {
        let plan = Plan::resolve(&parse(text).expect("a filter"), &register, &context());
        super::super::select(&register, &plan.expect(text), &|| false)
            .expect("a selection")
            .rows
            .len()
    };
    let (one, other) = (found("state:\"One State\""), found("state:\"another state\""));
    assert!(one > 0 && other > 0);
    assert_eq!(found("state:\"另一个国家\""), other);
    assert_eq!(found("state:none"), one + other);
    assert_eq!(found("state:any") + one + other, register.len());
    assert_eq!(found("-state:\"another State\""), register.len() - other);
    assert_eq!(found("state:\"State not named\""), one + other);
}

#[test]
fn a_state_that_the_register_lacks_is_no_other() {
    for word in
        ["Syria", "North Korea", "DPRK", "Tonga", "Malta", "Austria", "Corea del Norte", "叙利亚"]
    {
        let (_, reason, nearest) = refused(&format!("state:\"{word}\""));
        assert_eq!(reason, Reason::UnknownValue(Field::State, word.into()));
        assert_eq!(nearest, None, "{word}");
    }
    assert_eq!(refused("state:Germny").2.as_deref(), Some("Germany"));
    assert_eq!(refused("state:TON").2, None);
}

#[test]
fn numbers_are_read_as_screens_and_documents_write_them() {
    for text in [
        "章:五",
        "章:第五章",
        "章:\"第五章 资产追回\"",
        "chapter:\"Chapter V\"",
        "chapter:\"V Asset recovery\"",
    ] {
        assert_eq!(codes(text), ["V"], "{text}");
    }
    for text in
        ["条款:第五条", "条款:五", "article:\"Article 5\"", "条款:第5条", "article:\"art. 5\""]
    {
        assert_eq!(codes(text), ["5"], "{text}");
    }
    assert_eq!(codes("条款:第五十二条..第五十四条"), ["52", "53", "54"]);
    assert_eq!(codes("周期:二"), ["2"]);
    assert_eq!(codes("时限:当前"), ["current"]);
    assert_eq!(codes("区域:非洲国家组"), ["AFR"]);
    assert_eq!(codes("focal:\"Nobody\""), ["none"]);
    assert_eq!(codes("focal:Ghana"), ["fp-gh"]);
}

#[test]
fn steps_have_an_order_and_completed_means_two() {
    assert_eq!(codes("review:completed"), ["executive-summary", "country-report"]);
    assert_eq!(codes("review:compl"), ["executive-summary", "country-report"]);
    assert_eq!(codes("review:已完成"), ["executive-summary", "country-report"]);
    assert_eq!(
        codes("review:desk-review..\"direct dialogue\""),
        ["desk-review", "direct-dialogue"]
    );
    assert_eq!(codes("review:<completed").len(), Step::COUNT - 2);
    assert_eq!(codes("review:country"), ["country-report"]);
}

#[test]
fn a_high_priority_is_more_than_a_low_one() {
    assert_eq!(codes("priority:>=medium"), ["high", "medium"]);
    assert_eq!(codes("priority:<medium"), ["low"]);
    assert_eq!(codes("priority:low..medium"), ["medium", "low"]);
    assert_eq!(codes("priority:>高"), [] as [&str; 0]);
    assert_eq!(codes("priority:any"), ["high", "medium", "low"]);
    assert_eq!(refused("priority:high..low").1, Reason::BackwardRange(Field::Priority));
    assert_eq!(codes("response:under-way,\"under way\",UNDER"), ["under way"]);
    assert_eq!(codes("response:met"), ["met"]);
    assert_eq!(codes("horizon:预计"), ["projected"]);
}

#[test]
fn people_organisations_and_themes_match_by_code_and_name() {
    assert_eq!(codes("focal:fp-gh"), ["fp-gh"]);
    assert_eq!(codes("focal:加纳"), ["fp-gh"]);
    assert_eq!(codes("adviser:pacific"), ["adviser-pacific"]);
    assert_eq!(codes("provider:P001"), ["P001"]);
    assert_eq!(codes("provider:世界银行"), ["P017"]);
    assert_eq!(codes("theme:whistle"), ["whistle-blowers"]);
    assert_eq!(codes("theme:举报人,none"), ["none", "whistle-blowers"]);
}

#[test]
fn what_a_field_does_not_have_is_refused_with_its_place() {
    assert_eq!(
        refused("region:EEG,afircan"),
        (11..18, Reason::UnknownValue(Field::Region, "afircan".into()), Some("African".into()))
    );
    assert_eq!(refused("article:63").1, Reason::UnknownValue(Field::Article, "63".into()));
    assert_eq!(refused("chapter:I").0, 8..9);
    assert_eq!(refused("theme:\"\"").1, Reason::UnknownValue(Field::Theme, String::new()));
    assert_eq!(refused("state:A..B").1, Reason::Unordered(Field::State));
    assert_eq!(refused("category:>C1-1").1, Reason::Unordered(Field::Category));
    assert_eq!(codes("cycle:none"), ["none"]);
    assert_eq!(codes("cycle:any"), ["1", "2"]);
    assert_eq!(refused("source:none").1, Reason::NeverEmpty(Field::Source));
    assert_eq!(refused("is:any").1, Reason::NeverEmpty(Field::Is));
    assert_eq!(refused("id:none").1, Reason::NeverEmpty(Field::Id));
    assert_eq!(refused("id:x1").1, Reason::NotANumber("x1".into()));
    assert_eq!(refused("rank:first").1, Reason::NotARank("first".into()));
    assert_eq!(refused("changed:yesterday").1, Reason::NotADate("yesterday".into()));
    assert_eq!(refused("identified:2019..2018").1, Reason::BackwardRange(Field::Identified));
    assert_eq!(refused("article:9..8").1, Reason::BackwardRange(Field::Article));
}

#[test]
fn nothing_is_mine_when_nobody_asks() {
    let filter = parse("is:unmet,mine").expect("a filter");
    let nobody = Context { me: None, ..context() };
    let error =
        Plan::resolve(&filter, &random_register::register(1, 0), &nobody).expect_err("nobody");
    assert_eq!((error.reason, error.at), (Reason::Nobody, 9..13));
    assert_eq!(codes("is:unmet,我的"), ["unmet", "mine"]);
}

#[test]
fn every_refusal_has_its_words_in_every_language() {
    for text in [
        "region:afircan",
        "theme:zzzzzz",
        "state:gui",
        "state:A..B",
        "is:none",
        "id:x",
        "rank:x",
        "changed:x",
        "article:9..8",
    ] {
        for lang in Lang::ALL {
            let words = Text::of(*lang).say(&resolve(text).expect_err(text).message());
            assert!(!words.contains('{') && !words.contains("filter-"), "{words}");
        }
    }
    assert_eq!(
        resolve("region:afircan").expect_err("no region").to_string(),
        "Column 8: region has no value “afircan”. Nearest: African"
    );
}

#[test]
fn reviews_and_states_answer_terms_of_their_own() {
    let register = random_register::register(1, 0);
    let vocabulary = &*register.vocabulary;
    let plan = resolve("region:african -cycle:1").expect("a plan");
    assert!(plan.on_reviews_only());
    for (review, passes) in vocabulary.reviews.iter().zip(plan.reviews(vocabulary)) {
        let state = &vocabulary.states[usize::from(review.state)];
        let african = state.region == Some(crate::domain::Region::African);
        assert_eq!(passes, african && review.cycle == crate::domain::Cycle::Second);
    }
    let ghana = vocabulary.states.iter().position(|s| s.iso2 == "GH").expect("Ghana");
    let germany = vocabulary.states.iter().position(|s| s.iso2 == "DE").expect("Germany");
    assert!(plan.state_matches(ghana) && !plan.state_matches(germany));
    assert!(!resolve("-region:african").expect("a plan").state_matches(ghana));
    assert!(!resolve("region:african is:unmet").expect("a plan").on_reviews_only());
    assert!(!resolve("word").expect("a plan").on_reviews_only());
}

#[test]
fn a_slot_is_toggled_by_whatever_name_it_was_chosen() {
    let register = random_register::register(1, 0);
    let toggled = |text: &str, field, code: &str| {
        let mut filter = parse(text).expect("a filter");
        let slot = slot_of_code(field, code, &register.vocabulary).expect("a slot");
        filter.toggle_slot(field, slot, &register, &context());
        filter.to_string()
    };
    assert_eq!(toggled("region:african x", Field::Region, "AFR"), "x");
    assert_eq!(toggled("region:african", Field::Region, "EEG"), "region:african,EEG");
    assert_eq!(toggled("article:51..53,60", Field::Article, "52"), "article:51,53,60");
    assert_eq!(toggled("article:51..53,52", Field::Article, "52"), "article:51,53");
    assert_eq!(toggled("category:capacity", Field::Category, "C1-6"), "category:C2-CB");
    assert_eq!(toggled("", Field::Focal, "none"), "focal:none");
    assert_eq!(toggled("focal:无,fp-gh", Field::Focal, "none"), "focal:fp-gh");
}

#[test]
fn a_slot_is_left_out_and_let_in_again() {
    let register = random_register::register(1, 0);
    let slot = |field, code: &str| slot_of_code(field, code, &register.vocabulary).expect("a slot");
    let left_out = |text: &str, field, code: &str| {
        let mut filter = parse(text).expect("a filter");
        filter.toggle_without(field, slot(field, code), &register, &context());
        filter.to_string()
    };
    assert_eq!(left_out("", Field::Chapter, "II"), "-chapter:II");
    assert_eq!(left_out("-chapter:II x", Field::Chapter, "II"), "x");
    assert_eq!(left_out("-chapter:2", Field::Chapter, "III"), "-chapter:2,III");
    assert_eq!(left_out("-chapter:2,III", Field::Chapter, "II"), "-chapter:III");
    assert_eq!(left_out("-region:african -region:AFR,EEG", Field::Region, "AFR"), "-region:EEG");
    assert_eq!(left_out("-article:51..53", Field::Article, "52"), "-article:51,53");
    assert_eq!(left_out("-focal:any", Field::Focal, "none"), "-focal:any,none");
    // A chosen value is chosen no more, and the other way round.
    assert_eq!(left_out("chapter:II", Field::Chapter, "II"), "-chapter:II");
    assert_eq!(left_out("chapter:II,V", Field::Chapter, "II"), "chapter:V -chapter:II");
    let mut filter = parse("-chapter:II,V").expect("a filter");
    filter.toggle_slot(Field::Chapter, slot(Field::Chapter, "II"), &register, &context());
    assert_eq!(filter.to_string(), "-chapter:V chapter:II");
}
