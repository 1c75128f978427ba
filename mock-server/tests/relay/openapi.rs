//! The description of the API says what is served, all of it and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use axum::Router;
use axum::http::{Method, StatusCode};
use mock_server::assumptions::ASSUMPTIONS;
use mock_server::limits::Limits;
use mock_server::{endpoints_and_pages, openapi};
use serde_json::Value;

use crate::common::{PLANNER, call, get, house, method};

fn document() -> Value {
    serde_json::from_str(openapi()).unwrap()
}

/// The methods that are described for each path.
fn described(document: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let paths = document["paths"].as_object().unwrap().iter();
    paths
        .map(|(path, item)| {
            (path.clone(), item.as_object().unwrap().keys().map(|method| method.to_uppercase()).collect())
        })
        .collect()
}

/// The methods that the application answers at a path; `HEAD` comes with `GET`.
async fn served(app: &Router, path: &str) -> BTreeSet<String> {
    // No endpoint takes PATCH.
    let answer = call(app, Some(PLANNER), method(Method::PATCH, path)).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path} is described and not served");
    answer.header("allow").split(',').filter(|method| *method != "HEAD").map(str::to_owned).collect()
}

#[tokio::test]
async fn what_is_described_is_served_with_the_same_methods() {
    let app = house(Limits::default()).await;
    for (path, methods) in described(&document()) {
        assert_eq!(served(&app, &path).await, methods, "{path}");
    }
}

#[test]
fn every_endpoint_of_the_tables_is_described_and_nothing_else() {
    let mut table: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in endpoints_and_pages() {
        assert!(table.entry(row.path.to_owned()).or_default().insert(row.method.to_owned()), "{}", row.path);
    }
    assert_eq!(described(&document()), table);
}

#[test]
fn operations_are_told_apart_and_said_in_both_languages() {
    let document = document();
    let mut seen = BTreeSet::new();
    for row in endpoints_and_pages() {
        let operation = &document["paths"][row.path][row.method.to_lowercase()];
        assert!(seen.insert(operation["operationId"].as_str().unwrap()), "{operation}");
        assert_eq!(
            (operation["summary"].as_str(), operation["description"].as_str()),
            (Some(row.what.ja), Some(row.what.en))
        );
        for (status, answer) in operation["responses"].as_object().unwrap() {
            let shared = answer["$ref"].as_str().and_then(|at| document.pointer(at.trim_start_matches('#')));
            let answer = shared.unwrap_or(answer);
            assert_ne!(answer["description"], "", "{} {} {status}", row.method, row.path);
            let is_refusal = status.starts_with(['4', '5']);
            assert_eq!(is_refusal, !answer["content"]["application/problem+json"].is_null(), "{} {status}", row.path);
        }
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let filled = parameters.filter(|one| one["in"] == "path").count();
        assert_eq!(filled, row.path.matches('{').count(), "{}: what its path is filled with", row.path);
    }
}

#[test]
fn the_description_shows_every_assumption() {
    let document = document();
    let head = document["info"]["description"].as_str().unwrap();
    assert!(document["info"]["title"].as_str().unwrap().contains("訓練用"));
    for row in ASSUMPTIONS {
        assert!(head.contains(&format!("| `{}` |", row.id)), "{}", row.id);
        assert!(head.contains(row.what.ja) && head.contains(row.known.en), "{}", row.id);
    }
}

#[tokio::test]
async fn the_description_is_given_to_everybody() {
    let app = house(Limits::default()).await;
    let answer = call(&app, None, get("/v1/openapi.json")).await;
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.body, openapi());
}
