//! The language of the text of a new need: guessed while the text is typed, shown in its field, corrected there.

use super::Form;
use crate::entry::language_of;
use crate::text::Lang;

/// The code of the field.
const LANGUAGE: &str = "language";

impl Form {
    /// Puts the language of the text of a new need into its field, unless the user has put another one there. A text
    /// that tells no language is taken for one in the language of its letters.
    pub fn guess_language(&mut self) {
        let Some(place) = self.place(LANGUAGE).filter(|_| self.record.is_none()) else { return };
        let typed = self.fields[place].typed();
        if !typed.is_empty() && typed != self.guessed {
            return;
        }
        let text = self.typed("text");
        self.guessed = match text.trim() {
            "" => "",
            text => language_of(text).unwrap_or(Lang::of_letters(text).code()),
        };
        if typed != self.guessed {
            self.fields[place].carry(self.guessed);
        }
    }

    /// Gives the language that was guessed; empty if none was, or the user has put another one in its place.
    pub fn guessed_language(&self) -> &'static str {
        if self.typed(LANGUAGE) == self.guessed { self.guessed } else { "" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;

    fn with_text(form: &mut Form, text: &str) -> String {
        let place = form.place("text").unwrap();
        form.fields[place].put(text);
        form.guess_language();
        form.typed(LANGUAGE)
    }

    #[test]
    fn a_language_is_guessed_until_the_user_corrects_it() {
        let mut form = Form::new(Kind::Need);
        assert_eq!(with_text(&mut form, "Training"), "en");
        assert_eq!(with_text(&mut form, "Formation des juges"), "fr");
        assert_eq!(form.guessed_language(), "fr");
        assert!(form.fields.iter().all(|own| own.field.code() != LANGUAGE || !own.differs()));
        assert_eq!(with_text(&mut form, ""), "");
        assert_eq!(with_text(&mut form, "培训法官"), "zh");
        let place = form.place(LANGUAGE).unwrap();
        form.fields[place].put("pt");
        assert_eq!(with_text(&mut form, "Formación de los jueces"), "pt");
        assert_eq!(form.guessed_language(), "");
    }

    #[test]
    fn the_next_need_of_a_sitting_is_guessed_anew_and_a_correction_goes_on() {
        let mut form = Form::new(Kind::Need);
        with_text(&mut form, "Formation des juges");
        let mut next = form.next_need();
        assert_eq!(next.typed(LANGUAGE), "");
        assert_eq!(with_text(&mut next, "Training of judges"), "en");
        let place = next.place(LANGUAGE).unwrap();
        next.fields[place].put("pt");
        let mut third = next.next_need();
        assert_eq!(with_text(&mut third, "Capacitación de los jueces"), "pt");
    }
}
