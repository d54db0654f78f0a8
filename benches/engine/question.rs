//! The questions that are asked in both ways: in the filter language and as a condition of SQL on
//! a row `n` of `need`.

use std::fmt;
use ta_tui::domain::Day;
use ta_tui::query::register::Register;
use ta_tui::query::{Context, Plan, Selection, parse, select};

/// A question: a filter, and the SQL condition that asks the same.
#[derive(Clone, Copy)]
pub(crate) struct Question {
    pub(crate) filter: &'static str,
    pub(crate) sql: &'static str,
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = if self.filter.is_empty() { "everything" } else { self.filter };
        f.pad(all)
    }
}

const fn ask(filter: &'static str, sql: &'static str) -> Question {
    Question { filter, sql }
}

pub(crate) const EVERYTHING: Question = ask("", "1");

/// A question for each field.
pub(crate) const FIELDS: &[Question] = &[
    ask("cycle:2", "n.review_id IN (SELECT id FROM review WHERE cycle = 2)"),
    ask(
        "chapter:V",
        "EXISTS (SELECT 1 FROM need_article WHERE need_id = n.id AND article BETWEEN 51 AND 59)",
    ),
    ask(
        "article:15..20",
        "EXISTS (SELECT 1 FROM need_article WHERE need_id = n.id AND article BETWEEN 15 AND 20)",
    ),
    ask("category:C2-CB", "n.category_id = (SELECT id FROM category WHERE code = 'C2-CB')"),
    ask(
        "theme:\"asset declarations\"",
        "n.id IN (SELECT need_id FROM need_theme WHERE theme_id =
                  (SELECT id FROM theme WHERE code = 'asset declarations'))",
    ),
    ask(
        "state:GHA",
        "n.review_id IN (SELECT id FROM review WHERE state_id =
                         (SELECT id FROM state WHERE iso3 = 'GHA'))",
    ),
    ask(
        "region:african",
        "n.review_id IN (SELECT r.id FROM review r JOIN state s ON s.id = r.state_id
                         WHERE s.region = 'AFR')",
    ),
    ask(
        "group:ldc",
        "n.review_id IN (SELECT r.id FROM review r JOIN membership m ON m.state_id = r.state_id WHERE m.grp = 'ldc')",
    ),
    ask(
        "review:country-report",
        "n.review_id IN (SELECT review_id FROM review_step WHERE step = 'country-report')",
    ),
    ask("priority:high", "n.priority = 'high'"),
    ask("horizon:current", "n.horizon = 'current'"),
    ask("response:unmet", "n.response = 'unmet'"),
    ask("focal:none", "n.focal_point_id IS NULL"),
    ask(
        "adviser:any",
        "n.review_id IN (SELECT r.id FROM review r JOIN state s ON s.id = r.state_id
                         WHERE s.adviser_id IS NOT NULL)",
    ),
    ask("provider:any", "n.id IN (SELECT need_id FROM need_activity)"),
    ask("identified:2018", "n.identified_on BETWEEN '2018-01-01' AND '2018-12-31'"),
    ask("changed:>2019-06-30", "n.changed_at >= unixepoch('2019-07-01')"),
    ask("id:1000..2999", "n.id BETWEEN 1000 AND 2999"),
    ask("is:untriaged", "(n.priority IS NULL OR n.response IS NULL)"),
];

/// Several fields at once.
pub(crate) const SEVERAL: &[Question] = &[
    ask(
        "chapter:V region:african response:unmet",
        "EXISTS (SELECT 1 FROM need_article WHERE need_id = n.id AND article BETWEEN 51 AND 59)
         AND n.review_id IN (SELECT r.id FROM review r JOIN state s ON s.id = r.state_id
                             WHERE s.region = 'AFR')
         AND n.response = 'unmet'",
    ),
    ask(
        "cycle:1 chapter:III,IV priority:high,medium -focal:none is:unmatched",
        "n.review_id IN (SELECT id FROM review WHERE cycle = 1)
         AND EXISTS (SELECT 1 FROM need_article WHERE need_id = n.id AND article BETWEEN 15 AND 50)
         AND n.priority IN ('high', 'medium') AND n.focal_point_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM need_activity WHERE need_id = n.id)",
    ),
];

/// Words of the text. SQLite ignores case in ASCII letters only and never ignores accents, so that
/// it has less to do; where the engine finds accents by itself they are written for SQLite.
pub(crate) const TEXTS: &[Question] = &[
    ask("training", "n.text LIKE '%training%'"),
    ask("e", "n.text LIKE '%e%'"),
    ask("evaluacion", "n.text LIKE '%evaluación%'"),
    ask("贪污", "instr(n.text, '贪污') > 0"),
    ask("法", "instr(n.text, '法') > 0"),
    ask("\"nowhere in it\"", "n.text LIKE '%nowhere in it%'"),
    ask(
        "chapter:III \"law enforcement\"",
        "EXISTS (SELECT 1 FROM need_article WHERE need_id = n.id AND article BETWEEN 15 AND 42)
         AND n.text LIKE '%law enforcement%'",
    ),
];

impl Question {
    /// The question as this register understands it.
    pub(crate) fn plan(self, register: &Register) -> Plan {
        let context = Context { today: Day::from_number(18_000), me: None };
        Plan::resolve(&parse(self.filter).unwrap(), register, &context).unwrap()
    }

    /// Its answer: the needs, and the counts of everything.
    pub(crate) fn selection(self, register: &Register) -> Selection {
        answer(register, &self.plan(register))
    }
}

/// The engine's answer.
pub(crate) fn answer(register: &Register, plan: &Plan) -> Selection {
    select(register, plan, &|| false).unwrap()
}
