//! The points of a candidate in one line of words: `State 40 · art. 52 30 · kind 10 · runs 10 = 90 strong`.

use super::rule::{Fit, Place, Score, Subject, Time};
use crate::domain::Coded;
use crate::text::{Arg, Text};

/// The parts that give points, each with what gives them, then their sum and how good that is.
pub fn explained(fit: &Fit, score: Score, text: &Text) -> String {
    let part =
        |id: &str, points: u8| (points > 0).then(|| text.tra(id, &[("points", points_of(points))]));
    let place = match fit.place {
        Place::Named => "candidate-state",
        Place::Region => "candidate-region",
        Place::Open => "candidate-any-state",
    };
    let time = match fit.time {
        Time::Planned => "candidate-planned",
        Time::Runs => "candidate-runs",
        Time::After => "candidate-over-since",
        Time::Unstated => "candidate-no-time",
        Time::Before => "candidate-over-before",
    };
    let parts = [
        part(place, score.place),
        subject(fit.subject, score.subject, text),
        part("candidate-theme", score.theme),
        part("candidate-kind", score.kind),
        part(time, score.time),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let band = score.band().map_or_else(
        || Arg::Named("candidate-not-listed".to_owned()),
        |band| Arg::value("band", band.code()),
    );
    let sum = points_of(score.sum());
    text.tra(
        "candidate-points",
        &[
            ("parts", parts.join(&text.tr("candidate-separator")).into()),
            ("sum", sum),
            ("band", band),
        ],
    )
}

fn subject(subject: Subject, points: u8, text: &Text) -> Option<String> {
    if points == 0 {
        return None;
    }
    let points = ("points", points_of(points));
    Some(match subject {
        Subject::Articles(common) => {
            let numbers: Arg = common.iter().map(|article| article.number().to_string()).collect();
            text.tra("candidate-articles", &[("articles", numbers), points])
        }
        Subject::Chapters(common) => {
            let chapters =
                common.iter().map(|chapter| Arg::Named(format!("head-{}", chapter.code())));
            text.tra("candidate-chapters", &[("chapters", chapters.collect()), points])
        }
        Subject::Unstated => text.tra("candidate-no-subject", &[points]),
    })
}

fn points_of(points: u8) -> Arg {
    Arg::from(u32::from(points))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Article, Weights};
    use crate::text::Lang;

    #[test]
    fn the_points_are_explained_in_both_languages() {
        let articles = [52].into_iter().filter_map(Article::new).collect();
        let fit = Fit {
            place: Place::Named,
            subject: Subject::Articles(articles),
            theme: None,
            suits: true,
            time: Time::Runs,
        };
        let said = |fit: &Fit, lang| explained(fit, fit.score(Weights::default()), Text::of(lang));
        assert_eq!(said(&fit, Lang::En), "State 40 · art. 52 30 · kind 10 · runs 10 = 90 strong");
        assert_eq!(said(&fit, Lang::Zh), "国家40分，第52条30分，类型10分，进行中10分，共90分：强");
        let poor = Fit {
            place: Place::Open,
            subject: Subject::Unstated,
            theme: Some(1),
            suits: false,
            time: Time::Before,
        };
        assert_eq!(
            said(&poor, Lang::En),
            "any State 10 · no subject stated 5 · theme 10 = 25 possible"
        );
        let poorest = Fit { theme: None, ..poor };
        assert_eq!(said(&poorest, Lang::En), "any State 10 · no subject stated 5 = 15 not listed");
    }
}
