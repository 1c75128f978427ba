//! Every drill is refused as its row says, over TLS, and gives no more away than it has to.

use mock_server::ca::{DRILLS, DrillOrder, Serial};
use mock_server::client::{ClientError, Outgoing};
use mock_server::clock::{Clock, SystemClock, unix_ms};
use mock_server::limits::Limits;

use crate::common::{OTHER, PLANNER, SERVICE};
use crate::sockets::{BOTH, nobody, office, plan_set, relay, speaking};

#[tokio::test]
async fn every_drill_is_refused_with_its_code_and_leaks_nothing() {
    let relay = relay(Limits::default()).await;
    let secret = Outgoing::to(SERVICE).message("架空の便り");
    office(&relay, PLANNER).await.send(secret).await.unwrap();
    for (n, drill) in (1..).zip(DRILLS) {
        let order = DrillOrder {
            office: PLANNER.parse().unwrap(),
            other: OTHER.parse().unwrap(),
            now_ms: unix_ms(SystemClock.now()),
            serial: Serial::of([n; 16]),
        };
        let drilled = relay.authority().drill(drill, &order).unwrap();
        if drilled.revoke {
            relay.revocations().insert(drilled.issued.as_ref().unwrap().serial.clone());
        }
        for version in BOTH {
            let client = match &drilled.issued {
                Some(issued) => speaking(&relay, &issued.identity, &[version]),
                None => nobody(&relay, &[version]),
            };
            let outcome = client.send(plan_set()).await;
            let Err(ClientError::Refused(problem)) = outcome else { panic!("{}: {outcome:?}", drill.slug) };
            assert_eq!((problem.code.as_str(), problem.status), (drill.refusal.code, drill.refusal.status));
            assert!(!problem.what_to_do_ja.is_empty() && !problem.what_to_do_en.is_empty());
            if problem.status < 422 {
                let shown = format!("{problem:?}");
                assert!(!shown.contains(PLANNER) && !shown.contains("BEGIN"), "{}: {shown}", drill.slug);
                assert!(client.inbox(None).await.is_err(), "{}", drill.slug);
            }
        }
        let shown = format!("{drilled:?}");
        let key = drilled.issued.as_ref().and_then(|issued| issued.identity.key_pem.lines().nth(1));
        assert!(!shown.contains("PRIVATE") && !key.is_some_and(|key| shown.contains(key)), "{}", drill.slug);
    }
    assert_eq!(office(&relay, SERVICE).await.inbox(None).await.unwrap().items.len(), 1, "no drill was stored");
}
