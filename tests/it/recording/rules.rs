//! The rules that hold between records, for the model: the reasons why a write that collides with nobody is refused.

use super::model::{Held, ITSELF, Model, Put, Reason, Refusal, is_over};
use std::collections::BTreeMap;
use ta_tui::domain::{Kind, NeedNumber, PartialDate, Record};

/// The fields that refer to records, with the kind of these.
const REFERENCES: [(Kind, &str, Kind); 6] = [
    (Kind::Need, "focal", Kind::Person),
    (Kind::Need, "theme", Kind::Theme),
    (Kind::Need, "duplicate", Kind::Need),
    (Kind::Need, "merged-into", Kind::Need),
    (Kind::Comment, "need", Kind::Need),
    (Kind::Match, "need", Kind::Need),
];

/// The registers before and after a write.
struct Change<'a> {
    before: &'a BTreeMap<Record, Held>,
    after: BTreeMap<Record, Held>,
}

impl Change<'_> {
    fn need(&self, number: u32) -> Option<&Held> {
        self.after.get(&Record::need(NeedNumber::new(number)))
    }

    /// A record by the name that fields have for it: its code or its number.
    fn named(&self, kind: Kind, name: &str) -> Option<&Held> {
        let is_it = |record: &Record, held: &Held| {
            record.kind == kind
                && held
                    .get("code")
                    .map_or_else(|| record.number.to_string() == name, |code| code == name)
        };
        self.after.iter().find(|(record, held)| is_it(record, held)).map(|(_, held)| held)
    }
}

/// The reasons against a write that leaves these records, on a day.
pub(super) fn against(model: &Model, put: &Put, today: i32) -> Refusal {
    let mut after = model.records.clone();
    after.extend(put.iter().map(|(record, held)| (*record, held.clone())));
    let change = Change { before: &model.records, after };
    let mut refusal = Refusal::new();
    for (record, now) in put {
        let empty = Held::default();
        let was = change.before.get(record).unwrap_or(&empty);
        if was == now {
            continue;
        }
        let is_other = |field: &str| was.get(field) != now.get(field);
        references(&change, record.kind, (was, now), &mut refusal);
        if was.there && !now.there && is_referred(&change, *record) {
            refusal.insert(Reason::Referred(*record));
        }
        match record.kind {
            Kind::Need => {
                if now.there && now.get("merged-into").is_some() {
                    refusal.insert(Reason::Merged);
                }
                let repeats = is_other("duplicate") && repeats_itself(&change, record.number);
                if repeats || now.get("duplicate") == Some(&record.number.to_string()) {
                    refusal.insert(Reason::Circle);
                }
                let on = now.get("identified").filter(|_| now.there && is_other("identified"));
                let on = on.and_then(PartialDate::parse);
                if on.is_some_and(|on| on.first_day().number() > today) {
                    refusal.insert(Reason::Ahead);
                }
                let focal = now.get("focal").filter(|_| now.there && is_other("focal"));
                let person = focal.and_then(|code| change.named(Kind::Person, code));
                if person.is_some_and(|person| is_over(person.get("until"), today)) {
                    refusal.insert(Reason::Retired);
                }
            }
            Kind::Match if ["need", "activity"].into_iter().any(is_other) => {
                let same = |(other, held): (&Record, &Held)| {
                    let pair = |held: &Held| {
                        ["need", "activity"].map(|of| held.get(of).map(str::to_owned))
                    };
                    other.kind == Kind::Match && other != record && pair(held) == pair(now)
                };
                if was.get("need").is_some() && change.after.iter().any(same) {
                    refusal.insert(Reason::Matched);
                }
            }
            Kind::Person if is_other("until") && is_over(now.get("until"), today) => {
                let left = queue(&change, now.get("code"));
                if left > 0 {
                    refusal.insert(Reason::HasQueue(left));
                }
            }
            _ => {}
        }
    }
    refusal
}

/// How many needs are still given to a post, of those that were.
fn queue(change: &Change<'_>, code: Option<&str>) -> usize {
    let has = |held: &Held| held.there && held.get("focal") == code;
    let kept = change.before.iter().filter(|(record, was)| {
        record.kind == Kind::Need && has(was) && has(&change.after[*record])
    });
    kept.count()
}

/// Finds references to what is not there: in fields that are written, and in all of a record that comes.
fn references(change: &Change<'_>, kind: Kind, (was, now): (&Held, &Held), refusal: &mut Refusal) {
    let comes = now.there && !was.there;
    for (_, field, to) in REFERENCES.iter().filter(|(of, _, _)| *of == kind) {
        let had: Vec<&str> = was.get(field).map_or(Vec::new(), |had| had.split("; ").collect());
        let named = now.get(field).into_iter().flat_map(|names| names.split("; "));
        for name in named.filter(|name| comes || !had.contains(name)) {
            if !change.named(*to, name).is_some_and(|held| held.there) {
                refusal.insert(Reason::Gone(*to));
            }
        }
    }
}

/// Whether a record that is there refers to this one. Comments stay with a need that is taken out.
fn is_referred(change: &Change<'_>, record: Record) -> bool {
    let gone = &change.after[&record];
    let number = record.number.to_string();
    let name = gone.get("code").unwrap_or(&number);
    change.after.iter().filter(|(other, held)| held.there && other.kind != Kind::Comment).any(
        |(other, held)| {
            let refers = |(of, field, to): &(Kind, &str, Kind)| {
                *of == other.kind
                    && *to == record.kind
                    && held.get(field).is_some_and(|names| names.split("; ").any(|one| one == name))
            };
            REFERENCES.iter().any(refers)
        },
    )
}

/// Whether a need is a duplicate of itself by way of others.
fn repeats_itself(change: &Change<'_>, need: u32) -> bool {
    let next = |need: u32| change.need(need)?.get("duplicate")?.parse::<u32>().ok();
    let mut at = next(need);
    for _ in 0..change.after.len() {
        match at {
            Some(other) if other == need => return true,
            Some(other) => at = next(other),
            None => return false,
        }
    }
    false
}

/// Looks at two records of a kind that are to be merged, each with the version that the person has seen.
fn are_as_seen(model: &Model, kind: Kind, both: [(u32, u32); 2]) -> Result<[Record; 2], Refusal> {
    let [gone, stays] = both.map(|(number, _)| Record { kind, number });
    if gone == stays {
        return Err(Refusal::from([Reason::Circle]));
    }
    let mut refusal = Refusal::new();
    for (record, seen) in [(gone, both[0].1), (stays, both[1].1)] {
        if !model.records[&record].there {
            refusal.insert(Reason::Absent(record));
        }
        let changed = model.changed_since(record, seen);
        if !changed.is_empty() {
            refusal.insert(Reason::Conflict(changed));
        }
    }
    if refusal.is_empty() { Ok([gone, stays]) } else { Err(refusal) }
}

/// The records that a merge of one theme into another leaves. Needs that are void get the other theme too.
pub(super) fn merged_themes(
    model: &Model,
    gone: (u32, u32),
    stays: (u32, u32),
) -> Result<Put, Refusal> {
    let [gone, stays] = are_as_seen(model, Kind::Theme, [gone, stays])?;
    let code = |record: Record| model.records[&record].get("code").unwrap().to_owned();
    let (from, into) = (code(gone), code(stays));
    let mut lost = model.records[&gone].clone();
    lost.set(ITSELF, None);
    let mut put = Put::from([(gone, lost)]);
    for (record, held) in model.records.iter().filter(|(record, _)| record.kind == Kind::Need) {
        let names: Vec<&str> = held.get("theme").unwrap_or("").split("; ").collect();
        if names.contains(&from.as_str()) {
            let turned = names
                .iter()
                .map(|name| if *name == from { into.clone() } else { (*name).to_owned() });
            let mut moved = held.clone();
            moved.set("theme", joined(turned.collect()));
            put.insert(*record, moved);
        }
    }
    Ok(put)
}

/// The records that a merge of one need into another leaves.
pub(super) fn merged(
    model: &Model,
    gone: (u32, u32),
    stays: (u32, u32),
    taken: &[&'static str],
) -> Result<Put, Refusal> {
    let [gone, stays] = are_as_seen(model, Kind::Need, [gone, stays])?;
    let (from, into) = (gone.number.to_string(), stays.number.to_string());
    let (mut lost, mut kept) = (model.records[&gone].clone(), model.records[&stays].clone());
    for field in taken {
        kept.set(field, lost.get(field).map(str::to_owned));
    }
    let themes =
        [&lost, &model.records[&stays]].map(|held| held.get("theme").unwrap_or("").to_owned());
    let both = themes.iter().flat_map(|names| names.split("; ")).filter(|name| !name.is_empty());
    kept.set("theme", joined(both.map(str::to_owned).collect()));
    if kept.get("duplicate") == Some(&from) {
        kept.set("duplicate", None);
    }
    lost.set("merged-into", Some(into.clone()));
    lost.set(ITSELF, None);
    let mut put = Put::from([(gone, lost), (stays, kept)]);
    for (record, held) in model.records.iter().filter(|(record, _)| !put_has(**record, gone, stays))
    {
        let field = if record.kind == Kind::Need { "duplicate" } else { "need" };
        let is_moved = record.kind == Kind::Comment || held.there;
        if !is_moved || held.get(field) != Some(&from) {
            continue;
        }
        let mut moved = held.clone();
        let same = |other: &Held| {
            record.kind == Kind::Match
                && other.get("need") == Some(&into)
                && other.get("activity") == held.get("activity")
        };
        // A match that the staying need has too is kept there.
        match model.records.iter().find(|(other, held)| other.kind == Kind::Match && same(held)) {
            Some((other, own)) => {
                moved.set(ITSELF, None);
                put.insert(*other, Held { there: true, ..own.clone() });
            }
            None => moved.set(field, Some(into.clone())),
        }
        put.insert(*record, moved);
    }
    Ok(put)
}

fn put_has(record: Record, gone: Record, stays: Record) -> bool {
    record == gone || record == stays
}

/// Names in order, each once, as the log has them.
pub(super) fn joined(mut names: Vec<String>) -> Option<String> {
    names.sort();
    names.dedup();
    (!names.is_empty()).then(|| names.join("; "))
}
