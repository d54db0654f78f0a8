//! Registers made at random, for tests: a few real States, every category, and needs in which
//! every value and every gap occurs.

use super::dice::Dice;
use super::random_activity::{self, names, subset};
use super::random_dates::{date, day};
use crate::domain::{
    Article, ArticleSet, Chapter, Coded, CountryGroup, Cycle, Day, Extent, Horizon, Kind,
    NeedNumber, Origin, OverdueDays, PartialDate, PersonKind, Priority, Region, Response, Role,
    SAMPLE_DAY, Sees, Source, Stakeholder, Step, Weights, reference, state_names,
};
use crate::fields::{FieldValue, RecordField};
use crate::query::register::{
    CHUNK, Category, Chunk, Column, Document, Facts, Match, Membership, NeedColumn, Organisation,
    Outside, Person, PlainValue, Platform, ProvenancePlace, Register, Review, SetPlace, Slot,
    Spellings, State, Theme, Triage, Vocabulary, encoded, encoded_date, encoded_day,
};
use crate::text::Names;
use std::sync::Arc;

const STATES: [&str; 13] =
    ["GH", "GN", "GW", "CI", "TZ", "KE", "DE", "EU", "GB", "US", "FJ", "VC", "NE"];
const THEMES: [(&str, &str); 4] = [
    ("asset declarations", "财产申报"),
    ("whistle-blowers", "举报人"),
    ("society participation", "社会参与"),
    ("public procurement", ""),
];
const DOCUMENTS: [&str; 3] = ["CAC/COSP/2019/14", "CAC/COSP/2019/1", "3/1"];
const PROVIDERS: [usize; 5] = [0, 16, 17, 18, 19];
const WORDS: [&str; 12] = [
    "asset",
    "declaration",
    "Déclaration",
    "de",
    "patrimoine",
    "资产",
    "申报",
    "Ёлка",
    "training",
    "TRAINING of",
    "e\u{301}lus",
    "كِتاب",
];

/// A register of so many needs; the same for the same seed.
pub(crate) fn register(seed: u64, needs: usize) -> Register {
    let mut dice = Dice::new(seed);
    let mut vocabulary = vocabulary(&mut dice);
    let mut chunks = Vec::new();
    let mut id = 0;
    for first in (0..needs).step_by(CHUNK) {
        let mut chunk = (Facts::default(), Triage::default());
        for _ in first..needs.min(first + CHUNK) {
            id += 1 + dice.below(3) as u32;
            push(&mut chunk, id, &mut vocabulary, &mut dice);
        }
        chunks.push(Arc::new(Chunk { facts: Arc::new(chunk.0), triage: Arc::new(chunk.1) }));
    }
    // Another number for another seed: the rule must not know one by heart.
    vocabulary.overdue_days = OverdueDays::new(30 + (seed % 150) as u16).unwrap_or_default();
    let vocabulary = Arc::new(vocabulary);
    Register {
        stamp: 1,
        illustrative: true,
        own_day: Some(SAMPLE_DAY),
        is_void: false,
        void_reasons: Arc::default(),
        void_reviews: Arc::default(),
        vocabulary,
        chunks,
        text_ranks: None,
    }
}

/// Adds a need. A column of plain values that is not named gets one by the kind of its field.
fn push(
    (all, all_triage): &mut (Facts, Triage),
    id: u32,
    vocabulary: &mut Vocabulary,
    dice: &mut Dice,
) {
    let of = provenance(vocabulary, dice);
    let category = category(vocabulary, vocabulary.provenance(of).review, dice);
    let count = dice.below(4);
    let articles = (0..count).filter_map(|_| Article::at(dice.below(Article::COUNT)));
    let mut articles = articles.collect::<ArticleSet>();
    if dice.once_in(5) {
        articles.insert_chapter(dice.of(Chapter::ALL));
    }
    let themes = subset(vocabulary.themes.len(), dice);
    let matches = matches(NeedNumber::new(id), subset(vocabulary.activities.len(), dice));
    // By their numbers rather than by dice, so that the rest of a register is as its seed has
    // always made it.
    let document = id as usize % (vocabulary.documents.len() + 2);
    let document = (1..=vocabulary.documents.len())
        .contains(&document)
        .then(|| Slot::numbered(document as u16));
    let (mut facts, mut triage) = (Facts::of_nothing(), Triage::of_nothing());
    facts.put_plain(0, |column| plain(column, id));
    triage.put_plain(0, |column| plain(column, id));
    facts.id = vec![id];
    facts.provenance = vec![of];
    facts.category = vec![category];
    facts.articles = vec![articles];
    facts.themes = vec![interned(&mut vocabulary.theme_sets, themes)];
    facts.activities = vec![interned(&mut vocabulary.match_sets, matches)];
    facts.identified = vec![encoded_date(date(dice))];
    facts.documents = one(document);
    facts.origin = vec![encoded(Origin::at(id as usize % Origin::ALL.len()))];
    facts.rank = vec![dice.below(8) as u16];
    facts.texts = one(text(dice));
    triage.priority = vec![encoded(dice.stated::<Priority>())];
    triage.horizon = vec![encoded(dice.stated::<Horizon>())];
    triage.response = vec![encoded(dice.stated::<Response>())];
    triage.focal = vec![Slot::numbered(dice.below(Slot::room(vocabulary.people.len())) as u16)];
    triage.version = vec![1];
    triage.changed = vec![changed(dice)];
    triage.projected = vec![encoded_day(day(dice).filter(|_| dice.once_in(3)))];
    triage.duplicate = vec![duplicate(&all.id, dice)];
    let place = all.id.len();
    all.push_from(place, &facts, 0);
    all_triage.push_from(place, &triage, 0);
}

/// A need's value in the column of one field, by the kind of its values and the number of the need.
fn plain(column: &NeedColumn, id: u32) -> Option<PlainValue<'static>> {
    let field = RecordField::from_code(Kind::Need, column.fields().next()?)?;
    // Columns of one kind differ.
    let turn = id + field.place() as u32;
    match field.value() {
        FieldValue::OneOf(codes) => Some(PlainValue::Number(turn % (codes().len() as u32 + 1))),
        FieldValue::Number(..) => Some(PlainValue::Number(turn % 8)),
        FieldValue::Line | FieldValue::Text | FieldValue::Rows => turn
            .is_multiple_of(4)
            .then(|| PlainValue::Words(WORDS[turn as usize / 4 % WORDS.len()])),
        _ => None,
    }
}

/// A column with one value.
fn one<C: Column>(value: C::Value) -> C {
    let mut column = C::default();
    column.push_value(0, value);
    column
}

fn text(dice: &mut Dice) -> String {
    let words = 1 + dice.below(4);
    let text: Vec<&str> = (0..words).map(|_| dice.of(&WORDS)).collect();
    text.join(dice.of(&[" ", ""]))
}

fn changed(dice: &mut Dice) -> u32 {
    day(dice).map_or(0, |d| d.number().unsigned_abs() * 86_400 + dice.below(86_400) as u32)
}

/// The number of one of these needs, or 0.
fn duplicate(others: &[u32], dice: &mut Dice) -> u32 {
    let repeats = dice.once_in(8) && !others.is_empty();
    if repeats { dice.of(others) } else { 0 }
}

/// Matches of a need with these activities. Like the statuses of activities, their extents follow from numbers rather
/// than from dice, so that the rest of a register is as its seed has always made it.
fn matches(need: NeedNumber, activities: Vec<u16>) -> Vec<Match> {
    let extent = |activity: u16| (need.get() as usize + usize::from(activity)) % Extent::ALL.len();
    let matches = activities
        .into_iter()
        .filter_map(|activity| Some(Match { activity, extent: Extent::at(extent(activity))? }));
    matches.collect()
}

fn interned<T: PartialEq>(sets: &mut Vec<Box<[T]>>, set: Vec<T>) -> SetPlace {
    let set = set.into_boxed_slice();
    let place = sets.iter().position(|s| *s == set).unwrap_or_else(|| {
        sets.push(set);
        sets.len() - 1
    });
    SetPlace::behind(place)
}

fn vocabulary(dice: &mut Dice) -> Vocabulary {
    let states = states();
    let held: Vec<usize> = (0..states.len() * 2).filter(|_| !dice.once_in(4)).collect();
    let reviews = (1..).zip(held).map(|(id, of)| review(id, of, dice)).collect();
    let sources = Source::ALL.iter().copied().filter(|source| *source != Source::Review);
    let all = (0..states.len() as u16)
        .flat_map(|state| sources.clone().map(move |source| Outside { state, source }));
    let mut outside: Vec<Outside> = all.filter(|_| dice.once_in(6)).collect();
    outside.sort_by_key(|outside| (outside.state, outside.source.code()));
    Vocabulary {
        people: people(&states),
        states,
        reviews,
        outside,
        categories: categories(),
        themes: (1..)
            .zip(THEMES)
            .map(|(id, (en, zh))| Theme { id, code: en.into(), names: names(en, zh) })
            .collect(),
        organisations: organisations(),
        activities: (1..=6)
            .map(|id| random_activity::activity(id, PROVIDERS.len(), dice))
            .collect(),
        platforms: vec![Platform { id: 1, code: "RP1".into(), organisation: 1, activity: Some(2) }],
        areas: random_activity::areas(),
        kinds: random_activity::KINDS.map(str::to_owned).into(),
        programmes: vec![1],
        sdgs: ["5", "16", "16.5"].map(str::to_owned).into(),
        documents: (1..).zip(DOCUMENTS).map(|(id, symbol)| document(id, symbol)).collect(),
        theme_sets: vec![Box::new([])],
        match_sets: vec![Box::new([])],
        nameless: None,
        overdue_days: OverdueDays::default(),
        candidate_weights: Weights::default(),
        overlap_marks: Vec::new(),
        lacks_activities: false,
    }
}

/// A review, or now and then a State outside its reviews.
fn provenance(vocabulary: &Vocabulary, dice: &mut Dice) -> ProvenancePlace {
    let place = dice.below(vocabulary.provenance_count());
    match place.checked_sub(vocabulary.reviews.len()) {
        None => ProvenancePlace::of_review(place as u16),
        Some(outside) => {
            ProvenancePlace::behind(vocabulary.reviews.len(), outside).unwrap_or_default()
        }
    }
}

/// One of the cycle's categories or none, as the schema has it; outside reviews, one of any cycle.
fn category(vocabulary: &Vocabulary, review: Option<&Review>, dice: &mut Dice) -> u8 {
    let own: Vec<usize> = (1..)
        .zip(&vocabulary.categories)
        .filter(|(_, category)| review.is_none_or(|review| category.cycle == review.cycle))
        .map(|(code, _)| code)
        .chain([0])
        .collect();
    dice.of(&own) as u8
}

fn review(id: i64, of: usize, dice: &mut Dice) -> Review {
    let reached = dice.below(Step::COUNT + 1);
    let mut steps = [None; Step::COUNT];
    steps.iter_mut().take(reached).for_each(|step| *step = PartialDate::parse("2018-01-01"));
    Review {
        id,
        state: (of / 2) as u16,
        cycle: if of.is_multiple_of(2) { Cycle::First } else { Cycle::Second },
        steps,
        joint_meeting: None,
        stakeholders: None,
        took_part: took_part(id),
        origin: Origin::Recorded,
        reviewers: Vec::new(),
    }
}

/// Which stakeholders took part, as the number of the review has it.
fn took_part(id: i64) -> [Option<bool>; Stakeholder::COUNT] {
    std::array::from_fn(|place| match (id.unsigned_abs() as usize + place) % 4 {
        0 => Some(true),
        1 => Some(false),
        _ => None,
    })
}

/// All ways to write the name of a State, as a register has them.
fn spellings(row: &reference::StateRow) -> Spellings {
    let all = state_names()
        .into_iter()
        .filter(|state| [&row.iso3, &row.iso2].iter().any(|c| *c == state.code));
    let taken = |state: crate::domain::StateNames| -> Vec<String> {
        state.taken().map(|spelling| spelling.text.clone()).collect()
    };
    let own = reference::parts(&row.aliases).chain(row.name.iter()).map(str::to_owned);
    own.chain(all.flat_map(taken)).collect()
}

fn states() -> Vec<State> {
    let rows = reference::states();
    let named = rows.iter().filter(|row| STATES.contains(&row.iso2.as_str()));
    let mut states: Vec<State> = named
        .map(|row| State {
            id: 0,
            iso2: row.iso2.clone(),
            iso3: row.iso3.clone(),
            names: row.name.clone(),
            aliases: reference::parts(&row.aliases).map(str::to_owned).collect(),
            spellings: spellings(row),
            party: Some(row.party == "yes"),
            party_since: Day::parse(&row.party_since),
            unnamed: false,
            region: Region::from_code(&row.region),
            groups: groups(row),
            memberships: (groups(row).into_iter())
                .map(|group| Membership { group, since: None, until: None })
                .collect(),
            adviser: reference::advisers()
                .iter()
                .position(|adviser| adviser.code == row.adviser)
                .map(|place| place as u16),
            origin: Origin::Published,
        })
        .collect();
    for _ in 0..2 {
        states.push(State {
            iso2: String::new(),
            iso3: String::new(),
            names: names("One State", "一个国家"),
            aliases: Vec::new(),
            spellings: Spellings::default(),
            unnamed: true,
            region: None,
            groups: Vec::new(),
            memberships: Vec::new(),
            adviser: None,
            ..states[0].clone()
        });
    }
    (1..).zip(&mut states).for_each(|(id, state)| state.id = id);
    states
}

/// The groups that a row of the reference table names.
fn groups(row: &reference::StateRow) -> Vec<CountryGroup> {
    let flags = [&row.ldc, &row.lldc, &row.sids].into_iter().zip(CountryGroup::ALL);
    flags.filter(|(flag, _)| *flag == "yes").map(|(_, group)| *group).collect()
}

/// The advisers, then two focal points and an officer.
fn people(states: &[State]) -> Vec<Person> {
    let adviser = |row: reference::AdviserRow| Person {
        id: 0,
        code: row.code,
        kind: PersonKind::Adviser,
        posts: row.post,
        state: None,
        since: None,
        until: None,
        is_retired: false,
        role: Role::Adviser,
        sees: Sees::Everything,
        origin: Origin::Published,
    };
    let other = |kind, code: &str, en: &str, zh: &str, state| Person {
        id: 0,
        code: code.into(),
        kind,
        posts: names(en, zh),
        state,
        since: None,
        until: None,
        is_retired: false,
        role: Role::of_kind(kind),
        sees: Sees::Everything,
        origin: Origin::Published,
    };
    let place = |iso2: &str| states.iter().position(|s| s.iso2 == iso2).map(|p| p as u16);
    let mut people: Vec<Person> = reference::advisers().into_iter().map(adviser).collect();
    let focal = PersonKind::FocalPoint;
    people.push(other(focal, "fp-gh", "Focal point, Ghana", "加纳协调人", place("GH")));
    people.push(other(focal, "fp-ke", "Focal point, Kenya", "肯尼亚协调人", place("KE")));
    people.push(other(PersonKind::Officer, "officer-1", "Officer", "干事", None));
    (1..).zip(&mut people).for_each(|(id, person)| person.id = id);
    people
}

fn categories() -> Vec<Category> {
    let category = |(id, row): (i64, reference::CategoryRow)| Category {
        id,
        code: row.code,
        cycle: Cycle::from_number(row.cycle).unwrap_or(Cycle::First),
        names: row.name,
        aliases: reference::parts(&row.aliases).map(str::to_owned).collect(),
    };
    (1..).zip(reference::categories()).map(category).collect()
}

fn organisations() -> Vec<Organisation> {
    let rows = reference::organisations();
    let organisation = |(id, place): (i64, usize)| Organisation {
        id,
        code: rows[place].code.clone(),
        names: rows[place].name.clone(),
        kind: rows[place].kind.clone(),
        role: rows[place].role.clone(),
    };
    (1..).zip(PROVIDERS).map(organisation).collect()
}

fn document(id: i64, symbol: &str) -> Document {
    Document { id, symbol: symbol.into(), kind: None, on: None, title: Names::default() }
}
