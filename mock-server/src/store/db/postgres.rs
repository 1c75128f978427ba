//! PostgreSQL, for an environment that several relays share.
//!
//! Every question has an end: the server gives up on statements and locks, this side on a server
//! that says nothing at all. What ended so is [`StoreError::Unreachable`]; everything else that
//! fails is a fault of ours.

use std::collections::HashMap;
use std::error::Error as _;
use std::future::Future;
use std::io;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Config, Error, NoTls, Statement};

use super::{Row, StoreError, Value};

/// Writers of all processes take turns, as the one writer of SQLite does: claims, retries and
/// lock-outs need no other care then. The number is our own; the schema keeps environments apart.
/// `READ COMMITTED`, whatever the server prefers: each statement sees what was committed before
/// the turn was given, not what was there when waiting for it began.
pub(super) const BEGIN_EXCLUSIVE: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; \
     SELECT pg_advisory_xact_lock(81273, hashtext(current_schema()))";

/// The columns of a table of this environment.
pub(super) const COLUMNS: &str = "SELECT CAST(column_name AS TEXT), CAST(data_type AS TEXT)
    FROM information_schema.columns
    WHERE CAST(table_schema AS TEXT) = current_schema() AND CAST(table_name AS TEXT) = ?1
    ORDER BY ordinal_position";

/// A transaction that reads one state of the tables.
pub(super) const BEGIN_SNAPSHOT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// What each connection asks of the server; `options=` of the address go before. A relay that
/// stands still in the middle of its turn loses it, and what is committed is on the disk.
const OPTIONS: &str = "-c lock_timeout=10s -c statement_timeout=15s \
     -c idle_in_transaction_session_timeout=20s -c synchronous_commit=on";

/// How long a server may say nothing: longer than its own time limits.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(5);
/// Statements kept prepared by one connection.
const PREPARED: usize = 256;

/// A connection and the statements that it has prepared.
pub(crate) struct Session {
    /// Drives this connection alone, while something is asked. `None` only while being dropped.
    runtime: Option<Runtime>,
    client: Client,
    prepared: HashMap<String, Statement>,
    /// The server was given up.
    is_given_up: bool,
    /// A statement failed since the transaction began: the server will not commit it, and will
    /// not say so either.
    has_failed: bool,
}

impl Session {
    /// Connects. The connection is not encrypted: the database stands on the same machine or in
    /// the same closed network.
    pub(super) fn open(url: &str) -> Result<Self, StoreError> {
        let config = config(url)?;
        let runtime = Builder::new_current_thread().enable_io().enable_time().build();
        let runtime = runtime.map_err(|problem| StoreError::Unreachable(problem.to_string()))?;
        let client = runtime.block_on(async {
            let connected = timeout(CONNECT, config.connect(NoTls)).await;
            let (client, connection) = connected.map_err(|_| silence())??;
            // Why it ended is told to whoever asks next.
            tokio::spawn(async move { drop(connection.await) });
            Ok::<_, StoreError>(client)
        })?;
        Ok(Self { runtime: Some(runtime), client, prepared: HashMap::new(), is_given_up: false, has_failed: false })
    }

    pub(super) fn run(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, StoreError> {
        let statement = self.prepared(sql)?;
        self.ask(async |client| client.execute(&statement, &given(values)).await)
    }

    pub(super) fn rows<T>(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        read: &mut impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let statement = self.prepared(sql)?;
        let rows = self.ask(async |client| client.query(&statement, &given(values)).await)?;
        rows.iter().map(|row| read(&Row::Postgres(row))).collect()
    }

    pub(super) fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        self.ask(async |client| client.batch_execute(sql).await)
    }

    /// Begins a transaction; if that fails there is none.
    pub(super) fn begin(&mut self, sql: &str) -> Result<(), StoreError> {
        self.has_failed = false;
        self.batch(sql)
    }

    /// Commits, unless a statement has failed since the beginning, whoever made light of it: the
    /// server would undo everything then, and call that a success.
    pub(super) fn commit(&mut self) -> Result<(), StoreError> {
        if self.has_failed {
            return Err(StoreError::Postgres("a statement of the transaction failed".to_owned()));
        }
        self.batch("COMMIT")
    }

    /// Whether the connection is of no more use, as far as that is known without asking.
    pub(super) fn is_closed(&self) -> bool {
        if let Some(runtime) = &self.runtime {
            // What the server said on closing has arrived, but nobody looked at it meanwhile:
            // once around for the socket, once for the connection.
            runtime.block_on(async {
                tokio::task::yield_now().await;
                tokio::task::yield_now().await;
            });
        }
        self.is_given_up || self.client.is_closed()
    }

    fn prepared(&mut self, sql: &str) -> Result<Statement, StoreError> {
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.ask(async |client| client.prepare(&translated(sql)).await)?;
        if self.prepared.len() >= PREPARED {
            self.prepared.clear();
        }
        self.prepared.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    fn ask<'a, T, F>(&'a mut self, question: impl FnOnce(&'a Client) -> F) -> Result<T, StoreError>
    where
        F: Future<Output = Result<T, Error>> + 'a,
    {
        let Self { runtime, client, is_given_up, has_failed, .. } = self;
        let Some(runtime) = runtime.as_ref().filter(|_| !*is_given_up) else { return Err(silence()) };
        let client: &'a Client = client;
        let answer = match runtime.block_on(async { timeout(PATIENCE, question(client)).await }) {
            Ok(answer) => answer.map_err(StoreError::from),
            Err(_) => {
                *is_given_up = true;
                Err(silence())
            }
        };
        *has_failed |= answer.is_err();
        answer
    }
}

impl Drop for Session {
    /// In the background: where this is dropped, waiting may be forbidden.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// The address, and what it does not say itself.
fn config(url: &str) -> Result<Config, StoreError> {
    // What is wrong with it is not repeated: the address may hold a password.
    let unreadable = |_| StoreError::Postgres("the address of the database cannot be read".to_owned());
    let mut config: Config = url.parse().map_err(unreadable)?;
    let options = format!("{OPTIONS} {}", config.get_options().unwrap_or_default());
    config.options(options).keepalives_idle(PATIENCE);
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(CONNECT);
    }
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(PATIENCE);
    }
    if config.get_application_name().is_none() {
        config.application_name("renkei");
    }
    Ok(config)
}

fn silence() -> StoreError {
    StoreError::Unreachable("no answer".to_owned())
}

/// The server, or the way to it, is not as it should be; trying later may help.
const PASSING: &[SqlState] = &[
    SqlState::ADMIN_SHUTDOWN,
    SqlState::CRASH_SHUTDOWN,
    SqlState::CANNOT_CONNECT_NOW,
    SqlState::TOO_MANY_CONNECTIONS,
    SqlState::LOCK_NOT_AVAILABLE,
    SqlState::QUERY_CANCELED,
    SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
    SqlState::READ_ONLY_SQL_TRANSACTION,
    SqlState::T_R_SERIALIZATION_FAILURE,
    SqlState::T_R_DEADLOCK_DETECTED,
];

impl From<Error> for StoreError {
    /// Message and code only: the details of the server quote what was to be stored.
    fn from(problem: Error) -> Self {
        let Some(said) = problem.as_db_error() else {
            let is_way = problem.source().is_some_and(<dyn std::error::Error>::is::<io::Error>);
            let text = problem.to_string();
            return if problem.is_closed() || is_way { Self::Unreachable(text) } else { Self::Postgres(text) };
        };
        let text = format!("{} ({})", said.message(), said.code().code());
        match said.code() {
            &SqlState::DISK_FULL => Self::Full,
            code if PASSING.contains(code) || code.code().starts_with("08") => Self::Unreachable(text),
            _ => Self::Postgres(text),
        }
    }
}

fn given<'a>(values: &'a [Value<'a>]) -> Vec<&'a (dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

/// A statement with the parameters of PostgreSQL. Ours hold no other `?`.
fn translated(sql: &str) -> String {
    sql.replace('?', "$")
}

/// Tables in the words of PostgreSQL. Only what our schema uses is known here.
pub(in crate::store) fn schema(sql: &str) -> String {
    sql.replace(" INTEGER", " BIGINT")
        .replace(" BLOB", " BYTEA")
        .replace(") STRICT, WITHOUT ROWID", ")")
        .replace(") STRICT", ")")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_said_in_the_words_of_postgresql() {
        assert_eq!(
            schema("CREATE TABLE a (b INTEGER NOT NULL, c BLOB) STRICT, WITHOUT ROWID;"),
            "CREATE TABLE a (b BIGINT NOT NULL, c BYTEA);"
        );
        assert_eq!(translated("SELECT ?1, ?12"), "SELECT $1, $12");
    }

    #[test]
    fn an_address_that_cannot_be_read_or_reached_is_reported_without_its_password() {
        for url in ["postgres://u:geheim@h:port/d", "postgres://u:geheim@h/d?geheim=1", "geheim", "geheim=geheim"] {
            let problem = Session::open(url).err().unwrap();
            assert!(!format!("{problem} {problem:?}").contains("geheim"), "{url}: {problem}");
        }
        let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let problem = Session::open(&format!("postgres://u:geheim@{nobody}/d")).err().unwrap();
        assert!(matches!(problem, StoreError::Unreachable(_)), "{problem}");
        assert!(!format!("{problem} {problem:?}").contains("geheim"), "{problem}");
    }

    #[test]
    fn a_server_that_says_nothing_is_given_up() {
        // It takes the connection, and that is all.
        let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let began = std::time::Instant::now();
        let url = format!("postgres://u@{}/d", silent.local_addr().unwrap());
        assert!(matches!(Session::open(&url), Err(StoreError::Unreachable(_))));
        assert!(began.elapsed() < CONNECT * 2);
    }

    /// A connection to the database of `ci/postgres`.
    fn session() -> Session {
        Session::open(&std::env::var("RENKEI_TEST_POSTGRES").unwrap()).unwrap()
    }

    #[test]
    #[ignore = "needs PostgreSQL: ci/postgres"]
    fn a_transaction_in_which_a_statement_failed_is_never_committed_silently() {
        let mut session = session();
        session.begin(BEGIN_SNAPSHOT).unwrap();
        assert!(session.run("SELECT 1 / 0", &[]).is_err());
        assert!(matches!(session.commit(), Err(StoreError::Postgres(_))));
        session.batch("ROLLBACK").unwrap();
        session.begin(BEGIN_SNAPSHOT).unwrap();
        session.commit().unwrap();
    }

    #[test]
    #[ignore = "needs PostgreSQL: ci/postgres"]
    fn nobody_waits_for_ever_for_a_turn_and_the_connection_stays_of_use() {
        let mut holder = session();
        let mut waiting = session();
        waiting.batch("SET lock_timeout = '50ms'").unwrap();
        holder.begin(BEGIN_EXCLUSIVE).unwrap();
        let mut db = super::super::Db::Postgres(Box::new(waiting));
        assert!(matches!(db.exclusive(|_| Ok(())), Err(StoreError::Unreachable(_))));
        holder.batch("COMMIT").unwrap();
        assert!(db.exclusive(|_| Ok(())).is_ok());
    }

    #[test]
    #[ignore = "needs PostgreSQL: ci/postgres"]
    fn a_connection_that_was_ended_is_noticed_before_it_is_used() {
        let (mut doomed, mut other) = (session(), session());
        assert!(!doomed.is_closed());
        let mut pid = 0;
        let read = &mut |row: &Row<'_>| row.int(0).map(|found| pid = found);
        doomed.rows("SELECT pg_backend_pid()", &[], read).unwrap();
        other.batch(&format!("SELECT pg_terminate_backend({pid}, 5000)")).unwrap();
        assert!(doomed.is_closed() && !other.is_closed());
        assert!(matches!(doomed.batch("SELECT 1"), Err(StoreError::Unreachable(_))));
    }

    #[test]
    #[ignore = "needs PostgreSQL: ci/postgres"]
    fn what_the_server_quotes_is_not_repeated() {
        let mut session = session();
        session
            .batch("CREATE TEMPORARY TABLE once (name TEXT PRIMARY KEY); INSERT INTO once VALUES ('geheim')")
            .unwrap();
        let problem = session.run("INSERT INTO once VALUES (?1)", &["geheim".into()]).unwrap_err();
        assert!(problem.to_string().contains("23505"), "{problem}");
        assert!(!format!("{problem} {problem:?}").contains("geheim"), "{problem:?}");
    }
}
