//! Anonymous registers name no State: every command, filter, format, language and day, and every
//! screen, against all names, other names and codes of the States that have needs.

use crate::support::command::run;
use crate::support::desk::{Desk, sample};
use crate::support::names::Names;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Output;
use ta_tui::assistance::of_few_states;
use ta_tui::domain::{Change, Day, Edit, NeedNumber, Region};
use ta_tui::domain::{Coded, SAMPLE_DAY};
use ta_tui::query::register::{Disclosure, FEWEST, Register, withhold_alike};
use ta_tui::query::{self, Context, Field, Measure, Plan, cross_tabulate, parse};
use ta_tui::store::{Access, LogQuery, Store, Write};
use ta_tui::text::Lang;

/// Everything that a run says.
fn said(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|said| String::from_utf8(said.clone()).unwrap()).join("\n")
}

const COMMANDS: &[&[&str]] = &[
    &["needs", "--columns", "all", "--limit", "300"],
    &["needs", "--sort", "state", "--limit", "300"],
    &["states", "--columns", "all"],
    &["reviews", "--columns", "all"],
    &["activities", "--columns", "all"],
    &["focal-points", "--columns", "all"],
    &["organisations", "--columns", "all"],
    &["count", "--by", "state"],
    &["count", "--by", "state,category"],
    &["count", "--by", "focal,chapter", "--since", "2017"],
    &["count", "--by", "theme,article"],
    &["count", "--by", "adviser,response", "--measure", "states"],
    &["log", "--limit", "400"],
];

const FILTERS: &[&str] = &[
    "",
    "cycle:2",
    "chapter:V",
    "region:african",
    "region:eastern",
    "-region:asia",
    "group:ldc",
    "-group:sids",
    "state:s-1",
    "state:s-100..",
    "state:GHA",
    "focal:fp-3",
    "focal:any",
    "is:matched",
    "capacity",
];

#[test]
fn the_names_are_found_where_they_are_told() {
    let names = Names::read();
    for command in COMMANDS.iter().filter(|command| command[0] != "organisations") {
        if !command.contains(&"theme,article") && !command.contains(&"adviser,response") {
            assert!(names.in_text(&said(&run(command))).is_some(), "{command:?}");
        }
    }
    assert!(names.in_text("with Mali and").is_some() && names.in_text("Romans").is_none());
    assert!(names.in_text("加纳").is_some() && names.in_text("by fp-gh on").is_some());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn no_command_names_a_state(
        command in select(COMMANDS),
        filter in select(FILTERS),
        format in select(&["table", "csv", "json"][..]),
        lang in select(&["en", "zh"][..]),
        day in select(&["", "2018", "2019-05"][..]),
    ) {
        let filter: Vec<&str> = filter.split(' ').filter(|word| !word.is_empty()).collect();
        let mut args = vec!["--no-names", "--format", format, "--lang", lang];
        if !day.is_empty() {
            args.extend(["--as-of", day]);
        }
        let args = [command, &filter[..], &args].concat();
        let output = run(&args);
        // The user's own words are repeated to the user; a category's code ends in the letters of a State's.
        let said = ["state:GHA", "“GHA”", "C2-LA"]
            .iter()
            .fold(said(&output), |said, known| said.replace(known, ""));
        prop_assert_eq!(Names::read().in_text(&said), None, "{:?}\n{}", args, said);
        prop_assert!(matches!(output.status.code(), Some(0 | 2)), "{said}");
    }

    #[test]
    fn no_screen_names_a_state(
        zh in any::<bool>(),
        past in any::<bool>(),
        filter in select(&["", "is:matched", "cycle:2 chapter:V", "-focal:none"][..]),
        // A field repeats the user's words, so such places come last.
        keys in "[1-5](f|<Enter>|a|s|H|z|m|R|K|D|Z|M|l|<Tab>|<Enter>|\\.|j|G|n|v){0,7}(|/state:|/foc|:|O|\\+|E|\\?)",
    ) {
        let mut desk = Desk::with((200, 60), |start| {
            start.lang = if zh { Lang::Zh } else { Lang::En };
            start.kept = Some(Disclosure::Regions);
            start.filter = filter.into();
            (start.who, start.read_only) = (None, true);
            start.as_of = past.then(|| Day::parse("2019-05-31").unwrap());
        });
        desk.keys(&keys);
        prop_assert_eq!(Names::read().in_text(&desk.screen()), None, "{}\n{}", keys, desk.screen());
    }
}

#[test]
fn no_published_figure_differs_because_no_state_is_named() {
    let differing = |args: &[&str]| {
        let rows: Vec<serde_json::Value> = serde_json::from_slice(&run(args).stdout).unwrap();
        let differing = rows.into_iter().filter(|row| row["verdict"] == "differs");
        differing.map(|row| row["id"].to_string()).collect::<Vec<_>>()
    };
    let named = differing(&["verify", "--format", "json"]);
    assert_eq!(differing(&["verify", "--no-names", "--format", "json"]), named);
    let output = run(&["verify", "--no-names"]);
    assert!(said(&output).contains("hidden without State names"), "{}", said(&output));
}

#[test]
fn figures_and_totals_say_that_no_state_is_named() {
    for args in [
        &["figure", "1", "--no-names"][..],
        &["figure", "5", "--no-names", "--format", "svg"],
        &["trend", "--no-names"],
    ] {
        let said = said(&run(args));
        assert!(said.contains("State names are hidden"), "{args:?}\n{said}");
    }
}

#[test]
fn figures_frames_and_the_published_figures_name_no_state() {
    let names = Names::read();
    for args in [
        &["figure", "all", "--no-names"][..],
        &["figure", "all", "--no-names", "--format", "csv", "--measure", "needs"],
        &["figure", "all", "--no-names", "--as-of", "2019-05", "--lang", "zh"],
        &["gaps", "--no-names", "--by", "article,region"],
        &["gaps", "--no-names", "--by", "theme,adviser", "--json"],
        &["gaps", "--no-names", "--by", "article,category", "--format", "csv"],
        &["frame", "--no-names", "--size", "200x50", "--keys", "6b<Down*3><Enter>"],
        &["frame", "--no-names", "--size", "200x50", "--keys", "4&"],
        &["frame", "--no-names", "--size", "200x50", "--keys", "ga&"],
        &["shared", "--no-names"],
        &["shared", "--no-names", "--by", "group", "--split", "theme", "--format", "csv"],
        &["overlaps", "--no-names"],
        &["coverage", "--no-names", "--by", "donor", "--json"],
        &["connections", "--no-names", "--by", "state"],
        &["connections", "group:ldc", "--no-names", "--by", "state", "--format", "csv"],
        &["frame", "--no-names", "--size", "200x50", "--keys", "7Gkml<Enter>"],
        &["verify", "--no-names"],
        &["verify", "--no-names", "--lang", "zh"],
        &["verify", "--no-names", "--format", "json"],
        &["check", "--no-names"],
        &["frame", "--no-names", "--size", "200x50", "--keys", "3<Enter>"],
        &["frame", "--no-names", "--as", "fp-gh", "--size", "200x50", "--keys", "5"],
        &["frame", "is:matched", "--no-names", "--size", "200x50", "--keys", "4<Enter>"],
        &["frame", "--no-names", "--size", "200x50", "--keys", "2<Enter>"],
        &["count", "--no-names", "--as", "fp-gh", "--by", "is"],
        &["log", "--no-names", "--who", "fp-gh"],
    ] {
        let said = said(&run(args));
        assert_eq!(names.in_text(&said), None, "{args:?}\n{said}");
    }
}

#[test]
fn what_one_state_alone_would_answer_is_not_told() {
    let told = |args: &[&str]| said(&run(&[args, &["--no-names"]].concat()));
    let regions = told(&["count", "--by", "region", "--measure", "states"]);
    assert!(regions.contains("African                           40"), "{regions}");
    // One Western State has needs; the next smallest region is withheld with it.
    assert!(regions.contains("Region hidden                     17"), "{regions}");
    assert!(!regions.contains("Western") && !regions.contains("Eastern"), "{regions}");
    let figure = told(&["figure", "1", "--as-of", "2019-09-30"]);
    assert!(!figure.contains("Eastern") && figure.contains("Total"), "{figure}");
    for both in [
        &["count", "--by", "region,group"][..],
        &["needs", "region:african", "group:ldc"],
        &["needs", "group:ldc", "-group:sids"],
        &["figure", "1", "group:ldc"],
        &["count", "group:ldc", "--by", "group"],
    ] {
        assert!(told(both).contains("could identify a State"), "{both:?}");
    }
    assert!(told(&["needs", "adviser:any"]).contains("hidden while State names are"));
    assert!(told(&["needs", "state:ghana"]).contains("cannot be asked for by its name"));
    assert!(told(&["set", "1", "priority=low"]).contains("for reading"));
    let nobody = told(&["log", "--who", "fp-gh"]);
    assert!(!nobody.contains("2019-"), "nobody of that code is here: {nobody}");
}

/// No number that tells what assistance needs have is of one State or two, whatever it is counted by, nor does one follow
/// from the others.
#[test]
fn a_count_of_what_assistance_needs_have_is_of_three_states_at_least() {
    let store = Store::open(&sample(), Access::ReadOnly).unwrap();
    let store = store.without_names(Disclosure::Regions);
    let register = store.load(&mut |_| true).unwrap();
    let context = Context { today: SAMPLE_DAY, me: None };
    let (mut hidden, mut told) = (0, 0);
    for filter in
        ["match:unserved theme:any", "match:served", "kind:any -chapter:V", "is:matched cycle:1"]
    {
        let plan = Plan::resolve(&parse(filter).unwrap(), &register, &context).unwrap();
        assert!(plan.asks_of_assistance(), "{filter}");
        let selection = query::select(&register, &plan, &|| false).unwrap();
        let single = |field: &Field| matches!(field, Field::State | Field::Focal | Field::Group);
        for field in Field::ALL.iter().filter(|field| field.is_countable() && !single(field)) {
            for fields in [&[*field][..], &[*field, Field::Region]] {
                if fields == [Field::Region; 2] {
                    continue;
                }
                let few = of_few_states(&register, &selection, fields);
                let cells = cross_tabulate(&register, &selection, fields, Measure::States);
                for (slots, states) in &cells {
                    let is_hidden = few.contains(slots);
                    assert!(is_hidden || *states >= 3, "{filter} {fields:?} {slots:?}: {states}");
                    (hidden, told) =
                        (hidden + usize::from(is_hidden), told + usize::from(!is_hidden));
                }
                assert!(
                    few.len() != 1 || cells.len() == 1,
                    "{filter} {fields:?}: it follows from the sum"
                );
            }
        }
    }
    assert!(hidden > 50 && told > 50, "{hidden} {told}");
    let args =
        ["count", "match:unserved", "theme:any", "--by", "article,region", "--no-names", "--json"];
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&run(&args).stdout).unwrap();
    assert!(
        rows.iter().any(|row| row["value"].is_null())
            && rows.iter().any(|row| row["value"].is_u64())
    );
}

/// An account of the system may be called whatever its owner likes.
/// What assistance single needs have is refused, and numbers of needs of few States are missing in lists too.
#[test]
fn lists_tell_no_more_of_assistance_than_counts_do() {
    let told = |args: &[&str]| said(&run(&[args, &["--no-names"]].concat()));
    for asked in [
        &["needs", "match:served"][..],
        &["needs", "chapter:III", "kind:workshop"],
        &["needs", "is:matched"],
        &["states", "-match:unserved"],
        &["figure", "1", "status:done"],
        &["trend", "match:served"],
    ] {
        let said = told(asked);
        assert!(said.contains("not told of single needs"), "{asked:?}: {said}");
    }
    assert!(told(&["count", "match:served", "--by", "match"]).contains("15"));
    let needs = told(&["needs", "id:660", "--columns", "id,activities,match"]);
    assert!(needs.contains("660  –               –"), "{needs}");
    let activities = told(&["activities", "--columns", "code,needs"]);
    assert!(
        activities.contains("A054      –") && activities.contains("A001      0"),
        "{activities}"
    );
    let served = |more: &[&str]| -> Vec<serde_json::Value> {
        let output = run(&[&["activities", "match:served", "--json"], more].concat());
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let (named, nameless) = (served(&[]), served(&["--no-names"]));
    assert!(nameless.len() < named.len(), "activities of one State are not listed");
    assert!(nameless.iter().all(|row| row["needs"].as_u64() > Some(0)), "{nameless:?}");
    let remark = told(&["activities", "match:served"]);
    assert!(remark.contains("are of at least 3 States"), "{remark}");
    let provider = told(&["organisations", "--columns", "code,needs"]);
    assert!(provider.contains("P001     26"), "{provider}");
    for field in ["region", "theme"] {
        let empty = told(&["activities", &format!("{field}:any")]);
        assert!(empty.contains("activities tell no"), "{empty}");
        assert!(!empty.contains("Perhaps you mean"), "{empty}");
    }
}

#[test]
fn an_account_is_not_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    std::fs::copy(sample(), &path).unwrap();
    let edits =
        vec![Edit { need: NeedNumber::new(1), change: Change::notes("x"), if_version: None }];
    let write = Write { who: "ghana-desk".into(), note: String::new(), edits };
    let store = Store::open(&path, Access::ReadWrite).unwrap();
    store.write(&write).unwrap();
    store.be_present("ghana-desk", Some(NeedNumber::new(2))).unwrap();
    let other = Store::open(&path, Access::ReadOnly).unwrap().without_names(Disclosure::Regions);
    let newest = LogQuery { limit: 1, ..LogQuery::default() };
    assert_eq!(other.log(&newest).unwrap()[0].who, "account");
    assert_eq!(other.present().unwrap()[0].who, "account");
}

#[test]
fn states_are_counted_in_words_and_their_numbers_still_open() {
    let told = |args: &[&str]| said(&run(&[args, &["--no-names"]].concat()));
    let states = told(&["count", "cycle:2", "--by", "focal"]);
    assert!(states.contains("\none State ") && states.contains("\ntwo States "), "{states}");
    assert!(told(&["count", "cycle:2", "--by", "state", "--lang", "zh"]).contains("一个国家"));
    let mut desk = Desk::with((120, 30), |start| {
        start.kept = Some(Disclosure::Regions);
        (start.who, start.read_only) = (None, true);
    });
    desk.expect("State names hidden");
    desk.keys("/state:s-1<Enter>4").expect("103 of 3,954");
}

/// How many States with needs stand behind each region that is given, and behind "not stated"; in
/// all, and in each cycle.
fn behind(register: &Register) -> BTreeMap<Option<Region>, [BTreeSet<u16>; 3]> {
    let mut behind: BTreeMap<Option<Region>, [BTreeSet<u16>; 3]> = BTreeMap::new();
    for need in register.rows().filter_map(|row| register.need(row)) {
        let sets = behind.entry(need.state().region).or_default();
        sets[0].insert(need.state_place());
        let cycle = need.review().map(|review| review.cycle.number());
        sets[usize::from(cycle.unwrap())].insert(need.state_place());
    }
    behind
}

fn is_safe(register: &Register) {
    let behind = behind(register);
    if behind.len() <= 1 {
        return; // the whole register is withheld, or one region is
    }
    for (region, [all, first, second]) in &behind {
        assert!(all.len() >= FEWEST, "{region:?}: {}", all.len());
        assert!(first.len() != 1 && second.len() != 1, "{region:?}");
    }
}

#[test]
fn no_day_tells_a_region_of_which_one_state_had_needs() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    std::fs::copy(sample(), &path).unwrap();
    let store = Store::open(&path, Access::ReadOnly).unwrap().without_names(Disclosure::Regions);
    let now = store.load(&mut |_| true).unwrap();
    is_safe(&now);
    let first = Day::parse("2011-01-01").unwrap().number();
    let last = Day::parse("2019-12-31").unwrap().number();
    let mut withheld = BTreeSet::new();
    for number in (first..last).step_by(19) {
        let mut past = store.as_of(&now, Day::from_number(number)).unwrap();
        is_safe(&past);
        let told = |register: &Register| {
            let states = register.vocabulary.states.iter();
            states.filter_map(|state| state.region).collect::<BTreeSet<_>>()
        };
        withheld.insert(told(&now).len() - told(&past).len());
        // Side by side, neither says more than the other.
        let mut both = now.clone();
        withhold_alike(&mut [&mut both, &mut past]);
        assert_eq!(told(&both), told(&past));
        is_safe(&both);
        is_safe(&past);
    }
    assert!(withheld.len() > 2, "on some days less is told than on others: {withheld:?}");
}

/// Facets and the values offered for a filter count nothing that assistance needs have: a number could be of one State.
#[test]
fn no_screen_counts_the_needs_of_a_value_of_assistance() {
    let shown = |kept: Option<Disclosure>, keys: &str| {
        let mut desk = Desk::with((200, 140), |start| {
            start.kept = kept;
            if kept.is_some() {
                (start.who, start.read_only) = (None, true);
            }
        });
        desk.keys(keys).screen()
    };
    let nameless = Some(Disclosure::Regions);
    for heading in ["│ Match", "│ Provider", "│ Kind", "│ Status", "Unmatched"] {
        assert!(shown(None, "4f").contains(heading), "{heading}");
        assert!(!shown(nameless, "4f").contains(heading), "{heading}");
    }
    let offered = |kept, keys: &str, value: &str| {
        let screen = shown(kept, keys);
        let line = screen.lines().find(|line| line.contains(value)).unwrap_or_default().to_owned();
        let (_, behind) = line.split_once(value).expect("the value is offered");
        behind.split('│').next().unwrap_or_default().contains(|c: char| c.is_ascii_digit())
    };
    for (keys, value) in [("4/match:", "served"), ("4/is:un", "unmatched")] {
        assert!(offered(None, keys, value), "{keys}");
        assert!(!offered(nameless, keys, value), "{keys}");
    }
    assert!(offered(nameless, "4/priority:", "high"), "other values keep their numbers");
}
