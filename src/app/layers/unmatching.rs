//! The question before matches of needs with an activity are taken out.

use crate::app::App;
use crate::app::keys::context::KeyContext;
use crate::app::layers::question;
use crate::app::state::affected::Which;
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::{Move, stepped};
use crate::app::state::pending::Pending;
use crate::app::state::waits::Wait;
use crate::domain::NeedNumber;
use crate::paint::Canvas;
use crate::query::register::NeedRef;
use crate::store::UnmatchWrite;
use crate::text::{Arg, Message};
use crate::worker::Request;
use ratatui::layout::Position;

/// The most needs that are listed at once.
const LISTED: usize = 8;

/// Needs whose matches with an activity are to be taken out.
#[derive(Debug)]
pub struct UnmatchQuestion {
    /// The code of the activity: its place may be another's once the register has changed.
    activity: String,
    /// Its code and description.
    about: String,
    needs: Vec<NeedNumber>,
    which: Which,
    row: usize,
}

impl Layer<App> for UnmatchQuestion {
    fn context(&self) -> KeyContext {
        KeyContext::Matching
    }

    /// Steps in the list; a page is the rows listed at once.
    fn step(&mut self, _: &mut App, step: Move, page: usize) {
        self.row = stepped(step, self.row, self.needs.len(), page.min(LISTED));
    }

    fn accept(&mut self, app: &mut App) -> After {
        app.send_unmatches(self);
        After::Closes
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (text, theme) = (canvas.text, canvas.theme);
        let wide = canvas.size.0.saturating_sub(8).min(76);
        let title = text.tra("unmatch-question", &self.args());
        let undo = [("key", Arg::from(app.key_of("triage.undo")))];
        let said = vec![
            (self.about.clone(), theme.strong),
            question::gap(),
            (question::states(app, canvas, &self.which, wide), theme.plain),
            (text.tr("unmatch-response").into_owned(), theme.plain),
            (text.tra("match-undo", &undo), theme.plain),
        ];
        let list = question::List {
            heading: "confirm-needs",
            count: self.needs.len(),
            most: LISTED,
            row: self.row,
            line: &|place| (question::need_line(app, self.needs[place]), theme.plain),
        };
        let answers = question::Answers { yes: "matching.yes", more: None };
        question::draw(app, canvas, (wide, &title), &answers, &said, &list);
        None
    }
}

impl UnmatchQuestion {
    /// The values of messages about it.
    fn args(&self) -> [(&'static str, Arg); 3] {
        let count = self.needs.len();
        [
            ("needs", Arg::from(count)),
            ("need", Arg::from(self.needs.first().map(NeedNumber::to_string).unwrap_or_default())),
            ("activity", Arg::from(self.activity.as_str())),
        ]
    }
}

impl App {
    /// Asks before the matches of needs with the activity at a place of the vocabulary are taken out.
    pub(in crate::app) fn ask_unmatch(&mut self, needs: Vec<NeedNumber>, place: u16) {
        let Some(activity) = self.activity(place) else { return };
        let (activity, about) = (activity.code.clone(), self.about_activity(activity));
        let seen: Vec<NeedRef<'_>> = needs.iter().filter_map(|id| self.need(*id)).collect();
        let which = Which::of(&seen, 0, self.today());
        self.sight.ask();
        self.overlays.push(UnmatchQuestion { activity, about, needs, which, row: 0 });
    }

    /// Sends matches to be taken out.
    fn send_unmatches(&mut self, asked: &UnmatchQuestion) {
        let mut message = Message::new("notice-unmatched");
        for (name, value) in asked.args() {
            message = message.with(name, value);
        }
        let unmatching = UnmatchWrite {
            who: self.settings.who.clone(),
            note: String::new(),
            needs: asked.needs.clone(),
            activity: asked.activity.clone(),
            if_version: None,
        };
        let message = message.with("key", self.key_of("triage.undo"));
        let ticket = self.ticket(Wait::Write(Pending::Matches(message, None)));
        self.outbox.push(Request::Unmatch { ticket, unmatching: Box::new(unmatching) });
    }
}
