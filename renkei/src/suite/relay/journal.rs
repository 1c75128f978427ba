//! What the relay notes: which files were fetched, and what was refused. Read through its control, on
//! loopback, as every other program reads it.

use std::collections::BTreeSet;
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use careplan::text::Message;
use mock_server::journal::Entry;
use mock_server::refusals::REFUSALS;
use serde::Deserialize;

/// How long the control may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// The journal from a place on.
#[derive(Debug)]
pub(super) struct Journal {
    /// Host and port of the control.
    host: String,
    /// The last row that was read.
    after: i64,
}

#[derive(Deserialize)]
struct Page {
    items: Vec<Entry>,
}

#[derive(Deserialize)]
struct Detail {
    #[serde(default)]
    file: Option<u32>,
    #[serde(default)]
    code: Option<String>,
}

/// What is new.
#[derive(Debug, Default)]
pub(super) struct News {
    /// Files that were fetched: message and number.
    pub(super) fetched: BTreeSet<(String, u32)>,
    /// What was refused to the office.
    pub(super) refused: Vec<Message>,
}

impl Journal {
    /// From its beginning.
    pub(super) fn of(control_url: &str) -> Self {
        Self { host: control_url.trim_start_matches("http://").to_owned(), after: 0 }
    }

    /// Everything of an office that is new since the last look.
    pub(super) fn news(&mut self, office: &str) -> io::Result<News> {
        let mut news = News::default();
        loop {
            let rows = self.page()?;
            let Some(last) = rows.last() else { return Ok(news) };
            self.after = last.seq;
            for row in rows.iter().filter(|row| row.office.as_deref() == Some(office)) {
                let Ok(detail) = serde_json::from_str::<Detail>(&row.detail) else { continue };
                match (row.event.as_str(), &row.subject) {
                    ("fetched", Some(message)) => {
                        news.fetched.extend(detail.file.map(|file| (message.clone(), file)));
                    }
                    ("refused", _) => news.refused.extend(detail.code.as_deref().map(reason)),
                    _ => {}
                }
            }
        }
    }

    fn page(&self) -> io::Result<Vec<Entry>> {
        let mut stream = TcpStream::connect(&self.host)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let (host, after) = (&self.host, self.after);
        write!(stream, "GET /control/v1/journal?after={after} HTTP/1.0\r\nhost: {host}\r\nconnection: close\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let body = answer.windows(4).position(|four| four == b"\r\n\r\n").and_then(|at| answer.get(at + 4..));
        let page: Page = serde_json::from_slice(body.unwrap_or_default()).map_err(io::Error::other)?;
        Ok(page.items)
    }
}

/// A refusal in words.
fn reason(code: &str) -> Message {
    let known = REFUSALS.iter().find(|refusal| refusal.code == code);
    known.map_or_else(
        || Message::new(code, code),
        |refusal| Message::new(format!("{}（{code}）", refusal.title.ja), format!("{} ({code})", refusal.title.en)),
    )
}
