//! The verdicts on the rows of a file, and their reasons: a closed list, each with its words.

use crate::domain::{Coded, coded};
use crate::entry::Refusal;
use crate::text::{Arg, Message, shortened};

coded! {
    /// The verdict on a row of a file.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Verdict {
        /// It is written as it stands.
        Good => "good",
        /// A proposal stands ready, which is written when it is accepted.
        Doubtful => "doubtful",
        /// It is not written; there is no proposal.
        Bad => "bad",
        /// It is no record: a title, a total, a note.
        LeftOut => "left-out",
    }
}

coded! {
    /// The reason for a verdict, or a remark on a row that is good all the same.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum ReasonKind {
        // Bad: there is no proposal.
        /// A value that every record has is missing.
        NoValue => "no-value",
        /// No State goes by the name.
        UnknownState => "unknown-state",
        /// The name is that of a territory, which is no State of the register.
        Territory => "territory",
        /// The name is that of a part of a State.
        PartOfState => "part-of-state",
        /// States are counted and not named.
        CountOfStates => "count-of-states",
        /// A word is not the number of an article.
        NotAnArticle => "not-an-article",
        /// A word is not a chapter.
        NotAChapter => "not-a-chapter",
        /// The value is not a date.
        NotADate => "not-a-date",
        /// The category is one of the other cycle.
        OtherCycle => "other-cycle",
        /// No category goes by the name.
        UnknownCategory => "unknown-category",
        /// The field does not take the value; with the reason that forms give.
        Refused => "refused",
        /// The cell holds an error of a formula.
        CellError => "cell-error",
        /// The cell holds a formula without its result.
        NoResult => "no-result",
        /// The value is an object of JSON.
        Structure => "structure",
        /// The quotation mark of the cell is never closed.
        Unclosed => "unclosed",
        // Doubtful: the proposal stands ready.
        /// The name means several States in practice.
        AskedState => "asked-state",
        /// The State is no party, and the register does not have it.
        NotAParty => "not-a-party",
        /// The cell names several States: a need for each.
        SeveralStates => "several-states",
        /// The cell names one State twice.
        OneStateTwice => "one-state-twice",
        /// The name and the code of a State mean two.
        NameAndCode => "name-and-code",
        /// The State stands in the text.
        StateInText => "state-in-text",
        /// The paragraph stands at the beginning of the text.
        ParagraphInText => "paragraph-in-text",
        /// The file has no column of States, or the cell is empty and no State stands above.
        NoState => "no-state",
        /// A spreadsheet has made a date or a number of the articles.
        ArticleAsDate => "article-as-date",
        /// The chapter is not that of the articles.
        OtherChapter => "other-chapter",
        /// The articles are reviewed in the other cycle.
        CycleOfArticles => "cycle-of-articles",
        /// No cycle is stated, and the articles belong to both.
        TwoCycles => "two-cycles",
        /// The day and the month can be read either way.
        DayOrMonth => "day-or-month",
        /// The number is the day as spreadsheets count.
        NumberAsDate => "number-as-date",
        /// The date lies ahead.
        Ahead => "ahead",
        /// No theme goes by the name: it would be made.
        NewTheme => "new-theme",
        /// The row has more cells than the heading.
        MoreCells => "more-cells",
        /// The cell is empty and is filled from the row above.
        FilledDown => "filled-down",
        /// The row is illustrative.
        Illustrative => "illustrative",
        /// The encoding of the file was guessed.
        GuessedEncoding => "guessed-encoding",
        // Good: remarks.
        /// A footnote mark was taken off.
        FootnoteMark => "footnote-mark",
        /// Signs that would act were taken out.
        Cleaned => "cleaned",
        /// The apostrophe before a formula was taken off.
        Apostrophe => "apostrophe",
        /// The cell is part of merged cells.
        Merged => "merged",
        /// The paragraphs of articles are kept in the notes.
        Paragraphs => "paragraphs",
        /// The cell holds a list, which could be as many needs.
        ListInCell => "list-in-cell",
        /// No cycle is stated: that of the articles was taken.
        CycleTaken => "cycle-taken",
        /// No cycle is stated and none follows: the need belongs to no review.
        NoReview => "no-review",
        // Left out.
        /// It stands before the headings.
        Title => "title",
        /// It is the row of headings, or repeats it.
        Heading => "heading",
        /// It says nothing.
        Blank => "blank",
        /// It adds up the rows above.
        Total => "total",
        /// It is a note on the table.
        TableNote => "table-note",
        /// It names what the rows below have in common.
        RowOverOthers => "row-over-others",
        /// It is the example of a template.
        Example => "example",
        /// It is a row of counts: the table crosses two fields.
        Counts => "counts",
    }
}

impl ReasonKind {
    /// The verdict that it gives a row while nobody has decided about it.
    pub fn verdict(self) -> Verdict {
        match self.index() {
            place if place < Self::AskedState.index() => Verdict::Bad,
            place if place < Self::FootnoteMark.index() => Verdict::Doubtful,
            place if place < Self::Title.index() => Verdict::Good,
            _ => Verdict::LeftOut,
        }
    }

    /// Whether a user can accept its proposals once for a whole column.
    pub fn can_be_accepted(self) -> bool {
        self.verdict() == Verdict::Doubtful
    }
}

/// The widest part of a value that a message quotes.
const QUOTED: usize = 60;

/// The reason for the verdict on a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The place of the column, from 0; `None` for the row as a whole.
    pub column: Option<usize>,
    /// The value as it stands in the cell.
    pub value: String,
    /// The kind.
    pub kind: ReasonKind,
    /// Whether the user has accepted the proposals of this kind in this column.
    pub accepted: bool,
    /// The proposal, the nearest name, or the other part of a contradiction, as the message needs it.
    pub(super) other: Option<Arg>,
    /// The reason that forms give, of [`ReasonKind::Refused`].
    pub(super) refusal: Option<Refusal>,
}

impl Reason {
    /// A reason about a cell.
    pub(super) fn at(column: Option<usize>, value: &str, kind: ReasonKind) -> Self {
        let value = shortened(value, QUOTED);
        Self { column, value, kind, accepted: false, other: None, refusal: None }
    }

    /// A reason with its proposal or nearest name.
    pub(super) fn with(self, other: impl Into<Arg>) -> Self {
        Self { other: Some(other.into()), ..self }
    }

    /// The verdict that it gives the row.
    pub fn verdict(&self) -> Verdict {
        if self.accepted { Verdict::Good } else { self.kind.verdict() }
    }

    /// The words of the reason. The column is not named in them: line and column stand before.
    pub fn message(&self) -> Message {
        if let Some(refusal) = &self.refusal {
            return refusal.message();
        }
        let other = self.other.clone();
        let near = other.is_some();
        let said = Message::new(words(self.kind, near)).with("value", self.value.as_str());
        match other {
            Some(other) => said.with("other", other),
            None => said,
        }
    }
}

/// The id of the words of a reason, with a nearest name or without one.
fn words(kind: ReasonKind, near: bool) -> &'static str {
    use ReasonKind as K;
    match kind {
        K::NoValue => "import-no-value",
        K::UnknownState if near => "import-unknown-state-near",
        K::UnknownState => "import-unknown-state",
        K::Territory => "import-territory",
        K::PartOfState => "import-part-of-state",
        K::CountOfStates => "import-count-of-states",
        K::NotAnArticle => "import-not-an-article",
        K::NotAChapter => "import-not-a-chapter",
        K::NotADate => "import-not-a-date",
        K::OtherCycle => "import-other-cycle",
        K::UnknownCategory if near => "import-unknown-category-near",
        K::UnknownCategory => "import-unknown-category",
        K::Refused => "import-refused",
        K::CellError => "import-cell-error",
        K::NoResult => "import-no-result",
        K::Structure => "import-structure",
        K::Unclosed => "import-unclosed",
        K::AskedState => "import-asked-state",
        K::NotAParty => "import-not-a-party",
        K::SeveralStates => "import-several-states",
        K::OneStateTwice => "import-one-state-twice",
        K::NameAndCode => "import-name-and-code",
        K::StateInText => "import-state-in-text",
        K::ParagraphInText => "import-paragraph-in-text",
        K::NoState => "import-no-state",
        K::ArticleAsDate => "import-article-as-date",
        K::OtherChapter => "import-other-chapter",
        K::CycleOfArticles => "import-cycle-of-articles",
        K::TwoCycles => "import-two-cycles",
        K::DayOrMonth => "import-day-or-month",
        K::NumberAsDate => "import-number-as-date",
        K::Ahead => "import-ahead",
        K::NewTheme => "import-new-theme",
        K::MoreCells => "import-more-cells",
        K::FilledDown => "import-filled-down",
        K::Illustrative => "import-illustrative",
        K::GuessedEncoding => "import-guessed-encoding",
        K::FootnoteMark => "import-footnote-mark",
        K::Cleaned => "import-cleaned",
        K::Apostrophe => "import-apostrophe",
        K::Merged => "import-merged",
        K::Paragraphs => "import-paragraphs",
        K::ListInCell => "import-list-in-cell",
        K::CycleTaken => "import-cycle-taken",
        K::NoReview => "import-no-review",
        K::Title => "import-title",
        K::Heading => "import-heading",
        K::Blank => "import-blank",
        K::Total => "import-total",
        K::TableNote => "import-table-note",
        K::RowOverOthers => "import-row-over-others",
        K::Example => "import-example",
        K::Counts => "import-counts",
    }
}

/// The verdict on a row with these reasons: the worst of them.
pub(super) fn worst(reasons: &[Reason]) -> Verdict {
    reasons.iter().map(Reason::verdict).max().unwrap_or(Verdict::Good)
}
