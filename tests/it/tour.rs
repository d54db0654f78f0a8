//! The tour, from its first step to its last, by keys.

use crate::support::desk::Desk;
use std::path::PathBuf;
use ta_tui::app::state::tour::TourStep;
use ta_tui::config::StartScreen;
use ta_tui::domain::{Priority, Response};
use ta_tui::text::Lang;

fn tour(size: (u16, u16), lang: Lang) -> Desk {
    Desk::with(size, |start| {
        start.tour = Some(PathBuf::new());
        start.config.start = Some(StartScreen::Overview);
        start.lang = lang;
    })
}

/// The line at the foot of the screen.
fn band(desk: &Desk) -> String {
    desk.screen().lines().last().unwrap_or_default().to_owned()
}

/// Presses keys; the tour then stands at this step.
fn goes_on(desk: &mut Desk, keys: &str, to: TourStep) {
    desk.keys(keys);
    let number = TourStep::ALL.iter().position(|(step, ..)| *step == to).unwrap() + 1;
    let band = band(desk);
    assert!(band.starts_with(&format!(" {number}/17 ")), "{keys}: {to:?}\n{}", desk.screen());
    assert!(!band.contains('…'), "{band}");
}

#[test]
fn each_step_is_done_by_its_keys_and_the_need_is_at_last_as_it_was() {
    for lang in [Lang::En, Lang::Zh] {
        let mut desk = tour((80, 24), lang);
        assert_eq!(desk.screen().lines().count(), 24);
        goes_on(&mut desk, "", TourStep::List);
        goes_on(&mut desk, "4", TourStep::Move);
        goes_on(&mut desk, "jj", TourStep::Move);
        goes_on(&mut desk, "j", TourStep::Word);
        goes_on(&mut desk, "/asset", TourStep::Word);
        goes_on(&mut desk, "<Enter>", TourStep::Clear);
        goes_on(&mut desk, "<Esc>", TourStep::Chapter);
        goes_on(&mut desk, "<F5>", TourStep::Overview);
        goes_on(&mut desk, "1", TourStep::Bar);
        goes_on(&mut desk, "j<Enter>", TourStep::Bar);
        goes_on(&mut desk, "<Esc><Tab><Enter>", TourStep::Page);
        goes_on(&mut desk, "<Enter>", TourStep::Priority);
        let before = desk.program.app().tour.as_ref().unwrap().before.unwrap();
        let is =
            |value: bool, one: &'static str, other: &'static str| if value { one } else { other };
        let priority = is(before.priority == Some(Priority::High), "c", "e");
        goes_on(&mut desk, priority, TourStep::Response);
        let response = is(before.response == Some(Response::Planned), "w", "i");
        goes_on(&mut desk, response, TourStep::Assign);
        goes_on(&mut desk, "a<Enter>", TourStep::Undo);
        goes_on(&mut desk, "uu", TourStep::Undo);
        goes_on(&mut desk, "u", TourStep::Go);
        let need = desk.program.app().need(before.need).unwrap();
        assert_eq!((need.priority(), need.response()), (before.priority, before.response));
        assert_eq!(need.focal_slot(), before.focal);
        goes_on(&mut desk, "g", TourStep::Show);
        goes_on(&mut desk, "<Esc>z", TourStep::Change);
        goes_on(&mut desk, "<Esc>=", TourStep::Help);
        goes_on(&mut desk, "<Esc>?", TourStep::End);
        desk.keys("<Esc>Q");
        assert!(desk.program.app().ended);
    }
}

#[test]
fn it_goes_on_by_what_is_there_and_not_by_keys() {
    let mut desk = tour((120, 40), Lang::En);
    goes_on(&mut desk, "zg?<Esc>", TourStep::List);
    goes_on(&mut desk, ":list of needs<Esc>", TourStep::List);
    // by another way than the step names
    goes_on(&mut desk, "4G", TourStep::Word);
    goes_on(&mut desk, "/\"asset\" chapter:V<Enter>", TourStep::Clear);
}

#[test]
fn esc_twice_ends_it_and_once_does_not() {
    let mut desk = tour((80, 24), Lang::En);
    desk.keys("4<Esc>j<Esc>");
    assert!(!desk.program.app().ended);
    desk.keys("<Esc>");
    assert!(desk.program.app().ended);
    let mut desk = Desk::new((80, 24), Lang::En);
    desk.keys("4<Esc><Esc>");
    assert!(!desk.program.app().ended, "elsewhere Esc ends nothing");
}

#[test]
fn the_palette_says_how_it_is_started() {
    let mut desk = Desk::new((100, 30), Lang::En);
    desk.keys(":tour<Enter>").expect("run ta-tui tour");
}

#[test]
fn the_band_follows_the_size_and_survives_names_being_left_out() {
    use ta_tui::app::Event;
    let mut desk = tour((80, 24), Lang::En);
    desk.keys("4");
    desk.program.take(Event::Resize(100, 30));
    assert_eq!(desk.screen().lines().count(), 30);
    goes_on(&mut desk, "zn", TourStep::Move);
    goes_on(&mut desk, "zn", TourStep::Move);
    assert_eq!(desk.screen().lines().count(), 30);
}
