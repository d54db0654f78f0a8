//! The ways in which screens and documents write a value that has a number: "Chapter V", "Art. 52", "52 Prevention
//! and detection …", 第五章, 第五十二条.

use crate::domain::{Article, Chapter, Coded, Cycle};
use crate::query::Field;
use crate::query::facet_value::article_title;
use crate::query::names::Name;
use crate::query::words;
use crate::text::{Lang, Text};
use std::collections::HashMap;
use std::sync::OnceLock;

/// The forms of a chapter, an article or a cycle, by its number, and other words for it.
pub(super) fn forms(field: Field, number: u8) -> &'static [Name] {
    static FORMS: OnceLock<HashMap<(Field, u8), Vec<Name>>> = OnceLock::new();
    let all = FORMS.get_or_init(|| {
        let articles = Article::all().map(|a| (Field::Article, a.number(), a.number().to_string()));
        let chapters =
            Chapter::ALL.iter().map(|c| (Field::Chapter, c.number(), c.code().to_owned()));
        let cycles = Cycle::ALL.iter().map(|c| (Field::Cycle, c.number(), c.code().to_owned()));
        let all = articles.chain(chapters).chain(cycles);
        all.map(|(field, number, code)| ((field, number), named(field, number, &code))).collect()
    });
    all.get(&(field, number)).map_or(&[], Vec::as_slice)
}

fn named(field: Field, number: u8, code: &str) -> Vec<Name> {
    let mut forms = written(field, number, code);
    forms.extend_from_slice(words::of_value(field.code(), code));
    forms.sort_by(|a, b| a.normal().cmp(b.normal()));
    forms.dedup_by(|a, b| a.normal() == b.normal());
    forms
}

fn written(field: Field, number: u8, code: &str) -> Vec<Name> {
    let mut numbers = vec![chinese(number), code.to_owned(), number.to_string()];
    for lang in Lang::ALL {
        for name in [field.name(*lang), head(field, *lang)] {
            numbers.push(format!("{name} {code}"));
            numbers.push(format!("{name} {number}"));
        }
    }
    let figures = [number.to_string(), chinese(number)];
    for behind in words::behind_number(field.code()).iter().map(|word| &word.written) {
        for figure in &figures {
            numbers.extend([format!("第{figure}{behind}"), format!("{figure}{behind}")]);
        }
    }
    let numbers: Vec<Name> = numbers.iter().map(|number| Name::new(number)).collect();
    let titles: Vec<Name> =
        titles(field, number, code).iter().map(|title| Name::new(title)).collect();
    // Thousands: put together from numbers and titles that are in their normal form already.
    let joined = |title: &Name| -> Vec<Name> {
        let around = [(" ", ""), ("、", ""), ("(", ")"), (" (", ")")];
        let with = |n: &Name| around.map(|(between, end)| n.followed_by(between, title, end));
        numbers.iter().flat_map(with).collect()
    };
    let with_titles: Vec<Name> = titles.iter().flat_map(joined).collect();
    numbers.into_iter().chain(with_titles).collect()
}

fn titles(field: Field, number: u8, code: &str) -> Vec<String> {
    match (field, Article::new(number)) {
        (Field::Article, Some(article)) => {
            article_title(article).iter().map(str::to_owned).collect()
        }
        (Field::Chapter, _) => {
            Lang::ALL.iter().map(|lang| Text::of(*lang).value(field.code(), code)).collect()
        }
        _ => Vec::new(),
    }
}

/// The head of the field's column on screens.
fn head(field: Field, lang: Lang) -> String {
    let text = Text::of(lang);
    match field {
        Field::Article => text.tr("head-articles").into_owned(),
        Field::Cycle => text.tr("head-cycle").into_owned(),
        _ => field.name(lang),
    }
}

/// A number below 100 in Chinese figures.
fn chinese(number: u8) -> String {
    const FIGURES: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (usize::from(number / 10), usize::from(number % 10));
    let tens = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", FIGURES[tens.min(9)]),
    };
    tens + FIGURES[ones]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_convention_writes_them() {
        assert_eq!(chinese(5), "五");
        assert_eq!(chinese(10), "十");
        assert_eq!(chinese(14), "十四");
        assert_eq!(chinese(20), "二十");
        assert_eq!(chinese(62), "六十二");
    }

    #[test]
    fn what_is_put_together_is_in_its_normal_form() {
        for article in Article::all() {
            for form in forms(Field::Article, article.number()) {
                assert_eq!(*form, Name::new(&form.written));
            }
        }
    }

    #[test]
    fn a_number_has_the_forms_of_screens_and_documents() {
        let forms = forms(Field::Chapter, 5);
        for form in [
            "chapter v",
            "章 5",
            "第五章",
            "第5章",
            "五",
            "第五章 资产追回",
            "v 资产追回",
            "第五章(资产追回)",
        ] {
            assert!(forms.iter().any(|known| known.is(form)), "{form}: {forms:?}");
        }
    }
}
