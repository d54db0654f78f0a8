//! Translates values of the change log (codes, names) into places and slots of a register in memory.

use crate::domain::ThemeNames;
use crate::query::register::{SetPlace, Slot, Vocabulary};
use crate::store::decode;
use crate::store::interner::Sets;
use std::collections::{HashMap, HashSet};

/// The columns of the lines of the log as they are read: the record, the field, the value before.
pub(in crate::store) const FIELD: usize = 1;
pub(in crate::store) const VALUE: usize = 2;

/// The places in a vocabulary by the names that the log has.
pub(in crate::store) struct Logged {
    /// The slot of each post, by code.
    people: HashMap<String, Slot>,
    /// The place of each theme, by English name.
    themes: HashMap<String, u16>,
    theme_sets: Sets,
    /// The codes of posts and themes that are taken out: no value names them any more.
    gone: HashSet<String>,
}

impl Logged {
    /// `codes` are those of the log, by the place of each post; `gone` those of posts and themes that are taken out.
    pub(in crate::store) fn of(
        vocabulary: &Vocabulary,
        codes: Vec<String>,
        gone: HashSet<String>,
    ) -> Self {
        let people = codes.into_iter().zip((0..).map(Slot::of));
        let themes = vocabulary.themes.iter().zip(0..);
        Self {
            people: people.collect(),
            themes: themes.map(|(theme, place)| (theme.code.clone(), place)).collect(),
            theme_sets: Sets::from(&vocabulary.theme_sets),
            gone,
        }
    }

    fn is_gone(&self, code: &str) -> bool {
        self.gone.contains(&decode::as_name(code))
    }

    /// The slot of a post; the empty one for a post that is taken out.
    pub(super) fn person(&self, code: &str) -> Option<Slot> {
        let known = self.people.get(&decode::as_name(code)).copied();
        known.or_else(|| self.is_gone(code).then_some(Slot::NONE))
    }

    /// The place of a set of themes, by their names. Themes that are taken out are left out.
    pub(super) fn themes(&self, names: &str) -> Option<SetPlace> {
        let place = |name: &str| self.themes.get(&decode::as_name(name)).copied();
        let names = ThemeNames::read(Some(names));
        let kept = names.iter().filter(|name| place(name).is_some() || !self.is_gone(name));
        let mut set = kept.map(place).collect::<Option<Vec<_>>>()?;
        Some(self.theme_sets.place(&mut set))
    }

    /// All sets of themes so far, by place.
    pub(in crate::store) fn theme_sets(&self) -> Vec<Box<[u16]>> {
        self.theme_sets.all()
    }
}
