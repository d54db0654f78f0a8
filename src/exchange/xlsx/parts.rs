//! The parts of a workbook beside its sheets: what the file holds, its names and its looks.

use crate::domain::Day;
use crate::xml::escaped;
use std::fmt::Write as _;

/// What stands above every part.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespace of workbooks.
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/// The namespace of relations.
pub(super) const RELATIONS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The style of whole days, in the list of [`STYLES`].
pub(super) const DAY_STYLE: u8 = 1;
/// The style of headings.
pub(super) const HEAD_STYLE: u8 = 2;

/// The looks: plain, days as `YYYY-MM-DD`, headings.
pub(super) const STYLES: &str = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>\
<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>\
<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>\
<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
<fill><patternFill patternType=\"gray125\"/></fill></fills>\
<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>\
<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>\
<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

/// The relations of the whole file.
pub(super) fn root() -> String {
    let relation = |id: u8, kind: &str, target: &str| {
        format!("<Relationship Id=\"rId{id}\" Type=\"{kind}\" Target=\"{target}\"/>")
    };
    let core =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relations(
        &(relation(1, &format!("{RELATIONS}/officeDocument"), "xl/workbook.xml")
            + &relation(2, core, "docProps/core.xml")),
    )
}

/// The relations of the workbook: its sheets, each under the number of its part, and its looks.
pub(super) fn of_workbook(sheets: usize) -> String {
    let mut inner = String::new();
    for number in 1..=sheets {
        // A string takes everything; so below.
        let _ = write!(
            inner,
            "<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/worksheet\" \
             Target=\"worksheets/sheet{number}.xml\"/>"
        );
    }
    let number = sheets + 1;
    let _ = write!(
        inner,
        "<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/>"
    );
    relations(&inner)
}

fn relations(inner: &str) -> String {
    let space = "http://schemas.openxmlformats.org/package/2006/relationships";
    format!("<Relationships xmlns=\"{space}\">{inner}</Relationships>")
}

/// The kinds of all parts.
pub(super) fn content_types(sheets: usize) -> String {
    let space = "http://schemas.openxmlformats.org/package/2006/content-types";
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let mut inner = format!(
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{kind}.styles+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    );
    for number in 1..=sheets {
        let _ = write!(
            inner,
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{kind}.worksheet+xml\"/>"
        );
    }
    format!("<Types xmlns=\"{space}\">{inner}</Types>")
}

/// The program that made the workbook, and the day on which it says that it was made.
pub(super) fn core(day: Option<Day>) -> String {
    let moment = |of: &str, day: Day| {
        format!("<dcterms:{of} xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:{of}>")
    };
    let days = day.map(|day| moment("created", day) + &moment("modified", day));
    format!(
        "<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:creator>ta-tui</dc:creator>{}\
         </cp:coreProperties>",
        days.unwrap_or_default()
    )
}

/// A sheet in the list of the workbook.
#[derive(Debug)]
pub(super) struct Listed {
    /// Its name, which is unlike those of the others.
    pub(super) name: String,
    /// The number of its part.
    pub(super) number: usize,
    /// The cells that a filter stands over.
    pub(super) filtered: Option<String>,
}

/// The list of the sheets, in their order in the program that opens them.
pub(super) fn workbook(sheets: &[Listed]) -> String {
    let (mut list, mut names) = (String::new(), String::new());
    for (place, sheet) in sheets.iter().enumerate() {
        let (name, number) = (escaped(&sheet.name), sheet.number);
        let _ = write!(list, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        if let Some(cells) = &sheet.filtered {
            let quoted = escaped(&sheet.name.replace('\'', "''"));
            let _ = write!(
                names,
                "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{place}\" hidden=\"1\">\
                 '{quoted}'!{cells}</definedName>"
            );
        }
    }
    let names =
        if names.is_empty() { names } else { format!("<definedNames>{names}</definedNames>") };
    format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><bookViews><workbookView/></bookViews>\
         <sheets>{list}</sheets>{names}</workbook>"
    )
}
