//! Opens the planner: for the group of shared needs under the cursor, or from a draft.

use super::super::record_form::RecordForm;
use super::code::free_code;
use crate::app::App;
use crate::app::state::assistance::Section;
use crate::app::state::form::field::FormField;
use crate::app::state::form::{Form, words};
use crate::app::state::screens::View;
use crate::app::state::workshop::{KEPT, Workshop, WorkshopFor, read};
use crate::columns::gaps::SharedLine;
use crate::domain::{ActivityStatus, Coded, Kind, NeedNumber, Priority, Standing};
use crate::fields::RecordField;
use crate::query::register::{NeedRef, Slot, Vocabulary};
use crate::query::{Field, name_of_value};
use crate::text::{Arg, Text};
use crate::worker::Made;
use std::collections::BTreeSet;

/// The kind of a workshop, as the table of kinds has it.
const WORKSHOP: &str = "workshop";

/// The fields of the planner behind the title, in their order.
const FIELDS: [&str; 9] =
    ["kind", "status", "provider", "donor", "starts", "ends", "article", "place", "code"];

/// Gives the code of the title in a language.
pub(super) fn title_code(lang: &str) -> String {
    format!("title.{lang}")
}

impl App {
    /// Whether there is a group of shared needs under the cursor; the error is the reason against planning.
    pub(in crate::app) fn can_plan(&self) -> Result<(), &'static str> {
        self.can_record()?;
        self.shared_here().map(drop).ok_or("reason-no-group")
    }

    /// The shared needs under the cursor, and the States of them that were dropped.
    fn shared_here(&self) -> Option<(SharedLine<'_>, Option<Field>, BTreeSet<u16>)> {
        let View::Assistance(page) = &self.place().view else { return None };
        let records = page.records(self.answer.as_deref()?)?;
        let line =
            records.shared(page.shown().current.filter(|_| page.section == Section::Shared)?)?;
        Some((line, page.shared_split(), page.dropped().clone()))
    }

    /// Opens the planner for the group of shared needs under the cursor.
    pub(in crate::app) fn plan_workshop(&mut self) {
        let Some((line, split, dropped)) = self.shared_here() else {
            return self.warn("reason-no-group");
        };
        let of = WorkshopFor {
            group: line.by.zip(line.of.group),
            article: line.of.article,
            part: split.zip(line.of.part),
        };
        let states: BTreeSet<u16> = line.of.states.iter().map(|state| state.state).collect();
        let rows = self
            .answer
            .iter()
            .flat_map(|answer| answer.rows.iter().filter_map(|row| answer.register.need(*row)));
        let is_of = |need: &NeedRef<'_>| {
            need.standing() == Some(Standing::Unserved)
                && need.articles().contains(of.article)
                && states.contains(&need.state_place())
                && self.is_of_part(*need, of)
        };
        let needs: Vec<NeedRef<'_>> = rows.filter(is_of).collect();
        let needs = in_order(needs);
        if let Some(mut open) = self.planner(of, &needs) {
            if let Some(workshop) = &mut open.workshop {
                workshop.drop_states(&dropped);
            }
            self.show_form(open);
        }
    }

    /// Opens the planner from its draft: with the needs of the draft that are still unserved.
    pub(in crate::app::layers::form) fn plan_again(&mut self, key: &str) {
        let of = self.vocabulary().and_then(|vocabulary| WorkshopFor::of_key(key, vocabulary));
        let draft = self.form_drafts.get(key).cloned();
        let (Some(of), Some(draft)) = (of, draft) else { return self.warn("plan-no-group") };
        let ids = draft.typed.get(KEPT[0]).map(|words| read(words)).unwrap_or_default();
        let needs = ids.into_iter().filter_map(|id| self.need(id));
        let needs = needs.filter(|need| need.standing() == Some(Standing::Unserved)).collect();
        let needs = in_order(needs);
        if let Some(open) = self.planner(of, &needs) {
            self.show_form(open);
        }
    }

    /// Whether a need is of the part into which a group is split.
    fn is_of_part(&self, need: NeedRef<'_>, of: WorkshopFor) -> bool {
        let Some((field, slot)) = of.part else { return true };
        let place = Slot::numbered(slot).index();
        if field == Field::Theme {
            return match place {
                Some(place) => need.theme_places().iter().any(|own| usize::from(*own) == place),
                None => need.theme_places().is_empty(),
            };
        }
        let wanted = self.vocabulary().zip(place);
        let wanted = wanted.and_then(|(of, place)| of.categories.get(place));
        need.category().map(|own| &own.code) == wanted.map(|wanted| &wanted.code)
    }

    /// Makes the form of a workshop for needs with their States, filled with what follows from the group.
    fn planner(&self, of: WorkshopFor, needs: &[(NeedNumber, u16)]) -> Option<RecordForm> {
        let (vocabulary, text) = (self.vocabulary()?, self.text());
        let title = RecordField::from_code(Kind::Activity, &title_code(text.lang().code()))?;
        let others = FIELDS.iter().filter_map(|code| RecordField::from_code(Kind::Activity, code));
        let fields = std::iter::once(title).chain(others).map(FormField::new).collect();
        let mut form = Form { fields, ..Form::new(Kind::Activity) };
        form.carry(title.code(), &proposed_title(of, vocabulary, text));
        form.carry("kind", WORKSHOP);
        form.carry("status", ActivityStatus::Intended.code());
        form.carry("article", &of.article.number().to_string());
        if let Some(provider) = usual_provider(vocabulary)
            && let Some(field) = RecordField::from_code(Kind::Activity, "provider")
        {
            form.carry("provider", &words::of(field, Some(provider), vocabulary, text));
        }
        form.carry("code", &free_code(vocabulary, self.codes_taken(), None));
        let key = of.key(form.kind.code(), vocabulary);
        let workshop = Some(Box::new(Workshop::new(of, key, needs)));
        Some(RecordForm { workshop, ..RecordForm::new(form) })
    }

    /// The codes of activities that were taken out, as far as they are known here: they are free no more.
    pub(super) fn codes_taken(&self) -> &[String] {
        match self.answer.as_ref().and_then(|answer| answer.made.as_ref()) {
            Some(Made::Assistance(made)) => &made.file.taken_codes,
            _ => &[],
        }
    }
}

/// Gives needs with their States, in the order of the list: those of high priority first, then by number.
fn in_order(mut needs: Vec<NeedRef<'_>>) -> Vec<(NeedNumber, u16)> {
    needs.sort_by_key(|need| (need.priority() != Some(Priority::High), need.id()));
    needs.iter().map(|need| (need.id(), need.state_place())).collect()
}

/// Proposes a title for a workshop.
pub(in crate::app::layers::form) fn proposed_title(
    of: WorkshopFor,
    vocabulary: &Vocabulary,
    text: &Text,
) -> String {
    let name = |field, slot| name_of_value(field, slot, vocabulary, text.lang());
    let article = name(Field::Article, of.article_slot());
    let mut args = vec![
        ("article", Arg::from(uncapital(&article))),
        ("number", Arg::from(of.article.number().to_string())),
    ];
    let group = of.group.filter(|(field, _)| *field == Field::Group);
    let part = of.part.filter(|(_, slot)| *slot > 0);
    if let Some((field, slot)) = group {
        args.push(("group", Arg::from(name(field, slot))));
    }
    if let Some((field, slot)) = part {
        args.push(("part", Arg::from(uncapital(&name(field, slot)))));
    }
    let id = match (group, part) {
        (None, None) => "plan-title",
        (Some(_), None) => "plan-title-group",
        (None, Some(_)) => "plan-title-part",
        (Some(_), Some(_)) => "plan-title-group-part",
    };
    text.tra(id, &args)
}

/// Gives a name as it stands within a sentence: with a small letter, unless it begins with an abbreviation.
fn uncapital(name: &str) -> String {
    let mut letters = name.chars();
    let Some(first) = letters.next() else { return String::new() };
    let rest = letters.as_str();
    if rest.chars().next().is_some_and(char::is_uppercase) {
        return name.to_owned();
    }
    first.to_lowercase().chain(rest.chars()).collect()
}

/// Gives the code of the organisation that provides more than half of the activities.
fn usual_provider(vocabulary: &Vocabulary) -> Option<&str> {
    let mut counts = vec![0; vocabulary.organisations.len()];
    for place in vocabulary.activities.iter().flat_map(|activity| &activity.providers) {
        if let Some(count) = counts.get_mut(usize::from(*place)) {
            *count += 1;
        }
    }
    let usual = counts.iter().position(|count| *count * 2 > vocabulary.activities.len())?;
    vocabulary.organisations.get(usual).map(|organisation| &*organisation.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_within_a_title_begins_small_unless_it_is_an_abbreviation() {
        let all = ["Mutual legal assistance", "ICT in courts", "司法协助", ""].map(uncapital);
        assert_eq!(all, ["mutual legal assistance", "ICT in courts", "司法协助", ""]);
    }
}
