//! Tests of XLS workbooks, through [`super::TableFile`]: made here record by record.

use super::xlsx_tests::{opened, refusal, rows};
use super::{CellState, FileKind, Row};
use proptest::prelude::*;

const SECTOR: usize = 512;

/// A record of a workbook.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes(), &(data.len() as u16).to_le_bytes(), data].concat()
}

/// The place of a cell and its format.
fn place(row: u16, column: u16, format: u16) -> Vec<u8> {
    [row, column, format].iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn number(row: u16, column: u16, format: u16, value: f64) -> Vec<u8> {
    record(0x203, &[place(row, column, format), value.to_le_bytes().to_vec()].concat())
}

fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let length = (text.len() as u16).to_le_bytes();
    record(0x204, &[&*place(row, column, 0), &length, &[0], text.as_bytes()].concat())
}

/// A workbook of sheets, each with its name, whether it is hidden, and its records.
fn book(sheets: &[(&str, bool, Vec<u8>)]) -> Vec<u8> {
    let begin = |kind: u16| {
        let head: Vec<u8> =
            [0x600, kind, 0, 0].iter().flat_map(|n: &u16| n.to_le_bytes()).collect();
        record(0x809, &[head, vec![0; 8]].concat())
    };
    let format =
        |number: u16| record(0xE0, &[&[0, 0], &number.to_le_bytes()[..], &[0; 16]].concat());
    let mut globals =
        [begin(5), record(0x42, &1200_u16.to_le_bytes()), format(0), format(14)].concat();
    let listed: usize = sheets.iter().map(|(name, ..)| 12 + name.len()).sum();
    let mut at = globals.len() + listed + 4;
    let mut contents = Vec::new();
    for (name, is_hidden, records) in sheets {
        let head =
            [&(at as u32).to_le_bytes()[..], &[u8::from(*is_hidden), 0, name.len() as u8, 0]]
                .concat();
        globals.extend(record(0x85, &[head, name.as_bytes().to_vec()].concat()));
        let content = [begin(0x10), records.clone(), record(0x0A, &[])].concat();
        at += content.len();
        contents.extend(content);
    }
    globals.extend(record(0x0A, &[]));
    stored("Workbook", &[globals, contents].concat())
}

/// A file with one stream.
fn stored(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4_096).div_ceil(SECTOR) * SECTOR, 0);
    let sectors = stream.len() / SECTOR;
    let tables = (sectors + 1).div_ceil(SECTOR / 4 - 1);
    let first = tables + 1;
    let mut head = vec![0_u8; SECTOR];
    head[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    for (at, number) in [(24, 0x3E_u16), (26, 3), (28, 0xFFFE), (30, 9), (32, 6)] {
        head[at..at + 2].copy_from_slice(&number.to_le_bytes());
    }
    let end = 0xFFFF_FFFE_u32;
    for (at, number) in
        [(44, tables as u32), (48, tables as u32), (56, 4_096), (60, end), (68, end)]
    {
        head[at..at + 4].copy_from_slice(&number.to_le_bytes());
    }
    for place in 0..109 {
        let number = if place < tables { place as u32 } else { u32::MAX };
        head[76 + 4 * place..80 + 4 * place].copy_from_slice(&number.to_le_bytes());
    }
    let mut table = vec![0xFFFF_FFFD_u32; tables];
    table.push(end);
    table.extend(
        (0..sectors).map(
            |place| {
                if place + 1 == sectors { end } else { (first + place + 1) as u32 }
            },
        ),
    );
    table.resize(tables * SECTOR / 4, u32::MAX);
    let entry = |name: &str, kind: u8, start: u32, length: usize| {
        let mut entry = vec![0_u8; 128];
        for (place, unit) in name.encode_utf16().enumerate() {
            entry[2 * place..2 * place + 2].copy_from_slice(&unit.to_le_bytes());
        }
        entry[64..66].copy_from_slice(&(2 * name.len() as u16 + 2).to_le_bytes());
        entry[66] = kind;
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&(length as u32).to_le_bytes());
        entry
    };
    let mut directory =
        [entry("Root Entry", 5, end, 0), entry(name, 2, first as u32, stream.len())].concat();
    directory.resize(SECTOR, 0);
    let table: Vec<u8> = table.iter().flat_map(|number| number.to_le_bytes()).collect();
    [head, table, directory, stream].concat()
}

fn small() -> Vec<u8> {
    let merged: Vec<u8> = [1_u16, 3, 4, 0, 0].iter().flat_map(|n| n.to_le_bytes()).collect();
    let error = record(0x205, &[place(3, 3, 0), vec![0x07, 1]].concat());
    let records = [
        label(2, 0, "State"),
        label(2, 1, "Article"),
        label(3, 0, "Ghana"),
        number(3, 1, 0, 52.0),
        number(3, 2, 1, 42_065.0),
        error,
        number(4, 1, 0, 15.5),
        record(0xE5, &merged),
    ];
    book(&[("kept", true, label(0, 0, "x")), ("needs", false, records.concat())])
}

fn texts(row: &Row) -> Vec<&str> {
    row.cells.iter().map(|cell| &*cell.text).collect()
}

#[test]
fn sheets_values_and_merged_cells_are_read() {
    let file = opened(&small(), None).unwrap();
    assert_eq!((file.kind(), file.sheet()), (FileKind::Xls, 1));
    let read = rows(&file).unwrap();
    assert_eq!(read.iter().map(|row| row.number).collect::<Vec<_>>(), [3, 4, 5]);
    assert_eq!(texts(&read[1]), ["Ghana", "52", "2015-03-02", "#DIV/0!"]);
    assert_eq!(read[1].cells[3].state, CellState::Error);
    assert_eq!(
        (texts(&read[2]), read[2].cells[0].state),
        (vec!["Ghana", "15.5"], CellState::Covered)
    );
    let file = opened(&small(), Some("kept")).unwrap();
    assert_eq!(texts(&rows(&file).unwrap()[0]), ["x"]);
}

#[test]
fn far_cells_locks_and_other_documents_are_refused() {
    let far = book(&[("a", false, [label(0, 0, "x"), label(65_535, 255, "y")].concat())]);
    assert!(refusal(&far).contains("reach to IV65536"), "{}", refusal(&far));
    let claimed: Vec<u8> =
        [0, 60_000_u32].iter().flat_map(|n| n.to_le_bytes()).chain([0, 0, 255, 0, 0, 0]).collect();
    let far = book(&[("a", false, [record(0x200, &claimed), label(0, 0, "x")].concat())]);
    assert!(refusal(&far).contains("reach to A1"), "{}", refusal(&far));
    let mut twice = book(&[("a", false, label(0, 0, "x")), ("b", false, label(0, 0, "y"))]);
    let place =
        |bytes: &[u8]| bytes.windows(4).position(|four| four == [0x85, 0, 9, 0]).unwrap() + 4;
    let first = place(&twice);
    let second = first + place(&twice[first..]);
    twice.copy_within(first..first + 4, second);
    assert!(refusal(&twice).contains("BoundSheet"), "{}", refusal(&twice));
    let locked = book(&[("a", false, record(0x2F, &[0; 6]))]);
    assert!(refusal(&locked).contains("password"));
    for (stream, words) in [
        ("EncryptedPackage", "password"),
        ("WordDocument", "word processor"),
        ("Other", "no table"),
    ] {
        let said = refusal(&stored(stream, b"x"));
        assert!(said.contains(words), "{stream}: {said}");
    }
    let mut long = small();
    long.resize((20 << 20) + 1, 0);
    assert!(refusal(&long).contains("20 MB"));
}

#[test]
fn a_file_that_is_cut_short_is_refused_or_read() {
    let whole = small();
    for cut in (0..whole.len()).step_by(100) {
        if let Ok(file) = opened(&whole[..cut], None) {
            let _ = rows(&file);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn changed_bytes_end_with_rows_or_a_reason(
        changes in prop::collection::vec((512_usize..3_000, any::<u8>()), 1..6),
    ) {
        let mut bytes = small();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        if let Ok(file) = opened(&bytes, None) {
            let _ = rows(&file);
        }
    }
}
