//! `--no-names`: the fields that a question may ask for where States are not named.

use super::args::Command;
use super::count::CountArgs;
use super::failure::{Failure, Status};
use super::gaps::GapsArgs;
use super::globals::FilterArgs;
use crate::analysis::Design;
use crate::query::register::Disclosure;
use crate::query::{Field, Test, parse};
use crate::text::Message;

/// The groups of States that are told where States are not named: the kind that the question asks
/// for, regions by default.
///
/// A question about regions and groups, or about groups twice, is refused: one region and
/// one group together could be one State.
pub(super) fn kept(command: Option<&Command>, filter: &FilterArgs) -> Result<Disclosure, Failure> {
    let filter = match command {
        // On a screen a question grows term by term.
        None | Some(Command::Frame(_) | Command::Need(_)) => return Ok(Disclosure::Regions),
        Some(command) => command.filter().unwrap_or(filter),
    };
    // Filters that cannot be read are reported where they are asked.
    let terms = parse(&filter.text()).map(|filter| filter.terms).unwrap_or_default();
    let mut asked: Vec<Field> = terms
        .iter()
        .filter_map(|term| match &term.test {
            Test::Field(field, _) => Some(*field),
            Test::Text(_) => None,
        })
        .collect();
    match command {
        Some(Command::Count(CountArgs { by, .. }) | Command::Gaps(GapsArgs { by, .. })) => {
            asked.extend(by.iter().filter_map(|word| Field::named(word.trim()).ok()));
        }
        Some(Command::Shared(args)) => asked.extend(args.grouped_by(true)),
        Some(Command::Figure(args)) => {
            let one = args.figure.parse().ok().and_then(Design::numbered);
            asked.extend(one.map_or(Some(Field::Region), |design| Some(design.rows)));
        }
        _ => {}
    }
    let groups = asked.iter().filter(|field| **field == Field::Group).count();
    let regions = asked.contains(&Field::Region);
    match (groups, regions) {
        (0, _) => Ok(Disclosure::Regions),
        (1, false) => Ok(Disclosure::Groups),
        _ => Err(Failure::new(Status::Usage, Message::new("cli-no-names-one"))),
    }
}
