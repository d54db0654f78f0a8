//! The probable meaning of words of a filter that stand in no text: said on standard error.

use super::failure::{Failure, Status};
use super::output;
use super::session::Session;
use crate::query::register::Register;
use crate::query::{Filter, KnownNames, Plan, Searched, Selection, meant, select};
use crate::store::StoreError;

impl Session<'_> {
    /// Tells the probable meaning of a filter's words, where the command has not asked that filter
    /// of the register as it stands.
    pub(super) fn tell_meant_of(
        &self,
        filter: &Filter,
        register: &Register,
    ) -> Result<(), Failure> {
        if filter.asks_for_text() {
            let context = self.context(register, self.day_shown()?)?;
            let plan = Plan::resolve(filter, register, &context);
            let plan = plan.map_err(|error| Failure::new(Status::Usage, error.message()))?;
            let selection = select(register, &plan, &|| false);
            let selection = selection.ok_or_else(|| Failure::from(StoreError::Stopped))?;
            self.tell_meant(filter, register, &plan, &selection);
        }
        Ok(())
    }

    /// Tells the probable meaning of a filter's words that stand in no text, or look like something
    /// else than words.
    pub(super) fn tell_meant(
        &self,
        filter: &Filter,
        register: &Register,
        plan: &Plan,
        selection: &Selection,
    ) {
        if output::is_quiet() || !filter.asks_for_text() {
            return;
        }
        let context = plan.context();
        let searched = Searched {
            filter,
            register,
            names: &KnownNames::of(&register.vocabulary),
            context,
            selection,
            lang: self.lang,
        };
        let mut count = |filter: &Filter| {
            let plan = Plan::resolve(filter, register, &context).ok()?;
            Some(select(register, &plan, &|| false)?.counts)
        };
        for meant in meant(searched, &mut count, &|| false).into_iter().flatten() {
            let told = meant.told(self.text(), None);
            for line in told.iter().flat_map(|(said, offers)| std::iter::once(said).chain(offers)) {
                output::line(line);
            }
        }
    }
}
