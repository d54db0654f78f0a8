//! Tests of whole rows: their verdicts, reasons and records.

use super::testing::{judged, row, rows, today};
use super::*;
use crate::domain::{Coded, Origin};
use crate::spreadsheet::{Cell, CellState, Row};
use crate::text::{Lang, Text};

fn needs(csv: &str) -> Vec<Staged> {
    judged(Target::Needs, &rows(csv), |_| {}).1
}

/// The verdict of each row behind the headings with the codes of its reasons.
fn verdicts(staged: &[Staged]) -> Vec<String> {
    let all = staged.iter().map(|row| {
        let why: Vec<&str> = row.reasons.iter().map(|reason| reason.kind.code()).collect();
        format!("{} {}", row.verdict.code(), why.join(" ")).trim_end().to_owned()
    });
    all.filter(|row| row != "left-out heading").collect()
}

fn value<'a>(staged: &'a Staged, code: &str) -> &'a str {
    staged.records.first().and_then(|record| record.value(code)).unwrap_or_default()
}

#[test]
fn a_good_row_becomes_a_need_of_a_review() {
    let staged = needs(
        "state,cycle,articles,category,text,source,paragraph,date\n\
         Côte d'Ivoire,2,52,Capacity-building,Train investigators in the bank,CAC/X,14,2019-05-31\n",
    );
    assert_eq!(verdicts(&staged), ["good"]);
    let need = &staged[1].records[0];
    assert!(matches!(need.review, Some((StateOf::Known(_), cycle)) if cycle.number() == 2));
    for (code, wanted) in [
        ("article", "52"),
        ("category", "C2-CB"),
        ("text", "Train investigators in the bank"),
        ("language", "en"),
        ("document-words", "CAC/X"),
        ("paragraph", "14"),
        ("identified", "2019-05-31"),
        ("source", "review"),
    ] {
        assert_eq!(value(&staged[1], code), wanted, "{code}");
    }
    assert_eq!(need.origin, Origin::Imported);
}

#[test]
fn chapters_articles_and_cycles_that_contradict_each_other_are_asked() {
    let staged = needs(
        "state,cycle,chapter,article,text\n\
         Ghana,1,,9,a\nGhana,1,V,16,b\nGhana,,,\"9, 16\",c\nGhana,,,16,d\nGhana,,III,,e\n\
         Ghana,,,,f\nGhana,2,II,\"9, 52\",g\nGhana,2,II;V,52,h\nGhana,3,,52,i\n",
    );
    assert_eq!(
        verdicts(&staged),
        [
            "doubtful cycle-of-articles",
            "doubtful other-chapter",
            "doubtful two-cycles",
            "good cycle-taken",
            "good cycle-taken",
            "good no-review",
            "doubtful other-chapter",
            "good",
            "bad refused",
        ]
    );
    let cycle = |at: usize| staged[at].records[0].review.as_ref().map(|(_, cycle)| cycle.number());
    assert_eq!([cycle(1), cycle(2), cycle(6)], [Some(2), Some(1), None]);
    assert_eq!((value(&staged[2], "chapter"), value(&staged[8], "chapter")), ("", "2"));
    assert_eq!(value(&staged[6], "source"), "state-report");
}

#[test]
fn a_category_of_the_other_cycle_is_bad_and_an_unknown_one_names_the_nearest() {
    let staged = needs(
        "state,cycle,article,category,text\nGhana,2,52,Model treaties,a\n\
         Ghana,2,52,Capacty-building,b\nGhana,2,52,Weather,c\nGhana,,,Institution-building,d\n",
    );
    let wanted =
        ["bad other-cycle", "bad unknown-category", "bad unknown-category", "good cycle-taken"];
    assert_eq!(verdicts(&staged), wanted);
    let said = Text::of(Lang::En).say(&staged[2].reasons[0].message());
    assert!(said.contains("Nearest: Capacity-building"), "{said}");
}

#[test]
fn decisions_are_made_once_for_a_column() {
    let csv = "State,Article,Need\nGhana,52,Train\n,16-Feb,Draft\nKenya and Chad,53,Advise\n";
    let undecided = needs(csv);
    assert_eq!(
        verdicts(&undecided),
        [
            "good cycle-taken",
            "doubtful filled-down article-as-date cycle-taken",
            "doubtful several-states cycle-taken",
        ]
    );
    assert_eq!(undecided[3].records.len(), 2);
    let decided = judged(Target::Needs, &rows(csv), |mapping| {
        mapping.accept(Some(0), ReasonKind::FilledDown);
        mapping.accept(Some(1), ReasonKind::ArticleAsDate);
        mapping.accept(Some(0), ReasonKind::SeveralStates);
    });
    assert!(decided.1[1..].iter().all(|row| row.verdict == Verdict::Good));
    assert!(decided.1[2].reasons[0].accepted);
}

#[test]
fn lists_in_cells_become_needs_when_the_column_is_divided() {
    let csv = "state,article,text\nGhana,52,\"• Train\n• Advise\n• Draft\"\n";
    let whole = needs(csv);
    assert_eq!(
        verdicts(&whole),
        ["good list-in-cell cycle-taken"].map(|_| "good cycle-taken list-in-cell")
    );
    assert_eq!(whole[1].records.len(), 1);
    let (_, divided) =
        judged(Target::Needs, &rows(csv), |mapping| mapping.columns[2].splits = true);
    let texts: Vec<&str> =
        divided[1].records.iter().filter_map(|record| record.value("text")).collect();
    assert_eq!(texts, ["Train", "Advise", "Draft"]);
}

#[test]
fn the_paragraph_and_the_state_in_a_text_are_proposed() {
    let staged = needs(
        "article,text\n9,83.1 Carefully monitor the procurement law (Azerbaijan);\n9,Monitor (moratorium)\n",
    );
    assert_eq!(
        verdicts(&staged),
        ["doubtful paragraph-in-text state-in-text cycle-taken", "doubtful no-state cycle-taken"]
    );
    assert_eq!(value(&staged[1], "text"), "Carefully monitor the procurement law");
    assert_eq!(value(&staged[1], "paragraph"), "83.1");
}

#[test]
fn themes_are_proposed_people_are_not_and_illustrative_rows_stay_so() {
    let staged = needs(
        "state,article,text,themes,focal point,origin\n\
         Ghana,52,a,asset declarations; 举报人,,\nGhana,52,b,weather,,\nGhana,52,c,,nobody-here,\n\
         Ghana,52,d,,,illustrative\n",
    );
    assert_eq!(
        verdicts(&staged),
        [
            "good cycle-taken",
            "doubtful cycle-taken new-theme",
            "bad cycle-taken refused",
            "doubtful cycle-taken illustrative",
        ]
    );
    assert_eq!(value(&staged[1], "theme"), "asset declarations; whistle-blowers");
    assert_eq!(staged[2].records[0].new_themes, ["weather"]);
    assert_eq!(staged[4].records[0].origin, Origin::Illustrative);
}

#[test]
fn cells_that_hold_no_words_are_bad_and_merged_ones_are_said() {
    let head = row(1, &["State", "Article", "Need"]);
    let cell = |text: &str, state| Cell { text: text.to_owned(), state };
    let with = |number, state: Cell, article: Cell, text: &str| Row {
        number,
        line: 0,
        cells: vec![state, article, Cell::of(text)],
    };
    let all = [
        head,
        with(2, cell("Ghana", CellState::Covered), cell("52", CellState::Number), "a"),
        with(3, Cell::of("Ghana"), cell("#DIV/0!", CellState::Error), "b"),
        with(4, Cell::of("Ghana"), cell("", CellState::NoResult), "c"),
        with(5, Cell::of("Ghana"), cell("{\"en\":1}", CellState::Structure), "d"),
        with(6, Cell::of("Ghana"), cell("2019-02-16", CellState::Date), "e"),
    ];
    let (_, staged) = judged(Target::Needs, &all, |_| {});
    let found = verdicts(&staged);
    assert_eq!(found[0], "good merged cycle-taken");
    for (at, kind) in [(1, "bad cell-error"), (2, "bad no-result"), (3, "bad structure")] {
        assert!(found[at].starts_with(kind), "{found:?}");
    }
    assert_eq!(found[4], "doubtful article-as-date cycle-taken");
}

#[test]
fn fixed_values_and_spellings_of_a_mapping_hold_for_every_row() {
    let csv = "Need,Lands\nTrain the judges,Goldland\nAdvise the court,\n";
    let (_, staged) = judged(Target::Needs, &rows(csv), |mapping| {
        mapping.columns[1].means = Meaning::from_code(Target::Needs, "state");
        mapping.states.insert("goldland".to_owned(), "GHA".to_owned());
        mapping.fixed.insert(Meaning::Cycle, "2".to_owned());
        let field = |code| Meaning::from_code(Target::Needs, code).unwrap();
        mapping.fixed.insert(field("document"), "CAC/COSP/2019/14".to_owned());
        mapping.fixed.insert(field("identified"), "2019".to_owned());
    });
    assert_eq!(verdicts(&staged), ["good", "doubtful filled-down"]);
    assert_eq!(value(&staged[1], "document"), "CAC/COSP/2019/14");
    assert_eq!(value(&staged[1], "identified"), "2019");
    assert_eq!(staged[1].records[0].review.as_ref().map(|(_, cycle)| cycle.number()), Some(2));
}

#[test]
fn reviews_people_and_activities_are_judged_alike() {
    let reviews = "State,Cycle,Reviewers,Started,Executive summary,Stakeholders,Joint meeting\n\
         Ghana,2,Kenya; Chad,2016,2018-05,true,false\nGhana,1,Kenya,2099,,,\nGhana,,,,,,\n\
         Gondwana,1,,,,,\nGhana,2,\"Kenya, Chad, Mali\",,,,\n";
    let (_, staged) = judged(Target::Reviews, &rows(reviews), |_| {});
    let found = verdicts(&staged);
    assert_eq!(found[0], "good");
    assert_eq!(found[1], "doubtful ahead");
    assert_eq!(found[2], "bad no-value");
    assert!(found[3].starts_with("bad unknown-state"), "{found:?}");
    assert_eq!(found[4], "bad refused");
    for (code, wanted) in [
        ("cycle", "2"),
        ("started", "2016"),
        ("executive-summary", "2018-05"),
        ("stakeholders", "yes"),
        ("dialogue", "country visit"),
    ] {
        assert_eq!(value(&staged[1], code), wanted, "{code}");
    }
    assert!(!value(&staged[1], "reviewer-2").is_empty());

    let people = "code,kind,post,state,region,since,role,key\n\
         fp-gha,focal point,National focal point,Ghana,,2018,administrator,ssh-ed25519 AAAA\n\
         ad-1,adviser,Regional adviser,,Pacific,2017-03,,\n,adviser,Adviser,,,,,\n";
    let (_, staged) = judged(Target::People, &rows(people), |_| {});
    assert_eq!(verdicts(&staged), ["good", "good", "bad no-value"]);
    assert_eq!(value(&staged[1], "post.en"), "National focal point");
    assert_eq!(value(&staged[2], "post.en"), "Regional adviser, Pacific");
    let rights = |code| staged[1].records[0].value(code).is_none();
    assert!(rights("role") && rights("key") && rights("sees"), "an import gives no rights");

    let activities = "code,title,description,kind,level,states,starts_on,document,providers\n\
         X1,Workshop on assets,A workshop for the judges,workshop,national,Ghana;Kenya,2030-01,CAC/X,P001\n\
         X2,,,workshop,national,,,,\n";
    let (_, staged) = judged(Target::Activities, &rows(activities), |_| {});
    let found = verdicts(&staged);
    assert_eq!(found[0], "good", "{:?}", staged[1].reasons);
    assert!(found[1].starts_with("bad no-value"), "{found:?}");
    assert_eq!(value(&staged[1], "starts"), "2030-01");
    assert!(value(&staged[1], "helped").contains("null],["), "{}", value(&staged[1], "helped"));
}

#[test]
fn rows_are_counted_by_verdict_and_reason() {
    let staged = needs(
        "State,Article,Need\nGhana,52,Train\nGhana,63,Train\nTotal,,2\nKenya and Chad,53,x\n",
    );
    let mut tally = Tally::default();
    for row in &staged {
        row.count_in(&mut tally);
    }
    let rows = Verdict::ALL.iter().map(|verdict| tally.rows(*verdict)).collect::<Vec<_>>();
    assert_eq!((rows, tally.all(), tally.records), (vec![1, 1, 1, 1], 4, 3));
    assert_eq!(tally.rows_with(ReasonKind::NotAnArticle), 1);
}

#[test]
fn every_reason_has_its_verdict_and_words_in_every_language() {
    for kind in ReasonKind::ALL {
        let reason = Reason::at(None, "xyz", *kind).with("abc");
        for lang in Lang::ALL {
            let said = Text::of(*lang).say(&reason.message());
            assert!(!said.contains("import-") && !said.contains('$'), "{said}");
        }
    }
    let of = |kind: ReasonKind| kind.verdict();
    assert_eq!(of(ReasonKind::NoValue), Verdict::Bad);
    assert_eq!(of(ReasonKind::Structure), Verdict::Bad);
    assert_eq!(of(ReasonKind::AskedState), Verdict::Doubtful);
    assert_eq!(of(ReasonKind::GuessedEncoding), Verdict::Doubtful);
    assert_eq!(of(ReasonKind::FootnoteMark), Verdict::Good);
    assert_eq!(of(ReasonKind::NoReview), Verdict::Good);
    assert_eq!(of(ReasonKind::Title), Verdict::LeftOut);
    assert!(today().number() > 0);
}
