//! The day by which a need is expected, asked for in a line.

use crate::app::App;
use crate::app::keys::context::KeyContext;
use crate::app::layers::conflicts::Conflicts;
use crate::app::state::layer::{After, Layer};
use crate::domain::{Change, read_deadline};
use crate::paint::Canvas;
use crate::paint::line::wrapped;
use crate::query::register::NeedRef;
use crate::text::Message;
use ratatui::layout::Position;
use tui_input::Input;

/// A line being typed.
#[derive(Debug)]
pub struct Prompt {
    /// The typed text.
    pub input: Input,
    /// Why it cannot be taken.
    error: Option<Message>,
    /// Whether it still holds the present value: the first letter replaces all of it.
    untouched: bool,
}

impl Layer<App> for Prompt {
    fn context(&self) -> KeyContext {
        KeyContext::Prompt
    }

    fn line(&self) -> Option<&Input> {
        Some(&self.input)
    }

    fn line_mut(&mut self) -> Option<&mut Input> {
        Some(&mut self.input)
    }

    fn before_typing(&mut self, _: &App, is_text: bool) {
        self.error = None;
        if std::mem::replace(&mut self.untouched, false) && is_text {
            self.input.reset();
        }
    }

    /// Takes the line, or says why it cannot be taken.
    fn accept(&mut self, app: &mut App) -> After {
        let typed = self.input.value().trim().to_owned();
        let day = read_deadline(&typed, app.today());
        if day.is_none() && !typed.is_empty() {
            self.error = Some(Message::new("prompt-no-day").with("typed", typed));
            return After::Stays;
        }
        app.set(Change::ProjectedOn(day));
        After::Closes
    }

    /// Draws the line, its possible values, and why it cannot be taken.
    fn draw(&self, _: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let wide = canvas.size.0.saturating_sub(8).min(64);
        let inside = canvas.panel((wide, 6), &canvas.text.tr("prompt-projected"));
        canvas.put(inside, 1, 0, self.input.value(), canvas.theme.strong);
        let (words, style) = match &self.error {
            Some(error) => (canvas.text.say(error), canvas.theme.bad),
            None => (canvas.text.tr("prompt-projected-help").into_owned(), canvas.theme.dim),
        };
        let room = usize::from(inside.width.saturating_sub(2));
        for (y, line) in (2..4).zip(wrapped(&words, room)) {
            canvas.put(inside, 1, y, &line, style);
        }
        let x = (1 + self.input.visual_cursor() as u16).min(inside.width.saturating_sub(1));
        Some(Position::new(inside.x + x, inside.y))
    }
}

impl App {
    /// Asks for the day by which the need is expected.
    pub(in crate::app) fn ask_projected(&mut self) {
        let day = self.current_need().and_then(NeedRef::projected_on).map(|day| day.to_string());
        let typed = match self.overlays.top::<Conflicts>() {
            // The user wants another value than the one that was refused.
            Some(conflicts) => conflicts.mine(),
            None => day,
        };
        let input = Input::new(typed.unwrap_or_default());
        self.overlays.push(Prompt { input, error: None, untouched: true });
    }
}
