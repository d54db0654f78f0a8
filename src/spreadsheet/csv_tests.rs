//! Tests of texts with a sign between the columns, through [`TableFile`].

use super::encoding::TextEncoding;
use super::source::Source;
use super::{Cause, CellState, Choice, Ended, FileKind, Row, Stop, TableFile, Unreadable, csv};
use encoding_rs::{BIG5, Encoding, GB18030, MACINTOSH, UTF_8, WINDOWS_1251, WINDOWS_1252};
use proptest::prelude::*;
use std::ops::ControlFlow;

fn opened(bytes: &[u8]) -> Result<TableFile, Unreadable> {
    TableFile::of_bytes(bytes.to_vec(), &Choice::default(), &Stop::default())
}

/// All rows, and how the pass ended.
fn all(file: &TableFile) -> (Vec<Row>, Result<Ended, Unreadable>) {
    let mut rows = Vec::new();
    let ended = file.rows(&Stop::default(), &mut |row| {
        rows.push(row);
        ControlFlow::Continue(())
    });
    (rows, ended)
}

/// The number and the words of each row.
fn words(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
    let (rows, ended) = all(&opened(bytes).unwrap());
    assert_eq!(ended, Ok(Ended::AtEnd));
    let texts = |row: Row| row.cells.into_iter().map(|cell| cell.text).collect();
    rows.into_iter().map(|row| (row.number, texts(row))).collect()
}

/// The message of a file that gives no table.
fn refusal(bytes: &[u8]) -> String {
    let failed = match opened(bytes) {
        Ok(file) => all(&file).1.unwrap_err(),
        Err(failed) => failed,
    };
    assert_eq!(failed.cause(), Cause::Content);
    failed.message().to_string()
}

#[test]
fn rows_have_the_numbers_of_their_lines_whatever_the_line_ends_are() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a,b", "\"1", "x\",2", "", "", "3,\"say \"\"so\"\"\"", "4,,", ""].join(end);
        let inner = format!("1{end}x");
        let expected: [(u32, Vec<&str>); 4] = [
            (1, vec!["a", "b"]),
            (2, vec![&inner, "2"]),
            (6, vec!["3", "say \"so\""]),
            (7, vec!["4"]),
        ];
        let found = words(text.as_bytes());
        assert_eq!(found.len(), expected.len(), "{end:?}");
        for ((line, cells), (number, texts)) in expected.iter().zip(&found) {
            assert_eq!((line, cells), (number, &texts.iter().map(String::as_str).collect()));
        }
    }
}

#[test]
fn a_mark_and_a_line_that_names_the_sign_are_no_part_of_the_table() {
    assert_eq!(words(b"\xef\xbb\xbfa,b\n")[0].1, ["a", "b"]);
    assert_eq!(words(b"sep=|\na,x|b\n"), [(2, vec!["a,x".to_owned(), "b".to_owned()])]);
    assert_eq!(words(b"sep=;\r\na;b\r\n")[0].1, ["a", "b"]);
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_named_with_its_line() {
    let file = opened(b"a,b\n1,x \"literal\n2,\"open\nc,d\ne,f\n").unwrap();
    let (rows, ended) = all(&file);
    assert_eq!(ended, Ok(Ended::AtEnd));
    assert_eq!(rows[1].cells[1].text, "x \"literal");
    assert_eq!(rows[1].cells[1].state, CellState::Words);
    assert_eq!(rows[2].number, 3);
    assert_eq!(rows[2].cells[1].state, CellState::Unclosed(3));
    assert_eq!(rows[2].cells[1].text, "open\nc,d\ne,f\n");
    let (rows, _) = all(&opened(b"a,b\n\"1\n2\",\"open\nx").unwrap());
    assert_eq!((rows[1].number, rows[1].cells[1].state), (2, CellState::Unclosed(3)));
    let mut long = b"a,b\n1,2\n3,\"open\n".to_vec();
    long.extend(b"x,y\n".repeat(300_000));
    assert!(refusal(&long).contains("opens on line 3,"), "{}", refusal(&long));
}

#[test]
fn what_no_table_has_is_refused_with_its_line() {
    let field = |len: usize| [b"a,b\n1,", &*b"x".repeat(len), b"\n"].concat();
    assert_eq!(words(&field(csv::MOST_FIELD))[1].1[1].len(), csv::MOST_FIELD);
    assert!(refusal(&field(csv::MOST_FIELD + 1)).contains("field on line 2"));
    let row = [b"a,b\n".as_slice(), &[b"x".repeat(900_000), b",".to_vec()].concat().repeat(5)];
    assert!(refusal(&row.concat()).contains("Line 2 begins a row"));
    let wide = |columns: usize| format!("a\n\n{}\n", vec!["x"; columns].join(","));
    assert_eq!(words(wide(csv::MOST_COLUMNS).as_bytes())[1].1.len(), csv::MOST_COLUMNS);
    assert!(refusal(wide(10_000).as_bytes()).contains("Line 3 has more than 1,024 columns"));
    assert!(refusal(b"a,b\n1,\0\n").contains("line 2"));
    assert!(refusal(b"").contains("empty"));
    assert!(refusal(b"<html><table>").contains("web page"));
    assert!(refusal(b"%PDF-1.7 ...").contains("PDF"));
    assert!(refusal(b"SQLite format 3\0").contains("--db"));
}

#[test]
fn bytes_that_the_encoding_does_not_know_are_refused_with_their_line() {
    let choice = Choice { encoding: Some("UTF-8".into()), ..Choice::default() };
    let bytes = b"a,b\n1,2\nB\xe9nin,3\n".to_vec();
    let file = TableFile::of_bytes(bytes, &choice, &Stop::default());
    let failed = file.and_then(|file| all(&file).1.map(|_| ())).unwrap_err();
    assert!(failed.to_string().contains("Line 3") && failed.to_string().contains("UTF-8"));
}

#[test]
fn a_text_in_utf8_with_one_bad_byte_is_refused_with_the_line_and_not_read_as_another() {
    let text = "État,Besoin relevé\nBénin,Législation protégée\nCôte d’Ivoire,Enquêteurs\n";
    let cut = &text.as_bytes()[..text.len() - 7];
    assert!(std::str::from_utf8(cut).is_err());
    assert!(refusal(cut).contains("Line 3 cannot be read as UTF-8"), "{}", refusal(cut));
}

#[test]
fn a_reader_that_was_asked_to_end_does_so() {
    let text = "a,b\n".repeat(100_000);
    let file = opened(text.as_bytes()).unwrap();
    let stop = Stop::default();
    let mut rows = 0;
    let ended = file.rows(&stop, &mut |_| {
        rows += 1;
        stop.ask();
        ControlFlow::Continue(())
    });
    assert_eq!(ended.unwrap_err().cause(), Cause::Stopped);
    assert!(rows < 50_000, "{rows}");
    let asked = TableFile::of_bytes(text.into(), &Choice::default(), &stop).unwrap_err();
    assert_eq!(asked.cause(), Cause::Stopped);
    let ended = file.rows(&Stop::default(), &mut |_| ControlFlow::Break(()));
    assert_eq!(ended, Ok(Ended::Broken));
}

#[test]
fn what_is_taken_is_said_with_a_line_to_judge_by() {
    let file = opened(b"State;Texte\nB\xe9nin;L\xe9gislation\n").unwrap();
    let said: Vec<String> = file.remarks().iter().map(ToString::to_string).collect();
    assert_eq!(file.kind(), FileKind::Csv);
    assert_eq!(said[0], "Read as windows-1252, with semicolons between the columns.");
    assert!(said[1].contains("Line 2") && said[1].ends_with("Bénin;Législation"), "{said:?}");
    assert!(!file.is_guess());
    let mac = opened(b"State,Text\rTchad,Affaire Hiss\x8fne\r").unwrap();
    assert_eq!((mac.encoding(), mac.is_guess()), (Some("Mac Roman"), true));
    let chosen = Choice { encoding: Some("Mac Roman".into()), ..Choice::default() };
    let bytes = b"State,Text\rTchad,Affaire Hiss\x8fne\r".to_vec();
    let chosen = TableFile::of_bytes(bytes, &chosen, &Stop::default()).unwrap();
    assert!(!chosen.is_guess());
}

/// A text as a spreadsheet program writes it: each field that needs it within quotation marks.
fn written(table: &[Vec<String>], sign: char, end: &str) -> String {
    let field = |text: &String| {
        if text.is_empty() || text.contains([sign, '"', '\r', '\n']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.clone()
        }
    };
    let line =
        |row: &Vec<String>| row.iter().map(field).collect::<Vec<_>>().join(&sign.to_string()) + end;
    table.iter().map(line).collect()
}

/// A text in an encoding; `None` where the encoding lacks a character.
fn encoded(text: &str, encoding: &'static Encoding) -> Option<Vec<u8>> {
    if encoding == MACINTOSH {
        // encoding_rs writes no Mac Roman by the rules of the web.
        let byte = |c: char| {
            (0..=0xFF_u8)
                .find(|byte| MACINTOSH.decode_without_bom_handling(&[*byte]).0.chars().eq([c]))
        };
        return text.chars().map(byte).collect();
    }
    let (bytes, _, had_errors) = encoding.encode(text);
    (!had_errors).then(|| bytes.into_owned())
}

fn tables() -> impl Strategy<Value = Vec<Vec<String>>> {
    let field = prop_oneof![
        "[a-z ]{1,6}",
        "[a-zéèäöüß,;\"\r\n\t|'= ]{1,8}",
        "[状态条款加纳，。a-z]{1,5}",
        "[а-яА-Я ,\"]{1,6}",
    ];
    prop::collection::vec(prop::collection::vec(field, 2..5), 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_table_comes_back_from_every_encoding_sign_and_line_end(
        table in tables(),
        sign in prop::sample::select(vec![',', ';', '\t', '|']),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        place in 0_usize..8,
    ) {
        let text = written(&table, sign, end);
        let names = ["UTF-8", "windows-1252", "GB18030", "Mac Roman", "windows-1251", "Big5"];
        let encodings = [UTF_8, WINDOWS_1252, GB18030, MACINTOSH, WINDOWS_1251, BIG5];
        let (bytes, name) = match place {
            6 => (text.encode_utf16().flat_map(u16::to_le_bytes).collect(), "UTF-16LE"),
            7 => (text.encode_utf16().flat_map(u16::to_be_bytes).collect(), "UTF-16BE"),
            place => match encoded(&text, encodings[place]) {
                Some(bytes) => (bytes, names[place]),
                None => (text.clone().into_bytes(), "UTF-8"),
            },
        };
        let choice = Choice {
            encoding: Some(name.to_owned()),
            delimiter: Some(sign as u8),
            ..Choice::default()
        };
        let file = TableFile::of_bytes(bytes, &choice, &Stop::default()).unwrap();
        prop_assume!(file.kind() == FileKind::Csv);
        let (rows, ended) = all(&file);
        prop_assert_eq!(ended, Ok(Ended::AtEnd));
        let mut line = 1;
        let mut expected = Vec::new();
        for row in &table {
            let cells = row.iter().map(|text| super::Cell::of(text.as_str())).collect();
            expected.push(Row::of(line, cells));
            let ends = |text: &String| text.replace("\r\n", "\n").matches(['\n', '\r']).count();
            line += 1 + row.iter().map(ends).sum::<usize>() as u32;
        }
        prop_assert_eq!(&rows, &expected);
        let (again, _) = all(&file);
        prop_assert_eq!(again, rows);
    }

    #[test]
    fn random_bytes_end_with_rows_or_a_reason(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        head in prop::sample::select(vec![&b""[..], b"a,b\n", b"\xff\xfe", b"\xef\xbb\xbf", b"[{", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
    ) {
        if let Ok(file) = opened(&[head, &bytes].concat()) {
            let (rows, _) = all(&file);
            prop_assert!(rows.len() <= bytes.len() + 2);
        }
    }
}

#[test]
fn the_encoding_of_a_text_without_other_letters_is_utf8() {
    let source = Source::Bytes(b"a,b".as_slice().into());
    let stop = Stop::default();
    let survey = super::survey::survey(&source, &stop).unwrap();
    let told = TextEncoding::of(&source, &survey, None, &stop).unwrap();
    assert_eq!((told.name(), told.is_guess), ("UTF-8", false));
}
