//! Keys in, screens out: the whole program without a terminal, on a copy of the sample register.

mod filtered;
mod looks;
mod overlays;
mod panes;
mod whole_words;

use crate::support::desk::Desk;
use crate::support::places::{self, Way};
use proptest::prelude::*;
use ratatui::style::Modifier;
use ta_tui::app::Event;
use ta_tui::app::context::KeyContext;
use ta_tui::app::key;
use ta_tui::config::Config;
use ta_tui::domain::NeedNumber;
use ta_tui::picture;
use ta_tui::text::Lang;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);
const HUGE: (u16, u16) = (200, 50);

fn desk() -> Desk {
    Desk::new(SMALL, Lang::En)
}

#[test]
fn the_first_screen_says_what_there_is() {
    let desk = desk();
    desk.expect("3,954 of 3,954 needs").expect("illustrative").expect("3,954 needs in 108 States");
    desk.expect("reviews completed: 169 first cycle, 27 second cycle");
    desk.expect("2,858 untriaged").expect("388 unmet").expect("1,476 overdue").expect("chart 1/10");
}

#[test]
fn every_screen_and_page_says_that_the_needs_are_illustrative() {
    for (lang, words) in [(Lang::En, "illustrative"), (Lang::Zh, "示例")] {
        for keys in [
            "1", "2", "3", "4", "5", "7", "7G", "2<Enter>", "3<Enter>", "4<Enter>", "4gh", "4?",
            "4:",
        ] {
            for size in [(40, 12), SMALL, (200, 50)] {
                let mut desk = Desk::new(size, lang);
                desk.keys(keys);
                // without room in the first line, the last but one has it
                let said = desk.line(0) + &desk.line(usize::from(size.1) - 2);
                assert!(said.contains(words), "{keys} {size:?}\n{}", desk.screen());
            }
        }
    }
}

#[test]
fn a_chapter_is_one_key_and_the_same_key_again() {
    let mut desk = desk();
    desk.keys("4<F5>").expect("108 of 3,954 needs").expect("chapter:V");
    desk.keys("<F2>").expect("282 of 3,954 needs").expect("chapter:V,II");
    desk.keys("<F5>").expect("175 of 3,954 needs");
    desk.keys("<F2>").expect("3,954 of 3,954 needs").expect("all needs");
}

#[test]
fn results_follow_every_letter_and_esc_gives_the_old_filter_back() {
    let mut desk = desk();
    desk.keys("4<F5>/<C-u>chapter:3").expect("2,269 of 3,954 needs");
    desk.keys("<Esc>").expect("108 of 3,954 needs");
    desk.keys("/<C-u>chapter:IV<Enter>").expect("1,359 of 3,954 needs");
    assert_eq!(desk.program.app().context(), KeyContext::Needs);
    desk.keys("<Esc>").expect("3,954 of 3,954 needs");
}

#[test]
fn the_bars_follow_the_filter_and_enter_opens_what_a_bar_counts() {
    let mut desk = desk();
    desk.keys("/cycle:2<Enter>").expect("282 of 3,954 needs");
    desk.expect("282 needs in 17 States");
    // from chapter II down to chapter V
    desk.keys("<Down><Down><Down><Enter>").expect("108 of 3,954 needs");
    desk.expect("cycle:2 chapter:V");
    assert_eq!(desk.program.app().context(), KeyContext::Needs);
    desk.keys("<Esc>").expect("282 of 3,954 needs");
    let line = desk.screen().lines().find(|line| line.starts_with('▌')).unwrap().to_owned();
    assert!(line.contains("V Asset recovery"), "{line}");
}

#[test]
fn charts_below_each_other_have_one_left_edge() {
    let screen = Desk::new(SMALL, Lang::En).screen();
    let bars = |line: &str| line.chars().skip(28).take(10).collect::<String>();
    let shown: Vec<String> = screen.lines().skip(6).take(14).map(bars).collect();
    for (place, bar) in shown.iter().enumerate().filter(|(place, _)| ![4, 6, 7].contains(place)) {
        assert!(bar.starts_with(|c| "█▊▍╱".contains(c)), "{place}: {bar}\n{screen}");
    }
}

#[test]
fn charts_fill_the_height_and_name_those_that_have_no_room() {
    let desk = desk();
    desk.expect("Category             needs    10 more");
    desk.expect("6 more charts: Article, Focal point, Priority, Theme, Cycle, Horizon");
    let line =
        desk.screen().lines().find(|line| line.contains(" Not stated  ")).unwrap().to_owned();
    assert!(line.ends_with('╱') || line.contains('╱'), "{line}");
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys("<Tab><Tab><Tab><Tab>").expect("chart 5/10").expect("Article");
    desk.expect("more charts: Chapter, Region");
    let desk = Desk::new(HUGE, Lang::En);
    assert!(!desk.shows("more chart"), "{}", desk.screen());
    desk.expect("Latin American and Caribbean").expect("Western European and others");
}

#[test]
fn a_bar_is_chosen_and_left_out_where_it_stands() {
    let mut desk = desk();
    // chapter V, African, unmet: the second task of a newcomer
    desk.keys("<Down><Down><Down><Space><Tab><Space><Tab><Space>");
    desk.expect("chapter:V region:AFR response:unmet").expect("chart 3/10");
    assert_eq!(desk.program.app().context(), KeyContext::Overview);
    desk.expect("V Asset recovery    +")
        .expect("African             +")
        .expect("Unmet               +");
    desk.keys("<Space>").expect("chapter:V region:AFR  ");
    desk.keys("-").expect("-response:unmet").expect("Unmet               -    –");
    desk.keys("-");
    assert!(!desk.shows("response:"), "{}", desk.screen());
    // A value left out of a long list stays under the cursor.
    let mut desk = self::desk();
    desk.keys("<Tab><Tab><Tab>-").expect("-category:C1-6").expect("3,216 of 3,954 needs");
    desk.keys("-").expect("3,954 of 3,954 needs");
}

#[test]
fn bars_are_split_by_response_by_priority_by_cycle_and_not() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("b").expect("bars by response").expect("█ Unmet  ▓ Planned  ▒ Under way  ░ Met");
    let line = |desk: &Desk, of: &str| {
        let screen = desk.screen();
        screen.lines().find(|line| line.contains(of)).unwrap().to_owned()
    };
    assert!(line(&desk, "III Criminal").contains("█▓"), "{}", desk.screen());
    desk.keys("b").expect("bars by priority").expect("█ High  ▓ Medium  ░ Low  ╱ Not stated");
    desk.keys("b").expect("bars by cycle").expect("█ First cycle  ▒ Second cycle");
    assert!(line(&desk, "V Asset").contains('▒'), "{}", desk.screen());
    desk.keys("b");
    assert!(!desk.shows("bars by"), "{}", desk.screen());
    // States have needs of several responses: their bars are whole.
    desk.keys("bm").expect("Chapter              States");
    assert!(!desk.shows("▓ Planned"), "{}", desk.screen());
    // The facet pane has them too.
    desk.keys("m4f").expect("▓");
    desk.keys("bbb");
    assert!(desk.program.app().split.is_none());
}

#[test]
fn charts_are_laid_out_at_each_size_whole_and_split() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        for (wide, high) in [SMALL, (140, 40), HUGE] {
            let mut desk = Desk::new((wide, high), lang);
            let whole = desk.screen();
            desk.keys("b");
            let both = format!("{whole}\n{}", desk.screen());
            insta::assert_snapshot!(format!("charts-{code}-{wide}x{high}"), both);
        }
    }
}

#[test]
fn a_bar_of_states_opens_the_states_that_it_counts() {
    let mut desk = desk();
    desk.keys("/cycle:2<Enter>zu").expect("Chapter              States");
    desk.keys("<Enter>").expect("1/17");
    assert_eq!(desk.program.app().context(), KeyContext::States);
}

#[test]
fn what_cannot_be_read_is_named_and_the_last_result_stays() {
    let mut desk = desk();
    desk.keys("4/chapter:V cycle:2 region:qqq").expect("108 of 3,954 needs").expect("qqq");
    desk.keys("<Enter>");
    assert_eq!(desk.program.app().context(), KeyContext::Filter, "the line stays open");
    desk.keys("<Esc>").expect("3,954 of 3,954 needs");
}

#[test]
fn words_are_completed_with_the_number_that_choosing_gives() {
    let mut desk = desk();
    desk.keys("4/chap").expect("chapter:");
    desk.keys("<Tab>").expect("2,269");
    desk.keys("<Down><Down><Down><Enter>").expect("1,359 of 3,954 needs");
}

/// The lines under the box are drawn once, with the answer, and not first as they were.
#[test]
fn the_box_of_completions_closes_only_with_the_answer() {
    let mut desk = desk();
    desk.keys("4/").expect("╰───");
    let fields = desk.line(4);
    desk.program.type_ahead(key::script("法").unwrap()[0]);
    desk.expect("Filter 法").expect("… of 3,954 needs");
    assert_eq!(desk.line(4), fields);
    desk.program.catch_up();
    assert!(!desk.shows("╰───"), "{}", desk.screen());
}

#[test]
fn a_facet_narrows_and_its_neighbours_stay_on_offer() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("4f<Enter>").expect("175 of 3,954 needs").expect("chapter:II");
    desk.expect("+ II Prevention");
    // the others still show the needs that choosing them would add
    let line = desk.screen().lines().find(|l| l.contains("III Criminal")).unwrap().to_owned();
    assert!(line.contains(" 2,269 "), "{line}");
    desk.keys("-").expect("-chapter:II");
}

#[test]
fn a_need_is_edited_and_undone() {
    let mut desk = desk();
    desk.keys("4<Enter>ph<Enter>").expect("High !!!").expect("Need 1 changed");
    desk.keys("rw<Enter>").expect("Under way");
    desk.keys("u");
    desk.expect(" o █ Unmet ").expect("[e High !!!]");
    desk.keys("u").expect(" e High !!! ");
    desk.keys("<C-r>").expect("[e High !!!]");
}

#[test]
fn all_selected_needs_are_set_after_a_yes_and_undone_as_one() {
    let mut desk = desk();
    desk.keys("4<F5>AA<space><space><space>").expect("● 3 selected");
    desk.keys("rm<Enter>").expect("Response  → Met");
    desk.keys("n").expect("3 selected");
    desk.keys("rm<Enter>y").expect("3 needs changed");
    let met = |desk: &mut Desk| {
        desk.keys("/<C-u>chapter:V response:met<Enter>");
        let line = desk.line(1);
        desk.keys("<Esc>");
        line
    };
    let after = met(&mut desk);
    desk.keys("u").expect("3 needs: undone");
    assert_ne!(after, met(&mut desk));
}

#[test]
fn the_selection_stays_when_the_filter_changes() {
    let mut desk = desk();
    desk.keys("4<F5><space><space><F5><F2>").expect("● 2 selected");
    desk.keys("N").expect("Select none: Esc, or A twice, from now on").expect("● 2 selected");
    desk.keys("<Esc>");
    assert!(!desk.shows("● 2 selected"));
}

#[test]
fn a_focal_point_is_picked_by_typing_with_the_likely_first() {
    let mut desk = desk();
    desk.keys("4/state:ghana<Enter>a");
    let first = desk.screen().lines().find(|l| l.contains("Focal point of")).unwrap().to_owned();
    assert!(first.contains("Focal point of Ghana"), "{}", desk.screen());
    desk.keys("pacific<Enter>").expect("changed");
    desk.keys("<Enter>").expect("Regional adviser, Pacific");
}

#[test]
fn notes_are_written_and_kept() {
    let mut desk = desk();
    desk.keys("4<Enter>nask again<Enter>in March").expect("ask again");
    assert_eq!(desk.program.app().context(), KeyContext::Notes, "Enter begins a line");
    desk.keys("<C-s>").expect("Need 1 changed").expect("ask again").expect("in March");
}

#[test]
fn the_cursor_stays_on_its_need_when_the_order_changes() {
    let mut desk = desk();
    desk.keys("4<Down*40>");
    let id = desk.program.app().current_need().unwrap().id();
    desk.keys("sb").expect("State▲");
    assert_eq!(desk.program.app().current_need().unwrap().id(), id);
    desk.keys("S").expect("State▼");
    assert_eq!(desk.program.app().current_need().unwrap().id(), id);
    desk.keys("<F5><F5>");
    assert!(desk.shows("State▼"));
}

#[test]
fn the_triage_screen_moves_between_people_and_queue() {
    let mut desk = desk();
    desk.keys("5").expect("nobody").expect("Queue of nobody");
    desk.keys("h<Down>");
    assert!(!desk.shows("Queue of nobody"), "{}", desk.screen());
    desk.keys("l<Enter>");
    assert_eq!(desk.program.app().context(), KeyContext::Need);
    desk.keys("<Esc>");
    assert_eq!(desk.program.app().context(), KeyContext::Triage);
}

#[test]
fn neighbours_are_reached_from_a_needs_page() {
    let mut desk = desk();
    desk.keys("4<Enter><Right>").expect("Need 2 ");
    desk.keys("<Left>").expect("Need 1 ");
    desk.keys("<Right><Right><Esc>");
    assert_eq!(desk.program.app().current_need().unwrap().id(), NeedNumber::new(3));
}

#[test]
fn help_narrows_as_one_types_and_runs_what_one_chooses() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("4?").expect("Keys: Needs").expect("totals and charts").expect("Screens");
    desk.keys("colours");
    assert!(!desk.shows("totals and charts"));
    desk.keys("<Esc>:triage<Enter>");
    assert_eq!(desk.program.app().context(), KeyContext::Triage);
}

#[test]
fn history_shows_who_changed_what() {
    let mut desk = desk();
    desk.keys("4ph<Enter>gh").expect("Priority: – → High").expect("Secretariat");
    desk.keys("<Enter>").expect("Mozambique, art. 15");
    desk.keys("j<Enter>").expect("Need 1 ");
    desk.keys("<Esc><Esc><Esc>1gh").expect("1/928");
}

#[test]
fn the_language_is_a_key_away() {
    let mut desk = desk();
    desk.keys("zl").expect("概览").expect("示例数据");
    desk.keys("4<F5>").expect("108 / 3,954项需求");
    desk.keys("zl").expect("108 of 3,954 needs");
}

#[test]
fn a_filter_that_matches_nothing_says_so_and_what_to_do() {
    let mut desk = desk();
    desk.keys("4/chapter:VI cycle:1<Enter>").expect("No need matches").expect("clears it");
    desk.keys("p").expect("no need under the cursor");
}

#[test]
fn read_only_is_shown_and_edits_are_refused_with_the_reason() {
    let mut desk = Desk::with(SMALL, |start| start.read_only = true);
    desk.expect("read-only");
    desk.keys("4p").expect("reading only");
    desk.keys("u").expect("reading only");
}

#[test]
fn too_small_a_window_says_so_and_recovers() {
    let mut desk = desk();
    desk.program.take(Event::Resize(30, 8));
    desk.expect("30×8").expect("40×12");
    desk.program.take(Event::Resize(80, 24));
    desk.expect("3,954 of 3,954 needs");
}

#[test]
fn at_80_columns_every_column_that_is_named_has_room() {
    for (lang, keys) in [(Lang::En, "4"), (Lang::En, "2"), (Lang::En, "3"), (Lang::Zh, "4")] {
        let mut desk = Desk::new(SMALL, lang);
        desk.keys(keys);
        let header = desk.line(2);
        assert!(!header.contains('…'), "{header}");
    }
}

#[test]
fn without_colour_nothing_is_coloured() {
    let mut desk =
        Desk::with(SMALL, |start| start.config.theme = Some(ta_tui::config::ColourScheme::None));
    desk.keys("4");
    let buffer = desk.buffer();
    assert!(buffer.content().iter().all(|cell| cell.fg == ratatui::style::Color::Reset));
    assert!(buffer.content().iter().any(|cell| cell.modifier.contains(Modifier::REVERSED)));
}

fn opened(size: (u16, u16), lang: Lang, way: Way) -> Desk {
    let mut desk = Desk::new(size, lang);
    places::lead(&mut desk, way);
    desk
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Opened at one size, used, and drawn at another.
    #[test]
    fn any_overlay_draws_at_any_size(
        size in (1u16..=250, 1u16..=80),
        then in (1u16..=250, 1u16..=80),
        zh in any::<bool>(),
        overlay in prop::sample::select(places::overlays().collect::<Vec<_>>()),
        keys in "(j|k|a|资|\u{301}|<Down>|<Up>|<PgDn>|<End>|<Tab>|<BS>|<Enter>|<Space>|e|m|\\+){0,6}",
    ) {
        let mut desk = opened(size, if zh { Lang::Zh } else { Lang::En }, overlay);
        for size in [size, then] {
            desk.program.take(Event::Resize(size.0, size.1));
            let (buffer, cursor) = desk.program.draw();
            prop_assert_eq!((buffer.area.width, buffer.area.height), size);
            if let Some(cursor) = cursor {
                prop_assert!(cursor.x < size.0 && cursor.y < size.1, "{:?} {:?}", keys, cursor);
            }
            let mut mended = buffer.clone();
            picture::mend_wide_cells(&mut mended);
            prop_assert_eq!(mended, buffer, "half a character");
            desk.keys(&keys);
        }
        desk.buffer();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_screen_draws_at_any_size(
        columns in 1u16..=250,
        rows in 1u16..=80,
        zh in any::<bool>(),
        keys in "([1-57]|gt)(f|gt|<C-t>|zd|7|7Gk|7Gkk|v|zd2019|/cha|<Enter>|p|a|:|\\?|s|gh|z|zz|zu|zv|zi|A|g|=|e|o|m|zr|gv|\\+|zc|<Space>|#|==|=d|=o|gn|l|<Tab>|<Enter>|\\.|<Tab>|j|G|n|<F2>|资|\u{301}){0,6}",
    ) {
        let mut desk = Desk::new((columns, rows), if zh { Lang::Zh } else { Lang::En });
        desk.keys(&keys);
        let (buffer, cursor) = desk.program.draw();
        prop_assert_eq!((buffer.area.width, buffer.area.height), (columns, rows));
        if let Some(cursor) = cursor {
            prop_assert!(cursor.x < columns && cursor.y < rows, "{} {:?}", keys, cursor);
        }
    }
}

#[test]
fn every_screen_has_its_number_and_its_name() {
    for (size, expected) in [
        (SMALL, " 1 Overview 2 States 3 Reviews 4 Needs 5 Triage 6 Assist 7 Figures "),
        (LARGE, " 1 Overview  2 States  3 Reviews  4 Needs  5 Triage  6 Assistance  7 Figures "),
    ] {
        let mut desk = Desk::new(size, Lang::En);
        desk.keys("4zn").expect("State names hidden");
        let first = desk.screen().lines().next().unwrap().to_owned();
        assert!(first.starts_with(expected), "{first}");
    }
}

/// The overview shows no texts of needs, so that they may not have been read.
#[test]
fn a_need_has_its_text_by_whatever_way_it_was_reached() {
    for keys in [
        "gh<Enter>",
        "gh<Enter><Esc><Esc>4<Enter>",
        "zngh<Enter>",
        "gtgh<Enter>",
        "7gh<Enter>",
        "gh<Enter>zl",
    ] {
        // A user with a queue asks for the texts from the start.
        let mut desk = Desk::with(SMALL, |start| start.who = None);
        desk.keys(keys);
        let text = "Comparison of domestic law with";
        assert!(desk.shows(text), "{keys}\n{}", desk.screen());
    }
}

#[test]
fn what_a_list_is_sorted_by_is_seen_however_narrow_it_is() {
    for (size, pane) in [((80, 24), ""), ((100, 30), "f"), ((40, 12), ""), ((200, 50), "")] {
        for (screen, columns) in [("2", 6), ("3", 6), ("4", 10)] {
            let mut desk = Desk::new(size, Lang::En);
            for column in 0..columns {
                let down = "<Down>".repeat(column);
                desk.keys(&format!("{screen}s<Home>{down}<Enter>{pane}"));
                let head = desk.line(2);
                let arrows = head.matches(['▲', '▼']).count();
                assert_eq!(arrows, 1, "{size:?} {screen} {column}\n{}", desk.screen());
                desk.keys(if pane.is_empty() { "" } else { "f" });
            }
        }
    }
}

#[test]
fn mistakes_in_the_settings_are_told_on_the_first_screen_with_how_many_there_are() {
    let keys = "[keys]\n\"triage.low\" = \"y\"\n\"triage.high\" = \"y\"\nnothing = \"z\"\n";
    let mut desk = Desk::with(SMALL, |start| start.config = Config::parse("c", keys.as_bytes()));
    desk.expect("1 of 2: c:3:1: the key y is");
    // The key has its first setting, and its old effect is shown nowhere.
    desk.keys("4y<Enter>");
    desk.expect("15     !   –");
}

#[test]
fn what_is_said_of_keys_names_the_keys_of_ones_own() {
    let with = |keys: &str, lang| {
        let config = Config::parse("c", format!("[keys]\n{keys}").as_bytes());
        Desk::with(SMALL, |start| (start.config, start.lang) = (config, lang))
    };
    let keys = "help = \"w\"\nquit = \"Z\"\n";
    let mut desk = with(keys, Lang::En);
    desk.keys("?").expect("? does nothing here; w shows the keys");
    desk.keys("<Esc><Esc>").expect("Already on a main screen, no filter; Z quits");
    let mut desk = with(keys, Lang::Zh);
    desk.keys("?").expect("此处不能用?；按w查看按键");
    desk.keys("<Esc><Esc>").expect("按Z退出");
    let mut desk = with("help = []\nquit = []\n", Lang::En);
    desk.keys("?").expect("? does nothing here");
    assert!(!desk.shows("shows the keys"), "{}", desk.screen());
    desk.keys("<Esc><Esc>").expect("Already on a main screen, no filter; Ctrl-c quits");
}

#[test]
fn no_number_stands_beside_a_word_that_may_become_a_field() {
    let mut desk = desk();
    desk.keys("4/art").expect("… of 3,954 needs");
    desk.keys("i").expect("… of 3,954 needs");
    desk.keys("s").expect(" of 3,954 needs");
    assert!(!desk.shows("… of"), "it is a word now\n{}", desk.screen());
    desk.keys("<Esc>/chapter:V re").expect("… of 3,954 needs");
    // Enter takes the word as it stands.
    desk.keys("<Enter>");
    assert!(!desk.shows("… of"), "{}", desk.screen());
}

#[test]
fn keys_that_edit_text_are_in_the_help_and_can_be_chosen_there() {
    let mut desk = Desk::new((100, 30), Lang::En);
    desk.keys("4/asset recovery<F1>delete the word on the left");
    desk.expect("Ctrl-w").expect("Delete the word on the left");
    desk.keys("<Enter>");
    assert_eq!(desk.program.app().place().filter.to_string(), "asset");
    // Keys of rows stand there too.
    desk.keys("<Esc>s");
    desk.keys("?this letter").expect("its letter");
}
