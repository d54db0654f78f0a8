//! The order of a list of needs. Every row gets a small key from tables of ranks, and the keys are
//! sorted by their figures; only texts are compared letter by letter.

use super::radix_sort::by_figures;
use super::text_sort_keys::beginning;
use crate::domain::{coded, fold};
use crate::query::register::{Address, Chunk, NO_DAY, Provenance, Register, Slot, Vocabulary};
use crate::text::{Lang, Named};

coded! {
    /// What needs are sorted by.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum SortBy {
        /// Their number.
        #[default]
        Id => "id",
        /// The name of the State.
        State => "state",
        /// The cycle.
        Cycle => "cycle",
        /// The first chapter.
        Chapter => "chapter",
        /// The first article.
        Article => "article",
        /// The name of the category.
        Category => "category",
        /// High before low.
        Priority => "priority",
        /// Current before projected.
        Horizon => "horizon",
        /// Unmet before met.
        Response => "response",
        /// The post of who answers for them.
        Focal => "focal",
        /// The day of identification.
        Identified => "identified",
        /// The State's own rank, the first first.
        Rank => "rank",
        /// The moment of the last change.
        Changed => "changed",
        /// What they say.
        Text => "text",
    }
}

impl SortBy {
    /// Whether triage changes what is sorted by.
    pub fn is_of_triage(self) -> bool {
        matches!(
            self,
            Self::Priority | Self::Horizon | Self::Response | Self::Focal | Self::Changed
        )
    }
}

/// An order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sort {
    /// By what.
    pub by: SortBy,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// The number of what is not stated, among keys.
const UNSTATED: u32 = u32::MAX;

/// Puts rows into an order. Rows that are equal in it stay as they were; those that state nothing
/// come last either way.
pub fn sort(register: &Register, rows: &mut Vec<Address>, order: Sort, lang: Lang) {
    if order.by == SortBy::Text && register.text_ranks.is_none() {
        return by_text(register, rows, order.descending);
    }
    if order.by == SortBy::Id && rows.is_sorted() {
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
    if is_ranked && order.by != SortBy::Id {
        return by_key(register, register.rows(), order, lang);
    }
    let mut rows: Vec<Address> = register.rows().collect();
    sort(register, &mut rows, order, lang);
    rows
}

/// Rows by the numbers that stand for what they state; not for texts that are not ranked yet.
fn by_key(
    register: &Register,
    rows: impl Iterator<Item = Address> + Clone,
    order: Sort,
    lang: Lang,
) -> Vec<Address> {
    let ranks = Ranks::new(order.by, &register.vocabulary, lang);
    let key = |row: Address| match &register.text_ranks {
        Some(ranks) if order.by == SortBy::Text => ranks.get(row.index()).copied(),
        _ => ranks.key(register.chunks.get(row.chunk())?, row.offset()),
    };
    // What is not stated has the greatest number.
    let kept = |key: u32| key.min(UNSTATED - 1);
    let keys: Vec<u32> = rows.clone().map(|row| key(row).map_or(UNSTATED, kept)).collect();
    let stated = || keys.iter().copied().filter(|key| *key != UNSTATED);
    let (lowest, greatest) = (stated().min().unwrap_or(0), stated().max().unwrap_or(0));
    // From the lowest one on, so that figures are small: 0 is the first, what is not stated the last.
    let last = greatest - lowest + 1;
    let figure = |key: u32| match key {
        UNSTATED => last,
        key if order.descending => greatest - key,
        key => key - lowest,
    };
    by_figures(keys.iter().map(|key| figure(*key)).zip(rows), last)
}

/// What turns a row into a key; `None` for what is not stated.
struct Ranks {
    by: SortBy,
    /// The rank of each place that the column names: provenances, categories or people.
    table: Vec<u32>,
}

impl Ranks {
    fn new(by: SortBy, vocabulary: &Vocabulary, lang: Lang) -> Self {
        let own = |named: &dyn Named| fold(named.in_lang(lang));
        let table = match by {
            SortBy::State => {
                let names = vocabulary.states.iter().map(|state| own(state));
                let states = ranked(&names.collect::<Vec<_>>());
                vocabulary.provenances().map(|of| states[usize::from(of.state)]).collect()
            }
            SortBy::Cycle => {
                let cycle = |of: Provenance<'_>| of.review.map_or(0, |r| r.cycle.number().into());
                vocabulary.provenances().map(cycle).collect()
            }
            SortBy::Category => {
                let names = vocabulary.categories.iter().map(|category| own(category));
                ranked(&names.collect::<Vec<_>>())
            }
            SortBy::Focal => {
                let names = vocabulary.people.iter().map(|person| own(person));
                ranked(&names.collect::<Vec<_>>())
            }
            _ => Vec::new(),
        };
        Self { by, table }
    }

    fn key(&self, chunk: &Chunk, row: usize) -> Option<u32> {
        let (facts, triage) = (&chunk.facts, &chunk.triage);
        let stated = |code: u32| (code != 0).then_some(code);
        let ranked = |slot: Slot| self.table.get(slot.index()?).copied();
        match self.by {
            SortBy::Id | SortBy::Text => Some(facts.id[row]),
            SortBy::State => self.table.get(facts.provenance[row].index()).copied(),
            SortBy::Cycle => stated(self.table.get(facts.provenance[row].index()).copied()?),
            SortBy::Chapter => {
                let chapters = facts.articles[row].chapter_bits();
                (chapters != 0).then(|| chapters.trailing_zeros())
            }
            SortBy::Article => {
                let bits = facts.articles[row].bits();
                (bits != 0).then(|| bits.trailing_zeros())
            }
            SortBy::Category => ranked(facts.category[row].into()),
            SortBy::Priority => stated(triage.priority[row].into()),
            SortBy::Horizon => stated(triage.horizon[row].into()),
            SortBy::Response => stated(triage.response[row].into()),
            SortBy::Focal => ranked(triage.focal[row]),
            // The sign bit turned over keeps the order of days before 1970 too.
            SortBy::Identified => {
                let date = facts.identified[row];
                (date != NO_DAY).then(|| date.cast_unsigned() ^ 1 << 31)
            }
            SortBy::Rank => stated(facts.rank[row].into()),
            SortBy::Changed => stated(triage.changed[row]),
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
    use crate::domain::Coded;
    use crate::query::register::NeedRef;
    use crate::testing::random_register;

    type Key = Box<dyn Fn(NeedRef) -> Option<(i64, String)>>;

    fn number<T: Into<i64>>(n: T) -> (i64, String) {
        (n.into(), String::new())
    }

    /// What a need is sorted by, said once more in other words.
    fn key(by: SortBy, lang: Lang) -> Key {
        let own = move |named: &dyn Named| (0, fold(named.in_lang(lang)));
        match by {
            SortBy::Id => Box::new(|n| Some(number(n.id()))),
            SortBy::State => Box::new(move |n| Some(own(n.state()))),
            SortBy::Cycle => Box::new(|n| n.review().map(|r| number(r.cycle.number()))),
            SortBy::Chapter => {
                Box::new(|n| n.articles().chapters().map(|chapter| number(chapter.number())).min())
            }
            SortBy::Article => Box::new(|n| n.articles().iter().map(|a| number(a.number())).min()),
            SortBy::Category => Box::new(move |n| n.category().map(|c| own(c))),
            SortBy::Priority => Box::new(|n| n.priority().map(|p| number(p as u8))),
            SortBy::Horizon => Box::new(|n| n.horizon().map(|h| number(h as u8))),
            SortBy::Response => Box::new(|n| n.response().map(|r| number(r as u8))),
            SortBy::Focal => Box::new(move |n| n.focal_point().map(|p| own(p))),
            SortBy::Identified => Box::new(|n| n.identified().map(|d| number(d.number()))),
            SortBy::Rank => Box::new(|n| n.rank().map(number)),
            SortBy::Changed => Box::new(|n| n.changed().map(|m| number(m.seconds()))),
            SortBy::Text => Box::new(|n| Some((0, fold(&n.text())))),
        }
    }

    #[test]
    fn every_order_is_that_of_a_stable_sort_with_gaps_last() {
        let register = random_register::register(7, 400);
        let text_ranks = Some(ranks_by_text(&register).into());
        let ranked = Register { text_ranks, ..register.clone() };
        for (&by, &lang, descending) in SortBy::ALL.iter().flat_map(|by| {
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
