//! The filter line: the offers that Enter takes for words that stand in no text, and the earlier filters.

use crate::support::desk::{Desk, sample};
use ta_tui::app::context::KeyContext;
use ta_tui::app::layers::filter::FilterLine;
use ta_tui::domain::{Coded, Day};
use ta_tui::query::{
    Among, Context, Field, Filter, Measure, Plan, Term, Test, Value, code_of_value, parse, slots,
};
use ta_tui::store::{Access, Store};
use ta_tui::text::Lang;

fn desk(lang: Lang) -> Desk {
    Desk::new((120, 40), lang)
}

/// The filter in force, and how many needs it finds.
fn found(desk: &Desk) -> (String, u32) {
    let app = desk.program.app();
    let answer = app.answer.as_ref().unwrap();
    assert_eq!(answer.filter, app.place().asked());
    (app.place().filter.to_string(), answer.counts.total(Measure::Needs))
}

#[test]
fn enter_takes_what_a_word_names_where_no_text_has_it() {
    for lang in [Lang::En, Lang::Zh] {
        for (words, filter) in [
            ("seychelles", "state:SYC"),
            ("塞舌尔", "state:SYC"),
            ("art 52", "article:52"),
            ("第52条", "article:52"),
            ("seychelles chapter:III", "state:SYC chapter:III"),
            ("seychelles unmet", "state:SYC response:unmet"),
            ("unmet", "response:unmet"),
        ] {
            let mut desk = desk(lang);
            desk.keys(&format!("4/{words}<Enter>"));
            let (in_force, needs) = found(&desk);
            assert_eq!(in_force, filter, "{words}\n{}", desk.screen());
            assert_eq!(desk.program.app().context(), KeyContext::Needs);
            assert!(needs > 0, "{words}");
            let said = match lang {
                Lang::En => "No text has “",
                Lang::Zh => "没有文字含有“",
            };
            let written = desk.program.app().in_words(&desk.program.app().place().filter);
            desk.expect(said).expect(written.split(' ').next().unwrap());
        }
    }
    let mut desk = desk(Lang::En);
    desk.keys("4/seychelles<Enter>");
    desk.expect("No text has “seychelles”: filtered by state:SYC instead. / changes it.");
    // and the filter before is one step back
    desk.keys("[");
    assert_eq!(found(&desk).0, "");
}

#[test]
fn a_word_of_a_text_stays_a_word() {
    let mut desk = desk(Lang::En);
    // “asset recovery” is a chapter too
    for words in ["asset", "asset recovery", "training"] {
        desk.keys(&format!("4z0/{words}<Enter>"));
        let (in_force, needs) = found(&desk);
        assert_eq!(in_force, words);
        assert!(needs > 0, "{words}");
    }
}

#[test]
fn what_is_quoted_left_out_or_in_a_text_elsewhere_stays_as_it_is_typed() {
    let mut desk = desk(Lang::En);
    for typed in ["\"seychelles\"", "-seychelles"] {
        desk.keys(&format!("4z0/{typed}<Enter>"));
        assert!(found(&desk).0.contains("seychelles"), "{}", desk.screen());
        assert!(!desk.shows("filtered by"), "{}", desk.screen());
    }
    // The word stands in a text of another chapter, so the user may mean the text.
    let elsewhere = "4z0/extradition chapter:II<Enter>";
    desk.keys(elsewhere);
    assert_eq!(found(&desk), ("extradition chapter:II".to_owned(), 0));
}

#[test]
fn the_offers_of_every_kind_say_how_many_needs_they_find() {
    for lang in [Lang::En, Lang::Zh] {
        for (words, field) in [
            ("seychelles", Field::State),
            ("塞舌尔", Field::State),
            ("art 52", Field::Article),
            ("第52条", Field::Article),
            ("asset recovery", Field::Chapter),
            ("chapter 5", Field::Chapter),
            ("第五章", Field::Chapter),
            ("african", Field::Region),
            ("非洲", Field::Region),
            ("capacity-building", Field::Category),
            ("能力建设", Field::Category),
            ("pacific", Field::Focal),
            ("asset declarations", Field::Theme),
            ("untriaged", Field::Is),
            ("overdue", Field::Is),
            ("逾期", Field::Is),
        ] {
            let mut desk = desk(lang);
            desk.keys(&format!("4/{words}"));
            let app = desk.program.app();
            let meant = app.words_meant().unwrap();
            let offers = meant.iter().flat_map(|meant| &meant.offers);
            let code = format!("{}:", field.code());
            let offer = offers.clone().find(|offer| offer.term.starts_with(&code));
            let all: Vec<&str> = offers.map(|offer| offer.term.as_str()).collect();
            let offer = offer.unwrap_or_else(|| panic!("{words} in {lang:?}: {all:?}"));
            assert!(offer.count.needs > 0 && offer.count.among == Among::All, "{words} {offer:?}");
            assert!(!offer.name.is_empty());
        }
    }
}

#[test]
fn earlier_filters_come_back_from_an_empty_line() {
    let mut desk = desk(Lang::En);
    desk.keys("4/chapter:V<Enter>z0/region:african training<Enter>z0/chapter:V<Enter>");
    // set by a key as well as typed
    desk.keys("z0<F3>z0");
    desk.keys("/").expect("earlier filters");
    desk.keys("<Down>").expect("▌chapter:III").expect("region:african training");
    let order: Vec<usize> = ["chapter:III", "chapter:V ", "region:african training"]
        .iter()
        .map(|text| desk.screen().lines().position(|line| line.contains(text)).unwrap())
        .collect();
    assert!(order.is_sorted() && order[0] < order[1], "{}", desk.screen());
    // a letter leaves the list
    desk.keys("a");
    assert!(!desk.shows("▌chapter:III"), "{}", desk.screen());
    desk.keys("<C-u><C-p><C-n><C-n><Enter>");
    assert_eq!(found(&desk).0, "region:african training");
    assert_eq!(desk.program.app().context(), KeyContext::Needs);
    // taken into the line to be changed; above the first the list closes
    desk.keys("/<C-u><Up><Down><Tab>").expect("chapter:III");
    assert_eq!(desk.program.app().context(), KeyContext::Filter);
    desk.keys("<Esc>");
    assert_eq!(found(&desk).0, "region:african training");
}

#[test]
fn without_names_no_earlier_filter_names_a_state() {
    let mut desk = Desk::with((120, 40), |start| start.filter = "state:KEN".into());
    desk.keys("4/state:GHA<Enter>zn/<C-u><Down>");
    for name in ["state:KEN", "state:GHA"] {
        assert!(!desk.shows(name), "{}", desk.screen());
    }
}

/// A filter does not depend on the language; the line, its completions and the path use its words.
#[test]
fn what_keys_and_completions_write_is_in_the_programs_language() {
    let codes = |desk: &Desk| desk.program.app().place().filter.to_string();
    let line = |desk: &Desk| {
        let app = desk.program.app();
        app.overlays.top::<FilterLine>().unwrap().input.value().to_owned()
    };
    for (keys, codes_of_it, zh) in [
        ("4t", "is:untriaged", "状况:待定"),
        ("4/state:SYC<Enter>", "state:SYC", "国家:塞舌尔"),
        ("4/国家:塞舌尔<Enter>", "state:SYC", "国家:塞舌尔"),
        ("4/国<Tab>塞舌<Tab><Enter>", "state:SYC", "国家:塞舌尔"),
        (
            "4/章:五,none -优先程度:>=中<Enter>",
            "chapter:V,none -priority:>=medium",
            "章:五,无 -优先程度:>=中",
        ),
        ("4/确定日期:2018..今天<Enter>", "identified:2018..today", "确定日期:2018..今天"),
        ("4/审议步骤:已完成<Enter>", "review:completed", "审议步骤:已完成"),
        ("4/塞舌尔<Enter>", "state:SYC", "国家:塞舌尔"),
    ] {
        let mut desk = desk(Lang::Zh);
        desk.keys(keys);
        assert_eq!(codes(&desk), codes_of_it, "{keys}\n{}", desk.screen());
        assert!(
            desk.line(1).replace(' ', "").contains(&zh.replace(' ', "")),
            "{keys}\n{}",
            desk.screen()
        );
        // The line has the same words, and leaving it by Enter changes nothing.
        desk.keys("/");
        assert_eq!(line(&desk), format!("{zh} "), "{keys}");
        desk.keys("<Enter>");
        assert_eq!(codes(&desk), codes_of_it, "{keys}");
        let command = desk.program.app().command_line().unwrap();
        let is_code = |c: char| c.is_ascii();
        assert!(command.chars().all(is_code), "{command}");
    }
    // A given filter stays as it was given until it is changed.
    let mut given = Desk::with((120, 40), |start| {
        (start.lang, start.filter) = (Lang::Zh, "region:african".to_owned());
    });
    given.keys("4").expect("区域组:非洲国家组");
    given.keys("/<Enter>");
    assert_eq!(codes(&given), "region:african");
    // In English a name of another language is a code.
    let mut desk = desk(Lang::En);
    desk.keys("4/国家:塞舌尔 章:五<Enter>").expect("state:SYC chapter:V");
    assert_eq!(codes(&desk), "state:SYC chapter:V");
}

/// Every value that the sample has, in the words of each language, is read back to the filter that it was.
#[test]
fn every_value_of_the_sample_is_read_back_from_the_words_of_each_language() {
    let register = Store::open(&sample(), Access::ReadOnly).unwrap().load(&mut |_| true).unwrap();
    let vocabulary = &register.vocabulary;
    let context = Context::of("fp-sc", Day::parse("2019-12-31").unwrap(), vocabulary);
    let mut tried = 0;
    for &field in Field::ALL.iter().filter(|field| field.is_countable()) {
        let can_be_said = |slot: &u16| {
            let filter = asking(field, [code_of_value(field, *slot, vocabulary)]);
            Plan::resolve(&filter, &register, &context).is_ok()
        };
        let said: Vec<u16> = (1..slots(field, vocabulary) as u16).filter(can_be_said).collect();
        // A filter has a bound.
        for some in said.chunks(50) {
            let filter =
                asking(field, some.iter().map(|slot| code_of_value(field, *slot, vocabulary)));
            let meant = Plan::resolve(&filter, &register, &context).unwrap();
            for lang in Lang::ALL {
                let written = filter.in_words(*lang, vocabulary);
                let again = parse(&written).unwrap_or_else(|e| panic!("{written}: {e}"));
                assert_eq!(
                    Plan::resolve(&again, &register, &context),
                    Ok(meant.clone()),
                    "{written}"
                );
                assert_eq!(again.in_codes(vocabulary), filter, "{written}");
            }
            tried += some.len();
        }
    }
    assert!(tried > 600, "{tried}");
}

fn asking(field: Field, codes: impl IntoIterator<Item = String>) -> Filter {
    let values = codes.into_iter().map(|code| Value::Is(code).into()).collect();
    let mut term = Term::field(field, Value::None);
    term.test = Test::Field(field, values);
    Filter { terms: vec![term] }
}

/// A word that may become a field is not searched for yet, whatever dash or language it begins with.
#[test]
fn what_may_become_a_field_is_not_searched_for_yet() {
    for word in ["chap", "-chap", "–chap", "−chap", "国", "-国家"] {
        let mut desk = desk(Lang::Zh);
        desk.keys(&format!("4/{word}"));
        assert_eq!(desk.program.app().place().filter.to_string(), "", "{word}");
    }
}
