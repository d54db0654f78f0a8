//! Correcting records on the screens: needs are made void, commented on and merged, and posts are retired, each by few
//! keys and taken back by one.

use crate::support::desk::Desk;
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
    desk.keys("e").expect("This need is void: undo brings it back");
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

#[test]
fn a_post_with_a_queue_is_not_retired() {
    let mut desk = Desk::new(SIZES[1], Lang::En);
    desk.keys("5=x").expect("No person's queue is shown");
}
