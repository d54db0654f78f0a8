//! Facet values as small numbers (dictionary codes), called slots ([`Slot`]): 0 is "not stated", each other
//! one a value of the vocabulary, which is a table of the register or a closed list.
//!
//! A State whose name a source withholds has slot 0 of the field `state`: all of them read "not
//! named", though each counts as a State of its own.

use super::activity_values::{finish, match_slots, programme};
use super::condition::Met;
use super::register::{Chunk, Provenance, Review, Slot, State, Vocabulary};
use super::{Condition, Field};
use crate::domain::{
    ActivityLevel, ActivityStatus, Article, ArticleSet, Chapter, Coded, CountryGroup, Cycle,
    Extent, Horizon, Origin, Priority, Region, Response, Source, Stakeholder, Standing, Step,
    reference,
};
use crate::text::{Arg, Form, Lang, Named, Names, Text};
use std::sync::OnceLock;

/// How many slots the field has, with slot 0; 0 for a field that is not countable.
pub fn slots(field: Field, vocabulary: &Vocabulary) -> usize {
    Slot::room(match field {
        Field::Cycle => Cycle::ALL.len(),
        Field::Chapter => Chapter::ALL.len(),
        Field::Article => Article::COUNT,
        Field::Category => vocabulary.categories.len(),
        Field::Theme => vocabulary.themes.len(),
        Field::State => vocabulary.states.len(),
        Field::Region => Region::ALL.len(),
        Field::Group => CountryGroup::ALL.len(),
        Field::Review => Step::ALL.len(),
        Field::Source => Source::ALL.len(),
        Field::Origin => Origin::ALL.len(),
        Field::Priority => Priority::ALL.len(),
        Field::Horizon => Horizon::ALL.len(),
        Field::Response => Response::ALL.len(),
        Field::Focal | Field::Adviser => vocabulary.people.len(),
        Field::Provider | Field::Donor | Field::Partner => vocabulary.organisations.len(),
        Field::Kind => vocabulary.kinds.len(),
        Field::Level => ActivityLevel::ALL.len(),
        Field::Status => ActivityStatus::ALL.len(),
        Field::Place => vocabulary.areas.len(),
        Field::Programme => vocabulary.programmes.len(),
        Field::Platform => vocabulary.platforms.len(),
        Field::Sdg => vocabulary.sdgs.len(),
        Field::Extent => Extent::ALL.len(),
        Field::Stakeholder => Stakeholder::ALL.len(),
        Field::Match => Standing::ALL.len(),
        Field::Is => Condition::ALL.len(),
        Field::Document => vocabulary.documents.len(),
        // The others are not countable.
        _ => return 0,
    })
}

/// The code of a slot, as typed in a filter, without quotation marks. `none` for slot 0, empty
/// where there is no such slot.
pub fn code_of_value(field: Field, slot: u16, vocabulary: &Vocabulary) -> String {
    let Some(place) = Slot::numbered(slot).index() else { return "none".to_owned() };
    let code = match field {
        Field::Cycle => Cycle::at(place).map(Coded::code),
        Field::Chapter => Chapter::at(place).map(Coded::code),
        Field::Region => Region::at(place).map(Coded::code),
        Field::Group => CountryGroup::at(place).map(Coded::code),
        Field::Review => Step::at(place).map(Coded::code),
        Field::Source => Source::at(place).map(Coded::code),
        Field::Origin => Origin::at(place).map(Coded::code),
        Field::Priority => Priority::at(place).map(Coded::code),
        Field::Horizon => Horizon::at(place).map(Coded::code),
        Field::Response => Response::at(place).map(Coded::code),
        Field::Match => Standing::at(place).map(Coded::code),
        Field::Is => Condition::at(place).map(Coded::code),
        Field::Category => vocabulary.categories.get(place).map(|c| c.code.as_str()),
        Field::Theme => vocabulary.themes.get(place).map(|t| t.code.as_str()),
        Field::State => vocabulary.states.get(place).map(|s| state_code(s, vocabulary)),
        Field::Focal | Field::Adviser => vocabulary.people.get(place).map(|p| p.code.as_str()),
        Field::Provider | Field::Donor | Field::Partner => {
            vocabulary.organisations.get(place).map(|o| o.code.as_str())
        }
        Field::Kind => vocabulary.kinds.get(place).map(String::as_str),
        Field::Level => ActivityLevel::at(place).map(Coded::code),
        Field::Status => ActivityStatus::at(place).map(Coded::code),
        Field::Place => vocabulary.areas.get(place).map(|area| area.in_lang(Lang::default())),
        Field::Programme => programme(place, vocabulary).map(|of| of.code.as_str()),
        Field::Platform => vocabulary.platforms.get(place).map(|of| of.code.as_str()),
        Field::Sdg => vocabulary.sdgs.get(place).map(String::as_str),
        Field::Extent => Extent::at(place).map(Coded::code),
        Field::Stakeholder => Stakeholder::at(place).map(Coded::code),
        Field::Article => return Article::at(place).map_or_else(String::new, article_code),
        Field::Document => vocabulary.documents.get(place).map(|d| d.symbol.as_str()),
        _ => None,
    };
    code.unwrap_or_default().to_owned()
}

fn article_code(article: Article) -> String {
    article.number().to_string()
}

fn state_code<'a>(state: &'a State, vocabulary: &Vocabulary) -> &'a str {
    let stands_in = state.aliases.first().filter(|_| vocabulary.nameless.is_some());
    let codes = [Some(&state.iso3), Some(&state.iso2), stands_in].into_iter().flatten();
    codes
        .into_iter()
        .map(String::as_str)
        .find(|code| !code.is_empty())
        .unwrap_or(state.in_lang(Lang::default()))
}

/// The slot with exactly this code.
pub fn slot_of_code(field: Field, code: &str, vocabulary: &Vocabulary) -> Option<u16> {
    (0..slots(field, vocabulary) as u16)
        .find(|slot| code_of_value(field, *slot, vocabulary) == code)
}

/// The name of a slot's value; empty where the slot does not exist.
pub fn name_of_value(field: Field, slot: u16, vocabulary: &Vocabulary, lang: Lang) -> String {
    let Some(place) = Slot::numbered(slot).index() else {
        return none_name(field, vocabulary, lang);
    };
    let of_record = match field {
        Field::Article => Article::at(place).map(article_title),
        Field::Category => vocabulary.categories.get(place).map(Named::names),
        Field::Theme => vocabulary.themes.get(place).map(Named::names),
        Field::State => vocabulary.states.get(place).map(Named::names),
        Field::Focal | Field::Adviser => vocabulary.people.get(place).map(Named::names),
        Field::Provider | Field::Donor | Field::Partner => {
            vocabulary.organisations.get(place).map(Named::names)
        }
        Field::Place => vocabulary.areas.get(place).map(Named::names),
        Field::Programme => programme(place, vocabulary).map(Named::names),
        Field::Platform => platform_names(place, vocabulary),
        Field::Kind => {
            let kind = code_of_value(field, slot, vocabulary);
            return Text::of(lang).value_in_words(field.code(), &kind);
        }
        // A symbol, and the number of a goal, is the same in every language.
        Field::Document | Field::Sdg => return code_of_value(field, slot, vocabulary),
        _ => {
            return match code_of_value(field, slot, vocabulary) {
                code if code.is_empty() => code,
                code => Text::of(lang).value(field.code(), &code),
            };
        }
    };
    of_record.map_or("", |names| names.in_lang(lang)).to_owned()
}

/// The names of a platform: those of the organisation that it is.
fn platform_names(place: usize, vocabulary: &Vocabulary) -> Option<&Names> {
    let organisation = vocabulary.platforms.get(place)?.organisation;
    vocabulary.organisations.get(usize::from(organisation)).map(Named::names)
}

/// The label of a slot's value in a chart or list: its name, with the number by which people know
/// it.
pub fn label_of_value(field: Field, slot: u16, vocabulary: &Vocabulary, lang: Lang) -> String {
    let name = name_of_value(field, slot, vocabulary, lang);
    match field {
        Field::Article if slot > 0 => format!("{} {name}", code_of_value(field, slot, vocabulary)),
        Field::Chapter if slot > 0 => {
            let text = Text::of(lang);
            let number = Arg::Named(format!("head-{}", code_of_value(field, slot, vocabulary)));
            text.tra("chapter-label", &[("number", number), ("name", Arg::from(name))])
        }
        Field::Category => {
            let place = Slot::numbered(slot).index();
            match place.and_then(|place| vocabulary.categories.get(place)) {
                // both cycles have lists of their own with like names
                Some(category) => format!("{} {name}", category.cycle.code()),
                None => name,
            }
        }
        _ => name,
    }
}

/// The label of a slot in a form that has less room: `None` for the full form, for "not stated" and
/// for values without short forms, which are States, themes and people other than advisers.
pub fn short_label_of_value(
    field: Field,
    slot: u16,
    vocabulary: &Vocabulary,
    text: &Text,
    form: Form,
) -> Option<String> {
    if slot == 0 {
        return None;
    }
    let code = code_of_value(field, slot, vocabulary);
    // An adviser is answerable for needs as well.
    let of = if field == Field::Focal { Field::Adviser } else { field };
    let name = text.short(of.code(), &code, form)?;
    Some(if field == Field::Article { format!("{code} {name}") } else { name.to_owned() })
}

fn none_name(field: Field, vocabulary: &Vocabulary, lang: Lang) -> String {
    let text = Text::of(lang);
    match field {
        Field::Region if vocabulary.nameless.is_some() => text.tr("nameless-region"),
        field if vocabulary.nameless.is_some_and(|kept| kept.withholds(field)) => {
            text.tr("nameless-withheld")
        }
        Field::State => text.tr("slot-none-state"),
        Field::Group => text.tr("slot-none-group"),
        Field::Focal => text.tr("slot-none-focal"),
        Field::Adviser => text.tr("slot-none-adviser"),
        Field::Provider => text.tr("slot-none-provider"),
        field if field.is_of_matches() || field == Field::Stakeholder => {
            return text.tr(&format!("slot-none-{}", field.code())).into_owned();
        }
        Field::Match => text.tr("slot-none-match"),
        Field::Theme => text.tr("slot-none-theme"),
        Field::Cycle => text.tr("slot-none-cycle"),
        Field::Document => text.tr("slot-none-document"),
        _ => text.tr("slot-none"),
    }
    .into_owned()
}

/// The title of an article in the authentic texts.
pub(super) fn article_title(article: Article) -> &'static Names {
    static TITLES: OnceLock<Vec<Names>> = OnceLock::new();
    let titles =
        TITLES.get_or_init(|| reference::articles().into_iter().map(|row| row.title).collect());
    titles.get(article.index()).unwrap_or(Names::NONE)
}

/// The slots of a State in a field that says something about States.
pub fn state_slots(field: Field, place: usize, vocabulary: &Vocabulary, out: &mut Vec<u16>) {
    out.clear();
    let Some(state) = vocabulary.states.get(place) else { return };
    match field {
        Field::State if !state.unnamed => out.push(Slot::at(place).number()),
        Field::Region => out.extend(state.region.map(slot_of)),
        Field::Group => out.extend(state.groups.iter().copied().map(slot_of)),
        Field::Adviser => out.extend(state.adviser.map(|person| Slot::of(person).number())),
        _ => {}
    }
    finish(out);
}

/// The slots of a review in a field that says something about reviews or States; `out` is emptied
/// first. Slot 0 for any other field.
pub fn review_slots(field: Field, review: &Review, vocabulary: &Vocabulary, out: &mut Vec<u16>) {
    provenance_slots(field, Provenance::of_review(review), vocabulary, out);
}

/// The slots of a provenance in a field about reviews or States: outside reviews there is no cycle,
/// and no step is reached.
pub(super) fn provenance_slots(
    field: Field,
    of: Provenance<'_>,
    vocabulary: &Vocabulary,
    out: &mut Vec<u16>,
) {
    match field {
        Field::Cycle => one(out, of.review.map_or(0, |review| slot_of(review.cycle))),
        Field::Review => one(out, of.review.and_then(Review::reached).map_or(0, slot_of)),
        Field::Source => one(out, slot_of(of.source)),
        Field::Stakeholder => {
            out.clear();
            let took_part = of.review.map_or([None; Stakeholder::COUNT], |review| review.took_part);
            let there =
                Stakeholder::ALL.iter().zip(took_part).filter(|(_, own)| *own == Some(true));
            out.extend(there.map(|(one, _)| slot_of(*one)));
            finish(out);
        }
        _ => state_slots(field, usize::from(of.state), vocabulary, out),
    }
}

/// The slots of a set of articles in the fields `article` and `chapter`.
pub fn article_slots(field: Field, articles: ArticleSet, out: &mut Vec<u16>) {
    out.clear();
    match field {
        Field::Chapter => out.extend(articles.chapters().map(slot_of)),
        _ => out.extend(articles.iter().map(|article| Slot::at(article.index()).number())),
    }
    finish(out);
}

/// The slots of a set of themes in the field `theme`.
pub fn theme_slots(themes: &[u16], out: &mut Vec<u16>) {
    out.clear();
    out.extend(themes.iter().map(|theme| Slot::of(*theme).number()));
    finish(out);
}

/// The slots of a need in a countable field: each once, 0 where nothing is stated. `met` says
/// which conditions the needs of the chunk meet, and how far they are served.
pub(super) fn need_slots(
    field: Field,
    chunk: &Chunk,
    place: usize,
    met: &[Met],
    vocabulary: &Vocabulary,
    out: &mut Vec<u16>,
) {
    let (facts, triage) = (&chunk.facts, &chunk.triage);
    out.clear();
    if !field.is_countable() {
        return;
    }
    match field {
        Field::Chapter | Field::Article => article_slots(field, facts.articles[place], out),
        Field::Category => out.push(facts.category[place].into()),
        Field::Origin => out.push(facts.origin[place].into()),
        Field::Priority => out.push(triage.priority[place].into()),
        Field::Horizon => out.push(triage.horizon[place].into()),
        Field::Response => out.push(triage.response[place].into()),
        Field::Focal => out.push(triage.focal[place].number()),
        Field::Theme => {
            let set = vocabulary.theme_sets.get(facts.themes[place].index());
            theme_slots(set.map_or(&[], |s| s), out);
        }
        field if field.is_of_matches() => {
            let set = vocabulary.match_sets.get(facts.activities[place].index());
            match_slots(field, set.map_or(&[], |s| s), vocabulary, out);
        }
        Field::Match => out.push(met.get(place).map_or(0, |met| met.standing.into())),
        Field::Is => {
            let met = met.get(place).map_or(0, |met| met.conditions);
            let all = (0..Condition::ALL.len() as u16).filter(|place| met >> place & 1 == 1);
            out.extend(all.map(|place| Slot::of(place).number()));
        }
        Field::Document => out.push(facts.document(place).number()),
        _ => {
            provenance_slots(
                field,
                vocabulary.provenance(facts.provenance[place]),
                vocabulary,
                out,
            );
        }
    }
}

/// The slot of a value of a closed vocabulary.
pub(super) fn slot_of<T: Coded>(value: T) -> u16 {
    Slot::coded(value).number()
}

/// Puts one slot in a list, which is emptied first.
fn one(out: &mut Vec<u16>, slot: u16) {
    out.clear();
    out.push(slot);
}
