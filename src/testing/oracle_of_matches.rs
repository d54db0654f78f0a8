//! The values that needs have from their matches and reviews, for the [oracle](super::oracle), in other words than the
//! engine's.

use crate::domain::{Coded, Stakeholder};
use crate::query::Field;
use crate::query::register::{Activity, NeedRef};

/// The values of a need in a field of matches, or the stakeholders of its review, as codes.
pub(super) fn codes(need: NeedRef<'_>, field: Field) -> Vec<String> {
    let vocabulary = need.vocabulary;
    let of =
        |values: &dyn Fn(&Activity) -> Vec<String>| need.activities().flat_map(values).collect();
    let organisations = |role: &dyn Fn(&Activity) -> Vec<u16>| {
        of(&|activity| {
            let code = |place: u16| vocabulary.organisations[usize::from(place)].code.clone();
            role(activity).into_iter().map(code).collect()
        })
    };
    match field {
        Field::Provider => organisations(&|activity| activity.providers.to_vec()),
        Field::Donor => organisations(&|activity| activity.donors.to_vec()),
        Field::Partner => organisations(&|activity| activity.partners.to_vec()),
        Field::Kind => of(&|activity| vec![activity.kind.to_string()]),
        Field::Level => of(&|activity| vec![activity.level.to_string()]),
        Field::Status => of(&|activity| {
            let status = Some(activity.status.to_string());
            status.into_iter().filter(|status| !status.is_empty()).collect()
        }),
        Field::Place => of(&|activity| {
            let name = |place: &u16| vocabulary.areas[usize::from(*place)].names.iter().next();
            activity.areas.iter().filter_map(name).map(str::to_owned).collect()
        }),
        Field::Sdg => of(&|activity| {
            activity.sdgs.iter().map(|place| vocabulary.sdgs[usize::from(*place)].clone()).collect()
        }),
        Field::Programme => of(&|activity| {
            let whole = vocabulary.activities.iter().find(|one| Some(one.id) == activity.programme);
            whole.map(|whole| whole.code.clone()).into_iter().collect()
        }),
        Field::Platform => of(&|activity| {
            let parts = [&activity.providers[..], &activity.partners[..], &activity.donors[..]];
            let has_part = |organisation: u16| parts.concat().contains(&organisation);
            let all = vocabulary.platforms.iter().filter(|one| {
                has_part(one.organisation)
                    || one.activity == Some(activity.id)
                    || (one.activity.is_some() && one.activity == activity.programme)
            });
            all.map(|one| one.code.clone()).collect()
        }),
        Field::Extent => need.matches().iter().map(|one| one.extent.code().to_owned()).collect(),
        Field::Stakeholder => {
            let took_part = need.review().map_or([None; Stakeholder::COUNT], |of| of.took_part);
            let all = Stakeholder::ALL.iter().zip(took_part).filter(|(_, own)| *own == Some(true));
            all.map(|(one, _)| one.code().to_owned()).collect()
        }
        _ => Vec::new(),
    }
}
