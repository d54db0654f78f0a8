//! Typing and pasting, too much of it or into the wrong place.
