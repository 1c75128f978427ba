//! PostgreSQL for these tests: the address that `ci/postgres` gives, and a schema for each relay.

use std::env;
use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};

use tokio_postgres::{Client, NoTls};

/// The address of a database, for tests only. Where it is not set, relays keep to SQLite.
const ADDRESS: &str = "RENKEI_TEST_POSTGRES";

/// The environment of a new schema that nothing else uses, where there is a PostgreSQL. The
/// schema goes with the cluster.
pub(crate) fn fresh() -> Option<String> {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let address = env::var(ADDRESS).ok()?;
    let schema = format!("t_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
    let sql = format!("CREATE SCHEMA {schema}");
    aside(async move { connect().await.batch_execute(&sql).await.unwrap() });
    Some(format!("{address}?options=-csearch_path%3D{schema}"))
}

/// A connection of the test's own.
pub(crate) async fn connect() -> Client {
    let address = env::var(ADDRESS).expect("this test needs PostgreSQL: run ci/postgres");
    let (client, connection) = tokio_postgres::connect(&address, NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

/// Waits for it on a thread of its own: a test that starts a relay may be on one that must not
/// wait.
fn aside(work: impl Future<Output = ()> + Send + 'static) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    std::thread::spawn(move || runtime.block_on(work)).join().unwrap();
}
