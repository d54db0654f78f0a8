//! The triage screen: whose queue, and the cursor in it or among the people.

use crate::app::keys::context::KeyContext;
use crate::app::layout::{self, FACETS_FROM_TRIAGE};
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Move, Side};
use crate::app::state::page::{Given, Opens, Page, Posts, Stepped, Turned, of_one_list};
use crate::app::state::told_by::ToldBy;
use crate::columns::needs;
use crate::domain::NeedNumber;
use crate::query::Measure;
use crate::query::register::Slot;
use crate::text::Lang;
use crate::worker::{Answer, Whose};
use ratatui::layout::Rect;

/// The name of the queue of all needs in a saved view.
const EVERYBODY: &str = "everybody";

/// The triage screen: whose queue, and the cursor in it.
#[derive(Clone, Debug, Default)]
pub struct Triage {
    /// The queue, or all needs where those were chosen.
    pub whose: Whose,
    /// Whether the cursor is among the people rather than in the queue.
    pub among_people: bool,
    /// The queue.
    pub queue: List,
    /// Whether it is just being opened: an empty queue is then left for one with needs, as soon as those are counted.
    pub opens: bool,
}

impl Triage {
    /// The screen as it is first opened: on the queue of the person who works, if that queue has needs.
    pub(in crate::app) fn opening() -> Self {
        Self { whose: Whose::Mine, opens: true, ..Self::default() }
    }

    /// The queue to open when the worker has answered: the present queue while it has needs, else that of the person
    /// who works (`me`, a place in the vocabulary), else the first queue in the list that has needs. Where no queue
    /// has needs, it is the queue of needs that have no focal point.
    pub(in crate::app) fn to_open(&self, answer: &Answer, me: Option<u16>) -> Whose {
        let has = |slot: Slot| answer.people.get(slot.entry()).is_some_and(|load| load.needs > 0);
        let own = me.map(Slot::of);
        let present = match self.whose {
            Whose::All => return Whose::All,
            Whose::Nobody => Some(Slot::NONE),
            Whose::Person(place) => Some(Slot::of(place)),
            Whose::Mine => own,
        };
        let mut queues = present.into_iter().chain(own).chain(people(answer));
        queues.find(|slot| has(*slot)).map_or(Whose::Nobody, whose)
    }
}

/// The people of a triage answer, only those with needs: the person who works, nobody, then by what is untriaged.
/// Each by its slot.
pub fn people(answer: &Answer) -> Vec<Slot> {
    let mut people: Vec<Slot> = (0..answer.people.len().saturating_sub(1))
        .map(Slot::at)
        .filter(|slot| answer.people[slot.entry()].needs > 0)
        .collect();
    people.sort_by_key(|slot| {
        let load = answer.people[slot.entry()];
        std::cmp::Reverse((load.untriaged, load.needs))
    });
    people.insert(0, Slot::NONE);
    if let Some(own) = own_slot(answer)
        && let Some(row) = people.iter().position(|slot| *slot == own)
    {
        people[..=row].rotate_right(1);
    }
    people
}

/// The slot of the person who works, where it is known who that is.
pub fn own_slot(answer: &Answer) -> Option<Slot> {
    answer.plan.context().me.map(Slot::of)
}

/// Whose queue a line of the people stands for.
pub fn whose(slot: Slot) -> Whose {
    slot.place().map_or(Whose::Nobody, Whose::Person)
}

/// The queue as a saved view keeps it: a person's code, or a word.
fn code(whose: Whose, posts: &Posts<'_>) -> String {
    match whose {
        Whose::All => EVERYBODY.to_owned(),
        Whose::Mine => posts.mine.to_owned(),
        Whose::Nobody => String::new(),
        Whose::Person(place) => posts
            .known
            .get(usize::from(place))
            .map_or_else(String::new, |person| person.code.clone()),
    }
}

/// The queue that a saved view keeps; that of "nobody" where the person is gone.
fn of_code(code: &str, posts: &Posts<'_>) -> Whose {
    match code {
        EVERYBODY => Whose::All,
        _ => posts
            .known
            .iter()
            .position(|person| person.code == code)
            .map_or(Whose::Nobody, |place| Whose::Person(place as u16)),
    }
}

impl Page for Triage {
    fn context(&self) -> KeyContext {
        KeyContext::Triage
    }

    of_one_list!(needs::QUEUE, queue);

    fn rows<'a>(&self, answer: Option<&'a Answer>, _: Lang) -> Identities<'a> {
        Identities::needs(answer)
    }

    fn opens(&self, _: &Given<'_>) -> Opens {
        match self.queue.need() {
            _ if self.among_people => Opens::Right,
            Some(id) => Opens::Need(id),
            None => Opens::Nothing,
        }
    }

    fn told_by(&self, given: &Given<'_>) -> ToldBy {
        let people = given.answer.map(|answer| &answer.register.vocabulary.people);
        let code = |place: u16| people?.get(usize::from(place)).map(|person| person.code.clone());
        match self.whose {
            Whose::All => ToldBy::List("needs"),
            Whose::Mine => ToldBy::Queue("is:mine".to_owned()),
            Whose::Nobody => ToldBy::Queue("focal:none".to_owned()),
            Whose::Person(place) => {
                code(place).map_or(ToldBy::Nothing, |code| ToldBy::Queue(format!("focal:{code}")))
            }
        }
    }

    fn without_names(&self) -> Option<Self> {
        Some(match self.whose {
            Whose::All | Whose::Nobody => self.clone(),
            Whose::Person(_) | Whose::Mine => Self {
                whose: Whose::Nobody,
                among_people: self.among_people,
                queue: List::default(),
                opens: false,
            },
        })
    }

    fn step(&mut self, _: Move, _: usize, _: &Given<'_>) -> Stepped {
        if self.among_people { Stepped::AmongPeople } else { Stepped::InList }
    }

    /// The people, and the queue.
    fn panes(&self) -> usize {
        2
    }

    fn pane(&self) -> usize {
        usize::from(!self.among_people)
    }

    fn to_pane(&mut self, pane: usize) {
        self.among_people = pane == 0;
    }

    fn sideways(&mut self, side: Side) -> Turned {
        self.among_people = side == Side::Left;
        Turned::Done
    }

    fn list_area(&self, main: Rect) -> Rect {
        let (people, queue, _) = layout::triage(main);
        if self.among_people { people } else { queue }
    }

    fn facets_from(&self) -> u16 {
        FACETS_FROM_TRIAGE
    }

    fn current_need(&self) -> Option<NeedNumber> {
        self.queue.need().filter(|_| !self.among_people)
    }

    fn open_need(&self) -> Option<NeedNumber> {
        self.current_need()
    }

    fn current_person(&self) -> Option<u16> {
        match self.whose {
            Whose::Person(place) => Some(place).filter(|_| self.among_people),
            Whose::All | Whose::Nobody | Whose::Mine => None,
        }
    }

    fn whose_queue(&self) -> Option<Whose> {
        Some(self.whose)
    }

    fn arranged_as(&self, posts: &Posts<'_>) -> String {
        code(self.whose, posts)
    }

    fn arrange(&mut self, arrangement: &str, _: Measure, posts: &Posts<'_>) -> Option<Measure> {
        (self.whose, self.opens) = (of_code(arrangement, posts), false);
        None
    }
}
