//! Planning a workshop for a group of shared needs, and matching needs in bulk: keys in, screens and registers out.

use crate::store_fixture::number;
use crate::support::desk::{Desk, screens_after};
use ta_tui::app::context::KeyContext;
use ta_tui::app::key;
use ta_tui::domain::{Change, NeedNumber, Response};
use ta_tui::store::{Access, MatchWrite, Store};
use ta_tui::text::Lang;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);
const HUGE: (u16, u16) = (200, 50);

/// The matches of the planned workshop that are there.
const MATCHES: &str = "SELECT count(*) FROM need_activity m JOIN activity a ON a.id = m.activity_id
    WHERE a.code = 'W001' AND m.void = 0 AND m.extent = 'planned'";
const BATCHES: &str = "SELECT count(*) FROM batch";

fn context(desk: &Desk) -> KeyContext {
    desk.program.app().context()
}

/// Matches needs with an activity as another person.
fn matched_elsewhere(desk: &Desk, needs: &[u32], activity: &str) {
    let store = Store::open(&desk.db, Access::ReadWrite).unwrap();
    let write = MatchWrite {
        who: "fp-ke".into(),
        note: String::new(),
        needs: needs.iter().copied().map(NeedNumber::new).collect(),
        activity: activity.into(),
        extent: None,
        remark: None,
        response: None,
        responding: None,
    };
    store.match_needs(&write).unwrap();
}

/// The numbers that a query gives.
fn numbers(desk: &Desk, sql: &str) -> Vec<u32> {
    let connection = rusqlite::Connection::open(&desk.db).unwrap();
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn five_keys_plan_a_workshop_for_the_group_with_the_most_states_and_one_takes_it_back() {
    let keys = "gw+<C-s>y";
    assert_eq!(key::script(keys).unwrap().len(), 5);
    let mut desk = Desk::new(LARGE, Lang::En);
    let before = number(&desk.db, BATCHES);
    desk.keys("gw").expect("172 groups").expect("16 States, 72 unserved needs");
    desk.keys("+").expect("Plan a workshop").expect("16 States, 72 needs");
    desk.expect("Regional workshop on mutual legal assistance (art. 46)").expect("W001");
    desk.keys("<C-s>").expect("Plan it for 16 States, 72 needs matched as planned?");
    assert_eq!(number(&desk.db, BATCHES), before, "nothing is written before the yes");
    desk.keys("y").expect("W001 is planned for 16 States, 72 needs matched");
    assert_eq!(number(&desk.db, MATCHES), 72);
    assert_eq!(number(&desk.db, BATCHES), before + 1, "one batch");
    let stated = "SELECT count(*) FROM activity WHERE code = 'W001' AND status = 'intended'
        AND kind = 'workshop' AND level = 'regional'";
    assert_eq!(number(&desk.db, stated), 1);
    let helped = "SELECT count(*) FROM activity_state s JOIN activity a ON a.id = s.activity_id
        WHERE a.code = 'W001' AND s.role = 'helped'";
    assert_eq!(number(&desk.db, helped), 16);
    // What is planned leaves the other groups at once.
    assert!(!desk.shows("46 Mutual legal assist.  AGO"), "{}", desk.screen());
    assert!(!desk.shows("172 groups"), "{}", desk.screen());
    // One undo takes all of it back.
    desk.keys("u");
    if context(&desk) == KeyContext::TakingBack {
        desk.keys("y");
    }
    assert_eq!(number(&desk.db, MATCHES), 0, "{}", desk.screen());
    desk.expect("172 groups");
    let there = "SELECT count(*) FROM activity WHERE code = 'W001' AND void = 0";
    assert_eq!(number(&desk.db, there), 0);
    // A code that was taken out is not proposed again.
    desk.keys("+").expect("W002");
    assert_eq!(Store::open(&desk.db, Access::ReadOnly).unwrap().check().unwrap(), []);
}

#[test]
fn states_and_needs_are_dropped_before_and_in_the_planner() {
    let mut desk = Desk::new(LARGE, Lang::En);
    // On the list: the first State of the group.
    desk.keys("gwl ").expect("○ Seychelles").expect("15 States, 57 unserved needs");
    desk.keys("+").expect("15 States, 57 needs").expect("States: 15 of 16 take part");
    // In the planner: the State behind it, then a need of another one.
    desk.keys("<S-Tab><S-Tab><S-Tab>j ").expect("States: 14 of 16 take part");
    let needs = desk.program.app().text().tr("plan-path").len();
    assert!(needs > 0);
    desk.keys("<Tab> ").expect("of 72, matched as planned");
    desk.keys("<C-s>").expect("Plan it for 14 States");
    desk.keys("n");
    assert_eq!(context(&desk), KeyContext::Form, "{}", desk.screen());
    // All back, then no State at all.
    desk.keys("<C-x>").expect("16 States, 72 needs");
    let mut none = Desk::new(LARGE, Lang::En);
    none.keys("gwGl +").keys("<S-Tab><S-Tab><S-Tab>").keys("j j j j ");
    none.keys("<C-s>").expect("No need takes part");
}

#[test]
fn the_response_of_the_needs_moves_only_when_it_is_chosen() {
    let responses = "SELECT count(*) FROM need WHERE response = 'planned'";
    let mut desk = Desk::new(LARGE, Lang::En);
    let before = number(&desk.db, responses);
    desk.keys("gw+<C-s>y");
    assert_eq!(number(&desk.db, responses), before);
    let mut desk = Desk::new(LARGE, Lang::En);
    let of = "SELECT count(*) FROM change WHERE field = 'response' AND after = 'planned'
        AND batch_id = (SELECT max(id) FROM batch)";
    desk.keys("gw+<S-Tab> ").expect("(•) Planned");
    desk.keys("<C-s>").expect("becomes Planned");
    desk.keys("y");
    let moved = number(&desk.db, of);
    assert!(moved > 40, "{moved}");
    assert_eq!(number(&desk.db, responses), before + moved);
    desk.keys("u");
    if context(&desk) == KeyContext::TakingBack {
        desk.keys("y");
    }
    assert_eq!(number(&desk.db, responses), before, "{}", desk.screen());
}

#[test]
fn a_plan_that_is_left_is_kept_as_a_draft_and_opened_again() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("gw+, second<S-Tab><S-Tab><S-Tab> <Esc>").expect("Not written; your draft is kept");
    desk.keys("+")
        .expect("Your draft of")
        .expect("(art. 46), second")
        .expect("15 States, 57 needs");
    desk.keys("<Esc>4gd").expect("Regional workshop on mutual legal assistance");
    desk.keys("<Enter>").expect("(art. 46), second").expect("15 States, 57 needs");
    desk.keys("<C-s>y").expect("W001 is planned for 15 States, 57 needs matched");
    desk.keys("gw+");
    assert!(!desk.shows("Your draft of"), "{}", desk.screen());
}

#[test]
fn what_others_have_served_meanwhile_is_left_out_and_what_they_changed_is_not_overwritten() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("gw+").expect("72 needs");
    let needs = numbers(
        &desk,
        "SELECT n.id FROM need n JOIN need_article a ON a.need_id = n.id AND a.article = 46
         JOIN review r ON r.id = n.review_id JOIN state s ON s.id = r.state_id AND s.iso3 = 'SYC'
         WHERE n.response IS NULL LIMIT 3",
    );
    desk.keys("<S-Tab> <Esc>").expect("Not written; your draft is kept");
    matched_elsewhere(&desk, &needs[..2], "A045");
    desk.elsewhere(needs[2], Change::Response(Some(Response::Unmet)));
    // A write of its own shows this session those of others.
    desk.keys("4jj<Enter>=f=c<Esc>");
    desk.keys("gd<Enter>").expect("16 States, 70 needs").expect("(•) Planned");
    desk.keys("<C-s>").expect("70 needs matched as planned?");
    // Between the question and the yes.
    desk.elsewhere(needs[2], Change::Response(Some(Response::UnderWay)));
    desk.keys("y");
    let response =
        format!("SELECT count(*) FROM need WHERE id = {} AND response = 'under way'", needs[2]);
    assert_eq!(number(&desk.db, &response), 1, "{}", desk.screen());
}

#[test]
fn a_group_that_is_wide_is_split_by_a_key() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("gwb").expect("33 States").expect("are much for one workshop");
    desk.keys("+").expect("More than 15 States");
    desk.keys("<Esc>");
    desk.keys("zb").expect("by region × article × theme").expect("Part");
    let words = desk.program.app().command_words().unwrap();
    assert_eq!(words[..5], ["shared", "--by", "region", "--split", "theme"]);
    desk.keys("zb").expect("× category");
    desk.keys("+").expect("Plan a workshop");
    desk.keys("<C-s>y").expect("is planned for");
    assert!(number(&desk.db, MATCHES) > 2);
    desk.keys("zb").expect("by region × article");
    assert!(!desk.shows("× category"), "{}", desk.screen());
}

#[test]
fn where_nothing_can_be_written_no_workshop_is_planned_and_it_is_said_why() {
    let mut read_only = Desk::with(LARGE, |start| start.read_only = true);
    read_only.keys("gw+").expect("open for reading only");
    let mut past = Desk::new(LARGE, Lang::En);
    past.keys("gwzd2019-05-31<Enter>+").expect("Showing an earlier day");
    let mut nameless = Desk::new(LARGE, Lang::En);
    nameless.keys("zngw+").expect("States are not named: nothing is recorded");
    let mut empty = Desk::new(LARGE, Lang::En);
    empty.keys("gw/id:1<Enter>").expect("No article is needed by three States");
    empty.keys("+").expect("There is no group of shared needs");
}

#[test]
fn the_strong_candidates_of_an_activity_are_matched_in_one_step() {
    let mut desk = Desk::new(LARGE, Lang::En);
    let of = "SELECT count(*) FROM need_activity m JOIN activity a ON a.id = m.activity_id
        WHERE a.code = 'A045' AND m.void = 0";
    let (before, batches) = (number(&desk.db, of), number(&desk.db, BATCHES));
    desk.keys("ga:A045<Enter>&").expect("that it could serve");
    assert_eq!(context(&desk), KeyContext::Candidates);
    desk.keys(" j ").expect("●");
    desk.keys("+").expect("Match 2 needs with A045?");
    assert_eq!(context(&desk), KeyContext::Matching);
    desk.expect("(•) fully");
    desk.keys("f").expect("(•) partly");
    desk.keys("r").expect("(•) Planned");
    desk.keys("<Enter>").expect("y");
    assert_eq!(number(&desk.db, of), before, "Enter does not answer for two");
    desk.keys("y").expect("2 needs are matched with A045, partly");
    assert_eq!((number(&desk.db, of), number(&desk.db, BATCHES)), (before + 2, batches + 1));
    desk.keys("u");
    assert_eq!(number(&desk.db, of), before, "{}", desk.screen());
    // A range, and all.
    desk.keys("ggvjjv+").expect("Match 3 needs");
    desk.keys("<Esc>");
    desk.keys("A").expect("picked");
    desk.keys("<Esc>");
    desk.keys("+").expect("Match need");
    desk.keys("<Enter>").expect("is matched with A045");
}

#[test]
fn a_match_is_taken_out_and_corrected_on_the_pages_of_both_sides() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("ga:A038<Enter>").expect("3 needs matched with it");
    desk.keys("<Del>").expect("Take out the match of need");
    desk.keys("y").expect("is no longer matched");
    desk.expect("2 needs matched with it");
    desk.keys("u").expect("3 needs matched with it");
    desk.keys("=x");
    assert_eq!(context(&desk), KeyContext::Form, "{}", desk.screen());
    desk.keys("partly<Tab>in the second week<C-s>");
    let noted = "SELECT count(*) FROM need_activity WHERE extent = 'partly'
        AND note = 'in the second week'";
    assert_eq!(number(&desk.db, noted), 1, "{}", desk.screen());
    // On the page of a need with one match.
    desk.keys("<Enter>");
    assert_eq!(context(&desk), KeyContext::Need);
    desk.keys("<Del>").expect("with A038?");
    desk.keys("y").expect("is no longer matched with A038");
    desk.keys("<Del>").expect("No match is under the cursor");
}

#[test]
fn two_people_who_match_the_same_need_at_once_lose_nothing() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("4/id:661<Enter>&").expect("could serve it");
    desk.keys("+").expect("Match need 661");
    let activity = numbers(&desk, "SELECT 1");
    assert_eq!(activity, [1]);
    desk.keys("y").expect("Need 661 is matched with");
    let own = "SELECT count(*) FROM need_activity WHERE need_id = 661 AND void = 0";
    let count = number(&desk.db, own);
    // The same match made by somebody else first: it takes the extent, under the same number.
    let mut other = Desk::new(LARGE, Lang::En);
    other.keys("4/id:661<Enter>&+").expect("Match need 661");
    let code = other.screen();
    let code = code.split("Match need 661 with ").nth(1).unwrap().split('?').next().unwrap();
    matched_elsewhere(&other, &[661], code);
    other.keys("f").keys("y").expect("Need 661 is matched with");
    assert_eq!(number(&other.db, own), count);
    let extent = "SELECT count(*) FROM need_activity WHERE need_id = 661 AND void = 0
        AND extent <> 'fully'";
    assert!(number(&other.db, extent) >= 1, "{}", other.screen());
}

#[test]
fn a_cell_of_gaps_opens_its_needs_its_activities_and_what_could_be_served_now() {
    // From the start: the widest gap by one key, its needs by two, the activities there by two.
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("6").expect("▌44 Extradition");
    desk.keys("<Enter>").expect("99 of 3,954 needs");
    desk.keys("<Esc>&");
    assert_eq!(context(&desk), KeyContext::Candidates, "{}", desk.screen());
    desk.expect("activities with these values").expect("Extradition").expect("African");
    desk.keys("&").expect("None of these needs has a strong candidate");
    // The sum of the row has a need that could be served now.
    desk.keys("<Esc>llllllll").expect("could be served now: 1");
    desk.keys("&").expect("1 need that could be served now").expect("Best").expect("strong");
    desk.keys("zv").expect("Here strong candidates alone are listed");
    desk.keys("+").expect("Match need");
    desk.keys("y").expect("is matched with");
    desk.expect("None of these needs has a strong candidate");
    desk.keys("u").expect("1 need that could be served now");
    desk.keys("&").expect("0 activities with these values");
    desk.keys("<Esc>");
    assert_eq!(context(&desk), KeyContext::Assistance);
}

#[test]
fn the_planner_and_its_questions_look_as_they_should() {
    let shown = screens_after(&[
        ("gw+", SMALL, Lang::En),
        ("gw+", LARGE, Lang::En),
        ("gw+", LARGE, Lang::Zh),
        ("gw+", HUGE, Lang::En),
        ("gw+<C-s>", SMALL, Lang::En),
        ("gw+<C-s>", LARGE, Lang::Zh),
        ("gwbzbl ", LARGE, Lang::En),
        ("gwb", SMALL, Lang::Zh),
        ("ga:A045<Enter>& j +r", LARGE, Lang::En),
        ("ga:A045<Enter>& j +r", SMALL, Lang::Zh),
        ("ga:A038<Enter><Del>", SMALL, Lang::En),
        ("6&", LARGE, Lang::En),
        ("6llllllll&", SMALL, Lang::Zh),
    ]);
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
    }, {
        insta::assert_snapshot!("planning", shown);
    });
}
