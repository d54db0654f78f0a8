//! The opening screen: a screen, a saved view, a need. Tested by `frame`, which opens like the program.

use super::place::Place;
use ta_tui::store::{Access, SavedView, Store};

fn saved(place: &Place, owner: Option<&str>, name: &str, view: SavedView) {
    let view = SavedView { name: name.into(), owner: owner.map(str::to_owned), ..view };
    let store = Store::open(&place.db, Access::ReadWrite).unwrap();
    store.save_view("fp-gh", &view, None).unwrap();
}

#[test]
fn e1_the_screens_open_on_a_screen_by_its_name_in_any_language_under_a_filter() {
    let place = Place::new();
    for (name, shown) in [
        ("states", "Bhutan"),
        ("Needs", "Training"),
        ("国家", "Bhutan"),
        ("triage", "Person"),
        ("figures", "Figure"),
        ("reviews", "Kenya"),
    ] {
        let frame = place.run(&["frame", "--screen", name]);
        assert!(frame.done().contains(shown), "{name} {}", frame.out);
    }
    let narrowed = place.run(&["frame", "--screen", "needs", "state:ghana"]);
    assert!(narrowed.done().contains("state:ghana") && narrowed.out.contains("2 of 4"));
    let wrong = place.run(&["frame", "--screen", "statse"]);
    assert!(wrong.failed(2).contains("“states”") && wrong.err.contains("overview"), "{wrong:?}");
    let both = place.run(&["frame", "--screen", "needs", "--view", "o"]);
    assert!(both.failed(2).contains("--screen"), "{both:?}");
}

#[test]
fn e1_the_page_of_a_need_is_opened_over_the_list_of_needs() {
    let place = Place::new();
    let page = place.run(&["frame", "--need", "3"]);
    assert!(
        page.done().contains("资产追回的立法援助") && page.out.contains("Bhutan"),
        "{}",
        page.out
    );
    let back = place.run(&["frame", "--need", "3", "--keys", "<Esc>"]);
    assert!(back.done().contains("4 of 4 needs"), "{}", back.out);
    assert!(place.run(&["frame", "--need", "77"]).failed(1).contains("77"));
    assert!(place.run(&["frame", "--need", "x"]).failed(2).contains("“x”"));
    assert!(place.run(&["need"]).failed(2).contains("NEED-ID"));
}

#[test]
fn e1_a_saved_view_is_opened_by_name_or_key_the_own_one_first() {
    let place = Place::new();
    let view = |filter: &str, key: &str| SavedView {
        screen: "needs".into(),
        filter: filter.into(),
        key: key.into(),
        ..SavedView::default()
    };
    saved(&place, None, "Assets", view("chapter:V", "w"));
    saved(&place, Some("fp-gh"), "Ours", view("state:ghana", "w"));
    let opened = |args: &[&str]| {
        let ran = place.run(&[&["frame", "--as", "fp-gh", "--view"], args].concat());
        ran.done().to_owned()
    };
    assert!(opened(&["assets"]).contains("chapter:V"));
    assert!(opened(&["w"]).contains("state:ghana"));
    assert!(opened(&["Ours", "priority:high"]).contains("state:ghana priority:high"));
    assert!(opened(&["o"]).contains("is:overdue"));
    assert!(opened(&["overdue"]).contains("is:overdue"));
    let wrong = place.run(&["frame", "--view", "Asets"]);
    assert!(wrong.failed(2).contains("“Assets”"), "{wrong:?}");
    // another person's
    assert!(place.run(&["frame", "--view", "Ours"]).failed(2).contains("Ours"));
}

#[test]
fn e14_a_start_with_the_own_queue_says_that_nobody_is_named() {
    let place = Place::new();
    std::fs::create_dir_all(place.file("config/ta-tui")).unwrap();
    std::fs::write(place.file("config/ta-tui/config.toml"), "start = \"mine\"\n").unwrap();
    let wide = ["frame", "--size", "160x40"];
    assert!(place.run(&wide).done().contains("--as NAME"));
    let named = place.run(&[&wide[..], &["--as", "fp-gh"]].concat());
    assert!(!named.done().contains("--as NAME"));
}

#[test]
fn e14_columns_that_a_view_names_and_nobody_knows_are_told_and_left_out() {
    let place = Place::new();
    let view = |columns: &str| SavedView {
        screen: "needs".into(),
        columns: columns.into(),
        ..SavedView::default()
    };
    saved(&place, None, "Later", view("colour,taste"));
    saved(&place, None, "Half", view("id,colour"));
    let later = place.run(&["frame", "--size", "120x40", "--view", "Later"]);
    assert!(later.done().contains("colour, taste"), "{}", later.out);
    assert!(later.out.contains("Training"), "the usual columns: {}", later.out);
    let half = place.run(&["frame", "--size", "120x40", "--view", "Half"]);
    assert!(half.done().contains("colour") && !half.out.contains("Training"), "{}", half.out);
}
