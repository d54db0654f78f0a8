//! The plan of an import: the outcome for each record of the file, and the records that are written.

use super::choice::{Choice, Likely};
use super::finding::Finding;
use super::made::{Made, Referred, field};
use super::match_by_key::match_by_key;
use super::match_needs::match_needs;
use super::outcome::Outcome;
use super::row_key::uuid_of;
use crate::domain::{Kind, NeedNumber, Record};
use crate::fields::RecordField;
use crate::import::Candidate;
use crate::store::{
    Compared, Differing, Edited, ImportedRecord, KnownReview, RecordEdit, Store, StoreError,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A record of a file with its outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedRow {
    /// The row of the file.
    pub row: u32,
    /// The kind of the record.
    pub kind: Kind,
    /// The outcome.
    pub outcome: Outcome,
    /// The record of the register that it is, or is likely the same as.
    pub record: Option<Record>,
    /// By how much the texts are alike, of one that is likely the same.
    pub per_cent: Option<u8>,
    /// Whether it is asked about because another text stands at the same place.
    pub is_same_place: bool,
    /// The row that says it first, of one that is repeated.
    pub first_row: Option<u32>,
    /// The fields of the record that are changed.
    pub changes: Vec<Differing>,
    /// The fields in which the file says other, and that stay because people have changed them here.
    pub kept: Vec<Differing>,
    /// Its place among the records that are written.
    pub place: Option<usize>,
}

/// The plan of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The records of the file, in its order.
    pub rows: Vec<PlannedRow>,
    /// The records that are written, each behind those that it refers to: first the States and reviews that are made.
    pub records: Vec<ImportedRecord>,
    /// How many States are made or come back.
    pub states: usize,
    /// How many reviews are made or come back.
    pub reviews: usize,
    /// The themes that are made.
    pub themes: Vec<String>,
    /// How many needs name a need that they repeat, which is neither in the file nor written.
    pub lost: usize,
    /// The newest change of the register that the file was compared with.
    pub seen: i64,
}

impl Plan {
    /// The number of records of the file with an outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.rows.iter().filter(|row| row.outcome == outcome).count()
    }

    /// The number of needs that are likely the same as one of the register and were taken for it, which stays as it is.
    pub fn taken_for_likely(&self) -> usize {
        let is_taken = |row: &&PlannedRow| row.outcome == Outcome::Same && row.per_cent.is_some();
        self.rows.iter().filter(is_taken).count()
    }
}

/// Makes the plan for the records of a file, each with its row. `go_on` is asked now and then.
///
/// # Errors
/// [`StoreError::Stopped`] if it says no; the register cannot be read; a value that its field cannot have.
pub fn plan(
    store: &Store,
    records: Vec<(u32, Candidate)>,
    choice: Choice,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Plan, StoreError> {
    let seen = store.last_change()?;
    let reviews = store.known_reviews()?;
    let all: Vec<&Candidate> = records.iter().map(|(_, record)| record).collect();
    let is_of_needs = all.first().is_none_or(|first| first.kind == Kind::Need);
    let findings = if is_of_needs {
        match_needs(store, &all, choice.repeats, go_on)?
    } else {
        match_by_key(store, &all, &reviews)?
    };
    drop(all);
    let by_number = in_file(&records);
    let is_of_register = is_of_register(&records, &findings);
    let rows = records.iter().map(|(row, record)| (*row, record.kind)).collect();
    let mut making = Making {
        store,
        reviews,
        choice,
        rows,
        findings,
        by_number,
        is_of_register,
        made: Made::default(),
        main: Vec::new(),
        planned: Vec::new(),
        themes: BTreeSet::new(),
        lost: 0,
    };
    for (place, (_, record)) in records.into_iter().enumerate() {
        if place % 64 == 0 && !go_on() {
            return Err(StoreError::Stopped);
        }
        making.take(place, record)?;
    }
    Ok(Plan { seen, ..making.finish() })
}

/// The places of the records by their numbers in the file; of two with one number the first.
fn in_file(records: &[(u32, Candidate)]) -> HashMap<u32, usize> {
    let mut places = HashMap::new();
    for (place, (_, record)) in records.iter().enumerate() {
        if let Some(number) = record.number_in_file {
            places.entry(number).or_insert(place);
        }
    }
    places
}

/// Whether a file was made of this register: needs with a UUID that the register knows stand under their numbers there.
fn is_of_register(records: &[(u32, Candidate)], findings: &[Finding]) -> bool {
    let mut known = records.iter().zip(findings).filter_map(|((_, record), found)| {
        let Finding::Known(known) = found else { return None };
        record.uuid.as_ref().and(record.number_in_file).map(|number| number == known.number)
    });
    known.next() == Some(true) && known.all(|is_same| is_same)
}

/// Fields with their values.
type Values = Vec<(RecordField, Option<String>)>;

/// Fields with the records that they refer to.
type Refers = Vec<(RecordField, Referred)>;

/// A record of the file that is written, with those that it refers to.
struct Main {
    place: usize,
    written: ImportedRecord,
    refers: Refers,
}

/// A plan while it is made.
struct Making<'s> {
    store: &'s Store,
    reviews: Vec<KnownReview>,
    choice: Choice,
    rows: Vec<(u32, Kind)>,
    findings: Vec<Finding>,
    by_number: HashMap<u32, usize>,
    /// Whether the numbers of the file are those of the register.
    is_of_register: bool,
    made: Made,
    main: Vec<Main>,
    planned: Vec<PlannedRow>,
    themes: BTreeSet<String>,
    lost: usize,
}

impl Making<'_> {
    /// Takes the record at a place of the file.
    fn take(&mut self, place: usize, record: Candidate) -> Result<(), StoreError> {
        let (row, kind) = self.rows[place];
        let mut planned = PlannedRow {
            row,
            kind,
            outcome: Outcome::New,
            record: None,
            per_cent: None,
            is_same_place: false,
            first_row: None,
            changes: Vec::new(),
            kept: Vec::new(),
            place: None,
        };
        match self.findings[place] {
            Finding::New => self.add(place, record)?,
            Finding::Repeated(first) => {
                planned.outcome = Outcome::Repeated;
                planned.first_row = Some(self.rows[first].0);
            }
            Finding::Known(known) => self.compare(place, record, known, &mut planned)?,
            Finding::Gone(gone) if !self.store.compared(gone, &[])?.is_undone => {
                planned.record = Some(gone);
                planned.outcome = Outcome::TakenOut;
            }
            Finding::Gone(gone) => self.compare(place, record, gone, &mut planned)?,
            Finding::OtherState(known) => {
                planned.record = Some(known);
                planned.outcome = Outcome::OtherState;
            }
            Finding::Likely(known, per_cent) | Finding::SamePlace(known, per_cent) => {
                planned.per_cent = Some(per_cent);
                planned.is_same_place = matches!(self.findings[place], Finding::SamePlace(..));
                let likely = self.choice.likely.proposed(planned.is_same_place);
                match likely {
                    Likely::New => self.add(place, record)?,
                    Likely::Update => self.compare(place, record, known, &mut planned)?,
                    Likely::Same => planned.outcome = Outcome::Same,
                    Likely::Ask | Likely::Proposed => planned.outcome = Outcome::LikelySame,
                }
                planned.record = Some(known).filter(|_| likely != Likely::New);
            }
        }
        self.planned.push(planned);
        Ok(())
    }

    /// Adds a record of the file to those that are written.
    fn add(&mut self, place: usize, record: Candidate) -> Result<(), StoreError> {
        let uuid = uuid_of(&record);
        let (values, refers) = self.values(place, &record)?;
        self.themes.extend(record.new_themes);
        let edit =
            RecordEdit { record: Edited::New(record.kind), values, void: None, if_version: None };
        let written = ImportedRecord { edit, refers: Vec::new(), uuid, origin: record.origin };
        self.main.push(Main { place, written, refers });
        Ok(())
    }

    /// The values of a record of the file with those of its State, review and the need that it repeats, and what it
    /// refers to among what is made.
    fn values(&mut self, place: usize, record: &Candidate) -> Result<(Values, Refers), StoreError> {
        let mut values = record.values.clone();
        let mut refers = Vec::new();
        let mut refer = |code: &str, referred: Referred| {
            let Some(field) = field(record.kind, code) else { return };
            values.retain(|(own, _)| *own != field);
            match referred {
                Referred::Known(number) => values.push((field, Some(number.to_string()))),
                other => refers.push((field, other)),
            }
        };
        if let Some(state) = &record.state {
            refer("state", self.made.state(self.store, state, record.origin)?);
        }
        if let Some(review) = &record.review {
            let of = self.made.review(self.store, &self.reviews, review, record.origin)?;
            refer("review", of);
        }
        if let Some(number) = record.duplicate_in_file {
            match self.repeated(place, number)? {
                Some(referred) => refer("duplicate", referred),
                None => self.lost += 1,
            }
        }
        Ok((values, refers))
    }

    /// The need that a need of the file repeats, by its number in the file; in a file of this register also one that the
    /// file does not have. `None` for one that is not written.
    ///
    /// Errors: the register cannot be read.
    fn repeated(&self, own: usize, number: u32) -> Result<Option<Referred>, StoreError> {
        if let Some(place) = self.by_number.get(&number) {
            return Ok(self.repeated_in_file(own, *place));
        }
        let need = NeedNumber::new(number);
        let is_known = self.is_of_register && self.store.known_text(need)?.is_some();
        Ok(is_known.then_some(Referred::Known(number)))
    }

    /// The need that a need of the file repeats, by its place among all.
    fn repeated_in_file(&self, own: usize, mut place: usize) -> Option<Referred> {
        if let Finding::Repeated(first) = self.findings[place] {
            place = first;
        }
        match self.findings[place] {
            _ if place == own => None,
            Finding::Known(record) | Finding::Gone(record) => Some(Referred::Known(record.number)),
            Finding::New => Some(Referred::InFile(place)),
            found @ (Finding::Likely(record, _) | Finding::SamePlace(record, _)) => {
                match self.choice.likely.proposed(matches!(found, Finding::SamePlace(..))) {
                    Likely::Same | Likely::Update => Some(Referred::Known(record.number)),
                    Likely::New => Some(Referred::InFile(place)),
                    Likely::Ask | Likely::Proposed => None,
                }
            }
            Finding::Repeated(_) | Finding::OtherState(_) => None,
        }
    }

    /// Compares a record of the file with the one of the register that it is, and writes what differs.
    fn compare(
        &mut self,
        place: usize,
        record: Candidate,
        known: Record,
        planned: &mut PlannedRow,
    ) -> Result<(), StoreError> {
        planned.record = Some(known);
        let (values, refers) = self.values(place, &record)?;
        let Compared { version, is_there, is_undone, differing } =
            self.store.compared(known, &values)?;
        if !is_there && !is_undone {
            planned.outcome = Outcome::TakenOut;
            return Ok(());
        }
        (planned.kept, planned.changes) =
            differing.into_iter().partition(|one| one.changed_here.is_some() && is_there);
        if is_there && planned.changes.is_empty() && refers.is_empty() {
            planned.outcome = Outcome::Same;
            return Ok(());
        }
        planned.outcome = if is_there { Outcome::Updated } else { Outcome::BroughtBack };
        self.themes.extend(record.new_themes);
        let changed = planned.changes.iter().map(|one| (one.field, one.file.clone())).collect();
        let void = (!is_there).then_some(false);
        let edit = RecordEdit {
            record: Edited::Known(known),
            values: changed,
            void,
            if_version: Some(version),
        };
        let written =
            ImportedRecord { edit, refers: Vec::new(), uuid: None, origin: record.origin };
        self.main.push(Main { place, written, refers });
        Ok(())
    }

    /// Puts everything that is written into an order in which each record stands behind those that it refers to.
    fn finish(self) -> Plan {
        let Made { states, reviews, .. } = self.made;
        let (of_states, of_reviews) = (states.len(), reviews.len());
        let mut records = states;
        records.extend(reviews.into_iter().map(|(mut review, state)| {
            if let (Some(Referred::State(place)), Some(field)) =
                (state, field(Kind::Review, "state"))
            {
                review.refers.push((field, place));
            }
            review
        }));
        let order = in_order(&self.main);
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        let mut planned = self.planned;
        let mut lost = self.lost;
        let mut main: Vec<Option<Main>> = self.main.into_iter().map(Some).collect();
        for of in order {
            let Some(Main { place, mut written, refers }) = main[of].take() else { continue };
            for (field, referred) in refers {
                let at = match referred {
                    Referred::State(place) => Some(place),
                    Referred::Review(place) => Some(of_states + place),
                    Referred::InFile(place) => places.get(&place).copied(),
                    Referred::Known(_) => None,
                };
                match at {
                    Some(at) => written.refers.push((field, at)),
                    None => lost += 1,
                }
            }
            places.insert(place, records.len());
            planned[place].place = Some(records.len());
            records.push(written);
        }
        let themes = self.themes.into_iter().collect();
        let (states, reviews) = (of_states, of_reviews);
        Plan { rows: planned, records, states, reviews, themes, lost, seen: 0 }
    }
}

/// The order of records in which each stands behind the one of the file that it refers to; in a circle the first comes
/// first.
fn in_order(main: &[Main]) -> Vec<usize> {
    let by_place: HashMap<usize, usize> =
        main.iter().enumerate().map(|(of, one)| (one.place, of)).collect();
    let before = |of: usize| {
        main[of].refers.iter().find_map(|(_, referred)| match referred {
            Referred::InFile(place) => by_place.get(place).copied(),
            _ => None,
        })
    };
    let (mut order, mut done) = (Vec::with_capacity(main.len()), vec![false; main.len()]);
    for of in 0..main.len() {
        // The chain of what it refers to, the farthest first.
        let mut chain = Vec::new();
        let mut next = Some(of);
        while let Some(one) = next.filter(|one| !done[*one]) {
            done[one] = true;
            chain.push(one);
            next = before(one);
        }
        order.extend(chain.into_iter().rev());
    }
    order
}
