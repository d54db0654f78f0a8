//! Everything that a person reads, in each language: Fluent files beside this one, embedded.
//! No other place holds words for people; `tests/it/languages.rs` finds missing and unused ones.

mod bar;
mod fill;
mod lang;
mod line;
#[cfg(test)]
mod made_up;
mod message;
mod names;
mod number;
mod short;
pub mod signs;
mod upright;

pub use bar::{bar, split, stacked};
pub use lang::Lang;
pub use line::{
    ascii_cells, capital, padded, shortened, skipped, unbroken, width, wrapped, wrapped_by,
};
pub use message::{Arg, Message};
pub use names::{Named, Names, UNSTATED};

#[cfg(test)]
pub(crate) use made_up::{spelt, with_made_up};
pub use number::{grouped, hundredths, signed};
pub use short::Form;
pub use signs::{Signs, ascii};
pub use upright::{Standing, Upright, spark, upright};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentMessage, FluentResource};
use std::borrow::Cow;
use std::sync::OnceLock;

/// The words of one language.
pub struct Text {
    lang: Lang,
    /// The words of screens: read at once.
    screens: Bundle,
    /// The other words: read when the first of them is used.
    others: OnceLock<Bundle>,
}

type Bundle = FluentBundle<FluentResource>;

impl Text {
    /// The words of a language; read at the first call, the same afterwards.
    pub fn of(lang: Lang) -> &'static Self {
        static TEXTS: [OnceLock<Text>; Lang::COUNT] = [const { OnceLock::new() }; Lang::COUNT];
        TEXTS[lang as usize].get_or_init(|| Self::read(lang))
    }

    fn read(lang: Lang) -> Self {
        let screens = bundle(lang, &lang.files().screens);
        Self { lang, screens, others: OnceLock::new() }
    }

    /// The message with this id, and the bundle that it stands in.
    fn find(&self, id: &str) -> Option<(&Bundle, FluentMessage<'_>)> {
        let bundle = if self.screens.has_message(id) {
            &self.screens
        } else {
            self.others.get_or_init(|| bundle(self.lang, &self.lang.files().others))
        };
        Some((bundle, bundle.get_message(id)?))
    }

    /// The language of these words.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is a message with this id.
    pub fn has(&self, id: &str) -> bool {
        self.find(id).is_some_and(|(_, message)| message.value().is_some())
    }

    /// The message with this id; an unknown id stands for itself, so that the gap shows.
    pub fn tr<'a>(&'a self, id: &'a str) -> Cow<'a, str> {
        match self.find(id).and_then(|(bundle, message)| Some((bundle, message.value()?))) {
            Some((bundle, pattern)) => bundle.format_pattern(pattern, None, &mut Vec::new()),
            None => Cow::Borrowed(id),
        }
    }

    /// Chooses between two messages with the same meaning: the own one, or, where that does not exist, the one from
    /// elsewhere. The name of a field stands over its column, beside its value and in the log, and has an own message
    /// only where it is called something else there. The one from elsewhere stands among the words of screens.
    pub fn own_or<'a>(&self, own: &'a str, elsewhere: &'a str) -> &'a str {
        let is_own =
            self.screens.has_message(own) || !self.screens.has_message(elsewhere) && self.has(own);
        if is_own { own } else { elsewhere }
    }

    /// The message that [`Text::own_or`] gives.
    pub fn tr_or<'a>(&'a self, own: &'a str, elsewhere: &'a str) -> Cow<'a, str> {
        self.tr(self.own_or(own, elsewhere))
    }

    /// The name of a value of a closed vocabulary: `value-FIELD-CODE`.
    pub fn value(&self, field: &str, code: &str) -> String {
        self.tr(&value_id(field, code)).into_owned()
    }

    /// The name of a value of an open vocabulary: a value that has no name is given as it is written.
    pub fn value_in_words(&self, field: &str, code: &str) -> String {
        let id = value_id(field, code);
        if self.has(&id) { self.tr(&id).into_owned() } else { code.to_owned() }
    }
}

/// The id of the name of a value of a vocabulary.
pub fn value_id(field: &str, code: &str) -> String {
    let code = code.to_ascii_lowercase();
    let words = code.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    ["value", field].into_iter().chain(words).collect::<Vec<_>>().join("-")
}

fn bundle(lang: Lang, files: &[&str]) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![lang.identifier()]);
    bundle.set_use_isolating(false); // the marks would count as columns on a terminal
    for file in files {
        // A file with an error still gives its good messages; a test finds the error.
        let resource = match FluentResource::try_new((*file).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_every_language_is_read_without_error() {
        for &lang in Lang::ALL {
            let files = lang.files();
            for file in files.screens.iter().chain(&files.others) {
                if let Err((_, errors)) = FluentResource::try_new((*file).to_owned()) {
                    panic!("{lang:?}: {errors:?}");
                }
            }
        }
    }

    #[test]
    fn an_unknown_id_shows_itself() {
        assert_eq!(Text::of(Lang::En).tr("no-such-message"), "no-such-message");
    }

    #[test]
    fn what_has_no_words_of_its_own_is_called_as_elsewhere() {
        for text in Lang::ALL.iter().map(|lang| Text::of(*lang)) {
            assert_eq!(text.tr_or("head-rank", "field-rank"), text.tr("head-rank"));
            assert_eq!(text.tr_or("head-state", "field-state"), text.tr("field-state"));
            assert_eq!(text.own_or("no-such", "no-other"), "no-other");
        }
    }
}
