//! The filters that were in force in this session, to be brought back in the filter line.

use crate::query::Filter;

/// The most filters that are remembered.
const MOST: usize = 50;

/// Filters, the latest first, each once.
#[derive(Clone, Debug, Default)]
pub struct EarlierFilters(Vec<Filter>);

impl EarlierFilters {
    /// A filter is in force. Of none there is nothing to bring back.
    pub fn remember(&mut self, filter: &Filter) {
        if filter.is_empty() {
            return;
        }
        self.0.retain(|other| other != filter);
        self.0.insert(0, filter.clone());
        self.0.truncate(MOST);
    }

    /// The filters.
    pub fn all(&self) -> &[Filter] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;

    #[test]
    fn the_last_fifty_are_remembered_each_once_the_latest_first() {
        let mut earlier = EarlierFilters::default();
        let mut remember = |text: &str| earlier.remember(&parse(text).unwrap());
        for number in 0..60 {
            remember(&format!("id:{number}"));
        }
        remember("");
        remember("id:30");
        let all: Vec<String> = earlier.all().iter().map(ToString::to_string).collect();
        assert_eq!(all.len(), MOST);
        assert_eq!(all[..3], ["id:30", "id:59", "id:58"]);
        assert_eq!(all.iter().filter(|text| *text == "id:30").count(), 1);
    }
}
