//! The first pass over a file: its headings, the meanings of its columns, and what only the whole of a column tells.

use super::categories_in_cell::Categories;
use super::column_facts::ColumnFacts;
use super::dates_in_cell::OrderSeen;
use super::guess::{self, Guess, How};
use super::heading::{is_same, meaning_of};
use super::heads::{self, Heads};
use super::mapping::{MappedColumn, Mapping};
use super::named_states::NamedStates;
use super::target::{Meaning, Target};
use crate::query::register::Vocabulary;
use crate::spreadsheet::Row;
use crate::text::{Arg, Message};
use std::sync::Arc;

/// The findings of the first pass over a file.
#[derive(Clone, Debug)]
pub struct Looked {
    /// The columns with their meanings: as given, else by heading, else by content.
    pub mapping: Mapping,
    /// The way in which the meaning of each column was found.
    pub how: Vec<How>,
    /// The numbers of the rows of headings; empty for a file without headings.
    pub headings: Vec<u32>,
    /// The first rows.
    pub first_rows: Vec<Row>,
    /// The number of rows that say something, without the headings and what stands before them.
    pub rows: u32,
    /// Whether it is a table of counts that crosses two fields, which offers no records.
    pub is_cross_table: bool,
    /// The order of day and month in each column.
    pub(super) orders: Vec<OrderSeen>,
    /// The names of States, which are made once.
    pub(super) names: Arc<NamedStates>,
}

impl Looked {
    /// What the user is told of the file as a whole: how columns were found, which are left out.
    pub fn remarks(&self) -> Vec<Message> {
        let mut all = Vec::new();
        if self.is_cross_table {
            return vec![Message::new("import-cross-table")];
        }
        if self.rows == 0 {
            all.push(Message::new("import-no-rows"));
        }
        let columns = || self.mapping.columns.iter().enumerate().zip(&self.how);
        let named = |(place, column): (usize, &MappedColumn)| {
            if column.heading.is_empty() {
                format!("{}", place + 1)
            } else {
                column.heading.clone()
            }
        };
        let by_content: Vec<Arg> = columns()
            .filter_map(|((place, column), how)| {
                let How::Content(share) = how else { return None };
                let field = column.means.and_then(|means| means.field(self.mapping.target));
                let name = field.map_or_else(
                    || Arg::Named("import-means-cycle".to_owned()),
                    |field| Arg::Named(field.name()),
                );
                let said = Message::new("import-column-by-content")
                    .with("column", named((place, column)))
                    .with("field", name)
                    .with("share", *share);
                Some(Arg::Said(Box::new(said)))
            })
            .collect();
        let heads = if self.headings.is_empty() && self.rows > 0 {
            Some("import-no-headings")
        } else {
            (!by_content.is_empty()).then_some("import-by-content")
        };
        if let Some(id) = heads {
            all.push(
                Message::new(id)
                    .with("count", by_content.len())
                    .with("columns", Arg::List(by_content)),
            );
        }
        let of_rights = columns().filter(|((_, column), _)| {
            column.means == Some(Meaning::LeftOut) && is_same(&column.heading, "role")
        });
        let of_rights: Vec<String> = of_rights.map(|(column, _)| named(column)).collect();
        if self.mapping.target == Target::People && !of_rights.is_empty() {
            let columns = of_rights.into_iter().collect::<Arg>();
            all.push(Message::new("import-columns-of-rights").with("columns", columns));
        }
        for (id, wanted) in [
            ("import-columns-again", How::Again),
            ("import-columns-unlike", How::Unlike),
            ("import-columns-left-out", How::Unknown),
        ] {
            let of_kind = columns().filter(|(_, how)| **how == wanted);
            let left_out: Vec<String> = of_kind.map(|(column, _)| named(column)).collect();
            if !left_out.is_empty() && !self.headings.is_empty() {
                let said = Message::new(id).with("count", left_out.len());
                all.push(said.with("columns", left_out.into_iter().collect::<Arg>()));
            }
        }
        all
    }
}

/// The least columns of numbers in a table of counts, and the most columns of other things.
const COUNTED: usize = 3;
const OTHERS: usize = 2;

/// The share of numbers in a column of counts, in per cent: its heading can be among the cells.
const NUMBERS: u32 = 60;

/// The first pass over the rows of a file.
pub struct Looker<'a> {
    target: Target,
    vocabulary: &'a Vocabulary,
    names: Arc<NamedStates>,
    categories: Categories,
    first: Vec<Row>,
    heads: Option<Heads>,
    /// The mapping that the file is expected to have.
    expected: Option<Mapping>,
    /// Whether headings were looked for: enough rows were there.
    is_settled: bool,
    facts: Vec<ColumnFacts>,
    rows: u32,
}

impl<'a> Looker<'a> {
    /// A pass over a file that is imported into a list of the register with this vocabulary.
    pub fn new(target: Target, vocabulary: &'a Vocabulary) -> Self {
        Self {
            target,
            vocabulary,
            names: Arc::new(NamedStates::new(vocabulary)),
            categories: Categories::new(vocabulary),
            first: Vec::new(),
            heads: None,
            expected: None,
            is_settled: false,
            facts: Vec::new(),
            rows: 0,
        }
    }

    /// Expects the headings of a mapping, also those that no table knows. It is the mapping of the file unless
    /// [`Looker::finish`] gets another one.
    pub fn expecting(self, mapping: &Mapping) -> Self {
        Self { expected: Some(mapping.clone()), ..self }
    }

    /// Looks at the next row.
    pub fn row(&mut self, row: &Row) {
        if self.is_settled {
            self.see(row);
            return;
        }
        self.first.push(row.clone());
        if self.first.len() == heads::LOOKED_AT {
            self.settle();
        }
    }

    /// Finds the headings among the first rows and looks at the rows behind them.
    fn settle(&mut self) {
        self.is_settled = true;
        let expected = self.expected.iter().flat_map(|mapping| &mapping.columns);
        let expected: Vec<&MappedColumn> =
            expected.filter(|column| !column.heading.is_empty()).collect();
        let known = |heading: &str| {
            let own = expected.iter().find(|column| is_same(&column.heading, heading));
            let own = own.map(|column| column.means.unwrap_or(Meaning::LeftOut));
            own.or_else(|| meaning_of(self.target, heading))
        };
        self.heads = heads::find(&known, &self.first);
        let last = self.heads.as_ref().and_then(|heads| heads.rows.last().copied()).unwrap_or(0);
        let first = std::mem::take(&mut self.first);
        let behind = first.iter().filter(|row| row.number > last);
        behind.for_each(|row| self.see(row));
        self.first = first;
    }

    fn see(&mut self, row: &Row) {
        if row.is_blank() {
            return;
        }
        self.rows += 1;
        // A stray cell far to the right is no column.
        let width = self.heads.as_ref().map_or(MOST_COLUMNS, |heads| heads.names.len());
        for (column, cell) in row.cells.iter().take(width).enumerate() {
            if self.facts.len() <= column {
                self.facts.resize_with(column + 1, ColumnFacts::default);
            }
            self.facts[column].see(cell, &self.names, &self.categories);
        }
    }

    /// Ends the pass: the meanings of the columns are those of `mapping` where one is given, else a guess.
    pub fn finish(mut self, mapping: Option<&Mapping>) -> Looked {
        if !self.is_settled {
            self.settle();
        }
        let names = self.heads.as_ref().map_or_else(Vec::new, |heads| heads.names.clone());
        let width = names.len().max(self.facts.len());
        let mut headings = names;
        headings.resize(width, String::new());
        self.facts.resize_with(width, ColumnFacts::default);
        let expected = self.expected.take();
        let (mapping, how) = if let Some(mapping) = mapping.or(expected.as_ref()) {
            guess::given(mapping, &headings)
        } else {
            let means = self.heads.as_ref().map(|heads| &heads.means[..]);
            let guess = Guess::new(self.target, self.vocabulary, &self.facts, means);
            let mut mapping = Mapping::of_headings(self.target, &headings);
            for (column, means) in mapping.columns.iter_mut().zip(&guess.means) {
                column.means = *means;
            }
            (mapping, guess.how)
        };
        let is_cross_table = self.is_cross_table(&mapping, &how);
        Looked {
            mapping,
            how,
            headings: self.heads.map_or_else(Vec::new, |heads| heads.rows),
            first_rows: self.first,
            rows: self.rows,
            is_cross_table,
            names: self.names,
            orders: self.facts.iter().map(|facts| facts.order).collect(),
        }
    }

    /// Whether the table counts: columns of numbers and hardly any others, and none has the texts. The words in the first
    /// column are what is counted.
    fn is_cross_table(&self, mapping: &Mapping, how: &[How]) -> bool {
        let text = mapping.column_of("text");
        let has_texts = text.is_some_and(|at| at > 0 || !matches!(how[at], How::Content(_)));
        let filled = || self.facts.iter().filter(|facts| facts.filled > 0);
        let counted = filled().filter(|facts| facts.share(facts.numbers) >= NUMBERS).count();
        self.target == Target::Needs
            && !has_texts
            && counted >= COUNTED
            && filled().count() - counted <= OTHERS
    }
}

/// The most columns of a file without headings.
const MOST_COLUMNS: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::full_register::vocabulary;
    use crate::import::testing::rows;
    use crate::text::{Lang, Text};

    fn looked(csv: &str) -> Looked {
        let vocabulary = vocabulary();
        let mut looker = Looker::new(Target::Needs, &vocabulary);
        for row in &rows(csv) {
            looker.row(row);
        }
        looker.finish(None)
    }

    fn codes(looked: &Looked) -> Vec<&'static str> {
        looked.mapping.columns.iter().map(|own| own.means.map_or("", Meaning::code)).collect()
    }

    fn said(looked: &Looked) -> String {
        let all = looked.remarks();
        let words = all.iter().map(|message| Text::of(Lang::En).say(message));
        words.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn without_headings_columns_go_by_their_content_and_that_is_said() {
        let looked = looked("Ghana,2,52,Train investigators,2019-05\nKenya,2,53,Advise,2018\n");
        assert_eq!(codes(&looked), ["state", "cycle", "article", "text", "identified"]);
        assert!(looked.headings.is_empty());
        let said = said(&looked);
        assert!(said.contains("State (100") && said.contains("articles (100"), "{said}");
    }

    #[test]
    fn a_source_is_a_document_unless_it_is_a_kind_of_source() {
        let document = looked("state,text,source\nGhana,Train,CAC/COSP/IRG/II/1/1\n");
        assert_eq!(codes(&document), ["state", "text", "document"]);
        let kind = looked("state,text,source\nGhana,Train,direct-request\n");
        assert_eq!(codes(&kind), ["state", "text", "source"]);
        let both = looked("state,text,document_symbol,source\nGhana,Train,A/1,A/2\n");
        assert_eq!(codes(&both), ["state", "text", "document", ""]);
    }

    #[test]
    fn a_list_of_recommendations_is_read_and_the_second_of_two_equal_headings_is_left_out() {
        let upr = looked(
            "SuR,Rgrp,Org,Recommendation,RS,Rgrp,Org,Response,Issue\n\
             Ghana,AFR,AU,Train the judges of courts,Chad,AFR,AU,Accepted,Justice\n",
        );
        let wanted = [
            "state", "left-out", "left-out", "text", "left-out", "left-out", "left-out", "",
            "theme",
        ];
        assert_eq!(codes(&upr), wanted);
        let words = said(&upr);
        assert!(words.contains("Response"), "{words}");
        let twice = looked("State,State,Need\nGhana,Kenya,Train\n");
        assert_eq!(codes(&twice), ["state", "", "text"]);
        assert_eq!(twice.how[1], How::Again);
    }

    #[test]
    fn a_table_of_counts_is_told_from_a_list() {
        let crossed =
            looked(",Chapter II,Chapter V,Total\nTraining,12,3,15\nOther,1,,1\nTotal,13,3,16\n");
        assert!(crossed.is_cross_table);
        assert!(!looked("State,Article,Need\nGhana,52,Train\n").is_cross_table);
        assert!(
            !looked("Ghana,2,52,1,Train investigators\nKenya,2,53,2,Advise judges\n")
                .is_cross_table
        );
    }

    #[test]
    fn a_mapping_that_is_given_goes_before_headings() {
        let vocabulary = vocabulary();
        let given = "list = \"needs\"\n[[column]]\nheading = \"A\"\nmeans = \"text\"\n\
                     [[column]]\nheading = \"state\"\n";
        let given = Mapping::from_toml(given, Target::Needs).unwrap();
        let mut looker = Looker::new(Target::Needs, &vocabulary).expecting(&given);
        for row in &rows("State,a,1\nGhana,Train,x\n") {
            looker.row(row);
        }
        let found = looker.finish(None);
        assert_eq!(codes(&found), ["", "text", ""]);
        assert_eq!(found.headings, [1]);
    }
}
