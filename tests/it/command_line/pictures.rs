//! Figures as pictures: their places, and the refusals before a byte is written.

use super::place::{Place, Ran};
use std::fs;
use std::path::Path;
use ta_tui::analysis::DESIGNS;

fn names(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_drawing_goes_to_standard_output() {
    let place = Place::new();
    let ran = place.run(&["figure", "5", "--format", "svg"]);
    assert!(ran.done().starts_with("<svg ") && ran.out.ends_with("</svg>\n"));
    assert!(ran.out.contains("<title>Figure V – Number and percentage"), "{}", ran.out);
    let mut command = place.command();
    command.env("TA_TUI_DB", &place.db).args(["figure", "5", "--format", "png"]);
    let output = command.output().unwrap();
    assert!(output.status.success() && output.stdout.starts_with(b"\x89PNG"), "{output:?}");
}

#[test]
fn several_figures_go_into_a_folder_each_under_its_number() {
    let place = Place::new();
    let folder = place.file("pictures");
    let out = folder.to_str().unwrap();
    let all = ["figure", "all", "--format", "svg", "--out", out];
    assert_eq!(place.run(&all).done(), "");
    let expected: Vec<String> =
        (1..=DESIGNS.len()).map(|number| format!("figure-{number}.svg")).collect();
    assert_eq!(names(&folder), expected);
    // Today's files replace yesterday's, and other files stay.
    fs::write(folder.join("figure-1.svg"), "old").unwrap();
    fs::write(folder.join("mine.txt"), "mine").unwrap();
    place.run(&all).done();
    assert!(fs::read_to_string(folder.join("figure-1.svg")).unwrap().starts_with("<svg "));
    assert_eq!(fs::read_to_string(folder.join("mine.txt")).unwrap(), "mine");
    assert_eq!(names(&folder).len(), DESIGNS.len() + 1);
    place.run(&["figure", "2", "--format", "png", "--out", out]).done();
    assert!(fs::read(folder.join("figure-2.png")).unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn one_figure_goes_into_the_file_that_is_named() {
    let place = Place::new();
    let file = place.file("overview.SVG");
    place.run(&["figure", "4", "--format", "svg", "--out", file.to_str().unwrap()]).done();
    assert!(fs::read_to_string(file).unwrap().starts_with("<svg "));
}

#[test]
fn a_place_that_does_not_fit_is_refused_with_what_does() {
    let place = Place::new();
    for (args, word) in [
        (&["figure", "all", "--format", "svg"][..], "--out FOLDER"),
        (&["figure", "all", "--format", "png", "--out", "all.png"], "--out FOLDER"),
        (&["figure", "5", "--format", "svg", "--out", "five.png"], "five.png"),
        (&["figure", "5", "--out", "five.png"], "--out"),
        (&["figure", "5", "--format", "csv", "--font", "Noto Sans"], "--font"),
        (&["figure", "5", "--format", "gif"], "svg, png"),
    ] {
        let ran = place.run(args);
        assert!(ran.failed(2).contains(word), "{args:?} {ran:?}");
    }
    let lost = place.file("nowhere/pictures");
    let ran = place.run(&["figure", "all", "--format", "svg", "--out", lost.to_str().unwrap()]);
    assert!(ran.failed(1).contains("nowhere/pictures"), "{ran:?}");
    // The register is neither a picture nor a folder.
    let before = fs::read(&place.db).unwrap();
    let ran = place.run(&["figure", "5", "--format", "svg", "--out", place.db.to_str().unwrap()]);
    ran.failed(1);
    assert_eq!(fs::read(&place.db).unwrap(), before);
}

#[test]
fn without_a_font_nothing_is_written() {
    let place = Place::new();
    let folder = place.file("pictures");
    let out = folder.to_str().unwrap();
    let wanted = ["figure", "all", "--format", "svg", "--out", out];
    let ran = place.run(&[&wanted[..], &["--font", "Nowhere Sans"]].concat());
    assert!(ran.failed(1).contains("“Nowhere Sans”"), "{ran:?}");
    // A character that Unicode has not given out yet is in no font.
    let ran = place.run(&[&wanted[..], &["\u{378}"]].concat());
    assert!(ran.failed(1).contains("“\u{378}”") && ran.err.contains("--font"), "{ran:?}");
    assert!(!folder.exists());
}

#[test]
fn a_filter_is_told_as_words_and_does_nothing_else() {
    let place = Place::new();
    let filter = "\"</desc><script>alert(1)</script>&amp;\"";
    let ran: Ran = place.run(&["figure", "5", filter, "--format", "svg"]);
    assert!(ran.done().contains("&lt;/desc&gt;&lt;script&gt;"), "{}", ran.out);
    let drawing = roxmltree::Document::parse(&ran.out).unwrap();
    assert!(drawing.descendants().all(|node| !node.has_tag_name("script")));
}
