//! `--no-names`: what a question may ask where States are not named.

use super::args::{Command, FilterArgs};
use super::failure::{Failure, Status};
use crate::analysis::{Count, Design};
use crate::query::register::Kept;
use crate::query::{Field, Test, parse};
use crate::text::Message;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What is told of where States are: what the question asks, regions where it asks nothing.
///
/// A question about regions and groups, or about groups twice, is refused: what is in both could
/// be one State.
pub(super) fn kept(command: Option<&Command>, filter: &FilterArgs) -> Result<Kept, Failure> {
    let filter = match command {
        // On a screen a question grows term by term.
        None | Some(Command::Frame(_)) => return Ok(Kept::Regions),
        Some(command) => command.filter().unwrap_or(filter),
    };
    // What cannot be read is said where it is asked.
    let terms = parse(&filter.text()).map(|filter| filter.terms).unwrap_or_default();
    let mut asked: Vec<Field> = terms
        .iter()
        .filter_map(|term| match &term.test {
            Test::Field(field, _) => Some(*field),
            Test::Text(_) => None,
        })
        .collect();
    match command {
        Some(Command::Count(args)) => {
            asked.extend(args.by.iter().filter_map(|word| Field::named(word.trim()).ok()));
        }
        Some(Command::Figure(args)) => {
            let one = args.figure.parse().ok().and_then(Design::numbered);
            asked.extend(one.map_or(Some(Field::Region), |design| Some(design.rows)));
        }
        _ => {}
    }
    let groups = asked.iter().filter(|field| **field == Field::Group).count();
    let regions = asked.contains(&Field::Region);
    match (groups, regions) {
        (0, _) => Ok(Kept::Regions),
        (1, false) => Ok(Kept::Groups),
        _ => Err(Failure::new(Status::Usage, Message::new("cli-no-names-one"))),
    }
}

/// Whether each value of a field is one State, or one State's post.
pub(super) fn is_of_one(field: Field) -> bool {
    matches!(field, Field::State | Field::Focal)
}

/// Puts the lines of single States together that say the same, the most first; how many States
/// stand behind each line. Nothing where the fields are not of single States.
pub(super) fn together(counts: &mut Vec<Count>, fields: &[Field]) -> Vec<u32> {
    if !fields.iter().any(|field| is_of_one(*field)) {
        return Vec::new();
    }
    let mut lines: BTreeMap<_, (Count, u32)> = BTreeMap::new();
    for count in counts.drain(..) {
        let slot = |(field, slot): (&Field, &u16)| {
            if is_of_one(*field) { (*slot).min(1) } else { *slot }
        };
        let alike: Vec<u16> = fields.iter().zip(&count.slots).map(slot).collect();
        let unstated = fields.iter().zip(&alike).any(|(f, slot)| is_of_one(*f) && *slot == 0);
        let key = (unstated, Reverse(count.value), Reverse(count.before), alike);
        lines.entry(key).or_insert_with(|| (count, 0)).1 += 1;
    }
    let states;
    (*counts, states) = lines.into_values().unzip();
    states
}
