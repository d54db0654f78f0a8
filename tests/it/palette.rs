//! The palette finds commands and records, and goes there.

use crate::support::desk::Desk;
use ta_tui::app::place::View;
use ta_tui::domain::NeedNumber;
use ta_tui::text::Lang;

fn led(keys: &str) -> Desk {
    let mut desk = Desk::new((100, 30), Lang::En);
    desk.keys(keys);
    desk
}

fn view(desk: &Desk) -> &View {
    &desk.program.app().place().view
}

#[test]
fn records_are_found_by_any_of_their_names_and_opened() {
    for typed in ["seychelles", "SYC", "塞舌尔", "Сейшельские", "seych"] {
        let desk = led(&format!(":{typed}<Enter>"));
        assert!(matches!(view(&desk), View::State(_)), "{typed}\n{}", desk.screen());
        desk.expect("Seychelles");
    }
    let desk = led(":3594<Enter>");
    assert_eq!(view(&desk).current_need(), Some(NeedNumber::new(3594)));
    let desk = led(":kenya, second<Enter>");
    assert!(matches!(view(&desk), View::Review(_)));
    let desk = led(":art 52<Enter>");
    assert!(matches!(view(&desk), View::Needs(_)));
    desk.expect("article:52");
    let desk = led(":focal point of kenya<Enter>");
    assert!(matches!(view(&desk), View::Triage(_)));
    desk.expect("Focal point of Kenya");
    let desk = led(":africa adviser west<Enter>");
    assert!(matches!(view(&desk), View::Triage(_)), "{}", desk.screen());
}

#[test]
fn what_begins_so_stands_first_and_what_no_name_has_finds_nothing() {
    let first = |typed: &str| {
        let desk = led(&format!(":{typed}"));
        let shown = desk.screen();
        shown.lines().skip_while(|line| !line.contains("> ")).nth(1).unwrap_or_default().to_owned()
    };
    assert!(first("sey").contains("Seychelles"));
    assert!(first("3594").contains("3594  Seychelles  55"));
    assert!(first("q").contains("Quit"), "{}", first("q"));
    assert!(led(":zzzzz").shows("Nothing matches"));
    assert!(led(":99999").shows("Nothing matches"));
}

#[test]
fn hands_of_vim_leave_the_program() {
    for typed in ["q", "q!", "wq", "x"] {
        assert!(led(&format!(":{typed}<Enter>")).program.app().ended, "{typed}");
    }
}

#[test]
fn no_name_is_confirmed_where_states_are_not_named() {
    let desk = Desk::with((100, 30), |start| {
        start.kept = Some(ta_tui::query::register::Disclosure::default());
        start.who = None;
        start.read_only = true;
    });
    let mut desk = desk;
    desk.keys(":seychelles").expect("Nothing matches");
}

#[test]
fn a_theme_without_needs_opens_as_an_empty_list() {
    let mut desk = Desk::new((100, 30), Lang::En);
    desk.keys(":new theme<Enter>tt<Tab>Theme two<C-s>").expect("Saved: theme");
    desk.keys(":Theme two").expect("0 needs");
    desk.keys("<Enter>").expect("No need matches this filter").expect("theme:tt");
}

#[test]
fn a_state_and_the_number_of_an_article_lead_to_their_needs() {
    for typed in ["bwa 52", "52 botswana", "art 52 bwa"] {
        let mut desk = led(&format!(":{typed}"));
        desk.expect("Botswana, 52 Prevention");
        desk.keys("<Enter>").expect("2 of 3,954 needs").expect("state:BWA article:52");
    }
    let nameless = led("zn:bwa 52");
    nameless.expect("Nothing matches");
}

#[test]
fn views_are_found_by_name_those_of_the_program_and_saved_ones() {
    let mut desk = Desk::new((80, 24), Lang::En);
    desk.keys(":overdue").expect("View · built in");
    desk.keys("<Esc>4<F5>gv+Assets of all<C-s><Esc>1:assets of").expect("View · yours");
    desk.keys("<Enter>").expect("Needs › chapter:V").expect("Assets of all");
    // The name of a saved view can be that of a State.
    desk.keys("zn:assets of");
    assert!(!desk.shows("View · yours"), "{}", desk.screen());
}

/// Commands are found by their codes, and by their words in every language.
#[test]
fn commands_are_found_by_code_and_in_every_language() {
    let first = |lang: Lang, typed: &str| {
        let mut desk = Desk::new((110, 24), lang);
        desk.keys(&format!(":{typed}"));
        let shown = desk.screen();
        shown.lines().skip_while(|line| !line.contains("> ")).nth(1).unwrap_or_default().to_owned()
    };
    for (typed, english, chinese) in [
        ("trend", "Trend: totals", "趋势："),
        ("standing", "Gaps: where", "缺口："),
        ("gap", "Gaps: where", "缺口："),
        ("coverage", "Coverage: what", "覆盖情况："),
        ("provider", "provider", "提供者"),
        ("donor", "donor", "捐助方"),
        ("overlap", "Overlaps:", "重叠"),
        ("缺口", "Gaps: where", "缺口："),
    ] {
        let (en, zh) = (first(Lang::En, typed), first(Lang::Zh, typed));
        assert!(en.contains(english), "{typed}: {en}");
        assert!(zh.contains(chinese), "{typed}: {zh}");
    }
    led(":trend<Enter>").expect("At the end of each year");
}

#[test]
fn an_exact_short_name_or_code_stands_first() {
    for typed in ["unodc", "p001"] {
        let desk = led(&format!(":{typed}"));
        let shown = desk.screen();
        let first = shown.lines().skip_while(|line| !line.contains("> ")).nth(1);
        let first = first.unwrap_or_default();
        assert!(first.contains("United Nations Office on Drugs and Crime"), "{typed}: {shown}");
    }
}
