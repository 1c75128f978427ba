//! The relay in this process, with the offices that the cases need.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use careplan::name::Party;
use careplan::text::{Lang, Message};
use conformance::mutation::File;
use conformance::suite::adapter::Stopped;
use mock_server::client::{Client, ClientError};
use mock_server::wire::Slot;
use mock_server::{Office, OfficeNo, Relay, RelayConfig, Running, StartError};
use tokio::runtime::Runtime;

use super::journal::Journal;
use super::post::{Ends, Parcel};
use super::texts;
use crate::relay::{Bundle, Trouble};

/// Where the relay listened last: another run listens there again, so that nothing need be set anew.
const ADDRESS: &str = "address.txt";

/// The relay with its folder.
pub(super) struct House {
    folder: PathBuf,
    lang: Lang,
    runtime: Runtime,
    running: Running,
    inside: Mutex<Inside>,
}

struct Inside {
    bundle: Bundle,
    journal: Journal,
    /// Service types by office number.
    offices: BTreeMap<String, BTreeSet<String>>,
    /// The partners.
    clients: BTreeMap<String, Client>,
    /// Files that were sent and not fetched yet.
    waiting: BTreeSet<(String, u32)>,
}

/// Messages that lay in the inbox of the partner before.
pub(super) type Before = BTreeSet<String>;

impl House {
    /// Starts the relay in a folder: new, empty, or of an earlier run.
    pub(super) fn open(folder: &Path, lang: Lang) -> Result<Self, Message> {
        let said = |trouble: Trouble| both(&trouble);
        fs::create_dir_all(folder).map_err(|error| said(Trouble::file(folder, &error)))?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .map_err(|error| said(error.into()))?;
        let address = folder.join(ADDRESS);
        let last: Option<SocketAddr> = fs::read_to_string(&address).ok().and_then(|text| text.trim().parse().ok());
        let running = runtime.block_on(start(folder, last)).map_err(|error| said(error.into()))?;
        fs::write(&address, running.addr().to_string()).map_err(|error| said(Trouble::file(&address, &error)))?;
        let bundle = Bundle::of(&running, &folder.join("certificates")).map_err(said)?;
        let mut journal = Journal::of(&running.control_url().unwrap_or_default());
        // What happened on other days is no news.
        journal.news("").map_err(|error| said(error.into()))?;
        let inside =
            Inside { bundle, journal, offices: BTreeMap::new(), clients: BTreeMap::new(), waiting: BTreeSet::new() };
        Ok(Self { folder: folder.to_owned(), lang, runtime, running, inside: Mutex::new(inside) })
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the relay is.
    pub(super) fn url(&self) -> String {
        self.running.url()
    }

    /// Sends messages as the partners of one office; gives the reason where the relay refuses one.
    pub(super) fn deliver(&self, parcels: Vec<Parcel>) -> Result<Option<Message>, Stopped> {
        let mut inside = self.inside();
        inside.waiting.clear();
        for parcel in parcels {
            self.runtime.block_on(async {
                self.join(&mut inside, &parcel.to, true).await?;
                self.join(&mut inside, &parcel.from, false).await
            })?;
            let Some(client) = inside.clients.get(&parcel.from.office) else { continue };
            match self.runtime.block_on(client.send(parcel.outgoing)) {
                Ok(envelope) => inside.waiting.extend((1..=parcel.files).map(|no| (envelope.id.clone(), no))),
                Err(ClientError::Refused(why)) => return Ok(Some(texts::undeliverable(&why))),
                Err(other) => return Err(failed(other)),
            }
        }
        Ok(None)
    }

    /// What was refused to an office since the last look; what it fetched is no longer waited for.
    pub(super) fn news(&self, office: &str) -> Result<Vec<Message>, Stopped> {
        let mut inside = self.inside();
        let news = inside.journal.news(office).map_err(|error: io::Error| failed(error))?;
        inside.waiting.retain(|file| !news.fetched.contains(file));
        Ok(news.refused)
    }

    /// Whether everything that was sent was fetched.
    pub(super) fn is_all_fetched(&self) -> bool {
        self.inside().waiting.is_empty()
    }

    /// Makes both ends known, and gives what lies with the partner already.
    pub(super) fn begin_export(&self, ends: &Ends) -> Result<Before, Stopped> {
        let mut inside = self.inside();
        self.runtime.block_on(async {
            self.join(&mut inside, &ends.from, true).await?;
            self.join(&mut inside, &ends.to, false).await?;
            let Some(client) = inside.clients.get(&ends.to.office) else { return Ok(Before::new()) };
            let mut before = Before::new();
            let mut next: Option<String> = None;
            loop {
                let page = client.inbox(next.as_deref()).await.map_err(failed)?;
                before.extend(page.items.into_iter().map(|envelope| envelope.id));
                next = page.next;
                if next.is_none() {
                    return Ok(before);
                }
            }
        })
    }

    /// The files that the software has sent to the partner since.
    pub(super) fn arrived(&self, ends: &Ends, before: &Before) -> Result<Vec<File>, Stopped> {
        let inside = self.inside();
        let Some(client) = inside.clients.get(&ends.to.office) else { return Ok(Vec::new()) };
        self.runtime.block_on(async {
            let page = client.inbox(None).await.map_err(failed)?;
            let is_new = |id: &String, from: &String| !before.contains(id) && *from == ends.from.office;
            let mut files = Vec::new();
            for envelope in page.items.iter().rev().filter(|envelope| is_new(&envelope.id, &envelope.from)) {
                for entry in envelope.files.iter().filter(|entry| entry.slot == Slot::Csv) {
                    let bytes = client.fetch(&envelope.id, entry).await.map_err(failed)?;
                    files.push(File { name: entry.name.clone(), bytes });
                }
            }
            Ok(files)
        })
    }

    /// Registers an office, with all services that were met so far, and gives it a certificate: the
    /// software's goes into the folder, that of a partner stays here.
    async fn join(&self, inside: &mut Inside, party: &Party, is_software: bool) -> Result<(), Stopped> {
        let number: OfficeNo = party.office.parse().map_err(|error| failed(Trouble::from(error)))?;
        let services = inside.offices.entry(party.office.clone()).or_default();
        if party.service.iter().any(|service| services.insert(service.clone())) {
            let services: Vec<&str> = services.iter().map(String::as_str).collect();
            let name = texts::office_name(is_software).get(self.lang);
            self.running.register(Office::new(number, name, &services)).await.map_err(failed)?;
        }
        if is_software {
            inside.bundle.issue(&self.running, &number).await.map_err(failed)?;
        } else if !inside.clients.contains_key(&party.office) {
            let identity = self.running.issue_office(&number).await.map_err(failed)?;
            let (url, ca) = (self.running.url(), self.running.ca_pem());
            let client = Client::new(&url, ca, &identity.cert_pem, &identity.key_pem).map_err(failed)?;
            inside.clients.insert(party.office.clone(), client);
        }
        Ok(())
    }

    /// The certificate and the key of the software as an office.
    pub(super) fn certificate(&self, office: &str) -> (PathBuf, PathBuf) {
        self.inside().bundle.office(office)
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where it listened last, if that is free; else wherever there is room.
async fn start(folder: &Path, last: Option<SocketAddr>) -> Result<Running, StartError> {
    let config = RelayConfig {
        data: Some(folder.join("environment")),
        control: Some(SocketAddr::from(([127, 0, 0, 1], 0))),
        ..RelayConfig::default()
    };
    if let Some(listen) = last {
        match Relay::start(RelayConfig { listen, ..config.clone() }).await {
            Err(StartError::Listen { .. } | StartError::NotLoopback(_) | StartError::NotPrivate(_)) => {}
            started => return started,
        }
    }
    Relay::start(config).await
}

fn both(trouble: &Trouble) -> Message {
    Message::new(trouble.get(Lang::Ja), trouble.get(Lang::En))
}

fn failed(error: impl Into<Trouble>) -> Stopped {
    Stopped::Trouble(both(&error.into()))
}
