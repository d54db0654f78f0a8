//! The section of coverage, the pages of organisations, platforms, advisers and States, and who else works on a need.

use crate::command_line::place::Place;
use crate::support::desk::{Desk, screens_after};
use ta_tui::app::context::KeyContext;
use ta_tui::app::place::View;
use ta_tui::app::state::assistance::AssistanceRecord;
use ta_tui::text::Lang;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);
const HUGE: (u16, u16) = (200, 50);

/// The record whose page is on top.
fn record(desk: &Desk) -> AssistanceRecord {
    match &desk.program.app().place().view {
        View::AssistanceRecord(page) => page.of,
        other => panic!("{other:?}\n{}", desk.screen()),
    }
}

/// The command that the screen tells.
fn command(desk: &Desk) -> String {
    let words = desk.program.app().command_words().unwrap();
    words.into_iter().take_while(|word| word != "--db").collect::<Vec<_>>().join(" ")
}

/// A number of the sample register.
fn number(sql: &str) -> i64 {
    Place::of_sample().sql().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn coverage_tells_providers_then_donors_reviews_and_trainings() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys(":coverage<Enter>").expect("Coverage › by provider");
    desk.expect("Began: ").expect("Money: ");
    assert_eq!(command(&desk), "coverage");
    desk.keys("<Enter>");
    assert!(matches!(record(&desk), AssistanceRecord::Organisation(_)), "{}", desk.screen());
    desk.keys("<Esc>b").expect("Coverage › by donor");
    assert_eq!(command(&desk), "coverage --by donor");
    desk.keys("b").expect("reviews under way without preparation").expect("no executive summary");
    assert_eq!(command(&desk), "reviews --unprepared");
    desk.keys("<Enter>");
    assert_eq!(desk.program.app().context(), KeyContext::Review);
    desk.keys("<Esc>b").expect("trainings with their numbers").expect("21 events");
    desk.expect("at least 1,500 people").expect("1,500+");
    desk.keys("b").expect("Coverage › by provider");
}

#[test]
fn who_works_on_an_article_in_a_state_is_four_keys_away() {
    // `4`, `/`, Enter and `&`, besides the letters typed.
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("4/state:botswana article:7<Enter>&");
    desk.expect("Who works here on art. 7").expect("A038").expect("UNODC").expect("State");
    desk.keys("<Tab>");
    assert!(command(&desk).starts_with("activities state:BWA article:7"), "{}", command(&desk));
    desk.keys("<Enter>");
    assert!(matches!(record(&desk), AssistanceRecord::Activity(_)), "{}", desk.screen());
    // From the page of the State: the palette, Enter and `&`.
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys(":botswana<Enter>&").expect("Assistance here").expect("A038");
    assert!(matches!(record(&desk), AssistanceRecord::InState(_)));
    assert_eq!(command(&desk), "activities state:BWA");
}

#[test]
fn one_key_shows_assistance_on_states_reviews_and_triage() {
    for keys in ["2&", "2<Enter>&", "3<Enter>&"] {
        let mut desk = Desk::new(LARGE, Lang::En);
        desk.keys(keys).expect("Assistance here");
        assert!(matches!(record(&desk), AssistanceRecord::InState(_)), "{keys}");
    }
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("5&");
    assert!(matches!(record(&desk), AssistanceRecord::ForNeed(..)), "{}", desk.screen());
    // What left its bare key for it says where it is.
    desk.keys("<Esc>#").expect("= t");
}

/// A filter narrows the activities of a State by what they say of themselves, and the command line says the same.
#[test]
fn the_assistance_in_a_state_is_narrowed_like_a_list() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("2/region:african<Enter>").keys(":botswana<Enter>&").expect("A038").expect("A027");
    desk.keys("/article:13<Enter>").expect("Assistance here › article:13").expect("A027");
    assert!(!desk.shows("A038 "), "{}", desk.screen());
    assert_eq!(command(&desk), "activities state:BWA article:13");
    desk.keys("z0").expect("A038");
    desk.keys("/article:13<Enter><Esc>").expect("A038");
    desk.keys("<Esc>").expect("Botswana");
    assert!(!desk.shows("Assistance here"), "{}", desk.screen());
}

#[test]
fn the_numbers_of_a_state_are_those_of_sql() {
    let mut desk = Desk::new(HUGE, Lang::En);
    desk.keys(":botswana<Enter>&").expect("Assistance here");
    let named = number(
        "SELECT count(*) FROM activity_state l JOIN state s ON s.id = l.state_id
         WHERE l.role = 'helped' AND s.iso3 = 'BWA'",
    );
    let around = number(
        "SELECT count(DISTINCT l.activity_id) FROM activity_area l
         JOIN area_state a ON a.area_id = l.area_id JOIN state s ON s.id = a.state_id
         WHERE s.iso3 = 'BWA' AND NOT EXISTS (SELECT 1 FROM activity_state h
           WHERE h.activity_id = l.activity_id AND h.role = 'helped')",
    );
    let lines = desk.screen();
    let count = |word: &str| {
        let is_row = |line: &&str| line.contains(" A0") && line.contains(word);
        i64::try_from(lines.lines().filter(is_row).count()).unwrap()
    };
    assert_eq!((count(" State "), count(" region ")), (named, around), "{lines}");
}

#[test]
fn the_page_of_an_organisation_tells_its_last_change() {
    let place = Place::of_sample();
    let page = |more: &[&str]| {
        let frame = ["frame", "--size", "120x40", "--keys", "go/StAR<Enter><Enter>"];
        place.run(&[&frame, more].concat()).done().to_owned()
    };
    assert!(page(&[]).contains("History: no change since it was entered"), "{}", page(&[]));
    for role in ["asset recovery", "recovery of assets"] {
        let value = format!("role.en={role}");
        place.run(&["edit", "organisation", "P018", &value, "--as", "secretariat"]).done();
    }
    let changed = page(&[]);
    assert!(changed.contains("History: 2 changes, the last on "), "{changed}");
    assert!(changed.to_lowercase().contains(" by secretariat officer: role"), "{changed}");
    assert!(page(&["--as-of", "2019-12-01"]).contains("no change since"), "it was changed later");
    assert!(!page(&["--no-names"]).contains("History:"), "posts name their States");
}

#[test]
fn an_organisation_shows_what_is_unserved_of_what_it_does() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys(":Stolen<Enter>").expect("3 activities").expect("provider").expect("Works with");
    desk.expect("Could serve").expect("Donors").expect("Unserved needs under its articles");
    let unserved = number(
        "SELECT count(DISTINCT n.id) FROM need n JOIN need_article l ON l.need_id = n.id
         WHERE l.article = 52 AND n.void = 0 AND n.duplicate_of IS NULL
           AND coalesce(n.response, '') NOT IN ('met', 'withdrawn')
           AND NOT EXISTS (SELECT 1 FROM need_activity m JOIN activity a ON a.id = m.activity_id
                           WHERE m.need_id = n.id AND m.void = 0 AND a.status IS NOT 'cancelled')",
    );
    desk.keys("<Tab><Enter>").expect(&format!("{unserved} of 3,954 needs"));
    desk.keys("<Esc><Tab><Tab><Enter>");
    assert!(matches!(record(&desk), AssistanceRecord::Activity(_)), "{}", desk.screen());
}

#[test]
fn a_platform_and_an_adviser_show_needs_and_what_serves_them() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys(":regional platforms<Enter>j<Enter>").expect("Agreed priority").expect("Unserved");
    desk.expect("that serve");
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys(":regional advisers<Enter><Enter>").expect("Open needs of the region");
    desk.keys("<Tab>G<Enter>");
    assert_eq!(desk.program.app().context(), KeyContext::Needs, "{}", desk.screen());
    desk.expect("unserved");
}

#[test]
fn the_command_line_tells_reviews_without_preparation_and_trainings() {
    let place = Place::of_sample();
    let rows = place.run(&["reviews", "--unprepared", "--json"]).json();
    let expected = number(
        "SELECT count(*) FROM review r WHERE r.void = 0
           AND EXISTS (SELECT 1 FROM review_step s WHERE s.review_id = r.id)
           AND NOT EXISTS (SELECT 1 FROM review_step s WHERE s.review_id = r.id
                           AND s.step IN ('executive-summary', 'country-report'))
           AND NOT EXISTS (SELECT 1 FROM activity_review l JOIN activity a ON a.id = l.activity_id
                           WHERE l.state_id = r.state_id AND coalesce(l.cycle, r.cycle) = r.cycle
                             AND a.void = 0 AND a.status IS NOT 'cancelled')",
    );
    assert_eq!(i64::try_from(rows.len()).unwrap(), expected);
    assert!(expected > 0);
    let table = place.run(&["activities", "--trainings"]);
    assert!(table.done().contains("1,500") || table.done().contains("1500"), "{}", table.out);
    assert!(!table.done().contains("A045"), "a workshop: {}", table.out);
    assert_eq!(place.run(&["reviews", "--unprepared", "--no-names"]).status, 2);
}

#[test]
fn a_match_says_that_its_activity_has_changed_since() {
    let place = Place::of_sample();
    let run = |args: &[&str]| place.run(args).done().to_owned();
    run(&["match", "12", "A032", "extent=planned", "--as", "secretariat"]);
    assert!(!run(&["show", "need", "12"]).contains("before that activity changed"));
    run(&["edit", "activity", "A032", "status=cancelled", "--as", "secretariat"]);
    let shown = run(&["show", "need", "12"]);
    assert!(shown.contains("matched with A032 before that activity changed: status"), "{shown}");
    let checked = run(&["check"]);
    assert!(checked.contains("Need 12 was matched with A032"), "{checked}");
    // What has its first value again has not changed.
    run(&["edit", "activity", "A032", "status=planned", "--as", "secretariat"]);
    assert!(!run(&["check"]).contains("was matched with"));
}

#[test]
fn a_match_on_the_screen_is_remarked_on_as_on_the_command_line() {
    let closed = number(
        "SELECT n.id FROM need n JOIN need_article l ON l.need_id = n.id
         JOIN activity_state h ON h.state_id = n.state_id AND h.role = 'helped'
         JOIN activity_article a ON a.activity_id = h.activity_id AND a.article = l.article
         WHERE n.response IN ('met', 'withdrawn')
           AND NOT EXISTS (SELECT 1 FROM need_activity m WHERE m.need_id = n.id) ORDER BY n.id",
    );
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys(&format!("4/id:{closed}<Enter>&<Tab>+y"));
    desk.expect("is matched with").expect(&format!("Need {closed} is not open"));
}

#[test]
fn without_names_nothing_tells_where_activities_were() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("zn:coverage<Enter>").expect("Coverage › by provider");
    desk.keys("bb").expect("trainings");
    assert!(!desk.shows("without preparation"), "{}", desk.screen());
    desk.keys(":Stolen<Enter>");
    assert!(!desk.shows("Could serve") && !desk.shows("African"), "{}", desk.screen());
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys(":botswana<Enter>&zn");
    assert!(!desk.shows("Botswana") && !desk.shows("Assistance here"), "{}", desk.screen());
}

#[test]
fn the_pages_look_as_they_should() {
    let shown = screens_after(&[
        (":coverage<Enter>", SMALL, Lang::En),
        ("6<Tab>G<Enter>", LARGE, Lang::Zh),
        (":coverage<Enter>", HUGE, Lang::En),
        ("6<Tab>G<Enter>bb", SMALL, Lang::En),
        ("6<Tab>G<Enter>bbb", SMALL, Lang::Zh),
        ("6<Tab>G<Enter>bbb", LARGE, Lang::En),
        (":Stolen<Enter>", SMALL, Lang::En),
        (":Stolen<Enter>", LARGE, Lang::En),
        (":Stolen<Enter>", LARGE, Lang::Zh),
        (":botswana<Enter>&", SMALL, Lang::Zh),
        (":botswana<Enter>&", HUGE, Lang::En),
        ("4/state:botswana article:7<Enter>&", SMALL, Lang::En),
        ("4/state:botswana article:7<Enter>&", LARGE, Lang::Zh),
        (":regional platforms<Enter>j<Enter>", LARGE, Lang::En),
        (":regional advisers<Enter><Enter>", SMALL, Lang::Zh),
    ]);
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
    }, {
        insta::assert_snapshot!("coverage", shown);
    });
}
