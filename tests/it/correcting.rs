//! Correcting records on the screens: needs are made void, commented on and merged, and posts are retired, each by few
//! keys and taken back by one.

use crate::support::desk::Desk;
use rusqlite::Connection;
use ta_tui::store::{Access, Store};
use ta_tui::text::Lang;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

#[test]
fn a_need_is_void_by_four_keys_and_a_reason_undo_included() {
    let mut desk = Desk::new(SIZES[0], Lang::En);
    desk.keys("4").expect("3,954 of 3,954");
    desk.keys("=v").expect("Void need 1: why?");
    desk.keys("<Enter>").expect("Say why");
    desk.keys("entered twice<Enter>").expect("Need 1 is void; u brings it back");
    desk.expect("3,953 of 3,953");
    assert!(!desk.shows("  1 Mozambique"), "out of the list");
    desk.keys("/is:void<Enter>").expect("1 need");
    desk.keys("<Enter>").expect("void since 2019-12-31").expect("entered twice");
    desk.keys("e").expect("This need is void: = v brings it back");
    desk.keys("<Esc><Esc>").expect("3,953 of 3,953");
    desk.keys("u").expect("3,954 of 3,954").expect("Need 1");
}

#[test]
fn several_are_void_at_once_and_the_page_of_one_closes() {
    let mut desk = Desk::new(SIZES[1], Lang::En);
    desk.keys("4<Space><Space>=v").expect("Void 2 needs: why?");
    desk.keys("twice<Enter>").expect("2 needs are void").expect("3,952 of 3,952");
    desk.keys("u").expect("3,954 of 3,954");
    desk.keys("<Esc><Enter>").expect("Need ");
    desk.keys("=vmistake<Enter>").expect("is void; u brings it back");
    desk.expect("3,953 of 3,953");
}

#[test]
fn a_comment_is_signed_shown_on_the_page_and_kept_when_it_is_left() {
    for size in SIZES {
        let mut desk = Desk::new(size, Lang::En);
        desk.keys("4<Enter>=l").expect("no comment yet");
        desk.keys("Called them<Esc>").expect("The comment on need 1 is not saved");
        desk.keys("=l").expect("Called them");
        desk.keys("<C-s>").expect("Need 1 has your comment; u takes it back");
        desk.keys("=l").expect("one comment");
        desk.keys("<C-s>").expect("Write something first");
        desk.keys("<Esc>G").expect("Comments  1").expect("  Called them");
        desk.keys("u");
        assert!(!desk.shows("Called them"), "{}", desk.screen());
    }
}

#[test]
fn two_needs_are_merged_side_by_side_and_one_undo_takes_it_back() {
    let mut desk = Desk::new(SIZES[1], Lang::En);
    desk.keys("4<Space><Space>=m").expect("Merge need 2 into need 1").expect("Need 1 stays");
    desk.keys("s").expect("Merge need 1 into need 2").expect("Need 2 stays");
    desk.keys("<Enter>").expect("Need 1 is a part of need 2 now; u takes that back");
    desk.expect("3,953 of 3,953");
    desk.keys("/is:void<Enter><Enter>").expect("a part of need 2 now");
    desk.keys("<Esc><Esc>u").expect("3,954 of 3,954");
    desk.keys("<Space><Space><Space>=m").expect("Two needs are merged");
}

/// How many needs have a theme, and whether the theme is void.
fn theme(desk: &Desk, code: &str) -> (u32, bool) {
    let sql = "SELECT (SELECT count(*) FROM need_theme WHERE theme_id = t.id), void
               FROM theme t WHERE code = ?1";
    let db = Connection::open(&desk.db).unwrap();
    db.query_row(sql, [code], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
}

#[test]
fn two_themes_are_merged_side_by_side_and_one_undo_takes_it_back() {
    for size in SIZES {
        let mut desk = Desk::new(size, Lang::En);
        let both = |desk: &Desk| ["research", "awareness and reporting"].map(|of| theme(desk, of));
        let before = both(&desk);
        assert!(before[0].0 > 0 && before[1].0 > 0, "{before:?}");
        desk.keys("gt=m").expect("Merge the theme “research” with").expect("  awareness");
        desk.keys("xyzzy<Enter>").expect("No other theme has this name");
        desk.keys("<Esc>=mawareness and<Enter>");
        desk.expect("Merge the theme “awareness and reporting” into “research”");
        desk.expect("stays: “research”").expect("needs: 9, activities: ");
        desk.keys("s").expect("Merge the theme “research” into “awareness and reporting”");
        assert_eq!(both(&desk), before, "nothing is written before Enter");
        desk.keys("<Enter>").expect("The theme “research” is a part of “awareness and reporting”");
        desk.expect("▌awareness");
        let after = both(&desk);
        assert_eq!(after[0], (0, true));
        assert!(after[1].0 > before[1].0 && after[1].0 <= before[0].0 + before[1].0);
        desk.keys("u").expect("undone").expect(" research");
        assert_eq!(both(&desk), before);
    }
    let mut chinese = Desk::new(SIZES[0], Lang::Zh);
    chinese.keys("gt=m").expect("主题“研究”与哪项合并");
    chinese.keys("资产<Enter>").expect("将主题“资产申报”并入“研究”").expect("需求：9；活动：");
    chinese.keys("<Enter>").expect("主题“资产申报”已并入“研究”");
}

#[test]
fn a_theme_chosen_with_the_names_of_the_other_keeps_its_needs() {
    let mut desk = Desk::new(SIZES[1], Lang::En);
    // Research stays, with the English name of the other.
    desk.keys("gt=maccess<Enter>l<Enter>").expect("is a part of “research” now");
    desk.expect("▌access to information");
    assert_eq!(theme(&desk, "access to information"), (0, true));
    desk.keys("=e").expect("Code        research").expect("access to information");
    desk.keys("<End> 2019<C-s>").expect("access to information 2019");
    desk.keys("uu").expect("research");
}

#[test]
fn themes_are_merged_where_the_register_can_be_written_alone() {
    let mut reader = Desk::with(SIZES[1], |start| start.read_only = true);
    reader.keys("gt=m").expect("open for reading only");
    let mut desk = Desk::new(SIZES[1], Lang::En);
    desk.keys("gtzd2019-05-31<Enter>=m").expect("Showing an earlier day");
}

#[test]
fn a_post_with_a_queue_is_not_retired() {
    let mut desk = Desk::new(SIZES[1], Lang::En);
    desk.keys("5=x").expect("No person's queue is shown");
}

#[test]
fn a_review_is_void_where_it_has_no_needs() {
    let mut desk = Desk::new(SIZES[0], Lang::En);
    desk.keys("3/liberia<Enter>=v").expect("This review has needs").expect("make them void");
    desk.keys("<Esc><Esc>gg").expect("1/333").expect("Turkmenistan");
    desk.keys("=v").expect("Void Turkmenistan, cycle 2: why?").expect("leaves every list");
    desk.keys("<Enter>").expect("Say why");
    desk.keys("entered twice<Enter>").expect("Void: Turkmenistan, cycle 2; u brings it back");
    assert!(desk.line(3).starts_with("▌ Ethiopia"), "in the same row: {}", desk.screen());
    desk.keys("G");
    let last = desk.line(21);
    desk.keys("u").expect("▌ ").expect("Undone");
    assert_eq!(desk.line(21), last, "the cursor stays on its review");
    desk.keys("gg").expect("1/333");
    assert!(desk.line(3).starts_with("▌ Turkmenistan"), "{}", desk.screen());
}

#[test]
fn a_void_review_stands_in_the_list_of_what_is_void_and_comes_back_from_there() {
    let mut desk = Desk::new(SIZES[0], Lang::En);
    desk.keys("3gg=ventered twice<Enter>").expect("Void: Turkmenistan, cycle 2");
    desk.keys("/is:void region:african<Enter>").expect("No review");
    desk.keys("/<C-u>is:void<Enter>").expect("▌ Turkmenistan");
    desk.keys("=v").expect("Bring back Turkmenistan, cycle 2?").expect("void: entered twice");
    desk.keys("y").expect("Back: Turkmenistan, cycle 2; u takes that back");
    desk.keys("/<C-u><Enter>gg").expect("▌ Turkmenistan");
    desk.keys("u/is:void<Enter>").expect("▌ Turkmenistan");
}

#[test]
fn the_reason_stands_in_the_row_of_a_void_need() {
    for (lang, said) in [(Lang::En, "void: twice · Comparison of"), (Lang::Zh, "已作废：twice · ")]
    {
        let mut desk = Desk::new(SIZES[0], lang);
        desk.keys("4=vtwice<Enter>/is:void comparison<Enter>").expect(said);
    }
    let mut wide = Desk::new((160, 45), Lang::En);
    wide.keys("4=vtwice<Enter>/is:void<Enter>");
    assert!(wide.screen().matches("void: twice").count() == 2, "{}", wide.screen());
}

#[test]
fn a_matched_need_is_void_with_its_matches_and_undo_brings_back_both() {
    let mut desk = Desk::new(SIZES[1], Lang::En);
    desk.keys("4/is:matched<Enter>").expect("26 of");
    let matched = |desk: &Desk| {
        let store = Store::open(&desk.db, Access::ReadOnly).unwrap();
        store.activity_details().unwrap().iter().flat_map(|of| of.matches).sum::<u32>()
    };
    let before = matched(&desk);
    desk.keys("=vtwice<Enter>").expect("is void; u brings it back").expect("25 of");
    assert!(matched(&desk) < before);
    desk.keys("u").expect("26 of");
    assert_eq!(matched(&desk), before);
    assert_eq!(Store::open(&desk.db, Access::ReadOnly).unwrap().check().unwrap(), []);
}

#[test]
fn two_needs_are_merged_by_the_key_that_saves() {
    let mut desk = Desk::new(SIZES[0], Lang::En);
    desk.keys("4<Space><Space>=m").expect("Ctrl-s merge");
    desk.keys("<C-s>").expect("Need 2 is a part of need 1 now; u takes that back");
}

#[test]
fn the_changes_of_a_need_tell_the_comments_on_it() {
    let mut desk = Desk::new(SIZES[1], Lang::En);
    desk.keys("4<Enter>gh");
    let before = desk.screen();
    assert!(!before.contains("comment"), "{before}");
    desk.keys("<Esc>=lCalled them<C-s>gh").expect("comment · added · Called them");
    desk.keys("<Enter>").expect("comment 1 · Called them");
    // those of its State as well, and none of another need
    desk.keys("<Tab>").expect("Called them");
    desk.keys("<Esc>lgh");
    assert!(!desk.shows("Called them"), "{}", desk.screen());
}

#[test]
fn a_void_need_comes_back_by_the_same_key_however_much_was_done_since() {
    let mut desk = Desk::new(SIZES[0], Lang::En);
    desk.keys("4=ventered twice<Enter>").expect("Need 1 is void");
    desk.keys("<Enter>e").expect("Need 2 changed");
    let mut desk = desk.reopen_with(|start| start.who = Some("secretariat".into()));
    desk.keys("4").expect("3,953 of 3,953");
    desk.keys("/is:void<Enter>=v").expect("Bring need 1 back?");
    desk.keys("<Esc>").expect("1 need");
    desk.keys("=vy").expect("Need 1 is back; u undoes");
    desk.keys("<Esc>").expect("3,954 of 3,954");
    desk.keys("u").expect("3,953 of 3,953");
    // From its page, which closes then.
    desk.keys("/is:void<Enter><Enter>=vy").expect("Need 1 is back").expect("No need matches");
}

#[test]
fn a_need_comes_back_with_its_matches_and_a_merged_one_by_itself() {
    let mut desk = Desk::new(SIZES[1], Lang::En);
    let matched = |desk: &Desk| {
        let store = Store::open(&desk.db, Access::ReadOnly).unwrap();
        store.activity_details().unwrap().iter().flat_map(|of| of.matches).sum::<u32>()
    };
    let before = matched(&desk);
    desk.keys("4/is:matched<Enter>=vtwice<Enter>").expect("is void").expect("25 of");
    assert!(matched(&desk) < before);
    desk.keys("/<C-u>is:void<Enter>=vy").expect("is back");
    assert_eq!(matched(&desk), before);
    let mut desk = Desk::new(SIZES[1], Lang::En);
    desk.keys("4<Space><Space>=ms<Enter>").expect("Need 1 is a part of need 2 now");
    desk.keys("/is:void<Enter>=vy").expect("Need 1 is back");
    desk.keys("<Esc>").expect("3,954 of 3,954");
}
