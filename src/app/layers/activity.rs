//! A look at an activity that a line names: all that the register in memory holds of it.

use crate::app::App;
use crate::app::layers::peek::Peek;
use crate::paint::names;
use crate::text::Named;

impl App {
    /// Shows an activity, by its place in the vocabulary.
    pub(in crate::app) fn look_at_activity(&mut self, place: usize) {
        let (text, lang) = (self.text(), self.settings.lang);
        let Some(vocabulary) = self.vocabulary() else { return };
        let Some(activity) = vocabulary.activities.get(place) else { return };
        let organisations = |places: &[u16]| {
            let all = &vocabulary.organisations;
            let named = places.iter().filter_map(|place| all.get(usize::from(*place)));
            named.map(|one| one.names.in_lang(lang)).collect::<Vec<_>>().join(" · ")
        };
        let states = activity.states.iter().filter_map(|place| {
            vocabulary.states.get(usize::from(*place)).map(|state| state.in_lang(lang))
        });
        let articles = if activity.articles.is_empty() {
            String::new()
        } else {
            names::articles(activity.articles, text)
        };
        let cells = [
            ("column-code", activity.code.clone()),
            ("column-description", activity.in_lang(lang).to_owned()),
            ("column-kind", text.value_in_words("kind", &activity.kind)),
            ("column-status", text.value_in_words("status", &activity.status)),
            ("column-when", activity.when.in_lang(lang).to_owned()),
            ("column-providers", organisations(&activity.providers)),
            ("column-partners", organisations(&activity.partners)),
            ("column-donors", organisations(&activity.donors)),
            ("column-states-helped", states.collect::<Vec<_>>().join(" · ")),
            ("column-articles", articles),
            ("column-participants", activity.participants.clone()),
        ];
        let known = cells.into_iter().filter(|(_, said)| !said.trim().is_empty());
        let cells = known.map(|(id, said)| (text.tr(id).into_owned(), said)).collect();
        self.overlays.push(Peek::of("activity-title", cells));
    }
}
