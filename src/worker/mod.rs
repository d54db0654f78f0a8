//! The background loop. One thread owns the database connection and the register in memory;
//! requests go in through a channel, reports come out through a function that the caller gives.
//!
//! Questions are a slot: the newest replaces older ones, even one that is being worked on. Writes
//! are a queue: each is done, in order, and reported with its ticket. Once a second the worker
//! looks whether another process has written, and whether the file is still where it was.
//!
//! The files, from the bottom to the top: the messages (`protocol`, `past_changes`, `report`, `message`, `settings`);
//! the data of the loop, each part with its own file (`memory`, `screen`, `answer` with `offers` and
//! `selection_cache`, `history`, `growth`, `writes`, `autosave`, `last_visit`, `watch`), together in `state`; the
//! work of the loop (`loading`, `answering` with `since`, `comparing`, `compute`, `assistance` with `assistance_pages`,
//! `verifying`, `writing` with `taking_back`, `details`, `news`, `drafts`, `views`, `names`, `watching`); the one match
//! over all requests in `dispatch`; the loop itself in `run`; its handle.

mod alike;
mod answer;
mod answering;
mod assistance;
mod assistance_pages;
mod autosave;
mod comparing;
mod compute;
mod details;
mod dispatch;
mod drafts;
mod growth;
mod handle;
mod history;
mod kept_order;
mod last_visit;
mod loading;
mod logged;
mod memory;
mod message;
mod names;
mod news;
mod offers;
mod past_changes;
mod protocol;
mod queue;
mod reading;
mod report;
mod request;
mod run;
mod screen;
mod selection_cache;
mod settings;
mod since;
mod state;
mod taking_back;
mod verifying;
mod views;
mod watch;
mod watching;
mod writes;
mod writing;

#[cfg(test)]
mod fixture;

pub use handle::Worker;
pub use kept_order::{KeptOrder, OrderOf};
pub use past_changes::{
    BatchChanges, LogBatch, LogOf, LogPart, LogWanted, NewsOfNeeds, NewsWanted,
};
pub use protocol::{
    AlikeTo, Answer, AssistanceMade, AssistanceOf, Before, Connected, Hold, Made, Question, Queue,
    Since, TakeBack, Ticket, Verified, Wanted, Way, Whose,
};
pub use report::{Asked, Report};
pub use request::Request;
pub use settings::WorkerSettings;
pub use since::ranges;
