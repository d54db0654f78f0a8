//! Input that cannot be recorded: each is refused where it stands, and nothing is written.

use super::place::Place;

/// A command, its status, and words of the message, the name of the field among them.
type Case<'a> = (&'a [&'a str], i32, &'a [&'a str]);

#[test]
fn each_is_refused_with_its_field_and_nothing_is_written() {
    let place = Place::of_sample();
    // A post that is held no longer, and a need that somebody else has made void.
    place.run(&["add", "person", "code=fp-old", "kind=officer", "post=x", "until=2019-01"]).done();
    place.run(&["void", "17", "--reason", "entered twice", "--as", "secretariat"]).done();
    place.run(&["edit", "need", "12", "paragraph=7", "--as", "secretariat"]).done();
    let long = format!("text={}", "x".repeat(65_537));
    let name = format!("post={}", "x".repeat(201));
    let before = place.run(&["log", "--limit", "1", "--kind", "all", "--json"]).json();
    let need = ["add", "need", "review=SYC 1", "text=x"];
    let with = |more: &'static str| [&need[..], &[more]].concat();
    let (low, high, category) = (with("article=4"), with("article=63"), with("category=C2-LA"));
    let cases: [Case<'_>; 25] = [
        (&low, 2, &["articles", "“4”", "5 to 62"]),
        (&high, 2, &["articles", "“63”"]),
        (&category, 2, &["cycle"]),
        (&["edit", "review", "SYC 1", "self-assessment=2001"], 2, &["self-assessment", "before"]),
        (
            &["edit", "review", "SYC 1", "country-report=2031-05"],
            2,
            &["country review report", "2031-05"],
        ),
        (&["add", "review", "state=SYC", "cycle=1"], 2, &["already: review Seychelles, cycle 1."]),
        (&["edit", "review", "SYC 1", "reviewer-1=SYC"], 2, &["first reviewing State", "itself"]),
        (&["edit", "review", "SYC 1", "cycle=2"], 2, &["cycle", "given first"]),
        (
            &["add", "person", "code=fp-gh", "kind=officer", "post=x"],
            2,
            &["already: person fp-gh, “focal point of ghana”."],
        ),
        (&["add", "document", "symbol=CAC/COSP/2019/14"], 2, &["already", "document"]),
        (&["add", "person", "code=y", "kind=officer", &name], 2, &["post"]),
        (&["add", "person", "code=y", "kind=king", "post=x"], 2, &["kind", "focal point"]),
        (&["add", "need", "review=SYC 1", &long], 2, &["text"]),
        (&["add", "need", "review=SYC 1"], 2, &["text"]),
        (&["add", "need", "text=x", "state=Seychels"], 2, &["State", "Seychelles"]),
        (
            &["add", "need", "text=x", "review=SYC 1", "identified=31 June"],
            2,
            &["identified", "31 June"],
        ),
        (&["add", "need", "text=x", "review=SYC 1", "rank=0"], 2, &["rank", "1"]),
        (
            &["edit", "need", "12", "paragraph=8", "--if-version", "1"],
            75,
            &["paragraph", "secretariat"],
        ),
        (
            &["edit", "need", "17", "paragraph=8"],
            1,
            &["17", "void", "secretariat", "entered twice"],
        ),
        (&["void", "17", "--reason", "again"], 1, &["17", "entered twice"]),
        (&["edit", "need", "12", "focal=fp-old"], 2, &["fp-old", "2019-01"]),
        (
            &["edit", "platform", "RP3", "priorities=1 | 52, 63"],
            2,
            &["agreed priorities", "“63”", "5 to 62"],
        ),
        (
            &["edit", "platform", "RP3", "priorities=1 | | no such theme"],
            2,
            &["agreed priorities", "“no such theme”"],
        ),
        (
            &["edit", "state", "GHA", "spelling=Ghana (Accra) | en | oficial"],
            2,
            &["other spellings", "“oficial”", "official, former, common, ask"],
        ),
        (&["edit", "person", "fp-al", "until=2019-06"], 2, &["fp-al", "handover"]),
    ];
    for (words, status, says) in cases {
        let ran = place.run(words);
        let said = ran.failed(status).to_lowercase();
        for part in says {
            let shown: String = said.chars().take(600).collect();
            assert!(said.contains(&part.to_lowercase()), "{:?}: {part}: {shown}", &words[..3]);
        }
        assert_eq!(ran.out, "", "{:?}", &words[..3]);
    }
    let after = place.run(&["log", "--limit", "1", "--kind", "all", "--json"]).json();
    assert_eq!(after, before, "nothing was written");
}

#[test]
fn a_bad_line_among_good_ones_is_told_with_its_number_and_its_field() {
    let place = Place::of_sample();
    let good = r#"{"review":"SYC 1","text":"x","article":[52]}"#;
    let before = place.run(&["log", "--limit", "1", "--json"]).json();
    for (bad, says) in [
        (r#"{"review":"SYC 1","text":"x","article":[63]}"#, "63"),
        (r#"{"review":"SYC 9","text":"x"}"#, "SYC 9"),
        (r#"{"review":"SYC 1","text":"x","colour":"red"}"#, "colour"),
        (r#"{"review":"SYC 1","text":"x""#, "JSON"),
        (r#"["SYC 1","x"]"#, "JSON"),
    ] {
        let ran = place.run_with_input(&["add", "need", "-"], &format!("{good}\n{bad}\n{good}\n"));
        let said = ran.failed(65);
        assert!(said.contains("line 2") && said.contains(says), "{bad}: {said}");
        assert!(!said.contains("line 1") && !said.contains("line 3"), "{said}");
    }
    assert_eq!(place.run(&["log", "--limit", "1", "--json"]).json(), before);
}

#[test]
fn what_is_doubtful_is_written_and_told_and_what_is_hostile_is_cleaned() {
    let place = Place::of_sample();
    let ran = place.run(&["add", "need", "review=SYC 1", "text=x", "article=52", "--json"]);
    assert!(ran.err.contains("article 52") && ran.err.contains("other cycle"), "{}", ran.err);
    let text = "text=a\u{1b}]0;owned\u{7}b\u{202e}c\u{0085}d";
    let paragraph = "paragraph=7\u{1b}[2J\n8";
    let ran = place.run(&["add", "need", "review=SYC 1", text, paragraph, "--json"]);
    let number = ran.json()[0]["number"].to_string();
    let shown = place.run(&["show", "need", &number]).done().to_owned();
    assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
    assert!(!shown.contains('\u{202e}'));
    // The longest text that a need can have.
    let long = format!("text={}", "x".repeat(65_536));
    let ran = place.run(&["add", "need", "review=SYC 1", &long, "--json"]);
    let number = ran.json()[0]["number"].to_string();
    let record = &place.run(&["show", "need", &number, "--json"]).json()[0];
    assert_eq!(record["fields"]["text"].as_str().unwrap().len(), 65_536);
}
