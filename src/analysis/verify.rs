//! Checks the published figures against a register: reproduced, different, contradicting another
//! published figure, or beyond any register.

use super::evaluate::{Answer, Asker, Miss};
use super::ledger::{Broken, Check, Entry, Problem};
use crate::domain::Day;
use crate::query::register::Register;
use crate::text::Message;
use std::collections::HashMap;
use std::collections::hash_map::Entry::{Occupied, Vacant};
use std::sync::Arc;

/// The result of checking a published figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The register yields it.
    Reproduced,
    /// The register yields something else.
    Differs,
    /// The register yields it, but it cannot stand beside other published figures.
    Contradicts,
    /// No register can yield it.
    Outside,
}

impl Verdict {
    /// Every verdict, in the order of reports.
    pub const ALL: [Self; 4] = [Self::Reproduced, Self::Differs, Self::Contradicts, Self::Outside];

    /// The word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Reproduced => "reproduced",
            Self::Differs => "differs",
            Self::Contradicts => "contradicts",
            Self::Outside => "outside",
        }
    }
}

/// A published figure with the register's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The place of its entry in the ledger.
    pub entry: usize,
    /// The result from the register, in the form in which it was published.
    pub computed: Option<String>,
    /// The part and the whole, where it is a share of something.
    pub parts: Option<(u32, u32)>,
    /// The published figures that it cannot stand beside.
    pub broken: Option<Broken>,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether it cannot be told because no State is named.
    pub withheld: bool,
    /// The value that the figure names and the register lacks, so that it cannot tell.
    pub lacking: Option<Message>,
}

impl Finding {
    /// This finding where no State is named and the result differs for that reason alone.
    fn withheld(self) -> Self {
        Self { verdict: Verdict::Outside, withheld: true, ..self }
    }

    /// This finding where the register lacks the value that the figure names.
    fn lacking(self, lacking: Message) -> Self {
        Self { verdict: Verdict::Outside, lacking: Some(lacking), ..self }
    }

    /// The published figures that it cannot stand beside, by their ids.
    pub fn against<'a>(&self, entry: &'a Entry) -> Vec<&'a str> {
        let check = entry.check.as_ref().filter(|_| self.broken.is_some());
        let others = check.into_iter().flat_map(Check::ids).filter(|id| *id != entry.id);
        others.collect()
    }
}

/// The reason why figures could not be verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unverified<E> {
    /// A register of a day could not be had.
    Register(E),
    /// Queries name values that the register lacks.
    Queries(Vec<Problem>),
    /// The work was cancelled.
    Stopped,
}

/// Computes every figure of a ledger; a figure without a day is that of `today`. `register_of` gives the
/// register of a day; each day is asked for once. `cancelled` is asked between parts of the work.
///
/// # Errors
/// A register that cannot be had; every query that means nothing in the register of its day.
pub fn verify<E>(
    ledger: &[Entry],
    today: Day,
    register_of: &mut dyn FnMut(Option<Day>) -> Result<Arc<Register>, E>,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Result<Vec<Finding>, Unverified<E>> {
    let said: HashMap<&str, String> =
        ledger.iter().map(|entry| (entry.id.as_str(), published(entry))).collect();
    let mut registers: HashMap<Option<Day>, Arc<Register>> = HashMap::new();
    let (mut findings, mut problems) = (Vec::new(), Vec::new());
    for (place, entry) in ledger.iter().enumerate() {
        let (mut answer, mut withheld, mut lacking) = (Answer::default(), false, None);
        if let Some(query) = &entry.query {
            let mut dated = |day| match registers.entry(day) {
                Occupied(there) => Ok(Arc::clone(there.get())),
                Vacant(empty) => {
                    register_of(day).map(|register| Arc::clone(empty.insert(register)))
                }
            };
            let now = dated(query.as_of).map_err(Unverified::Register)?;
            let before = query.since.map(|day| dated(Some(day))).transpose();
            let before = before.map_err(Unverified::Register)?;
            let before = before.as_deref();
            let asker = Asker { query, now: &now, before, today, cancelled };
            let may_be_withheld = now.vocabulary.nameless.is_some() && query.rests_on_names();
            match asker.answer(entry) {
                Ok(found) if may_be_withheld && !is_published(&found, entry) => withheld = true,
                Ok(found) => answer = found,
                Err(Miss::Problem(_) | Miss::Lacking(..)) if may_be_withheld => withheld = true,
                // The built-in ledger names values of the sample register; in a file, a missing
                // value is a mistake.
                Err(Miss::Lacking(_, what)) if entry.is_built_in => lacking = Some(what),
                Err(Miss::Nothing(what)) => lacking = Some(what),
                Err(Miss::Stopped) => return Err(Unverified::Stopped),
                Err(Miss::Problem(problem) | Miss::Lacking(problem, _)) => problems.push(problem),
            }
        }
        let found = finding(place, entry, answer, &said);
        findings.push(match lacking {
            _ if withheld => found.withheld(),
            Some(lacking) => found.lacking(lacking),
            None => found,
        });
    }
    if problems.is_empty() { Ok(findings) } else { Err(Unverified::Queries(problems)) }
}

/// The published figure, in the form of answers.
fn published(entry: &Entry) -> String {
    entry.number().map_or_else(|| entry.published.clone(), |n| n.to_string())
}

fn is_published(answer: &Answer, entry: &Entry) -> bool {
    answer.computed.as_ref() == Some(&published(entry))
}

fn finding(
    place: usize,
    entry: &Entry,
    Answer { computed, parts }: Answer,
    said: &HashMap<&str, String>,
) -> Finding {
    let broken = entry.check.as_ref().and_then(|check| check.broken(said));
    let agrees = computed.as_ref() == Some(&published(entry));
    let verdict = match (&entry.query, agrees, &broken) {
        (None, _, _) => Verdict::Outside,
        (Some(_), false, _) => Verdict::Differs,
        (Some(_), true, Some(_)) => Verdict::Contradicts,
        (Some(_), true, None) => Verdict::Reproduced,
    };
    Finding { entry: place, computed, parts, broken, verdict, withheld: false, lacking: None }
}
