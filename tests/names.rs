//! What words mean as the values of a filter, on the whole sample register.

#![allow(clippy::unwrap_used)]

mod support;

use support::desk::sample;
use ta_tui::domain::{Coded, Day};
use ta_tui::query::register::Register;
use ta_tui::query::{Context, Field, Plan, parse, slot_code};
use ta_tui::store::{Access, Store};

/// The sample register, from a copy.
fn register() -> Register {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    std::fs::copy(sample(), &path).unwrap();
    let register = Store::open(&path, Access::ReadOnly).unwrap();
    register.load(&mut |_| true).unwrap()
}

/// The codes of what a word means in a field, or what is said of it.
fn meant(register: &Register, field: Field, word: &str) -> Result<Vec<String>, String> {
    let filter = parse(&format!("{}:\"{word}\"", field.code())).unwrap();
    let context = Context { today: Day::parse("2019-12-31").unwrap(), me: None };
    let plan = Plan::resolve(&filter, register, &context).map_err(|error| error.to_string())?;
    let code = |slot| slot_code(field, slot, &register.vocabulary);
    Ok(plan.chosen(field).into_iter().map(code).collect())
}

#[test]
fn states_are_found_by_the_names_that_people_use() {
    let register = register();
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
    ] {
        assert_eq!(meant(&register, Field::State, word), Ok(vec![code.to_owned()]), "{word}");
    }
}

#[test]
fn providers_are_found_by_the_short_form_that_ends_their_name() {
    let register = register();
    for (word, code) in [("UNODC", "P001"), ("star", "P018"), ("MESICIC", "P014")] {
        assert_eq!(meant(&register, Field::Provider, word), Ok(vec![code.to_owned()]), "{word}");
    }
}
