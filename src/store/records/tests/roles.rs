//! Tests of roles: each cell of the table of permissions against the store, and every way to write.

use super::{Values, field, first_values, values};
use crate::domain::{
    Change, Coded, Deed, Edit, Kind, NeedNumber, Priority, Record, Role, Scope, Sees, Setting,
};
use crate::store::{
    Edited, LeftScreen, MatchWrite, RecordEdit, RecordWrite, Rights, SavedView, Store, StoreError,
    Write,
};

/// A register with records of two States, whose advisers are two, and with a person of each role.
pub(super) struct World {
    pub(super) store: Store,
    /// Ghana and Kenya, by number.
    states: [u32; 2],
    /// The advisers of these, by code.
    advisers: [String; 2],
}

fn cell<T: rusqlite::types::FromSql>(store: &Store, sql: &str) -> T {
    store.connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

pub(super) fn write(who: &str, record: Edited, pairs: &Values, void: Option<bool>) -> RecordWrite {
    let kind = match record {
        Edited::Known(record) => record.kind,
        Edited::New(kind) => kind,
    };
    let values = pairs.iter().map(|(code, value)| (field(kind, code), value.clone())).collect();
    let edits = vec![RecordEdit { record, values, void, if_version: None }];
    RecordWrite { who: who.to_owned(), note: String::new(), edits }
}

impl World {
    pub(super) fn new() -> Self {
        let store = Store::in_memory().unwrap();
        let states = ["GH", "KE"]
            .map(|iso2| cell(&store, &format!("SELECT id FROM state WHERE iso2 = '{iso2}'")));
        let advisers = states.map(|state: u32| {
            let sql =
                "SELECT p.code FROM person p JOIN state s ON s.adviser_id = p.id WHERE s.id =";
            cell(&store, &format!("{sql} {state}"))
        });
        let world = Self { store, states, advisers };
        for (code, role) in [("reader-1", "reader"), ("admin-1", "administrator")] {
            let pairs = [("code", code), ("kind", "officer"), ("post.en", code), ("role", role)];
            world.add(Kind::Person, &values(&pairs), "me");
        }
        world
    }

    fn add(&self, kind: Kind, pairs: &Values, who: &str) -> Record {
        let added = self.store.edit(&write(who, Edited::New(kind), pairs, None));
        added.unwrap_or_else(|error| panic!("{kind:?}: {error}")).added[0]
    }

    fn person(&self, role: Role) -> String {
        match role {
            Role::Reader => "reader-1".into(),
            Role::FocalPoint => "fp-gh".into(),
            Role::Adviser => self.advisers[0].clone(),
            Role::Officer => "secretariat".into(),
            Role::Administrator => "admin-1".into(),
        }
    }

    /// The values of a new record: in the first State and the person's own, or in the second and another's.
    fn new_values(&self, kind: Kind, is_own: bool, who: &str) -> Values {
        let state = self.states[usize::from(!is_own)];
        let mut pairs = first_values(kind, 40 + usize::from(is_own));
        let mut set = |code: &str, value: String| {
            pairs.retain(|(known, _)| known != code);
            pairs.push((code.to_owned(), Some(value)));
        };
        match kind {
            Kind::Need => {
                let mut pairs = values(&[("source", "state-report"), ("text", "new")]);
                pairs.push(("state".into(), Some(state.to_string())));
                return pairs;
            }
            Kind::Review => set("state", state.to_string()),
            Kind::Activity => set("helped", format!("[[{state},null]]")),
            Kind::Comment | Kind::Match => set("need", if is_own { "1" } else { "2" }.to_owned()),
            Kind::Overlap => set("second", if is_own { "here" } else { "there" }.to_owned()),
            Kind::View => set("owner", if is_own { who } else { "somebody" }.to_owned()),
            _ => {}
        }
        if kind == Kind::Match {
            set("activity", "A002".to_owned());
        }
        pairs
    }

    /// Adds a record of each kind in both States, and gives them; the second need belongs to the second State.
    pub(super) fn records(&self, who: &str) -> Vec<[Record; 2]> {
        for is_own in [true, false] {
            self.add(Kind::Need, &self.new_values(Kind::Need, is_own, who), "me");
            let code = if is_own { "here" } else { "there" };
            let mut pairs = self.new_values(Kind::Activity, is_own, who);
            pairs.retain(|(known, _)| known != "code");
            pairs.push(("code".into(), Some(code.into())));
            self.add(Kind::Activity, &pairs, "me");
        }
        let known = |kind| match kind {
            Kind::Need => Some("SELECT 1, 2"),
            Kind::Activity => Some(
                "SELECT (SELECT id FROM activity WHERE code = 'here'),
                        (SELECT id FROM activity WHERE code = 'there')",
            ),
            Kind::Setting => Some("SELECT min(id), max(id) FROM setting"),
            _ => None,
        };
        let record = |kind: &Kind| {
            if let Some(sql) = known(*kind) {
                let numbers: (u32, u32) = self
                    .store
                    .connection
                    .query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
                    .unwrap();
                return [numbers.0, numbers.1].map(|number| Record { kind: *kind, number });
            }
            [(true, who), (false, "somebody")].map(|(is_own, by)| {
                let mut pairs = self.new_values(*kind, is_own, who);
                // The numbers of new records are left to the trials.
                for (code, value) in &mut pairs {
                    let is_key = matches!(code.as_str(), "code" | "symbol" | "name" | "name.en");
                    if let Some(value) = value.as_mut().filter(|_| is_key) {
                        value.push_str("-known");
                    }
                    if (*kind, code.as_str()) == (Kind::Match, "activity") {
                        *value = Some("A004".into());
                    }
                    if (*kind, code.as_str()) == (Kind::Review, "cycle") {
                        *value = Some("2".into());
                    }
                    if (*kind, code.as_str()) == (Kind::Overlap, "first") {
                        *value = Some("A003".into());
                    }
                }
                self.add(*kind, &pairs, by)
            })
        };
        Kind::ALL.iter().map(record).collect()
    }
}

/// A field of a kind that can be changed, with a new value.
fn change(kind: Kind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        Kind::Need => ("text", "changed"),
        Kind::Review => ("media", "yes"),
        Kind::State => ("party-since", "2006-01-01"),
        Kind::Person => ("since", "2019"),
        Kind::Activity => ("place", "Accra"),
        Kind::Platform => ("activity", "A002"),
        Kind::Organisation | Kind::Theme => ("name.fr", "nom"),
        Kind::Match => ("note", "changed"),
        Kind::Overlap => ("why", "changed"),
        Kind::Document => ("title.fr", "titre"),
        Kind::View => ("filter", "is:unmet"),
        Kind::Setting => ("value", "45"),
        // The fields of comments are given once.
        Kind::Comment => return None,
    })
}

#[test]
fn every_cell_of_the_table_of_permissions_is_what_the_store_does() {
    let mut tried = 0;
    for role in Role::ALL {
        let mut world = World::new();
        let who = world.person(*role);
        let known = world.records(&who);
        world.store.hold(&who, None, None).unwrap();
        for (kind, records) in Kind::ALL.iter().zip(known) {
            for (deed, is_own) in Deed::ALL.iter().flat_map(|deed| [(deed, true), (deed, false)]) {
                let record = records[usize::from(!is_own)];
                let trial = match deed {
                    Deed::Add | Deed::TakeOut if *kind == Kind::Setting => continue,
                    Deed::Add => {
                        let pairs = world.new_values(*kind, is_own, &who);
                        write(&who, Edited::New(*kind), &pairs, None)
                    }
                    Deed::Change => {
                        let Some(pair) = change(*kind) else { continue };
                        write(&who, Edited::Known(record), &values(&[pair]), None)
                    }
                    Deed::TakeOut => write(&who, Edited::Known(record), &Values::new(), Some(true)),
                };
                let done = world.store.rehearse_edit(&trial);
                let scope = role.may(*deed, *kind);
                let may = scope == Scope::All || is_own && scope != Scope::Nothing;
                let told = format!("{role:?} {deed:?} {kind:?} {is_own}: {done:?}");
                match done {
                    Ok(_) => assert!(may, "{told}"),
                    Err(StoreError::NotInRole { role: by, .. }) => {
                        assert!(!may && by == *role, "{told}");
                    }
                    // The role allows it; what refers to the record does not.
                    Err(StoreError::Referred(..)) if may && *deed == Deed::TakeOut => {}
                    Err(other) => panic!("{told}: {other}"),
                }
                tried += 1;
            }
        }
    }
    assert_eq!(tried, Role::ALL.len() * (14 * 3 - 3) * 2);
}

fn is_refused<T: std::fmt::Debug>(done: Result<T, StoreError>) -> bool {
    match done {
        Ok(_) => false,
        Err(StoreError::NotInRole { .. }) => true,
        Err(other) => panic!("{other:?}"),
    }
}

fn triage(who: &str, need: u32, change: Change) -> Write {
    let edits = vec![Edit { need: NeedNumber::new(need), change, if_version: None }];
    Write { who: who.into(), note: String::new(), edits }
}

/// Every other way to write than edits of records.
#[test]
fn every_way_to_write_asks_the_role() {
    for role in Role::ALL {
        let mut world = World::new();
        let who = world.person(*role);
        let known = world.records(&who);
        let by_other = triage("somebody", 2, Change::Priority(Some(Priority::Low)));
        let batch = world.store.write(&by_other).unwrap().batch.unwrap();
        let mine = triage(&who, 2, Change::Horizon(None));
        assert_eq!(world.store.write(&mine).unwrap().batch, None);
        let foreign = triage(&who, 2, Change::notes("before the session"));
        let of_before = world.store.write(&foreign).unwrap().batch.unwrap();
        world.store.hold(&who, None, Some("SHA256:x".into())).unwrap();
        let store = &world.store;
        let (of_own, of_all) = (*role > Role::Reader, *role >= Role::Officer);
        let high = || Change::Priority(Some(Priority::High));
        assert_eq!(!is_refused(store.write(&triage(&who, 1, high()))), of_own, "{role:?}");
        assert_eq!(!is_refused(store.rehearse(&triage(&who, 2, high()))), of_all, "{role:?}");
        assert_eq!(!is_refused(store.undo(of_before, &who)), of_all, "{role:?}: an undo");
        let others = store.undo(batch, &who);
        assert!(matches!(others, Err(StoreError::NotYours { .. })), "{role:?}: {others:?}");
        let matched = |need| MatchWrite {
            who: who.clone(),
            note: String::new(),
            activity: "A007".into(),
            needs: vec![NeedNumber::new(need)],
            extent: None,
            remark: None,
            response: None,
            responding: None,
        };
        assert_eq!(!is_refused(store.match_needs(&matched(1))), of_own, "{role:?}");
        assert_eq!(!is_refused(store.match_needs(&matched(2))), of_all, "{role:?}");
        let setting = store.set(&who, Setting::OverdueDays, "77", None);
        assert_eq!(!is_refused(setting), *role == Role::Administrator, "{role:?}");
        let view = |owner: Option<&str>| SavedView {
            name: "mine".into(),
            owner: owner.map(str::to_owned),
            screen: "needs".into(),
            ..SavedView::default()
        };
        let saved = |view| is_refused(store.save_view(&who, &view, None));
        assert_eq!(!saved(view(Some(&who))), of_own, "{role:?}");
        assert_eq!(!saved(view(None)), of_all, "{role:?}: everybody's view");
        let merged = super::merging(super::Mergeable::Need, 2, 1);
        let merged = super::RecordMerge { who: who.clone(), ..merged };
        assert_eq!(!is_refused(store.rehearse_merge(&merged)), of_all, "{role:?}");
        let keys: Option<String> = cell(store, "SELECT max(key) FROM batch");
        assert_eq!(keys.as_deref(), of_own.then_some("SHA256:x"), "{role:?}");
        let other = store.write(&triage("somebody", 1, Change::notes("x")));
        assert!(matches!(other, Err(StoreError::OtherName { .. })), "{other:?}");
        assert!(store.save_last_visit("somebody", &LeftScreen::default(), None).is_err());
        assert_eq!(store.check().unwrap(), [], "{role:?}");
        drop(known);
    }
}

#[test]
fn nobody_moves_a_record_to_where_one_may_write() {
    let mut world = World::new();
    let [here, there] = world.states.map(|state| state.to_string());
    world.records("fp-gh");
    for who in ["fp-gh".to_owned(), world.advisers[0].clone()] {
        world.store.hold(&who, None, None).unwrap();
        let moved = |need, state: &str| {
            let record = Edited::Known(Record::need(NeedNumber::new(need)));
            world.store.edit(&write(&who, record, &values(&[("state", state)]), None))
        };
        assert!(is_refused(moved(2, &here)), "{who}: to itself");
        assert!(is_refused(moved(1, &there)), "{who}: away");
        let activity = |code: &str, helped: &str| {
            let sql = format!("SELECT id FROM activity WHERE code = '{code}'");
            let record = Record { kind: Kind::Activity, number: cell(&world.store, &sql) };
            let helped = values(&[("helped", helped)]);
            world.store.edit(&write(&who, Edited::Known(record), &helped, None))
        };
        assert!(is_refused(activity("here", &format!("[[{here},null],[{there},null]]"))));
        assert!(is_refused(activity("there", &format!("[[{here},null]]"))));
    }
    // The queue: a need of another region that was given to the adviser, and is given on.
    let adviser = world.advisers[0].clone();
    world.store.hold("secretariat", None, None).unwrap();
    let give = |who: &str, to: &str| triage(who, 2, Change::FocalPoint(Some(to.into())));
    world.store.write(&give("secretariat", &adviser)).unwrap();
    world.store.hold(&adviser, None, None).unwrap();
    world.store.write(&triage(&adviser, 2, Change::notes("mine"))).unwrap();
    let record = Edited::Known(Record::need(NeedNumber::new(2)));
    let away = write(&adviser, record, &values(&[("state", &here)]), None);
    assert!(is_refused(world.store.rehearse_edit(&away)), "it is one to answer, not to move");
    world.store.write(&give(&adviser, "secretariat")).unwrap();
    assert!(is_refused(world.store.write(&give(&adviser, &adviser))), "nobody takes a need");
}

#[test]
fn a_role_is_lowered_never_raised_and_changes_while_a_session_runs() {
    let mut world = World::new();
    world.records("fp-gh");
    let raised = world.store.hold("fp-gh", Some(Role::Officer), None);
    assert!(matches!(raised, Err(StoreError::RoleRaised { .. })));
    assert_eq!(world.store.rights(), &Rights::Unlocked, "nothing was held");
    let adviser = world.advisers[1].clone();
    for (who, lowered, may) in [
        ("admin-1", Some(Role::Officer), [true, true]),
        ("admin-1", Some(Role::Reader), [false, false]),
        ("fp-gh", Some(Role::Reader), [false, false]),
        ("fp-gh", None, [true, false]),
        // An adviser has no State, and no larger part of the register by a smaller role.
        (&adviser, Some(Role::FocalPoint), [false, false]),
        (&adviser, None, [false, true]),
    ] {
        world.store.hold(who, lowered, None).unwrap();
        let high = |need| triage(who, need, Change::notes("x"));
        let done = [1, 2].map(|need| !is_refused(world.store.rehearse(&high(need))));
        assert_eq!(done, may, "{who} {lowered:?}");
    }
    world.store.hold("fp-gh", None, None).unwrap();
    let demoted = |role: &str| format!("UPDATE person SET role = {role} WHERE code = 'fp-gh'");
    let mine = triage("fp-gh", 1, Change::notes("y"));
    world.store.write(&mine).unwrap();
    world.store.connection.execute_batch(&demoted("'reader'")).unwrap();
    assert!(is_refused(world.store.rehearse(&triage("fp-gh", 1, Change::notes("z")))));
    world.store.connection.execute_batch(&demoted("'officer'")).unwrap();
    let wide = world.store.rehearse(&triage("fp-gh", 2, Change::notes("z")));
    assert!(is_refused(wide), "the session goes on with the role that it holds");
    let gone = "UPDATE person SET until = '2001' WHERE code = 'fp-gh'";
    world.store.connection.execute_batch(gone).unwrap();
    let retired = world.store.write(&triage("fp-gh", 1, Change::notes("z")));
    assert!(matches!(retired, Err(StoreError::Retired(..))), "{retired:?}");
    assert!(matches!(world.store.hold("fp-gh", None, None), Err(StoreError::Retired(..))));
    let unknown = world.store.hold("nobody", None, None);
    assert_eq!(unknown, Err(StoreError::UnknownPerson("nobody".into())));
}

#[test]
fn what_a_person_does_not_see_is_in_nothing_that_is_read() {
    let mut world = World::new();
    world.records("fp-gh");
    for need in [1, 2] {
        world.store.write(&triage("me", need, Change::notes(&format!("note {need}")))).unwrap();
    }
    let all = world.store.load(&mut |_| true).unwrap();
    let sight =
        format!("UPDATE person SET sees = '{}' WHERE code = 'fp-gh'", Sees::OwnState.code());
    world.store.connection.execute_batch(&sight).unwrap();
    let last = world.store.last_change().unwrap();
    world.store.hold("fp-gh", None, None).unwrap();
    let store = &world.store;
    let seen = store.load(&mut |_| true).unwrap();
    assert_eq!((all.len(), seen.len()), (2, 1));
    assert_eq!(seen.vocabulary.reviews.len(), 1, "that of Ghana");
    let needs: Vec<Record> = store
        .log(&crate::store::LogQuery { kinds: crate::domain::Kinds::all(), ..Default::default() })
        .unwrap()
        .into_iter()
        .map(|entry| entry.record)
        .filter(|record| matches!(record.kind, Kind::Need | Kind::Comment | Kind::Match))
        .collect();
    assert!(!needs.is_empty() && needs.iter().all(|record| record.number == 1), "{needs:?}");
    let hidden = NeedNumber::new(2);
    assert_eq!(store.need_detail(hidden).err(), Some(StoreError::UnknownNeed(hidden)));
    let unknown = store.write(&triage("fp-gh", 2, Change::notes("x"))).err();
    assert_eq!(unknown, Some(StoreError::UnknownNeed(hidden)), "nor is it told that it is there");
    let since = store.changed_since("nobody", 0).unwrap().changed;
    assert_eq!(since, [NeedNumber::new(1)]);
    let written = store.write(&triage("fp-gh", 1, Change::notes("mine"))).unwrap();
    assert!(written.batch.is_some() && store.last_change().unwrap() > last);
    let remark = values(&[("need", "1"), ("text", "a remark")]);
    let own = store.edit(&write("fp-gh", Edited::New(Kind::Comment), &remark, None));
    assert_eq!(own.unwrap().added[0].number, 3, "after the one that is not seen");
    store.undo(written.batch.unwrap(), "fp-gh").unwrap();
    let fresh = store.refresh(&seen, last).unwrap();
    assert_eq!(fresh.register.len(), 1);
    let past = store.as_of(&seen, crate::domain::Day::parse("2019-06-30").unwrap()).unwrap();
    assert!(past.len() <= 1);
}
