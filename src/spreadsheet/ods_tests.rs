//! Tests of ODS workbooks, through [`super::TableFile`].

use super::xlsx_tests::{archive, opened, refusal, rows};
use super::{Cell, CellState, FileKind, Row};

const KIND: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// A workbook with these tables, the style `no` being hidden.
fn book(tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:table=\"t\"><office:automatic-styles><style:style style:name=\"no\">\
         <style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>\
         <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[("mimetype", KIND), ("content.xml", content.as_bytes())])
}

fn one(rows: &str) -> Vec<u8> {
    book(&format!("<table:table table:name=\"needs\">{rows}</table:table>"))
}

fn all(bytes: &[u8]) -> Vec<Row> {
    rows(&opened(bytes, None).unwrap()).unwrap()
}

fn texts(row: &Row) -> Vec<&str> {
    row.cells.iter().map(|cell| &*cell.text).collect()
}

fn text(text: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
    )
}

#[test]
fn values_texts_and_repetitions_are_read_as_the_program_shows_them() {
    let content = format!(
        "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>\
         <table:table-row>{}<table:table-cell table:number-columns-repeated=\"2\"/>{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"2\">\
         <table:table-cell office:value-type=\"float\" office:value=\"15\" table:number-columns-repeated=\"2\"><text:p>15.00</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"date\" office:date-value=\"2015-03-02T00:00:00\"><text:p>2/3/15</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>WAHR</text:p></table:table-cell>\
         <table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>\
         <table:table-cell table:formula=\"of:=1\"/>\
         <table:table-cell table:number-columns-repeated=\"16378\"/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
        text("a &amp;<text:s text:c=\"2\"/>b<text:line-break/>c"),
        "<table:table-cell><office:annotation><text:p>a note</text:p></office:annotation><text:p>one</text:p>\
         <text:p>two <text:span>words</text:span></text:p><draw:frame><text:p>drawn</text:p></draw:frame></table:table-cell>",
    );
    let rows = all(&one(&content));
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [4, 5, 6]);
    assert_eq!(texts(&rows[0]), ["a &  b\nc", "", "", "one\ntwo words"]);
    assert_eq!(texts(&rows[1]), ["15", "15", "2015-03-02", "TRUE", "#DIV/0!", ""]);
    let states: Vec<CellState> = rows[1].cells.iter().map(|cell| cell.state).collect();
    let (number, words) = (CellState::Number, CellState::Words);
    let expected = [number, number, CellState::Date, words, CellState::Error, CellState::NoResult];
    assert_eq!(states, expected);
    assert_eq!(rows[1].cells, rows[2].cells);
}

#[test]
fn merged_cells_stand_for_all_that_they_cover() {
    let spanned = "<table:table-cell table:number-rows-spanned=\"2\" table:number-columns-spanned=\"1\"><text:p>Ghana</text:p></table:table-cell>";
    let content = format!(
        "<table:table-row>{spanned}{}</table:table-row>\
         <table:table-row><table:covered-table-cell><text:p>under it</text:p></table:covered-table-cell>{}</table:table-row>\
         <table:table-row><table:table-cell/>{}</table:table-row>",
        text("52"),
        text("53"),
        text("54")
    );
    let rows = all(&one(&content));
    assert_eq!(texts(&rows[1]), ["Ghana", "53"]);
    assert_eq!(rows[1].cells[0].state, CellState::Covered);
    assert_eq!(texts(&rows[2]), ["", "54"]);
}

#[test]
fn hidden_sheets_are_left_out_unless_asked_for() {
    let row = |words: &str| format!("<table:table-row>{}</table:table-row>", text(words));
    let inner = "<table:table-row><table:table-cell><table:table table:is-sub-table=\"true\"><table:table-row><table:table-cell><text:p>sub</text:p></table:table-cell></table:table-row></table:table><text:p>outer</text:p></table:table-cell></table:table-row>";
    let bytes = book(&format!(
        "<table:table table:name=\"kept\" table:style-name=\"no\">{}</table:table>\
         <table:table table:name=\"A &amp; B\">{inner}{}</table:table><table:table table:name=\"last\">{}</table:table>",
        row("one"),
        row("two"),
        row("three")
    ));
    let file = opened(&bytes, None).unwrap();
    assert_eq!((file.kind(), file.sheet(), file.sheets().len()), (FileKind::Ods, 1, 3));
    assert_eq!(file.sheets()[1].name, "A & B");
    let read = rows(&file).unwrap();
    assert_eq!((texts(&read[0]), texts(&read[1])), (vec!["outer"], vec!["two"]));
    for (name, words) in [("kept", "one"), ("last", "three")] {
        let file = opened(&bytes, Some(name)).unwrap();
        assert_eq!(rows(&file).unwrap()[0].cells, [Cell::of(words)]);
    }
}

#[test]
fn what_takes_room_or_time_without_end_is_refused() {
    let repeated = |rows: u32, columns: u32| {
        format!(
            "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell table:number-columns-repeated=\"{columns}\"><text:p>x</text:p></table:table-cell></table:table-row>"
        )
    };
    let said = refusal(&one(&repeated(1_048_576, 16_384)));
    assert!(said.contains("repeats its cells"), "{said}");
    let said = refusal(&one(&repeated(4_000_000_000, 1)));
    assert!(said.contains("1,048,576 rows"), "{said}");
    let said = refusal(&one(&repeated(1, 4_000_000_000)));
    assert!(said.contains("beyond the first 1,024 columns"), "{said}");
    let long = "x".repeat(300_000);
    let said =
        refusal(&one(&format!("<table:table-row>{}{}</table:table-row>", text("a"), text(&long))));
    assert!(said.contains("Cell B1 of the sheet “needs”"), "{said}");
    let many = format!(
        "<table:table-cell>{}</table:table-cell>",
        "<text:p>0123456789</text:p>".repeat(20_000)
    );
    assert!(
        refusal(&one(&format!("<table:table-row>{many}</table:table-row>"))).contains("Cell A1")
    );
    let blanks = "<text:s text:c=\"4000000000\"/>".repeat(3);
    let said = refusal(&one(&format!("<table:table-row>{}</table:table-row>", text(&blanks))));
    assert!(said.contains("Cell A1"), "{said}");
    let wide = text(&"x".repeat(150_000))
        .replace("<table:table-cell", "<table:table-cell table:number-columns-repeated=\"900\"");
    assert!(
        refusal(&one(&format!("<table:table-row>{wide}</table:table-row>"))).contains("repeats")
    );
}

#[test]
fn other_documents_and_damaged_ones_are_told() {
    let writer = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<a/>"),
    ]);
    assert!(refusal(&writer).contains("word processor"));
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let locked = archive(&[
        ("mimetype", KIND),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x01\x02"),
    ]);
    assert!(refusal(&locked).contains("password"));
    for content in [
        "<office:document-content><table:table table:name=\"a\"><table:table-row>",
        "<a",
        "<!DOCTYPE a><b/>",
    ] {
        let broken = archive(&[("mimetype", KIND), ("content.xml", content.as_bytes())]);
        let said = refusal(&broken);
        assert!(said.contains("damaged"), "{content}: {said}");
    }
    let whole = one(&format!("<table:table-row>{}</table:table-row>", text("a")));
    for cut in (0..whole.len()).step_by(20) {
        assert!(opened(&whole[..cut], None).is_err(), "{cut}");
    }
}
