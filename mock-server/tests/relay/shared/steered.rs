//! What is steered at one relay holds at the other, from its next answer on.

use axum::http::Method;
use mock_server::{app, control};
use serde_json::{Value, json};

use super::two;
use crate::common::{Form, PLANNER, SERVICE, call, get, send};
use crate::steering::{AT, ask, order, steer};

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn clock_faults_reset_and_snapshots_hold_at_every_relay() {
    let [one, other] = two().await;
    let (here, there) = (control(one.clone(), None, AT), control(other.clone(), None, AT));
    let apps = [app(one), app(other)];
    let noon = json!({"set": "2027-01-05T12:00:00+09:00", "freeze": true});
    steer(&here, order(Method::PUT, "clock", &noon)).await;
    let envelope = send(&apps[1], PLANNER, Form::to(SERVICE).field("message", "a")).await;
    assert_eq!(envelope.accepted_at, "2027-01-05T12:00:00.000+09:00");
    let file = steer(&there, ask("snapshot")).await.body;

    // Both relays count the calls of a rule together.
    let rule = json!({"fault": "unavailable", "every": 2, "endpoint": "GET /v1/inbox"});
    steer(&here, order(Method::POST, "faults", &rule)).await;
    let mut seen = Vec::new();
    for n in 0..6 {
        seen.push(call(&apps[n % 2], Some(SERVICE), get("/v1/inbox")).await.status.as_u16());
    }
    assert_eq!(seen, [200, 503, 200, 503, 200, 503]);

    steer(&there, order(Method::POST, "reset", &json!({}))).await;
    let clock: Value = steer(&here, ask("clock")).await.json();
    assert_eq!(clock["mode"], "real");
    for (app, control) in apps.iter().zip([&here, &there]) {
        let page: Value = call(app, Some(SERVICE), get("/v1/inbox")).await.json();
        assert_eq!(page["items"], json!([]));
        assert_eq!(steer(control, ask("faults")).await.json::<Value>()["items"], json!([]));
    }

    let mut restore = order(Method::PUT, "snapshot", &Value::Null);
    *restore.body_mut() = file.into();
    assert_eq!(steer(&here, restore).await.status.as_u16(), 200);
    for app in &apps {
        let page: Value = call(app, Some(SERVICE), get("/v1/inbox")).await.json();
        assert_eq!(page["items"][0]["id"], envelope.id);
    }
    assert_eq!(steer(&there, ask("clock")).await.json::<Value>()["mode"], "frozen");
    assert_eq!(steer(&there, ask("journal/verify")).await.json::<Value>()["sound"], true);
}
