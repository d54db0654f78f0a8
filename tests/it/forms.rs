//! Tests that records of every kind are entered, corrected and taken back with keys, few beside the words typed.

use crate::support::counted_recording::RECORDING;
use crate::support::desk::Desk;
use ta_tui::app::context::KeyContext;
use ta_tui::domain::{Change, Coded, Kind, Priority, Record};
use ta_tui::fields::{FieldValue, RecordField};
use ta_tui::query::register::Register;
use ta_tui::store::{Access, LogQuery, Store, WholeRecord};
use ta_tui::text::{Lang, Named, Text};

const SMALL: (u16, u16) = (80, 24);

fn desk() -> Desk {
    Desk::new(SMALL, Lang::En)
}

fn store(desk: &Desk) -> Store {
    Store::open(&desk.db, Access::ReadOnly).unwrap()
}

fn register() -> Register {
    store(&desk()).load(&mut |_| true).unwrap()
}

/// A record as the file has it.
fn whole(desk: &Desk, kind: Kind, number: u32) -> WholeRecord {
    store(desk).whole_record(Record { kind, number }).unwrap()
}

/// A field of a record as the file has it.
fn held(desk: &Desk, kind: Kind, number: u32, code: &str) -> Option<String> {
    let field = RecordField::from_code(kind, code).unwrap();
    whole(desk, kind, number).value(field).map(str::to_owned)
}

/// The number of the record of a kind that was added last.
fn added(desk: &Desk, kind: Kind) -> u32 {
    let kinds = ta_tui::domain::Kinds::one(kind);
    let log = store(desk).log(&LogQuery { kinds, limit: 1, ..LogQuery::default() }).unwrap();
    log[0].record.number
}

/// A State party without a review in the second cycle.
fn without_second_review(register: &Register) -> String {
    let vocabulary = &register.vocabulary;
    let has_none = |place: u16| {
        let mut own = vocabulary.reviews.iter().filter(|one| one.state == place);
        own.all(|one| one.cycle.code() != "2")
    };
    let found = (0..).zip(&vocabulary.states);
    let mut found = found.filter(|(place, state)| state.party == Some(true) && has_none(*place));
    found.next().unwrap().1.in_lang(Lang::En).to_owned()
}

fn is_open(desk: &Desk) -> bool {
    desk.program.app().context() == KeyContext::Form
}

#[test]
fn a_review_with_five_steps_is_recorded_as_it_was_typed() {
    let register = register();
    let vocabulary = &register.vocabulary;
    let mut desk = desk();
    desk.keys(RECORDING[0].from);
    RECORDING[0].work(&mut desk);
    desk.expect("Saved: review");
    assert!(!is_open(&desk));
    let number = added(&desk, Kind::Review);
    let of = |code| held(&desk, Kind::Review, number, code);
    assert_eq!(of("cycle").as_deref(), Some("2"));
    assert_eq!(of("direct-dialogue").as_deref(), Some("2018-09-12"));
    assert_eq!(of("executive-summary").as_deref(), Some("2019-02"));
    let benin = vocabulary.states.iter().find(|state| state.iso3 == "BEN").unwrap();
    assert_eq!(of("reviewer-1"), Some(benin.id.to_string()), "what was offered was taken");
    desk.keys("u").expect("Undone");
    assert!(!whole(&desk, Kind::Review, number).is_there);
}

#[test]
fn a_need_of_a_review_and_the_next_of_the_sitting_share_what_carries_over() {
    let mut desk = desk();
    desk.keys("3/liberia<Enter><Enter>");
    let before = added_needs(&desk);
    RECORDING[1].work(&mut desk);
    let first = added(&desk, Kind::Need);
    desk.expect(&format!("The last one: {first} · 57 · Capacity-building “Training of the centr"));
    assert!(is_open(&desk), "the next need is there");
    RECORDING[2].work(&mut desk);
    let second = added(&desk, Kind::Need);
    let of = |number, code| held(&desk, Kind::Need, number, code);
    assert_eq!(of(first, "category").as_deref(), Some("C2-CB"));
    assert_eq!((of(second, "article").as_deref(), of(second, "category")), (Some("52; 53"), None));
    for code in ["review", "state", "identified", "language"] {
        assert!(of(first, code).is_some(), "{code}");
        assert_eq!(of(first, code), of(second, code), "{code} carries over");
    }
    assert_eq!(added_needs(&desk), before + 2);
    desk.keys("<Esc>").expect("2 needs entered");
    desk.keys("u");
    assert!(!whole(&desk, Kind::Need, second).is_there, "each is one undo");
    assert!(whole(&desk, Kind::Need, first).is_there);
}

/// Gives the number of needs in the register.
fn added_needs(desk: &Desk) -> usize {
    desk.program.app().register().unwrap().len()
}

#[test]
fn an_earlier_need_of_the_sitting_is_opened_again_and_the_paragraph_counts_on() {
    let mut desk = desk();
    desk.keys("3/liberia<Enter><Enter>+57<Tab><Tab><Tab>One<Tab><Tab>12<C-s>");
    let first = added(&desk, Kind::Need);
    desk.keys("<Tab><Tab><Tab>Second, begun<C-p>").expect("One").expect("Liberia, cycle 2");
    desk.keys("more<C-s>");
    assert_eq!(held(&desk, Kind::Need, first, "text").as_deref(), Some("Onemore"));
    desk.expect("Second, begun");
    // It names neither article, chapter nor category: that is asked about once.
    desk.keys("<C-s><C-s>");
    let second = added(&desk, Kind::Need);
    assert_eq!(held(&desk, Kind::Need, second, "paragraph").as_deref(), Some("13"));
    assert_eq!(held(&desk, Kind::Need, second, "text").as_deref(), Some("Second, begun"));
}

#[test]
fn what_differs_is_marked_and_only_that_is_written() {
    let mut desk = desk();
    desk.keys("4=e").expect("Need 1").expect("Review");
    assert!(!desk.shows("not saved"));
    desk.keys("<comma> 16").expect("not saved").expect("*Articles");
    desk.keys("<C-s>").expect("need 1 changed; u undoes");
    let log = store(&desk).log(&LogQuery { limit: 1, ..LogQuery::default() }).unwrap();
    assert_eq!((log[0].field.code(), log[0].after.as_deref()), ("article", Some("15; 16")));
    desk.keys("u").expect("undone");
    assert_eq!(held(&desk, Kind::Need, 1, "article").as_deref(), Some("15"));
    desk.keys("=e<C-s>").expect("nothing changed");
}

#[test]
fn what_cannot_be_read_is_told_below_its_field_and_nothing_is_lost() {
    let mut desk = desk();
    desk.keys("4=e<C-u>63<Tab>").expect("✗ ").expect("63");
    desk.keys("<C-s>");
    assert!(is_open(&desk));
    assert_eq!(held(&desk, Kind::Need, 1, "article").as_deref(), Some("15"));
    desk.keys("<C-u>5<C-s>").expect("does not review article 5");
    assert!(is_open(&desk));
    desk.keys("<C-s>");
    assert_eq!(held(&desk, Kind::Need, 1, "article").as_deref(), Some("5"), "after a yes");
}

#[test]
fn a_refusal_of_the_register_stands_at_its_field() {
    let mut desk = desk();
    desk.keys("5:new person<Enter>fp-ke<Tab>officer<Tab><Tab>Post<C-s>");
    assert!(is_open(&desk));
    desk.expect("✗ ").expect("person fp-ke, “");
    desk.keys("<C-u>x-1<C-s>").expect("Saved: person");
    assert!(!is_open(&desk));
}

#[test]
fn somebody_who_was_quicker_is_shown_beside_and_either_value_can_be_written() {
    for (keys, priority) in [("<C-s>", "low"), ("<C-o><C-s>", "high")] {
        let mut desk = desk();
        desk.keys("4=e");
        desk.elsewhere(1, Change::Priority(Some(Priority::High)));
        desk.keys(&"<Tab>".repeat(8)).keys("l<C-s>");
        assert!(is_open(&desk));
        desk.expect("wrote on").expect("Somebody else changed the same");
        assert_eq!(held(&desk, Kind::Need, 1, "priority").as_deref(), Some("high"));
        desk.keys(keys);
        assert!(!is_open(&desk));
        assert_eq!(held(&desk, Kind::Need, 1, "priority").as_deref(), Some(priority), "{keys}");
    }
}

#[test]
fn a_form_that_is_left_is_offered_again_and_can_be_thrown_away() {
    let mut desk = desk();
    desk.keys("4+57<Tab><Tab><Tab><Esc>");
    desk.keys("4+<Tab><Tab>57<Tab><Tab><Tab>Training<Esc>").expect("your draft is kept");
    desk.keys("+").expect("Your draft of").expect("Training");
    desk.keys("<C-x>");
    assert!(!desk.shows("Training") && is_open(&desk));
    desk.keys("<Esc>");
    assert!(!desk.shows("draft is kept"));
    desk.keys("+");
    assert!(!desk.shows("Your draft of"));
}

#[test]
fn what_was_typed_into_forms_is_offered_in_the_next_session() {
    let mut desk = desk();
    desk.keys("4+<Tab><Tab>57<Tab><Tab><Tab>Training<Esc>4=e<comma>16<Esc>");
    let mut desk = desk.reopen();
    desk.expect("You have 2 unfinished forms; g d lists them");
    desk.keys("gd").expect("New need").expect("Need 1").expect("57 · Training");
    desk.keys("training<Enter>").expect("Your draft of").expect("Training");
    desk.keys("<C-s>");
    assert!(is_open(&desk), "a need without a State is refused");
    desk.keys("<C-x><Esc>gd<Enter>").expect("*Articles");
    desk.keys("<C-s>").expect("need 1 changed");
    let desk = desk.reopen();
    assert!(!desk.shows("unfinished"), "what is written or given up is offered no more");
}

#[test]
fn the_next_need_of_a_sitting_is_offered_again_with_its_review() {
    let mut desk = desk();
    desk.keys("3/liberia<Enter><Enter>+57<Tab><Tab><Tab>Half a thou");
    let mut desk = desk.reopen();
    desk.keys("gd<Enter>").expect("Half a thou").expect("Liberia, cycle 2").expect("Sitting");
    desk.keys("<C-s>");
    let number = added(&desk, Kind::Need);
    assert_eq!(held(&desk, Kind::Need, number, "text").as_deref(), Some("Half a thou"));
    desk.keys("<Esc>");
    assert!(!desk.reopen().shows("unfinished"));
}

#[test]
fn a_sitting_begins_on_a_row_of_reviews_too() {
    let mut desk = desk();
    desk.keys("3/liberia<Enter>=+").expect("Liberia, cycle 2 › Sitting");
    desk.keys("57<Tab><Tab><Tab>Training<C-s>").expect("The last one: ");
    let number = added(&desk, Kind::Need);
    assert!(held(&desk, Kind::Need, number, "review").is_some());
}

#[test]
fn the_language_of_a_text_is_guessed_shown_and_corrected() {
    for (text, guess) in [
        ("Formation des juges", "fr"),
        ("Capacitación de los jueces", "es"),
        ("Training of judges", "en"),
        ("Подготовка судей", "ru"),
        ("培训法官", "zh"),
        ("تدريب القضاة", "ar"),
    ] {
        let mut desk = Desk::new((120, 40), Lang::En);
        desk.keys("3/liberia<Enter>=+57<Tab><Tab><Tab>").keys(text);
        desk.keys("<Tab>").expect(&format!("{guess}, guessed from the text"));
        desk.keys("<C-s>");
        let number = added(&desk, Kind::Need);
        assert_eq!(held(&desk, Kind::Need, number, "language").as_deref(), Some(guess));
    }
    let mut desk = desk();
    desk.keys("3/liberia<Enter>=+57<Tab><Tab><Tab>Formação dos juízes");
    let back = "<S-Tab>".repeat(10);
    desk.keys(&back).expect("field 18/22");
    desk.keys("pt<C-s>");
    let number = added(&desk, Kind::Need);
    assert_eq!(held(&desk, Kind::Need, number, "language").as_deref(), Some("pt"));
}

#[test]
fn a_recommendation_is_typed_as_plain_text_and_shown_as_such_again() {
    let mut desk = desk();
    desk.keys("3/liberia<Enter>=+57<Tab><Tab><Tab>Training of judges");
    let on = "<Tab>".repeat(14);
    desk.keys(&on).expect("field 20/22");
    desk.keys("Adopter la loi sur les avoirs<C-s>");
    let number = added(&desk, Kind::Need);
    let kept = held(&desk, Kind::Need, number, "recommendation");
    let row = r#"[["Adopter la loi sur les avoirs","fr",null,null]]"#;
    assert_eq!(kept.as_deref(), Some(row), "{}", desk.screen());
    desk.keys("<C-p>").keys(&"<Tab>".repeat(17));
    desk.expect("Adopter la loi sur les avoirs");
    assert!(!desk.shows("[["), "{}", desk.screen());
}

#[test]
fn a_need_like_the_one_in_the_form_is_opened_and_the_draft_is_kept() {
    let mut desk = Desk::new((120, 40), Lang::En);
    desk.keys("3/liberia<Enter>=+<C-t>").expect("No need is like this one so far");
    desk.keys("57").expect("Ctrl-t opens one");
    desk.keys("<C-t>").expect("Like it in Liberia");
    desk.keys("<Enter>").expect("Need ").expect("Liberia").expect("draft");
    assert_eq!(desk.program.app().context(), KeyContext::Need);
    desk.keys("<Esc>=+").expect("Sitting").expect("57");
}

#[test]
fn a_step_reached_today_is_written_at_once_and_taken_back() {
    let mut desk = desk();
    desk.keys("3=s").expect("desk review, 2019-12-31; u undoes");
    let number = added(&desk, Kind::Review);
    assert_eq!(held(&desk, Kind::Review, number, "desk-review").as_deref(), Some("2019-12-31"));
    desk.keys("u");
    assert_eq!(held(&desk, Kind::Review, number, "desk-review"), None);
    desk.keys("j=s").expect("has reached its last step");
}

#[test]
fn a_choice_is_made_from_a_list_or_by_its_letter() {
    let mut desk = desk();
    desk.keys("4=e").keys(&"<Tab>".repeat(9)).keys(" ").expect("Under way");
    desk.keys("under<Enter>").expect("Under way");
    desk.keys("<Up>m").expect("(•) Medium");
    desk.keys("<BS>").expect("(•) –");
    desk.keys("<Right>").expect("(•) High");
    desk.keys("<C-s>");
    assert_eq!(held(&desk, Kind::Need, 1, "response").as_deref(), Some("under way"));
    assert_eq!(held(&desk, Kind::Need, 1, "priority").as_deref(), Some("high"));
}

#[test]
fn a_need_like_another_one_has_its_review_and_day() {
    let mut desk = desk();
    desk.keys("4<Enter>+57<Tab><Tab><Tab>Like it<C-s>").keys("<C-s>").expect("Saved: need");
    let number = added(&desk, Kind::Need);
    for code in ["review", "state", "identified"] {
        let of = |number| held(&desk, Kind::Need, number, code);
        assert_eq!(of(number), of(1), "{code}");
    }
    assert_eq!(held(&desk, Kind::Need, number, "article").as_deref(), Some("57"));
}

#[test]
fn records_are_added_where_they_are_listed_and_by_name_elsewhere() {
    for (keys, title) in [
        ("2+", "New State"),
        ("3+", "New review"),
        ("4+", "New need"),
        ("gt+", "New theme"),
        ("5h+", "New person"),
        ("2<Enter>+", "New need"),
        ("1:new activity<Enter>", "New activity"),
        ("1:new platform<Enter>", "New platform"),
        ("2=e", "State"),
        ("3=e", "Review"),
        ("gt=e", "Theme"),
        ("1:correct a person<Enter>fp-ke<Enter>", "Person Focal point of Kenya"),
        ("1:correct a person<Enter>A001<Enter>", "Activity A001"),
        ("1:correct a person<Enter>RP3<Enter>", "Platform RP3"),
    ] {
        let mut desk = desk();
        desk.keys(keys).expect(title);
        assert!(is_open(&desk), "{keys}");
    }
}

#[test]
fn a_platform_is_corrected_as_every_other_record() {
    let mut desk = desk();
    let record = store(&desk).record_by_code(Kind::Platform, "RP3").unwrap().unwrap();
    let of = |desk: &Desk, code| held(desk, Kind::Platform, record.number, code);
    desk.keys("1:correct a person<Enter>RP3<Enter><Tab><C-u>A001<Tab>Kenya; GHA<C-s>");
    desk.expect("platform RP3 changed");
    assert_eq!(of(&desk, "activity").as_deref(), Some("A001"));
    let members = of(&desk, "member").unwrap();
    assert_eq!(members.split("; ").count(), 2, "{members}");
    desk.keys("u");
    assert_eq!(of(&desk, "member"), None);
}

#[test]
fn the_priorities_of_a_platform_are_lines_of_its_form() {
    let mut desk = Desk::new((120, 40), Lang::En);
    let record = store(&desk).record_by_code(Kind::Platform, "RP3").unwrap().unwrap();
    let of = |desk: &Desk| held(desk, Kind::Platform, record.number, "priorities");
    let before = of(&desk).unwrap();
    desk.keys("1:correct a person<Enter>RP3<Enter><Tab><Tab><Tab>");
    desk.expect("One a line: rank | articles | themes | text");
    desk.expect("| asset declarations, conflicts of interest | Public integrity");
    assert!(!desk.shows("[["), "{}", desk.screen());
    desk.keys("<Enter>1 | 52<comma> 99 | | Recover assets<Tab>").expect("“99” is not the number");
    desk.keys("<S-Tab><C-w><C-w><C-w><C-w><C-w>");
    desk.keys("<C-u>1 | 52<comma> 53 | | Recover assets<C-s>").expect("platform RP3 changed");
    let after = of(&desk).unwrap();
    let row = r#"[1,"52; 53",null,[["en","Recover assets"]]]]"#;
    assert!(after.ends_with(row) && after.starts_with(before.trim_end_matches(']')), "{after}");
    assert_eq!(store(&desk).platforms().unwrap()[2].priorities[0].rank, Some(1));
    desk.keys("u").expect("Undone");
    assert_eq!(of(&desk), Some(before));
    assert_eq!(store(&desk).check().unwrap(), []);
}

#[test]
fn the_spellings_of_a_state_are_lines_of_its_form_and_a_mistake_stands_at_them() {
    let mut desk = Desk::new((120, 40), Lang::En);
    desk.keys("2/ghana<Enter>=e");
    for _ in 0..40 {
        if desk.program.app().form_field().map(RecordField::code) == Some("spelling") {
            break;
        }
        desk.keys("<Tab>");
    }
    desk.expect("One a line: text | language | status | listed").expect("Gold Coast | en | former");
    assert!(!desk.shows("[["), "{}", desk.screen());
    desk.keys("<Enter>Ghana (Accra) | en | oficial<C-s>").expect("oficial");
    desk.expect("official, former, common, ask");
    assert_eq!(desk.program.app().form_field().map(RecordField::code), Some("spelling"));
    desk.keys("<C-w>former<C-s>").expect("Ghana changed");
    let ghana = store(&desk).record_by_code(Kind::State, "GHA").unwrap();
    let number = ghana.map_or_else(|| added(&desk, Kind::State), |record| record.number);
    let now = held(&desk, Kind::State, number, "spelling").unwrap();
    assert!(now.contains(r#"["en","Ghana (Accra)","former",1]"#), "{now}");
}

#[test]
fn what_is_typed_by_its_number_or_code_is_shown_by_name_when_the_field_is_left() {
    let register = register();
    let vocabulary = &register.vocabulary;
    let is_it = |state: u16| vocabulary.states[usize::from(state)].iso3 == "SYC";
    let review = vocabulary.reviews.iter().find(|review| is_it(review.state)).unwrap();
    let mut desk = desk();
    desk.keys(&format!("4+{}<Tab>", review.id)).expect("Seychelles, cycle");
    desk.keys("<Tab>15<Tab>");
    assert!(is_open(&desk) && !desk.shows("✗"), "it is read as before");
    // Backwards no offer is taken.
    for (keys, name) in [("3+GHA<Up>", "Ghana"), ("1:new platform<Enter>X<Tab>P001<Up>", "UNODC")] {
        let mut desk = Desk::new(SMALL, Lang::En);
        desk.keys(keys).expect(name);
    }
}

#[test]
fn nothing_is_recorded_in_a_register_that_is_read_or_has_no_names() {
    let mut desk = Desk::with(SMALL, |start| start.read_only = true);
    desk.keys("4+").expect("reading only");
    assert!(!is_open(&desk));
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys("4zn+").expect("States are not named");
    assert!(!is_open(&desk));
}

/// A public key.
const KEY: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHa1dX0BKeLMaDG48WHk4DF1Xralhw/KhFSnlrky9Ufc";

/// Words for a field that the register takes, or the keys that choose.
fn words(field: RecordField) -> &'static str {
    match (field.kind(), field.code(), field.value()) {
        (Kind::Need, "review", _) => "Seychelles, cycle 1",
        (Kind::Person | Kind::Need | Kind::State, "focal" | "adviser", _) => "fp-ke",
        (Kind::Review, "reviewer-1", _) => "Benin",
        (Kind::Review, "reviewer-2", _) => "Ghana",
        (Kind::Review, "cycle", _) => "2",
        (_, "state" | "host" | "providing-state" | "member" | "helped", _) => "Seychelles",
        (_, "iso2", _) => "QQ",
        (_, "iso3", _) => "QQQ",
        (_, "category", _) => "C1-6",
        (_, "document", FieldValue::Reference) => "CAC/COSP/2019/14",
        (_, "organisation" | "reporting" | "body" | "provider" | "partner" | "donor", _) => "P001",
        (_, "activity" | "programme", FieldValue::Reference) => "A001",
        (_, "theme", _) => "asset declarations",
        (_, "spelling", _) => "Zed | en | former",
        (_, "membership", _) => "ldc | 2010 | 2019-03",
        (_, "recommendation", _) => "Adopt a law | en",
        (_, "money", _) => "pledged | P001 | 1000 | USD",
        (_, "reviews-served", _) => "Seychelles | 1",
        (_, "priorities", _) => "1 | 52, 53 | asset declarations | Train auditors",
        (_, "sdg", _) => "16.5; 5",
        (_, "edition-language", _) => "en; fr",
        (_, _, FieldValue::OneOf(_) | FieldValue::YesNo) => "<Right>",
        (_, _, FieldValue::Text) => "Words<Enter>on two lines",
        (_, _, FieldValue::Number(..)) => "2",
        (_, _, FieldValue::Day) => "2019-05-03",
        (_, _, FieldValue::Date) => "2019-05",
        (_, _, FieldValue::Language) => "en",
        (_, _, FieldValue::Reference | FieldValue::References) => "1",
        (_, _, FieldValue::Articles) => "15",
        (_, _, FieldValue::Chapters) => "II",
        (_, _, FieldValue::Lines) => "one; two",
        (_, _, FieldValue::Keys) => KEY,
        (_, _, FieldValue::Line | FieldValue::Rows | FieldValue::Moment) => "Words",
    }
}

/// The kinds that are recorded by hand, as the commands name them.
fn recorded() -> impl Iterator<Item = Kind> {
    let name = |kind: &Kind| format!("record.new-{}", kind.code());
    Kind::ALL
        .iter()
        .copied()
        .filter(move |kind| ta_tui::app::keys::commands::by_id(&name(kind)).is_some())
}

#[test]
fn every_field_of_every_kind_is_opened_typed_and_saved() {
    assert_eq!(recorded().count(), 9);
    let without_second = without_second_review(&register());
    for kind in recorded() {
        let mut desk = desk();
        let name = Text::of(Lang::En).tr(&format!("record-{}", kind.code())).into_owned();
        desk.keys(&format!("1:new {name}<Enter>"));
        let fields = RecordField::in_form(kind);
        for (place, field) in fields.iter().enumerate() {
            let app = desk.program.app();
            assert_eq!(app.form_field(), Some(*field), "{kind:?} {place}");
            let state = (kind, field.code()) == (Kind::Review, "state");
            let words = if state { without_second.clone() } else { words(*field).to_owned() };
            desk.keys(&words.replace(',', "<comma>"));
            desk.keys("<Tab>");
        }
        desk.keys("<C-s>");
        if is_open(&desk) {
            desk.keys("<C-s>");
        }
        desk.expect(&format!("Saved: {name}"));
        let number = added(&desk, kind);
        let saved = whole(&desk, kind, number);
        for field in fields {
            assert!(saved.value(field).is_some(), "{field:?} is not saved");
        }
    }
}

#[test]
fn forms_look_the_same_at_three_sizes_and_in_both_languages() {
    for (name, size, lang, keys) in [
        ("form-need", SMALL, Lang::En, "3/liberia<Enter><Enter>j=e<comma> 5"),
        ("form-need-zh", SMALL, Lang::Zh, "3/liberia<Enter><Enter>j=e<comma> 5"),
        (
            "form-sitting",
            (120, 40),
            Lang::En,
            "3/liberia<Enter><Enter>+57<Tab>cap<Tab><Tab>Training<C-s>52<Tab><Tab><Tab>More",
        ),
        ("form-activity", (200, 50), Lang::En, "1:new activity<Enter>A900<Tab>Workshop"),
        ("form-state-zh", SMALL, Lang::Zh, "2/加纳<Enter>=e<Tab><Tab><Tab><Tab>"),
        ("form-review-zh", (200, 50), Lang::Zh, "3+利比里亚<Tab>2<Tab>贝宁"),
        (
            "form-sitting-zh",
            SMALL,
            Lang::Zh,
            "3/liberia<Enter><Enter>+57<Tab><Tab><Tab>培训<C-s>52",
        ),
        (
            "form-platform",
            (120, 40),
            Lang::En,
            "1:correct a person<Enter>RP3<Enter><Tab><Tab><Tab><Enter>1 | 52<comma> 63<Tab>",
        ),
    ] {
        let mut desk = Desk::new(size, lang);
        desk.keys(keys);
        assert!(is_open(&desk), "{name}");
        insta::with_settings!({ prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, desk.screen());
        });
    }
}

#[test]
fn a_form_is_discarded_once_and_left_by_the_same_key() {
    let mut desk = Desk::new((80, 24), Lang::En);
    desk.keys("4=e").expect("▌ Articles");
    desk.keys("<C-x>").expect("of 3,954");
    assert!(!desk.shows("Articles  "), "nothing was typed: {}", desk.screen());
    desk.keys("4+Kenya").expect("not saved");
    desk.keys("<C-x>").expect("Nothing typed is kept; Ctrl-x again leaves the form");
    desk.keys("<C-x>").expect("of 3,954");
}

#[test]
fn a_message_goes_as_a_form_opens_over_it() {
    let mut desk = Desk::new((80, 24), Lang::En);
    desk.keys("4<Esc><Esc>").expect("Already on a main screen");
    desk.keys("+");
    assert!(!desk.shows("Already on"), "{}", desk.screen());
}
