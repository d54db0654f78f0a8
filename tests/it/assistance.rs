//! The screen of the assistance given and its pages: keys in, screens out.

use crate::support::desk::{Desk, screens_after};
use ta_tui::app::context::KeyContext;
use ta_tui::app::place::View;
use ta_tui::app::state::assistance::{AssistanceRecord, Section};
use ta_tui::app::state::pointing::Gesture;
use ta_tui::domain::NeedNumber;
use ta_tui::text::Lang;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);
const HUGE: (u16, u16) = (200, 50);

fn context(desk: &Desk) -> KeyContext {
    desk.program.app().context()
}

/// The record whose page is on top.
fn record(desk: &Desk) -> AssistanceRecord {
    match &desk.program.app().place().view {
        View::AssistanceRecord(page) => page.of,
        other => panic!("{other:?}\n{}", desk.screen()),
    }
}

/// The section that is shown.
fn section(desk: &Desk) -> Section {
    match &desk.program.app().place().view {
        View::Assistance(page) => page.section,
        other => panic!("{other:?}\n{}", desk.screen()),
    }
}

#[test]
fn the_activities_say_who_gives_what_where() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("ga").expect("Assistance › Activities").expect("61 activities");
    assert_eq!(context(&desk), KeyContext::Assistance);
    desk.expect("Organisations").expect("Platforms").expect("Advisers");
    // who, how far, when, where, under which articles
    desk.keys("<PgDn>").expect("A038   UNODC    done").expect("BWA, CHL +2").expect("15 unnamed");
    // a description has a third of the list at least on the smallest screen too
    let mut small = Desk::new(SMALL, Lang::En);
    small.keys("ga").expect("[Activities 61]").expect("Global programme to");
}

#[test]
fn each_section_has_its_list_and_stays_as_it_was_left() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("gajj<Tab>j");
    assert_eq!(section(&desk), Section::Organisations);
    desk.expect("Assistance › Organisations").expect("Attorney-general");
    desk.keys("j").expect("Assistance › Platforms").expect("4 platforms");
    desk.keys("j").expect("Assistance › Advisers").expect("5 advisers");
    desk.expect("Regional adviser, Pacific");
    // back to the first section: its cursor is on the third row still
    desk.keys("kkk<Enter>").expect("3/61");
    // another screen and back: the section stays
    desk.keys("go4").keys("6");
    assert_eq!(section(&desk), Section::Organisations);
    desk.keys("ga");
    assert_eq!(section(&desk), Section::Activities);
}

#[test]
fn a_filter_of_needs_narrows_the_lists() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("ga/article:33<Enter>").expect("A052").expect("A053").expect("6 activities");
    assert!(!desk.shows("A041 "), "{}", desk.screen());
    desk.keys("<Esc>/state:TZA<Enter>").expect("A039").expect("A052");
    desk.keys("<Esc>").expect("61 activities");
}

#[test]
fn the_list_sorts_by_its_columns_and_tells_the_same_to_the_command_line() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("gasjjjjjj<Enter>S").expect("Needs▼");
    let words = desk.program.app().command_words().unwrap();
    assert_eq!(words[..2], ["activities", "--sort"], "{words:?}");
    assert_eq!(words[2], "-needs");
    desk.keys("go").expect("Organisations");
    assert_eq!(desk.program.app().command_words().unwrap()[0], "organisations");
}

#[test]
fn the_screen_opens_on_the_widest_gap_and_enter_shows_its_needs() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("6").expect("Assistance › Gaps").expect("3,767 unserved of 3,782 open");
    desk.expect("▌44 Extradition").expect("▇ 99 in 33").expect("99 unserved in 33 States");
    desk.keys("<Enter>").expect("99 of 3,954 needs");
    assert_eq!(context(&desk), KeyContext::Needs);
    // the cell beside it, the next row, the sum of a row
    desk.keys("<Esc>l<Enter>").expect("81 of 3,954 needs");
    desk.keys("<Esc>hj<Enter>").expect("83 of 3,954 needs");
    desk.keys("<Esc>G<Esc>gg").keys("llllllll<Enter>").expect("256 of 3,954 needs");
    desk.keys("<Esc>b<Enter>").expect("by article × adviser");
    let words = desk.program.app().command_words().unwrap();
    assert_eq!(words[..3], ["gaps", "--by", "article,adviser"]);
}

#[test]
fn the_states_of_a_region_share_needs() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("gw").expect("172 groups").expect("46 Mutual legal assist.");
    desk.expect("16 States, 72 unserved needs, 10 of them of high priority");
    desk.keys("<Enter>").expect("72 of 3,954 needs");
    desk.keys("<Esc>b").expect("by region × article").expect("African");
}

#[test]
fn an_activity_has_a_page_with_all_that_is_stated_and_the_needs_that_it_serves() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("ga:A038<Enter>");
    assert!(matches!(record(&desk), AssistanceRecord::Activity(_)));
    desk.expect("Activities › A038").expect("Providers").expect("Botswana").expect("Para.");
    desk.expect("3 needs matched with it");
    desk.keys("<Enter>");
    assert_eq!(context(&desk), KeyContext::Need);
    // and the need says who serves it
    desk.expect("A038 UNODC done");
    desk.keys("<Esc><Esc>").expect("61 activities");
}

#[test]
fn an_organisation_shows_what_it_does_and_a_platform_its_priorities_beside_needs() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys(":Stolen<Enter>");
    assert!(matches!(record(&desk), AssistanceRecord::Organisation(_)));
    desk.expect("StAR").expect("3 activities").expect("A058").expect("A059").expect("A061");
    desk.keys("<Enter>");
    assert!(matches!(record(&desk), AssistanceRecord::Activity(_)));
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("6<Tab>jjjjj<Enter>j<Enter>");
    assert!(matches!(record(&desk), AssistanceRecord::Platform(_)), "{}", desk.screen());
    desk.expect("Agreed priority");
}

#[test]
fn an_adviser_has_a_page_with_the_states_of_the_region() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("6<Tab>Gk<Enter><Enter>");
    assert!(matches!(record(&desk), AssistanceRecord::Adviser(_)));
    desk.expect("States of the region");
    desk.keys("<Enter>");
    assert_eq!(context(&desk), KeyContext::State);
}

#[test]
fn a_need_says_who_helps_there_and_opens_it() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("4/provider:unodc<Enter><Enter>").expect("UNODC");
    desk.keys("<Tab><Enter>");
    assert!(matches!(record(&desk), AssistanceRecord::Activity(_)));
    desk.keys("<Esc>");
    assert_eq!(context(&desk), KeyContext::Need);
}

#[test]
fn one_key_on_a_need_shows_what_could_serve_it_and_why() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("4/id:661<Enter>&");
    assert_eq!(context(&desk), KeyContext::Candidates);
    desk.expect("Need 661").expect("could serve it").expect("= ").expect("likely");
    let likely = desk.screen();
    desk.keys("zv").expect("possible");
    assert_ne!(desk.screen(), likely);
    desk.keys("<Enter>");
    assert!(matches!(record(&desk), AssistanceRecord::Activity(_)));
    // and from there the needs that it could serve
    desk.keys("&");
    assert!(matches!(record(&desk), AssistanceRecord::ForActivity(..)));
    desk.expect("that it could serve");
}

#[test]
fn a_candidate_is_matched_with_its_need_after_a_question_and_undone() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("4/id:661<Enter>&").expect("could serve it");
    let AssistanceRecord::ForNeed(need, _) = record(&desk) else { panic!("no need") };
    assert_eq!(need, NeedNumber::new(661));
    desk.keys("+fy");
    assert_eq!(context(&desk), KeyContext::Candidates, "{}", desk.screen());
    desk.keys("<Esc><Enter>").expect("partly");
    desk.keys("u");
    assert!(!desk.shows("partly"), "{}", desk.screen());
}

#[test]
fn a_form_corrects_and_adds_a_record_of_each_section() {
    let mut desk = Desk::new(LARGE, Lang::En);
    for keys in ["ga", "go", "6<Tab>jjjjj<Enter>"] {
        desk.keys(keys).keys("=e");
        assert_eq!(context(&desk), KeyContext::Form, "{keys}\n{}", desk.screen());
        desk.keys("<Esc>+");
        assert_eq!(context(&desk), KeyContext::Form, "{keys}\n{}", desk.screen());
        desk.keys("<Esc>");
    }
}

#[test]
fn the_mouse_chooses_sections_and_rows() {
    let mut desk = Desk::with(LARGE, |start| start.config.mouse = Some(true));
    desk.keys("6").point("Advisers", Gesture::Click);
    assert_eq!(section(&desk), Section::Advisers);
    desk.point("Regional adviser, Pacific", Gesture::Twice);
    assert!(matches!(record(&desk), AssistanceRecord::Adviser(_)), "{}", desk.screen());
}

#[test]
fn the_section_is_saved_with_a_view_and_comes_back() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("gogv+Providers<Tab>x<C-s><Esc>1").keys("gvx");
    assert_eq!(section(&desk), Section::Organisations, "{}", desk.screen());
}

#[test]
fn the_section_that_was_left_comes_back_at_the_next_start() {
    let mut desk = Desk::with(LARGE, |start| start.remembers = true);
    desk.keys("2go");
    let again = desk.reopen_with(|start| start.remembers = true);
    assert_eq!(section(&again), Section::Organisations, "{}", again.screen());
}

#[test]
fn without_names_no_adviser_and_no_state_is_told() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("6<Tab>Gk").expect("Assistance › Advisers");
    desk.keys("zn").expect("State names hidden");
    assert_eq!(section(&desk), Section::Gaps);
    desk.keys("ga");
    assert!(!desk.shows("Advisers") && !desk.shows("BWA"), "{}", desk.screen());
    desk.keys("<Enter>");
    assert!(!desk.shows("Botswana"), "{}", desk.screen());
}

#[test]
fn the_cursor_begins_on_the_widest_gap_of_all_columns() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("6<F2>").expect("10 unserved in 6 States");
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("6<F5>").expect("6 unserved in 5 States");
    desk.keys("zw").expect("show no growth");
}

#[test]
fn words_on_the_screen_lead_to_providers_and_donors() {
    for words in ["provider", "donor"] {
        let mut desk = Desk::new(LARGE, Lang::En);
        desk.keys(":").keys(words);
        desk.expect(words);
        desk.keys("<Enter>");
        assert_eq!(context(&desk), KeyContext::Assistance, "{words}\n{}", desk.screen());
    }
}

#[test]
fn the_screens_look_as_they_should() {
    let shown = screens_after(&[
        ("6", SMALL, Lang::En),
        ("6", LARGE, Lang::En),
        ("6", LARGE, Lang::Zh),
        ("gw", LARGE, Lang::En),
        ("ga", SMALL, Lang::En),
        ("ga", LARGE, Lang::Zh),
        ("ga", HUGE, Lang::En),
        ("go", LARGE, Lang::En),
        (":A045<Enter>", LARGE, Lang::En),
        ("6<Tab>jjjjj<Enter>j<Enter>", SMALL, Lang::Zh),
        ("4/id:661<Enter>&", LARGE, Lang::En),
    ]);
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
    }, {
        insta::assert_snapshot!("assistance", shown);
    });
}

#[test]
fn a_filter_finds_who_works_on_an_article_in_a_state_and_who_they_are() {
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys("ga/article:52 state:zambia<Enter>").expect("1 activity").expect("A038");
    let mut desk = Desk::new(SMALL, Lang::Zh);
    desk.keys("ga/StAR<Enter>").expect("A058").expect("A061");
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys("go/StAR<Enter>").expect("1 organisation").expect("Stolen Asset Recovery");
    desk.keys("<Enter>").expect("StAR");
}

#[test]
fn the_palette_knows_coverage_and_match() {
    Desk::new(LARGE, Lang::En).keys(":coverage<Enter>").expect("Coverage › by provider");
    Desk::new(LARGE, Lang::En).keys("4<Enter>:match this<Enter>").expect("could serve it");
}

/// In the list of activities the values that the filter line offers count these, not needs.
#[test]
fn the_filter_line_counts_the_activities_of_a_value() {
    let line = |desk: &mut Desk, value: &str| {
        let shown = desk.screen();
        shown.lines().find(|line| line.contains(value)).unwrap_or_default().to_owned()
    };
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("ga/kind:adv").expect("of all activities");
    let adviser = line(&mut desk, "│ adviser ");
    assert!(adviser.contains(" 5 │"), "{adviser}");
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("ga/level:national kind:work").expect("activities with the rest of the line");
    let workshop = line(&mut desk, "│ workshop ");
    assert!(!workshop.contains(" 0 │"), "{workshop}");
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("4/kind:adv").expect("of all needs");
}
