//! Tests of all columns: names and heads, and that a column is sorted by the values that it shows.

use super::property::ValueKind;
use super::reader::Reader;
use super::{
    CellContext, Column, ListOnScreen, Listed, RecordList, ScreenColumn, batches, log, needs,
    reviews, sorted, states,
};
use crate::domain::{Day, PartialDate, fold};
use crate::exchange::Cell;
use crate::paint::theme::NIL;
use crate::query::register::{Address, Register};
use crate::query::{Context, Plan, Selection, Sort, parse, select, sort};
use crate::testing::random_register;
use crate::text::{Lang, Signs, Text};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A register with a plan that lets everything through.
fn register(needs: usize) -> (Register, Plan, Selection) {
    let mut register = random_register::register(23, needs);
    // Reviews that differ in values that are alike in the random ones.
    for (place, review) in (0..).zip(&mut Arc::make_mut(&mut register.vocabulary).reviews) {
        let day = Day::parse(&format!("2018-01-{:02}", 1 + place * 9 % 28)).unwrap();
        review.steps.iter_mut().for_each(|step| *step = step.map(|_| day.into()));
        review.stakeholders = [None, Some(true), Some(false)][place % 3];
        review.reviewers =
            (0..place as u16 % 3).map(|other| other * 5 + place as u16 % 7).collect();
    }
    let context = Context { today: Day::parse("2026-01-01").unwrap(), me: None };
    let plan = Plan::resolve(&parse("").unwrap(), &register, &context).unwrap();
    let selection = select(&register, &plan, &|| false).unwrap();
    (register, plan, selection)
}

fn look<'a>(register: &'a Register, plan: &'a Plan, lang: Lang) -> CellContext<'a> {
    let text = Text::of(lang);
    let reader = Reader::new(register, Some(text));
    CellContext { reader, text, signs: Signs::Unicode, plan, most: 1500, room: 80 }
}

/// Each column of a list once, whether data have it, the screen or both.
fn all<L: RecordList>(
    data: &[&'static Column<L>],
    screens: &[&Listed<L>],
) -> Vec<&'static Column<L>> {
    let mut all = data.to_vec();
    for placed in screens.iter().flat_map(|screen| screen.columns) {
        if !all.iter().any(|column| std::ptr::eq(*column, &raw const placed.column.column)) {
            all.push(&placed.column.column);
        }
    }
    all
}

fn names_and_heads<L: RecordList>(data: &[&'static Column<L>], screens: &[&Listed<L>]) {
    let columns = all(data, screens);
    let names: BTreeSet<_> = columns.iter().map(|column| column.property.name).collect();
    assert_eq!(names.len(), columns.len(), "{names:?}");
    for text in Lang::ALL.iter().map(|lang| Text::of(*lang)) {
        let is_said = |words: &str, key: &str| {
            let family =
                ["head-", "field-", "filter-about-"].iter().find(|f| words.starts_with(*f));
            assert_eq!(family, None, "{key} has no words: {words} {:?}", text.lang());
        };
        for column in data {
            is_said(&column.property.column(text).head, column.property.key);
            is_said(&column.property.about(text), column.property.key);
        }
        for screen in screens {
            let heads = screen.heads();
            let codes: BTreeSet<_> = heads.iter().map(|head| head.code).collect();
            assert_eq!(codes.len(), heads.len(), "{codes:?}");
            for head in heads {
                is_said(&head.title(text), head.code);
                assert_ne!(head.name(text), "", "{}", head.code);
                assert_eq!(head.title(text).is_empty(), head.drawing.is_some(), "{}", head.code);
            }
        }
    }
}

#[test]
fn every_column_has_a_name_of_its_own_and_a_head_in_every_language() {
    names_and_heads(&needs::DATA, &[&needs::SCREEN, &needs::QUEUE]);
    names_and_heads(&states::DATA, &[&states::SCREEN]);
    names_and_heads(&reviews::DATA, &[&reviews::SCREEN]);
    names_and_heads(&log::DATA, &[]);
    names_and_heads(&[], &[&batches::SCREEN]);
}

/// The value by which a person judges the order of a column, read from the screen.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Read {
    Number(usize),
    Words(Vec<String>),
}

fn read<L: RecordList>(
    column: &ScreenColumn<L>,
    row: &L::Row<'_>,
    look: &CellContext<'_>,
    of_program: Reader<'_>,
) -> Option<Read> {
    let shown = column.words(row, look).text;
    let kind = column.column.property.kind;
    let number = |text: &str| -> usize {
        let digits: String = text.chars().take_while(|c| *c != '–').collect();
        let digits = digits.split([',', '、']).next().unwrap().replace('\u{202f}', "");
        digits.parse().unwrap_or_else(|_| panic!("{}: {shown}", column.head.code))
    };
    match kind {
        // Bars begin at one needs; the shortest ones stand for nothing.
        ValueKind::Count if column.head.drawing.is_some() => Some(Read::Number(shown.trim().len())),
        ValueKind::Count if shown == NIL => Some(Read::Number(0)),
        ValueKind::Count => Some(Read::Number(
            shown
                .chars()
                .filter(char::is_ascii_digit)
                .fold(0, |number, digit| number * 10 + digit.to_digit(10).unwrap() as usize),
        )),
        // A vocabulary has its own order, which its codes are listed in.
        ValueKind::OneOf(codes) => match column.column.of(row, of_program) {
            Cell::Text(code) if code != "none" => {
                codes().iter().position(|known| **known == *code).map(Read::Number)
            }
            _ => None,
        },
        _ if shown.is_empty() || shown == NIL => None,
        // Chapters that are named alone are no articles.
        ValueKind::Numbers if !shown.starts_with(|c: char| c.is_ascii_digit()) => None,
        ValueKind::Date => {
            let date = PartialDate::parse(&shown).unwrap_or_else(|| panic!("{shown}"));
            Some(Read::Number(date.number().unsigned_abs() as usize))
        }
        ValueKind::Change => {
            let size = number(shown.trim_start_matches(['+', '−']));
            let middle = usize::from(u16::MAX);
            Some(Read::Number(if shown.starts_with('−') { middle - size } else { middle + size }))
        }
        ValueKind::Number | ValueKind::Numbers => Some(Read::Number(number(&shown))),
        ValueKind::Flag => Some(Read::Number(usize::from(shown != look.text.tr("yes")))),
        // Groups of States: the more the earlier.
        ValueKind::Texts
            if !shown.contains(" · ") && shown == shown.to_uppercase() && shown.is_ascii() =>
        {
            Some(Read::Number(9 - shown.split(' ').count()))
        }
        _ => Some(Read::Words(shown.split(" · ").map(fold).collect())),
    }
}

/// Whether rows stand in the order of a column's shown values, with empty ones last.
fn in_order<L: RecordList>(
    column: &ScreenColumn<L>,
    rows: &[L::Row<'_>],
    descending: bool,
    look: &CellContext<'_>,
    register: &Register,
) {
    let of_program = Reader::new(register, None);
    let read: Vec<_> = rows.iter().map(|row| read(column, row, look, of_program)).collect();
    let stated = read.iter().take_while(|read| read.is_some()).count();
    let about = (column.head.code, descending, look.text.lang());
    assert!(read[stated..].iter().all(Option::is_none), "{about:?}: blanks in between: {read:?}");
    let sorted = read[..stated].is_sorted_by(|a, b| if descending { a >= b } else { a <= b });
    assert!(sorted, "{about:?}: {read:?}");
    let different = read[..stated].windows(2).any(|pair| pair[0] != pair[1]);
    assert!(different, "{about:?}: nothing to sort: {:?}", read.first());
}

fn each_order(mut test: impl FnMut(Lang, bool)) {
    for lang in Lang::ALL {
        test(*lang, false);
        test(*lang, true);
    }
}

#[test]
fn states_are_sorted_by_what_the_column_shows() {
    let (register, plan, selection) = register(3000);
    let passed = plan.reviews(&register.vocabulary);
    each_order(|lang, descending| {
        let look = look(&register, &plan, lang);
        for (place, placed) in states::SCREEN.columns.iter().enumerate() {
            let mut rows = states::rows(&register.vocabulary, &selection.counts, &passed);
            for (row, before) in rows.iter_mut().zip((0..40).cycle()) {
                row.before = Some(before);
            }
            let rows = states::SCREEN.sort(rows, place, descending, look.reader);
            in_order(placed.column, &rows, descending, &look, &register);
        }
    });
}

#[test]
fn reviews_are_sorted_by_what_the_column_shows() {
    let (register, plan, selection) = register(3000);
    each_order(|lang, descending| {
        let look = look(&register, &plan, lang);
        for (place, placed) in reviews::SCREEN.columns.iter().enumerate() {
            let mut rows = reviews::rows(&register.vocabulary, &selection.counts);
            for (row, before) in rows.iter_mut().zip((0..40).cycle()) {
                row.before = Some(before);
            }
            let rows = reviews::SCREEN.sort(rows, place, descending, look.reader);
            in_order(placed.column, &rows, descending, &look, &register);
        }
    });
}

#[test]
fn needs_are_sorted_by_what_the_column_shows_on_the_screen_and_on_the_command_line() {
    let (register, plan, _) = register(600);
    let row = |row: &Address| needs::NeedRow { need: register.need(*row).unwrap(), words: None };
    each_order(|lang, descending| {
        let look = look(&register, &plan, lang);
        for (place, placed) in needs::SCREEN.columns.iter().enumerate() {
            let by = needs::SCREEN.order(place).unwrap();
            let mut rows: Vec<Address> = register.rows().collect();
            sort(&register, &mut rows, Sort { by, descending }, lang);
            let shown: Vec<_> = rows.iter().map(row).collect();
            in_order(placed.column, &shown, descending, &look, &register);
            let column = &placed.column.column;
            let rows = sorted(register.rows(), descending, |r| column.key(&row(r), look.reader));
            let shown: Vec<_> = rows.iter().map(row).collect();
            in_order(placed.column, &shown, descending, &look, &register);
        }
    });
}
