//! Limits of the relay. None of the real ones is public (relay.md 15): each is an assumption
//! and can be set.

use std::time::Duration;

use crate::assumptions::{Assumed, FILE_BYTES, FILE_NAME_BYTES, FILES, MESSAGE_BYTES, PAGE, Profile, TEXT_CHARS};

/// What one send, one connection and one database may take.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of one file.
    pub file_bytes: usize,
    /// Bytes of all files of one message together.
    pub message_bytes: usize,
    /// Files of one message.
    pub files: usize,
    /// Bytes (UTF-8) of a file name.
    pub file_name_bytes: usize,
    /// Characters of the message text.
    pub text_chars: usize,
    /// Messages in one page of a list.
    pub page: u32,
    /// Bytes of sends that may be in memory at the same time; more wait their turn.
    pub waiting_bytes: usize,
    /// Connections held at the same time; more wait to be accepted.
    pub connections: usize,
    /// Connections that one office holds at the same time; more are refused.
    pub connections_per_office: usize,
    /// Connections that all who show no certificate of use hold together; more are refused.
    pub connections_without_office: usize,
    /// Time for the TLS handshake.
    pub handshake: Duration,
    /// Time for the headers of a request.
    pub headers: Duration,
    /// Time for the body of a send, waiting for its turn included.
    pub body: Duration,
    /// Time in which a connection must read or write something.
    pub idle: Duration,
    /// Time that requests under way are given when the relay stops.
    pub grace: Duration,
    /// Bytes of the request line and headers together.
    pub header_bytes: usize,
    /// Headers of one request.
    pub headers_count: usize,
    /// Bytes that the database of SQLite may grow to; `None` = as the disk allows.
    pub database_bytes: Option<u64>,
}

impl Limits {
    /// What is chosen among the assumptions goes before what stands here.
    pub(crate) fn choose(&mut self, assumed: &Assumed) {
        for (row, field) in [
            (&FILE_BYTES, &mut self.file_bytes),
            (&MESSAGE_BYTES, &mut self.message_bytes),
            (&FILES, &mut self.files),
            (&FILE_NAME_BYTES, &mut self.file_name_bytes),
            (&TEXT_CHARS, &mut self.text_chars),
        ] {
            if let Some(chosen) = assumed.chosen(row) {
                *field = usize::try_from(chosen).unwrap_or(usize::MAX);
            }
        }
        if let Some(chosen) = assumed.chosen(&PAGE) {
            self.page = u32::try_from(chosen).unwrap_or(u32::MAX);
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        let assumed = Assumed::of(Profile::default());
        let most = |row| usize::try_from(assumed.number(row)).unwrap_or(usize::MAX);
        Self {
            file_bytes: most(&FILE_BYTES),
            message_bytes: most(&MESSAGE_BYTES),
            files: most(&FILES),
            file_name_bytes: most(&FILE_NAME_BYTES),
            text_chars: most(&TEXT_CHARS),
            page: u32::try_from(assumed.number(&PAGE)).unwrap_or(u32::MAX),
            waiting_bytes: 400 << 20,
            connections: 256,
            connections_per_office: 32,
            connections_without_office: 64,
            handshake: Duration::from_secs(10),
            headers: Duration::from_secs(15),
            body: Duration::from_secs(120),
            idle: Duration::from_secs(60),
            grace: Duration::from_secs(10),
            header_bytes: 16 << 10,
            headers_count: 64,
            database_bytes: None,
        }
    }
}
