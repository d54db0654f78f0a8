//! The order of a list of needs. Every row gets a small key from tables of ranks, and the keys are
//! sorted by their figures; only texts are compared letter by letter.

use super::radix_sort::by_figures;
use super::text_sort_keys::beginning;
use crate::domain::{Coded, fold};
use crate::query::Field;
use crate::query::register::{Address, Chunk, Plain, Provenance, Register, Slot};
use crate::text::{Lang, Named};

/// The key by which needs are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SortBy {
    /// A field of filters: by the names of the records that it refers to, by the first of several,
    /// otherwise by the value of its column.
    Field(Field),
    /// Their texts.
    Text,
}

impl Default for SortBy {
    /// Their number.
    fn default() -> Self {
        Self::NUMBER
    }
}

impl SortBy {
    /// Their number: the order in which selections come.
    pub const NUMBER: Self = Self::Field(Field::Id);

    /// Every order that there is.
    pub fn all() -> impl Iterator<Item = Self> {
        let nothing = Chunk::default();
        let has_order = move |field: &Field| {
            matches!(
                field,
                Field::State
                    | Field::Cycle
                    | Field::Chapter
                    | Field::Article
                    | Field::Category
                    | Field::Focal
            ) || nothing.plain(*field).is_some()
        };
        Field::ALL.iter().copied().filter(has_order).map(Self::Field).chain([Self::Text])
    }

    /// Whether triage changes the key.
    pub fn is_of_triage(self) -> bool {
        matches!(self, Self::Field(field) if field.is_of_triage())
    }
}

/// An order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The key.
    pub by: SortBy,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// The key for "not stated".
const UNSTATED: u32 = u32::MAX;

/// Puts rows into an order. Rows that are equal in it stay as they were; those that state nothing
/// come last either way.
pub fn sort(register: &Register, rows: &mut Vec<Address>, order: Sort, lang: Lang) {
    if order.by == SortBy::Text && register.text_ranks.is_none() {
        return by_text(register, rows, order.descending);
    }
    if order.by == SortBy::NUMBER && rows.is_sorted() {
        // rows rise with ids, and a selection comes by id
        if order.descending {
            rows.reverse();
        }
        return;
    }
    *rows = by_key(register, rows.iter().copied(), order, lang);
}

/// All rows of a register in an order.
pub(super) fn all_sorted(register: &Register, order: Sort, lang: Lang) -> Vec<Address> {
    let is_ranked = order.by != SortBy::Text || register.text_ranks.is_some();
    if is_ranked && order.by != SortBy::NUMBER {
        return by_key(register, register.rows(), order, lang);
    }
    let mut rows: Vec<Address> = register.rows().collect();
    sort(register, &mut rows, order, lang);
    rows
}

/// Rows by the numbers of their keys; not for texts that are not ranked yet.
fn by_key(
    register: &Register,
    rows: impl Iterator<Item = Address> + Clone,
    order: Sort,
    lang: Lang,
) -> Vec<Address> {
    let ranks = Ranks::new(order.by, register, lang);
    let key = |row: Address| match &register.text_ranks {
        Some(ranks) if order.by == SortBy::Text => ranks.get(row.index()).copied(),
        _ => ranks.key(register.chunks.get(row.chunk())?, row),
    };
    // Keys not stated get the greatest number.
    let kept = |key: u32| key.min(UNSTATED - 1);
    let keys: Vec<u32> = rows.clone().map(|row| key(row).map_or(UNSTATED, kept)).collect();
    let stated = || keys.iter().copied().filter(|key| *key != UNSTATED);
    let (lowest, greatest) = (stated().min().unwrap_or(0), stated().max().unwrap_or(0));
    // From the lowest one on, so that figures are small: 0 is the first, "not stated" the last.
    let last = greatest - lowest + 1;
    let figure = |key: u32| match key {
        UNSTATED => last,
        key if order.descending => greatest - key,
        key => key - lowest,
    };
    by_figures(keys.iter().map(|key| figure(*key)).zip(rows), last)
}

/// The rank tables that turn a row into a key; `None` for "not stated".
struct Ranks<'a> {
    by: SortBy,
    /// The rank of each place that the column names: provenances, categories or people.
    table: Vec<u32>,
    /// The column of each chunk, where it holds plain values.
    plain: Vec<Option<Plain<'a>>>,
    /// The folded words that stand in it, rising, where it is of words.
    words: Vec<&'a str>,
}

impl<'a> Ranks<'a> {
    fn new(by: SortBy, register: &'a Register, lang: Lang) -> Self {
        let vocabulary = &register.vocabulary;
        let own = |named: &dyn Named| fold(named.in_lang(lang));
        let table = match by {
            SortBy::Field(Field::State) => {
                let names = vocabulary.states.iter().map(|state| own(state));
                let states = ranked(&names.collect::<Vec<_>>());
                vocabulary.provenances().map(|of| states[usize::from(of.state)]).collect()
            }
            SortBy::Field(Field::Cycle) => {
                let cycle = |of: Provenance<'_>| of.review.map_or(0, |r| r.cycle.number().into());
                vocabulary.provenances().map(cycle).collect()
            }
            SortBy::Field(Field::Category) => {
                let names = vocabulary.categories.iter().map(|category| own(category));
                ranked(&names.collect::<Vec<_>>())
            }
            SortBy::Field(Field::Focal) => {
                let names = vocabulary.people.iter().map(|person| own(person));
                ranked(&names.collect::<Vec<_>>())
            }
            _ => Vec::new(),
        };
        // Their order would tell of words that are not told.
        let told = |field: &Field| !vocabulary.nameless.is_some_and(|kept| kept.withholds(*field));
        let plain: Vec<_> = match by {
            SortBy::Field(field) if table.is_empty() && told(&field) => {
                register.chunks.iter().map(|chunk| chunk.plain(field)).collect()
            }
            _ => Vec::new(),
        };
        let of_words = plain.iter().filter_map(|column| match column {
            Some(Plain::Words(few)) => Some(few.iter().map(|(_, words)| words.folded())),
            _ => None,
        });
        let mut words: Vec<&str> = of_words.flatten().collect();
        words.sort_unstable();
        words.dedup();
        Self { by, table, plain, words }
    }

    fn key(&self, chunk: &Chunk, row: Address) -> Option<u32> {
        let (facts, place) = (&chunk.facts, row.offset());
        let stated = |code: u32| (code != 0).then_some(code);
        let ranked = |slot: Slot| self.table.get(slot.index()?).copied();
        let SortBy::Field(field) = self.by else { return Some(facts.id[place]) };
        match field {
            Field::State => self.table.get(facts.provenance[place].index()).copied(),
            Field::Cycle => stated(self.table.get(facts.provenance[place].index()).copied()?),
            Field::Chapter => {
                let chapters = facts.articles[place].chapter_bits();
                (chapters != 0).then(|| chapters.trailing_zeros())
            }
            Field::Article => {
                let bits = facts.articles[place].bits();
                (bits != 0).then(|| bits.trailing_zeros())
            }
            Field::Category => ranked(facts.category[place].into()),
            Field::Focal => ranked(chunk.triage.focal[place]),
            _ => match (*self.plain.get(row.chunk())?)? {
                Plain::Words(few) => {
                    let own = few.get(place)?.folded();
                    Some(self.words.partition_point(|words| *words < own) as u32)
                }
                column => column.number(place),
            },
        }
    }
}

/// The rank of each name among all, from 0; equal names have equal ranks.
fn ranked(names: &[String]) -> Vec<u32> {
    let mut order: Vec<&String> = names.iter().collect();
    order.sort_unstable();
    order.dedup();
    names.iter().map(|name| order.partition_point(|other| *other < name) as u32).collect()
}

/// Sorts rows by their folded texts. The first eight bytes stand beside each row, so that most
/// comparisons read no text.
fn by_text(register: &Register, rows: &mut Vec<Address>, descending: bool) {
    let text = |row: Address| -> &str {
        let chunk = register.chunks.get(row.chunk());
        chunk.map_or("", |chunk| chunk.facts.texts.folded(row.offset()))
    };
    let mut pairs: Vec<(u64, Address)> =
        rows.drain(..).map(|row| (beginning(text(row)), row)).collect();
    pairs.sort_by(|a, b| {
        let rising = a.0.cmp(&b.0).then_with(|| text(a.1).cmp(text(b.1)));
        if descending { rising.reverse() } else { rising }
    });
    rows.extend(pairs.into_iter().map(|(_, row)| row));
}

#[cfg(test)]
mod tests {
    use super::super::text_sort_keys::ranks_by_text;
    use super::*;
    use crate::domain::Kind;
    use crate::fields::{FieldValue, RecordField};
    use crate::query::register::{NeedRef, Stated};
    use crate::testing::random_register;

    type Key = Box<dyn Fn(NeedRef) -> Option<(i64, String)>>;

    fn number<T: Into<i64>>(n: T) -> (i64, String) {
        (n.into(), String::new())
    }

    /// The place of a code in its vocabulary.
    fn place(field: Field, code: &str) -> u32 {
        let value = RecordField::from_code(Kind::Need, field.code()).map(RecordField::value);
        let Some(FieldValue::OneOf(codes)) = value else { panic!("{field:?} has no codes") };
        codes().iter().position(|known| *known == code).expect("a code") as u32
    }

    /// The oracle: the key of a need for an order, from its values.
    fn key(by: SortBy, lang: Lang) -> Key {
        let own = move |named: &dyn Named| (0, fold(named.in_lang(lang)));
        let SortBy::Field(field) = by else { return Box::new(|n| Some((0, fold(&n.text())))) };
        match field {
            Field::State => Box::new(move |n| Some(own(n.state()))),
            Field::Cycle => Box::new(|n| n.review().map(|r| number(r.cycle.number()))),
            Field::Chapter => {
                Box::new(|n| n.articles().chapters().map(|chapter| number(chapter.number())).min())
            }
            Field::Article => Box::new(|n| n.articles().iter().map(|a| number(a.number())).min()),
            Field::Category => Box::new(move |n| n.category().map(|c| own(c))),
            Field::Focal => Box::new(move |n| n.focal_point().map(|p| own(p))),
            Field::Changed => Box::new(|n| n.changed().map(|m| number(m.seconds()))),
            field => Box::new(move |n| {
                Some(match n.stated(field)? {
                    Stated::Number(n) => number(n),
                    Stated::Day(day) => number(day.number()),
                    Stated::Date(date) => number(date.number()),
                    Stated::Words(words) => (0, fold(words.written())),
                    Stated::Code(code) => number(place(field, code)),
                })
            }),
        }
    }

    #[test]
    fn every_order_is_that_of_a_stable_sort_with_gaps_last() {
        let register = random_register::register(7, 400);
        let text_ranks = Some(ranks_by_text(&register).into());
        let ranked = Register { text_ranks, ..register.clone() };
        for (by, &lang, descending) in SortBy::all().flat_map(|by| {
            Lang::ALL.iter().flat_map(move |lang| [(by, lang, false), (by, lang, true)])
        }) {
            let key = key(by, lang);
            // Not in the order of ids, so that stability shows.
            let start: Vec<Address> = (0..400).map(|n| Address::new(0, n * 7 % 400)).collect();
            let mut expected = start.clone();
            expected.sort_by(|a, b| {
                let of = |row: &Address| key(register.need(*row).expect("a need"));
                match (of(a), of(b)) {
                    (Some(a), Some(b)) if descending => b.cmp(&a),
                    (Some(a), Some(b)) => a.cmp(&b),
                    (a, b) => a.is_none().cmp(&b.is_none()),
                }
            });
            let mut rows = start.clone();
            sort(&register, &mut rows, Sort { by, descending }, lang);
            assert_eq!(rows, expected, "{by:?} {lang:?} {descending}");
            let mut rows = start;
            sort(&ranked, &mut rows, Sort { by, descending }, lang);
            assert_eq!(rows, expected, "ranked: {by:?} {lang:?} {descending}");
        }
    }
}
