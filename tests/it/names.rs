//! The meaning of words as values of a filter, on the whole sample register.

mod following;
mod meant;

use crate::support::command::run;
use crate::support::desk::{Desk, sample};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use ta_tui::domain::{Coded, Day, NameStatus, PersonKind, state_names};
use ta_tui::query::register::Register;
use ta_tui::query::{
    Context, Field, Measure, Plan, Value, code_of_value, label_of_value, name_of_value, parse,
    select, short_label_of_value, slots,
};
use ta_tui::store::{Access, Store};
use ta_tui::text::{Form, Lang, Named, Text};

/// The sample register, from a copy; read once.
fn register() -> &'static Register {
    static REGISTER: OnceLock<Register> = OnceLock::new();
    REGISTER.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        std::fs::copy(sample(), &path).unwrap();
        let register = Store::open(&path, Access::ReadOnly).unwrap();
        register.load(&mut |_| true).unwrap()
    })
}

fn context() -> Context {
    Context { today: Day::parse("2019-12-31").unwrap(), me: Some(0) }
}

/// The plan of a filter in the register, or the error message.
fn planned(text: &str) -> Result<Plan, String> {
    let filter = parse(text).map_err(|error| error.to_string())?;
    Plan::resolve(&filter, register(), &context()).map_err(|error| error.to_string())
}

/// A term that asks for a value by a name; the name stands in quotation marks.
fn term(field: &str, name: &str) -> String {
    format!("{field}:\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The codes of a word's values in a field, or the error message.
fn meant(field: Field, word: &str) -> Result<Vec<String>, String> {
    let plan = planned(&term(field.code(), word))?;
    let code = |slot| code_of_value(field, slot, &register().vocabulary);
    Ok(plan.chosen(field).into_iter().map(code).collect())
}

/// How many needs a filter finds, or the error message.
fn found(text: &str) -> Result<u32, String> {
    let plan = planned(text)?;
    Ok(select(register(), &plan, &|| false).unwrap().rows.len() as u32)
}

#[test]
fn what_the_source_says_of_an_activity_is_told_by_the_names_that_the_register_has() {
    let told = |lang: &str, format: &str| {
        let args = ["activities", "--columns", "place,themes", "--format", format, "--lang", lang];
        String::from_utf8(run(&args).stdout).unwrap()
    };
    let [en, zh, data] =
        [("en", "table"), ("zh", "table"), ("zh", "csv")].map(|(lang, format)| told(lang, format));
    assert!(en.contains("Mexico") && en.contains("Uganda"), "{en}");
    assert!(zh.contains("墨西哥") && zh.contains("乌干达") && !zh.contains("Mexico"), "{zh}");
    assert!(data.contains("Mexico"), "data are the same in every language: {data}");
}

#[test]
fn b5_states_are_found_by_the_names_that_people_use() {
    for (word, code) in [
        ("laos", "LAO"),
        ("the gambia", "GMB"),
        ("St Lucia", "LCA"),
        ("st. lucia", "LCA"),
        ("vietnam", "VNM"),
        ("ivory coast", "CIV"),
        ("Côte d'Ivoire", "CIV"),
        ("south korea", "KOR"),
        ("swaziland", "SWZ"),
        ("cape verde", "CPV"),
        ("czech republic", "CZE"),
        ("turkey", "TUR"),
        ("türkiye", "TUR"),
        ("burma", "MMR"),
        ("macedonia", "MKD"),
        ("uk", "GBR"),
        ("britain", "GBR"),
        ("usa", "USA"),
        ("uae", "ARE"),
        ("east timor", "TLS"),
        ("drc", "COD"),
        ("congo", "COG"),
        ("vatican", "VAT"),
        ("russia", "RUS"),
        ("iran", "IRN"),
        ("bolivia", "BOL"),
        ("ukraine", "UKR"),
        ("老挝", "LAO"),
        ("韩国", "KOR"),
        ("Cote d‘Ivoire", "CIV"),
        ("Guinea‑Bissau", "GNB"),
        ("中華人民共和國", "CHN"),
        ("聖盧西亞", "LCA"),
    ] {
        assert_eq!(meant(Field::State, word), Ok(vec![code.to_owned()]), "{word}");
    }
}

#[test]
fn providers_are_found_by_the_short_form_that_ends_their_name() {
    for (word, code) in [("UNODC", "P001"), ("star", "P018"), ("MESICIC", "P014")] {
        assert_eq!(meant(Field::Provider, word), Ok(vec![code.to_owned()]), "{word}");
    }
}

/// Codes as the table of spellings has them: those that the register has.
fn state_codes() -> BTreeSet<&'static str> {
    let states = &register().vocabulary.states;
    states.iter().map(|s| if s.iso3.is_empty() { &*s.iso2 } else { &*s.iso3 }).collect()
}

#[test]
fn every_spelling_of_a_state_means_that_state_alone() {
    let present = state_codes();
    let mut wrong = Vec::new();
    let mut known = 0;
    for mut state in state_names() {
        known += state.spellings.len();
        // A spelling about which is asked means no State by itself.
        state.spellings.retain(|one| one.status != NameStatus::Ask);
        let all: Vec<String> =
            state.spellings.iter().map(|one| Value::Is(one.text.clone()).to_string()).collect();
        let together =
            planned(&format!("state:{}", all.join(","))).map(|plan| plan.chosen(Field::State));
        let code = |slot: &u16| code_of_value(Field::State, *slot, &register().vocabulary);
        if together.is_ok_and(|slots| slots.iter().map(code).eq([state.code])) {
            continue;
        }
        for spelling in state.spellings.iter().map(|one| &one.text) {
            let found = meant(Field::State, spelling);
            // a State that the register lacks is no other, and no other is offered for it
            let lacking = || found.as_ref().is_err_and(|said| !said.contains("Nearest"));
            let own = || found == Ok(vec![state.code.to_owned()]);
            let right = if present.contains(state.code) { own() } else { lacking() };
            if !right {
                wrong.push(format!("{} {spelling}: {found:?}", state.code));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(known > 1_400, "{known}");
}

#[test]
fn states_with_like_names_are_never_confused() {
    let means = |word: &str| meant(Field::State, word);
    let one = |code: &str| Ok(vec![code.to_owned()]);
    for (word, code) in [
        ("Congo", "COG"),
        ("Republic of Congo", "COG"),
        ("Congo-Brazzaville", "COG"),
        ("Congo-Kinshasa", "COD"),
        ("congo-k", "COD"),
        ("congo-b", "COG"),
        ("DR Congo", "COD"),
        ("RDC", "COD"),
        ("Democratic Republic of Congo", "COD"),
        ("刚果(金)", "COD"),
        ("刚果（布）", "COG"),
        ("Guinea", "GIN"),
        ("Guinée", "GIN"),
        ("Guinea-B", "GNB"),
        ("Guinea Bissau", "GNB"),
        ("Equatorial G", "GNQ"),
        ("Papua N", "PNG"),
        ("PNG", "PNG"),
        ("几内亚", "GIN"),
        ("几内亚比绍", "GNB"),
        ("Niger", "NER"),
        ("the Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Nigeri", "NGA"),
        ("尼日尔", "NER"),
        ("尼日利亚", "NGA"),
        ("Dominica", "DMA"),
        ("Dominican", "DOM"),
        ("Dominican Rep", "DOM"),
        ("多米尼加", "DOM"),
        ("多米尼克", "DMA"),
        ("Sudan", "SDN"),
        ("South Sudan", "SSD"),
        ("S. Sudan", "SSD"),
        ("Samoa", "WSM"),
        ("Ireland", "IRL"),
        ("Northern Ireland", "GBR"),
        ("India", "IND"),
        ("Indo", "IDN"),
        ("Austria", "AUT"),
        ("Australia", "AUS"),
        ("Iran", "IRN"),
        ("Iraq", "IRQ"),
        ("Mali", "MLI"),
        ("Malta", "MLT"),
        ("Malawi", "MWI"),
        ("South Korea", "KOR"),
        ("韩国", "KOR"),
        ("Lao PDR", "LAO"),
        ("Trinidad & Tobago", "TTO"),
        ("Antigua & Barbuda", "ATG"),
        ("Bahamas, The", "BHS"),
        ("Holland", "NLD"),
        ("荷兰王国", "NLD"),
        ("印尼", "IDN"),
        ("波黑", "BIH"),
        ("巴新", "PNG"),
        ("阿联酋", "ARE"),
        ("Лаос", "LAO"),
        ("جمهورية كوريا", "KOR"),
        ("Costa de Marfil", "CIV"),
        ("Allem", "DEU"),
    ] {
        assert_eq!(means(word), one(code), "{word}");
    }
    for (word, two) in [
        ("Nig", ["Niger", "Nigeria"]),
        ("Korea", ["Republic of Korea", "Democratic People's Republic of Korea"]),
        ("Aust", ["Australia", "Austria"]),
        ("Domin", ["Dominica", "Dominican Republic"]),
        ("尼日", ["尼日尔", "尼日利亚"]),
        ("Corea", ["Corea del Sur", "Corea del Norte"]),
    ] {
        let said = means(word).unwrap_err();
        assert!(two.iter().all(|name| said.contains(name)), "{word}: {said}");
    }
    // Of a State that is not here, only the name is known: it is no value to choose.
    for (word, near) in [("Korea", "Republic of Korea"), ("Corea", "Corea del Sur")] {
        let said = means(word).unwrap_err();
        assert!(!said.contains("several values"), "{said}");
        assert!(said.contains("has only the first") && said.contains(near), "{said}");
    }
    for word in ["North Korea", "DPRK", "朝鲜", "Syria", "Tonga", "汤加", "Somalia"] {
        let said = means(word).unwrap_err();
        assert!(!said.contains("Nearest"), "{said}");
    }
    assert!(means("Camerron").unwrap_err().contains("Nearest: Cameroon"));
    assert!(means("Indonnesia").unwrap_err().contains("Nearest: Indonesia"));
}

/// Every way in which screens and lists print a value.
fn printed(field: Field, slot: u16) -> BTreeSet<String> {
    let vocabulary = &register().vocabulary;
    let mut names = BTreeSet::new();
    for &lang in Lang::ALL {
        names.insert(label_of_value(field, slot, vocabulary, lang));
        names.insert(name_of_value(field, slot, vocabulary, lang));
        let text = Text::of(lang);
        let short = |form| short_label_of_value(field, slot, vocabulary, text, form);
        names.extend(Form::ALL.into_iter().filter_map(short));
    }
    if slot > 0 || field == Field::Priority {
        names.insert(code_of_value(field, slot, vocabulary));
    }
    let person = usize::from(slot).checked_sub(1).and_then(|place| vocabulary.people.get(place));
    if let Some(person) = person.filter(|_| matches!(field, Field::Focal | Field::Adviser)) {
        // a focal point by its State, an adviser by its region
        let state = person.state.map(|place| &vocabulary.states[usize::from(place)]);
        names.extend(state.into_iter().flat_map(|s| s.names.iter()).map(str::to_owned));
        if person.kind == PersonKind::Adviser {
            let post = person.in_lang(Lang::En).split_once(", ");
            names.extend(post.map(|(_, region)| region.to_owned()));
        }
    }
    names
}

#[test]
fn every_value_is_found_by_every_name_that_is_shown_and_as_often_as_it_is_counted() {
    let vocabulary = &register().vocabulary;
    let all = select(register(), &Plan::everything(context()), &|| false).unwrap();
    let mut wrong = Vec::new();
    let mut tried = 0;
    for &field in Field::ALL.iter().filter(|field| field.is_countable()) {
        let counts = all.counts.of(field, Measure::Needs);
        assert_eq!(counts.len(), slots(field, vocabulary));
        for (slot, count) in (0..).zip(counts) {
            let is_adviser = |place: usize| vocabulary.people[place].kind == PersonKind::Adviser;
            let is_nobody =
                field == Field::Adviser && slot > 0 && !is_adviser(usize::from(slot) - 1);
            let is_unnamed = |place: usize| vocabulary.states[place].unnamed;
            let has_no_name =
                field == Field::State && slot > 0 && is_unnamed(usize::from(slot) - 1);
            if is_nobody || has_no_name || (slot == 0 && !field.can_be_empty()) {
                continue; // not among the values of the field, or counted as "not stated"
            }
            let names = printed(field, slot);
            tried += names.len();
            let all: Vec<String> =
                names.iter().map(|name| Value::Is(name.clone()).to_string()).collect();
            if found(&format!("{}:{}", field.code(), all.join(","))) == Ok(count) {
                continue;
            }
            for name in names {
                let text = term(field.code(), &name);
                let found = found(&text);
                if found != Ok(count) {
                    wrong.push(format!("{text}: {found:?}, and not {count}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(tried > 1_500, "{tried}");
}

#[test]
fn what_count_prints_is_found_as_often() {
    let vocabulary = &register().vocabulary;
    let all = select(register(), &Plan::everything(context()), &|| false).unwrap();
    // How many needs have the one value that a term means: selecting them is for the test before this.
    let counted = |field: Field, text: &str| {
        let slots = planned(text)?.chosen(field);
        let code = |slot: &u16| code_of_value(field, *slot, vocabulary);
        match slots[..] {
            // these two depend on who asks and when
            [slot] if field == Field::Is && ["mine", "overdue"].contains(&&*code(&slot)) => {
                Ok(None)
            }
            [slot] => Ok(Some(all.counts.of(field, Measure::Needs)[usize::from(slot)])),
            _ => Err(format!("{:?}", slots.iter().map(code).collect::<Vec<_>>())),
        }
    };
    for &field in Field::ALL.iter().filter(|field| field.is_countable()) {
        let shown = run(&["count", "--by", field.code(), "--format", "json"]);
        let rows: Vec<BTreeMap<String, serde_json::Value>> =
            serde_json::from_slice(&shown.stdout).unwrap();
        assert!(!rows.is_empty(), "{field:?}");
        for row in rows {
            let value = row["value"].as_u64().unwrap() as u32;
            let text = match &row[field.code()] {
                serde_json::Value::Null => format!("{}:none", field.code()),
                serde_json::Value::String(name) => term(field.code(), name),
                number => format!("{}:{number}", field.code()),
            };
            let counted = counted(field, &text);
            assert!(
                counted == Ok(None) || counted == Ok(Some(value)),
                "{text}: {counted:?}, {value}"
            );
        }
        for &lang in Lang::ALL {
            let shown = run(&["--lang", lang.code(), "count", "--by", field.code()]);
            let shown = String::from_utf8(shown.stdout).unwrap();
            let rows = shown.lines().skip(2).take_while(|line| !line.is_empty());
            for (name, value) in rows.filter_map(|line| line.trim_end().rsplit_once("  ")) {
                let value: u32 = value.trim().replace(',', "").parse().unwrap();
                let text = term(&field.name(lang).replace(' ', "-"), name.trim());
                let counted = counted(field, &text);
                assert!(
                    counted == Ok(None) || counted == Ok(Some(value)),
                    "{text}: {counted:?}, {value}"
                );
            }
        }
    }
}

#[test]
fn every_head_of_a_list_that_names_a_field_is_taken_for_it() {
    let own = |rest: &str| match rest {
        "focal-point" => Some(Field::Focal),
        "reached" => Some(Field::Review),
        rest => Field::from_code(rest).or_else(|| Field::from_code(rest.strip_suffix('s')?)),
    };
    let mut tried = 0;
    for &lang in Lang::ALL {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text");
        for file in ["screens.ftl", "columns.ftl", "filter.ftl"] {
            let text = std::fs::read_to_string(folder.join(lang.code()).join(file)).unwrap();
            let lines = text.lines().filter_map(|line| line.split_once(" = "));
            for (id, word) in lines {
                let families = ["head-", "short-head-", "column-", "choose-", "field-"];
                let rest = families.iter().find_map(|family| id.strip_prefix(family));
                // These stand over numbers, or over texts of activities, not over values of needs
                let numbers = [
                    "column-matched",
                    "column-unnamed",
                    "column-states",
                    "column-reviews",
                    "column-regions",
                    "head-needs",
                    "head-states",
                ];
                let is_number = numbers.contains(&id);
                let Some(field) = rest.and_then(own).filter(|_| !is_number) else { continue };
                assert_eq!(Field::named(word), Ok(field), "{lang:?} {id}: {word}");
                tried += 1;
            }
        }
    }
    assert!(tried > 80, "{tried}");
}

#[test]
fn what_was_refused_though_it_is_shown_is_taken() {
    for (shown, plain) in [
        ("章:第五章", "chapter:V"),
        ("章:五", "chapter:V"),
        ("章:二", "chapter:II"),
        ("条款:第五条", "article:5"),
        ("条款:五", "article:5"),
        ("条款:第五十二条", "article:52"),
        ("周期:二", "cycle:2"),
        ("时限:当前", "horizon:current"),
        ("确定日期:2019", "identified:2019"),
        ("提供者:无", "provider:none"),
        ("状况:未分流", "is:untriaged"),
        ("特殊组别:最不发达国家", "group:ldc"),
        ("区域组:非洲国家组", "region:AFR"),
        ("协调人:\"无人\"", "focal:none"),
        ("–章:五", "-chapter:V"),
        ("−区域组:非洲国家组", "-region:AFR"),
        ("Country:Ghana", "state:GHA"),
        ("\"Focal point\":Pacific", "focal:Pacific"),
        ("priority:!!!", "priority:high"),
        ("response:\"█ Unmet\"", "response:unmet"),
        ("review:\"直接对话（国别访问）\"", "review:direct-dialogue"),
        ("chapter:–V", ""),
        ("chapter:\"-V\"", ""),
        ("article:–52", ""),
        ("国家:汤加,加纳", ""),
    ] {
        if plain.is_empty() {
            assert!(found(shown).is_err(), "a State that is not here is said, not left out");
            continue;
        }
        assert_eq!(found(shown), found(plain), "{shown}");
        assert!(found(plain).is_ok(), "{plain}");
    }
    // Bare words are searched for in texts, also those that name something.
    for word in ["章", "Ghana", "第五章", "not", "Korea"] {
        assert!(planned(word).unwrap().texts().next().is_some(), "{word}");
    }
    let value = Value::Is("Capacity-building".to_owned());
    assert_eq!(found(&format!("category:{value}")), Ok(115));
}

#[test]
fn b4_an_operator_of_another_language_is_searched_for_and_remarked() {
    for (filter, hint) in [
        ("chapter:V or chapter:IV", "chapter:V,IV"),
        ("not chapter:V", "-chapter:V"),
        ("chapter!=V", "-chapter:V"),
        ("–chapter=V", "-chapter:V"),
        ("不是 章:V", "-chapter:V"),
    ] {
        let shown = run(&["needs", filter, "--format", "csv"]);
        assert!(shown.status.success());
        let said = String::from_utf8(shown.stderr).unwrap();
        assert!(said.contains(&format!("perhaps you mean “{hint}”")), "{said}");
        let mut desk = Desk::new((100, 30), Lang::En);
        desk.keys(&format!("4/{filter}"));
        // the line may be wrapped
        let screen = desk.screen().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(screen.contains(hint), "{screen}");
    }
    let quoted = run(&["needs", "\"or\"", "--format", "csv"]);
    assert!(!String::from_utf8(quoted.stderr).unwrap().contains("searched for as text"));
}

#[test]
fn b9_a_state_that_is_opened_from_a_filtered_list_stands_in_the_path_and_not_in_the_filter() {
    for typed in ["state:GHA", "state:Ghana", "国家:加纳"] {
        let mut desk = Desk::new((100, 30), Lang::En);
        // the State from the list of States, then its reviews
        desk.keys(&format!("2/{typed}<Enter><Enter>"));
        let top = desk.line(1);
        assert!(top.starts_with(" States › Ghana  "), "{top}\n{}", desk.screen());
        desk.keys("3<Enter>");
        let top = desk.line(1);
        assert!(top.starts_with(" Reviews › Ghana "), "{top}\n{}", desk.screen());
        assert!(!top.contains("state:") && !top.contains("cycle:"), "{top}");
    }
}

#[test]
fn b8_a_filter_that_is_too_long_is_refused_in_a_line() {
    let refused = run(&["needs", &"zz ".repeat(40_000)]);
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("120,000") && said.contains("8,192") && said.len() < 200, "{said}");
}
