//! Triage at one key a field: each task in exactly the keys that `docs/keys.md` counts, and the
//! queue between and after decisions.

use crate::support::counted::{EVERYDAY, TASKS};
use crate::support::desk::Desk;
use std::collections::BTreeSet;
use ta_tui::app::context::KeyContext;
use ta_tui::app::key;
use ta_tui::cli::Start;
use ta_tui::domain::{Day, NeedNumber, TriageField};
use ta_tui::store::{Access, LogEntry, LogQuery, Store};
use ta_tui::text::{Lang, Text};

const SMALL: (u16, u16) = (80, 24);

fn desk() -> Desk {
    Desk::new(SMALL, Lang::En)
}

/// The changes in the file, the newest first.
fn log(desk: &Desk) -> Vec<LogEntry> {
    let store = Store::open(&desk.db, Access::ReadOnly).unwrap();
    store.log(&LogQuery { limit: 1_000_000, ..LogQuery::default() }).unwrap()
}

/// The needs and the fields that these changes concern.
fn concerned(changes: &[LogEntry]) -> (usize, Vec<&'static str>) {
    let needs: BTreeSet<u32> = changes.iter().map(|entry| entry.record.number).collect();
    let fields: BTreeSet<&str> = changes.iter().map(|entry| entry.field.code()).collect();
    (needs.len(), fields.into_iter().collect())
}

/// The need under the cursor.
fn here(desk: &Desk) -> u32 {
    desk.program.app().current_need().unwrap().id().get()
}

#[test]
fn every_task_takes_the_keys_that_are_counted() {
    for task in EVERYDAY.iter().chain(TASKS) {
        let count = key::script(task.keys).unwrap().len();
        assert!(count <= task.most, "{}: {count} keys", task.what);
        let mut desk = desk();
        desk.keys(task.from);
        let before = log(&desk).len();
        desk.keys(task.keys);
        for shown in task.shows {
            desk.expect(shown);
        }
        let changes = log(&desk);
        let written = concerned(&changes[..changes.len() - before]);
        assert_eq!(written, (task.writes.0, task.writes.1.to_vec()), "{}", task.what);
        assert!(desk.program.app().overlays.is_empty(), "{}: something is left open", task.what);
    }
}

#[test]
fn the_queue_moves_on_when_all_three_are_set_and_not_before() {
    let mut desk = desk();
    desk.keys("5/priority:none response:none -focal:any<Enter>");
    let first = here(&desk);
    desk.keys("e");
    assert_eq!(here(&desk), first);
    desk.keys("o");
    assert_eq!(here(&desk), first, "two decisions are not all");
    desk.keys("a<Enter>");
    let second = here(&desk);
    assert_ne!(second, first);
    // in whatever order
    desk.keys("a<Enter>");
    assert_eq!(here(&desk), second);
    desk.keys("m");
    assert_eq!(here(&desk), second, "two decisions are not all");
    desk.keys("c");
    let third = here(&desk);
    assert_ne!(third, second);
    desk.keys("a<Enter>e");
    assert_eq!(here(&desk), third, "two decisions are not all");
    desk.keys("o");
    assert_ne!(here(&desk), third);
}

#[test]
fn the_queue_does_not_go_on_without_what_could_not_be_written() {
    let mut desk = desk();
    desk.keys("5eo");
    let first = here(&desk);
    let away = desk.db.with_extension("away");
    std::fs::rename(&desk.db, &away).unwrap();
    desk.keys("a<Enter>").expect("Nothing was written");
    assert_eq!(here(&desk), first, "it is still to be decided");
    std::fs::rename(&away, &desk.db).unwrap();
    desk.keys("a<Enter>");
    assert_ne!(here(&desk), first);
}

#[test]
fn a_need_stays_under_the_cursor_though_a_decision_takes_it_out_of_the_list() {
    for screen in ["5", "4"] {
        let mut desk = desk();
        desk.keys(screen).keys("/is:untriaged -focal:any id:>100<Enter><Down*3>");
        let (id, line) = (here(&desk), desk.screen());
        let row = |screen: &str| {
            screen.lines().position(|line| line.contains(&format!("▌{id:>8}"))).unwrap_or_else(
                || screen.lines().position(|line| line.contains(&format!(" {id} "))).unwrap(),
            )
        };
        let before = row(&line);
        // On a list to read a letter opens the list of values.
        let taken = if screen == "4" { "<Enter>" } else { "" };
        desk.keys("e").keys(taken);
        desk.keys("i").keys(taken);
        assert_eq!(here(&desk), id, "it is triaged now, which the filter does not ask for");
        assert_eq!(row(&desk.screen()), before, "in the same row\n{}", desk.screen());
        desk.keys("<Down>");
        assert_ne!(here(&desk), id);
        desk.keys("<Up>");
        assert_ne!(here(&desk), id, "once left, it goes where it belongs");
    }
}

#[test]
fn a_need_decided_long_ago_can_be_decided_anew_without_losing_it() {
    let mut desk = desk();
    desk.keys("5h<Down>l/priority:any response:any<Enter>");
    let id = here(&desk);
    desk.keys("c");
    desk.keys("x");
    assert_eq!(here(&desk), id, "it was complete before: nothing has been completed");
}

#[test]
fn undo_in_the_queue_comes_back_to_the_need() {
    let mut desk = desk();
    desk.keys("5");
    let first = here(&desk);
    desk.keys("eoa<Enter>");
    assert_ne!(here(&desk), first);
    desk.keys("u");
    assert_eq!(here(&desk), first, "what was taken back can be decided again");
}

#[test]
fn keys_before_the_answers_reach_the_need_that_they_were_meant_for() {
    let mut desk = desk();
    desk.keys("5/priority:none response:none<Enter>");
    let first = here(&desk);
    // all at once, as a fast typist on a slow line
    for key in key::script("eoa<Enter>eoa<Enter>").unwrap() {
        desk.program.type_ahead(key);
    }
    desk.program.catch_up();
    let changes = log(&desk);
    let of = |first_only: bool| -> Vec<LogEntry> {
        changes[..6]
            .iter()
            .filter(|entry| (entry.record.number == first) == first_only)
            .cloned()
            .collect()
    };
    for decided in [of(true), of(false)] {
        assert_eq!(concerned(&decided), (1, vec!["focal", "priority", "response"]));
    }
}

#[test]
fn what_is_skipped_comes_at_the_end_and_is_brought_back() {
    let mut desk = desk();
    desk.keys("5");
    let first = here(&desk);
    desk.keys("s");
    let second = here(&desk);
    assert_ne!(second, first);
    desk.keys("G");
    assert_eq!(here(&desk), first);
    desk.expect("»");
    desk.keys("zs").expect("One skipped need is back");
    desk.keys("gg");
    assert_eq!(here(&desk), first);
}

#[test]
fn the_screen_turned_round_shows_whose_each_need_is() {
    let mut desk = desk();
    desk.keys("5zr/focal:any<Enter>").expect("whose they are");
    let id = here(&desk);
    let owner = desk.program.app().current_need().unwrap().focal_slot();
    assert!(owner.place().is_some());
    desk.keys("zr");
    assert_eq!(here(&desk), id, "the same need, in its owner's queue");
    assert_eq!(desk.program.app().shown_person(), owner);
}

#[test]
fn further_decisions_join_the_question_and_are_one_undo() {
    let mut desk = desk();
    desk.keys("4/chapter:V<Enter>A").expect("● 108 selected");
    desk.keys("e").expect("Change 108 needs?").expect("Priority  → High");
    desk.keys("d").expect("Priority  → Medium");
    assert!(!desk.shows("Priority  → High"), "a later one about a field takes its place");
    desk.keys("mpl<Enter>").expect("Priority  → Low").expect("Response  → Met");
    let before = log(&desk).len();
    desk.keys("y").expect("needs changed");
    let batches: BTreeSet<i64> =
        log(&desk).iter().rev().skip(before).map(|entry| entry.batch).collect();
    assert_eq!(batches.len(), 1);
    desk.keys("u").expect("needs: undone");
    let after = log(&desk);
    assert!(after.iter().take(100).all(|entry| entry.undoes.is_some()));
}

#[test]
fn the_count_says_what_the_filter_hides() {
    let mut desk = desk();
    desk.keys("4<F5>A").expect("● 108 selected");
    desk.keys("<F5><F2>").expect("● 108 selected, 107 not shown here");
    desk.keys("e").expect("107 of them are not on the list below");
}

#[test]
fn a_range_follows_the_cursor_and_a_decision_ends_it() {
    let mut desk = desk();
    desk.keys("4v<Down*4>").expect("● 5 selected");
    desk.keys("<Up*2>").expect("● 3 selected");
    desk.keys("<Esc>");
    assert!(!desk.shows("selected"), "Esc gives the range up");
    desk.keys("<Down*3>v<Up*2>e").expect("Change 3 needs?");
    desk.keys("n").expect("● 3 selected");
    desk.keys("<Down*10>v<Down>").expect("● 5 selected");
    desk.keys("v").expect("● 5 selected");
}

#[test]
fn a_hundred_thousand_selected_are_counted_without_looking_at_each() {
    let mut selected = ta_tui::app::Selected::default();
    selected.extend((0..100_000).map(NeedNumber::new));
    assert_eq!((selected.len(), selected.contains(NeedNumber::new(99_999))), (100_000, true));
}

#[test]
fn everybody_with_a_queue_begins_with_it() {
    let start = |who: Option<&str>, view: Option<ta_tui::config::StartScreen>| {
        Desk::with(SMALL, |start| {
            start.who = who.map(str::to_owned);
            start.config.start = view;
        })
    };
    start(Some("fp-al"), None).expect("Queue of Focal point of Albania");
    start(Some("fp-af"), None).expect("reviews completed"); // a person without needs
    start(None, None).expect("reviews completed");
    start(Some("fp-al"), Some(ta_tui::config::StartScreen::Overview)).expect("reviews completed");
    start(None, Some(ta_tui::config::StartScreen::Triage)).expect("Queue of nobody");
}

#[test]
fn looking_changes_nothing() {
    let mut desk = desk();
    let rows = |desk: &Desk| {
        let sql = rusqlite::Connection::open(&desk.db).unwrap();
        let all = "SELECT (SELECT count(*) FROM batch), sum(version), sum(changed_at) FROM need";
        sql.query_row(all, [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
        })
        .unwrap()
    };
    let before = rows(&desk);
    desk.keys(
        "5jjk<PgDn>G<Enter><Right>gh<Right><Esc><Esc>hjjlzrzrs4<Enter><Left><Esc>p<Esc>a<Esc>",
    );
    desk.keys("#<Esc>==<Esc>=d<Esc>n<Esc>5hGl<Space>N/chapter:V<Enter>AN2<Enter>3<Enter>1");
    assert_eq!(rows(&desk), before);
}

#[test]
fn among_the_people_no_need_is_decided_about() {
    let mut desk = desk();
    let before = log(&desk).len();
    desk.keys("5/priority:none<Enter>he").expect("no need under the cursor");
    assert_eq!(log(&desk).len(), before);
    desk.keys("<Enter>e").expect("changed");
}

#[test]
fn the_letters_work_on_a_russian_keyboard() {
    let mut desk = desk();
    // у and щ are where e and o are
    desk.keys("4<Enter>ущ").expect("[e High !!!]").expect("[o █ Unmet]");
}

#[test]
fn the_picker_finds_people_by_code_country_and_other_languages() {
    for typed in ["fp-gh", "GHA", "加纳"] {
        let mut desk = desk();
        desk.keys("4a").keys(typed).expect("Focal point of Ghana");
        assert_eq!(desk.program.app().context(), KeyContext::Picker);
        desk.keys("<Enter><Enter>").expect("Focal point of Ghana");
    }
}

/// The figures give way, the least telling first; the queue without a name is that of "nobody".
#[test]
fn the_names_of_people_stay_where_there_is_little_room() {
    let lines = |size, keys: &str| {
        let mut desk = Desk::new(size, Lang::En);
        desk.keys(keys);
        [desk.line(2), desk.line(4)]
    };
    let [head, line] = lines((80, 24), "5");
    assert!(head.starts_with(" Person      untriaged high overdue    Need "), "{head}");
    assert!(line.starts_with(" E+S Africa         46    2      56 "), "{line}");
    let [head, line] = lines((60, 20), "5");
    assert!(head.starts_with(" Person      untriaged high   Need "), "{head}");
    assert!(line.starts_with(" E+S Africa         46    2 "), "{line}");
    let [head, line] = lines((40, 12), "5");
    assert!(head.starts_with(" Person  untriaged   Need "), "{head}");
    assert!(line.starts_with(" Easter…        46 "), "{line}");
}

#[test]
fn where_nothing_can_be_changed_no_key_is_offered_for_it() {
    let past = |start: &mut Start| start.as_of = Day::parse("2019-09-01");
    let read_only = |start: &mut Start| start.read_only = true;
    for change in [past as fn(&mut Start), read_only] {
        let mut desk = Desk::with(SMALL, change);
        desk.keys("5").expect("Priority     High !!!  Horizon").expect("Focal point  nobody\n");
        desk.keys("4/priority:high<Enter><Enter>").expect("   Priority         High !!!\n");
        for offered in ["Medium !!", "Unmet ", " a Focal", " n Notes", "→"] {
            assert!(!desk.shows(offered), "{offered}\n{}", desk.screen());
        }
        // The keys do nothing but say why.
        desk.keys("d").expect("   Priority         High !!!\n");
    }
}

#[test]
fn repeating_assigns_each_need_to_whoever_is_likely_for_it() {
    let mut desk = Desk::with(SMALL, |start| start.who = None);
    desk.keys("5");
    let state = |desk: &Desk| {
        let need = desk.program.app().current_need().unwrap();
        (need.id(), need.state().iso2.to_lowercase())
    };
    let first = state(&desk);
    desk.keys("eoa<Enter>");
    let second = state(&desk);
    assert_ne!(first.1, second.1, "needs of two States");
    desk.keys(".");
    let store = Store::open(&desk.db, Access::ReadOnly).unwrap();
    for (need, state) in [first, second] {
        let log = store.log(&LogQuery { needs: Some(&[need]), ..LogQuery::default() }).unwrap();
        let given = log.iter().find(|entry| entry.field == TriageField::FocalPoint.into()).unwrap();
        assert_eq!(given.after.as_deref(), Some(&*format!("fp-{state}")), "{need}");
    }
}

#[test]
fn a_filter_that_is_typed_leaves_the_cursor_where_it_was() {
    let mut desk = desk();
    desk.keys("5h<Down>l");
    let need = here(&desk);
    assert!(need > 40, "the filter's first figures find others");
    desk.keys(&format!("/id:1..{}", need + 50));
    assert_eq!(here(&desk), need);
    desk.keys("<Enter>");
    assert_eq!(here(&desk), need);
    // Typed at once, before any answer.
    desk.keys("j");
    let need = here(&desk);
    desk.keys("/id:1<Esc>");
    assert_eq!(here(&desk), need);
    for key in key::script(&format!("/id:1..{}<Enter>", need + 60)).unwrap() {
        desk.program.type_ahead(key);
    }
    desk.program.catch_up();
    assert_eq!(here(&desk), need);
    // Without it, the cursor is on the first row.
    desk.keys("z0/id:3594<Enter>");
    assert_eq!(here(&desk), 3594);
}

#[test]
fn decisions_that_do_not_fit_are_said_to_be_left_out() {
    for lang in [Lang::En, Lang::Zh] {
        for width in 45..100 {
            let mut desk = Desk::new((width, 24), lang);
            desk.keys("5");
            let screen = desk.screen();
            let head = Text::of(lang).tr("field-response");
            let row = screen.lines().find(|line| line.trim_start().starts_with(&*head));
            let row = row.and_then(|row| row.split('│').next()).unwrap();
            let all = row.contains('×');
            assert!(all || row.contains('…'), "{width}\n{screen}");
        }
    }
}

#[test]
fn the_list_of_people_says_that_it_goes_on_and_names_are_cut_at_their_ends_alone() {
    for lang in [Lang::En, Lang::Zh] {
        for width in 40..=120 {
            let mut desk = Desk::new((width, 24), lang);
            desk.keys("5");
            let screen = desk.screen();
            let lines: Vec<&str> = screen.lines().skip(3).collect();
            let rule = lines.iter().position(|line| line.contains("──")).unwrap();
            // Two lists go on below, each with its mark.
            let marks = lines[rule - 1].matches('▾').count();
            assert_eq!(marks, 2, "{lang:?} {width}\n{screen}");
            for line in &lines[..rule] {
                let name = line.trim_start_matches(['▌', ' ']).split("  ").next().unwrap();
                let inside = name.trim_end().trim_end_matches('…');
                assert!(!inside.contains('…'), "{lang:?} {width}: {line}\n{screen}");
            }
        }
    }
}
