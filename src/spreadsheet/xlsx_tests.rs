//! Tests of XLSX workbooks, through [`TableFile`]: made here part by part, so that they can be what no program writes.

use super::{Cause, Cell, CellState, Choice, Ended, FileKind, Row, Stop, TableFile, Unreadable};
use proptest::prelude::*;
use std::io::{Cursor, Write as _};
use std::ops::ControlFlow;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A ZIP archive of these parts.
pub(super) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of sheets, each with its name, its state and the elements of its part, with shared texts and dates of 1904
/// or 1900.
fn book(sheets: &[(&str, &str, &str)], shared: &str, is_1904: bool) -> Vec<u8> {
    let mut listed = String::new();
    let mut relations = String::new();
    let mut parts: Vec<(String, String)> = Vec::new();
    for (number, (name, state, content)) in sheets.iter().enumerate() {
        listed.extend([format!(
            "<sheet name=\"{name}\" sheetId=\"{number}\" state=\"{state}\" r:id=\"r{number}\"/>"
        )]);
        relations.extend([format!(
            "<Relationship Id=\"r{number}\" Type=\"t/worksheet\" Target=\"worksheets/s{number}.xml\"/>"
        )]);
        let content = format!("<worksheet>{content}</worksheet>");
        parts.push((format!("xl/worksheets/s{number}.xml"), content));
    }
    let dates = if is_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
    parts.push((
        "xl/workbook.xml".into(),
        format!("<workbook xmlns:r=\"r\">{dates}<sheets>{listed}</sheets></workbook>"),
    ));
    parts.push((
        "xl/_rels/workbook.xml.rels".into(),
        format!("<Relationships>{relations}</Relationships>"),
    ));
    parts.push(("xl/styles.xml".into(), "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>".into()));
    if !shared.is_empty() {
        parts.push(("xl/sharedStrings.xml".into(), format!("<sst>{shared}</sst>")));
    }
    parts.push(("_rels/.rels".into(), "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".into()));
    parts.push(("[Content_Types].xml".into(), "<Types/>".into()));
    let parts: Vec<_> = parts.iter().map(|(name, text)| (&**name, text.as_bytes())).collect();
    archive(&parts)
}

/// A workbook of one sheet.
fn one(content: &str) -> Vec<u8> {
    book(&[("needs", "visible", content)], "", false)
}

pub(super) fn opened(bytes: &[u8], sheet: Option<&str>) -> Result<TableFile, Unreadable> {
    let choice = Choice { sheet: sheet.map(str::to_owned), ..Choice::default() };
    TableFile::of_bytes(bytes.to_vec(), &choice, &Stop::default())
}

pub(super) fn rows(file: &TableFile) -> Result<Vec<Row>, Unreadable> {
    let mut rows = Vec::new();
    let ended = file.rows(&Stop::default(), &mut |row| {
        rows.push(row);
        ControlFlow::Continue(())
    })?;
    assert_eq!(ended, Ended::AtEnd);
    Ok(rows)
}

fn all(bytes: &[u8]) -> Vec<Row> {
    rows(&opened(bytes, None).unwrap()).unwrap()
}

pub(super) fn refusal(bytes: &[u8]) -> String {
    let refused = opened(bytes, None).and_then(|file| rows(&file)).unwrap_err();
    assert_eq!(refused.cause(), Cause::Content, "{refused}");
    refused.to_string()
}

fn said(file: &TableFile) -> String {
    file.remarks().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn texts(row: &Row) -> Vec<&str> {
    row.cells.iter().map(|cell| &*cell.text).collect()
}

const TEXT: &str = "t=\"inlineStr\"><is><t>";

#[test]
fn values_are_read_as_the_program_shows_them() {
    let content = "<dimension ref=\"A1:H9\"/><sheetData>\
        <row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c></row>\
        <row r=\"4\"><c r=\"A4\"><v>15.0</v></c><c r=\"B4\" s=\"1\"><v>42065</v></c><c r=\"C4\" s=\"2\"><v>1.5</v></c>\
        <c r=\"D4\" t=\"b\"><v>1</v></c><c r=\"E4\" t=\"e\"><v>#DIV/0!</v></c><c r=\"F4\"><f>1+1</f></c>\
        <c r=\"G4\"><f>1+1</f><v>2</v></c><c r=\"H4\" t=\"str\"><f>A1</f><v></v></c></row>\
        <row r=\"5\"><c r=\"A5\" t=\"e\"><v>#SPILL!</v></c><c r=\"B5\"><v>7</v></c></row><row/>\
        <row><c t=\"inlineStr\"><is><r><t>a </t></r><r><t>&amp;b</t></r></is></c><c><v>3</v></c></row></sheetData>";
    let shared = "<si><t>State</t></si><si><t xml:space=\"preserve\"> two\nlines </t></si>";
    for is_1904 in [false, true] {
        let file = book(&[("needs", "visible", content)], shared, is_1904);
        let rows = all(&file);
        assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 4, 5, 7]);
        assert_eq!(texts(&rows[0]), ["State", "", " two\nlines "]);
        let date = if is_1904 { "2019-03-03" } else { "2015-03-02" };
        assert_eq!(texts(&rows[1]), ["15", date, "36:00:00", "TRUE", "#DIV/0!", "", "2"]);
        let states: Vec<_> = rows[1].cells.iter().map(|cell| cell.state).collect();
        assert_eq!(
            states,
            [
                CellState::Number,
                CellState::Date,
                CellState::Words,
                CellState::Words,
                CellState::Error,
                CellState::NoResult,
                CellState::Number,
            ]
        );
        assert_eq!(
            (&*rows[2].cells[0].text, rows[2].cells[0].state),
            ("#SPILL!", CellState::Error)
        );
        assert_eq!(rows[2].cells[1].text, "7");
        assert_eq!(texts(&rows[3]), ["a&b", "3"]);
    }
}

#[test]
fn sheets_are_chosen_by_name_else_the_first_that_is_not_hidden() {
    let sheet =
        |text: &str| format!("<sheetData><row><c {TEXT}{text}</t></is></c></row></sheetData>");
    let contents = ["own", "kept", "one", "two"].map(sheet);
    let sheets = [
        ("ta-tui", "visible", &*contents[0]),
        ("draft", "hidden", &contents[1]),
        ("Chapter &amp; II", "visible", &contents[2]),
        ("deep", "veryHidden", &contents[3]),
    ];
    let bytes = book(&sheets, "", false);
    let file = opened(&bytes, None).unwrap();
    assert_eq!((file.kind(), file.sheet()), (FileKind::Xlsx, 2));
    assert_eq!(file.sheets()[2].name, "Chapter & II");
    assert_eq!(rows(&file).unwrap()[0].cells, [Cell::of("one")]);
    assert!(said(&file).contains("left out unless one is named with --sheet: draft, deep"));
    assert!(said(&file).contains("others are read with --sheet: ta-tui"));
    for (name, text) in [("draft", "kept"), ("DEEP", "two"), ("ta-tui", "own")] {
        let file = opened(&bytes, Some(name)).unwrap();
        assert_eq!(rows(&file).unwrap()[0].cells, [Cell::of(text)]);
    }
    let unknown = opened(&bytes, Some("needs")).unwrap_err();
    assert_eq!(unknown.cause(), Cause::Choice);
    assert!(unknown.to_string().contains("Chapter & II"), "{unknown}");
}

#[test]
fn merged_cells_stand_for_all_that_they_cover() {
    let text = |place: &str, text: &str| format!("<c r=\"{place}\" {TEXT}{text}</t></is></c>");
    let content = format!(
        "<sheetData><row r=\"5\">{}{}</row><row r=\"6\">{}</row></sheetData>\
         <mergeCells><mergeCell ref=\"A5:A6\"/></mergeCells>",
        text("A5", "Ghana"),
        text("B5", "52"),
        text("B6", "53")
    );
    let rows = all(&one(&content));
    assert_eq!(texts(&rows[1]), ["Ghana", "53"]);
    assert_eq!(rows[1].cells[0].state, CellState::Covered);
    assert_eq!(rows[0].cells[0].state, CellState::Words);
}

#[test]
fn a_cell_far_away_is_named_and_left_out() {
    let content = format!(
        "<sheetData><row r=\"1\"><c r=\"A1\" {TEXT}State</t></is></c></row>\
         <row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>"
    );
    let file = opened(&one(&content), None).unwrap();
    assert!(said(&file).contains("Cell XFD1048576 of the sheet “needs”"), "{}", said(&file));
    assert_eq!(rows(&file).unwrap(), [Row::of(1, vec![Cell::of("State")])]);
    let wide = (0..10_000).map(|n| format!("<c><v>{n}</v></c>")).collect::<Vec<_>>().concat();
    let said = refusal(&one(&format!("<sheetData><row>{wide}</row></sheetData>")));
    assert!(said.contains("8,976 cells") && said.contains("AMK1"), "{said}");
}

#[test]
fn what_takes_room_or_time_without_end_is_refused_with_its_place() {
    let long = "x".repeat(300_000);
    let inline =
        format!("<sheetData><row r=\"3\"><c r=\"B3\" {TEXT}{long}</t></is></c></row></sheetData>");
    assert!(refusal(&one(&inline)).contains("Cell B3 of the sheet “needs” is larger than 32,767"));
    let runs = "<r><t>0123456789</t></r>".repeat(30_000);
    let inline =
        format!("<sheetData><row><c t=\"inlineStr\"><is>{runs}</is></c></row></sheetData>");
    assert!(refusal(&one(&inline)).contains("Cell A1 "));
    let cells = "<sheetData><row r=\"8\"><c r=\"A8\" t=\"s\"><v>0</v></c><c r=\"D8\" t=\"s\"><v>1</v></c></row></sheetData>";
    let shared = format!("<si><t>a</t></si><si><t>{long}</t></si>");
    let said = refusal(&book(&[("needs", "visible", cells)], &shared, false));
    assert!(said.contains("Cell D8 "), "{said}");
    let rows = "<row/>".repeat(1_048_577);
    let said = refusal(&one(&format!("<sheetData>{rows}</sheetData>")));
    assert!(said.contains("“needs” has more than 1,048,576 rows"), "{said}");
    let comment = format!("<!--{long}--><sheetData/>");
    assert!(
        refusal(&one(&comment)).contains("damaged") || refusal(&one(&comment)).contains("larger")
    );
    for (content, word) in [
        ("<!DOCTYPE a><sheetData/>", "damaged"),
        (
            "<sheetData><row r=\"2\"><c r=\"A2\"/></row><row r=\"1\"><c r=\"A1\"/></row></sheetData>",
            "damaged",
        ),
        ("<sheetData><row r=\"9999999\"/></sheetData>", "1,048,576 rows"),
        ("<sheetData><row><c r=\"ZZZZ1\"/></row></sheetData>", "damaged"),
        ("<sheetData/><mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells>", "damaged"),
        ("<sheetData><row>", "damaged"),
        ("<sheetData><row><c t=\"s\"><v>5</v></c></row></sheetData>", "damaged"),
    ] {
        let said = refusal(&one(content));
        assert!(said.contains(word), "{content}: {said}");
    }
    let said = refusal(&book(
        &[("a", "visible", "<sheetData/>")],
        "<sst uniqueCount=\"99999999999\">",
        false,
    ));
    assert!(said.contains("damaged"), "{said}");
}

#[test]
fn overlapping_regions_of_merged_cells_are_refused() {
    let merged = "<mergeCell ref=\"A1:B9\"/>".repeat(1_100);
    let content = format!(
        "<sheetData><row><c {TEXT}a</t></is></c></row></sheetData><mergeCells>{merged}</mergeCells>"
    );
    assert!(refusal(&one(&content)).contains("mergeCells"));
}

#[test]
fn archives_that_hold_no_table_are_told_apart() {
    for (part, words) in [
        ("word/document.xml", "word processor"),
        ("xl/workbook.bin", "XLSB"),
        ("ppt/presentation.xml", "presentation"),
        ("readme.txt", "unpack it"),
    ] {
        let said = refusal(&archive(&[("[Content_Types].xml", b"<Types/>"), (part, b"<a/>")]));
        assert!(said.contains(words), "{part}: {said}");
    }
    assert!(refusal(b"PK\x03\x04 and no end").contains("cut short"));
    let mut locked = one("<sheetData/>");
    let head = locked.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    // the flag of encryption, of the first part in the directory
    for place in [6, head + 8] {
        locked[place] |= 1;
    }
    assert!(refusal(&locked).contains("password"), "{}", refusal(&locked));
}

/// The content of a sheet and the shared texts, with everything that is looked at in them.
const CONTENT: &str = "<dimension ref=\"A1:C3\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>\
    <c r=\"B1\" s=\"1\"><v>42065</v></c></row><row r=\"2\"><c r=\"A2\" t=\"e\"><v>#SPILL!</v></c><c r=\"B2\"><f>1</f></c></row>\
    <row><c t=\"inlineStr\"><is><t>a&amp;b</t></is></c></row></sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn changed_parts_end_with_rows_or_a_reason(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        shared in prop::collection::vec((any::<prop::sample::Index>(), 0x20_u8..0x7F), 0..3),
    ) {
        let changed = |text: &str, changes: &[(prop::sample::Index, u8)]| {
            let mut bytes = text.as_bytes().to_vec();
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            String::from_utf8_lossy(&bytes).into_owned()
        };
        let content = changed(CONTENT, &changes);
        let shared = changed("<si><t>State</t></si><si><r><t>x</t></r></si>", &shared);
        if let Ok(file) = opened(&book(&[("needs", "visible", &content)], &shared, false), None) {
            let read = rows(&file);
            prop_assert!(read.map_or(true, |rows| rows.len() <= 4));
        }
    }
}
