//! Proposals for the empty fields of a need from the words of its text. Each is shown with these words, and filled in
//! only by the user.

use super::Form;
use crate::domain::Kind;
use crate::entry::{PROPOSED, Proposal, proposals};
use crate::query::register::Vocabulary;
use crate::text::{Lang, Named};

/// The proposal for one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// The words that go into the field.
    pub insert: String,
    /// The values with the words that they come from, as they are shown.
    pub label: String,
}

impl Form {
    /// Gives the proposal for the field at a place; `None` if it has words, or the text proposes no value for it.
    pub fn proposed(&self, place: usize, vocabulary: &Vocabulary, lang: Lang) -> Option<Proposed> {
        let own = self.fields.get(place).filter(|own| own.typed().trim().is_empty())?;
        // A long text is not gone through for fields that get none.
        if self.kind != Kind::Need || !PROPOSED.contains(&own.field.code()) {
            return None;
        }
        let all = proposals(&self.typed("text"), self.cycle(vocabulary), vocabulary);
        let mut all: Vec<Proposal> =
            all.into_iter().filter(|one| one.field == own.field.code()).collect();
        if !own.holds_several() {
            all.truncate(1);
        }
        if all.is_empty() {
            return None;
        }
        let name = |one: &Proposal| match one.field {
            "category" => {
                let mut known = vocabulary.categories.iter();
                known.find(|category| category.code == one.value).map(|known| known.in_lang(lang))
            }
            "theme" => {
                let mut known = vocabulary.themes.iter();
                known.find(|theme| theme.code == one.value).map(|known| known.in_lang(lang))
            }
            _ => None,
        };
        let name = |one: &Proposal| name(one).unwrap_or(&one.value).to_owned();
        let between = if matches!(own.field.code(), "article" | "chapter") { ", " } else { "; " };
        let insert: Vec<String> = all.iter().map(name).collect();
        let label = all.iter().map(|one| format!("{} “{}”", name(one), one.words));
        Some(Proposed {
            insert: insert.join(between),
            label: label.collect::<Vec<_>>().join(" · "),
        })
    }

    /// Takes the proposal for the field under the cursor. Gives whether there was a proposal.
    pub fn take_proposal(&mut self, vocabulary: &Vocabulary, lang: Lang) -> bool {
        let Some(proposed) = self.proposed(self.at, vocabulary, lang) else { return false };
        if let Some(own) = self.current_mut() {
            own.put(&proposed.insert);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::random_register;

    #[test]
    fn what_the_text_proposes_is_shown_with_its_words_and_taken_once() {
        let vocabulary = random_register::register(3, 20).vocabulary;
        let mut form = Form::new(Kind::Need);
        let text = form.place("text").unwrap();
        form.fields[text]
            .put("Training on asset recovery under article 52 and on asset declarations");
        form.go_to("article");
        let proposed = form.proposed(form.at, &vocabulary, Lang::En).unwrap();
        assert_eq!(proposed.insert, "8, 52");
        assert_eq!(proposed.label, "8 “asset declaration” · 52 “article 52”");
        assert!(form.take_proposal(&vocabulary, Lang::En));
        assert_eq!(form.typed("article"), "8, 52");
        assert!(!form.take_proposal(&vocabulary, Lang::En), "the field has words");
        form.go_to("paragraph");
        assert_eq!(form.proposed(form.at, &vocabulary, Lang::En), None);
        assert_eq!(form.typed("category"), "", "nothing is filled in by itself");
    }
}
