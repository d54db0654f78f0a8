//! Presence: the needs open in other sessions, announced and shown. It locks nothing.

use crate::app::App;
use crate::app::layers::notes::Notes;
use crate::domain::NeedNumber;
use crate::worker::Request;

impl App {
    /// The need that is open here: on its page, under the queue's cursor, or in the editor.
    fn open_here(&self) -> Option<NeedNumber> {
        if self.is_nameless() {
            return None; // an anonymous program only reads
        }
        let notes = self.overlays.find::<Notes>().map(|notes| notes.need);
        notes.or_else(|| self.place().view.page().open_need())
    }

    /// Tells the worker when another need is open; how often others hear of it, it decides.
    pub(in crate::app) fn tell_presence(&mut self) {
        let open = self.open_here();
        if self.told != open {
            self.told = open;
            self.outbox.push(Request::Here(open));
        }
    }

    /// The people with a need open in other sessions.
    pub fn also_open(&self, need: NeedNumber) -> impl Iterator<Item = &str> {
        let here = self.present.iter().filter(move |present| present.need == need);
        here.map(|present| present.who.as_str())
    }
}
