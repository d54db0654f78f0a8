//! The meaning of a cell that names a State: one, several, one that the source does not name, or a count of States.

use super::named_states::{Name, NamedStates};
use super::staged::StateOf;
use super::verdict::{Reason, ReasonKind};
use crate::domain::{fold, words};
use crate::text::{Arg, Lang};

/// The States of a cell with the reasons that reading it gives.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    /// The States: one, or several that are proposed; none for a bad cell.
    pub(super) states: Vec<StateOf>,
    /// The reasons, without the column.
    pub(super) reasons: Vec<Reason>,
}

impl Named {
    fn one(of: StateOf) -> Self {
        Self { states: vec![of], reasons: Vec::new() }
    }

    fn with(mut self, reason: Reason) -> Self {
        self.reasons.push(reason);
        self
    }

    fn bad(reason: Reason) -> Self {
        Self { states: Vec::new(), reasons: vec![reason] }
    }
}

/// The most words of a cell that are tried as several States.
const MOST_WORDS: usize = 24;

/// Reads the States that a cell names; the cell is not empty.
pub(super) fn read(cell: &str, names: &NamedStates) -> Named {
    let reason = |kind| Reason::at(None, cell, kind);
    let shown = |of: &StateOf| Arg::InEach(names.shown(of));
    if let Some((name, marked)) = names.find(cell) {
        let read = match name {
            Name::State(of) => one(of, cell, names),
            Name::NotNamed => Named::one(names.not_named().clone()),
            Name::Ask(states) => match states.first() {
                Some(first) => Named::one(first.clone())
                    .with(reason(ReasonKind::AskedState).with(shown(first))),
                None => Named::bad(reason(ReasonKind::UnknownState)),
            },
            Name::Territory => Named::bad(reason(ReasonKind::Territory)),
            Name::PartOf(code) => {
                let whole = Arg::InEach(names.shown_by_code(&code));
                Named::bad(reason(ReasonKind::PartOfState).with(whole))
            }
        };
        let is_good = marked && !read.states.is_empty();
        return if is_good { read.with(reason(ReasonKind::FootnoteMark)) } else { read };
    }
    if let Some(states) = several(cell, names) {
        let mut distinct: Vec<StateOf> = Vec::new();
        for of in states {
            if !distinct.contains(&of) {
                distinct.push(of);
            }
        }
        if let [of] = &distinct[..] {
            let twice = reason(ReasonKind::OneStateTwice).with(shown(of));
            return Named::one(of.clone()).with(twice);
        }
        let all: Arg = distinct.iter().map(|of| InEach(names.shown(of))).collect();
        let reasons = vec![reason(ReasonKind::SeveralStates).with(all)];
        return Named { states: distinct, reasons };
    }
    if counts(cell) {
        return Named::bad(reason(ReasonKind::CountOfStates));
    }
    let unknown = reason(ReasonKind::UnknownState);
    Named::bad(match names.near(cell) {
        Some(near) => unknown.with(near),
        None => unknown,
    })
}

/// Names in each language as a value of a list.
struct InEach([String; Lang::COUNT]);

impl From<InEach> for Arg {
    fn from(names: InEach) -> Self {
        Self::InEach(names.0)
    }
}

/// One State; of one that the register does not have, that it is to be added.
fn one(of: StateOf, cell: &str, names: &NamedStates) -> Named {
    let is_beyond = matches!(of, StateOf::Beyond(_));
    let added =
        || Reason::at(None, cell, ReasonKind::NotAParty).with(Arg::InEach(names.shown(&of)));
    let reasons = if is_beyond { vec![added()] } else { Vec::new() };
    Named { states: vec![of], reasons }
}

/// The words between the names of several States, folded.
const AND: [&str; 8] = ["and", "et", "y", "e", "и", "و", "und", "or"];

/// The signs between the names of several States.
const SIGNS: [char; 12] = [',', ';', '/', '&', '\n', '、', '，', '；', '和', '与', '及', '|'];

/// The States that a cell names one behind the other; `None` where a part of it names none.
pub(super) fn several(cell: &str, names: &NamedStates) -> Option<Vec<StateOf>> {
    let of = |part: &str| match names.find(part).map(|(name, _)| name) {
        Some(Name::State(of)) => Some(vec![of]),
        _ => None,
    };
    let parts: Vec<&str> =
        cell.split(SIGNS).map(str::trim).filter(|part| !part.is_empty()).collect();
    let mut all = Vec::new();
    for part in &parts {
        all.extend(of(part).or_else(|| in_words(part, names))?);
    }
    (all.len() > 1).then_some(all)
}

/// The States whose names stand in a text of words without signs between them, with "and" or without it.
fn in_words(part: &str, names: &NamedStates) -> Option<Vec<StateOf>> {
    let all: Vec<&str> = part.split_whitespace().collect();
    if all.len() < 2 || all.len() > MOST_WORDS {
        // "وإسبانيا": in Arabic "and" is the first letter of the next word.
        let rest = all.first().and_then(|word| word.strip_prefix('و'))?;
        return match names.find(rest).map(|(name, _)| name) {
            Some(Name::State(of)) => Some(vec![of]),
            _ => None,
        };
    }
    // The States of the words before each place, where these name States and nothing else.
    let mut before: Vec<Option<Vec<StateOf>>> = vec![None; all.len() + 1];
    before[0] = Some(Vec::new());
    for end in 1..=all.len() {
        for start in 0..end {
            let Some(states) = before[start].clone() else { continue };
            if start + 1 == end && AND.contains(&&*fold(all[start])) && start > 0 {
                before[end] = Some(states);
                break;
            }
            let name = all[start..end].join(" ");
            let bare = name.strip_prefix('و').filter(|_| start > 0);
            let found = names.find(&name).or_else(|| bare.and_then(|bare| names.find(bare)));
            if let Some((Name::State(of), _)) = found {
                before[end] = Some([states, vec![of]].concat());
                break;
            }
        }
    }
    before.pop().flatten()
}

/// Words for a number of States, folded.
const COUNTS: [&str; 40] = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "several",
    "some",
    "many",
    "most",
    "all",
    "few",
    "various",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "sept",
    "huit",
    "neuf",
    "dix",
    "plusieurs",
    "certains",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "varios",
    "algunos",
    "несколько",
];

/// The beginnings of words for States, folded.
const STATES: [&str; 9] =
    ["state", "countr", "parties", "etats", "pays", "estados", "paises", "государств", "стран"];

/// Whether a cell counts States: "nine States", "17 countries", 五个国家.
fn counts(cell: &str) -> bool {
    let folded = fold(cell);
    let is_figure = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    if let Some(before) = folded.strip_suffix(['国', '家']) {
        let signs = ['两', '二', '三', '四', '五', '六', '七', '八', '九', '十', '若', '多', '几'];
        return before.starts_with(signs) || is_figure(before) || before.starts_with("一些");
    }
    let all: Vec<&str> = words(&folded).collect();
    let counted = all.iter().any(|word| COUNTS.contains(word) || is_figure(word));
    let states = all.iter().any(|word| STATES.iter().any(|start| word.starts_with(start)));
    (counted && states) || (all.len() == 1 && is_figure(all[0]))
}

/// The State whose name stands in brackets or behind a dash at the end of a text, with the text before it: lists of
/// recommendations end so.
pub(super) fn at_the_end<'t>(text: &'t str, names: &NamedStates) -> Option<(StateOf, &'t str)> {
    let bare = text.trim_end().trim_end_matches([';', '.', '；', '。']).trim_end();
    let inner = bare.strip_suffix([')', '）'])?;
    let (before, name) = inner.rsplit_once(['(', '（'])?;
    match names.find(name)? {
        (Name::State(of), _) => Some((of, before.trim_end())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Coded;
    use crate::import::full_register::vocabulary;

    fn read_all(cell: &str) -> (Vec<String>, Vec<&'static str>) {
        let vocabulary = vocabulary();
        let names = NamedStates::new(&vocabulary);
        let found = read(cell, &names);
        let shown = |of: &StateOf| match of {
            StateOf::NotNamed => "not named".to_owned(),
            other => names.shown(other)[0].clone(),
        };
        let states = found.states.iter().map(shown).collect();
        (states, found.reasons.iter().map(|reason| reason.kind.code()).collect())
    }

    #[test]
    fn a_cell_names_one_state_several_or_none() {
        for (cell, states, reasons) in [
            ("Ghana", &["Ghana"][..], &[][..]),
            ("Cabo Verde*", &["Cabo Verde"], &["footnote-mark"]),
            ("Republic of Congo", &["Congo"], &["asked-state"]),
            ("Andorra", &["Andorra"], &["not-a-party"]),
            ("Ecuador and Spain", &["Ecuador", "Spain"], &["several-states"]),
            ("Argentina Chile", &["Argentina", "Chile"], &["several-states"]),
            ("Kenya, Ghana; Chad", &["Kenya", "Ghana", "Chad"], &["several-states"]),
            (
                "Trinidad and Tobago and Ghana",
                &["Trinidad and Tobago", "Ghana"],
                &["several-states"],
            ),
            ("加纳、肯尼亚", &["Ghana", "Kenya"], &["several-states"]),
            ("غانا وكينيا", &["Ghana", "Kenya"], &["several-states"]),
            ("Holy See / Vatican", &["Holy See"], &["one-state-twice"]),
            ("one State", &["not named"], &[]),
            ("nine States", &[], &["count-of-states"]),
            ("17 countries", &[], &["count-of-states"]),
            ("五个国家", &[], &["count-of-states"]),
            ("5", &[], &["count-of-states"]),
            ("Taiwan", &[], &["territory"]),
            ("England", &[], &["part-of-state"]),
            ("Gondwana", &[], &["unknown-state"]),
            ("Ghana and Gondwana", &[], &["unknown-state"]),
        ] {
            let (found, why) = read_all(cell);
            assert_eq!(found, states, "{cell}");
            assert_eq!(why, reasons, "{cell}");
        }
    }

    #[test]
    fn a_state_at_the_end_of_a_text_is_found() {
        let vocabulary = vocabulary();
        let names = NamedStates::new(&vocabulary);
        let found = at_the_end("Carefully monitor the law (Azerbaijan);", &names);
        let (of, text) = found.unwrap();
        assert_eq!(
            (names.shown(&of)[0].as_str(), text),
            ("Azerbaijan", "Carefully monitor the law")
        );
        assert!(at_the_end("Monitor the law (moratorium)", &names).is_none());
        assert!(at_the_end("Monitor the law", &names).is_none());
    }
}
