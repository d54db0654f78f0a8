//! Every word for people is a message, in every language, and every message is used.
//!
//! The language files are read here by their own small reader, not by the one that the program
//! has: a message is a line that begins with its name, up to the next such line.

use crate::support::source::{Literal, Source, root, sources};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use ta_tui::app::keys::commands;
use ta_tui::assistance::{Band, Certainty, Near};
use ta_tui::columns::works::PartTaken;
use ta_tui::domain::{
    ActivityLevel, ActivityStatus, Chapter, Coded, CountryGroup, Cycle, DateStage, DocumentKind,
    Extent, Horizon, Kind, Mark, MarkedFact, MoneyStage, Origin, PersonKind, Priority, ReachOf,
    Region, Response, Role, Sees, Stakeholder, Standing, Step, reference,
};
use ta_tui::fields::{FieldValue, RecordField};
use ta_tui::query::Field;
use ta_tui::text::{Arg, Lang, Text, value_id};

/// Literals with words that are no words for people: the file, the literal, and why.
const ALLOWED: &[(&str, &str, &str)] = &[];

/// The rooms in which words for people could be written by mistake.
const SPEAKING: [&str; 4] = ["app", "ui", "cli", "worker"];

/// The variables of each message of a language; ids that occur twice are listed in `twice`.
#[derive(Default)]
struct Messages {
    variables: BTreeMap<String, BTreeSet<String>>,
    twice: Vec<String>,
}

impl Messages {
    fn of(lang: Lang) -> Self {
        let mut messages = Self::default();
        let folder = root().join("src/text").join(lang.code());
        let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
        files.sort();
        for file in files {
            messages.read(&fs::read_to_string(file).unwrap());
        }
        messages
    }

    fn read(&mut self, text: &str) {
        let mut id = String::new();
        for line in text.lines() {
            let rest = match line.split_once('=') {
                Some((name, rest)) if line.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                    name.trim().clone_into(&mut id);
                    if self.variables.insert(id.clone(), BTreeSet::new()).is_some() {
                        self.twice.push(id.clone());
                    }
                    rest
                }
                _ if line.starts_with(' ') => line,
                _ => continue, // a comment or an empty line
            };
            let named = rest.split('$').skip(1).map(|after| {
                let end = after.find(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c));
                after[..end.unwrap_or(after.len())].to_owned()
            });
            self.variables.entry(id.clone()).or_default().extend(named);
        }
    }

    fn has(&self, id: &str) -> bool {
        self.variables.contains_key(id)
    }
}

#[test]
fn every_language_has_every_message_with_the_same_variables() {
    let english = Messages::of(Lang::En);
    let mut wrong = Vec::new();
    for &lang in Lang::ALL {
        let other = Messages::of(lang);
        wrong.extend(other.twice.iter().map(|id| format!("{}: {id}: twice", lang.code())));
        for id in english.variables.keys().chain(other.variables.keys()) {
            match (english.variables.get(id), other.variables.get(id)) {
                (Some(here), Some(there)) if here == there => {}
                (Some(here), Some(there)) => {
                    wrong.push(format!("{}: {id}: {there:?}, not {here:?}", lang.code()));
                }
                (Some(_), None) => wrong.push(format!("{}: {id}: missing", lang.code())),
                (None, _) => wrong.push(format!("{}: {id}: not in English", lang.code())),
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_field_has_words_in_every_language() {
    let records = Kind::ALL.iter().flat_map(|kind| RecordField::of(*kind));
    let records: Vec<String> = records.map(|field| field.name()).collect();
    let codes = Field::ALL.iter().map(|field| field.code());
    let filters: Vec<_> =
        codes.flat_map(|code| [format!("field-{code}"), format!("filter-about-{code}")]).collect();
    for text in Lang::ALL.iter().map(|lang| Text::of(*lang)) {
        for id in records.iter().chain(&filters) {
            assert!(text.has(id), "{}: {id}", text.lang().code());
        }
    }
}

#[test]
fn every_message_that_the_code_names_exists() {
    let wrong = missing(sources(), &Messages::of(Lang::En));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn missing(sources: &[Source], messages: &Messages) -> Vec<String> {
    let mut wrong = Vec::new();
    for (source, literal) in literals(sources) {
        let named = [".tr(", ".tra(", "Message::new("].iter().any(|f| literal.before.ends_with(f));
        if named && !messages.has(&literal.text) {
            wrong.push(format!("{}:{}: {}", source.path, literal.line, literal.text));
        }
        if let Some(family) = family(&literal.text)
            && literal.before.ends_with(".tr(&format!(")
            && !messages.variables.keys().any(|id| id.starts_with(family))
        {
            wrong.push(format!("{}:{}: nothing begins with {family}", source.path, literal.line));
        }
    }
    wrong
}

#[test]
fn every_message_is_used() {
    let ids: Vec<&str> = commands::all().map(|command| command.id).collect();
    let wrong = unused(sources(), &ids, &Messages::of(Lang::En));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The messages that nothing uses. A message is used when a literal is its name, or when it is
/// of a family, whose names are put together (`"command-{}"`), and a literal or the id of a command is
/// the rest of its name.
fn unused(sources: &[Source], commands: &[&str], messages: &Messages) -> Vec<String> {
    let said: BTreeSet<&str> = literals(sources).map(|(_, literal)| &*literal.text).collect();
    let families: BTreeSet<&str> = said.iter().filter_map(|text| family(text)).collect();
    let in_names = |code: &str| code.to_lowercase().replace(['.', ' '], "-");
    let codes: BTreeSet<String> = said.iter().chain(commands).map(|code| in_names(code)).collect();
    let is_used = |id: &str| {
        let of_family = |family: &&str| {
            id.strip_prefix(*family).is_some_and(|rest| codes.contains(&rest.to_lowercase()))
        };
        said.contains(id) || families.iter().any(of_family)
    };
    // The values have a test of their own.
    let others = messages.variables.keys().filter(|id| !id.starts_with("value-"));
    others.filter(|id| !is_used(id)).cloned().collect()
}

/// The text before the first filled-in part, where it is the beginning of a message's id.
fn family(text: &str) -> Option<&str> {
    let (family, _) = text.split_once('{')?;
    let name = |c: char| c.is_ascii_alphabetic() || c == '-';
    (family.len() > 1 && family.ends_with('-') && family.chars().all(name)).then_some(family)
}

/// The names of the values of a closed vocabulary.
fn values<T: Coded>(field: &str) -> impl Iterator<Item = String> {
    T::ALL.iter().map(move |value| value_id(field, value.code()))
}

/// The values of the reference tables that have names: their vocabularies are open, since people add to them.
fn reference_values() -> impl Iterator<Item = String> {
    let activities = reference::activities()
        .into_iter()
        .flat_map(|row| [("kind", row.kind), ("level", row.level), ("status", row.status)]);
    let organisations = reference::organisations().into_iter().map(|row| ("kind", row.kind));
    let values = activities.chain(organisations).map(|(field, value)| value_id(field, &value));
    values.chain(words_of_activities()).chain(reasons_of_the_sample())
}

/// The reasons that the sample's log gives.
fn reasons_of_the_sample() -> impl Iterator<Item = String> {
    let lines = include_str!("../../src/sample/words/en.csv").lines();
    lines.filter_map(|line| Some(value_id("remark", line.strip_prefix("remark,,")?)))
}

/// The words in which the published activities are told beside their descriptions; numbers have no names.
fn words_of_activities() -> impl Iterator<Item = String> {
    let lists = |row: &reference::ActivityRow| format!("{};{}", row.region, row.themes);
    let told = reference::activities().into_iter().flat_map(move |row| {
        let lists = lists(&row);
        let mut words: Vec<String> = lists.split(';').map(|word| word.trim().to_owned()).collect();
        words.extend([row.place, row.participants, row.uncertainty]);
        words
    });
    let is_named = |words: &String| words.contains(char::is_alphabetic);
    told.filter(is_named).map(|words| value_id("told", &words))
}

/// The values between which a field of a record lets choose.
fn choices(kind: Kind, code: &str) -> impl Iterator<Item = String> {
    let field = RecordField::from_code(kind, code).unwrap();
    let FieldValue::OneOf(codes) = field.value() else { panic!("{field:?}") };
    codes().into_iter().map(move |value| value_id(field.code(), value))
}

/// Every closed vocabulary whose values have names. A new one gets its line here.
fn all_values() -> BTreeSet<String> {
    values::<Chapter>("chapter")
        .chain(values::<Cycle>("cycle"))
        .chain(values::<Region>("region"))
        .chain(values::<CountryGroup>("group"))
        .chain(values::<Step>("review"))
        .chain(values::<ta_tui::domain::Source>("source"))
        .chain(values::<Stakeholder>("stakeholder"))
        .chain(values::<Priority>("priority"))
        .chain(values::<Horizon>("horizon"))
        .chain(values::<Response>("response"))
        .chain(values::<PersonKind>("person"))
        .chain(values::<Role>("role"))
        .chain(values::<Sees>("sees"))
        .chain(values::<ActivityStatus>("status"))
        .chain(values::<ActivityLevel>("level"))
        .chain(values::<DateStage>("stage"))
        .chain(values::<DocumentKind>("document"))
        .chain(values::<MoneyStage>("money"))
        .chain(values::<ReachOf>("reach"))
        .chain(values::<Extent>("extent"))
        .chain(values::<Mark>("mark"))
        .chain(values::<MarkedFact>("fact"))
        .chain(values::<Origin>("origin"))
        .chain(values::<Standing>("match"))
        .chain(values::<Band>("band"))
        .chain(values::<Certainty>("certainty"))
        .chain(values::<Near>("near"))
        .chain(values::<PartTaken>("part"))
        .chain(choices(Kind::Review, "dialogue"))
        .chain(choices(Kind::Activity, "starts-as"))
        .chain(choices(Kind::Activity, "ends-as"))
        .chain(choices(Kind::State, "kind"))
        .chain(reference_values())
        .collect()
}

#[test]
fn the_values_with_a_name_are_the_values_that_there_are() {
    let messages = Messages::of(Lang::En);
    let named: BTreeSet<String> = messages
        .variables
        .keys()
        // The conditions of the filter language are no facts of the domain.
        .filter(|id| id.starts_with("value-") && !id.starts_with("value-is-"))
        .cloned()
        .collect();
    assert_eq!(named, all_values());
}

#[test]
fn the_code_has_no_words_for_people() {
    let sources = sources();
    let mut wrong = Vec::new();
    for (source, literal) in literals(sources) {
        let allowed =
            ALLOWED.iter().any(|(path, text, _)| *path == source.path && *text == literal.text);
        if SPEAKING.contains(&source.module()) && has_words(&literal.text) && !allowed {
            wrong.push(format!("{}:{}: {:?}", source.path, literal.line, literal.text));
        }
    }
    for (path, text, _) in ALLOWED {
        let there =
            |(source, literal): (&Source, &Literal)| source.path == *path && literal.text == *text;
        if !literals(sources).any(there) {
            wrong.push(format!("{path}: {text:?} is allowed and not there"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn literals(sources: &[Source]) -> impl Iterator<Item = (&Source, &Literal)> {
    sources.iter().flat_map(|source| source.literals.iter().map(move |literal| (source, literal)))
}

/// Whether two words of two letters or more stand beside each other.
fn has_words(text: &str) -> bool {
    let mut before = false;
    text.split(' ').any(|part| {
        let part = part.trim_end_matches([',', '.', ':', ';', '!', '?']);
        let word = part.len() > 1 && part.chars().all(|c| c.is_ascii_alphabetic());
        std::mem::replace(&mut before, word) && word
    })
}

// Chinese: one rule for spaces, one kind of punctuation, no English left over.

/// The words of each message, with its variants, as they stand in the files of a language.
fn worded(lang: Lang) -> BTreeMap<String, String> {
    let mut words: BTreeMap<String, String> = BTreeMap::new();
    let mut id = String::new();
    for file in fs::read_dir(root().join("src/text").join(lang.code())).unwrap() {
        for line in fs::read_to_string(file.unwrap().path()).unwrap().lines() {
            let rest = match line.split_once(" =") {
                Some((name, rest)) if line.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                    name.clone_into(&mut id);
                    rest
                }
                _ if line.starts_with(' ') => line,
                _ => continue,
            };
            let rest = rest.trim();
            let variant = rest.strip_prefix('*').unwrap_or(rest);
            let rest = match variant.split_once(']') {
                Some((_, rest)) if variant.starts_with('[') => rest.trim(),
                _ => rest,
            };
            let all = words.entry(id.clone()).or_default();
            all.push_str(rest);
            all.push('\n');
        }
    }
    words
}

/// Whether Chinese is written with it: an ideograph, or punctuation of full width.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' | '“' | '”')
}

/// The first breach of rules in a line of Chinese: a space beside an ideograph (documents of the United Nations have
/// none before or after Latin letters, numbers and names), other than around a sign that stands alone; and a comma, a
/// colon, a semicolon or a full stop of half width between ideographs.
fn mixed(line: &str, with_spaces: bool) -> Option<String> {
    let all: Vec<char> = line.chars().collect();
    let around = |place: usize| all[place.saturating_sub(4)..(place + 5).min(all.len())].iter();
    for (place, &c) in all.iter().enumerate() {
        let before = all[..place].iter().rev().copied();
        let after = all[place + 1..].iter().copied();
        let wrong = match c {
            ' ' if with_spaces => {
                let (before, after) = (before.clone().next(), after.clone().next());
                let stands_alone = |c: Option<char>| c.is_some_and(|c| "·×÷=→✎".contains(c));
                (before.is_some_and(is_wide) || after.is_some_and(is_wide))
                    && !stands_alone(before)
                    && !stands_alone(after)
            }
            // a sign with a space before it is a key or stands alone
            ',' | ':' | ';' | '.' => {
                before.clone().next().is_some_and(is_wide)
                    && after.clone().find(|c| *c != ' ').is_some_and(is_wide)
            }
            _ => false,
        };
        if wrong {
            return Some(around(place).collect());
        }
    }
    None
}

#[test]
fn chinese_messages_have_no_spaces_beside_ideographs_and_no_punctuation_of_half_width() {
    let messages = worded(Lang::Zh);
    assert!(messages.len() > 1_000, "only {} messages were found", messages.len());
    let wrong: Vec<String> = messages
        .iter()
        .flat_map(|(id, words)| words.lines().map(move |line| (id, line)))
        .filter_map(|(id, line)| Some(format!("{id}: …{}…", mixed(line, true)?)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_chinese_screen_has_punctuation_of_half_width_between_ideographs() {
    let mut seen = 0;
    for file in fs::read_dir(root().join("tests/it/snapshots")).unwrap() {
        let path = file.unwrap().path();
        // A file is in one language, as its name says, or has parts, each under a line that says it.
        let mut chinese = path.file_name().unwrap().to_str().unwrap().contains("-zh");
        seen += usize::from(chinese);
        for line in fs::read_to_string(&path).unwrap().lines() {
            if let Some(part) = line.strip_prefix("== ") {
                chinese = part.starts_with("zh-");
                seen += usize::from(chinese);
            }
            if !chinese {
                continue;
            }
            // a change of colour, which snapshots write with a visible escape
            let mut parts = line.split('␛');
            let first = parts.next().unwrap_or_default().to_owned();
            let line = parts.fold(first, |line, part| {
                line + part.split_once('m').map_or(part, |(_, words)| words)
            });
            // A filter is written with its own marks: `国家:塞舌尔`.
            let filters = Field::ALL.iter().map(|field| format!("{}:", field.in_words(Lang::Zh)));
            let line = filters.fold(line, |line, field| line.replace(&field, ""));
            assert_eq!(mixed(&line, false), None, "{}: {line}", path.display());
        }
    }
    assert!(seen > 50, "{seen}");
}

#[test]
fn no_chinese_message_is_the_english_one() {
    let english = worded(Lang::En);
    let has_letters = |words: &str| {
        let mut depth = 0;
        words.chars().any(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0 && c.is_ascii_alphabetic()
        })
    };
    let same: Vec<String> = worded(Lang::Zh)
        .into_iter()
        .filter(|(id, words)| english.get(id) == Some(words) && has_letters(words))
        .map(|(id, words)| format!("{id}: {words}"))
        .collect();
    assert!(same.is_empty(), "\n{}", same.join("\n"));
}

#[test]
fn what_mixes_two_ways_of_writing_is_found() {
    for wrong in ["按 q 退出", "共{ $n } 项", "法国, 东帝汶", "优先程度: 高", "图一. 按区域组"]
    {
        assert!(mixed(wrong, true).is_some(), "{wrong}");
    }
    for right in ["按q退出", "共3,954项", "第{ $n }段", "此后 · 2019-09-30", "章:IV,V"] {
        assert_eq!(mixed(right, true), None, "{right}");
    }
    assert_eq!(mixed("指派  . 同上", false), None, "a key in a line of hints");
}

// The checks themselves, on made-up files.

fn made_up(code: &str) -> Vec<Source> {
    vec![Source::new("src/ui/a.rs", code)]
}

fn messages(text: &str) -> Messages {
    let mut messages = Messages::default();
    messages.read(text);
    messages
}

#[test]
fn the_reader_finds_messages_and_variables() {
    let read = messages(
        "# a = b\none = { $a } of { NUMBER($b-c) }\ntwo =\n    { $n ->\n        [one] x\n       *[other] { $m }\n    }\none = again\n",
    );
    let names: Vec<_> = read.variables.keys().collect();
    assert_eq!(names, ["one", "two"]);
    assert_eq!(read.variables["two"], BTreeSet::from(["m".to_owned(), "n".to_owned()]));
    assert_eq!(read.twice, ["one"]);
    assert!(messages("x = { $a-b }").variables["x"].contains("a-b"));
}

#[test]
fn a_missing_message_is_found() {
    let english = messages("here = x\ntab-one = x");
    let code = "fn f() { text.tr(\"here\"); s.push_str(\"x\"); text.tra(\n\"gone\", &[]); Message::new(\"lost\");\
                text.tr(&format!(\"tab-{}\", x)); text.tr(&format!(\"column-{}\", x)); }";
    assert_eq!(missing(&made_up(code), &english).len(), 3);
}

#[test]
fn an_unused_message_is_found() {
    let english = messages("here = x\ngone = x\ncommand-move-down = x\ncommand-move-up = x");
    let code = "const A: &str = \"here\"; fn f() { format!(\"command-{}\", x); \"move.down\" }\
                #[cfg(test)] mod tests { const B: &str = \"gone\"; }";
    assert_eq!(unused(&made_up(code), &[], &english), ["command-move-up", "gone"]);
    assert_eq!(unused(&made_up(code), &["move.up"], &english), ["gone"]);
}

#[test]
fn one_need_is_not_called_needs() {
    let text = Text::of(Lang::En);
    let count = |needs: u32| [("needs", Arg::from(needs)), ("count", Arg::from(needs.to_string()))];
    assert_eq!(text.tra("count-of-state", &count(1)), "1 need of this State");
    assert_eq!(text.tra("count-of-review", &count(2)), "2 needs of this review");
}

#[test]
fn words_are_told_from_codes() {
    for words in ["not found", "Could not: open {file}", "{n} needs left"] {
        assert!(has_words(words), "{words}");
    }
    for code in ["chapter:V", "{} {}", "value-is-mine", "a b", "under-way", " ", "x {y} z"] {
        assert!(!has_words(code), "{code}");
    }
}
