//! Tests of folding: by example, against a slow definition, and over all characters.

use super::oracle::{awkward, folded};
use super::table::{ZEROS, becomes};
use super::*;
use crate::testing::characters;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Whether a search for `typed` finds `written`, and the other way about.
fn alike(typed: &str, written: &str) -> bool {
    fold(typed) == fold(written)
}

#[test]
fn case_accents_and_vowel_marks_do_not_count() {
    assert_eq!(fold("Côte d'Ivoire"), "cote d'ivoire");
    assert_eq!(fold("ПРЕДУПРЕЖДЕНИЕ Ёлка"), "предупреждение елка");
    assert_eq!(fold("مُكافَحَة"), "مكافحه");
    assert_eq!(fold("资产追回"), "资产追回");
    assert_eq!(fold("Ελλάδα"), "ελλαδα");
}

#[test]
fn b5_every_kind_of_apostrophe_hyphen_and_space_is_one() {
    for apostrophe in "‘’‛ʼʹʻʾʿ´`′＇｀".chars() {
        assert!(alike("party's", &format!("party{apostrophe}s")), "{apostrophe:?}");
    }
    for hyphen in "‐‑‒–—―−－﹣".chars() {
        assert!(alike("anti-corruption", &format!("anti{hyphen}corruption")), "{hyphen:?}");
    }
    for unseen in "\u{ad}\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{180e}".chars() {
        assert!(alike("anti-corruption", &format!("anti-cor{unseen}ruption")), "{unseen:?}");
    }
    for space in " \t\n\u{a0}\u{2002}\u{2009}\u{202f}\u{205f}\u{3000}".chars() {
        assert!(alike("asset recovery", &format!("asset{space}recovery")), "{space:?}");
        assert!(alike("asset recovery", &format!("asset {space}{space}recovery")), "{space:?}");
    }
    assert_eq!(fold(" a \u{ad} \u{301}b "), " a b ");
    assert_eq!(fold("the “rule of law”"), "the \"rule of law\"");
}

#[test]
fn b5_letters_that_do_not_decompose_are_found_by_plain_ones() {
    for (typed, written) in [
        ("duong", "Đường"),
        ("oresund", "Øresund"),
        ("lodz", "Łódź"),
        ("strasse", "Straße STRAẞE STRASSE"),
        ("aether oeuvre", "Æther Œuvre"),
        ("thordur gudmundsson", "Þórður Guðmundsson"),
        ("hamrun", "Ħamrun"),
        ("ŧ", "T"),
        ("istanbul diyarbakir", "İstanbul Dıyarbakır"),
        ("ISTANBUL", "ıstanbul"),
        ("office ijssel", "oﬃce ĲSSEL"),
        ("ſ", "s"),
        ("οδυσσευς", "ΟΔΥΣΣΕΥΣ"),
        ("елка иод", "Ёлка Йод"),
        ("2030 2030 2030", "٢٠٣٠ २०३० ２０３０"),
        ("2030", "۲۰۳۰"),
        ("اسلام", "إســـلامٌ"),
        ("الاصلاح", "ٱلإصلاح"),
        ("مكافحه", "مكافحة"),
        ("علي كتاب", "على کتاب"),
    ] {
        let first = fold(written);
        assert!(first.contains(&fold(typed)), "{typed}: {first}");
    }
    assert!(alike("反腐敗", "反腐败") && alike("乾 發 髮 後 裡", "干 发 发 后 里"));
    assert!(alike("中華人民共和國", "中华人民共和国"));
}

#[test]
fn b5_a_line_that_goes_on_below_is_one_text() {
    for (typed, written) in [
        ("asset recovery", "asset\nrecovery"),
        ("asset recovery", "asset \r\n   recovery"),
        ("反腐败", "反腐\n败"),
        ("反腐败", "反腐\n　败"),
        ("腐，败", "腐，\n败"),
        ("anti-corruption", "anti-\ncorruption"),
        ("2019-2020", "2019–\n2020"),
    ] {
        assert!(alike(typed, written), "{written:?}: {:?}", fold(written));
    }
    for (typed, written) in [
        ("反 腐", "反 腐"),
        ("第 5 条", "第\n5\n条"),
        ("반부패 법", "반부패\n법"),
        ("word - next", "word –\nnext"),
        ("- one - two", "- one\n- two"),
    ] {
        assert!(alike(typed, written) && typed.contains(' '), "{written:?}: {:?}", fold(written));
    }
}

#[test]
fn b5_what_is_compared_is_folded_whatever_it_was() {
    for c in characters::all() {
        let text = c.to_string();
        let once = fold(&text);
        assert_eq!(fold(&once), once, "{c:?}");
        let same = [
            c.to_uppercase().collect(),
            c.to_lowercase().collect(),
            text.nfc().collect(),
            text.nfd().collect(),
        ];
        // Greek capitals have an iota beside them where small letters have it as a mark below.
        let has_iota = text.nfd().any(|c| c == '\u{345}');
        for other in same.iter().skip(usize::from(has_iota)).map(|other: &String| fold(other)) {
            assert_eq!(other, once, "{c:?}: case and normal form");
        }
        let alone = becomes(c);
        assert!(alone == " " || alone.trim() == alone && !alone.contains("  "), "{c:?}: {alone:?}");
        assert_eq!(alone, once, "{c:?}");
        assert!(!fold(&format!("a {c} b")).contains("  "), "{c:?}: between spaces");
    }
}

#[test]
fn b5_digits_of_every_script_are_figures() {
    assert!(ZEROS.is_sorted());
    for zero in ZEROS {
        let ten = (0..10).filter_map(|n| char::from_u32(u32::from(zero) + n)).collect::<String>();
        assert_eq!(fold(&ten), "0123456789");
        assert!(ten.chars().all(char::is_numeric), "{zero:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn b5_the_fast_way_folds_as_the_slow_one(text in awkward(0..30)) {
        prop_assert_eq!(fold(&text), folded(&text));
    }

    #[test]
    fn b5_what_is_folded_stays(text in prop_oneof![awkward(0..30), ".{0,30}"]) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn what_is_told_of_changes_gives_the_text_back(text in prop_oneof![awkward(0..30), ".{0,30}"]) {
        let mut folded = "before ".to_owned();
        let mut changes = Vec::new();
        fold_onto(&text, &mut folded, |at, len, c| changes.push((at, len, c)));
        prop_assert_eq!(&folded["before ".len()..], fold(&text));
        let mut written = String::new();
        let mut from = "before ".len();
        for (at, len, c) in changes {
            written.push_str(&folded[from..at]);
            written.push(c);
            prop_assert!(folded[at..at + len] != *c.to_string());
            from = at + len;
        }
        written.push_str(&folded[from..]);
        prop_assert_eq!(written, text);
    }

    #[test]
    fn what_is_folded_already_stays_and_the_next_does_not(
        text in "[a-z '0éйß中м\u{640}A]{0,40}|[a-zA-Z@\\[`{ \n]{0,40}|.{0,20}"
    ) {
        let already = folded_already(&text);
        prop_assert_eq!(fold(&text[..already]), &text[..already]);
        let next = text[already..].chars().next();
        prop_assert!(next.is_none_or(|c| common(c) != Some(c)));
    }
}
