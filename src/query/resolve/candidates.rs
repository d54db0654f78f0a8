//! The values that a word can mean in a field: their codes, and their names in every language.

use super::forms::forms;
use crate::domain::{Article, Chapter, Coded, PersonKind, Step};
use crate::query::Field;
use crate::query::activity_values::programme;
use crate::query::facet_value::{
    article_title, code_of_value, label_of_value, name_of_value, short_label_of_value, slots,
};
use crate::query::names::{Name, Ready};
use crate::query::register::{Person, State, Vocabulary};
use crate::query::{spellings, words};
use crate::text::signs::LEGEND;
use crate::text::{Form, Lang, Named, Text};
use std::collections::HashSet;

/// A value that a word can mean.
#[derive(Clone, Debug)]
pub(in crate::query) struct Candidate {
    /// Its slot.
    pub(in crate::query) slot: u16,
    /// The word to type that means this value only; empty where its name is kept from the reader.
    pub(in crate::query) write: String,
    /// The codes that mean it.
    pub(in crate::query) codes: Vec<Name>,
    /// The names that screens show.
    pub(in crate::query) names: Vec<Name>,
    /// Other names that the register has for it.
    pub(in crate::query) aliases: Vec<Name>,
    /// Other ways to write it, which mean it as a whole only.
    pub(in crate::query) forms: Vec<Name>,
    /// Spellings that every register knows.
    pub(in crate::query) spellings: Ready,
    /// Whether a word can be one of its codes misspelt: those of people who are others differ in a letter.
    pub(in crate::query) has_near_codes: bool,
    /// The number of the list that it stands in: categories have one list for each cycle.
    pub(in crate::query) list: u8,
}

fn named<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<Name> {
    names.into_iter().map(Name::new).filter(|name| !name.normal().is_empty()).collect()
}

impl Candidate {
    pub(super) fn new<'a>(
        slot: u16,
        codes: &[&str],
        names: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        Self {
            slot,
            write: codes.first().map(|code| (*code).to_owned()).unwrap_or_default(),
            codes: named(codes.iter().copied()),
            names: named(names),
            aliases: Vec::new(),
            forms: Vec::new(),
            spellings: Ready::NONE,
            has_near_codes: true,
            list: 0,
        }
    }

    /// The texts, in normal form, that a word fitting the value can begin: its names from each of
    /// their words on, its codes, and other ways to write it.
    pub(in crate::query) fn beginnings(&self) -> impl Iterator<Item = &str> {
        let shown = self.names.iter().chain(&self.aliases);
        let whole =
            shown.clone().chain(&self.codes).chain(&self.forms).chain(self.spellings.iter());
        whole.map(Name::normal).chain(shown.flat_map(Name::beginnings))
    }

    fn also<'a>(self, aliases: impl IntoIterator<Item = &'a str>) -> Self {
        Self { aliases: named(aliases), ..self }
    }

    fn written<'a>(self, forms: impl IntoIterator<Item = &'a str>) -> Self {
        Self { forms: named(forms), ..self }
    }
}

/// Every value of a countable field that a word can mean; "not stated" is the first of those that can be empty.
pub(in crate::query) fn candidates(field: Field, vocabulary: &Vocabulary) -> Vec<Candidate> {
    let mut all = Vec::new();
    if field.can_be_empty() {
        all.push(not_stated(field, vocabulary));
    }
    all.extend(
        (1..slots(field, vocabulary) as u16).filter_map(|slot| stated(field, slot, vocabulary)),
    );
    let is_kept = vocabulary.nameless.is_some()
        && matches!(field, Field::State | Field::Focal | Field::Adviser | Field::Provider);
    for candidate in &mut all {
        candidate.forms.extend(short_labels(field, candidate.slot, vocabulary));
        candidate.write = code_of_value(field, candidate.slot, vocabulary);
        candidate.forms.extend(printed(field, &candidate.write).iter().map(|form| Name::new(form)));
        if is_kept && candidate.slot > 0 {
            candidate.write.clear();
        }
    }
    all
}

/// The short names of a value, which stand where there is no room for its name.
fn short_labels(field: Field, slot: u16, vocabulary: &Vocabulary) -> impl Iterator<Item = Name> {
    let texts = Lang::ALL.iter().map(|lang| Text::of(*lang));
    let forms = texts.flat_map(|text| Form::ALL.iter().map(move |form| (text, *form)));
    let labels = forms.filter_map(move |(text, form)| {
        let label = short_label_of_value(field, slot, vocabulary, text, form)?;
        // That of an article, without its number.
        let title = label.split_once(' ').filter(|_| field == Field::Article);
        Some([title.map(|(_, title)| title.to_owned()), Some(label)])
    });
    labels.flatten().flatten().map(|label| Name::new(&label))
}

/// How screens print a value of a closed vocabulary beside its name: a priority and a response with their signs, the
/// direct dialogue with how it was held.
fn printed(field: Field, code: &str) -> Vec<String> {
    let texts = || Lang::ALL.iter().map(|lang| Text::of(*lang));
    let mut all = Vec::new();
    if matches!(field, Field::Priority | Field::Response) {
        let means = format!("sign-{}", code.replace(' ', "-"));
        for sign in LEGEND.iter().filter(|sign| sign.means == means) {
            all.push(sign.sign.to_owned());
            for name in texts().map(|text| text.value(field.code(), code)) {
                all.extend([sign.sign, sign.ascii].map(|sign| format!("{sign} {name}")));
            }
        }
    }
    if field == Field::Review && code == Step::DirectDialogue.code() {
        for text in texts() {
            let step = text.value(field.code(), code);
            for how in ["review-country-visit", "review-joint-meeting"].map(|how| text.tr(how)) {
                all.extend([how.to_string(), format!("{step} ({how})"), format!("{step}({how})")]);
            }
        }
    }
    all
}

fn not_stated(field: Field, vocabulary: &Vocabulary) -> Candidate {
    let mut forms = vec!["none".to_owned()];
    for lang in Lang::ALL {
        let text = Text::of(*lang);
        forms.push(text.tr("filter-none").into_owned());
        forms.push(name_of_value(field, 0, vocabulary, *lang));
        forms.push(text.tr("not-stated").into_owned());
        if field == Field::Focal {
            forms.push(text.tr("nobody").into_owned());
        }
    }
    let others = words::of_value(field.code(), "none").iter().map(|word| &word.written);
    Candidate::new(0, &[], [""; 0]).written(forms.iter().chain(others).map(String::as_str))
}

fn stated(field: Field, slot: u16, vocabulary: &Vocabulary) -> Option<Candidate> {
    let place = usize::from(slot) - 1;
    Some(match field {
        Field::State => state(slot, vocabulary.states.get(place)?, vocabulary),
        Field::Category => {
            let c = vocabulary.categories.get(place)?;
            let labels: Vec<String> = Lang::ALL
                .iter()
                .map(|lang| label_of_value(field, slot, vocabulary, *lang))
                .collect();
            let others = words::of_value(field.code(), &c.code).iter().map(|word| &word.written);
            let named = Candidate::new(slot, &[&c.code], c.names.iter())
                .also(c.aliases.iter().map(String::as_str))
                .written(labels.iter().chain(others).map(String::as_str));
            Candidate { list: c.cycle.number(), ..named }
        }
        Field::Theme => {
            let t = vocabulary.themes.get(place)?;
            Candidate::new(slot, &[&t.code], t.names.iter())
        }
        Field::Focal | Field::Adviser => {
            let p = vocabulary.people.get(place)?;
            if field == Field::Adviser && p.kind != PersonKind::Adviser {
                return None;
            }
            person(slot, p, vocabulary)
        }
        Field::Provider | Field::Donor | Field::Partner => {
            let o = vocabulary.organisations.get(place)?;
            let names = o.names.iter().chain(acronym(o.in_lang(Lang::default())));
            Candidate::new(slot, &[&o.code], names)
        }
        Field::Place => {
            let area = vocabulary.areas.get(place)?;
            Candidate::new(slot, &[area.in_lang(Lang::default())], area.names.iter())
        }
        Field::Programme => {
            let activity = programme(place, vocabulary)?;
            Candidate::new(slot, &[&activity.code], activity.description.iter())
        }
        Field::Platform => {
            let platform = vocabulary.platforms.get(place)?;
            let of = vocabulary.organisations.get(usize::from(platform.organisation))?;
            Candidate::new(slot, &[&platform.code], of.names.iter())
        }
        Field::Document => {
            let document = vocabulary.documents.get(place)?;
            Candidate::new(slot, &[&document.symbol], document.title.iter())
        }
        Field::Article => {
            let article = Article::at(place)?;
            let number = article.number().to_string();
            let named = Candidate::new(slot, &[&number], article_title(article).iter());
            Candidate { spellings: Ready::Known(forms(field, article.number())), ..named }
        }
        _ => closed(field, slot, vocabulary),
    })
}

fn state(slot: u16, state: &State, vocabulary: &Vocabulary) -> Candidate {
    let named = Candidate::new(slot, &[&state.iso3, &state.iso2], state.names.iter())
        .also(state.aliases.iter().map(String::as_str));
    let is_told = vocabulary.nameless.is_none() && !state.unnamed;
    let spellings = || Ready::OfRegister(state.spellings.compared());
    Candidate { spellings: if is_told { spellings() } else { Ready::NONE }, ..named }
}

/// A person, who is also shown by the State or the region alone.
fn person(slot: u16, person: &Person, vocabulary: &Vocabulary) -> Candidate {
    let state = person.state.and_then(|place| vocabulary.states.get(usize::from(place)));
    let short = state
        .into_iter()
        .flat_map(|state| state.names.iter().chain(state.aliases.iter().map(String::as_str)));
    let regions = person.posts.iter().filter_map(|post| post.split_once(", "));
    let named = Candidate::new(slot, &[&person.code], person.posts.iter())
        .written(short.chain(regions.map(|(_, region)| region)));
    Candidate { has_near_codes: false, ..named }
}

/// A value of a closed vocabulary.
fn closed(field: Field, slot: u16, vocabulary: &Vocabulary) -> Candidate {
    let code = code_of_value(field, slot, vocabulary);
    let names: Vec<String> =
        Lang::ALL.iter().map(|lang| name_of_value(field, slot, vocabulary, *lang)).collect();
    let number = match field {
        Field::Chapter => Chapter::from_code(&code).map(Chapter::number),
        Field::Cycle => code.parse().ok(),
        _ => None,
    };
    let figure = number.map(|number| number.to_string()).unwrap_or_default();
    let candidate = Candidate::new(slot, &[&code, &figure], names.iter().map(String::as_str));
    let others = || words::of_value(field.code(), &code);
    let spellings = number.map_or_else(others, |number| forms(field, number));
    Candidate { spellings: Ready::Known(spellings), ..candidate }
}

/// The States that a register lacks, so that their names mean none of those that it has.
pub(super) fn elsewhere(slot: u16, vocabulary: &Vocabulary) -> Vec<Candidate> {
    let codes: HashSet<&str> =
        vocabulary.states.iter().flat_map(|state| [&*state.iso3, &*state.iso2]).collect();
    let lacks =
        |state: &&spellings::Known| vocabulary.nameless.is_none() && !codes.contains(state.code);
    let candidate = |state: &'static spellings::Known| Candidate {
        names: state.beyond.iter().cloned().collect(),
        spellings: Ready::Known(&state.names),
        ..Candidate::new(slot, &[], [""; 0])
    };
    spellings::known().iter().filter(lacks).map(candidate).collect()
}

/// The short form that a name ends with in parentheses, such as "UNODC"; several words are no such.
fn acronym(name: &str) -> Option<&str> {
    let (_, end) = name.strip_suffix(')')?.rsplit_once('(')?;
    let capitals = end.chars().filter(|c| c.is_uppercase()).count();
    (capitals > 1 && !end.contains(' ')).then_some(end)
}
