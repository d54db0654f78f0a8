//! Tests over the awkward files: each opens, or says in one line why not.

use super::{Cause, CellState, Choice, FileKind, Row, Stop, TableFile, Unreadable};
use std::ops::ControlFlow;
use std::path::Path;

/// The file, its kind, the numbers of its rows and what its remarks name, each one.
const READ: [(&str, FileKind, &str, &[&str]); 26] = [
    ("01-utf8-bom.csv", FileKind::Csv, "1 2", &["UTF-8"]),
    ("02-utf16le.csv", FileKind::Csv, "1 2", &["UTF-16"]),
    ("03-win1252-semicolon.csv", FileKind::Csv, "1 2", &["windows-1252", "semicolons", "Line 1"]),
    ("04-gb18030.csv", FileKind::Csv, "1 2", &["GB18030", "国家"]),
    ("05-macroman-cr-only.csv", FileKind::Csv, "1 2 3", &["Mac Roman", "Hissène"]),
    ("06-windows1251.csv", FileKind::Csv, "1 2", &["windows-1251", "semicolons"]),
    ("07-arabic-1256.csv", FileKind::Csv, "1 2", &["windows-1256", "الدولة"]),
    ("08-several-articles.csv", FileKind::Csv, "1 2 3 4 5", &["UTF-8"]),
    ("09-article-impossible.csv", FileKind::Csv, "1 2 3 4 5", &[]),
    ("11-chapters.csv", FileKind::Csv, "1 2 3 4 5 6", &[]),
    ("13-cycle-contradicts-chapter.csv", FileKind::Csv, "1 2", &[]),
    ("16-not-a-party.csv", FileKind::Csv, "1 2 3 4 5 6", &[]),
    ("17-several-states.csv", FileKind::Csv, "1 2 3 4 5 6", &[]),
    ("19-dates.csv", FileKind::Csv, "1 2 3 4 5 6 7 8 9 10 11 12 13 14", &[]),
    ("20-ragged.csv", FileKind::Csv, "1 2 3 4 5", &[]),
    ("21-unquoted-comma.csv", FileKind::Csv, "1 2 3", &["commas"]),
    ("23-title-notes-totals.csv", FileKind::Csv, "1 2 3 4 5 6 7 8 9 10 11", &["commas"]),
    ("24-duplicates.csv", FileKind::Csv, "1 2 3 4 5", &[]),
    ("26-crlf-in-cells.csv", FileKind::Csv, "1 2 5", &[]),
    ("28-no-heading.csv", FileKind::Csv, "1 2", &[]),
    ("30-only-heading.csv", FileKind::Csv, "1", &[]),
    ("34-json-shapes.json", FileKind::Json, "0 1 2 3 4 5", &["JSON"]),
    ("36-merged-two-sheets-hidden.xlsx", FileKind::Xlsx, "1 3 4 5 6 7", &["Hidden sheets"]),
    ("38-far-cell.xlsx", FileKind::Xlsx, "1", &["XFD1048576"]),
    ("needs-in-the-note.csv", FileKind::Csv, "", &["UTF-8", "commas"]),
    ("15-states-variants.csv", FileKind::Csv, "", &[]),
];

fn opened(name: &str) -> Result<TableFile, Unreadable> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures");
    let path = [folder.join("import").join(name), folder.join(name)];
    let path = path.iter().find(|path| path.exists()).expect(name);
    TableFile::open(path, &Choice::default(), &Stop::default())
}

#[test]
fn awkward_files_are_read_and_what_was_taken_is_said() {
    for (name, kind, numbers, said) in READ {
        let file = opened(name).unwrap_or_else(|refused| panic!("{name}: {refused}"));
        assert_eq!(file.kind(), kind, "{name}");
        let remarks: Vec<String> = file.remarks().iter().map(ToString::to_string).collect();
        let remarks = remarks.join("\n");
        for word in said {
            assert!(remarks.contains(word), "{name}: {remarks}");
        }
        let mut found = Vec::new();
        let ended = file.rows(&Stop::default(), &mut |row| {
            found.push(row);
            ControlFlow::Continue(())
        });
        assert!(ended.is_ok(), "{name}: {ended:?}");
        let told: Vec<String> = found.iter().map(|row| row.number.to_string()).collect();
        assert!(numbers.is_empty() || told.join(" ") == numbers, "{name}: {told:?}");
        assert_eq!(file.is_guess(), name.starts_with("05"), "{name}");
        if name.starts_with("20") {
            let last = &found[4].cells[2];
            assert_eq!(
                (last.state, &*last.text),
                (CellState::Unclosed(5), "never closed\nKenya,16,next\n")
            );
        }
        if name.starts_with("36") {
            assert_eq!(found[4].cells[0].state, CellState::Covered, "{found:?}");
        }
    }
}

#[test]
fn awkward_files_without_a_table_say_so() {
    for (name, words) in [
        ("29-empty.csv", "The file is empty."),
        ("33-html-named.xls", "This is a web page"),
        ("40-one-cell-200MB.xlsx", "Cell A1 of the sheet"),
    ] {
        let refused = opened(name).unwrap_err();
        assert_eq!(refused.cause(), Cause::Content);
        assert!(refused.to_string().starts_with(words), "{name}: {refused}");
    }
    let named = std::env::temp_dir().join(format!("sheets-{}.xlsx", std::process::id()));
    std::fs::write(&named, "state,text\nGhana,a\n").unwrap();
    let file = TableFile::open(&named, &Choice::default(), &Stop::default()).unwrap();
    std::fs::remove_file(&named).unwrap();
    let said = file.remarks()[0].to_string();
    assert_eq!(said, "Its name says XLSX, its content is CSV and is read as that.");
    let folder = TableFile::open(&std::env::temp_dir(), &Choice::default(), &Stop::default());
    assert_eq!(folder.unwrap_err().cause(), Cause::System);
}

/// The cells of a row, each with its state where that is another than words.
fn told(row: &Row) -> String {
    let told = |cell: &super::Cell| match cell.state {
        CellState::Words => cell.text.clone(),
        state => format!("{}<{state:?}>", cell.text),
    };
    row.cells.iter().map(told).collect::<Vec<_>>().join("|")
}

/// The same table of the same sheet, as two programs save it in three formats.
#[test]
fn the_same_table_is_read_from_every_program_and_format() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/sheets");
    for name in ["openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.ods", "libreoffice.xls"] {
        let path = folder.join(name);
        let file = TableFile::open(&path, &Choice::default(), &Stop::default()).unwrap();
        let names: Vec<_> =
            file.sheets().iter().map(|sheet| (&*sheet.name, sheet.is_hidden)).collect();
        assert_eq!(names, [("needs", false), ("kept", true)], "{name}");
        let mut rows = Vec::new();
        let ended = file.rows(&Stop::default(), &mut |row| {
            rows.push(row);
            ControlFlow::Continue(())
        });
        assert!(ended.is_ok(), "{name}: {ended:?}");
        // openpyxl writes formulas without their results.
        let (error, advice) = match name {
            "openpyxl.xlsx" => ("<NoResult>", "<NoResult>"),
            _ => ("#DIV/0!<Error>", "Advise judges"),
        };
        let title = "Technical assistance needs";
        let covered = format!("{title}<Covered>");
        let expected = [
            format!("1: {title}|{covered}|{covered}|{covered}"),
            "3: State|Article|Date|Text|Share".to_owned(),
            format!(
                "4: Ghana|52<Number>|2015-03-02<Date>|Train investigators\nand prosecutors|0.25<Number>|{error}|TRUE|26:30:00"
            ),
            format!("5: Ghana<Covered>|15, 16|2016-01-02T10:30:00<Date>|{advice}|1.5<Number>"),
            "6: Côte d’Ivoire|53<Number>||条款 & “quotes” <b>".to_owned(),
        ];
        // LibreOffice keeps truth as a number with a format.
        let line = |row: &Row| {
            format!("{}: {}", row.number, told(row)).replace("|1<Number>|26:", "|TRUE|26:")
        };
        let found: Vec<String> = rows.iter().map(line).collect();
        assert_eq!(found, expected, "{name}");
        // Cut anywhere, it is refused, or read as far as it goes.
        let bytes = std::fs::read(&path).unwrap();
        for cut in (0..bytes.len()).step_by(100) {
            let file =
                TableFile::of_bytes(bytes[..cut].to_vec(), &Choice::default(), &Stop::default());
            let Ok(file) = file else { continue };
            assert_eq!(file.kind(), FileKind::Xls, "{name} cut at {cut}");
            let _ = file.rows(&Stop::default(), &mut |_| ControlFlow::Continue(()));
        }
    }
}
