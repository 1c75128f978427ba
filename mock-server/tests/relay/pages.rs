//! What the relay says about itself.

use axum::http::StatusCode;
use mock_server::assumptions::ASSUMPTIONS;
use mock_server::limits::Limits;
use mock_server::refusals::REFUSALS;
use serde_json::Value;

use crate::common::{PLANNER, call, get, house};
use crate::postgres;

#[tokio::test]
async fn every_page_says_that_it_is_for_training() {
    let app = house(Limits::default()).await;
    for path in ["/", "/?lang=en", "/?lang=xx", "/?lang=%ff", "/v1/about"] {
        let answer = call(&app, Some(PLANNER), get(path)).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(String::from_utf8_lossy(&answer.body).contains("訓練用"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
    }
}

#[tokio::test]
async fn the_first_page_shows_every_assumption_in_both_languages() {
    let app = house(Limits::default()).await;
    let japanese = String::from_utf8(call(&app, Some(PLANNER), get("/")).await.body.to_vec()).unwrap();
    let english = String::from_utf8(call(&app, None, get("/?lang=en")).await.body.to_vec()).unwrap();
    for row in ASSUMPTIONS {
        assert!(japanese.contains(row.what.ja) && english.contains(row.what.en), "{}", row.id);
    }
    assert!(japanese.contains(PLANNER) && !english.contains(PLANNER));
}

#[tokio::test]
async fn about_lists_every_assumption_and_every_refusal() {
    let app = house(Limits::default()).await;
    let about: Value = call(&app, Some(PLANNER), get("/v1/about")).await.json();
    assert_eq!(about["assumptions"].as_array().unwrap().len(), ASSUMPTIONS.len());
    assert_eq!(about["refusals"].as_array().unwrap().len(), REFUSALS.len());
    assert_eq!(about["kept"], postgres::fresh().is_some(), "a store of its own stays");
}

#[tokio::test]
async fn health_is_one_word() {
    let app = house(Limits::default()).await;
    assert_eq!(call(&app, None, get("/healthz")).await.body, "ok\n");
}
