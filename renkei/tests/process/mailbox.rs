//! Looking into a mailbox as the software of an office does.

use std::path::{Path, PathBuf};

/// Opens the mailbox of the office whose certificate lies in the folder; `Err` with the code where
/// the relay refuses, or with what went wrong on the way.
pub(crate) fn open_mailbox(url: &str, ca: &Path, cert: &Path, key: &Path) -> Result<(), String> {
    let read = |path: &Path| std::fs::read_to_string(path).expect("a PEM file");
    let client = mock_server::client::Client::new(url, &read(ca), &read(cert), &read(key)).expect("a client");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    match runtime.block_on(client.inbox(None)) {
        Ok(_) => Ok(()),
        Err(mock_server::client::ClientError::Refused(problem)) => Err(problem.code),
        Err(problem) => Err(problem.to_string()),
    }
}

/// Certificate and key of an office in a folder of certificates.
pub(crate) fn identity(clients: &Path, number: &str) -> (PathBuf, PathBuf) {
    (clients.join(number).join("cert.pem"), clients.join(number).join("key.pem"))
}
