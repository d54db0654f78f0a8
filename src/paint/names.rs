//! Names and short forms of the register's values, in a language.

use super::theme::{NIL, Tone};
use crate::domain::{ArticleSet, Coded, Horizon, PersonKind, Priority, Response};
use crate::query::register::{NeedRef, Organisation, Person, State, Vocabulary};
use crate::text::Signs;
use crate::text::signs::{self, Sign};
use crate::text::{Arg, Form, Lang, Named, Text, width};

/// A person in few words: the only post of a State by the State, an adviser by the region, everybody else by the post.
pub fn person_short(person: &Person, vocabulary: &Vocabulary, text: &Text) -> String {
    let lang = text.lang();
    match (only_post_of(person, vocabulary), person_of_region(person, text)) {
        (Some(own), _) => own.in_lang(lang).to_owned(),
        (None, Some(region)) => region.to_owned(),
        (None, None) => person.in_lang(lang).to_owned(),
    }
}

/// The State whose only post a person has.
fn only_post_of<'a>(person: &Person, vocabulary: &'a Vocabulary) -> Option<&'a State> {
    let is_only = |place: &u16| {
        let others = vocabulary.people.iter().filter(|other| other.code != person.code);
        others.filter_map(|other| other.state).all(|other| other != *place)
    };
    vocabulary.states.get(usize::from(person.state.filter(is_only)?))
}

/// The post of a person in at most `room` cells, for authors and other places where a name of a State alone could be
/// taken for the State: whole where it fits, shorter for the only focal point of a State and, by a shorter name of the
/// region, for an adviser, else the person's code.
pub fn post_in(person: &Person, vocabulary: &Vocabulary, text: &Text, room: usize) -> String {
    let post = person.in_lang(text.lang());
    let fits = |name: &String| width(name) <= room;
    if width(post) <= room {
        return post.to_owned();
    }
    let short = |form| text.short("adviser", &person.code, form).map(str::to_owned);
    let whole = person_of_region(person, text).map(str::to_owned);
    let forms = [whole, short(Form::Short), short(Form::Shortest), short(Form::Head)];
    let of_region = |region| text.tra("adviser-of", &[("region", Arg::from(region))]);
    let state = only_post_of(person, vocabulary).filter(|_| person.kind == PersonKind::FocalPoint);
    let of_state =
        state.map(|of| text.tra("focal-of", &[("state", Arg::from(of.in_lang(text.lang())))]));
    let mut shorter = forms.into_iter().flatten().map(of_region).chain(of_state);
    shorter.find(fits).unwrap_or_else(|| person.code.clone())
}

/// The region of an adviser: its post names it after a comma, or before the words for the post.
fn person_of_region<'a>(person: &'a Person, text: &Text) -> Option<&'a str> {
    if person.kind != PersonKind::Adviser {
        return None;
    }
    let post = person.in_lang(text.lang());
    let behind = post.split_once(", ").map(|(_, region)| region);
    let region = behind.or_else(|| post.strip_suffix(&*text.tr("nameless-adviser")));
    // Anonymous posts have no region.
    region.filter(|region| !region.is_empty())
}

/// An organisation in few words: the abbreviation that its English name has in brackets at its end, else its name.
pub fn organisation_short(of: &Organisation, lang: Lang) -> &str {
    let name = of.in_lang(Lang::default());
    let last = name.strip_suffix(')').and_then(|name| name.rsplit_once('(')).map(|(_, last)| last);
    let capitals = |word: &&str| word.chars().filter(char::is_ascii_uppercase).count() > 1;
    let short = last.filter(|word| !word.contains(' ')).filter(capitals);
    short.unwrap_or_else(|| of.in_lang(lang))
}

/// A term with a number or a remark in brackets behind it.
pub fn in_brackets(what: &str, note: &str, text: &Text) -> String {
    text.tra("in-brackets", &[("what", Arg::from(what)), ("note", Arg::from(note))])
}

/// The document that a need stands in: that of the sample has a name in every language, others are quoted.
pub fn document<'a>(document: &'a str, text: &'a Text) -> std::borrow::Cow<'a, str> {
    if document == crate::sample::document() {
        return text.tr("sample-document");
    }
    document.into()
}

/// Articles as `8, 52`; runs as `51–53`; without an article, the chapters that are named alone, as `II, V`.
pub fn articles(set: ArticleSet, text: &Text) -> String {
    if set.is_empty() && set.chapters_alone().next().is_some() {
        let chapters = set
            .chapters_alone()
            .map(|chapter| text.tr(&format!("head-{}", chapter.code())).into_owned());
        return chapters.collect::<Vec<_>>().join(&text.tr("list-separator"));
    }
    let numbers: Vec<u8> = set.iter().map(crate::domain::Article::number).collect();
    let mut parts: Vec<String> = Vec::new();
    let mut at = 0;
    while at < numbers.len() {
        let mut end = at;
        while end + 1 < numbers.len() && numbers[end + 1] == numbers[end] + 1 {
            end += 1;
        }
        if end >= at + 2 {
            parts.push(format!("{}–{}", numbers[at], numbers[end]));
        } else {
            parts.extend(numbers[at..=end].iter().map(u8::to_string));
        }
        at = end + 1;
    }
    if parts.is_empty() { NIL.to_owned() } else { parts.join(&text.tr("list-separator")) }
}

/// The articles in at most `room` cells: where they do not all fit, the first one and the count of the others.
pub fn articles_in(set: ArticleSet, text: &Text, room: usize) -> String {
    let whole = articles(set, text);
    match (width(&whole) > room, set.iter().next()) {
        (true, Some(first)) => format!("{} +{}", first.number(), set.iter().count() - 1),
        _ => whole,
    }
}

/// A decided value: a sign and a word, so that colour is not alone. Undecided, it has the sign for "not stated" and
/// no word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The sign.
    pub sign: &'static str,
    /// The word.
    pub word: String,
    /// The meaning of its style.
    pub tone: Tone,
}

impl Decided {
    fn new(sign: &'static str, word: String, tone: Tone) -> Self {
        Self { sign, word, tone }
    }

    fn nothing() -> Self {
        Self::new(NIL, String::new(), Tone::Dim)
    }

    /// The sign in so many cells, then the word.
    pub fn sign_first(&self, cells: usize) -> String {
        format!("{} {}", crate::text::padded(self.sign, cells, false), self.word).trim_end().into()
    }

    /// The word alone, or the sign where the value is undecided.
    pub fn word_alone(&self) -> &str {
        if self.word.is_empty() { self.sign } else { &self.word }
    }
}

/// A priority; its signs stand in three cells.
pub fn priority(value: Option<Priority>, text: &Text) -> Decided {
    let Some(value) = value else { return Decided::nothing() };
    let (sign, tone) = match value {
        Priority::High => ("!!!", Tone::High),
        Priority::Medium => ("!!", Tone::Medium),
        Priority::Low => ("!", Tone::Low),
    };
    Decided::new(sign, text.value("priority", value.code()), tone)
}

/// A response, with its sign as the terminal has it.
pub fn response(value: Option<Response>, text: &Text, drawn: Signs) -> Decided {
    let Some(value) = value else { return Decided::nothing() };
    let (sign, tone): (&Sign, Tone) = match value {
        Response::Unmet => (&signs::UNMET, Tone::Unmet),
        Response::Planned => (&signs::PLANNED, Tone::Planned),
        Response::UnderWay => (&signs::UNDER_WAY, Tone::UnderWay),
        Response::Met => (&signs::MET, Tone::Met),
        Response::Withdrawn => (&signs::WITHDRAWN, Tone::Withdrawn),
    };
    Decided::new(sign.drawn(drawn), text.value("response", value.code()), tone)
}

/// A horizon.
pub fn horizon(value: Option<Horizon>, text: &Text) -> String {
    value.map_or_else(|| NIL.to_owned(), |v| text.value("horizon", v.code()))
}

/// The focal point of a need, or the sign for "not stated".
pub fn focal(need: NeedRef<'_>, lang: Lang) -> String {
    need.focal_point().map_or_else(|| NIL.to_owned(), |p| p.in_lang(lang).to_owned())
}

/// A value, or the sign for "not stated".
pub fn or_nil(value: Option<impl ToString>) -> String {
    value.map_or_else(|| NIL.to_owned(), |v| v.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Article;

    #[test]
    fn a_state_with_several_posts_names_none_of_them() {
        let mut vocabulary = (*crate::testing::random_register::register(3, 20).vocabulary).clone();
        let text = Text::of(Lang::En);
        let own = vocabulary.people.iter().find(|person| person.code == "fp-gh").expect("a post");
        let own = own.clone();
        assert_eq!(person_short(&own, &vocabulary, text), "Ghana");
        let second = Person { code: "fp-gh-2".to_owned(), ..own.clone() };
        vocabulary.people.push(second);
        assert_eq!(person_short(&own, &vocabulary, text), "Focal point, Ghana");
    }

    #[test]
    fn an_author_is_a_post_or_a_code_in_whatever_room() {
        let vocabulary = crate::testing::random_register::register(3, 20).vocabulary;
        let (en, zh) = (Text::of(Lang::En), Text::of(Lang::Zh));
        let person = |code: &str| {
            let found = vocabulary.people.iter().find(|person| person.code == code);
            found.expect("a post")
        };
        let (focal, adviser) = (person("fp-gh"), person("adviser-eastern-southern-africa"));
        assert_eq!(post_in(focal, &vocabulary, en, 18), "Focal point, Ghana");
        assert_eq!(post_in(focal, &vocabulary, en, 17), "fp-gh");
        assert_eq!(
            post_in(adviser, &vocabulary, en, 45),
            "Regional adviser, Eastern and Southern Africa"
        );
        assert_eq!(post_in(adviser, &vocabulary, en, 44), "Adviser, Eastern and Southern Africa");
        assert_eq!(post_in(adviser, &vocabulary, en, 29), "Adviser, East.+South. Africa");
        assert_eq!(post_in(adviser, &vocabulary, en, 19), "Adviser, E+S Africa");
        assert_eq!(post_in(adviser, &vocabulary, en, 18), "adviser-eastern-southern-africa");
        assert_eq!(post_in(adviser, &vocabulary, zh, 25), "东部和南部非洲顾问");
    }

    #[test]
    fn articles_read_as_people_write_them() {
        let set = |numbers: &[u8]| numbers.iter().filter_map(|n| Article::new(*n)).collect();
        let (en, zh) = (Text::of(Lang::En), Text::of(Lang::Zh));
        assert_eq!(articles(set(&[8, 52]), en), "8, 52");
        assert_eq!(articles(set(&[8, 52]), zh), "8、52");
        assert_eq!(articles(set(&[51, 52, 53, 58]), en), "51–53, 58");
        assert_eq!(articles(set(&[15, 16]), en), "15, 16");
        assert_eq!(articles(ArticleSet::EMPTY, en), "–");
        let mut alone = ArticleSet::EMPTY;
        alone.insert_chapter(crate::domain::Chapter::II);
        alone.insert_chapter(crate::domain::Chapter::V);
        assert_eq!((articles(alone, en), articles(alone, zh)), ("II, V".into(), "二、五".into()));
        alone.insert(Article::new(52).expect("an article"));
        assert_eq!(articles(alone, en), "52");
        assert_eq!(articles_in(set(&[26, 39]), zh, 6), "26、39");
        assert_eq!(articles_in(set(&[26, 39, 52]), en, 6), "26 +2");
    }
}
