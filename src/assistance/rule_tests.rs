//! The parts of the rule of candidates, line by line.

use super::rule::{Band, Exclusion, Fit, Place, Score, Served, Subject, Time};
use crate::domain::{Article, ArticleSet, Chapter, Day, PartialDate, Weights};
use crate::query::register::Activity;
use crate::testing::random_register;

fn day(text: &str) -> Day {
    PartialDate::parse(text).unwrap().first_day()
}

/// An activity that states nothing but a kind and a status, looked at on 1 July 2018.
fn activity(change: impl FnOnce(&mut Activity)) -> Activity {
    let vocabulary = &random_register::register(1, 0).vocabulary;
    let mut activity = Activity {
        kind: "workshop".into(),
        status: "ongoing".into(),
        ..vocabulary.activities[0].clone()
    };
    change(&mut activity);
    activity
}

fn looked(of: &Activity) -> Result<Served<'_>, Exclusion> {
    Served::new(of, day("2018-07-01"))
}

fn articles(numbers: &[u8]) -> ArticleSet {
    numbers.iter().copied().filter_map(Article::new).collect()
}

#[test]
fn the_place_gives_points_or_excludes() {
    type Change = fn(&mut Activity);
    let most = Weights::default().place;
    for (says, change, points) in [
        ("the State is named", (|of| of.states = vec![2, 3].into()) as Change, Some(40)),
        ("it lies in the region", |of| of.area_states = vec![1, 3, 5].into(), Some(20)),
        (
            "named, and in the region",
            |of| (of.states, of.area_states) = (vec![3].into(), vec![3].into()),
            Some(40),
        ),
        (
            "others are named in its region",
            |of| (of.states, of.area_states) = (vec![2].into(), vec![3].into()),
            Some(20),
        ),
        ("global", |of| of.level = "global".into(), Some(10)),
        ("not stated", |_| {}, Some(10)),
        ("a region whose States are not known", |of| of.has_region = true, Some(10)),
        ("only their number", |of| of.unnamed_states = Some(13), Some(10)),
        (
            "others, and some not named",
            |of| (of.states, of.unnamed_states) = (vec![2].into(), Some(4)),
            Some(10),
        ),
        ("only other States", |of| of.states = vec![2, 4].into(), None),
        ("another region", |of| of.area_states = vec![1, 2].into(), None),
        (
            "another region, States not named",
            |of| (of.area_states, of.unnamed_states) = (vec![1].into(), Some(2)),
            None,
        ),
        ("held there", |of| of.hosts = vec![3].into(), Some(10)),
    ] {
        let activity = activity(change);
        let place = looked(&activity).unwrap().place(3);
        assert_eq!(place.ok().map(|place| place.points(most)), points, "{says}");
        assert!(place.is_ok() || place == Err(Exclusion::Place), "{says}");
    }
}

#[test]
fn the_subject_gives_points_or_excludes() {
    type Change = fn(&mut Activity);
    let most = Weights::default().subject;
    let in_five = |of: &mut Activity| of.chapters = vec![Chapter::V];
    for (says, change, need, points) in [
        ("an article", (|of| of.articles = articles(&[15, 52])) as Change, &[52, 9][..], Some(30)),
        ("the chapter", |of| of.articles = articles(&[53]), &[52], Some(15)),
        ("the chapter that it names", in_five, &[52], Some(15)),
        ("nothing stated by the activity", |_| {}, &[52], Some(5)),
        ("nothing stated by the need", in_five, &[], Some(5)),
        ("other chapters only", in_five, &[9, 15], None),
        ("articles of other chapters only", |of| of.articles = articles(&[9]), &[52], None),
    ] {
        let activity = activity(change);
        let subject = looked(&activity).unwrap().subject(articles(need));
        assert_eq!(subject.ok().map(|subject| subject.points(most)), points, "{says}");
        assert!(subject.is_ok() || subject == Err(Exclusion::Subject), "{says}");
    }
    let activity = activity(|of| of.articles = articles(&[52]));
    let mut alone = ArticleSet::EMPTY;
    alone.insert_chapter(Chapter::V);
    let of = looked(&activity).unwrap().subject(alone).unwrap();
    assert!(matches!(of, Subject::Chapters(bits) if bits.iter().eq([Chapter::V])));
}

#[test]
fn the_time_gives_points_or_excludes() {
    let most = Weights::default().time;
    let identified = Some([day("2018-02-01"), day("2018-02-28")]);
    for (status, starts, ends, points) in [
        ("ongoing", "", "", 10),
        ("ongoing", "2016", "2018", 10),
        ("planned", "2018-09", "", 10),
        ("in preparation", "", "", 10),
        ("intended", "", "", 10),
        ("suspended", "", "", 5),
        ("", "", "", 5),
        ("", "2017", "2018-12-31", 10),
        ("done", "", "", 5),
        ("done", "2018-03", "", 5),
        ("done", "2018-02", "2018-06-30", 5),
        ("done", "2018-02-14", "", 5),
        ("done", "2018-01", "", 0),
        ("done", "2016", "2018-01-31", 0),
        ("ongoing", "2016", "2017", 0),
        // Not over yet on the day looked at.
        ("done", "2018-06", "2018-09", 10),
    ] {
        let activity = activity(|of| {
            (of.status, of.starts, of.ends) = (status.into(), starts.into(), ends.into());
        });
        let time = looked(&activity).unwrap().time(identified);
        assert_eq!(time.points(most), points, "{status} {starts} {ends}");
    }
    let over = activity(|of| (of.status, of.ends) = ("done".into(), "2016".into()));
    assert_eq!(looked(&over).unwrap().time(None), Time::Unstated);
}

#[test]
fn what_is_called_off_or_serves_nobody_by_itself_is_no_candidate() {
    let of = |kind: &str, status: &str| {
        looked(&activity(|of| (of.kind, of.status) = (kind.into(), status.into()))).map(drop)
    };
    assert_eq!(of("workshop", "cancelled"), Err(Exclusion::Cancelled));
    assert_eq!(of("publication", "published"), Err(Exclusion::Kind));
    assert_eq!(of("workshop", "done"), Ok(()));
}

#[test]
fn theme_and_kind_give_points_and_never_exclude() {
    let activity = activity(|of| of.themes = vec![1, 4].into());
    let served = looked(&activity).unwrap();
    assert_eq!([&[4, 7][..], &[2], &[]].map(|themes| served.theme(themes)), [Some(4), None, None]);
    assert_eq!(["C2-CB", "C2-LA", ""].map(|category| served.suits(category)), [true, false, false]);
}

#[test]
fn points_add_up_to_a_band() {
    let fit = Fit {
        place: Place::Named,
        subject: Subject::Articles(articles(&[52])),
        theme: Some(1),
        suits: true,
        time: Time::Runs,
    };
    let usual = Weights::default();
    assert_eq!(fit.score(usual).sum(), 100);
    let other = Weights::read("0,10,20,30,40").unwrap();
    assert_eq!(fit.score(other), Score { place: 0, subject: 10, theme: 20, kind: 30, time: 40 });
    for (band, points) in [
        (Some(Band::Strong), [70, 100]),
        (Some(Band::Likely), [45, 69]),
        (Some(Band::Possible), [25, 44]),
        (None, [0, 24]),
    ] {
        assert_eq!(points.map(Band::of), [band; 2], "{points:?}");
    }
}
