//! Values as screens print them, fields by names with blanks, and minus signs before values.

use super::*;
use crate::text::signs::{MET, PLANNED, UNDER_WAY, UNMET, WITHDRAWN};

#[test]
fn a_minus_in_quotation_marks_or_in_a_range_gives_no_positive_value() {
    for (text, write) in [
        ("chapter:\"-V\"", "-chapter:V"),
        ("chapter:\"–V\"", "-chapter:V"),
        ("state:\"-Burkina Faso\"", "-state:\"Burkina Faso\""),
        ("region:\"−african\"", "-region:african"),
    ] {
        assert_eq!(refused(text).1, Reason::MinusInValue, "{text}");
        assert_eq!(refused(text).2.as_deref(), Some(write), "{text}");
    }
    for text in ["article:51..–53", "article:>=−52", "article:\"-51\"..53", "cycle:<-2"] {
        assert!(matches!(refused(text).1, Reason::UnknownValue(..)), "{text}");
    }
    assert_eq!(codes("review:desk–review"), ["desk-review"]);
    assert_eq!(codes("state:guinea–bissau"), ["GNB"]);
}

#[test]
fn values_are_taken_with_the_signs_that_screens_print() {
    for (text, code) in [("!!!", "high"), ("!!", "medium"), ("!", "low")] {
        assert_eq!(codes(&format!("priority:{text}")), [code]);
        for lang in Lang::ALL {
            let name = Text::of(*lang).value("priority", code);
            assert_eq!(codes(&format!("priority:\"{text} {name}\"")), [code]);
        }
    }
    let signs = [
        (UNMET, "unmet"),
        (PLANNED, "planned"),
        (UNDER_WAY, "under way"),
        (MET, "met"),
        (WITHDRAWN, "withdrawn"),
    ];
    for (sign, code) in signs {
        assert_eq!(codes(&format!("response:{}", sign.sign)), [code]);
        for (lang, sign) in
            Lang::ALL.iter().flat_map(|lang| [(lang, sign.sign), (lang, sign.ascii)])
        {
            let name = Text::of(*lang).value("response", code);
            assert_eq!(codes(&format!("response:\"{sign} {name}\"")), [code]);
        }
    }
    for lang in Lang::ALL {
        let text = Text::of(*lang);
        for how in ["review-country-visit", "review-joint-meeting"] {
            let step = text.value("review", "direct-dialogue");
            let (step, how) = (format!("{step} ({})", text.tr(how)), text.tr(how));
            assert_eq!(codes(&format!("review:\"{step}\",\"{how}\"")), ["direct-dialogue"]);
        }
    }
    assert!(refused("priority:\"!!!!\"").2.is_none_or(|near| near != "▲"));
}

#[test]
fn a_country_is_a_state_and_a_country_group_a_group() {
    assert_eq!(codes("country:Ghana"), ["GHA"]);
    assert_eq!(codes("\"Country group\":ldc"), ["ldc"]);
    assert_eq!(codes("国家:加纳"), ["GHA"]);
    assert_eq!(codes("person:fp-gh"), ["fp-gh"]);
    for text in ["\"Focal point\":fp-gh", "focalpoint:fp-gh", "focal-point:fp-gh"] {
        assert_eq!(codes(text), ["fp-gh"], "{text}");
    }
    assert_eq!(codes("-“Country group”：ldc"), ["ldc"]);
}

#[test]
fn no_person_is_proposed_for_a_code_of_another() {
    for text in ["focal:fp-xx", "focal:fp-ghh", "adviser:advisor-pacific"] {
        let (_, reason, nearest) = refused(text);
        assert!(matches!(reason, Reason::UnknownValue(..)), "{text}");
        assert!(nearest.as_deref().is_none_or(|near| !near.starts_with("fp-")), "{nearest:?}");
    }
    let near = refused("focal:\"Focal point of Gahna\"").2;
    assert!(near.is_some_and(|near| near.contains("Ghana")));
}

#[test]
fn lists_and_ranges_of_other_languages_are_answered_with_what_to_write() {
    for (text, write) in [
        ("article:51-54", "article:51..54"),
        ("article:51–54", "article:51..54"),
        ("chapter:V-VI", "chapter:V..VI"),
        ("chapter:V|IV", "chapter:V,IV"),
        ("chapter:V;IV", "chapter:V,IV"),
        ("chapter:V/IV", "chapter:V,IV"),
        ("chapter:\"(V, IV)\"", "chapter:V,IV"),
    ] {
        assert!(matches!(refused(text).1, Reason::WrittenOtherwise(_)), "{text}");
        assert_eq!(refused(text).2.as_deref(), Some(write), "{text}");
    }
    for (text, write) in [
        ("chapter:V, IV", "chapter:V,IV"),
        ("chapter:V, chapter:IV", "chapter:V,IV"),
        ("-章:五， 四", "-chapter:五，四"),
    ] {
        let error = parse(text).expect_err(text);
        assert_eq!(error.nearest.as_deref(), Some(write), "{text}");
        assert!(error.misread(text).is_some_and(|at| at.start == 0 && at.end == text.len()));
    }
}

#[test]
fn what_a_screen_has_cut_off_is_the_beginning_of_a_name() {
    assert_eq!(codes("state:\"Tanzania (Uni…\""), ["TZA"]);
    assert_eq!(codes("region:\"Western Eur…\""), ["WEOG"]);
}
