//! The kind of a file, told by its first bytes and never by its name.

use super::Unreadable;
use crate::text::Message;
use std::path::Path;

/// The kinds of files that tables are read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Text with a sign between the columns.
    Csv,
    /// Excel since 2007.
    Xlsx,
    /// Workbooks of `LibreOffice` and others (ODS).
    Ods,
    /// Excel 97 to 2003.
    Xls,
    /// JSON: a list of objects, or one object a line.
    Json,
}

impl FileKind {
    /// The name for people and the end of file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Xlsx => "XLSX",
            Self::Ods => "ODS",
            Self::Xls => "XLS",
            Self::Json => "JSON",
        }
    }

    /// The kind that the name of a file promises, if it promises one.
    pub(super) fn of_name(path: &Path) -> Option<Self> {
        match &*path.extension()?.to_str()?.to_ascii_lowercase() {
            "csv" | "tsv" | "tab" | "txt" => Some(Self::Csv),
            "xlsx" | "xlsm" => Some(Self::Xlsx),
            "ods" => Some(Self::Ods),
            "xls" => Some(Self::Xls),
            "json" | "jsonl" => Some(Self::Json),
            _ => None,
        }
    }
}

/// The forms of files that their first bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A ZIP archive: XLSX, ODS and others.
    Zip,
    /// Storage of programs of before 2007: XLS and others, and files of later ones with a password.
    Ole,
    /// Anything else, which has to be a text.
    Text,
}

/// How files begin that hold no table, or none that is read, and the message about each.
const OTHERS: [(&[u8], &str); 14] = [
    (b"%PDF", "sheet-pdf"),
    (b"{\\rtf", "sheet-word"),
    (b"SQLite format 3\0", "sheet-sqlite"),
    (b"\x1f\x8b", "sheet-packed"),
    (b"BZh", "sheet-packed"),
    (b"\xfd7zXZ\0", "sheet-packed"),
    (b"7z\xbc\xaf\x27\x1c", "sheet-packed"),
    (b"Rar!\x1a", "sheet-packed"),
    (b"\x89PNG", "sheet-picture"),
    (b"\xff\xd8\xff", "sheet-picture"),
    (b"\x09\x00\x04\x00", "sheet-old-excel"),
    (b"\x09\x02\x06\x00", "sheet-old-excel"),
    (b"\x09\x04\x06\x00", "sheet-old-excel"),
    (b"\x09\x08", "sheet-old-excel"),
];

/// The form of a file with these first bytes.
///
/// # Errors
/// The bytes are those of a file that is not read.
pub(super) fn form(first: &[u8]) -> Result<Form, Unreadable> {
    if first.is_empty() {
        return Err(Unreadable::content(Message::new("sheet-empty")));
    }
    if let Some((_, id)) = OTHERS.iter().find(|(start, _)| first.starts_with(start)) {
        return Err(Unreadable::content(Message::new(id)));
    }
    if first.starts_with(b"PK\x03\x04") || first.starts_with(b"PK\x05\x06") {
        Ok(Form::Zip)
    } else if first.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        Ok(Form::Ole)
    } else {
        Ok(Form::Text)
    }
}

/// The parts that tell the programs that save archives, and the message about each that is not read.
const ARCHIVES: [(&str, &str); 5] = [
    ("xl/workbook.bin", "sheet-xlsb"),
    ("word/document.xml", "sheet-word"),
    ("ppt/presentation.xml", "sheet-slides"),
    ("EncryptedPackage", "sheet-password"),
    ("encrypted-package", "sheet-password"),
];

/// The kind of a packed file with parts of these names. That of ODS may be a text, which its part `mimetype`
/// tells.
///
/// # Errors
/// No table is packed so.
pub(super) fn of_archive<'a>(
    names: impl Iterator<Item = &'a [u8]>,
) -> Result<FileKind, Unreadable> {
    let names = names.map(|name| String::from_utf8_lossy(name).replace('\\', "/"));
    let names: Vec<String> = names.map(|name| name.trim_start_matches('/').to_owned()).collect();
    let has = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    if has("xl/workbook.xml") {
        return Ok(FileKind::Xlsx);
    }
    if has("mimetype") && has("content.xml") {
        return Ok(FileKind::Ods);
    }
    let known = ARCHIVES.iter().find(|(part, _)| has(part)).map(|(_, id)| *id);
    Err(Unreadable::content(Message::new(known.unwrap_or("sheet-packed"))))
}

/// Whether a text with this beginning is CSV or JSON.
///
/// # Errors
/// It is a web page or XML.
pub(super) fn of_text(first: &str) -> Result<FileKind, Unreadable> {
    let start = first.trim_start();
    let is_element =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || "!?".contains(c));
    if start.strip_prefix('<').is_some_and(is_element) {
        let lower = start.to_ascii_lowercase();
        let is_sheet = lower.contains("schemas-microsoft-com:office:spreadsheet");
        let is_page = ["<html", "<!doctype html", "<table", "<head", "<meta", "<body", "<style"]
            .iter()
            .any(|tag| lower.contains(tag));
        let id = if is_sheet {
            "sheet-xml-workbook"
        } else if is_page {
            "sheet-web-page"
        } else {
            "sheet-xml"
        };
        return Err(Unreadable::content(Message::new(id)));
    }
    let behind = |sign: char| start.strip_prefix(sign).map(str::trim_start);
    let is_list = behind('[').is_some_and(|rest| rest.starts_with(['{', ']', '[', '"']));
    let is_object = behind('{').is_some_and(|rest| rest.starts_with(['"', '}']));
    Ok(if is_list || is_object { FileKind::Json } else { FileKind::Csv })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_text_is_stands_at_its_beginning() {
        for text in ["[{\"a\":1}]", " [\n {", "{\"a\":1}\n{\"a\":2}", "[]", "[\"a\"]"] {
            assert_eq!(of_text(text), Ok(FileKind::Json), "{text}");
        }
        for text in ["state,text\n", "", "[State],x", "[1] State,b\n", "{x},y", "\"[\",b", "<5,>6"]
        {
            assert_eq!(of_text(text), Ok(FileKind::Csv), "{text}");
        }
        for (text, words) in [
            ("<html><table>", "web page"),
            ("\n <!DOCTYPE html>", "web page"),
            ("<?xml version=\"1.0\"?><a/>", "XML"),
        ] {
            let refused = of_text(text).unwrap_err().to_string();
            assert!(refused.contains(words), "{text}: {refused}");
        }
    }
}
