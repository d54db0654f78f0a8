//! Offers for words that are searched for as text.

use super::{context, found, planned, register};
use crate::support::command::run;
use crate::support::desk::{Desk, sample};
use std::ops::Range;
use ta_tui::domain::Coded;
use ta_tui::query::register::{Disclosure, Register};
use ta_tui::query::{
    Field, Filter, KnownNames, Meant, Offer, Plan, Searched, meant, name_of_value, parse, select,
    slots,
};
use ta_tui::store::{Access, Store};
use ta_tui::text::{Lang, Text};

/// The offers for a filter's words in a register.
fn of(text: &str, register: &Register, lang: Lang) -> Vec<Meant> {
    let filter = parse(text).unwrap();
    let select = |filter: &Filter| {
        let plan = Plan::resolve(filter, register, &context()).unwrap();
        select(register, &plan, &|| false).unwrap()
    };
    let searched = Searched {
        filter: &filter,
        register,
        names: &KnownNames::of(&register.vocabulary),
        context: context(),
        selection: &select(&filter),
        lang,
    };
    meant(searched, &mut |filter| Some(select(filter).counts), &|| false).unwrap()
}

/// The words that stand in no text, with the first offer for each.
fn pressing(text: &str, lang: Lang) -> Vec<(String, String, String)> {
    let meant = of(text, register(), lang);
    let told = meant.iter().filter(|meant| meant.told(Text::of(lang), None).is_some());
    let first = |meant: &Meant| {
        let offer = &meant.offers[0];
        (meant.words.clone(), offer.term.clone(), offer.name.clone())
    };
    told.map(first).collect()
}

#[test]
fn b1_words_that_name_something_and_stand_in_no_text_are_offered_as_filters() {
    for (words, term, en, zh) in [
        ("seychelles", "state:SYC", "Seychelles", "塞舌尔"),
        ("塞舌尔", "state:SYC", "Seychelles", "塞舌尔"),
        ("\"Seychelles\"", "state:SYC", "Seychelles", "塞舌尔"),
        ("seychellse", "state:SYC", "Seychelles", "塞舌尔"),
        ("the gambia", "state:GMB", "Gambia", "冈比亚"),
        ("africa", "region:AFR", "African", "非洲国家"),
        ("东欧", "region:EEG", "Eastern European", "东欧国家"),
        ("art 52", "article:52", "Prevention and detection", "预防和监测"),
        ("article 52", "article:52", "Prevention and detection", "预防和监测"),
        ("art. 52", "article:52", "Prevention and detection", "预防和监测"),
        ("52", "article:52", "Prevention and detection", "预防和监测"),
        ("第五十二条", "article:52", "Prevention and detection", "预防和监测"),
        ("art.16", "article:16", "Bribery of foreign", "贿赂"),
        ("第 16 条", "article:16", "Bribery of foreign", "贿赂"),
        ("ch. 4", "chapter:IV", "International cooperation", "国际合作"),
        ("ch.4", "chapter:IV", "International cooperation", "国际合作"),
        ("ch.IV", "chapter:IV", "International cooperation", "国际合作"),
        ("ch4", "chapter:IV", "International cooperation", "国际合作"),
        ("chapters 4", "chapter:IV", "International cooperation", "国际合作"),
        ("第4章", "chapter:IV", "International cooperation", "国际合作"),
        ("第 4 章", "chapter:IV", "International cooperation", "国际合作"),
        ("Cy. 2", "cycle:2", "Second cycle", "第二周期"),
        ("chapter 5", "chapter:V", "Asset recovery", "资产"),
        ("chapter V", "chapter:V", "Asset recovery", "资产"),
        ("第五章", "chapter:V", "Asset recovery", "资产"),
        ("unmet", "response:unmet", "Unmet", "未满足"),
        ("未满足", "response:unmet", "Unmet", "未满足"),
        ("high priority", "priority:high", "High", "高"),
        ("ldc", "group:ldc", "Least developed", "最不发达"),
        ("overdue", "is:overdue", "Overdue", "逾期"),
        ("nobody", "focal:none", "Nobody", "未指派"),
        ("\"focal point of kenya\"", "focal:fp-ke", "Focal point of Kenya", "肯尼亚"),
        ("chapter=V", "chapter:V", "Asset recovery", "资产"),
        ("article>=52", "article:>=52", "Article", "条款"),
    ] {
        for (lang, name) in [(Lang::En, en), (Lang::Zh, zh)] {
            let offered = pressing(words, lang);
            let [(said, first, called)] = &offered[..] else { panic!("{words}: {offered:?}") };
            assert_eq!((said.as_str(), first.as_str()), (words.trim_matches('"'), term));
            assert!(called.contains(name), "{words}: {called}");
        }
    }
    let both = pressing("mozambique unmet", Lang::En);
    let terms: Vec<&str> = both.iter().map(|(_, term, _)| term.as_str()).collect();
    assert_eq!(terms, ["state:MOZ", "response:unmet"]);
    assert_eq!(pressing("-africa", Lang::En)[0].1, "-region:AFR");
    // "high" stands in texts, of which none is Kenya's: the State is counted without it.
    let offered = of("kenya high", register(), Lang::En);
    let kenya = &offered[0].offers[0];
    assert!(kenya.term == "state:KEN" && kenya.count.needs > 0, "{kenya:?}");
    assert!(pressing("zzzz", Lang::En).is_empty() && pressing("chapter:V", Lang::En).is_empty());
}

#[test]
fn b1_an_offer_counts_what_its_filter_finds() {
    for (text, replaced) in [
        ("seychelles", 0..10),
        ("chapter:II seychelles", 11..21),
        ("model africa", 6..12),
        ("asset recovery", 0..14),
        ("-africa", 0..7),
        ("article>=52 response:any", 0..11),
        ("model", 0..5),
        ("small island developing states", 0..30),
    ] {
        let of: Vec<Meant> = of(text, register(), Lang::En);
        let last = of.last().unwrap();
        assert!(!last.offers.is_empty() && last.offers.len() <= 6, "{text}: {of:?}");
        for offer in &last.offers {
            let taken = put(text, replaced.clone(), &offer.term);
            assert_eq!(found(&taken), Ok(offer.count.needs), "{taken}");
        }
    }
}

#[test]
fn what_several_words_say_together_is_offered_as_one_term() {
    for (words, term) in [
        ("-chapter=V", "-chapter:V"),
        ("−state=Ghana", "-state:Ghana"),
        ("priority<>high", "-priority:high"),
        ("priority != high", "-priority:high"),
        ("state = Ghana", "state:Ghana"),
        ("chapter is V", "chapter:V"),
        ("chapter is not V", "-chapter:V"),
        ("章 是 五", "chapter:五"),
        ("without focal", "focal:none"),
        ("no focal point", "focal:none"),
        ("没有 协调人", "focal:none"),
        ("Ghana,Kenya", "state:GHA,KEN"),
        ("ghana/kenya", "state:GHA,KEN"),
        ("Ghana, Kenya", "state:GHA,KEN"),
        ("加纳、肯尼亚", "state:GHA,KEN"),
    ] {
        let offered = of(words, register(), Lang::En);
        let [meant] = &offered[..] else { panic!("{words}: {offered:?}") };
        let offer = &meant.offers[0];
        assert_eq!(offer.term, term, "{words}");
        assert_eq!(found(term), Ok(offer.count.needs), "{words}");
        let (said, lines) = meant.told(Text::of(Lang::En), None).expect(words);
        assert!(!said.is_empty() && lines[0].contains(&offer.written), "{words}: {said}");
    }
    // In a sentence they are words to search for, and in quotation marks too.
    for words in ["\"chapter is V\"", "training is needed", "-\"chapter=V\""] {
        let offered = of(words, register(), Lang::En);
        assert!(offered.iter().all(|meant| meant.hint.is_none()), "{words}: {offered:?}");
        let terms = offered.iter().flat_map(|meant| &meant.offers);
        assert!(terms.map(|offer| &offer.term).all(|term| term != "chapter:V"), "{words}");
    }
}

fn put(text: &str, replaced: Range<usize>, term: &str) -> String {
    format!("{}{term}{}", &text[..replaced.start], &text[replaced.end..])
}

#[test]
fn b1_every_name_on_the_screen_finds_its_value_and_the_term_means_that_alone() {
    let vocabulary = &register().vocabulary;
    let names = KnownNames::of(vocabulary);
    for &field in Field::ALL.iter().filter(|field| field.is_meant_by_words()) {
        for slot in 1..slots(field, vocabulary) as u16 {
            if field == Field::Adviser && planned(&format!("adviser:{slot}")).is_err() {
                continue; // focal points are in the list of people, but advise no State
            }
            for lang in Lang::ALL {
                let name = name_of_value(field, slot, vocabulary, *lang);
                let values = names.named(&name);
                let own = values.iter().find(|n| (n.field, n.slot) == (field, slot));
                let own = own.unwrap_or_else(|| panic!("{field:?} {name}: {values:?}"));
                let printed = Filter { terms: vec![own.term(vocabulary)] }.to_string();
                assert_eq!(planned(&printed).unwrap().chosen(field), [slot], "{printed}");
            }
        }
    }
}

#[test]
fn b1_words_that_a_text_has_are_offered_without_a_word_about_it() {
    for text in ["asset recovery", "model", "capacity-building", "model legislation"] {
        let of = of(text, register(), Lang::En);
        let [one] = &of[..] else { panic!("{text}: {of:?}") };
        assert!(one.stands && !one.offers.is_empty(), "{one:?}");
        assert_eq!(one.told(Text::of(Lang::En), None), None);
    }
    // Of words that texts have, the last alone is looked at: it is the one that is being typed.
    let of = of("model officials", register(), Lang::En);
    assert_eq!(of.iter().map(|meant| meant.words.as_str()).collect::<Vec<_>>(), ["officials"]);
}

#[test]
fn b1_where_no_state_is_named_no_state_or_person_is_offered() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    std::fs::copy(sample(), &path).unwrap();
    for kept in [Disclosure::Regions, Disclosure::Groups] {
        let store = Store::open(&path, Access::ReadOnly).unwrap().without_names(kept);
        let nameless = store.load(&mut |_| true).unwrap();
        for words in [
            "seychelles",
            "fp-sc",
            "塞舌尔",
            "one State",
            "s-1",
            "Seychellse",
            "\"Focal point of Kenya\"",
        ] {
            let mut offers =
                of(words, &nameless, Lang::En).into_iter().flat_map(|meant| meant.offers);
            let is_told = |offer: &Offer| {
                ["state:", "focal:", "adviser:"].iter().any(|field| offer.term.contains(field))
            };
            assert!(!offers.any(|offer| is_told(&offer)), "{words}");
        }
        let offered =
            |words: &str| of(words, &nameless, Lang::En).iter().map(|m| m.offers.len()).sum();
        let told: [usize; 2] = [offered("africa"), offered("ldc")];
        assert_eq!(told, if kept == Disclosure::Regions { [1, 0] } else { [0, 1] });
    }
}

#[test]
fn b1_the_popup_offers_it_last_and_tab_takes_it() {
    for (lang, word, name) in
        [(Lang::En, "seychelles", "state:SYC"), (Lang::Zh, "塞舌尔", "国家:塞舌尔")]
    {
        let mut desk = Desk::new((80, 24), lang);
        let person = if lang == Lang::En { "focal:fp-sc" } else { "协调人:塞舌尔协调人" };
        desk.keys(&format!("4/{word}")).expect(name).expect(person);
        desk.keys("<Tab><Enter>").expect("103");
        assert_eq!(desk.program.app().place().filter.to_string(), "state:SYC");
    }
    for (keys, filter) in [
        ("4/art 52<Tab>", "article:52"),
        ("4/mozambique unmet<Tab>", "state:MOZ response:unmet"),
        ("4/mozambique unmet<Down><Down><Enter>", "state:MOZ response:unmet"),
        ("4/chapter:V \"seychelles\"<Tab>", "chapter:V state:SYC"),
        ("4/asset recovery<Tab>", "chapter:V"),
        ("4/chapter=V<Tab>", "chapter:V"),
    ] {
        let mut desk = Desk::new((80, 24), Lang::En);
        desk.keys(keys).keys("<Enter>");
        assert_eq!(desk.program.app().place().filter.to_string(), filter, "{}", desk.screen());
    }
    // Completions of the language come first.
    let mut desk = Desk::new((80, 24), Lang::En);
    let items = desk.keys("4/model a").program.app().completions().unwrap().items;
    assert!(items[0].insert.ends_with(':'), "{items:?}");
}

#[test]
fn the_key_puts_the_nearest_in_the_place_of_what_cannot_be_read() {
    for (lang, keys, filter) in [
        (Lang::En, "4/state:seychellse<Tab>", "state:Seychelles"),
        (Lang::Zh, "4/state:seychellse<Tab>", "state:SYC"),
        (
            Lang::En,
            "4/chapter:V state:ghana,\"seychellse\" unmet<Tab>",
            "chapter:V state:ghana,Seychelles response:unmet",
        ),
        (Lang::En, "4/priority:>=meduim<Tab>", "priority:>=Medium"),
        (Lang::En, "4/state:seychellse<Down><Enter>", "state:Seychelles"),
        (Lang::Zh, "4/priority:hihg<Tab>", "priority:high"),
    ] {
        let mut desk = Desk::new((120, 40), lang);
        desk.keys(keys).keys("<Enter>");
        assert_eq!(desk.program.app().place().filter.to_string(), filter, "{}", desk.screen());
    }
    // Of a doubled letter one may be missing besides.
    let said = planned("state:seychels").unwrap_err();
    assert!(said.contains("Seychelles"), "{said}");
    // The offer stands there before it is taken.
    let mut desk = Desk::new((120, 40), Lang::Zh);
    desk.keys("4/state:seychellse").expect("最接近的是：塞舌尔");
    let items = desk.program.app().completions().unwrap().items;
    assert_eq!(items.iter().map(|item| &*item.insert).collect::<Vec<_>>(), ["塞舌尔"]);
}

#[test]
fn what_finds_nothing_is_offered_last_and_no_key_takes_it() {
    let mut desk = Desk::new((120, 40), Lang::En);
    desk.keys("4/state:ghana seychelles<Enter>").expect("0 needs with the rest");
    assert!(!desk.shows("Tab takes state:SYC"), "{}", desk.screen());
    for meant in desk.program.app().words_meant().unwrap() {
        let found = meant.offers.iter().map(Offer::finds);
        assert!(found.is_sorted_by(|before, after| before >= after), "{meant:?}");
    }
    let filter = desk.keys("/<Tab><Enter>").program.app().place().filter.to_string();
    assert!(!filter.contains("SYC"), "{filter}");
}

#[test]
fn b1_every_screen_without_a_need_says_what_was_meant() {
    for screen in ["1", "2", "3", "4", "5", "7", "gt"] {
        let mut desk = Desk::new((80, 24), Lang::En);
        desk.keys(&format!("{screen}/\"seychelles\"<Enter>"));
        desk.expect("“seychelles” stands in no text here").expect("state:SYC");
        desk.expect("103 of all needs").expect("Tab takes state:SYC");
        assert_eq!(desk.keys("<Tab>").program.app().place().filter.to_string(), "state:SYC");
    }
    let mut desk = Desk::new((80, 24), Lang::Zh);
    desk.keys("4/\"塞舌尔\" \"unmet\"<Enter>").expect("按Tab采用国家:塞舌尔。");
    desk.keys("<Tab>").expect("按Tab采用应对情况:未满足。");
    desk.keys("<Tab>");
    assert_eq!(desk.program.app().place().filter.to_string(), "state:SYC response:unmet");
    let mut desk = Desk::new((80, 24), Lang::En);
    let screen = desk.keys("4/zzzz<Enter>").screen();
    assert!(!screen.contains("stands in no text"), "{screen}");
    // Elsewhere the key has its usual effect.
    let mut desk = Desk::new((80, 24), Lang::En);
    assert!(desk.keys("1<Tab>").program.app().place().filter.is_empty());
}

#[test]
fn what_was_meant_is_seen_beside_what_happened() {
    for screen in ["1", "4", "7"] {
        let mut desk = Desk::new((80, 24), Lang::En);
        desk.keys(&format!("{screen}/\"seychelles\"<Enter>`"));
        desk.expect("“seychelles” stands in no text here").expect("state:SYC");
        desk.expect("` does nothing here");
    }
}

#[test]
fn the_numbers_of_the_popup_say_what_they_count() {
    for (lang, keys, said) in [
        (Lang::En, "4/seychelles", "103 of all needs"),
        (Lang::En, "4/-id:1 mozambique unmet", "388 needs without other words"),
        (Lang::En, "4/chapter:II seychelles", "7 needs with the rest"),
        (Lang::En, "4/region:", " of all needs "),
        (Lang::En, "4/region:african,", " of all needs "),
        (Lang::En, "4/chapter:V region:", " needs with the rest of the line "),
        (Lang::Zh, "4/塞舌尔", "全部需求中103项"),
        (Lang::Zh, "4/chapter:V region:", "连同其余条件的需求项数"),
    ] {
        Desk::new((80, 24), lang).keys(keys).expect(said);
    }
}

#[test]
fn b1_every_command_with_a_filter_says_on_standard_error_what_was_meant() {
    for command in [
        &["needs"][..],
        &["states"],
        &["reviews"],
        &["activities"],
        &["organisations"],
        &["focal-points"],
        &["log"],
        &["connections"],
        &["gaps", "--by", "chapter"],
        &["shared"],
        &["coverage"],
        &["count", "--by", "chapter"],
        &["figure", "1"],
        &["trend"],
    ] {
        let ran = run(&[command, &["seychelles", "--format", "csv"]].concat());
        let [out, err] = [ran.stdout, ran.stderr].map(|said| String::from_utf8(said).unwrap());
        assert!(ran.status.success(), "{command:?} {err}");
        let offer = "  state:SYC    Seychelles  103 of all needs\n  focal:fp-sc  Focal point of Seychelles  28 of all needs";
        assert!(
            err.contains("“seychelles” stands in no text here.") && err.contains(offer),
            "{err}"
        );
        assert!(!out.contains("stands in no text"), "{out}");
    }
    let said = |args: &[&str]| String::from_utf8(run(args).stderr).unwrap();
    assert!(said(&["needs", "东欧", "--lang", "zh"]).contains("区域组:东欧国家组  东欧国家组"));
    for quiet in
        [&["needs", "asset"][..], &["needs", "state:SYC"], &["needs", "seychelles", "--no-names"]]
    {
        assert!(!said(quiet).contains("stands in no text"), "{quiet:?}");
    }
}
