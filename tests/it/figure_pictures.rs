//! The figures as pictures: their contents are the counted ones, their looks the approved ones, and
//! they are the same on every machine. No test here looks at the fonts of this one.

use crate::support::desk::sample;
use crate::support::fresh::fresh;
use crate::support::home::{Home, SMALL};
use crate::support::pixels::{Pixels, hex};
use resvg::tiny_skia::Rect;
use resvg::usvg::{self, Group};
use roxmltree::{Document, Node};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use ta_tui::analysis::chart::{Bar, Bars, Body, Chart};
use ta_tui::analysis::{Design, Figure, FilteredRegister, Look, Table, chart, figure_filter};
use ta_tui::domain::Day;
use ta_tui::exchange::{ChartWords, Fonts, Picture, Undrawn, sketch};
use ta_tui::query::register::Register;
use ta_tui::query::{Context, Plan, Selection, parse, select};
use ta_tui::store::{Access, Store};
use ta_tui::text::{Lang, Text, grouped, signed};

/// The colour of the present counts, and of the ground of hatched bars.
const DARK: &str = "#1f4e79";
const LIGHT: &str = "#dce8f3";
/// Pixels to the point.
const SCALE: f64 = 300.0 / 72.0;

fn words(lang: Lang) -> ChartWords<'static> {
    match lang {
        Lang::En => ChartWords { shades: "Shades:", key: "Columns: ", between: "; " },
        Lang::Zh => ChartWords { shades: "深浅：", key: "图例：", between: "；" },
    }
}

/// The folder of the embedded fonts.
fn fonts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/exchange/drawing/fonts")
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The register of a day, a filter as it understands it, and the selection.
type OfDay = (Register, Plan, Selection);

fn asked((register, plan, selection): &OfDay) -> FilteredRegister<'_> {
    FilteredRegister { register, plan, selection }
}

/// A figure of the sample at the end of September 2019, counted and in words.
fn made(number: u8, since: Option<&str>, beside: bool, lang: Lang) -> (Figure, Chart) {
    let until = day("2019-09-30");
    let store = Store::open(&sample(), Access::ReadOnly).unwrap();
    let now = store.load(&mut |_| true).unwrap();
    let design = Design::numbered(number).unwrap();
    let narrowed = parse("").unwrap();
    let filter = figure_filter(design, &narrowed).unwrap();
    let ask = |day: Day| -> OfDay {
        let register = store.as_of(&now, day).unwrap();
        let plan = Plan::resolve(&filter, &register, &Context { today: day, me: None }).unwrap();
        let selection = select(&register, &plan, &|| false).unwrap();
        (register, plan, selection)
    };
    let since = since.map(day).or_else(|| design.usual_since(until));
    let (shown, before) = (ask(until), since.map(ask));
    let filters = (filter.clone(), narrowed.clone());
    let figure =
        Figure::count(design, design.measure, filters, asked(&shown), before.as_ref().map(asked));
    let look = Look {
        vocabulary: &shown.0.vocabulary,
        text: Text::of(lang),
        until,
        since,
        illustrative: true,
        beside,
    };
    let chart = chart(&figure, look);
    (figure, chart)
}

/// The texts of a drawing that stand left of their place, line by line.
fn numbers(drawing: &Document<'_>) -> Vec<Vec<String>> {
    let mut lines: BTreeMap<usize, Vec<(f64, String)>> = BTreeMap::new();
    for text in elements(drawing, "text") {
        if text.attribute("text-anchor") == Some("end") {
            let line = lines.entry(whole(number(text, "y") * 100.0)).or_default();
            line.push((number(text, "x"), text.text().unwrap().to_owned()));
        }
    }
    let sorted = lines.into_values().map(|mut line| {
        line.sort_by(|one, other| one.0.total_cmp(&other.0));
        line.into_iter().map(|(_, text)| text).collect()
    });
    sorted.collect()
}

fn elements<'a>(drawing: &'a Document<'_>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    drawing.descendants().filter(move |node| node.has_tag_name(name))
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

/// The nearest whole number.
fn whole(number: f64) -> usize {
    format!("{number:.0}").parse().unwrap()
}

fn counted_lines(figure: &Figure) -> Vec<Vec<String>> {
    let table = &figure.now;
    let of = |value: u32| grouped(value.into());
    let grown = |value: u32, before: u32| i64::from(value) - i64::from(before);
    let line = |value: u32, before: Option<u32>| {
        let two = before.map(|before| [of(before), signed(grown(value, before))]);
        let percent = Figure::percent(value, table.total).unwrap().to_string();
        two.into_iter().flatten().chain([of(value), percent]).collect()
    };
    let before = |at: &dyn Fn(&Table) -> u32| figure.before.as_ref().map(at);
    if figure.columns.is_some() {
        let row = |cells: &[u32], sum: u32| cells.iter().chain([&sum]).map(|c| of(*c)).collect();
        let rows = table.cells.iter().zip(&table.rows).map(|(cells, sum)| row(cells, *sum));
        return rows.chain([row(&table.columns, table.total)]).collect();
    }
    let rows = (0..table.rows.len()).map(|at| line(table.rows[at], before(&|t| t.rows[at])));
    rows.chain([line(table.total, before(&|t| t.total))]).collect()
}

#[test]
fn every_number_of_a_drawing_is_what_was_counted() {
    for &lang in Lang::ALL {
        for figure in 1..=7 {
            let (figure, chart) = made(figure, None, false, lang);
            let drawing = sketch(&chart, words(lang), &Fonts::embedded());
            let drawing = Document::parse(&drawing).unwrap();
            let shown = numbers(&drawing);
            // The first line is the heads.
            assert_eq!(shown[1..], counted_lines(&figure), "{lang:?} {}", chart.heading);
        }
    }
}

#[test]
fn the_drawings_of_all_figures_are_as_they_were_approved() {
    for &lang in Lang::ALL {
        for (name, figure, since, beside) in [
            ("bars", 5, None, false),
            ("growth", 1, None, false),
            ("beside", 4, Some("2019-05-31"), true),
            ("growth-by-category", 2, None, false),
            ("heat", 3, None, false),
            ("chapters", 4, None, false),
            ("chapter-ii", 6, None, false),
            ("chapter-v", 7, None, false),
        ] {
            let (_, chart) = made(figure, since, beside, lang);
            let drawing = sketch(&chart, words(lang), &Fonts::embedded());
            insta::assert_snapshot!(format!("picture-{name}-{}", lang.code()), drawing);
        }
    }
}

/// The boxes of the letters of each text of a drawing, as drawn in the embedded font.
fn letters(drawing: &str) -> Vec<Rect> {
    fn collect(group: &Group, found: &mut Vec<Rect>) {
        for node in group.children() {
            match node {
                usvg::Node::Group(group) => collect(group, found),
                usvg::Node::Text(text) => found.push(text.flattened().abs_bounding_box()),
                _ => {}
            }
        }
    }
    let mut options = usvg::Options { font_family: "Noto Sans".into(), ..Default::default() };
    options.fontdb_mut().load_fonts_dir(fonts());
    let mut found = Vec::new();
    collect(usvg::Tree::from_str(drawing, &options).unwrap().root(), &mut found);
    found
}

#[test]
fn nothing_is_drawn_beyond_the_page_and_no_words_run_into_others() {
    for (figure, beside) in (1..=7).map(|figure| (figure, false)).chain([(4, true)]) {
        for since in [None, Some("2018-12-31")] {
            let (_, chart) = made(figure, since, beside, Lang::En);
            let drawing = sketch(&chart, words(Lang::En), &Fonts::embedded());
            let places = letters(&drawing);
            let drawing = Document::parse(&drawing).unwrap();
            let root = drawing.root_element();
            let (width, height) = (number(root, "width"), number(root, "height"));
            // A4 with margins of two and a half centimetres.
            assert!((width - 453.6).abs() < 0.01 && height <= 24.7 / 2.54 * 72.0, "{height}");
            assert_eq!(places.len(), elements(&drawing, "text").count());
            for (at, one) in places.iter().enumerate() {
                assert!(one.left() > 5.5 && one.right() < 448.1 && one.top() > 5.5, "{one:?}");
                assert!(f64::from(one.bottom()) < height - 4.0, "{one:?}");
                let apart = |other: &Rect| one.intersect(other).is_none();
                assert!(places[at + 1..].iter().all(apart), "{one:?}");
            }
            for area in elements(&drawing, "rect").skip(1) {
                let right = number(area, "x") + number(area, "width");
                assert!(right < 447.85 && number(area, "width") > 0.0, "{right}");
            }
        }
    }
}

/// Hostile words for a label, a note, a name.
const HOSTILE: &str = "a</text><script>&amp; \"x\" ]]> <!-- \u{1b}[31m \u{0} \u{ffff} \u{202e}b";

#[test]
fn hostile_words_stay_words() {
    let (_, mut chart) = made(5, None, false, Lang::En);
    chart.notes.push(HOSTILE.to_owned());
    chart.title = HOSTILE.to_owned();
    let Body::Bars(bars) = &mut chart.body else { panic!("no bars") };
    bars.bars[0].label = HOSTILE.to_owned();
    let drawing = sketch(&chart, words(Lang::En), &Fonts::embedded());
    let drawing = Document::parse(&drawing).unwrap();
    let said: Vec<&str> = elements(&drawing, "text").filter_map(|text| text.text()).collect();
    assert!(said.iter().any(|text| text.contains("a</text><script>&amp;")), "{said:?}");
    let picture = Picture::of(&chart, words(Lang::En), &mut Fonts::embedded()).unwrap().svg();
    let picture = Document::parse(&picture).unwrap();
    for node in picture.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        assert!(["svg", "title", "desc", "path"].contains(&name), "{name}");
    }
    let title = elements(&picture, "title").next().unwrap().text().unwrap();
    assert!(title.contains("</text><script>&amp; \"x\" ]]> <!--"), "{title}");
    assert!(!title.contains(|c: char| c.is_control() || c == '\u{202e}'));
}

#[test]
fn the_picture_in_the_documents_is_of_today() {
    let (_, chart) = made(1, None, false, Lang::En);
    let picture = Picture::of(&chart, words(Lang::En), &mut Fonts::embedded()).unwrap();
    fresh("docs/pictures/figure-document.svg", &picture.svg());
}

#[test]
fn a_picture_says_its_words_and_its_size() {
    let (figure, chart) = made(3, None, false, Lang::En);
    let picture = Picture::of(&chart, words(Lang::En), &mut Fonts::embedded()).unwrap().svg();
    let picture = Document::parse(&picture).unwrap();
    let root = picture.root_element();
    assert_eq!(root.attribute("width"), Some("453.6pt"));
    let height = root.attribute("height").unwrap().trim_end_matches("pt");
    assert_eq!(root.attribute("viewBox").unwrap(), format!("0 0 453.6 {height}"));
    let text = |name| elements(&picture, name).next().unwrap().text().unwrap().to_owned();
    assert_eq!(text("title"), format!("Figure III – {}", chart.title));
    let words = text("desc");
    let article = "46 Mutual legal assistance: Legislative drafting and legal advice 53, ";
    assert!(words.contains(article), "{words}");
    assert!(words.contains(&format!("Total {}", grouped(figure.now.total.into()))));
    assert!(words.contains("The needs in this register are illustrative.\n"));
    assert!(words.ends_with("--by article,category --as-of 2019-09-30"), "{words}");
}

#[test]
fn the_same_figure_is_the_same_bytes() {
    for figure in [1, 5] {
        let draw = || {
            let (_, chart) = made(figure, None, false, Lang::En);
            let picture = Picture::of(&chart, words(Lang::En), &mut Fonts::embedded()).unwrap();
            (picture.svg(), picture.png().unwrap())
        };
        assert!(draw() == draw(), "figure {figure}");
    }
}

#[test]
fn bars_are_as_long_as_what_they_count() {
    let (figure, chart) = made(5, None, false, Lang::En);
    let drawing = sketch(&chart, words(Lang::En), &Fonts::embedded());
    let drawing = Document::parse(&drawing).unwrap();
    let mut fonts = Fonts::embedded();
    let png = Picture::of(&chart, words(Lang::En), &mut fonts).unwrap().png().unwrap();
    let pixels = Pixels::of(&png);
    let height = number(drawing.root_element(), "height");
    assert_eq!((pixels.width, pixels.height), (1890, whole(height * SCALE)));
    assert_eq!(pixels.per_metre, 11_811);

    let bars: Vec<Node<'_, '_>> =
        elements(&drawing, "rect").filter(|rect| rect.attribute("fill") == Some(DARK)).collect();
    assert_eq!(bars.len(), figure.now.rows.len());
    let most = *figure.now.rows.iter().max().unwrap();
    let longest = bars.iter().map(|bar| number(*bar, "width")).fold(0.0, f64::max);
    for (bar, value) in bars.iter().zip(&figure.now.rows) {
        let length = number(*bar, "width");
        let share = f64::from(*value) / f64::from(most);
        assert!((length - share * longest).abs() < 0.25, "{value}: {length}");
        let middle = (number(*bar, "y") + number(*bar, "height") / 2.0) * SCALE;
        let seen = pixels.count(whole(middle), DARK);
        assert_eq!(seen, whole(length * SCALE), "{value}");
    }
    assert!(pixels.bytes.chunks(3).any(|pixel| hex(pixel) == "#000000"), "no letters");
}

fn two(label: &str, before: u32, value: u32) -> Bar {
    let numbers = [grouped(before.into()), "0".into(), grouped(value.into()), "0".into()];
    Bar { label: label.into(), numbers: numbers.into(), value, before: Some(before) }
}

#[test]
fn what_was_added_went_or_is_nothing_can_be_told_without_colour() {
    let (_, mut chart) = made(1, None, false, Lang::En);
    chart.body = Body::Bars(Bars {
        heads: ["then", "growth", "now", "%"].map(str::to_owned).into(),
        bars: vec![
            two("more", 10, 20),
            two("less", 20, 10),
            two("nothing", 0, 0),
            two("new", 0, 1),
        ],
        total: two("total", 30, 31),
        dates: Some(["2018".into(), "2019".into()]),
        changes: ["added since".into(), "no longer counted".into()],
        beside: false,
    });
    let drawing = sketch(&chart, words(Lang::En), &Fonts::embedded());
    let drawing = Document::parse(&drawing).unwrap();
    let rects = |is: &dyn Fn(Node<'_, '_>) -> bool| {
        elements(&drawing, "rect").filter(|rect| is(*rect)).count()
    };
    // One of each is in the legend; "new" has no full bar and "nothing" has none.
    assert_eq!(rects(&|rect| rect.attribute("fill") == Some(DARK)), 3);
    assert_eq!(rects(&|rect| rect.attribute("fill") == Some(LIGHT)), 3);
    assert_eq!(rects(&|rect| rect.attribute("stroke-dasharray").is_some()), 2);
    assert_eq!(elements(&drawing, "path").count(), 3, "hatching");
    let said: Vec<&str> = elements(&drawing, "text").filter_map(|text| text.text()).collect();
    assert!(said.contains(&"no longer counted") && said.contains(&"nothing"), "{said:?}");
}

#[test]
fn a_character_that_is_in_no_font_is_told_with_what_was_looked_for() {
    let (_, mut chart) = made(5, None, false, Lang::Zh);
    let failed = |chart: &Chart| Picture::of(chart, words(Lang::Zh), &mut Fonts::embedded()).err();
    let Some(Undrawn::MissingFont { characters, names, package }) = failed(&chart) else {
        panic!("drawn without a Chinese font")
    };
    assert!(characters.chars().count() <= 8 && !characters.is_ascii(), "{characters}");
    assert!(names.contains(&"Noto Sans CJK SC") && package == "fonts-noto-cjk");

    (_, chart) = made(5, None, false, Lang::En);
    chart.notes.push("الفساد".to_owned());
    let Some(Undrawn::MissingFont { names, .. }) = failed(&chart) else { panic!("drawn") };
    assert!(names.contains(&"Noto Sans Arabic"));
    chart.notes.pop();
    chart.notes.push("Ελλάδα, Коррупция, Việt Nam, Côte d’Ivoire, Türkiye, −5 ≤ 3".to_owned());
    assert_eq!(failed(&chart), None, "the embedded font is enough");

    let unknown = Fonts::embedded().preferring("Nowhere Sans").err();
    assert!(matches!(unknown, Some(Undrawn::UnknownFont { name, .. }) if name == "Nowhere Sans"));
}

#[test]
fn a_terminal_is_not_given_the_bytes_of_a_picture() {
    let home = Home::new();
    let mut pty = home.open(&["figure", "5", "--format", "png"], &[], SMALL);
    pty.wait_text("cannot be shown on a terminal");
    assert_eq!(pty.wait_exit(), 2);
    assert!(!pty.received().windows(4).any(|bytes| bytes == b"\x89PNG"));
}

#[test]
fn the_licence_of_the_font_is_beside_it() {
    let folder = fonts();
    let licence = std::fs::read_to_string(folder.join("OFL.txt")).unwrap();
    assert!(licence.contains("SIL OPEN FONT LICENSE Version 1.1"));
    for face in ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"] {
        assert!(std::fs::metadata(folder.join(face)).unwrap().len() < 200 * 1024, "{face}");
    }
}
