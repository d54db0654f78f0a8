//! The reference of the filter language, made from its tables; its examples find something in the sample register.

use crate::support::command::run;
use crate::support::desk::sample;
use crate::support::fresh::fresh;
use crate::support::wrapped::wrapped;
use std::fmt::Write as _;
use ta_tui::domain::{Coded, Day};
use ta_tui::query::register::Register;
use ta_tui::query::{Context, Described, MOST_BYTES, MOST_TERMS, Plan, described, parse, select};
use ta_tui::store::{Access, Store};
use ta_tui::text::{Lang, Text, grouped};

/// How terms are put together: the form, its meaning, a filter that finds something.
const OPERATORS: &[(&str, &str, &str)] = &[
    ("`word`", "the text contains it", "declaration"),
    ("`\"two words\"`", "the text contains them side by side", "\"asset declaration\""),
    ("`field:value`", "the field has the value", "chapter:V"),
    ("a space", "and: both hold", "chapter:V region:african"),
    ("`,`", "or: one of these values", "chapter:IV,V"),
    ("`-` before a term", "not: the term does not hold", "chapter:V -region:african"),
    ("`a..b`, `a..`, `..b`", "from a to b, both included; from a on; up to b", "article:51..54"),
    ("`<` `<=` `>` `>=`", "before, up to, after, from", "priority:>=medium"),
    ("`none`", "nothing is stated", "response:none"),
    ("`any`", "something is stated", "focal:any"),
    (
        "`field:\"a value\"`",
        "a value with spaces, commas or two points in it",
        "response:\"under way\"",
    ),
];

/// Words that name something and stand in no text of the sample register, with the filter that is offered.
const MEANT: &[(&str, &str)] = &[
    ("seychelles", "state:SYC"),
    ("art 52", "article:52"),
    ("africa", "region:AFR"),
    ("unmet", "response:unmet"),
    ("第五章", "chapter:V"),
    ("chapter=V", "chapter:V"),
];

fn register() -> Register {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    std::fs::copy(sample(), &path).unwrap();
    Store::open(&path, Access::ReadOnly).unwrap().load(&mut |_| true).unwrap()
}

/// A cell of a table.
fn cell(words: &str) -> String {
    words.replace('|', "\\|")
}

fn code(words: &str) -> String {
    format!("`{}`", cell(words))
}

#[test]
fn the_reference_of_the_filter_language_is_made_from_its_tables() {
    let register = register();
    let fields = described(&register.vocabulary, Lang::En);
    let mut page = String::from(
        "# The filter language\n\nMade from the tables of the program (`src/query/`); a test keeps it fresh, and every \
         example finds something in the sample register.\n\nThe same filter works on every screen (`/`), behind every \
         command that lists or counts, and in saved views:\n\n```sh\nta-tui needs chapter:V region:african -focal:any \
         '\"asset declaration\"'\n```\n\nOn the command line, put a filter with spaces, quotation marks, `<` or `>` in \
         quotation marks of the shell.\n\n## Terms\n\nA filter is a list of terms. All of them must hold.\n\n\
         | written | means | example |\n| --- | --- | --- |\n",
    );
    for (written, means, example) in OPERATORS {
        writeln!(page, "| {written} | {means} | {} |", code(example)).unwrap();
    }
    bounds(&mut page);
    writeln!(
        page,
        "\n## Fields\n\n| field | name | in Chinese | ranges, `<` `>` | `none`, `any` | example |"
    )
    .unwrap();
    page.push_str("| --- | --- | --- | --- | --- | --- |\n");
    let yes = |is: bool| if is { "yes" } else { "" };
    for field in &fields {
        let zh = field.field.name(Lang::Zh);
        let name = field.field.code();
        writeln!(
            page,
            "| [`{name}`](#{name}) | {} | {zh} | {} | {} | {} |",
            field.name,
            yes(field.is_ordered),
            yes(field.can_be_empty),
            code(field.example),
        )
        .unwrap();
    }
    for field in &fields {
        described_in_full(&mut page, field);
    }
    fresh("docs/filter.md", &wrapped(&page));
}

/// Quoting, values, words and bounds, which no table holds.
fn bounds(page: &mut String) {
    writeln!(
        page,
        "\nCommas, colons, minus signs and quotation marks may be full width (`，` `：` `－` `“ ”`), as Chinese input methods \
         type them. A dash or another minus sign (`–` `—` `−`) is a minus sign. Inside quotation marks, `\\\"` is a quotation mark and `\\\\` a backslash.\n\n\
         A field is named by its code, by its name in English or Chinese, or by a beginning that no other field shares: \
         `pri:high`, `优先程度:高`; a name with blanks stands in quotation marks or without them (`\"Focal point\":none`, \
         `focalpoint:none`). What other languages write (`!chapter:V`, `(chapter:V)`, `priority:!=high`) is refused with \
         how to write it here. A value is named by its code, by a name that screens show, by another known name, or by \
         the beginning of a name; in this order, the first that fits decides. A word that fits several values is asked \
         about, and a word that fits none is refused with its place and the nearest name. `none` and `any` in quotation \
         marks are ordinary words.\n\n\
         A filter has at most {} bytes and {MOST_TERMS} terms.\n\n\
         ## Words\n\n\
         A word without a field, or a phrase in quotation marks, searches the texts of the needs, always; in the lists of \
         activities and organisations, [what these say](#activities-and-organisations). Case and accents do not \
         matter; [folding.md](folding.md) says which characters are taken for the same.\n\n\
         Where words stand in no text and are the name of something, the filter that says it is offered with its number of \
         needs: below the filter line (`Tab` takes it), in the empty list, and on standard error. Words beside each other \
         are tried together first. What you typed is searched for all the same until you take an offer. Where States are not named, \
         no State and no person is offered.\n\n| typed | offered |\n| --- | --- |",
        grouped(MOST_BYTES as u64)
    )
    .unwrap();
    for (typed, offered) in MEANT {
        writeln!(page, "| {} | {} |", code(typed), code(offered)).unwrap();
    }
    page.push_str(
        "\n## Activities and organisations\n\nIn the list of activities, on the screen and of `ta-tui activities`, \
         `article`, `chapter`, `theme`, `state`, `region`, `group`, `adviser`, `provider`, `donor`, `partner`, `kind`, \
         `level`, `status`, `place`, `programme`, `platform`, `sdg`, `origin` and `unnamed` ask for the activity’s own; \
         its States are those that it names as helped, its regions, groups and advisers those of these States, or else \
         of the part of the world that it is for. Words search its code, its titles, its description, its place, its \
         regions, its programme and its providers. Everything \
         else (`priority:high`, `response:planned` …) asks whether it is matched with a need that passes these terms, \
         and `matched:` whether it is matched with a need that passes the filter in the quotation marks.\n\n\
         On needs, the fields of activities ask for the activities that a need is matched with, whatever became of these: \
         `status:ongoing` finds the needs that are matched with an activity which runs.\n\n\
         In the list of organisations, words search codes and names, and `provider` names the organisation itself; the \
         other terms ask whether it provides an activity that passes them.\n\n\
         ```sh\nta-tui activities article:52 state:zambia\nta-tui activities kind:training,workshop status:done\n\
         ta-tui activities 'matched:\"article:32\"'\nta-tui organisations article:9\n```\n",
    );
}

fn described_in_full(page: &mut String, field: &Described) {
    writeln!(page, "\n### {}\n\n{}\n", field.field.code(), field.about).unwrap();
    let names: Vec<String> = field.names.iter().map(|name| code(name)).collect();
    writeln!(page, "Also called {}.", names.join(", ")).unwrap();
    if let Some(look) = &field.look {
        writeln!(page, "\nValues: {look}").unwrap();
    }
    if field.values.is_empty() {
        return;
    }
    let is_told = field.values.iter().any(|value| value.about.is_some());
    page.push_str(if is_told {
        "\n| value | name | in Chinese | means |\n| --- | --- | --- | --- |\n"
    } else {
        "\n| value | name | in Chinese |\n| --- | --- | --- |\n"
    });
    for value in &field.values {
        let names: Vec<String> = value.names.iter().map(|name| cell(name)).collect();
        let about = value.about.as_ref().map(|about| format!(" {about} |")).unwrap_or_default();
        writeln!(page, "| {} | {} |{about}", code(&value.code), names.join(" | ")).unwrap();
    }
}

#[test]
fn every_example_of_the_filter_language_finds_something_in_the_sample_register() {
    let register = register();
    let context = Context { today: Day::parse("2019-12-31").unwrap(), me: None };
    let fields = described(&register.vocabulary, Lang::En);
    let examples = fields.iter().map(|field| field.example);
    for example in examples.chain(OPERATORS.iter().map(|(_, _, example)| *example)) {
        let filter = parse(example).unwrap();
        let plan = Plan::resolve(&filter, &register, &context).unwrap();
        let found = select(&register, &plan, &|| false).unwrap();
        assert!(!found.rows.is_empty(), "{example}");
        assert_eq!(parse(&filter.to_string()), Ok(filter));
    }
    for (typed, offered) in MEANT {
        let said = String::from_utf8(run(&["needs", typed]).stderr).unwrap();
        assert!(said.contains(&format!("  {offered} ")), "{typed}: {said}");
    }
}

#[test]
fn every_field_of_the_filter_language_is_described_in_every_language() {
    let register = register();
    for &lang in Lang::ALL {
        for field in described(&register.vocabulary, lang) {
            let code = field.field.code();
            assert!(!field.about.is_empty() && !field.names.is_empty(), "{lang:?} {code}");
            assert!(field.look.is_some() || !field.values.is_empty(), "{lang:?} {code}");
        }
        let is = Text::of(lang).has("filter-about-is-untriaged");
        assert!(is, "{lang:?}");
    }
}
