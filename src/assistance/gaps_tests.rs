//! Tests of gaps: every cell of any two fields against counting one need after the other.

use super::*;
use crate::assistance::{Band, activities_for, of_few_states};
use crate::domain::{Article, Coded, Day, Standing};
use crate::query::register::{Disclosure, NeedRef, SetPlace, Sparse};
use crate::query::{Context, Plan, parse, select};
use crate::testing::random_register;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

fn selected(register: &Register, filter: &str) -> Selection {
    let context = Context { today: Day::from_number(18_000), me: None };
    let plan = Plan::resolve(&parse(filter).unwrap(), register, &context).unwrap();
    select(register, &plan, &|| false).unwrap()
}

/// The slots of a need in a field, read from the need alone.
fn slots_of(need: NeedRef<'_>, field: Field) -> Vec<u16> {
    let state = need.state();
    let category = |id: i64| need.vocabulary.categories.iter().position(|own| own.id == id);
    let places: Vec<usize> = match field {
        Field::Article => need.articles().iter().map(Article::index).collect(),
        Field::Chapter => need.articles().chapters().map(Coded::index).collect(),
        Field::Category => need.category().and_then(|own| category(own.id)).into_iter().collect(),
        Field::Theme => need.theme_places().iter().map(|place| usize::from(*place)).collect(),
        Field::Region => state.region.map(Coded::index).into_iter().collect(),
        Field::Group => state.groups.iter().map(|group| group.index()).collect(),
        _ => state.adviser.map(usize::from).into_iter().collect(),
    };
    let slots: BTreeSet<u16> = places.into_iter().map(|place| place as u16 + 1).collect();
    if slots.is_empty() { vec![0] } else { slots.into_iter().collect() }
}

/// The cells by counting one need after the other; `None` for the sum over all values.
type Counted = BTreeMap<(Option<u16>, Option<u16>), GapCell>;

fn counted(register: &Register, selection: &Selection, fields: [Field; 2]) -> Counted {
    let mut cells = Counted::new();
    let mut states: BTreeMap<_, [BTreeSet<u16>; 4]> = BTreeMap::new();
    for need in selection.rows.iter().filter_map(|row| register.need(*row)) {
        let Some(standing) = need.standing() else { continue };
        let with_sum = |field| slots_of(need, field).into_iter().map(Some).chain([None]);
        for row in with_sum(fields[0]) {
            for column in with_sum(fields[1]) {
                let cell = cells.entry((row, column)).or_default();
                cell.open += 1;
                match standing {
                    Standing::Served => cell.served += 1,
                    Standing::Planned => cell.planned_for += 1,
                    Standing::Unserved => cell.unserved += 1,
                }
                let seen = states.entry((row, column)).or_default();
                seen[0].insert(need.state_place());
                seen[1 + standing.index()].insert(need.state_place());
            }
        }
    }
    for (key, states) in states {
        let cell = cells.entry(key).or_default();
        let of = |standing: Standing| states[1 + standing.index()].len() as u32;
        (cell.states, cell.states_unserved) = (states[0].len() as u32, of(Standing::Unserved));
        (cell.states_served, cell.states_planned_for) =
            (of(Standing::Served), of(Standing::Planned));
    }
    cells
}

/// How many needs of each cell a candidate could serve is at most how many are unserved, and adds up to the sum.
#[test]
fn the_needs_that_could_be_served_are_unserved_ones() {
    let mut register = random_register::register(5, 400);
    let vocabulary = Arc::make_mut(&mut register.vocabulary);
    for (place, activity) in vocabulary.activities.iter_mut().enumerate() {
        activity.states = (0..5 + place as u16).collect();
        activity.status = "ongoing".into();
    }
    let selection = selected(&register, "");
    let by = [Field::Region, Field::Category];
    let mut found = gaps(&register, &selection, &by, &|| false).unwrap();
    assert_eq!(found.sum.candidates, None);
    for least in Band::ALL {
        let looked = Looked::on(crate::domain::SAMPLE_DAY, &register.vocabulary, *least);
        add_candidates(&mut found, &register, &selection, looked, &|| false).unwrap();
        let needs = register.rows().filter_map(|row| register.need(row));
        let expected = needs.filter(|need| {
            need.standing() == Some(Standing::Unserved) && !activities_for(*need, looked).is_empty()
        });
        assert_eq!(found.sum.candidates, Some(expected.count() as u32));
        let rows = found.rows.iter().map(|row| row.all.candidates.unwrap()).sum::<u32>();
        assert_eq!(Some(rows), found.sum.candidates, "each State is in one region");
        for cell in found.rows.iter().flat_map(|row| &row.cells) {
            assert!(cell.candidates.unwrap() <= cell.unserved);
        }
    }
    assert!(found.sum.candidates > Some(0));
}

/// Every cell with its values; `None` for the sum over all.
fn told(gaps: &Gaps) -> Vec<(Option<u16>, Option<u16>, GapCell)> {
    let rows = gaps.rows.iter().map(|row| (Some(row.slot), &row.cells, &row.all));
    let lines = rows.chain([(None, &gaps.column_sums, &gaps.sum)]);
    let columns = || gaps.columns.iter().copied().map(Some).chain([None]);
    lines
        .flat_map(|(row, cells, all)| {
            let cells = cells.iter().chain([all]);
            columns().zip(cells).map(move |(column, cell)| (row, column, *cell))
        })
        .collect()
}

/// The cell without its activities, which needs say nothing about.
fn of_needs(cell: GapCell) -> GapCell {
    GapCell { activities: None, ..cell }
}

fn any_field() -> impl Strategy<Value = Field> {
    proptest::sample::select(&GAP_FIELDS[..])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_cell_is_what_one_by_one_gives_and_adds_up(
        seed in any::<u64>(),
        fields in [any_field(), any_field()],
        filter in proptest::sample::select(&["", "cycle:2", "article:8..20", "region:african"][..]),
    ) {
        let register = random_register::register(seed, 300);
        let selection = selected(&register, filter);
        let found = gaps(&register, &selection, &fields, &|| false).unwrap();
        let expected = counted(&register, &selection, fields);
        let all = |key| expected.get(&key).copied().unwrap_or_default();
        prop_assert_eq!(of_needs(found.sum), all((None, None)));
        for (slot, cell) in found.columns.iter().zip(&found.column_sums) {
            prop_assert_eq!(of_needs(*cell), all((None, Some(*slot))));
        }
        let mut cells = 0;
        for row in &found.rows {
            prop_assert_eq!(of_needs(row.all), all((Some(row.slot), None)));
            for (slot, cell) in found.columns.iter().zip(&row.cells) {
                prop_assert_eq!(of_needs(*cell), all((Some(row.slot), Some(*slot))));
                prop_assert_eq!(cell.open, cell.served + cell.planned_for + cell.unserved);
                prop_assert!(cell.states_unserved <= cell.states);
                cells += usize::from(cell.open > 0);
            }
        }
        let told = expected.keys().filter(|(row, column)| row.is_some() && column.is_some());
        prop_assert_eq!(cells, told.count());
        prop_assert_eq!(found.cells().count(), cells);
        let one = gaps(&register, &selection, &fields[..1], &|| false).unwrap();
        prop_assert_eq!(of_needs(one.sum), of_needs(found.sum));
        for (slots, cell) in one.cells() {
            prop_assert_eq!(of_needs(cell), all((Some(slots[0]), None)));
        }
    }

    #[test]
    fn the_widest_gap_comes_first(seed in any::<u64>(), fields in [any_field(), any_field()]) {
        let register = random_register::register(seed, 300);
        let found = gaps(&register, &selected(&register, ""), &fields, &|| false).unwrap();
        let widest = |row: &GapRow| {
            let ranked = row.cells.iter().filter(|cell| cell.open >= 5);
            ranked.map(|cell| (cell.states_unserved, cell.unserved)).max()
        };
        if let Some(first) = found.rows.first().filter(|row| widest(row).is_some()) {
            prop_assert_eq!(first.cells[found.widest_column()].width(), widest(first));
        }
        for pair in found.rows.windows(2) {
            let [one, other] = pair else { unreachable!() };
            if other.slot != 0 {
                prop_assert!(one.slot != 0 && widest(one) >= widest(other));
                if widest(one).is_none() {
                    prop_assert!(one.all.width() >= other.all.width(), "by their own numbers");
                }
            }
        }
        for cell in found.rows.iter().flat_map(|row| &row.cells) {
            prop_assert_eq!(cell.per_cent_served().is_some(), cell.open >= 5);
        }
    }

    #[test]
    fn parts_of_a_matrix_join_to_the_whole_whether_it_is_large_or_not(seed in any::<u64>()) {
        let made = || [Tally::new([3, 4], 70), Tally::new([3, 60_000], 70)];
        let (mut whole, mut joined) = (Tally::new([3, 4], 70), made());
        let mut dice = crate::testing::dice::Dice::new(seed);
        for _ in 0..3 {
            let mut parts = made();
            for _ in 0..40 {
                let values = [vec![dice.below(3) as u16], vec![dice.below(4) as u16]];
                let (standing, state) = (dice.of(Standing::ALL), dice.below(70) as u16);
                for tally in parts.iter_mut().chain([&mut whole]) {
                    tally.add(&values, standing, state);
                    tally.add_activity(values.each_ref().map(Vec::as_slice));
                }
            }
            for (joined, part) in joined.iter_mut().zip(&parts) {
                joined.join(part);
            }
        }
        let [dense, sparse] = joined;
        for row in 0..=3 {
            for column in 0..4 {
                prop_assert_eq!(dense.cell(row, column), whole.cell(row, column));
                prop_assert_eq!(sparse.cell(row, column), whole.cell(row, column));
            }
            prop_assert_eq!(dense.cell(row, 4), whole.cell(row, 4));
            prop_assert_eq!(sparse.cell(row, 60_000), whole.cell(row, 4));
        }
        prop_assert_eq!(whole.cell(3, 4).activities, Some(120));
    }

    #[test]
    fn where_no_state_is_named_no_number_is_of_one_or_two(
        seed in any::<u64>(),
        served in 0_u16..12,
        down in any_field(),
        across in proptest::sample::select(&[Field::Region, Field::Category][..]),
    ) {
        let mut register = random_register::register(seed, 120);
        let mut needs = vec![0; register.vocabulary.provenance_count()];
        for row in register.rows() {
            needs[register.need(row).unwrap().provenance_place().index()] += 1;
        }
        let states: Vec<u16> = register.vocabulary.provenances().map(|of| of.state).collect();
        for chunk in &mut register.chunks {
            // Few States or many have needs that are matched.
            let facts = Arc::make_mut(&mut Arc::make_mut(chunk).facts);
            for place in 0..facts.activities.len() {
                if states[facts.provenance[place].index()] >= served {
                    facts.activities[place] = SetPlace::EMPTY;
                }
            }
            // Without names fewer documents are there, which the columns are read with.
            facts.documents = Sparse::default();
        }
        let named = (*register.vocabulary).clone();
        register.vocabulary = Arc::new(named.without_names(Disclosure::Regions, &needs));
        let found = gaps(&register, &selected(&register, ""), &[down, across], &|| false).unwrap();
        for row in &found.rows {
            for cell in row.cells.iter().chain([&row.all]) {
                for (needs, states) in cell.numbers() {
                    prop_assert!(needs == 0 || states >= 3, "{cell:?}");
                }
                prop_assert!(cell.withheld || cell.candidates.is_none());
                prop_assert!(across != Field::Region || cell.activities.is_none());
                prop_assert!(!cell.withheld || cell.open == 0);
            }
            let told = row.cells.iter().filter(|cell| cell.open > 0).count();
            let hidden = row.cells.iter().filter(|cell| cell.withheld).count();
            let follows = hidden == 1 && told > 0 && !row.all.withheld;
            prop_assert!(!follows, "one hidden cell follows from the others and their sum");
        }
        for standing in ["any", "served", "planned", "unserved"] {
            let of_standing = selected(&register, &format!("match:{standing}"));
            for fields in [&[down][..], &[across], &[down, across]] {
                let hidden = of_few_states(&register, &of_standing, fields);
                for (row, column, cell) in told(&found) {
                    let slots: Vec<u16> = match fields.len() {
                        2 if row.is_some() && column.is_some() => vec![row.unwrap(), column.unwrap()],
                        1 if fields[0] == down && column.is_none() => row.into_iter().collect(),
                        1 if fields[0] == across && row.is_none() => column.into_iter().collect(),
                        _ => continue,
                    };
                    let is_hidden = hidden.contains(&slots) && !slots.is_empty();
                    prop_assert!(!is_hidden || cell.withheld, "{standing} {fields:?} {slots:?}");
                }
            }
        }
        let looked = Looked::on(crate::domain::SAMPLE_DAY, &register.vocabulary, Band::Possible);
        let mut served = found.clone();
        add_candidates(&mut served, &register, &selected(&register, ""), looked, &|| false).unwrap();
        prop_assert_eq!(served, found, "the rule does not know any more where activities are");
        let alone = gaps(&register, &selected(&register, ""), &[down], &|| false).unwrap();
        let hidden = alone.rows.iter().filter(|row| row.all.withheld).count();
        prop_assert!(hidden != 1 || alone.rows.len() == 1);
    }
}

#[test]
fn an_activity_stands_in_the_cells_of_what_it_states() {
    let mut register = random_register::register(3, 400);
    let vocabulary = Arc::make_mut(&mut register.vocabulary);
    let region = vocabulary.states[0].region.unwrap();
    for activity in &mut vocabulary.activities {
        activity.states = vec![0].into();
        activity.articles = [52, 53].into_iter().filter_map(Article::new).collect();
        activity.status = "done".into();
    }
    vocabulary.activities[0].status = "cancelled".into();
    let others = vocabulary.activities.len() as u32 - 1;
    let by = [Field::Article, Field::Region];
    let found = gaps(&register, &selected(&register, ""), &by, &|| false).unwrap();
    for row in &found.rows {
        let is_named = [52 - 4, 53 - 4].contains(&row.slot);
        for (column, cell) in found.columns.iter().zip(&row.cells) {
            let counts = is_named && usize::from(*column) == region.index() + 1;
            assert_eq!(cell.activities, Some(if counts { others } else { 0 }));
        }
        assert_eq!(row.all.activities, Some(if is_named { others } else { 0 }));
    }
    assert_eq!(found.sum.activities, Some(others));
    let nothing = gaps(&register, &selected(&register, "id:999999"), &by, &|| false).unwrap();
    assert_eq!(nothing.sum.activities, Some(0), "no cell, and so no activity in one");
}

#[test]
fn a_newer_question_stops_it() {
    let register = random_register::register(1, 10);
    let selection = selected(&register, "");
    assert_eq!(gaps(&register, &selection, &[Field::Article], &|| true), None);
}
