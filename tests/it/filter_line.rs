//! The filter line: the offers that Enter takes for words that stand in no text, and the earlier filters.

use crate::support::desk::Desk;
use ta_tui::app::context::KeyContext;
use ta_tui::query::{Among, Field, Measure};
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
            desk.expect(said).expect(filter.split(' ').next().unwrap());
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
            let code = format!("{}:", ta_tui::domain::Coded::code(field));
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
