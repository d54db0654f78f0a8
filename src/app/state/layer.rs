//! Layers over a screen, as a stack: drawn bottom up, keys go to the top. Each kind defines its
//! context of keys, the use of typed text, Enter and Esc, and its looks; the rest of the program
//! asks for a kind by its type where it must know one.
//!
//! `Host` is the program that a layer lies over. A layer acts on it while it is taken off the stack, and is put back
//! afterwards unless it closes; layers that it opens meanwhile lie above it.

use crate::app::keys::context::KeyContext;
use crate::app::keys::key::Key;
use crate::app::keys::line_edit::Put;
use crate::app::state::list::Move;
use crate::app::state::text_edit::TextEdit;
use crate::domain::LINE_LIMIT;
use crate::paint::Canvas;
use ratatui::layout::Position;
use std::any::Any;
use std::fmt::Debug;
use tui_input::Input;

/// The state of a layer after an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// The layer stays where it was.
    Stays,
    /// The layer is gone.
    Closes,
}

/// A layer over a screen.
pub trait Layer<Host>: Any + Debug {
    /// The context of keys while this is on top.
    fn context(&self) -> KeyContext;

    /// Draws it. Returns the position for the terminal's cursor where text is typed.
    fn draw(&self, host: &Host, canvas: &mut Canvas<'_>) -> Option<Position>;

    /// The field of one line that takes typed text; `None` in an editor, in lists where keys
    /// choose, and in the fields of a form that take one key.
    fn line(&self) -> Option<&Input> {
        None
    }

    /// The field of one line, to be changed.
    fn line_mut(&mut self) -> Option<&mut Input> {
        None
    }

    /// Whether characters that come at once are text here.
    fn takes_text(&self) -> bool {
        self.context().takes_text()
    }

    /// Whether a tab among characters that were typed at once is the key, and no text.
    fn hears_tab(&self) -> bool {
        false
    }

    /// Gives the message for a full text: its id, and the most characters.
    fn full(&self) -> (&'static str, usize) {
        ("notice-line-full", LINE_LIMIT)
    }

    /// A key before any command is looked for. `None`: it means nothing here.
    fn hear(&mut self, host: &mut Host, key: Key) -> Option<After> {
        let _ = (host, key);
        None
    }

    /// Before something is typed, which is text or only moves in it.
    fn before_typing(&mut self, host: &Host, is_text: bool) {
        let _ = (host, is_text);
    }

    /// A character that is typed, where there is no field of one line.
    fn type_char(&mut self, host: &Host, c: char) -> Put {
        let _ = (host, c);
        Put::default()
    }

    /// An edit of the text, or a step of the cursor in it, where there is no field of one line.
    fn edit(&mut self, host: &Host, edit: TextEdit) -> Put {
        let _ = (host, edit);
        Put::default()
    }

    /// Characters that came at once, typed or pasted, where there is no field of one line.
    fn type_text(&mut self, text: &str, typed: bool) -> Put {
        let _ = (text, typed);
        Put::default()
    }

    /// After the text has changed.
    fn typed(&mut self, host: &mut Host) {
        let _ = host;
    }

    /// Moves the cursor; `page` is how many rows the list of the screen below shows.
    fn step(&mut self, host: &mut Host, step: Move, page: usize) {
        let _ = (host, step, page);
    }

    /// Enter, where that is "accept".
    fn accept(&mut self, host: &mut Host) -> After {
        let _ = host;
        After::Stays
    }

    /// Acts after Esc has closed it.
    fn closed(&mut self, host: &mut Host) {
        let _ = host;
    }

    /// The name of its type, by which tests tell apart kinds that only the program knows.
    fn kind(&self) -> &'static str {
        std::any::type_name::<Self>()
    }
}

/// The stack of layers over a screen.
#[derive(Debug)]
pub struct Layers<Host>(Vec<Box<dyn Layer<Host>>>);

impl<Host> Default for Layers<Host> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<Host: 'static> Layers<Host> {
    /// Whether no layer lies over the screen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of layers.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The layers, from the bottom up.
    pub fn iter(&self) -> impl Iterator<Item = &dyn Layer<Host>> {
        self.0.iter().map(|layer| &**layer)
    }

    /// The layer on top.
    pub fn last(&self) -> Option<&dyn Layer<Host>> {
        self.0.last().map(|layer| &**layer)
    }

    /// The layer on top, where it is of this kind.
    pub fn top<T: Layer<Host>>(&self) -> Option<&T> {
        self.last().and_then(of_kind)
    }

    /// The layer on top, where it is of this kind, to be changed.
    pub fn top_mut<T: Layer<Host>>(&mut self) -> Option<&mut T> {
        self.0.last_mut().and_then(|layer| of_kind_mut(&mut **layer))
    }

    /// The layers of this kind, wherever they lie, from the bottom up.
    pub fn of<T: Layer<Host>>(&self) -> impl Iterator<Item = &T> {
        self.iter().filter_map(of_kind)
    }

    /// The lowest layer of this kind.
    pub fn find<T: Layer<Host>>(&self) -> Option<&T> {
        self.of().next()
    }

    /// The lowest layer of this kind, to be changed.
    pub fn find_mut<T: Layer<Host>>(&mut self) -> Option<&mut T> {
        self.0.iter_mut().find_map(|layer| of_kind_mut(&mut **layer))
    }

    /// Lays one over all others.
    pub fn push(&mut self, layer: impl Layer<Host>) {
        self.0.push(Box::new(layer));
    }

    /// Takes the one on top off.
    pub(in crate::app) fn pop(&mut self) -> Option<Box<dyn Layer<Host>>> {
        self.0.pop()
    }

    /// Takes the one on top off, where it is of this kind.
    pub(in crate::app) fn take<T: Layer<Host>>(&mut self) -> Option<T> {
        self.top::<T>()?;
        let layer: Box<dyn Any> = self.0.pop()?;
        layer.downcast().ok().map(|layer| *layer)
    }

    /// Puts one back that was taken off while `below` others stayed.
    pub(in crate::app) fn put_back(&mut self, below: usize, layer: Box<dyn Layer<Host>>) {
        self.0.insert(below.min(self.0.len()), layer);
    }

    /// Takes all of this kind away, wherever they lie.
    pub(in crate::app) fn remove<T: Layer<Host>>(&mut self) {
        self.0.retain(|layer| of_kind::<Host, T>(&**layer).is_none());
    }
}

fn of_kind<Host: 'static, T: Layer<Host>>(layer: &dyn Layer<Host>) -> Option<&T> {
    let any: &dyn Any = layer;
    any.downcast_ref()
}

fn of_kind_mut<Host: 'static, T: Layer<Host>>(layer: &mut dyn Layer<Host>) -> Option<&mut T> {
    let any: &mut dyn Any = layer;
    any.downcast_mut()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Eq)]
    struct Low(u8);

    #[derive(Debug, PartialEq, Eq)]
    struct High(u8);

    impl Layer<()> for Low {
        fn context(&self) -> KeyContext {
            KeyContext::Picker
        }

        fn draw(&self, (): &(), _: &mut Canvas<'_>) -> Option<Position> {
            None
        }
    }

    impl Layer<()> for High {
        fn context(&self) -> KeyContext {
            KeyContext::Confirm
        }

        fn draw(&self, (): &(), _: &mut Canvas<'_>) -> Option<Position> {
            None
        }
    }

    fn stack() -> Layers<()> {
        let mut layers = Layers::default();
        layers.push(Low(1));
        layers.push(Low(2));
        layers.push(High(3));
        layers
    }

    #[test]
    fn only_the_top_is_asked_for_by_its_kind_and_anything_is_found() {
        let mut layers = stack();
        assert_eq!((layers.top::<Low>(), layers.top::<High>()), (None, Some(&High(3))));
        assert_eq!(layers.find::<Low>(), Some(&Low(1)), "the lowest");
        layers.find_mut::<Low>().unwrap().0 = 7;
        assert_eq!(layers.take::<Low>(), None, "it is not on top");
        assert_eq!((layers.len(), layers.take::<High>()), (3, Some(High(3))));
        assert_eq!(layers.top_mut::<Low>(), Some(&mut Low(2)));
        layers.pop();
        assert_eq!(layers.top::<Low>(), Some(&Low(7)));
    }

    #[test]
    fn what_is_put_back_lies_under_what_it_has_opened() {
        let mut layers = stack();
        layers.remove::<Low>();
        let high = layers.pop().unwrap();
        layers.push(Low(4));
        layers.put_back(0, high);
        assert_eq!((layers.len(), layers.top::<Low>()), (2, Some(&Low(4))));
    }

    #[test]
    fn a_layer_takes_text_where_its_context_does() {
        let layers = stack();
        let text: Vec<bool> = layers.iter().map(Layer::takes_text).collect();
        assert_eq!(text, [true, true, false]);
        assert!(layers.last().unwrap().kind().ends_with("High"));
    }
}
