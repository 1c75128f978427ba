//! Taking a file out: straight to disk, going on where an earlier try was cut.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use reqwest::header::{CONTENT_RANGE, IF_RANGE, RANGE};
use reqwest::{Method, Response, StatusCode};
use sha2::{Digest, Sha256};

use super::patience::Failure;
use super::{Client, ClientError, answered};
use crate::hash::hex;
use crate::wire::FileEntry;

/// Bytes that are read at once.
const BLOCK: usize = 64 << 10;

impl Client {
    /// Takes a file of a message into the file at `part`, which is made if it is absent. What it
    /// holds already, from a try that was cut, is not fetched again where the relay gives ranges.
    /// Afterwards the file is on disk and is what its entry describes, byte for byte; it is never
    /// held in memory as a whole.
    ///
    /// # Errors
    /// A refusal, a failed connection, [`ClientError::Corrupted`], or [`ClientError::File`]. After
    /// a failed connection the part stays, for the next try.
    pub async fn download(&self, id: &str, file: &FileEntry, part: &Path) -> Result<(), ClientError> {
        let mut furthest = 0;
        let mut tries = 0_u32;
        let patience = self.patience;
        loop {
            let mut held = Held::open(part)?;
            let outcome = self.go_on(id, file, &mut held).await;
            let Failure { error, asked, .. } = match outcome {
                Ok(()) => return held.sync(),
                Err(failure) => failure,
            };
            tries = if held.length > furthest { 1 } else { tries + 1 };
            furthest = furthest.max(held.length);
            if matches!(error, ClientError::Corrupted(_)) {
                held.clear()?;
            }
            if tries >= patience.attempts || !error.is_passing() {
                return Err(error);
            }
            tokio::time::sleep(patience.wait(tries, asked)).await;
        }
    }

    async fn go_on(&self, id: &str, file: &FileEntry, held: &mut Held<'_>) -> Result<(), Failure> {
        if held.length > file.size || (held.length == file.size && held.hash() != file.sha256) {
            held.clear()?;
        }
        if held.length == file.size && held.hash() == file.sha256 {
            return Ok(());
        }
        let mut request = self.request(Method::GET, &format!("/v1/messages/{id}/files/{}", file.n));
        if held.length > 0 {
            request = request.header(RANGE, format!("bytes={}-", held.length));
            request = request.header(IF_RANGE, format!("\"{}\"", file.sha256));
        }
        let response = request.send().await?;
        if response.status() == StatusCode::RANGE_NOT_SATISFIABLE {
            held.clear()?;
            return Err(ClientError::Corrupted(file.n).into());
        }
        let mut response = answered(response).await?;
        if !continues(&response, held.length) {
            held.clear()?;
        }
        while let Some(chunk) = response.chunk().await? {
            held.add(&chunk)?;
            if held.length > file.size {
                return Err(ClientError::Corrupted(file.n).into());
            }
        }
        if held.hash() == file.sha256 { Ok(()) } else { Err(ClientError::Corrupted(file.n).into()) }
    }
}

/// Whether the answer is the rest after so many bytes.
fn continues(response: &Response, length: u64) -> bool {
    let range = response.headers().get(CONTENT_RANGE).and_then(|value| value.to_str().ok());
    response.status() == StatusCode::PARTIAL_CONTENT
        && range.is_some_and(|range| range.starts_with(&format!("bytes {length}-")))
}

/// The part that is on disk.
struct Held<'a> {
    path: &'a Path,
    file: File,
    length: u64,
    hash: Sha256,
}

impl<'a> Held<'a> {
    fn open(path: &'a Path) -> Result<Self, ClientError> {
        let failed = |error| ClientError::file(path)(error);
        let options = File::options().create(true).truncate(false).read(true).write(true).open(path);
        let mut held = Self { path, file: options.map_err(failed)?, length: 0, hash: Sha256::new() };
        let mut block = vec![0; BLOCK];
        loop {
            match held.file.read(&mut block).map_err(failed)? {
                0 => return Ok(held),
                read => {
                    held.hash.update(block.get(..read).unwrap_or_default());
                    held.length += read as u64;
                }
            }
        }
    }

    fn add(&mut self, chunk: &[u8]) -> Result<(), ClientError> {
        self.file.write_all(chunk).map_err(ClientError::file(self.path))?;
        self.hash.update(chunk);
        self.length += chunk.len() as u64;
        Ok(())
    }

    fn clear(&mut self) -> Result<(), ClientError> {
        let cleared = self.file.set_len(0).and_then(|()| self.file.seek(SeekFrom::Start(0)));
        cleared.map_err(ClientError::file(self.path))?;
        self.hash = Sha256::new();
        self.length = 0;
        Ok(())
    }

    fn hash(&self) -> String {
        hex(&self.hash.clone().finalize())
    }

    fn sync(&self) -> Result<(), ClientError> {
        self.file.sync_all().map_err(ClientError::file(self.path))
    }
}
