//! The language of the text of a new need: guessed while the text is typed, shown beside its field, written with the need
//! unless the user has stated another one.

use super::Form;
use crate::entry::language_of;
use crate::text::Lang;

/// The code of the field.
const LANGUAGE: &str = "language";

impl Form {
    /// Gives the guess at the language of the text; empty where the user has stated the language, or there is no text. A
    /// text that tells no language is taken for one in the language of its letters.
    pub fn language_guess(&self) -> &'static str {
        let Some(place) = self.place(LANGUAGE).filter(|_| self.record.is_none()) else { return "" };
        let stated = self.fields[place].typed();
        if !stated.is_empty() && stated != self.guessed {
            return "";
        }
        match self.typed("text").trim() {
            "" => "",
            text => language_of(text).unwrap_or(Lang::of_letters(text).code()),
        }
    }

    /// Puts the guess into its field, to be written.
    pub fn take_language_guess(&mut self) {
        let guess = self.language_guess();
        if let Some(place) = self.place(LANGUAGE).filter(|_| !guess.is_empty()) {
            self.fields[place].put(guess);
            self.guessed = guess;
        }
    }

    /// Whether the language in its field is a guess.
    pub fn is_language_guessed(&self) -> bool {
        !self.guessed.is_empty() && self.typed(LANGUAGE) == self.guessed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;

    fn with_text(form: &mut Form, text: &str) -> &'static str {
        let place = form.place("text").unwrap();
        form.fields[place].put(text);
        form.language_guess()
    }

    fn language(form: &mut Form, code: &str) {
        let place = form.place(LANGUAGE).unwrap();
        form.fields[place].put(code);
    }

    #[test]
    fn a_language_is_guessed_until_the_user_states_it() {
        let mut form = Form::new(Kind::Need);
        assert_eq!(with_text(&mut form, "Training"), "en");
        assert_eq!(with_text(&mut form, "Formation des juges"), "fr");
        assert_eq!(form.typed(LANGUAGE), "", "shown, and not typed");
        form.take_language_guess();
        assert_eq!((form.typed(LANGUAGE).as_str(), form.is_language_guessed()), ("fr", true));
        // A text that is changed behind a refusal is guessed anew.
        assert_eq!(with_text(&mut form, "培训法官"), "zh");
        assert_eq!(with_text(&mut form, ""), "");
        language(&mut form, "pt");
        assert_eq!(with_text(&mut form, "Formación de los jueces"), "");
        form.take_language_guess();
        assert_eq!((form.typed(LANGUAGE).as_str(), form.is_language_guessed()), ("pt", false));
    }

    #[test]
    fn the_next_need_of_a_sitting_is_guessed_anew_and_a_stated_language_goes_on() {
        let mut form = Form::new(Kind::Need);
        with_text(&mut form, "Formation des juges");
        form.take_language_guess();
        let mut next = form.next_need();
        assert_eq!(next.typed(LANGUAGE), "");
        assert_eq!(with_text(&mut next, "Training of judges"), "en");
        language(&mut next, "pt");
        let third = next.next_need();
        assert_eq!(third.typed(LANGUAGE), "pt");
    }
}
