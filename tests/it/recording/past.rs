//! Both kinds of "as of" after a random history with late entries, corrections, voids, merges and undos: the loaded
//! register of each day equals one that the model's log is replayed to.

use super::counts::{Counted, counted, everything};
use super::model::{Held, ITSELF, Model};
use super::steps::{Step, over_time};
use super::world::{FIRST, World};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use ta_tui::domain::{
    Coded, Day, Horizon, Kind, NeedNumber, PartialDate, Priority, Record, Response,
};
use ta_tui::query::Field;
use ta_tui::query::register::{NeedRef, Register};
use ta_tui::store::{Access, Backwards, Store};

/// The fields of triage: on an earlier day they are what the log says.
const TRIAGE: [&str; 6] = ["priority", "response", "focal", "theme", "duplicate", "horizon"];

/// A need of a register in memory.
type Shown = BTreeMap<&'static str, String>;

/// The needs by number.
type Needs = BTreeMap<u32, Shown>;

fn of_memory(register: &Register) -> Needs {
    let needs = register.rows().map(|row| register.need(row).unwrap());
    needs.map(|need| (need.id().get(), shown(need))).collect()
}

fn shown(need: NeedRef<'_>) -> Shown {
    let articles: Vec<String> =
        need.articles().iter().map(|one| one.number().to_string()).collect();
    let mut themes: Vec<&str> = need.themes().map(|theme| theme.code.as_str()).collect();
    themes.sort_unstable();
    let fields = [
        ("text", Some(need.text().into_owned())),
        ("article", Some(articles.join("; "))),
        ("identified", need.identified().map(|date| date.to_string())),
        ("priority", need.priority().map(Priority::code).map(str::to_owned)),
        ("horizon", need.horizon().map(Horizon::code).map(str::to_owned)),
        ("response", need.response().map(Response::code).map(str::to_owned)),
        ("focal", need.focal_point().map(|person| person.code.clone())),
        ("theme", Some(themes.join("; "))),
        ("duplicate", need.duplicate_of().map(|other| other.to_string())),
        ("version", Some(need.version().to_string())),
    ];
    let stated = fields.into_iter().filter_map(|(field, value)| Some((field, value?)));
    stated.filter(|(_, value)| !value.is_empty()).collect()
}

/// A need of the model, as a register in memory shows it.
fn of_model(held: &Held) -> Shown {
    let fields = [
        "text",
        "article",
        "identified",
        "priority",
        "horizon",
        "response",
        "focal",
        "theme",
        "duplicate",
    ];
    let mut shown: Shown =
        fields.into_iter().filter_map(|field| Some((field, held.get(field)?.to_owned()))).collect();
    shown.insert("version", held.version.to_string());
    shown
}

/// Whether a need counts by a day: from the last day on which it may have been identified.
fn is_known_by(held: &Held, day: i32) -> bool {
    let identified = held.get("identified").and_then(PartialDate::parse);
    identified.is_none_or(|date| date.last_day().number() <= day)
}

/// The needs that are there now.
fn now(world: &World) -> Needs {
    world.model.there(Kind::Need).map(|(number, held)| (number, of_model(held))).collect()
}

/// The needs that count on a day, with what they say now and the triage of then.
fn as_of(world: &World, day: i32) -> Needs {
    let model = &world.model;
    let there = |kind| -> BTreeSet<String> {
        let of = model.there(kind).filter_map(|(_, held)| held.get("code"));
        of.map(str::to_owned).collect()
    };
    let (themes, people) = (there(Kind::Theme), there(Kind::Person));
    let mut needs = Needs::new();
    for (number, held) in model.there(Kind::Need).filter(|(_, held)| is_known_by(held, day)) {
        let mut then = held.clone();
        let record = Record::need(NeedNumber::new(number));
        let later = model.log.iter().rev().filter(|line| line.record == record);
        for line in later.take_while(|line| world.day_of(line.batch) > day) {
            then.version = line.version - 1;
            if TRIAGE.contains(&line.field) {
                then.set(line.field, line.before.clone());
            }
        }
        // What is no longer in the register is named on no day.
        let kept =
            then.get("theme").unwrap_or("").split("; ").filter(|name| themes.contains(*name));
        let kept = super::rules::joined(kept.map(str::to_owned).collect());
        then.set("theme", kept);
        if then.get("focal").is_some_and(|code| !people.contains(code)) {
            then.set("focal", None);
        }
        needs.insert(number, of_model(&then));
    }
    needs
}

/// The needs as the register had them at the end of a day, there or taken out.
fn known_then(world: &World, day: i32, there: bool) -> Needs {
    let replayed = replayed(&world.model, |batch| world.day_of(batch) <= day, world);
    let needs = replayed.iter().filter(|(record, held)| {
        record.kind == Kind::Need && held.there == there && is_known_by(held, day)
    });
    needs.map(|(record, held)| (record.number, of_model(held))).collect()
}

/// Replays the log as far as batches are asked for. The values with which a record was added are its own.
fn replayed(model: &Model, is_then: impl Fn(i64) -> bool, world: &World) -> BTreeMap<Record, Held> {
    let mut records = BTreeMap::<Record, Held>::new();
    for line in model.log.iter().filter(|line| is_then(line.batch)) {
        if line.version == 1 {
            records.insert(line.record, world.first[&line.record].clone());
            continue;
        }
        let held = records.get_mut(&line.record).unwrap();
        held.version = line.version;
        held.set(line.field, line.after.clone());
    }
    records
}

/// The counts of needs by a field.
fn by(needs: &Needs, field: &str) -> Counted {
    let mut counted = Counted::new();
    for need in needs.values() {
        for code in need.get(field).map_or("none", String::as_str).split("; ") {
            *counted.entry(vec![code.to_owned()]).or_default() += 1;
        }
    }
    counted
}

/// Holds a register of a day against the needs that it must have.
fn compare(register: &Register, needs: &Needs, day: i32) {
    let on = Day::from_number(day);
    assert_eq!(of_memory(register), *needs, "{on}");
    let selection = everything(register, on);
    for field in [Field::Article, Field::Theme, Field::Priority, Field::Response, Field::Focal] {
        assert_eq!(
            counted(register, &selection, field),
            by(needs, field.code()),
            "{on} {}",
            field.code()
        );
    }
}

/// Does the steps, then looks at every day on which something was written, and at those around them.
fn work(steps: &[Step]) {
    let mut world = World::new();
    for step in steps {
        world.take(step);
    }
    let today = Some(Day::from_number(world.day));
    let open = || Store::open(&world.path, Access::ReadOnly).unwrap().on_day(today).unwrap();
    let (store, knowing) = (open(), open().knowing_then(true));
    let loaded = store.load(&mut |_| true).unwrap();
    let void = store.void_needs(&loaded).unwrap();
    compare(&loaded, &now(&world), world.day);
    let written = world.batch_days();
    let first = Day::parse(FIRST).unwrap().number();
    let days: BTreeSet<i32> =
        written.iter().flat_map(|day| [day - 1, *day]).chain([first - 400]).collect();
    let mut walk = Backwards::new(&store, &loaded);
    for day in days.into_iter().rev() {
        let on = Day::from_number(day);
        let expected = as_of(&world, day);
        compare(&store.as_of(&loaded, on).unwrap(), &expected, day);
        assert_eq!(of_memory(&walk.on(on).unwrap()), expected, "{on}");
        compare(&knowing.as_of(&loaded, on).unwrap(), &known_then(&world, day, true), day);
        let void_then = of_memory(&knowing.as_of(&void, on).unwrap());
        if day < world.day {
            assert_eq!(void_then, known_then(&world, day, false), "{on}");
        }
    }
    // The replay itself comes to what the model holds.
    assert_eq!(replayed(&world.model, |_| true, &world), world.model.records, "{ITSELF}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn both_pasts_equal_the_log_at_every_moment(steps in prop::collection::vec(over_time(), 1..50)) {
        work(&steps);
    }
}
