//! The description of a folder, `datapackage.json`, after Frictionless Data Package 1.0.

use super::tables::Table;
use super::value::{ColumnType, NULL};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The name of the description.
pub(super) const FILE: &str = "datapackage.json";

/// How many rows each checksum is of: few enough that a change is found, many enough that checksums stay small.
pub(super) const BLOCK: u64 = 50;

/// The description.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Package {
    pub(super) profile: String,
    pub(super) name: String,
    /// The number of the schema.
    #[serde(rename = "ta-tui:schema")]
    pub(super) schema: i64,
    pub(super) resources: Vec<Resource>,
}

/// A table in the description.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Resource {
    pub(super) name: String,
    pub(super) path: String,
    /// The rows of the file.
    #[serde(rename = "ta-tui:rows")]
    pub(super) rows: u64,
    /// A checksum of each [`BLOCK`] of rows.
    #[serde(rename = "ta-tui:blocks")]
    pub(super) blocks: Vec<String>,
    /// The rest, which other programs read.
    #[serde(flatten)]
    pub(super) told: serde_json::Map<String, Value>,
}

/// The description of a table whose file was written.
pub(super) fn resource(table: &Table, rows: u64, blocks: Vec<String>, file: &Written) -> Resource {
    let fields = table.columns.iter().map(|column| {
        let mut field = json!({ "name": column.name, "type": column.kind.frictionless() });
        if column.kind == ColumnType::Blob {
            field["description"] = "bytes, hexadecimal".into();
        }
        if column.required {
            field["constraints"] = json!({ "required": true });
        }
        field
    });
    let mut schema = json!({ "fields": fields.collect::<Vec<_>>(), "missingValues": [NULL] });
    if !table.key.is_empty() {
        let key = table.key.iter().map(|place| table.columns[*place].name.as_str());
        schema["primaryKey"] = key.collect::<Vec<_>>().into();
    }
    if !table.references.is_empty() {
        let keys = table.references.iter().map(|reference| {
            // A table is named by nothing where it refers to itself.
            let to = if reference.table == table.name { "" } else { reference.table.as_str() };
            let reference_to = json!({ "resource": to, "fields": reference.fields });
            json!({ "fields": reference.columns, "reference": reference_to })
        });
        schema["foreignKeys"] = keys.collect::<Vec<_>>().into();
    }
    let told = json!({
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": format!("sha256:{}", file.hash),
        "dialect": { "delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": true,
                     "header": true },
        "schema": schema,
    });
    let told = match told {
        Value::Object(told) => told,
        _ => serde_json::Map::new(),
    };
    Resource { name: table.name.to_owned(), path: table.file(), rows, blocks, told }
}

/// A file that was written.
pub(super) struct Written {
    /// How many bytes it has.
    pub(super) bytes: u64,
    /// Its SHA-256, hexadecimal.
    pub(super) hash: String,
}

/// The checksums of the rows of a table.
#[derive(Default)]
pub(super) struct Blocks {
    sum: Sha256,
    rows: u64,
    done: Vec<String>,
}

impl Blocks {
    /// Takes a row; gives whether it was the last of its block.
    pub(super) fn row<'c>(&mut self, cells: impl Iterator<Item = &'c str>) -> bool {
        for cell in cells {
            self.sum.update((cell.len() as u64).to_le_bytes());
            self.sum.update(cell.as_bytes());
        }
        self.rows += 1;
        let ends = self.rows.is_multiple_of(BLOCK);
        if ends {
            self.end();
        }
        ends
    }

    fn end(&mut self) {
        let sum = self.sum.finalize_reset_hex();
        self.done.push(sum);
    }

    /// The checksum of the block that ended last.
    pub(super) fn last(&self) -> Option<(usize, &str)> {
        let sum = self.done.last()?;
        Some((self.done.len() - 1, sum))
    }

    /// How many rows there were, and all checksums.
    pub(super) fn all(mut self) -> (u64, Vec<String>) {
        if !self.rows.is_multiple_of(BLOCK) {
            self.end();
        }
        (self.rows, self.done)
    }
}

/// The first half of a checksum, hexadecimal: no change goes unseen, and files stay small.
trait Short {
    fn finalize_reset_hex(&mut self) -> String;
}

impl Short for Sha256 {
    fn finalize_reset_hex(&mut self) -> String {
        hexadecimal(&self.finalize_reset()[..16])
    }
}

/// Bytes in hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    let mut words = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // A string takes everything.
        let _ = write!(words, "{byte:02x}");
    }
    words
}
