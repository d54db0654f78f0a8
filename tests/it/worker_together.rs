//! Two programs at one register, as their workers see each other: the reports and their times.

use crate::store_fixture::{Fixture, write};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use ta_tui::analysis::Compared;
use ta_tui::domain::{Change, Clock, Day, Edit, Kinds, NeedNumber, Priority, Setting};
use ta_tui::query::register::Address;
use ta_tui::query::{Filter, Sort};
use ta_tui::store::{Access, Present, SavedView, Store, StoreError};
use ta_tui::text::Lang;
use ta_tui::worker::{
    Answer, LogOf, LogWanted, Question, Queue, Report, Request, Whose, Worker, WorkerSettings,
};

const HIGH: Change = Change::Priority(Some(Priority::High));

/// A running worker, and its reports.
struct Program {
    worker: Worker,
    reports: Receiver<Report>,
}

impl Program {
    fn start(store: Store, who: &str) -> Self {
        Self::on(Clock::System, store, who)
    }

    fn on(clock: Clock, store: Store, who: &str) -> Self {
        let (sender, reports) = channel();
        let settings = WorkerSettings {
            who: who.into(),
            watch: true,
            remembers: false,
            as_of: None,
            clock,
            few_needs: WorkerSettings::FEW_NEEDS,
            session: None,
            ledger: None,
            texts: true,
        };
        let worker =
            Worker::start(move || Some((store, settings)), move |r| sender.send(r).is_ok())
                .unwrap();
        Self { worker, reports }
    }

    /// Waits for the first report that `wanted` takes something from; the others are passed over.
    fn wait<T>(&self, mut wanted: impl FnMut(Report) -> Option<T>) -> T {
        loop {
            let report = self.reports.recv_timeout(Duration::from_secs(60)).expect("a report");
            if let Some(found) = wanted(report) {
                return found;
            }
        }
    }

    fn ask(&self) -> Answer {
        self.worker.send(Request::Ask(Question {
            generation: 1,
            filter: Filter::default(),
            sort: Sort::default(),
            lang: Lang::En,
            queue: Some(Queue { whose: Whose::Nobody, later: Vec::new() }),
            pinned: Vec::new(),
            hold: None,
            as_of: None,
            with_needs: false,
            since: None,
            compared: Compared::Usual,
            texts: true,
            wanted: None,
            split: None,
        }));
        self.answer_where(|_| true)
    }

    /// Waits for an answer of which `wanted` is true. The same question may be answered more than once
    /// before: when the texts have been read, and when the day or the file has changed.
    fn answer_where(&self, wanted: impl Fn(&Answer) -> bool) -> Answer {
        self.wait(|report| match report {
            Report::Answered(answer) if wanted(&answer) => Some(*answer),
            _ => None,
        })
    }

    fn write(
        &self,
        need: u32,
        change: Change,
        version: u32,
    ) -> Result<Vec<NeedNumber>, StoreError> {
        let edits = vec![Edit { need: NeedNumber::new(need), change, if_version: Some(version) }];
        self.worker.send(Request::Write { ticket: 9, edits, note: String::new() });
        self.wait(|report| match report {
            Report::Wrote { ticket: 9, result } => Some(result.map(|w| w.unwrap().needs)),
            _ => None,
        })
    }

    /// How many needs each batch has, the newest first.
    fn log(&self, of: LogOf) -> Vec<u32> {
        let wanted = LogWanted {
            of,
            kinds: Kinds::of_assistance(),
            filter: Filter::default(),
            before: None,
        };
        self.worker.send(Request::Log { ticket: 5, wanted });
        self.wait(|report| match report {
            Report::Log { ticket: 5, part } => {
                assert_eq!(part.total, Some(part.batches.len() as u64));
                Some(part.batches.iter().map(|of| of.needs).collect())
            }
            _ => None,
        })
    }

    fn views(&self, request: Request) -> Result<Vec<SavedView>, StoreError> {
        self.worker.send(request);
        self.wait(|report| match report {
            Report::Views { result, .. } => Some(result),
            _ => None,
        })
    }
}

#[test]
fn changes_by_others_come_by_themselves_and_with_ones_own_writes() {
    let fixture = Fixture::with_needs(6);
    let program = Program::start(fixture.store(), "me");
    program.ask();
    fixture.store().write(&write("ada", &[(4, HIGH), (2, HIGH)])).unwrap();
    let changed = |report| match report {
        Report::ChangedElsewhere(needs) => Some(needs),
        _ => None,
    };
    assert_eq!(program.wait(changed), [NeedNumber::new(2)], "need 4 had it already");
    // Changes by others that this session's write finds, whether it is written or refused.
    fixture.store().write(&write("ada", &[(3, HIGH), (1, HIGH)])).unwrap();
    let edits = vec![Edit {
        need: NeedNumber::new(3),
        change: Change::Priority(None),
        if_version: Some(1),
    }];
    program.worker.send(Request::Write { ticket: 9, edits, note: String::new() });
    let mut refused = None;
    let theirs = program.wait(|report| match report {
        Report::Wrote { result, .. } => {
            refused = Some(result);
            None
        }
        other => changed(other),
    });
    assert_eq!(theirs, [1, 3].map(NeedNumber::new));
    let refused = refused.unwrap_or_else(|| {
        program.wait(|report| match report {
            Report::Wrote { result, .. } => Some(result),
            _ => None,
        })
    });
    let Err(StoreError::Conflict(conflicts)) = refused else { panic!("{refused:?}") };
    assert_eq!((conflicts.len(), conflicts[0].version), (1, 2));
    assert_eq!(program.write(3, Change::notes("merges"), 1), Ok(vec![NeedNumber::new(3)]));
    assert_eq!(
        program.write(3, Change::Priority(None), conflicts[0].version),
        Ok(vec![NeedNumber::new(3)])
    );
}

#[test]
fn who_has_a_need_open_is_told_and_gone_when_the_program_ends() {
    let fixture = Fixture::with_needs(3);
    let (mine, theirs) = (fixture.store(), fixture.store());
    let program = Program::start(mine, "me");
    program.ask();
    let other = Program::start(theirs, "ada");
    other.worker.send(Request::Here(Some(NeedNumber::new(2))));
    let present = |program: &Program| {
        program.wait(|report| match report {
            Report::Present(present) => Some(present),
            _ => None,
        })
    };
    assert_eq!(present(&program), [Present { need: NeedNumber::new(2), who: "ada".into() }]);
    drop(other);
    assert_eq!(present(&program), []);
    // The register was not answered anew for it: the next answer is the one asked for.
    program.worker.send(Request::Drafts(1));
    let drafts = program.wait(|report| match report {
        Report::Answered(_) => panic!("nothing has changed"),
        Report::Drafts { drafts, .. } => Some(drafts),
        _ => None,
    });
    assert_eq!(drafts, []);
}

#[test]
fn who_may_only_read_tells_nobody_and_keeps_no_draft() {
    let fixture = Fixture::with_needs(3);
    let reader = Store::open(&fixture.path, Access::ReadOnly).unwrap();
    let program = Program::start(reader, "me");
    program.worker.send(Request::Here(Some(NeedNumber::new(2))));
    program.worker.send(Request::Draft { need: NeedNumber::new(1), version: 1, text: "a".into() });
    let error = program.wait(|report| match report {
        Report::DraftFailed { need, error } if need.get() == 1 => Some(error),
        _ => None,
    });
    assert_eq!(error, StoreError::ReadOnly);
    drop(program);
    assert_eq!(fixture.store().present().unwrap(), []);
}

#[test]
fn what_became_of_a_write_is_reported_also_at_the_end() {
    let fixture = Fixture::with_needs(3);
    let program = Program::start(fixture.store(), "me");
    program.ask();
    // Another program is in the midst of a write, on which this one waits, when the program ends.
    let other = fixture.sql();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let edits = vec![Edit { need: NeedNumber::new(1), change: HIGH, if_version: Some(1) }];
    program.worker.send(Request::Write { ticket: 7, edits, note: String::new() });
    let Program { worker, reports, .. } = program;
    std::thread::scope(|scope| {
        scope.spawn(|| drop(worker));
        let write = "INSERT INTO batch (at, who) VALUES (1790000000, 'you');
                     UPDATE need SET priority = 'low', version = 2 WHERE id = 1;
                     INSERT INTO change (batch_id, kind, record, field, after, version)
                       SELECT max(id), 'need', 1, 'priority', 'low', 2 FROM batch;
                     COMMIT";
        other.execute_batch(write).unwrap();
    });
    let wrote = reports.iter().find_map(|report| match report {
        Report::Wrote { ticket: 7, result } => Some(result),
        _ => None,
    });
    assert!(matches!(wrote, Some(Err(StoreError::Conflict(_)))), "{wrote:?}");
}

#[test]
fn a_draft_outlives_the_program_and_goes_with_the_notes() {
    let fixture = Fixture::with_needs(3);
    let program = Program::start(fixture.store(), "me");
    for text in ["n", "no", "not", "note"] {
        program.worker.send(Request::Draft {
            need: NeedNumber::new(1),
            version: 1,
            text: text.into(),
        });
    }
    program.worker.send(Request::Draft {
        need: NeedNumber::new(2),
        version: 1,
        text: "given up".into(),
    });
    program.worker.send(Request::DropDraft(NeedNumber::new(2)));
    drop(program); // as a lost line ends it: the last typed text is saved
    let program = Program::start(fixture.store(), "me");
    let drafts = || {
        program.worker.send(Request::Drafts(3));
        program.wait(|report| match report {
            Report::Drafts { ticket: 3, drafts, .. } => Some(drafts),
            _ => None,
        })
    };
    let kept = drafts();
    assert_eq!(kept.len(), 1);
    assert_eq!(
        (kept[0].need, kept[0].text.as_str(), kept[0].version),
        (NeedNumber::new(1), "note", 1)
    );
    program.worker.send(Request::Draft {
        need: NeedNumber::new(1),
        version: 1,
        text: "note, done".into(),
    });
    assert_eq!(program.write(1, Change::notes("note, done"), 1), Ok(vec![NeedNumber::new(1)]));
    assert_eq!(drafts(), []);
}

#[test]
fn logs_are_of_needs_a_state_a_person_or_a_day() {
    let fixture = Fixture::with_needs(6);
    let store = fixture.store();
    store.write(&write("ada", &[(1, HIGH), (2, HIGH), (3, HIGH)])).unwrap();
    let program = Program::start(store, "me");
    let answer = program.ask();
    program.write(3, Change::notes("x"), 2).unwrap();
    assert_eq!(program.log(LogOf::Everything), [1, 3]);
    assert_eq!(
        program.log(LogOf::Needs([1, 2].map(NeedNumber::new).to_vec())),
        [3],
        "a batch is told as a whole"
    );
    assert_eq!(program.log(LogOf::Person("ada".into())), [3]);
    assert_eq!(program.log(LogOf::Day(Clock::System.now().day())).len(), 2);
    assert_eq!(program.log(LogOf::Day(Day::from_number(0))), [0; 0]);
    // Needs 1 and 3 belong to the two reviews of one State, need 2 to that of another.
    let of = answer.register.need(Address::new(0, 0)).unwrap().state_place();
    assert_eq!(program.log(LogOf::State(of)), [1, 3]);
}

#[test]
fn views_are_saved_as_ones_own_or_everybodys() {
    let fixture = Fixture::with_needs(1);
    let program = Program::start(fixture.store(), "local");
    let view = |name: &str, owner: Option<&str>| SavedView {
        name: name.into(),
        owner: owner.map(str::to_owned),
        screen: "needs".into(),
        key: "a".into(),
        ..SavedView::default()
    };
    let save =
        |view| program.views(Request::SaveView { ticket: 1, view: Box::new(view), seen: None });
    save(view("all", None)).unwrap();
    let views = save(view("own", Some("somebody else"))).unwrap();
    let owners: Vec<_> = views.iter().map(|v| (&*v.name, v.owner.as_deref())).collect();
    assert_eq!(owners, [("all", None), ("own", Some("local"))], "nobody saves for another");
    assert_eq!(save(view(" ", None)), Err(StoreError::Nameless));
    let view = Box::new(views[0].clone());
    let left = program.views(Request::DeleteView { ticket: 2, view }).unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!(program.views(Request::Views(3)), Ok(left));
}

#[test]
fn the_loads_of_people_say_what_is_overdue() {
    let fixture = Fixture::with_needs(6);
    let store = fixture.store();
    let soon = Change::ProjectedOn(Some(Clock::System.now().day().plus(1)));
    let late = Change::ProjectedOn(Some(Clock::System.now().day().plus(-1)));
    let edits = [(1, soon), (3, late.clone()), (5, late)];
    store.write(&write("me", &edits)).unwrap();
    let program = Program::start(store, "me");
    let answer = program.ask();
    let load = |need: u32| {
        let focal = answer.register.need(Address::new(0, need as usize - 1)).unwrap().focal_slot();
        answer.people[focal.entry()]
    };
    // Need 1 is expected tomorrow, need 3 is met, need 5 is open and was expected yesterday.
    assert_eq!([1, 3, 5].map(|need| load(need).overdue), [0, 0, 1]);
}

#[test]
fn another_number_of_days_is_followed_as_another_s_change_is() {
    let fixture = Fixture::with_needs(6);
    let program = Program::start(fixture.store(), "me");
    let days = |answer: &Answer| answer.register.vocabulary.overdue_days.days();
    assert_eq!(days(&program.ask()), 90);
    fixture.store().set("ada", Setting::OverdueDays, "60", None).unwrap();
    program.answer_where(|answer| days(answer) == 60);
}

#[test]
fn d8_after_midnight_the_same_question_is_answered_anew() {
    let fixture = Fixture::with_needs(6);
    let day = Day::parse("2030-01-01").unwrap();
    let store = fixture.store();
    store.write(&write("me", &[(5, Change::ProjectedOn(Some(day)))])).unwrap();
    let clock = Clock::on(day);
    let program = Program::on(clock.clone(), store, "me");
    let load = |answer: &Answer| {
        let focal = answer.register.need(Address::new(0, 4)).unwrap().focal_slot();
        answer.people[focal.entry()].overdue
    };
    let before = load(&program.ask());
    clock.turn_to(day.plus(1).at_second(0));
    program.answer_where(|answer| load(answer) == before + 1);
}
