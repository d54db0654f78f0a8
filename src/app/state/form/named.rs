//! The name of a form's record by the words in its fields, as titles and messages call it.

use super::Form;
use super::field::FormField;
use crate::domain::Kind;
use crate::text::{Arg, Text};

impl Form {
    /// Gives the name of the record: of a theme, a State or a person the name in the language of the program, else one in
    /// another language; the State and cycle of a review; the code or symbol of others. Empty for a need, which has a
    /// number alone, and before anything is typed.
    pub fn name(&self, text: &Text) -> String {
        match self.kind {
            Kind::Need => String::new(),
            Kind::Review => {
                let (state, cycle) = (self.typed("state"), self.typed("cycle"));
                let args = [("state", Arg::from(state.as_str())), ("cycle", Arg::from(cycle))];
                if state.is_empty() { state } else { text.tra("form-review", &args) }
            }
            Kind::Theme | Kind::State | Kind::Person => {
                self.name_in_words(text).unwrap_or_else(|| self.code())
            }
            _ => self.code(),
        }
    }

    fn name_in_words(&self, text: &Text) -> Option<String> {
        let named = self.fields.iter().filter(|own| own.field.language().is_some());
        let mut named = named.filter(|own| !own.typed().trim().is_empty()).peekable();
        let first = named.peek().map(|own| own.typed());
        let own = named.find(|own| own.field.language() == Some(text.lang().code()));
        own.map(FormField::typed).or(first)
    }

    /// The code by which others refer to the record.
    fn code(&self) -> String {
        let code = self.fields.iter().find(|own| own.field.is_given_once());
        code.map_or_else(String::new, FormField::typed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn a_record_is_called_by_its_name_in_the_language_of_the_program() {
        let name = |kind, typed: &[(&str, &str)], lang| {
            let mut form = Form::new(kind);
            for (code, words) in typed {
                let place = form.place(code).unwrap();
                form.fields[place].put(words);
            }
            form.name(Text::of(lang))
        };
        let theme = [("code", "asset"), ("name.en", "assets"), ("name.zh", "资产")];
        assert_eq!(name(Kind::Theme, &theme, Lang::En), "assets");
        assert_eq!(name(Kind::Theme, &theme, Lang::Zh), "资产");
        assert_eq!(name(Kind::Theme, &theme[..2], Lang::Zh), "assets");
        assert_eq!(name(Kind::Theme, &theme[..1], Lang::Zh), "asset");
        let review = [("state", "Ghana"), ("cycle", "2")];
        assert_eq!(name(Kind::Review, &review, Lang::En), "Ghana, cycle 2");
        assert_eq!(name(Kind::Document, &[("symbol", "A/1"), ("title.en", "x")], Lang::En), "A/1");
        assert_eq!(name(Kind::Need, &[], Lang::En), "");
    }
}
