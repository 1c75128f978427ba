//! Preventive care, with and without 委託: centre ⇄ commissioned office ⇄ providers.

use careplan::layout::codes::{CareLevel, Outsourcing};

use super::super::StoryError;
use super::super::names;
use super::super::office::Office;
use super::super::papers::preventive::Contract;
use super::super::papers::{Author, UserMonth};
use super::super::post::Documents;
use super::super::scene::Scene;
use super::{Told, took_place};

const LEVELS: &[CareLevel] = &[CareLevel::ProjectTarget, CareLevel::Support1, CareLevel::Support2];

/// The centre, its people, and where they go.
struct Cast {
    contract: Contract,
    office: Office,
    months: Vec<UserMonth>,
}

fn cast(scene: &mut Scene, outsourcing: Outsourcing) -> Result<Cast, StoryError> {
    cast_with(scene, outsourcing, &["A2"])
}

/// The same with other services beside the first.
fn cast_with(scene: &mut Scene, outsourcing: Outsourcing, others: &[&'static str]) -> Result<Cast, StoryError> {
    let centre = Office::centre(&mut scene.rng);
    let contract = Contract {
        outsourcing,
        centre,
        centre_worker: names::worker(&mut scene.rng),
        commissioned: (outsourcing == Outsourcing::Outsourced)
            .then(|| (scene.author.office.clone(), scene.author.manager.clone())),
    };
    let office = scene.provider("A6");
    let months = (0..scene.rng.between(1, 2))
        .map(|_| {
            let level = scene.rng.pick(LEVELS);
            let person = scene.person(level)?;
            let uses = scene.uses(&person, &office, others);
            Ok(scene.user_month(person, uses))
        })
        .collect::<Result<_, StoryError>>()?;
    Ok(Cast { contract, office, months })
}

/// The centre plans itself: documents and month to the provider, and what took place back.
pub(in super::super) fn own(scene: &mut Scene) -> Result<Told, StoryError> {
    let Cast { contract, office, months } = cast(scene, Outsourcing::Own)?;
    let centre = contract.centre.clone();
    let author = Author { office: centre.clone(), manager: contract.centre_worker.clone(), ..scene.author.clone() };
    let (way, sent) = ((&centre, &office), scene.planned_on);
    let mut sets = if scene.rng.one_in(2) {
        vec![scene.send_documents(way, &contract, &months, Documents::Both, sent)?]
    } else {
        vec![
            scene.send_documents(way, &contract, &months, Documents::Information, sent)?,
            scene.send_documents(way, &contract, &months, Documents::Plan, sent)?,
        ]
    };
    let after = scene.after_month(2)?;
    sets.push(scene.send_months(&author, &office, &months, sent)?);
    sets.push(scene.send_actuals(&author, (&office, &centre), &took_place(&months, &office), after)?);
    Ok(Told::sets(sets))
}

/// 委託: the centre made the documents and sends them to the commissioned office (R96).
pub(in super::super) fn commissioned_in(scene: &mut Scene) -> Result<Told, StoryError> {
    let Cast { contract, months, .. } = cast(scene, Outsourcing::Outsourced)?;
    let (centre, office) = (contract.centre.clone(), scene.author.office.clone());
    let sent = scene.planned_on;
    Ok(Told::sets(vec![scene.send_documents((&centre, &office), &contract, &months, Documents::Both, sent)?]))
}

/// 委託: the commissioned office sends documents and month to the provider (R96, R97).
pub(in super::super) fn commissioned_out(scene: &mut Scene) -> Result<Told, StoryError> {
    let Cast { contract, office, months } = cast(scene, Outsourcing::Outsourced)?;
    let author = scene.author.clone();
    let sent = scene.planned_on;
    Ok(Told::sets(vec![
        scene.send_documents((&author.office, &office), &contract, &months, Documents::Both, sent)?,
        scene.send_months(&author, &office, &months, sent)?,
    ]))
}

/// 委託: each provider sends what took place to the commissioned office (R98).
pub(in super::super) fn commissioned_actual(scene: &mut Scene) -> Result<Told, StoryError> {
    let Cast { months, .. } = cast(scene, Outsourcing::Outsourced)?;
    let author = scene.author.clone();
    let after = scene.after_month(2)?;
    let mut offices: Vec<Office> = Vec::new();
    for used in months.iter().flat_map(|month| &month.uses) {
        if offices.iter().all(|office| office.number != used.office.number) {
            offices.push(used.office.clone());
        }
    }
    let sets: Result<_, _> = offices
        .iter()
        .map(|from| scene.send_actuals(&author, (from, &author.office), &took_place(&months, from), after))
        .collect();
    Ok(Told::sets(sets?))
}

/// 委託: the commissioned office passes plan and actuals of all providers on to the centre, under
/// two serials (R98).
pub(in super::super) fn commissioned_return(scene: &mut Scene) -> Result<Told, StoryError> {
    let Cast { contract, months, .. } = cast(scene, Outsourcing::Outsourced)?;
    let author = scene.author.clone();
    let centre = contract.centre;
    let after = scene.after_month(5)?;
    Ok(Told::sets(vec![
        scene.send_months(&author, &centre, &months, after)?,
        scene.send_actuals(&author, (&author.office, &centre), &months, after)?,
    ]))
}

/// 委託 in three parties, all of it with the same people: the documents go out over the commissioned
/// office, the actuals come back over it (R96, R98).
pub(in super::super) fn commissioned_full(scene: &mut Scene) -> Result<Told, StoryError> {
    let Cast { contract, office, months } = cast_with(scene, Outsourcing::Outsourced, &[])?;
    let (author, centre, sent) = (scene.author.clone(), contract.centre.clone(), scene.planned_on);
    let (back, passed_on) = (scene.after_month(2)?, scene.after_month(5)?);
    // What is passed on says the same: chance is asked the same questions again.
    let chance = scene.rng.clone();
    let documents = scene.send_documents((&centre, &author.office), &contract, &months, Documents::Both, sent)?;
    scene.rng = chance;
    let documents_on = scene.send_documents((&author.office, &office), &contract, &months, Documents::Both, sent)?;
    let took = took_place(&months, &office);
    Ok(Told::sets(vec![
        documents,
        documents_on,
        scene.send_months(&author, &office, &months, sent)?,
        scene.send_actuals(&author, (&office, &author.office), &took, back)?,
        scene.send_months(&author, &centre, &months, passed_on)?,
        scene.send_actuals(&author, (&author.office, &centre), &took, passed_on)?,
    ]))
}
