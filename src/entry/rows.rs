//! Reads and writes the rows of a field as lines: a row on each line, its cells between `|`, the words of a row first.
//! Cells at the end that say nothing are left out, and a row with one cell alone is written without `|`. Texts by language
//! stand last, behind a rank; without a rank or an empty cell before them, a line is nothing but such texts.

use super::closed_list::{family_names, one_of};
use super::named::key_of;
use super::{Refusal, language_of};
use crate::domain::{
    Coded, Kind, NAME_LIMIT, NOTES_LIMIT, PartialDate, clean_line, dated, fold, read_articles,
    reference,
};
use crate::fields::{FieldValue, RecordField, Referred, RowCell};
use crate::query::register::Vocabulary;
use crate::text::{Lang, UNSTATED};
use serde_json::Value;

/// The marks between the cells of a row.
const BETWEEN: [char; 2] = ['|', '｜'];

/// The marks that end a row on a line of several.
const ENDS: [char; 2] = [';', '；'];

/// Reads rows of a side table: lines, or a JSON list of lists. References in cells are read by name; the language of a text
/// is guessed where the row does not state it.
///
/// # Errors
/// A cell is no value of its kind, or a row has more cells than the table.
pub(super) fn read(
    field: RecordField,
    typed: &str,
    cells: &'static [RowCell],
    vocabulary: &Vocabulary,
) -> Result<String, Refusal> {
    let reader = Rows { field, cells, vocabulary };
    let unreadable = || Refusal::Unreadable(field, clean_line(typed));
    let rows = if typed.trim_start().starts_with('[') {
        let mut rows: Vec<Vec<Value>> = serde_json::from_str(typed).map_err(|_| unreadable())?;
        rows.iter_mut().try_for_each(|row| reader.read_names(row))?;
        rows
    } else {
        let rows = reader.divided(typed);
        let rows = rows.iter().filter(|row| !row.trim().is_empty());
        rows.map(|row| reader.row(row)).collect::<Result<_, _>>()?
    };
    serde_json::to_string(&rows).map_err(|_| unreadable())
}

/// Gives the rows of a value as lines that are read as the same value, else as JSON. `name` gives the words for the key
/// of a row that a cell refers to.
pub fn rows_in_words(
    field: RecordField,
    value: &str,
    cells: &'static [RowCell],
    vocabulary: &Vocabulary,
    name: impl Fn(Referred, &str) -> String,
) -> String {
    let reader = Rows { field, cells, vocabulary };
    let Ok(rows) = serde_json::from_str::<Vec<Vec<Value>>>(value) else { return value.to_owned() };
    let lines: Vec<String> = rows.iter().map(|row| reader.line(row, &name)).collect();
    let reads_back = |words: &String| {
        read(field, words, cells, vocabulary).is_ok_and(|read| is_same(&read, &rows))
    };
    let are_names = lines.iter().all(|line| !line.contains('|')) && !reader.is_prose();
    let alone = are_names.then(|| lines.join("; "));
    let in_json = || {
        let mut rows = rows.clone();
        for (cell, of) in rows.iter_mut().flat_map(|row| row.iter_mut().zip(cells)) {
            if let (Some(key), Some(referred)) = (cell.as_str(), of.referred()) {
                *cell = name(referred, key).into();
            }
        }
        serde_json::to_string(&rows).ok()
    };
    let mut forms = [alone, Some(lines.join("\n"))].into_iter().flatten();
    let found = forms.find(reads_back).or_else(|| in_json().filter(reads_back));
    found.unwrap_or_else(|| value.to_owned())
}

/// A reader of the rows of one field.
struct Rows<'a> {
    field: RecordField,
    cells: &'static [RowCell],
    vocabulary: &'a Vocabulary,
}

impl Rows<'_> {
    /// Whether the words of a row are sentences, in which a semicolon ends no row.
    fn is_prose(&self) -> bool {
        self.cells.iter().any(|cell| matches!(cell.value, FieldValue::Text))
    }

    /// The cell with the words of a row that has nothing else.
    fn alone(&self) -> usize {
        self.cells.iter().position(|cell| cell.code == "text").unwrap_or(0)
    }

    /// Divides typed words into rows: by lines, and a line alone by semicolons where these end a row.
    fn divided(&self, typed: &str) -> Vec<String> {
        let typed = typed.trim();
        if typed.contains('\n') {
            return typed.lines().map(str::to_owned).collect();
        }
        if !self.is_prose() {
            return typed.split(ENDS).map(str::to_owned).collect();
        }
        // Among rows that can begin with a rank, the next one begins where a rank or nothing and a mark stand.
        let begins = |part: &str| {
            let first = part.split_once(BETWEEN).map(|(first, _)| first.trim());
            first.is_some_and(|first| first.bytes().all(|letter| letter.is_ascii_digit()))
        };
        let first = self.cells.first().map(|cell| cell.value);
        let is_numbered = matches!(first, Some(FieldValue::Number(..)));
        let mut rows: Vec<String> = Vec::new();
        for part in typed.split_inclusive(ENDS) {
            match rows.last_mut() {
                Some(last) if !(is_numbered && begins(part)) => last.push_str(part),
                Some(last) => {
                    last.pop();
                    rows.push(part.to_owned());
                }
                None => rows.push(part.to_owned()),
            }
        }
        rows
    }

    /// Reads one row.
    fn row(&self, line: &str) -> Result<Vec<Value>, Refusal> {
        let mut row = vec![Value::Null; self.cells.len()];
        let parts: Vec<&str> = line.split(BETWEEN).map(str::trim).collect();
        let at = self.alone();
        let is_by_language = self.cells[at].is_by_language();
        let is_rank = |part: &&str| part.bytes().all(|letter| letter.is_ascii_digit());
        if is_by_language && (parts.len() == 1 || !parts.first().is_some_and(is_rank)) {
            row[at] = self.texts(&parts, line)?;
        } else if let [alone] = parts[..] {
            row[at] = self.cell(&self.cells[at], alone)?;
        } else {
            let mut parts = &parts[..];
            for cell in RowCell::as_typed(self.cells) {
                let Some(at) = self.cells.iter().position(|own| own == cell) else { continue };
                if cell.is_by_language() {
                    row[at] = self.texts(std::mem::take(&mut parts), line)?;
                } else if let [first, rest @ ..] = parts {
                    row[at] = self.cell(cell, first)?;
                    parts = rest;
                }
            }
            if parts.iter().any(|part| !part.is_empty()) {
                let codes = RowCell::as_typed(self.cells).map(|cell| cell.code.to_owned());
                return Err(Refusal::LongRow(self.field, clean_line(line), codes.collect()));
            }
        }
        self.complete(&mut row);
        Ok(row)
    }

    /// Reads the texts of a row, each behind the code of its language or in the language that is guessed.
    fn texts(&self, parts: &[&str], line: &str) -> Result<Value, Refusal> {
        let mut texts: Vec<(String, String)> = Vec::new();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            let (language, text) = match part.split_once([':', '：']) {
                Some((code, text)) if is_language(code.trim()) => (code.trim(), text.trim()),
                _ => (guessed(part), *part),
            };
            if text.len() > NOTES_LIMIT {
                return Err(Refusal::LongText(self.field, text.len(), NOTES_LIMIT));
            }
            if texts.iter().any(|(other, _)| other == language) {
                return Err(Refusal::SameLanguage(
                    self.field,
                    clean_line(line),
                    language.to_owned(),
                ));
            }
            texts.push((language.to_owned(), clean_line(text)));
        }
        texts.sort();
        let texts = Some(texts).filter(|texts| !texts.is_empty());
        Ok(serde_json::to_value(texts).unwrap_or_default())
    }

    /// Reads a cell by the kind of its values.
    fn cell(&self, of: &RowCell, typed: &str) -> Result<Value, Refusal> {
        let (field, line) = (self.field, clean_line(typed));
        if line.is_empty() {
            return Ok(Value::Null);
        }
        if let Some(referred) = of.referred() {
            return Ok(key_of(field, referred, &line, self.vocabulary)?.into());
        }
        Ok(match of.value {
            FieldValue::OneOf(codes) => {
                let names = |code: &str| family_names(&[of.code, field.kind().code()], code);
                let code = one_of(field, &line, &codes(), names)?;
                code.parse::<u32>().map_or_else(|_| code.into(), Value::from)
            }
            FieldValue::YesNo => {
                let names = |code: &str| family_names(&[of.code, field.kind().code()], code);
                u8::from(one_of(field, &line, &["yes", "no"], names)? == "yes").into()
            }
            FieldValue::Number(least, most) => {
                let bounds = f64::from(least)..=f64::from(most);
                let number: Option<f64> = line.parse().ok().filter(|known| bounds.contains(known));
                let whole = line.parse::<u32>().ok().map(Value::from);
                let decimal = number.and_then(serde_json::Number::from_f64).map(Value::Number);
                let found = if of.has_decimals { decimal } else { number.and(whole) };
                found.ok_or(Refusal::Number(field, line, least, most))?
            }
            FieldValue::Day | FieldValue::Date => {
                let date = PartialDate::parse(&line).map(|date| date.to_string());
                let date = date.or_else(|| dated(&line));
                date.ok_or(Refusal::Date(field, line))?.into()
            }
            FieldValue::Language if line == UNSTATED => line.into(),
            FieldValue::Language => match of.value.read(&line) {
                Some(Some(code)) => code.into(),
                _ => return Err(Refusal::Language(field, line)),
            },
            FieldValue::Articles => {
                let articles =
                    read_articles(&line).map_err(|word| Refusal::Article(field, word))?;
                let numbers = articles.iter().map(|article| article.number().to_string());
                numbers.collect::<Vec<_>>().join("; ").into()
            }
            FieldValue::Lines => self.themes(&line)?.into(),
            FieldValue::Text if line.len() > NOTES_LIMIT => {
                return Err(Refusal::LongText(field, line.len(), NOTES_LIMIT));
            }
            FieldValue::Line if line.chars().count() > NAME_LIMIT => {
                return Err(Refusal::LongLine(field, line.chars().count(), NAME_LIMIT));
            }
            _ => line.into(),
        })
    }

    /// Reads themes, which a row names by their words: those of the register by their codes, published ones as they are.
    fn themes(&self, line: &str) -> Result<String, Refusal> {
        let words = line.split([',', '，', '、']).map(str::trim).filter(|word| !word.is_empty());
        let mut all = words.map(|word| self.theme(word)).collect::<Result<Vec<_>, _>>()?;
        all.sort_unstable();
        all.dedup();
        Ok(all.join("; "))
    }

    fn theme(&self, word: &str) -> Result<String, Refusal> {
        let known = key_of(self.field, Referred::THEME, word, self.vocabulary);
        let is_it = |theme: &&str| fold(theme) == fold(word);
        known.or_else(|refusal| {
            let rows = reference::priorities();
            let mut published = rows.iter().flat_map(|row| reference::parts(&row.themes));
            published.find(is_it).map(str::to_owned).ok_or(refusal)
        })
    }

    /// Reads the names in cells of references of a row in JSON, and completes it.
    fn read_names(&self, row: &mut [Value]) -> Result<(), Refusal> {
        for (cell, of) in row.iter_mut().zip(self.cells) {
            if let (Some(word), Some(referred)) = (cell.as_str(), of.referred()) {
                *cell = key_of(self.field, referred, word, self.vocabulary)?.into();
            }
        }
        self.complete(row);
        Ok(())
    }

    /// Fills the cells that every row states, and guesses the language of a text.
    fn complete(&self, row: &mut [Value]) {
        for (cell, of) in row.iter_mut().zip(self.cells) {
            if let Some(value) = usual(of.code).filter(|_| is_empty(cell)) {
                *cell = value;
            }
        }
        let place = |code: &str| self.cells.iter().position(|cell| cell.code == code);
        if let (Some(text), Some(language)) = (place("text"), place("language"))
            && row.get(language).is_some_and(is_empty)
        {
            let words = row.get(text).and_then(Value::as_str).unwrap_or_default();
            row[language] = language_of(words).unwrap_or(UNSTATED).into();
        }
    }

    /// Writes one row, as short as it is read back.
    fn line(&self, row: &[Value], name: &impl Fn(Referred, &str) -> String) -> String {
        let mut parts: Vec<String> = Vec::new();
        for cell in RowCell::as_typed(self.cells) {
            let at = self.cells.iter().position(|own| own == cell);
            let Some(value) = at.and_then(|at| row.get(at)) else { continue };
            if cell.is_by_language() {
                parts.extend(texts_in_words(value));
            } else {
                parts.push(cell_in_words(cell, value, name));
            }
        }
        let alone = self.cells.get(self.alone()).zip(row.get(self.alone()));
        let alone = alone.map(|(cell, value)| {
            if cell.is_by_language() {
                texts_in_words(value).join(" | ")
            } else {
                cell_in_words(cell, value, name)
            }
        });
        let longer = (2..=parts.len()).map(|count| parts[..count].join(" | ").trim().to_owned());
        let is_it = |line: &String| {
            let read = self.row(line);
            !line.contains('\n') && read.is_ok_and(|read| is_same_row(&read, row))
        };
        let whole = || parts.join(" | ");
        alone.into_iter().chain(longer).find(is_it).unwrap_or_else(whole)
    }
}

/// Whether rows that were read are these.
fn is_same(read: &str, rows: &[Vec<Value>]) -> bool {
    let read: Vec<Vec<Value>> = serde_json::from_str(read).unwrap_or_default();
    read.len() == rows.len() && read.iter().zip(rows).all(|(one, other)| is_same_row(one, other))
}

/// Whether two rows say the same: 50 and 50.0 are one number.
fn is_same_row(one: &[Value], other: &[Value]) -> bool {
    let same = |(one, other): (&Value, &Value)| {
        one == other || (one.is_number() && one.as_f64() == other.as_f64())
    };
    one.len() == other.len() && one.iter().zip(other).all(same)
}

/// Gives a cell in words; empty for nothing.
fn cell_in_words(of: &RowCell, value: &Value, name: &impl Fn(Referred, &str) -> String) -> String {
    match (value, of.value, of.referred()) {
        (Value::Null, ..) => String::new(),
        (Value::String(key), _, Some(referred)) => name(referred, key),
        (Value::String(words), FieldValue::Articles | FieldValue::Lines, _) => {
            words.replace("; ", ", ")
        }
        (Value::String(words), ..) => words.clone(),
        (Value::Number(number), FieldValue::YesNo, _) => {
            (if number.as_i64() == Some(1) { "yes" } else { "no" }).to_owned()
        }
        (Value::Number(number), ..) => match number.as_f64() {
            Some(known) if of.has_decimals => known.to_string(),
            _ => number.to_string(),
        },
        (other, ..) => other.to_string(),
    }
}

/// Gives the texts of a cell, each behind the code of its language where that is not the one that is guessed.
fn texts_in_words(value: &Value) -> Vec<String> {
    let texts: Vec<(String, String)> = serde_json::from_value(value.clone()).unwrap_or_default();
    let in_words = |(language, text): (String, String)| {
        let begins = text.split_once([':', '：']).is_some_and(|(code, _)| is_language(code.trim()));
        let is_plain = guessed(&text) == language && !begins;
        if is_plain { text } else { format!("{language}: {text}") }
    };
    texts.into_iter().map(in_words).collect()
}

/// Guesses the language of a text by its words, else by its letters.
fn guessed(text: &str) -> &'static str {
    language_of(text).unwrap_or(Lang::of_letters(text).code())
}

/// Whether a word is the code of a language in which names are kept.
fn is_language(code: &str) -> bool {
    let names = RecordField::of(Kind::Theme).iter();
    names.filter_map(|field| field.language()).any(|known| known == code)
}

/// Gives the cell that a row has where none is typed: every row of its table states it.
fn usual(code: &str) -> Option<Value> {
    match code {
        "status" => Some("common".into()),
        "listed" => Some(1.into()),
        _ => None,
    }
}

/// Whether a cell states nothing.
fn is_empty(cell: &Value) -> bool {
    cell.is_null() || cell.as_str().is_some_and(|words| words.trim().is_empty())
}
