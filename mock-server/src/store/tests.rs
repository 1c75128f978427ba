//! The store without the relay around it.

use serde_json::json;

use super::{Place, Store, StoreError};
use crate::journal::CLOCK;
use crate::offices::Office;

/// A store in a folder.
fn on_sqlite(folder: &tempfile::TempDir) -> Store {
    Store::open(Place::Sqlite { path: folder.path().join("db"), most: None }).unwrap()
}

/// Two stores over one new schema of the database of `ci/postgres`.
async fn two_on_postgres() -> [Store; 2] {
    let address = std::env::var("RENKEI_TEST_POSTGRES").expect("this test needs PostgreSQL: run ci/postgres");
    let schema = format!("s_{}", uuid::Uuid::now_v7().simple());
    let (client, connection) = tokio_postgres::connect(&address, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    client.batch_execute(&format!("CREATE SCHEMA {schema}")).await.unwrap();
    let url = format!("{address}?options=-csearch_path%3D{schema}");
    [0, 1].map(|_| Store::open(Place::Postgres { url: url.clone() }).unwrap())
}

/// Writes events from many tasks at once, over all stores in turn; gives how many.
async fn many_events(stores: &[Store]) -> usize {
    let writers: Vec<_> = (0..40)
        .map(|n| {
            let store = stores[n % stores.len()].clone();
            tokio::spawn(async move {
                for m in 0..10 {
                    store.record(m, CLOCK.event().about(n.to_string()).with(json!({ "m": m }))).await.unwrap();
                }
            })
        })
        .collect();
    let many = writers.len() * 10;
    for writer in writers {
        writer.await.unwrap();
    }
    many
}

async fn the_chain_is_whole(stores: &[Store]) {
    let many = many_events(stores).await;
    for store in stores {
        assert_eq!(store.journal_break().await.unwrap(), None);
        let all = store.journal(0, None, 10_000).await.unwrap();
        assert!(all.iter().map(|entry| entry.seq).eq(1..=i64::try_from(many).unwrap()), "without gaps");
    }
    // Whoever changes a row breaks the chain there.
    let sql = "UPDATE journal SET detail = ?1 WHERE seq = ?2";
    stores[0].write(|tx| tx.run(sql, &["{}".into(), 17_i64.into()])).await.unwrap();
    for store in stores {
        assert_eq!(store.journal_break().await.unwrap(), Some(17));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_is_one_chain_whoever_writes_at_once() {
    let folder = tempfile::tempdir().unwrap();
    the_chain_is_whole(&[on_sqlite(&folder)]).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn the_journal_of_a_shared_environment_is_one_chain_whichever_relays_write_at_once() {
    the_chain_is_whole(&two_on_postgres().await).await;
}

/// A text with U+0000 is refused before either database sees it, and spoils nothing beside it.
async fn nul_is_refused(store: &Store) {
    let office = |name: &str| vec![Office::new("9970000001".parse().unwrap(), name, &["43"])];
    assert!(matches!(store.register(0, office("a\0b")).await, Err(StoreError::Nul)));
    store.register(0, office("架空")).await.unwrap();
    let found =
        store.read(|db| db.first("SELECT number FROM office WHERE name = ?1", &["\0".into()], |row| row.text(0)));
    assert!(matches!(found.await, Err(StoreError::Nul)));
}

#[tokio::test]
async fn a_text_with_nul_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    nul_is_refused(&on_sqlite(&folder)).await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn a_text_with_nul_is_refused_on_postgresql_too() {
    nul_is_refused(&two_on_postgres().await[0]).await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn a_refused_statement_leaves_reader_and_writer_of_use() {
    let [store, _] = two_on_postgres().await;
    for _ in 0..20 {
        assert!(store.read(|db| db.snapshot(|db| db.run("SELECT 1 / 0", &[]))).await.is_err());
        assert!(store.read(|db| db.run("SELECT 1 / 0", &[])).await.is_err());
        assert!(store.write(|tx| tx.run("SELECT 1 / 0", &[])).await.is_err());
        // Who makes light of it is not told that it was stored.
        let light = store.write(|tx| {
            tx.set("light", "1")?;
            drop(tx.run("SELECT 1 / 0", &[]));
            Ok(())
        });
        assert!(light.await.is_err());
        assert!(store.settings().await.unwrap().1.is_empty());
    }
}
