//! Selects the needs that pass a filter: by each field, by several, by words of the text. The
//! engine's answer holds all counts as well; SQL only gives the numbers of the needs.

use super::question::{FIELDS, Question, SEVERAL, TEXTS, answer};
use super::registers::{Case, each, register};
use super::sql;
use divan::Bencher;

fn cases(questions: &[Question]) -> Vec<Case<Question>> {
    each(questions).into_iter().map(|(size, question)| Case(size, question)).collect()
}

fn engine(bencher: Bencher, Case(size, question): &Case<Question>) {
    let register = register(*size);
    let plan = question.plan(register);
    bencher.bench_local(|| answer(register, &plan));
}

fn by_sql(bencher: Bencher, Case(size, question): &Case<Question>) {
    let db = sql::connect(*size);
    let select = format!("SELECT n.id FROM need n WHERE {}", question.sql);
    let found = sql::numbers(&db, &select).len();
    let rows = question.selection(register(*size)).rows;
    assert_eq!(rows.len(), found, "{question}: not the same question");
    bencher.bench_local(|| sql::numbers(&db, &select));
}

/// A facet chosen while everything is on the screen, as the program answers it: known counts of
/// everything are not counted again.
mod from_everything {
    use super::super::question::EVERYTHING;
    use super::{Bencher, Case, FIELDS, Question, cases, register};
    use ta_tui::query::{Base, select_from};

    #[divan::bench(args = cases(FIELDS))]
    fn engine(bencher: Bencher, Case(size, question): &Case<Question>) {
        let register = register(*size);
        let everything = EVERYTHING.selection(register);
        let base = Base { register, selection: &everything };
        let plan = question.plan(register);
        bencher.bench_local(|| select_from(register, &plan, &[base], &|| false));
    }
}

mod field {
    use super::{Bencher, Case, FIELDS, Question, cases};

    #[divan::bench(args = cases(FIELDS))]
    fn engine(bencher: Bencher, case: &Case<Question>) {
        super::engine(bencher, case);
    }

    #[divan::bench(args = cases(FIELDS))]
    fn sql(bencher: Bencher, case: &Case<Question>) {
        super::by_sql(bencher, case);
    }
}

mod several {
    use super::{Bencher, Case, Question, SEVERAL, cases};

    #[divan::bench(args = cases(SEVERAL))]
    fn engine(bencher: Bencher, case: &Case<Question>) {
        super::engine(bencher, case);
    }

    #[divan::bench(args = cases(SEVERAL))]
    fn sql(bencher: Bencher, case: &Case<Question>) {
        super::by_sql(bencher, case);
    }
}

mod text {
    use super::{Bencher, Case, Question, TEXTS, cases};

    #[divan::bench(args = cases(TEXTS))]
    fn engine(bencher: Bencher, case: &Case<Question>) {
        super::engine(bencher, case);
    }

    #[divan::bench(args = cases(TEXTS))]
    fn sql(bencher: Bencher, case: &Case<Question>) {
        super::by_sql(bencher, case);
    }
}
