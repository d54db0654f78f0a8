//! Edit conflicts: another session wrote first. The layer shows both values, and the user chooses one for each field;
//! one more key writes the choice, and until then nothing is lost.

use crate::app::App;
use crate::app::keys::commands::command::{Act, Command, Group, Where};
use crate::app::keys::context::KeyContext;
use crate::app::layers::notes::Notes;
use crate::app::layout::{self, CONFLICT_HEAD};
use crate::app::state::decision::Decision;
use crate::app::state::layer::Layer;
use crate::app::state::list::{Move, stepped};
use crate::app::state::notice::Notice;
use crate::app::state::pending::Pending;
use crate::domain::{Edit, TriageField};
use crate::paint::Canvas;
use crate::paint::{names, values};
use crate::store::Conflict;
use crate::text::{Arg, Message, Named, wrapped};
use ratatui::layout::{Position, Rect};

/// The side of a conflict that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The value that the other session wrote.
    Theirs,
    /// The value that the user wanted to write.
    Mine,
}

/// A refused write and the edits that it conflicts with.
#[derive(Debug)]
pub struct Conflicts {
    /// The edits of the refused write.
    pub edits: Vec<Edit>,
    /// The edits of others that this write conflicts with.
    pub found: Vec<Conflict>,
    /// The chosen side of each conflict, `None` while undecided.
    pub kept: Vec<Option<Keep>>,
    /// The cursor.
    pub row: usize,
    /// The number of lines of the values above the shown ones.
    pub scroll: usize,
}

impl Layer<App> for Conflicts {
    fn context(&self) -> KeyContext {
        KeyContext::Conflict
    }

    fn step(&mut self, app: &mut App, step: Move, _: usize) {
        self.step_in(step, app.settings.size);
    }

    /// Keeps the values written meanwhile, unless an editor of notes stays open below.
    fn closed(&mut self, app: &mut App) {
        if app.overlays.is_empty() {
            app.warn("notice-kept-theirs");
        }
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        self.draw_field(app, canvas);
        None
    }
}

impl Conflicts {
    /// Goes to another field, or, where there is one only or a page is turned, on in its values.
    fn step_in(&mut self, step: Move, size: (u16, u16)) {
        let page = usize::from(layout::conflict(size).1.1);
        match step {
            Move::Up | Move::Down | Move::First | Move::Last if self.found.len() > 1 => {
                self.go(stepped(step, self.row, self.found.len(), page));
            }
            _ => self.scroll = stepped(step, self.scroll, self.hidden(size) + 1, page),
        }
    }

    /// The next field below the cursor, or else from the top, that has no choice yet.
    fn next_open(&self) -> Option<usize> {
        let is_open = |row: &usize| self.kept.get(*row).is_some_and(Option::is_none);
        (self.row..self.kept.len()).chain(0..self.row).find(is_open)
    }

    /// To a field, at the beginning of its values.
    fn go(&mut self, row: usize) {
        (self.row, self.scroll) = (row, 0);
    }

    /// The user's own value of the field under the cursor.
    pub(in crate::app) fn mine(&self) -> Option<String> {
        self.found.get(self.row)?.mine.clone()
    }

    /// The number of lines of the longest of the three values without room in the window.
    fn hidden(&self, size: (u16, u16)) -> usize {
        let (wide, rows) = layout::conflict(size).1;
        let Some(conflict) = self.found.get(self.row) else { return 0 };
        let values = [&conflict.before, &conflict.theirs, &conflict.mine];
        let lines =
            values.map(|value| value.as_deref().map_or(0, |v| wrapped(v, wide.into()).len()));
        lines.into_iter().max().unwrap_or(0).saturating_sub(rows.into())
    }

    /// Replaces the user's value of the field under the cursor.
    pub(in crate::app) fn replace(&mut self, decisions: &[Decision]) {
        let Some(conflict) = self.found.get_mut(self.row) else { return };
        for decision in decisions {
            let Decision::Set(change) = decision else { continue };
            let of_field = |e: &&mut Edit| conflict.is_of(e) && e.change.field() == change.field();
            if let Some(edit) = self.edits.iter_mut().find(of_field) {
                edit.change = change.clone();
                conflict.mine = change.over(conflict.theirs.as_deref());
            }
        }
    }

    /// Draws the field under the cursor, and how many there are.
    fn draw_field(&self, app: &App, canvas: &mut Canvas<'_>) {
        let Some(conflict) = self.found.get(self.row) else { return };
        let args = [("row", Arg::from(self.row + 1)), ("count", Arg::from(self.found.len()))];
        let title = canvas.text.tra("conflict-title", &args);
        let screen = canvas.size;
        let (size, (wide, high)) = layout::conflict(screen);
        let inside = canvas.panel(size, &title);
        let field = conflict.field.in_words(canvas.text);
        let need = conflict.record.of_need().and_then(|need| app.need(need));
        let state = need.map(|n| n.state().in_lang(canvas.text.lang()));
        let about = format!(
            "{} · {} · {field}",
            canvas.text.tra("need-title", &[("id", Arg::from(conflict.record.number.to_string()))]),
            names::or_nil(state),
        );
        canvas.put(inside, 1, 0, &about, canvas.theme.strong);
        let room = inside.width.saturating_sub(2);
        for (y, line) in (1..CONFLICT_HEAD - 1).zip(wrapped(&by(app, conflict), room.into())) {
            canvas.put(inside, 1, y, &line, canvas.theme.caution);
        }
        let kept = self.kept.get(self.row).copied().flatten();
        let sides = [
            ("conflict-before", &conflict.before, canvas.theme.dim, false),
            ("conflict-theirs", &conflict.theirs, canvas.theme.plain, kept == Some(Keep::Theirs)),
            ("conflict-mine", &conflict.mine, canvas.theme.strong, kept == Some(Keep::Mine)),
        ];
        let hidden = self.hidden(screen);
        let top = self.scroll.min(hidden);
        let y = inside.y + CONFLICT_HEAD;
        for (place, (head, value, style, chosen)) in (0..).zip(sides) {
            let x = inside.x + 1 + place * (wide + 2);
            let area = Rect::new(x, y, wide, high).intersection(inside);
            let above = Rect { y: y.saturating_sub(1), height: 1, ..area };
            let mark = if chosen { "● " } else { "" };
            canvas.put(
                above,
                0,
                0,
                &format!("{mark}{}", canvas.text.tr(head)),
                canvas.theme.heading,
            );
            let words = words(app, conflict, value.as_deref());
            let lines = wrapped(&words, wide.into());
            for (y, line) in (0..high).zip(lines.iter().skip(top)) {
                canvas.put(area, 0, y, line, style);
            }
            let margin = Rect { width: area.width + 1, ..area };
            canvas.put_more(margin.intersection(inside), top.min(lines.len()), lines.len());
        }
        if hidden > 0 {
            let count = hidden + usize::from(high);
            let args = [
                ("from", Arg::from(top + 1)),
                ("to", Arg::from(top + usize::from(high))),
                ("count", Arg::from(count)),
                ("down", Arg::from(app.key_of("move.page-down"))),
                ("up", Arg::from(app.key_of("move.page-up"))),
            ];
            let more = format!(" {} ", canvas.text.tra("conflict-lines", &args));
            let edge = Rect { y: inside.bottom(), height: 1, ..inside };
            canvas.put(edge, 1, 0, &more, canvas.theme.caution);
        }
    }
}

const fn row(
    id: &'static str,
    key: &'static [&'static str],
    hint: u8,
    run: fn(&mut App),
) -> Command {
    let at = Where::In(&[KeyContext::Conflict]);
    Command::new(id, key, at, Group::Triage, Act::Do(run)).hint(hint)
}

/// The rows of the table of commands that are heard here alone. No letter that decides about a need: one typed before
/// the question is seen must not answer it.
pub(super) const COMMANDS: &[Command] = &[
    row("conflict.theirs", &["h", "Left"], 1, |app| app.keep(Keep::Theirs)).stays().once(&["<"]),
    row("conflict.mine", &["l", "Right"], 2, |app| app.keep(Keep::Mine)).stays().once(&[">"]),
    row("conflict.edit", &["Enter"], 3, App::edit_conflict).once(&["="]),
    row("conflict.all-theirs", &["H"], 4, |app| app.keep_all(Keep::Theirs)).once(&["["]),
    row("conflict.all-mine", &["L"], 5, |app| app.keep_all(Keep::Mine)).once(&["]"]),
    row("conflict.write", &["Ctrl-s"], 1, App::resolve).ready(App::can_resolve).due(App::is_chosen),
];

impl App {
    /// Shows the conflicts of a write.
    pub(in crate::app) fn show_conflicts(&mut self, edits: Vec<Edit>, found: Vec<Conflict>) {
        let kept = vec![None; found.len()];
        self.notice = None;
        self.overlays.push(Conflicts { edits, found, kept, row: 0, scroll: 0 });
    }

    /// Chooses one side of the field under the cursor and goes on to the next that has no choice. Nothing is written.
    pub(in crate::app) fn keep(&mut self, keep: Keep) {
        let Some(conflicts) = self.overlays.top_mut::<Conflicts>() else { return };
        if let Some(kept) = conflicts.kept.get_mut(conflicts.row) {
            *kept = Some(keep);
        }
        let next = conflicts.next_open();
        conflicts.go(next.unwrap_or(conflicts.row));
        self.say_chosen();
    }

    /// Chooses one side of every field that has no choice.
    pub(in crate::app) fn keep_all(&mut self, keep: Keep) {
        let Some(conflicts) = self.overlays.top_mut::<Conflicts>() else { return };
        for kept in &mut conflicts.kept {
            kept.get_or_insert(keep);
        }
        self.say_chosen();
    }

    /// Says how to write, once every field has a choice.
    fn say_chosen(&mut self) {
        if self.is_chosen() {
            let key = self.key_of("conflict.write");
            self.say(Notice::done(Message::new("notice-all-chosen").with("key", key)));
        }
    }

    /// Whether every field of the conflict on top has a choice.
    pub(in crate::app) fn is_chosen(&self) -> bool {
        let conflicts = self.overlays.top::<Conflicts>();
        conflicts.is_some_and(|conflicts| conflicts.next_open().is_none())
    }

    /// Whether the conflict can be written.
    pub(in crate::app) fn can_resolve(&self) -> Result<(), &'static str> {
        if self.is_chosen() { Ok(()) } else { Err("reason-not-all-chosen") }
    }

    /// Asks for another value of the field: from its list of values, or in the editor.
    pub(in crate::app) fn edit_conflict(&mut self) {
        let Some(conflicts) = self.overlays.top::<Conflicts>() else { return };
        let Some(conflict) = conflicts.found.get(conflicts.row).cloned() else { return };
        let Some(field) = conflict.field.triage() else { return };
        match field {
            TriageField::Priority => self.choose_priority(),
            TriageField::Response => self.choose_response(),
            TriageField::Horizon => self.choose_horizon(),
            TriageField::FocalPoint => self.choose_focal(),
            TriageField::Notes => self.edit_notes_over(conflict),
            TriageField::ProjectedOn => self.ask_projected(),
            TriageField::DuplicateOf => self.ask_duplicate(),
            TriageField::Themes => self.choose_themes(),
        }
    }

    /// Returns to the editor, which shows the notes written meanwhile.
    fn edit_notes_over(&mut self, conflict: Conflict) {
        self.overlays.pop();
        if let Some(notes) = self.overlays.top_mut::<Notes>() {
            notes.version = conflict.version;
            notes.theirs = conflict.theirs;
        }
    }

    /// Writes the edits that were chosen.
    pub(in crate::app) fn resolve(&mut self) {
        let Some(conflicts) = self.overlays.take::<Conflicts>() else { return };
        let side = |edit: &Edit| {
            let place = conflicts.found.iter().position(|conflict| conflict.is_of(edit));
            place.and_then(|place| conflicts.kept[place])
        };
        let mut edits: Vec<Edit> = conflicts.edits.clone();
        edits.retain(|edit| side(edit) != Some(Keep::Theirs));
        // Keeping theirs is a decision too: such needs leave the selection.
        for edit in &conflicts.edits {
            if edits.iter().all(|kept| kept.need != edit.need) {
                self.selected.remove(edit.need);
            }
        }
        self.count_hidden();
        for edit in &mut edits {
            let seen = conflicts
                .found
                .iter()
                .find(|conflict| conflict.record.of_need() == Some(edit.need));
            edit.if_version = seen.map(|conflict| conflict.version).or(edit.if_version);
        }
        let of_notes = self.overlays.top::<Notes>().is_some();
        if edits.is_empty() {
            if let Some(notes) = self.overlays.take::<Notes>() {
                // The user's own words stay as a draft, to be found again.
                let message = Message::new("notice-kept-theirs-draft");
                let key = self.key_of("triage.notes");
                let message = message.with("need", notes.need.to_string()).with("key", key);
                self.say(Notice::done(message));
                return;
            }
            self.say(Notice::done(Message::new("notice-kept-theirs")));
        } else if of_notes {
            self.send(edits.clone(), Pending::Notes(edits));
        } else {
            self.write(edits);
        }
    }
}

/// A value in words; notes keep their lines here.
fn words(app: &App, conflict: &Conflict, value: Option<&str>) -> String {
    match (conflict.field, value) {
        (field, Some(value)) if field == TriageField::Notes.into() && !value.is_empty() => {
            value.to_owned()
        }
        (field, value) => values::value(app.vocabulary(), field, value, app.text()),
    }
}

/// The author and the time of the other write.
fn by(app: &App, conflict: &Conflict) -> String {
    let at = conflict.at.to_string();
    let at = at.get(..16).unwrap_or(&at).replace('T', " ");
    let by = if conflict.by == app.settings.who {
        app.text().tr("need-open-by-you").into_owned()
    } else {
        values::person(app.vocabulary(), &conflict.by, app.text())
    };
    let args = [("by", Arg::from(by)), ("at", Arg::from(at))];
    app.text().tra("conflict-by", &args)
}
