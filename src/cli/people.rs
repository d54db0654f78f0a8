//! `ta-tui people` and `ta-tui focal-points`: who answers for the needs: focal points State by State, advisers, officers.

use super::failure::Failure;
use super::format::Format;
use super::globals::FilterArgs;
use super::list::{self, KindListArgs, ListArgs, Listed};
use super::people_changes::PeopleChange;
use super::session::{Question, Session};
use crate::columns::property::{ValueKind, codes, regions};
use crate::columns::{Column, RecordList};
use crate::domain::{Coded, Origin, PersonKind, Role, Sees};
use crate::exchange::{Cell, Room};
use crate::query::register::{Person, Register, Slot, State};
use crate::query::{Field, Measure};
use crate::text::Lang;
use clap::Args;

pub(super) struct PostRow<'a> {
    person: &'a Person,
    state: Option<&'a State>,
    needs: u32,
}

/// The list of those who answer for needs.
pub(super) struct FocalPoints;

impl RecordList for FocalPoints {
    type Row<'a> = PostRow<'a>;
    type Order = ();

    fn origin(row: &Self::Row<'_>) -> Option<Origin> {
        Some(row.person.origin)
    }

    fn holds_made_up(register: &Register) -> bool {
        register.vocabulary.people.iter().any(|one| one.origin == Origin::Illustrative)
    }
}

type Of = Column<FocalPoints>;

/// The columns; names and order are a contract. Later columns stand at the end.
pub(super) fn columns() -> Vec<Of> {
    let of_all = [
        Of::new("code", "code", ValueKind::Text, |row, _| row.person.code.as_str().into())
            .stated()
            .room(Room::Stays),
        Of::new("post", "post", ValueKind::Text, |row, to| to.name(&row.person.posts))
            .stated()
            .room(Room::Fills),
        Of::new("kind", "post-kind", ValueKind::OneOf(codes::<PersonKind>), |row, _| {
            row.person.kind.code().into()
        })
        .stated()
        .in_data(),
        Of::new("state", "state", ValueKind::Text, |row, to| {
            row.state.map_or(Cell::Missing, |state| to.state(state))
        })
        .of_field(Field::State),
        Of::new("iso3", "iso3", ValueKind::Text, |row, _| {
            row.state.map_or(Cell::Missing, |state| Cell::stated(state.iso3.as_str()))
        })
        .in_data(),
        Of::new("region", "region", ValueKind::OneOf(regions), |row, to| {
            to.region(row.state.and_then(|state| state.region))
        })
        .of_field(Field::Region)
        .ranked(|row| row.state.and_then(|state| state.region).map(Coded::index)),
        Of::new("needs", "needs", ValueKind::Count, |row, _| row.needs.into()).room(Room::Stays),
    ];
    let of_role = [
        Of::new("role", "post-role", ValueKind::OneOf(codes::<Role>), |row, _| {
            row.person.role.code().into()
        })
        .stated()
        .in_data(),
        Of::new("sees", "post-sees", ValueKind::OneOf(codes::<Sees>), |row, _| {
            row.person.sees.code().into()
        })
        .stated()
        .in_data(),
    ];
    let named =
        |lang| Of::in_language(lang, "post", |row, to| to.in_its_language(&row.person.posts));
    let of_all = of_all.into_iter().chain(Lang::default().others().map(named));
    of_all.chain(dates()).chain(of_role).chain([Of::of_origin()]).collect()
}

/// The columns of the time for which a post is held.
fn dates() -> [Of; 3] {
    let date = |name, key, cell| Of::new(name, key, ValueKind::Date, cell).in_data();
    [
        date("since", "post-since", |row, _| row.person.since.into()),
        date("until", "post-until", |row, _| row.person.until.into()),
        Of::new("retired", "post-retired", ValueKind::Flag, |row, _| {
            Cell::Flag(row.person.is_retired)
        })
        .stated()
        .in_data(),
    ]
}

#[derive(Debug, Args)]
pub(super) struct PeopleArgs {
    #[command(flatten)]
    pub(super) of_kind: KindListArgs,
    // Those alone who hold their post no longer.
    #[arg(long, conflicts_with = "held")]
    retired: bool,
    // Those alone who hold it.
    #[arg(long)]
    held: bool,
}

impl PeopleArgs {
    /// The change of people that the first word asks for, if it asks for one.
    pub(super) fn change(&self) -> Option<PeopleChange> {
        PeopleChange::named(&self.of_kind.list.filter.filter)
    }
}

/// `ta-tui focal-points`, the list by its older name.
pub(super) fn of_all_kinds(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    write(session, args, &args.filter, |_| true)
}

/// `ta-tui people`, also with the word `list` behind it: by kind, and by whether the post is held.
pub(super) fn run(session: &Session<'_>, args: &PeopleArgs) -> Result<(), Failure> {
    if let Some(change) = args.change() {
        let list = &args.of_kind.list;
        return change.run(session, &list.filter.filter, list.format.clone());
    }
    let kinds = args.of_kind.kinds("person", PersonKind::ALL.iter().map(|kind| kind.code()))?;
    let list = &args.of_kind.list;
    let words = list.filter.filter.iter();
    let is_first_word = |(place, word): &(usize, &String)| (*place, word.as_str()) != (0, "list");
    let words = words.enumerate().filter(is_first_word).map(|(_, word)| word.clone());
    let filter = FilterArgs { filter: words.collect() };
    write(session, list, &filter, |person| {
        kinds.has(person.kind.code())
            && !(args.retired && !person.is_retired || args.held && person.is_retired)
    })
}

/// With terms on States alone the focal points of these States; else those who answer for one of
/// the needs; without a filter everybody. Of these the ones that `chosen` takes.
fn write(
    session: &Session<'_>,
    args: &ListArgs,
    filter: &FilterArgs,
    chosen: impl Fn(&Person) -> bool,
) -> Result<(), Failure> {
    let register = session.register(filter)?;
    let question = session.ask(&register, filter)?;
    let vocabulary = &register.vocabulary;
    let needs = question.selection.counts.of(Field::Focal, Measure::Needs);
    let shows = |place: &u32| {
        let place = *place as usize;
        let person = &vocabulary.people[place];
        let of_state = |state: u16| question.plan.state_matches(usize::from(state));
        let is_asked = question.plan.is_empty()
            || needs.get(Slot::at(place).entry()).is_some_and(|needs| *needs > 0)
            || (question.on_states_only() && person.state.is_some_and(of_state));
        is_asked && chosen(person)
    };
    let mut rows: Vec<u32> = (0..vocabulary.people.len() as u32).filter(shows).collect();
    if vocabulary.nameless.is_some() {
        // Their own order is the alphabet's, which names them.
        rows.sort_by_key(|place| vocabulary.people[*place as usize].state);
    }
    let columns = columns();
    let columns: Vec<_> = columns.iter().collect();
    list::write(&columns, &question, args, rows, |place| row(&question, place as usize))
}

/// One person with every column; `None` where the register does not have the post.
pub(super) fn record(question: &Question<'_>, id: i64, format: Format) -> Option<Listed> {
    let place = question.register.vocabulary.people.iter().position(|person| person.id == id)?;
    let columns = columns();
    let columns: Vec<_> = columns.iter().collect();
    Some(list::record(&columns, question, format, &row(question, place)?))
}

fn row<'a>(question: &Question<'a>, place: usize) -> Option<PostRow<'a>> {
    let vocabulary = &question.register.vocabulary;
    let person = vocabulary.people.get(place)?;
    let state = person.state.and_then(|state| vocabulary.states.get(usize::from(state)));
    let needs = question.selection.counts.of(Field::Focal, Measure::Needs);
    let needs = needs.get(Slot::at(place).entry()).copied().unwrap_or(0);
    Some(PostRow { person, state, needs })
}
