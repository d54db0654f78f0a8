//! The engine against an oracle: needs are asked one by one, in other words than the engine's.

use super::dice::Dice;
use super::oracle_of_matches;
use super::random_register;
use crate::domain::{
    Article, Coded, Cycle, Day, Extent, Moment, NeedNumber, PartialDate, Response, Standing, Step,
    fold,
};
use crate::query::register::{Address, NeedRef, Register, Review, Stated};
use crate::query::{
    Context, Field, Filter, Measure, Plan, code_of_value, cross_tabulate, parse, select, slots,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The person who asks: the focal point of Ghana.
const ME: u16 = 5;

fn context() -> Context {
    // In the midst of the days of the register, so that some needs are overdue and others not.
    Context { today: Day::new(2018, 7, 1).expect("a day"), me: Some(ME) }
}

/// The values of a need in a field, as codes.
fn codes(need: NeedRef, field: Field) -> BTreeSet<String> {
    let code = |c: Option<&str>| c.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let state = need.state();
    let yes = |name: &str, holds: bool| holds.then(|| name.to_owned());
    let codes: Vec<String> = match field {
        Field::Cycle => need.review().iter().map(|r| r.cycle.number().to_string()).collect(),
        Field::Source => vec![need.source().code().to_owned()],
        Field::Origin => code(need.origin().map(Coded::code)),
        Field::Chapter => {
            let of_articles = need.articles().iter().map(Article::chapter);
            let all = of_articles.chain(need.articles().chapters_alone());
            all.map(|chapter| chapter.code().to_owned()).collect()
        }
        Field::Article => need.articles().iter().map(|a| a.number().to_string()).collect(),
        Field::Category => code(need.category().map(|c| c.code.as_str())),
        Field::Theme => need.themes().map(|t| t.code.clone()).collect(),
        Field::State if state.unnamed => vec![],
        Field::State if state.iso3.is_empty() => vec![state.iso2.clone()],
        Field::State => vec![state.iso3.clone()],
        Field::Region => code(state.region.map(Coded::code)),
        Field::Group => state.groups.iter().map(|g| g.code().to_owned()).collect(),
        Field::Review => code(need.review().and_then(Review::reached).map(Coded::code)),
        Field::Priority => code(need.priority().map(Coded::code)),
        Field::Horizon => code(need.horizon().map(Coded::code)),
        Field::Response => code(need.response().map(Coded::code)),
        Field::Focal => code(need.focal_point().map(|p| p.code.as_str())),
        Field::Adviser => {
            code(state.adviser.map(|p| need.vocabulary.people[usize::from(p)].code.as_str()))
        }
        field if field.is_of_matches() || field == Field::Stakeholder => {
            oracle_of_matches::codes(need, field)
        }
        Field::Match => code(standing(need).map(Coded::code)),
        Field::Is => {
            let matched = need.activities().next().is_some();
            let mine = need.focal_point() == Some(&need.vocabulary.people[usize::from(ME)]);
            [
                yes("untriaged", need.priority().is_none() || need.response().is_none()),
                yes("unmet", need.response() == Some(Response::Unmet)),
                yes("matched", matched),
                yes("unmatched", !matched),
                yes("mine", mine),
                yes("overdue", is_overdue(need)),
                yes("duplicate", need.duplicate_of().is_some()),
            ]
            .into_iter()
            .flatten()
            .collect()
        }
        Field::Document => code(need.document().map(|d| d.symbol.as_str())),
        _ => vec![],
    };
    if codes.is_empty() && field != Field::Is {
        return BTreeSet::from(["none".to_owned()]);
    }
    codes.into_iter().collect()
}

/// How far a need is served, in other words than the register's.
fn standing(need: NeedRef) -> Option<Standing> {
    let closed = need.duplicate_of().is_some()
        || [Some(Response::Met), Some(Response::Withdrawn)].contains(&need.response());
    if closed {
        return None;
    }
    let mut standing = Standing::Unserved;
    for one in need.matches() {
        let status = need.vocabulary.activities[usize::from(one.activity)].status.as_str();
        let is_there = ["ongoing", "done", "published"].contains(&status);
        if is_there && one.extent != Extent::Planned {
            return Some(Standing::Served);
        }
        if status != "cancelled" {
            standing = Standing::Planned;
        }
    }
    Some(standing)
}

/// Whether a need is overdue, in other words than the register's.
fn is_overdue(need: NeedRef) -> bool {
    let today = context().today;
    let days = i32::from(need.overdue_days().days());
    let taken_on = need.focal_point().is_some()
        || [Some(Response::Planned), Some(Response::UnderWay)].contains(&need.response());
    let open = need.duplicate_of().is_none()
        && ![Some(Response::Met), Some(Response::Withdrawn)].contains(&need.response());
    let since = need.changed().map(Moment::day).or(need.identified().map(PartialDate::last_day));
    open && match need.projected_on() {
        Some(day) => day < today,
        None => taken_on && since.is_some_and(|day| today.number() - day.number() > days),
    }
}

type Holds = Box<dyn Fn(NeedRef) -> bool>;

/// A term and its meaning.
pub(crate) struct Ask {
    pub(crate) text: String,
    field: Option<Field>,
    negated: bool,
    holds: Holds,
}

pub(crate) fn ask(dice: &mut Dice, register: &Register) -> Ask {
    let negated = dice.once_in(3);
    let (field, text, holds): (Option<Field>, String, Holds) = match dice.below(14) {
        0 => {
            let words = dice.of(&["ass", "DECLARATION", "申报", "g of", "de p", "елка", "tde"]);
            (
                None,
                format!("\"{words}\""),
                Box::new(move |n| fold(&n.text()).contains(&fold(words))),
            )
        }
        1 => {
            let (from, to) = (5 + dice.below(30) as u8, 35 + dice.below(27) as u8);
            let holds =
                move |n: NeedRef| n.articles().iter().any(|a| (from..=to).contains(&a.number()));
            (Some(Field::Article), format!("article:{from}..{to}"), Box::new(holds))
        }
        2 => {
            let month = 1 + dice.below(12) as i8;
            let first = Day::new(2018, month, 1);
            let holds =
                move |n: NeedRef| n.identified().is_some_and(|d| Some(d.last_day()) < first);
            (Some(Field::Identified), format!("identified:<2018-{month:02}"), Box::new(holds))
        }
        3 => {
            let day = Day::new(2018, 3, 1 + dice.below(28) as i8).expect("a day");
            let holds = move |n: NeedRef| n.changed().is_none_or(|m| m.day() >= day);
            (Some(Field::Changed), format!("changed:>={day},none"), Box::new(holds))
        }
        4 => {
            let id = dice.below(400) as u32;
            (Some(Field::Id), format!("id:>{id}"), Box::new(move |n| n.id() > NeedNumber::new(id)))
        }
        5 => {
            let holds =
                |n: NeedRef| n.review().and_then(Review::reached).is_some_and(Step::is_completed);
            (Some(Field::Review), "review:completed".into(), Box::new(holds))
        }
        6 => {
            let day = Day::new(2018, 1 + dice.below(12) as i8, 15).expect("a day");
            let holds = move |n: NeedRef| n.projected_on().is_none_or(|d| d < day);
            (Some(Field::Projected), format!("projected:<{day},none"), Box::new(holds))
        }
        7 => {
            let id = 1 + dice.below(200) as u32;
            let holds =
                move |n: NeedRef| n.duplicate_of().is_some_and(|of| of <= NeedNumber::new(id));
            (Some(Field::Duplicate), format!("duplicate:<={id}"), Box::new(holds))
        }
        8 => {
            let words = dice.of(&["law", "ASSET", "申报"]);
            let holds = move |n: NeedRef| match n.stated(Field::Recommendation) {
                Some(Stated::Words(own)) => fold(own.written()).contains(&fold(words)),
                _ => false,
            };
            (Some(Field::Recommendation), format!("recommendation:{words}"), Box::new(holds))
        }
        9 => {
            let holds = |n: NeedRef| n.stated(Field::Recommendation).is_none();
            (Some(Field::Recommendation), "recommendation:none".into(), Box::new(holds))
        }
        10 => {
            let last = 1 + dice.below(6) as u16;
            let holds = move |n: NeedRef| n.rank().is_none_or(|rank| rank <= last);
            (Some(Field::Rank), format!("rank:..{last},none"), Box::new(holds))
        }
        _ => {
            let countable: Vec<Field> =
                Field::ALL.iter().copied().filter(|f| f.is_countable()).collect();
            let field = dice.of(&countable);
            let own = one_or_more(field, dice, register);
            let mut filter = Filter::default();
            for code in &own {
                filter.toggle(field, code);
            }
            let holds = move |n: NeedRef| codes(n, field).iter().any(|c| own.contains(c));
            (Some(field), filter.to_string(), Box::new(holds))
        }
    };
    let sign = if negated { "-" } else { "" };
    Ask { text: format!("{sign}{text}"), field, negated, holds }
}

fn one_or_more(field: Field, dice: &mut Dice, register: &Register) -> BTreeSet<String> {
    let vocabulary = &register.vocabulary;
    let first = usize::from(!field.can_be_empty());
    let all: Vec<String> = (first..slots(field, vocabulary))
        .filter(|slot| match (field, slot.checked_sub(1)) {
            (Field::State, Some(place)) => !vocabulary.states[place].unnamed,
            (Field::Adviser, Some(place)) => place < 5,
            _ => true,
        })
        .map(|slot| code_of_value(field, slot as u16, vocabulary))
        .collect();
    (0..=dice.below(3)).map(|_| dice.of(&all)).collect()
}

/// The number of needs, reviews or States among needs.
fn measured(needs: &[NeedRef], measure: Measure) -> u32 {
    let count = match measure {
        Measure::Needs => needs.len(),
        Measure::Reviews => {
            needs.iter().filter_map(|n| Some(n.review()?.id)).collect::<BTreeSet<_>>().len()
        }
        Measure::States => needs.iter().map(|n| n.state_place()).collect::<BTreeSet<_>>().len(),
    };
    count as u32
}

fn grouped<'a>(needs: &[NeedRef<'a>], field: Field) -> BTreeMap<String, Vec<NeedRef<'a>>> {
    let mut groups: BTreeMap<String, Vec<NeedRef>> = BTreeMap::new();
    for need in needs {
        for code in codes(*need, field) {
            groups.entry(code).or_default().push(*need);
        }
    }
    groups
}

const MEASURES: [Measure; 3] = [Measure::Needs, Measure::States, Measure::Reviews];

fn compare(register: &Register, asks: &[Ask]) -> Result<(), TestCaseError> {
    let text: Vec<&str> = asks.iter().map(|a| a.text.as_str()).collect();
    let text = text.join(" ");
    let filter = parse(&text).expect(&text);
    let plan = Plan::resolve(&filter, register, &context()).expect(&text);
    let selection = select(register, &plan, &|| false).expect("not cancelled");
    let all: Vec<NeedRef> = register.rows().filter_map(|row| register.need(row)).collect();
    let passing = |but: Option<usize>| -> Vec<NeedRef> {
        let passes = |need: &NeedRef| {
            asks.iter().enumerate().all(|(i, a)| Some(i) == but || (a.holds)(*need) != a.negated)
        };
        all.iter().copied().filter(passes).collect()
    };
    let expected = passing(None);
    let ids = |needs: &[NeedRef]| needs.iter().map(|n| n.id()).collect::<Vec<_>>();
    let selected: Vec<NeedRef> =
        selection.rows.iter().filter_map(|row| register.need(*row)).collect();
    prop_assert_eq!(ids(&selected), ids(&expected), "{}", text);
    for measure in MEASURES {
        prop_assert_eq!(selection.counts.total(measure), measured(&expected, measure));
    }
    for &field in Field::ALL {
        let first = asks.iter().position(|a| a.field == Some(field) && !a.negated);
        let others = first.map_or_else(|| expected.clone(), |i| passing(Some(i)));
        let (own, offered) = (grouped(&expected, field), grouped(&others, field));
        for measure in MEASURES {
            let of = selection.counts.of(field, measure);
            let more = selection.counts.offered(field, measure);
            prop_assert_eq!(of.len(), slots(field, &register.vocabulary));
            for slot in 0..of.len() {
                let code = code_of_value(field, slot as u16, &register.vocabulary);
                let count = |groups: &BTreeMap<String, Vec<NeedRef>>| {
                    groups.get(&code).map_or(0, |needs| measured(needs, measure))
                };
                prop_assert_eq!(of[slot], count(&own), "{} {:?} {}", text, field, code);
                prop_assert_eq!(more[slot], count(&offered), "{} {:?} {}", text, field, code);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_selection_and_its_counts_are_what_asking_each_need_gives(
        seed in any::<u64>(), needs in 0_usize..120, terms in 0_usize..5
    ) {
        let register = random_register::register(seed, needs);
        let mut dice = Dice::new(seed ^ 1);
        let asks: Vec<Ask> = (0..terms).map(|_| ask(&mut dice, &register)).collect();
        compare(&register, &asks)?;
    }

    #[test]
    fn a_cross_table_counts_every_combination(seed in any::<u64>(), fields in 1_usize..4) {
        let register = random_register::register(seed, 60);
        let mut dice = Dice::new(seed ^ 2);
        let countable: Vec<Field> =
            Field::ALL.iter().copied().filter(|f| f.is_countable() && *f != Field::Is).collect();
        let fields: Vec<Field> = (0..fields).map(|_| dice.of(&countable)).collect();
        let plan = Plan::everything(context());
        let selection = select(&register, &plan, &|| false).expect("not cancelled");
        let mut groups = BTreeMap::from([(vec![], register.rows().collect::<Vec<Address>>())]);
        for field in &fields {
            let mut next: BTreeMap<Vec<String>, Vec<Address>> = BTreeMap::new();
            for (key, rows) in groups {
                for row in rows {
                    for code in codes(register.need(row).expect("a need"), *field) {
                        next.entry([&key[..], &[code]].concat()).or_default().push(row);
                    }
                }
            }
            groups = next;
        }
        for measure in MEASURES {
            let found: BTreeMap<Vec<String>, u32> = cross_tabulate(&register, &selection, &fields, measure)
                .into_iter()
                .map(|(own, count)| {
                    let code = |(slot, field): (&u16, &Field)| code_of_value(*field, *slot, &register.vocabulary);
                    (own.iter().zip(&fields).map(code).collect(), count)
                })
                .collect();
            let needs = |rows: &[Address]| rows.iter().filter_map(|r| register.need(*r)).collect::<Vec<_>>();
            let expected: BTreeMap<Vec<String>, u32> =
                groups.iter().map(|(k, rows)| (k.clone(), measured(&needs(rows), measure)))
                    .filter(|(_, count)| *count > 0).collect();
            prop_assert_eq!(found, expected);
        }
    }
}

#[test]
fn rows_go_on_from_chunk_to_chunk() {
    let register = random_register::register(3, crate::query::register::CHUNK + 300);
    let asks = ["chapter:V", "declaration"].map(|text| Ask {
        text: text.into(),
        field: (text == "chapter:V").then_some(Field::Chapter),
        negated: false,
        holds: match text {
            "declaration" => Box::new(|n| fold(&n.text()).contains("declaration")),
            _ => Box::new(|n| n.articles().chapters().any(|chapter| chapter.number() == 5)),
        },
    });
    compare(&register, &asks).expect("the same");
}

#[test]
fn by_review_holds_the_needs_of_each_and_a_cancelled_selection_is_none() {
    let register = random_register::register(4, 200);
    let filter = parse("cycle:2").expect("a filter");
    let plan = Plan::resolve(&filter, &register, &context()).expect("a plan");
    let selection = select(&register, &plan, &|| false).expect("not cancelled");
    for (place, count) in selection.counts.by_review().iter().enumerate() {
        let review = &register.vocabulary.reviews[place];
        let own = register.rows().filter_map(|row| register.need(row));
        let own = own.filter(|n| n.review() == Some(review)).count() as u32;
        assert_eq!(*count, if review.cycle == Cycle::Second { own } else { 0 });
    }
    assert!(select(&register, &plan, &|| true).is_none());
}
