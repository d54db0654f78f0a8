//! The tables beside that of needs, read with it need by need.

use super::places::Places;
use crate::domain::{Article, ArticleSet, Chapter, Extent, Kind};
use crate::fields::{CellPlace, RecordField, RowCell, Stored};
use crate::query::register::{Facts, Match, Origin, Said, SetPlace};
use crate::store::StoreError;
use crate::store::decode::{self, Days};
use crate::store::link_reader::{Linked, Links};
use crate::store::table_rows::coded;
use rusqlite::{CachedStatement, Connection, Row};
use std::iter::Peekable;
use std::vec::IntoIter;

const MATCHES: &str = "SELECT need_id, activity_id, extent FROM need_activity
                       WHERE need_id BETWEEN ?1 AND ?2 AND void = 0 ORDER BY need_id";

/// The activity of a match, and its extent.
impl Linked for (i64, Extent) {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok((decode::id(row, 1)?, coded(row, 2)?))
    }
}

/// The fields of needs that are read from the tables beside.
#[derive(Clone, Copy)]
pub(super) enum Wanted<'a> {
    /// Every field, and the matches.
    All,
    /// The fields with these codes, and the matches where these are wanted.
    Fields(&'a [String], bool),
}

impl Wanted<'_> {
    /// Whether the field with this code is read.
    pub(super) fn field(self, code: &str) -> bool {
        match self {
            Self::All => true,
            Self::Fields(codes, _) => codes.iter().any(|own| own == code),
        }
    }

    /// Whether the matches are read.
    fn matches(self) -> bool {
        matches!(self, Self::All | Self::Fields(_, true))
    }
}

/// The questions to the tables beside that of needs.
pub(super) struct Beside<'c> {
    articles: CachedStatement<'c>,
    chapters: CachedStatement<'c>,
    themes: CachedStatement<'c>,
    matches: CachedStatement<'c>,
    documents: CachedStatement<'c>,
    /// The fields whose words few needs have, in the order of their columns.
    few: Vec<(&'static str, CachedStatement<'c>)>,
}

impl<'c> Beside<'c> {
    /// Prepares all of them.
    pub(super) fn prepare(connection: &'c Connection) -> Result<Self, StoreError> {
        let field = |code| connection.prepare_cached(&links(code));
        let few = |code| Ok::<_, StoreError>((code, connection.prepare_cached(&words(code))?));
        Ok(Self {
            articles: field("article")?,
            chapters: field("chapter")?,
            themes: field("theme")?,
            matches: connection.prepare_cached(MATCHES)?,
            documents: field("document")?,
            few: few_fields().map(few).collect::<Result<_, _>>()?,
        })
    }
}

/// The query for the values of a field of needs in a table of its own.
fn links(code: &str) -> String {
    let field = RecordField::from_code(Kind::Need, code);
    let Some(
        Stored::List(side, column)
        | Stored::Links(side, column, _)
        | Stored::ReferenceBeside(side, column, _),
    ) = field.map(RecordField::stored)
    else {
        // SQLite then says that there is no such table.
        return format!("SELECT NULL, NULL FROM need_{code}");
    };
    let (table, need) = (side.table, side.record);
    format!("SELECT {need}, {column} FROM {table} WHERE {need} BETWEEN ?1 AND ?2 ORDER BY {need}")
}

/// The codes of the fields whose words few needs have, in the order of their columns.
fn few_fields() -> impl Iterator<Item = &'static str> {
    Facts::COLUMNS.iter().flat_map(|column| column.from).filter_map(|from| match from {
        Origin::Few(code) => Some(*code),
        _ => None,
    })
}

/// The question for the words that needs have in such a field, wherever they stand. An index of those in a column of
/// needs answers it without going through all needs.
fn words(code: &str) -> String {
    let (table, need, column, order) =
        match RecordField::from_code(Kind::Need, code).map(RecordField::stored) {
            Some(Stored::Rows(side, [RowCell { place: CellPlace::Column(column), .. }, ..])) => {
                (side.table, side.record, *column, if side.ordered { ", id" } else { "" })
            }
            Some(Stored::Beside(side, column)) => (side.table, side.record, column, ""),
            Some(Stored::Column(column)) => ("need", "id", column, ""),
            // SQLite then says that there is no such column.
            _ => ("need", "id", code, ""),
        };
    format!(
        "SELECT {need}, {column} FROM {table}
         WHERE {need} BETWEEN ?1 AND ?2 AND {column} IS NOT NULL ORDER BY {need}{order}"
    )
}

/// The words that needs have in a field, by the numbers of the needs.
type FewWords = Peekable<IntoIter<(i64, Said)>>;

/// Reads the rows beside the needs of a range, in the order of the needs.
pub(super) struct Reader<'a> {
    /// Translates ids into places.
    pub(super) places: &'a Places,
    /// The dates that were read.
    pub(super) days: Days,
    /// The number of the need in hand.
    pub(super) need: i64,
    /// The place that it comes to.
    pub(super) place: usize,
    articles: Links<'a>,
    chapters: Links<'a>,
    themes: Links<'a>,
    matches: Links<'a, (i64, Extent)>,
    documents: Links<'a>,
    few: Vec<FewWords>,
    /// The place in `few` of the next column of such words of the need in hand.
    few_at: usize,
    members: Vec<u16>,
    matched: Vec<Match>,
}

impl<'a> Reader<'a> {
    /// Over rows of needs alone: nothing beside them is read.
    pub(super) fn of_rows(places: &'a Places) -> Self {
        Self {
            places,
            days: Days::default(),
            need: 0,
            place: 0,
            articles: Links::none(),
            chapters: Links::none(),
            themes: Links::none(),
            matches: Links::none(),
            documents: Links::none(),
            few: Vec::new(),
            few_at: 0,
            members: Vec::new(),
            matched: Vec::new(),
        }
    }

    /// Begins at the first need of a range.
    pub(super) fn over(
        beside: &'a mut Beside<'_>,
        range: [u32; 2],
        places: &'a Places,
        wanted: Wanted<'_>,
    ) -> Result<Self, StoreError> {
        let over = |statement: &'a mut CachedStatement<'_>, wanted: bool| {
            if wanted { Links::over(statement.query(range)?) } else { Ok(Links::none()) }
        };
        // While States are not named, the documents are not named either.
        let documents = wanted.field("document") && !places.ids.documents.is_empty();
        let few = beside.few.iter_mut().map(|(code, statement)| {
            let all = if wanted.field(code) { few_of(statement, range)? } else { Vec::new() };
            Ok(all.into_iter().peekable())
        });
        Ok(Self {
            articles: over(&mut beside.articles, wanted.field("article"))?,
            chapters: over(&mut beside.chapters, wanted.field("chapter"))?,
            themes: over(&mut beside.themes, wanted.field("theme"))?,
            matches: if wanted.matches() {
                Links::over(beside.matches.query(range)?)?
            } else {
                Links::none()
            },
            documents: over(&mut beside.documents, documents)?,
            few: few.collect::<Result<_, StoreError>>()?,
            ..Self::of_rows(places)
        })
    }

    /// Goes on to the need of a row, which comes to a place of the chunk.
    pub(super) fn begin(&mut self, row: &Row<'_>, place: usize) -> Result<(), StoreError> {
        (self.need, self.place, self.few_at) = (decode::id(row, 0)?, place, 0);
        Ok(())
    }

    /// Its articles and the chapters that it names alone.
    pub(super) fn articles(&mut self) -> Result<ArticleSet, StoreError> {
        let mut set = ArticleSet::EMPTY;
        self.articles.of(self.need, |number| {
            let article = u8::try_from(number).ok().and_then(Article::new);
            set.insert(article.ok_or_else(|| StoreError::Damaged(None, format!("#{number}?")))?);
            Ok(())
        })?;
        self.chapters.of(self.need, |number| {
            let chapter = u8::try_from(number).ok().and_then(Chapter::from_number);
            let strange = || StoreError::Damaged(None, format!("chapter {number}?"));
            set.insert_chapter(chapter.ok_or_else(strange)?);
            Ok(())
        })?;
        Ok(set)
    }

    /// The place of its set of themes.
    pub(super) fn themes(&mut self) -> Result<SetPlace, StoreError> {
        let (ids, members) = (&self.places.ids.themes, &mut self.members);
        members.clear();
        self.themes.of(self.need, |theme| {
            // A theme that was made since the reading began: the log names the need, which is read
            // again at the end.
            if ids.last().is_none_or(|last| theme <= *last) {
                members.push(decode::place(theme, ids)?);
            }
            Ok(())
        })?;
        Ok(self.places.themes.place(members))
    }

    /// The place of its set of matches.
    pub(super) fn matches(&mut self) -> Result<SetPlace, StoreError> {
        let (ids, matched) = (&self.places.ids.activities, &mut self.matched);
        matched.clear();
        self.matches.of(self.need, |(activity, extent)| {
            matched.push(Match { activity: decode::place(activity, ids)?, extent });
            Ok(())
        })?;
        Ok(self.places.matches.place(matched))
    }

    /// The place of the document that it comes from.
    pub(super) fn document(&mut self) -> Result<Option<u16>, StoreError> {
        let (ids, mut place) = (&self.places.ids.documents, None);
        self.documents.of(self.need, |document| {
            place = Some(decode::place(document, ids)?);
            Ok(())
        })?;
        Ok(place)
    }

    /// Its words in the next of the fields whose words few needs have.
    #[inline]
    pub(super) fn few_words(&mut self) -> Option<Said> {
        let few = self.few.get_mut(self.few_at)?;
        self.few_at += 1;
        while few.next_if(|(need, _)| *need < self.need).is_some() {}
        few.next_if(|(need, _)| *need == self.need).map(|(_, words)| words)
    }
}

/// The words that these needs have, need by need: few have any. Several texts of one stand on lines of their own.
fn few_of(
    statement: &mut CachedStatement<'_>,
    range: [u32; 2],
) -> Result<Vec<(i64, Said)>, StoreError> {
    let mut rows = statement.query(range)?;
    let mut all: Vec<(i64, String)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (need, words) = (row.get(0)?, decode::text(row, 1)?);
        match all.last_mut().filter(|(last, _)| *last == need) {
            Some((_, before)) => *before = format!("{before}\n{words}"),
            None => all.push((need, words.into_owned())),
        }
    }
    Ok(all.into_iter().map(|(need, words)| (need, Said::new(&words))).collect())
}
