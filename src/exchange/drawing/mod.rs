//! A figure, or a total over the years, as a picture for a document: SVG and PNG, 16 cm wide, letters of 9 to 11 points. It can
//! be read in black and white.
//!
//! A figure is first laid out as SVG with text (`page`, `bars`, `heat`, `years`); then letters become
//! outlines (`outline`), so that it looks the same in every program whatever fonts it has.

mod bars;
mod fonts;
mod heat;
mod outline;
mod page;
mod paths;
mod script;
mod shade;
mod words;
mod years;

pub use fonts::{Fonts, Undrawn};

use super::ChartWords;
use crate::analysis::chart::{Body, Chart};
use crate::analysis::trend::Years;
use crate::xml::{Element, escaped};
use outline::Outlines;
use page::{Length, Page, Points, Type, WIDTH};

const HEADING: Type = Type::of(11);
const SUBTITLE: Type = Type::of(10);
const NOTES: Type = Type::of(9);

/// What a picture is of.
#[derive(Clone, Copy)]
enum Drawn<'a> {
    Figure(&'a Chart, ChartWords<'a>),
    Years(&'a Years),
}

/// The drawing with its letters as text: the words and their places. Its look depends on the fonts
/// of its reader.
pub fn sketch(chart: &Chart, words: ChartWords<'_>, fonts: &Fonts) -> String {
    let page = laid(Page::new(fonts), Drawn::Figure(chart, words));
    document(page.height(), "", "", &page.marks())
}

/// A figure laid out on its page, with outlines in the place of letters.
pub struct Picture {
    height: Length,
    title: String,
    description: String,
    outlines: Outlines,
}

impl Picture {
    /// Lays out a figure. There is nothing of it when a character is in no font.
    pub fn of(chart: &Chart, words: ChartWords<'_>, fonts: &mut Fonts) -> Result<Self, Undrawn> {
        let said = (words::title(chart), words::description(chart));
        Self::drawn(Drawn::Figure(chart, words), said, fonts)
    }

    /// Lays out a total over the years. There is nothing of it when a character is in no font.
    pub fn of_years(years: &Years, fonts: &mut Fonts) -> Result<Self, Undrawn> {
        let said = (words::plain(&years.title), words::of_years(years));
        Self::drawn(Drawn::Years(years), said, fonts)
    }

    fn drawn(
        drawn: Drawn<'_>,
        (title, description): (String, String),
        fonts: &mut Fonts,
    ) -> Result<Self, Undrawn> {
        let written = laid(Page::new(fonts), drawn).words;
        fonts.cover(&written)?;
        let page = laid(Page::by_font(fonts), drawn);
        let height = page.height();
        Ok(Self {
            height,
            title,
            description,
            outlines: Outlines::of(&document(height, "", "", &page.marks()), fonts)?,
        })
    }

    /// The drawing with its letters as outlines; title and description say its words.
    pub fn svg(&self) -> String {
        let mut words = String::new();
        Element::open(&mut words, "title").holding(&escaped(&self.title));
        Element::open(&mut words, "desc").holding(&escaped(&self.description));
        document(self.height, "pt", &words, &self.outlines.marks())
    }

    /// The picture at 300 dots to the inch: 1,890 pixels wide.
    pub fn png(&self) -> Result<Vec<u8>, Undrawn> {
        self.outlines.png(self.height, &self.title)
    }
}

/// The page with the figure or the total on it.
fn laid<'a>(mut page: Page<'a>, drawn: Drawn<'_>) -> Page<'a> {
    let (chart, words) = match drawn {
        Drawn::Figure(chart, words) => (chart, words),
        Drawn::Years(years) => return laid_years(page, years),
    };
    page.paragraph(&chart.heading, HEADING);
    page.paragraph(&chart.title, HEADING.bold());
    page.top += 100;
    page.paragraph(&chart.subtitle, SUBTITLE);
    page.top += 500;
    match &chart.body {
        Body::Bars(bars) => bars::draw(&mut page, bars),
        Body::Heat(heat) => heat::draw(&mut page, heat, words.shades),
    }
    page.top += 300;
    for note in chart.below() {
        page.paragraph(note, NOTES);
    }
    page
}

fn laid_years<'a>(mut page: Page<'a>, years: &Years) -> Page<'a> {
    page.paragraph(&years.title, HEADING.bold());
    page.top += 100;
    page.paragraph(&years.subtitle, SUBTITLE);
    page.top += 500;
    years::draw(&mut page, years);
    page.top += 300;
    for note in &years.notes {
        page.paragraph(note, NOTES);
    }
    page
}

/// The whole drawing, in points. `unit` is `pt` where a reader must be told so.
fn document(height: Length, unit: &str, words: &str, marks: &str) -> String {
    let (width, height) = (Points(WIDTH), Points(height));
    let mut drawing = String::new();
    Element::open(&mut drawing, "svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("width", format_args!("{width}{unit}"))
        .with("height", format_args!("{height}{unit}"))
        .with("viewBox", format_args!("0 0 {width} {height}"))
        .holding(&format!("\n{words}{marks}"));
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_another_font_are_drawn_too() {
        let drawn = |words: &str| {
            let mut fonts = fonts::tests::chinese();
            fonts.cover(words).unwrap();
            let mut page = Page::by_font(&fonts);
            page.paragraph(words, HEADING.bold());
            let source = document(page.height(), "", "", &page.marks());
            Outlines::of(&source, &fonts).unwrap().marks()
        };
        let [one, other] = ["图", "五"].map(drawn);
        // The paper, and a letter on it.
        assert_eq!(one.matches("<path").count(), 2);
        assert_ne!(one, other, "not what stands for letters that are missing");
    }
}
