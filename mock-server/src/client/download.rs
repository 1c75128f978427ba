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
            let Failure { error, asked } = match outcome {
                Ok(()) => return held.sync(),
                Err(failure) => failure,
            };
            // Who came further than before is on the way, and begins to count anew.
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

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::net::{SocketAddr, TcpListener};
    use std::sync::{Arc, Mutex};
    use std::thread;
    use std::time::Duration;

    use super::*;
    use crate::client::Patience;
    use crate::hash::sha256;
    use crate::wire::Slot;

    const PATIENCE: Patience = Patience { attempts: 2, first: Duration::ZERO, most: Duration::ZERO };

    /// A server of one file that cuts every answer after so many bytes of the body; `ranges`: whether
    /// it knows them. Gives the ranges that were asked for.
    fn server(body: Vec<u8>, most: usize, ranges: bool) -> (SocketAddr, Arc<Mutex<Vec<u64>>>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let addr = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&asked);
        thread::spawn(move || {
            for mut stream in listener.incoming().map_while(Result::ok) {
                let lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
                let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
                let from =
                    head.iter().find_map(|line| line.strip_prefix("range: bytes=")?.strip_suffix('-')?.parse().ok());
                noted.lock().unwrap().push(from.unwrap_or(0));
                let from = from.filter(|_| ranges).unwrap_or(0);
                let rest = &body[usize::try_from(from).unwrap()..];
                let status = match from {
                    0 => "200 OK".to_owned(),
                    _ => {
                        format!("206 Partial Content\r\ncontent-range: bytes {from}-{}/{}", body.len() - 1, body.len())
                    }
                };
                let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", rest.len());
                let _cut =
                    stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&rest[..most.min(rest.len())]));
            }
        });
        (addr, asked)
    }

    fn entry(body: &[u8]) -> FileEntry {
        let (name, size) = ("a.pdf".to_owned(), body.len() as u64);
        FileEntry { n: 1, slot: Slot::Attachment, name, serial: None, size, sha256: sha256(body) }
    }

    fn client(addr: SocketAddr) -> Client {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
        let tls = tls.with_root_certificates(rustls::RootCertStore::empty()).with_no_client_auth();
        Client::with_tls(&format!("http://{addr}"), tls).unwrap().with_patience(PATIENCE)
    }

    fn body() -> Vec<u8> {
        (0..250_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()).collect()
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_file_that_is_cut_again_and_again_is_resumed_where_it_was_cut() {
        let folder = tempfile::tempdir().unwrap();
        let (part, body) = (folder.path().join("1.part"), body());
        let (addr, asked) = server(body.clone(), 120_000, true);
        client(addr).download("id", &entry(&body), &part).await.unwrap();
        assert!(std::fs::read(&part).unwrap() == body);
        let asked = asked.lock().unwrap();
        assert!(asked.len() >= 9 && asked.is_sorted() && asked[1] > 0, "{asked:?}");
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn without_ranges_the_file_is_fetched_whole_again_and_a_part_of_something_else_is_thrown_away() {
        let folder = tempfile::tempdir().unwrap();
        let (part, body) = (folder.path().join("1.part"), body());
        std::fs::write(&part, &body[..1_000]).unwrap();
        let (addr, asked) = server(body.clone(), usize::MAX, false);
        client(addr).download("id", &entry(&body), &part).await.unwrap();
        assert!(std::fs::read(&part).unwrap() == body);
        assert_eq!(*asked.lock().unwrap(), [1_000]);
        for spoilt in [vec![0; 1_000], vec![0; body.len()], vec![0; body.len() + 1]] {
            std::fs::write(&part, spoilt).unwrap();
            let (addr, _) = server(body.clone(), usize::MAX, true);
            client(addr).download("id", &entry(&body), &part).await.unwrap();
            assert!(std::fs::read(&part).unwrap() == body);
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_file_that_is_not_what_its_entry_says_is_never_given_out() {
        let folder = tempfile::tempdir().unwrap();
        let body = body();
        let (addr, _) = server(body[1..].to_vec(), usize::MAX, true);
        let failed = client(addr).download("id", &entry(&body), &folder.path().join("1.part")).await;
        assert!(matches!(failed, Err(ClientError::Corrupted(1))), "{failed:?}");
    }
}
