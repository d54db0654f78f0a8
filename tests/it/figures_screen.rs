//! The screen of figures and the day of the whole program: keys in, screens out, every number
//! compared with the records behind it.

use crate::support::desk::Desk;
use ta_tui::analysis::DESIGNS;
use ta_tui::analysis::ledger::{Form, What};
use ta_tui::app::context::KeyContext;
use ta_tui::app::layers::counted::CountedRecords;
use ta_tui::app::layers::picker::Pick;
use ta_tui::app::place::View;
use ta_tui::app::state::figures::Figures;
use ta_tui::app::{self, App};
use ta_tui::query::Measure;
use ta_tui::text::Lang;

fn desk() -> Desk {
    Desk::new((120, 40), Lang::En)
}

fn state(app: &App) -> &Figures {
    match &app.place().view {
        View::Figures(state) => state,
        other => panic!("not the figures: {other:?}"),
    }
}

/// How many records the list on the screen has.
fn listed(desk: &Desk) -> usize {
    let app = desk.program.app();
    let rows = App::identities(app.answer.as_deref(), &app.place().view, Lang::En);
    app::list::Rows::count(&rows)
}

/// The number under the cursor of a figure.
fn number(app: &App) -> u32 {
    let figure = app.drawn().expect("a figure").figure;
    let (line, column) = state(app).place(figure);
    let now = &figure.now;
    match (now.rows.get(line), figure.columns.is_some()) {
        (Some(row), false) => *row,
        (None, false) => now.total,
        (Some(row), true) => now.cells[line].get(column).copied().unwrap_or(*row),
        (None, true) => now.columns.get(column).copied().unwrap_or(now.total),
    }
}

#[test]
fn every_number_of_a_figure_opens_what_it_counts_and_esc_comes_back_to_it() {
    for entry in 0..DESIGNS.len() {
        let mut desk = desk();
        desk.keys(&format!("7{}l", "j".repeat(entry)));
        for turn in ["", "zu"] {
            desk.keys(turn);
            let measure = desk.program.app().drawn().unwrap().figure.measure;
            let lines = desk.program.app().drawn().unwrap().figure.rows.slots.len();
            let mut opened = 0;
            desk.keys("gg");
            for line in 0..=lines {
                let (app, shown) = (desk.program.app(), desk.line(6));
                let (expected, place) =
                    (number(app), state(app).place(app.drawn().unwrap().figure));
                assert_eq!(place.0, line, "{shown}");
                desk.keys("<Enter>");
                let context = desk.program.app().context();
                let screen =
                    if measure == Measure::States { KeyContext::States } else { KeyContext::Needs };
                assert_eq!(context, screen);
                assert_eq!(listed(&desk), expected as usize, "figure {} at {place:?}", entry + 1);
                desk.keys("<Esc>");
                let app = desk.program.app();
                assert_eq!(state(app).place(app.drawn().unwrap().figure), place);
                opened += expected;
                // along the diagonal, so that every column and the sums at both edges are met
                desk.keys("j");
                if desk.program.app().drawn().unwrap().figure.columns.is_some() {
                    desk.keys("l");
                }
            }
            assert!(opened > 0);
        }
    }
}

#[test]
fn the_list_names_the_figures_and_the_cursor_goes_in_and_out() {
    let mut desk = desk();
    desk.keys("7").expect("Figure I. ").expect("First cycle").expect("Published figures");
    desk.keys("jjj").expect("Figure IV. ").expect("II Preventive measures");
    assert!(state(desk.program.app()).in_list);
    desk.keys("<Enter>");
    assert!(!state(desk.program.app()).in_list);
    desk.keys("h");
    assert!(state(desk.program.app()).in_list);
    // in a table the columns come before the list
    desk.keys("klllhh");
    assert!(!state(desk.program.app()).in_list);
    desk.keys("h");
    assert!(state(desk.program.app()).in_list);
}

#[test]
fn a_figure_follows_the_filter() {
    let mut desk = desk();
    desk.keys("7jjj").expect("n = 282 needs");
    desk.keys("/region:african<Enter>");
    let app = desk.program.app();
    let total = app.drawn().unwrap().figure.now.total;
    assert!(0 < total && total < 282, "{total}");
    desk.keys("/<C-u>chapter:III<Enter>").expect("there is nothing to count");
    desk.keys("l<Enter>").expect("No need matches");
}

#[test]
fn the_day_is_that_of_the_whole_program() {
    let mut desk = desk();
    desk.keys("7jjj").expect("n = 282 needs");
    desk.keys("zd2019-05-31<Enter>").expect("n = 164 needs").expect("as of 2019-05-31");
    desk.expect("The register of 31 May 2019: read only; z d returns to today");
    for screen in ["1", "2", "3", "4", "5", "7"] {
        desk.keys(screen).expect("as of 2019-05-31").expect("of 3,819 needs");
    }
    // a need's page and its changes are of that day too
    desk.keys("4<Enter>").expect("as of 2019-05-31");
    desk.keys("<Esc>gh").expect("as of 2019-05-31");
    desk.keys("<Esc>zd").expect("today, the register as it is");
    desk.keys("today<Enter>");
    assert!(!desk.shows("as of "), "{}", desk.screen());
    desk.expect("3,954 of 3,954 needs");
    desk.keys("e<Enter>").expect("changed");
}

#[test]
fn the_past_cannot_be_changed() {
    let mut desk = desk();
    desk.keys("4zd2019-05-31<Enter>");
    for key in ["e", "o", "a", ".", "n", "#", "==", "=d", "u", "<C-r>", "p", "Ae"] {
        desk.keys(key).expect("Showing an earlier day");
        assert_eq!(desk.program.app().context(), KeyContext::Needs, "{key}");
    }
    desk.keys("5=o").expect("Showing an earlier day");
}

#[test]
fn a_day_is_chosen_from_the_notes_and_sessions() {
    let mut desk = desk();
    desk.keys("4zd").expect("the note CAC/COSP/2019/14").expect("eighth session");
    desk.keys("2017/7<Enter>").expect("as of 2017-09-01");
    // the list opens where one is
    desk.keys("zd<Enter>").expect("as of 2017-09-01");
}

#[test]
fn what_is_no_day_is_refused_in_plain_words() {
    let mut desk = desk();
    for (typed, said) in
        [("2019-02-30", "is not a date"), ("2999", "is not over yet"), ("qqq", "is not a date")]
    {
        desk.keys(&format!("4zd{typed}<Enter>")).expect(said);
        assert_eq!(desk.program.app().context(), KeyContext::Picker, "the list stays open");
        desk.keys("<Esc>").expect("3,954 of 3,954 needs");
    }
    desk.keys("zd1999<Enter>").expect("the register held no need yet").expect("0 of 0 needs");
    desk.keys("7").expect("there is nothing to count");
}

#[test]
fn the_published_figures_have_verdicts_and_open_the_records_of_their_day() {
    let mut desk = desk();
    desk.keys("7G").expect("4 differing").expect("✓ reproduced").expect("≠ contradicts");
    desk.keys("l").expect("1/128");
    let count = listed(&desk);
    let (mut opened, mut refused) = (0, 0);
    for place in 0..count {
        let verified = desk.program.app().verified().unwrap().clone();
        let finding = &verified.findings[place];
        let entry = &verified.ledger[finding.entry];
        desk.keys("<Enter>");
        let what = entry.query.as_ref().map(|query| (&query.what, &query.form, query.as_of));
        match what {
            Some((What::Counted(..), form, as_of)) => {
                assert_eq!(desk.program.app().as_of(), as_of, "{}", entry.id);
                if *form == Form::Number {
                    let computed = finding.computed.as_deref().unwrap();
                    assert_eq!(listed(&desk).to_string(), computed, "{}", entry.id);
                    opened += 1;
                }
                desk.keys("<Esc>");
            }
            Some((What::Stakeholders(_), _, as_of)) => {
                let app = desk.program.app();
                assert_eq!(app.as_of(), as_of, "{}", entry.id);
                let View::Reviews(page) = &app.place().view else { panic!("{}", desk.screen()) };
                let answer = app.answer.as_deref().unwrap();
                let reviews = app::screens::reviews::rows(answer, &page.list, Lang::En);
                let took_part =
                    reviews.iter().filter(|row| row.review.stakeholders == Some(true)).count();
                let (part, whole) = finding.parts.unwrap();
                assert_eq!((took_part, reviews.len()), (part as usize, whole as usize));
                assert_eq!(reviews[0].review.stakeholders, Some(true), "they come first");
                opened += 1;
                desk.keys("<Esc>");
            }
            Some(_) => {
                let Some(counted) = desk.program.app().overlays.top::<Pick<CountedRecords>>()
                else {
                    panic!("{}\n{}", entry.id, desk.screen())
                };
                let (title, picker) = (&counted.of.name, &counted.picker);
                assert!(title.starts_with(&entry.id), "{title}");
                let computed = finding.computed.as_deref().unwrap();
                if matches!(what, Some((What::Told(..), ..))) {
                    assert!(picker.items[0].detail.starts_with(computed), "{}", entry.id);
                } else {
                    let sum: u32 = picker.items.iter().map(|item| item.value).sum();
                    assert_eq!(sum.to_string(), computed, "{}", entry.id);
                }
                assert!(desk.shows(&picker.items[0].label.chars().take(20).collect::<String>()));
                opened += 1;
                desk.keys("<Esc>");
            }
            None => {
                desk.expect("nothing to open");
                refused += 1;
            }
        }
        assert_eq!(desk.program.app().as_of(), None, "{}: today again", entry.id);
        assert_eq!(state(desk.program.app()).findings.row, place);
        desk.keys("j");
    }
    assert!(opened > 60 && refused > 8, "{opened} opened, {refused} refused");
}

#[test]
fn a_finding_is_computed_anew_after_a_change() {
    let mut desk = desk();
    desk.keys("7G").expect("4 differing");
    desk.keys("4<Enter>").expect("Need 1 ");
    desk.keys("e").expect("changed");
    desk.keys("7").expect("4 differing");
}

#[test]
fn without_colour_and_in_chinese_the_figures_can_be_read() {
    let mut desk = Desk::with((80, 24), |start| {
        start.lang = Lang::Zh;
        start.config.theme = Some(ta_tui::config::ColourScheme::None);
    });
    desk.keys("7jjl").expect("图三").expect("▁").expect("总计").expect("3,672");
    let buffer = desk.buffer();
    assert!(buffer.content().iter().all(|cell| cell.fg == ratatui::style::Color::Reset));
    desk.keys("hhhG").expect("✓ 相符").expect("≠ 矛盾");
}

#[test]
fn what_is_decided_today_changes_nothing_published_and_is_not_verified_again() {
    let mut desk = desk();
    let verified = |desk: &mut Desk| {
        desk.keys("7G").expect("112 reproduced");
        std::sync::Arc::clone(desk.program.app().verified().unwrap())
    };
    let first = verified(&mut desk);
    desk.keys("4c<Enter>").expect("Low");
    assert!(std::sync::Arc::ptr_eq(&first, &verified(&mut desk)), "worked out again");
    // Published figures are about a theme, though not on a day to come.
    desk.keys("4#asset<Enter><Enter>");
    assert!(!std::sync::Arc::ptr_eq(&first, &verified(&mut desk)), "not worked out again");
}

#[test]
fn a_change_counts_from_its_place_in_the_log_whatever_its_clock_said() {
    let mut desk = desk();
    let high = |desk: &mut Desk| {
        desk.keys("4/<C-u>priority:high id:1<Enter>");
        listed(desk)
    };
    desk.keys("zd2019-05-31<Enter>");
    assert_eq!(high(&mut desk), 0);
    // Written today by a clock that stands at a day before: it was not there on that day.
    let sql = rusqlite::Connection::open(&desk.db).unwrap();
    let set = "INSERT INTO batch (id, at, who, note) VALUES (90000, 1500000000, 'fp-ke', '');
               UPDATE need SET priority = 'high', version = version + 1, changed_at = 1500000000
                 WHERE id = 1;
               INSERT INTO change (batch_id, kind, record, field, before, after, version)
                 SELECT 90000, 'need', 1, 'priority', NULL, 'high', version FROM need WHERE id = 1;";
    sql.execute_batch(set).unwrap();
    desk.keys("zdtoday<Enter>");
    desk.keys("4/<C-u>id:2<Enter>c<Enter>").expect("Low");
    desk.keys("zd2019-05-31<Enter>");
    assert_eq!(high(&mut desk), 0);
    desk.keys("zdtoday<Enter>");
    assert_eq!(high(&mut desk), 1);
}

#[test]
fn a_figure_is_compared_with_any_earlier_day_or_with_none() {
    let mut desk = desk();
    desk.keys("7jjj").expect("n = 282 needs");
    desk.keys("zw").expect("Compare with which earlier day").expect("no earlier day");
    desk.keys("2019-05-31<Enter>").expect("compared with 31 May 2019").expect("▚ added since");
    let figure = |desk: &Desk| {
        let drawn = desk.program.app().drawn().expect("a figure");
        (drawn.figure.before.as_ref().map(|table| table.total), drawn.figure.now.total)
    };
    assert_eq!(figure(&desk), (Some(164), 282));
    // side by side each value takes two lines
    desk.keys("zi").expect("▒ 2019-05-31   █ 2019-12-31");
    insta::assert_snapshot!("figure-beside", desk.screen());
    desk.keys("zi").expect("▚ added since");
    // all figures have the same
    desk.keys("j");
    assert_eq!(figure(&desk), (Some(164), 282));
    desk.keys("k");
    assert_eq!(figure(&desk), (Some(164), 282));
    // the list opens without an earlier day too
    desk.keys("zw").expect("Compared with 31 May 2019");
    desk.keys("<Enter>");
    assert_eq!(figure(&desk), (None, 282));
    desk.keys("zi").expect("First choose an earlier day");
    // and so has the first, which usually has one
    desk.keys("gg");
    assert!(!desk.shows("compared with"), "{}", desk.screen());
    desk.keys("jjzw2019-05-31<Enter>").expect("+");
    assert!(desk.program.app().drawn().unwrap().figure.before.is_some());
    desk.keys("Gzw").expect("Only a figure of the note");
}

#[test]
fn dates_in_the_wrong_order_are_told_in_plain_words() {
    let mut desk = desk();
    desk.keys("7jjjzd2019-05-31<Enter>");
    for (typed, said) in [
        ("2019-09-30", "must be before 2019-05-31"),
        ("2019-05-31", "must be before 2019-05-31"),
        ("2999", "is not over yet"),
        ("2019-02-30", "is not a date"),
    ] {
        desk.keys(&format!("zw{typed}<Enter>")).expect(said);
        assert_eq!(desk.program.app().context(), KeyContext::Picker, "the list stays open");
        desk.keys("<Esc>");
    }
    desk.keys("zw2018<Enter>").expect("compared with 31 December 2018");
    // an earlier day that is shown afterwards leaves nothing to compare with
    desk.keys("zd2017-09-01<Enter>").expect("! the earlier date, 2018-12-31, must be before");
    assert!(!desk.shows("compared with"), "{}", desk.screen());
    desk.keys("zdtoday<Enter>").expect("compared with 31 December 2018");
}

#[test]
fn a_saved_view_keeps_the_figure_and_what_it_is_compared_with() {
    let mut desk = desk();
    desk.keys("7jzw2019-05-31<Enter>zuzi/region:african<Enter>").expect("Additional States");
    desk.keys("gv+Growth<Tab>x<C-s><Esc>");
    desk.keys("71z0gvx").expect("Additional States").expect("31 May 2019").expect("region:african");
    desk.expect("█ 2019-12-31");
    desk.keys("z0hhhGkk").expect("Over the years");
    desk.keys("lzujgv+Years<Tab>y<C-s><Esc>1gvy").expect("States with needs: First cycle");
    desk.keys("1").expect("needs");
}

/// The States of a number stand under the filter that was counted, word by word.
#[test]
fn the_states_of_a_figure_are_shown_without_a_word_that_nobody_wrote() {
    let mut desk = Desk::new((80, 24), Lang::En);
    desk.keys("7<Enter><Enter>");
    assert!(
        desk.line(1).starts_with(" Figures › States › cycle:1 region:AFR  "),
        "{}",
        desk.screen()
    );
    desk.expect("only with needs · 1/38");
    // Under the same filter the screen itself has the others too.
    desk.keys("2").expect("1/52");
    assert!(!desk.shows("only with needs"), "{}", desk.screen());
    let mut desk = Desk::new((80, 24), Lang::Zh);
    desk.keys("7<Enter><Enter>").expect("仅列有需求的国家 · 1/38");
}

/// The numbers of a figure that is compared with another day, line by line: earlier, growth, now.
fn compared(desk: &Desk) -> Vec<[i64; 3]> {
    let drawn = desk.program.app().drawn().unwrap();
    let figure = drawn.figure;
    let before = figure.before.as_ref().unwrap();
    let lines = figure.now.rows.iter().chain([&figure.now.total]);
    let earlier = before.rows.iter().chain([&before.total]);
    lines
        .zip(earlier)
        .map(|(now, before)| {
            let (now, before) = (i64::from(*now), i64::from(*before));
            [before, now - before, now]
        })
        .collect()
}

/// How many rows the list on the screen has.
fn rows(desk: &Desk) -> i64 {
    i64::try_from(listed(desk)).unwrap()
}

#[test]
fn each_of_the_numbers_of_two_days_opens_what_it_counts() {
    for (figure, further) in [
        ("", ""),
        ("", "zu"),
        ("j", ""),
        ("j", "/region:african<Enter>"),
        ("jjjj", "zw2018-06-30<Enter>"),
        ("jjjj", "zw2018-06-30<Enter>zu"),
    ] {
        let mut desk = Desk::new((120, 40), Lang::En);
        desk.keys(&format!("7{figure}{further}"));
        let lines = compared(&desk);
        assert!(lines.iter().any(|[_, growth, _]| *growth > 0), "{}", desk.screen());
        desk.keys("l");
        for line in lines {
            for (left, number) in line.into_iter().rev().enumerate() {
                desk.keys(&"h".repeat(left.min(1)));
                desk.keys("<Enter>");
                assert_eq!(rows(&desk), number, "{figure}{further} {line:?}\n{}", desk.screen());
                let said = ["", "new since 20", "as of 20"][left];
                desk.expect(said);
                assert!(!desk.shows("│ - "), "nobody left this out\n{}", desk.screen());
                desk.keys("<Esc>");
            }
            desk.keys("llj");
        }
    }
}

#[test]
fn the_cells_of_a_table_of_growth_open_what_was_added() {
    let mut desk = Desk::new((200, 50), Lang::En);
    desk.keys("7jjzw2017-09-01<Enter>");
    let (cells, sums): (Vec<Vec<u32>>, Vec<u32>) = {
        let figure = desk.program.app().drawn().unwrap().figure;
        let before = figure.before.as_ref().unwrap();
        let grown =
            |now: &[u32], before: &[u32]| now.iter().zip(before).map(|(n, b)| n - b).collect();
        let cells = figure.now.cells.iter().zip(&before.cells).map(|(now, was)| grown(now, was));
        (cells.collect(), grown(&figure.now.rows, &before.rows))
    };
    desk.keys("l");
    let mut opened = 0;
    for (row, line) in cells.iter().enumerate() {
        let Some(column) = line.iter().position(|cell| *cell > 0) else {
            desk.keys("j");
            continue;
        };
        desk.keys(&"l".repeat(column)).keys("<Enter>");
        assert_eq!(rows(&desk), i64::from(line[column]), "{row} {column}\n{}", desk.screen());
        desk.keys("<Esc>").keys(&"l".repeat(line.len() - column)).keys("<Enter>");
        assert_eq!(rows(&desk), i64::from(sums[row]), "{row}\n{}", desk.screen());
        desk.keys("<Esc>").keys(&"h".repeat(line.len())).keys("j");
        opened += 1;
    }
    assert!(opened > 5);
}

/// Growth counts reviews whether they brought needs or not, and so does the list that opens from it.
#[test]
fn reviews_since_a_day_are_listed_with_and_without_needs() {
    let mut desk = desk();
    let sql = rusqlite::Connection::open(&desk.db).unwrap();
    // A second review completed since May 2019 that brought nothing.
    sql.execute_batch(
        "INSERT INTO review_step SELECT r.id, 'executive-summary', '2019-08-01', NULL FROM review r
         WHERE r.cycle = 2 AND NOT EXISTS (SELECT 1 FROM need n WHERE n.review_id = r.id)
           AND NOT EXISTS (SELECT 1 FROM review_step s WHERE s.review_id = r.id
             AND s.step IN ('executive-summary', 'country-report')) LIMIT 1",
    )
    .unwrap();
    drop(sql);
    desk = desk.reopen();
    desk.keys("7Gl");
    let verified = desk.program.app().verified().unwrap().clone();
    let place = |id: &str| {
        verified.findings.iter().position(|found| verified.ledger[found.entry].id == id).unwrap()
    };
    for id in ["F005", "F016"] {
        desk.keys("gg").keys(&"j".repeat(place(id))).keys("<Enter>");
        let computed = verified.findings[place(id)].computed.clone().unwrap();
        assert_eq!(listed(&desk).to_string(), computed, "{id}\n{}", desk.screen());
        desk.expect("new since 20");
        assert!(!desk.line(1).contains("identified"), "{}", desk.line(1));
        desk.keys("<Esc>");
    }
    assert_eq!(verified.findings[place("F016")].computed.as_deref(), Some("8"));
}

/// The list names every figure in words, whichever is shown, and marks those that count nothing under the filter.
#[test]
fn the_list_of_figures_is_in_words_and_marks_what_counts_nothing() {
    let mut desk = Desk::new((80, 24), Lang::En);
    desk.keys("7");
    for keys in ["", "j", "jj", "jjjj", "G"] {
        desk.keys(keys);
        for name in ["I   Regions, growth", "VII Chapter V", "Totals", "Published figures"] {
            desk.expect(name);
        }
        desk.expect("First cycle").expect("Over the years").expect("The note of 2019");
    }
    let mut desk = Desk::new((80, 24), Lang::En);
    desk.keys("/chapter:V<Enter>7").expect("Figure IV").expect("II  Categories, growth–│");
    desk.expect("▌ IV  Chapters           │").expect("ta-tui count");
    let mut desk = Desk::new((60, 24), Lang::En);
    desk.keys("7").expect("▌← I   Regions, growth →");
}

/// The heads of the columns of figure III: letters, or words where all have room; none is cut, and no two are alike.
#[test]
fn the_heads_of_a_table_can_be_told_apart_at_every_width() {
    for (lang, corner, words) in [(Lang::En, "Article", "Drafting"), (Lang::Zh, "条款", "法律起草")]
    {
        let mut in_words = 0;
        for width in [80, 100, 120, 140, 149, 160, 200] {
            let mut desk = Desk::new((width, 45), lang);
            desk.keys("7<Home>jj");
            let screen = desk.screen();
            let lines = screen.lines().filter_map(|line| line.split('│').nth(1));
            let mut lines = lines.filter(|line| line.trim_start().starts_with(corner));
            let heads = lines.next().unwrap_or_else(|| panic!("{width}\n{screen}"));
            let mut heads: Vec<&str> = heads.split("  ").map(str::trim).collect();
            heads.retain(|head| !head.is_empty());
            assert!(heads.iter().all(|head| !head.contains('…')), "{width} {heads:?}");
            in_words += usize::from(heads.contains(&words));
            let count = heads.len();
            heads.sort_unstable();
            heads.dedup();
            assert!(heads.len() == count && count > 5, "{width} {heads:?}");
        }
        assert!(in_words > 0, "{lang:?}");
    }
}
