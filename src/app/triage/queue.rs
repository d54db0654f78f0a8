//! The triage screen: the chosen queue, needs put off, and the need that is shown in full.

use crate::app::App;
use crate::app::state::list::{List, Move};
use crate::app::state::notice::Notice;
use crate::app::state::screens::{Screen, View, triage};
use crate::domain::NeedNumber;
use crate::query::register::{NeedRef, Slot};
use crate::text::Message;
use crate::worker::Whose;

impl App {
    /// Puts the current need at the end of the queue, for this session, and goes on to the next.
    pub(in crate::app) fn put_off(&mut self) {
        let Some(id) = self.current_need().map(NeedRef::id) else { return };
        self.later.retain(|other| *other != id);
        self.later.push(id);
        self.move_on();
    }

    /// Brings back everything that was put off.
    pub(in crate::app) fn bring_back(&mut self) {
        let count = std::mem::take(&mut self.later).len();
        self.say(Notice::done(Message::new("notice-brought-back").with("count", count)));
        self.ask();
    }

    /// Whether anything is put off.
    pub fn has_put_off(&self) -> bool {
        !self.later.is_empty()
    }

    /// Whether a need is put off.
    pub fn is_put_off(&self, id: NeedNumber) -> bool {
        self.later.contains(&id)
    }

    /// From people and their queues to all needs and whose they are, and back, on the same need.
    pub(in crate::app) fn turn_round(&mut self) {
        let owner = self.queue_need().map(NeedRef::focal_slot);
        self.keep_range();
        let View::Triage(triage) = &mut self.place_mut().view else { return };
        triage.whose = match triage.whose {
            Whose::All => owner.map_or(Whose::Nobody, triage::whose),
            _ => Whose::All,
        };
        triage.among_people = false;
        self.held = None;
        self.ask();
    }

    /// The need that the queue's cursor is on, wherever the keys go.
    pub fn queue_need(&self) -> Option<NeedRef<'_>> {
        match &self.place().view {
            View::Triage(triage) => self.need(triage.queue.need()?),
            View::Overview(_)
            | View::States(_)
            | View::Reviews(_)
            | View::Needs(_)
            | View::Assistance(_)
            | View::AssistanceRecord(_)
            | View::Figures(_)
            | View::State(_)
            | View::Review(_)
            | View::Need(_)
            | View::History(_)
            | View::News(_)
            | View::Themes(_) => None,
        }
    }

    /// Moves among the people; each shows their queue.
    pub(in crate::app) fn step_people(&mut self, step: Move, page: usize) {
        let Some(answer) = &self.answer else { return };
        let number = |slot: Slot| u32::from(slot.number());
        let people: Vec<u32> = triage::people(answer).into_iter().map(number).collect();
        let View::Triage(triage) = &self.place().view else { return };
        let mut list = List { current: Some(number(self.shown_person())), ..List::default() };
        let turned = triage.whose == Whose::All;
        list.anchor(&people);
        if !turned {
            list.step(step, page, &people);
        }
        let chosen = list.current.map_or(Slot::NONE, |slot| Slot::numbered(slot as u16));
        self.show_queue(triage::whose(chosen));
    }

    /// Shows a person's queue from its beginning.
    pub(in crate::app) fn show_queue(&mut self, chosen: Whose) {
        let View::Triage(triage) = &self.place().view else { return };
        if triage.whose == chosen {
            return;
        }
        self.keep_range();
        if let View::Triage(triage) = &mut self.place_mut().view {
            triage.whose = chosen;
            triage.queue = List::default();
        }
        self.held = None;
        self.ask();
    }

    /// The slot of the person whose line is marked: the one of the queue, or of the current need.
    pub fn shown_person(&self) -> Slot {
        let View::Triage(triage) = &self.place().view else { return Slot::NONE };
        match triage.whose {
            Whose::Person(place) => Slot::of(place),
            Whose::Nobody | Whose::Mine => Slot::NONE,
            Whose::All => self.queue_need().map_or(Slot::NONE, NeedRef::focal_slot),
        }
    }

    /// The need that is shown in full beside the list that the cursor is in.
    fn attended_need(&self) -> Option<NeedNumber> {
        let beside = self.place().view.list().filter(|_| self.place().view.lists_needs());
        let beside = beside.filter(|_| self.detail_shown()).and_then(List::need);
        self.queue_need().map(NeedRef::id).or(beside)
    }

    /// Asks for the details of the need that the screen shows in full, which are not in memory.
    pub(in crate::app) fn attend(&mut self) {
        let Some(id) = self.attended_need() else { return };
        let whole = self.answer.as_ref().is_some_and(|answer| answer.reading.is_none());
        if whole && self.attended != Some(id) {
            self.attended = Some(id);
            self.ask_detail(id);
        }
    }

    /// After a change: the details of the need on the screen are old.
    pub(in crate::app) fn detail_is_old(&mut self) {
        self.attended = None;
        if let View::Need(page) = &self.place().view {
            self.ask_detail(page.id);
        }
        self.attend();
    }

    /// An answer is there: while the triage screen is being opened, the queue is chosen that has something.
    pub(in crate::app) fn choose_queue(&mut self) {
        let me = self.query_context().me;
        let Some(answer) = self.answer.as_deref().filter(|_| self.is_found()) else { return };
        let View::Triage(triage) = &self.place().view else { return };
        if !triage.opens {
            return;
        }
        let (chosen, whole) = (triage.to_open(answer, me), answer.reading.is_none());
        let is_present = match triage.whose {
            Whose::Mine => me.map_or(Whose::Nobody, Whose::Person) == chosen,
            present => present == chosen,
        };
        let View::Triage(triage) = &mut self.place_mut().view else { return };
        triage.opens = !whole;
        triage.whose = chosen;
        if !is_present {
            triage.queue = List::default();
            self.ask();
        }
    }

    /// With the first answer: starts with the person's own queue if it has needs, else with the
    /// overview.
    pub(in crate::app) fn settle_start(&mut self) {
        let Some(answer) = &self.answer else { return };
        let reading = answer.reading.is_some();
        let me = self.query_context().me;
        let mine = me.filter(|place| {
            answer.people.get(Slot::of(*place).entry()).is_some_and(|load| load.needs > 0)
        });
        let View::Triage(triage) = &mut self.place_mut().view else { return };
        if triage.whose != Whose::Mine || triage.opens {
            return;
        }
        match mine {
            Some(place) => triage.whose = Whose::Person(place),
            // the own needs may be among those that are still to be read
            None if reading && me.is_some() => {}
            None => self.place_mut().view = View::of(Screen::Overview),
        }
    }
}
