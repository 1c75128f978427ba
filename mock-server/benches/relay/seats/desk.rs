//! The training desk as a process of its own, and how it is reached.

use std::fs;
use std::path::Path;

use mock_server::{Office, Relay, RelayConfig};
use serde::{Deserialize, Serialize};

use crate::Failure;
use crate::child::{Process, Role};

/// The two offices of every seat.
pub(crate) const SENDER: &str = "9970000001";
pub(crate) const RECEIVER: &str = "9970000002";

/// How the desk is reached.
#[derive(Serialize, Deserialize)]
pub(crate) struct Reached {
    pub(crate) addr: std::net::SocketAddr,
    /// The codes of the seats.
    pub(crate) codes: Vec<String>,
}

/// Starts the desk as a process of its own.
pub(crate) fn start(folder: &Path, seats: usize) -> Result<(Process, Reached), Failure> {
    let mut process = Role::Desk { folder: folder.to_path_buf(), seats }.start()?;
    let text = process.until(|| fs::read(folder.join("desk.json")).ok())?;
    Ok((process, serde_json::from_slice(&text)?))
}

/// Is the desk, until killed.
pub(crate) fn serve(folder: &Path, seats: usize) -> Result<(), Failure> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(async {
        let office = |number: &str, service| Ok(Office::new(number.parse()?, "架空事業所", &[service]));
        let offices: Result<Vec<_>, Failure> =
            [(SENDER, "43"), (RECEIVER, "15")].map(|(n, s)| office(n, s)).into_iter().collect();
        let config = RelayConfig { offices: offices?, seats: u16::try_from(seats)?, ..RelayConfig::default() };
        let relay = Relay::start(config).await?;
        let codes = relay.desk().map(mock_server::Desk::seats).unwrap_or_default();
        let reached = Reached { addr: relay.addr(), codes: codes.into_iter().map(|seat| seat.code).collect() };
        let part = folder.join("desk.part");
        fs::write(&part, serde_json::to_vec(&reached)?)?;
        fs::rename(part, folder.join("desk.json"))?;
        std::future::pending().await
    })
}
