//! The screen of figures in a saved view: the entry, and the arrangement of its bars. Written in words, such as
//! `figure:2 beside`.

use crate::analysis::trend::{SERIES, STANDING_SERIES, Series};
use crate::analysis::{Design, Ranking};
use crate::app::state::figures::{FigureEntry, Figures};
use crate::query::Measure;

impl Figures {
    /// The words of the present arrangement; the measure is kept beside them.
    pub(in crate::app) fn arrangement(&self) -> String {
        let mut words = vec![match self.entry {
            FigureEntry::Figure(_) => {
                format!("figure:{}", self.entry.design().map_or(0, |design| design.number))
            }
            FigureEntry::Trend => {
                let shown = SERIES.get(self.trend.series);
                let code = shown.map(|one| format!("{}:{}", one.counted.code(), one.cycle_code()));
                format!("trend:{}", code.unwrap_or_default())
            }
            FigureEntry::Standing => {
                let shown = STANDING_SERIES.get(self.standing.series);
                format!("standing:{}", shown.copied().map(in_a_word).unwrap_or_default())
            }
            FigureEntry::Connections => {
                let states = self.together.by() == Measure::States;
                format!("connections:{}", if states { "states" } else { "needs" })
            }
            FigureEntry::Published => "published".to_owned(),
        }];
        if self.entry == FigureEntry::Connections {
            let lift = (self.together.ranking == Ranking::Lift).then_some("lift");
            let matrix = self.together.in_matrix.then_some("matrix");
            words.extend([lift, matrix].into_iter().flatten().map(str::to_owned));
        }
        if self.beside {
            words.push("beside".to_owned());
        }
        words.join(" ")
    }

    /// The screen that such words describe, the cursor in the entry shown. Unknown words are left
    /// out: another version may have written them.
    pub(in crate::app) fn arranged(words: &str, measure: Measure) -> Self {
        let mut state = Self { in_list: words.is_empty(), ..Self::default() };
        for word in words.split_whitespace() {
            match word.split_once(':') {
                Some(("figure", number)) => {
                    let design = number.parse().ok().and_then(Design::numbered);
                    let place = design.map(|design| usize::from(design.number) - 1);
                    state.entry = place.map_or(state.entry, FigureEntry::Figure);
                    state.count(measure);
                }
                Some(("trend", code)) => {
                    state.entry = FigureEntry::Trend;
                    let is_it = |one: &Series| {
                        format!("{}:{}", one.counted.code(), one.cycle_code()) == code
                    };
                    state.trend.series = SERIES.iter().position(is_it).unwrap_or(0);
                }
                Some(("standing", code)) => {
                    state.entry = FigureEntry::Standing;
                    let place = STANDING_SERIES.iter().position(|one| in_a_word(*one) == code);
                    state.standing.series = place.unwrap_or(0);
                }
                Some(("connections", by)) => {
                    state.entry = FigureEntry::Connections;
                    state.together.count_by(by == "states");
                }
                None if word == "published" => state.entry = FigureEntry::Published,
                None if word == "lift" => state.together.ranking = Ranking::Lift,
                None if word == "matrix" => state.together.in_matrix = true,
                None if word == "beside" => state.beside = true,
                _ => {}
            }
        }
        state
    }
}

/// The code of what a series counts, without blanks.
fn in_a_word(series: Series) -> String {
    series.counted.code().replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrangement_is_read_as_it_was_written() {
        for (words, measure) in [
            ("figure:1", Measure::Needs),
            ("figure:2", Measure::States),
            ("figure:7 beside", Measure::Needs),
            ("trend:reviews:2", Measure::Needs),
            ("trend:parties:", Measure::Needs),
            ("standing:planned-for", Measure::Needs),
            ("connections:needs", Measure::Needs),
            ("connections:states lift matrix", Measure::Needs),
            ("published", Measure::Needs),
        ] {
            let state = Figures::arranged(words, measure);
            assert_eq!((state.arrangement().as_str(), state.measure()), (words, measure));
            assert!(!state.in_list);
        }
        let odd = Figures::arranged("figure:9 since:yesterday colour:red", Measure::States);
        assert_eq!(odd.arrangement(), "figure:1");
        assert!(Figures::arranged("", Measure::Needs).in_list);
    }
}
