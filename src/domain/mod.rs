//! The vocabulary of the Convention and of its review mechanism: chapters, articles, regional
//! groups, review cycles and steps, triage fields, dates. No input or output, no SQL, no text
//! for people (names for people stand in the language files, codes for machines here).

mod article;
mod assistance;
mod changed_words;
mod chapter;
mod clean;
mod clock;
mod codes;
mod cycle;
mod date;
mod deadline;
mod edit;
mod fold;
mod formula;
mod kinds;
mod limits;
mod misspelling;
mod need_number;
mod origin;
mod partial_date;
mod permission;
mod person;
mod plain;
mod record;
mod region;
mod register_id;
mod role;
mod setting;
mod shell;
mod source;
mod ssh_key;
mod stakeholder;
mod state_names;
mod step;
mod themes;
mod triage;
mod typed;
mod weights;
mod words;
mod written_articles;
mod written_date;

pub mod reference;

pub use article::{Article, ArticleSet};
pub use assistance::{
    ActivityLevel, ActivityStatus, DateStage, DocumentKind, Extent, Mark, MarkedFact, MoneyStage,
    ReachOf, Standing,
};
pub use changed_words::{Changed, changed_words, marked_words};
pub use chapter::Chapter;
pub use clean::{clean_line, clean_text, cleaned_line, cleaned_text};
pub use clock::{Clock, SAMPLE_DAY};
pub use codes::Coded;
pub(crate) use codes::{coded, coded_values};
pub use cycle::Cycle;
pub use date::{Day, Moment};
pub use deadline::read_deadline;
pub use edit::{Change, Edit};
pub use fold::{fold, fold_onto, is_unspaced};
pub use formula::{EXAMPLE_ROW, as_stated, neutralised};
pub use kinds::Kinds;
pub use limits::{NAME_LIMIT, NOTES_LIMIT};
pub use misspelling::{misspelling, nearest};
pub use need_number::NeedNumber;
pub use origin::Origin;
pub use partial_date::PartialDate;
pub use permission::{Deed, Scope};
pub use person::PersonKind;
pub use record::{Kind, Record};
pub use region::{CountryGroup, Region};
pub use register_id::{RegisterId, uuid_in_words};
pub use role::{Role, Sees};
pub use setting::{OverdueDays, Setting};
pub use shell::shell_word;
pub use source::Source;
pub use ssh_key::{NoKey, SshKey};
pub use stakeholder::Stakeholder;
pub use state_names::{NameStatus, Spelling, StateNames, other_names, state_names};
pub use step::Step;
pub use themes::{ThemeNames, theme_name};
pub use triage::{Horizon, Priority, Response, TriageField};
pub use typed::{LINE_LIMIT, TOGETHER, clean_typed};
pub use weights::Weights;
pub use words::{has_word_beginning, stands_apart, words};
pub use written_articles::read_articles;
pub use written_date::dated;

#[cfg(test)]
pub(crate) use fold::oracle as folding_oracle;
