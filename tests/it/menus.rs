//! The menus of two keys, and the keys of the version before.

use crate::support::desk::Desk;
use crate::support::panes::panes;
use std::fmt::Write;
use ta_tui::app::Event;
use ta_tui::app::context::KeyContext;
use ta_tui::app::layers::menu::KeyMenu;
use ta_tui::config::Config;
use ta_tui::store::{Access, LogQuery, Store};
use ta_tui::text::{Lang, Signs};

const SMALL: (u16, u16) = (80, 24);

fn desk() -> Desk {
    Desk::new(SMALL, Lang::En)
}

/// How many changes the file has.
fn changes(desk: &Desk) -> usize {
    let store = Store::open(&desk.db, Access::ReadOnly).unwrap();
    store.log(&LogQuery { limit: 1_000_000, ..LogQuery::default() }).unwrap().len()
}

fn context(desk: &Desk) -> KeyContext {
    desk.program.app().context()
}

#[test]
fn the_menus_look_as_they_should() {
    for (name, below, key) in [
        ("menu-go", "4", "g"),
        ("menu-show", "1", "z"),
        ("menu-show-figures", "7", "z"),
        ("menu-change", "5hjl", "="),
        ("menu-change-selection", "4/chapter:V<Enter>A", "="),
    ] {
        let mut shown = String::new();
        for size in [SMALL, (120, 40)] {
            for lang in [Lang::En, Lang::Zh] {
                let mut desk = Desk::new(size, lang);
                let below = desk.keys(below).buffer();
                let parts = panes(&below, &desk.keys(key).buffer());
                let (columns, rows) = size;
                writeln!(shown, "== {}-{columns}x{rows}\n{parts}", lang.code()).unwrap();
            }
        }
        insta::with_settings!({
            omit_expression => true,
            prepend_module_to_snapshot => false,
        }, {
            insta::assert_snapshot!(name, shown);
        });
    }
}

#[test]
fn a_menu_says_what_follows_and_what_stands_now() {
    let mut desk = desk();
    desk.keys("4g").expect("g  go").expect("First line").expect("Esc closes");
    desk.expect("g …  a letter, or Esc").expect("Themes");
    desk.keys("<Esc>1z").expect("Language").expect("English").expect("Facet pane").expect("off");
    desk.keys("<Esc>4/id:1<Enter>=").expect("=  change  Need 1").expect("Priority …");
    desk.keys("<Esc>Ag<Esc>=").expect("Need 1");
    desk.keys("<Esc><Esc>/<C-u>id:1..9<Enter>A=").expect("9 needs");
}

#[test]
fn a_second_key_that_means_nothing_leaves_the_menu_open() {
    let mut desk = desk();
    desk.keys("4gx").expect("g x: nothing; Esc closes");
    assert_eq!(context(&desk), KeyContext::Menu);
    desk.keys("<F5>").expect("g F5: nothing; Esc closes");
    desk.keys("t").expect("research · articles");
    assert_eq!(context(&desk), KeyContext::ByTheme);
}

#[test]
fn esc_closes_a_menu_and_nothing_else() {
    for keys in ["4/chapter:V<Enter>g", "4/chapter:V<Enter>z", "4/chapter:V<Enter>="] {
        let mut desk = desk();
        desk.keys(keys).keys("<Esc>");
        assert_eq!(context(&desk), KeyContext::Needs, "{keys}");
        desk.expect("chapter:V");
        let before = changes(&desk);
        desk.keys(keys.get(keys.len() - 1..).unwrap()).keys("<C-g>");
        assert_eq!((context(&desk), changes(&desk)), (KeyContext::Needs, before), "{keys}");
    }
}

#[test]
fn two_keys_that_come_at_once_are_taken_together() {
    let mut desk = desk();
    desk.keys("4");
    desk.program.take(Event::Typed("gv".into()));
    assert_eq!(context(&desk), KeyContext::Views);
    desk.keys("<Esc>");
    desk.program.take(Event::Typed("G".into()));
    desk.program.take(Event::Typed("gg".into()));
    desk.expect("1/3,954");
}

#[test]
fn where_text_is_typed_the_keys_of_menus_are_letters() {
    let mut desk = desk();
    desk.keys("4/gz=v");
    assert_eq!(context(&desk), KeyContext::Filter);
    desk.expect("gz=v");
}

#[test]
fn a_letter_of_another_keyboard_is_the_key_at_its_place() {
    // g v on a Russian, a Greek and an Arabic keyboard
    for keys in ["4пм", "4γω", "4لر"] {
        let mut desk = desk();
        desk.keys(keys);
        assert_eq!(context(&desk), KeyContext::Views, "{keys}");
    }
}

#[test]
fn what_cannot_be_done_now_is_told_in_the_menu_and_when_it_is_pressed() {
    let mut desk = desk();
    desk.keys("4g").expect("No unfinished notes");
    desk.keys("d").expect("No unfinished notes");
    assert_eq!(context(&desk), KeyContext::Needs);
    let mut reader = Desk::with(SMALL, |start| start.read_only = true);
    reader.keys("4=c").expect("reading only");
}

#[test]
fn a_menu_over_a_question_joins_a_field_to_it() {
    let mut desk = desk();
    desk.keys("4/id:1..9<Enter>Ae=").expect("9 needs").expect("Current");
    desk.keys("c");
    assert_eq!(context(&desk), KeyContext::Confirm);
    desk.expect("Current");
}

#[test]
fn a_menu_that_has_no_room_is_gone_through() {
    let mut desk = Desk::new((40, 12), Lang::En);
    desk.keys("1z").expect("Day: as of").expect("1–7 of");
    desk.keys("<PgDn><PgDn><PgDn>").expect("Whole register");
    desk.keys("<PgUp><PgUp><PgUp>").expect("Day: as of");
    let app = desk.program.app();
    assert!(app.overlays.top::<KeyMenu>().is_some());
}

#[test]
fn keys_of_the_version_before_still_work_and_say_the_new_one() {
    let mut desk = desk();
    for (old, here, said) in [
        ("4O", KeyContext::Views, "Views: g v from now on"),
        ("4W", KeyContext::Picker, "Date: z d from now on"),
        ("4I", KeyContext::ByTheme, "Themes: g t from now on"),
        ("4D", KeyContext::Picker, "Duplicate: = = from now on"),
        ("4<C-p>", KeyContext::Palette, "Commands: : from now on"),
        ("4t", KeyContext::Needs, "Untriaged: F7 from now on"),
    ] {
        desk.keys(old).expect(said);
        assert_eq!(context(&desk), here, "{old}");
        desk.keys("<Esc>");
    }
}

#[test]
fn keys_that_wrote_at_once_say_the_new_one_and_write_nothing() {
    for list in ["4", "5", "4<Enter>", "2<Enter>"] {
        let mut desk = desk();
        desk.keys(list);
        let before = changes(&desk);
        for (old, new) in [
            ("-", "Low: c"),
            ("0", "No priority: = 0"),
            ("U", "Unmet: o"),
            ("P", "Planned: i"),
            ("T", "Current: = c"),
        ] {
            desk.keys(old).expect(&format!("{new} from now on"));
        }
        desk.keys("=").expect("=  change");
        assert_eq!(changes(&desk), before, "{list}");
    }
}

#[test]
fn only_your_own_needs_where_somebody_is_named() {
    let mut desk = Desk::with(SMALL, |start| start.who = Some("fp-ke".into()));
    desk.keys("4<F8>").expect("is:mine");
    desk.keys("z8").expect("3,954 of 3,954");
    let mut nobody = Desk::with(SMALL, |start| start.who = None);
    nobody.keys("4<F8>").expect("Nobody in the register is named like you");
    assert!(!nobody.shows("is:mine"), "{}", nobody.screen());
}

#[test]
fn a_need_is_opened_by_its_number() {
    let mut desk = desk();
    desk.keys("1gn").expect("A need by its number");
    desk.keys("394<Enter>").expect("Need 394");
    assert_eq!(context(&desk), KeyContext::Need);
    desk.keys("<Esc>gn99999<Enter>").expect("No need has this number");
    desk.keys("<C-u>39").expect("390");
    desk.keys("<Down><Enter>").expect("Need 390");
}

#[test]
fn signs_are_ascii_alone_and_all_again() {
    let mut desk = desk();
    desk.keys("4za");
    assert_eq!(desk.program.app().settings.signs, Signs::Ascii);
    assert!(desk.screen().is_ascii(), "{}", desk.screen());
    desk.keys("za");
    assert_eq!(desk.program.app().settings.signs, Signs::Unicode);
}

#[test]
fn half_a_page_is_half_a_page() {
    let mut desk = desk();
    desk.keys("4<C-d>");
    let half = desk.program.app().place().view.list().unwrap().row;
    desk.keys("<Home><PgDn>");
    let page = desk.program.app().place().view.list().unwrap().row;
    assert_eq!(half, page.div_ceil(2));
    desk.keys("<C-u><C-u>");
    assert!(desk.program.app().place().view.list().unwrap().row <= 1);
}

#[test]
fn two_keys_of_ones_own_stand_in_the_menu() {
    let file = "[keys]\n\"triage.tag\" = \"g x\"\n\"figures.matrix\" = \"= x\"\nhelp = \"g\"\nquit = \"x y\"\n";
    let config = Config::parse("c.toml", file.as_bytes());
    let mut desk = Desk::with(SMALL, |start| start.config = config);
    // the matrix exists where no menu of changes does; g opens a menu; x y begins with no menu
    desk.expect("c.toml:3:1");
    desk.keys("4g").expect("Tag all");
    desk.keys("x").expect("Add a theme");
}

#[test]
fn what_does_not_apply_here_is_shown_with_the_reason_and_does_nothing() {
    let mut desk = desk();
    desk.keys("1z").expect("Matrix or list  (Figures)").expect("Skipped come back  (Triage)");
    desk.keys("v").expect("Matrix: on Figures");
    assert_eq!(context(&desk), KeyContext::Overview);
    desk.keys("7z").expect("This chart alone  (Overview)");
    desk.keys("<Esc>4=").expect("Hand the queue over …  (Triage)");
    let before = changes(&desk);
    desk.keys("o").expect("on Triage");
    assert_eq!((context(&desk), changes(&desk)), (KeyContext::Needs, before));
    // Over a question there are only the commands that join it.
    desk.keys("/id:1..9<Enter>Ae=").expect("Current");
    assert!(!desk.shows("Hand the queue over"), "{}", desk.screen());
}

#[test]
fn a_change_of_several_needs_says_what_stands_now_of_all() {
    let mut desk = desk();
    desk.keys("4/id:1..9<Enter>A=").expect("Priority …").expect("various");
    desk.keys("<Esc><Esc>/<C-u>priority:high id:1..60<Enter>A=");
    let priority = |desk: &Desk| {
        let screen = desk.screen();
        let line = screen.lines().find(|line| line.contains("Priority …")).unwrap_or_default();
        line.split("Priority …").nth(1).unwrap_or_default().trim_start().starts_with("High")
    };
    assert!(priority(&desk), "{}", desk.screen());
    desk.keys("<Esc><Esc>1zb<Esc>z").expect("Split bars").expect("Respon");
}
