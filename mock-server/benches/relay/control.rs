//! SQLite with nothing around it: blobs into one table, durable by the same settings as the relay.

use std::path::Path;
use std::time::Instant;

use rusqlite::Connection;

use crate::Failure;
use crate::child::Role;
use crate::rounds::Series;

/// One round in a process of its own.
pub(crate) fn round(folder: &Path, bytes: usize, together: usize, series: &mut Series) -> Result<(), Failure> {
    let process = Role::Sqlite { folder: folder.to_path_buf(), bytes, together }.start()?;
    let told = process.output()?;
    let figures: Vec<f64> = told.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    match figures.as_slice() {
        [inserts, seconds, cpu] => series.count(*inserts, *seconds, *cpu),
        _ => return Err(format!("the control printed {told:?}").into()),
    }
    Ok(())
}

/// The control itself: prints inserts, seconds, and seconds of processor time.
pub(crate) fn run(folder: &Path, bytes: usize, together: usize) -> Result<(), Failure> {
    let time = crate::peers::round_time();
    std::fs::create_dir_all(folder)?;
    let mut db = Connection::open(folder.join("control.sqlite3"))?;
    db.pragma_update(None, "journal_mode", "wal")?;
    db.pragma_update(None, "synchronous", "full")?;
    db.execute_batch("CREATE TABLE IF NOT EXISTS blob (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT")?;
    let body = vec![b'x'; bytes];
    let (mut inserts, before, start) = (0, crate::child::own_cpu()?, Instant::now());
    while start.elapsed() < time {
        let change = db.transaction()?;
        for _ in 0..together {
            change.prepare_cached("INSERT INTO blob (body) VALUES (?1)")?.execute([&body])?;
            inserts += 1;
        }
        change.commit()?;
    }
    println!("{inserts} {} {}", start.elapsed().as_secs_f64(), crate::child::own_cpu()? - before);
    Ok(())
}
