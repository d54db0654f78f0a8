//! What a record of a list of assistance shows, states and opens.

use crate::analysis::needs_under;
use crate::app::state::assistance::{AssistanceRecord, Listing};
use crate::app::state::assistance_records::Records;
use crate::app::state::page::Opens;
use crate::assistance::{Band, CellValues, Looked, Served, explained};
use crate::columns::reader::Reader;
use crate::columns::{
    CellContext, Words, activities, advisers, candidates, coverage, facts, gaps, needs,
    organisations, overlaps, parts, platforms, reviews, states, works,
};
use crate::domain::{Coded, NeedNumber, Standing};
use crate::exchange::Cell;
use crate::paint::names;
use crate::query::Field;
use crate::text::{Arg, Named, Text};

impl Records<'_> {
    /// The words and style of a cell: of a row by its identity, in the column at a place.
    pub fn words(&self, id: u32, place: usize, look: &CellContext<'_>) -> Option<Words> {
        match self.listing {
            Listing::Gaps => gaps::GAPS.words(place, &self.gap(id)?, look),
            Listing::Shared => gaps::SHARED.words(place, &self.shared(id)?, look),
            Listing::Overlaps(_) => overlaps::SCREEN.words(place, &self.overlap(id)?, look),
            Listing::Activities | Listing::InCell => {
                activities::SCREEN.words(place, &self.activity(id)?, look)
            }
            Listing::ActivitiesOf(_) => works::OF_ORGANISATION.words(place, &self.work(id)?, look),
            Listing::Trainings => works::TRAININGS.words(place, &self.work(id)?, look),
            Listing::InState => works::IN_STATE.words(place, &self.work(id)?, look),
            Listing::OnNeed => works::ON_NEED.words(place, &self.work(id)?, look),
            Listing::Serving => works::SERVING.words(place, &self.work(id)?, look),
            Listing::Coverage => coverage::SCREEN.words(place, &self.covered(id)?, look),
            Listing::Unprepared => reviews::SCREEN.words(place, &self.review(id)?, look),
            Listing::Parts => parts::SCREEN.words(place, &self.part(id)?, look),
            Listing::Organisations => {
                organisations::SCREEN.words(place, &self.organisation(id)?, look)
            }
            Listing::Platforms => platforms::SCREEN.words(place, &self.platform(id)?, look),
            Listing::Advisers => advisers::SCREEN.words(place, &self.adviser(id)?, look),
            Listing::Matched => needs::SCREEN.words(place, &self.need(id)?, look),
            Listing::PrioritiesOf(_) => platforms::AGREED.words(place, &self.priority(id)?, look),
            Listing::StatesOf(_) => states::SCREEN.words(place, &self.state(id)?, look),
            Listing::ForNeed(_) => candidates::ACTIVITIES.words(place, &self.candidate(id)?, look),
            Listing::ForActivity(_) | Listing::Servable => {
                candidates::NEEDS.words(place, &self.could_serve(id)?, look)
            }
        }
    }

    /// The words of every column for a row, uncut.
    pub fn stated(&self, id: u32, reader: Reader<'_>, text: &Text) -> Option<Vec<String>> {
        Some(match self.listing {
            Listing::Gaps => gaps::GAPS.stated(&self.gap(id)?, reader, text),
            Listing::Shared => gaps::SHARED.stated(&self.shared(id)?, reader, text),
            Listing::Overlaps(_) => overlaps::SCREEN.stated(&self.overlap(id)?, reader, text),
            Listing::Activities | Listing::InCell => {
                activities::SCREEN.stated(&self.activity(id)?, reader, text)
            }
            Listing::ActivitiesOf(_) => {
                works::OF_ORGANISATION.stated(&self.work(id)?, reader, text)
            }
            Listing::Trainings => works::TRAININGS.stated(&self.work(id)?, reader, text),
            Listing::InState => works::IN_STATE.stated(&self.work(id)?, reader, text),
            Listing::OnNeed => works::ON_NEED.stated(&self.work(id)?, reader, text),
            Listing::Serving => works::SERVING.stated(&self.work(id)?, reader, text),
            Listing::Coverage => coverage::SCREEN.stated(&self.covered(id)?, reader, text),
            Listing::Unprepared => reviews::SCREEN.stated(&self.review(id)?, reader, text),
            Listing::Parts => parts::SCREEN.stated(&self.part(id)?, reader, text),
            Listing::Organisations => {
                organisations::SCREEN.stated(&self.organisation(id)?, reader, text)
            }
            Listing::Platforms => platforms::SCREEN.stated(&self.platform(id)?, reader, text),
            Listing::Advisers => advisers::SCREEN.stated(&self.adviser(id)?, reader, text),
            Listing::Matched => needs::SCREEN.stated(&self.need(id)?, reader, text),
            Listing::PrioritiesOf(_) => platforms::AGREED.stated(&self.priority(id)?, reader, text),
            Listing::StatesOf(_) => states::SCREEN.stated(&self.state(id)?, reader, text),
            Listing::ForNeed(_) => {
                candidates::ACTIVITIES.stated(&self.candidate(id)?, reader, text)
            }
            Listing::ForActivity(_) | Listing::Servable => {
                candidates::NEEDS.stated(&self.could_serve(id)?, reader, text)
            }
        })
    }

    /// The name of a record of the list; of an activity, its code and its description.
    pub fn title(&self, id: u32, text: &Text) -> Option<String> {
        let reader = Reader::new(&self.answer.register, Some(text));
        let name = match self.listing {
            Listing::Activities | Listing::ActivitiesOf(_) => {
                let row = self.activity(id)?;
                let words = [("code", Arg::from(row.activity.code.as_str()))];
                let said = Arg::from(row.activity.in_lang(text.lang()));
                return Some(text.tra("activity-heading", &[words[0].clone(), ("said", said)]));
            }
            Listing::Organisations => reader.name(&self.organisation(id)?.organisation.names),
            Listing::Coverage => reader.name(&self.covered(id)?.organisation.names),
            Listing::Platforms => {
                reader.organisation_name(Some(self.platform(id)?.platform.organisation))
            }
            Listing::Advisers => reader.name(&self.adviser(id)?.person.posts),
            _ => return None,
        };
        match name {
            Cell::Text(name) => Some(name),
            _ => None,
        }
    }

    /// The name of a record in few words: of an activity its code, of an organisation its abbreviation.
    pub fn short_title(&self, id: u32, text: &Text) -> Option<String> {
        Some(match self.listing {
            Listing::Activities => self.activity(id)?.activity.code.clone(),
            Listing::Organisations => {
                let of = self.organisation(id)?.organisation;
                names::organisation_short(of, text.lang()).to_owned()
            }
            Listing::Advisers => {
                names::person_short(self.adviser(id)?.person, self.vocabulary(), text)
            }
            _ => self.title(id, text)?,
        })
    }

    /// What a record of the list states, each with its head; without what its heading says.
    pub fn facts(&self, id: u32, reader: Reader<'_>) -> Vec<(String, String)> {
        let told = match self.listing {
            Listing::Activities | Listing::ActivitiesOf(_) => self.activity(id).map(|row| {
                facts::facts(&activities::data(), &row, reader, &["code", "description", "needs"])
            }),
            Listing::Organisations => self
                .organisation(id)
                .map(|row| facts::facts(&organisations::data(), &row, reader, &["name"])),
            Listing::Platforms => self.platform(id).map(|row| {
                let without = ["name", "priorities", "themes", "articles"];
                facts::facts(&platforms::DATA, &row, reader, &without)
            }),
            Listing::Advisers => {
                self.adviser(id).map(|row| facts::facts(&advisers::all(), &row, reader, &["post"]))
            }
            _ => None,
        };
        told.unwrap_or_default()
    }

    /// The target of Enter on a row.
    pub fn opens(&self, id: u32) -> Opens {
        let Ok(place) = u16::try_from(id) else {
            // Needs alone have numbers beyond the places of small tables.
            return Opens::Need(NeedNumber::new(id));
        };
        match self.listing {
            Listing::Gaps => self.opens_gap(id, usize::MAX),
            Listing::Shared => self.opens_shared(id),
            Listing::Overlaps(_) => self.opens_of_overlap(id, 0),
            Listing::Activities
            | Listing::ActivitiesOf(_)
            | Listing::ForNeed(_)
            | Listing::InCell
            | Listing::Trainings
            | Listing::InState
            | Listing::OnNeed
            | Listing::Serving => Opens::Assistance(AssistanceRecord::Activity(place)),
            Listing::Unprepared => Opens::Review(place),
            Listing::Parts => self.opens_part(place),
            Listing::Organisations | Listing::Coverage => {
                Opens::Assistance(AssistanceRecord::Organisation(place))
            }
            Listing::Platforms => Opens::Assistance(AssistanceRecord::Platform(place)),
            Listing::Advisers => Opens::Assistance(AssistanceRecord::Adviser(place)),
            Listing::Matched | Listing::ForActivity(_) | Listing::Servable => {
                Opens::Need(NeedNumber::new(id))
            }
            Listing::PrioritiesOf(platform) => self.opens_agreed(platform, place),
            Listing::StatesOf(_) => Opens::State(place),
        }
    }

    /// The needs of the page with a value of a field.
    fn opens_part(&self, place: u16) -> Opens {
        let Some(parts) = &self.made.parts else { return Opens::Nothing };
        let Some((field, slot, _)) = parts.values.get(usize::from(place)).copied() else {
            return Opens::Nothing;
        };
        let mut filter = parts.filter.clone();
        let (register, context) = (&self.answer.register, self.answer.plan.context());
        if field == Field::Article {
            // The filter asks for all articles of the page: one of them takes their place.
            filter = filter.without(field);
        }
        filter.narrow_slot(field, slot, register, &context);
        Opens::Filtered(filter)
    }

    /// The needs of the members of a platform under one of its priorities.
    fn opens_agreed(&self, platform: u16, priority: u16) -> Opens {
        let filter = self.made.file.platforms.get(usize::from(platform)).and_then(|platform| {
            let priority = platform.priorities.get(usize::from(priority))?;
            needs_under(platform, priority, &self.answer.register, &self.answer.plan.context())
        });
        filter.map_or(Opens::Nothing, Opens::Filtered)
    }

    /// The row of the database of a record of the list.
    pub fn number(&self, id: u32) -> Option<i64> {
        match self.listing {
            Listing::Activities | Listing::ActivitiesOf(_) => Some(self.activity(id)?.activity.id),
            Listing::Organisations => Some(self.organisation(id)?.organisation.id),
            Listing::Coverage => Some(self.covered(id)?.organisation.id),
            Listing::Trainings | Listing::InState | Listing::OnNeed | Listing::Serving => {
                Some(self.activity(id)?.activity.id)
            }
            Listing::Platforms => Some(self.platform(id)?.platform.id),
            Listing::Advisers => Some(self.adviser(id)?.person.id),
            _ => None,
        }
    }

    /// The values of a cell of gaps: of a row, and of the column at a place; behind the last one, of the row alone.
    pub fn cell_values(&self, slot: u32, column: usize) -> Option<CellValues> {
        let (gaps, slot) = (self.gaps()?, u16::try_from(slot).ok()?);
        let columns = gaps.fields.get(1).zip(gaps.columns.get(column));
        let rows = gaps.fields.first().map(|field| (*field, slot));
        Some([rows, columns.map(|(field, slot)| (*field, *slot))])
    }

    /// The unserved needs of a cell of gaps: of a row, and of the column at a place; behind the last one, of the row as a
    /// whole.
    pub fn opens_gap(&self, slot: u32, column: usize) -> Opens {
        let values = self.cell_values(slot, column);
        values.map_or(Opens::Nothing, |values| self.unserved(values.into_iter().flatten()))
    }

    /// The unserved needs with these values, of those that the filter lets through.
    fn unserved(&self, values: impl Iterator<Item = (Field, u16)>) -> Opens {
        let mut filter = self.answer.filter.clone();
        let (register, context) = (&self.answer.register, self.answer.plan.context());
        for (field, slot) in values {
            filter.narrow_slot(field, slot, register, &context);
        }
        // Where States are not named, it is not told of single needs how far they are served.
        if register.vocabulary.nameless.is_none() {
            filter.narrow(Field::Match, Standing::Unserved.code());
        }
        Opens::Filtered(filter)
    }

    /// The unserved needs of a group that shares them.
    fn opens_shared(&self, place: u32) -> Opens {
        let Some(line) = self.shared(place) else { return Opens::Nothing };
        let group = line.by.zip(line.of.group);
        let article = (Field::Article, gaps::article_slot(line.of.article));
        self.unserved(group.into_iter().chain([article]))
    }

    /// One of the two activities of an overlap: the first, or the second.
    pub fn opens_of_overlap(&self, place: u32, which: usize) -> Opens {
        let overlap = self.overlaps().get(place as usize);
        let activity = overlap.and_then(|overlap| overlap.activities.get(which));
        activity.map_or(Opens::Nothing, |at| Opens::Assistance(AssistanceRecord::Activity(*at)))
    }

    /// The points of a candidate in words; `None` in other lists.
    pub fn explained(&self, id: u32, text: &Text) -> Option<String> {
        let (fit, score) = match self.listing {
            Listing::ForNeed(_) => {
                let row = self.candidate(id)?;
                (row.fit, row.score)
            }
            Listing::ForActivity(_) | Listing::Servable => {
                let place = match self.listing {
                    Listing::ForActivity(place) => place,
                    _ => self.best_place(NeedNumber::new(id))?,
                };
                let activity = self.vocabulary().activities.get(usize::from(place))?;
                let (today, vocabulary) = (self.answer.plan.context().today, self.vocabulary());
                let looked = Looked::on(today, vocabulary, Band::Possible);
                let fit = Served::new(activity, today).ok()?.fit(self.need(id)?.need).ok()?;
                (fit, fit.score(looked.weights))
            }
            _ => return None,
        };
        Some(explained(&fit, score, text))
    }
}
