//! The words and numbers of screens hold for the needs that the filter lets through.

use super::{LARGE, SMALL};
use crate::support::desk::Desk;
use std::collections::BTreeSet;
use ta_tui::app::place::View;
use ta_tui::app::state::figures::FigureEntry;
use ta_tui::domain::{Coded, Cycle, Step};
use ta_tui::query::register::NeedRef;
use ta_tui::text::{Lang, grouped};

fn figure(desk: &Desk) -> FigureEntry {
    match &desk.program.app().place().view {
        View::Figures(state) => state.entry,
        other => panic!("{other:?}"),
    }
}

#[test]
fn f3_figures_open_at_the_first_that_counts_something() {
    for (keys, entry) in [
        ("7", 0),
        ("/chapter:V<Enter>7", 3),
        ("/cycle:2<Enter>7", 3),
        ("/chapter:III<Enter>7", 0),
        ("/zzzz<Enter>7", 0),
        // One that was left and has something is shown again, one that has not is not.
        ("7jjjj1/chapter:V<Enter>7", 4),
        ("7jj1/chapter:V<Enter>7", 3),
        ("7jjjjj1/chapter:IV<Enter>7", 0),
    ] {
        let mut desk = Desk::new(LARGE, Lang::En);
        desk.keys(keys);
        assert_eq!(figure(&desk), FigureEntry::Figure(entry), "{keys}\n{}", desk.screen());
        let is_all_zero = desk.screen().contains("there is nothing to count");
        assert_eq!(is_all_zero, keys.contains("zzzz"), "{keys}\n{}", desk.screen());
    }
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("7G1/chapter:V<Enter>7");
    assert_eq!(figure(&desk), FigureEntry::Published, "what is no figure stays");
}

#[test]
fn f3_the_totals_count_the_completed_reviews_of_what_is_listed() {
    for filter in ["chapter:V", "asset", "priority:high", "state:SYC is:unmet", "zzzz"] {
        let mut desk = Desk::new(LARGE, Lang::En);
        desk.keys(&format!("1/{filter}<Enter>"));
        let app = desk.program.app();
        let answer = app.answer.as_ref().unwrap();
        let needs = answer.rows.iter().filter_map(|row| answer.register.need(*row));
        let reviews = needs
            .filter_map(NeedRef::review)
            .filter(|review| review.reached().is_some_and(Step::is_completed));
        let done: BTreeSet<(usize, i64)> =
            reviews.map(|review| (review.cycle.index(), review.id)).collect();
        let of = |cycle: Cycle| done.iter().filter(|(of, _)| *of == cycle.index()).count() as u64;
        let [first, second] = [Cycle::First, Cycle::Second].map(|cycle| grouped(of(cycle)));
        desk.expect(&format!("completed: {first} first cycle, {second} second cycle"));
    }
    // A filter on reviews and States alone lists reviews without a need too.
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("1/region:african<Enter>").expect("completed: 48 first cycle, 8 second cycle");
}

#[test]
fn f3_an_empty_queue_says_that_needs_are_in_others() {
    for (lang, nobody, person) in [
        (Lang::En, "Somebody answers for each of the 1,653", "answers for none of the 2,301 needs"),
        (Lang::Zh, "1,653项需求均已有人负责", "2,301项需求均不由"),
    ] {
        let words = |desk: &Desk| desk.screen().split_whitespace().collect::<Vec<_>>().join(" ");
        let mut desk = Desk::new(LARGE, lang);
        desk.keys("5/focal:any<Enter>");
        assert!(words(&desk).contains(nobody), "{}", desk.screen());
        desk.keys("/<C-u>focal:fp-sc<Enter><Left><Down>/<C-u>focal:none<Enter>");
        assert!(words(&desk).contains(person), "{}", desk.screen());
    }
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys("5/chapter:VI cycle:1<Enter>").expect("No need matches this filter.");
}

#[test]
fn f3_an_empty_history_under_a_filter_speaks_of_its_needs_alone() {
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys("1/chapter:VI<Enter>gh").expect("No need that matches this filter has been changed.");
}
