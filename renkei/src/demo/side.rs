//! One of the two offices: what it holds, sends and receives.

use std::path::PathBuf;

use careplan::name::FileName;
use mock_server::client::{Client, ClientError, Outgoing};
use mock_server::wire::{Envelope, ProblemDocument, Slot};
use mock_server::{Office as Registered, OfficeNo, Running};

use super::folder::OutFolder;
use super::story::{Office, StoryFile};
use crate::relay::Trouble;

/// An office with its certificate, and the folder of its files.
#[derive(Debug)]
pub(super) struct Side {
    pub(super) office: &'static Office,
    /// Its folder below that of the demonstration.
    folder: &'static str,
    client: Client,
}

/// A file that an office received.
#[derive(Debug)]
pub(super) struct Received {
    pub(super) name: FileName,
    pub(super) bytes: Vec<u8>,
    /// Where it was put.
    pub(super) path: PathBuf,
}

impl Office {
    /// The office as a relay registers it.
    pub(crate) fn registration(&self) -> Result<Registered, Trouble> {
        let number: OfficeNo = self.number.parse()?;
        Ok(Registered::new(number, self.name, &[self.service]))
    }
}

impl Side {
    /// Registers the office and gives it a certificate.
    pub(super) async fn join(
        running: &Running,
        office: &'static Office,
        folder: &'static str,
    ) -> Result<Self, Trouble> {
        let registered = office.registration()?;
        let identity = running.issue_office(&registered.number).await?;
        running.register(registered).await?;
        let client = Client::new(&running.url(), running.ca_pem(), &identity.cert_pem, &identity.key_pem)?;
        Ok(Self { office, folder, client })
    }

    /// Puts the files of a set where the office keeps what it sends.
    pub(super) fn prepare(&self, set: &[StoryFile], out: &mut OutFolder) -> Result<Vec<PathBuf>, Trouble> {
        set.iter().map(|file| out.write(&format!("{}/sent/{}", self.folder, file.name), &file.bytes)).collect()
    }

    /// Sends a set.
    pub(super) async fn send(&self, to: &Office, set: &[StoryFile], text: &str) -> Result<Envelope, Trouble> {
        Ok(self.client.send(packed(to, set).message(text)).await?)
    }

    /// Sends what the relay should refuse; gives its words, or `None` where it did not refuse.
    pub(super) async fn offend(&self, outgoing: Outgoing) -> Result<Option<ProblemDocument>, Trouble> {
        match self.client.send(outgoing).await {
            Ok(_) => Ok(None),
            Err(ClientError::Refused(why)) => Ok(Some(*why)),
            Err(other) => Err(other.into()),
        }
    }

    /// Looks at the list of what arrived and takes every file out.
    pub(super) async fn receive(&self, out: &mut OutFolder) -> Result<Vec<Received>, Trouble> {
        let mut received = Vec::new();
        let mut before = None;
        loop {
            let page = self.client.inbox(before.as_deref()).await?;
            for envelope in &page.items {
                for file in envelope.files.iter().filter(|file| file.slot == Slot::Csv) {
                    let bytes = self.client.fetch(&envelope.id, file).await?;
                    // The relay took only names of the standard; nothing else becomes a path here.
                    let name = FileName::parse(&file.name).map_err(|_| strange(&file.name))?;
                    let path = out.write(&format!("{}/received/{name}", self.folder), &bytes)?;
                    received.push(Received { name, bytes, path });
                }
            }
            before = page.next;
            if before.is_none() {
                return Ok(received);
            }
        }
    }
}

/// A message that holds the files of a set.
pub(super) fn packed<'a>(to: &Office, set: impl IntoIterator<Item = &'a StoryFile>) -> Outgoing {
    let pack = |outgoing: Outgoing, file: &StoryFile| outgoing.csv(file.name.to_string(), file.bytes.clone());
    set.into_iter().fold(Outgoing::to(to.number), pack)
}

fn strange(name: &str) -> Trouble {
    let name = conformance::shown::visible(name);
    Trouble::new(
        format!("中継から、標準仕様にない名前のファイルを受け取りました（{name}）。"),
        format!("The relay gave a file whose name is not of the standard ({name})."),
    )
}
