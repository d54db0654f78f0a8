//! The question before needs are matched with an activity: how far it serves them, and whether their response moves.

use crate::app::App;
use crate::app::keys::commands::command::{Act, Command, Group, Where};
use crate::app::keys::context::KeyContext;
use crate::app::layers::question;
use crate::app::state::affected::Which;
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::{Move, stepped};
use crate::app::state::notice::Notice;
use crate::app::state::pending::Pending;
use crate::app::state::waits::Wait;
use crate::domain::{Coded, Extent, NeedNumber, Response};
use crate::paint::Canvas;
use crate::query::register::{Activity, NeedRef};
use crate::store::MatchWrite;
use crate::text::{Arg, Message, Named};
use crate::worker::Request;
use ratatui::layout::Position;

/// The most needs that are listed at once.
const LISTED: usize = 8;

/// The responses that a match can bring with it, in the order in which a key goes through them.
const RESPONSES: [Option<Response>; 3] = [None, Some(Response::Planned), Some(Response::UnderWay)];

/// Needs that are to be matched with an activity.
#[derive(Debug)]
pub struct MatchQuestion {
    /// The code of the activity: its place may be another's once the register has changed.
    activity: String,
    /// Its code and description.
    about: String,
    needs: Vec<NeedNumber>,
    which: Which,
    extent: Extent,
    response: Option<Response>,
    row: usize,
}

impl Layer<App> for MatchQuestion {
    fn context(&self) -> KeyContext {
        KeyContext::Matching
    }

    /// Steps in the list; a page is the rows listed at once.
    fn step(&mut self, _: &mut App, step: Move, page: usize) {
        self.row = stepped(step, self.row, self.needs.len(), page.min(LISTED));
    }

    fn accept(&mut self, app: &mut App) -> After {
        app.send_matches(self);
        After::Closes
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (text, theme) = (canvas.text, canvas.theme);
        let wide = canvas.size.0.saturating_sub(8).min(76);
        let count = self.needs.len();
        let args = [
            ("needs", Arg::from(count)),
            ("need", Arg::from(self.needs.first().map(NeedNumber::to_string).unwrap_or_default())),
            ("activity", Arg::from(self.activity.as_str())),
        ];
        let title = text.tra("match-question", &args);
        let choice = |id: &str, key: &str, all: &mut dyn Iterator<Item = (String, bool)>| {
            let key = app.key_of(key).map(|key| key.name(text)).unwrap_or_default();
            let all =
                all.map(|(name, is_it)| format!("{} {name}", if is_it { "(•)" } else { "( )" }));
            let all = all.collect::<Vec<_>>().join("  ");
            text.tra(id, &[("key", Arg::from(key)), ("values", Arg::from(all))])
        };
        let mut extents =
            Extent::ALL.iter().map(|of| (text.value("extent", of.code()), *of == self.extent));
        let response = |of: Option<Response>| match of {
            Some(of) => text.value("response", of.code()),
            None => text.tr("match-response-stays").into_owned(),
        };
        let mut responses = RESPONSES.iter().map(|of| (response(*of), *of == self.response));
        let mut said = vec![
            (self.about.clone(), theme.strong),
            question::gap(),
            (choice("match-extent", "matching.extent", &mut extents), theme.plain),
            (choice("match-response", "matching.response", &mut responses), theme.plain),
        ];
        if self.response.is_some() {
            let moves = app.would_respond(&self.needs, self.response).len();
            let args = [("needs", Arg::from(moves)), ("all", Arg::from(count))];
            said.push((text.tra("match-responds", &args), theme.plain));
        }
        said.push(question::gap());
        said.push((question::states(app, canvas, &self.which, wide), theme.plain));
        let undo = [("key", Arg::from(app.key_of("triage.undo")))];
        said.push((text.tra("match-undo", &undo), theme.plain));
        let list = question::List {
            heading: "confirm-needs",
            count,
            most: LISTED,
            row: self.row,
            line: &|place| (question::need_line(app, self.needs[place]), theme.plain),
        };
        let answers = question::Answers { yes: "matching.yes", more: None };
        question::draw(app, canvas, (wide, &title), &answers, &said, &list);
        None
    }
}

const HERE: &[KeyContext] = &[KeyContext::Matching];

/// The pages whose lists have needs to be matched, and those where a match can be changed.
const LISTS: Where = Where::In(&[KeyContext::Candidates, KeyContext::AssistanceRecord]);
const MATCHES: Where = Where::In(&[KeyContext::AssistanceRecord, KeyContext::Need]);
const SHARED: Where = Where::In(&[KeyContext::Assistance]);

const fn pick(id: &'static str, keys: &'static [&'static str], run: fn(&mut App)) -> Command {
    Command::new(id, keys, LISTS, Group::Select, Act::Do(run)).ready(App::can_pick)
}

const fn change(id: &'static str, keys: &'static [&'static str], run: fn(&mut App)) -> Command {
    Command::new(id, keys, MATCHES, Group::Triage, Act::Do(run)).ready(App::can_change_match)
}

/// The rows of the table of commands that make, change and take out matches, and those of shared needs.
pub(super) const COMMANDS: &[Command] = &[
    pick("match.pick", &["space"], App::pick).hint(4).said(|app| app.can_pick().is_ok()),
    pick("match.range", &["v"], App::pick_range),
    pick("match.all", &["A"], App::pick_all).hint(5).said(|app| app.can_pick().is_ok()),
    change("match.remove", &["Del"], App::unmatch_here),
    change("match.edit", &["= x"], App::edit_match),
    Command::new("shared.split", &["z b"], SHARED, Group::View, Act::Do(App::turn_split))
        .ready(App::can_split),
    Command::new("shared.drop", &["space"], SHARED, Group::Select, Act::Do(App::drop_state))
        .ready(App::can_drop_state)
        .hint(4)
        .said(|app| app.can_split().is_ok()),
    Command::in_layer("matching.yes", &["y"], HERE, 1, App::answer_matching).stays(),
    Command::in_layer("matching.enter", &["Enter"], HERE, 0, App::enter_in_matching),
    Command::in_layer("matching.no", &["n"], HERE, 0, App::close_overlay),
    Command::in_layer("matching.extent", &["f"], HERE, 2, App::turn_extent)
        .ready(App::is_new_match)
        .said(|app| app.is_new_match().is_ok()),
    Command::in_layer("matching.response", &["r"], HERE, 3, App::turn_match_response)
        .ready(App::is_new_match)
        .said(|app| app.is_new_match().is_ok()),
];

impl App {
    /// Asks before needs are matched with the activity at a place of the vocabulary.
    pub(in crate::app) fn ask_match(&mut self, needs: Vec<NeedNumber>, place: u16) {
        let Some(activity) = self.activity(place) else { return };
        let (code, about) = (activity.code.clone(), self.about_activity(activity));
        let extent = if activity.is_given() { Extent::Fully } else { Extent::Planned };
        let seen: Vec<NeedRef<'_>> = needs.iter().filter_map(|id| self.need(*id)).collect();
        let which = Which::of(&seen, 0, self.today());
        self.sight.ask();
        let (row, response) = (0, None);
        self.overlays.push(MatchQuestion {
            activity: code,
            about,
            needs,
            which,
            extent,
            response,
            row,
        });
    }

    /// The code and the description of an activity.
    pub(super) fn about_activity(&self, activity: &Activity) -> String {
        format!("{}  {}", activity.code, activity.in_lang(self.settings.lang))
    }

    /// The activity at a place of the vocabulary.
    pub(in crate::app) fn activity(&self, place: u16) -> Option<&Activity> {
        self.vocabulary()?.activities.get(usize::from(place))
    }

    /// Whether the question on top matches needs, so that its values can be chosen.
    fn is_new_match(&self) -> Result<(), &'static str> {
        self.overlays.top::<MatchQuestion>().map(drop).ok_or("reason-no-new-match")
    }

    /// Goes on to the next extent.
    fn turn_extent(&mut self) {
        let Some(asked) = self.overlays.top_mut::<MatchQuestion>() else { return };
        let next = (asked.extent.index() + 1) % Extent::ALL.len();
        asked.extent = Extent::at(next).unwrap_or(asked.extent);
        self.sight.ask();
    }

    /// Goes on to the next response that the match brings with it.
    fn turn_match_response(&mut self) {
        let Some(asked) = self.overlays.top_mut::<MatchQuestion>() else { return };
        let now = RESPONSES.iter().position(|of| *of == asked.response).unwrap_or(0);
        asked.response = RESPONSES[(now + 1) % RESPONSES.len()];
        self.sight.ask();
    }

    /// Answers yes to a question about matches that was on the screen when the key was pressed.
    fn answer_matching(&mut self) {
        if self.sight.has_seen_question() {
            self.accept();
        } else {
            self.say_unseen("matching.yes");
        }
    }

    /// Enter answers a question about one need that had been drawn; about more, it says which key does.
    fn enter_in_matching(&mut self) {
        let of_one = self.overlays.top::<MatchQuestion>().is_some_and(|of| of.needs.len() == 1);
        if of_one && self.sight.has_seen_question() {
            self.accept();
        } else {
            let key = self.key_of("matching.yes");
            self.say(Notice::warning(Message::new("notice-yes-is-another-key").with("key", key)));
        }
    }

    /// The needs whose response a match would move, each with the version seen: those that are less far.
    fn would_respond(&self, needs: &[NeedNumber], to: Option<Response>) -> Vec<(NeedNumber, u32)> {
        let Some(to) = to else { return Vec::new() };
        let is_behind = |now: Option<Response>| match now {
            None | Some(Response::Unmet) => true,
            Some(Response::Planned) => to == Response::UnderWay,
            Some(_) => false,
        };
        let needs = needs.iter().filter_map(|id| self.need(*id));
        let moves = needs.filter(|need| is_behind(need.response()));
        moves.map(|need| (need.id(), need.version())).collect()
    }

    /// Sends matches to be written.
    fn send_matches(&mut self, asked: &MatchQuestion) {
        let code = asked.activity.clone();
        let matching = MatchWrite {
            who: self.settings.who.clone(),
            note: String::new(),
            needs: asked.needs.clone(),
            activity: code.clone(),
            extent: Some(asked.extent),
            remark: None,
            response: asked.response.map(|of| of.code().to_owned()),
            responding: asked.response.map(|_| self.would_respond(&asked.needs, asked.response)),
        };
        let first = asked.needs.first().map(NeedNumber::to_string).unwrap_or_default();
        let count = asked.needs.len();
        let doubt = asked.needs.iter().find_map(|need| self.doubt_of(*need, &code));
        let message = Message::new("notice-matched")
            .with("needs", count)
            .with("need", first)
            .with("activity", code)
            .with("extent", Arg::value("extent", asked.extent.code()));
        let message = message.with("key", self.key_of("triage.undo"));
        let ticket = self.ticket(Wait::Write(Pending::Matches(message, doubt)));
        self.outbox.push(Request::Match { ticket, matching: Box::new(matching) });
    }
}
