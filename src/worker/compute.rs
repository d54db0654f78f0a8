//! Computes extra data for screens: a figure or the connections between articles under the filter, the published
//! figures against the register, themes with their articles, the assistance given.

use super::protocol::{Connected, Made, Verified, Wanted};
use super::selection_cache::Selected;
use crate::analysis::trend::{Ask, Trend, Untold, trend};
use crate::analysis::{
    ByTheme, Compared, Design, FEW, Figure, FilteredRegister, Ranking, connections, figure_filter,
};
use crate::assistance::standing_trend;
use crate::domain::{Day, Record};
use crate::query::register::{Address, Register, withhold_alike};
use crate::query::{Context, Field, Filter, FilterError, Measure, Parts, Plan, Selection, select};
use crate::store::{AssistanceInFile, LogEntry, StoreError};
use std::path::Path;
use std::sync::Arc;

/// Counts totals over the years, from the registers of their days.
type CountYears = fn(
    Ask<'_>,
    &mut dyn FnMut(Day) -> Result<Arc<Register>, StoreError>,
) -> Result<Trend, Untold<StoreError>>;

/// The reason why extra data is missing.
pub(super) enum Unmade {
    /// A newer question has come.
    Stopped,
    /// The filter names something that the register does not have.
    Unreadable(FilterError),
    /// The register of a day cannot be had.
    Store(StoreError),
}

/// Computes the extra data of a screen.
pub(super) struct Computation<'a> {
    /// The register of the day that is shown.
    pub(super) register: &'a Register,
    /// Whether that is the register as it is.
    pub(super) now: bool,
    /// The filter in force.
    pub(super) narrowed: &'a Filter,
    /// The rows of the needs that it lets through, rising.
    pub(super) rows: &'a [Address],
    /// The needs of the filter with their counts, for the assistance given.
    pub(super) selected: Option<Arc<Selected>>,
    /// The person who asks, and the day.
    pub(super) context: Context,
    /// The day that counts as today, whatever day is shown.
    pub(super) today: Day,
    /// The earlier day that figures are compared with.
    pub(super) compared: Compared,
    /// The field by whose values bars are split.
    pub(super) split: Option<Field>,
    /// In a register with more needs, what could be served now is counted behind the answer.
    pub(super) few_needs: usize,
    /// The file with more published figures.
    pub(super) ledger: Option<&'a Path>,
    /// Reads what the file alone holds of activities and platforms.
    pub(super) in_file: &'a mut dyn FnMut() -> Result<Arc<AssistanceInFile>, StoreError>,
    /// Gives the changes of a record until the day that is shown, the newest first.
    pub(super) changes_of: &'a dyn Fn(Record) -> Result<Vec<LogEntry>, StoreError>,
    /// Gives the register of a day; `None` for the present register.
    pub(super) register_of: &'a mut dyn FnMut(Option<Day>) -> Result<Arc<Register>, StoreError>,
    /// Whether a newer question has come.
    pub(super) cancelled: &'a (dyn Fn() -> bool + Sync),
    /// Hears how many parts of long work have been begun, of so many.
    pub(super) told: &'a dyn Fn(usize, usize),
}

impl Computation<'_> {
    /// Computes what is wanted. `kept` is the last verification on the same register.
    pub(super) fn make(
        &mut self,
        wanted: Wanted,
        kept: &mut Option<Arc<Verified>>,
    ) -> Result<Made, Unmade> {
        match wanted {
            Wanted::Figure { design, measure } => self.figure(design, measure),
            Wanted::Trend => Ok(Made::Trend(self.over_years(trend)?)),
            Wanted::Standing => Ok(Made::Standing(self.over_years(standing_trend)?)),
            Wanted::Assistance(of) => self.assistance(of),
            Wanted::Connections { by, ranking } => self.connections(by, ranking),
            Wanted::Themes => {
                let counted = ByTheme::count(self.register, self.rows, self.cancelled);
                Ok(Made::Themes(Arc::new(counted.ok_or(Unmade::Stopped)?)))
            }
            Wanted::Verification => {
                if let Some(kept) = kept.as_ref().filter(|kept| kept.file == self.file_state()) {
                    return Ok(Made::Verification(Arc::clone(kept)));
                }
                let made = Arc::new(self.verification()?);
                *kept = Some(Arc::clone(&made));
                Ok(Made::Verification(made))
            }
        }
    }

    fn figure(&mut self, design: &'static Design, measure: Measure) -> Result<Made, Unmade> {
        let until = self.context.today;
        let since = self.compared.since(design, until);
        let filter = figure_filter(design, self.narrowed).map_err(Unmade::Unreadable)?;
        let earlier = since.map(|day| Ok((day, (self.register_of)(Some(day))?)));
        let mut earlier = earlier.transpose().map_err(Unmade::Store)?;
        let mut register = self.register.clone();
        if let Some((_, earlier)) = &mut earlier {
            withhold_alike(&mut [&mut register, Arc::make_mut(earlier)]);
        }
        let (plan, selection) = self.select(&register, &filter, until)?;
        let before = match &earlier {
            Some((day, register)) => Some((register, self.select(register, &filter, *day)?)),
            None => None,
        };
        let parts = match self.split.filter(|_| design.splits(measure)) {
            Some(by) => Some(Arc::new(self.parts(by, &register, &filter, until)?)),
            None => None,
        };
        let figure = Figure::count(
            design,
            measure,
            (filter, self.narrowed.clone()),
            FilteredRegister { register: &register, plan: &plan, selection: &selection },
            before.as_ref().map(|(register, (plan, selection))| FilteredRegister {
                register,
                plan,
                selection,
            }),
        );
        Ok(Made::Figure { figure: Arc::new(figure), until, since, parts })
    }

    /// The counts of a figure's needs split by the values of a field.
    fn parts(
        &self,
        by: Field,
        register: &Register,
        filter: &Filter,
        until: Day,
    ) -> Result<Parts, Unmade> {
        let filters = Parts::filters(filter, by, &register.vocabulary);
        let counted = |part: &Filter| Ok(self.select(register, part, until)?.1.counts);
        Ok(Parts::new(by, filters.iter().map(counted).collect::<Result<_, _>>()?))
    }

    fn over_years(&mut self, counted: CountYears) -> Result<Arc<Trend>, Unmade> {
        let ask = Ask {
            register: self.register,
            now: self.now,
            narrowed: self.narrowed,
            context: self.context,
            cancelled: self.cancelled,
        };
        match counted(ask, &mut |day| (self.register_of)(Some(day))) {
            Ok(trend) => Ok(Arc::new(trend)),
            Err(Untold::Unreadable(error)) => Err(Unmade::Unreadable(error)),
            Err(Untold::Register(error)) => Err(Unmade::Store(error)),
            Err(Untold::Stopped) => Err(Unmade::Stopped),
        }
    }

    fn connections(&self, by: Measure, ranking: Ranking) -> Result<Made, Unmade> {
        let found = connections(self.register, self.rows, by, self.cancelled);
        let connections = found.ok_or(Unmade::Stopped)?;
        let pairs = connections.ranked(ranking, FEW);
        let until = self.context.today;
        Ok(Made::Connections(Arc::new(Connected { connections, pairs, ranking, until })))
    }

    pub(super) fn select(
        &self,
        register: &Register,
        filter: &Filter,
        today: Day,
    ) -> Result<(Plan, Selection), Unmade> {
        let context = Context { today, ..self.context };
        let plan = Plan::resolve(filter, register, &context).map_err(Unmade::Unreadable)?;
        let selection = select(register, &plan, self.cancelled).ok_or(Unmade::Stopped)?;
        Ok((plan, selection))
    }
}
