//! 予防 委託: the centre, the entrusted care manager and the services, in both directions; and
//! files that a folder carries between two machines.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use axum::Router;
use axum::http::StatusCode;
use careplan::check::{Limits as CheckLimits, SetMember, check_bytes, check_sets};
use careplan::name::FileName;
use mock_server::assumptions::Profile;
use mock_server::wire::{Envelope, Page};
use mock_server::{AppState, Office, RelayConfig, app};

use crate::common::{CENTRE, Form, PLANNER, SERVICE, assuming, call_at, environment, get};

/// Sends files under these names; each holds a record.
async fn pass_on(app: &Router, from: &str, to: &str, names: &[String]) -> Envelope {
    let form = names.iter().fold(Form::to(to), |form, name| form.file("csv", name, name.as_bytes()));
    let answer = call_at(app, from, "pc", form.request()).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{from} to {to}: {answer:?}");
    answer.json()
}

async fn receive(app: &Router, office: &str) -> Vec<Envelope> {
    call_at(app, office, "pc", get("/v1/inbox")).await.json::<Page>().items
}

#[tokio::test]
async fn an_entrusted_plan_goes_out_over_the_care_manager_and_its_actuals_come_back() {
    let (centre, manager, service) = (format!("{CENTRE}_46"), format!("{PLANNER}_43"), format!("{SERVICE}_15"));
    let plan = |from: &str, to: &str, serial: &str| {
        let kinds = ["UPKIHON", "UPKIHON_SUB1", "UPKIHON_SUB2", "UPYOBO", "UPYOBO_SUB"];
        let mut names = kinds.map(|kind| format!("{kind}_{from}_{to}_{serial}.CSV")).to_vec();
        names.push(format!("UPKIHON_IMAGE_{from}_{to}_{serial}_0001.jpg"));
        names
    };
    let tables = |from: &str, to: &str, serial: &str| {
        ["UPPLAN", "UPSIKYU", "UPHOSOKU"].map(|kind| format!("{kind}_202505_{from}_{to}_{serial}.CSV")).to_vec()
    };
    let one = |kind: &str, from: &str, to: &str, serial: &str| vec![format!("{kind}_202505_{from}_{to}_{serial}.CSV")];
    // Who sends what to whom, in the order of a month (R96–R98), corrections and withdrawals included.
    let month: Vec<(&str, &str, Vec<String>)> = vec![
        (CENTRE, PLANNER, plan(&centre, &manager, "20250413092748")),
        (PLANNER, SERVICE, plan(&manager, &service, "20250414092748")),
        (PLANNER, CENTRE, plan(&manager, &centre, "20250415092748")),
        (PLANNER, SERVICE, tables(&manager, &service, "20250420090000")),
        (PLANNER, SERVICE, one("DLTPLAN", &manager, &service, "20250421090000")),
        (PLANNER, SERVICE, tables(&manager, &service, "20250422090000")),
        (SERVICE, PLANNER, one("UPJSK", &service, &manager, "20250602090000")),
        (SERVICE, PLANNER, one("DLTJSK", &service, &manager, "20250603090000")),
        (SERVICE, PLANNER, one("UPJSK", &service, &manager, "20250604090000")),
        (PLANNER, CENTRE, tables(&manager, &centre, "20250605090000")),
        (PLANNER, CENTRE, one("UPJSK", &manager, &centre, "20250605090100")),
        (PLANNER, CENTRE, one("DLTJSK", &manager, &centre, "20250606090000")),
        (CENTRE, PLANNER, vec![format!("DLTYOBO_{centre}_{manager}_20250607090000.CSV")]),
        (CENTRE, PLANNER, vec![format!("DLTKIHON_{centre}_{manager}_20250607090100.CSV")]),
    ];
    for &profile in Profile::ALL {
        let (app, _) = environment(profile, &[]).await;
        let mut sent: BTreeMap<&str, Vec<Envelope>> = BTreeMap::new();
        for (from, to, names) in &month {
            sent.entry(to).or_default().insert(0, pass_on(&app, from, to, names).await);
        }
        for (to, envelopes) in sent {
            assert_eq!(receive(&app, to).await, envelopes, "{} {to}", profile.as_str());
        }
    }
}

#[tokio::test]
async fn a_service_sends_the_centre_actuals_of_its_own_users_and_no_plan() {
    let (app, _) = environment(Profile::Web41, &[]).await;
    let actuals = format!("UPJSK_202505_{SERVICE}_15_{CENTRE}_46_20250602090000.CSV");
    pass_on(&app, SERVICE, CENTRE, &[actuals]).await;
    let plan = format!("UPYOBO_{SERVICE}_15_{CENTRE}_46_20250602090000.CSV");
    let answer = call_at(&app, SERVICE, "pc", Form::to(CENTRE).file("csv", &plan, b"x").request()).await;
    assert_eq!(answer.refusal().code, "set-direction");
}

/// The stories of the corpus: folders with the sets of one story each.
fn stories() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/sets");
    let mut stories: Vec<_> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    stories.retain(|path| path.is_dir());
    stories.sort();
    stories
}

/// Exchange files of a folder, by name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files =
        entries.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap()));
    files.filter(|(name, _)| FileName::parse(name).is_ok()).collect()
}

/// Findings of error level among the files of a folder, as the care software's side would see them.
fn errors(files: &BTreeMap<String, Vec<u8>>) -> u64 {
    let reports: Vec<_> =
        files.iter().map(|(name, body)| (name, check_bytes(name, body, CheckLimits::default()))).collect();
    let members: Vec<_> =
        reports.iter().map(|(file_name, report)| SetMember { folder: "", file_name, report }).collect();
    let sets = check_sets(&members);
    reports.iter().map(|(_, report)| report.counts.errors).sum::<u64>()
        + sets.iter().map(|set| set.counts.errors).sum::<u64>()
}

#[tokio::test]
async fn every_story_is_exchanged_and_what_a_folder_carries_on_is_what_was_exported() {
    let stories = stories();
    assert!(stories.iter().filter(|story| story.to_string_lossy().contains("preventive-itaku")).count() >= 4);
    for story in stories {
        let exported = files(&story);
        let names: Vec<_> = exported.keys().map(|name| FileName::parse(name).unwrap()).collect();
        let mut services: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for party in names.iter().flat_map(|name| [&name.unit.from, &name.unit.to]) {
            services.entry(&party.office).or_default().insert(party.service.as_deref().unwrap());
        }
        let offices = services.iter().map(|(number, services)| {
            Office::new(number.parse().unwrap(), "架空事業所", &services.iter().copied().collect::<Vec<_>>())
        });
        let assumed = assuming(Profile::Client12, &[]);
        let config = RelayConfig { offices: offices.collect(), assumed, ..RelayConfig::default() };
        let app = app(AppState::open(&config).await.unwrap());
        let mut messages: BTreeMap<(&str, &str), Form> = BTreeMap::new();
        for (name, body) in &exported {
            let unit = &names.iter().find(|parsed| FileName::parse(name).as_ref() == Ok(parsed)).unwrap().unit;
            let ends = (unit.from.office.as_str(), unit.to.office.as_str());
            let form = messages.remove(&ends).unwrap_or_else(|| Form::to(ends.1));
            messages.insert(ends, form.file("csv", name, body));
        }
        for ((from, _), form) in messages {
            let answer = call_at(&app, from, "pc", form.request()).await;
            assert_eq!(answer.status, StatusCode::CREATED, "{}: {answer:?}", story.display());
        }
        // The machine with the internet saves into a folder; another, without, reads it.
        let carried = tempfile::tempdir().unwrap();
        for office in services.keys() {
            for envelope in receive(&app, office).await {
                for file in &envelope.files {
                    let path = format!("/v1/messages/{}/files/{}", envelope.id, file.n);
                    let body = call_at(&app, office, "pc", get(&path)).await.body;
                    std::fs::write(carried.path().join(&file.name), body).unwrap();
                }
            }
        }
        let arrived = files(carried.path());
        assert!(arrived == exported, "{}: something is missing or changed", story.display());
        assert_eq!(errors(&arrived), 0, "{}", story.display());
    }
}
