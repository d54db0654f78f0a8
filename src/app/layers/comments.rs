//! The comments on a need: the thread so far, and below it an editor for the next comment. An unsaved text is offered
//! again.

use crate::app::App;
use crate::app::keys::context::KeyContext;
use crate::app::keys::line_edit::Put;
use crate::app::layout;
use crate::app::state::editor::Editor;
use crate::app::state::layer::Layer;
use crate::app::state::notice::Notice;
use crate::app::state::pending::Pending;
use crate::app::state::text_edit::TextEdit;
use crate::domain::{Kind, NOTES_LIMIT, NeedNumber};
use crate::fields::RecordField;
use crate::paint::line::wrapped;
use crate::paint::{Canvas, values};
use crate::store::{Comment, Edited, RecordEdit};
use crate::text::{Arg, Message};
use ratatui::layout::Position;

/// The fewest lines of the editor.
const LEAST: u16 = 3;

/// The layer with the thread of a need and the comment being written.
#[derive(Debug)]
pub struct Comments {
    /// The need.
    pub need: NeedNumber,
    /// The text of the next comment.
    pub editor: Editor,
}

impl Comments {
    fn put(&mut self, changed: bool) -> Put {
        Put { changed, left_out: self.editor.take_left_out() }
    }
}

impl Layer<App> for Comments {
    fn context(&self) -> KeyContext {
        KeyContext::Notes
    }

    fn full(&self) -> (&'static str, usize) {
        ("notice-notes-full", NOTES_LIMIT)
    }

    fn type_char(&mut self, _: &App, c: char) -> Put {
        let changed = self.editor.type_char(c);
        self.put(changed)
    }

    fn edit(&mut self, app: &App, edit: TextEdit) -> Put {
        let (room, page) = layout::notes(app.settings.size);
        let changed = self.editor.edit(edit, room.into(), page.into());
        self.put(changed)
    }

    fn type_text(&mut self, text: &str, typed: bool) -> Put {
        let changed = if typed { self.editor.type_in(text) } else { self.editor.paste(text) };
        self.put(changed)
    }

    /// Keeps the unsaved text, which the next opening offers again.
    fn closed(&mut self, app: &mut App) {
        let text = self.editor.text().trim().to_owned();
        if text.is_empty() {
            return;
        }
        app.begun_comment = Some((self.need, text));
        let message = Message::new("notice-comment-kept").with("key", app.key_of("need.comments"));
        app.say(Notice::warning(message.with("need", self.need.to_string())));
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let thread = app.comments_on(self.need);
        let args = [("id", Arg::from(self.need.to_string())), ("count", Arg::from(thread.len()))];
        let title = canvas.text.tra("comments-title", &args);
        let (room, page) = layout::notes(canvas.size);
        let inside = canvas.panel((room + 4, page + 2), &title);
        let lines: Vec<String> =
            thread.iter().flat_map(|comment| lines(app, comment, room.into())).collect();
        let rows = self.editor.rows(room.into());
        let (row, column) = self.editor.cursor(&rows, room.into());
        let own = (rows.len() as u16).clamp(LEAST, inside.height.saturating_sub(2).max(LEAST));
        let above = inside.height.saturating_sub(own + 1);
        // Draws the newest comments right above the editor.
        let from = lines.len().saturating_sub(above.into());
        for (y, line) in (0..above).zip(&lines[from..]) {
            canvas.put(inside, 1, y, line, canvas.theme.plain);
        }
        let head = canvas.text.tr("comments-new");
        canvas.put(inside, 1, above, &head, canvas.theme.dim);
        let top = (row + 1).saturating_sub(own.into());
        for (y, range) in (above + 1..inside.height).zip(rows.iter().skip(top)) {
            let line = self.editor.text().get(range.clone()).unwrap_or("");
            canvas.put(inside, 1, y, line.trim_end(), canvas.theme.strong);
        }
        let x = inside.x + (1 + column as u16).min(inside.width.saturating_sub(1));
        let y = (above + 1 + (row - top) as u16).min(inside.height.saturating_sub(1));
        Some(Position::new(x, inside.y + y))
    }
}

/// Gives a comment as lines of at most `room` cells: the time and the writer, then the text.
pub fn lines(app: &App, comment: &Comment, room: usize) -> Vec<String> {
    let at = comment.at.to_string();
    let at = at.get(..16).unwrap_or(&at).replace('T', " ");
    let who = values::person(app.vocabulary(), &comment.who, app.text());
    let args = [("at", Arg::from(at)), ("who", Arg::from(who))];
    let head = app.text().tra("comment-head", &args);
    let said = wrapped(&comment.text, room.saturating_sub(2)).into_iter();
    std::iter::once(head).chain(said.map(|line| format!("  {line}"))).collect()
}

impl App {
    /// Gives the comments on a need; empty until they are read.
    pub fn comments_on(&self, need: NeedNumber) -> &[Comment] {
        let detail = self.detail.as_ref().filter(|detail| detail.id == need);
        detail.map_or(&[], |detail| &detail.comments)
    }

    /// Opens the thread of the current need and the text for the next comment.
    pub(in crate::app) fn open_comments(&mut self) {
        let Some(need) = self.current_need().map(crate::query::register::NeedRef::id) else {
            return;
        };
        self.ask_detail(need);
        let begun = self.begun_comment.take_if(|(of, _)| *of == need);
        let editor = Editor::new(&begun.map(|(_, text)| text).unwrap_or_default());
        self.overlays.push(Comments { need, editor });
    }

    /// Sends the comment that is written; false if no thread of comments is on top.
    pub(in crate::app) fn save_comment(&mut self) -> bool {
        let Some(comments) = self.overlays.top::<Comments>() else { return false };
        let (need, text) = (comments.need, comments.editor.text().trim().to_owned());
        if text.is_empty() {
            self.warn("comments-empty");
            return true;
        }
        let field = |code| RecordField::from_code(Kind::Comment, code);
        let values = [("need", need.to_string()), ("text", text)].into_iter();
        let values = values.filter_map(|(code, value)| Some((field(code)?, Some(value)))).collect();
        let record = Edited::New(Kind::Comment);
        let edits = vec![RecordEdit { record, values, void: None, if_version: None }];
        self.edit(edits, String::new(), Pending::Comment(need));
        true
    }

    /// Takes the confirmation that a comment is saved: closes the editor and says so.
    pub(in crate::app) fn is_commented(&mut self, need: NeedNumber) {
        self.overlays.remove::<Comments>();
        let message = Message::new("notice-commented").with("need", need.to_string());
        self.say(Notice::done(message.with("key", self.key_of("triage.undo"))));
        self.detail_is_old();
        self.ask_log();
    }
}
